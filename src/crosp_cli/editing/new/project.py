"""The text of a new crosp.yaml."""

from collections.abc import Sequence
from dataclasses import dataclass

from crosp_cli.editing.wording import words
from crosp_cli.editing.yaml_writer import comment, mapping, scalar
from crosp_cli.model.project import FORMAT


@dataclass(frozen=True, slots=True)
class NewUnit:
    """A unit to list."""

    id: str
    name: str
    school_forms: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class NewProject:
    """What crosp.yaml says of a new project."""

    framework: str
    language: str
    organiser_id: str
    organiser_name: str
    organiser_type: str
    units: Sequence[NewUnit]


def project_text(new: NewProject) -> str:
    """Return crosp.yaml for `new`, with comments on what people may want to change."""
    told = words(new.language)
    head = {"format": FORMAT, "framework": new.framework, "language": new.language}
    organiser = {"id": new.organiser_id, "name": new.organiser_name, "type": new.organiser_type}
    return "".join(
        (
            comment(told.project),
            mapping(head),
            f"organiser: {_flow(organiser)}\n",
            comment(told.units),
            "units:\n" if new.units else "units: []\n",
            *(f"  - {_unit(unit)}\n" for unit in new.units),
            comment(told.checks),
            "checks: {ignore: [], fail_on: error}\n",
        )
    )


def _unit(unit: NewUnit) -> str:
    forms = ", ".join(scalar(form) for form in unit.school_forms)
    return f"{{{_pairs({'id': unit.id, 'name': unit.name})}, school_forms: [{forms}]}}"


def _flow(values: dict[str, str]) -> str:
    return f"{{{_pairs(values)}}}"


def _pairs(values: dict[str, str]) -> str:
    # Inside { } a comma ends a value, so a text with one is quoted, as `scalar` quotes what it must.
    return ", ".join(f"{key}: {scalar(value) if ',' not in value else _quoted(value)}" for key, value in values.items())


def _quoted(value: str) -> str:
    import json

    return json.dumps(value, ensure_ascii=False)
