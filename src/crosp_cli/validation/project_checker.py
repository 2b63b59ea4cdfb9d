"""What is found across a project's files once all have gone by; the few that are concerned are read once more."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Any, TypeAlias

from crosp_cli.checks.check import LOST, NewestScope, ProjectScope
from crosp_cli.checks.digest import AssessmentDigest, newest
from crosp_cli.checks.registry import PROJECT_CHECKS
from crosp_cli.findings import Finding, Location
from crosp_cli.model.assessment import Assessment
from crosp_cli.reading.documents.document import document
from crosp_cli.reading.yaml.tree import Tree
from crosp_cli.validation.file_checker import check_newest

TreeOf: TypeAlias = Callable[[str], Tree | None]
"""Gives the tree of the file that a digest calls so, or None if it can no longer be read."""

Kept: TypeAlias = Mapping[str, Sequence[tuple[str, Any]]]
"""By the code of a check of a project: what it keeps of documents, each with its file."""

IfNewest: TypeAlias = Mapping[str, Sequence[Finding]]
"""By the file that a digest calls so: what holds if its assessment is the newest of its unit and level."""


def across(project: ProjectScope, kept: Kept, if_newest: IfNewest, tree_of: TreeOf) -> Iterator[Finding]:
    """Yield what is found across a project's files, one or two of them in memory at a time."""
    tree_of = lru_cache(maxsize=2)(tree_of)  # a file is read once, however much is found in it
    for check in PROJECT_CHECKS:
        known = kept.get(check.rule.code, ())
        if any(what is LOST for _path, what in known):
            continue
        for steps, values, key, path in check.find(replace(project, kept=known)):
            tree = project.context.tree if path is None else tree_of(path)
            if tree is not None:
                yield Finding(check.rule, tree.key_at(steps) if key else tree.value_at(steps), values)
            elif path is not None:
                yield Finding(check.rule, Location(path), values)
    for digest, before in newest(project.assessments):
        if before and digest.may_stand_still_since(before):
            yield from _of_both(digest, before, tree_of, project)
        else:
            yield from if_newest.get(digest.path, ())


def _of_both(
    digest: AssessmentDigest, before: AssessmentDigest, tree_of: TreeOf, project: ProjectScope
) -> Iterator[Finding]:
    tree = tree_of(digest.path)
    assessment = _assessment(tree)
    if tree is not None and assessment is not None:  # else it was changed since it was checked, and the next run tells
        yield from check_newest(NewestScope(assessment, _assessment(tree_of(before.path)), project.today), tree)


def _assessment(tree: Tree | None) -> Assessment | None:
    return document(Assessment, tree, []).model if tree else None
