"""What a workbook says, gathered answer by answer, and what in it cannot be understood."""

from collections import Counter
from collections.abc import Callable

from crosp_cli.filling.answers import PLACE, Answer, sign
from crosp_cli.filling.fields import Field
from crosp_cli.filling.workbook.cells import Cell
from crosp_cli.filling.workbook.values import NOT_APPLICABLE, MisreadError, Values
from crosp_cli.text.translation import translation


class Gathered:
    """The answers so far. What stands as it stood when the form was made is none."""

    def __init__(self, values: Values, language: str) -> None:
        self.values = values
        self.language = language
        self.heading: dict[str, str] = {}
        self.answers: dict[tuple[str, ...], Answer] = {}
        self.there: set[str] = set()
        """The short names of the measures that were there when the form was made."""
        self.measures: set[str] = set()
        """The short names of measures that were there, or have answers…"""
        self.numbers: Counter[str] = Counter()
        """…and how many have the same one, but for a number at its end."""
        self.problems: list[tuple[str, str]] = []
        self.fields: set[Cell] = set()
        """The cells that are read: what stands in others is not brought in."""
        self._from: dict[tuple[str, ...], Cell] = {}

    def add(self, cell: Cell, answer: Answer) -> None:
        """Add an answer. Two cells may say the same, and not different things."""
        known = self.answers.setdefault(answer.steps, answer)
        self.measures.update(
            answer.steps[PLACE + 1 : PLACE + 2] if answer.steps[PLACE : PLACE + 1] == ("measures",) else ()
        )
        first = self._from.setdefault(answer.steps, cell)
        if known.value != answer.value:
            self.ask_which(cell, first)

    def ask_which(self, cell: Cell, first: Cell) -> None:
        """Ask about two cells that say different things of the same."""
        _ = translation(self.language).gettext
        text = _("{cell} answers the same in another way. Keep the one that you mean, and empty the other.")
        self.problem(cell, text.format(cell=first.where))

    def problem(self, cell: Cell, text: str) -> None:
        """Say what is wrong in a cell, and what to write instead."""
        self.problems.append((cell.where, text))

    def understood(self, cell: Cell, read: Callable[[Cell], str]) -> str | None:
        """Return what a cell says; None where that is not understood, which has been said then."""
        try:
            return read(cell) if cell.text else ""
        except MisreadError as error:
            self.problem(cell, str(error))
            return None

    def field(self, steps: tuple[str, ...], field: Field, cell: Cell, was: str) -> None:
        """Add what a cell says of a field; what was emptied is told as such."""
        if not changed(cell, was):
            return
        value = self.understood(cell, lambda cell: self.values.understood(field, cell))
        if value is None or (value == NOT_APPLICABLE and field.holds == "choice"):
            return  # where it does not apply, the reason is the answer
        signed = self.values.signed(field, was)
        if sign(value) == signed:
            return  # a day, or a choice, that is written in another way
        lines = [line for one in value.split("\n") if (line := one.strip())]
        if value or was:
            self.add(cell, Answer(steps, lines if field.holds == "lines" else value, signed))


def changed(cell: Cell, was: str) -> bool:
    """Whether a cell says something else than what it said when the form was made."""
    return bool(cell.text or was) and sign(cell.text) != was
