"""A comparison put into words, in one language: what a terminal and Markdown show of it."""

from collections.abc import Iterator, Sequence

from crosp_cli.analysis.assessment.cells import State
from crosp_cli.analysis.comparison.compare import CellChange, Change, Difference, DifferenceKind, NotCompared, Reason
from crosp_cli.analysis.comparison.measures import Located, MeasureChange, Outcome
from crosp_cli.analysis.comparison.time_series import CellSeries, series
from crosp_cli.model.assessment import Place
from crosp_cli.model.framework import Framework
from crosp_cli.output.comparison.views import CellChangeView, Comparison, MeasureChangeView, OutcomeView
from crosp_cli.output.labels import priority_word, status_word
from crosp_cli.reading.loaded import LoadedAssessment
from crosp_cli.text.counts import spelled
from crosp_cli.text.languages import pick
from crosp_cli.text.paragraphs import one_line
from crosp_cli.text.translation import translation


def comparison(change: Change, every: Sequence[LoadedAssessment], language: str) -> Comparison:
    """Return what a comparison shows in `language`; `every` is every occasion, where there are more than two."""
    return _Builder(change, language).comparison(every)


def cell_title(place: Place, frameworks: Sequence[Framework | None], language: str) -> str:
    """What a cell is called in the first of `frameworks` that has it; else its two short names."""
    for framework in frameworks:
        if framework is not None and framework.has(place):
            return pick(framework.cell_title(place), language)
    return f"{place.principle} × {place.area}"


class _Builder:
    """Puts one change into words."""

    def __init__(self, change: Change, language: str) -> None:
        self.change = change
        self.language = language
        self._ = translation(language).gettext
        self.many = translation(language).ngettext

    def comparison(self, every: Sequence[LoadedAssessment]) -> Comparison:
        change, framework = self.change, self.change.framework
        assessment, project = change.new.assessment, change.project
        level = framework.level(assessment.level)
        cells = {cell.place: cell for cell in change.cells}
        return Comparison(
            language=self.language,
            change=change,
            unit=project.name_of(assessment.unit) if project else assessment.unit or assessment.level,
            level=pick(level.title, self.language) if level else assessment.level,
            old=self.occasion(change.old),
            new=self.occasion(change.new),
            scale=tuple((step.value, pick(step.label, self.language)) for step in framework.head.scale.steps),
            rows=tuple(
                (
                    pick(row.label, self.language),
                    tuple(cells.get(Place(row.id, column.id)) for column in framework.areas.entries),
                )
                for row in framework.principles.entries
            ),
            columns=tuple(pick(column.label, self.language) for column in framework.areas.entries),
            rows_title=pick(framework.principles.title, self.language),
            stuck=tuple(self.title(cell.place) for cell in change.stuck),
            cells=tuple(
                CellChangeView(self.title(cell.place), tuple(self.of_cell(cell)))
                for cell in change.cells
                if not cell.is_still
            ),
            outcomes=tuple(self.outcomes()),
            not_compared=tuple(self.of_not_compared(what) for what in change.not_compared),
            occasions=tuple(one.assessment.occasion for one in every),
            series=tuple(self.series(every)) if every else (),
        )

    def occasion(self, one: LoadedAssessment) -> str:
        assessment = one.assessment
        at = f", {one.revision}" if one.revision is not None else ""
        return f"{assessment.occasion} ({assessment.date}{at})"

    def title(self, place: Place) -> str:
        return cell_title(place, (self.change.new.named_framework, self.change.old.named_framework), self.language)

    # --- cells ---

    def of_cell(self, cell: CellChange) -> Iterator[str]:
        yield from self.of_state(cell)
        yield from self.of_rating(cell)
        if cell.target_reached:
            yield self._("The target that was set, {target}, is reached.").format(target=cell.target.old)
        if State.NOT_APPLICABLE not in (cell.old_state, cell.new_state):
            yield from self.of_need(cell)
        yield from self.of_target(cell)
        yield from self.of_priority(cell)
        if cell.stuck:
            yield self._("Stuck: the need and the rating stand as before, and no measure has been touched.")

    def of_state(self, cell: CellChange) -> Iterator[str]:
        match cell.old_state, cell.new_state:
            case old, new if old is new:
                return
            case _, State.NOT_APPLICABLE:
                yield self._("Marked as not applicable now.")
            case State.NOT_APPLICABLE, _:
                yield self._("Marked as not applicable before, and not any more.")
            case State.OUTSIDE, State.DESCRIBED:
                yield self._("Described now, without a rating; not asked before.")
            case State.NOT_ASSESSED, State.DESCRIBED:
                yield self._("Described now, without a rating; not assessed before.")
            case _, State.NOT_ASSESSED:
                yield self._("Not assessed this time.")

    def of_rating(self, cell: CellChange) -> Iterator[str]:
        rating = cell.rating
        match rating.kind:
            case DifferenceKind.CHANGED:
                yield self.moved(rating)
            case DifferenceKind.NEW:
                text = self._("Rated {rating} now; not rated before.")
                if cell.old_state is State.NOT_ASSESSED:
                    text = self._("Rated {rating} now; not assessed before.")
                elif cell.old_state is State.OUTSIDE:
                    text = self._("Rated {rating} now; not asked before.")
                yield text.format(rating=rating.new)
            case DifferenceKind.GONE:
                yield self._("Not rated now; {rating} before.").format(rating=rating.old)
            case DifferenceKind.NOT_COMPARED:
                yield self._("Rated {old} before and {new} now, which cannot be compared.").format(
                    old=rating.old, new=rating.new
                )

    def moved(self, rating: Difference[int]) -> str:
        steps = rating.steps or 0
        if steps > 0:
            text = self.many(
                "Rating from {old} to {new}, {steps} step up.", "Rating from {old} to {new}, {steps} steps up.", steps
            )
        else:
            text = self.many(
                "Rating from {old} to {new}, {steps} step down.",
                "Rating from {old} to {new}, {steps} steps down.",
                -steps,
            )
        return text.format(old=rating.old, new=rating.new, steps=spelled(abs(steps), self.language))

    def of_target(self, cell: CellChange) -> Iterator[str]:
        target = cell.target
        match target.kind:
            case DifferenceKind.CHANGED:
                yield self._("Target moved from {old} to {new}.").format(old=target.old, new=target.new)
            case DifferenceKind.NEW:
                yield self._("Target {target}; none before.").format(target=target.new)
            case DifferenceKind.GONE if not cell.target_reached:
                yield self._("No target now; {target} before.").format(target=target.old)
            case DifferenceKind.NOT_COMPARED:
                yield self._("Target {old} before and {new} now, which cannot be compared.").format(
                    old=target.old, new=target.new
                )

    def of_need(self, cell: CellChange) -> Iterator[str]:
        if cell.need is DifferenceKind.NEW:
            yield self._("New need.")
        elif cell.need is DifferenceKind.GONE:
            yield self._("No need is stated any more.")

    def of_priority(self, cell: CellChange) -> Iterator[str]:
        old, new = (priority_word(word, self.language) for word in (cell.priority.old, cell.priority.new))
        if cell.priority.kind is DifferenceKind.CHANGED:
            yield self._("Priority from {old} to {new}.").format(old=old, new=new)
        elif cell.priority.kind is DifferenceKind.NEW and cell.need is not DifferenceKind.NEW:
            yield self._("Priority {new}; none before.").format(new=new)
        elif cell.priority.kind is DifferenceKind.GONE and cell.need is not DifferenceKind.GONE:
            yield self._("No priority now; {old} before.").format(old=old)

    # --- measures ---

    def outcomes(self) -> Iterator[OutcomeView]:
        titles = {
            Outcome.DONE: self._("Done since then"),
            Outcome.STARTED: self._("Started since then"),
            Outcome.GOING_ON: self._("Still open, and worked on"),
            Outcome.RESUMED: self._("Taken up again"),
            Outcome.PUT_BACK: self._("Back to planned"),
            Outcome.DROPPED: self._("Dropped since then"),
            Outcome.UNTOUCHED: self._("Untouched since then"),
            Outcome.GONE: self._("Gone, and nothing says what became of them"),
            Outcome.NEW: self._("New since then"),
        }
        for outcome, title in titles.items():
            found = [measure for measure in self.change.of(outcome) if not self.is_still(measure)]
            if found:
                yield OutcomeView(title, tuple(map(self.measure, found)))

    def is_still(self, measure: MeasureChange) -> bool:
        """Whether there is nothing to tell: that it stands as it did on the same day is no news."""
        return measure.outcome is Outcome.UNTOUCHED and self.change.same_day and not measure.moved

    def measure(self, found: MeasureChange) -> MeasureChangeView:
        latest = found.latest
        return MeasureChangeView(
            what=one_line(latest.measure.what),
            cell=self.title(latest.place),
            sentences=tuple(self.of_measure(found, latest)),
        )

    def of_measure(self, found: MeasureChange, latest: Located) -> Iterator[str]:
        if found.old is None or found.new is None or found.outcome in (Outcome.RESUMED, Outcome.GOING_ON):
            status = status_word(latest.measure.status, self.language)
            yield self._("Status: {status}.").format(status=status)
        if found.old is None and latest.measure.carried_over_from == self.change.old.assessment.occasion:
            text = self._("Marked as carried over from {occasion}, where no measure has the identifier {id}.")
            yield text.format(occasion=latest.measure.carried_over_from, id=latest.measure.id)
        if found.moved and found.old:
            yield self._("Moved from {cell}.").format(cell=self.title(found.old.place))
        if found.reworded:
            yield self._("Worded differently.")
        if found.follow_ups_more > 0:
            text = self.many("Followed up once since.", "Followed up {count} times since.", found.follow_ups_more)
            yield text.format(count=spelled(found.follow_ups_more, self.language))
        yield from self.of_due(found, latest)

    def of_due(self, found: MeasureChange, latest: Located) -> Iterator[str]:
        due = latest.measure.due
        if found.old is not None and found.due_moved:
            before = found.old.measure.due
            if before is None:
                yield self._("Due {new}; no date before.").format(new=due)
            elif due is None:
                yield self._("No due date now; {old} before.").format(old=before)
            else:
                yield self._("Due date moved from {old} to {new}.").format(old=before, new=due)
        elif due is not None and not latest.measure.is_finished:
            yield self._("Due {day}.").format(day=due)

    # --- the rest ---

    def of_not_compared(self, what: NotCompared) -> str:
        old, new = self.change.old, self.change.new
        if what.place is not None:
            title = self.title(what.place)
            only = old if what.reason is Reason.CELL_ONLY_IN_OLD else new
            text = self._("{cell}: only in {framework}, which {occasion} follows.")
            return text.format(cell=title, framework=only.assessment.framework, occasion=self.occasion(only))
        if what.reason is Reason.FRAMEWORK_MISSING:
            missing = old if old.named_framework is None else new
            text = self._(
                "Ratings and targets: {occasion} follows {framework}, which is not here, so its scale is not known."
            )
            return text.format(occasion=self.occasion(missing), framework=missing.assessment.framework)
        text = self._("Ratings and targets: the scale was {old}, and is {new}.")
        return text.format(old=self.steps(old.named_framework), new=self.steps(new.named_framework))

    def steps(self, framework: Framework | None) -> str:
        found = framework.head.scale.steps if framework else ()
        return ", ".join(f"{step.value} {pick(step.label, self.language)}" for step in found)

    def series(self, every: Sequence[LoadedAssessment]) -> Iterator[tuple[str, CellSeries]]:
        nothing = (None, State.NOT_ASSESSED, State.OUTSIDE)
        for found in series(every, self.change.framework):
            if not all(moment.state in nothing for moment in found.moments):
                yield self.title(found.place), found
