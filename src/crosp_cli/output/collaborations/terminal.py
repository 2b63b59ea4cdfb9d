"""The collaborations for a terminal: what fits a screen, or with `--full` all of it."""

from collections.abc import Iterable, Iterator, Sequence

from rich.console import Console, ConsoleOptions, Group, RenderableType, RenderResult
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from crosp_cli.output.collaborations.build import view_of
from crosp_cli.output.collaborations.views import (
    CollaborationRow,
    CollaborationsAnswer,
    CollaborationsView,
    Stands,
    Step,
)
from crosp_cli.output.layout import Paragraph
from crosp_cli.text.paragraphs import one_line
from crosp_cli.text.phrase import Phrase, shortened
from crosp_cli.text.printable import printable
from crosp_cli.text.translation import translation

_SCREEN = {"steps": 2, "ongoing": 4, "planned": 1, "reports": 3, "ended": 2, "partners": 2, "not_covered": 2}
"""How many of each a screen of forty lines has room for."""

_TWO_LINES = 122
"""How many letters of a step there is room for beside what is typed for it."""

_STYLES = {"overdue": "bold yellow", "soon": "bold", "later": ""}


def as_terminal(answer: CollaborationsAnswer, language: str) -> RenderableType:
    """Return the collaborations by how they stand, what is to be reported and lacking, by partner, and what to do."""
    return Group(*_Drawing(view_of(answer, language), full=answer.full).parts())


class _Rows:
    """Rows whose last parts begin below one another, where the lines have room for that."""

    def __init__(self, rows: Sequence[Sequence[Text]], *, is_whole: bool) -> None:
        self.rows = rows
        self.is_whole = is_whole

    def __rich_console__(self, _console: Console, options: ConsoleOptions) -> RenderResult:
        """Yield them."""
        before = max((sum(part.cell_len + 2 for part in row[:-1]) for row in self.rows), default=0)
        if self.is_whole and before * 2 > options.max_width:
            yield from (Paragraph("  ".join(map(str, row)), 0, 2) for row in self.rows)
            return
        table = Table.grid(padding=(0, 2), expand=True)
        for number, row in enumerate(self.rows):
            if not number:
                for _part in row[:-1]:
                    table.add_column(no_wrap=True)
                table.add_column(ratio=1, no_wrap=not self.is_whole, overflow="fold" if self.is_whole else "ellipsis")
            table.add_row(*row)
        yield table


class _Drawing:
    def __init__(self, view: CollaborationsView, *, full: bool) -> None:
        self.view = view
        self.full = full
        self.is_cut = False
        self._ = translation(view.language).gettext

    def parts(self) -> Iterator[RenderableType]:
        _, view = self._, self.view
        yield Text(view.as_of)
        yield from self.collaborations(_("Ongoing"), view.ongoing, "ongoing")
        yield from self.collaborations(_("Planned"), view.planned, "planned")
        yield from self.reports()
        yield from self.ended()
        if view.lacking:
            yield from self.heading(_("Lacking"), sum(len(those) for _name, those in view.lacking))
            yield self.table((name, _by_standing(those)) for name, those in view.lacking)
        yield from self.partners()
        yield from self.not_covered()
        yield Text()
        yield Text(_("What to do next"), style="bold")
        yield self.table((("→", self.step(one)) for one in view.steps[: self.cut(view.steps, "steps")]), wraps=True)
        if self.is_cut:
            yield Text(_("`crosp collaborations --full` shows all of it."), style="dim")

    def step(self, step: Step) -> str:
        text = step.text if self.full else shortened(Phrase(step.text, self.view.language), _TWO_LINES).text
        return f"{text} (`{step.written}`)" if step.written else text

    def heading(self, text: str, count: int) -> Iterator[RenderableType]:
        yield Text()
        yield Text(f"{text} ({count})", style="bold")

    def cut(self, rows: Sequence[object], name: str) -> int:
        """How many of the rows are shown."""
        most = len(rows) if self.full else _SCREEN[name]
        self.is_cut = self.is_cut or len(rows) > most
        return most

    def table(self, rows: Iterable[Sequence[str | Text]], *, wraps: bool = False) -> RenderableType:
        """Rows of which the last part takes what is left of the line, cut there where a screen is all that is asked."""
        told = [[part if isinstance(part, Text) else Text(printable(one_line(part))) for part in row] for row in rows]
        return Padding(_Rows(told, is_whole=self.full or wraps), (0, 0, 0, 2))

    def collaborations(self, name: str, rows: tuple[CollaborationRow, ...], kind: str) -> Iterator[RenderableType]:
        if not rows:
            return
        most = self.cut(rows, kind)
        yield from self.heading(name, len(rows))
        if not self.full:
            yield self.table((row.period, _told(row.title.text, _listed(row.partners))) for row in rows[:most])
            return
        for row in rows:
            yield from self.whole(row)

    def whole(self, row: CollaborationRow) -> Iterator[RenderableType]:
        """A collaboration with everything that is written on it."""
        remark = f" – {row.remark}" if row.remark else ""
        yield Padding(
            Text.assemble((printable(row.title.text), "bold"), f"  {row.standing}{remark}", (f"  {row.id}", "dim")),
            (0, 0, 0, 2),
        )
        facts = [(self._("With"), "; ".join(partner.text for partner in row.with_roles))] if row.with_roles else []
        facts += [(name, text.text) for name, text in row.facts]
        facts += [(self._("What became of it"), row.outcome.text)] if row.outcome else []
        if facts:
            yield Padding(self.table(facts, wraps=True), (0, 0, 0, 2))

    def reports(self) -> Iterator[RenderableType]:
        due = [row for row in self.view.reports if self.full or row.state != "later"]
        if not due:
            return
        yield from self.heading(self._("To report"), len(due))
        rows = []
        for row in due[: self.cut(due, "reports")]:
            to = f" → {row.to.text}" if row.to else ""
            ended = " (" + self._("ended {day}").format(day=row.ended) + ")" if row.ended else ""
            state = Text(row.state_word, style=_STYLES[row.state])
            rows.append((str(row.day), state, f"{row.title.text}{ended}: {row.what.text}{to}"))
        yield self.table(rows)

    def ended(self) -> Iterator[RenderableType]:
        rows = self.view.ended
        if not rows:
            return
        most = self.cut(rows, "ended")
        yield from self.heading(self._("Ended"), len(rows))
        if self.full:
            for row in rows:
                yield from self.whole(row)
            return
        told = ((row, row.remark or (row.outcome.text if row.outcome else "")) for row in rows[:most])
        yield self.table((row.ended, _told(row.title.text, words)) for row, words in told)

    def partners(self) -> Iterator[RenderableType]:
        rows = self.view.partners
        if rows:
            yield from self.heading(self._("By partner"), len(rows))
            yield self.table(
                (row.name.text if self.full else _cut(row.name.text, 28), _by_standing(row.collaborations))
                for row in rows[: self.cut(rows, "partners")]
            )

    def not_covered(self) -> Iterator[RenderableType]:
        view = self.view
        rows = (*view.not_covered, *view.named_once) if self.full else view.not_covered
        if view.named_once and not self.full:
            self.is_cut = True
        if rows:
            yield from self.heading(self._("Named by measures, and not in the register"), len(rows))
            yield self.table(
                (
                    row.counted,
                    f"{row.name.text}: " + "; ".join(f"{where}: {what.text}" for what, where in row.measures),
                )
                for row in rows[: self.cut(rows, "not_covered")]
            )
        if self.full:
            yield Text(f"\n{view.looked}", style="dim")


def _told(title: str, words: str) -> str:
    return f"{title}: {words}" if words else title


def _listed(phrases: Iterable[Phrase]) -> str:
    return ", ".join(phrase.text for phrase in phrases)


def _by_standing(those: Iterable[Stands]) -> str:
    return "; ".join(f"{standing}: {title.text}" for title, standing in those)


def _cut(text: str, most: int) -> str:
    return text if len(text) <= most else f"{text[: most - 1]}…"
