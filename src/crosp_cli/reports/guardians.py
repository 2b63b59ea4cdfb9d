"""What guardians are told of an assessment: what is to develop, what is done about it, and when that is looked at.

Left out on purpose: ratings and targets, of the team and of groups (they are a team's tool, and would be compared
between schools), reflections, evidence, who answers for what, other authorities that are needed, results of
follow-ups, and measures that were dropped. Needs are told of the cells in focus only.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from crosp_cli.output.analysis.views import AnalysisView, MeasureView
from crosp_cli.output.view import view
from crosp_cli.text.law_lists import law_list
from crosp_cli.text.phrase import Phrase

if TYPE_CHECKING:
    from crosp_cli.reports.content import ReportContent


_WORD = re.compile(r"\w+")
_MOST_WORDS = 6
"""Of how many words an abbreviation is, at the most."""
MOST, MOST_DONE = 18, 10
"""The most measures under way and planned, and done, that guardians are told of: a sheet has no room for more."""


@view
@dataclass(frozen=True, slots=True)
class PublicView:
    """What guardians are told."""

    needs: tuple[Phrase, ...]
    """What is to develop in the cells in focus, in the team's own words; the model's words for them are left out."""
    first: tuple[MeasureView, ...]
    """What is under way and planned for that, the one that is due first standing first."""
    others: tuple[MeasureView, ...]
    """What else is."""
    done: tuple[MeasureView, ...]
    more: int
    """How many measures there are beside these: the page is one sheet, both sides."""
    next_follow_up: date | None
    """The next day on which something is followed up."""
    contact: str | None
    """Whom they may ask."""
    next_meeting: str | None
    """When and where they can talk about it next."""
    laws: str | None
    """The sections that give them a say."""
    laws_as_of: date | None
    """The day on which they read as they are told here; the earliest of them."""


def public_view(report: AnalysisView) -> PublicView:
    """Return what a report has to tell guardians."""
    project, assessment = report.analysis.project, report.analysis.assessment
    unit = project.unit(assessment.unit) if project else None
    laws = report.for_guardians.references if report.for_guardians else ()
    in_words = _InWords(report.for_guardians.abbreviations if report.for_guardians else {})
    needs = tuple(in_words.of(focus.need) for focus in report.focus if focus.need)
    told = report.soonest[:MOST]
    first = in_words.of_each(view for view in told if view.cell.focus)
    others = in_words.of_each(view for view in told if not view.cell.focus)
    done = tuple(view for view in report.measures if view.result.measure.status == "done")
    open_ = [view.result for view in report.measures if not view.result.measure.is_finished]
    days = [found.next_follow_up.date for found in open_ if found.next_follow_up and found.next_follow_up.date]
    return PublicView(
        needs=needs,
        first=first,
        others=others,
        done=in_words.of_each(done[:MOST_DONE]),
        more=len(report.soonest[MOST:]) + len(done[MOST_DONE:]),
        next_follow_up=min((day for day in days if day >= report.analysis.today), default=None),
        contact=unit.contact if unit else None,
        next_meeting=unit.next_meeting if unit else None,
        laws=law_list(reference.title.text for reference in laws) or None,
        laws_as_of=min((reference.as_of for reference in laws), default=None),
    )


class _InWords:
    """Writes out abbreviations that the framework explains, where each is met first: EHT (elevhälsoteam)."""

    def __init__(self, abbreviations: Mapping[str, tuple[str, str]]) -> None:
        self._abbreviations = abbreviations
        self._met: set[str] = set()

    def of(self, phrase: Phrase) -> Phrase:
        text, said = phrase.text, phrase.text.casefold()
        words = list(_WORD.finditer(text))
        parts: list[str] = []
        done = 0
        for number, word in enumerate(words):
            for last in reversed(words[number : number + _MOST_WORDS]):
                for key in (f"{text[word.start() : last.end()]}\0", text[word.start() : last.end()]):
                    short, whole = self._abbreviations.get(key, ("", ""))
                    met = _at(short, text, word.start()) if short and short not in self._met else None
                    if met and met.start() >= done:
                        self._met.add(short)
                        if whole.casefold() not in said:
                            parts += text[done : met.end()], f" ({whole})"
                            done = met.end()
        return Phrase("".join([*parts, text[done:]]), phrase.language)

    def of_each(self, views: Iterable[MeasureView]) -> tuple[MeasureView, ...]:
        return tuple(view._replace(what=self.of(view.what)) for view in views)


def _at(short: str, text: str, word: int) -> re.Match[str] | None:
    """An abbreviation whose first word begins at `word`, where it stands by itself."""
    begins = _WORD.search(short)
    before = begins.start() if begins else 0
    return re.compile(rf"(?<!\w){re.escape(short)}(?!\w)").match(text, word - before) if word >= before else None


def values(content: "ReportContent") -> dict[str, Any]:
    """Return what the templates of a page for guardians show beside the values of the whole report."""
    return {"public": public_view(content.report)}
