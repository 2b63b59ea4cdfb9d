r"""The kinds of value in model/fields.py as an editor meets them, each as JSON Schema.

To crosp every value is a text, and its key says what the text means. An editor gives values types first, so a schema
describes what yaml-language-server hands over by its defaults (YAML 1.2, core schema) and what JSON would hold:

- keys are texts, also the steps below `group_ratings`;
- `2` is a number and `"2"` a text, `true` a truth value, an empty value, `~` and `null` are null, and every other
  plain value is a text: a date such as 2026-10-15, `no`, and `2026-ht`;
- a number stands for its plainest spelling. An editor that is given 2 cannot tell whether the file says `2`, `2.0`,
  `02` or `+2`; crosp can, and takes the first.

What a schema accepts is accepted by crosp when it is written out again as JSON or YAML. So each kind here is as strict
as its field, down to the end of a pattern: `$(?!\n)`, since `$` alone lets a line end through in some languages. There
is one exception, which no pattern could take away without refusing what is right: a text may say `a <<<<<<< b`, and a
program that breaks long lines just there writes what crosp takes for a conflict marker from git.
"""

from collections.abc import Iterable
from typing import Any, NamedTuple

from crosp_cli.findings import Rule
from crosp_cli.model.fields import BLANK, DIGITS, LONGEST_SLUG, RESERVED, SLUG
from crosp_cli.model.framework import Framework
from crosp_cli.model.guidance import Questions
from crosp_cli.model.project import Project
from crosp_cli.reading.documents.kinds import DocumentKind
from crosp_cli.reading.rules import of_shape
from crosp_cli.reading.yaml.decode import FORBIDDEN
from crosp_cli.schemas.descriptions import Words
from crosp_cli.text.languages import pick

Schema = dict[str, Any]


class SchemaRequest(NamedTuple):
    """What a schema of a kind of document is made for. Without a project, any unit may be written."""

    kind: DocumentKind
    framework: Framework
    questions: Questions | None
    project: Project | None
    language: str


END = r"$(?!\n)"
"""The end of a text, in every language that reads patterns."""

ONE_OF_SEVERAL: Schema = {"properties": {}}
"""Means nothing; without it, yaml-language-server takes alternatives for each other and shows their title twice.

What may be empty stands last among the alternatives, for the same reason.
"""

_LARGEST_NUMBER = 2**53 - 1
"""The largest whole number that JSON's readers agree on; a short name with more digits goes in quotes."""

_MOST = 999_999
"""The largest number of six digits, see `DIGITS`."""

_NOT_A_TEXT = "".join(c if c in "-[]" else f"\\u{ord(c):04x}" for c in FORBIDDEN.pattern).strip("[]") + r"\ud800-\udfff"
_CONFLICT = r"(?:^|\n)[ \t]*(?:<{7}|>{7})(?:[ \n]|$)"
_TEXT = rf"^(?![\s\S]*{_CONFLICT})[^{_NOT_A_TEXT}]*$"
_FILLED = _TEXT.replace("^", rf"^(?=[\s\S]*[^{BLANK}])", 1)

_LEAP_YEAR = "(?:[0-9]{2}(?:0[48]|[2468][048]|[13579][26])|(?:0[48]|[2468][048]|[13579][26])00)"
_DAY_OF_YEAR = (
    "(?:(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])|(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)"
    "|02-(?:0[1-9]|1[0-9]|2[0-8]))"
)
_DAY = rf"^(?:(?!0000)[0-9]{{4}}-{_DAY_OF_YEAR}|{_LEAP_YEAR}-02-29){END}"


def kinds(words: Words) -> dict[str, Schema]:
    """Return each kind of value by its name; with ``-or-empty`` after it, the same where it may be left empty."""
    language = words.language
    strict: dict[str, Schema] = {
        "text": _any_text(_TEXT, of_shape.EXPECTED_TEXT, words.value("text"), language),
        "filled": _any_text(_FILLED, of_shape.EXPECTED_TEXT, words.value("filled"), language),
        "slug": _slug(SLUG, of_shape.NOT_AN_IDENTIFIER, language),
        "file-slug": _slug(rf"^(?!(?:{RESERVED.pattern}){END}){SLUG[1:]}", of_shape.NOT_AN_IDENTIFIER, language),
        "day": {"type": ["string"], "pattern": _DAY, **complaint(of_shape.NOT_A_DATE, language)},
        "whole": {
            "type": ["string", "integer"],
            "pattern": f"^(?:{DIGITS.pattern}){END}",
            "minimum": 0,
            "maximum": _MOST,
            **complaint(of_shape.NOT_A_NUMBER, language),
        },
    }
    return strict | {f"{name}-or-empty": _or_empty(kind) for name, kind in strict.items()}


def _any_text(pattern: str, rule: Rule, wrong: str, language: str) -> Schema:
    # Truth values and null are not written as `type`: yaml-language-server offers true, false and null where a type
    # includes them, to people in the midst of a word.
    return {
        "anyOf": [
            {
                "type": ["string", "number"],
                "pattern": pattern,
                "patternErrorMessage": wrong,
                "errorMessage": f"{pick(rule.message, language)} {pick(rule.help, language).format()}",
                **ONE_OF_SEVERAL,
            },
            {"not": {"type": ["string", "number", "array", "object", "null"]}},
        ]
    }


def _slug(pattern: str, rule: Rule, language: str) -> Schema:
    return {
        "type": ["string", "integer"],
        "pattern": pattern.removesuffix("$") + END,
        "maxLength": LONGEST_SLUG,
        "minimum": 0,
        "maximum": _LARGEST_NUMBER,
        **complaint(rule, language),
    }


def _or_empty(kind: Schema) -> Schema:
    if "type" in kind:
        return {**kind, "type": [*kind["type"], "null"]}
    text, _truth = kind["anyOf"]
    return {"anyOf": [text, {"not": {"type": ["string", "number", "array", "object"]}, **ONE_OF_SEVERAL}]}


def complaint(rule: Rule, language: str) -> Schema:
    """Return what an editor says of a value that will not do, in the words of crosp's own rule."""
    help_text = pick(rule.help, language).format()
    return {"patternErrorMessage": help_text, "errorMessage": help_text}


def choice(options: Iterable[tuple[str, str]], words: Words, *, empty: bool = False, nothing: str = "empty") -> Schema:
    """Return a choice among words, each with what it means; `nothing` names the text on what an empty value means."""
    values: list[Any] = []
    meanings: list[str] = []
    for word, meaning in options:
        for value in as_read(word):
            values.append(value)
            meanings.append(meaning)
    if empty:
        values.append(None)
        meanings.append(words.value(nothing))
    return {"enum": values, "enumDescriptions": meanings}


def as_read(word: str) -> list[Any]:
    """Return what an editor may make of a word: itself, and a number or truth value that is written like it."""
    if word in ("true", "false"):
        return [word == "true", word]
    if word.isascii() and word.isdigit() and str(int(word)) == word and int(word) <= _LARGEST_NUMBER:
        return [int(word), word]
    return [word]
