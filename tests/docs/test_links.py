"""Every link leads somewhere, and every page is short enough to read."""

from pathlib import Path

import pytest

from .pages import DOCS, READMES, ROOT, headings, links, prose, read

_FOLDERS = ("docs", "examples", "benchmarks", "tests", ".github")
PAGES = sorted({*ROOT.glob("*.md"), *(path for folder in _FOLDERS for path in (ROOT / folder).rglob("*.md"))})


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_relative_links_lead_somewhere(path: Path) -> None:
    assert [link for link in links(read(path)) if not _leads_somewhere(path, link)] == []


def _leads_somewhere(page: Path, link: str) -> bool:
    file, _, place = link.partition("#")
    target = page.parent / file if file else page
    return target.exists() and (not place or place in {name for _depth, name in headings(read(target))})


@pytest.mark.parametrize("name", READMES)
def test_a_readme_is_short_and_shows_a_small_picture(name: str) -> None:
    text = (ROOT / name).read_text("utf-8")
    assert len(text.splitlines()) <= 150
    (picture,) = (link for link in links(text) if link.endswith(".png"))
    assert (ROOT / picture).stat().st_size < 150_000


@pytest.mark.parametrize("path", sorted(DOCS.rglob("*.md")), ids=lambda path: path.relative_to(DOCS).as_posix())
def test_a_page_is_read_in_five_minutes(path: Path) -> None:
    sentences = [line for line in prose(read(path)).splitlines() if not line.startswith("|")]
    assert len(" ".join(sentences).split()) <= 1200, "make it two pages"
