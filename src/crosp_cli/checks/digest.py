"""What is kept of each assessment while the files of a project go by: as little as tells what to read once more."""

from array import array
from collections import deque
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import groupby
from operator import attrgetter
from typing import NamedTuple
from zlib import crc32

from crosp_cli.model.assessment import Assessment, Measure

_FOUR_BYTES = "I"


class AssessmentDigest(NamedTuple):
    """Which assessment stands in a file, and signs of what may be found in it beside the one before it.

    There is one for each file, so it is small and its size has nothing to do with the file's. A sign that is missing
    is certain: then there is nothing to find. A sign that is there says that both files are worth reading once more.
    """

    path: str
    unit: str | None
    level: str
    occasion: str
    day: date
    unfinished: bytes = b""
    """Four bytes for each unfinished measure: the same for two that have the same id and stand alike."""

    def may_stand_still_since(self, before: "AssessmentDigest") -> bool:
        """Whether a measure may stand in both just alike."""
        return not set(array(_FOUR_BYTES, self.unfinished)).isdisjoint(array(_FOUR_BYTES, before.unfinished))


def digest_of(assessment: Assessment, path: str) -> AssessmentDigest:
    """Return what is kept of the assessment in the file at `path`."""
    measures = (measure for _place, cell in assessment.each_cell() for measure in cell.measures)
    unfinished = array(_FOUR_BYTES, [_sign_of(measure) for measure in measures if not measure.is_finished]).tobytes()
    return AssessmentDigest(path, assessment.unit, assessment.level, assessment.occasion, assessment.date, unfinished)


def _sign_of(measure: Measure) -> int:
    """Return four bytes that are the same for measures with the same id that stand alike.

    Not `hash`, which differs between processes. Two that are the same by chance cost one more reading.
    """
    what, status, due, made = measure.standing
    start = due.toordinal() if due else 0  # a number to begin with, since a date takes long to put into text
    return crc32(f"{measure.id} {status} {made} {what}".encode(), start)


def in_time(digests: Iterable[AssessmentDigest]) -> list[AssessmentDigest]:
    """Return the digests by unit and level; those of one unit and level by day, and then by path."""
    ordered = sorted(digests, key=attrgetter("path"))
    for key in ("day", "level"):  # sorting by one after the other makes no new object for each digest
        ordered.sort(key=attrgetter(key))
    ordered.sort(key=lambda digest: digest.unit or "")
    return ordered


def newest(digests: Iterable[AssessmentDigest]) -> Iterator[tuple[AssessmentDigest, AssessmentDigest | None]]:
    """Yield the latest digest of each unit and level with the one before it, None where there is none."""
    for _series, found in groupby(in_time(digests), key=attrgetter("unit", "level")):
        *before, last = deque(found, maxlen=2)
        yield last, before[0] if before else None
