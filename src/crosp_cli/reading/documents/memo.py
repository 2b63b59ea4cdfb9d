"""Decision memos: read like other documents, and held against the framework and the units of their project."""

from collections.abc import Iterable, Iterator

from crosp_cli.findings import Finding
from crosp_cli.model.framework import Framework
from crosp_cli.model.memo import Memo
from crosp_cli.reading.discovery import Source
from crosp_cli.reading.documents.document import Document
from crosp_cli.reading.documents.kinds import KINDS
from crosp_cli.reading.documents.names import LEVELS, unknown_name
from crosp_cli.reading.documents.of_kind import contents, documents_of
from crosp_cli.reading.rules import of_shape
from crosp_cli.reading.yaml.tree import Steps, Tree


def read_memos(sources: Iterable[Source], framework: Framework | None) -> Iterator[Document[Memo]]:
    """Yield each decision memo among `sources`, those that do not hold included; all else is passed over."""
    yield from documents_of(KINDS["memo"], contents(sources), framework)


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
