"""Why the other cells are not in focus, in words: the step of the order that each fell on, and against which cell."""

from collections.abc import Iterator
from typing import Literal, NamedTuple, get_args

from crosp_cli.analysis.assessment.cells import CellResult, State
from crosp_cli.analysis.assessment.focus import Ground
from crosp_cli.analysis.assessment.not_in_focus import PassedOver, passed_over
from crosp_cli.output.analysis.build import AnalysisView
from crosp_cli.output.analysis.views import CellView, FocusView
from crosp_cli.output.labels import force_words, priority_word
from crosp_cli.output.view import view
from crosp_cli.text.languages import pick
from crosp_cli.text.translation import translation

FellOn = Literal[
    "priority", "duty", "gap", "groups-differ", "untouched", "framework-order", "no-ground", "not-applicable"
]
"""The step that a cell can fall on: a ground, in their order, then what is left when all grounds are alike."""


_STEPS: tuple[FellOn, ...] = get_args(FellOn)


@view
class PassedOverView(NamedTuple):
    """A cell that is not in focus."""

    cell: CellView
    result: PassedOver
    step: FellOn
    reason: str
    missing: tuple[tuple[Ground, str], ...]
    """Each ground that does not hold, and why; for a cell that was a candidate, empty."""


@view
class StepView(NamedTuple):
    """A step of the order, and the cells that fell on it."""

    step: FellOn
    title: str
    cells: tuple[PassedOverView, ...]


@view
class BehindView(NamedTuple):
    """What stands behind a cell in focus, or behind one where the law asks for something unplaced."""

    number: int | None
    """Its number among the focus cells; None if it is not one of them."""
    cell: CellView
    lines: tuple[str, ...]


@view
class Explanation(NamedTuple):
    """How focus was chosen in one assessment."""

    order: tuple[str, ...]
    """The steps of the order, the first to count first."""
    last: FocusView | None
    """The last cell chosen, which the others lost against; None if fewer were chosen than could have been."""
    behind: tuple[BehindView, ...]
    """What speaks of these cells, why, how far it binds and as of which day; last the background, by its titles."""
    cells: tuple[PassedOverView, ...]
    """Every cell not in focus, in the framework's order."""
    steps: tuple[StepView, ...]
    """The same cells, by the step that they fell on."""


def explanation(report: AnalysisView) -> Explanation:
    """Return why the cells that are not in focus are not."""
    writer = _Writer(report)
    found = passed_over(report.analysis.cells, report.analysis.focus)
    cells = tuple(writer.cell(result) for result in found)
    by_step = ((step, tuple(view for view in cells if view.step == step)) for step in _STEPS)
    return Explanation(
        order=tuple(writer.order()),
        last=report.focus[-1] if any(result.was_candidate for result in found) else None,
        behind=tuple(writer.behind()),
        cells=cells,
        steps=tuple(StepView(step, writer.title(step), views) for step, views in by_step if views),
    )


class _Writer:
    """Finds the words for one report."""

    def __init__(self, report: AnalysisView) -> None:
        self.report = report
        self.language = report.language
        self.views = {
            cell.place: view
            for cell, view in zip(report.analysis.cells, (v for row in report.rows for v in row.cells), strict=True)
        }
        self.text = translation(report.language).gettext
        self.many = translation(report.language).ngettext

    def order(self) -> Iterator[str]:
        _ = self.text
        yield _("the team has stated a priority; high before medium before low")
        yield _("the law asks for something just here, and the rating is one of the two lowest steps")
        yield _("the target lies above the rating; the longer way first")
        yield _("the groups rate this differently")
        yield _("carried over from last time, and nothing has happened since")
        yield _("the framework's order")

    def title(self, step: FellOn) -> str:
        _ = self.text
        titles: dict[FellOn, str] = {
            "priority": _("Decided at step 1, priority"),
            "duty": _("Decided at step 2, duty by law"),
            "gap": _("Decided at step 3, the way to the target"),
            "groups-differ": _("Decided at step 4, how the groups see it"),
            "untouched": _("Decided at step 5, carried over and untouched"),
            "framework-order": _("Decided at step 6, the framework's order"),
            "no-ground": _("There was no reason"),
            "not-applicable": _("Not applicable"),
        }
        return titles[step]

    def behind(self) -> Iterator[BehindView]:
        analysis = self.report.analysis
        for cell in (*(focus.cell for focus in analysis.focus), *analysis.unplaced):
            if cell.behind:
                view = self.views[cell.place]
                yield BehindView(view.focus, view, tuple(self.lines(cell)))

    def lines(self, cell: CellResult) -> Iterator[str]:
        _ = self.text
        for reference, why in cell.behind:
            if why:
                title, force = pick(reference.title, self.language), force_words(reference, self.language)
                words = {"title": title, "force": force, "date": reference.as_of, "why": pick(why, self.language)}
                yield _("{title} ({force}, as worded on {date}): {why}").format(**words)
        background = [pick(behind.reference.title, self.language) for behind in cell.behind if not behind.why]
        if background:
            yield _("Background: {titles}").format(titles="; ".join(background))

    def cell(self, result: PassedOver) -> PassedOverView:
        _ = self.text
        cell, view = result.cell, self.views[result.cell.place]
        if cell.state is State.NOT_APPLICABLE:
            return PassedOverView(view, result, "not-applicable", _("It does not concern the unit."), ())
        if not result.was_candidate:
            missing = tuple((ground, self.missing(ground, cell)) for ground in Ground)
            if cell.state is State.NOT_ASSESSED:
                return PassedOverView(view, result, "no-ground", _("Nothing has been written yet."), missing)
            return PassedOverView(view, result, "no-ground", _sentence("; ".join(why for _g, why in missing)), missing)
        step: FellOn = result.ground.value if result.ground else "framework-order"
        return PassedOverView(view, result, step, _sentence(self.lost(result)), ())

    def lost(self, result: PassedOver) -> str:
        """Why a candidate lost against the last cell chosen."""
        _ = self.text
        mine, theirs = result.cell, result.against.cell if result.against else result.cell
        match result.ground:
            case Ground.PRIORITY:
                stated = {"mine": self.priority(mine), "theirs": self.priority(theirs)}
                if stated["mine"] is None:
                    return _("no priority stated, against {theirs}").format(**stated)
                return _("priority {mine}, against {theirs}").format(**stated)
            case Ground.GAP:
                ahead = theirs.gap or 0
                if (mine.gap or 0) <= 0:
                    text = self.many("{why}, against {theirs} step", "{why}, against {theirs} steps", ahead)
                    return text.format(why=self.missing(Ground.GAP, mine), theirs=ahead)
                text = self.many(
                    "{mine} step to the target, against {theirs}",
                    "{mine} steps to the target, against {theirs}",
                    mine.gap or 0,
                )
                return text.format(mine=mine.gap, theirs=ahead)
            case None:
                return _("alike in every ground, but later in the framework")
        return self.missing(result.ground, mine)

    def missing(self, ground: Ground, cell: CellResult) -> str:
        """Why a ground does not hold for a cell."""
        _ = self.text
        match ground:
            case Ground.DUTY if not cell.duties:
                return _("no law that binds you here speaks of just this")
            case Ground.DUTY if cell.rating is None:
                return _("the law asks for something, but it is not rated")
            case Ground.DUTY:
                return _("rated {rating}, which is not one of the two lowest steps").format(rating=cell.rating)
            case Ground.PRIORITY:
                return _("no priority stated")
            case Ground.GAP if cell.rating is None:
                return _("no rating to count from") if cell.target is not None else _("neither rating nor target")
            case Ground.GAP if cell.target is None:
                return _("no target")
            case Ground.GAP:
                return _("the target does not lie above the rating")
            case Ground.GROUPS_DIFFER if cell.agreement:
                return _("no difference between groups large enough to be shown")
            case Ground.GROUPS_DIFFER:
                return _("no groups have rated it")
            case Ground.UNTOUCHED if _carried_over(cell):
                return _("what was carried over has moved on")
        return _("nothing carried over")

    def priority(self, cell: CellResult) -> str | None:
        return priority_word(cell.cell.need.priority, self.language) if cell.cell else None


def _carried_over(cell: CellResult) -> bool:
    if cell.cell is None:
        return False
    return bool(cell.cell.need.carried_over_from) or any(m.carried_over_from for m in cell.cell.measures)


def _sentence(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}."
