"""From an assessment to its report, and from there to a file."""

from datetime import date
from importlib import import_module
from pathlib import Path

from crosp_cli.analysis.assessment.analyse import analyse
from crosp_cli.analysis.comparison.compare import Version
from crosp_cli.cli.commands.render.conversion import OFFICE, office, open_file
from crosp_cli.cli.commands.render.own_documents import OWN_DOCUMENTS
from crosp_cli.cli.console import STANDARD_OUTPUT, tell, write
from crosp_cli.cli.select.assessments import Read, one, warn_of_personal_data
from crosp_cli.cli.select.previous import others_of, since
from crosp_cli.cli.target import Target
from crosp_cli.output.analysis.build import Report, report
from crosp_cli.reading.discovery import is_folder
from crosp_cli.reports.kinds import Paper, as_html, as_markdown
from crosp_cli.text.printable import printable
from crosp_cli.text.translation import translation


def rendered(path: Path, kind: str | None, today: date, language: str, *, named_day: date | None, aside: bool) -> Paper:
    """Return what to print of the document at `path`; with `aside`, findings go to standard error.

    `named_day` is the day that was asked for, if any was.

    Raises:
        CannotError: there is nothing there to print, or more than one thing, or it is of another kind.
    """
    found: Paper | None
    for own, document in OWN_DOCUMENTS.items():
        if kind == own or not is_folder(path):
            found = import_module(document.module).content_at(path, kind, today, language, named_day, aside=aside)
            if found is not None:
                return found
    read = one(path, language, aside=aside)
    if kind in OWN_DOCUMENTS:
        found = import_module(OWN_DOCUMENTS[kind].module).content_on(read, today, language, named_day, aside=aside)
        return found
    return Paper(kind or "report", report_on(read, today, language, named_day))


def report_on(read: Read, today: date, language: str, named_day: date | None) -> Report:
    """Return the report on an assessment that was read, and warn if it seems to hold personal data."""
    warn_of_personal_data(read, language)
    others, project = others_of(read), read.context.project
    guidance = read.guidance()
    references = guidance.references if guidance else read.references()
    series = [other.assessment for other in others]
    analysis = analyse(read.assessment, read.framework, references, project, today, series)
    before = since(Version(read.assessment, read.framework), others, project, language)
    return report(analysis, guidance, language, before, named_day)


def write_report(found: Paper, target: Target, language: str) -> None:
    """Write the report, say where it is, and open it if that was asked for.

    Raises:
        CannotError: the file exists and was not to be replaced, is named like an assessment, or cannot be written.
    """
    _ = translation(language).gettext
    path = STANDARD_OUTPUT if target.is_standard_output else target.path(found)
    if path != STANDARD_OUTPUT:
        target.refuse_to_write(path, language)
    write(path, content_of(found, target, language), language, overwrite=target.force)
    if path != STANDARD_OUTPUT:
        tell(_("written: {file}").format(file=printable(str(path))))
    tell_to_read_through(found.kind, language)
    if target.opened:
        open_file(path, language)


def tell_to_read_through(kind: str, language: str) -> None:
    """Where a paper goes to guardians, say that somebody has to read it first."""
    if kind == "public":
        _ = translation(language).gettext
        tell(_("Read it through before you share it: needs and measures stand as they were written in the assessment."))


def content_of(found: Paper, target: Target, language: str) -> bytes:
    """Return the report in the form that was asked for.

    Raises:
        CannotError: it was to be laid out by a template that cannot be filled, or what makes that form is missing.
    """
    if target.template is not None:
        from crosp_cli.cli.commands.template.run import laid_out

        text = laid_out(found, target.template)
    else:
        text = as_markdown(found) if target.form == "markdown" else as_html(found)
    return office(text, target.form, language) if target.form in OFFICE else text.encode()
