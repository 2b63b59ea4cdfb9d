"""Writing values as YAML that crosp reads back as the same text, and that people can go on writing in."""

import json
import re
from collections.abc import Mapping, Sequence
from typing import Any

_PLAIN = re.compile(r"[^\W_](?:[^\n\t:#\[\]{},]++|:(?=[^\s])|,(?= )|(?<=[^\s])#)*+")  # nothing is tried again
_TURNED = re.compile("[\r\x7f-\x9f\u2028\u2029\ufeff]")
"""What YAML does not read back as it stands: other ends of a line, and signs that drive a terminal."""
_BESIDE_BLOCK = re.compile(r"[|>][-+0-9]*([ \t]+#[^\n]*)")
_LIKE_NOTHING = frozenset({"null", ""})
LONGEST_LINE = 100


def scalar(text: str | None) -> str:
    """Return one value as it stands after `key: `, on one line; nothing at all for None."""
    if text is None:
        return ""
    if _PLAIN.fullmatch(text) and text == text.strip() and text not in _LIKE_NOTHING and not _TURNED.search(text):
        return text
    return _quoted(text)


def _quoted(text: str) -> str:
    return _TURNED.sub(lambda met: f"\\u{ord(met[0]):04x}", json.dumps(text, ensure_ascii=False))


_PATH = re.compile(r"\./[\w./@-]+")


def scalar_like(raw: str, text: str, *, in_flow: bool = False) -> str:
    """Return `text` to stand in the place of `raw`: in the same quotes, or with the end that a block has."""
    if raw.startswith('"') or (in_flow and "," in text):
        return _quoted(text)
    if raw.startswith("'"):
        return "'" + text.replace("'", "''") + "'"
    plain = text if _PATH.fullmatch(text) else scalar(text)
    return plain + end_like(raw)


def end_like(raw: str) -> str:
    """Return what stands after a block and is none of what it says: the comment beside its sign, and its line end."""
    beside = _BESIDE_BLOCK.match(raw)
    return (beside[1] if beside else "") + "\n" * raw.endswith("\n")


def block(value: Any, indent: int) -> str:
    """Return `value` (text, None, a list or a mapping of such) as what follows `key:`, ending in a newline.

    `indent` is how many spaces its own lines are indented by.
    """
    if isinstance(value, Mapping):
        if value and all(isinstance(part, str) and (key + part).isdigit() for key, part in value.items()):
            return f" {flow(value)}\n"  # how many chose each step
        return "\n" + mapping(value, indent) if value else " {}\n"
    if isinstance(value, Sequence) and not isinstance(value, str):
        return "\n" + "".join(_item(item, indent) for item in value) if value else " []\n"
    if isinstance(value, str) and _can_stand_in_lines(value):
        chomping = "|" if value.endswith("\n") else "|-"
        lines = value.removesuffix("\n").split("\n")
        return f" {chomping}\n" + "".join(f"{' ' * indent}{line}\n" if line else "\n" for line in lines)
    text = scalar(value)
    return f" {text}\n" if text else "\n"


def flow(value: Any) -> str:
    """Return `value` (text, None, a list or a mapping of such) on one line, between brackets where it has parts."""
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{_in_flow(key)}: {flow(part)}" for key, part in value.items()) + "}"
    if isinstance(value, Sequence) and not isinstance(value, str):
        return "[" + ", ".join(map(flow, value)) + "]"
    return "~" if value is None else _in_flow(value)


def _in_flow(text: str) -> str:
    return _quoted(text) if "," in text else scalar(text)


def mapping(values: Mapping[str, Any], indent: int = 0) -> str:
    """Return the lines `key: value` of a mapping, indented by `indent` spaces."""
    return "".join(f"{' ' * indent}{scalar(key)}:{block(value, indent + 2)}" for key, value in values.items())


def comment(text: str, indent: int = 0, *, first: str = "", inset: str = "") -> str:
    """Return `text` as comment lines, wrapped; `first` stands before its first line, `inset` before the others."""
    import textwrap

    width = LONGEST_LINE - indent - 2
    wrapped = textwrap.wrap(
        f"{first}{text}", width, subsequent_indent=inset, break_long_words=False, break_on_hyphens=False
    )
    lines = wrapped or [""]
    return "".join(f"{' ' * indent}# {line}".rstrip() + "\n" for line in lines)


def _can_stand_in_lines(text: str) -> bool:
    """Whether `text` comes back as it is from lines below `|`: no space where YAML, or an editor, would drop it."""
    lines = text.removesuffix("\n").split("\n")
    return (
        "\n" in text
        and not text.startswith((" ", "\t", "\n"))
        and all(line.strip() for line in lines if line)
        and lines[-1].rstrip() == lines[-1] != ""
    )


def _item(item: Any, indent: int) -> str:
    if isinstance(item, Mapping) and item:
        lines = mapping(item, indent + 2)
        return f"{' ' * indent}- {lines[indent + 2 :]}"
    return f"{' ' * indent}-{block(item, indent + 2)}"
