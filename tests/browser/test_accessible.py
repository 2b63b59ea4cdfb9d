"""Every kind of page, in both languages, in light and dark, wide and narrow: axe-core finds nothing to mend."""

from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from .conftest import EVERY_MODE, EXAMPLES, PATHS, Opened, Paper

pytestmark = pytest.mark.browser

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
OLDEST_AXE = (4, 8)
"""The first version with the rules of WCAG 2.2."""

_RUN = "options => axe.run(document, {...options, resultTypes: ['violations']})"

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


_FOCUSED = """() => new Promise(done => requestAnimationFrame(() => {
  const now = document.activeElement, box = now.getBoundingClientRect();
  const after = !window.before
    || Boolean(window.before.compareDocumentPosition(now) & Node.DOCUMENT_POSITION_FOLLOWING);
  window.before = now;
  done({
    after, seen: box.bottom > 0 && box.top < innerHeight, skips: now.className === 'skip',
    outline: getComputedStyle(now).outlineStyle, what: now.outerHTML.slice(0, 80),
  });
}))"""
"""What has the keyboard's focus, once the page has been scrolled to it."""


def _broken(found: dict[str, Any]) -> list[Any]:
    """Return each rule that is broken with the first places."""
    return [(rule["id"], [node["html"][:200] for node in rule["nodes"][:3]]) for rule in found["violations"]]


def _violations(opened: Opened, fewest: int) -> list[Any]:
    """Return what breaks a rule other than that of contrast; at least `fewest` rules have to be kept somewhere."""
    found = opened.evaluate(_RUN, {"runOnly": TAGS, "rules": {"color-contrast": {"enabled": False}}})
    assert len(found["passes"]) >= fewest
    return _broken(found)


def _too_faint(opened: Opened) -> list[Any]:
    """Return texts with too little contrast; one of each look, since this takes axe nine tenths of its time."""
    where = "document" if EVERY_MODE else _LOOKS
    found = opened.evaluate(f"axe.run({where}, {{runOnly: ['color-contrast'], resultTypes: ['violations']}})")
    assert found["passes"]
    return _broken(found)


def test_axe_finds_nothing_wide(opened: Opened) -> None:
    version = opened.evaluate("axe.version")
    assert tuple(int(part) for part in version.split(".")[:2]) >= OLDEST_AXE
    assert _violations(opened, 40) == []
    assert _too_faint(opened) == []


def test_axe_finds_nothing_narrow(opened: Opened) -> None:
    opened.look(320)
    assert _violations(opened, 40) == []


def test_axe_finds_nothing_in_dark(opened: Opened) -> None:
    """Nothing but colours is different there."""
    opened.look(320, scheme="dark")
    assert _broken(opened.evaluate(_RUN, {"runOnly": ["link-in-text-block"]})) == []
    assert _too_faint(opened) == []


def test_axe_would_find_something(render: Callable[[Paper], Path], opened_anew: Callable[[Path], Opened]) -> None:
    """So that an empty list above is known to mean that nothing is there."""
    opened = opened_anew(render(Paper(PATHS[-1], "report", "sv")))
    opened.evaluate("document.querySelector('svg.picture.wide').removeAttribute('aria-labelledby')")
    opened.evaluate("document.querySelector('svg.picture.wide title').remove()")
    assert [rule for rule, _places in _violations(opened, 40)] == ["svg-img-alt"]
    with opened.styled(".credit { color: #ccc !important }"):
        assert [rule for rule, _places in _too_faint(opened)] == ["color-contrast"]


def test_axe_finds_nothing_on_the_page_that_leads_to_reports(
    language: str, tmp_path: Path, crosp: Callable[..., Any], opened_anew: Callable[[Path], Opened]
) -> None:
    every = ("render", EXAMPLES, "--all", "-o", tmp_path, "--lang", language)
    assert crosp(*every, cwd=tmp_path).status == 0
    opened = opened_anew(tmp_path / "index.html")
    assert _violations(opened, 25) == []
    assert _too_faint(opened) == []
    opened.look(320, scheme="dark")
    assert _violations(opened, 25) == []
    assert _too_faint(opened) == []
    assert opened.evaluate("document.documentElement.scrollWidth") <= 320
    assert opened.complaints == []


def test_headings_landmarks_and_tables(opened: Opened, paper: Paper) -> None:
    page = opened.page
    levels = opened.evaluate("[...document.querySelectorAll('h1,h2,h3,h4,h5,h6')].map(h => Number(h.tagName[1]))")
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    # The banner, what the page is about, and what is said about the page itself. Contents only where there are some.
    landmarks = {name: page.locator(f"body > {name}").count() for name in ("header", "nav", "main", "footer")}
    assert landmarks == {"header": 1, "nav": 1 if paper.is_report else 0, "main": 1, "footer": 1}
    assert page.locator("nav").count() == landmarks["nav"]
    assert page.locator("th:not([scope])").count() == 0
    assert page.locator("table:not(:has(> caption))").count() == 0
    assert page.locator("html").get_attribute("lang") == paper.language


def test_the_contents_lead_to_every_part(opened: Opened, paper: Paper) -> None:
    if not paper.is_report:
        assert opened.page.locator("nav").count() == 0
        return
    parts = opened.evaluate("[...document.querySelectorAll('main > section')].map(s => '#' + s.id)")
    assert opened.evaluate("[...document.querySelectorAll('nav a')].map(a => a.getAttribute('href'))") == parts


def test_the_keyboard_goes_through_the_page_in_order(opened: Opened) -> None:
    page = opened.page
    opened.evaluate(
        "const top = document.documentElement; top.tabIndex = -1; top.focus(); top.removeAttribute('tabindex')"
    )
    links = opened.evaluate("document.querySelectorAll('a[href]').length")
    for number in range(min(40, links)):
        page.keyboard.press("Tab")
        step = opened.evaluate(_FOCUSED)
        assert step["after"], step
        assert step["outline"] != "none", step
        assert step["seen"], step
        assert step["skips"] == (number == 0), step
    opened.evaluate("document.querySelector('.skip').focus()")
    page.keyboard.press("Enter")
    assert opened.evaluate("document.activeElement.id") == "main"
    opened.evaluate(
        "document.activeElement.blur(); window.before = null; history.replaceState(null, '', location.pathname)"
    )
