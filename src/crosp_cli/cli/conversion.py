"""From a report's page to Word and PDF, and what is said where that cannot be done; opening what was written."""

import contextlib
import os
import sys
from pathlib import Path
from typing import Any, Literal

from crosp_cli.checks.personal_data.names import shown_name
from crosp_cli.cli.console import STANDARD_OUTPUT, print_message
from crosp_cli.cli.exits import CannotError, StoppedError
from crosp_cli.files import real_path
from crosp_cli.limits import CONVERSION_MEMORY, CONVERSION_SECONDS, OFFERED, PAPER_PARTS
from crosp_cli.output.formats import names, writer
from crosp_cli.text.counts import grouped
from crosp_cli.text.printable import printable
from crosp_cli.text.translation import translation

OFFICE = names("page")
"""The formats that are made from a report's page, and that are no text."""


def office(held: Literal["page", "sheet"], given: Any, form: str, language: str) -> bytes:
    """Return a page in HTML, or the sheet made of one, as DOCX or PDF, and say which characters no font here has.

    Raises:
        CannotError: the page has too many parts, or what makes it failed, took too long or was ended.
        MissingPartError: it is not installed.
    """
    from crosp_cli.reports.word_and_pdf.processes import (
        ConversionError,
        Converted,
        EndedError,
        TooLargeError,
        TooLongError,
    )

    _ = translation(language).gettext
    if held == "page" and given.count("<") - given.count("</") > PAPER_PARTS:
        text = _("This is more than a {form} has room for: {most} paragraphs, rows and the like. Try --format html.")
        raise CannotError(text.format(form=form, most=grouped(PAPER_PARTS, language)))
    try:
        made: Converted = writer(held, form)(given)
    except TooLongError:
        text = _("Making the {form} took more than {seconds} seconds and was ended. Try --format html.")
        raise CannotError(text.format(form=form, seconds=CONVERSION_SECONDS)) from None
    except TooLargeError:
        text = _("The memory is not enough for the {form}, which may take {most} GiB at the most. Try --format html.")
        raise CannotError(text.format(form=form, most=CONVERSION_MEMORY // 1024**3)) from None
    except EndedError:
        text = _(
            "The process that makes the {form} was stopped from outside, perhaps for want of memory. Run the command "
            "again, or try --format html."
        )
        raise StoppedError(text.format(form=form)) from None
    except ConversionError as error:
        text = _("The {form} could not be made ({why}). Try --format html.")
        raise CannotError(text.format(form=form, why=printable(str(error)) or "?")) from None
    if made.unknown:
        text = _("No font on this computer has these characters, which stand in the file as their codes: {characters}")
        more = "…" if len(made.unknown) > OFFERED else ""
        print_message(text.format(characters=printable(made.unknown[:OFFERED]) + more))
    return made.content


def refuse_terminal(form: str, language: str) -> None:
    """Make sure that what is no text is not shown on a terminal.

    Raises:
        CannotError: it would be.
    """
    if form in (*OFFICE, "xlsx") and sys.stdout.isatty():
        text = translation(language).gettext("A {form} cannot be shown on a terminal. Name a file: -o report.{form}")
        raise CannotError(text.format(form=form))


def refuse_to_open(path: Path | None, language: str) -> None:
    """Make sure that there will be a file to open.

    Raises:
        CannotError: the report goes to standard output.
    """
    if path == STANDARD_OUTPUT:
        raise CannotError(translation(language).gettext("--open needs a file, and -o - writes none."))


def open_file(path: Path, language: str) -> None:
    """Open a file in the program that the computer has for it; where there is none, say so."""
    import shutil  # they bring much along, and most reports are not opened
    import subprocess

    with contextlib.suppress(OSError):
        if sys.platform == "win32":
            os.startfile(real_path(path))  # noqa: S606 -- what was just written
            return
        program = shutil.which("open" if sys.platform == "darwin" else "xdg-open")
        if program is not None and Path(program).is_absolute():  # none of the folder that crosp is run in
            command = [program, os.fspath(real_path(path))]
            nothing = subprocess.DEVNULL
            subprocess.Popen(command, stdin=nothing, stdout=nothing, stderr=nothing, start_new_session=True)  # noqa: S603 -- the system's own
            return
    text = translation(language).gettext("There is no program here to open it with. It lies in {path}")
    print_message(text.format(path=shown_name(path)))
