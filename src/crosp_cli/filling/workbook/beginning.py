"""The sheet that a workbook begins with: how it is filled in, which assessment it is for, and who takes part."""

import textwrap
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from xlsxwriter.worksheet import Worksheet

from crosp_cli.editing.wording import words
from crosp_cli.filling.questionnaire import Questionnaire
from crosp_cli.filling.workbook.book import ANSWERS, LABELS, Book, place_in
from crosp_cli.filling.workbook.hidden import key
from crosp_cli.filling.workbook.principle import Rows
from crosp_cli.filling.workbook.words import answer, unit_titles
from crosp_cli.model.assessment import Place
from crosp_cli.text.languages import pick
from crosp_cli.text.translation import translation

_WIDE = 130
"""How many letters a line of text over all columns has."""


class _Row(NamedTuple):
    """A row with something to answer, or to know."""

    steps: tuple[str, ...]
    label: str
    now: str = ""
    holds: str = "fixed"
    """How the answer is written: in text, as a number, a day or one of the units; or not at all."""
    hint: str = ""
    names: Mapping[str, str] = {}
    """The short name, or short names, that crosp knows it by, and what they are called here."""


def write(book: Book, sheet: Worksheet, asked: Questionnaire, places: Mapping[Place, tuple[str, Rows]]) -> None:
    """Write the sheet; `places` are the sheet of each cell of the matrix, and where it stands there."""
    _ = translation(asked.language).gettext
    subject = asked.subject
    names = (subject.title or pick(asked.level.title, asked.language), subject.occasion)
    book.put(sheet, 0, LABELS, ", ".join(name for name in names if name), "title")
    book.put(sheet, 1, LABELS, pick(asked.framework.head.title, asked.language), "note")
    book.put(sheet, 3, LABELS, _("How to fill it in"), "heading-alone")
    how = list(_how_to(asked.language))
    for at, line in enumerate(how, 4):
        book.put(sheet, at, LABELS, line, "note")
    at = _to_begin_with(book, sheet, len(how) + 5, asked, places)
    at = _part(book, sheet, at, _("About the assessment"), answer(asked.language), list(_subject(asked)))
    people = list(_people(asked))
    if people:
        many, only = (
            _("How many take part, of each group? It may be skipped."),
            _("Numbers only, never who. Leave empty where nobody does."),
        )
        at = _part(book, sheet, at, many, only, people)
    credit = asked.framework.head.credit
    for here, line in enumerate(textwrap.wrap(pick(credit, asked.language) if credit else "", _WIDE), at):
        book.put(sheet, here, LABELS, line, "note")


def _part(book: Book, sheet: Worksheet, at: int, title: str, beside: str, rows: Sequence[_Row]) -> int:
    """Write rows under a title, and return the row after them."""
    book.put(sheet, at, LABELS, title, "column")
    book.put(sheet, at, ANSWERS, beside, "column")
    for here, row in enumerate(rows, at + 1):
        _write(book, sheet, here, row)
    return at + len(rows) + 2


def _to_begin_with(
    book: Book, sheet: Worksheet, at: int, asked: Questionnaire, places: Mapping[Place, tuple[str, Rows]]
) -> int:
    """Write links to the questions to begin with, where those are not all, and return the row after them."""
    _ = translation(asked.language).gettext
    first = [cell for cell in asked.cells if cell.in_round]
    if len(first) == len(asked.cells):
        return at
    book.put(sheet, at, LABELS, _("Begin with these questions: click to go there"), "heading-alone")
    for here, cell in enumerate(first, at + 1):
        name, rows = places[cell.place]
        place = place_in(name, rows.answer, ANSWERS)
        book.link(sheet, here, LABELS, place, cell.title, "link-alone")
    for here, line in enumerate(textwrap.wrap(asked.why, _WIDE), at + len(first) + 1):
        book.put(sheet, here, LABELS, line, "note")
        at += 1
    return at + len(first) + 2


def _how_to(language: str) -> Iterator[str]:
    _ = translation(language).gettext
    yield _("1. Click a question below, or choose a sheet at the bottom: there is one for each principle.")
    yield _("2. Talk about the question together. Write in the yellow fields, and choose the step that fits best.")
    yield _("3. Save the workbook, and send it to whoever gave it to you, who brings it in with crosp import.")
    yield _("Every question may be left unanswered, and you may stop and go on another day.")
    yield _("Write of roles and groups, never of individuals: no names, no personal identity numbers.")


def _subject(asked: Questionnaire) -> Iterator[_Row]:
    _ = translation(asked.language).gettext
    subject = asked.subject
    slug = _("Such as ekskolan: a–z, 0–9 and hyphens. Ask whoever gave you the form.")
    if asked.level.concerns == "unit":
        units = "units" if subject.units else "text"
        hint = _("Choose the unit.") if subject.units else slug
        names = {subject.unit: subject.title or subject.unit} if subject.unit else unit_titles(subject.units)
        yield _Row(
            ("unit",), _("Unit"), names.get(subject.unit or "", ""), "fixed" if subject.unit else units, hint, names
        )
    title = pick(asked.level.title, asked.language)
    yield _Row(("level",), _("Level"), title, names={asked.level.id: title})
    known = "fixed" if subject.occasion else ""
    such = _("Such as %(occasion)s: a–z, 0–9 and hyphens.") % {"occasion": f"2026-{words(asked.language).terms[1]}"}
    yield _Row(("occasion",), _("What the occasion is called"), subject.occasion or "", known or "text", such)
    day = subject.day.isoformat() if subject.day else ""
    yield _Row(("date",), _("The day you talk about it"), day, known or "day")
    framework = pick(asked.framework.head.title, asked.language)
    yield _Row(("framework",), _("Framework"), framework, names={asked.framework.name: framework})


def _people(asked: Questionnaire) -> Iterator[_Row]:
    for group in asked.framework.head.groups:
        now = asked.participants.get(group.id, "")
        yield _Row(("participants", group.id, "count"), pick(group.title, asked.language), now, "number")


def _write(book: Book, sheet: Worksheet, at: int, row: _Row) -> None:
    book.put_key(sheet, at, key(row.steps, row.names or {"": row.now}))
    book.put(sheet, at, LABELS, row.label, "label")
    if row.holds == "day":
        book.put_day(sheet, at, ANSWERS, row.now)
    elif row.holds == "number":
        book.put_number(sheet, at, ANSWERS, row.now)
    else:
        book.put(sheet, at, ANSWERS, row.now, "fixed" if row.holds == "fixed" else "text")
    if row.holds == "units":
        book.choose(sheet, at, ANSWERS, "units")
    if row.holds != "fixed":
        book.put(sheet, at, ANSWERS + 1, row.hint, "soft")
