"""Whether a framework's files hold together: every language, every link, every question."""

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from crosp_cli.findings import Finding, Location, Quoted, QuotedNames
from crosp_cli.limits import BEHIND_CHARACTERS
from crosp_cli.model.framework import Framework, Head
from crosp_cli.model.guidance import Guidance, LawChange, Question, Questions
from crosp_cli.reading.documents.document import repeated
from crosp_cli.reading.documents.framework import FrameworkFolder
from crosp_cli.reading.documents.names import title_of
from crosp_cli.reading.rules import of_framework, of_shape
from crosp_cli.reading.yaml.binding import listed
from crosp_cli.reading.yaml.tree import Steps, Tree

_AROUND = 250
"""What stands around each text, in characters of JSON."""


class _Link(NamedTuple):
    """A place in a framework's file that names an entry in another."""

    file: str
    steps: Steps
    names: str | None
    target: str
    """The file that should have it, and under which key where the file has several kinds of entries."""
    is_key: bool = False


def consistency(source: FrameworkFolder, guidance: Guidance) -> Iterator[Finding]:
    """Yield what is missing or points nowhere in a framework whose files each have the right shape."""
    framework = source.framework
    if framework is None:
        return
    for tree in source.trees.values():
        yield from _missing_languages(tree, set(framework.head.languages))
        yield from _repeated_ids(tree)
    yield from _repeated_cells(framework, source.trees["framework.yaml"])
    yield from _scale_order(framework, source.trees["framework.yaml"])
    known = _known(framework, guidance)
    links = (*_links_of_head(framework.head), *_links_of_matrix(framework), *_links_of_guidance(guidance))
    if not guidance.references.entries:
        del known["references.yaml"]  # where no law is wanted, nothing stands behind what names one
    for link in (*links, *_links_of_questions(guidance.questions)):
        if link.names is not None and link.names not in known.get(link.target, {link.names}):
            tree = source.trees[link.file]
            location = tree.key_at(link.steps) if link.is_key else tree.value_at(link.steps)
            yield Finding(
                of_framework.DANGLING, location, {"value": Quoted(link.names), "file": link.target.split(" ")[0]}
            )
    yield from _missing_questions(framework, guidance, source.trees["questions.yaml"])
    if _said_behind(framework, guidance) > BEHIND_CHARACTERS:
        yield Finding(of_shape.LONG_BEHIND, Location(source.trees["references.yaml"].path))


def _known(framework: Framework, guidance: Guidance) -> dict[str, set[str]]:
    head = framework.head
    return {
        "framework.yaml sources": {publication.id for publication in head.sources},
        "framework.yaml levels": {level.id for level in head.levels},
        "framework.yaml arenas": {arena.id for arena in head.arenas},
        "framework.yaml organiser_types": {kind.id for kind in head.organiser_types},
        "framework.yaml school_forms": {form.id for form in head.school_forms},
        "principles.yaml": {entry.id for entry in framework.principles.entries},
        "areas.yaml": {entry.id for entry in framework.areas.entries},
        "references.yaml": {entry.id for entry in guidance.references.entries},
        "glossary.yaml": {entry.id for entry in guidance.glossary.entries},
    }


def _links_of_head(head: Head) -> Iterator[_Link]:
    file = "framework.yaml"
    for key in ("vision", "levels", "steps", "arenas", "groups", "shifts", "orientations", "scopes", "conditions"):
        for number, entry in enumerate(getattr(head, key)):
            yield _Link(file, (key, number, "source"), entry.source, "framework.yaml sources")
    yield _Link(file, ("scale", "source"), head.scale.source, "framework.yaml sources")
    for number, attached in enumerate(head.orientation_references):
        yield _Link(file, ("orientation_references", number, "id"), attached.id, "references.yaml")
    for number, group in enumerate(head.groups):
        yield _Link(file, ("groups", number, "arena"), group.arena, "framework.yaml arenas")
        for place, level in enumerate(group.expected_at):
            yield _Link(file, ("groups", number, "expected_at", place), level, "framework.yaml levels")
        for place, form in enumerate(group.expected_in):
            yield _Link(file, ("groups", number, "expected_in", place), form, "framework.yaml school_forms")
    for level, first in head.first_round.items():
        yield _Link(file, ("first_round", level), level, "framework.yaml levels", is_key=True)
        for number, cell in enumerate(first.cells):
            cell_at: Steps = ("first_round", level, "cells", number)
            yield _Link(file, (*cell_at, "principle"), cell.principle, "principles.yaml")
            yield _Link(file, (*cell_at, "area"), cell.area, "areas.yaml")
    for number, name in enumerate(head.for_guardians.references if head.for_guardians else ()):
        yield _Link(file, ("for_guardians", "references", number), name, "references.yaml")
    for number, instead in enumerate(head.for_guardians.instead if head.for_guardians else ()):
        at = ("for_guardians", "instead", number)
        for place, form in enumerate(instead.school_forms):
            yield _Link(file, (*at, "school_forms", place), form, "framework.yaml school_forms")
        for place, name in enumerate(instead.references):
            yield _Link(file, (*at, "references", place), name, "references.yaml")
    besides = head.for_guardians.consultation if head.for_guardians else None
    for number, name in enumerate(besides.references if besides else ()):
        yield _Link(file, ("for_guardians", "consultation", "references", number), name, "references.yaml")


def _links_of_matrix(framework: Framework) -> Iterator[_Link]:
    for file, axis in (("principles.yaml", framework.principles), ("areas.yaml", framework.areas)):
        yield _Link(file, ("source",), axis.source, "framework.yaml sources")
        for number, entry in enumerate(axis.entries):
            at: Steps = ("entries", number)
            yield _Link(file, (*at, "source"), entry.source, "framework.yaml sources")
            for place, term in enumerate(entry.terms):
                yield _Link(file, (*at, "terms", place), term, "glossary.yaml")
            for place, attached in enumerate(entry.references):
                yield _Link(file, (*at, "references", place, "id"), attached.id, "references.yaml")


def _links_of_guidance(guidance: Guidance) -> Iterator[_Link]:
    for number, reference in enumerate(guidance.references.entries):
        yield _Link("references.yaml", ("entries", number, "source"), reference.source, "framework.yaml sources")
        for key in ("organiser_types", "school_forms", "levels"):
            for place, name in enumerate(getattr(reference.applies_to, key)):
                steps: Steps = ("entries", number, "applies_to", key, place)
                yield _Link("references.yaml", steps, name, f"framework.yaml {key}")
        for place, tie in enumerate(reference.cells):
            at: Steps = ("entries", number, "cells", place)
            yield _Link("references.yaml", (*at, "principle"), tie.principle, "principles.yaml")
            yield _Link("references.yaml", (*at, "area"), tie.area, "areas.yaml")
            for step, level in enumerate(tie.levels):
                yield _Link("references.yaml", (*at, "levels", step), level, "framework.yaml levels")
    for number, term in enumerate(guidance.glossary.entries):
        yield _Link("glossary.yaml", ("entries", number, "source"), term.source, "framework.yaml sources")
        for place, name in enumerate(term.references):
            yield _Link("glossary.yaml", ("entries", number, "references", place), name, "references.yaml")


def _links_of_questions(questions: Questions) -> Iterator[_Link]:
    file = "questions.yaml"
    for principle, row in questions.current_state.items():
        yield _Link(file, ("current_state", principle), principle, "principles.yaml", is_key=True)
        for area, levels in row.items():
            yield _Link(file, ("current_state", principle, area), area, "areas.yaml", is_key=True)
            yield from _links_of_levels(levels, ("current_state", principle, area))
    yield from _links_of_levels(questions.need, ("need",))
    yield from _links_of_levels(questions.measures, ("measures",))


def _links_of_levels(levels: Mapping[str, Question], at: Steps) -> Iterator[_Link]:
    for level, question in levels.items():
        yield _Link("questions.yaml", (*at, level), level, "framework.yaml levels", is_key=True)
        for place, name in enumerate(question.terms):
            yield _Link("questions.yaml", (*at, level, "terms", place), name, "glossary.yaml")
        for number, variant in enumerate(question.variants):
            here: Steps = (*at, level, "variants", number)
            for place, form in enumerate(variant.school_forms):
                yield _Link("questions.yaml", (*here, "school_forms", place), form, "framework.yaml school_forms")
            for place, name in enumerate(variant.terms):
                yield _Link("questions.yaml", (*here, "terms", place), name, "glossary.yaml")


def _walk(node: Any, steps: Steps = ()) -> Iterator[tuple[Steps, Any]]:
    yield steps, node
    if isinstance(node, dict):
        for key, value in node.items():
            yield from _walk(value, (*steps, key))
    elif isinstance(node, list):
        for number, value in enumerate(node):
            yield from _walk(value, (*steps, number))


def _missing_languages(tree: Tree, languages: set[str]) -> Iterator[Finding]:
    for steps, node in _walk(tree.data):
        if _is_text(steps, node):
            missing = sorted(languages - set(node))
            if missing:
                yield Finding(
                    of_framework.MISSING_LANGUAGE, tree.key_at(steps), {"missing": QuotedNames(listed(missing))}
                )


def _is_text(steps: Steps, node: Any) -> bool:
    """Whether a part of a framework's file is a text in its languages: what stands at a key, with texts alone in it."""
    at_a_key = bool(steps) and isinstance(steps[-1], str)
    return at_a_key and isinstance(node, dict) and bool(node) and all(isinstance(text, str) for text in node.values())


def _repeated_ids(tree: Tree) -> Iterator[Finding]:
    for steps, node in _walk(tree.data):
        if not isinstance(node, list):
            continue
        named = [(number, item.get("id")) for number, item in enumerate(node) if isinstance(item, dict)]
        yield from repeated([((*steps, number, "id"), name) for number, name in named if isinstance(name, str)], tree)


def _repeated_cells(framework: Framework, tree: Tree) -> Iterator[Finding]:
    for level, round_ in framework.head.first_round.items():
        at: Steps = ("first_round", level, "cells")
        yield from repeated([((*at, n), "/".join(cell.place)) for n, cell in enumerate(round_.cells)], tree)


def _scale_order(framework: Framework, tree: Tree) -> Iterator[Finding]:
    values = framework.head.scale.values
    for number in range(1, len(values)):
        if values[number] <= values[number - 1]:
            yield Finding(of_framework.SCALE_ORDER, tree.value_at(("scale", "steps", number, "value")))


def _missing_questions(framework: Framework, guidance: Guidance, tree: Tree) -> Iterator[Finding]:
    location = Location(tree.path)
    for level in framework.head.levels:
        title = title_of(framework, level.title)
        for place in framework.places:
            if guidance.questions.current(place, level.id) is None:
                values = {"cell": title_of(framework, framework.cell_title(place)), "level": title}
                yield Finding(of_framework.MISSING_QUESTION, location, values)
        for step, questions in (("need", guidance.questions.need), ("measures", guidance.questions.measures)):
            if level.id not in questions:
                values = {"cell": title_of(framework, framework.step_title(step)), "level": title}
                yield Finding(of_framework.MISSING_QUESTION, location, values)


def _said_behind(framework: Framework, guidance: Guidance) -> int:
    """How many characters it takes to say at each cell what stands behind it."""
    entries = guidance.references.entries
    said = {
        one.id: _AROUND + _longest(one.title) + len(one.number or "") + sum(map(_said_of, one.changes))
        for one in entries
    }
    axes = (framework.principles.entries, framework.areas.entries)
    along = (
        len(across) * sum(said.get(attached.id, 0) for entry in axis for attached in entry.references)
        for axis, across in (axes, axes[::-1])
    )
    tied = (said[one.id] + _longest(tie.why) for one in entries for tie in one.cells)
    return sum(along) + sum(tied)


def _said_of(change: LawChange) -> int:
    return _AROUND + _longest(change.what) + len(change.source)


def _longest(text: Mapping[str, str]) -> int:
    return max(map(len, text.values()), default=0)
