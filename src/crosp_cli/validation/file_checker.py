"""Everything there is to say of one file: reading, shape, checks, what its project and its own lines suppress."""

import os
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from crosp_cli.checks.check import LOST, NewestScope
from crosp_cli.checks.digest import AssessmentDigest, digest_of
from crosp_cli.checks.personal_data.text_checks import in_name, in_text
from crosp_cli.checks.project.cr706_schema_line import schema_line
from crosp_cli.checks.registry import KNOWN_CODES, NEWEST_CHECKS, PROJECT_CHECKS, document_checks
from crosp_cli.findings import Finding, Location
from crosp_cli.model.assessment import Assessment
from crosp_cli.model.fields import Record
from crosp_cli.reading.discovery import Source, shown
from crosp_cli.reading.documents.document import format_said
from crosp_cli.reading.documents.kinds import called
from crosp_cli.reading.workspace import Context, framework_asked_about, read_document, texts_of_framework
from crosp_cli.reading.yaml.tree import Tree
from crosp_cli.validation.settings import decided
from crosp_cli.validation.suppressions import without_suppressed


class Outcome(NamedTuple):
    """What one file gave: its findings, and what the project's other files need to know of it."""

    findings: list[Finding]
    digest: AssessmentDigest | None
    kept: tuple[tuple[str, Any], ...] = ()
    """What checks of a project keep of it, by their codes."""
    if_newest: tuple[Finding, ...] = ()
    """What holds if it is the newest assessment of its unit and level; empty where a newer one has gone by."""


class Newest:
    """Which was the latest assessment of each unit and level of a project, of those that have gone by."""

    def __init__(self) -> None:
        self._latest: dict[tuple[Path | None, str | None, str], tuple[date, str]] = {}

    def may_be(self, one: AssessmentDigest, project: Path | None) -> bool:
        """Whether none that has gone by is later than `one`, which goes by now."""
        series, place = (project, one.unit, one.level), (one.day, one.path)
        latest = self._latest[series] = max(place, self._latest.get(series, place))
        return latest == place


def check_source(source: Source, context: Context, today: date, newest: Newest) -> Outcome | None:
    """Return the outcome for the file on a given day, or None if it is none of crosp's."""
    read = read_document(source, context)
    if read is None:
        return None
    findings = list(read.findings)
    digest: AssessmentDigest | None = None
    kept: tuple[tuple[str, Any], ...] = ()
    if_newest: tuple[Finding, ...] = ()
    if read.model is not None and read.tree is not None:
        findings += check_document(read.model, read.tree, context, today)
        kept = tuple(_kept(read.model))
        if isinstance(read.model, Assessment):
            digest = digest_of(read.model, source.shown)
            if newest.may_be(digest, context.file):
                if_newest = tuple(check_newest(NewestScope(read.model, None, today), read.tree))
    text = read.tree.text if read.tree else read.text or ""
    if read.model is None:
        kept = tuple(_lost(read.format or format_said(text)))
    findings += _on_name(source)
    if context.file is not None:
        findings += schema_line(text, source.file, source.shown, context.file.parent)
    found = [*settled(findings, text, source.shown, context), *_beside(source, context)]
    return Outcome(found, digest, kept, if_newest)


def _on_name(source: Source) -> Iterator[Finding]:
    """What there is to say of the file's name, and of the folders below the one that was searched."""
    name = os.path.relpath(source.file, source.within)
    yield from (Finding(rule, Location(source.shown), private=True) for rule in in_name(name))


def _beside(source: Source, context: Context) -> Iterator[Finding]:
    """What the texts of the other files hold where a framework is asked about by one of them."""
    folder = framework_asked_about(source, context)
    for path, text in texts_of_framework(folder) if folder else ():
        if path != source.shown:
            yield from with_text_checks([], text, path)


def settled(findings: list[Finding], text: str, path: str, context: Context) -> list[Finding]:
    """Return a file's findings with those on its text, as its own lines and its project want them."""
    everything = with_text_checks(findings, text, path)
    if everything and context.project is not None and context.file is not None:
        everything = list(decided(everything, context.project.checks, folder_of(context)))
    return without_suppressed(everything, text, path, KNOWN_CODES)


def folder_of(context: Context) -> str:
    """Where the project's crosp.yaml lies, as findings show it; "" for the current folder."""
    folder = shown(context.file.parent) if context.file else ""
    return "" if folder == "." else folder


def check_document(model: Record, tree: Tree, context: Context, today: date) -> Iterator[Finding]:
    """Yield what the checks of its kind find, on a given day, in one document of the right shape."""
    for scope, checks in document_checks(type(model)).items():
        if scope.needs_framework and context.framework is None:
            continue
        subject = scope(model, tree, context.framework, context.project, today)
        for check in checks:
            for steps, values, key, _path in check.find(subject):
                yield Finding(check.rule, tree.key_at(steps) if key else tree.value_at(steps), values)


def check_newest(scope: NewestScope, tree: Tree) -> Iterator[Finding]:
    """Yield what is found in the newest assessment of a unit and level, which stands in `tree`."""
    for check in NEWEST_CHECKS:
        for hit in check.find(scope):
            yield Finding(check.rule, tree.value_at(hit.steps), hit.values)


def _kept(model: Record) -> Iterator[tuple[str, Any]]:
    for check in PROJECT_CHECKS:
        if check.keep and isinstance(model, check.keep.of) and (what := check.keep.what(model)):
            yield check.rule.code, what


def _lost(format_: str | None) -> Iterator[tuple[str, Any]]:
    kind = called(format_)
    for check in PROJECT_CHECKS:
        if kind and check.keep and check.keep.whole is kind.model:
            yield check.rule.code, LOST


def with_text_checks(findings: list[Finding], text: str, path: str) -> list[Finding]:
    """Return `findings` and those on the text as a whole; what stands beside personal data shows nothing of it."""
    found = [Finding(check.rule, Location(path, line, column), private=True) for check, line, column in in_text(text)]
    if not found:
        return findings
    # The line after it as well: a number may go on there.
    lines = {(path, finding.location.line + more) for finding in found for more in (0, 1)}
    return [*(f._replace(private=True) if (f.location.path, f.location.line) in lines else f for f in findings), *found]
