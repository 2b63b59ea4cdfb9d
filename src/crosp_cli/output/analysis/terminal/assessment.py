"""The analysis for a terminal, or for a file of the same width."""

from collections.abc import Iterable, Iterator

from crosp_cli.output.analysis.build import ProfileView, Report
from crosp_cli.output.analysis.content import Shown
from crosp_cli.output.analysis.explanation import Explanation
from crosp_cli.output.analysis.grouping import heading as headed
from crosp_cli.output.analysis.orientation import orientation
from crosp_cli.output.analysis.terminal.explanation import explanation_lines
from crosp_cli.output.analysis.terminal.grouping import counted, grouped_lines
from crosp_cli.output.analysis.terminal.levels import levels_lines
from crosp_cli.output.analysis.terminal.matrix import mark, matrix
from crosp_cli.output.analysis.terminal.orientation import orientation_lines
from crosp_cli.output.terminal_layout import EMPTY, Cell, Column, Line, heading, paragraph, rule, table
from crosp_cli.text.printable import printable
from crosp_cli.text.translation import translation


def as_terminal(shown: Shown, width: int) -> Iterator[Line]:
    """Yield each assessment, or each group of cells that was asked for, and last what the levels say of each other."""
    for number, part in enumerate(_parts(shown, width)):
        if number:
            yield rule(width)
        yield from part
    if shown.by is None:
        across = list(levels_lines(shown.levels, shown.reports[0].language, width))
        yield from (rule(width), *across) if across and len(shown.reports) > 1 else across


def _parts(shown: Shown, width: int) -> Iterator[Iterable[Line]]:
    explanations = shown.explanations or (None,) * len(shown.reports)
    pairs = zip(shown.reports, explanations, strict=True)
    if shown.by is None:
        yield from (_assessment(report, explanation, width) for report, explanation in pairs)
        return
    yield from (grouped_lines(grouped, grouped.reports[-1].language, width) for grouped in shown.grouped)
    for report, explanation in pairs:
        if explanation:
            yield (*_title(report, width), *explanation_lines(explanation, report.language, width))


def _title(report: Report, width: int) -> Iterator[Line]:
    yield from paragraph(printable(headed(report)), width, style="bold")


def _assessment(report: Report, explanation: Explanation | None, width: int) -> Iterator[Line]:
    yield from _title(report, width)
    yield EMPTY
    yield from matrix(report, width)
    yield from _focus(report, width)
    if explanation:
        yield from explanation_lines(explanation, report.language, width)
    yield from _gaps(report, width)
    yield from _shared(report, width)
    yield from _profiles(report, width)
    view = orientation(report.analysis, report.language)
    yield from orientation_lines(view, report.language, width, in_full=explanation is not None)
    yield from _measures(report, width)
    yield from _kept(report, width)


def _focus(report: Report, width: int) -> Iterator[Line]:
    _ = translation(report.language).gettext
    yield from heading(_("Focus"), width)
    if not report.focus:
        none = _("No cell gives grounds for focus yet: rate, set a target or state a priority.")
        yield from paragraph(none, width, indent=2)
    for view in report.focus:
        yield from paragraph(f"{mark(view.number)} {view.cell.name}", width, hang=2)
        for reason in view.reasons:
            yield from paragraph(reason, width, indent=4)


def _gaps(report: Report, width: int) -> Iterator[Line]:
    _ = translation(report.language).gettext
    if report.gaps:
        yield from heading(_("From here to the target"), width)
        columns = [
            Column(_("Cell")),
            Column(_("Rating → target")),
            Column(_("Steps"), right=True),
            Column(_("Priority")),
        ]
        rows = [
            [cell.name, f"{cell.rating} → {cell.target}", str(cell.gap), cell.priority or ""] for cell in report.gaps
        ]
        yield from table(columns, rows, width)
    if report.needs_without_gap:
        yield from heading(_("Needs in words, without rating and target"), width)
        for cell in report.needs_without_gap:
            yield from paragraph(cell.name, width, indent=2, hang=2)


def _shared(report: Report, width: int) -> Iterator[Line]:
    """How the groups see the cells: where they differ, where one is divided, who has not been asked."""
    if report.shared is None:
        return
    _ = translation(report.language).gettext
    view = report.shared
    yield from heading(_("Shared understanding"), width)
    to_begin = _("Differences are where to begin a conversation; no group is more right than another.")
    number = _("A number is the step in the middle of a group's answers (the median).")
    yield from paragraph(f"{to_begin} {number}", width, indent=2)
    if view.alike:
        yield from paragraph(view.alike, width, indent=2)
    if view.differ:
        yield from paragraph(_("Groups that see it differently"), width, indent=2)
        for cell, pairs in view.differ:
            yield from paragraph(cell.name, width, indent=4, hang=2)
            for pair in pairs:
                yield from paragraph(pair, width, indent=6, hang=2)
    if view.divided:
        yield from paragraph(_("Groups within which the answers go apart"), width, indent=2)
        for cell, groups in view.divided:
            yield from paragraph(cell.name, width, indent=4, hang=2)
            for group in groups:
                yield from paragraph(group.text, width, indent=6, hang=2)
    if view.not_asked:
        yield from paragraph(_("Groups that have not been asked where others have answered"), width, indent=2)
        for group, cells in view.not_asked:
            yield from paragraph(f"{group.text}: {cells}", width, indent=4, hang=2)
    if view.held_back:
        yield from paragraph(view.held_back, width, indent=2)


def _profiles(report: Report, width: int) -> Iterator[Line]:
    _ = translation(report.language).gettext
    yield from heading(_("Cells at each step"), width)
    titles = (*(str(step.value) for step in report.scale), _("not rated"), _("not applicable"))
    columns = [Column(""), *(Column(title, right=True) for title in titles)]
    groups = (
        (report.rows_title.text, report.by_principle),
        (report.columns_title.text, report.by_area),
        (_("Success factors"), report.by_factor),
    )
    rows: list[list[Cell]] = []
    for title, profiles in groups:
        if profiles:
            rows.append([((title, "italic"),)])
        rows += [[f"  {profile.title.text}", *map(counted, _counts(profile))] for profile in profiles]
    yield from table(columns, rows, width)


def _counts(profile: ProfileView) -> Iterator[int]:
    yield from (count for _step, count in profile.steps)
    yield profile.not_rated
    yield profile.not_applicable


def _measures(report: Report, width: int) -> Iterator[Line]:
    _ = translation(report.language).gettext
    yield from heading(_("Measures"), width)
    if not report.measures:
        yield from paragraph(_("No measures yet."), width, indent=2)
        return
    columns = [
        Column(_("Status"), most=10),
        Column(_("Measure"), share=1),
        Column(_("Responsible"), most=20),
        Column(_("Due"), most=12),
    ]
    rows: list[list[Cell]] = []
    before = None
    for view in report.measures:
        due = str(view.result.measure.due or "–")
        rows.append(
            [
                view.status if view.status != before else "",
                printable(" ".join(view.what.text.split())),
                printable(view.responsible.text) if view.responsible else "–",
                ((f"{due} " + _("(overdue)"), "yellow"),) if view.result.overdue else due,
            ]
        )
        before = view.status
    yield from table(columns, rows, width)


def _kept(report: Report, width: int) -> Iterator[Line]:
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
        yield EMPTY
        yield from paragraph(text.format(versions=versions, count=parts), width)
