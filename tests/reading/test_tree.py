"""From text to a tree: the data, where each part of it stands, and what is refused before anything is built."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from crosp_cli.findings import Location
from crosp_cli.limits import DEPTH, PARTS
from crosp_cli.reading.yaml.decode import FORBIDDEN, decode
from crosp_cli.reading.yaml.tree import Node, Positions, Steps, Tree, TreeError, parse

EXAMPLES = Path(__file__).parents[1] / "examples"

keys = st.text("abcåäö-_ 0123456789:#'[]{}", min_size=1, max_size=12)
texts = st.text(st.characters(exclude_categories=["Cs", "Cc"]).filter(lambda c: not FORBIDDEN.match(c)) | st.just("\n"))
nodes = st.recursive(texts, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(keys, inner, max_size=4))
documents = st.dictionaries(keys, nodes, max_size=5)
layouts = st.fixed_dictionaries(
    {"default_flow_style": st.sampled_from([True, False, None]), "width": st.sampled_from([8, 80, 10**9])}
)


def read(text: str) -> Tree:
    tree, findings = parse(text, "a.yaml")
    assert findings == []
    return tree


def at(line: int, column: int) -> Location:
    return Location("a.yaml", line, column)


def refused(text: str) -> tuple[str, int, int]:
    with pytest.raises(TreeError) as error:
        parse(text, "a.yaml")
    assert str(error.value) == error.value.finding.code  # nothing of what stands in the file
    location = error.value.finding.location
    return error.value.finding.code, location.line, location.column


def every_step(node: Any, steps: Steps = ()) -> Iterator[tuple[Steps, Any]]:
    """Each value with the steps that lead to it, the document itself left out."""
    items = node.items() if isinstance(node, dict) else enumerate(node) if isinstance(node, list) else ()
    for step, value in items:
        yield (*steps, step), value
        yield from every_step(value, (*steps, step))


# --- data -----------------------------------------------------------------------------------------------------


def quoted(data: Any, **layout: Any) -> str:
    return str(yaml.safe_dump(data, default_style='"', allow_unicode=True, **layout))


@given(documents, layouts)
def test_what_a_program_writes_in_quotes_is_read_as_it_was(data: Any, layout: dict[str, Any]) -> None:
    text = quoted(data, **layout)
    assert read(text).data == data


@given(documents)
def test_what_a_program_writes_with_escapes_is_read_as_it_was(data: Any) -> None:
    assert read(yaml.safe_dump(data, default_style='"', allow_unicode=False)).data == data


@given(st.dictionaries(keys, st.text("ab1:#-'\"?|> ~\n", max_size=20), max_size=5))
def test_what_a_program_writes_in_blocks_is_read_as_it_was(data: dict[str, str]) -> None:
    assert read(yaml.safe_dump(data, default_style="|", width=10**9, allow_unicode=True)).data == data


def without_nothing(node: Any) -> Any:
    if isinstance(node, dict):
        return {key: without_nothing(value) for key, value in node.items()}
    if isinstance(node, list):
        return [without_nothing(value) for value in node]
    return "" if node in (None, "~", "null") else node


@pytest.mark.parametrize("path", sorted((EXAMPLES / "valid").rglob("*.yaml")), ids=lambda path: path.stem)
def test_good_examples_are_read_as_another_reader_reads_them(path: Path) -> None:
    text = decode(path.read_bytes(), "a.yaml")
    tree, _ = parse(text, "a.yaml")
    assert without_nothing(tree.data) == without_nothing(yaml.load(text, Loader=yaml.CBaseLoader))  # noqa: S506


@pytest.mark.parametrize(
    "word", ["no", "yes", "1.10", "010", "1_0", "12:30", "2026-10-15", "Null", "NULL", "=", ".nan", "+1"]
)
def test_a_plain_word_is_the_text_that_stands_there(word: str) -> None:
    assert read(f"a: {word}\nb: [{word}]\n{word}: c\n").data == {"a": word, "b": [word], word: "c"}


@pytest.mark.parametrize("word", ["", "~", "null"])
def test_a_plain_null_is_nothing_and_a_quoted_one_is_text(word: str) -> None:
    text = f"a: {word}\nb:\n- {word}\nc: '{word}'\nd: \"{word}\"\n"
    assert read(text).data == {"a": None, "b": [None], "c": word, "d": word}


def test_a_null_word_as_a_key_is_text() -> None:
    assert read("~: a\nnull: b\n").data == {"~": "a", "null": "b"}


def test_a_block_of_text_that_says_null_is_text() -> None:
    assert read("a: |-\n  null\nb: >-\n  ~\n").data == {"a": "null", "b": "~"}


# --- positions ------------------------------------------------------------------------------------------------


@given(documents, layouts)
def test_every_position_points_at_what_it_says(data: Any, layout: dict[str, Any]) -> None:
    text = quoted(data, **layout)
    tree, lines = read(text), text.split("\n")
    for steps, value in every_step(data):
        location = tree.value_at(steps)
        begins = {str: '"', list: ("[", "-"), dict: ("{", '"', "?")}[type(value)]
        assert lines[location.line - 1].startswith(begins, location.column - 1), (steps, location)
        key = tree.key_at(steps)
        if isinstance(steps[-1], int):
            assert key == location
        else:
            # A key may be broken over lines where they are short.
            written = quoted(steps[-1], width=10**9).rstrip("\n") if layout["width"] > 80 else '"'
            assert lines[key.line - 1].startswith(written, key.column - 1), (steps, key)
            assert key < location


NESTED = """\
a: b
"c":
  - d
  - e: f
    g: [h, {i: j}, [k]]
  -
    - l
l: {m: {n: o}, 'p' : q,
  r: s}
t: |
  u
v: >-
  w
? x
: y
å🙂: z
"""


@pytest.mark.parametrize(
    ("steps", "key", "value"),
    [
        (("a",), (1, 1), (1, 4)),
        (("c",), (2, 1), (3, 3)),
        (("c", 0), (3, 5), (3, 5)),
        (("c", 1), (4, 5), (4, 5)),
        (("c", 1, "e"), (4, 5), (4, 8)),
        (("c", 1, "g"), (5, 5), (5, 8)),
        (("c", 1, "g", 0), (5, 9), (5, 9)),
        (("c", 1, "g", 1), (5, 12), (5, 12)),
        (("c", 1, "g", 1, "i"), (5, 13), (5, 16)),
        (("c", 1, "g", 2, 0), (5, 21), (5, 21)),
        (("c", 2), (7, 5), (7, 5)),
        (("c", 2, 0), (7, 7), (7, 7)),
        (("l",), (8, 1), (8, 4)),
        (("l", "m", "n"), (8, 9), (8, 12)),
        (("l", "p"), (8, 16), (8, 22)),
        (("l", "r"), (9, 3), (9, 6)),
        (("t",), (10, 1), (10, 4)),
        (("v",), (12, 1), (12, 4)),
        (("x",), (14, 3), (15, 3)),
        (("å🙂",), (16, 1), (16, 5)),
    ],
)
def test_keys_and_values_are_found_where_they_stand(steps: Steps, key: tuple[int, int], value: tuple[int, int]) -> None:
    tree = read(NESTED)
    assert tree.key_at(steps) == at(*key)
    assert tree.value_at(steps) == at(*value)


@pytest.mark.parametrize(
    ("steps", "nearest"),
    [
        (("b",), (1, 1)),
        ((), (1, 1)),
        (("a", "b"), (1, 1)),
        (("c", 9), (2, 1)),
        (("c", "d"), (2, 1)),
        (("c", 0, "d", "e"), (3, 5)),
        (("c", 1, "f"), (4, 5)),
        (("l", "m", "x"), (8, 5)),
    ],
)
def test_what_is_missing_is_told_of_at_the_nearest_key(steps: Steps, nearest: tuple[int, int]) -> None:
    tree = read(NESTED)
    assert tree.value_at(steps) == at(*nearest)
    assert tree.key_at(steps) == at(*nearest)


# --- keys that stand twice ------------------------------------------------------------------------------------


def test_the_first_of_two_keys_is_kept_and_the_second_told() -> None:
    tree, [finding] = parse("a: 1\nb: {c: 2, d: 3, c: 4}\n", "a.yaml")
    assert tree.data == {"a": "1", "b": {"c": "2", "d": "3"}}
    assert (finding.code, finding.location) == ("CR013", at(2, 17))
    assert "line 2" in finding.message("en")
    assert tree.value_at(("b", "c")) == at(2, 8)


def test_what_stands_inside_a_second_key_is_read_past() -> None:
    tree, findings = parse("a: {b: 1}\na:\n  - b: 2\n    b: 3\n  - [c]\nd: e\n", "a.yaml")
    assert tree.data == {"a": {"b": "1"}, "d": "e"}
    assert [(f.code, f.location.line, f.location.column) for f in findings] == [("CR013", 2, 1), ("CR013", 4, 5)]


@given(st.lists(st.sampled_from("abcd"), min_size=1, max_size=12))
def test_each_repetition_is_told_with_the_line_of_the_first(names: list[str]) -> None:
    tree, findings = parse("".join(f"{name}: {number}\n" for number, name in enumerate(names)), "a.yaml")
    again = [number for number, name in enumerate(names) if name in names[:number]]
    assert [finding.location.line for finding in findings] == [number + 1 for number in again]
    assert [finding.values["first"] for finding in findings] == [names.index(names[number]) + 1 for number in again]
    assert tree.data == {name: str(names.index(name)) for name in names}


# --- what is refused ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("a: &b c", ("CR014", 1, 4)),
        ("a: *b", ("CR014", 1, 4)),
        ("<<: {a: b}", ("CR014", 1, 1)),
        ("a: {<<: b}", ("CR014", 1, 5)),
        ("a: !!str b", ("CR015", 1, 4)),
        ("a: !b {c: d}", ("CR015", 1, 4)),
        ("a: b\n---\nc: d", ("CR016", 2, 1)),
        ("a: b\n...\nc: d", ("CR016", 3, 1)),
        ("? [a]\n: b", ("CR017", 1, 3)),
        ("{a: b}: c", ("CR017", 1, 1)),
        (": b", ("CR017", 1, 1)),
        ("- a", ("CR026", 1, 1)),
        ("a", ("CR026", 1, 1)),
        ("---\n", ("CR006", 1, 1)),
        ("# a\n", ("CR006", 1, 1)),
        ('a: "\\e"', ("CR010", 1, 4)),
        ('"\\0": a', ("CR010", 1, 1)),
    ],
)
def test_what_crosp_does_not_read_is_refused_where_it_stands(text: str, place: tuple[str, int, int]) -> None:
    assert refused(text) == place


@pytest.mark.parametrize("text", ['"<<": a', "a: '<<'", "a: '&b'", "a: '*b'", "a: b & c", "a: '!b'", "a: b*", "'': a"])
def test_the_same_signs_in_quotes_or_inside_a_text_are_welcome(text: str) -> None:
    assert read(text).data == yaml.safe_load(text)


@pytest.mark.parametrize(("begin", "end"), [("[", "]"), ("{a: ", "}")])
def test_the_deepest_content_is_read_and_one_level_more_is_not(begin: str, end: str) -> None:
    assert read("a: " + begin * (DEPTH - 1) + end * (DEPTH - 1)).data
    assert refused("a: " + begin * DEPTH + end * DEPTH) == ("CR018", 1, 4 + len(begin) * (DEPTH - 1))


def test_depth_is_counted_in_blocks_too() -> None:
    lines = ["  " * level + f"k{level}:" for level in range(DEPTH)]
    assert read("\n".join(lines)).data
    assert refused("\n".join([*lines, "  " * DEPTH + "a: b"])) == ("CR018", DEPTH + 1, DEPTH * 2 + 1)


@pytest.mark.parametrize(
    "text", ["[" * 100_000, "a: " + "[" * 100_000, "{a: " * 100_000, "- " * 100_000, "? " * 100_000]
)
def test_bottomless_nesting_is_refused_at_once(text: str) -> None:
    assert refused(text)[0] in ("CR017", "CR018", "CR026")  # and not CR021, where libyaml itself gives up


def test_as_many_parts_as_allowed_are_read_and_one_more_is_not() -> None:
    # The document's mapping, its key and the list begin and end: five events beside the items.
    assert read("a:" + "\n- b" * (PARTS - 6)).data
    assert refused("a:" + "\n- b" * (PARTS + 1))[0] == "CR019"


def test_a_bomb_of_aliases_is_refused_before_anything_is_built() -> None:
    lines = [
        "a0: &a0 [x, x, x, x, x, x, x, x, x]",
        *(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 40)),
    ]
    assert refused("\n".join(lines)) == ("CR014", 1, 5)


@given(st.text(st.characters(exclude_categories=["Cs"]).filter(lambda c: not FORBIDDEN.match(c) and c != "\r")))
def test_any_text_is_read_or_refused_at_a_place_in_it(text: str) -> None:
    assert_read_or_refused(text)


SIGNS = [
    *"aå:-'\"[]{},#&*!|>%@`?~\\ \t\n\u00a0•",
    ": ",
    "- ",
    "? ",
    " #",
    "\n  ",
    "\n    ",
    "\n---\n",
    "\n...\n",
    "<<: ",
    "null",
]


@given(st.lists(st.sampled_from(SIGNS), max_size=30).map("".join))
def test_any_mixture_of_signs_is_read_or_refused_at_a_place_in_it(text: str) -> None:
    assert_read_or_refused("key: value\n" + text)


def assert_read_or_refused(text: str) -> None:
    lines = text.split("\n")
    try:
        tree, findings = parse(text, "a.yaml")
    except TreeError as error:
        findings = [error.finding]
    else:
        assert isinstance(tree.data, dict)
    for finding in findings:
        assert 1 <= finding.location.line <= len(lines)
        assert 1 <= finding.location.column <= len(lines[finding.location.line - 1]) + 1
        assert finding.message("sv") != finding.message("en")


def test_without_its_positions_it_still_knows_where_everything_stands() -> None:
    tree = read("a: 1\nb:\n  c: [2, 3]\n")
    small = tree.without_positions()
    assert (small.path, small.data, small.text) == (tree.path, tree.data, tree.text)
    assert small != tree
    for steps in (("a",), ("b", "c"), ("b", "c", 1), ("b", "d")):
        assert (small.key_at(steps), small.value_at(steps)) == (tree.key_at(steps), tree.value_at(steps))


def test_what_follows_a_key_that_stood_twice_is_found_where_it_stands() -> None:
    tree, findings = parse("a:\n  b: 1\nc: 2\na:\n  d: [3, 4]\n  d:\n    e: 5\nf:\n  g: 6\n  g: 7\nh: [8]\n", "a.yaml")
    assert tree.data == {"a": {"b": "1"}, "c": "2", "f": {"g": "6"}, "h": ["8"]}
    assert sorted((one.location.line, one.values["first"]) for one in findings) == [(4, 1), (6, 5), (10, 9)]
    assert [tree.value_at(steps).line for steps in (("c",), ("f", "g"), ("h",), ("h", 0))] == [3, 9, 11, 11]
    assert [tree.key_at(steps).line for steps in (("c",), ("f",), ("h",), ("h", 0))] == [3, 8, 11, 11]


def test_a_long_list_is_gone_through_once(monkeypatch: pytest.MonkeyPatch) -> None:
    tree = parse("a: [" + "x, " * 100 + "y]\n", "a.yaml")[0]
    walked: list[object] = []
    parts = Positions.parts

    def counted(self: Positions, node: Node, at: int) -> Iterator[tuple[str | int, int, Node]]:
        walked.append(node)
        return parts(self, node, at)

    monkeypatch.setattr(Positions, "parts", counted)
    assert [tree.value_at(("a", number)).column for number in range(3)] == [5, 8, 11]
    assert len(walked) == 2
