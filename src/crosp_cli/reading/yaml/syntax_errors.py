"""What libyaml says when it gives up, put so that a person who never heard of YAML knows what to do."""

import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from itertools import takewhile
from typing import Any, NamedTuple

import yaml
from yaml.error import MarkedYAMLError
from yaml.events import CollectionEndEvent, CollectionStartEvent, ScalarEvent

from crosp_cli.findings import Finding, Location, Rule
from crosp_cli.reading.rules import of_reading
from crosp_cli.reading.yaml.decode import name_of
from crosp_cli.reading.yaml.slips import BULLET, KEY_WITHOUT_SPACE, OUT_OF_PLACE

_BY_PROBLEM: tuple[tuple[str, Rule], ...] = (
    ("found a tab character", of_reading.TAB),
    ("scanning a block scalar | did not find expected comment or line break", of_reading.TEXT_AFTER_BLOCK_SIGN),
    ("found an indentation indicator equal to 0", of_reading.TEXT_AFTER_BLOCK_SIGN),
    ("found undefined tag handle", of_reading.TAG),
    ("did not find expected tag", of_reading.TAG),
    ("while scanning a tag", of_reading.TAG),
    ("while parsing a tag", of_reading.TAG),
    ("mapping values are not allowed", of_reading.COLON_IN_TEXT),
    ("found unexpected end of stream", of_reading.UNCLOSED),
    ("found unexpected document indicator", of_reading.UNCLOSED),
    ("did not find expected ',' or ']'", of_reading.UNCLOSED),
    ("did not find expected ',' or '}'", of_reading.UNCLOSED),
    ("did not find expected '-' indicator", of_reading.LEVEL_WITH_DASHES),
    ("did not find expected key", of_reading.INDENTATION),
    ("block sequence entries are not allowed", of_reading.DASH_AFTER_KEY),
    ("block mapping keys are not allowed", of_reading.INDENTATION),
    ("mapping keys are not allowed", of_reading.SPECIAL_START),
    ("did not find expected node content", of_reading.SPECIAL_START),
    ("found character that cannot start any token", of_reading.SPECIAL_START),
    ("did not find expected comment or line break", of_reading.SPECIAL_START),
    ("while scanning a directive", of_reading.SPECIAL_START),
    ("did not find expected alphabetic or numeric character", of_reading.ALIAS),
    ("could not find expected ':'", of_reading.NO_COLON),
    ("found unknown escape character", of_reading.ESCAPE),
    ("invalid Unicode character escape", of_reading.ESCAPE),
    ("did not find expected hexdecimal number", of_reading.ESCAPE),
    ("did not find expected <document start>", of_reading.SECOND_DOCUMENT),
)

_WHERE_IT_BEGAN = (
    of_reading.UNCLOSED,
    of_reading.NO_COLON,
    of_reading.SPECIAL_START,
    of_reading.ALIAS,
    of_reading.TAG,
    of_reading.TEXT_AFTER_BLOCK_SIGN,
)
"""Rules where the place to look is where it began, not where libyaml gave up."""

_KEY = re.compile(r" *(?:- +)*[a-z_]+")
_WORD = re.compile(r" *(?:- +)*([a-z][a-z0-9_-]*)(?= |$)")
"""What may be a key that lacks its colon: the first word of a line."""
_NEXT_KEY = re.compile(r" *(?:- +)*([a-z][a-z0-9_-]*)(?=:(?: |$))")
_HOLDS_COLON = re.compile(r":(?:\s|$)")
_ENDS_IN_COLON = re.compile(r":\s*(?:#.*)?$")
_ITEM = re.compile(r" *-(?: |$)")
_NEXT_KEY_OR_ITEM = re.compile(r" *(?:- |[a-z_]+:(?: |$))")

_STEP = 2
"""How many spaces one level of indentation is."""


class Spot(NamedTuple):
    """A place in the text, counted from 0."""

    lines: list[str]
    number: int
    column: int

    @property
    def line(self) -> str:
        """The line it is on."""
        return self.lines[self.number]

    @property
    def before(self) -> str:
        """What stands before it on its line, without spaces at the end."""
        return self.line[: self.column].rstrip()

    @property
    def above(self) -> Iterator["Spot"]:
        """The lines above it, the nearest first, that are neither blank nor a comment."""
        for number in range(self.number - 1, -1, -1):
            if (content := self.lines[number].lstrip()) and not content.startswith("#"):
                yield self.at(number)

    @property
    def character(self) -> str:
        """What stands there; "" at the end of the line."""
        return self.line[self.column : self.column + 1]

    def at(self, number: int, column: int | None = None) -> "Spot":
        """Another place in the same text; without a column, the first character of the line."""
        if number >= len(self.lines):  # libyaml ends the last line itself
            number, column = len(self.lines) - 1, len(self.lines[-1])
        if column is None:
            column = len(self.lines[number]) - len(self.lines[number].lstrip())
        return self._replace(number=number, column=column)


def explain(error: MarkedYAMLError, text: str, path: str) -> Finding:
    """Return the finding for a text that libyaml could not read, at the place a person should look at."""
    problem = f"{error.context or ''} | {error.problem or ''}"
    rule = next((rule for words, rule in _BY_PROBLEM if words in problem), of_reading.NOT_YAML)
    mark = error.problem_mark or error.context_mark
    if mark is None:
        return Finding(rule, Location(path))
    lines = text.split("\n")
    gave_up = spot = Spot(lines, 0, 0).at(mark.line, mark.column)
    if rule in _WHERE_IT_BEGAN and error.context_mark is not None:
        spot = spot.at(error.context_mark.line, error.context_mark.column)
    if rule not in (of_reading.UNCLOSED, of_reading.ESCAPE):
        for number in (spot.number, gave_up.number):
            if hidden := OUT_OF_PLACE.match(lines[number]):
                location = Location(path, number + 1, hidden.start(1) + 1)
                return Finding(of_reading.INVISIBLE_CHARACTER, location, {"name": name_of(hidden[1])})
            indent = lines[number][: gave_up.at(number).column]
            if "\t" in indent:
                return Finding(of_reading.TAB, Location(path, number + 1, indent.index("\t") + 1))
    rule, spot = _NARROWED.get(rule, _as_it_is)(rule, spot, gave_up)
    return Finding(rule, Location(path, spot.number + 1, spot.column + 1))


def no_keys(value: str | None, location: Location) -> Finding:
    """Return the finding for a file that holds a text, `value`, where its first key should stand."""
    if value is None:
        return Finding(of_reading.EMPTY, Location(location.path))
    if hidden := OUT_OF_PLACE.match(value):
        location = location._replace(column=location.column + hidden.start(1))
        return Finding(of_reading.INVISIBLE_CHARACTER, location, {"name": name_of(hidden[1])})
    return Finding(of_reading.NO_COLON if KEY_WITHOUT_SPACE.match(value) else of_reading.NOT_A_MAPPING, location)


def _as_it_is(rule: Rule, spot: Spot, _gave_up: Spot) -> tuple[Rule, Spot]:
    return rule, spot


# What the lines themselves tell beyond libyaml's words, which are the same for several mistakes.


def _colon(rule: Rule, spot: Spot, _gave_up: Spot) -> tuple[Rule, Spot]:
    if spot.before.endswith(":"):
        return of_reading.SPECIAL_START, spot
    if ": " in spot.before:
        return rule, spot
    # The line's first colon: it makes a key, had the text of the lines before not gone on into this one.
    first = spot.number
    while first and KEY_WITHOUT_SPACE.match(spot.lines[first - 1]):
        first -= 1
    if first < spot.number:
        return of_reading.NO_COLON, spot.at(first)
    above = spot.at(max(spot.number - 1, 0))
    if BULLET.match(above.line, above.column):
        return of_reading.NOT_AN_ITEM, above
    if lacks_colon := _key_without_colon(spot):
        return of_reading.NO_COLON, lacks_colon
    if _KEY.fullmatch(spot.before):
        return of_reading.INDENTATION, spot.at(spot.number)
    return rule, spot


def _key_without_colon(spot: Spot) -> Spot | None:
    """The word above the key at `spot` that was read as a text, when it was meant as a key; None if there is none."""
    key = _NEXT_KEY.match(spot.line)
    first: Spot | None = None
    for line in spot.above:
        if _ITEM.match(line.line) and not _HOLDS_COLON.search(line.line):
            first = line
            break
        if _HOLDS_COLON.search(line.line):
            # A value on the key's own line goes on below it; only after a key alone does the next line begin a value.
            first = first if _ENDS_IN_COLON.search(line.line) else None
            break
        first = line
    word = first and _WORD.match(first.line)
    if not (key and first and word) or key.start(1) < word.start(1):
        return None
    alone = not first.line[word.end() :].strip()
    return first if alone or _KEY.fullmatch(key[0]) else None


def _after_value(rule: Rule, spot: Spot, _gave_up: Spot) -> tuple[Rule, Spot]:
    if spot.before.endswith(("'", '"')):
        return _after_quote(spot)
    if spot.before.endswith(("]", "}")):
        return of_reading.TEXT_AFTER_BRACKET, spot
    if spot.character in ("]", "}"):
        return of_reading.UNOPENED, spot
    if spot.character in (":", "?"):
        return of_reading.KEY_NOT_TEXT, spot
    if not spot.before and rule is of_reading.LEVEL_WITH_DASHES and BULLET.match(spot.line, spot.column):
        return of_reading.NOT_AN_ITEM, spot
    if not spot.before and _ITEM.match(spot.line):
        return (of_reading.DASH_OUT_OF_LINE if _near_a_dash(spot) else of_reading.INDENTATION), spot
    if not spot.before and (lacks_colon := _key_without_colon(spot)):
        return of_reading.NO_COLON, lacks_colon
    return rule, spot


def _near_a_dash(spot: Spot) -> bool:
    """Whether the dash at `spot` stands a step or less from those of the list that the lines above belong to."""
    least = len(spot.lines[spot.number])
    for line in spot.above:
        if line.column < least and _ITEM.match(line.line):
            return abs(line.column - spot.column) <= _STEP
        least = min(least, line.column)
    return False


def _after_quote(spot: Spot) -> tuple[Rule, Spot]:
    """A text goes on after a quote; or the quote is the next one, and ends a text that was never closed."""
    quoted: Any = None
    for event in _events(spot):
        quoted = event if isinstance(event, ScalarEvent) else quoted
    if quoted and any(map(_NEXT_KEY_OR_ITEM.match, spot.lines[quoted.start_mark.line + 1 : spot.number + 1])):
        return of_reading.UNCLOSED, spot.at(quoted.start_mark.line, quoted.start_mark.column)
    return of_reading.TEXT_AFTER_QUOTE, spot


def _events(spot: Spot) -> Iterator[Any]:
    """The events once more, up to where libyaml gives up: every event so far has passed the reader."""
    with suppress(MarkedYAMLError):
        yield from yaml.parse("\n".join(spot.lines), Loader=yaml.CSafeLoader)


def _in_brackets(rule: Rule, began: Spot, gave_up: Spot) -> tuple[Rule, Spot]:
    if not gave_up.character:
        return rule, began  # the end of the file
    if gave_up.before.endswith(("'", '"')):
        return _after_quote(gave_up)
    if gave_up.before.endswith(("]", "}")):
        return of_reading.TEXT_AFTER_BRACKET, gave_up
    if gave_up.character == ":" and gave_up.number == began.number:
        return of_reading.COLON_IN_TEXT, gave_up
    return rule, began


def _line_without_colon(rule: Rule, spot: Spot, _gave_up: Spot) -> tuple[Rule, Spot]:
    if BULLET.match(spot.line, spot.column):
        return of_reading.NOT_AN_ITEM, spot
    return (of_reading.LEVEL_WITH_DASHES if _level_with_dashes(spot) else rule), spot


def _level_with_dashes(spot: Spot) -> bool:
    """Whether the line at `spot`, which has no colon, stands in a list and lacks a dash rather than a colon."""
    not_outside = takewhile(lambda line: line.column >= spot.column, spot.above)
    dashes = [bool(_ITEM.match(line.line)) for line in not_outside if line.column == spot.column]
    if spot.before or not dashes or not dashes[0]:
        return False
    # Where dashes stand level with keys, what begins as a key does is one.
    return all(dashes) or not _WORD.match(spot.line)


def _dash(rule: Rule, spot: Spot, _gave_up: Spot) -> tuple[Rule, Spot]:
    return (rule if spot.before else of_reading.INDENTATION), spot


def _start(rule: Rule, spot: Spot, _gave_up: Spot) -> tuple[Rule, Spot]:
    if spot.character:
        return (of_reading.TAB if spot.character == "\t" else rule), spot
    opened = []  # the file ends inside brackets
    for event in _events(spot):
        if isinstance(event, CollectionStartEvent):
            mark: Any = event.start_mark
            opened.append(spot.at(mark.line, mark.column))
        elif isinstance(event, CollectionEndEvent):
            opened.pop()
    return (of_reading.UNCLOSED, opened[-1]) if opened else (rule, spot)


def _escape(rule: Rule, spot: Spot, _gave_up: Spot) -> tuple[Rule, Spot]:
    return rule, spot.at(spot.number, max(spot.line.rfind("\\", 0, spot.column + 1), 0))


def _document(rule: Rule, spot: Spot, _gave_up: Spot) -> tuple[Rule, Spot]:
    for line in spot.lines[: spot.number + 1]:
        if line.startswith("..."):
            return rule, spot
        if line.startswith("%"):
            return of_reading.NOT_YAML, spot
    return of_reading.INDENTATION, spot


_NARROWED: Mapping[Rule, Callable[[Rule, Spot, Spot], tuple[Rule, Spot]]] = {
    of_reading.COLON_IN_TEXT: _colon,
    of_reading.INDENTATION: _after_value,
    of_reading.LEVEL_WITH_DASHES: _after_value,
    of_reading.UNCLOSED: _in_brackets,
    of_reading.NO_COLON: _line_without_colon,
    of_reading.ALIAS: _line_without_colon,
    of_reading.DASH_AFTER_KEY: _dash,
    of_reading.SPECIAL_START: _start,
    of_reading.ESCAPE: _escape,
    of_reading.SECOND_DOCUMENT: _document,
}
