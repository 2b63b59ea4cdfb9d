"""The cells in groups (`--by`), for a terminal."""

from collections.abc import Iterator

from rich.console import RenderableType
from rich.text import Text

from crosp_cli.output.analysis.grouping import ArenaView, Grouped, GroupView
from crosp_cli.output.layout import Column, FittedTable, Paragraph, heading
from crosp_cli.text.printable import printable
from crosp_cli.text.translation import translation


def grouped_lines(grouped: Grouped, language: str) -> Iterator[RenderableType]:
    """Yield the groups: their counts in one table, then which cells they are."""
    _ = translation(language).gettext
    yield Paragraph(printable(grouped.heading), style="bold")
    if grouped.note:
        yield Paragraph(grouped.note)
    if grouped.groups:
        yield from heading(_("How many at each step"))
        yield from _counts(grouped, language)
    for group in grouped.groups:
        yield from heading(_titled(group))
        for part in group.cells:
            yield Paragraph(f"{part.title}: {'; '.join(part.names)}", indent=2, hang=2)
    if grouped.outside_names:
        yield from heading(_("Without a success factor"))
        yield Paragraph("; ".join(grouped.outside_names), indent=2)
    for arena in grouped.arenas:
        yield from heading(arena.title.text)
        yield from _arena(arena, language)


def _counts(grouped: Grouped, language: str) -> Iterator[RenderableType]:
    _ = translation(language).gettext
    steps = (str(step.value) for step in grouped.reports[-1].scale)
    titles = (*steps, _("not rated"), _("not applicable"))
    columns = [Column(""), *(Column(title, right=True) for title in titles)]
    rows = [[_titled(group), *map(counted, group.counts)] for group in grouped.groups]
    yield FittedTable(columns, rows)


def counted(number: int) -> str:
    """Return a number in a table of counts, where none is a dot."""
    return str(number) if number else "·"


def _titled(group: GroupView) -> str:
    return f"{group.title.text} · {group.when}" if group.when else group.title.text


def _arena(arena: ArenaView, language: str) -> Iterator[RenderableType]:
    _ = translation(language).gettext
    if arena.task:
        yield Paragraph(arena.task.text, indent=2)
    if not arena.took_part:
        yield Paragraph(_("Nobody from here took part."), indent=2)
    for title, count in arena.took_part:
        people = f" ({count})" if count is not None else ""
        yield Paragraph(f"- {printable(title.text)}{people}", indent=2, hang=2)
    for seen in arena.seen:
        yield Text()
        yield Paragraph(printable(seen.title.text), indent=2, hang=2)
        columns = [Column(_("Part of the model")), Column(_("middle step"), right=True), Column("")]
        rows = [[cell, middle, _("the answers go apart") if divided else ""] for cell, middle, divided in seen.rows]
        yield FittedTable(columns, rows, indent=4)
