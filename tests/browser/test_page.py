"""A page as a browser shows it: it asks for nothing, fits a phone and a large magnification, and prints well."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from crosp_cli.reports.kinds import KINDS

from .conftest import SCHOOL, Opened, Paper

pytestmark = pytest.mark.browser

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


def test_it_asks_for_nothing_and_nothing_is_refused(opened: Opened) -> None:
    opened.page.wait_for_load_state("networkidle")
    assert opened.asked_for == [opened.address]
    assert opened.complaints == []
    policy = opened.page.locator("meta[http-equiv=Content-Security-Policy]").get_attribute("content")
    assert policy.startswith("default-src 'none'; style-src 'sha256-")
    assert opened.evaluate("getComputedStyle(document.body).maxWidth") != "none", "the styles are not in force"


def test_any_other_style_is_refused(render: Callable[[Paper], Path], opened_anew: Callable[[Path], Opened]) -> None:
    for kind in KINDS:
        opened = opened_anew(render(Paper(SCHOOL, kind, "sv")))
        assert opened.complaints == []
        opened.evaluate("const s = document.createElement('style'); s.textContent = 'h1{}'; document.head.append(s)")
        assert any("Content Security Policy" in complaint for complaint in opened.complaints), kind


def test_no_scrolling_sideways(opened: Opened) -> None:
    """640 is what a window of 1280 has left at 200 %, and 320 what it has left at 400 %."""
    for width in (320, 640, 1280):
        opened.look(width)
        assert opened.evaluate("document.scrollingElement.scrollWidth") <= width


_ALL_TOGETHER = """() => {
  const nodes = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT), texts = [];
  while (nodes.nextNode()) {
    const node = nodes.currentNode, around = node.parentElement;
    const isOurs = around.closest('svg, style, nav, .skip, .counts thead');
    const isShort = getComputedStyle(around).whiteSpace === 'nowrap';
    if (node.data.trim() && !isOurs && !isShort) texts.push([node, node.data]);
  }
  const wide = [];
  for (const [node, words] of texts) {
    node.data = 'abcd\u00a0'.repeat(60);
    if (document.scrollingElement.scrollWidth > innerWidth) wide.push(node.parentElement.outerHTML.slice(0, 80));
    node.data = words;
  }
  return [...new Set(wide)];
}"""
"""Where a text that hard spaces hold together, as what is pasted from a page, makes the page wider than the window."""


def test_no_text_makes_a_page_wider(opened: Opened) -> None:
    for width in (320, 1280):
        opened.look(width)
        assert opened.evaluate(_ALL_TOGETHER) == []


_DIVIDED = """() => {
  const words = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const found = [], range = document.createRange();
  while (words.nextNode()) {
    const node = words.currentNode;
    const around = node.parentElement.closest('td, th');
    if (!around || getComputedStyle(around.parentElement.parentElement).clipPath !== 'none') continue;
    for (const word of node.data.matchAll(/\\p{L}+/gu)) {
      range.setStart(node, word.index);
      range.setEnd(node, word.index + word[0].length);
      if (new Set([...range.getClientRects()].map(box => Math.round(box.top))).size > 1) found.push(word[0]);
    }
  }
  return found;
}"""
"""The words in a table that do not stand on one line."""


def test_no_word_of_a_value_is_divided(opened: Opened) -> None:
    for width in (320, 1280):
        opened.look(width)
        assert opened.evaluate(_DIVIDED) == []


def test_letters_of_twice_the_size(opened: Opened) -> None:
    with opened.styled("html { font-size: 200%; }"):
        assert opened.evaluate("getComputedStyle(document.body).fontSize") == "32px"
        assert opened.evaluate("document.scrollingElement.scrollWidth") <= 1280


def test_texts_in_pictures_have_room(opened: Opened) -> None:
    for width in (320, 1280):
        opened.look(width)
        assert opened.evaluate(_OVERLAPS) == []


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


def test_texts_have_room_whatever_they_are(
    folder: Any, crosp: Callable[..., Any], opened_anew: Callable[[Path], Opened], language: str
) -> None:
    folder.project()
    path = folder.write("a.yaml", _STRESS)
    target = folder.path / "a.html"
    result = crosp("render", path, "--lang", language, "--today", "2026-11-22", "-o", target, cwd=folder.path)
    assert result.status == 0, result.out + result.err
    opened = opened_anew(target)
    for width in (320, 1280):
        opened.look(width)
        assert opened.evaluate(_OVERLAPS) == []
        assert opened.evaluate("document.scrollingElement.scrollWidth") <= width


def test_each_picture_is_shown_once_and_has_a_name(opened: Opened, paper: Paper) -> None:
    for width in (320, 1280):
        opened.look(width)
        shown = opened.evaluate(
            "[...document.querySelectorAll('svg.picture')].filter(p => p.getBoundingClientRect().width)"
            ".map(p => document.getElementById(p.getAttribute('aria-labelledby')).textContent)"
        )
        assert len(shown) == len(set(shown))
        if (
            paper.is_report
        ):  # what is different since last time, where there was one, and where groups go apart: that in parts
            assert len(shown) == (3 if paper.path == SCHOOL else 1)


def test_dark_is_dark_in_the_pictures_too(
    render: Callable[[Paper], Path], opened_anew: Callable[[Path], Opened]
) -> None:
    opened = opened_anew(render(Paper(SCHOOL, "report", "sv")))
    fill = "getComputedStyle(document.querySelector('svg.picture.wide > rect')).fill"
    assert opened.evaluate(fill) == "rgb(255, 255, 255)"
    opened.look(scheme="dark")
    assert opened.evaluate(fill) != "rgb(255, 255, 255)"
    opened.look(scheme="dark", media="print")
    assert opened.evaluate(fill) == "rgb(255, 255, 255)"


_SIGN = "¶"
"""Put after each heading, too small to move anything, to tell it from the same words elsewhere."""


def test_it_prints_well(opened: Opened, paper: Paper, tmp_path: Path) -> None:
    with opened.styled(f":is(h2, h3, h4, h5, h6)::after {{ content: '{_SIGN}'; font-size: 1px; }}"):
        printed = opened.printed(tmp_path / "page.pdf")
    assert printed.paper.endswith("(A4)")
    assert [sheet for sheet in printed.sheets if len(sheet) < 4] == [], "a sheet with next to nothing on it"
    assert any(_SIGN in line for sheet in printed.sheets for line in sheet)
    assert [sheet[-1] for sheet in printed.sheets if _SIGN in sheet[-1]] == [], "a heading alone at the bottom"
    if paper.is_report:
        # The summary is the first sheet, whole: the next part begins the second.
        following = opened.evaluate("document.querySelector('#summary + section h2').innerText")
        assert printed.sheets[1][0].rstrip(f" {_SIGN}") == following
    if paper.is_report and paper.path == SCHOOL:
        assert len(printed.sheets) <= 23
