"""The report as Markdown: sound tables and headings, and whatever people wrote as text."""

import re
from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from markdown_it import MarkdownIt
from markdown_it.token import Token

from crosp_cli.output.analysis.markdown import as_summary_markdown
from crosp_cli.reports import markdown
from crosp_cli.reports.content import ReportContent
from crosp_cli.templating.environment import environment

Make = Callable[[Path, str], Any]
Form = Callable[[Any], str]


def as_markdown(report: Any) -> str:
    return markdown.as_markdown(ReportContent("report", report))


FORMS = pytest.mark.parametrize("form", [as_markdown, as_summary_markdown])


def parsed(text: str) -> list[Token]:
    return MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(text)


def within(tokens: list[Token]) -> Iterator[Token]:
    for token in tokens:
        yield token
        yield from within(token.children or [])


def shown(tokens: list[Token]) -> str:
    """The text a reader sees, spaces made single."""
    texts = (" " if t.type in ("softbreak", "hardbreak", "html_inline") else t.content for t in inside(tokens))
    return " ".join("".join(texts).split())


def inside(tokens: list[Token]) -> Iterator[Token]:
    for token in tokens:
        yield from token.children or []
        if token.type == "inline":
            yield Token("softbreak", "", 0)


@FORMS
def test_headings_step_down_one_at_a_time(form: Form, example: Path, language: str, make: Make) -> None:
    tokens = parsed(form(make(example, language)))
    levels = [int(token.tag[1]) for token in tokens if token.type == "heading_open"]
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels)), levels


@FORMS
def test_tables_are_whole(form: Form, example: Path, language: str, make: Make) -> None:
    text = form(make(example, language))
    for table in re.findall(r"(?:^\|.*\n)+", text, re.MULTILINE):
        lines = table.splitlines()
        widths = {len(re.findall(r"(?<!\\)\|", line)) for line in lines}
        assert len(widths) == 1, lines
        assert re.fullmatch(r"\|( -+:? \|)+", lines[1])
    expected = len(re.findall(r"^\| -", text, re.MULTILINE))
    assert sum(token.type == "table_open" for token in parsed(text)) == expected > 0


@FORMS
def test_nothing_but_our_own_markup(form: Form, example: Path, language: str, make: Make) -> None:
    text = form(make(example, language))
    for token in within(parsed(text)):
        assert token.type not in ("html_block", "image", "fence", "code_block", "code_inline"), token
        assert token.type != "html_inline" or token.content == "<br>"
        assert token.type != "link_open" or str(token.attrs["href"]).startswith("#")
    assert "\n\n\n" not in text
    assert text.endswith("\n")
    assert not re.search(r"[ \t]$", text, re.MULTILINE)


@FORMS
def test_whatever_is_written_comes_out_as_text(
    form: Form, hostile: Path, language: str, make: Make, hostile_texts: tuple[str, ...]
) -> None:
    text = form(make(hostile, language))
    tokens = parsed(text)
    for token in within(tokens):
        assert token.type not in ("html_block", "image", "fence", "code_block", "code_inline", "s_open"), token
        assert token.type != "html_inline" or token.content == "<br>"
        assert token.type != "link_open" or str(token.attrs["href"]).startswith("#")
    seen = shown(tokens)
    for written in hostile_texts:
        assert " ".join(written.split()) in seen, written
    assert "<script>" not in text.replace("\\<script\\>", "")
    assert "](javascript" not in text


def test_the_parts_stand_in_order(examples: Path, make: Make) -> None:
    text = as_markdown(make(examples / "ekskolan/assessments/ekskolan/2026-ht-school.yaml", "en"))
    titles = re.findall(r"^## (.*)$", text, re.MULTILINE)
    assert titles == [
        "Summary",
        "How to read the report",
        "Shared understanding",
        "Part by part",
        "All measures",
        "Orientation of the measures",
        "Law and guidance",
        "Glossary",
    ]


def test_the_summary_has_every_measure_and_no_cells(examples: Path, make: Make) -> None:
    report = make(examples / "ekskolan/assessments/ekskolan/2026-ht-school.yaml", "en")
    text = as_summary_markdown(report)
    titles = re.findall(r"^## (.*)$", text, re.MULTILINE)
    assert titles == [
        "Summary",
        "Profiles",
        "Left to the target",
        "Orientation of the measures",
        "Shared understanding",
        "All measures",
    ]
    table = text.partition("## All measures")[2]
    assert len(re.findall(r"^\| ", table, re.MULTILINE)) == len(report.measures) + 2


@FORMS
def test_the_same_report_gives_the_same_text(form: Form, examples: Path, make: Make) -> None:
    path = examples / "ekskolan/assessments/ekskolan/2026-ht-school.yaml"
    first = form(make(path, "sv"))
    environment.cache_clear()
    assert form(make(path, "sv")) == first


@FORMS
def test_an_assessment_may_be_almost_empty(form: Form, tmp_path: Path, language: str, make: Make) -> None:
    path = tmp_path / "a.yaml"
    path.write_text(
        "format: crosp-assessment/1\nframework: spsm-crosp@2024\nunit: u\nlevel: school\noccasion: o\n"
        "date: 2026-10-15\ncells: {shared-direction: {funding: {not_applicable: We have none.}}}\n",
        "utf-8",
    )
    assert ("We have none." in form(make(path, language))) == (form is as_markdown)
