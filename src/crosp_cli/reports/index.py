"""The page that leads to the reports on a whole folder, in the order of the register and never of a result."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from crosp_cli.model.project import Project
from crosp_cli.output.analysis.views import AnalysisView
from crosp_cli.reports.kinds import STYLES
from crosp_cli.templating.environment import environment, tidied
from crosp_cli.templating.inlined import inlined
from crosp_cli.text.languages import swedish_order
from crosp_cli.text.phrase import Phrase
from crosp_cli.text.translation import translation


@dataclass(frozen=True, slots=True)
class Entry:
    """A report, the project it belongs to, and the name of its file."""

    report: AnalysisView
    project_file: Path | None
    file: str


@dataclass(frozen=True, slots=True)
class Link:
    """A report as the page names it."""

    level: Phrase
    occasion: str
    day: date
    file: str


@dataclass(frozen=True, slots=True)
class UnitView:
    """A unit, or the organiser itself, and the reports on it."""

    name: str
    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class SectionView:
    """A project: its organiser's name, where it has one, and its units in the register's order."""

    title: str | None
    units: tuple[UnitView, ...]


def index_page(entries: Iterable[Entry], language: str, form: str) -> str:
    """Return the page, as "html" or "markdown". The same reports give the same bytes."""
    sections = sections_of(entries)
    found = environment(language).get_template("index.html.j2" if form == "html" else "index.md.j2")
    if form != "html":
        return tidied(found.render(sections=sections))
    style, style_hash = inlined(STYLES)
    return found.render(sections=sections, language=language, style=style, style_hash=style_hash)


def sections_of(entries: Iterable[Entry]) -> tuple[SectionView, ...]:
    """Return the projects in the order of their files, each with its units and their reports."""
    projects: dict[str, list[Entry]] = {}
    for entry in entries:
        projects.setdefault(entry.project_file.as_posix() if entry.project_file else "", []).append(entry)
    return tuple(_section(projects[name]) for name in sorted(projects))


def _section(entries: Sequence[Entry]) -> SectionView:
    project = entries[0].report.analysis.project
    units: dict[str | None, list[Entry]] = {}
    for entry in sorted(entries, key=_within_unit):
        units.setdefault(entry.report.analysis.assessment.unit, []).append(entry)
    order = sorted(units, key=lambda unit: _in_register(unit, project))
    title = project.organiser.name if project else None
    return SectionView(title, tuple(_unit(unit, units[unit], project) for unit in order))


def _in_register(unit: str | None, project: Project | None) -> tuple[int, str]:
    """The organiser itself first, then the units as crosp.yaml lists them, then those it does not have, by name."""
    if unit is None:
        return -1, ""
    listed = project.positions if project else {}
    return (listed[unit], "") if unit in listed else (len(listed), swedish_order(unit))


def _within_unit(entry: Entry) -> tuple[int, date, str]:
    """By level in the framework's order, then by time."""
    analysis = entry.report.analysis
    levels = [level.id for level in analysis.framework.head.levels]
    return levels.index(analysis.assessment.level), analysis.assessment.date, entry.file


def _unit(unit: str | None, entries: Sequence[Entry], project: Project | None) -> UnitView:
    report = entries[0].report
    name = translation(report.language).gettext("The organiser") if unit is None and project else report.unit
    links = tuple(
        Link(
            entry.report.level,
            entry.report.analysis.assessment.occasion,
            entry.report.analysis.assessment.date,
            entry.file,
        )
        for entry in entries
    )
    return UnitView(name, links)
