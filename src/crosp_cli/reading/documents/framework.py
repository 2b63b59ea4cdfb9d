"""Reading a framework's folder: the matrix, which every command needs."""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from crosp_cli.findings import Finding
from crosp_cli.model.framework import Axis, Framework, Head
from crosp_cli.reading.discovery import shown
from crosp_cli.reading.documents.document import document, read_tree
from crosp_cli.reading.documents.kinds import Role, in_role
from crosp_cli.reading.yaml.binding import into
from crosp_cli.reading.yaml.tree import Tree
from crosp_cli.resources import resource

BUILT_IN = "spsm-crosp@2024"
FRAMEWORK_FILES = tuple(f"{kind.name}.yaml" for kind in in_role(Role.FRAMEWORK))
MIGRATIONS_FILE = "migrations.yaml"
"""What a framework may have besides: how assessments come over from its older versions."""

TreeOf = Callable[[Path, Path], tuple[Tree | None, list[Finding]]]
"""Reads the file at a path, which must lie within a folder, into a tree (None if it cannot be read)."""


def tree_of_file(path: Path, within: Path) -> tuple[Tree | None, list[Finding]]:
    """Read an ordinary file into a tree."""
    return read_tree(path, shown(path), within=within)


@dataclass(frozen=True, slots=True, eq=False)
class FrameworkFolder:
    """A framework as read: its matrix (None where it does not hold), and the findings on its files."""

    folder: Path
    framework: Framework | None
    trees: dict[str, Tree] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)


def same_id(name: str, other: str) -> bool:
    """Whether two names, such as ``inclusion-walk@1``, are versions of one framework."""
    return "@" in name and name.partition("@")[0] == other.partition("@")[0]


def built_in_folder() -> Path:
    """Where the built-in framework lies."""
    return resource("framework")


@cache
def read_built_in() -> FrameworkFolder:
    """Read the built-in framework, which does not change while crosp runs: once."""
    return read_framework(built_in_folder())


def read_framework(folder: Path, tree_of: TreeOf = tree_of_file) -> FrameworkFolder:
    """Read framework.yaml, principles.yaml and areas.yaml in `folder`, from wherever `tree_of` reads."""
    trees: dict[str, Tree] = {}
    findings: list[Finding] = []
    head_tree, found = tree_of(folder / "framework.yaml", folder)
    head = document(Head, head_tree, found)
    findings += head.findings
    if head_tree:
        trees["framework.yaml"] = head_tree
    principles = read_part(Axis, folder, "principles.yaml", trees, findings, tree_of)
    areas = read_part(Axis, folder, "areas.yaml", trees, findings, tree_of)
    if head.model is None or principles is None or areas is None:
        return FrameworkFolder(folder, None, trees, findings)
    return FrameworkFolder(folder, Framework(head=head.model, principles=principles, areas=areas), trees, findings)


def read_part(
    model: type[Any],
    folder: Path,
    name: str,
    trees: dict[str, Tree],
    findings: list[Finding],
    tree_of: TreeOf = tree_of_file,
) -> Any:
    """Read one of the framework's files as a `model`, or None; adds to `trees` and `findings`."""
    tree, found = tree_of(folder / name, folder)
    findings += found
    if tree is None:
        return None
    trees[name] = tree
    result, shape = into(model, tree)
    findings += shape
    return result
