"""What axe-core, which stands ready in the page, finds to mend in it.

Contrast takes axe nine tenths of its time, and is the same for each text of the same look: one of each is looked at, or
every text with CROSP_EVERY_MODE (`make browser`).
"""

import os
from collections.abc import Sequence
from typing import Any

EVERY_MODE = bool(os.environ.get("CROSP_EVERY_MODE"))
TAGS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")

_LOOKS = """(() => {
  const looks = new Map([[document, '']]), first = new Map();
  for (const element of document.querySelectorAll('*')) {
    const s = getComputedStyle(element);
    const own = [s.color, s.backgroundColor, s.backgroundImage, s.opacity, s.fontSize, s.fontWeight];
    const look = [looks.get(element.parentNode), ...own].join();
    looks.set(element, look);
    const says = [...element.childNodes].some(node => node.nodeType === Node.TEXT_NODE && node.data.trim());
    if (says && element.checkVisibility() && !first.has(look)) first.set(look, element);
  }
  return [...first.values()];
})()"""
"""One text of each look: in these colours, of this size, upon the same backgrounds."""


def violations(page: Any, fewest: int, rules: Sequence[str] = TAGS) -> list[Any]:
    """Return what breaks a rule other than that of contrast; at least `fewest` rules have to be kept somewhere."""
    options = {"runOnly": rules, "rules": {"color-contrast": {"enabled": False}}, "resultTypes": ["violations"]}
    found = page.evaluate("options => axe.run(document, options)", options)
    assert len(found["passes"]) >= fewest
    return _broken(found)


def too_faint(page: Any) -> list[Any]:
    """Return texts with too little contrast."""
    where = "document" if EVERY_MODE else _LOOKS
    found = page.evaluate(f"axe.run({where}, {{runOnly: ['color-contrast'], resultTypes: ['violations']}})")
    assert found["passes"]
    return _broken(found)


def _broken(found: dict[str, Any]) -> list[Any]:
    """Return each rule that is broken with the first places."""
    return [(rule["id"], [node["html"][:200] for node in rule["nodes"][:3]]) for rule in found["violations"]]
