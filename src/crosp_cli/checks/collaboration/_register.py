"""What is kept of a project's files to follow measures to the register of collaborations: as little as will do."""

from collections.abc import Iterator, Sequence
from datetime import date
from operator import itemgetter
from typing import Any, NamedTuple

from crosp_cli.checks.check import each_measure
from crosp_cli.model.assessment import Assessment
from crosp_cli.model.collaborations import Collaborations
from crosp_cli.reading.yaml.tree import Steps


class Pointer(NamedTuple):
    """A place where a measure points at the register."""

    steps: Steps
    entry: str
    is_finished: bool


class Entry(NamedTuple):
    """What stands in the register under a short name: whether it is said to have ended, and its last day."""

    id: str
    has_ended: bool
    end: date | None


def pointers_and_entries(document: Assessment | Collaborations) -> Sequence[Pointer | Entry]:
    """Return the pointers of an assessment, or the entries of a register."""
    if isinstance(document, Collaborations):
        return [Entry(one.id, one.status == "ended", one.end) for one in document.collaborations]
    return [
        Pointer((*steps, "collaboration", "entry"), measure.collaboration.entry, measure.is_finished)
        for steps, measure in each_measure(document)
        if measure.collaboration and measure.collaboration.entry
    ]


def followed(kept: Sequence[tuple[str, Any]]) -> Iterator[tuple[str, Pointer, Entry | None]]:
    """Yield each pointer with its file, and the entry that it leads to; None where it leads nowhere.

    Where two files have a short name, the first file's counts, as in reading.
    """
    known: dict[str, Entry] = {}
    for _path, parts in sorted(kept, key=itemgetter(0)):
        ours = {part.id: part for part in parts if isinstance(part, Entry)}
        known |= {name: entry for name, entry in ours.items() if name not in known}
    for path, parts in kept:
        for part in parts:
            if isinstance(part, Pointer):
                yield path, part, known.get(part.entry)


_REGISTER = """\
format: crosp-collaborations/1
date: 2026-10-01
collaborations:
  - {id: tidiga-tecken, title: Tidiga tecken, status: ongoing, start: 2026-01-12}
"""

POINTING = (
    _REGISTER
    + """\
---
format: crosp-assessment/1
framework: spsm-crosp@2024
unit: ekskolan
level: school
occasion: 2026-ht
date: 2026-10-15
cells:
  follow-up:
    quality:
      measures:
        - id: fritids-i-teamet
          what: En plats för fritidshemmet i elevhälsoteamets möten
          collaboration: {entry: tidiga-tecken}
"""
)
"""A register, and a measure that points at it."""
