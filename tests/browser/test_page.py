"""A page as a browser shows it: it asks for nothing, fits a phone and a large magnification, and prints well."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from .conftest import Rendered

Opened = Callable[..., Any]
Render = Callable[..., Any]

_OVERLAPS = """() => {
  const found = [];
  for (const picture of document.querySelectorAll('svg.picture')) {
    const around = picture.getBoundingClientRect();
    if (!around.width) continue;
    const texts = [...picture.querySelectorAll('text')].map(t => [t.textContent, t.getBoundingClientRect()]);
    texts.forEach(([words, box], number) => {
      if (box.left < around.left - 1 || box.right > around.right + 1 || box.top < around.top - 1
          || box.bottom > around.bottom + 1)
        found.push([picture.id || picture.getAttribute('aria-labelledby'), words, 'outside']);
      for (const [others, other] of texts.slice(number + 1))
        if (Math.min(box.right, other.right) - Math.max(box.left, other.left) > 1
            && Math.min(box.bottom, other.bottom) - Math.max(box.top, other.top) > 4)
          found.push([picture.getAttribute('aria-labelledby'), words, others]);
    });
  }
  return found;
}"""


def test_it_asks_for_nothing_and_nothing_is_refused(
    path: str, kind: tuple[str, ...], language: str, rendered: Render, opened: Opened
) -> None:
    rendering = rendered(path, kind, language)
    page = opened(rendering)
    page.wait_for_load_state("networkidle")
    assert page.asked_for == [rendering.address]
    assert page.complaints == []
    policy = page.locator("meta[http-equiv=Content-Security-Policy]").get_attribute("content")
    assert policy.startswith("default-src 'none'; style-src 'sha256-")
    assert page.evaluate("getComputedStyle(document.body).maxWidth") != "none", "the styles are not in force"
    page.evaluate("const s = document.createElement('style'); s.textContent = 'h1{}'; document.head.append(s)")
    assert any("Content Security Policy" in complaint for complaint in page.complaints), "any style is let in"


@pytest.mark.parametrize("width", [320, 640, 1280])
def test_no_scrolling_sideways(
    path: str, kind: tuple[str, ...], language: str, width: int, rendered: Render, opened: Opened
) -> None:
    """640 is what a window of 1280 has left at 200 %, and 320 what it has left at 400 %."""
    page = opened(rendered(path, kind, language), width)
    assert page.evaluate("document.scrollingElement.scrollWidth") <= width


def test_letters_of_twice_the_size(
    path: str, kind: tuple[str, ...], language: str, rendered: Render, opened: Opened
) -> None:
    page = opened(rendered(path, kind, language), bypass_csp=True)
    page.add_style_tag(content="html { font-size: 200%; }")
    assert page.evaluate("document.scrollingElement.scrollWidth") <= 1280


@pytest.mark.parametrize("width", [320, 1280])
def test_texts_in_pictures_have_room(
    path: str, kind: tuple[str, ...], language: str, width: int, rendered: Render, opened: Opened
) -> None:
    page = opened(rendered(path, kind, language), width, bypass_csp=True)
    assert page.evaluate(_OVERLAPS) == []


_STRESS = """\
format: crosp-assessment/1
framework: spsm-crosp@2024
unit: ekskolan
level: school
occasion: 2026-ht
date: 2026-10-15
participants: [{group: teachers, count: 9}]
cells:
  shared-direction:
    governance:
      current_state:
        reflection: Something.
        rating: 0
        evidence: [Notes]
        group_ratings:
          teachers: {0: 5, 3: 5}
          student-health: {1: 3, 2: 3}
          support-staff: {0: 3, 1: 3}
      need: {analysis: More., target: 3}
      measures:
        - {id: a, what: Donaudampfschifffahrtsgesellschaftskapitänswitwenversicherungspolice WWWWWWWWWWWWWWWWWWWWWWWWWW}
        - {id: b, what: 漢字仮名交じり文の長い題名がここに入りますので折り返す, start: 2026-01-01, due: 2026-01-01}
        - {id: c, what: mmmmmmmm MMMMMMMMMM @@@@@@@@@@ %%%%%%%%%%%, start: 2029-05-01, due: 2026-01-01, status: done}
        - {id: d, what: '<b>x</b> & "y"', due: 1999-12-31, status: dropped, follow_ups: [{date: 2031-12-31}]}
        - {id: e, what: e, start: 2026-12-31, status: ongoing, follow_ups: [{date: 2026-12-31, result: R.}]}
"""


@pytest.mark.parametrize("width", [320, 1280])
def test_texts_have_room_whatever_they_are(
    width: int, folder: Any, crosp: Callable[..., Any], opened: Opened, language: str
) -> None:
    folder.project()
    path = folder.write("a.yaml", _STRESS)
    target = folder.path / "a.html"
    result = crosp("render", path, "--lang", language, "--today", "2026-11-22", "-o", target, cwd=folder.path)
    assert result.status == 0, result.out + result.err
    page = opened(Rendered(target), width, bypass_csp=True)
    assert page.evaluate(_OVERLAPS) == []
    assert page.evaluate("document.scrollingElement.scrollWidth") <= width


@pytest.mark.parametrize("width", [320, 1280])
def test_each_picture_is_shown_once_and_has_a_name(
    kind: tuple[str, ...], language: str, width: int, rendered: Render, opened: Opened
) -> None:
    page = opened(rendered("ekskolan/assessments/ekskolan/2026-ht-school.yaml", kind, language), width)
    shown = page.evaluate(
        "[...document.querySelectorAll('svg.picture')].filter(p => p.getBoundingClientRect().width)"
        ".map(p => document.getElementById(p.getAttribute('aria-labelledby')).textContent)"
    )
    assert len(shown) == len(set(shown)) >= (4 if not kind else 0)


def test_dark_is_dark_in_the_pictures_too(rendered: Render, opened: Opened) -> None:
    rendering = rendered("ekskolan/assessments/ekskolan/2026-ht-school.yaml", (), "sv")
    fill = "getComputedStyle(document.querySelector('svg.picture.wide > rect')).fill"
    assert opened(rendering).evaluate(fill) == "rgb(255, 255, 255)"
    assert opened(rendering, scheme="dark").evaluate(fill) != "rgb(255, 255, 255)"
    printed = opened(rendering, scheme="dark")
    printed.emulate_media(media="print")
    assert printed.evaluate(fill) == "rgb(255, 255, 255)"


def test_the_summary_is_one_printed_page(
    path: str, language: str, rendered: Render, opened: Opened, printed_pages: Any, tmp_path: Path
) -> None:
    page = opened(rendered(path, (), language), bypass_csp=True)
    page.pdf(path=tmp_path / "whole.pdf", prefer_css_page_size=True)
    page.add_style_tag(
        content="main > :not(#summary), footer { display: none } #summary { break-after: auto !important }"
    )
    page.pdf(path=tmp_path / "summary.pdf", prefer_css_page_size=True)
    whole, paper = printed_pages(tmp_path / "whole.pdf")
    assert paper.endswith("(A4)")
    assert printed_pages(tmp_path / "summary.pdf")[0] == 1 < whole
