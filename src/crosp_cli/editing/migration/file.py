"""One file brought over to a newer version of its framework: its new bytes, or why it has to stay as it is."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from enum import Enum
from typing import Any

from crosp_cli.editing.line_ends import bytes_like
from crosp_cli.editing.migration.content import migrated
from crosp_cli.editing.migration.record import Outcome
from crosp_cli.editing.migration.text import NewText, migrated_text, written_anew
from crosp_cli.editing.source_layout import Layout
from crosp_cli.editing.wording import words
from crosp_cli.editing.yaml_writer import scalar_like
from crosp_cli.findings import Finding, Severity
from crosp_cli.limits import FILE_BYTES
from crosp_cli.model.assessment import Assessment
from crosp_cli.model.framework import Framework
from crosp_cli.model.migrations import Migration, Migrations
from crosp_cli.model.project import Project
from crosp_cli.reading.documents import assessment as assessments
from crosp_cli.reading.documents import project as projects
from crosp_cli.reading.documents.document import Document
from crosp_cli.reading.rules import of_shape
from crosp_cli.reading.yaml.binding import into
from crosp_cli.reading.yaml.tree import Tree, TreeError, parse
from crosp_cli.text.languages import Text


@dataclass(frozen=True, slots=True)
class Rewritten:
    """What becomes of a file."""

    content: bytes | None
    """The file's new bytes; None where it has to stay as it is."""
    outcome: Outcome | None = None
    tree: Tree | None = None
    """The file as it was, to which the outcome's steps lead."""
    new: NewText | None = None
    """The new text, and what became of its layout."""
    findings: list[Finding] = field(default_factory=list)
    """What the newer framework has against the new text, where it has to stay."""


class Problem(Enum):
    """Why a file stays as it is."""

    UNREADABLE = "unreadable"
    """It does not pass reading and shape as it stands."""
    NO_WAY = "no-way"
    """The newer version says nothing of how to come from the one that the file follows."""
    LEVEL_LOST = "level-lost"
    """The level that it was made at is no longer there."""
    DOES_NOT_FIT = "does-not-fit"
    """Something in it that a migration does not change will not do in the newer version."""
    NOT_SAFE = "not-safe"
    """The new text could not be made to say exactly what it should."""
    CHANGED = "changed-meanwhile"
    """It is no longer what was read, or is a link; known only when it is to be written."""


@dataclass(frozen=True, slots=True)
class FileMigration:
    """One file, and what becomes of it."""

    path: str
    before: str
    """What it says after `framework:`; "" where nobody knows."""
    after: str
    rewritten: Rewritten | None = None
    problem: Problem | None = None
    finding: Finding | None = None
    """What stands in the way, where a finding says it."""
    note: Text | None = None
    """What the newer version has to say of what has changed since the older one."""

    @property
    def changes(self) -> bool:
        """Whether there is something to write."""
        return self.rewritten is not None and self.rewritten.content is not None


def plan_assessment(
    before: bytes, read: Document[Assessment], migrations: Migrations | None, framework: Framework, language: str
) -> FileMigration:
    """Return what becomes of an assessment in `framework`. One that follows it already stays as it is."""
    said = read.tree.data.get("framework") if read.tree else None
    name = said if isinstance(said, str) else ""
    plan = FileMigration(read.path, name, framework.name)
    errors = [f for f in read.findings if f.severity is Severity.ERROR and f.rule not in of_shape.NOT_THIS_FRAMEWORK]
    if name == framework.name:
        return plan
    if read.tree is None or errors:
        return replace(plan, problem=Problem.UNREADABLE, finding=min(errors, key=lambda finding: finding.order))
    migration = migrations.since(name) if migrations else None
    if migration is None:
        return replace(plan, problem=Problem.NO_WAY)
    made = migrate_assessment(before, read.tree.text, read.path, migration, framework, language)
    plan = replace(plan, note=migration.note)
    return replace(plan, rewritten=made, problem=_problem(made), finding=next(iter(made.findings), None))


def plan_project(
    before: bytes, project: Project, tree: Tree, older: str, name: str, migrations: Migrations | None, new: Framework
) -> FileMigration:
    """Return what becomes of crosp.yaml, which is to say `name` after `framework:`.

    `older` is the framework that it has used so far. Without a way from there it stays: nobody is moved to a version
    that knows nothing of theirs, such as an older one.
    """
    plan = FileMigration(tree.path, project.framework, name)
    if project.framework == name:
        return plan
    if older != new.name and (migrations is None or migrations.since(older) is None):
        return replace(plan, before=older, after=new.name, problem=Problem.NO_WAY)
    made = migrate_project(before, tree.text, tree.path, name, new)
    return replace(plan, rewritten=made, problem=_problem(made), finding=next(iter(made.findings), None))


def _problem(made: Rewritten) -> Problem | None:
    if made.content is not None:
        return None
    if made.outcome is not None and made.outcome.level_lost:
        return Problem.LEVEL_LOST
    return Problem.DOES_NOT_FIT if made.findings else Problem.NOT_SAFE


def migrate_assessment(
    before: bytes, text: str, path: str, migration: Migration, framework: Framework, language: str
) -> Rewritten:
    """Return what becomes of an assessment that passed reading and shape. `text` is what `before` says.

    The new text is read again before anybody may write it: it says what the outcome says, and fits the framework.
    """
    base = text if text.endswith("\n") else text + "\n"
    tree = parse(base, path)[0]
    outcome = migrated(tree.data, migration, framework)
    if outcome.level_lost:
        return Rewritten(None, outcome, tree)
    heading = words(language).kept_from
    makers: tuple[Callable[[str, Outcome, str], NewText], ...] = (migrated_text, written_anew)
    for make in makers:
        new = make(base, outcome, heading)
        read = _read(new.text, path)
        if read is None or _written(read.data) != _written(outcome.data) or len(new.text.encode()) > FILE_BYTES:
            continue
        model, findings = into(Assessment, read)
        if model is not None:
            findings += assessments.against(model, read, framework)
        errors = [finding for finding in findings if finding.severity is Severity.ERROR]
        content = None if errors else bytes_like(before, new.text)
        return Rewritten(content, outcome, tree, new, errors)
    return Rewritten(None, outcome, tree)


def migrate_project(before: bytes, text: str, path: str, name: str, framework: Framework) -> Rewritten:
    """Return crosp.yaml with `name` after `framework:`, where the rest of it fits `framework`."""
    layout = Layout(text)
    part = layout.parts["framework",]
    start, end = part.value.start_mark.index, part.value.end_mark.index
    new = text[:start] + scalar_like(layout.raw(part.value), name, in_flow=part.in_flow) + text[end:]
    tree = parse(text, path)[0]
    read = _read(new, path)
    if read is None or read.data != {**tree.data, "framework": name}:
        return Rewritten(None, None, tree)
    project, findings = into(Project, read)
    if project is not None:
        findings += projects.against(project, read, framework)
    errors = [finding for finding in findings if finding.severity is Severity.ERROR]
    return Rewritten(None if errors else bytes_like(before, new), None, tree, findings=errors)


def _read(text: str, path: str) -> Tree | None:
    try:
        tree, findings = parse(text, path)
    except TreeError:
        return None
    return None if any(finding.severity is Severity.ERROR for finding in findings) else tree


def _written(node: Any) -> Any:
    """What is written in a part of a document: without keys that wait for their values."""
    if isinstance(node, dict):
        return {key: value for key, part in node.items() if (value := _written(part))}
    return node
