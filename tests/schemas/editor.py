"""What an editor makes of a file before it looks at a schema, and how data that it takes may be written out."""

import json
import math
import re
from collections.abc import Iterator
from typing import Any

import yaml

_NUMBER = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?")
_WORDS: dict[str, Any] = {"": None, "~": None, "null": None, ".nan": math.nan, ".inf": math.inf, "-.inf": -math.inf}
for _word in ("true", "false"):
    _WORDS |= dict.fromkeys((_word, _word.title(), _word.upper()), _word == "true")


def as_an_editor_reads(text: str) -> Any:
    """A file as yaml-language-server gives it to a schema: YAML 1.2, keys as texts, dates as texts."""
    return _instance(yaml.compose(text, Loader=yaml.CSafeLoader))


def _instance(node: Any) -> Any:
    if isinstance(node, yaml.MappingNode):
        return {key.value: _instance(value) for key, value in node.value}
    if isinstance(node, yaml.SequenceNode):
        return [_instance(item) for item in node.value]
    text = node.value
    if node.style or (text not in _WORDS and not re.match(r"[-+.0-9]", text)):
        return text
    if text in _WORDS:
        return _WORDS[text]
    if re.fullmatch(r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+", text):
        return int(text, 0 if text[1:2] in ("o", "x") else 10)
    if not _NUMBER.fullmatch(text):
        return text
    number = float(text)
    return int(number) if number.is_integer() else number  # to JSON, 3.0 is 3


def spellings(data: Any) -> Iterator[str]:
    """The ways in which Python writes `data` as a file that crosp reads."""
    text = json.dumps(data)
    data = json.loads(text)  # nothing is shared, so YAML needs no aliases
    # Lines are broken, but not where arrows would come first on one and be a conflict marker.
    width = 2**30 if re.search("<{7}|>{7}", text) else 80
    yield yaml.dump(data, Dumper=yaml.CSafeDumper, width=width)
    yield yaml.safe_dump(data, allow_unicode=True, sort_keys=False, default_flow_style=None, width=width)
    yield json.dumps(data, ensure_ascii=False)
    if not re.search(r"\\ud[89a-f]", text):  # pairs of surrogates: JSON has them, YAML as libyaml reads it has not
        yield text


def kind_of(data: Any, name: str) -> str:
    """Which schema a document is for: by its format, else as a framework's file by its name."""
    said = str(data.get("format", "")).split("/")[0].removeprefix("crosp-") if isinstance(data, dict) else ""
    return said or name.removesuffix(".yaml")
