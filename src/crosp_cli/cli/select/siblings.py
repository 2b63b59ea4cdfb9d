"""The assessments that stand beside another: of the same unit at the same level in its project, on any occasion."""

import os
from collections.abc import Collection, Iterable, Iterator, Sequence
from pathlib import Path

from crosp_cli.files import RefusedError, read_bytes
from crosp_cli.reading.discovery import Source, sources
from crosp_cli.reading.loaded import Key, LoadedAssessment, read_loaded
from crosp_cli.reading.workspace import Workspace

_Series = tuple[Path | None, Key]
"""A project, by where its crosp.yaml lies, and a unit and level in it."""


class Siblings:
    """Finds the siblings of assessments, also of those that a command was given only some of.

    What a command was not given is read when it is first asked for, and only files that name a unit and level of what
    it was given. Such as cannot be read are passed over. Without a crosp.yaml nobody knows where to look.
    """

    def __init__(
        self, given: Iterable[LoadedAssessment], *, without: Iterable[Path] = (), naming: Sequence[str] = ()
    ) -> None:
        """Pass over the files `without`, and those that a command was not `given` and that lack a word of `naming`."""
        self._given: dict[_Series, list[LoadedAssessment]] = {}
        self._resolved: dict[Path, Path] = {}
        self._beside: dict[Path, dict[_Series, list[LoadedAssessment]]] = {}
        self._without = list(without)
        self._naming = naming
        self._workspace = Workspace()
        for one in given:
            self._given.setdefault(self._series(one), []).append(one)

    def of(self, one: LoadedAssessment) -> Iterator[LoadedAssessment]:
        """Yield the siblings of one of the assessments given."""
        series = self._series(one)
        yield from (other for other in self._given[series] if other is not one)
        if one.home is not None:
            yield from self._beside_in(one.home).get(series, ())

    def _series(self, one: LoadedAssessment) -> _Series:
        home = one.home
        if home is not None and home not in self._resolved:
            self._resolved[home] = home.resolve()
        return self._resolved[home] if home else None, one.key

    def _beside_in(self, file: Path) -> dict[_Series, list[LoadedAssessment]]:
        """What the command was not given of a project."""
        home = self._resolved[file]
        if home not in self._beside:
            found = self._beside[home] = {}
            for other in read_loaded(self._worth_reading(file.parent, home), self._workspace):
                found.setdefault(self._series(other), []).append(other)
        return self._beside[home]

    def _worth_reading(self, folder: Path, home: Path) -> Iterator[Source]:
        given = {os.path.realpath(one.path) for series in self._given.values() for one in series}
        given.update(map(os.path.realpath, self._without))
        keys = [
            [word.encode() for word in (*self._naming, level, unit) if word]
            for where, (unit, level) in self._given
            if where == home
        ]
        for source in sources([folder]):
            if os.path.realpath(source.file) not in given and _says(source, keys):
                yield source


def _says(source: Source, keys: Collection[Collection[bytes]]) -> bool:
    """Whether a file is worth reading as YAML: every word of one of `keys` stands in it."""
    try:
        data = read_bytes(source.path, within=source.within)
    except RefusedError:
        return False
    return any(all(word in data for word in words) for words in keys)
