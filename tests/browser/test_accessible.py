"""Every kind of page, in both languages, in light and dark, wide and narrow: axe-core finds nothing to mend."""

from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from .axe import too_faint, violations
from .conftest import EXAMPLES, PATHS, Opened, Paper

pytestmark = pytest.mark.browser

OLDEST_AXE = (4, 8)
"""The first version with the rules of WCAG 2.2."""

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


def test_axe_finds_nothing_wide(opened: Opened) -> None:
    version = opened.evaluate("axe.version")
    assert tuple(int(part) for part in version.split(".")[:2]) >= OLDEST_AXE
    assert violations(opened.page, 40) == []
    assert too_faint(opened.page) == []


def test_axe_finds_nothing_narrow(opened: Opened) -> None:
    opened.look(320)
    assert violations(opened.page, 40) == []


def test_axe_finds_nothing_in_dark(opened: Opened) -> None:
    """Nothing but colours is different there."""
    opened.look(320, scheme="dark")
    assert violations(opened.page, 0, ["link-in-text-block"]) == []
    assert too_faint(opened.page) == []


def test_axe_would_find_something(render: Callable[[Paper], Path], opened_anew: Callable[[Path], Opened]) -> None:
    """So that an empty list above is known to mean that nothing is there."""
    opened = opened_anew(render(Paper(PATHS[-1], "report", "sv")))
    opened.evaluate("document.querySelector('svg.picture.wide').removeAttribute('aria-labelledby')")
    opened.evaluate("document.querySelector('svg.picture.wide title').remove()")
    assert [rule for rule, _places in violations(opened.page, 40)] == ["svg-img-alt"]
    with opened.styled(".credit { color: #ccc !important }"):
        assert [rule for rule, _places in too_faint(opened.page)] == ["color-contrast"]


def test_axe_finds_nothing_on_the_page_that_leads_to_reports(
    language: str, tmp_path: Path, crosp: Callable[..., Any], opened_anew: Callable[[Path], Opened]
) -> None:
    every = ("render", EXAMPLES, "--all", "-o", tmp_path, "--lang", language)
    assert crosp(*every, cwd=tmp_path).status == 0
    opened = opened_anew(tmp_path / "index.html")
    assert violations(opened.page, 25) == []
    assert too_faint(opened.page) == []
    opened.look(320, scheme="dark")
    assert violations(opened.page, 25) == []
    assert too_faint(opened.page) == []
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
