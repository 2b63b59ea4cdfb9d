"""The analysis for a terminal, or for a file of the same width."""

from collections.abc import Iterable, Iterator

from rich.console import Group, RenderableType
from rich.rule import Rule
from rich.text import Text

from crosp_cli.output.analysis.build import AnalysisView, ProfileView
from crosp_cli.output.analysis.content import AnalysisAnswer
from crosp_cli.output.analysis.explanation import Explanation
from crosp_cli.output.analysis.grouping import heading as headed
from crosp_cli.output.analysis.orientation import orientation
from crosp_cli.output.analysis.terminal.explanation import explanation_lines
from crosp_cli.output.analysis.terminal.grouping import counted, grouped_lines
from crosp_cli.output.analysis.terminal.levels import levels_lines
from crosp_cli.output.analysis.terminal.matrix import mark, matrix
from crosp_cli.output.analysis.terminal.orientation import orientation_lines
from crosp_cli.output.layout import Column, FittedTable, Paragraph, heading
from crosp_cli.text.paragraphs import one_line
from crosp_cli.text.printable import printable
from crosp_cli.text.translation import translation


def as_terminal(shown: AnalysisAnswer) -> RenderableType:
    """Return each assessment, or each group of cells that was asked for, and last what the levels say of each other."""
    return Group(*_everything(shown))


def _everything(shown: AnalysisAnswer) -> Iterator[RenderableType]:
    for number, part in enumerate(_parts(shown)):
        if number:
            yield Rule(style="dim")
        yield from part
    if shown.by is None:
        across = list(levels_lines(shown.levels, shown.reports[0].language))
        yield from (Rule(style="dim"), *across) if across and len(shown.reports) > 1 else across


def _parts(shown: AnalysisAnswer) -> Iterator[Iterable[RenderableType]]:
    explanations = shown.explanations or (None,) * len(shown.reports)
    pairs = zip(shown.reports, explanations, strict=True)
    if shown.by is None:
        yield from (_assessment(report, explanation) for report, explanation in pairs)
        return
    yield from (grouped_lines(grouped, grouped.reports[-1].language) for grouped in shown.grouped)
    for report, explanation in pairs:
        if explanation:
            yield (*_title(report), *explanation_lines(explanation, report.language))


def _title(report: AnalysisView) -> Iterator[RenderableType]:
    yield Paragraph(printable(headed(report)), style="bold")


def _assessment(report: AnalysisView, explanation: Explanation | None) -> Iterator[RenderableType]:
    yield from _title(report)
    yield Text()
    yield from matrix(report)
    yield from _focus(report)
    if explanation:
        yield from explanation_lines(explanation, report.language)
    yield from _gaps(report)
    yield from _shared(report)
    yield from _profiles(report)
    view = orientation(report.analysis, report.language)
    yield from orientation_lines(view, report.language, in_full=explanation is not None)
    yield from _measures(report)
    yield from _kept(report)


def _focus(report: AnalysisView) -> Iterator[RenderableType]:
    _ = translation(report.language).gettext
    yield from heading(_("Focus"))
    if not report.focus:
        none = _("Nothing gives grounds for focus yet: rate, set a target or state a priority.")
        yield Paragraph(none, indent=2)
    for view in report.focus:
        yield Paragraph(f"{mark(view.number)} {view.cell.name}", hang=2)
        for reason in view.reasons:
            yield Paragraph(reason, indent=4)
    if report.unplaced:
        yield Paragraph(_("Here the law asks for something, and you have not placed it:"))
    for unplaced in report.unplaced:
        yield Paragraph(f"– {unplaced.cell.name} ({unplaced.titles})", hang=2)


def _gaps(report: AnalysisView) -> Iterator[RenderableType]:
    _ = translation(report.language).gettext
    if report.gaps:
        yield from heading(_("Left to the target"))
        columns = [
            Column(_("Part of the model")),
            Column(_("Rating → target")),
            Column(_("Steps"), right=True),
            Column(_("Priority")),
        ]
        rows = [
            [cell.name, f"{cell.rating} → {cell.target}", str(cell.gap), cell.priority or ""] for cell in report.gaps
        ]
        yield FittedTable(columns, rows)
    if report.needs_without_gap:
        yield from heading(_("Needs in words, without rating and target"))
        for cell in report.needs_without_gap:
            yield Paragraph(cell.name, indent=2, hang=2)


def _shared(report: AnalysisView) -> Iterator[RenderableType]:
    """How the groups see the cells: where they differ, where one is divided, who has not been asked."""
    if report.shared is None:
        return
    _ = translation(report.language).gettext
    view = report.shared
    yield from heading(_("Shared understanding"))
    to_begin = _("Differences are where to begin a conversation; no group is more right than another.")
    number = _("A number is the step in the middle of a group's answers (the median).")
    yield Paragraph(f"{to_begin} {number}", indent=2)
    if view.alike:
        yield Paragraph(view.alike, indent=2)
    if view.differ:
        yield Paragraph(_("Groups that see it differently"), indent=2)
        for cell, pairs in view.differ:
            yield Paragraph(cell.name, indent=4, hang=2)
            for pair in pairs:
                yield Paragraph(pair, indent=6, hang=2)
    if view.divided:
        yield Paragraph(_("Groups within which the answers go apart"), indent=2)
        for cell, groups in view.divided:
            yield Paragraph(cell.name, indent=4, hang=2)
            for group in groups:
                yield Paragraph(group.text, indent=6, hang=2)
    if view.not_asked:
        yield Paragraph(_("Answers are missing from"), indent=2)
        for group, cells in view.not_asked:
            yield Paragraph(f"{group.text}: {cells}", indent=4, hang=2)
    if view.held_back:
        yield Paragraph(view.held_back, indent=2)


def _profiles(report: AnalysisView) -> Iterator[RenderableType]:
    _ = translation(report.language).gettext
    yield from heading(_("How many at each step"))
    titles = (*(str(step.value) for step in report.scale), _("not rated"), _("not applicable"))
    columns = [Column(""), *(Column(title, right=True) for title in titles)]
    groups = (
        (report.rows_title.text, report.by_principle),
        (report.columns_title.text, report.by_area),
        (_("Success factors"), report.by_factor),
    )
    rows: list[list[str | Text]] = []
    for title, profiles in groups:
        if profiles:
            rows.append([Text.assemble((title, "italic"))])
        rows += [[f"  {profile.title.text}", *map(counted, _counts(profile))] for profile in profiles]
    yield FittedTable(columns, rows)


def _counts(profile: ProfileView) -> Iterator[int]:
    yield from (count for _step, count in profile.steps)
    yield profile.not_rated
    yield profile.not_applicable


def _measures(report: AnalysisView) -> Iterator[RenderableType]:
    _ = translation(report.language).gettext
    yield from heading(_("Measures"))
    if not report.measures:
        yield Paragraph(_("No measures yet."), indent=2)
        return
    columns = [
        Column(_("Status"), most=10),
        Column(_("Measure"), share=1),
        Column(_("Responsible"), most=20),
        Column(_("Due"), most=12),
    ]
    rows: list[list[str | Text]] = []
    before = None
    for view in report.measures:
        due = str(view.result.measure.due or "–")
        rows.append(
            [
                view.status if view.status != before else "",
                printable(" ".join(view.what.text.split())),
                printable(one_line(view.responsible.text)) if view.responsible else "–",
                Text.assemble((f"{due} " + _("(overdue)"), "yellow")) if view.result.overdue else due,
            ]
        )
        before = view.status
    yield FittedTable(columns, rows)


def _kept(report: AnalysisView) -> Iterator[RenderableType]:
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
        yield Text()
        yield Paragraph(text.format(versions=versions, count=parts))
