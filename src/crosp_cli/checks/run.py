"""Running the checks: on one document, across a project, and over everything a command was given."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from crosp_cli.checks.base import Card, Open, Subject
from crosp_cli.checks.catalogue import ALL_CHECKS, FOLDER_CHECKS
from crosp_cli.findings import Finding, Severity
from crosp_cli.model.assessment import Assessment
from crosp_cli.reading.discovery import Source
from crosp_cli.reading.documents import Document
from crosp_cli.reading.rules import CANNOT_BE_CARRIED_OUT
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
    """Whether a named file, a crosp.yaml or a framework could not be read or used."""

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
    asked = list(sources)
    for read, context in read_documents(asked, workspace):
        files += 1
        findings += read.findings
        if read.model is None or read.tree is None or context.framework is None:
            continue
        findings += _allowed(check_document(read, context), context)
        cards[context.file].append(card_of(read.model, read.tree))
    for context in workspace.contexts():
        files += context.file is not None
        findings += context.findings
        findings += _allowed(check_folder(cards[context.file], today), context)
    fail_on = min((_fail_on(context) for context in workspace.contexts()), default=Severity.ERROR)
    named = {source.shown for source in asked if source.named}
    unread = any(f.code in CANNOT_BE_CARRIED_OUT and f.location.path in named for f in findings)
    broken = unread or any(context.is_broken for context in workspace.contexts())
    return Report(sorted(findings, key=lambda finding: finding.order), files, fail_on, broken)


def check_document(read: Document[Assessment], context: Context) -> Iterator[Finding]:
    """Yield what the checks find in one assessment of the right shape."""
    if read.model is None or read.tree is None or context.framework is None:
        return
    subject = Subject(read.model, read.tree, context.framework, context.project)
    for check in ALL_CHECKS:
        for steps, values, key in check.find(subject):
            yield Finding(check.rule, read.tree.key_at(steps) if key else read.tree.value_at(steps), values)


def check_folder(cards: Sequence[Card], today: date) -> Iterator[Finding]:
    """Yield what the checks find across the assessments of one project."""
    for check in FOLDER_CHECKS:
        for location, values in check.find(cards, today):
            yield Finding(check.rule, location, values)


def card_of(assessment: Assessment, tree: Tree) -> Card:
    """Return what the other files of the project need to know about `assessment`."""
    return Card(
        path=tree.path,
        unit=assessment.unit,
        level=assessment.level,
        occasion=assessment.occasion,
        day=assessment.date,
        at=tree.value_at(("date",)),
        open_measures=tuple(_open_measures(assessment, tree)),
    )


def _open_measures(assessment: Assessment, tree: Tree) -> Iterator[Open]:
    for place, cell in assessment.each_cell():
        for number, measure in enumerate(cell.measures):
            if measure.due is not None and not measure.is_finished:
                at = tree.value_at(("cells", place.principle, place.area, "measures", number, "due"))
                yield Open(measure.due, measure.status, at)


def _allowed(findings: Iterable[Finding], context: Context) -> Iterator[Finding]:
    ignored = context.project.checks.ignore if context.project else ()
    return (finding for finding in findings if finding.code not in ignored)


def _fail_on(context: Context) -> Severity:
    return Severity[context.project.checks.fail_on.upper()] if context.project else Severity.ERROR
