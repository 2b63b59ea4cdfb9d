"""What is overdue, due soon and coming, by unit and responsible role, in the newest assessments."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from crosp_cli.analysis.follow_up.continuity import Continuity, MeasureAt, continuity
from crosp_cli.analysis.follow_up.expected import Expected, Planned, follow_ups_of, results_without_date
from crosp_cli.analysis.follow_up.roles import role_key, role_of
from crosp_cli.model.framework import Framework
from crosp_cli.model.project import ExpectedFollowUps, Project
from crosp_cli.reading.loaded import LoadedAssessment
from crosp_cli.text.languages import swedish_order


class DueKind(StrEnum):
    """What is to be done."""

    MEASURE = "measure"
    """The measure is to be carried out."""
    EXPECTED = "expected"
    """A follow-up that the project expects."""
    PLANNED = "planned"
    """A follow-up that the team has planned beside those."""


class State(StrEnum):
    """How it stands on the day asked about."""

    OVERDUE = "overdue"
    DUE_SOON = "due-soon"
    """From today on, within the days asked for."""
    COMING = "coming"
    UNDATED = "undated"
    """A measure without a due date, of which no follow-up can be expected."""
    HELD = "held"
    MISSED = "missed"
    """A follow-up that was not held, where a later one has been: nothing that can be made up for."""


OPEN = (State.OVERDUE, State.DUE_SOON, State.COMING, State.UNDATED)
"""The states in which something is left to do."""


@dataclass(frozen=True, slots=True)
class Due:
    """One thing to do for a measure, and its day."""

    subject: MeasureAt
    kind: DueKind
    state: State
    name: str
    """Tells it apart among what is to be done for the measure, whatever its day: `due`, `after-6`, `planned-2`."""
    day: date | None
    """The day that its state is judged by: held, else planned, else expected. None where there is no date."""
    after_months: int | None = None
    expected: date | None = None
    planned: date | None = None
    held: date | None = None


@dataclass(frozen=True, slots=True)
class Role:
    """What a role answers for, by date; undated measures last."""

    name: str | None
    """The role as it is most often written; None for what nobody is named for."""
    dues: tuple[Due, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """A unit, or the organiser itself, with what its newest assessments say."""

    unit: str | None
    newest: tuple[LoadedAssessment, ...]
    """The newest assessment of each level, in the framework's order."""
    after_months: tuple[int, ...]
    roles: tuple[Role, ...]
    """In Swedish alphabetical order; what nobody is named for last."""
    continuity: tuple[Continuity, ...]
    without_date: tuple[MeasureAt, ...]
    """Measures with a follow-up that has a result and no date, so that it cannot be counted."""

    @property
    def project(self) -> Project | None:
        """The unit's project."""
        return self.newest[0].project

    @property
    def framework(self) -> Framework:
        """The framework that its assessments follow."""
        return self.newest[0].framework

    def count(self, state: State) -> int:
        """How many things are in that state."""
        return sum(due.state is state for role in self.roles for due in role.dues)


@dataclass(frozen=True, slots=True)
class FollowUps:
    """Everything that is to be followed up, unit by unit in the order of the register. Never by result."""

    today: date
    within: int
    sections: tuple[Section, ...]

    @property
    def roles(self) -> tuple[str, ...]:
        """Every role that answers for something, once, in Swedish alphabetical order."""
        names = {role_key(role.name): role.name for section in self.sections for role in section.roles if role.name}
        return tuple(sorted(names.values(), key=lambda name: (swedish_order(name), name)))


def follow_ups(given: Iterable[LoadedAssessment], today: date, within: int) -> FollowUps:
    """Return what is to be followed up according to the newest assessment of each unit and level among `given`.

    What is due within `within` days from today on is due soon.
    """
    series: dict[tuple[str, str | None], dict[str, list[LoadedAssessment]]] = {}
    for one in sorted(given, key=lambda one: (one.assessment.date, one.path)):
        levels = series.setdefault((str(one.home or ""), one.assessment.unit), {})
        levels.setdefault(one.assessment.level, []).append(one)
    sections = [(home, _section(unit, list(levels.values()), today, within)) for (home, unit), levels in series.items()]
    return FollowUps(today, within, tuple(section for _home, section in sorted(sections, key=_register_order)))


def of_role(found: FollowUps, role: str) -> FollowUps:
    """Return the part of `found` that concerns one role, however its capitals are written."""
    key = role_key(role)
    sections = (
        replace(
            section,
            roles=tuple(part for part in section.roles if role_key(part.name) == key),
            continuity=tuple(c for c in section.continuity if key in (role_key(c.now), role_key(c.before))),
            without_date=tuple(s for s in section.without_date if role_key(role_of(s.measure)) == key),
        )
        for section in found.sections
    )
    return replace(found, sections=tuple(section for section in sections if section.roles or section.continuity))


def _section(unit: str | None, series: Sequence[Sequence[LoadedAssessment]], today: date, within: int) -> Section:
    first = series[0][-1]
    order = [level.id for level in first.framework.head.levels]
    by_level = sorted(series, key=lambda occasions: order.index(occasions[-1].assessment.level))
    months = (first.project.follow_up if first.project else ExpectedFollowUps()).expected_after_months
    dues: list[Due] = []
    breaks: list[Continuity] = []
    without_date: list[MeasureAt] = []
    for occasions in by_level:
        now = occasions[-1]
        before = occasions[-2].assessment if len(occasions) > 1 else None
        to_do = [(subject, tuple(_dues(subject, months, today, within))) for subject in _subjects(now)]
        left = [subject for subject, part in to_do if any(due.state in OPEN for due in part)]
        dues += [due for _subject, part in to_do for due in part]
        breaks += continuity(left, now.assessment, before)
        known = [subject for subject, _part in to_do if subject.measure.status != "dropped"]
        without_date += [subject for subject in known if results_without_date(subject.measure)]
    return Section(
        unit=unit,
        newest=tuple(occasions[-1] for occasions in by_level),
        after_months=tuple(sorted(set(months))),
        roles=_by_role(dues),
        continuity=tuple(breaks),
        without_date=tuple(without_date),
    )


def _subjects(now: LoadedAssessment) -> Iterator[MeasureAt]:
    """The measures of an assessment in the framework's order, whatever order the document has."""
    assessment = now.assessment
    for place in now.framework.places:
        cell = assessment.cell(place)
        for measure in sorted(cell.measures if cell else (), key=lambda m: (m.id, m.what, repr(m))):
            yield MeasureAt(assessment.level, place, measure)


def _dues(subject: MeasureAt, months: Iterable[int], today: date, within: int) -> Iterator[Due]:
    measure = subject.measure
    if not measure.is_finished:
        yield Due(subject, DueKind.MEASURE, _state(measure.due, today, within), "due", measure.due)
    expected, planned = follow_ups_of(measure, months)
    for one in expected:
        yield _of_expected(subject, one, today, within)
    for plan in planned:
        yield _of_planned(subject, plan, today, within)


def _of_expected(subject: MeasureAt, one: Expected, today: date, within: int) -> Due:
    day = one.held or one.planned or one.day
    state = State.HELD if one.held else State.MISSED if one.missed else _state(day, today, within)
    name = f"after-{one.after_months}"
    return Due(subject, DueKind.EXPECTED, state, name, day, one.after_months, one.day, one.planned, one.held)


def _of_planned(subject: MeasureAt, plan: Planned, today: date, within: int) -> Due:
    state = _state(plan.day, today, within)
    return Due(subject, DueKind.PLANNED, state, f"planned-{plan.number}", plan.day, planned=plan.day)


def _state(day: date | None, today: date, within: int) -> State:
    """What is due today is not overdue."""
    if day is None:
        return State.UNDATED
    if day < today:
        return State.OVERDUE
    return State.DUE_SOON if (day - today).days <= within else State.COMING


def _by_role(dues: Iterable[Due]) -> tuple[Role, ...]:
    groups: dict[str | None, list[Due]] = {}
    for due in dues:
        groups.setdefault(role_key(role_of(due.subject.measure)), []).append(due)
    roles = [
        # What has the same day keeps the order of levels and cells.
        Role(_spelling(part), tuple(sorted(part, key=lambda due: (due.day is None, due.day or date.max))))
        for part in groups.values()
    ]
    return tuple(sorted(roles, key=lambda role: (role.name is None, swedish_order(role.name or ""), role.name or "")))


def _spelling(dues: Iterable[Due]) -> str | None:
    """The role as it is most often written."""
    times = Counter(role_of(due.subject.measure) for due in dues)
    return min(times, key=lambda name: (-times[name], name or ""))


def _register_order(found: tuple[str, Section]) -> tuple[str, int, str]:
    """Project by project: the organiser itself, the units as crosp.yaml lists them, then those it does not list."""
    home, section = found
    if section.unit is None:
        return home, -1, ""
    units = section.project.positions if section.project else {}
    return home, units.get(section.unit, len(units)), swedish_order(section.unit)
