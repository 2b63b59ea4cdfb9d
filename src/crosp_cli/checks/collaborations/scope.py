"""What a check of a register of collaborations is given, and checks that ask what measures are asked too."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TypeAlias

from crosp_cli.checks.check import AnyCheck, DocumentScope, Hit
from crosp_cli.checks.collaborations._example import GOOD
from crosp_cli.findings import Severity, Value
from crosp_cli.model.collaborations import Collaborations, RegisteredCollaboration
from crosp_cli.model.framework import Framework


@dataclass(frozen=True)
class CollaborationsScope(DocumentScope[Collaborations]):
    """One register of collaborations, and the project it belongs to."""

    of = Collaborations
    needs_framework = True

    framework: Framework


Find: TypeAlias = Callable[[CollaborationsScope], Iterator[Hit]]
Values: TypeAlias = Callable[[CollaborationsScope], Mapping[str, Value]]


def each_without(says: Callable[[RegisteredCollaboration], object], values: Values = lambda _subject: {}) -> Find:
    """Return what points at the title of each collaboration that does not say something."""

    def find(subject: CollaborationsScope) -> Iterator[Hit]:
        for number, one in enumerate(subject.model.collaborations):
            if not says(one):
                yield Hit(("collaborations", number, "title"), values(subject))

    return find


def of_register(check: AnyCheck, code: str, without: str, find: Find, severity: Severity | None = None) -> AnyCheck:
    """Return what a check asks of a measure's collaboration, asked of a register's for the same reason.

    Its bad example is the register of the good one `without` that text.
    """
    rule = replace(check.rule, code=code, severity=severity or check.rule.severity)
    return check._replace(rule=rule, scope=CollaborationsScope, bad=GOOD.replace(without, ""), good=GOOD, find=find)
