"""Answers written into an assessment: the one place where what was filled in becomes YAML."""

from collections.abc import Iterable, Set
from dataclasses import dataclass, replace

from crosp_cli.editing.in_place import NotSafeError, edited
from crosp_cli.editing.line_ends import bytes_like
from crosp_cli.filling.answers import Answer
from crosp_cli.filling.changes import Changes, changes_by
from crosp_cli.findings import Finding, Severity
from crosp_cli.model.assessment import Assessment, Cell, CurrentState, Measure, Need
from crosp_cli.model.framework import Framework
from crosp_cli.reading.documents import assessment as assessments
from crosp_cli.reading.yaml.binding import into
from crosp_cli.reading.yaml.tree import Tree, parse

_MODELS = (Assessment, Cell, CurrentState, Need, Measure)


@dataclass(frozen=True, slots=True)
class Applied:
    """What becomes of an assessment when answers are brought into it."""

    changes: Changes
    content: bytes | None
    """The file's new bytes; None where it stays as it is."""
    findings: tuple[Finding, ...] = ()
    """What keeps the new text from being an assessment."""
    taken_out: bytes | None = None
    """Its new bytes where what was emptied is taken out too; None where nothing was, or where that cannot be done."""


def applied(
    before: bytes, tree: Tree, answers: Iterable[Answer], framework: Framework, in_form: Set[str] = frozenset()
) -> Applied:
    """Return what becomes of the assessment that was read into `tree` from `before`; `in_form` as in `with_free_names`.

    The new text is read again before anybody may write it, and fits the framework.

    Raises:
        NotSafeError: the text cannot be made to say what it should.
    """
    changes = changes_by(answers, tree.data, in_form)
    found = edited_by(changes, before, tree, framework)
    without = edited_by(replace(changes, edits=changes.taken_out), before, tree, framework)
    return replace(found, taken_out=without.content)


def edited_by(changes: Changes, before: bytes, tree: Tree, framework: Framework) -> Applied:
    """Return what becomes of the assessment when `changes` are made in it, as `applied` does.

    Raises:
        NotSafeError: the text cannot be made to say what it should.
    """
    if not changes.edits:
        return Applied(changes, None)
    new = parse(edited(tree.text, changes.edits, _order(framework)), tree.path)[0]
    model, findings = into(Assessment, new)
    if model is not None:
        findings += assessments.against(model, new, framework)
    errors = tuple(finding for finding in findings if finding.severity is Severity.ERROR)
    if errors:
        from crosp_cli.validation.file_checker import with_text_checks  # every check comes with it

        errors = tuple(with_text_checks([*errors], new.text, new.path)[: len(errors)])
    return Applied(changes, None if errors else bytes_like(before, new.text), errors)


def _order(framework: Framework) -> tuple[str, ...]:
    """The keys in the order that a new one is placed in."""
    of_models = (name for model in _MODELS for name in model.model_fields)
    return (*framework.ids("principles"), *framework.ids("areas"), *of_models)


__all__ = ["Applied", "NotSafeError", "applied", "edited_by"]
