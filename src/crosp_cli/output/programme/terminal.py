"""What is known of a programme, for a terminal: on one screen, or the whole of it."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from rich.console import Console, ConsoleOptions, Group, RenderableType, RenderResult
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from crosp_cli.output.programme.views import (
    BesideView,
    FollowUpView,
    PointView,
    ProgrammeAnswer,
    ProgrammeView,
    QuestionView,
)
from crosp_cli.text.paragraphs import one_line
from crosp_cli.text.phrase import Phrase
from crosp_cli.text.printable import printable
from crosp_cli.text.translation import translation

MOST_POINTS, MOST_CELLS, MOST_BESIDE, BAR = 4, 4, 4, 24
_SHORTEST_BAR = 8
_STYLES = {"overdue": "bold yellow", "due-soon": "bold"}


def as_terminal(answer: ProgrammeAnswer, *, full: bool = False) -> RenderableType:
    """Return how far it has reached, its follow-ups, what participants report, and what can be said."""
    return Group(*_parts(answer.view, full=full))


def _parts(view: ProgrammeView, *, full: bool) -> Iterator[RenderableType]:
    _ = translation(view.language).gettext
    yield Text(printable(view.name.text), style="bold")
    yield Text(_("As of {today}.").format(today=view.today) + " " + view.standing)
    if full:
        for name, words in view.facts:
            yield Text(f"{name}: {_shown(words)}")
    yield _heading(_("How many have completed it"))
    if view.points:
        yield _indented(_Points(view.points if full else view.points[-MOST_POINTS:]))
    yield from (_indented(Text(printable(line))) for line in _counts(view, full=full))
    if full or view.besides is None:
        yield from _known(view, full=full)
    for beside in view.besides or ():
        yield from _beside(beside, view, full=full)
    if view.besides is not None:
        yield _heading(_("What this cannot show"))
        yield from (_indented(Text(f"– {printable(line)}")) for line in view.cannot_show)
    elif not full:
        yield Text("\n" + _("The whole of it: --full. Units that took part beside the others: --beside."), style="dim")


def _known(view: ProgrammeView, *, full: bool) -> Iterator[RenderableType]:
    """Follow-ups, what participants report, what can be said, and what else the file holds."""
    _ = translation(view.language).gettext
    yield _heading(_("Follow-ups"))
    if not view.follow_ups:
        yield _indented(Text(_("None is planned.")))
    yield from (_follow_up(one, full=full) for one in view.follow_ups)
    yield from _reported(view, full=full)
    if view.questions:
        yield _heading(_("What can be said, and what cannot"))
        for question in view.questions:
            yield from _question(question, view, full=full)
    if full:
        yield from _rest(view)


def _counts(view: ProgrammeView, *, full: bool) -> Iterator[str]:
    if not view.points:
        yield view.coverage
    yield from (one.sentence for one in view.registered)
    yield from view.remarks
    if full:
        yield from view.by_name


def _heading(words: str) -> Text:
    return Text(f"\n{words}", style="bold")


def _indented(what: RenderableType, by: int = 2) -> Padding:
    return Padding(what, (0, 0, 0, by))


class _Points(NamedTuple):
    """How many had completed it on each day: as bars too, where there is room for them beside the words."""

    points: Sequence[PointView]

    def __rich_console__(self, _console: Console, options: ConsoleOptions) -> RenderResult:
        """Yield a row for each."""
        words = max((len(point.words) for point in self.points), default=0)
        bar = min(BAR, options.max_width - 14 - words)
        for point in self.points:
            full = min(bar, round(bar * point.completed / point.of)) if point.of else 0
            drawn = f"{'█' * full}{'·' * (bar - full)}  " if bar >= _SHORTEST_BAR else ""
            yield Text(f"{point.day}  {drawn}{point.words}")


def _grid(*widths: int) -> Table:
    table = Table.grid(padding=(0, 2), expand=True)
    for width in widths:
        table.add_column(width=width, no_wrap=True)
    table.add_column(ratio=1, overflow="fold")
    return table


def _follow_up(one: FollowUpView, *, full: bool) -> Padding:
    table = _grid(10, 10)
    what = f"{one.kind}: {one_line(one.who.text)}" if one.who else one.kind
    lines = [what, *([one.answered] if one.answered else [])]
    if full:
        lines += [_shown(words) for words in (one.asks, one.other_explanations) if words]
    words = Text(("\n" if full else ". ").join(map(printable, lines)))
    table.add_row(str(one.day or "–"), Text(one.state_word, style=_STYLES.get(one.state, "")), words)
    return _indented(table)


def _reported(view: ProgrammeView, *, full: bool) -> Iterator[RenderableType]:
    if not view.cells and not view.held_back:
        return
    _ = translation(view.language).gettext
    yield _heading(_("What participants report, by part of the model"))
    cells = view.cells if full else view.cells[:MOST_CELLS]
    for cell in cells:
        yield _indented(_line(printable(cell.title.text), full=full))
        for one in cell.reports:
            told = ", ".join(part for part in (f"{one.kind} {one.day}", one.number) if part)
            yield _indented(_line(printable(f"{told}: {one.what.text}"), full=full), 4)
    yield from _more_cells(len(view.cells) - len(cells), view.language)
    if view.held_back:
        yield _indented(Text(view.held_back))


def _question(one: QuestionView, view: ProgrammeView, *, full: bool) -> Iterator[RenderableType]:
    _ = translation(view.language).gettext
    day = str(one.day) if one.day else _("no date")
    yield _indented(Text(printable(f"{one.question.text} ({day})"), style="bold" if full else ""))
    if one.day and one.day > view.today:
        yield _indented(Text(one.told), 4)
        return
    said = [(_("Can be said"), one.can_say), (_("Cannot be said"), one.cannot_say)]
    said += [(_("Why"), one.why)] if full else []
    for name, words in said:
        yield _indented(_line(f"{name}: {_shown(words) if words else '–'}", full=full), 4)


def _rest(view: ProgrammeView) -> Iterator[RenderableType]:
    _ = translation(view.language).gettext
    if view.sessions:
        yield _heading(_("Sessions"))
        yield from (_indented(Text(printable(f"– {one.what.text} ({one.when})"))) for one in view.sessions)
    if view.at_the_same_time:
        yield _heading(_("At the same time"))
        yield from (_indented(Text(f"– {_shown(one)}")) for one in view.at_the_same_time)


def _beside(one: BesideView, view: ProgrammeView, *, full: bool) -> Iterator[RenderableType]:
    _ = translation(view.language).gettext
    yield _heading(_("Took part, beside the others: {level}").format(level=one.level.text))
    yield from (_indented(Text(line)) for line in one.counts)
    cells = one.cells if full else one.cells[:MOST_BESIDE]
    for cell in cells:
        yield _indented(Text(printable(cell.title.text), style="bold"))
        yield _indented(Text(_("Took part: {words}").format(words=cell.took_part.words)), 4)
        yield _indented(Text(_("The others: {words}").format(words=cell.others.words)), 4)
    yield from _more_cells(len(one.cells) - len(cells), view.language)


def _more_cells(left: int, language: str) -> Iterator[RenderableType]:
    if left:
        yield _indented(Text(translation(language).gettext("{left} more: --full").format(left=left)))


def _line(words: str, *, full: bool) -> Text:
    """A text on one line, cut where that has no room for it; the whole of it where that was asked for."""
    return Text(words, no_wrap=not full, overflow="fold" if full else "ellipsis")


def _shown(words: Phrase) -> str:
    return printable(one_line(words.text))
