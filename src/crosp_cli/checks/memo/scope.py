"""What a check of a decision memo is given."""

from dataclasses import dataclass

from crosp_cli.checks.check import DocumentScope
from crosp_cli.model.memo import Memo


@dataclass(frozen=True)
class MemoScope(DocumentScope[Memo]):
    """One decision memo, and the project it belongs to."""

    of = Memo
