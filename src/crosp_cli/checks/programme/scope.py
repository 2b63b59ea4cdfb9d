"""What a check of a competence programme is given."""

from dataclasses import dataclass

from crosp_cli.checks.check import DocumentScope
from crosp_cli.model.programme import Programme
from crosp_cli.model.project import Privacy


@dataclass(frozen=True)
class ProgrammeScope(DocumentScope[Programme]):
    """One competence programme, and the project it belongs to."""

    of = Programme

    @property
    def smallest_group(self) -> int:
        """The fewest people that a group may have and still be shown on its own."""
        return self.project.privacy.smallest_group if self.project else Privacy().smallest_group
