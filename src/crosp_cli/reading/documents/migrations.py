"""Reading a framework's migrations.yaml, and whether it fits the framework that it stands beside."""

import os
from collections.abc import Iterator

from crosp_cli.findings import Finding, Quoted
from crosp_cli.model.framework import Framework
from crosp_cli.model.migrations import KINDS, Migration, Migrations
from crosp_cli.reading.discovery import shown
from crosp_cli.reading.documents.document import document, read_tree, repeated
from crosp_cli.reading.documents.framework import MIGRATIONS_FILE, FrameworkFolder
from crosp_cli.reading.rules import of_framework, of_shape
from crosp_cli.reading.yaml.binding import listed
from crosp_cli.reading.yaml.tree import Steps, Tree


def read_migrations(source: FrameworkFolder) -> tuple[Migrations | None, list[Finding]]:
    """Read migrations.yaml beside the framework, with what is wrong in it. No file is no fault: None, no findings."""
    path = source.folder / MIGRATIONS_FILE
    if not os.path.lexists(path):
        return None, []
    tree, found = read_tree(path, shown(path), within=source.folder)
    read = document(Migrations, tree, found)
    findings = list(read.findings)
    if read.model is not None and read.tree is not None and source.framework is not None:
        findings += against(read.model, read.tree, source.framework)
    return read.model, findings


def against(migrations: Migrations, tree: Tree, framework: Framework) -> Iterator[Finding]:
    """Yield what in `migrations` leads nowhere in `framework`, or turns the order of its scale."""
    yield from repeated([(("entries", n, "from"), entry.from_) for n, entry in enumerate(migrations.entries)], tree)
    for number, entry in enumerate(migrations.entries):
        at: Steps = ("entries", number)
        if entry.from_ == framework.name:
            location = tree.value_at((*at, "from"))
            yield Finding(of_framework.MIGRATION_FROM_ITSELF, location, {"value": Quoted(entry.from_)})
        yield from _names(entry, at, tree, framework)
        yield from _scale(entry, at, tree, framework)


def _names(entry: Migration, at: Steps, tree: Tree, framework: Framework) -> Iterator[Finding]:
    for kind in KINDS:
        known = framework.ids(kind)
        for old, new in entry.names(kind).items():
            if new is not None and known and new not in known:
                file = f"{kind}.yaml" if kind in ("principles", "areas") else "framework.yaml"
                yield Finding(
                    of_framework.DANGLING, tree.value_at((*at, kind, old)), {"value": Quoted(new), "file": file}
                )


def _scale(entry: Migration, at: Steps, tree: Tree, framework: Framework) -> Iterator[Finding]:
    """Yield steps that do not exist, and the first place where a higher step would become a lower one."""
    values = framework.head.scale.values
    carried = [(old, new) for old, new in (entry.scale or {}).items() if new is not None]
    for old, new in carried:
        if new not in values:
            location = tree.value_at((*at, "scale", str(old)))
            yield Finding(
                of_shape.NOT_ON_SCALE, location, {"value": Quoted(str(new)), "allowed": listed(map(str, values))}
            )
    highest = -1
    for old, new in sorted(carried):
        if new < highest:
            location = tree.value_at((*at, "scale", str(old)))
            yield Finding(of_framework.SCALE_TURNED, location, {"old": old, "new": new})
            return
        highest = new
