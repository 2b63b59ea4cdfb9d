"""How many have completed a programme over time, as a picture: a bar for each count, and those registered on their own.

A bar is as long as the share that had completed it; its frame is all whom it was for on that day. Those registered have
a striped bar of their own and are added to nothing.
"""

from markupsafe import Markup

from crosp_cli.output.programme.views import PointView, ProgrammeView, RegisteredView
from crosp_cli.reports.pictures.grid import Sign, draw_legend
from crosp_cli.reports.pictures.svg import HATCH, Drawing, PictureFormat
from crosp_cli.text.phrase import Phrase
from crosp_cli.text.translation import translation

_BAR = 16.0


def coverage_pictures(programme: ProgrammeView, form: PictureFormat) -> tuple[Markup, ...]:
    """Return the picture; none where there is nothing to count of."""
    points = [point for point in programme.points if point.of]
    if not points:
        return ()
    _ = translation(programme.language).gettext
    drawing = Drawing("coverage", form, programme.language)
    y = 0.0
    for point in points:
        y = _draw_point(drawing, y, point)
    registered = [one for one in programme.registered if one.is_current]
    for one in registered:
        y = _draw_registered(drawing, y, one, points[-1].of or 1)
    y = draw_legend(drawing, y + 8, _signs(programme.language, with_registered=bool(registered)))
    title = _("Completed: {name}").format(name=programme.name.text)
    figures = "; ".join(f"{point.day}: {point.words}" for point in points)
    about = _("How many had completed the programme on each day, of how many. {figures}.").format(figures=figures)
    return (drawing.done(y, title, about),)


def _draw_point(drawing: Drawing, y: float, point: PointView) -> float:
    left, room, baseline, top = _row(drawing, y, str(point.day), point.words)
    drawing.rect(left, top, room, _BAR, fill="shade", stroke="edge")
    share = min(1.0, point.completed / point.of) if point.of else 0.0
    if share:
        drawing.rect(left, top, room * share, _BAR, fill="accent", stroke="accent")
    return baseline


def _draw_registered(drawing: Drawing, y: float, one: RegisteredView, of: int) -> float:
    words = translation(drawing.language).gettext("{number} registered").format(number=one.number)
    left, room, baseline, top = _row(drawing, y, str(one.day), words)
    drawing.rect(left, top, max(room * min(1.0, one.number / of), 3.0), _BAR, fill=HATCH, stroke="accent")
    return baseline


def _row(drawing: Drawing, y: float, day: str, words: str) -> tuple[float, float, float, float]:
    """Write a row's day and words; return where its bar begins, how long it may be, where the row ends, and its top."""
    form = drawing.form
    if form.is_wide:
        drawing.text(0, y + 17, day)
        drawing.text(form.width, y + 17, words, anchor="end")
        return 92.0, form.width - 92.0 - 150.0, y + _BAR + 12, y + 4
    drawing.text(0, y + form.text, f"{day}: {words}")
    return 0.5, form.width - 1.0, y + form.line + _BAR + 12, y + form.line + 2


def _signs(language: str, *, with_registered: bool) -> list[Sign]:
    _ = translation(language).gettext

    def sign(fill: str, stroke: str, words: str) -> Sign:
        def draw(drawing: Drawing, x: float, y: float) -> None:
            drawing.rect(x + 1, y, 24, 12, fill=fill, stroke=stroke)

        return Sign(26, draw, Phrase(words, language))

    found = [sign("accent", "accent", _("had completed it")), sign("shade", "edge", _("had not"))]
    return [*found, sign(HATCH, "accent", _("registered, counted apart"))] if with_registered else found
