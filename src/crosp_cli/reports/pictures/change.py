"""What is different since the occasion before, as a picture: from which step to which, in every cell of the matrix.

A way up and a way down look alike but for their direction: crosp says what moved and not whether that is good.
"""

from collections.abc import Iterator

from markupsafe import Markup

from crosp_cli.analysis.comparison.compare import CellChange, DifferenceKind, Reason
from crosp_cli.output.analysis.views import AnalysisView
from crosp_cli.output.comparison.views import Comparison
from crosp_cli.output.comparison.wording import before_and_now
from crosp_cli.output.labels import standing_words
from crosp_cli.reports.pictures.grid import Box, Sign, draw_grid, draw_legend
from crosp_cli.reports.pictures.svg import Drawing, PictureFormat
from crosp_cli.reports.pictures.text_width import wrapped
from crosp_cli.text.phrase import Phrase
from crosp_cli.text.translation import translation

_BESIDE = 40.0
"""How far to the right of its words the way from step to step begins, where a cell is wide."""
_NO_SCALE = (Reason.SCALE_DIFFERS, Reason.FRAMEWORK_MISSING)


def change_picture(report: AnalysisView, form: PictureFormat) -> Markup | None:
    """Return the picture; None where there is no occasion before, or its scale cannot be held against this one's."""
    since = report.since
    if since is None or any(found.reason in _NO_SCALE for found in since.change.not_compared):
        return None
    _ = translation(report.language).gettext
    drawing = Drawing("change", form, report.language)
    positions = {step.value: number for number, step in enumerate(report.scale)}

    def cell(drawing: Drawing, box: Box, row: int, column: int) -> None:
        _draw_cell(drawing, box, since.rows[row][1][column], positions)

    y = draw_grid(
        drawing,
        0,
        [row.title for row in report.rows],
        [short for _title, short in report.columns],
        40 if form.is_wide else 76,
        cell,
    )
    y = draw_legend(drawing, y + 8, _signs(since, report))
    title = _("Change: {unit}, from {old} to {new}").format(unit=report.unit, old=since.old, new=since.new)
    return drawing.done(y, title, " ".join([_("The ratings on both occasions."), *_told(since, report)]))


def _told(since: Comparison, report: AnalysisView) -> Iterator[str]:
    """Yield a sentence for each row: what the picture shows, for those who do not see it."""
    for title, row in since.rows:
        cells = zip(report.columns, row, strict=True)
        told = (f"{short.text} {before_and_now(cell, report.language)}" for (_title, short), cell in cells)
        yield f"{title}: {'; '.join(told)}."


def _draw_cell(drawing: Drawing, box: Box, cell: CellChange | None, positions: dict[int, int]) -> None:
    form = drawing.form
    old, new = (cell.rating.old, cell.rating.new) if cell else (None, None)
    nothing = old is None and new is None
    drawing.rect(
        box.x + 0.5,
        box.y + 0.5,
        box.width - 1,
        box.height - 1,
        fill="shade" if nothing else "paper",
        stroke="edge",
        dashed=nothing,
    )
    left, baseline, room = box.x + 7, box.y + 16, box.width - 14
    main, note = _words(cell, drawing.language)
    if main:
        drawing.text(left, baseline, main, bold=True)
    for number, line in enumerate(wrapped(note, form.small, room, most=3) if note else ()):
        at = baseline + (number + (1 if main else 0)) * form.small_line + (1 if main else 0)
        drawing.text(left, at, line, size=form.small, fill="soft")
    if not nothing:
        beside = _BESIDE if form.is_wide else 0
        _draw_way(
            drawing,
            left + 6 + beside,
            baseline - 4 if form.is_wide else box.y + box.height - 11,
            room - 12 - beside,
            len(positions),
            positions[old] if old is not None else None,
            positions[new] if new is not None else None,
        )


def _words(cell: CellChange | None, language: str) -> tuple[str, str | None]:
    """What stands in a cell: the steps, and a remark."""
    _ = translation(language).gettext
    if cell is None:
        return "", standing_words(None, None, language)
    old, new = cell.rating.old, cell.rating.new
    match cell.rating.kind:
        case DifferenceKind.CHANGED:
            return f"{old} → {new}", None
        case DifferenceKind.SAME:
            return str(new), _("as before")
        case DifferenceKind.NEW:
            return f"– → {new}", _("new rating")
        case DifferenceKind.GONE:
            return f"{old} → –", standing_words(cell.new_state, None, language)
    return "", standing_words(cell.new_state, None, language)


def _draw_way(drawing: Drawing, x: float, y: float, room: float, steps: int, old: int | None, new: int | None) -> None:
    """Draw the scale and on it the step before, as a ring, the step now, as a full circle, and an arrow between."""
    between = min(room / (steps - 1), 28)
    drawing.line(x, y, x + between * (steps - 1), y)
    for position in range(steps):
        drawing.line(x + position * between, y - 3, x + position * between, y + 3)
    if old is not None and new is not None and old != new:
        side = 1 if new > old else -1
        tip = x + new * between - side * 4
        drawing.line(x + old * between, y, tip - side * 4, y, stroke="accent", thick=2.5)
        drawing.circle(x + old * between, y, 4, fill="paper")
        drawing.circle(x + new * between, y, 5, fill="accent")
        drawing.shape(((tip, y), (tip - side * 6, y - 4.5), (tip - side * 6, y + 4.5)), fill="accent", thick=0.5)
    elif old is not None and old == new:
        drawing.circle(x + old * between, y, 6.5, fill="paper", thick=1.5)
        drawing.circle(x + old * between, y, 3.5, fill="accent", thick=1)
    elif old is not None:
        drawing.circle(x + old * between, y, 4, fill="paper")
    elif new is not None:
        drawing.circle(x + new * between, y, 5, fill="accent")


def _signs(since: Comparison, report: AnalysisView) -> list[Sign]:
    _ = translation(report.language).gettext

    def sign(old: int | None, new: int | None, steps: int, words: str) -> Sign:
        def draw(drawing: Drawing, x: float, y: float) -> None:
            _draw_way(drawing, x + 7, y + 6, 28.0 * (steps - 1), steps, old, new)

        return Sign(14 + 28.0 * (steps - 1), draw, Phrase(words, report.language))

    steps = (Phrase(f"{step.value} {step.label.text}", step.label.language) for step in report.scale)
    return [
        sign(0, 1, 2, _("from {old} to {new}").format(old=since.old, new=since.new)),
        sign(1, 1, 2, _("as before")),
        sign(None, 1, 2, _("rated only now")),
        sign(1, None, 2, _("rated only before")),
        *(Sign(-6, lambda _drawing, _x, _y: None, words) for words in steps),
    ]
