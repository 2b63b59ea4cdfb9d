"""What is found across a project's files once all have gone by; the few that are concerned are read once more."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from typing import TypeAlias

from crosp_cli.checks.check import MemoCard
from crosp_cli.checks.digest import Card, newest
from crosp_cli.checks.registry import FOLDER_CHECKS, MEMOS_CHECKS, NEWEST_CHECKS
from crosp_cli.findings import Finding, Location
from crosp_cli.model.assessment import Assessment
from crosp_cli.reading.documents.document import document
from crosp_cli.reading.yaml.tree import Tree

TreeOf: TypeAlias = Callable[[str], Tree | None]
"""Gives the tree of the file that a card calls so, or None if it can no longer be read."""


def across(cards: Sequence[Card], tree_of: TreeOf, today: date) -> Iterator[Finding]:
    """Yield what is found across a project's assessments, one file or two of them in memory at a time."""
    for check in FOLDER_CHECKS:
        for card, steps, values in check.find(cards):
            tree = tree_of(card.path)
            yield Finding(check.rule, tree.value_at(steps) if tree else Location(card.path), values)
    for card, before in newest(cards):
        stands_still = before if before and card.may_stand_still_since(before) else None
        if stands_still or card.may_be_late(today):
            yield from _of_newest(card, stands_still, tree_of, today)


def across_memos(memos: Sequence[MemoCard], cards: Sequence[Card]) -> Iterator[Finding]:
    """Yield what is found in holding a project's decision memos against its assessments."""
    for check in MEMOS_CHECKS:
        for location, values in check.find(memos, cards):
            yield Finding(check.rule, location, values)


def _of_newest(card: Card, before: Card | None, tree_of: TreeOf, today: date) -> Iterator[Finding]:
    tree = tree_of(card.path)
    assessment = _assessment(tree)
    if tree is None or assessment is None:
        return  # somebody has changed it since it was checked, and the next run tells
    earlier = _assessment(tree_of(before.path)) if before else None
    for check in NEWEST_CHECKS:
        for steps, values, _key in check.find(assessment, earlier, today):
            yield Finding(check.rule, tree.value_at(steps), values)


def _assessment(tree: Tree | None) -> Assessment | None:
    return document(Assessment, tree, []).model if tree else None
