"""Whether what a crosp.yaml names exists in its framework: the type of its organiser, its school forms."""

from collections.abc import Iterator

from crosp_cli.findings import Finding
from crosp_cli.model.framework import Framework
from crosp_cli.model.project import Project
from crosp_cli.reading.documents.document import repeated
from crosp_cli.reading.documents.names import not_a_choice
from crosp_cli.reading.yaml.tree import Tree


def against(project: Project, tree: Tree, framework: Framework) -> Iterator[Finding]:
    """Yield a finding for each organiser type or school form that `framework` does not have, and each unit twice."""
    types = [entry.id for entry in framework.head.organiser_types]
    if types and project.organiser.type not in types:
        at = tree.value_at(("organiser", "type"))
        yield not_a_choice(project.organiser.type, framework.head.organiser_types, tree, at)
    forms = {entry.id for entry in framework.head.school_forms}
    yield from repeated([(("units", number, "id"), unit.id) for number, unit in enumerate(project.units)], tree)
    for number, unit in enumerate(project.units):
        for place, form in enumerate(unit.school_forms):
            if forms and form not in forms:
                location = tree.value_at(("units", number, "school_forms", place))
                yield not_a_choice(form, framework.head.school_forms, tree, location)
