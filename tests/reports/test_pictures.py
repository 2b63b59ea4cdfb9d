"""The pictures: sound SVG that says in words all that it shows, the same as the tables say, for any framework."""

import os
import re
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crosp_cli.analysis.assessment.cells import State
from crosp_cli.cli.select.load import load_assessment
from crosp_cli.cli.select.previous import since
from crosp_cli.cli.select.siblings import Siblings
from crosp_cli.output.analysis.build import AnalysisView
from crosp_cli.output.comparison.wording import before_and_now
from crosp_cli.reports.content import ReportContent
from crosp_cli.reports.html import as_html
from crosp_cli.reports.markdown import as_markdown
from crosp_cli.reports.pictures import text_width
from crosp_cli.reports.pictures.catalogue import PICTURES, picture
from crosp_cli.reports.pictures.paging import parts
from crosp_cli.reports.pictures.svg import FORMATS, NARROW, WIDE, PictureFormat
from crosp_cli.reports.pictures.text_width import width, wrapped

Make = Callable[[Path, str], Any]
Apart = Callable[[str], Any]

HERE = Path(__file__).parent.parent
GOLDEN = HERE / "golden"
NAMED_DAY = date(2026, 11, 22)
SVG = "{http://www.w3.org/2000/svg}"

SCHOOL = "ekskolan/assessments/ekskolan/2026-ht-school.yaml"
OTHER = "other-framework/assessments/mill-lane/2026-autumn-school-team.yaml"


def full(make: Make, path: Path, language: str) -> AnalysisView:
    """The report with all that a picture can show."""
    found: AnalysisView = make(path, language)
    one = load_assessment(path, language)
    before = since(one, Siblings([one]).of(one), language)
    return found._replace(since=before, named_day=NAMED_DAY)


def drawn(report: AnalysisView, name: str) -> Iterator[ElementTree.Element]:
    for form in FORMATS:
        for found in PICTURES[name](report, form):
            yield ElementTree.fromstring(str(found))  # noqa: S314 -- our own text


def words(svg: ElementTree.Element) -> list[str]:
    return [text.text or "" for text in svg.iter(f"{SVG}text")]


def test_every_picture_is_sound_and_named(example: Path, language: str, make: Make) -> None:
    report = full(make, example, language)
    ids: list[str] = []
    for name in PICTURES:
        for svg in drawn(report, name):
            known = [element.attrib["id"] for element in svg.iter() if "id" in element.attrib]
            ids += known
            assert svg.attrib["role"] == "img"
            title, about, *_rest = svg
            assert (title.tag, about.tag) == (f"{SVG}title", f"{SVG}desc")
            assert svg.attrib["aria-labelledby"] == title.attrib["id"]
            assert svg.attrib["aria-describedby"] == about.attrib["id"]
            assert title.text
            assert report.unit in title.text
            assert about.text
            used = set(re.findall(r"url\(#(.+?)\)", ElementTree.tostring(svg, "unicode")))
            assert used <= set(known)
            allowed = {"svg", "title", "desc", "defs", "pattern", "rect", "line", "circle", "polygon", "path", "text"}
            assert {element.tag.removeprefix(SVG) for element in svg.iter()} <= allowed
            wide, high = (float(svg.attrib[side]) for side in ("width", "height"))
            assert svg.attrib["viewBox"] == f"0 0 {svg.attrib['width']} {svg.attrib['height']}"
            assert wide <= 700
            assert high <= 1000
            for text in words(svg):
                assert text.strip()
    assert len(ids) == len(set(ids))


def test_the_map_says_what_the_table_says(example: Path, language: str, make: Make) -> None:
    report = make(example, language)
    for svg in drawn(report, "map"):
        said = " ".join(words(svg))
        for cell in (cell for row in report.rows for cell in row.cells):
            if cell.rating is not None and cell.target is not None:
                assert f"{cell.rating} → {cell.target}" in said
        states = {
            State.NOT_ASSESSED: ("not assessed", "ej bedömd"),
            State.DESCRIBED: ("not rated", "ej skattad"),
        }
        for state, in_words in states.items():
            count = sum(cell.state is state for row in report.rows for cell in row.cells)
            assert count == 0 or sum(said.count(text) for text in in_words) >= count
        assert len(re.findall(r"Fokus \d|Focus \d", said)) == len(report.focus)
        for step in report.scale:
            assert f"{step.value} {step.label.text}" in said


def test_agreement_shows_medians_and_no_counts(examples: Path, language: str, make: Make) -> None:
    report = make(examples / SCHOOL, language)
    seen = [detail.agreement for detail in report.details if detail.agreement]
    unlike = [one for one in seen if one.differ or any(group.divided for group in one.groups)]
    assert 0 < len(unlike) < len(seen)
    shown = [group for one in unlike for group in one.groups]
    for form in FORMATS:
        svgs = [ElementTree.fromstring(str(found)) for found in PICTURES["agreement"](report, form)]  # noqa: S314
        found = [text for svg in svgs for text in words(svg)]
        numbers = [text for text in found if re.fullmatch(r"\d+(–\d+)?", text)]
        axis = [str(step.value) for step in report.scale] * len(svgs)
        assert sorted(numbers) == sorted([*axis, *(group.middle for group in shown)])
        assert not re.search(r"\b(18|13|12)\b", " ".join(found)), "the headcounts of the example"


def test_no_picture_of_agreement_leaves_much_of_a_page_empty_before_it(
    examples: Path, language: str, make: Make
) -> None:
    """A wide picture is 84 % as wide as the text on A4, and a page one and a half times as tall as that is wide."""
    report = make(examples / SCHOOL, language)
    heights = [float(ElementTree.fromstring(str(one)).attrib["height"])  # noqa: S314
               for one in PICTURES["agreement"](report, WIDE)]  # fmt: skip
    assert len(heights) > 1
    assert max(heights) <= 1.5 * WIDE.width / 0.84 / 3


def test_a_small_group_is_not_in_the_picture(tmp_path: Path, language: str, make: Make) -> None:
    path = tmp_path / "a.yaml"
    path.write_text(
        "format: crosp-assessment/1\nframework: spsm-crosp@2024\nunit: u\nlevel: school\noccasion: o\n"
        "date: 2026-10-15\ncells:\n  shared-direction:\n    governance:\n      current_state:\n"
        "        reflection: Something.\n        group_ratings:\n          teachers: {0: 71, 3: 72}\n"
        "          leisure-staff: {2: 4}\n",
        "utf-8",
    )
    report = make(path, language)
    titles = {group.id: group.title[language] for group in report.analysis.framework.head.groups}
    for svg in drawn(report, "agreement"):
        said = ElementTree.tostring(svg, "unicode")
        assert titles["teachers"] in said
        assert titles["leisure-staff"] not in said
        assert not re.search(r">(71|72|143|4)<", said)


def test_the_day_has_a_line_only_where_it_is_named(examples: Path, make: Make) -> None:
    report = full(make, examples / SCHOOL, "sv")
    assert all(str(NAMED_DAY) in words(svg) for svg in drawn(report, "timeline"))
    for day in (None, NAMED_DAY.replace(year=2040)):
        assert not any(str(day) in words(svg) for svg in drawn(report._replace(named_day=day), "timeline"))
    assert str(picture(report._replace(named_day=None), "timeline")) == str(
        picture(report._replace(named_day=NAMED_DAY.replace(year=2040)), "timeline")
    )


def test_every_measure_is_in_the_timeline_in_the_order_of_the_table(example: Path, language: str, make: Make) -> None:
    report = make(example, language)
    for form in FORMATS:
        svgs = [ElementTree.fromstring(str(found)) for found in PICTURES["timeline"](report, form)]  # noqa: S314
        found = [text for svg in svgs for text in words(svg)]
        status = [text.split(";")[0] for text in found if re.match(r"\w+; ", text)]
        assert status == [view.status for view in report.measures]
        for view in report.measures:
            measure = view.result.measure
            if measure.start and measure.due:
                assert any(f"{measure.start} – {measure.due}" in text for text in found)


def test_change_needs_an_earlier_occasion(examples: Path, make: Make) -> None:
    assert full(make, examples / SCHOOL, "sv").since is not None
    first = full(make, examples / SCHOOL.replace("2026", "2025"), "sv")
    assert first.since is None
    assert not picture(first, "change")
    assert full(make, examples / OTHER, "en").since is None


def test_change_says_from_where_to_where(examples: Path, language: str, make: Make) -> None:
    report = full(make, examples / SCHOOL, language)
    assert report.since is not None
    for svg in drawn(report, "change"):
        said = words(svg)
        for cell in report.since.change.cells:
            old, new = cell.rating.old, cell.rating.new
            if old is not None and new is not None and old != new:
                assert f"{old} → {new}" in said
        assert not re.search(r"better|worse|improve|bättre|sämre|förbättr|försämr", " ".join(said), re.I)


def test_nothing_is_coded_by_red_or_green(example: Path, language: str, make: Make) -> None:
    report = full(make, example, language)
    for name in PICTURES:
        for colour in set(re.findall(r"#[0-9a-f]{6}\b", str(picture(report, name)))):
            red, green, blue = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
            assert blue >= max(red, green) - 5, colour


def test_no_table_says_what_its_picture_says(examples: Path, language: str, make: Make, take_apart: Apart) -> None:
    report = full(make, examples / SCHOOL, language)
    page = take_apart(as_html(ReportContent("report", report)))
    assert {table.attributes.get("class") for table in page.all("table")} == {"map", None, "counts", "measures"}
    measures = next(t for t in page.all("table") if t.attributes.get("class") == "measures")
    for view in report.measures:
        due, next_one = view.result.measure.due, view.result.next_follow_up
        assert due is None or str(due) in measures.text
        assert next_one is None or str(next_one.date) in measures.text


def test_the_picture_of_change_is_told_to_those_who_listen(examples: Path, language: str, make: Make) -> None:
    report = full(make, examples / SCHOOL, language)
    assert report.since is not None
    (svg, *_more) = drawn(report, "change")
    about = next(svg.iter(f"{SVG}desc")).text or ""
    for title, row in report.since.rows:
        assert f"{title}: " in about
        for (_title, short), cell in zip(report.columns, row, strict=True):
            assert f"{short.text} {before_and_now(cell, language)}" in about


def test_markdown_has_the_table_of_change(examples: Path, language: str, make: Make) -> None:
    report = full(make, examples / SCHOOL, language)
    assert report.since is not None
    heading = "Sedan förra tillfället" if language == "sv" else "Since the occasion before"
    _before, _heading, after = as_markdown(ReportContent("report", report)).partition(f"\n## {heading}\n")
    lines = [line for line in after.partition("\n## ")[0].splitlines() if line.startswith("|")]
    heads, rule, *rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]
    assert heads == [report.rows_title.text, *(short.text for _title, short in report.columns)]
    assert rule == ["---"] * len(heads)
    assert [row[0] for row in rows] == [row.title.text for row in report.rows]
    assert [row[1:] for row in rows] == [
        [before_and_now(cell, language) for cell in row] for _title, row in report.since.rows
    ]


def test_markdown_says_what_cannot_be_compared(examples: Path, language: str, make: Make) -> None:
    report = full(make, examples / SCHOOL, language)
    assert report.since is not None
    told = report._replace(since=report.since._replace(not_compared=("One scale | and another.",)))
    text = as_markdown(ReportContent("report", told))
    assert "\n- One scale \\| and another.\n\n### " in text
    assert len(re.findall(r"^\|", text, re.M)) == len(
        re.findall(r"^\|", as_markdown(ReportContent("report", report)), re.M)
    )


def test_markdown_has_no_table_of_change_without_an_occasion_before(examples: Path, make: Make) -> None:
    for path in (SCHOOL.replace("2026", "2025"), OTHER):
        report = full(make, examples / path, "en")
        assert "Since the occasion before" not in as_markdown(ReportContent("report", report))


def test_whatever_is_written_stays_text(hostile: Path, language: str, make: Make, take_apart: Apart) -> None:
    report = make(hostile, language)._replace(named_day=NAMED_DAY)
    for name in PICTURES:
        for svg in drawn(report, name):
            assert not [element for element in svg.iter() if element.tag.removeprefix(SVG) in ("script", "img", "b")]
    assert any("<script>" in text for svg in drawn(report, "timeline") for text in words(svg))
    page = take_apart(as_html(ReportContent("report", report)))
    assert not page.all("script", "img", "b")


def test_another_language_is_marked_in_a_picture(examples: Path, make: Make) -> None:
    report = make(examples / SCHOOL, "en")
    names = [t for svg in drawn(report, "timeline") for t in svg.iter(f"{SVG}text") if t.attrib.get("lang") == "sv"]
    assert len(names) >= len(report.measures)


@given(
    st.lists(st.tuples(st.one_of(st.none(), st.dates()), st.one_of(st.none(), st.dates())), max_size=40),
    st.one_of(st.none(), st.dates()),
    st.sampled_from(FORMATS),
)
def test_any_dates_make_a_timeline(
    example_of_measures: Callable[[], AnalysisView],
    days: list[tuple[date | None, date | None]],
    named: date | None,
    form: PictureFormat,
) -> None:
    example = example_of_measures()
    template = example.measures[0]
    measures = tuple(
        template._replace(
            follow_ups=(),
            result=template.result._replace(
                measure=template.result.measure.model_copy(update={"start": start, "due": due, "follow_ups": ()}),
            ),
        )
        for start, due in days
    )
    report = example._replace(measures=measures, named_day=named)
    found = PICTURES["timeline"](report, form)
    assert bool(found) == any(day for pair in days for day in pair)
    for svg in map(ElementTree.fromstring, map(str, found)):
        for element in svg.iter():
            for side in ("x", "x1", "x2", "cx"):
                assert -1 <= float(element.attrib.get(side, 0)) <= form.width
            assert float(element.attrib.get("width", 0)) <= form.width
        assert len(list(svg.iter(f"{SVG}line"))) < 120


@pytest.fixture(scope="session")
def example_of_measures(make: Make, examples: Path) -> Callable[[], AnalysisView]:
    """A function, since hypothesis would write a whole report out in words."""
    found: AnalysisView = make(examples / SCHOOL, "sv")
    return lambda: found


@given(st.text(max_size=60), st.floats(20, 300), st.sampled_from([None, 1, 2]))
def test_lines_keep_to_their_room(text: str, room: float, most: int | None) -> None:
    lines = wrapped(text, 12, room, most=most)
    assert most is None or len(lines) <= most
    for line in lines:
        assert width(line, 12) <= room or len(line.rstrip(" …-")) <= 2
    if most is None:
        assert "".join("".join(lines).replace("-", "").split()) == "".join(text.replace("-", "").split())


@given(st.lists(st.floats(1, 200), max_size=40))
def test_parts_keep_order_and_height(heights: list[float]) -> None:
    found = parts(heights, float, 250)
    assert [height for part in found for height in part] == heights
    assert all(sum(part) <= 250 for part in found)
    assert all(found)


def test_a_matrix_of_any_shape_has_room(make: Make, examples: Path) -> None:
    """More columns than fit go on below; nothing is left out."""
    report = make(examples / SCHOOL, "sv")
    wide = report._replace(
        columns=report.columns * 4,
        rows=tuple(row._replace(cells=row.cells * 4) for row in report.rows),
    )
    for form in (WIDE, NARROW):
        (svg,) = (ElementTree.fromstring(str(found)) for found in PICTURES["map"](wide, form))  # noqa: S314
        assert sum(text == "1 → 2" for text in words(svg)) == 4 * sum(
            (cell.rating, cell.target) == (1, 2) for row in report.rows for cell in row.cells
        )


@pytest.mark.parametrize(
    ("name", "path", "speech", "form"),
    [("ekskolan", SCHOOL, "sv", WIDE), ("mill-lane", OTHER, "en", WIDE), ("mill-lane", OTHER, "en", NARROW)],
)
def test_the_pictures_look_as_they_did(
    name: str, path: str, speech: str, form: PictureFormat, examples: Path, make: Make
) -> None:
    """After a change that is meant: run this with CROSP_GOLDEN=write, and look at tests/golden before it is kept."""
    report = full(make, examples / path, speech)
    for which in PICTURES:
        for number, found in enumerate(PICTURES[which](report, form), 1):
            file = GOLDEN / f"{name}-{which}-{form.name}-{number}.svg"
            if os.environ.get("CROSP_GOLDEN") == "write":
                file.parent.mkdir(exist_ok=True)
                file.write_text(str(found), "utf-8")
            assert file.read_text("utf-8") == str(found), f"{file.name} has become different"


def test_a_long_word_is_divided_in_a_time_that_grows_as_it_does(monkeypatch: pytest.MonkeyPatch) -> None:
    measured = 0
    real = text_width.width

    def width(text: str, size: float, *, bold: bool = False) -> float:
        nonlocal measured
        measured += len(text)
        return real(text, size, bold=bold)

    monkeypatch.setattr(text_width, "width", width)
    lines = wrapped("W" * 5000, 12.0, 80.0)
    assert "".join(line.rstrip("-") for line in lines) == "W" * 5000
    assert measured < 10 * 5000
