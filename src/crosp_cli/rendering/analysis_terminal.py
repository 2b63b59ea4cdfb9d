"""The analysis of one assessment for a terminal."""

from collections.abc import Iterator

from rich import box
from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from crosp_cli.rendering.matrix_terminal import mark, matrix
from crosp_cli.rendering.printable import printable
from crosp_cli.rendering.report import CellView, ProfileView, Report
from crosp_cli.rendering.translate import translation


def as_terminal(report: Report) -> RenderableType:
    """Return the map, focus, gaps, profiles and measures, in that order."""
    return Group(*_parts(report))


def _parts(report: Report) -> Iterator[RenderableType]:
    _ = translation(report.language).gettext
    assessment = report.analysis.assessment
    yield Text(
        f"{printable(report.unit)} · {report.level.text} · {assessment.occasion} · {assessment.date}", style="bold"
    )
    yield Text()
    yield matrix(report)
    yield from _focus(report)
    yield from _gaps(report)
    yield from _shared(report)
    yield _heading(_("Cells at each step"))
    yield _profiles(report)
    yield from _measures(report)
    yield from _kept(report)


def _heading(text: str) -> Text:
    return Text(f"\n{text}", style="bold")


def _focus(report: Report) -> Iterator[RenderableType]:
    _ = translation(report.language).gettext
    yield _heading(_("Focus"))
    if not report.focus:
        yield Padding(
            Text(_("No cell gives grounds for focus yet: rate, set a target or state a priority.")), (0, 0, 0, 2)
        )
    for view in report.focus:
        yield Text(f"{mark(view.number)} {name(view.cell)}")
        for reason in view.reasons:
            yield Padding(Text(reason), (0, 0, 0, 4))


def _gaps(report: Report) -> Iterator[RenderableType]:
    _ = translation(report.language).gettext
    if report.gaps:
        yield _heading(_("From here to the target"))
        table = _table()
        table.add_column(_("Cell"), overflow="fold")
        table.add_column(_("Rating → target"), no_wrap=True)
        table.add_column(_("Steps"), justify="right")
        table.add_column(_("Priority"))
        for cell in report.gaps:
            table.add_row(name(cell), f"{cell.rating} → {cell.target}", str(cell.gap), cell.priority or "")
        yield table
    if report.needs_without_gap:
        yield _heading(_("Needs in words, without rating and target"))
        for cell in report.needs_without_gap:
            yield Padding(Text(name(cell)), (0, 0, 0, 2))


def _shared(report: Report) -> Iterator[RenderableType]:
    """How the groups see the cells: where they differ, where one is divided, who has not been asked."""
    if report.shared is None:
        return
    _ = translation(report.language).gettext
    view = report.shared
    yield _heading(_("Shared understanding"))
    to_begin = _("Differences are where to begin a conversation; no group is more right than another.")
    number = _("A number is the step in the middle of a group's answers (the median).")
    yield _within(f"{to_begin} {number}")
    if view.alike:
        yield _within(view.alike)
    if view.differ:
        yield _within(_("Groups that see it differently"))
        for cell, pairs in view.differ:
            yield _within(name(cell), 4)
            yield from (_within(pair, 6) for pair in pairs)
    if view.divided:
        yield _within(_("Groups within which the answers go apart"))
        for cell, groups in view.divided:
            yield _within(name(cell), 4)
            yield from (_within(group.text, 6) for group in groups)
    if view.not_asked:
        yield _within(_("Groups that have not been asked where others have answered"))
        yield from (_within(f"{group.text}: {cells}", 4) for group, cells in view.not_asked)
    if view.held_back:
        yield _within(view.held_back)


def _within(text: str, indent: int = 2) -> Padding:
    return Padding(Text(text), (0, 0, 0, indent))


def _profiles(report: Report) -> RenderableType:
    _ = translation(report.language).gettext
    table = _table()
    table.add_column("", overflow="fold")
    for step in report.scale:
        table.add_column(str(step.value), justify="right")
    table.add_column(_("not rated"), justify="right")
    table.add_column(_("not applicable"), justify="right")
    for title, profiles in ((report.rows_title, report.by_principle), (report.columns_title, report.by_area)):
        table.add_row(Text(title.text, style="italic"))
        for profile in profiles:
            table.add_row(f"  {profile.title.text}", *_counts(profile))
    return table


def _counts(profile: ProfileView) -> Iterator[str]:
    for count in (*(count for _step, count in profile.steps), profile.not_rated, profile.not_applicable):
        yield str(count) if count else "·"


def _measures(report: Report) -> Iterator[RenderableType]:
    _ = translation(report.language).gettext
    yield _heading(_("Measures"))
    if not report.measures:
        yield Padding(Text(_("No measures yet.")), (0, 0, 0, 2))
        return
    table = _table()
    table.expand = True
    table.add_column(_("Status"), overflow="fold", max_width=10)
    table.add_column(_("Measure"), overflow="fold", ratio=1)
    table.add_column(_("Responsible"), overflow="fold", width=17)
    table.add_column(_("Due"), overflow="fold", width=12)
    before = None
    for view in report.measures:
        due = view.result.measure.due
        late = " " + _("(overdue)") if view.result.overdue else ""
        table.add_row(
            view.status if view.status != before else "",
            printable(" ".join(view.what.text.split())),
            printable(view.responsible.text) if view.responsible else "–",
            Text(f"{due or '–'}{late}", style="yellow" if late else ""),
        )
        before = view.status
    yield table


def _kept(report: Report) -> Iterator[RenderableType]:
    """One line: what is kept from an older version of the framework, and where to read it."""
    many = translation(report.language).ngettext
    parts = sum(len(version.parts) for version in report.kept)
    if parts:
        versions = ", ".join(printable(version.version) for version in report.kept)
        text = many(
            "Kept from an earlier version ({versions}): {count} text, under kept_from in the file.",
            "Kept from an earlier version ({versions}): {count} texts, under kept_from in the file.",
            parts,
        )
        yield Text(f"\n{text.format(versions=versions, count=parts)}")


def name(cell: CellView) -> str:
    """What a cell is called: its principle × its area."""
    return f"{cell.row.text} × {cell.column.text}"


def _table() -> Table:
    return Table(box=box.SIMPLE_HEAD, pad_edge=False, padding=(0, 1), show_edge=False)
