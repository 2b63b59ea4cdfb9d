"""From what is known of a programme to the view of it, in a reader's language."""

from collections.abc import Callable, Iterator
from datetime import date

from crosp_cli.analysis.groups.disclosure import Rough
from crosp_cli.analysis.programme.analyse import ProgrammeAnalysis, Standing
from crosp_cli.analysis.programme.coverage import CoverageAt, Holds, Registration
from crosp_cli.analysis.programme.follow_ups import FollowUpAt, ReportedAt
from crosp_cli.model.assessment import Place
from crosp_cli.model.programme import ProgrammeQuestion, Session
from crosp_cli.output.programme.beside import beside_views, cannot_show
from crosp_cli.output.programme.labels import kind_word, state_word
from crosp_cli.output.programme.views import (
    FollowUpView,
    PointView,
    ProgrammeView,
    QuestionView,
    RegisteredView,
    ReportedCellView,
    ReportedView,
    SessionView,
)
from crosp_cli.text.paragraphs import one_line
from crosp_cli.text.phrase import Phrase, own_words, phrase
from crosp_cli.text.translation import translation


def programme_view(analysis: ProgrammeAnalysis, language: str) -> ProgrammeView:
    """Return what is shown of a programme in `language`; what people wrote stays in the project's."""
    return _Builder(analysis, language).view()


class _Builder:
    """Knows the programme, the reader's language and the project's."""

    def __init__(self, analysis: ProgrammeAnalysis, language: str) -> None:
        self.analysis = analysis
        self.programme = analysis.programme
        self.language = language
        self.own = analysis.project.language if analysis.project else language
        self.gettext: Callable[[str], str] = translation(language).gettext
        intended = self.programme.intended_for
        self.what = one_line(intended.what) if intended and intended.what else ""

    def view(self) -> ProgrammeView:
        found, programme = self.analysis, self.programme
        credit = found.framework.head.credit
        return ProgrammeView(
            language=self.language,
            own_language=self.own,
            today=found.today,
            name=Phrase(one_line(programme.name), self.own),
            standing=self.standing(),
            facts=tuple(self.facts()),
            coverage=self.coverage(),
            points=tuple(PointView(p.day, p.completed, p.of, self.point(p)) for p in found.coverage.points),
            registered=tuple(self.registered()),
            by_name=tuple(self.by_name()),
            remarks=tuple(self.remarks()),
            follow_ups=tuple(self.follow_up(one) for one in found.follow_ups),
            cells=tuple(
                ReportedCellView(self.title(cell.place), tuple(map(self.reported, cell.reports)))
                for cell in found.cells
            ),
            held_back=self.held_back(),
            questions=tuple(map(self.question, found.questions)),
            sessions=tuple(map(self.session, programme.sessions)),
            at_the_same_time=tuple(Phrase(one_line(text), self.own) for text in programme.at_the_same_time),
            besides=None if found.beside is None else beside_views(found, self.language, self.title),
            cannot_show=() if found.beside is None else cannot_show(found, self.language),
            framework_credit=phrase(credit, self.language) if credit else None,
        )

    def own_words(self, text: str | None) -> Phrase | None:
        return own_words(text, self.own)

    def standing(self) -> str:
        _ = self.gettext
        start, end = self.programme.start, self.programme.end
        match self.analysis.standing:
            case Standing.COMING:
                text = _("Begins on {start}.")
            case Standing.ENDED:
                text = _("Ended on {end}, began on {start}.") if start else _("Ended on {end}.")
            case Standing.ONGOING if start is None:
                text = _("Going on until {end}.")
            case Standing.ONGOING:
                text = _("Going on since {start}, until {end}.") if end else _("Going on since {start}.")
            case _:
                text = _("It does not say when the programme began.")
        return text.format(start=start, end=end)

    def facts(self) -> Iterator[tuple[str, Phrase]]:
        _, programme = self.gettext, self.programme
        if aim := self.own_words(programme.aim):
            yield _("Aim"), aim
        if group := self.own_words(programme.target_group):
            yield _("Target group"), group
        if programme.compulsory is not None:
            words = {"yes": _("yes, all are to take part"), "no": _("no, it is voluntary")}
            yield _("Compulsory"), Phrase(words[programme.compulsory], self.language)
        if responsible := self.own_words(programme.responsible):
            yield _("Responsible"), responsible

    # --- how many ---------------------------------------------------------------------------------------------

    def coverage(self) -> str:
        _ = self.gettext
        newest = self.analysis.coverage.newest
        if newest is None:
            return _("Nobody has counted who has completed it, up to {today}.").format(today=self.analysis.today)
        if newest.of is None:
            text = _("{completed} had completed it on {day}. It does not say of how many.")
        elif self.what:
            text = _("{completed} of {of} ({share} %) had completed it on {day}: {what}.")
        else:
            text = _("{completed} of {of} ({share} %) had completed it on {day}.")
        return text.format(completed=newest.completed, of=newest.of, share=newest.share, day=newest.day, what=self.what)

    def point(self, point: CoverageAt) -> str:
        _ = self.gettext
        if point.of is None:
            return _("{completed}, of an unknown number").format(completed=point.completed)
        if point.share is None:
            return _("{completed} of {of}").format(completed=point.completed, of=point.of)
        return _("{completed} of {of} ({share} %)").format(completed=point.completed, of=point.of, share=point.share)

    def registered(self) -> Iterator[RegisteredView]:
        for one in self.analysis.coverage.registrations:
            yield RegisteredView(one.day, one.number, self.registration(one), one.holds is Holds.YES)

    def by_name(self) -> Iterator[str]:
        _, found = self.gettext, self.analysis.coverage
        for text, units in (
            (_("Among those that have completed it: {names}."), found.completed_units),
            (_("Among those registered and not yet done: {names}."), found.registered_units),
        ):
            if units:
                yield text.format(names=", ".join(f"{self.unit(unit)} ({day})" for unit, day in units))

    def registration(self, one: Registration) -> str:
        _ = self.gettext
        period = ""
        if one.begins or one.ends:
            period = _(" for {begins} to {ends}").format(begins=one.begins or "…", ends=one.ends or "…")
        text = {
            Holds.YES: _("{number} more are registered{period}, as of {day}. They are not counted above."),
            Holds.OVER: _(
                "{number} more were registered{period}, as of {day}. That period is over, and it does not say what "
                "came of it. They are not counted above."
            ),
            Holds.COUNTED_SINCE: _(
                "{number} more were registered{period}, as of {day}. The count above is later, and they may be in it."
            ),
        }[one.holds]
        return text.format(number=one.number, period=period, day=one.day)

    def remarks(self) -> Iterator[str]:
        _, found = self.gettext, self.analysis.coverage
        newest = found.newest
        if newest is not None and newest.is_too_many:
            yield _("More have completed it than it is for: one of the numbers is wrong.")
        if found.later:
            many = translation(self.language).ngettext
            text = many(
                "{number} count is from a later day and is not shown.",
                "{number} counts are from later days and are not shown.",
                found.later,
            )
            yield text.format(number=found.later)

    def unit(self, unit: str) -> str:
        return self.analysis.project.name_of(unit) if self.analysis.project else unit

    # --- follow-ups and what participants report --------------------------------------------------------------

    def follow_up(self, one: FollowUpAt) -> FollowUpView:
        made = one.made
        return FollowUpView(
            day=one.day,
            state=one.state.value,
            state_word=state_word(one.state, self.language),
            kind=kind_word(one.follow_up.kind, self.language),
            who=self.own_words(one.follow_up.who),
            asks=self.own_words(one.follow_up.asks),
            answered=self.answered(one),
            other_explanations=self.own_words(made.other_explanations) if made else None,
        )

    def answered(self, one: FollowUpAt) -> str:
        _, made = self.gettext, one.follow_up.made
        if one.state.value != "made" or made is None:
            return ""
        if one.is_held_back:
            text = _("Fewer than {limit} answered, and what they report is not shown.")
            return text.format(limit=self.analysis.smallest_group)
        who_tells = {
            "yes": _("Self-reported."),
            "no": _("Observed by somebody else."),
            None: _("It does not say whether it is self-reported."),
        }[made.self_reported]
        if one.answered is None:
            return _("It does not say how many answered.") + " " + who_tells
        if one.of is None:
            return _("{answered} answered, of an unknown number.").format(answered=one.answered) + " " + who_tells
        return _("{answered} of {of} answered.").format(answered=one.answered, of=one.of) + " " + who_tells

    def reported(self, one: ReportedAt) -> ReportedView:
        _ = self.gettext
        kind = kind_word(one.source.follow_up.kind, self.language)
        return ReportedView(
            what=Phrase(one_line(one.reported.what), self.own),
            number=self.number(one),
            kind=kind,
            day=one.source.day,
        )

    def number(self, one: ReportedAt) -> str:
        _ = self.gettext
        if one.number is None:
            return ""
        if isinstance(one.number, Rough):
            return {Rough.FEW: _("a few"), Rough.MOST: _("nearly all"), Rough.SOME: _("some, not all")}[one.number]
        return _("{number} of {answered}").format(number=one.number, answered=one.source.answered)

    def held_back(self) -> str:
        if not any(one.is_held_back for one in self.analysis.follow_ups):
            return ""
        text = self.gettext("What fewer than {limit} people have answered is not shown.")
        return text.format(limit=self.analysis.smallest_group)

    def title(self, place: Place | None) -> Phrase:
        if place is None:
            return Phrase(self.gettext("Of no particular part"), self.language)
        return phrase(self.analysis.framework.cell_title(place), self.language)

    # --- questions and sessions -------------------------------------------------------------------------------

    def question(self, one: ProgrammeQuestion) -> QuestionView:
        return QuestionView(
            question=Phrase(one_line(one.question), self.own),
            day=one.date,
            told=self.of_day(one.date),
            can_say=self.own_words(one.can_say),
            cannot_say=self.own_words(one.cannot_say),
            why=self.own_words(one.why),
        )

    def of_day(self, day: date | None) -> str:
        _ = self.gettext
        if day is None:
            return _("It does not say which day the answer is of.")
        if day > self.analysis.today:
            return _("The answer is of {day}, a later day, and is not shown.").format(day=day)
        return _("The answer is of {day}.").format(day=day)

    def session(self, one: Session) -> SessionView:
        _ = self.gettext
        parts = [str(one.date)] if one.date else []
        if one.hours is not None:
            many = translation(self.language).ngettext
            parts.append(many("{hours} hour", "{hours} hours", one.hours).format(hours=one.hours))
        if one.date:
            parts.append(_("held") if one.date <= self.analysis.today else _("to come"))
        return SessionView(Phrase(one_line(one.what), self.own), ", ".join(parts) or _("no date"))
