"""A page as a PDF that everyone can read: tagged (PDF/UA-1), with bookmarks, its language and its fonts."""

import base64
import importlib.util

from crosp_cli.output.formats import MissingPartError
from crosp_cli.reports.word_and_pdf.processes import Converted, made_at, made_on, typeset
from crosp_cli.reports.word_and_pdf.sheet import Sheet, on_paper
from crosp_cli.reports.word_and_pdf.sheet_json import as_values
from crosp_cli.reports.word_and_pdf.typst_source import as_typst
from crosp_cli.resources import resource


def as_pdf(page: str) -> Converted:
    """Return the page in HTML as a PDF.

    Raises:
        MissingPartError: the extra `pdf` is not installed.
        ConversionError: it cannot be made, or took too long.
    """
    return sheet_as_pdf(on_paper(page))


def sheet_as_pdf(sheet: Sheet) -> Converted:
    """Return the sheet as a PDF. Characters that no font here has stand in it as their codes.

    The same sheet gives the same bytes on the same computer; `SOURCE_DATE_EPOCH` is its date, and without it, it has
    none.

    Raises:
        MissingPartError: the extra `pdf` is not installed.
        ConversionError: it cannot be made, or took too long.
    """
    if importlib.util.find_spec("pypdf") is None:
        raise MissingPartError("pdf")
    made = made_on()
    style = (resource("templates") / "paper.typ").read_text("utf-8")
    source, pictures = as_typst(sheet, style, made.date() if made else None)
    values = as_values(sheet)
    asked = {"form": "pdf", "source": source, "sheet": values, "pictures": pictures, "timestamp": made_at()}
    answer = typeset(asked, "pdf")
    return Converted(base64.b64decode(answer["made"]), "".join(answer["unknown"]))
