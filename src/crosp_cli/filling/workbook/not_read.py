"""What is not read, said so that people know what to do: a whole workbook, or what stands beside its fields."""

from collections import Counter
from collections.abc import Iterator, Sequence

from crosp_cli.filling.fields import Fields
from crosp_cli.filling.workbook.cells import At, Saved, Sheet
from crosp_cli.filling.workbook.keys import key_in
from crosp_cli.filling.workbook.measures_read import header
from crosp_cli.filling.workbook.package import NotReadError, Why
from crosp_cli.filling.workbook.words import answer, enough, heads, last_time, without_answers
from crosp_cli.limits import WORKBOOK_BYTES, WORKBOOK_CELLS, WORKBOOK_COLUMNS, WORKBOOK_ROWS, WORKBOOK_SHEETS
from crosp_cli.text.languages import LANGUAGES
from crosp_cli.text.translation import translation

_MOST_TOLD = 6


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


def beside(workbook: Saved, asked: Sequence[Fields], language: str) -> Iterator[str]:
    """Tell of comments, and of what stands in columns and on sheets that are not the form's."""
    _ = translation(language).gettext
    if workbook.has_comments:
        yield _("comments beside the cells are not brought in. What should stay is written in the fields.")
    found = [sheet.cell(*at).where for sheet in workbook.sheets for at in _added(sheet, asked)]
    cells, more = ", ".join(found[:_MOST_TOLD]), len(found) - _MOST_TOLD
    if more > 0:
        cells = _("{names} and {count} more").format(names=cells, count=more)
    if found:
        text = _("what stands beside the fields is not brought in: {cells}. Write in the fields what should stay.")
        yield text.format(cells=cells)


def _added(sheet: Sheet, asked: Sequence[Fields]) -> Sequence[At]:
    """Where a sheet has something that the form did not have, row by row."""
    texts = sorted(at for at, text in sheet.texts.items() if text.strip())
    keys = {at: key for at in texts if (key := key_in(sheet.texts[at]))}
    head = header(sheet, asked)
    if head is None and not keys:
        return [] if sheet.name in {name for one in LANGUAGES for name in without_answers(one)} else texts
    row, own = (head.row, set(head.columns.values())) if head else _columns(sheet, texts)
    own |= {at.column for at in keys}
    passed = {
        row,
        *(at.row for at, key in keys.items() if len(key.steps) == 1),
    }  # the hints beside those are the form's
    alone = [] if head else _alone(sheet, texts)
    return [at for at in texts if (at.column not in own or at in alone) and at.row not in passed]


def _columns(sheet: Sheet, texts: Sequence[At]) -> tuple[int, set[int]]:
    """The row above the questions of a sheet, and the form's columns in it: by the words that it has there."""
    row = _answers(sheet, texts).row
    own = {head.casefold() for one in LANGUAGES for head in heads(one)}
    earlier = tuple(last_time("", one).casefold() for one in LANGUAGES)
    said = {at.column: sheet.texts[at].strip().casefold() for at in texts if at.row == row}
    return row, {column for column, text in said.items() if text in own or text.startswith(earlier)}


def _alone(sheet: Sheet, texts: Sequence[At]) -> set[At]:
    """What stands in the column with the answers and alone in its row, which somebody has added."""
    column = _answers(sheet, texts).column
    many = Counter(at.row for at in texts)
    own = tuple(text.partition("{")[0] for one in LANGUAGES for text in enough(one))
    return {at for at in texts if at.column == column and many[at.row] == 1 and not sheet.texts[at].startswith(own)}


def _answers(sheet: Sheet, texts: Sequence[At]) -> At:
    """Where the word stands that is above the answers."""
    words = {answer(one).casefold() for one in LANGUAGES}
    return next((at for at in texts if sheet.texts[at].strip().casefold() in words), At(-1, -1))
