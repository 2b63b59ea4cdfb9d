"""The cells of the map in groups (`--by`), put into words: counts at each step, and which cells they are."""

from collections.abc import Callable, Sequence
from typing import Literal, NamedTuple

from crosp_cli.analysis.assessment.arenas import ArenaPart, SeenBy, by_arena
from crosp_cli.analysis.assessment.cells import CellResult, State
from crosp_cli.analysis.assessment.profiles import Profile, profile
from crosp_cli.model.assessment import Place
from crosp_cli.output.analysis.agreement import groups_title, held_back_text, middle_text
from crosp_cli.output.analysis.build import AnalysisView
from crosp_cli.output.view import view
from crosp_cli.text.phrase import Phrase, phrase
from crosp_cli.text.translation import translation

GroupedBy = Literal["principle", "area", "factor", "level", "arena"]
"""What the cells can be grouped by."""

Name = Callable[[Place], str]


@view
class StepCells(NamedTuple):
    """How many of a group's cells stand at a step, are not rated or do not apply, and which they are."""

    title: str
    names: tuple[str, ...]


@view
class GroupView(NamedTuple):
    """A group of cells."""

    profile: Profile
    title: Phrase
    when: str
    """At level: the day of the assessment, else nothing."""
    counts: tuple[int, ...]
    """At each step of the scale, then not rated, then not applicable."""
    cells: tuple[StepCells, ...]
    """The same, where there are any."""


@view
class SeenByView(NamedTuple):
    """A group of an arena, or small groups together, and how they see each cell."""

    seen: SeenBy
    title: Phrase
    rows: tuple[tuple[str, str, bool], ...]
    """The cell, the step in the middle of the answers, and whether the answers go apart."""


@view
class ArenaView(NamedTuple):
    """An arena, its task, who took part, and how its groups see the cells."""

    part: ArenaPart
    title: Phrase
    task: Phrase | None
    took_part: tuple[tuple[Phrase, int | None], ...]
    seen: tuple[SeenByView, ...]


@view
class Grouped(NamedTuple):
    """An assessment's cells (or an occasion's, by level) in groups."""

    kind: GroupedBy
    heading: str
    reports: tuple[AnalysisView, ...]
    """The assessment; by level, those of the occasion."""
    scale: tuple[str, ...]
    groups: tuple[GroupView, ...]
    arenas: tuple[ArenaView, ...]
    outside: tuple[CellResult, ...]
    """Cells that belong to no group: those without a success factor."""
    outside_names: tuple[str, ...]
    note: str


def grouped(report: AnalysisView, kind: GroupedBy) -> Grouped:
    """Return an assessment's cells by "principle", "area", "factor" or "arena"."""
    analysis = report.analysis
    if kind == "arena":
        parts = by_arena(analysis.participants, analysis.cells, analysis.framework)
        held_back = any(cell.agreement is not None and cell.agreement.held_back for cell in analysis.cells)
        more = held_back_text(analysis, report.language) if held_back else ""
        return _grouped(kind, [report], arenas=[_arena(part, report) for part in parts], more=more)
    profiles = {"principle": analysis.principles, "area": analysis.areas, "factor": analysis.factors}[kind]
    counted = {cell.place for found in profiles for cell in found.cells}
    outside = tuple(cell for cell in analysis.cells if cell.place not in counted and cell.state is not State.OUTSIDE)
    groups = [_group(found, report, _namer(report, kind)) for found in profiles if found.cells]
    return _grouped(kind, [report], groups=groups, outside=outside)


def by_level(reports: Sequence[AnalysisView]) -> Grouped:
    """Return the cells of an occasion by level; `reports` are those of its assessments, in its order."""
    groups = [_level(report) for report in reports]
    return _grouped("level", reports, groups=groups)


def heading(report: AnalysisView) -> str:
    """What an assessment is headed by: unit, level, occasion and date."""
    assessment = report.analysis.assessment
    return f"{report.unit} · {report.level.text} · {assessment.occasion} · {assessment.date}"


def _level(report: AnalysisView) -> GroupView:
    analysis = report.analysis
    level = analysis.framework.level(analysis.assessment.level)
    title = level.title if level else {"en": analysis.assessment.level}
    found = profile(analysis.assessment.level, title, analysis.cells, analysis.framework)
    return _group(found, report, _namer(report, "level"), when=analysis.assessment.date.isoformat())


def _grouped(
    kind: GroupedBy,
    reports: Sequence[AnalysisView],
    *,
    groups: Sequence[GroupView] = (),
    arenas: Sequence[ArenaView] = (),
    outside: tuple[CellResult, ...] = (),
    more: str = "",
) -> Grouped:
    first = reports[-1]
    name = _namer(first, kind)
    return Grouped(
        kind=kind,
        heading=heading(first) if kind != "level" else first.unit,
        reports=tuple(reports),
        scale=tuple(f"{step.value} {step.label.text}" for step in first.scale),
        groups=tuple(groups),
        arenas=tuple(arenas),
        outside=outside,
        outside_names=tuple(name(cell.place) for cell in outside),
        note=f"{_note(kind, len(reports), first.language)} {more}".strip(),
    )


def _note(kind: GroupedBy, reports: int, language: str) -> str:
    _ = translation(language).gettext
    if kind == "factor":
        return _("What is rated may come under several success factors, or under none.")
    if kind == "arena":
        return _(
            "Who took part, and the step in the middle of each group's answers. No group is added to another, and "
            "measures name roles in free words, so they do not stand here."
        )
    if kind == "level" and reports == 1:
        return _("Only one level has been assessed at this time among the files given.")
    if kind == "level":
        return _(
            "Each level answers questions of its own: that they see the same thing differently is something to "
            "talk about."
        )
    return ""


def _namer(report: AnalysisView, kind: GroupedBy) -> Name:
    """How to name a cell in a group: what the group's title says already is left out."""
    framework, language = report.analysis.framework, report.language

    def name(place: Place) -> str:
        row = phrase(framework.principle(place.principle).label, language).text
        column = phrase(framework.area(place.area).label, language).text
        return {"principle": column, "area": row}.get(kind, f"{row} × {column}")

    return name


def _group(found: Profile, report: AnalysisView, name: Name, when: str = "") -> GroupView:
    _ = translation(report.language).gettext
    rated = {step.value: f"{step.value} {step.label.text}" for step in report.scale}
    titles = [*rated.values(), _("not rated"), _("not applicable")]

    def standing(cell: CellResult) -> str:
        if cell.rating is not None:
            return rated[cell.rating]
        return titles[-1] if cell.state is State.NOT_APPLICABLE else titles[-2]

    parts = [
        StepCells(title, tuple(name(cell.place) for cell in found.cells if standing(cell) == title)) for title in titles
    ]
    return GroupView(
        profile=found,
        title=phrase(found.title, report.language),
        when=when,
        counts=tuple(len(part.names) for part in parts),
        cells=tuple(part for part in parts if part.names),
    )


def _arena(part: ArenaPart, report: AnalysisView) -> ArenaView:
    _ = translation(report.language).gettext
    arena = part.arena
    framework = report.analysis.framework
    title = phrase(arena.title, report.language) if arena else Phrase(_("Without an arena"), report.language)
    task = phrase(arena.task, report.language) if arena and arena.task else None
    took_part = tuple((phrase(framework.title_of("groups", id_), report.language), n) for id_, n in part.took_part)
    return ArenaView(part, title, task, took_part, tuple(_seen(seen, report) for seen in part.seen))


def _seen(seen: SeenBy, report: AnalysisView) -> SeenByView:
    name = _namer(report, "arena")
    rows = tuple((name(cell.place), middle_text(cell.middle), cell.divided) for cell in seen.cells)
    return SeenByView(seen, groups_title(seen.groups, report.analysis, report.language), rows)
