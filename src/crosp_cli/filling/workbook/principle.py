"""A sheet with the questions of one principle: a part for each cell, with what there is to answer row by row."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from xlsxwriter.worksheet import Worksheet

from crosp_cli.filling.fields import Field, Fields, written
from crosp_cli.filling.questionnaire import Asked, AskedCell, Questionnaire, Said
from crosp_cli.filling.workbook.book import ANSWERS, BEFORE, LABELS, Book, fits, place_in
from crosp_cli.filling.workbook.hidden import key
from crosp_cli.filling.workbook.measures import FIRST
from crosp_cli.filling.workbook.words import answer, enough, last_time, main_lines, probes, stays, without_step
from crosp_cli.model.assessment import Place
from crosp_cli.output.labels import status_word
from crosp_cli.text.languages import pick
from crosp_cli.text.paragraphs import one_line
from crosp_cli.text.translation import translation

_RATING = "current_state/rating"


class Rows(NamedTuple):
    """Where a cell of the matrix stands on its sheet."""

    answer: int
    """The row of the first field, below the question."""
    step: int


_WITH_REASON = 2
"""How many rows a step and the reason for none take."""


def write(
    book: Book, sheet: Worksheet, cells: Sequence[AskedCell], asked: Questionnaire, asked_for: Fields
) -> Mapping[Place, Rows]:
    """Write the sheet, and return where each cell of the matrix stands."""
    _ = translation(asked.language).gettext
    book.put(sheet, 0, LABELS, cells[0].principle, "title")
    book.put(sheet, 1, LABELS, _("Question"), "column")
    book.put(sheet, 1, ANSWERS, answer(asked.language), "column")
    before = next((cell.before.occasion for cell in asked.cells if cell.before), "")
    if before:
        book.put(sheet, 1, BEFORE, last_time(before, asked.language), "column")
    sheet.freeze_panes(2, 0)
    sheet.repeat_rows(1)
    found, at = {}, 3
    begins = []
    for cell in cells:
        begins.append(at)
        at, found[cell.place] = _cell(book, sheet, at, cell, asked, asked_for)
    book.keep_together(sheet, begins, at)
    return found


def _cell(
    book: Book, sheet: Worksheet, at: int, cell: AskedCell, asked: Questionnaire, asked_for: Fields
) -> tuple[int, Rows]:
    """Write the part of a cell from a row on; return the row after it, and where it stands."""
    _ = translation(asked.language).gettext
    rows: dict[str, int] = {}
    begins = _("begin with this one") if cell.in_round and not all(one.in_round for one in asked.cells) else ""
    beside = [(BEFORE, "")] if any(one.before for one in asked.cells) else []
    for column, text in ((LABELS, cell.name), (ANSWERS, begins), *beside):
        book.put(sheet, at, column, text, "heading")
    for row in _question(cell.asked, asked.language):
        at += 1
        _put_row(book, sheet, at, row)
    for field in asked_for.cell.values():
        if field.name == "need/analysis" and asked.need:
            at += 1
            _put_row(book, sheet, at, (field.title, one_line(f"{main_lines(asked.need)} {probes(asked.need)}"), "soft"))
        if field.name == _RATING and any(step.description for step in field.choices):
            at += 1
            steps = (f"{step.title}: {step.description}".rstrip(": ") for step in field.choices)
            _put_row(book, sheet, at, (_("The steps"), "\n".join(steps), "soft"))
        at += 1
        rows[field.name] = at
        _field(book, sheet, at, cell, field, asked.language)
        if field.name == "not_applicable":
            at += 1
            _put_row(book, sheet, at, ("", enough(asked.language)[0], "soft"))
    at += 1
    title = asked.framework.step_title("measures")
    _measures(book, sheet, at, cell, pick(title, asked.language), asked.language)
    return at + 2, Rows(min(rows.values()), rows[_RATING])


def lead_on(book: Book, sheet: Worksheet, step: int, then: AskedCell | None, there: tuple[str, Rows] | None) -> None:
    """Let the row below a cell's step, and the reason for none, lead to what comes next: a question, or measures."""
    _ = translation(book.language).gettext
    if then and there:
        name, rows = there
        text = enough(book.language)[1]
        place = place_in(name, rows.answer, ANSWERS)
        book.link(sheet, step + _WITH_REASON, ANSWERS, place, text.format(question=then.title))
        return
    text = enough(book.language)[2]
    place = place_in(_("Measures"), FIRST, LABELS)
    book.link(sheet, step + _WITH_REASON, ANSWERS, place, text.format(name=_("Measures")))


def _question(asked: Asked | None, language: str) -> Iterator[tuple[str, str, str]]:
    """The rows that ask: what each is called, what it says, and how it looks."""
    _ = translation(language).gettext
    if asked is None:
        return
    yield _("The question"), main_lines(asked), "question"
    if asked.probes:
        yield _("To think of"), probes(asked), "soft"
    if asked.evidence:
        yield _("What could show it"), asked.evidence, "soft"
    if asked.terms:
        yield _("Terms"), "\n".join(f"{term.title}: {term.definition}" for term in asked.terms), "soft"


def _put_row(book: Book, sheet: Worksheet, at: int, row: tuple[str, str, str]) -> None:
    label, text, style = row
    book.put(sheet, at, LABELS, label, "soft")
    book.put(sheet, at, ANSWERS, text.strip("\n"), style)


def _field(book: Book, sheet: Worksheet, at: int, cell: AskedCell, field: Field, language: str) -> None:
    now, before = (shown(said, field, language) for said in (cell.now, cell.before))
    if not fits(now):
        before, now = stays(language), ""
    book.put_key(sheet, at, key(("cells", *cell.place, *field.name.split("/")), {"": now}))
    book.put_label(sheet, at, LABELS, field.label, field.hint or _hint(field, language), field.rows)
    book.put(sheet, at, ANSWERS, now, "text")
    book.put(sheet, at, BEFORE, before, "soft")
    if field.choices:
        book.choose(sheet, at, ANSWERS, field.name)


def _hint(field: Field, language: str) -> str:
    _ = translation(language).gettext
    if field.name == "not_applicable":
        return _("Only where you chose: {step}").format(step=without_step(language)[1])
    return _("Choose from the list") if field.name == _RATING else ""


def shown(said: Said | None, field: Field, language: str) -> str:
    """Return what was said in a field, in the words that there are to choose among."""
    if said is None:
        return ""
    text = written(said.cell, field)
    if field.name == _RATING and said.cell.not_applicable:
        return without_step(language)[1]
    return next((one.title for one in field.choices if one.value == text), text)


def _measures(book: Book, sheet: Worksheet, at: int, cell: AskedCell, title: str, language: str) -> None:
    _ = translation(language).gettext
    book.put(sheet, at, LABELS, title, "label")
    name = _("Measures")
    book.link(sheet, at, ANSWERS, f"'{name}'!A1", _("Measures are written on the sheet %(name)s.") % {"name": name})
    said = cell.before.cell.measures if cell.before else ()
    lines = (f"{one.what.strip()} ({status_word(one.status, language)})" for one in said)
    book.put(sheet, at, BEFORE, "\n".join(lines), "soft")
