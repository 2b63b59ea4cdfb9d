"""Reading a framework's folder: the matrix always, the guidance only where a command needs it."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from crosp_cli.findings import Finding
from crosp_cli.model.framework import Axis, Framework, Glossary, Guidance, Head, Questions, References
from crosp_cli.reading.discovery import shown
from crosp_cli.reading.documents import document, read_tree
from crosp_cli.reading.shape import into
from crosp_cli.reading.tree import Tree
from crosp_cli.resources import resource

BUILT_IN = "spsm-crosp@2024"


@dataclass(frozen=True, slots=True)
class FrameworkFolder:
    """A framework as read: its matrix (None where it does not hold), and the findings on its files."""

    folder: Path
    framework: Framework | None
    trees: dict[str, Tree] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)


def built_in_folder() -> Path:
    """Where the built-in framework lies."""
    return resource("framework")


def read_framework(folder: Path) -> FrameworkFolder:
    """Read framework.yaml, principles.yaml and areas.yaml in `folder`."""
    trees: dict[str, Tree] = {}
    findings: list[Finding] = []
    head_tree, found = read_tree(folder / "framework.yaml", shown(folder / "framework.yaml"), within=folder)
    head = document(Head, head_tree, found)
    findings += head.findings
    if head_tree:
        trees["framework.yaml"] = head_tree
    principles = _part(Axis, folder, "principles.yaml", trees, findings)
    areas = _part(Axis, folder, "areas.yaml", trees, findings)
    if head.model is None or principles is None or areas is None:
        return FrameworkFolder(folder, None, trees, findings)
    return FrameworkFolder(folder, Framework(head=head.model, principles=principles, areas=areas), trees, findings)


def read_guidance(source: FrameworkFolder) -> tuple[Guidance | None, list[Finding]]:
    """Read questions.yaml, references.yaml and glossary.yaml beside the framework."""
    findings: list[Finding] = []
    questions = _part(Questions, source.folder, "questions.yaml", source.trees, findings)
    references = _part(References, source.folder, "references.yaml", source.trees, findings)
    glossary = _part(Glossary, source.folder, "glossary.yaml", source.trees, findings)
    if questions is None or references is None or glossary is None:
        return None, findings
    return Guidance(questions=questions, references=references, glossary=glossary), findings


def read_references(source: FrameworkFolder) -> References | None:
    """Read references.yaml alone, for what needs no questions."""
    found: References | None = _part(References, source.folder, "references.yaml", source.trees, [])
    return found


def _part(model: type[Any], folder: Path, name: str, trees: dict[str, Tree], findings: list[Finding]) -> Any:
    tree, found = read_tree(folder / name, shown(folder / name), within=folder)
    findings += found
    if tree is None:
        return None
    trees[name] = tree
    result, shape = into(model, tree)
    findings += shape
    return result
