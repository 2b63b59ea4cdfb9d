"""The series that an assessment stands in: the others of its unit at its level in its project, on any occasion.

This is the only place that says so. What may be shown of groups depends on it, so a file that may be one of a series
and cannot be read is not passed over: it is told of as `Unread`.
"""

import os
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from datetime import date
from enum import Enum
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from crosp_cli.checks.personal_data.names import shown_name
from crosp_cli.cli.console import print_message
from crosp_cli.files import RefusedError, read_bytes, real_path
from crosp_cli.findings import Severity
from crosp_cli.model.assessment import FORMAT, Assessment
from crosp_cli.model.framework import Framework
from crosp_cli.reading.discovery import PROJECT_FILE, Source, sources
from crosp_cli.reading.documents.document import Document
from crosp_cli.reading.documents.kinds import kind_of
from crosp_cli.reading.loaded import Key, LoadedAssessment, Unread, loaded
from crosp_cli.reading.rules.of_reading import DUPLICATE_KEY
from crosp_cli.reading.series_words import Keys, is_spelled
from crosp_cli.reading.workspace import Workspace, may_concern_us, read_document
from crosp_cli.text.translation import translation

_Series = tuple[Path | None, Key]
"""A project, by where its crosp.yaml lies, and a unit and level in it."""


class _Any(Enum):
    ANY = "any"


_Said = tuple[str | _Any | None, str | _Any | None]
"""The unit and level that a file is of, or may be of: any of them, where it cannot be told."""


class _Beside(NamedTuple):
    """What a command was not given of a project: of a unit and level, and of several, these in the order of days."""

    of_one: dict[_Said, list[LoadedAssessment | Unread]]
    of_several: dict[_Said, list[Unread]]


class Siblings:
    """Finds the siblings of assessments, also of those that a command was given only some of.

    What a command was not given is read when it is first asked for, and only files in which the unit and the level of
    what it was given can stand. Without a crosp.yaml nobody knows where to look.
    """

    def __init__(self, given: Iterable[LoadedAssessment]) -> None:
        self._given: dict[_Series, list[LoadedAssessment]] = {}
        self._resolved: dict[Path, Path] = {}
        self._beside: dict[Path, _Beside] = {}
        self._told: set[str] = set()
        self._workspace = Workspace()
        self._frameworks: dict[Path | None, Framework | None] = {}
        for one in given:
            self._given.setdefault(self._series(one), []).append(one)
            self._frameworks.setdefault(self._series(one)[0], one.context.framework)

    def of(self, one: LoadedAssessment) -> list[LoadedAssessment]:
        """Return the siblings of one of the assessments given that have the shape of one, also where they do not
        hold."""
        return [other for other in self._every(one) if not isinstance(other, Unread)]

    def series(self, one: LoadedAssessment, language: str) -> Iterator[Assessment | Unread]:
        """Yield what decides with one of the assessments given what may be shown of groups.

        It is said on standard error, once, which file cannot be read and holds it back.
        """
        for other in self._every(one):
            if isinstance(other, Unread):
                self._tell(other, one, language)
                yield other
            else:
                yield other.assessment
        for unread in self._of_several(one):
            yield unread[0]  # the first of their days: it holds back what all of them do
            due = bisect_right(unread, one.assessment.date, key=_since)
            for other in unread[:due]:
                self._tell(other, one, language)
            del unread[1:due]

    def _tell(self, unread: Unread, one: LoadedAssessment, language: str) -> None:
        if unread.path not in self._told and _since(unread) <= one.assessment.date:
            self._told.add(unread.path)
            text = translation(language).gettext(
                "{path} cannot be read, and may tell of the same groups. What groups answered is held back until "
                "`crosp validate` finds no error in it."
            )
            print_message(text.format(path=shown_name(unread.path)))

    def _every(self, one: LoadedAssessment) -> Iterator[LoadedAssessment | Unread]:
        yield from (other for other in self._given[self._series(one)] if other is not one)
        if one.home is not None:
            yield from self._beside_in(one.home).of_one.get(one.key, ())

    def _of_several(self, one: LoadedAssessment) -> Iterator[list[Unread]]:
        """What cannot be read and may be of this series as well as of others, each list by its days."""
        unit, level = one.key
        wider: tuple[_Said, ...] = (_Any.ANY, level), (unit, _Any.ANY), (_Any.ANY, _Any.ANY)
        beside = self._beside_in(one.home).of_several if one.home else {}
        return (beside[said] for said in wider if said in beside)

    def _series(self, one: LoadedAssessment) -> _Series:
        return self._home(one.home) if one.home else None, one.key

    def _home(self, file: Path) -> Path:
        if file not in self._resolved:
            self._resolved[file] = real_path(file)
        return self._resolved[file]

    def _beside_in(self, file: Path) -> _Beside:
        home = self._home(file)
        if home not in self._beside:
            found = self._beside[home] = _Beside({}, {})
            keys = Keys(key for where, key in self._given if where == home)
            for source in self._files_by_home.get(home, ()):
                for said, other in self._read(source, home, keys):
                    if isinstance(other, Unread) and _Any.ANY in said:
                        found.of_several.setdefault(said, []).append(other)
                    else:
                        found.of_one.setdefault(said, []).append(other)
            for several in found.of_several.values():
                several.sort(key=_since)
        return self._beside[home]

    @cached_property
    def _files_by_home(self) -> dict[Path, list[Source]]:
        """What the command was not given, by the project it belongs to: each file below a crosp.yaml, and below each
        link to a folder there that the command was led through.

        All is looked through once, however projects lie within one another. One that lies where another is not looked
        through, as in a hidden folder, is looked through by itself. A crosp.yaml may be a link to another one.
        """
        homes = _ordered(one.home.parent for series in self._given.values() for one in series if one.home)
        tops = _outermost(homes)
        above = set(map(os.path.abspath, tops))
        places = ((one, Path(os.path.abspath(one))) for one in self._linked)  # noqa: PTH100 -- links are not followed
        linked = {one: None for one, place in places if above.intersection(map(os.fspath, place.parents))}
        there: dict[str, Source] = {}
        for folder in (*homes, *linked):
            if folder in linked or os.path.abspath(folder / PROJECT_FILE) not in there:  # noqa: PTH100 -- text, as below
                for source in sources([folder]):
                    there.setdefault(os.path.abspath(source.file), source)  # noqa: PTH100
        governing: dict[str, Path | None] = {}
        found: dict[Path, list[Source]] = {}
        for path, source in sorted(there.items(), key=lambda one: one[1].shown):
            folders = os.path.dirname(path), path  # noqa: PTH120 -- itself, where it is one that cannot be listed
            for home in {self._home(file) for folder in folders if (file := _project_file(folder, governing))}:
                if (home, os.path.realpath(path)) not in self._files:
                    found.setdefault(home, []).append(source)
        return found

    @cached_property
    def _files(self) -> set[tuple[Path | None, str]]:
        """Where what the command was given lies, each with its project: another may have a link to it."""
        return {(where, os.path.realpath(one.path)) for (where, _), each in self._given.items() for one in each}

    @cached_property
    def _linked(self) -> list[Path]:
        """The links to folders that the command was led through."""
        above = {above for series in self._given.values() for one in series for above in Path(one.path).parents}
        return sorted(folder for folder in above if folder.is_symlink())

    def _read(self, source: Source, home: Path, keys: Keys) -> Iterator[tuple[_Said, LoadedAssessment | Unread]]:
        """What a file belongs to, or may belong to, among `keys`."""
        try:
            data = read_bytes(source.path, within=source.within)
        except RefusedError:
            yield (_Any.ANY, _Any.ANY), Unread(source.shown, None)
            return
        possible = keys.that_may_stand_in(data)
        context = self._workspace.context_of(source.path) if possible else None
        if context is None or context.file is None or self._home(context.file) != home:
            return
        if context.is_file_of(source.path):
            return
        found = read_document(source._replace(named=True), context)
        one = loaded(found, context, self._workspace) if found and isinstance(found.model, Assessment) else None
        framework = self._frameworks[home]
        if one is not None and found and _is_read(found) and _whose(one.key, framework) == one.key:
            yield one.key, one
        elif found is not None and (found.tree is not None or may_concern_us(data) or is_spelled(data)):
            unread = Unread(source.shown, _day(found))
            whose = (said := _said_by(found)) and _whose(said, framework)
            if possible is keys.every and whose:
                yield whose, unread
            else:
                yield from ((key, unread) for key in possible if whose and _may_be(whose, key))


def _lies_in(path: Path, folder: Path) -> bool:
    above, inside = map(os.path.abspath, (folder, path))
    return inside != above and os.path.commonpath([above, inside]) == above


def _ordered(folders: Iterable[Path]) -> list[Path]:
    """Return each once, what lies in another after it."""
    return sorted(set(folders), key=lambda one: os.path.abspath(one) + os.sep)  # noqa: PTH100 -- text, as above


def _outermost(folders: Iterable[Path]) -> list[Path]:
    """Return those that lie in no other of them, in the order of their paths."""
    found: list[Path] = []
    for folder in _ordered(folders):
        if not found or not _lies_in(folder, found[-1]):
            found.append(folder)
    return found


def _project_file(folder: str, known: dict[str, Path | None]) -> Path | None:
    """Return what `project_file` does, which looks at every folder above for each: here each is looked at once.

    Where nobody can tell whether one lies there, what cannot be read either may be of the project above.
    """
    passed = []
    while folder not in known:
        file = os.path.join(folder, PROJECT_FILE)  # noqa: PTH118 -- text, as above
        above = os.path.dirname(folder)  # noqa: PTH120
        if os.path.lexists(file) or above == folder:
            known[folder] = Path(file) if os.path.lexists(file) else None
        else:
            passed.append(folder)
            folder = above
    known.update(dict.fromkeys(passed, known[folder]))
    return known[folder]


def _is_read(document: Document[Assessment]) -> bool:
    """Whether the file could be read for certain: nothing in it stands twice, for one."""
    return not any(f.severity is Severity.ERROR and f.code.startswith("CR0") for f in document.findings)


def _whose(said: _Said, framework: Framework | None) -> _Said:
    """The unit and level; any unit, where a level of units has none, or one of the organiser has one."""
    unit, name = said
    level = framework.level(name) if framework and isinstance(name, str) else None
    is_told = level is None or (level.concerns == "unit") == (unit is not None)
    return said if is_told else (_Any.ANY, name)


def _said_by(document: Document[Assessment]) -> _Said | None:
    """The unit and level of a document that has not the shape of an assessment; None where it is of none."""
    if document.tree is None:
        return _Any.ANY, _Any.ANY
    said = _texts(document)
    form = said.get("format")
    kind = kind_of(form) if isinstance(form, str) else None
    if kind is None and form is not _Any.ANY:
        return said.get("unit"), said.get("level")
    if kind is not None and form != FORMAT:
        return None
    return said.get("unit", _Any.ANY), said.get("level", _Any.ANY)


def _may_be(said: _Said, key: Key) -> bool:
    return all(one in (_Any.ANY, wanted) for one, wanted in zip(said, key, strict=True))


def _day(document: Document[Assessment]) -> date | None:
    said = _texts(document).get("date")
    with suppress(ValueError):
        return date.fromisoformat(said) if isinstance(said, str) else None
    return None


def _since(unread: Unread) -> date:
    """The day from which it holds back what groups answered: always, where its own is not known."""
    return unread.date or date.min


def _texts(document: Document[Assessment]) -> Mapping[str, str | _Any]:
    """What the head of a document says; any, where a key stands twice or has no text."""
    tree = document.tree
    if tree is None:
        return {}
    twice = (finding.values for finding in document.findings if finding.rule is DUPLICATE_KEY)
    again = {(values["key"], values["first"]) for values in twice}
    found = {name: tree.data[name] for name in ("format", "unit", "level", "date") if name in tree.data}
    return {
        name: said
        if isinstance(said, str) and said.strip() and (name, tree.key_at((name,)).line) not in again
        else _Any.ANY
        for name, said in found.items()
    }
