"""Whether what a crosp.yaml names exists in its framework: the type of its organiser, its school forms."""

from collections.abc import Iterator

from crosp_cli.findings import Finding, Quoted
from crosp_cli.model.framework import Framework
from crosp_cli.model.project import Project
from crosp_cli.reading.documents.names import not_a_choice
from crosp_cli.reading.rules import of_shape
from crosp_cli.reading.yaml.tree import Tree


def against(project: Project, tree: Tree, framework: Framework) -> Iterator[Finding]:
    """Yield a finding for each organiser type or school form that `framework` does not have, and each unit twice."""
    types = [entry.id for entry in framework.head.organiser_types]
    if types and project.organiser.type not in types:
        yield not_a_choice(project.organiser.type, framework.head.organiser_types, tree.value_at(("organiser", "type")))
    forms = [entry.id for entry in framework.head.school_forms]
    first: dict[str, int] = {}
    for number, unit in enumerate(project.units):
        if first.setdefault(unit.id, number) != number:
            line = tree.value_at(("units", first[unit.id], "id")).line
            location = tree.value_at(("units", number, "id"))
            yield Finding(of_shape.DUPLICATE_ID, location, {"value": Quoted(unit.id), "first": line})
        for place, form in enumerate(unit.school_forms):
            if forms and form not in forms:
                location = tree.value_at(("units", number, "school_forms", place))
                yield not_a_choice(form, framework.head.school_forms, location)
