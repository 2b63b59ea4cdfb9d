"""The sheet with the measures: a row for each that there is already, and empty ones for more."""

from collections.abc import Mapping, Sequence

from xlsxwriter.worksheet import Worksheet

from crosp_cli.filling.fields import Field, Fields, next_follow_up, written
from crosp_cli.filling.questionnaire import Questionnaire
from crosp_cli.filling.workbook.book import Book, fits
from crosp_cli.filling.workbook.hidden import key
from crosp_cli.filling.workbook.words import cell_titles, concerns, main_lines, probes, stays
from crosp_cli.model.assessment import Measure, Place
from crosp_cli.text.translation import translation

_EMPTY_ROWS = 30
_LINES = 2
"""How many lines of room a row has before anything is written in it."""
_WIDTHS = {"text": 50, "line": 26, "day": 14, "choice": 18}
_HEADER = 4
FIRST = _HEADER + 1
"""The row of the first measure."""


def widths(asked_for: Fields) -> Sequence[float]:
    """Return how wide the sheet's columns are."""
    return (0, 44, *(_WIDTHS[field.holds] for field in asked_for.measure.values()))


def write(book: Book, sheet: Worksheet, asked: Questionnaire, asked_for: Fields) -> None:
    """Write the sheet."""
    _ = translation(asked.language).gettext
    book.put(sheet, 0, 1, _("Measures"), "title")
    if asked.measures:
        book.put(sheet, 1, 1, main_lines(asked.measures).replace("\n", " "), "note")
        book.put(sheet, 2, 1, probes(asked.measures).replace("\n", " "), "note")
    book.put(sheet, _HEADER - 1, 1, _("One measure on each row. Fields with a list show an arrow when chosen."), "note")
    for column, title in enumerate((concerns(asked.language), *(one.label for one in asked_for.measure.values())), 1):
        book.put(sheet, _HEADER, column, title, "column")
    sheet.freeze_panes(FIRST, 2)
    sheet.repeat_rows(_HEADER)
    titles = cell_titles(asked.framework, asked.language)
    rows = [(cell, measure) for cell in asked.cells if cell.now for measure in cell.now.cell.measures]
    for at, (cell, measure) in enumerate(rows, FIRST):
        _row(book, sheet, at, asked_for, (cell.place, titles[cell.place], measure))
    for at in range(FIRST + len(rows), FIRST + len(rows) + _EMPTY_ROWS):
        _row(book, sheet, at, asked_for)


def _row(
    book: Book, sheet: Worksheet, at: int, asked_for: Fields, of: tuple[Place, str, Measure] | None = None
) -> None:
    """Write the row of a measure, `of` that and the cell it is for, with the cell's title; or an empty one."""
    place, title, measure = of or (None, "", None)
    book.make_room(sheet, at, _LINES)
    said = {field.name: written(measure, field) if measure else "" for field in asked_for.measure.values()}
    now = {name: text if fits(text) else stays(book.language) for name, text in said.items()}
    if place and measure:
        book.put_key(sheet, at, key(("cells", *place, "measures", measure.id), _places(measure, now)))
        book.put(sheet, at, 1, title, "fixed")
    else:
        book.put(sheet, at, 1, "", "text")
        book.choose(sheet, at, 1, "cells")
    for column, field in enumerate(asked_for.measure.values(), 2):
        _field(book, sheet, at, column, field, now[field.name])


def _places(measure: Measure, now: Mapping[str, str]) -> Mapping[str, str]:
    """What stands in the fields of a measure, by where it belongs: a follow-up is known by its day."""
    planned = next_follow_up(measure.follow_ups)
    return {name.replace("/", f"/{planned.date}/") if planned else name: text for name, text in now.items()}


def _field(book: Book, sheet: Worksheet, at: int, column: int, field: Field, now: str) -> None:
    if field.holds == "day":
        book.put_day(sheet, at, column, now)
        return
    book.put(sheet, at, column, next((one.title for one in field.choices if one.value == now), now), "text")
    if field.choices:
        book.choose(sheet, at, column, field.name)
    elif field.name == "responsible":
        book.choose(sheet, at, column, "roles", only=False)
