"""A workbook that is being made: its look, its lists to choose from, and cells that hold nothing but what they say."""

import math
import re
from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime
from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

from xlsxwriter import Workbook
from xlsxwriter.utility import xl_rowcol_to_cell
from xlsxwriter.worksheet import Worksheet

from crosp_cli.filling.workbook.cells import At
from crosp_cli.filling.workbook.hidden import lines_of
from crosp_cli.limits import CELL_CHARACTERS
from crosp_cli.text.translation import translation

KEYS, LABELS, ANSWERS, BEFORE = range(4)
"""The columns of a sheet with questions; the first is hidden."""

_OPTIONS = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
_ALLOWED = {"format_cells": True, "format_columns": True, "format_rows": True, "insert_columns": True}
"""What a protected sheet lets people do besides answering."""

_MADE = datetime(2000, 1, 1, tzinfo=UTC)
"""The day that the workbook says it was made: the same questions give the same bytes."""

_TOP: Mapping[str, Any] = {"valign": "top", "text_wrap": True, "font_name": "Calibri", "font_size": 11}
_ENTRY: Mapping[str, Any] = {**_TOP, "locked": False, "bg_color": "#FFFBEA", "border": 1, "border_color": "#6F7880"}
_HEADING: Mapping[str, Any] = {**_TOP, "bold": True, "font_color": "#FFFFFF", "bg_color": "#17506A"}
_SHOWN: Mapping[str, Any] = {**_TOP, "border": 1, "border_color": "#FFFFFF"}
"""What is only shown: shaded, and without the frame of what is filled in."""
_STYLES: Mapping[str, Mapping[str, Any]] = {
    "title": {"bold": True, "font_size": 18, "font_color": "#17506A", "font_name": "Calibri"},
    "plain": _TOP,
    "label": {**_TOP, "bold": True},
    "question": {**_TOP, "bold": True, "font_size": 13},
    "note": {"font_name": "Calibri", "font_size": 11},
    "soft": {**_TOP, "font_color": "#4F575F", "font_size": 10},
    "heading": {**_HEADING, "font_size": 13},
    "heading-alone": {"bold": True, "font_color": "#17506A", "font_name": "Calibri", "font_size": 13},
    "link-alone": {"font_color": "#17506A", "underline": 1, "font_name": "Calibri", "font_size": 11},
    "column": _HEADING,
    "fixed": {**_TOP, "bg_color": "#F2F5F6", "border": 1, "border_color": "#CDD3D8"},
    "link": {**_TOP, "font_color": "#17506A", "underline": 1},
    "shown": {**_SHOWN, "bg_color": "#E8ECEE"},
    "shown-first": {**_SHOWN, "bg_color": "#C3D5DE", "bold": True},
    "text": {**_ENTRY, "num_format": "@"},
    "day": {**_ENTRY, "num_format": "yyyy-mm-dd"},
    "number": {**_ENTRY, "num_format": "0"},
}
_TO_FILL_IN = ("text", "day", "number")
_WIDEST_UPRIGHT = 155
"""How many letters wide a sheet may be that is printed on paper that stands upright."""
_MARGINS = {"left": 0.4, "right": 0.4, "top": 0.4, "bottom": 0.4}
"""Inches."""
_PAGE = 1150
"""How many points high the rows are that a page has room for, of a sheet that is as wide as one that stands upright."""
_ROW = 15
"""How many points high a row is that nothing is known of."""
_LEADING = 1.36
"""How high a line is to its letters."""
_HIGHEST = 409
_SIZE, _BOLD = 11, 0.97
"""The size of letters that a column's width is counted in, and how many bold ones there is room for instead of one."""
_FIXED_HEIGHT = re.compile(rb'(<row [^>]*?) customHeight="1"')
_LONGEST_TITLE, _LONGEST_MESSAGE = 32, 255


def fits(text: str) -> bool:
    """Whether a cell can hold a text: a workbook counts as UTF-16 does, in which an emoji is two characters."""
    return len(text.encode("utf-16-le")) <= 2 * CELL_CHARACTERS


class Book:
    """A workbook that is being made in one language."""

    def __init__(self, language: str, title: str) -> None:
        self.language = language
        self._file = BytesIO()
        self._workbook = Workbook(self._file, _OPTIONS)
        self._workbook.set_properties({"title": title, "created": _MADE})
        self._styles = {name: self._workbook.add_format(dict(look)) for name, look in _STYLES.items()}
        self._lists: dict[str, str] = {}
        self._own: list[tuple[At, str]] = []
        """What crosp itself says, and where; what is to be filled in is not among it."""
        self._of_lists = ""
        self._widths: dict[str, Sequence[float]] = {}
        self._heights: dict[tuple[str, int], float] = {}

    def content(self) -> bytes:
        """Return the finished workbook as a file holds it."""
        sheets = {sheet.get_name(): sheet for sheet in self._workbook.worksheets()}
        for row, line in enumerate(lines_of(self._own)):
            sheets[self._of_lists].write_string(row, len(self._lists), line)
        for (name, row), height in self._heights.items():
            sheets[name].set_row(row, min(height, _HIGHEST))
        self._workbook.close()
        return _growing(self._file)

    def add_lists(self, name: str, lists: Mapping[str, Sequence[str]]) -> None:
        """Add a hidden sheet with what there is to choose among, a column for each list; an empty one is none."""
        sheet = self._workbook.add_worksheet(name)
        self._of_lists = name
        sheet.hide()
        sheet.protect()
        for column, (among, entries) in enumerate((key, found) for key, found in lists.items() if found):
            for row, entry in enumerate(entries):
                sheet.write_string(row, column, entry)
                self._own.append((At(row, column), entry))
            first, last = (fixed_cell(row, column) for row in (0, len(entries) - 1))
            self._lists[among] = f"={quoted(name)}!{first}:{last}"

    def sheet(self, name: str, widths: Sequence[float]) -> Worksheet:
        """Add a sheet whose columns have those widths; one of 0 is hidden."""
        sheet = self._workbook.add_worksheet(name)
        for column, width in enumerate(widths):
            sheet.set_column(column, column, width or 2, None, {"hidden": not width})
        self._widths[name] = widths
        sheet.protect("", _ALLOWED)
        sheet.hide_gridlines(2)
        if sum(widths) > _WIDEST_UPRIGHT:
            sheet.set_landscape()
        sheet.set_paper(9)
        sheet.set_margins(**_MARGINS)
        sheet.fit_to_pages(1, 0)
        return sheet

    def keep_together(self, sheet: Worksheet, begins: Sequence[int], end: int) -> None:
        """Print as many whole parts on a page as there is room for; `begins` are their first rows."""
        name = sheet.get_name()
        if sum(self._widths[name]) > _WIDEST_UPRIGHT:
            return
        first, breaks = 0, []
        for here, then in zip(begins, (*begins[1:], end), strict=True):
            if sum(self._heights.get((name, row), _ROW) for row in range(first, then)) > _PAGE and here > begins[0]:
                breaks.append(here)
                first = here
        sheet.set_h_pagebreaks(breaks)

    def put(self, sheet: Worksheet, row: int, column: int, text: str, style: str = "plain") -> None:
        """Put a text into a cell, as text whatever it looks like; one that no cell can hold is cut."""
        if not text:
            sheet.write_blank(row, column, None, self._styles[style])
            return
        kept = text.encode("utf-16-le")[: 2 * CELL_CHARACTERS].decode("utf-16-le", "ignore")
        sheet.write_string(row, column, kept, self._styles[style])
        self._note(row, column, kept, style)
        self._make_room(sheet, row, column, text, style)

    def put_key(self, sheet: Worksheet, row: int, key: str) -> None:
        """Put into the hidden column which field, or which measure, a row is for."""
        sheet.write_string(row, KEYS, key, self._styles["plain"])

    def put_label(self, sheet: Worksheet, row: int, column: int, label: str, hint: str, lines: int) -> None:
        """Put what a field is called into a cell with room for so many lines, and below it how it is filled in."""
        text = "\n".join(part for part in (label, hint) if part)
        if hint:
            parts = (self._styles["label"], label, self._styles["soft"], f"\n{hint}")
            sheet.write_rich_string(row, column, *parts, self._styles["label"])
        else:
            sheet.write_string(row, column, text, self._styles["label"])
        self._note(row, column, text, "label")
        self._make_room(sheet, row, column, text, "label")
        self.make_room(sheet, row, lines)

    def make_room(self, sheet: Worksheet, row: int, lines: int) -> None:
        """Make a row high enough for so many lines, before anything is written in it."""
        here = (sheet.get_name(), row)
        self._heights[here] = max(self._heights.get(here, 0), lines * _SIZE * _LEADING)

    def put_day(self, sheet: Worksheet, row: int, column: int, day: str) -> None:
        """Put a date into a cell that asks for one, and let it take nothing else."""
        _ = translation(self.language).gettext
        if day:
            sheet.write_datetime(row, column, date.fromisoformat(day), self._styles["day"])
        else:
            sheet.write_blank(row, column, None, self._styles["day"])
        rule = {"validate": "date", "criteria": ">=", "value": _MADE.date()}
        self._check(sheet, row, column, rule, _("A date"), _("Write a date as year, month and day: 2027-05-31."))

    def put_number(self, sheet: Worksheet, row: int, column: int, number: str) -> None:
        """Put a whole number into a cell that asks for one, and let it take nothing else."""
        _ = translation(self.language).gettext
        if number:
            sheet.write_number(row, column, int(number), self._styles["number"])
        else:
            sheet.write_blank(row, column, None, self._styles["number"])
        rule = {"validate": "integer", "criteria": "between", "minimum": 0, "maximum": 999_999}
        text = _("Write a whole number, such as 4, or leave it empty.")
        self._check(sheet, row, column, rule, _("A number"), text)

    def choose(self, sheet: Worksheet, row: int, column: int, among: str, *, only: bool = True) -> None:
        """Let a cell be chosen in the list of that name; where not `only`, something else may be written too."""
        _ = translation(self.language).gettext
        if among not in self._lists:
            return
        rule = {"validate": "list", "source": self._lists[among], "error_type": "stop" if only else "information"}
        choose = _("Choose from the list: click the arrow beside the field. Leave it empty if you have no answer yet.")
        free = _("This is not in the list. You may keep it: write a role, never a person's name.")
        self._check(sheet, row, column, rule, _("Choose from the list"), choose if only else free, shown=False)

    def repeat(self, sheet: Worksheet, row: int, column: int, cell: str, text: str, style: str) -> None:
        """Let a cell say what another one says, which is `text` to begin with."""
        sheet.write_formula(row, column, f'={cell}&""', self._styles[style], text)

    def link(
        self, sheet: Worksheet, row: int, column: int, place: str, text: str, style: str = "link", lines: int = 1
    ) -> None:
        """Put a text that leads to a place in the workbook into a cell with room for so many lines."""
        sheet.write_url(row, column, f"internal:{place}", self._styles[style], text)
        self._note(row, column, text, style)
        self._make_room(sheet, row, column, text + "\n" * (lines - 1), style)

    def _note(self, row: int, column: int, text: str, style: str) -> None:
        """Note a text that is crosp's own, so that it is known again."""
        if text.strip() and style not in _TO_FILL_IN:
            self._own.append((At(row, column), text))

    def _make_room(self, sheet: Worksheet, row: int, column: int, text: str, style: str) -> None:
        """Make a row as high as a text in it needs."""
        look = _STYLES[style]
        width = self._widths[sheet.get_name()][column] if look.get("text_wrap") else 0
        width *= _SIZE / look["font_size"] * (_BOLD if look.get("bold") else 1)
        lines = sum(max(1, math.ceil(len(line) / width)) for line in text.split("\n")) if width else 1
        here = (sheet.get_name(), row)
        self._heights[here] = max(self._heights.get(here, 0), lines * look["font_size"] * _LEADING)

    def _check(
        self,
        sheet: Worksheet,
        row: int,
        column: int,
        rule: Mapping[str, Any],
        title: str,
        text: str,
        *,
        shown: bool = True,
    ) -> None:
        title, text = title[:_LONGEST_TITLE], text[:_LONGEST_MESSAGE]
        said = {"input_title": title, "input_message": text} if shown else {}
        sheet.data_validation(row, column, row, column, {**rule, "error_title": title, "error_message": text, **said})


def _growing(made: BytesIO) -> bytes:
    """A workbook whose rows have the heights that they were given, and grow with what is written in them."""
    grown = BytesIO()
    with ZipFile(made) as old, ZipFile(grown, "w", ZIP_DEFLATED) as new:
        for part in old.infolist():
            new.writestr(part, _FIXED_HEIGHT.sub(rb"\1", old.read(part)))
    return grown.getvalue()


def fixed_cell(row: int, column: int) -> str:
    """Return a cell's name as a reference has it that does not move: $C$4."""
    return str(xl_rowcol_to_cell(row, column, row_abs=True, col_abs=True))


def place_in(sheet: str, row: int, column: int) -> str:
    """Return where a cell is as a reference has it that leads there: 'Measures'!$C$4."""
    return f"{quoted(sheet)}!{fixed_cell(row, column)}"


def quoted(name: str) -> str:
    """Return a sheet's name as a reference has it."""
    return "'" + name.replace("'", "''") + "'"
