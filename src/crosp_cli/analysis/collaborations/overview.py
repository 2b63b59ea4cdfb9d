"""The collaborations of an organiser on a day, and beside them whom its measures name. No order of a file matters."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from crosp_cli.analysis.collaborations.partners import grouped, is_among, partner_key
from crosp_cli.analysis.collaborations.standing import Standing, ended_on, standing_on
from crosp_cli.model.assessment import Measure
from crosp_cli.model.collaborations import RegisteredCollaboration, Reporting
from crosp_cli.reading.discovery import lies_at
from crosp_cli.reading.loaded import LoadedAssessment
from crosp_cli.reading.registers import FromRegister, Registered
from crosp_cli.text.languages import swedish_order

MANY = 2
"""From this many measures on, a partner that they name is one that many name."""

LACKS = ("purpose", "level", "agreement")
"""What a collaboration can least be without, in the order in which it is asked for."""


@dataclass(frozen=True, slots=True)
class CollaborationAt:
    """A collaboration and how it stands on the day asked about."""

    registered: Registered
    standing: Standing
    ended_on: date | None
    measures: int
    """How many measures that are not finished point at it."""

    @property
    def one(self) -> RegisteredCollaboration:
        """What stands in the register."""
        return self.registered.collaboration

    @property
    def is_over_but_not_ended(self) -> bool:
        """Whether its last day has passed and nobody has written that it has ended."""
        return self.standing is Standing.ENDED and self.one.status != "ended"

    @property
    def lacks(self) -> tuple[str, ...]:
        """Which of `LACKS` it is without."""
        said = {
            "purpose": self.one.purpose,
            "level": self.one.solves_at,
            "agreement": self.one.is_governed,
        }
        return tuple(name for name in LACKS if not said[name])


@dataclass(frozen=True, slots=True)
class ReportDue:
    """A report that has not been made."""

    of: CollaborationAt
    number: int
    """Its place among the collaboration's reports, counted from 1."""
    report: Reporting
    is_overdue: bool
    is_soon: bool


@dataclass(frozen=True, slots=True)
class PartnerAt:
    """A partner, and the collaborations that it takes part in."""

    name: str
    collaborations: tuple[CollaborationAt, ...]


@dataclass(frozen=True, slots=True)
class NotCovered:
    """A partner that measures name, and that takes part in no collaboration of the register that has not ended."""

    name: str
    measures: tuple[tuple[LoadedAssessment, Measure], ...]


@dataclass(frozen=True, slots=True)
class Overview:
    """Everything that there is to see of the collaborations."""

    today: date
    within: int
    registers: tuple[tuple[str, date], ...]
    """Each register's file, and the day on which it was last gone through."""
    collaborations: tuple[CollaborationAt, ...]
    reports: tuple[ReportDue, ...]
    """By day."""
    partners: tuple[PartnerAt, ...]
    not_covered: tuple[NotCovered, ...]
    """Those that most measures name first, and then in Swedish alphabetical order."""
    assessments: int
    """How many assessments were looked at."""

    def standing(self, standing: Standing) -> tuple[CollaborationAt, ...]:
        """Those that stand so; what has ended, the latest first, and what has ended nobody knows when last."""
        found = [at for at in self.collaborations if at.standing is standing]
        if standing is Standing.ENDED:
            found.sort(key=lambda at: at.ended_on or date.min, reverse=True)
        return tuple(found)

    def lacking(self, what: str) -> tuple[CollaborationAt, ...]:
        """Those that have not ended and are without one of `LACKS`."""
        return tuple(at for at in self.collaborations if at.standing is not Standing.ENDED and what in at.lacks)


def overview(
    registers: Iterable[tuple[str, date]],
    registered: Iterable[Registered],
    newest: Sequence[LoadedAssessment],
    today: date,
    within: int,
) -> Overview:
    """Return what there is to see on `today` of what is registered, beside the newest assessments.

    A report within `within` days from today on is soon. Measures that are done or dropped name nobody.
    """
    named = [
        (one, measure) for one in newest for _place, cell in one.assessment.each_cell() for measure in cell.measures
    ]
    open_ = [(one, measure) for one, measure in named if not measure.is_finished and measure.collaboration]
    pointing = Counter(
        _place(measure.collaboration.registered)
        for _assessment, measure in open_
        if isinstance(measure.collaboration, FromRegister)
    )
    # of two with one short name in a register, measures point at the first
    found = sorted((_at(one, pointing.pop(_place(one), 0), today) for one in registered), key=_in_order)
    return Overview(
        today,
        within,
        tuple(sorted(registers)),
        tuple(found),
        tuple(sorted(_reports(found, today, within), key=lambda due: (due.report.date, _in_order(due.of), due.number))),
        _partners(found),
        _not_covered(found, open_),
        len(newest),
    )


def _place(registered: Registered) -> tuple[str, str]:
    return lies_at(registered.path), registered.collaboration.id


def _at(registered: Registered, pointing: int, today: date) -> CollaborationAt:
    one = registered.collaboration
    return CollaborationAt(registered, standing_on(one, today), ended_on(one, today), pointing)


def _in_order(at: CollaborationAt) -> tuple[str, str, str, str]:
    return swedish_order(at.one.title), at.one.title, at.one.id, at.registered.path


def _reports(found: Iterable[CollaborationAt], today: date, within: int) -> Iterable[ReportDue]:
    for at in found:
        for number, report in enumerate(at.one.reports, 1):
            if not report.is_made(today):
                left = (report.date - today).days
                yield ReportDue(at, number, report, left < 0, 0 <= left <= within)


def _partners(found: Sequence[CollaborationAt]) -> tuple[PartnerAt, ...]:
    names = [partner.organisation for at in found for partner in at.one.with_]
    groups = grouped(names)
    taking: dict[str, list[CollaborationAt]] = {}
    for at in found:
        for key in dict.fromkeys(groups.get(partner_key(p.organisation), "") for p in at.one.with_):
            taking.setdefault(key, []).append(at)
    spelled = _spellings(names, groups)
    partners = [PartnerAt(spelled[key], tuple(ats)) for key, ats in taking.items() if key]
    return tuple(sorted(partners, key=lambda partner: (swedish_order(partner.name), partner.name)))


def _spellings(names: Iterable[str], groups: dict[str, str]) -> dict[str, str]:
    """How to write each group of names: the way that is written most often, and then the first in the alphabet."""
    written: dict[str, dict[str, int]] = {}
    for name in names:
        counts = written.setdefault(groups.get(partner_key(name), ""), {})
        line = " ".join(name.split())
        counts[line] = counts.get(line, 0) + 1
    return {key: min(counts, key=lambda name: (-counts[name], name)) for key, counts in written.items()}


def _not_covered(
    found: Iterable[CollaborationAt], open_: Sequence[tuple[LoadedAssessment, Measure]]
) -> tuple[NotCovered, ...]:
    current = [partner for at in found if at.standing is not Standing.ENDED for partner in at.one.with_]
    covered = {partner_key(name) for partner in current for name in (partner.organisation, *partner.also_called)}
    naming = [
        (name, one, measure)
        for one, measure in open_
        for name in (measure.collaboration.with_ if measure.collaboration else ())
        if partner_key(name) and not is_among(name, covered)
    ]
    groups = grouped(name for name, _one, _measure in naming)
    spelled = _spellings([name for name, _one, _measure in naming], groups)
    missing: dict[str, dict[int, tuple[LoadedAssessment, Measure]]] = {}
    for name, one, measure in naming:
        missing.setdefault(groups[partner_key(name)], {})[id(measure)] = (one, measure)
    result = [NotCovered(spelled[key], tuple(pairs.values())) for key, pairs in missing.items()]
    return tuple(sorted(result, key=lambda one: (-len(one.measures), swedish_order(one.name), one.name)))
