"""Programmes and collaborations in every form: no figure without its date, nothing that has ended as if it went on."""

import io
import json
import re
from collections.abc import Callable, Iterator
from itertools import takewhile
from pathlib import Path
from typing import Any

import docx
import pytest

from .conftest import Page, golden

PAPERS = golden("papers")
EXAMPLE = Path(__file__).parents[2] / "examples" / "exempelkommun"
TODAY = "2026-11-22"
OFFICE = pytest.mark.office
FORMS = ["text", "json", "markdown", "html", pytest.param("docx", marks=OFFICE), pytest.param("pdf", marks=OFFICE)]
DATE = re.compile(r"\b20\d\d-\d\d-\d\d\b")


def rows_of_docx(data: bytes) -> Iterator[str]:
    for block in docx.Document(io.BytesIO(data)).iter_inner_content():
        if isinstance(block, docx.table.Table):
            yield from (" | ".join(cell.text for cell in row.cells) for row in block.rows)
        else:
            yield block.text


def rows_of_json(part: Any, above: str = "") -> Iterator[str]:
    """Each object's own values, after the dates of those around it."""
    if isinstance(part, list):
        for one in part:
            yield from rows_of_json(one, above)
    elif isinstance(part, dict):
        own = " ".join(f"{key}={value}" for key, value in part.items() if not isinstance(value, dict | list))
        days = " ".join([above, *DATE.findall(own)])
        yield f"{days} {own}"
        for value in part.values():
            yield from rows_of_json(value, days)


def rows_of_text(text: str) -> Iterator[str]:
    """Each line with those that go on below it: they stand further to the right, or it was full."""
    for block in re.split(r"\n\n+", text):
        found: list[str] = []
        for line in block.splitlines():
            goes_on = found and (len(line) - len(line.lstrip()) > 20 or len(found[-1].split("\n")[-1]) > 60)
            found = [*found[:-1], f"{found[-1]}\n{line}"] if goes_on else [*found, line]
        yield from found


def rows(made: bytes, form: str) -> list[str]:
    """What is read at one go: a row of a table, a paragraph, an item of a list, an object in JSON."""
    if form == "docx":
        found = list(rows_of_docx(made))
    elif form == "pdf":
        found = [line for line in PAPERS.of_pdf(made) if not line.startswith("TR TH Column")]
    elif form == "html":
        elements = Page(made.decode()).all("tr", "p", "li", "figcaption", "title", "div", "section")
        found = [
            " | ".join(part.text for part in one.children) if one.name in ("tr", "div", "section") else one.text
            for one in elements
            if not any(one.above(name) for name in ("tr", "li", "svg"))
        ]
    elif form == "json":
        found = list(rows_of_json(json.loads(made)))
    else:
        found = list(rows_of_text(made.decode())) if form == "text" else made.decode().splitlines()
    return [" ".join(one.split()) for one in found]


@pytest.fixture(scope="module")
def shown(crosp: Callable[..., Any], tmp_path_factory: pytest.TempPathFactory) -> Callable[..., list[str]]:
    """What a command shows of the worked example in a form, row by row."""
    folder = tmp_path_factory.mktemp("registers")

    def run(form: str, command: str, path: Path, *options: str, today: str = TODAY) -> list[str]:
        arguments = (command, path, *options, "--format", form, "--today", today, "--lang", "en")
        if form in ("docx", "pdf"):
            result = crosp(*arguments, "--force", "-o", folder / f"made.{form}")
            made = (folder / f"made.{form}").read_bytes()
        else:
            result = crosp(*arguments)
            made = result.out.encode()
        assert (result.status, "Traceback" in result.err) == (0, False)
        return rows(made, form)

    return run


def full(form: str) -> list[str]:
    return ["--full"] if form == "text" else []


@pytest.mark.parametrize("form", FORMS)
def test_every_figure_of_a_programme_stands_with_its_date(shown: Any, form: str) -> None:
    found = shown(form, "programme", EXAMPLE / "programmes" / "uss.yaml", *full(form))
    figures = (r"79\b.*\b144", r"56\b.*\b143", r"12 more|number=12", r"61\b.*\b79", r"52\b.*\b61|number=52")
    for figure in figures:
        told = [row for row in found if re.search(rf"(?<![-\d]){figure}", row)]
        assert told, figure
        assert [row for row in told if not DATE.search(row)] == []


@pytest.mark.parametrize("form", FORMS)
def test_a_programme_that_has_ended_is_not_shown_as_current(shown: Any, form: str, tmp_path: Path) -> None:
    text = (EXAMPLE / "programmes" / "uss.yaml").read_text("utf-8")
    path = tmp_path / "uss.yaml"
    path.write_text(text.replace("start: 2020-08-17\n", "start: 2020-08-17\nend: 2025-06-13\n"), "utf-8")
    found = "\n".join(shown(form, "programme", path, *full(form)))
    assert re.search(r"ended on 2025-06-13|standing=ended", found, re.IGNORECASE)
    assert not re.search(r"going on|more are registered|due soon|holds=current|standing=ongoing", found, re.IGNORECASE)
    assert re.search(r"That period is over|holds=period-over", found)
    assert re.search(r"2025-05-30\b.*\boverdue", found)


REGISTER = """\
format: crosp-collaborations/1
date: 2026-10-01
collaborations:
  - {id: a, title: Said to have ended, status: ended, end: 2026-06-30, with: [{organisation: polisen}]}
  - {id: b, title: Over and not said so, status: ongoing, start: 2024-01-08, end: 2026-08-31}
  - {id: c, title: Never begun and over, status: planned, end: 2026-09-30, reports: [{date: 2026-12-01}]}
  - {id: d, title: Still there, status: ongoing, start: 2025-01-08, with: [{organisation: polisen}]}
  - {id: e, title: Yet to begin, status: ongoing, start: 2027-01-11}
"""


@pytest.mark.parametrize("form", ["text", "json", "markdown", "html", "ics"])
def test_no_collaboration_stands_without_its_date_or_longer_than_it_lasts(
    shown: Any, form: str, tmp_path: Path
) -> None:
    (tmp_path / "register.yaml").write_text(REGISTER, "utf-8")
    found = shown(form, "collaborations", tmp_path, *full(form))
    stands = {
        "Said to have ended": r"ended 2026-06-30|ended_on=2026-06-30",
        "Over and not said so": r"ended 2026-08-31|ended_on=2026-08-31",
        "Never begun and over": r"ended 2026-09-30|ended_on=2026-09-30",
        "Still there": r"ongoing, since 2025-01-08|standing=ongoing",
        "Yet to begin": r"planned, from 2027-01-11|standing=planned",
    }
    told = [(row, title) for row in with_what_follows(found) for title in stands if title in row and "rite" not in row]
    assert {title for _row, title in told} == ({*stands} if form != "ics" else {"Never begun and over"})
    assert [(row, title) for row, title in told if not re.search(stands[title], row)] == []


def with_what_follows(found: list[str]) -> Iterator[str]:
    """Each row; a heading, and the summary of an event, with the rows up to the next."""
    for number, row in enumerate(found):
        if row.startswith(("### ", "SUMMARY:")):
            more = takewhile(lambda one: not one.startswith(("#", "END:")), found[number + 1 :])
            yield " ".join([row, *more])
        else:
            yield row
