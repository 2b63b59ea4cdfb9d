"""What a git repository held at a revision, asked of git itself.

Nothing is checked out, nothing is written, and nothing is fetched from anywhere: of git, only what lists and shows
objects is used, and a repository that keeps its objects elsewhere is not asked for more than it has here.
"""

import os
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from crosp_cli.limits import FILE_BYTES, GIT_FILES, GIT_LIST_BYTES, GIT_PATH_BYTES
from crosp_cli.reading.git.process import Budget, GitError, Trouble, git

_NAMED = re.compile(rb"([0-9a-f]{40}(?:[0-9a-f]{24})?) [a-z]+ [0-9]+\n")
_ENTRY = re.compile(rb"([0-7]{6}) [a-z]+ ([0-9a-f]{40}|[0-9a-f]{64})\t(.+)", re.DOTALL)
_SIZED = re.compile(rb"[0-9a-f]{40,64} blob ([0-9]{1,15})")
_ORDINARY = (b"100644", b"100755")
"""The modes of ordinary files; links and other repositories have others."""

_AT_A_TIME = 200
_TOGETHER = 16 * 1024 * 1024
"""How many files, and how many bytes of them, are asked for at a time."""
_ANSWER = 64 * 1024
"""More than git says of a name, or of the sizes of as many files."""


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
    budget: Budget = field(repr=False, compare=False)

    def files(self) -> Iterator[Blob]:
        """Yield every ordinary file of the revision, in the order of their paths.

        Raises:
            GitError: git cannot list them.
        """
        listing = self._ask("ls-tree", "-r", "-z", "--full-tree", self.commit, most=GIT_LIST_BYTES)
        entries = listing.split(b"\0")[:-1]
        if len(entries) > GIT_FILES:
            raise GitError(Trouble.TOO_MUCH)
        for entry in entries:
            listed = _ENTRY.fullmatch(entry)
            if listed is None:
                raise GitError(Trouble.REFUSED)
            mode, name, path = listed.groups()
            if len(path) > GIT_PATH_BYTES:
                raise GitError(Trouble.TOO_MUCH)
            if mode in _ORDINARY:
                yield Blob(os.fsdecode(path), name.decode())

    def read(self, blobs: Iterable[Blob]) -> Iterator[tuple[Blob, bytes]]:
        """Yield each of `blobs` with its content; those larger than `limits.FILE_BYTES` are left out.

        Raises:
            GitError: the content of one is not in this copy of the repository, or all that has been read of the
                revision is too much.
        """
        asked = list(blobs)
        sizes: list[int] = []
        for start in range(0, len(asked), _AT_A_TIME):
            answer = self._batch("--batch-check", asked[start : start + _AT_A_TIME], _ANSWER)
            sizes += map(_size, answer.splitlines())
        if len(sizes) != len(asked):
            raise GitError(Trouble.NOT_HERE)
        readable = [(blob, size) for blob, size in zip(asked, sizes, strict=True) if size <= FILE_BYTES]
        self.budget.spend(len(readable), sum(size for _, size in readable))
        for lot in _lots(readable):
            size = sum(size for _, size in lot)
            names = [blob for blob, _ in lot]
            for found in _contents(names, self._batch("--batch", names, size + _ANSWER)):
                self.budget.seconds()  # what crosp does with each file counts as well
                yield found

    def _batch(self, option: str, blobs: Iterable[Blob], most: int) -> bytes:
        names = "".join(f"{blob.object}\n" for blob in blobs)
        try:
            return self._ask("cat-file", option, given=names.encode(), most=most)
        except GitError as error:
            raise error if error.why is Trouble.TOO_MUCH else GitError(Trouble.NOT_HERE, error.said) from None

    def _ask(self, *arguments: str, given: bytes = b"", most: int) -> bytes:
        return git(self.folder, *arguments, given=given, most=most, budget=self.budget)


def _lots(sized: Iterable[tuple[Blob, int]]) -> Iterator[list[tuple[Blob, int]]]:
    """Files with their sizes, so many at a time that what is in memory at once stays small."""
    lot: list[tuple[Blob, int]] = []
    filled = 0
    for blob, size in sized:
        if lot and (filled + size > _TOGETHER or len(lot) == _AT_A_TIME):
            yield lot
            lot, filled = [], 0
        lot.append((blob, size))
        filled += size
    if lot:
        yield lot


def revision(name: str, folder: Path) -> Revision:
    """Return what `name` stands for in the repository that `folder` belongs to.

    Raises:
        GitError: there is no git, no repository or no such revision, or git refuses.
    """
    budget = Budget()
    asked = ("rev-parse", "--is-inside-work-tree", "--show-prefix")
    inside, _, prefix = git(folder, *asked, most=_ANSWER, budget=budget).partition(b"\n")
    if inside != b"true":  # git before 2.38 takes a folder that holds the files of a repository for one
        raise GitError(Trouble.NO_REPOSITORY)
    if "\n" in name or "\0" in name or (name.startswith(":") and (name == ":/" or not name.startswith(":/"))):
        # Git's list of files (`:a.yaml`) names no commit, and git touches the file that it reads that from.
        raise GitError(Trouble.UNKNOWN_REVISION)
    try:
        named = _object(folder, name, budget)
    except GitError as error:
        if error.why is not Trouble.UNKNOWN_REVISION:
            raise
        shallow = git(folder, "rev-parse", "--is-shallow-repository", most=_ANSWER, budget=budget).strip() == b"true"
        raise GitError(Trouble.SHALLOW) if shallow else error from None
    commit = _object(folder, f"{named}^{{commit}}", budget)  # in two steps: the name may hold a brace of its own
    return Revision(folder, os.fsdecode(prefix.removesuffix(b"\n")), name, commit, budget)


def _object(folder: Path, name: str, budget: Budget) -> str:
    """Git's own name for what `name` stands for, which git reads as a line: it cannot be taken for an option."""
    try:
        about = git(folder, "cat-file", "--batch-check", given=os.fsencode(f"{name}\n"), most=_ANSWER, budget=budget)
    except GitError as error:
        raise error if error.why is Trouble.TOO_MUCH else GitError(Trouble.UNKNOWN_REVISION) from None
    found = _NAMED.fullmatch(about)
    if found is None:  # missing, or ambiguous
        raise GitError(Trouble.UNKNOWN_REVISION)
    return found[1].decode()


def _size(about: bytes) -> int:
    """The size that git tells of a file: `<object> blob 1234`, or `<object> missing`."""
    told = _SIZED.fullmatch(about)
    if told is None:
        raise GitError(Trouble.NOT_HERE)
    return int(told[1])


def _contents(blobs: Iterable[Blob], answer: bytes) -> Iterator[tuple[Blob, bytes]]:
    """Each of `blobs` with its content, out of the answer of `git cat-file --batch`."""
    at = 0
    for blob in blobs:
        end = answer.find(b"\n", at)
        size = _size(answer[at:end])
        yield blob, answer[end + 1 : end + 1 + size]
        at = end + size + 2
