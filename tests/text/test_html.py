"""Text as HTML: dates that stay on one line."""

import re
from pathlib import Path

import pytest

from crosp_cli.text.html import with_whole_dates

PAGES = sorted((Path(__file__).parents[1] / "golden").glob("*.html"))


@pytest.mark.parametrize(
    ("page", "whole"),
    [
        ("<p>(as worded on 2026-01-15)</p>", '<p>(as worded on <span class="day">2026-01-15</span>)</p>'),
        ("<p>per den 31 oktober 2026.</p>", '<p>per den <span class="day">31 oktober 2026</span>.</p>'),
        ('<p class="day-2026-01-15">x</p>', '<p class="day-2026-01-15">x</p>'),
        ('<span class="date">2026-01-15</span>', '<span class="date">2026-01-15</span>'),
        ("<svg><text>2026-01-15</text></svg>", "<svg><text>2026-01-15</text></svg>"),
        ("<svg><text>2026-01-15</text><svg> 2026-01-15", "<svg><text>2026-01-15</text><svg> 2026-01-15"),
        ("<p title='2026-01-15", "<p title='2026-01-15"),
        ("<p>12026-01-151 and 2026-01-150</p>", "<p>12026-01-151 and 2026-01-150</p>"),
    ],
)
def test_a_date_stays_on_one_line(page: str, whole: str) -> None:
    assert with_whole_dates(f"<body>{page}") == f"<body>{whole}"


def test_a_date_in_the_tag_that_begins_the_body_is_left_as_it_stands() -> None:
    page = '<html lang="sv">\n<body title="Per 2026-01-15" class="a">'
    assert with_whole_dates(f"{page}2026-01-15") == f'{page}<span class="day">2026-01-15</span>'


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_no_date_of_a_page_can_break(page: Path) -> None:
    body = page.read_text("utf-8").partition("<body")[2]
    kept = re.sub(r'<svg.*?</svg>|<span class="(?:day|date)">[^<]*</span>|<[^>]*>', "\n", body, flags=re.DOTALL)
    assert re.findall(r".*\b\d{4}-\d\d-\d\d\b.*", kept) == []


@pytest.mark.parametrize("begun", ["<svg>", "<style ", "<"])
def test_what_nothing_ends_is_read_once(begun: str) -> None:
    page = f"<body>{begun * 500_000}"  # with a search for the end of each, this takes an hour
    assert with_whole_dates(page) == page
