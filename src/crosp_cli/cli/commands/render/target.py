"""Which file a report becomes: its format, its name, and whether it may be written there."""

from dataclasses import dataclass
from pathlib import Path

from crosp_cli.checks.personal_data.names import shown_name
from crosp_cli.cli.console import refuse_to_replace
from crosp_cli.cli.conversion import OFFICE, refuse_terminal, refuse_to_open
from crosp_cli.cli.exits import CannotError
from crosp_cli.cli.target import Target
from crosp_cli.model.assessment import Assessment
from crosp_cli.model.project import Project
from crosp_cli.output.formats import ending
from crosp_cli.reading.discovery import SUFFIXES
from crosp_cli.reports.content import ReportContent
from crosp_cli.reports.kinds import WHOLE
from crosp_cli.text.slugs import slug
from crosp_cli.text.translation import translation


@dataclass(frozen=True, slots=True)
class Layout:
    """The template that was asked for."""

    form: str
    """What it makes: "html", "markdown" or "text". Of a page, Word documents and PDFs can be made in turn."""
    own: Path | None = None
    """The person's own template; None for a built-in one."""

    def gives(self, form: str) -> bool:
        """Whether a report in `form` can be made with it."""
        return form == self.form or (self.form == "html" and form in OFFICE)


@dataclass(frozen=True, slots=True)
class ReportTarget(Target):
    """Where a report goes, and in which format, as far as it was asked for."""

    layout: Layout | None = None
    opened: bool = False
    """Whether the report is opened in its program once it is written."""

    @property
    def format(self) -> str:
        """The format asked for, else what the file's name ends in, else what the template makes, else a page."""
        wanted = self.asked_format or self.named_format
        if self.layout is None:
            return wanted or self.formats[0]
        return wanted if wanted and self.layout.gives(wanted) else self.layout.form

    @property
    def template(self) -> Path | None:
        """The person's own template to fill; None for crosp's."""
        return self.layout.own if self.layout else None

    def name(self, stem: str) -> str:
        """What to call the file of a report that is called `stem`: with the template's name, if that says more."""
        own = slug(self.template.name.partition(".")[0], "template") if self.template else ""
        more = "" if not own or stem.endswith(f"-{own}") else f"-{own}"
        return stem + more + ending(self.format)

    def checked(self, language: str) -> "ReportTarget":
        """Return the target if a report of that form may go there.

        Raises:
            CannotError: it is no text and would be shown on a terminal, or there would be no file to open.
        """
        if self.is_standard_output:
            refuse_terminal(self.format, language)
        if self.opened:
            refuse_to_open(self.output, language)
        return self

    @property
    def may_end_in_anything(self) -> bool:
        """Whether a file may be called what no format is called: a template that makes texts may make any."""
        return self.asked_format is not None or (self.layout is not None and self.layout.form == "text")

    def path(self, found: ReportContent) -> Path:
        """The file to write. A folder gets a file that is named after the report."""
        name = Path(self.name(file_name(found)))
        if self.output is None:
            return name
        return self.output / name if self.output.is_dir() else self.output

    def refuse_to_write(self, path: Path, language: str) -> None:
        """Make sure that the report may be written at `path`.

        Raises:
            CannotError: a file is there already, or its name says that it is something else.
        """
        _ = translation(language).gettext
        if path.suffix.lower() in SUFFIXES:
            text = _("{path} would be a YAML file, and a report is none. Choose another name.")
            raise CannotError(text.format(path=shown_name(path)))
        self.refuse_ending(path, language)
        refuse_to_replace(path, language, force=self.force)


def file_name(found: ReportContent) -> str:
    """What to call a report's file, without its ending: unit, or organiser, then occasion, level and kind.

    What is made of a document with a file of its own is called as that is.
    """
    if found.name is not None:
        return found.name
    return name_for(found.report.analysis.assessment, found.report.analysis.project, found.kind)


def name_for(assessment: Assessment, project: Project | None, kind: str) -> str:
    """What to call the file of a report of that kind on an assessment, without its ending."""
    who = assessment.unit or (project.organiser.id if project else None)
    parts = (who, assessment.occasion, assessment.level, None if kind == WHOLE else kind)
    return "-".join(part for part in parts if part)
