"""Every kind of page, in both languages, in light and dark, wide and narrow: axe-core finds nothing to mend."""

from collections.abc import Callable
from importlib.resources import files
from itertools import pairwise
from typing import Any

import pytest

from .conftest import unable

Opened = Callable[..., Any]
Render = Callable[..., Any]

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
OF_COLOUR = ["color-contrast", "link-in-text-block"]
"""The rules of those tags that can end otherwise in dark: nothing but colours is different there."""
OLDEST_AXE = (4, 8)
"""The first version with the rules of WCAG 2.2."""


@pytest.fixture(scope="session")
def axe() -> str:
    """The source of axe-core."""
    try:
        return files("axe_playwright_python").joinpath("axe.min.js").read_text("utf-8")
    except ImportError:
        unable("axe-playwright-python, which holds axe-core, is not installed")
        raise


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
def test_axe_finds_nothing(
    path: str,
    kind: tuple[str, ...],
    language: str,
    width: int,
    scheme: str,
    rendered: Render,
    opened: Opened,
    axe: str,
) -> None:
    page = opened(rendered(path, kind, language), width, scheme, bypass_csp=True)
    page.evaluate(axe)
    version = page.evaluate("axe.version")
    assert tuple(int(part) for part in version.split(".")[:2]) >= OLDEST_AXE
    only = {"type": "tag", "values": TAGS} if scheme == "light" else {"type": "rule", "values": OF_COLOUR}
    found = page.evaluate("only => axe.run(document, {runOnly: only, resultTypes: ['violations']})", only)
    assert len(found["passes"]) > (20 if scheme == "light" else 0)
    assert [(rule["id"], [node["html"][:200] for node in rule["nodes"][:3]]) for rule in found["violations"]] == []


def test_axe_would_find_something(rendered: Render, opened: Opened, axe: str) -> None:
    """So that an empty list above is known to mean that nothing is there."""
    page = opened(rendered("ekskolan/assessments/ekskolan/2026-ht-school.yaml", (), "sv"), bypass_csp=True)
    page.evaluate(axe)
    page.evaluate("document.querySelector('svg.picture.wide').removeAttribute('aria-labelledby')")
    page.evaluate("document.querySelector('svg.picture.wide title').remove()")
    page.add_style_tag(content=".credit { color: #ccc !important }")
    found = page.evaluate("axe.run(document, {runOnly: ['svg-img-alt', 'color-contrast']})")
    assert {rule["id"] for rule in found["violations"]} == {"svg-img-alt", "color-contrast"}


def test_headings_landmarks_and_tables(
    path: str, kind: tuple[str, ...], language: str, rendered: Render, opened: Opened
) -> None:
    page = opened(rendered(path, kind, language))
    levels = page.evaluate("[...document.querySelectorAll('h1,h2,h3,h4,h5,h6')].map(h => Number(h.tagName[1]))")
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    for landmark in ("header", "nav", "main", "footer"):
        assert page.locator(landmark).count() == 1, landmark
    assert page.locator("th:not([scope])").count() == 0
    assert page.locator("html").get_attribute("lang") == language


def test_the_keyboard_goes_through_the_page_in_order(
    kind: tuple[str, ...], language: str, rendered: Render, opened: Opened
) -> None:
    page = opened(rendered("ekskolan/assessments/ekskolan/2026-ht-school.yaml", kind, language))
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    assert page.evaluate("document.activeElement.getBoundingClientRect().top >= 0"), "the skip link is not seen"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"
    page.evaluate("document.activeElement.blur(); window.before = null; window.scrollTo(0, 0)")
    for _ in range(40):
        page.keyboard.press("Tab")
        step = page.evaluate(
            "() => { const now = document.activeElement, style = getComputedStyle(now); const ok = !window.before"
            " || Boolean(window.before.compareDocumentPosition(now) & Node.DOCUMENT_POSITION_FOLLOWING);"
            " window.before = now; return {ok, outline: style.outlineStyle, what: now.outerHTML.slice(0, 80)}; }"
        )
        assert step["ok"], step
        assert step["outline"] != "none", step
