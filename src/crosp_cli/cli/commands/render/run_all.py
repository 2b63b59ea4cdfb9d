"""`crosp render --all`: a report on every assessment in a folder, and a page that leads to them.

What the reports share is read once: projects, frameworks, questions, templates. Each assessment is read once too, and
then answers for what the others of its unit and level need of it.
"""

import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache, partial
from pathlib import Path

from crosp_cli.checks.personal_data.names import shown_name
from crosp_cli.cli import exits
from crosp_cli.cli.commands.render.own_documents import OWN_DOCUMENTS
from crosp_cli.cli.commands.render.reports import Reports, too_much
from crosp_cli.cli.commands.render.run import content_of, tell_to_read_through
from crosp_cli.cli.commands.render.target import ReportTarget, name_for
from crosp_cli.cli.console import STANDARD_OUTPUT, make_folder, print_message, write_result
from crosp_cli.cli.conversion import open_file
from crosp_cli.cli.exits import CannotError
from crosp_cli.cli.progress import progress
from crosp_cli.cli.select.load import nothing_at, show_errors
from crosp_cli.cli.select.only import Only
from crosp_cli.cli.select.paths import files_at
from crosp_cli.cli.select.personal_data import warn_of_shared_files
from crosp_cli.cli.select.siblings import Siblings
from crosp_cli.files import RefusedError, read_bytes
from crosp_cli.files.made import unchanged
from crosp_cli.findings import Finding, Severity
from crosp_cli.reading.discovery import Source
from crosp_cli.reading.loaded import LoadedAssessment, loaded
from crosp_cli.reading.workspace import Workspace, read_documents
from crosp_cli.reports.content import ReportContent
from crosp_cli.reports.index import Entry, index_page
from crosp_cli.reports.kinds import WHOLE
from crosp_cli.text.translation import translation


def render_all(
    path: Path,
    only: Only,
    kind: str | None,
    today: date,
    named_day: date | None,
    target: ReportTarget,
    language: str,
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
    status = show_errors(findings, asked, len(asked), workspace, language)
    if not found and status == exits.OK:
        raise nothing_at(str(path), language)
    if found:
        warn_of_shared_files(workspace, language)
        reports = Reports(Siblings(found), today, named_day, language)
        wanted = []
        for one in only.of(found, language):
            if text := too_much(one, language):
                print_message(text)
                status = exits.FINDINGS
            else:
                wanted.append(one)
        if wanted:
            _write(wanted, reports, Folder(folder, kind or WHOLE, target), language)
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

    def names(self, found: Iterable[LoadedAssessment]) -> list[str]:
        """What each report's file is called; where two would share a name, the later one gets a number."""
        taken: set[str] = set()
        numbers: dict[str, int] = {}
        names = []
        for one in found:
            stem = name_for(one.assessment, one.project, self.kind)
            number = numbers.get(stem, 1)
            name = self.target.name(stem)
            while name in taken:
                number += 1
                name = self.target.name(f"{stem}-{number}")
            taken.add(name)
            numbers[stem] = number
            names.append(name)
        return names


def _folder(kind: str | None, target: ReportTarget, language: str) -> Path:
    _ = translation(language).gettext
    if kind in OWN_DOCUMENTS:
        raise CannotError(_(OWN_DOCUMENTS[kind].not_with_all))
    if target.output is None or target.output == STANDARD_OUTPUT:
        raise CannotError(_("--all writes many files: name the folder with -o."))
    if target.output.exists() and not target.output.is_dir():
        text = _("{path} is a file. With --all, -o names a folder.")
        raise CannotError(text.format(path=shown_name(target.output)))
    return target.output


def _holding(asked: Iterable[Source], workspace: Workspace, findings: list[Finding]) -> Iterator[LoadedAssessment]:
    """Yield every assessment that holds; what is found in the others is added to `findings`."""
    for document, context in read_documents(asked, workspace):
        findings += document.findings
        holds = not any(finding.severity is Severity.ERROR for finding in document.findings)
        one = loaded(document, context, workspace) if holds and context.framework is not None else None
        if one is not None:
            yield one


def _write(found: list[LoadedAssessment], reports: Reports, folder: Folder, language: str) -> None:
    _ = translation(language).gettext
    pages = Pages(found, reports, folder, language)
    if not folder.target.force:
        _refuse_to_replace(pages, language)
    make_folder(folder.path, language)
    with progress(len(found), language, _("Writing reports")) as done:
        for number, path in enumerate(pages.paths):
            write_result(path, pages.page(number), language, force=folder.target.force)
            if done:
                done()
    write_result(folder.path / folder.index, pages.index(), language, force=folder.target.force)
    count = translation(language).ngettext("{count} report", "{count} reports", len(found)).format(count=len(found))
    text = _("written: {folder}, {reports} and {index}")
    print_message(text.format(folder=shown_name(folder.path), reports=count, index=folder.index))
    tell_to_read_through(language)
    if folder.target.opened:
        open_file(folder.path / folder.index, language)


class Pages:
    """What is to be written. Each page is made when it is asked for, and what it tells is worked out once."""

    def __init__(self, found: list[LoadedAssessment], reports: Reports, folder: Folder, language: str) -> None:
        self.folder = folder
        self.language = language
        self.homes = [one.home for one in found]
        self.names = folder.names(found)
        self.paths = [folder.path / name for name in self.names]
        self.view = cache(lambda number: reports.on(found[number]))

    def page(self, number: int) -> bytes:
        """Return the file of the report with that number."""
        return content_of(ReportContent(self.folder.kind, self.view(number)), self.folder.target, self.language)

    def index(self) -> bytes:
        """Return the page that leads to the reports."""
        views = map(self.view, range(len(self.names)))
        entries = [Entry(*one) for one in zip(views, self.homes, self.names, strict=True)]
        form = "html" if self.folder.index.endswith(".html") else "markdown"
        return index_page(entries, self.language, form).encode()


def _refuse_to_replace(pages: Pages, language: str) -> None:
    """Make sure that what is there is what crosp has made, or what the same command wrote before it was ended."""
    makers: dict[Path, Callable[[], bytes]] = {
        path: partial(pages.page, number) for number, path in enumerate(pages.paths)
    }
    makers[pages.folder.path / pages.folder.index] = pages.index
    there = [path for path in makers if os.path.lexists(path)]
    if all(unchanged(path) is not None or _has(path, makers[path]) for path in there):
        return
    _ = translation(language).gettext
    if len(there) == 1:
        text = _("{path} exists already and is left as it is. Choose another name, or replace it with --force.")
    else:
        text = _(
            "{path} and {count} more exist already and are left as they are. "
            "Choose another folder, or replace them with --force."
        )
    raise CannotError(text.format(path=shown_name(there[0]), count=len(there) - 1))


def _has(path: Path, made: Callable[[], bytes]) -> bool:
    try:
        found = read_bytes(path, within=path.parent)
    except RefusedError:
        return False
    return not path.is_symlink() and found == made()
