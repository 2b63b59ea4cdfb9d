"""Everything there is to say of one file: reading, shape, checks, what its project and its own lines excuse."""

from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from crosp_cli.checks.check import MemoCard, MemoSubject, Subject
from crosp_cli.checks.digest import Card, card_of
from crosp_cli.checks.personal_data.text_checks import in_text, personal_data
from crosp_cli.checks.project import cr701_unknown_unit as unknown_unit
from crosp_cli.checks.registry import ALL_CHECKS, KNOWN_CODES, MEMO_CHECKS
from crosp_cli.findings import Finding, Location, Quoted
from crosp_cli.model.assessment import Assessment
from crosp_cli.model.memo import FORMAT as MEMO
from crosp_cli.model.memo import Memo
from crosp_cli.reading.discovery import Source, shown
from crosp_cli.reading.documents.document import Document
from crosp_cli.reading.documents.memo import memo_of
from crosp_cli.reading.workspace import Context, read_assessment
from crosp_cli.reading.yaml.tree import Tree
from crosp_cli.validation.settings import decided
from crosp_cli.validation.suppressions import excused


class Outcome(NamedTuple):
    """What one file gave: its findings, and what the project's other files need to know of it."""

    findings: list[Finding]
    card: Card | None
    memo: MemoCard | None = None


def check_source(source: Source, context: Context) -> Outcome | None:
    """Return the outcome for the file, or None if it is none of crosp's."""
    read = read_assessment(source, context)
    if read is None:
        return None
    findings = list(read.findings)
    card = memo = None
    if read.model is not None and read.tree is not None:
        findings += check_document(read, context)
        card = card_of(read.model, source.shown)
    elif read.tree is not None and read.format == MEMO:
        # Once more into its model: reading hands on findings alone, and a project has few memos.
        found = memo_of(read.tree, [], context.framework).model
        if found is not None:
            findings += check_memo(found, read.tree, context)
            memo = memo_card_of(found, read.tree)
    text = read.tree.text if read.tree else read.text or ""
    return Outcome(settled(findings, text, source.shown, context), card, memo)


def settled(findings: list[Finding], text: str, path: str, context: Context) -> list[Finding]:
    """Return a file's findings with those on its text, as its own lines and its project want them."""
    everything = with_text_checks(findings, text, path)
    if everything and context.project is not None and context.file is not None:
        everything = list(decided(everything, context.project.checks, folder_of(context)))
    return excused(everything, text, path, KNOWN_CODES)


def folder_of(context: Context) -> str:
    """Where the project's crosp.yaml lies, as findings show it; "" for the current folder."""
    folder = shown(context.file.parent) if context.file else ""
    return "" if folder == "." else folder


def check_document(read: Document[Assessment], context: Context) -> Iterator[Finding]:
    """Yield what the checks find in one assessment of the right shape."""
    if read.model is None or read.tree is None or context.framework is None:
        return
    subject = Subject(read.model, read.tree, context.framework, context.project)
    for check in ALL_CHECKS:
        for steps, values, key in check.find(subject):
            yield Finding(check.rule, read.tree.key_at(steps) if key else read.tree.value_at(steps), values)


def check_memo(memo: Memo, tree: Tree, context: Context) -> Iterator[Finding]:
    """Yield what the checks find in one decision memo of the right shape."""
    subject = MemoSubject(memo, context.project)
    checks = [(check.rule, check.find) for check in MEMO_CHECKS]
    for rule, find in (*checks, (unknown_unit.CHECK.rule, unknown_unit.find_in_memo)):
        for steps, values, key in find(subject):
            yield Finding(rule, tree.key_at(steps) if key else tree.value_at(steps), values)


def with_text_checks(findings: list[Finding], text: str, path: str) -> list[Finding]:
    """Return `findings` and those on the text as a whole; what stands beside personal data shows nothing of it."""
    found = [Finding(check.rule, Location(path, line, column), private=True) for check, line, column in in_text(text)]
    if not found:
        return findings
    # The line after it as well: a number may go on there.
    lines = {finding.location.line + more for finding in found for more in (0, 1)}
    return [*(replace(f, private=True) if f.location.line in lines or _tells(f) else f for f in findings), *found]


def _tells(finding: Finding) -> bool:
    """Whether a value in the finding's message is personal data."""
    quoted = [value for value in finding.values.values() if isinstance(value, Quoted)]
    return any(personal_data(value) for value in quoted)


def memo_card_of(memo: Memo, tree: Tree) -> MemoCard:
    """Return what is to be known of a decision memo when its project is looked at as a whole."""
    places = [tree.value_at(("assessments", number, "occasion")) for number in range(len(memo.assessments))]
    return MemoCard(tree.path, tuple(zip(memo.assessments, places, strict=True)))
