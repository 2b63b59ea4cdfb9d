"""A document beside the assessments that names levels, such as a register: renamed in place, all else as it stood."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from crosp_cli.editing.line_ends import bytes_like
from crosp_cli.editing.migration.file import FileMigration, Problem, Rewritten
from crosp_cli.editing.migration.record import Outcome
from crosp_cli.editing.source_layout import Layout
from crosp_cli.editing.yaml_writer import scalar_like
from crosp_cli.findings import Severity
from crosp_cli.model.framework import Framework
from crosp_cli.model.migrations import Migrations
from crosp_cli.reading.documents.document import Document, document_of
from crosp_cli.reading.documents.kinds import DocumentKind
from crosp_cli.reading.yaml.tree import Steps, Tree, parse


def plan_levels(
    before: bytes, read: Document[Any], kind: DocumentKind, migrations: Migrations | None, framework: Framework
) -> FileMigration | None:
    """Return what becomes of a document of a kind that names levels; None where all of them are in `framework`.

    Such a document does not say which version it follows. A level that `framework` has is left as it is, and another
    one gets the newest name that the migrations, which fit `framework`, give it, whichever version they lead from.
    """
    if read.model is None or read.tree is None or migrations is None:
        return None
    old = [(steps, name) for steps, name in _named(read.tree, kind.levels) if framework.level(name) is None]
    ways = [(steps, name, migrations.of_level(name)) for steps, name in old]
    first = next((way for _steps, _name, way in ways if way), None)
    if first is None:
        return None
    plan = FileMigration(read.path, first.from_, framework.name)
    new = {steps: str(way.levels[name]) for steps, name, way in ways if way}
    outcome = Outcome()
    for steps, name, way in ways:
        if way:
            outcome.renamed["levels", name, new[steps]] += 1
    text = replaced(read.tree.text, new)
    tree, found = parse(text, read.path)
    made = document_of(kind, tree, found, framework)
    errors = [finding for finding in made.findings if finding.severity is Severity.ERROR]
    content = None if errors else bytes_like(before, text)
    problem = Problem.DOES_NOT_FIT if errors else None
    rewritten = Rewritten(content, outcome, read.tree, findings=errors)
    return replace(plan, rewritten=rewritten, problem=problem, finding=next(iter(errors), None))


def _named(tree: Tree, places: Sequence[tuple[str, str]]) -> Iterator[tuple[Steps, str]]:
    data: Any = tree.data
    for items, key in places:
        for number, item in enumerate(data.get(items) or []):
            if item.get(key):
                yield (items, number, key), item[key]


def replaced(text: str, new: Mapping[Steps, str]) -> str:
    """Return a file's text with the values at those steps replaced, and all else as it stands."""
    layout, found, here = Layout(text), list[str](), 0
    for steps in sorted(new, key=lambda steps: layout.parts[steps].value.start_mark.index):
        part = layout.parts[steps]
        start, end = part.value.start_mark.index, part.value.end_mark.index
        found += [text[here:start], scalar_like(layout.raw(part.value), new[steps], in_flow=part.in_flow)]
        here = end
    return "".join([*found, text[here:]])
