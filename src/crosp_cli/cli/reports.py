"""From an assessment to its report, and from there to a file."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from crosp_cli.analysis.analyse import analyse
from crosp_cli.analysis.change import Version
from crosp_cli.cli.assessments import Read, one, warn_of_personal_data, warn_of_personal_data_in
from crosp_cli.cli.before import others_of, since
from crosp_cli.cli.exits import CannotError
from crosp_cli.cli.memos import ReadMemo, bases_of, memo_at, memo_on
from crosp_cli.cli.output import STANDARD_OUTPUT, refuse_to_replace, tell, write
from crosp_cli.editing.slugs import slug
from crosp_cli.model.assessment import Assessment
from crosp_cli.model.project import Project
from crosp_cli.reading.discovery import SUFFIXES, is_folder
from crosp_cli.rendering.kinds import MEMO, Paper, as_html, as_markdown
from crosp_cli.rendering.own.names import form_of
from crosp_cli.rendering.printable import printable
from crosp_cli.rendering.report import Report, report
from crosp_cli.rendering.translate import translation

_ENDINGS = {"html": ".html", "markdown": ".md", "text": ".txt"}
_OTHERS = (".pdf", ".docx", ".doc", ".odt")
_FORMS = {".html": "html", ".htm": "html", ".md": "markdown", ".markdown": "markdown"}


@dataclass(frozen=True, slots=True)
class Target:
    """Where a report goes, and in which form, as far as it was asked for."""

    output: Path | None
    asked_form: str | None
    force: bool
    template: Path | None = None
    """The person's own template to fill; None for crosp's."""

    @property
    def is_standard_output(self) -> bool:
        """Whether the report is printed."""
        return self.output == STANDARD_OUTPUT

    @property
    def form(self) -> str:
        """The form that an own template makes, else the form asked for, what the file's name ends in, or a page."""
        if self.template is not None:
            return form_of(self.template)
        ending = self.output.suffix.lower() if self.output else ""
        return self.asked_form or _FORMS.get(ending, "html")

    @property
    def ending(self) -> str:
        """What the name of the file ends in: the template's name where that is a person's own, and the form."""
        own = "-" + slug(self.template.name.partition(".")[0], "template") if self.template else ""
        return own + _ENDINGS[self.form]

    def path(self, found: Paper) -> Path:
        """The file to write. A folder gets a file that is named after the report."""
        name = Path(file_name(found) + self.ending)
        if self.output is None:
            return name
        return self.output / name if self.output.is_dir() else self.output


def rendered(path: Path, kind: str | None, today: date, language: str, *, named_day: date | None, aside: bool) -> Paper:
    """Return what to print of the assessment or the memo at `path`; with `aside`, findings go to standard error.

    `named_day` is the day that was asked for, if any was.

    Raises:
        CannotError: there is nothing there to print, or more than one thing, or it is of another kind.
    """
    _ = translation(language).gettext
    if kind == MEMO or not is_folder(path):
        memo = memo_at(path, language, aside=aside)
        if memo is not None and kind not in (None, MEMO):
            text = _("{path} is a decision memo. For another kind of report, name an assessment.")
            raise CannotError(text.format(path=printable(str(path))))
        if memo is not None:
            return _on_memo(memo, today, language, named_day)
    read = one(path, language, aside=aside)
    if kind != MEMO:
        return Paper(kind or "report", report_on(read, today, language, named_day))
    memo = memo_on(read, language, aside=aside)
    if memo is not None:
        return _on_memo(memo, today, language, named_day)
    tell(
        _("No decision memo rests on {path}, so what only it says is left to fill in.").format(
            path=printable(read.path)
        )
    )
    from crosp_cli.rendering.memo import memo_view

    found = report_on(read, today, language, named_day)
    return Paper(MEMO, found, memo_view(None, [found]))


def _on_memo(memo: ReadMemo, today: date, language: str, named_day: date | None) -> Paper:
    from crosp_cli.rendering.memo import memo_view  # most reports have no use for it

    warn_of_personal_data_in(memo.tree, language)
    reports = [report_on(read, today, language, named_day) for read in bases_of(memo, language)]
    return Paper(MEMO, reports[0], memo_view(memo.memo, reports), memo.path.stem)


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
    """Write the report and say where it is.

    Raises:
        CannotError: the file exists and was not to be replaced, is named like an assessment, or cannot be written.
    """
    _ = translation(language).gettext
    path = STANDARD_OUTPUT if target.is_standard_output else target.path(found)
    if path != STANDARD_OUTPUT:
        _may_be_written(path, language, force=target.force)
    write(path, text_of(found, target).encode(), language, overwrite=target.force)
    if path != STANDARD_OUTPUT:
        tell(_("written: {file}").format(file=printable(str(path))))
    if found.kind == "public":
        tell(_("Read it through before you share it: needs and measures stand as they were written in the assessment."))


def file_name(found: Paper) -> str:
    """What to call a report's file, without its ending: unit, or organiser, then occasion, level and kind.

    A decision memo with a file of its own is called as that is.
    """
    if found.name is not None:
        return found.name
    return name_for(found.report.analysis.assessment, found.report.analysis.project, found.kind)


def name_for(assessment: Assessment, project: Project | None, kind: str) -> str:
    """What to call the file of a report of that kind on an assessment, without its ending."""
    who = assessment.unit or (project.organiser.id if project else None)
    parts = (who, assessment.occasion, assessment.level, None if kind == "report" else kind)
    return "-".join(part for part in parts if part)


def text_of(found: Paper, target: Target) -> str:
    """Return the report in the form that was asked for.

    Raises:
        CannotError: it was to be laid out by a template that cannot be filled.
    """
    if target.template is not None:
        from crosp_cli.cli.own_templates import laid_out

        return laid_out(found, target.template)
    return as_markdown(found) if target.form == "markdown" else as_html(found)


def _may_be_written(path: Path, language: str, *, force: bool) -> None:
    _ = translation(language).gettext
    if path.suffix.lower() in SUFFIXES:
        text = _("{path} would be a YAML file, and a report is none. Choose another name.")
        raise CannotError(text.format(path=printable(str(path))))
    if path.suffix.lower() in _OTHERS:
        text = _(
            "crosp makes .html and .md. For {ending}: open the .html file in a browser or Word, and save it from there."
        )
        raise CannotError(text.format(ending=path.suffix))
    refuse_to_replace(path, language, force=force)
