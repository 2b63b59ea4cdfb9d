"""The kinds of file that answers come back in, by what their names end in: a register.

What reads one takes its content, what messages call it, the framework and a language, and returns a `Filled`.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from importlib import import_module
from pathlib import Path

from crosp_cli.filling.answers import Answer
from crosp_cli.findings import Finding
from crosp_cli.model.framework import Framework

WAYS_IN: Mapping[str, str] = {
    ".yaml": "from_yaml:filled",
    ".yml": "from_yaml:filled",
    ".xlsx": "workbook.read:filled",
}

_KIN: Mapping[str, str] = {".xls": ".xlsx", ".xlsm": ".xlsx"}
"""Workbooks that are not read: what reads the others says why, and how to save them."""


@dataclass(frozen=True, slots=True)
class Filled:
    """A form that came back: which assessment it is for, its answers, and what is wrong with it."""

    heading: Mapping[str, str] = field(default_factory=dict)
    """What it says of `framework`, `unit`, `level`, `occasion` and `date`."""
    answers: tuple[Answer, ...] = ()
    measures: frozenset[str] = frozenset()
    """The short names of the measures that the assessment had when the form was made, as far as the form says."""
    findings: tuple[Finding, ...] = ()
    text: str = ""
    """Everything that was written in it."""
    lines: Sequence[str] = ()
    """What each line of that is called where it has no number; else empty."""
    problems: tuple[str, ...] = ()
    """What cannot be understood, each with where it stands and what to write instead, in the language."""
    comments: Mapping[int, str] = field(default_factory=dict)
    """The comments in it by their lines, crosp's own among them, where it is text."""
    notices: tuple[str, ...] = ()
    """What whoever brings it in should know, and does not stand in the way."""


def way_in(path: Path) -> Callable[[bytes, str, Framework, str], Filled] | None:
    """Return what reads a file of that name; None if nothing does."""
    ending = path.suffix.lower()
    reference = WAYS_IN.get(_KIN.get(ending, ending))
    if reference is None:
        return None
    module, _colon, name = reference.partition(":")
    found: Callable[[bytes, str, Framework, str], Filled] = getattr(import_module(f"crosp_cli.filling.{module}"), name)
    return found
