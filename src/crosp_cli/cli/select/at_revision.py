"""The assessments that `crosp compare` can choose among, as they stood at a git revision."""

import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from crosp_cli.checks.personal_data.names import redacted_line, shown_name
from crosp_cli.cli.console import print_message
from crosp_cli.cli.exits import CannotError
from crosp_cli.cli.select.newest import in_time, newest
from crosp_cli.cli.select.occasions import ProjectAssessments
from crosp_cli.cli.select.paths import named
from crosp_cli.cli.select.personal_data import warn_of_shared_files
from crosp_cli.files import RefusedError, read_bytes
from crosp_cli.limits import GIT_BYTES, GIT_FILES, GIT_MEMORY, GIT_SECONDS, GIT_SILENT_SECONDS
from crosp_cli.model.project import Project
from crosp_cli.reading.discovery import PROJECT_FILE, files_below, project_file
from crosp_cli.reading.git.process import GitError, Trouble
from crosp_cli.reading.git.repository import revision
from crosp_cli.reading.git.revision import WorkspaceAtRevision, organiser_in
from crosp_cli.reading.loaded import LoadedAssessment, loaded
from crosp_cli.text.counts import grouped
from crosp_cli.text.printable import printable


class EitherError(CannotError):
    """Nobody can say which of two assessments is meant."""


class AtRevision:
    """A place at a revision of the git repository that it belongs to."""

    def __init__(self, name: str, here: ProjectAssessments) -> None:
        """Look up the revision `name` in the repository of `here`.

        Raises:
            CannotError: there is no such revision; the message says what else there is.
        """
        self.name = name
        self.here = here
        self.beside: AtRevision | None = None
        """The other, where two revisions are compared; else what there is now stands beside it."""
        try:
            self.revision = revision(name, here.folder)
            self.workspace = WorkspaceAtRevision(self.revision)
        except GitError as error:
            raise CannotError(_why_not(name, error, here)) from None

    def newest(self) -> list[LoadedAssessment]:
        """Return the newest assessment of each unit and level in the project, where it lies now, as it was then."""
        return newest(self._in_the_project)

    def newest_anywhere(self) -> list[LoadedAssessment]:
        """Return the newest assessment of each unit and level that the same organiser had, wherever it lay."""
        return newest(one for one in self._everything if _same_organiser(one, self.here.project))

    def newest_of(self, wanted: LoadedAssessment) -> LoadedAssessment | None:
        """Return the newest assessment of the unit of `wanted` at its level as it was then, or None."""
        found = self._of(wanted)
        return found.newest if found else None

    def as_it_stood(self, wanted: LoadedAssessment) -> LoadedAssessment | None:
        """Return `wanted` as it stood then: what stood at its path, else the same occasion, else the newest.

        None if there was no assessment of its unit at its level.
        """
        found = self._of(wanted)
        if found is None:
            return None
        there = f"{self.name}:{self._in_repository(wanted.path)}"
        as_it_was = found.by_path.get(there) or found.by_occasion.get(wanted.assessment.occasion)
        if as_it_was is None:
            text = self.here._("{path} was not there at {revision}. The newest assessment there was: {other}.")
            names = {"path": wanted.path, "revision": self.name, "other": found.newest.path}
            print_message(text.format(**{name: shown_name(value) for name, value in names.items()}))
        return as_it_was or found.newest

    def _of(self, wanted: LoadedAssessment) -> "_Series | None":
        """The assessments of its unit at its level; its project may have moved, or its organiser have another id now.

        Raises:
            EitherError: its project may be any of several that its organiser had.
        """
        there = self._in_the_project_by_series.get((self._home(wanted), wanted.key))
        if there and _same_organiser(there.newest, wanted.project):
            return there
        moved = self._moved(wanted) if wanted.project else self._of_no_project(wanted)
        if moved and len(moved.homes) > 1:
            text = self.here._("{name} may be either of {paths}. Name the one you mean by its path.")
            paths = ", ".join(list(moved.homes.values())[:2])
            raise EitherError(text.format(name=printable(self.name), paths=shown_name(paths)))
        if moved is None and there and self._is_renamed(there.newest):
            return there
        return moved

    def _home(self, wanted: LoadedAssessment) -> Path | None:
        """Where its project's crosp.yaml lies in the repository."""
        return wanted.home if wanted.revision else wanted.home and Path(self._in_repository(wanted.home))

    def _moved(self, wanted: LoadedAssessment) -> "_Series | None":
        """What there was anywhere of its organiser's, else what lay where its project is now, and had none then."""
        found = self._everything_by_organiser.get((_organiser_of(wanted), wanted.key))
        home = self._home(wanted)
        return found or (self._of_no_project_by_folder.get((home.parent, wanted.key)) if home else None)

    def _of_no_project(self, wanted: LoadedAssessment) -> "_Series | None":
        """What was of no project, else what was of one that lay above it."""
        found = self._everything_by_organiser.get((None, wanted.key))
        path = wanted.path.removeprefix(f"{wanted.revision}:") if wanted.revision else self._in_repository(wanted.path)
        above = (self._everything_by_series.get((folder / PROJECT_FILE, wanted.key)) for folder in Path(path).parents)
        return found or next(filter(None, above), None)

    def _is_renamed(self, one: LoadedAssessment) -> bool:
        """Whether the organiser of `one` is nowhere else on the other side: it has another id now."""
        return not any(who == _organiser_of(one) and home != one.home for who, home in self._organisers_beside)

    @cached_property
    def _organisers_beside(self) -> set[tuple[str | None, Path | None]]:
        """Who is there on the other side, and where: at the other revision, or among today's files."""
        if self.beside:
            try:
                return set(self.beside.workspace.organisers())
            except GitError as error:
                raise CannotError(_why_not(self.beside.name, error, self.here)) from None
        top = self.revision.folder.joinpath(*[os.pardir] * len(Path(self.revision.prefix).parts))
        found: set[tuple[str | None, Path | None]] = set()
        for file in map(Path, files_below(top)):
            if file.name == PROJECT_FILE:
                with suppress(RefusedError):
                    found.add((organiser_in(read_bytes(file, within=top)), Path(self._in_repository(file))))
        return found

    @cached_property
    def _in_the_project_by_series(self) -> "dict[object, _Series]":
        return _each(self._in_the_project, lambda one: one.series)

    @cached_property
    def _everything_by_series(self) -> "dict[object, _Series]":
        return _each(self._everything, lambda one: one.series)

    @cached_property
    def _of_no_project_by_folder(self) -> "dict[object, _Series]":
        without = [one for one in self._everything if one.project is None]
        each: dict[object, list[LoadedAssessment]] = {}
        for one in in_time(without):
            for folder in Path(one.path.removeprefix(f"{self.name}:")).parents:
                each.setdefault((folder, one.key), []).append(one)
        return {of: _Series.of(those) for of, those in each.items()}

    @cached_property
    def _everything_by_organiser(self) -> "dict[object, _Series]":
        return _each(self._everything, lambda one: (_organiser_of(one), one.key))

    @cached_property
    def _in_the_project(self) -> list[LoadedAssessment]:
        home = project_file(self.here.folder)
        where = self._in_repository(home.parent if home else self.here.folder)
        return list(self._below("" if where == "." else f"{where}/"))

    @cached_property
    def _everything(self) -> list[LoadedAssessment]:
        return list(self._below(""))

    def _below(self, folder: str) -> Iterator[LoadedAssessment]:
        left_out, commit = [], self.revision.commit
        told = self.name if commit.startswith(self.name) else redacted_line(self.name)
        try:
            for document, context in self.workspace.assessments(folder):
                found = loaded(document, context, self.workspace)
                if found and found.holds:
                    yield replace(found, revision=told, commit=commit)
                else:
                    left_out.append(document.path)
        except GitError as error:
            raise CannotError(_why_not(self.name, error, self.here)) from None
        warn_of_shared_files(self.workspace, self.here.language)
        if left_out:
            text = self.here._("Left out, since it did not pass `crosp validate` at that time: {paths}.")
            print_message(text.format(paths=named(left_out, self.here.language)))

    def _in_repository(self, path: str | Path) -> str:
        """Where a path of today lies, from the top of the repository."""
        relative = os.path.relpath(path, self.revision.folder)
        return Path(os.path.normpath(f"{self.revision.prefix}{relative}")).as_posix()


@dataclass(frozen=True, slots=True)
class _Series:
    """Assessments of one unit at one level, the last of each path and occasion."""

    newest: LoadedAssessment
    by_path: Mapping[str, LoadedAssessment]
    by_occasion: Mapping[str, LoadedAssessment]
    homes: Mapping[Path | None, str]
    """The projects that they are of, each with the path of one."""

    @classmethod
    def of(cls, found: Sequence[LoadedAssessment]) -> "_Series":
        """Return them; there is one at the least, and the earliest is the first."""
        return cls(
            found[-1],
            {one.path: one for one in found},
            {one.assessment.occasion: one for one in found},
            {one.home: one.path for one in found},
        )


def _organiser_of(one: LoadedAssessment) -> str | None:
    return one.project.organiser.id if one.project else None


def _same_organiser(one: LoadedAssessment, project: Project | None) -> bool:
    return None in (project, one.project) or bool(
        project and one.project and one.project.organiser.id == project.organiser.id
    )


def _each(found: Iterable[LoadedAssessment], what: Callable[[LoadedAssessment], object]) -> dict[object, _Series]:
    """The assessments by what they are of: every one of today asks for its own."""
    each: dict[object, list[LoadedAssessment]] = {}
    for one in in_time(found):
        each.setdefault(what(one), []).append(one)
    return {of: _Series.of(those) for of, those in each.items()}


def _why_not(name: str, error: GitError, here: ProjectAssessments) -> str:
    words = printable(name)
    match error.why:
        case Trouble.REFUSED:
            return here._("git does not show {name}: {why}.").format(name=words, why=shown_name(error.said.rstrip(".")))
        case Trouble.NOT_HERE:
            text = here._(
                "This copy of the git repository does not hold every file as it was at {name}. A full copy does."
            )
            return text.format(name=words)
        case Trouble.SHALLOW:
            text = here._(
                "This copy of the git repository is shallow and does not reach back to {name}. Fetch the whole history "
                "with `git fetch --unshallow`, or `fetch-depth: 0` in a workflow."
            )
            return text.format(name=words)
        case Trouble.TOO_MUCH:
            text = here._(
                "{name} is more than crosp reads from git: at most {files} files and {size} MiB, with {memory} MiB of "
                "memory and for {seconds} seconds, of which {silent} without an answer."
            )
            size = GIT_BYTES // 1024**2
            files = grouped(GIT_FILES, here.language)
            of_time = {"seconds": GIT_SECONDS, "silent": GIT_SILENT_SECONDS}
            return text.format(name=words, files=files, size=size, memory=GIT_MEMORY // 1024**2, **of_time)
        case Trouble.NOT_INSTALLED:
            text = here._(
                "There is no file and no occasion called {name} here. Git revisions need git, which is not installed."
            )
        case Trouble.NO_REPOSITORY:
            text = here._(
                "There is no file and no occasion called {name} here. For a git revision, this would have to be a git "
                "repository."
            )
        case Trouble.UNKNOWN_REVISION:
            text = here._("There is no file, no occasion and no git revision called {name} here.")
    known = here.names()
    return text.format(name=words) + (
        " " + here._("Occasions: {names}.").format(names=", ".join(known)) if known else ""
    )
