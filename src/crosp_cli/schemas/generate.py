"""JSON Schema of the files that crosp reads, for editors: completion, help on each key, and mistakes underlined.

And, for programs, of what commands write with `--format json`, which is the same for every project.

A schema is made for one project: its framework's cells, levels and steps, its units, in its language. It is JSON
Schema 2020-12 and uses nothing but what older editors understand too. `enumDescriptions`, `errorMessage` and
`patternErrorMessage` are annotations that yaml-language-server and VS Code show; others pass them over.

Whatever a schema accepts, crosp accepts, in reading and in shape. What no schema can say is left to
`crosp validate`: that an id stands once in a list (CR114), that the steps of a scale keep their order (CR134, CR135),
that a framework's six files agree (CR13x), and the limits on a whole file.

A schema may be stricter, since it knows the project as it was: a unit is one of those in crosp.yaml, the framework is
the one that is used, and every text of a framework has all its languages. In an editor `true` and `null` are no short
names unless they stand in quotes.
"""

import json

from crosp_cli.model.framework import Framework
from crosp_cli.model.guidance import Questions
from crosp_cli.model.project import Project
from crosp_cli.output.formats import ANSWERS
from crosp_cli.reading.documents import kinds
from crosp_cli.schemas.descriptions import Words
from crosp_cli.schemas.outputs import answer_schema
from crosp_cli.schemas.values import Schema, SchemaRequest

DIALECT = "https://json-schema.org/draft/2020-12/schema"
_MARK = "crosp schema"


def schema(
    kind: str, framework: Framework, questions: Questions | None, project: Project | None, language: str
) -> Schema:
    """Return the schema of a kind of document, or of one of `ANSWERS`. Without a project, any unit may be written."""
    if kind in ANSWERS:
        return schema_of_answer(kind, language)
    asked = SchemaRequest(kinds.KINDS[kind], framework, questions, project, language)
    return _marked(kind, "made", asked.kind.schema(asked), language)


def schema_of_answer(kind: str, language: str) -> Schema:
    """Return the schema of one of `ANSWERS`, what a command writes, for which no framework needs to be read."""
    return _marked(kind, "same-for-all", answer_schema(kind, language), language)


def _marked(kind: str, told: str, made: Schema, language: str) -> Schema:
    return {"$schema": DIALECT, "$comment": f"{_MARK} {kind}. {Words(language).value(told)}", **made}


def as_json(made: Schema) -> str:
    """Return a schema as the text of a file."""
    return json.dumps(made, ensure_ascii=False, indent=1) + "\n"


def is_ours(text: str) -> bool:
    """Whether `text` is a schema that crosp has made, and may make again."""
    try:
        found = json.loads(text)
    except ValueError:
        return False
    return isinstance(found, dict) and str(found.get("$comment", "")).startswith(f"{_MARK} ")
