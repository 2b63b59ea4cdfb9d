"""From a tree to a model, or to findings that say what is out of shape and where."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache
from itertools import zip_longest
from typing import Any, Literal, Protocol, TypeVar, get_args, get_origin

from pydantic import BaseModel, ValidationError

from crosp_cli.findings import NOT_TOLD, Finding, Location, Quoted, Rule, Value, as_written
from crosp_cli.limits import SUGGESTIONS
from crosp_cli.model.fields import SLUG
from crosp_cli.reading.rules import of_reading, of_shape
from crosp_cli.reading.yaml.decode import INVISIBLE, name_of
from crosp_cli.reading.yaml.slips import BULLET, KEY_WITHOUT_SPACE, OUT_OF_PLACE
from crosp_cli.reading.yaml.tree import Node, Steps, Tree
from crosp_cli.text.languages import TAG
from crosp_cli.text.slugs import nearest_to
from crosp_cli.text.written_days import written_day

M = TypeVar("M", bound=BaseModel)

_BY_TYPE: dict[str, Rule] = {
    "crosp_date": of_shape.NOT_A_DATE,
    "crosp_number": of_shape.NOT_A_NUMBER,
    "crosp_reserved": of_shape.NAME_UNFIT_FOR_FILES,
    "crosp_not_alone": of_shape.NOT_ALONE,
    "string_type": of_shape.EXPECTED_TEXT,
    "string_pattern_mismatch": of_shape.NOT_AN_IDENTIFIER,
    "string_too_long": of_shape.NOT_AN_IDENTIFIER,
    "crosp_blank": of_shape.EMPTY_VALUE,
    "crosp_long_name": of_shape.LONG_NAME,
    "crosp_long_definition": of_shape.LONG_DEFINITION,
    "crosp_long_patterns": of_shape.LONG_PATTERNS,
    "crosp_long_changes": of_shape.LONG_CHANGES,
    "too_short": of_shape.EMPTY_VALUE,
    "tuple_type": of_shape.EXPECTED_LIST,
    "dict_type": of_shape.EXPECTED_MAPPING,
    "model_type": of_shape.EXPECTED_MAPPING,
    "model_attributes_type": of_shape.EXPECTED_MAPPING,
    "literal_error": of_shape.NOT_A_CHOICE,
    "int_type": of_shape.NOT_A_NUMBER,
    "date_type": of_shape.NOT_A_DATE,
}


class Meanings(Protocol):
    """What knows which name, key or step somebody meant who wrote a title of it."""

    def advice(self, record: type, key: str, rule: Rule, text: str) -> tuple[Rule, Mapping[str, Value]] | None:
        """Return a better rule than `rule` for a text at a record's key, with what its words need; None if none is."""

    def key(self, record: type, allowed: Iterable[str], written: str) -> str | None:
        """Return the key of a record that is called `written` in one of crosp's languages."""


def into(model: type[M], tree: Tree, meanings: Callable[[], Meanings] | None = None) -> tuple[M | None, list[Finding]]:
    """Return `tree` as a `model`, or None with every finding on its shape; `meanings` is asked where something is."""
    try:
        return model.model_validate(tree.data), []
    except ValidationError as error:
        problems = [one for one in error.errors(include_url=False) if not _is_said_twice(one)]
        asked = [meanings() if meanings else None] * SUGGESTIONS
        return None, [_finding(model, tree, p, meant) for p, meant in zip_longest(problems, asked[: len(problems)])]


def _is_said_twice(problem: Mapping[str, Any]) -> bool:
    """Whether a list has too few entries only because those that have mistakes do not count."""
    return problem["type"] == "too_short" and bool(len(problem["input"]) >= problem["ctx"]["min_length"])


@lru_cache(maxsize=1024)
def _nearest(word: str, allowed: tuple[str, ...]) -> str | None:

    found = nearest_to(word, allowed, alike=0.7)
    return found[0] if found else None


def near(word: str, allowed: Iterable[str]) -> str | None:
    """Return the allowed word that someone who wrote `word` most likely meant, or None."""
    known = tuple(allowed)
    if len(word) > 2 * max(map(len, known), default=0):
        return None
    return _nearest(word.lower(), known)


def invisible(text: str, tree: Tree, at: Location) -> Finding | None:
    """Return the finding for the first invisible character in `text`, a key or value that stands `at` there."""
    match = INVISIBLE.search(text)
    if match is None:
        return None
    column = _lines(tree.text)[at.line - 1].find(match[0], at.column - 1) + 1
    location = Location(at.path, at.line, column or at.column)
    return Finding(of_reading.INVISIBLE_CHARACTER, location, {"name": name_of(match[0])})


@lru_cache(maxsize=1)
def _lines(text: str) -> list[str]:
    """The lines of `text`, which many findings in a row ask for."""
    return text.split("\n")


def listed(words: Iterable[str]) -> str:
    """Return `words` as they stand in a message: a, b, c."""
    return ", ".join(words)


def _finding(model: type[BaseModel], tree: Tree, problem: Mapping[str, Any], meant: Meanings | None) -> Finding:
    found = _found(model, tree, problem, meant)
    value, steps = found.values.get("value"), [step for step in problem["loc"] if step != "[key]"]
    if value is None or not (_counts_people(steps) or (steps[-1:] == ["group"] and as_written(str(value)) is NOT_TOLD)):
        return found
    return found._replace(values={**found.values, "value": NOT_TOLD})


def _counts_people(steps: Sequence[Any]) -> bool:
    """Whether a step that people chose stands there, or how many people: a slip of the pen tells that of few."""
    in_response = steps[:1] == ["steps"] and all(isinstance(step, str) for step in steps)
    return "group_ratings" in steps[:-2] or in_response or steps[-1:] in (["count"], ["number"], ["answered"])


def _found(model: type[BaseModel], tree: Tree, problem: Mapping[str, Any], meant: Meanings | None) -> Finding:
    kind, steps = problem["type"], tuple(problem["loc"])
    if kind == "extra_forbidden":
        return _unknown_key(model, tree, steps, meant)
    if kind == "missing":
        return Finding(of_shape.MISSING_KEY, tree.key_at(steps[:-1]), {"key": str(steps[-1])})
    if steps and steps[-1] == "[key]":
        steps = steps[:-1]
        return _of_text(_key_rule(kind), str(steps[-1]), tree, tree.key_at(steps), problem)
    value = problem["input"]
    if kind in ("too_short", "too_long") and value:
        return _wrong_count(problem["ctx"], _where(tree, steps, of_shape.TOO_FEW))
    rule = _BY_TYPE.get(kind, of_shape.EXPECTED_TEXT)
    if value is None and rule is not of_shape.NOT_ALONE:
        rule = of_shape.EMPTY_VALUE
    elif not isinstance(value, str) and rule in _NEED_TEXT:
        rule = of_shape.EXPECTED_ONE_VALUE
    elif rule is of_shape.NOT_A_NUMBER and steps[-1] in _MAY_BE_EMPTY:
        rule = of_shape.NOT_A_NUMBER_OR_NOTHING
    elif rule is of_shape.NOT_A_DATE and isinstance(value, str) and _DAY.fullmatch(value):
        rule = of_shape.NO_SUCH_DAY
    at = _where(tree, steps, rule)
    if isinstance(value, str):
        found = _of_text(rule, value, tree, at, problem)
        if meant and found.rule is rule and (better := meant.advice(*_record_and_key(model, steps), rule, value)):
            return Finding(better[0], at, {"value": Quoted(value), **better[1]})
    else:
        found = Finding(_meant(rule, value, tree, at), at)
    if found.rule is of_shape.EXPECTED_MAPPING and "group_ratings" in steps[-2:]:
        name = str(steps[-1])  # what is no short name may be a step in words, such as "Påbörjat"
        group = as_written(name) if re.fullmatch(SLUG, name) else "teachers"
        return Finding(of_shape.EXPECTED_COUNTS, at, {"group": group})
    if found.rule is of_shape.EXPECTED_MAPPING and (allowed := _keys_of(model, steps)):
        return Finding(of_shape.EXPECTED_KEYS, at, {"allowed": listed(allowed)})
    return found


def _wrong_count(context: Mapping[str, Any], at: Location) -> Finding:
    """The finding for a list with more or fewer entries than belong there."""
    rule, limit = (of_shape.TOO_MANY, "max_length") if "max_length" in context else (of_shape.TOO_FEW, "min_length")
    return Finding(rule, at, {"count": context["actual_length"], "limit": context[limit]})


def _of_text(rule: Rule, text: str, tree: Tree, at: Location, problem: Mapping[str, Any]) -> Finding:
    """The finding for a key or a value that is a text, but not of the sort that should stand there."""
    if (rule in _NEED_TEXT or OUT_OF_PLACE.match(text)) and (hidden := invisible(text, tree, at)):
        return hidden
    values: dict[str, Value] = {"value": Quoted(text)}
    if rule is of_shape.NOT_A_DATE and (day := written_day(text)):
        return Finding(of_shape.DAY_IN_OTHER_WORDS, at, {**values, "day": Quoted(str(day))})
    context = problem.get("ctx", {})
    if context.get("pattern") == TAG:
        return Finding(of_shape.NOT_A_LANGUAGE, at, values)
    if context.get("pattern", SLUG) != SLUG:
        return Finding(of_shape.NOT_A_CHOICE, at, {**values, "allowed": _CODES})
    if rule is of_shape.NOT_A_CHOICE:
        values["allowed"] = listed(re.findall(r"'([^']*)'", context["expected"]))
    return Finding(_meant(rule, text, tree, at), at, values)


_NEED_TEXT = (
    of_shape.NOT_A_DATE,
    of_shape.NOT_A_NUMBER,
    of_shape.NOT_A_NUMBER_OR_NOTHING,
    of_shape.NOT_AN_IDENTIFIER,
    of_shape.NOT_A_CHOICE,
)
_MAY_BE_EMPTY = ("rating", "target", "count")
"""The numbers that a person may leave out."""
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_CODES = {"sv": "koderna CR200 till CR1999", "en": "the codes CR200 to CR1999"}


def _meant(rule: Rule, value: Node, tree: Tree, at: Location) -> Rule:
    """What a value of the wrong kind tells of the mistake: a missing space, or a colon too many."""
    begins = next(iter(value), "") if isinstance(value, dict) else value
    if rule is of_shape.EXPECTED_LIST and isinstance(begins, str) and BULLET.match(begins):
        return of_reading.NOT_AN_ITEM
    if rule is of_shape.EXPECTED_MAPPING and isinstance(value, str) and KEY_WITHOUT_SPACE.match(value):
        return of_reading.NO_COLON
    if rule is of_shape.EXPECTED_TEXT and isinstance(value, dict) and len(value) == 1:
        by_a_sign = _lines(tree.text)[at.line - 1].startswith(("{", "?"), at.column - 1)
        return rule if by_a_sign else of_reading.COLON_IN_TEXT
    return rule


def _key_rule(kind: str) -> Rule:
    rule = _BY_TYPE.get(kind, of_shape.NOT_AN_IDENTIFIER)
    return of_shape.NOT_AN_IDENTIFIER if rule is of_shape.EMPTY_VALUE else rule


def _where(tree: Tree, steps: Steps, rule: Rule) -> Location:
    if rule is of_shape.NOT_ALONE:
        return tree.key_at((*steps, "not_applicable"))
    if rule is of_shape.EMPTY_VALUE:
        return tree.key_at(steps)
    return tree.value_at(steps)


def _unknown_key(model: type[BaseModel], tree: Tree, steps: Steps, meant: Meanings | None) -> Finding:
    key = str(steps[-1])
    record = _at(model, steps[:-1])
    allowed = _keys_of(model, steps[:-1])
    at = tree.key_at(steps)
    if hidden := invisible(key, tree, at):
        return hidden
    if key.partition(":")[0] in allowed:
        return Finding(of_reading.NO_COLON, at)
    values: dict[str, Value] = {"key": as_written(key), "allowed": listed(allowed)}
    suggestion = near(key.replace("-", "_"), allowed) or meant.key(record, allowed, key) if meant else None
    if suggestion is None:
        return Finding(of_shape.UNKNOWN_KEY, at, values)
    return Finding(of_shape.UNKNOWN_KEY_NEAR, at, {**values, "near": suggestion})


def _keys_of(model: type[BaseModel], steps: Steps) -> list[str]:
    """The keys that may stand where `steps` lead; none if any may."""
    current = _at(model, steps)
    return [field.alias or name for name, field in current.model_fields.items()] if _is_record(current) else []


def _record_and_key(model: type[BaseModel], steps: Steps) -> tuple[type, str]:
    """The innermost record on the way that `steps` lead, and the key in it."""
    place = max((number for number in range(len(steps)) if _is_record(_at(model, steps[:number]))), default=0)
    return _at(model, steps[:place]), str(steps[place]) if steps else ""


def _at(model: type[BaseModel], steps: Steps) -> Any:
    """What stands where `steps` lead, found by following the models' annotations."""
    current: Any = model
    for step in steps:
        if _is_record(current):
            field = next(f for name, f in current.model_fields.items() if (f.alias or name) == step)
            current = field.annotation
        else:
            current = get_args(current)[-1] if get_origin(current) is dict else get_args(current)[0]
        current = _bare(current)
    return current


def _is_record(annotation: Any) -> bool:
    return isinstance(annotation, type) and issubclass(annotation, BaseModel)


def _bare(annotation: Any) -> Any:
    """The annotation without `Annotated` and `| None` around it."""
    while get_origin(annotation) not in (None, dict, tuple, Literal):
        annotation = next(a for a in get_args(annotation) if a is not type(None))
    return annotation
