"""Why a workbook is not read, said so that whoever has it knows what to do."""

from crosp_cli.filling.workbook.package import NotReadError, Why
from crosp_cli.limits import WORKBOOK_BYTES, WORKBOOK_CELLS, WORKBOOK_COLUMNS, WORKBOOK_ROWS, WORKBOOK_SHEETS
from crosp_cli.text.translation import translation


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
