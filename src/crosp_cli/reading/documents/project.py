"""Whether what a crosp.yaml names exists in its framework: the type of its organiser, its school forms."""

from collections.abc import Iterator

from crosp_cli.findings import Finding, Quoted
from crosp_cli.model.framework import Framework
from crosp_cli.model.project import Project
from crosp_cli.reading.documents.names import offered
from crosp_cli.reading.documents.repeated import repeated
from crosp_cli.reading.rules import of_shape
from crosp_cli.reading.yaml.tree import Tree


def against(project: Project, tree: Tree, framework: Framework) -> Iterator[Finding]:
    """Yield a finding for each organiser type or school form that `framework` does not have, and each unit twice."""
    types = [entry.id for entry in framework.head.organiser_types]
    if types and project.organiser.type not in types:
        values = {"value": Quoted(project.organiser.type), "allowed": offered(types)}
        yield Finding(of_shape.NOT_A_CHOICE, tree.value_at(("organiser", "type")), values)
    forms = [entry.id for entry in framework.head.school_forms]
    yield from repeated([(("units", number, "id"), unit.id) for number, unit in enumerate(project.units)], tree)
    for number, unit in enumerate(project.units):
        for place, form in enumerate(unit.school_forms):
            if forms and form not in forms:
                values = {"value": Quoted(form), "allowed": offered(forms)}
                yield Finding(of_shape.NOT_A_CHOICE, tree.value_at(("units", number, "school_forms", place)), values)
