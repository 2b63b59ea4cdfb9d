"""The schema of crosp.yaml: made for the project's framework, so that an editor knows its school forms and so on."""

import re

from crosp_cli.checks.registry import EVERY_CHECK
from crosp_cli.model.project import Checks, Project
from crosp_cli.reading.documents.framework import BUILT_IN
from crosp_cli.schemas.descriptions import Words
from crosp_cli.schemas.from_models import Parts
from crosp_cli.schemas.values import END, ONE_OF_SEVERAL, Schema, SchemaRequest, choice
from crosp_cli.text.languages import LANGUAGES, NAMES, TAG, pick

_CODE = f"^CR(?:[2-9]|1[0-9])[0-9]{{2}}{END}"


def project_schema(asked: SchemaRequest) -> Schema:
    """Return the schema of a project's crosp.yaml."""
    words = Words(asked.language)
    head = asked.framework.head
    parts = Parts(words, {"rule-code": rule_code(words)})
    parts.decided = {
        ("Project", "framework"): {"const": asked.project.framework if asked.project else BUILT_IN},
        ("Organiser", "type"): parts.among(head.organiser_types),
        ("Unit", "school_forms"): parts.items(parts.among(head.school_forms)),
        ("Project", "language"): _language(words),
        ("Checks", "severity"): _severity(words),
    }
    return parts.document(Project)


def _language(words: Words) -> Schema:
    known = choice(((code, words.pick(name)) for code, name in NAMES.items()), words)
    any_other: Schema = {"type": "string", "pattern": TAG.removesuffix("$") + END}
    return {"anyOf": [{**known, **ONE_OF_SEVERAL}, {**any_other, **ONE_OF_SEVERAL}], "default": LANGUAGES[0]}


def _meanings(words: Words) -> dict[str, str]:
    """What each check says, with its values left open."""
    return {check.rule.code: re.sub(r"\{\w+\}", "…", pick(check.rule.message, words.language)) for check in EVERY_CHECK}


def rule_code(words: Words) -> Schema:
    """A code. A later version of crosp may have others than those an editor offers."""
    return {
        "anyOf": [
            choice(_meanings(words).items(), words),
            {"title": words.of_key(Checks, "ignore")["title"], "type": "string", "pattern": _CODE},
        ]
    }


def _severity(words: Words) -> Schema:
    severities = choice(
        ((word, words.of_choice(Checks, "severity", word)) for word in ("error", "warning", "note")), words
    )
    known = {
        code: {"title": words.value("code", code=code), "description": meaning, **severities}
        for code, meaning in _meanings(words).items()
    }
    return {
        "type": "object",
        "properties": known,
        "patternProperties": {_CODE: severities},
        "additionalProperties": False,
    }
