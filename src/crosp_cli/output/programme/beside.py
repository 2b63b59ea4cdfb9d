"""Units that took part beside the others, in words and counts, with what that cannot show."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date

from crosp_cli.analysis.programme.analyse import ProgrammeAnalysis
from crosp_cli.analysis.programme.beside import BeforeAndAfter, Beside
from crosp_cli.model.assessment import Place
from crosp_cli.output.programme.views import BesideCellView, BesideView, SideView
from crosp_cli.text.phrase import Phrase, phrase
from crosp_cli.text.translation import translation

Title = Callable[[Place | None], Phrase]


def beside_views(analysis: ProgrammeAnalysis, language: str, title: Title) -> tuple[BesideView, ...]:
    """Return each level with its units on both sides."""
    return tuple(_level(one, analysis, language, title) for one in analysis.beside or ())


def cannot_show(analysis: ProgrammeAnalysis, language: str) -> tuple[str, ...]:
    """Return what units beside each other cannot show, for these units above all."""
    return tuple(_cannot_show(analysis, language))


def _cannot_show(analysis: ProgrammeAnalysis, language: str) -> Iterator[str]:
    _ = translation(language).gettext
    yield _("These are counts of how teams have rated themselves. They say nothing of what the programme has meant.")
    yield _("Staff turnover: those who rate now may be others than those who rated before, or who took part.")
    if analysis.programme.compulsory == "yes":
        yield _(
            "Who came first: all are to take part, but those who were early may have differed from the rest already."
        )
    else:
        yield _("Who chose to take part: they may have differed from the others from the start.")
    measures = "; ".join(analysis.programme.at_the_same_time)
    if measures:
        text = _("Other measures at the same time, on either side. The file names: {measures}.")
        yield text.format(measures=" ".join(measures.split()).rstrip("."))
    else:
        yield _(
            "Other measures at the same time, on either side. The file names none, and there may be some all the same."
        )


def _level(one: Beside, analysis: ProgrammeAnalysis, language: str, title: Title) -> BesideView:
    level = analysis.framework.level(one.level)
    return BesideView(
        level=phrase(level.title, language) if level else Phrase(one.level, language),
        counts=tuple(_counts(one, analysis, language)),
        cells=tuple(
            BesideCellView(
                title(cell.place), *(_side(side, analysis, language) for side in (cell.took_part, cell.others))
            )
            for cell in one.cells
        ),
    )


def _counts(one: Beside, analysis: ProgrammeAnalysis, language: str) -> Iterator[str]:
    _ = translation(language).gettext
    start = analysis.programme.start

    def counted(side: tuple[int, int]) -> str:
        text = translation(language).ngettext(
            "{units} unit; assessed both before {start} and after: {pairs}",
            "{units} units; assessed both before {start} and after: {pairs}",
            side[0],
        )
        return text.format(units=side[0], pairs=side[1], start=start)

    yield _("Took part: {counts}.").format(counts=counted(one.took_part))
    yield _("The others: {counts}.").format(counts=counted(one.others))
    if one.waiting:
        yield _("Registered and not completed, and on neither side: {units}.").format(units=one.waiting)
    if one.before and one.after and one.cells:
        text = _("The assessments before are of {before}, those after of {after}.")
        yield text.format(before=_days(one.before), after=_days(one.after))
    if not one.cells:
        text = _("Fewer than {limit} units on either side have rated the same thing both times, so nothing is shown.")
        yield text.format(limit=analysis.smallest_group)


def _days(span: tuple[date, date]) -> str:
    first, last = span
    return str(first) if first == last else f"{first} – {last}"


def _side(found: BeforeAndAfter | None, analysis: ProgrammeAnalysis, language: str) -> SideView:
    _ = translation(language).gettext
    if found is None:
        return SideView(_("fewer than {limit} units").format(limit=analysis.smallest_group), "", "")
    text = _("of {units} units {higher} stand higher, {same} the same, {lower} lower")
    words = text.format(units=found.units, higher=found.higher, same=found.same, lower=found.lower)
    steps = analysis.framework.head.scale.values
    return SideView(words, _steps(found.before, steps), _steps(found.after, steps))


def _steps(counts: Mapping[int, int], steps: Iterable[int]) -> str:
    """How many units stood at each step of the scale, the lowest first."""
    return " · ".join(str(counts.get(step, 0)) for step in steps)
