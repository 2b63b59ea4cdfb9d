"""What people write in the cells of a workbook, understood: a step by its number or its name, a day however it is."""

import re
from collections.abc import Mapping, Sequence

from crosp_cli.checks.personal_data.names import LEFT_OUT, tells
from crosp_cli.filling.answers import sign
from crosp_cli.filling.fields import Choice, Field, Fields
from crosp_cli.filling.workbook import words
from crosp_cli.filling.workbook.cells import Cell, day_and_time
from crosp_cli.findings import NOT_TOLD
from crosp_cli.model.assessment import Place
from crosp_cli.model.fields import DIGITS
from crosp_cli.model.framework import Framework
from crosp_cli.text.languages import LANGUAGES
from crosp_cli.text.letters import composed
from crosp_cli.text.paragraphs import one_line
from crosp_cli.text.translation import translation
from crosp_cli.text.written_days import written_day

NOT_APPLICABLE = "not applicable"
"""What is understood where a cell is said not to apply. No short name has a space in it."""

_NUMBER = re.compile(r"(?<![0-9])([0-9]+)[.,]0+")
_MOST_TOLD = 40


class MisreadError(Exception):
    """What a cell says is not understood; the message says what to write instead."""


class Values:
    """Understands cells; both languages are understood wherever a form is opened."""

    def __init__(self, framework: Framework, asked: Sequence[Fields], language: str, *, since_1904: bool) -> None:
        self._language = language
        self._since_1904 = since_1904
        own = asked[LANGUAGES.index(language)]
        self._fields = {**own.cell, **own.measure}
        self._choices = {name: _choices(name, asked) for name, field in self._fields.items() if field.choices}
        self._signs = {name: _signs(name, asked) for name, field in own.cell.items() if field.choices}
        self._places = {
            _folded(title): place for one in LANGUAGES for place, title in words.cell_titles(framework, one).items()
        }

    def understood(self, field: Field, cell: Cell) -> str:
        """Return what a cell that is not empty says of a field, as the assessment's file says it.

        Raises:
            MisreadError: that is not understood.
        """
        if field.holds == "choice":
            return self._choice(field, cell)
        return self.day(cell) if field.holds == "day" else cell.text

    def signed(self, field: Field, was: str) -> str | None:
        """Return the sign of what a field said in the assessment's file; None where that is not known.

        `was` is that in the form: of a choice in a cell, it is that of what the choice is called.
        """
        return self._signs[field.name].get(was) if was and field.name in self._signs else was

    def day(self, cell: Cell) -> str:
        """Return the day that a cell says.

        Raises:
            MisreadError: it says none.
        """
        said = cell.text
        if cell.is_number:
            said = day_and_time(said, since_1904=self._since_1904).partition(" ")[0]
        if day := written_day(said):
            return day.isoformat()
        _ = translation(self._language).gettext
        text = _("{text} does not say for certain which day it is. Write year, month and day: 2027-05-31.")
        raise MisreadError(text.format(text=self._told(cell)))

    def number(self, cell: Cell) -> str:
        """Return the number of people that a cell says.

        Raises:
            MisreadError: it says none. What it says is not told: they may be few.
        """
        said = _NUMBER.sub(r"\1", cell.text.strip())
        if DIGITS.fullmatch(said):
            return said
        _ = translation(self._language).gettext
        text = _("{text} is no whole number. Write one, such as 4, or empty the field.")
        raise MisreadError(text.format(text=_("“{text}”").format(text=NOT_TOLD)))

    def place(self, cell: Cell) -> Place | None:
        """Return the cell of the matrix that is named; None where none is."""
        return self._places.get(_folded(cell.text))

    def does_not_apply(self, cell: Cell) -> bool:
        """Whether a cell with a step says that there is none to choose."""
        return self._choices["current_state/rating"].get(_folded(cell.text)) == NOT_APPLICABLE

    def _choice(self, field: Field, cell: Cell) -> str:
        known = self._choices[field.name]
        said = _folded(_NUMBER.sub(r"\1", cell.text.strip()))
        if said in known:
            return known[said]
        _ = translation(self._language).gettext
        text = _("{text} is not among the choices for {field}. Write one of: {choices}.")
        told = self._fields[field.name]
        choices = ", ".join(choice.title for choice in told.choices)
        raise MisreadError(text.format(text=self._told(cell), field=told.title, choices=choices))

    def _told(self, cell: Cell) -> str:
        """What was written, short enough to be repeated, and where it holds personal data nothing of it."""
        line = one_line(cell.text)
        short = LEFT_OUT if tells(line) else line if len(line) <= _MOST_TOLD else line[:_MOST_TOLD] + " …"
        return translation(self._language).gettext("“{text}”").format(text=short)


def _choices(name: str, asked: Sequence[Fields]) -> Mapping[str, str]:
    """The values of a field by all that they may be called: their titles in each language, and what files call them."""
    found: dict[str, str] = {}
    choices = [choice for one in asked for choice in {**one.cell, **one.measure}[name].choices]
    for called in (_shortly, lambda one: f"{one.value} {_shortly(one)}", lambda one: one.value, lambda one: one.title):
        found |= {_folded(called(one)): one.value for one in choices}  # what is shown last: that counts before all else
    if name == "current_state/rating":
        for language in LANGUAGES:
            not_assessed, not_applicable = words.without_step(language)
            found |= {_folded(not_assessed): "", _folded(not_applicable): NOT_APPLICABLE}
    return found


def _signs(name: str, asked: Sequence[Fields]) -> Mapping[str, str]:
    """The signs of a field's values, by those of what they are called in a form."""
    found = {choice.title: choice.value for one in asked for choice in one.cell[name].choices}
    found |= {words.without_step(language)[1]: NOT_APPLICABLE for language in LANGUAGES}
    return {sign(title): sign(value) for title, value in found.items()}


def _shortly(choice: Choice) -> str:
    return choice.title.removeprefix(f"{choice.value} – ")


def _folded(text: str) -> str:
    return composed(one_line(text)).casefold().rstrip(".").replace(" - ", " – ").replace(" x ", " × ")
