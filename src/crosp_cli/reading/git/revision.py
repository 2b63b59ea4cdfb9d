"""The assessments of a git repository at a revision, each with its project and framework as they were then."""

import posixpath
from collections.abc import Iterable, Iterator
from pathlib import Path, PurePosixPath

from crosp_cli.files import Refusal, RefusedError
from crosp_cli.findings import Finding
from crosp_cli.model.assessment import Assessment
from crosp_cli.reading.discovery import PROJECT_FILE, SUFFIXES
from crosp_cli.reading.documents.document import Document, document_of, format_of, refusal, tree_from
from crosp_cli.reading.documents.framework import FrameworkFolder, read_framework
from crosp_cli.reading.documents.kinds import KINDS, kind_of
from crosp_cli.reading.git.repository import Blob, Revision
from crosp_cli.reading.workspace import Context, Workspace
from crosp_cli.reading.yaml.tree import Tree


def organiser_in(data: bytes) -> str | None:
    """Return the short name of the organiser that a crosp.yaml names; None where it names none."""
    tree, _found = tree_from(data, PROJECT_FILE)
    organiser = tree.data.get("organiser") if tree else None
    name = organiser.get("id") if isinstance(organiser, dict) else None
    return name if isinstance(name, str) else None


class WorkspaceAtRevision(Workspace):
    """Reads projects and frameworks as they were at a revision. Paths count from the top of the repository."""

    def __init__(self, revision: Revision) -> None:
        super().__init__()
        self.revision = revision
        self.files = {blob.path: blob for blob in revision.files()}

    def assessments(self, below: str = "") -> Iterator[tuple[Document[Assessment], Context]]:
        """Yield each assessment in the folder `below` with its project, those that do not hold included.

        Hidden files and folders are passed over, as they are on disk.

        Raises:
            GitError: git cannot show the files.
        """
        for blob, data in self.revision.read(self._yaml(below)):
            if b"crosp-" not in data:
                continue
            tree, found = tree_from(data, self.shown(Path(blob.path)))
            if tree is None:
                yield Document(found[0].location.path, findings=found), self.context_of(Path(blob.path))
            elif kind_of(format_of(tree)) is KINDS["assessment"]:
                context = self.context_of(Path(blob.path))
                yield document_of(KINDS["assessment"], tree, found, context.framework), context

    def organisers(self) -> Iterator[tuple[str, Path]]:
        """Yield whom each crosp.yaml names as the organiser, and where it lies; many are read at once.

        Raises:
            GitError: git cannot show the files.
        """
        projects = (blob for blob in self.files.values() if PurePosixPath(blob.path).name == PROJECT_FILE)
        for blob, data in self.revision.read(projects):
            if name := organiser_in(data):
                yield name, Path(blob.path)

    def shown(self, path: Path) -> str:
        """What to call a file of the revision: `HEAD~1:assessments/a.yaml`, as git does."""
        return f"{self.revision.name}:{path.as_posix()}"

    def _yaml(self, below: str) -> Iterable[Blob]:
        for blob in self.files.values():
            if not blob.path.startswith(below):  # before all else: of many projects, each asks for its own files
                continue
            hidden = any(part.startswith(".") for part in PurePosixPath(blob.path).parts)
            if blob.path.lower().endswith(SUFFIXES) and not hidden:
                yield blob

    def _files_of(self, context: Context, folder: Path) -> Iterator[tuple[str, bytes]]:
        below = "" if folder == Path() else f"{folder.as_posix()}/"
        own = (blob for blob in self._yaml(below) if self.context_of(Path(blob.path)) is context)
        for blob, data in self.revision.read(own):
            yield self.shown(Path(blob.path)), data

    def _project_file(self, folder: Path) -> Path | None:
        for above in (folder, *folder.parents):
            if (above / PROJECT_FILE).as_posix() in self.files:
                return above / PROJECT_FILE
        return None

    def _tree(self, path: Path, within: Path) -> tuple[Tree | None, list[Finding]]:  # noqa: ARG002 -- links are not read
        blob = self.files.get(path.as_posix())
        for _blob, data in self.revision.read([blob] if blob else []):
            return tree_from(data, self.shown(path))
        why = Refusal.TOO_LARGE if blob else Refusal.MISSING
        return None, [refusal(RefusedError(why), self.shown(path))]

    def _own_framework(self, folder: Path, name: str) -> tuple[FrameworkFolder, list[Finding]] | None:
        """As on disk; of its six files only the matrix is read, since nobody can mend the others any more."""
        own = Path(posixpath.normpath((folder / name).as_posix()))
        if not own.is_relative_to(folder):
            return None
        source = read_framework(own, self._tree)
        self._shared += source.trees.values()
        return source, source.findings
