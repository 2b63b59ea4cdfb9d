"""The sheet that a workbook begins with: how it is filled in, which assessment it is for, and who takes part."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from xlsxwriter.worksheet import Worksheet

from crosp_cli.editing.wording import words
from crosp_cli.filling.questionnaire import Questionnaire
from crosp_cli.filling.workbook.book import ANSWERS, KEYS, LABELS, Book
from crosp_cli.filling.workbook.keys import key
from crosp_cli.filling.workbook.words import answer
from crosp_cli.text.languages import pick
from crosp_cli.text.translation import translation


class _Row(NamedTuple):
    """A row with something to answer, or to know."""

    steps: tuple[str, ...]
    label: str
    now: str = ""
    holds: str = "fixed"
    """How the answer is written: in text, as a number, a day or one of the units; or not at all."""
    hint: str = ""


def write(book: Book, sheet: Worksheet, asked: Questionnaire) -> None:
    """Write the sheet."""
    _ = translation(asked.language).gettext
    subject = asked.subject
    names = (subject.title or pick(asked.level.title, asked.language), subject.occasion)
    book.put(sheet, 0, LABELS, ", ".join(name for name in names if name), "title")
    texts = (pick(asked.framework.head.title, asked.language), "", *_how_to(asked))
    for at, line in enumerate(texts, 1):
        book.put(sheet, at, LABELS, line, "note")
    at = len(texts) + 2
    at = _part(book, sheet, at, _("About the assessment"), answer(asked.language), list(_subject(asked)))
    people = list(_people(asked))
    if people:
        many, only = (
            _("How many take part, of each group?"),
            _("Numbers only, never who. Leave empty where nobody does."),
        )
        at = _part(book, sheet, at, many, only, people)
    credit = asked.framework.head.credit
    book.put(sheet, at, LABELS, pick(credit, asked.language) if credit else "", "note")


def _part(book: Book, sheet: Worksheet, at: int, title: str, beside: str, rows: Sequence[_Row]) -> int:
    """Write rows under a title, and return the row after them."""
    book.put(sheet, at, LABELS, title, "column")
    book.put(sheet, at, ANSWERS, beside, "column")
    for here, row in enumerate(rows, at + 1):
        _write(book, sheet, here, row)
    return at + len(rows) + 2


def _how_to(asked: Questionnaire) -> Iterator[str]:
    _ = translation(asked.language).gettext
    yield _("How to fill it in")
    yield _("1. Choose a sheet at the bottom: there is one for each principle. The map shows where you are.")
    yield _("2. Talk about a question together. Write in the yellow cells, and choose the step that fits best.")
    yield _("3. Measures go on the sheet Measures, one on each row. Choose which question each is for.")
    yield _("4. Save the workbook, and give it to whoever keeps the assessment. It is brought in with crosp import.")
    yield _("Every question may be left unanswered, and you may stop and go on another day.")
    yield _("Write of roles and groups, never of individuals: no names, no personal identity numbers.")
    if asked.why:
        yield _("Begin with the questions that have a thick border on the map.") + " " + asked.why


def _subject(asked: Questionnaire) -> Iterator[_Row]:
    _ = translation(asked.language).gettext
    subject = asked.subject
    slug = _("As in crosp.yaml: a–z, 0–9 and hyphens, such as ekskolan.")
    if asked.level.concerns == "unit":
        units = "units" if subject.units else "text"
        hint = _("Choose the unit.") if subject.units else slug
        yield _Row(("unit",), _("Unit"), subject.unit or "", "fixed" if subject.unit else units, hint)
    yield _Row(("level",), _("Level"), asked.level.id)
    known = "fixed" if subject.occasion else ""
    such = _("Such as %(occasion)s: a–z, 0–9 and hyphens.") % {"occasion": f"2026-{words(asked.language).terms[1]}"}
    yield _Row(("occasion",), _("What the occasion is called"), subject.occasion or "", known or "text", such)
    day = subject.day.isoformat() if subject.day else ""
    yield _Row(("date",), _("The day you talk about it"), day, known or "day")
    yield _Row(("framework",), _("Framework"), asked.framework.name)


def _people(asked: Questionnaire) -> Iterator[_Row]:
    for group in asked.framework.head.groups:
        now = asked.participants.get(group.id, "")
        yield _Row(("participants", group.id, "count"), pick(group.title, asked.language), now, "number")


def _write(book: Book, sheet: Worksheet, at: int, row: _Row) -> None:
    book.put(sheet, at, KEYS, key(row.steps, {"": row.now}))
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
