"""The analysis for a terminal."""

from collections.abc import Iterator

from rich.console import Group, RenderableType
from rich.rule import Rule
from rich.text import Text

from crosp_cli.rendering.explanation import Explanation
from crosp_cli.rendering.explanation_terminal import explanation_parts
from crosp_cli.rendering.grouping import heading as headed
from crosp_cli.rendering.grouping_terminal import grouped_as_terminal
from crosp_cli.rendering.levels_terminal import levels_parts
from crosp_cli.rendering.matrix_terminal import mark, matrix
from crosp_cli.rendering.orientation import orientation
from crosp_cli.rendering.orientation_terminal import orientation_parts
from crosp_cli.rendering.printable import printable
from crosp_cli.rendering.report import ProfileView, Report
from crosp_cli.rendering.shown import Shown
from crosp_cli.rendering.terminal_parts import heading, indented, name, plain_table
from crosp_cli.rendering.translate import translation


def as_terminal(shown: Shown) -> Iterator[RenderableType]:
    """Yield each assessment, or each group of cells that was asked for, and last what the levels say of each other."""
    if shown.by is not None:
        parts = [grouped_as_terminal(grouped, grouped.reports[-1].language) for grouped in shown.grouped]
    elif shown.explanations:
        pairs = zip(shown.reports, shown.explanations, strict=True)
        parts = [Group(*_parts(report, explanation)) for report, explanation in pairs]
    else:
        parts = [Group(*_parts(report, None)) for report in shown.reports]
    for number, part in enumerate(parts):
        yield Group(Rule(style="dim"), part) if number else part
    if shown.by is not None:
        yield from _explained(shown)
        return
    across = list(levels_parts(shown.levels, shown.reports[0].language))
    if across:
        yield Group(*across) if len(parts) == 1 else Group(Rule(style="dim"), *across)


def _explained(shown: Shown) -> Iterator[RenderableType]:
    """What was asked for beside groups of cells: why each assessment's other cells are not in focus."""
    for report, explanation in zip(shown.reports, shown.explanations, strict=bool(shown.explanations)):
        title = Text(printable(headed(report)), style="bold")
        yield Group(Rule(style="dim"), title, *explanation_parts(explanation, report.language))


def _parts(report: Report, explanation: Explanation | None) -> Iterator[RenderableType]:
    _ = translation(report.language).gettext
    yield Text(printable(headed(report)), style="bold")
    yield Text()
    yield matrix(report)
    yield from _focus(report)
    if explanation:
        yield from explanation_parts(explanation, report.language)
    yield from _gaps(report)
    yield heading(_("Cells at each step"))
    yield _profiles(report)
    yield from _measures(report)
    view = orientation(report.analysis, report.language)
    yield from orientation_parts(view, report.language, in_full=explanation is not None)


def _focus(report: Report) -> Iterator[RenderableType]:
    _ = translation(report.language).gettext
    yield heading(_("Focus"))
    if not report.focus:
        yield indented(_("No cell gives grounds for focus yet: rate, set a target or state a priority."))
    for view in report.focus:
        yield Text(f"{mark(view.number)} {name(view.cell)}")
        for reason in view.reasons:
            yield indented(reason, 4)


def _gaps(report: Report) -> Iterator[RenderableType]:
    _ = translation(report.language).gettext
    if report.gaps:
        yield heading(_("From here to the target"))
        table = plain_table()
        table.add_column(_("Cell"), overflow="fold")
        table.add_column(_("Rating → target"), no_wrap=True)
        table.add_column(_("Steps"), justify="right")
        table.add_column(_("Priority"))
        for cell in report.gaps:
            table.add_row(name(cell), f"{cell.rating} → {cell.target}", str(cell.gap), cell.priority or "")
        yield table
    if report.needs_without_gap:
        yield heading(_("Needs in words, without rating and target"))
        for cell in report.needs_without_gap:
            yield indented(name(cell))


def _profiles(report: Report) -> RenderableType:
    _ = translation(report.language).gettext
    table = plain_table()
    table.add_column("", overflow="fold")
    for step in report.scale:
        table.add_column(str(step.value), justify="right")
    table.add_column(_("not rated"), justify="right")
    table.add_column(_("not applicable"), justify="right")
    groups = (
        (report.rows_title.text, report.by_principle),
        (report.columns_title.text, report.by_area),
        (_("Success factors"), report.by_factor),
    )
    for title, profiles in groups:
        if profiles:
            table.add_row(Text(title, style="italic"))
        for profile in profiles:
            table.add_row(f"  {profile.title.text}", *_counts(profile))
    return table


def _counts(profile: ProfileView) -> Iterator[str]:
    for count in (*(count for _step, count in profile.steps), profile.not_rated, profile.not_applicable):
        yield str(count) if count else "·"


def _measures(report: Report) -> Iterator[RenderableType]:
    _ = translation(report.language).gettext
    yield heading(_("Measures"))
    if not report.measures:
        yield indented(_("No measures yet."))
        return
    table = plain_table()
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
