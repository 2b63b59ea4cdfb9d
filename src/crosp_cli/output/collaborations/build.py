"""From what was found to what a reader needs."""

from collections.abc import Iterable, Iterator
from datetime import date

from crosp_cli.analysis.collaborations.overview import (
    LACKS,
    MANY,
    CollaborationAt,
    NotCovered,
    Overview,
    PartnerAt,
    ReportDue,
)
from crosp_cli.analysis.collaborations.standing import Standing
from crosp_cli.output.collaborations.steps import steps
from crosp_cli.output.collaborations.views import (
    CollaborationRow,
    CollaborationsAnswer,
    CollaborationsView,
    NotCoveredRow,
    PartnerRow,
    ReportRow,
    Stands,
)
from crosp_cli.output.collaborations.wording import (
    ended_words,
    ground_words,
    made_words,
    part_words,
    period_words,
    standing_words,
)
from crosp_cli.text.paragraphs import one_line
from crosp_cli.text.phrase import Phrase, own_words
from crosp_cli.text.phrase import phrase as phrase_in
from crosp_cli.text.translation import translation


def view_of(answer: CollaborationsAnswer, language: str) -> CollaborationsView:
    """Return everything that there is to show, in the reader's language."""
    return _Builder(answer, language).view()


class _Builder:
    def __init__(self, answer: CollaborationsAnswer, language: str) -> None:
        self.answer = answer
        self.found = answer.overview
        self.language = language
        self.own = answer.project.language if answer.project else language
        self._ = translation(language).gettext

    def view(self) -> CollaborationsView:
        found = self.found
        many = [self.not_covered(one) for one in found.not_covered]
        return CollaborationsView(
            language=self.language,
            organiser=self.answer.project.organiser.name if self.answer.project else None,
            today=found.today,
            as_of=as_of(found, self.language),
            ongoing=self.rows(Standing.ONGOING),
            planned=self.rows(Standing.PLANNED),
            ended=self.rows(Standing.ENDED),
            reports=tuple(self.report(due) for due in found.reports),
            lacking=tuple(self.lacking()),
            partners=tuple(self.partner(one) for one in found.partners),
            not_covered=tuple(row for row in many if row.count >= MANY),
            named_once=tuple(row for row in many if row.count < MANY),
            looked=looked(found, self.language),
            steps=steps(found, self.language),
        )

    def phrase(self, text: str) -> Phrase:
        return Phrase(one_line(text), self.own)

    def own_words(self, text: str | None) -> Phrase | None:
        return own_words(text, self.own)

    def rows(self, standing: Standing) -> tuple[CollaborationRow, ...]:
        return tuple(self.row(at) for at in self.found.standing(standing))

    def row(self, at: CollaborationAt) -> CollaborationRow:
        one = at.one
        remark = ""
        if at.is_over_but_not_ended:
            remark = self._("the last day has passed, and it is not written as ended")
        return CollaborationRow(
            id=one.id,
            title=self.phrase(one.title),
            partners=tuple(self.phrase(partner.organisation) for partner in one.with_),
            with_roles=tuple(self.phrase(_with_roles(p.organisation, p.roles)) for p in one.with_),
            standing=standing_words(one, self.found.today, self.language),
            period=period_words(one, self.found.today, self.language),
            ended=ended_words(at.ended_on, self.language) if at.standing is Standing.ENDED else "",
            remark=remark,
            facts=tuple(self.facts(at)),
            outcome=self.own_words(one.outcome),
            as_of=at.registered.as_of,
        )

    def facts(self, at: CollaborationAt) -> Iterator[tuple[str, Phrase]]:
        _, one, conditions = self._, at.one, at.one.conditions
        level = self.answer.framework.level(one.solves_at) if self.answer.framework and one.solves_at else None
        grounds = "; ".join(filter(None, (ground_words(ground, self.language) for ground in one.governed_by)))
        reported = "; ".join(made_words(report) for report in one.reports if report.is_made(self.found.today))
        part = part_words(one.part, self.language)
        texts: list[tuple[str, Phrase | None]] = [
            (_("Purpose"), self.own_words(one.purpose)),
            (_("Can be solved at the level"), phrase_in(level.title, self.language) if level else None),
            (_("Our part"), Phrase(part, self.language) if part else None),
            (_("Rests on"), self.own_words(grounds)),
            (_("Reported"), self.own_words(reported)),
            (_("Governance"), self.own_words(conditions.governance) if conditions else None),
            (_("Structure"), self.own_words(conditions.structure) if conditions else None),
            (_("Shared understanding"), self.own_words(conditions.shared_understanding) if conditions else None),
            (_("Confidentiality and consent"), self.own_words(one.confidentiality)),
            (_("Own responsibility"), self.own_words(one.own_responsibility)),
        ]
        yield from ((name, text) for name, text in texts if text)
        if at.measures:
            many = translation(self.language).ngettext
            text = many("{number} measure points here", "{number} measures point here", at.measures)
            yield _("Measures"), Phrase(text.format(number=at.measures), self.language)

    def report(self, due: ReportDue) -> ReportRow:
        _ = self._
        state = "overdue" if due.is_overdue else "soon" if due.is_soon else "later"
        words = {"overdue": _("overdue"), "soon": _("soon"), "later": _("later")}
        ended = ended_words(due.of.ended_on, self.language) if due.of.standing is Standing.ENDED else ""
        what = self.own_words(due.report.what) or Phrase(_("report"), self.language)
        title = self.phrase(due.of.one.title)
        return ReportRow(due.report.date, state, words[state], title, what, self.own_words(due.report.to), ended)

    def lacking(self) -> Iterator[tuple[str, tuple[Stands, ...]]]:
        _ = self._
        headings = {
            "purpose": _("Without a purpose"),
            "level": _("Without the level that can solve it"),
            "agreement": _("Without an agreement or assignment"),
        }
        for what in LACKS:
            if ats := self.found.lacking(what):
                yield headings[what], tuple(map(self.stands, ats))

    def stands(self, at: CollaborationAt) -> Stands:
        return self.phrase(at.one.title), standing_words(at.one, self.found.today, self.language)

    def partner(self, one: PartnerAt) -> PartnerRow:
        return PartnerRow(self.phrase(one.name), tuple(map(self.stands, one.collaborations)))

    def not_covered(self, one: NotCovered) -> NotCoveredRow:
        many = translation(self.language).ngettext
        count = len(one.measures)
        measures = (
            (self.phrase(measure.what), f"{self.name_of(found.assessment.unit)}, {found.assessment.date}")
            for found, measure in one.measures
        )
        text = many("{number} measure", "{number} measures", count)
        return NotCoveredRow(self.phrase(one.name), count, text.format(number=count), tuple(measures))

    def name_of(self, unit: str | None) -> str:
        project = self.answer.project
        return project.name_of(unit) if project else unit or self._("The organiser")


def _with_roles(organisation: str, roles: Iterable[str]) -> str:
    told = ", ".join(roles)
    return f"{organisation} ({told})" if told else organisation


def as_of(found: Overview, language: str) -> str:
    """The day asked about, what soon means, and when the registers were last gone through."""
    many = translation(language).ngettext
    soon = many(
        "As of {today}. Soon means within {days} day.", "As of {today}. Soon means within {days} days.", found.within
    )
    return f"{soon.format(today=found.today, days=found.within)} {_gone_through(found, language)}"


def _gone_through(found: Overview, language: str) -> str:
    _ = translation(language).gettext
    days: list[date] = sorted({day for _path, day in found.registers})
    if not days:
        return _("There is no register.")
    if len(days) == 1:
        return _("The register was gone through {day}.").format(day=days[0])
    return _("The registers were gone through {first} – {last}.").format(first=days[0], last=days[-1])


def looked(found: Overview, language: str) -> str:
    """Which measures were looked at."""
    many = translation(language).ngettext
    if not found.assessments:
        return translation(language).gettext("No assessment was looked at: name the folder of the project for that.")
    text = many(
        "Measures that are not finished, in the newest assessment ({number}).",
        "Measures that are not finished, in the newest assessments ({number}).",
        found.assessments,
    )
    return text.format(number=found.assessments)
