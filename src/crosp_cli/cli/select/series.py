"""The assessments that stand beside another in its project: what they show of groups decides with what it may."""

from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path

from crosp_cli.cli.select.assessments import Read
from crosp_cli.files import RefusedError, read_bytes
from crosp_cli.model.assessment import Assessment
from crosp_cli.reading.discovery import Source, sources
from crosp_cli.reading.workspace import Workspace, read_documents


class Series:
    """The assessments of one unit at one level, over all occasions, also where a command was given only one of them.

    Of those that the command was not given, such as do not pass reading and shape are left out: a mistake in an older
    file is no hinder to reading a new one.
    """

    def __init__(self, given: Iterable[Read]) -> None:
        self.given = tuple(given)
        self._read: dict[tuple[Path, str | None, str], tuple[Assessment, ...]] = {}

    def of(self, read: Read) -> Iterator[Assessment]:
        """Yield the other assessments of the unit and level; none need be read if no group has answered in this one."""
        if not any(cell.current_state.group_ratings for _place, cell in read.assessment.each_cell()):
            return
        beside = (one for one in self.given if _project(one) == _project(read))
        yield from _alike(read, chain((one.assessment for one in beside), self._elsewhere(read)))

    def _elsewhere(self, read: Read) -> tuple[Assessment, ...]:
        """Those in the project that the command was not given. Without a crosp.yaml nobody knows where to look."""
        if read.context.file is None:
            return ()
        home = read.context.file.parent
        key = (home, read.assessment.unit, read.assessment.level)
        if key not in self._read:
            met = {one.path for one in self.given}
            asked = [one for one in sources([home]) if one.shown not in met and _may_be_alike(one, read)]
            self._read[key] = tuple(
                document.model
                for document, context in read_documents(asked, Workspace())
                if document.model is not None and _folder(context.file) == _project(read)
            )
        return self._read[key]


def _alike(read: Read, assessments: Iterable[Assessment]) -> Iterator[Assessment]:
    for one in assessments:
        if (one.unit, one.level) == (read.assessment.unit, read.assessment.level):
            yield one


def _may_be_alike(source: Source, read: Read) -> bool:
    """Whether a file is worth reading as YAML: it names the same unit and level, and has ratings of groups."""
    words = [word.encode() for word in ("group_ratings", read.assessment.level, read.assessment.unit) if word]
    try:
        data = read_bytes(source.path, within=source.within)
    except RefusedError:
        return False
    return all(word in data for word in words)


def _project(read: Read) -> Path | None:
    return _folder(read.context.file)


def _folder(file: Path | None) -> Path | None:
    return file.resolve() if file else None
