"""The projects that a command works in, each read once: crosp.yaml, its framework, its assessments."""

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from crosp_cli.files import RefusedError, read_bytes, real_path
from crosp_cli.findings import Finding, Quoted, Severity
from crosp_cli.model.assessment import Assessment
from crosp_cli.model.framework import Framework
from crosp_cli.model.project import Project
from crosp_cli.reading.discovery import Source, is_folder, lies_at, project_file, shown, sources
from crosp_cli.reading.documents.document import (
    Document,
    document,
    document_of,
    format_of,
    refusal,
    text_at,
    tree_from,
    unknown_format,
)
from crosp_cli.reading.documents.framework import (
    BUILT_IN,
    FRAMEWORK_FILES,
    MIGRATIONS_FILE,
    FrameworkFolder,
    read_built_in,
    read_framework,
    same_id,
    tree_of_file,
)
from crosp_cli.reading.documents.kinds import KINDS, Role, formats, kind_of
from crosp_cli.reading.documents.of_kind import contents, documents_of
from crosp_cli.reading.documents.project import against
from crosp_cli.reading.registers import Registry, registry
from crosp_cli.reading.rules import of_shape
from crosp_cli.reading.yaml.tree import Tree
from crosp_cli.text.languages import LANGUAGES, spoken

if TYPE_CHECKING:
    from crosp_cli.model.guidance import Guidance, References


@dataclass(frozen=True, slots=True)
class Context:
    """One project as read: what its assessments are checked against.

    Without a crosp.yaml, `file` and `project` are None and the built-in framework is used.
    """

    file: Path | None
    project: Project | None
    tree: Tree | None
    framework: Framework | None
    framework_folder: FrameworkFolder | None
    findings: list[Finding] = field(default_factory=list)

    @property
    def is_broken(self) -> bool:
        """Whether crosp.yaml or the framework cannot be used."""
        return any(finding.severity is Severity.ERROR for finding in self.findings)

    @property
    def language(self) -> str:
        """The language that crosp speaks in the project's own files."""
        return spoken(self.project.language) if self.project else LANGUAGES[0]

    def is_file_of(self, path: Path) -> bool:
        """Whether `path` is the crosp.yaml whose findings stand here."""
        return self.file is not None and path.name == self.file.name and lies_at(path) == lies_at(self.file)

    def guidance(self) -> "Guidance | None":
        """The framework's questions, references and glossary, read when first asked for; None if they do not hold."""
        from crosp_cli.reading.documents.guidance import read_guidance  # most commands have no use for it

        return read_guidance(self.framework_folder)[0] if self.framework_folder else None

    def references(self) -> "References | None":
        """The framework's references alone, read now; None where they do not hold."""
        from crosp_cli.reading.documents.guidance import read_references

        return read_references(self.framework_folder) if self.framework_folder else None


class Workspace:
    """Reads each project and each framework once, however many files belong to it."""

    def __init__(self) -> None:
        self._contexts: dict[str | None, Context] = {}
        self._folders: dict[str, Context] = {}
        self._frameworks: dict[Path, FrameworkFolder] = {}
        self._registries: dict[Path, Registry] = {}
        self._shared: list[Tree] = []

    def context_of(self, file: Path | str) -> Context:
        """Return the project that governs the file at that path."""
        return self._context_in(os.path.dirname(file))  # noqa: PTH120 -- asked for each file, some of them twice

    def context_in(self, folder: Path) -> Context:
        """Return the project that governs what lies in `folder`."""
        return self._context_in(os.fspath(folder))

    def contexts(self) -> Iterator[Context]:
        """Every project met so far."""
        yield from self._contexts.values()

    def newly_shared(self) -> list[Tree]:
        """Return the files read since it was last asked for of which something is shown with any document of theirs:
        crosp.yaml, which says what units are called, its own framework, and registers that measures point at."""
        found, self._shared = self._shared, []
        return found

    def built_in(self) -> FrameworkFolder:
        """The built-in framework."""
        return read_built_in()

    def framework(self, folder: Path) -> FrameworkFolder:
        """The framework in `folder`."""
        if folder not in self._frameworks:
            self._frameworks[folder] = read_framework(folder)
        return self._frameworks[folder]

    def registry(self, context: Context) -> Registry:
        """The collaborations that stand in the project's registers; none without a crosp.yaml."""
        if context.file is None:
            return {}
        if context.file not in self._registries:
            files = self._files_of(context, context.file.parent)
            registers = list(documents_of(KINDS["collaborations"], files, None))
            self._registries[context.file] = registry(registers)
            self._shared += [one.tree for one in registers if one.tree]
        return self._registries[context.file]

    def _files_of(self, context: Context, folder: Path) -> Iterator[tuple[str, bytes]]:
        """The files of a project in `folder`, by name, with what stands in them."""
        found = sources([folder], one_project=True)
        return contents(source for source in found if self.context_of(source.file) is context)

    def _context_in(self, folder: str) -> Context:
        if folder not in self._folders:
            file = self._project_file(Path(folder))
            where = lies_at(file) if file else None  # one project, whether named from here or from the top
            if where not in self._contexts:
                self._contexts[where] = context = self._read(file)
                self._shared += [context.tree] if context.tree else []
            self._folders[folder] = self._contexts[where]
        return self._folders[folder]

    def _project_file(self, folder: Path) -> Path | None:
        return project_file(folder)

    def _tree(self, path: Path, within: Path) -> tuple[Tree | None, list[Finding]]:
        return tree_of_file(path, within)

    def _own_framework(self, folder: Path, name: str) -> tuple[FrameworkFolder, list[Finding]] | None:
        """The framework in the project's own folder `name`, and what there is to say of it; None if there is none."""
        own = folder / name
        if not is_folder(own) or not real_path(own).is_relative_to(real_path(folder)):
            return None
        source = self.framework(own)
        found = framework_findings(source)
        self._shared += source.trees.values()
        return source, found

    def _read(self, file: Path | None) -> Context:
        if file is None:
            built_in = self.built_in()
            return Context(None, None, None, built_in.framework, built_in, list(built_in.findings))
        tree, found = self._tree(file, file.parent)
        read = document(Project, tree, found)
        findings = list(read.findings)
        unsure = any(finding.severity is Severity.ERROR for finding in found)  # a key that stands twice, say
        if read.model is None or read.tree is None or unsure:
            return Context(file, None, read.tree, None, None, findings)
        source = self._framework_of(read.model, read.tree, file.parent, findings)
        framework = source.framework if source else None
        if framework:
            findings += against(read.model, read.tree, framework)
        return Context(file, read.model, read.tree.without_positions(), framework, source, findings)

    def _framework_of(
        self, project: Project, tree: Tree, folder: Path, findings: list[Finding]
    ) -> FrameworkFolder | None:
        name = project.framework
        if name == BUILT_IN:
            return self.built_in()
        own = self._own_framework(folder, name) if name.startswith("./") else None
        if own is None:
            rule = of_shape.OTHER_BUILT_IN_VERSION if same_id(name, BUILT_IN) else of_shape.UNKNOWN_FRAMEWORK
            findings.append(Finding(rule, tree.value_at(("framework",)), {"value": Quoted(name), "allowed": BUILT_IN}))
            return None
        findings += own[1]
        return own[0]


def framework_findings(source: FrameworkFolder) -> list[Finding]:
    """Return what there is to say of a framework's six files, and of its migrations.yaml where it has one."""
    from crosp_cli.reading.documents.guidance import read_guidance
    from crosp_cli.reading.documents.migrations import read_migrations
    from crosp_cli.reading.framework_consistency import (
        consistency,  # the built-in framework is not checked at each start
    )

    findings = list(source.findings)
    if source.framework:
        guidance, found = read_guidance(source)
        findings += found
        if guidance:
            findings += consistency(source, guidance)
        findings += read_migrations(source)[1]
    return findings


def read_documents(asked: Iterable[Source], workspace: Workspace) -> Iterator[tuple[Document[Assessment], Context]]:
    """Yield each assessment among `asked` with its project; other files are read as far as they concern crosp.

    A file that nobody named and that says nothing of crosp is passed over in silence.
    """
    for source in asked:
        context = workspace.context_of(source.path)
        if context.is_file_of(source.path):
            continue  # its findings stand in its context
        read = read_assessment(source, context)
        if read is not None:
            yield read, context


def read_assessment(source: Source, context: Context) -> Document[Assessment] | None:
    """Read one file as an assessment; None if it has nothing to do with crosp. Other documents have no model then."""
    read = read_document(source, context)
    return read if read is None or isinstance(read.model, Assessment) else replace(read, model=None)


def read_document(source: Source, context: Context) -> Document[Any] | None:
    """Read one file as the kind of document that it says it is; None if it has nothing to do with crosp.

    Only a document that lies in a project has a model then: crosp.yaml and frameworks are read with their projects.
    """
    try:
        data = read_bytes(source.path, within=source.within)
    except RefusedError as error:
        return Document(source.shown, findings=[refusal(error, source.shown)])
    if not source.named and not may_concern_us(data):
        return None
    tree, found = tree_from(data, source.shown)
    if tree is None:
        return Document(source.shown, findings=found, text=data.decode("utf-8-sig", "replace"))
    kind = kind_of(format_of(tree))
    if kind and kind.role is Role.IN_PROJECT:
        return document_of(kind, tree, found, context.framework)
    if kind and kind.role is Role.PROJECT:
        unused = Finding(of_shape.PROJECT_BY_ANOTHER_NAME, tree.value_at(("format",)))
        return Document(source.shown, tree=tree, findings=[*found, unused])
    if kind or _is_part_of_framework(source.path):
        return Document(source.shown, tree=tree, findings=_of_framework(source, context, found))
    if not source.named and not _is_meant_as_ours(tree):
        return None
    return Document(source.shown, tree=tree, findings=[*found, unknown_format(tree, formats())])


def framework_asked_about(source: Source, context: Context) -> Path | None:
    """Return the folder of a framework that is asked about by one of its files; None for the project's own."""
    if not _is_part_of_framework(source.path) or _is_its_own(source, context):
        return None
    return source.path.parent if source.named or source.path.name == FRAMEWORK_FILES[0] else None


def texts_of_framework(folder: Path) -> Iterator[tuple[str, str]]:
    """Yield the name, as findings have it, and the text of each file that a framework's folder has."""
    for name in (*FRAMEWORK_FILES, MIGRATIONS_FILE):
        if text := text_at(folder / name, folder):
            yield shown(folder / name), text


def _of_framework(source: Source, context: Context, found: list[Finding]) -> list[Finding]:
    """The findings on a framework that is asked about by one of its files; a project's own stand in its context."""
    if not _is_part_of_framework(source.path) or _is_its_own(source, context):
        return found
    folder = framework_asked_about(source, context)
    return framework_findings(read_framework(folder)) if folder else []


def _is_its_own(source: Source, context: Context) -> bool:
    used = context.framework_folder
    return used is not None and real_path(used.folder) == real_path(source.path.parent)


def _is_part_of_framework(path: Path) -> bool:
    return path.name in (*FRAMEWORK_FILES, MIGRATIONS_FILE) and (path.parent / FRAMEWORK_FILES[0]).is_file()


def _is_meant_as_ours(tree: Tree) -> bool:
    """Whether a document of no known format says that it is crosp's, or has the keys of a kind that we know."""
    if (format_of(tree) or "").startswith("crosp-"):
        return True
    return any(kind.keys and tree.data.keys() >= set(kind.keys) for kind in KINDS.values())


def may_concern_us(data: bytes) -> bool:
    """Return whether a file that nobody named is worth reading: it is empty, or somewhere says what ours say."""
    if not data.strip() or b"crosp-" in data or b"\0" in data[:4096]:
        return True
    return any(kind.keys and f"{kind.keys[0]}:".encode() in data for kind in KINDS.values())
