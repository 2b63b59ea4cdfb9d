"""Decision memos: read like other documents, and held against the framework and the units of their project."""

from collections.abc import Iterable, Iterator

from crosp_cli.files import RefusedError, read_bytes
from crosp_cli.findings import Finding, Quoted, Value
from crosp_cli.model.framework import Framework
from crosp_cli.model.memo import Memo
from crosp_cli.reading import rules
from crosp_cli.reading.discovery import Source
from crosp_cli.reading.documents.document import Document, document_of, format_of, tree_from
from crosp_cli.reading.documents.kinds import KINDS, kind_of
from crosp_cli.reading.yaml.binding import invisible, listed, near
from crosp_cli.reading.yaml.tree import Steps, Tree

_LEVELS = {"sv": "nivåer", "en": "levels"}


def read_memos(sources: Iterable[Source], framework: Framework | None) -> Iterator[Document[Memo]]:
    """Yield each decision memo among `sources`, those that do not hold included; all else is passed over."""
    for source in sources:
        try:
            data = read_bytes(source.path, within=source.within)
        except RefusedError:
            continue
        if b"crosp-memo" not in data:
            continue
        tree, found = tree_from(data, source.shown)
        if tree is not None and kind_of(format_of(tree)) is KINDS["memo"]:
            yield document_of(KINDS["memo"], tree, found, framework)


def against(memo: Memo, tree: Tree, framework: Framework) -> Iterator[Finding]:
    """Yield a finding for each level that `framework` does not have, and each unit too many or too few."""
    levels = [level.id for level in framework.head.levels]
    for number, basis in enumerate(memo.assessments):
        at: Steps = ("assessments", number)
        level = framework.level(basis.level)
        if level is None:
            yield _unknown_level(basis.level, tree, (*at, "level"), levels)
        elif level.concerns == "unit" and basis.unit is None:
            yield Finding(rules.NEEDS_UNIT, tree.value_at((*at, "level")))
        elif level.concerns == "organiser" and basis.unit is not None:
            yield Finding(rules.HAS_UNIT, tree.key_at((*at, "unit")))


def _unknown_level(name: str, tree: Tree, steps: Steps, levels: list[str]) -> Finding:
    at = tree.value_at(steps)
    if hidden := invisible(name, tree, at):
        return hidden
    values: dict[str, Value] = {"value": Quoted(name), "what": _LEVELS, "allowed": listed(levels)}
    suggestion = near(name, levels)
    if suggestion is None:
        return Finding(rules.UNKNOWN_NAME, at, values)
    return Finding(rules.UNKNOWN_NAME_NEAR, at, {**values, "near": suggestion})
