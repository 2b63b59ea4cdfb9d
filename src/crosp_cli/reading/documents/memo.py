"""Decision memos: read like other documents, and held against the framework and the units of their project."""

from collections.abc import Iterable, Iterator

from crosp_cli.files import RefusedError, read_bytes
from crosp_cli.findings import Finding
from crosp_cli.model.framework import Framework
from crosp_cli.model.memo import Memo
from crosp_cli.reading.discovery import Source
from crosp_cli.reading.documents.document import Document, document_of, format_of, tree_from
from crosp_cli.reading.documents.kinds import KINDS, kind_of
from crosp_cli.reading.documents.names import LEVELS, unknown_name
from crosp_cli.reading.rules import of_shape
from crosp_cli.reading.yaml.tree import Steps, Tree


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
    for number, basis in enumerate(memo.assessments):
        at: Steps = ("assessments", number)
        level = framework.level(basis.level)
        if level is None:
            levels = framework.head.levels
            yield unknown_name(basis.level, levels, LEVELS, tree, tree.value_at((*at, "level")))
        elif level.concerns == "unit" and basis.unit is None:
            yield Finding(of_shape.NEEDS_UNIT, tree.value_at((*at, "level")))
        elif level.concerns == "organiser" and basis.unit is not None:
            yield Finding(of_shape.HAS_UNIT, tree.key_at((*at, "unit")))
