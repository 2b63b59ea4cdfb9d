"""A competence programme brought over to a newer version of its framework: the cells that reports name, in place.

Where a principle or an area has no counterpart, the file stays as it is and the finding says which, so that somebody
who knows what was reported chooses its cell: nothing is dropped, and nothing is put where nobody meant it.
"""

from dataclasses import replace
from typing import Any

from crosp_cli.editing.line_ends import bytes_like
from crosp_cli.editing.migration.file import FileMigration, Problem, Rewritten
from crosp_cli.editing.migration.levels import replaced
from crosp_cli.editing.migration.record import Outcome
from crosp_cli.findings import Severity
from crosp_cli.model.framework import Framework
from crosp_cli.model.migrations import Migration, Migrations, NameKind
from crosp_cli.model.programme import Programme
from crosp_cli.reading.documents.document import Document, document_of
from crosp_cli.reading.documents.kinds import KINDS
from crosp_cli.reading.rules import of_shape
from crosp_cli.reading.yaml.tree import Steps, parse

_AXES: tuple[tuple[str, NameKind], ...] = (("principle", "principles"), ("area", "areas"))


def plan_programme(
    before: bytes, read: Document[Any], migrations: Migrations | None, framework: Framework
) -> FileMigration | None:
    """Return what becomes of a programme in `framework`; None where it follows it already."""
    said = read.tree.data.get("framework") if read.tree else None
    name = said if isinstance(said, str) else ""
    if name == framework.name:
        return None
    plan = FileMigration(read.path, name, framework.name)
    errors = [f for f in read.findings if f.severity is Severity.ERROR and f.rule not in of_shape.NOT_THIS_FRAMEWORK]
    if read.model is None or read.tree is None or errors:
        first = min(errors, key=lambda finding: finding.order, default=None)
        return replace(plan, problem=Problem.UNREADABLE, finding=first)
    migration = migrations.since(name) if migrations else None
    if migration is None:
        return replace(plan, problem=Problem.NO_WAY)
    outcome = Outcome()
    text = replaced(read.tree.text, {("framework",): framework.name, **_renamed(read.model, migration, outcome)})
    tree, _found = parse(text, read.path)
    made = document_of(KINDS["programme"], tree, [], framework)
    wrong = [finding for finding in made.findings if finding.severity is Severity.ERROR]
    rewritten = Rewritten(None if wrong else bytes_like(before, text), outcome, read.tree, findings=wrong)
    problem = Problem.DOES_NOT_FIT if wrong else None
    return replace(plan, rewritten=rewritten, problem=problem, finding=next(iter(wrong), None))


def _renamed(programme: Programme, migration: Migration, outcome: Outcome) -> dict[Steps, str]:
    """The new names of the principles and areas that reports name, by where they stand."""
    new: dict[Steps, str] = {}
    for steps, reported in programme.reports():
        for key, kind in _AXES:
            old = getattr(reported, key)
            name = migration.names(kind).get(old) if old else None
            if name is not None and name != old:
                new[(*steps, key)] = name
                outcome.renamed[kind, old, name] += 1
    return new
