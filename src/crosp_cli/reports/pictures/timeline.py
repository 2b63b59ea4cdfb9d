"""The measures along time, as a picture: from when to when, and when they are followed up.

A measure's status is told in words and by how its bar is filled. Only what has a date has a place; what has none says
so. The line for a day stands only where the reader has named that day, so that the same files give the same picture.
"""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import chain

from markupsafe import Markup

from crosp_cli.output.analysis.views import AnalysisView, MeasureView
from crosp_cli.output.labels import status_word
from crosp_cli.reports.pictures.grid import Sign, draw_legend
from crosp_cli.reports.pictures.paging import parts
from crosp_cli.reports.pictures.svg import HATCH, Drawing, PictureFormat
from crosp_cli.reports.pictures.text_width import width, wrapped
from crosp_cli.text.phrase import Phrase
from crosp_cli.text.translation import translation

_BAR = 12.0
_TALLEST = 480.0
"""How tall the measures of one picture may be: about half a printed sheet with the calendar's names and the legend.

What is taller leaves the end of a sheet empty before it, and has its calendar out of sight on a screen.
"""
_STEPS = (1, 2, 3, 6, 12, 24, 60, 120, 300, 600, 1200, 2400, 6000, 12000)
"""How many months there may be between two lines of the calendar."""
_NEAR = 92
"""How many days outside the measures' time the day asked for may lie and still have its line."""


def timeline_pictures(report: AnalysisView, form: PictureFormat) -> tuple[Markup, ...]:
    """Return the pictures of the measures along time, in the order of the table of measures.

    None without any date; several if it takes more than about half a page.
    """
    days = [day for view in report.measures for day in _days(view)]
    if not days:
        return ()
    today = report.named_day
    if today is not None:
        away = max((min(days) - today).days, (today - max(days)).days)
        today = today if away <= _NEAR else None
    axis = _Axis(form, [*days, today] if today else days)
    found = parts(report.measures, lambda view: axis.height(view, report.language), _TALLEST)
    return tuple(_picture(report, axis, part, today, number, len(found)) for number, part in enumerate(found, 1))


def _days(view: MeasureView) -> Iterator[date]:
    measure = view.result.measure
    found = chain((measure.start, measure.due), (follow_up.date for follow_up in measure.follow_ups))
    return (day for day in found if day is not None)


class _Axis:
    """The calendar: where a day stands, and which lines are drawn."""

    def __init__(self, form: PictureFormat, days: Sequence[date]) -> None:
        self.form = form
        self.left = 292.0 if form.is_wide else 8.0
        self.right = form.width - (30.0 if form.is_wide else 12.0)
        first, last = (day.year * 12 + day.month - 1 for day in (min(days), max(days)))
        most = 6 if form.is_wide else 4
        self.step = next(step for step in _STEPS if last // step - first // step <= most or step == _STEPS[-1])
        self.first, self.last = first, last + 1

    def at(self, day: date) -> float:
        """Where a day stands."""
        return self.at_month(day.year * 12 + day.month - 1 + (day.day - 1) / 31)

    def at_month(self, month: float) -> float:
        """Where a moment stands that is counted in months."""
        return self.left + (month - self.first) / (self.last - self.first) * (self.right - self.left)

    def lines(self) -> Iterator[tuple[float, str]]:
        """Each line of the calendar: where it stands, and its month, or its year."""
        for month in range(-(-self.first // self.step) * self.step, self.last + 1, self.step):
            year, number = divmod(month, 12)
            yield self.at_month(month), f"{year:04}-{number + 1:02}" if self.step < 12 else f"{year:04}"

    def names(self, view: MeasureView, language: str) -> tuple[list[str], list[str]]:
        """The lines of a measure's name, and of what stands below it in small."""
        room = self.left - 16 if self.form.is_wide else self.form.width
        words = "; ".join(_facts(view, language))
        name = wrapped(view.what.text, self.form.text, room, most=2)
        return name, wrapped(words, self.form.small, room)

    def height(self, view: MeasureView, language: str) -> float:
        """How tall a measure is with its name."""
        name, facts = self.names(view, language)
        words = len(name) * self.form.line + len(facts) * self.form.small_line
        return words + (14 if self.form.is_wide else 36)


def _facts(view: MeasureView, language: str) -> Iterator[str]:
    _ = translation(language).gettext
    measure = view.result.measure
    yield view.status
    if measure.start and measure.due:
        yield f"{measure.start} – {measure.due}"
    elif measure.start:
        yield _("begins {day}, no due date").format(day=measure.start)
    elif measure.due:
        yield _("due {day}").format(day=measure.due)
    else:
        yield _("no date")


def _picture(
    report: AnalysisView, axis: _Axis, measures: Sequence[MeasureView], today: date | None, number: int, of: int
) -> Markup:
    _ = translation(report.language).gettext
    form = axis.form
    drawing = Drawing(f"timeline-{number}", form, report.language)
    top = form.small + 6
    y = top + (form.small + 10 if today else 8)
    bottom = y + sum(axis.height(view, report.language) for view in measures)
    _draw_calendar(drawing, axis, top, bottom)
    if today is not None:
        _draw_day(drawing, axis, top, bottom, today)
    for view in measures:
        y = _draw_measure(drawing, axis, y, view)
    y = draw_legend(drawing, bottom + 12, _signs(measures, report.language))
    title = _("Measures along time: {unit}, {occasion}").format(
        unit=report.unit, occasion=report.analysis.assessment.occasion
    )
    if of > 1:
        title += f" ({number}/{of})"
    about = _("When each measure begins, is due and is followed up. The same is in the table below.")
    return drawing.done(y, title, about)


def _draw_calendar(drawing: Drawing, axis: _Axis, top: float, bottom: float) -> None:
    """Draw the calendar's lines from `top` on and name them above, as far as there is room for the names."""
    form, free_from = drawing.form, 0.0
    for at, words in axis.lines():
        room = width(words, form.small)
        left = min(max(at - room / 2, 3.0), form.width - room - 3)
        drawing.line(at, top, at, bottom, thick=0.5)
        if left >= free_from:
            drawing.text(left, top - 5, words, size=form.small, fill="soft")
            free_from = left + room + 6


def _draw_measure(drawing: Drawing, axis: _Axis, y: float, view: MeasureView) -> float:
    form = drawing.form
    name, facts = axis.names(view, drawing.language)
    height = axis.height(view, drawing.language)
    if not form.is_wide:
        # Lines do not run through the words above a bar.
        words = len(name) * form.line + len(facts) * form.small_line + 4
        drawing.rect(0, y, form.width, words + 4)
    drawing.line(0, y, form.width, y)
    baseline = y + 4
    for line in name:
        baseline += form.line
        drawing.text(0, baseline - 2, Phrase(line, view.what.language))
    for line in facts:
        baseline += form.small_line
        drawing.text(0, baseline - 2, line, size=form.small, fill="soft")
    middle = y + height / 2 if form.is_wide else y + height - 13
    _draw_bar(drawing, axis, middle, view)
    for follow_up in view.result.measure.follow_ups:
        if follow_up.date is not None:
            _draw_follow_up(drawing, axis.at(follow_up.date), middle, held=bool(follow_up.result))
    return y + height


def _draw_bar(drawing: Drawing, axis: _Axis, middle: float, view: MeasureView) -> None:
    measure = view.result.measure
    if measure.start and measure.due and measure.start <= measure.due:
        left, right = axis.at(measure.start), axis.at(measure.due)
        _draw_status(drawing, left, middle - _BAR / 2, max(right - left, 4.0), measure.status)
        return
    for day in (measure.start, measure.due):
        if day is not None:
            drawing.line(
                axis.at(day), middle - _BAR / 2 - 1, axis.at(day), middle + _BAR / 2 + 1, stroke="accent", thick=4
            )


def _draw_status(drawing: Drawing, x: float, y: float, room: float, status: str) -> None:
    fill = {"done": "accent", "ongoing": HATCH}.get(status, "paper")
    dropped = status == "dropped"
    drawing.rect(x, y, room, _BAR, fill=fill, stroke="edge" if dropped else "accent", thick=1.5, dashed=dropped)


def _draw_follow_up(drawing: Drawing, x: float, y: float, *, held: bool) -> None:
    drawing.diamond(x, y, 10, fill="paper", stroke="paper")
    drawing.diamond(x, y, 7, fill="accent" if held else "paper")


def _draw_day(drawing: Drawing, axis: _Axis, top: float, bottom: float, day: date) -> None:
    form, at = drawing.form, axis.at(day)
    room = width(str(day), form.small, bold=True)
    left = min(max(at - room / 2, 3.0), form.width - room - 3)
    drawing.rect(left - 3, top, room + 6, form.small + 5)
    drawing.text(left, top + form.small + 1, str(day), size=form.small, bold=True)
    drawing.line(at, top + form.small + 5, at, bottom, stroke="ink", thick=1.5, dashed=True)


def _signs(measures: Sequence[MeasureView], language: str) -> list[Sign]:
    _ = translation(language).gettext

    def bar(status: str) -> Sign:
        def draw(drawing: Drawing, x: float, y: float) -> None:
            _draw_status(drawing, x + 1, y, 24, status)

        return Sign(26, draw, Phrase(status_word(status, language), language))

    def mark(words: str, *, held: bool) -> Sign:
        def draw(drawing: Drawing, x: float, y: float) -> None:
            _draw_follow_up(drawing, x + 8, y + 6, held=held)

        return Sign(16, draw, Phrase(words, language))

    met = {view.result.measure.status for view in measures}
    return [
        *(bar(status) for status in ("planned", "ongoing", "done", "dropped") if status in met),
        mark(_("followed up"), held=True),
        mark(_("follow-up planned"), held=False),
    ]
