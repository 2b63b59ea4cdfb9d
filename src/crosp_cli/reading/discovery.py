"""Which files a command concerns: paths as given, folders searched, each file with the project it belongs to."""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from crosp_cli.limits import FOLDERS

PROJECT_FILE = "crosp.yaml"
SUFFIXES = (".yaml", ".yml")
_NEVER = frozenset({"node_modules", "__pycache__"})


class Source(NamedTuple):
    """A file to read: where it lies, what findings call it, and the folder it may not lead out of.

    Where it lies is kept as text, since there is one for each file and a Path takes many times as much memory.
    """

    file: str
    shown: str
    within: Path
    named: bool
    """Whether the user named the file; a file found in a folder is read only if it is one of crosp's."""

    @property
    def path(self) -> Path:
        """Where it lies."""
        return Path(self.file)


class NoSuchPathError(Exception):
    """A path that the user named is not there."""

    def __init__(self, path: Path) -> None:
        super().__init__(str(path))
        self.path = path


def sources(paths: Iterable[Path], *, one_project: bool = False) -> list[Source]:
    """Return every YAML file at or below `paths`, each once, in the order of their paths.

    With `one_project`, what has a crosp.yaml of its own further down is passed over: projects may lie within one
    another, and what is asked of each would else be read as many times as there are projects above it.

    Raises:
        NoSuchPathError: a named path does not exist.
        OSError: a named path cannot be reached, so that nobody knows.
    """
    found: dict[str, Source] = {}
    for path in paths:
        if is_folder(path):
            for file in _below(path, one_project=one_project):
                found.setdefault(lies_at(file), Source(file, shown(file), path, named=False))
        elif not _is_there(path):
            raise NoSuchPathError(path)
        else:
            found[lies_at(path)] = Source(os.fspath(path), shown(path), path.parent, named=True)
    return sorted(found.values(), key=lambda source: source.shown)


def shown(path: Path | str) -> str:
    """Return `path` as findings show it: with `/`, and relative to the current folder where it lies below it."""
    text = os.fspath(path)
    if os.path.isabs(path):  # noqa: PTH117 -- the text of a path, without a Path for each file
        relative = os.path.relpath(path)
        if not relative.startswith(".."):
            text = relative
    if os.sep != "/":  # `replace` copies the text also where it changes nothing
        text = text.replace(os.sep, "/")
    return text.removeprefix("./") or "."


def project_file(start: Path) -> Path | None:
    """Return the crosp.yaml that governs `start`: in its folder or the nearest one above, else None.

    The answer is relative where `start` is, so that findings name it as the user would. One that cannot be looked at
    counts: what it says of small groups holds, or nothing is shown.
    """
    folder = start if is_folder(start) else start.parent
    absolute = Path(lies_at(folder))
    for candidate in (absolute, *absolute.parents):
        file = candidate / PROJECT_FILE
        if _may_be_there(file):
            is_named_so = start.is_absolute() or not os.path.lexists(file)  # from here, it might seem not to be there
            return file if is_named_so else Path(os.path.relpath(file))
    return None


def is_folder(path: Path) -> bool:
    """Whether `path` is a folder; False, and no error, for what cannot be looked at or cannot be a path."""
    return os.path.isdir(path)  # noqa: PTH112 -- Path.is_dir raises for a name too long or a folder that is closed


def _may_be_there(path: Path | str) -> bool:
    """Whether something lies at `path`, or nobody can tell, for instance since a folder above is closed."""
    try:
        return _is_there(path)
    except OSError:
        return True


def _is_there(path: Path | str) -> bool:
    try:
        os.lstat(path)
    except (FileNotFoundError, NotADirectoryError, ValueError):
        return False
    return True


def lies_at(path: Path | str) -> str:
    """Return where `path` lies, however it was written: `../school` in the folder school is that folder."""
    return os.path.abspath(path)  # noqa: PTH100 -- two links to one file are two files to the user


def _below(folder: Path, *, one_project: bool) -> Iterator[str]:
    """Every YAML file below `folder`.

    A folder that cannot be listed, or lies too far down, is yielded itself: reading it tells why.
    """
    for path, is_file in _walk(folder, one_project=one_project):
        if not is_file or path.lower().endswith(SUFFIXES):
            yield path


def files_below(folder: Path) -> Iterator[str]:
    """Yield every file below `folder` that may be one of crosp's by where it lies, whatever its name ends in."""
    return (path for path, is_file in _walk(folder, one_project=False) if is_file)


def _walk(folder: Path, *, one_project: bool) -> Iterator[tuple[str, bool]]:
    """Every file below `folder`, and what is not looked through; whether it is a file.

    Links to folders are not followed, hidden and generated ones not entered.
    """
    top = os.path.join(folder, "").count(os.sep)  # noqa: PTH118 -- text, as above
    closed: list[str] = []

    def close(error: OSError) -> None:
        closed.append(os.fspath(Path(error.filename)))

    for where, folders, files in os.walk(folder, onerror=close):
        if one_project and where != os.fspath(folder) and PROJECT_FILE in (*files, *folders):
            folders.clear()
            continue
        folders[:] = sorted(name for name in folders if not name.startswith(".") and name not in _NEVER)
        if where.count(os.sep) - top + 1 >= FOLDERS:
            closed += (os.fspath(Path(where) / name) for name in folders)
            folders.clear()
        for name in sorted(files):
            if not name.startswith("."):
                yield os.fspath(Path(where) / name), True
    yield from ((path, False) for path in closed)


def top_of_repository(folder: Path) -> Path | None:
    """Return the top of the git repository that `folder` lies in, or will lie in; None where it is in none."""
    here = Path(os.path.realpath(folder))  # a link that leads to itself has no other name
    return next((one for one in (here, *here.parents) if os.path.lexists(one / ".git")), None)
