"""The cells in groups (`--by`), for a terminal."""

from collections.abc import Iterator

from crosp_cli.output.analysis.grouping import ArenaView, Grouped, GroupView
from crosp_cli.output.terminal_layout import EMPTY, Column, Line, heading, paragraph, table
from crosp_cli.text.printable import printable
from crosp_cli.text.translation import translation


def grouped_lines(grouped: Grouped, language: str, width: int) -> Iterator[Line]:
    """Yield the groups: their counts in one table, then which cells they are."""
    _ = translation(language).gettext
    yield from paragraph(printable(grouped.heading), width, style="bold")
    if grouped.note:
        yield from paragraph(grouped.note, width)
    if grouped.groups:
        yield from heading(_("Cells at each step"), width)
        yield from _counts(grouped, language, width)
    for group in grouped.groups:
        yield from heading(_titled(group), width)
        for part in group.cells:
            yield from paragraph(f"{part.title}: {'; '.join(part.names)}", width, indent=2, hang=2)
    if grouped.outside_names:
        yield from heading(_("Without a success factor"), width)
        yield from paragraph("; ".join(grouped.outside_names), width, indent=2)
    for arena in grouped.arenas:
        yield from heading(arena.title.text, width)
        yield from _arena(arena, language, width)


def _counts(grouped: Grouped, language: str, width: int) -> Iterator[Line]:
    _ = translation(language).gettext
    steps = (str(step.value) for step in grouped.reports[-1].scale)
    titles = (*steps, _("not rated"), _("not applicable"))
    columns = [Column(""), *(Column(title, right=True) for title in titles)]
    rows = [[_titled(group), *map(counted, group.counts)] for group in grouped.groups]
    yield from table(columns, rows, width)


def counted(number: int) -> str:
    """Return a number in a table of counts, where none is a dot."""
    return str(number) if number else "·"


def _titled(group: GroupView) -> str:
    return f"{group.title.text} · {group.when}" if group.when else group.title.text


def _arena(arena: ArenaView, language: str, width: int) -> Iterator[Line]:
    _ = translation(language).gettext
    if arena.task:
        yield from paragraph(arena.task.text, width, indent=2)
    if not arena.took_part:
        yield from paragraph(_("Nobody from here took part."), width, indent=2)
    for title, count in arena.took_part:
        people = f" ({count})" if count is not None else ""
        yield from paragraph(f"- {printable(title.text)}{people}", width, indent=2, hang=2)
    for seen in arena.seen:
        yield EMPTY
        yield from paragraph(printable(seen.title.text), width, indent=2, hang=2)
        columns = [Column(_("Cell")), Column(_("middle step"), right=True), Column("")]
        rows = [[cell, middle, _("the answers go apart") if divided else ""] for cell, middle, divided in seen.rows]
        yield from ((("    ", ""), *line) for line in table(columns, rows, width - 4))
