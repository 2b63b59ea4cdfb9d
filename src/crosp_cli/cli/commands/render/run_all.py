"""`crosp render --all`: a report on every assessment in a folder, and a page that leads to them.

What the reports share is read once: projects, frameworks, questions, templates. Each assessment is read once too, and
then answers for what the others of its unit and level need of it.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from crosp_cli.analysis.assessment.analyse import analyse
from crosp_cli.analysis.comparison.compare import Version
from crosp_cli.checks.personal_data.text_checks import personal_data
from crosp_cli.cli import exits
from crosp_cli.cli.commands.render.conversion import open_file
from crosp_cli.cli.commands.render.run import content_of, tell_to_read_through
from crosp_cli.cli.commands.render.target import ReportTarget, name_for
from crosp_cli.cli.console import STANDARD_OUTPUT, make_folder, print_message, write
from crosp_cli.cli.exits import CannotError
from crosp_cli.cli.progress import progress
from crosp_cli.cli.select.assessments import tell_of_errors, warn_of_personal_data_at
from crosp_cli.cli.select.occasions import framework_of
from crosp_cli.cli.select.paths import files_at
from crosp_cli.cli.select.previous import since
from crosp_cli.findings import Finding, Severity
from crosp_cli.model.assessment import Assessment
from crosp_cli.model.framework import Framework
from crosp_cli.model.guidance import Guidance, References
from crosp_cli.output.analysis.build import AnalysisView, analysis_view
from crosp_cli.reading.discovery import Source, sources
from crosp_cli.reading.documents.guidance import read_references
from crosp_cli.reading.workspace import Context, Workspace, read_documents
from crosp_cli.reports.content import ReportContent
from crosp_cli.reports.index import Entry, index_page
from crosp_cli.reports.kinds import MEMO, WHOLE
from crosp_cli.text.printable import printable
from crosp_cli.text.translation import translation

Key = tuple[Path | None, str | None, str]
"""A project, a unit in it (None for the organiser) and a level."""


@dataclass(frozen=True, slots=True)
class Known:
    """An assessment that holds, and the project it belongs to."""

    path: str
    assessment: Assessment
    context: Context
    framework: Framework
    personal_data_at: int | None
    """The first line that looks like personal data."""

    @property
    def key(self) -> Key:
        """What it shares with the others of its unit and level."""
        return self.context.file, self.assessment.unit, self.assessment.level


def render_all(
    path: Path, kind: str | None, today: date, named_day: date | None, target: ReportTarget, language: str
) -> int:
    """Write a report on every assessment at `path` and the page that leads to them; return the exit status.

    Raises:
        CannotError: it was not asked for in a way that can be carried out, or a file exists already.
    """
    folder = _folder(kind, target, language)
    asked = files_at([path], language)
    workspace = Workspace()
    findings: list[Finding] = []
    found = list(_holding(asked, workspace, findings))
    status = tell_of_errors(findings, asked, len(asked), workspace, language)
    if not found and status == exits.OK:
        _ = translation(language).gettext
        text = _("There is no assessment in {path}. An assessment says `format: crosp-assessment/1`.")
        raise CannotError(text.format(path=printable(str(path))))
    if found:
        _write(found, _beside(found, asked), Folder(folder, kind or WHOLE, target), (today, named_day), language)
    return status


@dataclass(frozen=True, slots=True)
class Folder:
    """Where the reports go, and what they are."""

    path: Path
    kind: str
    target: ReportTarget

    @property
    def index(self) -> str:
        """What the page that leads to the reports is called."""
        return "index.md" if self.target.format in ("markdown", "text") else "index.html"

    def names(self, found: Iterable[Known]) -> list[str]:
        """What each report's file is called; where two would share a name, the later one gets a number."""
        taken: set[str] = set()
        names = []
        for known in found:
            stem = name_for(known.assessment, known.context.project, self.kind)
            number, name = 1, self.target.name(stem)
            while name in taken:
                number += 1
                name = self.target.name(f"{stem}-{number}")
            taken.add(name)
            names.append(name)
        return names


def _folder(kind: str | None, target: ReportTarget, language: str) -> Path:
    _ = translation(language).gettext
    if kind == MEMO:
        raise CannotError(_("--all takes no decision memos. Print each by its own name."))
    if target.output is None or target.output == STANDARD_OUTPUT:
        raise CannotError(_("--all writes many files: name the folder with -o."))
    if target.output.exists() and not target.output.is_dir():
        text = _("{path} is a file. With --all, -o names a folder.")
        raise CannotError(text.format(path=printable(str(target.output))))
    return target.output


def _holding(asked: Iterable[Source], workspace: Workspace, findings: list[Finding]) -> Iterator[Known]:
    """Yield every assessment that holds; what is found in the others is added to `findings`."""
    for document, context in read_documents(asked, workspace):
        findings += document.findings
        holds = not any(finding.severity is Severity.ERROR for finding in document.findings)
        if holds and document.model is not None and document.tree is not None and context.framework is not None:
            lines = personal_data(document.tree.text)
            first = lines[0] if lines else None
            yield Known(document.path, document.model, context, context.framework, first)


def _beside(found: Iterable[Known], asked: Iterable[Source]) -> dict[Key, list[Version]]:
    """The assessments of each unit and level, those included that stand elsewhere in their projects."""
    beside: dict[Key, list[Version]] = {}
    met = {source.path.resolve() for source in asked}
    workspace = Workspace()
    for known in found:
        beside.setdefault(known.key, []).append(Version(known.assessment, known.framework))
    homes = {key[0].resolve(): key[0] for key in beside if key[0] is not None}
    for home, file in homes.items():
        elsewhere = [source for source in sources([file.parent]) if source.path.resolve() not in met]
        for document, context in read_documents(elsewhere, workspace):
            if document.model is not None and context.file is not None and context.file.resolve() == home:
                version = Version(document.model, framework_of(document.model, context, workspace))
                beside.setdefault((file, document.model.unit, document.model.level), []).append(version)
    return beside


def _write(
    found: list[Known],
    beside: dict[Key, list[Version]],
    folder: Folder,
    days: tuple[date, date | None],
    language: str,
) -> None:
    _ = translation(language).gettext
    names = folder.names(found)
    _refuse_to_replace([folder.path / name for name in (*names, folder.index)], language, force=folder.target.force)
    make_folder(folder.path, language)
    shared = Shared(beside, days[0], days[1], language)
    entries = []
    with progress(len(found), language, _("Writing reports")) as done:
        for known, name in zip(found, names, strict=True):
            if known.personal_data_at is not None:
                warn_of_personal_data_at(known.path, known.personal_data_at, language)
            content = ReportContent(folder.kind, shared.report(known))
            entries.append(Entry(content.report, known.context.file, name))
            made = content_of(content, folder.target, language)
            write(folder.path / name, made, language, overwrite=folder.target.force)
            if done:
                done()
    page = index_page(entries, language, "html" if folder.index.endswith(".html") else "markdown")
    write(folder.path / folder.index, page.encode(), language, overwrite=folder.target.force)
    reports = translation(language).ngettext("{count} report", "{count} reports", len(found)).format(count=len(found))
    text = _("written: {folder}, {reports} and {index}")
    print_message(text.format(folder=printable(str(folder.path)), reports=reports, index=folder.index))
    tell_to_read_through(folder.kind, language)
    if folder.target.opened:
        open_file(folder.path / folder.index, language)


class Shared:
    """What the reports share: the questions and references of each framework, and the other assessments."""

    def __init__(self, beside: dict[Key, list[Version]], today: date, named_day: date | None, language: str) -> None:
        self.beside = beside
        self.today = today
        self.named_day = named_day
        self.language = language
        self._guidance: dict[Path | None, tuple[Guidance | None, References]] = {}

    def report(self, known: Known) -> AnalysisView:
        """Return the report on one of the assessments."""
        guidance, references = self._of(known.context)
        others = [one for one in self.beside[known.key] if one.assessment is not known.assessment]
        project = known.context.project
        series = [one.assessment for one in others]
        analysis = analyse(known.assessment, known.framework, references, project, self.today, series)
        now = Version(known.assessment, known.framework)
        before = since(now, others, project, self.language) if known.context.file else None
        return analysis_view(analysis, guidance, self.language, before, self.named_day)

    def _of(self, context: Context) -> tuple[Guidance | None, References]:
        if context.file not in self._guidance:
            guidance = context.guidance()
            folder = context.framework_folder
            references = guidance.references if guidance else (read_references(folder) if folder else None)
            self._guidance[context.file] = guidance, references or References()
        return self._guidance[context.file]


def _refuse_to_replace(paths: list[Path], language: str, *, force: bool) -> None:
    there = [path for path in paths if path.exists() or path.is_symlink()]
    if not there or force:
        return
    _ = translation(language).gettext
    if len(there) == 1:
        text = _("{path} exists already and is left as it is. Choose another name, or replace it with --force.")
    else:
        text = _(
            "{path} and {count} more exist already and are left as they are. "
            "Choose another folder, or replace them with --force."
        )
    raise CannotError(text.format(path=printable(str(there[0])), count=len(there) - 1))
