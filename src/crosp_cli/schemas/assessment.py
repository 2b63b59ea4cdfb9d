"""The schema of an assessment: made for one framework, so that an editor knows its cells, levels, steps and groups."""

from collections.abc import Iterator

from crosp_cli.editing.wording import words
from crosp_cli.model.assessment import Assessment, Cell, Place
from crosp_cli.model.framework import Entry, Level
from crosp_cli.model.guidance import Question, Questions
from crosp_cli.reading.rules import of_shape
from crosp_cli.schemas.descriptions import Words
from crosp_cli.schemas.from_models import Parts, mapping
from crosp_cli.schemas.values import ONE_OF_SEVERAL, Schema, SchemaRequest, as_read, choice
from crosp_cli.text.languages import pick
from crosp_cli.text.paragraphs import lines_of


def assessment_schema(asked: SchemaRequest) -> Schema:
    """Return the schema of the assessments that a project makes with a framework."""
    return _Maker(asked).schema()


class _Maker:
    def __init__(self, asked: SchemaRequest) -> None:
        self.framework = asked.framework
        self.questions = asked.questions or Questions(current_state={}, need={}, measures={})
        self.project = asked.project
        self.units = asked.project.units if asked.project else ()
        self.words = Words(asked.language)
        self.parts = Parts(self.words)

    def schema(self) -> Schema:
        self.parts.decided = self._decided()
        # Every level has its own questions, and says whether there is a unit.
        levels = [
            {
                "if": {"properties": {"level": {"enum": as_read(level.id)}}, "required": ["level"]},
                "then": self._at_level(level),
            }
            for level in self.framework.head.levels
        ]
        return self.parts.document(Assessment, allOf=levels)

    # --- what the framework decides ---------------------------------------------------------------------------

    def _decided(self) -> dict[tuple[str, str], Schema]:
        head, among = self.framework.head, self.parts.among
        return {
            ("Assessment", "framework"): {"const": self.framework.name},
            ("Assessment", "level"): among(head.levels),
            ("Assessment", "unit"): self._unit(),
            ("Assessment", "cells"): {"type": ["object", "null"]},
            ("Participants", "group"): among(head.groups),
            ("CurrentState", "rating"): self.parts.step(head.scale.steps),
            ("CurrentState", "group_ratings"): self._group_ratings(),
            ("Need", "target"): self.parts.step(head.scale.steps),
            ("Measure", "scope"): among(head.scopes, empty=True),
            ("Measure", "orientation"): among(head.orientations, empty=True),
            ("Collaboration", "solves_at"): among(head.levels, empty=True),
            ("Assessment", "kept_from"): self._kept(),
        }

    def _kept(self) -> Schema:
        """What is kept from older versions of the framework: texts under any keys, to any depth."""
        within: Schema = {"$ref": "#/$defs/kept"}
        keys = {"propertyNames": self.parts.kind("text"), "additionalProperties": within}
        shapes = [
            {**self.parts.kind("text", empty=True), **ONE_OF_SEVERAL},
            {"type": "array", "items": within, **ONE_OF_SEVERAL},
            {"type": "object", **keys},
        ]
        return {"type": ["object", "null"], **keys, "additionalProperties": self.parts.refer("kept", {"anyOf": shapes})}

    def _unit(self) -> Schema:
        if not self.units:
            return self.parts.kind("slug", empty=True)
        return choice(((unit.id, unit.name) for unit in self.units), self.words, empty=True)

    def _group_ratings(self) -> Schema:
        counts = mapping(dict(self._counts()))
        groups = self.framework.head.groups
        if not groups:
            return {
                "type": ["object", "null"],
                "propertyNames": self.parts.kind("slug"),
                "additionalProperties": counts,
            }
        described = {
            group.id: {
                "title": self.words.pick(group.title),
                "description": self.words.value("counts", group=self.words.pick(group.title)),
                **counts,
            }
            for group in groups
        }
        return mapping(described, empty=True)

    def _counts(self) -> Iterator[tuple[str, Schema]]:
        for step in self.framework.head.scale.steps:
            label = self.words.pick(step.label)
            told = {"title": label, "description": self.words.value("count", step=f"{step.value} ({label})")}
            yield str(step.value), {**told, **self.parts.kind("whole")}

    # --- what each level decides ------------------------------------------------------------------------------

    def _at_level(self, level: Level) -> Schema:
        told = {key: self.words.of_key(Assessment, key) for key in ("unit", "cells")}
        cells = {**told["cells"], **self.parts.refer(f"cells-{level.id}", self._cells(level))}
        language = self.words.language
        if level.concerns == "organiser":
            unit: Schema = {"type": "null", "errorMessage": pick(of_shape.HAS_UNIT.message, language)}
            return {"properties": {"unit": {**told["unit"], **unit}, "cells": cells}}
        unit = {"type": ["string", "integer"], "errorMessage": pick(of_shape.NEEDS_UNIT.message, language)}
        return {"properties": {"unit": {**told["unit"], **unit}, "cells": cells}, "required": ["unit"]}

    def _cells(self, level: Level) -> Schema:
        # The type, which the cell has too, makes editors write a colon and a new line after the key.
        cell = {
            "type": ["object", "null"],
            "allOf": [self.parts.refer(f"cell-{level.id}", self._cell(level))],
            "if": self.parts.refer("not-applicable", _NOT_APPLICABLE),
            "then": self.parts.refer("alone", self._alone()),
        }
        rows: Schema = {}
        for principle in self.framework.principles.entries:
            columns: Schema = {}
            for area in self.framework.areas.entries:
                title = self.words.pick(self.framework.cell_title(Place(principle.id, area.id)))
                columns[area.id] = {"title": title, "description": self._question(principle, area, level), **cell}
            rows[principle.id] = {**self.words.of_entry(principle), **mapping(columns, empty=True)}
        return mapping(rows, empty=True)

    def _cell(self, level: Level) -> Schema:
        """A cell at a level, with what the framework calls the three steps and what it asks in them."""
        cell = self.parts.record(Cell)
        asked = {"need": self.questions.need, "measures": self.questions.measures}
        for step in self.framework.head.steps:
            told = cell["properties"][step.id]
            told["title"] = self.words.pick(step.title)
            described = [self.words.pick(step.description)] if step.description else [told["description"]]
            question = asked.get(step.id, {}).get(level.id)
            told["description"] = "\n".join([*described, *self._asked(question, level)])
        return mapping(cell["properties"], empty=True)

    def _alone(self) -> Schema:
        others = [key for key in Cell.model_fields if key != "not_applicable"]
        return {"properties": dict.fromkeys(others, False), "errorMessage": self.words.alone(Cell)}

    def _question(self, principle: Entry, area: Entry, level: Level) -> str:
        question = self.questions.current_state.get(principle.id, {}).get(area.id, {}).get(level.id)
        return "\n".join(self._asked(question, level)) or self.words.entry(area)

    def _asked(self, question: Question | None, level: Level) -> Iterator[str]:
        """What is asked; where units of the project are asked otherwise, also how they are, by their school forms."""
        asked = self.project.asked_at(level) if self.project else frozenset()
        wordings = list(question.wordings(asked)) if question else []
        for forms, wording in wordings:
            if forms and len(wordings) > 1:
                yield f"{', '.join(self.words.pick(self.framework.title_of('school_forms', one)) for one in forms)}:"
            yield from lines_of(pick(wording.question, self.words.language))
            yield from (f"– {self.words.pick(probe)}" for probe in wording.probes)
            if wording.evidence:
                yield f"{words(self.words.language).evidence_may_be} {self.words.pick(wording.evidence)}"


_NOT_APPLICABLE: Schema = {"properties": {"not_applicable": {"not": {"type": "null"}}}, "required": ["not_applicable"]}
