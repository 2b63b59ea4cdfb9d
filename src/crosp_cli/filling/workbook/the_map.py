"""The sheet with the map: each cell says the step that was chosen on the sheet of its principle, and leads there.

What it says is the only thing in the workbook that is worked out, and nobody reads it back.
"""

from collections.abc import Mapping, Sequence

from xlsxwriter.worksheet import Worksheet

from crosp_cli.filling.fields import Fields
from crosp_cli.filling.questionnaire import Questionnaire
from crosp_cli.filling.workbook.book import ANSWERS, Book, place_in, quoted
from crosp_cli.filling.workbook.principle import Rows, shown
from crosp_cli.model.assessment import Place
from crosp_cli.text.languages import pick
from crosp_cli.text.translation import translation

_HEADER = 2
_AXES = ("principles", "areas")


def write(
    book: Book,
    sheet: Worksheet,
    asked: Questionnaire,
    asked_for: Fields,
    names: Sequence[str],
    places: Mapping[Place, tuple[str, Rows]],
) -> None:
    """Write the sheet; `names` are those of the principles' sheets, `places` where each cell's step is chosen."""
    _ = translation(asked.language).gettext
    about = _(
        "Do not write here: the map fills itself in with the steps that you choose on the other sheets. Click a "
        "principle to go to its questions."
    )
    book.put(sheet, 0, 0, _("Map"), "title")
    book.put(sheet, 1, 0, about, "note")
    _titles(book, sheet, asked, names)
    rating = asked_for.cell["current_state/rating"]
    some = not all(cell.in_round for cell in asked.cells)
    for cell in asked.cells:
        name, rows = places[cell.place]
        row, column = (asked.framework.ids(kind).index(one) for kind, one in zip(_AXES, cell.place, strict=True))
        style = "shown-first" if some and cell.in_round else "shown"
        source, now = place_in(name, rows.step, ANSWERS), shown(cell.now, rating, asked.language)
        book.repeat(sheet, _HEADER + 1 + row, 1 + column, source, now, style)
    at = _HEADER + len(names) + 2
    book.put(sheet, at, 0, rating.label, "column")
    for here, step in enumerate(rating.choices, at + 1):
        book.put(sheet, here, 0, step.title, "label")
        book.put(sheet, here, 1, step.description, "note")
    if some:
        text = _("Darker: the questions to begin with. The others may be answered too.")
        book.put(sheet, at + len(rating.choices) + 2, 0, text, "note")
    sheet.freeze_panes(_HEADER + 1, 1)


def _titles(book: Book, sheet: Worksheet, asked: Questionnaire, names: Sequence[str]) -> None:
    framework, language = asked.framework, asked.language
    titles = (framework.principles.title, *(area.title for area in framework.areas.entries))
    for column, title in enumerate(titles):
        book.put(sheet, _HEADER, column, pick(title, language), "column")
    for row, (name, principle) in enumerate(zip(names, framework.principles.entries, strict=True), _HEADER + 1):
        book.link(sheet, row, 0, f"{quoted(name)}!A1", pick(principle.title, language), lines=3)
