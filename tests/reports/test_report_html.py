"""The report as a page: sound, complete in itself, and showing whatever people wrote as text."""

import hashlib
import re
from base64 import b64encode
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from crosp_cli.output.analysis.markdown import MOST
from crosp_cli.reports.content import ReportContent
from crosp_cli.reports.html import as_html
from crosp_cli.reports.summary import first_measures
from crosp_cli.templating.environment import environment

Make = Callable[[Path, str], Any]
Apart = Callable[[str], Any]


def test_the_page_is_sound(example: Path, language: str, make: Make, take_apart: Apart) -> None:
    page = take_apart(as_html(ReportContent("report", make(example, language))))
    assert page.all("html")[0].attributes == {"lang": language}
    assert len(page.all("h1")) == 1
    levels = [int(heading.name[1]) for heading in page.all("h1", "h2", "h3", "h4", "h5", "h6")]
    assert all(after <= before + 1 for before, after in pairwise(levels)), levels
    for landmark in ("header", "nav", "main", "footer"):
        assert len(page.all(landmark)) == 1, landmark
    assert all(heading.text for heading in page.all("h1", "h2", "h3", "h4", "h5", "h6"))
    assert not page.comments


def test_tables_say_what_their_cells_belong_to(example: Path, language: str, make: Make, take_apart: Apart) -> None:
    page = take_apart(as_html(ReportContent("report", make(example, language))))
    assert page.all("table")
    for table in page.all("table"):
        assert table.children[0].name == "caption", table.text
        assert table.children[0].text
    for header in page.all("th"):
        assert header.attributes["scope"] == ("col" if header.above("thead") else "row")
        assert header.text
    for body in page.all("tbody"):
        widths = {len(row.children) for row in body.children}
        columns = len(body.above("table").children[1].children[0].children)
        assert widths == {columns}


def test_links_lead_somewhere_within_the_page(example: Path, language: str, make: Make, take_apart: Apart) -> None:
    page = take_apart(as_html(ReportContent("report", make(example, language))))
    ids = [element.attributes["id"] for element in page.elements if "id" in element.attributes]
    assert len(ids) == len(set(ids))
    for element in page.elements:
        if "href" in element.attributes:
            assert element.name == "a"
            assert element.attributes["href"].removeprefix("#") in ids
            assert element.attributes["href"].startswith("#")
            assert element.text
        if "aria-labelledby" in element.attributes:
            assert element.attributes["aria-labelledby"] in ids


def test_the_page_asks_nothing_of_any_network(example: Path, make: Make, take_apart: Apart) -> None:
    text = as_html(ReportContent("report", make(example, "sv")))
    page = take_apart(text)
    assert not page.all("script", "img", "iframe", "object", "embed", "link", "base", "form", "video", "audio")
    loading = {"src", "srcset", "data", "poster", "action", "formaction", "background", "style", "ping", "xlink:href"}
    for element in page.elements:
        assert not loading & set(element.attributes)
        assert not any(name.startswith("on") for name in element.attributes)
    (style,) = page.all("style")
    assert not re.search(r"url\(|@import|expression", "".join(style.texts))
    policy = next(m.attributes["content"] for m in page.all("meta") if "http-equiv" in m.attributes)
    digest = b64encode(hashlib.sha256("".join(style.texts).encode()).digest()).decode()
    assert policy == f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"


def test_the_map_has_every_cell_and_never_colour_alone(
    example: Path, language: str, make: Make, take_apart: Apart
) -> None:
    report = make(example, language)
    page = take_apart(as_html(ReportContent("report", report)))
    cells = [cell for cell in page.all("td") if "map" in cell.above("table").attributes.get("class", "")]
    assert len(cells) == len(report.analysis.cells)
    for cell, result in zip(cells, report.analysis.cells, strict=True):
        (link,) = (child for child in cell.children if child.name == "a")
        words = link.text
        assert words
        if result.rating is not None:
            assert f"({result.rating})" in words
        if result.target is not None:
            assert str(result.target) in words
    in_focus = [cell.text for cell in cells if "in-focus" in cell.attributes["class"]]
    assert len(in_focus) == len(report.focus) <= 3
    assert all(re.search(r"\b(Focus|Fokus) \d", text) for text in in_focus)


def test_another_language_is_marked(examples: Path, make: Make, take_apart: Apart) -> None:
    path = examples / "ekskolan/assessments/ekskolan/2026-ht-school.yaml"
    page = take_apart(as_html(ReportContent("report", make(path, "en"))))
    (reflection,) = (e for e in page.all("p") if e.text.startswith("Nyckeln är densamma"))
    assert reflection.attributes["lang"] == "sv"
    assert {e.attributes["lang"] for e in page.elements if "lang" in e.attributes} == {"sv", "en"}
    page = take_apart(as_html(ReportContent("report", make(path, "sv"))))
    assert [e.name for e in page.elements if "lang" in e.attributes] == ["html"]


def test_whatever_is_written_comes_out_as_text(
    hostile: Path, language: str, make: Make, take_apart: Apart, hostile_texts: tuple[str, ...]
) -> None:
    page = take_apart(as_html(ReportContent("report", make(hostile, language))))
    assert not page.all("script", "img", "b")
    whole = page.all("main")[0].text
    for text in hostile_texts:
        assert " ".join(text.split()) in whole, text
    assert page.all("h1")[0].text == "</h1><script>"
    assert "49" not in whole.replace("7*7", "")


def test_small_groups_are_not_shown(tmp_path: Path, language: str, make: Make, take_apart: Apart) -> None:
    path = tmp_path / "a.yaml"
    path.write_text(
        "format: crosp-assessment/1\nframework: spsm-crosp@2024\nunit: u\nlevel: school\noccasion: o\n"
        "date: 2026-10-15\ncells:\n  shared-direction:\n    governance:\n      current_state:\n"
        "        reflection: Something.\n        group_ratings:\n          teachers: {0: 71, 1: 72}\n"
        "          student-health: {0: 3, 1: 1}\n          leisure-staff: {2: 4}\n",
        "utf-8",
    )
    report = make(path, language)
    page = take_apart(as_html(ReportContent("report", report)))
    (detail,) = report.details
    cell = page.by_id(detail.cell.anchor)
    shown = [item.text for item in page.all("li") if item.above("article") is cell and "1 " in item.text]
    assert [text.split()[1] for text in shown if text.startswith(("Teachers", "Lärare"))] == ["1"]
    groups = report.analysis.framework.head.groups
    held_back = {group.title[language] for group in groups if group.id in ("student-health", "leisure-staff")}
    assert not any(title in cell.text for title in held_back)
    assert not any(number in cell.text for number in ("71", "72", "143"))
    assert "no group of fewer than 5 people" in cell.text or "ingen grupp med färre än 5 personer" in cell.text


def test_nothing_is_added_up_or_ranked(example: Path, language: str, make: Make, take_apart: Apart) -> None:
    report = make(example, language)
    words = take_apart(as_html(ReportContent("report", report))).all("main")[0].text
    if report.scale_note:
        words = words.replace(" ".join(report.scale_note.text.split()), "")
    for detail in report.details:
        for phrase in (detail.reflection, detail.need):
            words = words.replace(" ".join(phrase.text.split()), "") if phrase else words
    assert not re.search(
        r"\b(total|average|mean score|ranking|medelvärde|genomsnitt|totalpoäng|rangordning)", words, re.I
    )


def test_the_first_page_has_few_measures(example: Path, language: str, make: Make, take_apart: Apart) -> None:
    report = make(example, language)
    page = take_apart(as_html(ReportContent("report", report)))
    section = page.by_id("soonest-title").parent
    rows = [row for row in page.all("tr") if row.above("tbody") and row.above("section") is section]
    assert len(rows) == len(first_measures(report)) <= MOST
    assert bool(rows) == bool(report.soonest)


@pytest.mark.parametrize("cells", ["", "cells: {shared-direction: {funding: {not_applicable: We have none.}}}\n"])
def test_an_assessment_may_be_almost_empty(
    tmp_path: Path, cells: str, language: str, make: Make, take_apart: Apart
) -> None:
    path = tmp_path / "a.yaml"
    path.write_text(
        "format: crosp-assessment/1\nframework: spsm-crosp@2024\nunit: u\nlevel: school\noccasion: o\n"
        f"date: 2026-10-15\n{cells}",
        "utf-8",
    )
    page = take_apart(as_html(ReportContent("report", make(path, language))))
    assert ("We have none." in page.all("main")[0].text) == bool(cells)


def test_the_same_report_gives_the_same_bytes(examples: Path, make: Make) -> None:
    path = examples / "ekskolan/assessments/ekskolan/2026-ht-school.yaml"
    first = as_html(ReportContent("report", make(path, "sv")))
    environment.cache_clear()
    assert as_html(ReportContent("report", make(path, "sv"))) == first
    assert "\r" not in first


def test_the_day_is_named_only_where_something_is_overdue(examples: Path, make: Make) -> None:
    calm = as_html(
        ReportContent("report", make(examples / "other-framework/assessments/2026-autumn-network.yaml", "en"))
    )
    assert "2026-11-22" not in calm
    late = as_html(ReportContent("report", make(examples / "ekskolan/assessments/ekskolan/2026-ht-school.yaml", "en")))
    assert "2026-11-22" in late
