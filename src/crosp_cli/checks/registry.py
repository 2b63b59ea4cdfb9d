"""Every check, found by its module's name: a new check is a module such as measures/cr402_without_due_date.py."""

from functools import cache
from typing import Any

from crosp_cli.checks.check import AnyCheck, DocumentScope, NewestScope, ProjectScope
from crosp_cli.checks.discovery import modules
from crosp_cli.findings import Rule
from crosp_cli.model.fields import Record

_MODULES = modules()

EVERY_CHECK: tuple[AnyCheck, ...] = tuple(module.CHECK for module in _MODULES.values() if hasattr(module, "CHECK"))
"""All of them, in the order of their codes."""

OTHER_RULES: tuple[Rule, ...] = tuple(module.RULE for module in _MODULES.values() if hasattr(module, "RULE"))
"""The rules beside them that are no checks of their own."""

KNOWN_CODES = frozenset(_MODULES)
"""The codes that a project may leave out, and a line suppress."""


def _in(scope: type) -> tuple[AnyCheck, ...]:
    return tuple(check for check in EVERY_CHECK if issubclass(check.scope, scope))


NEWEST_CHECKS = _in(NewestScope)
"""Checks of the newest assessment of each unit and level."""

PROJECT_CHECKS = _in(ProjectScope)
"""Checks of a project as a whole."""

_OF_DOCUMENTS = _in(DocumentScope)


@cache
def document_checks(model: type[Record]) -> dict[type[DocumentScope[Any]], list[AnyCheck]]:
    """Return the checks of one document of a kind, by their scopes."""
    found: dict[type[DocumentScope[Any]], list[AnyCheck]] = {}
    for check in _OF_DOCUMENTS:
        if issubclass(model, check.scope.of):
            found.setdefault(check.scope, []).append(check)
    return found
