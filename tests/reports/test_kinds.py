"""Every kind of paper: sound, whole in itself, for its readers, and showing whatever people wrote as text."""

import json
import re
from collections.abc import Callable
from datetime import date
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from crosp_cli.model.guidance import Glossary
from crosp_cli.reports.action_plan import action_plan
from crosp_cli.reports.content import ReportContent
from crosp_cli.reports.decision_memo import memo_view
from crosp_cli.reports.guardians import public_view
from crosp_cli.reports.html import as_html
from crosp_cli.reports.kinds import KINDS
from crosp_cli.reports.markdown import as_markdown
from crosp_cli.resources import resource
from crosp_cli.text.dates import in_words
from crosp_cli.text.phrase import Phrase

Make = Callable[[Path, str], Any]
Apart = Callable[[str], Any]

NEW = [kind for kind in KINDS if kind != "report"]
KIND = pytest.mark.parametrize("kind", NEW)


def parsed(text: str) -> list[Any]:
    return MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(text)


def shown(text: str) -> str:
    """The text that a reader of Markdown sees, spaces made single."""
    parts = [t.content if t.type == "text" else " " for token in parsed(text) for t in [*(token.children or []), token]]
    return " ".join("".join(parts).split())


def test_each_kind_has_a_template_for_each_form() -> None:
    assert [
        k for k in KINDS for ending in ("html", "md") if not (resource("templates") / f"{k}.{ending}.j2").is_file()
    ] == []


@KIND
def test_a_page_is_sound(kind: str, example: Path, language: str, make: Make, take_apart: Apart) -> None:
    page = take_apart(as_html(ReportContent(kind, make(example, language))))
    assert page.all("html")[0].attributes == {"lang": language}
    assert len(page.all("h1")) == 1
    headings = page.all("h1", "h2", "h3", "h4", "h5", "h6")
    levels = [int(heading.name[1]) for heading in headings]
    assert all(after <= before + 1 for before, after in pairwise(levels)), levels
    assert all(heading.text for heading in headings)
    assert [len(page.all(landmark)) for landmark in ("header", "main", "footer")] == [1, 1, 1]
    for table in page.all("table"):
        assert table.children[0].name == "caption"
        assert table.children[0].text
    for header in page.all("th"):
        assert header.attributes["scope"] == ("col" if header.above("thead") else "row")
        assert header.text
    ids = [element.attributes["id"] for element in page.elements if "id" in element.attributes]
    assert len(ids) == len(set(ids))
    for element in page.elements:
        for name in ("href", "aria-labelledby"):
            assert element.attributes.get(name, "#main").removeprefix("#") in ids, element.attributes
    assert not page.all("script", "img", "link", "iframe", "form")
    assert not any("style" in element.attributes for element in page.elements)


@KIND
def test_markdown_is_sound(kind: str, example: Path, language: str, make: Make) -> None:
    text = as_markdown(ReportContent(kind, make(example, language)))
    levels = [int(token.tag[1]) for token in parsed(text) if token.type == "heading_open"]
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels)), levels
    for table in re.findall(r"(?:^\|.*\n)+", text, re.MULTILINE):
        lines = table.splitlines()
        assert len({len(re.findall(r"(?<!\\)\|", line)) for line in lines}) == 1, lines
    expected = len(re.findall(r"^\| ---", text, re.MULTILINE))
    assert sum(token.type == "table_open" for token in parsed(text)) == expected
    assert not re.search(r"[ \t]$|\n\n\n", text, re.MULTILINE)
    assert text.endswith("\n")


@KIND
def test_whatever_is_written_comes_out_as_text(
    kind: str, hostile: Path, language: str, make: Make, take_apart: Apart
) -> None:
    paper = ReportContent(kind, make(hostile, language))
    page = take_apart(as_html(paper))
    assert not page.all("script", "img", "b")
    assert "</h1><script>" in page.all("body")[0].text
    assert "49" not in page.all("main")[0].text.replace("7*7", "")
    markdown = as_markdown(paper)
    for token in parsed(markdown):
        for part in [token, *(token.children or [])]:
            assert part.type not in ("html_block", "image", "fence", "code_block", "code_inline", "link_open"), part
            assert part.type != "html_inline" or part.content == "<br>"
    assert "<script>" in shown(markdown)


@KIND
def test_another_language_is_marked(kind: str, examples: Path, make: Make, take_apart: Apart) -> None:
    page = take_apart(
        as_html(ReportContent(kind, make(examples / "ekskolan/assessments/ekskolan/2026-ht-school.yaml", "en")))
    )
    what = (
        "Tio minuters överlämning mellan skola och fritids två dagar i veckan, om gruppen och dagen, inte om enskilda"
    )
    marked = [e for e in page.elements if e.text == what and e.attributes.get("lang") == "sv"]
    in_focus_only = kind == "decision-memo"
    assert bool(marked) or in_focus_only
    assert {e.attributes["lang"] for e in page.elements if "lang" in e.attributes} == {"sv", "en"}


# --- for guardians --------------------------------------------------------------------------------------------


def test_guardians_are_told_no_ratings_no_evidence_and_not_who_answers(
    example: Path, language: str, make: Make, take_apart: Apart
) -> None:
    report = make(example, language)
    page = take_apart(as_html(ReportContent("public", report)))
    texts = [page.all("main")[0].text, shown(as_markdown(ReportContent("public", report)))]
    for text in texts:
        for detail in report.details:
            for phrase in (detail.reflection, *detail.evidence, *detail.helps, *detail.hinders):
                assert phrase is None or " ".join(phrase.text.split()) not in text or len(phrase.text) < 20
        assert not any(f"{step.value} {step.label.text}" in text for step in report.scale)
        assert "→" not in text
        assert "×" not in text
        assert not re.search(r"\bCR\d|\b\d{4}-\d{2}-\d{2}\b|crosp[-/]", text)
        for view in report.measures:
            together = view.collaboration
            purpose = together.purpose.text if together and together.purpose else None
            assert purpose is None or " ".join(purpose.split()) not in text
    roles = {view.responsible.text for view in report.measures if view.responsible}
    cells = [cell.text for cell in page.all("td", "dd")]
    assert not roles & set(cells)


def test_guardians_are_told_what_is_done_and_when_it_is_followed_up(
    examples: Path, make: Make, take_apart: Apart
) -> None:
    report = make(examples / "ekskolan/assessments/ekskolan/2026-ht-school.yaml", "sv")
    text = take_apart(as_html(ReportContent("public", report))).all("main")[0].text
    for view in report.soonest:
        assert view.what.text in text
        due, row = view.result.measure.due, text.partition(view.what.text)[2][:80]
        told = "tar längre tid än planerat" if view.result.overdue else due and " ".join(in_words(due, "sv").split())
        assert (told or "inte bestämt än") in row
    assert "Skollagen 4 kap. 4, 12 och 13 §§" in " ".join(text.split())
    assert "expeditionen, vardagar kl. 8–15" in text
    assert "forum för samråd den 2 december kl. 18 i matsalen" in text
    dropped = [view.what.text for view in report.measures if view.result.measure.status == "dropped"]
    assert not any(what in text for what in dropped)


def test_guardians_meet_first_what_is_done_about_what_is_to_develop(
    examples: Path, make: Make, take_apart: Apart
) -> None:
    report = make(examples / "ekskolan/assessments/ekskolan/2026-ht-school.yaml", "sv")
    page = take_apart(as_html(ReportContent("public", report)))
    heads = [head for head in page.all("th") if head.attributes.get("scope") == "row"]
    folded = [head.text for head in heads if head.above("details")]
    first = [head.text for head in heads if not head.above("details")]
    assert first == [view.what.text for view in report.soonest if view.cell.focus]
    assert folded == [view.what.text for view in report.soonest if not view.cell.focus]
    assert (len(first), [one.text for one in page.all("summary")]) == (3, ["Visa 13 insatser till"])


def test_guardians_meet_no_heading_with_nothing_below_it(make: Make, tmp_path: Path) -> None:
    example = resource("framework").parent / "examples/ekskolan/assessments/ekskolan/2026-ht-school.yaml"
    measure = "{id: one, what: Talas vid., follow_ups: [{date: 2099-01-20}]}"
    need = "{analysis: Mer tid., target: 3, priority: high}"
    cells = f"cells: {{follow-up: {{quality: {{need: {need}, measures: [{measure}]}}}}}}\n"
    (tmp_path / "a.yaml").write_text(example.read_text("utf-8").partition("cells:")[0] + cells, "utf-8")
    page = as_markdown(ReportContent("public", make(tmp_path / "a.yaml", "sv")))
    assert "Det gör vi åt det:" in page
    assert "Nästa gång vi ser efter hur det går är den 20 januari 2099." in page.replace("\u00a0", " ")
    assert "Det här gör vi" not in page
    assert "Det här gör vi" not in as_html(ReportContent("public", make(tmp_path / "a.yaml", "sv")))


def test_guardians_meet_no_abbreviation_that_the_framework_can_write_out(make: Make, tmp_path: Path) -> None:
    cells = """\
      follow-up: {quality: {need: {analysis: Frågor till EHT., target: 3, priority: high}, measures: [
        {id: one, what: "EHT och APT talas vid."}, {id: two, what: "Arbetsplatsträff (APT) varje vecka."}]}}
    """
    example = (resource("framework").parent / "examples/ekskolan/assessments/ekskolan/2026-ht-school.yaml").read_text(
        "utf-8"
    )
    (tmp_path / "a.yaml").write_text(example.partition("cells:")[0] + f"cells:\n{cells}", "utf-8")
    page = as_markdown(ReportContent("public", make(tmp_path / "a.yaml", "sv")))
    assert page.count("EHT \\(elevhälsoteam\\)") + page.count("EHT (elevhälsoteam)") == 1
    assert "EHT och APT (arbetsplatsträff) talas vid." in page
    assert "Arbetsplatsträff (APT) varje vecka." in page


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("EHT och SYV. Sedan SYV.", "EHT (elevhälsoteam) och SYV (studievägledning). Sedan SYV."),
        ("AEHT, EHT_1 och eht", "AEHT, EHT_1 och eht"),
        ("EHT-möte, (EHT)", "EHT (elevhälsoteam)-möte, (EHT)"),
        ("Elevhälsoteamet (EHT)", "Elevhälsoteamet (EHT)"),
        ("Vi har C och C++", "Vi har C (ett annat) och C++ (ett språk)"),
        ("Vi har C++ och A.B.C.D.", "Vi har C++ (ett språk) och A.B.C.D. (fyra)"),
        ("Inom F-6 B och F.N.", "Inom F-6 B (förskola till årskurs sex) och F.N. (förenta nationerna)"),
    ],
)
def test_an_abbreviation_is_written_out_where_it_stands_by_itself(
    examples: Path, make: Make, text: str, told: str
) -> None:
    report = make(examples / "ekskolan/assessments/ekskolan/2026-ht-school.yaml", "sv")
    assert report.for_guardians is not None
    known = {
        "SYV": "studievägledning",
        "EHT": "elevhälsoteam",
        "F-6 B": "förskola till årskurs sex",
        "F.N.": "förenta nationerna",
        "C++": "ett språk",
        "C": "ett annat",
        "A.B.C.D.": "fyra",
    }
    terms = [{"id": f"t{n}", "term": {"sv": whole}, "forms": {"sv": [short]}, "definition": {"sv": "Det är."}}
             for n, (short, whole) in enumerate(known.items())]  # fmt: skip
    glossary = Glossary.model_validate({"entries": terms})
    guardians = report.for_guardians._replace(abbreviations=glossary.abbreviations["sv"])
    focus = report.focus[0]._replace(need=Phrase(text, "sv"))
    (need,) = public_view(report._replace(for_guardians=guardians, focus=(focus,))).needs
    assert need.text == told


def test_what_has_been_done_alone_is_a_heading_of_its_own(examples: Path, make: Make, take_apart: Apart) -> None:
    report = make(examples / "other-framework/assessments/mill-lane/2026-autumn-school-team.yaml", "en")
    page = take_apart(as_html(ReportContent("public", report)))
    assert [head.text for head in page.all("h2", "h3")][-1] == "What we have done"
    assert "What else we are doing" not in page.all("body")[0].text
    assert "else we are doing" not in as_markdown(ReportContent("public", report))


def test_a_framework_with_no_words_for_guardians_is_named_in_a_sentence(examples: Path, make: Make) -> None:
    report = make(examples / "other-framework/assessments/mill-lane/2026-autumn-school-team.yaml", "en")
    wordless = ReportContent("public", report._replace(for_guardians=None))
    for page in (as_html(wordless), as_markdown(wordless)):
        assert "We have gone through how we work, with the help of “Inclusion walk”. It is about how" in page


def test_another_framework_has_its_own_words_and_no_swedish_law(examples: Path, make: Make, take_apart: Apart) -> None:
    report = make(examples / "other-framework/assessments/mill-lane/2026-autumn-school-team.yaml", "en")
    text = take_apart(as_html(ReportContent("public", report))).all("body")[0].text
    assert "Inclusion walk" in text
    assert "CROSP" not in text
    assert "law" not in text


# --- the action plan ------------------------------------------------------------------------------------------

_DAYS = st.none() | st.dates().filter(lambda day: 2020 < day.year < 2035).map(str)
_MEASURES = st.lists(
    st.fixed_dictionaries(
        {"what": st.just("Time together"), "status": st.sampled_from(["planned", "ongoing", "done", "dropped"])},
        optional={
            "responsible": st.sampled_from([None, "Rektor", "rektor ", "kurator", "Ögonläkare", "arbetslag"]),
            "due": _DAYS,
            "follow_ups": st.lists(
                st.fixed_dictionaries({"date": _DAYS, "result": st.sampled_from([None, "More meet."])}), max_size=3
            ),
        },
    ),
    max_size=6,
)


@settings(max_examples=4 * settings.default.max_examples // 5)
@given(measures=_MEASURES)
def test_every_measure_stands_once_in_the_plan(make: Make, measures: list[dict[str, Any]]) -> None:
    document = {
        "format": "crosp-assessment/1", "framework": "spsm-crosp@2024", "level": "organiser", "occasion": "o",
        "date": "2026-10-15",
        "cells": {"follow-up": {"quality": {"measures": [{"id": f"m{n}", **m} for n, m in enumerate(measures)]}}},
    }  # fmt: skip
    with TemporaryDirectory() as name:
        path = Path(name) / "a.yaml"
        path.write_text(json.dumps(document), "utf-8")
        report = make(path, "sv")
    plan = action_plan(report)
    in_roles = [part.view.anchor for role in plan.roles for part in role.measures]
    finished = [view.anchor for view in plan.finished]
    assert sorted([*in_roles, *finished]) == sorted(view.anchor for view in report.measures)
    assert sorted(in_roles) == sorted(part.view.anchor for part in plan.by_date)
    names = [role.name.text.casefold() if role.name else None for role in plan.roles]
    assert len(names) == len(set(names))
    assert None not in names[:-1]
    for part in plan.by_date:
        assert part.to_come or part.view.result.measure.is_finished
        assert [day for day in part.to_come if day] == sorted({day for day in part.to_come if day})
    for role in plan.roles:
        due = [part.view.result.measure.due for part in role.measures if not part.view.result.measure.is_finished]
        stated = [day for day in due if day]
        assert stated == sorted(stated)


def test_the_plan_has_room_for_each_follow_up_to_come(examples: Path, make: Make, take_apart: Apart) -> None:
    report = make(examples / "ekskolan/assessments/ekskolan/2026-ht-school.yaml", "sv")
    page = take_apart(as_html(ReportContent("action-plan", report)))
    rows = [row for row in page.all("tr") if "to-come" in row.attributes.get("class", "")]
    assert len(rows) == sum(len(part.to_come) for part in action_plan(report).by_date)
    assert all([cell.text for cell in row.children[1:3]] == ["", ""] for row in rows)


# --- the decision memo ----------------------------------------------------------------------------------------


def test_what_nobody_has_written_is_asked_for(example: Path, language: str, make: Make, take_apart: Apart) -> None:
    report = make(example, language)
    paper = ReportContent("decision-memo", report, memo_view(None, [report], (), report.analysis.today))
    page = take_apart(as_html(paper))
    prompts = [mark.text for mark in page.all("mark")]
    assert len(prompts) >= 14
    assert all(prompt.startswith("[") and prompt.endswith("]") for prompt in prompts)
    markdown = shown(as_markdown(paper))
    assert all(prompt in markdown for prompt in prompts)


def test_days_are_said_as_people_say_them() -> None:
    assert in_words(date(2027, 1, 5), "sv") == "5\u00a0januari\u00a02027"
    assert in_words(date(2027, 12, 31), "en") == "31\u00a0December\u00a02027"
