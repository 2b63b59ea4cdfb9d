"""The form on paper: a page for each cell, with room to write, and a sheet for one person."""

from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest

from crosp_cli.cli.commands.form.run import MOST_ON_PAPER, refuse_a_pile_of_paper, write_form
from crosp_cli.cli.exits import CannotError
from crosp_cli.cli.target import Target
from crosp_cli.filling.fields import fields
from crosp_cli.filling.paper import as_page
from crosp_cli.filling.questionnaire import Questionnaire, Subject, for_one_person, questionnaire
from crosp_cli.reading.workspace import Workspace

SCHOOL = "ekskolan/assessments/ekskolan/2026-ht-school.yaml"
ALL = ("form", "a.yaml", "--cells", "all", "--lang")


def asked(language: str) -> Questionnaire:
    context = Workspace().context_in(Path())
    guidance, framework = context.guidance(), context.framework
    assert framework
    assert guidance
    return questionnaire(framework, guidance, framework.head.levels[1], Subject("Ekskolan", "e", "2026-ht"), language)


@pytest.mark.parametrize("language", ["sv", "en"])
def test_it_asks_what_every_form_asks(language: str) -> None:
    page = as_page(asked(language))
    found = fields(asked(language).framework, language)
    for field in (*found.cell.values(), *found.measure.values()):
        if field.name == "not_applicable":  # there is a line for it where the step is chosen
            continue
        assert page.count(field.label) >= len(asked(language).framework.first_round("school"))
        assert all(choice.title in page for choice in field.choices)


def test_a_sheet_for_one_person_asks_nothing_that_tells_who_it_is() -> None:
    page = as_page(for_one_person(asked("sv"), "teachers"))
    assert page.count("☐") == 4 * 5
    assert "Med egna ord" in page
    assert page.count("to-come") == 1
    assert "Klart senast" not in page


@pytest.mark.parametrize(("format_", "group"), [("html", None), ("pdf", "teachers"), ("pdf", None)])
def test_a_pile_of_paper_is_printed_only_where_its_questions_are_named(format_: str, group: str | None) -> None:
    whole = asked("en")
    cells = [replace(cell, in_round=True) for cell in [*whole.cells] * 3]
    many = replace(whole, cells=cells, group=group)
    if (format_, group) != ("pdf", None):
        refuse_a_pile_of_paper(many, format_, "en")
        return
    refuse_a_pile_of_paper(replace(many, cells=cells[:MOST_ON_PAPER]), format_, "en")
    with pytest.raises(CannotError, match="these are 72") as refused:
        refuse_a_pile_of_paper(many, format_, "en")
    assert "--cells shared-direction/funding" in str(refused.value)


@pytest.mark.parametrize("format_", ["html", "xlsx", "pdf"])
def test_no_form_is_made_that_explains_without_end(format_: str, tmp_path: Path) -> None:
    whole = asked("en")
    path = tmp_path / f"a.{format_}"
    with pytest.raises(CannotError, match="more than 10,000,000 characters"):
        write_form(
            replace(whole, cells=[*whole.cells] * 400),
            Target((format_,), path, format_, force=False),
            "en",
            into=None,
            opened=False,
        )
    assert not path.exists()


def test_who_takes_part_stands_on_it_where_that_is_known() -> None:
    page = as_page(replace(asked("sv"), participants={"teachers": "18"}))
    assert "<td>18</td>" in page


def test_a_framework_of_one_column_says_nothing_of_it() -> None:
    whole = asked("sv")
    single = replace(whole, cells=[replace(cell, title=cell.principle) for cell in whole.cells])
    assert {cell.name for cell in single.cells} == {cell.principle for cell in whole.cells}
    assert {cell.name for cell in whole.cells} == {cell.area for cell in whole.cells}
    assert " × " in as_page(whole)
    assert " × " not in as_page(single)


@pytest.mark.cli
@pytest.mark.office
def test_a_pdf_has_a_page_for_each_cell_and_a_sheet_for_one_person_is_one(
    crosp: Callable[..., Any], examples: Path, tmp_path: Path
) -> None:
    from pypdf import PdfReader

    (tmp_path / "a.yaml").write_text((examples / SCHOOL).read_text("utf-8"), "utf-8")
    assert crosp(*ALL, "sv", "-o", "form.pdf", cwd=tmp_path).status == 0
    pages = PdfReader(tmp_path / "form.pdf").pages
    headings = [(page.extract_text().splitlines() or [""])[0] for page in pages[1:]]
    assert len(headings) == 24
    assert len(set(headings)) == 24
    assert "Står redan i kartläggningen: 1 – Påbörjat" in pages[1].extract_text()
    response = ("--for", "response", "--group", "teachers", "-o", "r.pdf")
    assert crosp(*ALL, "sv", *response, cwd=tmp_path).status == 0
    reader = PdfReader(tmp_path / "r.pdf")
    assert len(reader.pages) == 1
    assert "/CreationDate" not in (reader.metadata or {})


@pytest.mark.cli
@pytest.mark.office
def test_in_word_each_cell_begins_a_page(crosp: Callable[..., Any], examples: Path, tmp_path: Path) -> None:
    from docx import Document

    (tmp_path / "a.yaml").write_text((examples / SCHOOL).read_text("utf-8"), "utf-8")
    made = crosp("form", "a.yaml", "--cells", "all", "-o", "form.docx", "--lang", "en", cwd=tmp_path)
    assert made.status == 0
    assert "Print it" in made.err
    document = Document(BytesIO((tmp_path / "form.docx").read_bytes()))
    breaks = [one.text for one in document.paragraphs if one.paragraph_format.page_break_before]
    assert len(breaks) == 24
    assert breaks[0] == "A shared direction × Funding and flexible resource allocation"
    assert sum(row.height is not None for table in document.tables for row in table.rows) >= 24 * 7
