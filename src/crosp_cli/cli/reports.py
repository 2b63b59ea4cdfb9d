"""From an assessment to its report, and from there to a file."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from crosp_cli.analysis.analyse import analyse
from crosp_cli.cli.assessments import one, warn_of_personal_data
from crosp_cli.cli.exits import CannotError
from crosp_cli.cli.office import OFFICE, office, open_file, refuse_terminal, refuse_to_open
from crosp_cli.cli.output import STANDARD_OUTPUT, refuse_to_replace, tell, write
from crosp_cli.cli.series import Series
from crosp_cli.reading.discovery import SUFFIXES
from crosp_cli.rendering.printable import printable
from crosp_cli.rendering.report import Report, report
from crosp_cli.rendering.translate import translation

_ENDINGS = {"html": ".html", "markdown": ".md", "docx": ".docx", "pdf": ".pdf"}
_OTHERS = (".doc", ".odt")
_FORMS = {".html": "html", ".htm": "html", ".md": "markdown", ".markdown": "markdown", ".docx": "docx", ".pdf": "pdf"}


@dataclass(frozen=True, slots=True)
class Target:
    """Where a report goes, and in which form, as far as it was asked for."""

    output: Path | None
    asked_form: str | None
    force: bool
    opened: bool = False
    """Whether the report is opened in its program once it is written."""

    @property
    def is_standard_output(self) -> bool:
        """Whether the report is printed."""
        return self.output == STANDARD_OUTPUT

    @property
    def form(self) -> str:
        """The form asked for, else what the file's name ends in, else a page."""
        ending = self.output.suffix.lower() if self.output else ""
        return self.asked_form or _FORMS.get(ending, "html")

    def checked(self, language: str) -> "Target":
        """Return the target if a report of that form may go there.

        Raises:
            CannotError: it is no text and would be shown on a terminal, or there would be no file to open.
        """
        if self.is_standard_output:
            refuse_terminal(self.form, language)
        if self.opened:
            refuse_to_open(self.output, language)
        return self

    def path(self, found: Report) -> Path:
        """The file to write. A folder gets a file that is named after the report."""
        name = Path(file_name(found) + _ENDINGS[self.form])
        if self.output is None:
            return name
        return self.output / name if self.output.is_dir() else self.output


def rendered(path: Path, today: date, language: str, *, aside: bool) -> Report:
    """Return the report on the assessment at `path`; with `aside`, findings go to standard error."""
    read = one(path, language, aside=aside)
    warn_of_personal_data(read, language)
    project, beside = read.context.project, Series([read]).of(read)
    analysis = analyse(read.assessment, read.framework, read.references(), project, today, beside)
    return report(analysis, read.guidance(), language)


def write_report(found: Report, target: Target, language: str) -> None:
    """Write the report and say where it is.

    Raises:
        CannotError: the file exists and was not to be replaced, is named like an assessment, or cannot be written.
    """
    path = STANDARD_OUTPUT if target.is_standard_output else target.path(found)
    if path != STANDARD_OUTPUT:
        _may_be_written(path, language, force=target.force)
    write(path, _content(found, target.form, language), language, overwrite=target.force)
    if path != STANDARD_OUTPUT:
        tell(translation(language).gettext("written: {file}").format(file=printable(str(path))))
    if target.opened:
        open_file(path, language)


def _content(found: Report, form: str, language: str) -> bytes:
    if form in OFFICE:
        return office(_text(found, "html"), form, language)
    return _text(found, form).encode()


def file_name(found: Report) -> str:
    """What to call a report's file, without its ending: unit, or organiser, then occasion and level."""
    assessment, project = found.analysis.assessment, found.analysis.project
    who = assessment.unit or (project.organiser.id if project else None)
    return "-".join(part for part in (who, assessment.occasion, assessment.level) if part)


def _text(found: Report, form: str) -> str:
    if form == "markdown":
        from crosp_cli.rendering.report_markdown import as_markdown

        return as_markdown(found)
    from crosp_cli.rendering.report_html import as_html

    return as_html(found)


def _may_be_written(path: Path, language: str, *, force: bool) -> None:
    _ = translation(language).gettext
    if path.suffix.lower() in SUFFIXES:
        text = _("{path} would be a YAML file, and a report is none. Choose another name.")
        raise CannotError(text.format(path=printable(str(path))))
    if path.suffix.lower() in _OTHERS:
        text = _(
            "crosp makes .html, .md, .docx and .pdf. For {ending}: open the .docx file in Word or LibreOffice, and "
            "save it from there."
        )
        raise CannotError(text.format(ending=path.suffix))
    refuse_to_replace(path, language, force=force)
