"""Each page stands in Swedish and in English: the same parts, the same ways on, the same commands."""

import re
from pathlib import Path

import pytest

from .pages import ROOT, blocks, headings, links, pages_in, read, twins

TWINS = pytest.mark.parametrize(("swedish", "english"), twins(), ids=lambda path: path.relative_to(ROOT).as_posix())


def test_both_languages_have_the_same_pages() -> None:
    assert pages_in("sv") == pages_in("en")


@TWINS
def test_twins_have_the_same_parts(swedish: Path, english: Path) -> None:
    depths = [[depth for depth, _name in headings(read(page))] for page in (swedish, english)]
    assert depths[0] == depths[1]


@TWINS
def test_twins_lead_to_the_same_places(swedish: Path, english: Path) -> None:
    assert _places(swedish) == _places(english)


def _places(page: Path) -> set[tuple[str, int | None]]:
    """The files that a page links to, in either language, and where on them: the number of the heading."""
    found = set()
    for link in links(read(page)):
        file, _, place = link.partition("#")
        target = (page.parent / file).resolve() if file else page
        names = [name for _depth, name in headings(read(target))] if place else []
        path = target.relative_to(ROOT).as_posix()
        found.add(
            (re.sub(r"^docs/(?:sv|en)/|(?:-sv|-en|\.sv)(?=\.\w+$)", "", path), names.index(place) if place else None)
        )
    return found


@TWINS
def test_twins_show_the_same_commands(swedish: Path, english: Path) -> None:
    assert _commands(swedish) == _commands(english)


def _commands(page: Path) -> list[tuple[str, ...]]:
    """The commands in a page's blocks, each with its options; what they are given may be in the page's language."""
    found = []
    for kind, block in blocks(page):
        lines = block.splitlines()
        if kind == "console":
            lines = [line[2:] for line in lines if line.startswith("$ ")]
        if kind in ("console", "sh", "powershell"):
            found += [tuple(re.findall(r"^crosp [\w-]+|^[\w.]+|(?<= )(?!--lang)--?[a-z-]+", line)) for line in lines]
        else:
            found.append((kind,))
    return found


@pytest.mark.parametrize("name", pages_in("sv"))
def test_a_page_leads_to_its_twin(name: str) -> None:
    for language, other in (("sv", "en"), ("en", "sv")):
        (first, *_rest) = links(read(ROOT / "docs" / language / name))
        assert first == "../" * (name.count("/") + 1) + f"{other}/{name}"
