"""Whom in a project a reference concerns."""

from collections.abc import Mapping
from itertools import chain
from typing import NamedTuple

from crosp_cli.model.framework import Framework
from crosp_cli.model.guidance import Reference
from crosp_cli.model.project import Project


class Concerned(NamedTuple):
    """Those who make assessments in a project."""

    organiser_type: str | None
    school_forms: Mapping[str, tuple[str, ...]]
    """The school forms of those at each level, together; none where someone has named none."""

    def by(self, reference: Reference, levels: tuple[str, ...] = ()) -> bool:
        """Whether `reference` concerns any of them, at one of the levels where any are named."""
        return any(
            reference.applies_to.includes(self.organiser_type, forms, level)
            for level, forms in self.school_forms.items()
            if not levels or level in levels
        )


def concerned(framework: Framework, project: Project | None) -> Concerned | None:
    """Return those whom references may concern; without a project nobody is known, and all references are shown."""
    if project is None:
        return None
    asked = {level.id: project.asked_at(level) for level in framework.head.levels}
    together = {level: tuple(dict.fromkeys(chain(*forms))) if all(forms) else () for level, forms in asked.items()}
    return Concerned(project.organiser.type, together)
