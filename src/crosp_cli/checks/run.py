"""Running the checks: on one document, across a project, and over everything a command was given."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from crosp_cli.checks.base import Card, Hit, Subject
from crosp_cli.checks.catalogue import ALL_CHECKS, FOLDER_CHECKS
from crosp_cli.findings import Finding, Rule, Severity
from crosp_cli.model.assessment import Assessment
from crosp_cli.model.framework import Framework
from crosp_cli.model.project import Project
from crosp_cli.reading.discovery import Source
from crosp_cli.reading.documents import Document
from crosp_cli.reading.tree import Tree
from crosp_cli.reading.workspace import Context, Workspace, read_documents


@dataclass(frozen=True, slots=True)
class Report:
    """What `crosp validate` found, sorted by path, line, column and code."""

    findings: list[Finding]
    files: int
    fail_on: Severity
    """The severity at which it fails: the strictest that any of the projects asks for."""
    broken: bool
    """Whether a crosp.yaml or a framework could not be used."""

    def count(self, severity: Severity) -> int:
        """How many findings have that severity."""
        return sum(1 for finding in self.findings if finding.severity is severity)

    @property
    def fails(self) -> bool:
        """Whether any finding is at or above `fail_on`."""
        return any(finding.severity >= self.fail_on for finding in self.findings)


def validate(sources: Iterable[Source], workspace: Workspace, today: date) -> Report:
    """Read and check every file in `sources`, each in its project. Never writes anything."""
    findings: list[Finding] = []
    cards: dict[Path | None, list[Card]] = defaultdict(list)
    files = 0
    for read, context in read_documents(sources, workspace):
        files += 1
        findings += read.findings
        if read.model is None or read.tree is None or context.framework is None:
            continue
        findings += _allowed(check_document(read, context, today), context)
        cards[context.file].append(card_of(read.model, read.tree))
    for context in workspace.contexts():
        files += context.file is not None
        findings += context.findings
        findings += _allowed(check_folder(cards[context.file]), context)
    fail_on = min((_fail_on(context) for context in workspace.contexts()), default=Severity.ERROR)
    broken = any(context.is_broken for context in workspace.contexts())
    return Report(sorted(findings, key=lambda finding: finding.order), files, fail_on, broken)


def check_document(read: Document[Assessment], context: Context, today: date) -> Iterator[Finding]:
    """Yield what the checks find in one assessment of the right shape."""
    if read.model is None or read.tree is None or context.framework is None:
        return
    yield from _check(read.model, read.tree, context.framework, context.project, today)


def check_folder(cards: Sequence[Card]) -> Iterator[Finding]:
    """Yield what the checks find across the assessments of one project."""
    for check in FOLDER_CHECKS:
        for card, values in check.find(cards):
            yield Finding(check.rule, card.at, values)


def card_of(assessment: Assessment, tree: Tree) -> Card:
    """Return what the other files of the project need to know about `assessment`."""
    return Card(
        path=tree.path,
        unit=assessment.unit,
        level=assessment.level,
        occasion=assessment.occasion,
        day=assessment.date,
        at=tree.value_at(("date",)),
    )


def _check(
    assessment: Assessment, tree: Tree, framework: Framework, project: Project | None, today: date
) -> Iterator[Finding]:
    subject = Subject(assessment, tree, framework, project, today)
    for check in ALL_CHECKS:
        for hit in check.find(subject):
            yield _finding(check.rule, hit, tree)


def _finding(rule: Rule, hit: Hit, tree: Tree) -> Finding:
    return Finding(rule, tree.key_at(hit.steps) if hit.key else tree.value_at(hit.steps), hit.values)


def _allowed(findings: Iterable[Finding], context: Context) -> Iterator[Finding]:
    ignored = context.project.checks.ignore if context.project else ()
    return (finding for finding in findings if finding.code not in ignored)


def _fail_on(context: Context) -> Severity:
    return Severity[context.project.checks.fail_on.upper()] if context.project else Severity.ERROR
