"""What a git repository held at a revision, asked of git itself.

Nothing is checked out, nothing is written, and nothing is fetched from anywhere: of git, only what lists and shows
objects is used, and a repository that keeps its objects elsewhere is not asked for more than it has here.
"""

import os
import re
import shutil
import subprocess
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum, auto
from pathlib import Path

from crosp_cli.files import LARGEST

_OBJECT = re.compile(rb"[0-9a-f]{40}(?:[0-9a-f]{24})?")
_ORDINARY = (b"100644", b"100755")
"""The modes of ordinary files; links and other repositories have others."""

_OF_A_CALLER = ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX")
"""What git tells a hook about the repository it runs in; here it is the folder that says which one is meant."""


class Trouble(Enum):
    """Why git does not answer."""

    NOT_INSTALLED = auto()
    NO_REPOSITORY = auto()
    UNKNOWN_REVISION = auto()
    NOT_HERE = auto()
    """This copy of the repository does not hold the content of every file."""
    REFUSED = auto()


class GitError(Exception):
    """Git does not answer: why, and the first line of what it says itself."""

    def __init__(self, why: Trouble, said: str = "") -> None:
        super().__init__(why.name)
        self.why = why
        self.said = said


@dataclass(frozen=True, slots=True)
class Blob:
    """A file at a revision: its path from the top of the repository, with `/`, and git's name for its content."""

    path: str
    object: str


@dataclass(frozen=True, slots=True)
class Revision:
    """A repository at one revision."""

    folder: Path
    """A folder within the repository."""
    prefix: str
    """Where that folder lies from the top of the repository: `` or `schools/ekskolan/`."""
    name: str
    """What the revision was called when it was asked for."""
    commit: str

    def files(self) -> Iterator[Blob]:
        """Yield every ordinary file of the revision, in the order of their paths.

        Raises:
            GitError: git cannot list them.
        """
        listing = _git(self.folder, "ls-tree", "-r", "-z", "--full-tree", self.commit)
        for entry in filter(None, listing.split(b"\0")):
            about, _, path = entry.partition(b"\t")
            mode, _kind, name = about.split()
            if mode in _ORDINARY:
                yield Blob(os.fsdecode(path), name.decode())

    def read(self, blobs: Iterable[Blob]) -> Iterator[tuple[Blob, bytes]]:
        """Yield each of `blobs` with its content; those larger than `files.LARGEST` bytes are left out.

        Raises:
            GitError: the content of one is not in this copy of the repository.
        """
        asked = list(blobs)
        for start in range(0, len(asked), _AT_A_TIME):
            some = asked[start : start + _AT_A_TIME]
            sizes = self._batch("--batch-check", some).split(b"\n")
            readable = [blob for blob, about in zip(some, sizes, strict=False) if _size(about) <= LARGEST]
            yield from _contents(readable, self._batch("--batch", readable))

    def _batch(self, option: str, blobs: Iterable[Blob]) -> bytes:
        names = "".join(f"{blob.object}\n" for blob in blobs)
        try:
            return _git(self.folder, "cat-file", option, given=names.encode())
        except GitError as error:
            raise GitError(Trouble.NOT_HERE, error.said) from None


_AT_A_TIME = 200


def revision(name: str, folder: Path) -> Revision:
    """Return what `name` stands for in the repository that `folder` belongs to.

    A name that begins with a hyphen is none: git would take it for an option.

    Raises:
        GitError: there is no git, no repository or no such revision, or git refuses.
    """
    prefix = _git(folder, "rev-parse", "--show-prefix")
    if name.startswith("-") or not name.strip() or "\0" in name:
        raise GitError(Trouble.UNKNOWN_REVISION)
    commit = _object(
        folder, f"{_object(folder, name)}^{{commit}}"
    )  # in two steps: the name may hold a brace of its own
    return Revision(folder, os.fsdecode(prefix.removesuffix(b"\n")), name, commit)


def _object(folder: Path, name: str) -> str:
    """Git's own name for what `name` stands for."""
    try:
        found = _git(folder, "rev-parse", "--verify", "--quiet", name).strip()
    except GitError:
        raise GitError(Trouble.UNKNOWN_REVISION) from None
    if not _OBJECT.fullmatch(found):  # `^main`, say: what is not in main
        raise GitError(Trouble.UNKNOWN_REVISION)
    return found.decode()


def _git(folder: Path, *arguments: str, given: bytes = b"") -> bytes:
    """What git answers in `folder`. No pager, no question, no lock, and no way to another machine."""
    program = shutil.which("git")
    if program is None or not Path(program).is_absolute():  # never a program that lies in the folder itself
        raise GitError(Trouble.NOT_INSTALLED)
    environment = {name: value for name, value in os.environ.items() if name not in _OF_A_CALLER}
    environment |= {"LC_ALL": "C", "GIT_OPTIONAL_LOCKS": "0", "GIT_TERMINAL_PROMPT": "0", "GIT_NO_LAZY_FETCH": "1"}
    try:
        done = subprocess.run(  # noqa: S603 -- a list of arguments, none of which can become an option
            [program, "--no-pager", "-c", "protocol.allow=never", *arguments],
            cwd=folder,
            env=environment,
            input=given,
            capture_output=True,
            check=False,
        )
    except OSError as error:
        raise GitError(Trouble.REFUSED, error.strerror or "") from None
    if done.returncode == 0:
        return done.stdout
    said = done.stderr.decode("utf-8", "replace").strip().partition("\n")[0].removeprefix("fatal: ")
    raise GitError(Trouble.NO_REPOSITORY if "not a git repository" in said else Trouble.REFUSED, said)


def _size(about: bytes) -> int:
    """The size that git tells of a file: `<object> blob 1234`, or `<object> missing`."""
    words = about.split()
    if len(words) != 3:
        raise GitError(Trouble.NOT_HERE)
    return int(words[2])


def _contents(blobs: Iterable[Blob], answer: bytes) -> Iterator[tuple[Blob, bytes]]:
    """Each of `blobs` with its content, out of the answer of `git cat-file --batch`."""
    at = 0
    for blob in blobs:
        end = answer.index(b"\n", at)
        size = _size(answer[at:end])
        yield blob, answer[end + 1 : end + 1 + size]
        at = end + size + 2
