"""What is not read, said so that people know what to do: a whole workbook, or what stands outside its fields."""

from collections.abc import Container, Iterator, Sequence, Set

from crosp_cli.filling.answers import sign
from crosp_cli.filling.workbook.cells import Cell, Saved, Sheet
from crosp_cli.filling.workbook.hidden import key_in, written_by_others, written_in
from crosp_cli.filling.workbook.package import NotReadError, Why
from crosp_cli.filling.workbook.words import answer
from crosp_cli.limits import WORKBOOK_BYTES, WORKBOOK_CELLS, WORKBOOK_COLUMNS, WORKBOOK_ROWS, WORKBOOK_SHEETS
from crosp_cli.text.languages import LANGUAGES
from crosp_cli.text.translation import translation

_MOST_TOLD = 40
_OF_THE_FORM = 5
"""How many of crosp's texts a sheet has at least that is the form's own, and not one that somebody added."""


def why_not(error: NotReadError, language: str) -> str:
    """Return why a workbook is not read, and what to do."""
    _ = translation(language).gettext
    texts = {
        Why.OTHER: _("it is no workbook, or it is damaged. Open it and save it again as a workbook (.xlsx)."),
        Why.OLD: _("it is a workbook of an older kind (.xls). Open it and save it as a workbook (.xlsx)."),
        Why.PROTECTED: _("it is protected by a password. Save it without one; a copy is enough."),
        Why.MACROS: _("it has macros, which crosp does not read. Save it as a workbook without macros (.xlsx)."),
        Why.FROM_ELSEWHERE: _(
            "it fetches something from another file or source. Break the links, or copy the answers into a new form."
        ),
        Why.TOO_LARGE: _(
            "it is larger than a form can be: at most {bytes} MiB unpacked, {sheets} sheets and {cells} cells. "
            "Copy the answers into a new form."
        ),
        Why.FORMULA: _("{where} has a formula. Write what it comes to instead: copy, and paste as values."),
        Why.FAR: _(
            "{where} is far from the answers, and crosp reads {rows} rows and {columns} columns. Empty that cell."
        ),
    }
    return texts[error.why].format(
        where=error.where,
        bytes=WORKBOOK_BYTES // 1024**2,
        sheets=WORKBOOK_SHEETS,
        cells=f"{WORKBOOK_CELLS:,}".replace(",", "\N{NO-BREAK SPACE}"),
        rows=f"{WORKBOOK_ROWS:,}".replace(",", "\N{NO-BREAK SPACE}"),
        columns=WORKBOOK_COLUMNS,
    )


def beside(workbook: Saved, fields: Set[Cell], language: str) -> Iterator[str]:
    """Tell of what is not brought in: comments, what is drawn, and what was written outside the `fields`."""
    _ = translation(language).gettext
    if workbook.has_comments:
        yield _("comments beside the cells are not brought in. What should stay is written in the fields.")
    if workbook.has_drawings:
        yield _("pictures and text boxes are not brought in. What should stay is written in the fields.")
    own = written_in(workbook)
    if not own:
        yield _(
            "its hidden sheet is gone, by which crosp tells its own words from yours. Only the fields are brought in: "
            "look yourself for what was written outside them."
        )
        return
    found = list(written_by_others(workbook, own, fields))
    signs = {signed for _place, signed in own}
    without = [sheet for sheet in workbook.sheets if _has_lost_its_keys(sheet, signs)]
    for sheet in without:
        text = _(
            "nothing on the sheet {sheet} is brought in: its hidden column is gone, which says what each row is for. "
            "Copy the answers into a new form."
        )
        yield text.format(sheet=sheet.name)
    if cells := [cell for cell in found if cell.sheet not in without]:
        text = _("what is written outside the fields is not brought in: {cells}. Write in the fields what should stay.")
        yield text.format(cells=_listed(cells, language))


def _has_lost_its_keys(sheet: Sheet, own: Container[str]) -> bool:
    """Whether a sheet of the form's own asks for answers, and no row says any more what it is for."""
    if any(key_in(text) for text in sheet.texts.values()):
        return False
    heads = {answer(one).casefold() for one in LANGUAGES}
    known = [text for text in sheet.texts.values() if sign(text) in own]
    return len(known) >= _OF_THE_FORM and any(text.strip().casefold() in heads for text in known)


def _listed(cells: Sequence[Cell], language: str) -> str:
    """The cells by their names; those below one another as from the first to the last."""
    runs: list[list[Cell]] = []
    sheets = list(dict.fromkeys(cell.sheet for cell in cells))
    for cell in sorted(cells, key=lambda cell: (sheets.index(cell.sheet), cell.at.column, cell.at.row)):
        last = runs[-1][-1] if runs else None
        if last and last.sheet is cell.sheet and last.at == (cell.at.row - 1, cell.at.column):
            runs[-1].append(cell)
        else:
            runs.append([cell])
    names = [one[0].where + (f"\N{EN DASH}{one[-1].at.name}" if len(one) > 1 else "") for one in runs]
    told, more = ", ".join(names[:_MOST_TOLD]), len(names) - _MOST_TOLD
    if more <= 0:
        return told
    return translation(language).gettext("{names} and {count} more").format(names=told, count=more)
