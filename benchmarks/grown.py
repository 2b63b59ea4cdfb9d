"""Inputs that somebody could write, at any size: each check's example with a part of it many times, and odd texts."""

import json
from collections.abc import Callable, Iterator, Mapping
from typing import Any, NamedTuple

from crosp_cli.checks.check import AnyCheck, TextScope
from crosp_cli.checks.registry import EVERY_CHECK
from crosp_cli.reading.yaml.tree import parse

PROJECT = """\
format: crosp-project/1
framework: spsm-crosp@2024
organiser: {id: exempelkommun, name: Exempelkommun, type: municipal}
units:
  - {id: ekskolan, name: Ekskolan, school_forms: [grundskola]}
"""
HEAD = """\
format: crosp-assessment/1
framework: spsm-crosp@2024
unit: ekskolan
level: school
occasion: 2026-ht
date: 2026-10-15
participants: [{group: pupils, count: 8}, {group: guardians, count: 6}]
"""
TEXTS = (
    "a ", "å", "\\", "-", "1-", "0", "1.0,", "070", "070 ", "07 0", "070 1 ", "+46", "tel ", "a@b.", "@", "a@", ".se",
    "20140305-", "20140305-2382 ", "140305", "T5",
    "http://", "<", "<a ", "</a ", "<!--", "<p>", "&amp;", "&", "[", "](", "![",
    "*", "**a", "_", "`", "```\n", "> ", "# ", "| ", "|a", "\n", "\n\n", "- a\n", "1. a\n", "\t", "\r", "\u00a0",
    "\u200b", "1\u200b", "140305\n    ", "+1", "070-174 06 0 1 2 3 4 5 6 ", "\ufb01", "e\u0301", "\U0001f469\u200d",
    "\u200d", "\U00012000\u200d", "\u0301\u0323",
    "'", '"', "{", "{a: ", "- ", "? ", "a: ", "a: b\n", "&a ", "*a ", "!t ", "<<: ", "|\n ", "---\n", "...\n", "%a\n",
    "<<<<<<< a\n", "# crosp: ignore[CR402] a\n", "a: 1 # crosp: ignore[CR402] a\n", "# crosp: ignore[", "CR402,", "#",
    "a #b\n", "a: |\n  #b\n", "a: 'b\n", 'a: "b\n', "a: [b,\n", "a:\n ", "{{", "{%", "{{ a }}", "b={{ a }} ",
    "{% if a %}", "(", "a(", "[a](b)", "a](", "url(", "\\3c ", "style=", "=\"", "<style>", "<svg ",
    "A", "Aa", "A.", "Aa-", "Ā", "who: ", "who: Anna Berg ", "4B ", "eleven A", "-snabel-a", "snabel-a ", "a(at)a dot ",
    "languages: [\n", "language: a\n", "unit:\n", "format: crosp-a\n",
)  # fmt: skip
"""What a text is made of, over and over."""


class Growing(NamedTuple):
    """What grows: its name, and a project and the texts of its files, so many times as large."""

    name: str
    made: Callable[[int], tuple[str, tuple[str, ...]]]


def examples() -> Iterator[Growing]:
    """Yield what grows of each check's example that it finds something in: one part of it at a time."""
    yield from _settings()
    for check in EVERY_CHECK:
        project, documents = _documents(check)
        read: list[Any] = [parse(text, "")[0].data for text in (project, *documents)]
        for number, document in enumerate(read):
            for way in _parts(document):
                for apart in (False, True):
                    yield Growing(
                        f"{check.rule.code} {'/'.join(map(str, way))}{' apart' if apart else ''}",
                        lambda size, read=read, number=number, way=way, apart=apart: _as_texts(
                            [_with(one, way, size, apart=apart) if at == number else one for at, one in enumerate(read)]
                        ),
                    )
        for unit in ("a ", "1-", "a@b.", "å", "070 "):
            yield Growing(
                f"{check.rule.code} words {unit!r}",
                lambda size, read=read, unit=unit: _as_texts([_longer(one, unit * size) for one in read]),
            )


def _settings() -> Iterator[Growing]:
    """Yield patterns of crosp.yaml's that are hard to read, held against a file with a finding."""
    written = (f"{HEAD}cells: {{follow-up: {{quality: {{measures: [{{id: a, what: x}}]}}}}}}\n",)
    for sign in ("[", "*a", "[a-"):
        yield Growing(
            f"ignore_in {sign!r}",
            lambda size, sign=sign: (
                f"{PROJECT}checks: {{ignore_in: [{{paths: ['{sign * size}'], codes: [CR402]}}]}}\n",
                written,
            ),
        )


def _documents(check: AnyCheck) -> tuple[str, list[str]]:
    if check.bad.startswith("format: crosp-project/"):
        return check.bad, []
    if check.scope is TextScope:
        return PROJECT, [
            f"{HEAD}cells: {{follow-up: {{quality: {{current_state: {{reflection: {json.dumps(check.bad)}}}}}}}}}"
        ]
    if check.bad.startswith("format:"):
        return PROJECT, check.bad.split("---\n")
    inside = "".join(f"      {line}\n" for line in check.bad.splitlines())
    return PROJECT, [f"{HEAD}cells:\n  follow-up:\n    quality:\n{inside}"]


def _as_texts(read: list[Any]) -> tuple[str, tuple[str, ...]]:
    project, *documents = (json.dumps(one, ensure_ascii=False, indent=0) for one in read)
    return project, tuple(documents)


def _parts(node: Any, way: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    """The ways to the lists and mappings of a document; of alike items, the first."""
    if isinstance(node, str | None) or not node:
        return
    if way:
        yield way
    for step, part in node.items() if isinstance(node, Mapping) else enumerate(node[:1]):
        yield from _parts(part, (*way, step))


def _with(node: Any, way: tuple[str | int, ...], size: int, *, apart: bool) -> Any:
    if way:
        step, *rest = way
        changed = _with(node[step], tuple(rest), size, apart=apart)
        if isinstance(node, list):
            return [changed if number == step else item for number, item in enumerate(node)]
        return {**node, step: changed}
    if isinstance(node, list):
        return [_named(item, number) if apart else item for number in range(size) for item in node]
    first = next(iter(node.values()))
    return {**node, **{f"{number}" if apart else f"a-{number}": first for number in range(size)}}


def _named(item: Any, number: int) -> Any:
    if isinstance(item, str):
        return f"{item}-{number}"
    return {**item, **{key: f"{item[key]}-{number}" for key in ("id", "name", "group") if key in item}}


def _longer(node: Any, text: str) -> Any:
    """A document in which every text of several words goes on as `text`."""
    if isinstance(node, str | None):
        return f"{node} {text}" if node and " " in node else node
    if isinstance(node, list):
        return [_longer(item, text) for item in node]
    return {key: _longer(item, text) for key, item in node.items()}
