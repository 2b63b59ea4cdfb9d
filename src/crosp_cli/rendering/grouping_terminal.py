"""The cells in groups (`--by`), for a terminal."""

from collections.abc import Iterator

from rich.console import Group, RenderableType
from rich.text import Text

from crosp_cli.rendering.grouping import ArenaView, Grouped, GroupView
from crosp_cli.rendering.printable import printable
from crosp_cli.rendering.terminal_parts import heading, indented, plain_table
from crosp_cli.rendering.translate import translation


def grouped_as_terminal(grouped: Grouped, language: str) -> RenderableType:
    """Return the groups: their counts in one table, then which cells they are."""
    return Group(*_parts(grouped, language))


def _parts(grouped: Grouped, language: str) -> Iterator[RenderableType]:
    _ = translation(language).gettext
    yield Text(printable(grouped.heading), style="bold")
    if grouped.note:
        yield indented(grouped.note, 0)
    if grouped.groups:
        yield heading(_("Cells at each step"))
        yield _counts(grouped, language)
        for group in grouped.groups:
            yield heading(_titled(group))
            for part in group.cells:
                yield indented(f"{part.title}: {'; '.join(part.names)}")
    if grouped.outside_names:
        yield heading(_("Without a success factor"))
        yield indented("; ".join(grouped.outside_names))
    for arena in grouped.arenas:
        yield heading(arena.title.text)
        yield from _arena(arena, grouped, language)


def _counts(grouped: Grouped, language: str) -> RenderableType:
    _ = translation(language).gettext
    table = plain_table()
    table.add_column("", overflow="fold")
    for step in grouped.reports[-1].scale:
        table.add_column(str(step.value), justify="right")
    table.add_column(_("not rated"), justify="right")
    table.add_column(_("not applicable"), justify="right")
    for group in grouped.groups:
        table.add_row(_titled(group), *(str(count) if count else "·" for count in group.counts))
    return table


def _titled(group: GroupView) -> str:
    return f"{group.title.text} · {group.when}" if group.when else group.title.text


def _arena(arena: ArenaView, grouped: Grouped, language: str) -> Iterator[RenderableType]:
    _ = translation(language).gettext
    if arena.task:
        yield indented(arena.task.text)
    if not arena.groups:
        yield indented(_("Nobody from here took part."))
    for group in arena.groups:
        count = f" ({group.part.people})" if group.part.people is not None else ""
        took_part = "" if group.part.took_part else ", " + _("not named among those who took part")
        yield indented(f"- {printable(group.title.text)}{count}{took_part}")
        if group.held_back:
            yield indented(group.held_back, 4)
        if group.rows:
            table = plain_table()
            table.add_column("    " + _("Cell"), overflow="fold")
            for step in grouped.reports[-1].scale:
                table.add_column(str(step.value), justify="right", min_width=2)
            for cell, counts in group.rows:
                table.add_row(f"    {cell}", *(str(count) if count else "·" for count in counts))
            yield table
