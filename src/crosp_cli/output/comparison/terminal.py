"""A comparison for a terminal: readable at 80 columns, without colour, and when it is read aloud."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from rich.console import Console, ConsoleOptions, Group, RenderableType, RenderResult
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from crosp_cli.analysis.assessment.cells import State
from crosp_cli.analysis.comparison.compare import CellChange, DifferenceKind
from crosp_cli.analysis.comparison.time_series import CellSeries, Moment
from crosp_cli.output.comparison.views import Comparison, MeasureChangeView
from crosp_cli.output.layout import Column, RuledTable
from crosp_cli.text.printable import printable
from crosp_cli.text.translation import translation


@dataclass(frozen=True, slots=True)
class Marks:
    """The signs that stand for something."""

    to: str
    between: str
    not_assessed: str
    outside: str
    described: str
    not_applicable: str
    not_compared: str
    item: str


SIGNS = Marks("→", "·", "·", "_", "…", "–", "?", "–")
PLAIN = Marks("->", "|", ".", "_", "~", "-", "?", "-")
"""For terminals that know nothing but ASCII."""


def as_terminal(comparisons: Iterable[Comparison]) -> RenderableType:
    """Return each comparison, with a rule between them.

    The map, what got stuck, the cells, the measures and what cannot be compared stand in that order.
    """
    parts = [part for one in comparisons for part in (Rule(style="dim"), _Drawing(one))]
    return Group(*parts[1:])


def as_map(comparison: Comparison) -> RenderableType:
    """Return the map with what moved, and the words that explain its marks."""
    return _Drawing(comparison, _map_and_legend)


class _Drawing:
    """A comparison, or a part of it, that is drawn with the signs that the terminal knows."""

    def __init__(
        self, comparison: Comparison, parts: Callable[[Comparison, Marks], Iterator[RenderableType]] | None = None
    ) -> None:
        self.comparison = comparison
        self.parts = parts or _parts

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        yield from self.parts(self.comparison, PLAIN if options.ascii_only else SIGNS)


def _map_and_legend(found: Comparison, marks: Marks) -> Iterator[RenderableType]:
    yield _map(found, marks)
    yield from _legend(found, marks)


def _parts(found: Comparison, marks: Marks) -> Iterator[RenderableType]:
    _ = translation(found.language).gettext
    yield Text(f"{printable(found.unit)} {marks.between} {found.level}", style="bold")
    yield Text(f"{printable(found.old)} {marks.to} {printable(found.new)}", style="bold")
    yield Text()
    yield from _map_and_legend(found, marks)
    yield from _listed(_("Got stuck"), found.stuck, marks)
    yield _heading(_("Part by part"))
    if not found.cells:
        yield _line(_("Nothing is different."))
    for cell in found.cells:
        yield Text(cell.title)
        yield Padding(Text(" ".join(cell.sentences)), (0, 0, 0, 4))
    yield from _measures(found, marks)
    yield from _listed(_("Cannot be compared"), found.not_compared, marks)
    yield from _over_time(found, marks)


def _map(found: Comparison, marks: Marks) -> RenderableType:
    columns = [Column("", most=22, least=12), *(Column(title, least=6) for title in found.columns)]
    return RuledTable(columns, [[title, *(_in_map(cell, marks) for cell in cells)] for title, cells in found.rows])


def _in_map(cell: CellChange | None, marks: Marks) -> Text:
    if cell is None:
        return Text(marks.not_compared, style="dim")
    if cell.new_state is State.OUTSIDE:
        return Text()
    old, new = _mark(cell.old_state, cell.rating.old, marks), _mark(cell.new_state, cell.rating.new, marks)
    if cell.rating.kind is DifferenceKind.NOT_COMPARED:
        return Text(f"{old} {marks.not_compared} {new}")
    if old == new or cell.old_state is State.OUTSIDE:
        return Text(new, style="dim" if cell.rating.new is None else "")
    return Text(f"{old} {marks.to} {new}", style="bold")


def _mark(state: State | None, rating: int | None, marks: Marks) -> str:
    if rating is not None:
        return str(rating)
    return {
        State.NOT_APPLICABLE: marks.not_applicable,
        State.DESCRIBED: marks.described,
        State.RATED: marks.not_compared,
        State.NOT_ASSESSED: marks.not_assessed,
        State.OUTSIDE: marks.outside,
        None: marks.not_compared,
    }[state]


def _legend(found: Comparison, marks: Marks) -> Iterator[RenderableType]:
    _ = translation(found.language).gettext
    first, second = (str(value) for value, _label in found.scale[:2])
    moves = [(f"{first} {marks.to} {second}", _("moved")), (first, _("as before"))]
    if found.not_compared:
        moves.append((marks.not_compared, _("cannot be compared")))
    states = (
        (marks.described, _("described, not rated")),
        (marks.not_assessed, _("not assessed")),
        (marks.not_applicable, _("not applicable")),
    )
    for words in ([(str(value), label) for value, label in found.scale], moves, states):
        yield Text("  ".join(f"{mark} {word}" for mark, word in words), style="dim")


def _listed(heading: str, lines: Iterable[str], marks: Marks) -> Iterator[RenderableType]:
    for number, line in enumerate(lines):
        if number == 0:
            yield _heading(heading)
        yield _hanging(f"{marks.item} ", printable(line))


def _measures(found: Comparison, marks: Marks) -> Iterator[RenderableType]:
    _ = translation(found.language).gettext
    yield _heading(_("Measures"))
    if not found.outcomes:
        yield _line(_("Nothing is different in any measure."))
    for outcome in found.outcomes:
        yield Text(outcome.title, style="italic")
        for measure in outcome.measures:
            yield from _measure(measure, marks)


def _measure(measure: MeasureChangeView, marks: Marks) -> Iterator[RenderableType]:
    yield _hanging(f"{marks.item} ", printable(measure.what))
    yield Padding(Text(" ".join((f"{measure.cell}.", *measure.sentences)), style="dim"), (0, 0, 0, 4))


def _over_time(found: Comparison, marks: Marks) -> Iterator[RenderableType]:
    _ = translation(found.language).gettext
    if not found.occasions:
        return
    yield _heading(_("Over time"))
    yield _line(_("From left to right: {occasions}.").format(occasions=", ".join(found.occasions)))
    if any(moment.state is State.OUTSIDE for _title, cell in found.series for moment in cell.moments):
        yield _line(_("{mark}: not asked on that occasion.").format(mark=marks.outside))
    table = Table(box=None, show_header=False, pad_edge=False, padding=(0, 2, 0, 0))
    table.add_column(overflow="fold")
    table.add_column(no_wrap=True, overflow="fold")
    for title, cell in found.series:
        table.add_row(Padding(Text(title), (0, 0, 0, 2)), line_of(cell, marks))
    yield table


def line_of(cell: CellSeries, marks: Marks) -> str:
    """Return a cell's ratings in a row: `1 · 1 → 2`. The arrow stands before a rating that is not the one before."""
    pieces: list[str] = []
    last: Moment | None = None
    for moment in cell.moments:
        if last is not None and moment.rating is not None and moment.rating != last.rating:
            pieces.append(marks.to)
        pieces.append(_mark(moment.state, moment.rating, marks))
        if moment.rating is not None:
            last = moment
    return " ".join(pieces)


def _heading(text: str) -> Text:
    return Text(f"\n{text}", style="bold")


def _line(text: str) -> RenderableType:
    return Padding(Text(text), (0, 0, 0, 2))


def _hanging(mark: str, text: str) -> RenderableType:
    """An item of a list, its further lines below its first word."""
    table = Table.grid(padding=0)
    table.add_column(no_wrap=True)
    table.add_column(overflow="fold")
    table.add_row(f"  {mark}", text)
    return table
