"""Checking everything a command was given: each file in its project, then each project as a whole."""

from bisect import bisect_left
from collections.abc import Callable, Container, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, field
from datetime import date
from operator import attrgetter
from pathlib import Path
from typing import Any

from crosp_cli.checks.check import ProjectScope
from crosp_cli.checks.digest import AssessmentDigest
from crosp_cli.checks.project.cr704_no_assessment import no_assessment
from crosp_cli.checks.registry import KNOWN_CODES
from crosp_cli.findings import Finding, Severity
from crosp_cli.reading.discovery import Source, lies_at, shown
from crosp_cli.reading.documents.document import read_tree, text_at
from crosp_cli.reading.documents.framework import built_in_folder
from crosp_cli.reading.rules.of_reading import CANNOT_BE_CARRIED_OUT
from crosp_cli.reading.workspace import Context, Workspace, texts_of_framework
from crosp_cli.reading.yaml.tree import Tree
from crosp_cli.validation.file_checker import Newest, Outcome, check_source, folder_of, settled, with_text_checks
from crosp_cli.validation.project_checker import TreeOf, across
from crosp_cli.validation.settings import decided, unknown_codes

Progress = Callable[[], None]
"""Called once for each file that is done."""

MANY = 100
"""From this many files on, several processes are worth their start."""


_NAME = attrgetter("shown")


class LostProcessError(Exception):
    """One of the processes that check files was killed from outside."""

    def __init__(self, path: str) -> None:
        super().__init__(path)
        self.path = path
        """The file that it had in hand, as findings call it."""


@dataclass(frozen=True, slots=True)
class ValidationResult:
    """What `crosp validate` found, sorted by path, line, column and code."""

    findings: list[Finding]
    files: int
    fail_on: Severity
    """The severity at which it fails: the strictest that any of the projects asks for."""
    broken: bool
    """Whether a named file, a crosp.yaml or a framework could not be read or used."""
    paths: Sequence[str] = ()
    """The files that were read, as findings name them."""

    def count(self, severity: Severity) -> int:
        """How many findings have that severity."""
        return sum(1 for finding in self.findings if finding.severity is severity)

    @property
    def fails(self) -> bool:
        """Whether any finding is at or above `fail_on`."""
        return any(finding.severity >= self.fail_on for finding in self.findings)


@dataclass(slots=True)
class _Folder:
    """What is kept of one project while its files go by: no more than its checks need."""

    digests: list[AssessmentDigest] = field(default_factory=list)
    kept: dict[str, list[tuple[str, Any]]] = field(default_factory=dict)
    """What checks, by their codes, keep of documents that were met in looking through the whole project."""
    newest: dict[tuple[str | None, str], AssessmentDigest] = field(default_factory=dict)
    if_newest: dict[str, Sequence[Finding]] = field(default_factory=dict)
    _words: dict[str, str] = field(default_factory=dict)
    _days: dict[date, date] = field(default_factory=dict)

    def in_order(self) -> None:
        """Put in the order of names what was added from the last to the first."""
        self.digests.reverse()
        for kept in self.kept.values():
            kept.reverse()

    def add(self, one: AssessmentDigest, path: str, if_newest: Sequence[Finding]) -> None:
        """Keep `one`, of the file that is known as that very `path`; what many digests say, they have in common."""
        word, day = self._words.setdefault, self._days.setdefault
        unit = one.unit and word(one.unit, one.unit)
        level, occasion, made = word(one.level, one.level), word(one.occasion, one.occasion), day(one.day, one.day)
        digest = AssessmentDigest(path, unit, level, occasion, made, one.unfinished)
        self.digests.append(digest)
        latest = self.newest.get((unit, level))
        if latest is None or (latest.day, latest.path) <= (made, path):
            self.newest[unit, level] = digest
            self.if_newest[path] = if_newest
            if latest is not None:
                del self.if_newest[latest.path]


def validate(
    sources: Iterable[Source],
    workspace: Workspace,
    today: date,
    jobs: int = 1,
    progress: Progress | None = None,
) -> ValidationResult:
    """Read and check every file in `sources`, each in its project. Never writes anything.

    With more than one of `jobs`, files are read in that many processes; the result is the same.

    Raises:
        LostProcessError: one of these processes was killed from outside.
    """
    asked: list[Source] = []
    searched: set[Path | None] = set()
    named: set[Path | None] = set()
    for source in sources:
        context = workspace.context_of(source.file)
        if not source.named:
            searched.add(context.file)
        if context.is_file_of(source.path):
            named.add(context.file)
        else:
            asked.append(source)
    asked.sort(key=_NAME)
    met: set[Path | None] = set()
    findings: list[Finding] = []
    folders: dict[Path | None, _Folder] = {context.file: _Folder() for context in workspace.contexts()}
    paths: list[str] = []
    last_first = asked[::-1]  # occasions are called by their years, so that most that go by are older ones
    with _outcomes(last_first, workspace, today, jobs) as outcomes:
        for source, outcome in zip(last_first, outcomes, strict=True):
            if progress:
                progress()
            if outcome is None:
                continue
            context = workspace.context_of(source.file)
            paths.append(source.shown)
            met.add(context.file)
            findings += outcome.findings
            if outcome.digest is not None:
                folders[context.file].add(outcome.digest, source.shown, outcome.if_newest)
            if outcome.kept and _is_whole(source, context):
                for code, kept in outcome.kept:
                    folders[context.file].kept.setdefault(code, []).append((source.shown, kept))
    paths.reverse()
    contexts, read = list(workspace.contexts()), frozenset(paths)
    for context in contexts:
        if context.file is not None:
            paths.append(shown(context.file))
        folder = folders[context.file]
        folder.in_order()
        project = ProjectScope(context, folder.digests, today, context.file in searched | named)
        findings += check_project(context, across(project, folder.kept, folder.if_newest, _tree_of(asked)), read)
        if context.project and not context.is_broken and context.file in searched - met:
            findings += decided(no_assessment(context), context.project.checks, folder_of(context))
    fail_on = min((_fail_on(context) for context in contexts), default=Severity.ERROR)
    unread = {finding.location.path for finding in findings if finding.code in CANNOT_BE_CARRIED_OUT}
    broken = any(context.is_broken for context in contexts) or any(s.named and s.shown in unread for s in asked)
    return ValidationResult(sorted(findings, key=lambda finding: finding.order), len(paths), fail_on, broken, paths)


def check_project(context: Context, across: Iterable[Finding], read: Container[str]) -> Iterator[Finding]:
    """Yield the findings on crosp.yaml and the framework, and those of `across`, as the project wants to hear of them.

    Of the framework's files, those that are `read` as files of their own have had findings on their texts.
    """
    findings = [*context.findings, *across]
    if context.project is not None and context.tree is not None:
        findings += unknown_codes(context.project.checks, context.tree, KNOWN_CODES)
    if context.file is None:
        yield from findings
        return
    path = shown(context.file)
    of_file, others = _parted(findings, path)
    text = context.tree.text if context.tree else text_at(context.file, context.file.parent)
    yield from settled(of_file, text, path, context)
    for file, content in _texts_of_own_framework(context):
        found = with_text_checks(others, content, file)
        others = found[: len(others)] if file in read else found
    yield from decided(others, context.project.checks, folder_of(context)) if context.project else others


def _parted(findings: Iterable[Finding], path: str) -> tuple[list[Finding], list[Finding]]:
    of_file: list[Finding] = []
    others: list[Finding] = []
    for finding in findings:
        (of_file if finding.location.path == path else others).append(finding)
    return of_file, others


def _texts_of_own_framework(context: Context) -> Iterator[tuple[str, str]]:
    used = context.framework_folder
    return texts_of_framework(used.folder) if used and used.folder != built_in_folder() else iter(())


def _tree_of(asked: Sequence[Source]) -> TreeOf:
    """Return what reads a file once more by the name that findings have for it; `asked` is in the order of names."""

    def tree_of(name: str) -> Tree | None:
        source = asked[bisect_left(asked, name, key=_NAME)]
        return read_tree(source.path, source.shown, within=source.within)[0]

    return tree_of


def _is_whole(source: Source, context: Context) -> bool:
    """Whether the whole of the file's project was asked for: of a part of it, nobody can say what is missing."""
    if source.named or context.file is None:
        return False
    return Path(lies_at(context.file.parent)).is_relative_to(lies_at(source.within))


def _outcomes(
    asked: Sequence[Source], workspace: Workspace, today: date, jobs: int
) -> AbstractContextManager[Iterable[Outcome | None]]:
    if jobs > 1 and len(asked) >= MANY:
        from crosp_cli.validation.parallel import outcomes  # most runs have no use for it

        return outcomes(asked, workspace, today, jobs)
    newest = Newest()
    return nullcontext(check_source(source, workspace.context_of(source.file), today, newest) for source in asked)


def _fail_on(context: Context) -> Severity:
    return Severity[context.project.checks.fail_on.upper()] if context.project else Severity.ERROR
