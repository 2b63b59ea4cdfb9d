"""Checking everything a command was given: each file in its project, then each project as a whole."""

from bisect import insort
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, field
from datetime import date
from itertools import chain
from pathlib import Path

from crosp_cli.checks.base import Card, FolderHit, MemoCard, by_day
from crosp_cli.checks.catalogue import FOLDER_CHECKS, KNOWN_CODES, MEMOS_CHECKS, PROJECT_CHECKS
from crosp_cli.checks.no_assessment import no_assessment
from crosp_cli.checks.one_file import Outcome, check_source, folder_of, settled
from crosp_cli.checks.policy import decided, unknown_codes
from crosp_cli.findings import Finding, Location, Rule, Severity
from crosp_cli.reading.discovery import Source, shown
from crosp_cli.reading.documents import read_tree
from crosp_cli.reading.rules import CANNOT_BE_CARRIED_OUT
from crosp_cli.reading.tree import Tree
from crosp_cli.reading.workspace import Context, Workspace

Progress = Callable[[], None]
"""Called once for each file that is done."""

MANY = 600
"""From this many files on, several processes are worth their start."""


@dataclass(frozen=True, slots=True)
class Report:
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


_LATEST = 2
"""How many assessments of a unit and level are compared: the latest and the one before."""


@dataclass(slots=True)
class _Folder:
    """What is known of one project while its files go by: no more than its checks need."""

    series: dict[tuple[str | None, str], list[Card]] = field(default_factory=dict)
    memos: list[MemoCard] = field(default_factory=list)
    """The decision memos that were met in looking through the whole project."""

    def add(self, card: Card) -> None:
        """Keep the card; of its measures only if it may be one of the two latest of its unit and level."""
        cards = self.series.setdefault((card.unit, card.level), [])
        insort(cards, card, key=by_day)
        cards[:-_LATEST] = [old.without_measures() for old in cards[:-_LATEST]]

    @property
    def cards(self) -> list[Card]:
        """Every card, in the order of their paths."""
        return sorted((card for cards in self.series.values() for card in cards), key=lambda card: card.path)


def validate(
    sources: Iterable[Source],
    workspace: Workspace,
    today: date,
    jobs: int = 1,
    progress: Progress | None = None,
) -> Report:
    """Read and check every file in `sources`, each in its project. Never writes anything.

    With more than one of `jobs`, files are read in that many processes; the result is the same.
    """
    everything = [(source, workspace.context_of(source.path)) for source in sources]
    asked = [(source, context) for source, context in everything if not context.is_file_of(source.path)]
    by_name = {source.shown: source for source, _context in asked}

    def tree_of(name: str) -> Tree | None:
        return read_tree(by_name[name].path, name, within=by_name[name].within)[0]

    searched = {context.file for source, context in everything if not source.named}
    met: set[Path | None] = set()
    findings: list[Finding] = []
    folders: dict[Path | None, _Folder] = {context.file: _Folder() for context in workspace.contexts()}
    paths: list[str] = []
    with _outcomes(asked, jobs) as outcomes:
        for (source, context), outcome in zip(asked, outcomes, strict=True):
            if progress:
                progress()
            if outcome is None:
                continue
            paths.append(source.shown)
            met.add(context.file)
            findings += outcome.findings
            if outcome.card is not None:
                folders[context.file].add(outcome.card)
            if outcome.memo is not None and _is_whole(source, context):
                folders[context.file].memos.append(outcome.memo)
    contexts = list(workspace.contexts())
    for context in contexts:
        if context.file is not None:
            paths.append(shown(context.file))
        folder = folders[context.file]
        beyond = chain(across(folder.cards, tree_of, today), _of_memos(folder))
        findings += check_project(context, beyond, today)
        if context.project and not context.is_broken and context.file in searched - met:
            findings += decided(no_assessment(context), context.project.checks, folder_of(context))
    fail_on = min((_fail_on(context) for context in contexts), default=Severity.ERROR)
    named = {source.shown for source, _context in asked if source.named}
    unread = any(f.code in CANNOT_BE_CARRIED_OUT and f.location.path in named for f in findings)
    broken = unread or any(context.is_broken for context in contexts)
    return Report(sorted(findings, key=lambda finding: finding.order), len(paths), fail_on, broken, paths)


def check_project(context: Context, across: Iterable[Finding], today: date) -> Iterator[Finding]:
    """Yield the findings on crosp.yaml and the framework, and those of `across` that the project wants to hear of."""
    own = list(context.findings)
    if context.project is None or context.tree is None:
        yield from own
        yield from across
        return
    own += unknown_codes(context.project.checks, context.tree, KNOWN_CODES)
    for check in PROJECT_CHECKS:
        own += [Finding(check.rule, location, values) for location, values in check.find(context, today)]
    yield from settled(own, context.tree.text, context.tree.path, context)
    yield from decided(across, context.project.checks, folder_of(context))


def across(cards: Sequence[Card], tree_of: Callable[[str], Tree | None], today: date) -> Iterator[Finding]:
    """Yield what is found across a project's files; those concerned are read once more, to see where it stands.

    `tree_of` gives the tree of the file that a card calls so, or None if it can no longer be read.
    """
    hits: dict[str, list[tuple[Rule, FolderHit]]] = {}
    for check in FOLDER_CHECKS:
        for hit in check.find(cards, today):
            hits.setdefault(hit.card.path, []).append((check.rule, hit))
    for path, found in hits.items():
        tree = tree_of(path)
        for rule, hit in found:
            yield Finding(rule, tree.value_at(hit.steps) if tree else Location(path), hit.values)


def _of_memos(folder: _Folder) -> Iterator[Finding]:
    for check in MEMOS_CHECKS:
        for location, values in check.find(folder.memos, folder.cards):
            yield Finding(check.rule, location, values)


def _is_whole(source: Source, context: Context) -> bool:
    """Whether the whole of the file's project was asked for: of a part of it, nobody can say what is missing."""
    if source.named or context.file is None:
        return False
    return context.file.parent.absolute().is_relative_to(source.within.absolute())


def _outcomes(asked: Sequence[tuple[Source, Context]], jobs: int) -> AbstractContextManager[Iterable[Outcome | None]]:
    if jobs > 1 and len(asked) >= MANY:
        from crosp_cli.checks.parallel import outcomes  # most runs have no use for it

        return outcomes([source for source, _context in asked], jobs)
    return nullcontext(check_source(source, context) for source, context in asked)


def _fail_on(context: Context) -> Severity:
    return Severity[context.project.checks.fail_on.upper()] if context.project else Severity.ERROR
