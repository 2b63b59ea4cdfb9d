"""From an assessment to its report, and from there to a file."""

from datetime import date
from importlib import import_module
from pathlib import Path

from crosp_cli.checks.personal_data.names import shown_name
from crosp_cli.cli.commands.render.own_documents import OWN_DOCUMENTS
from crosp_cli.cli.commands.render.reports import reports_on
from crosp_cli.cli.commands.render.target import ReportTarget
from crosp_cli.cli.console import STANDARD_OUTPUT, print_message, write_result
from crosp_cli.cli.conversion import OFFICE, office, open_file
from crosp_cli.cli.select.load import load_newest
from crosp_cli.cli.select.only import Only
from crosp_cli.files import RefusedError, read_bytes
from crosp_cli.output.formats import writer
from crosp_cli.reports.content import ReportContent
from crosp_cli.reports.kinds import WHOLE
from crosp_cli.text.translation import translation


def rendered(
    path: Path, only: Only, kind: str | None, today: date, language: str, *, named_day: date | None, aside: bool
) -> ReportContent:
    """Return what to print of the document at `path`; with `aside`, findings go to standard error.

    `named_day` is the day that was asked for, if any was.

    Raises:
        CannotError: there is nothing there to print, or more than one thing, or it is of another kind.
    """
    found: ReportContent | None
    for own, document in OWN_DOCUMENTS.items():
        if kind == own or _says(path, document.format):
            found = import_module(document.module).content_at(path, kind, today, language, named_day, aside=aside)
            if found is not None:
                return found
    one = load_newest(path, only, language, aside=aside)
    if kind in OWN_DOCUMENTS:
        found = import_module(OWN_DOCUMENTS[kind].module).content_on(one, today, language, named_day, aside=aside)
        return found
    return ReportContent(kind or WHOLE, reports_on([one], today, named_day, language)[0])


def _says(path: Path, what: bytes) -> bool:
    try:
        return what in read_bytes(path)
    except RefusedError:  # a folder, or what is told of where it is read as an assessment
        return False


def write_report(found: ReportContent, target: ReportTarget, language: str) -> None:
    """Write the report, say where it is, and open it if that was asked for.

    Raises:
        CannotError: the file exists and was not to be replaced, is named like an assessment, or cannot be written.
    """
    _ = translation(language).gettext
    path = STANDARD_OUTPUT if target.is_standard_output else target.path(found)
    if path != STANDARD_OUTPUT:
        target.refuse_to_write(path, language)
    write_result(path, content_of(found, target, language), language, force=target.force)
    if path != STANDARD_OUTPUT:
        print_message(_("written: {file}").format(file=shown_name(path)))
        tell_to_read_through(language)
    if target.opened:
        open_file(path, language)


def tell_to_read_through(language: str) -> None:
    """Say what is to be done with a report first. It stands here and not in the report, which others read."""
    _ = translation(language).gettext
    print_message(_("Read it through before you share it: it is to name roles and groups, never individuals."))


def content_of(found: ReportContent, target: ReportTarget, language: str) -> bytes:
    """Return the report in the form that was asked for.

    Raises:
        CannotError: it was to be laid out by a template that cannot be filled, or what makes that form is missing.
    """
    if target.template is not None:
        from crosp_cli.cli.commands.template.run import laid_out, laid_out_on_paper

        if target.format in OFFICE:
            return office("sheet", laid_out_on_paper(found, target.template), target.format, language)
        return laid_out(found, target.template).encode()
    made = writer("report", "html" if target.format in OFFICE else target.format)(found)
    if target.format in OFFICE:
        return office("page", made, target.format, language)
    return made if isinstance(made, bytes) else made.encode()
