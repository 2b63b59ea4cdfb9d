"""The YAML that crosp writes for people: read back it is the very same text, and short names can name files."""

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st

from crosp_cli.editing.new.assessment import CarriedOver, Heading, assessment_text
from crosp_cli.editing.new.carry_over import carried_over
from crosp_cli.editing.new.project import NewProject, NewUnit, project_text
from crosp_cli.editing.slugs import occasion_of, tidy
from crosp_cli.editing.wording import words
from crosp_cli.editing.yaml_writer import LONGEST_LINE, block, comment, mapping, scalar
from crosp_cli.model.assessment import Assessment, Place
from crosp_cli.model.fields import SLUG
from crosp_cli.model.framework import Framework
from crosp_cli.model.guidance import Guidance
from crosp_cli.model.project import Project
from crosp_cli.reading.documents.document import document
from crosp_cli.reading.documents.framework import built_in_folder, read_framework
from crosp_cli.reading.documents.guidance import read_guidance
from crosp_cli.reading.yaml.decode import FORBIDDEN
from crosp_cli.reading.yaml.tree import Tree, parse
from crosp_cli.text.slugs import LONGEST, slug

TRICKY = "\n\t :#-'\"|>[]{},&*!?@`%~\\ ab0\xa0\u3000"
TEXTS = st.text(
    st.one_of(st.characters(codec="utf-8", exclude_categories=["Cs", "Cc", "Cn"]), st.sampled_from(TRICKY)),
    max_size=30,
).filter(lambda text: not FORBIDDEN.search(text))
KEYS = st.text("abc-_ :#", min_size=1, max_size=5)
DATA = st.recursive(
    st.none() | TEXTS,
    lambda inside: st.lists(inside, max_size=3) | st.dictionaries(KEYS, inside, max_size=3),
    max_leaves=8,
)


def read_back(text: str) -> Any:
    tree, _findings = parse(text, "x.yaml")
    return tree.data


class TestYamlText:
    @settings(max_examples=12 * settings.default.max_examples)
    @given(data=st.dictionaries(KEYS, DATA, min_size=1, max_size=4))
    @example(data={"a": "x\ny "})
    @example(data={"a": "x\n\n y\n"})
    @example(data={"a": " x\ny"})
    @example(data={"a": "\nx"})
    @example(data={"a": "x\n\n"})
    @example(data={"a": "x\n \ny"})
    @example(data={"a": ["null", "~", "", None, "a: b", "a #b", "- a", "---"]})
    @example(data={"a": [[["x\ny\n"]], {}, [], {"b": {"c": []}}]})
    def test_any_data_comes_back_as_it_was(self, data: dict[str, Any]) -> None:
        assert read_back(mapping(data, 0)) == data

    @pytest.mark.parametrize(
        "text",
        [
            "Ekskolan",
            "no",
            "yes",
            "1.10",
            "010",
            "2026-10-15",
            "1:30",
            "0x1f",
            "a, b",
            "a#b",
            "Åsa & Co",
            "null och void",
        ],
    )
    def test_what_can_stand_without_quotes_does(self, text: str) -> None:
        assert scalar(text) == text
        assert read_back(f"a: {text}\n") == {"a": text}

    @pytest.mark.parametrize(
        "text",
        [
            "",
            "null",
            "~",
            " a",
            "a ",
            "a: b",
            "a #b",
            "#a",
            "- a",
            "[a",
            "'a'",
            "*a",
            "a:",
            "a\x85b",
            "a\u2028b",
            "a\x7f",
        ],
    )
    def test_what_cannot_is_quoted(self, text: str) -> None:
        assert scalar(text).startswith('"')
        assert yaml.safe_load(f"a: {scalar(text)}") == {"a": text}

    def test_nothing_is_nothing(self) -> None:
        assert scalar(None) == ""
        assert block(None, 2) == "\n"
        assert mapping({"a": None}, 0) == "a:\n"

    def test_several_lines_are_written_so_that_people_can_go_on(self) -> None:
        assert mapping({"a": {"b": "One.\n\nTwo: # three.\n"}}, 0) == "a:\n  b: |\n    One.\n\n    Two: # three.\n"
        assert mapping({"a": "One.\nTwo."}, 0) == "a: |-\n  One.\n  Two.\n"

    @pytest.mark.parametrize("text", ["One.\n  \nTwo.\n", " One.\nTwo.", "One.\nTwo. ", "\nOne.", "One.\n\n", "\n"])
    def test_spaces_that_an_editor_would_take_away_are_quoted(self, text: str) -> None:
        assert mapping({"a": text}, 0).startswith('a: "')

    @given(text=TEXTS, indent=st.integers(0, 8))
    def test_a_comment_stays_one(self, text: str, indent: int) -> None:
        written = comment(text, indent)
        assert written.endswith("\n")
        for line in written.splitlines():
            assert line.startswith(" " * indent + "#")
            assert line == line.rstrip()
        assert read_back(f"a:\n{written}  b: c\n") == {"a": {"b": "c"}}

    @given(words=st.lists(st.text("abcåäö", min_size=1, max_size=12), min_size=1, max_size=60))
    def test_comments_are_wrapped_and_lose_no_word(self, words: list[str]) -> None:
        lines = comment(" ".join(words), 4, first="Nuläge: ").splitlines()
        assert max(map(len, lines)) <= LONGEST_LINE
        assert " ".join(line.removeprefix("    # ") for line in lines).split() == ["Nuläge:", *words]


class TestNames:
    @given(name=st.text(max_size=100))
    @example(name="CON")
    @example(name="K" * 63 + " k")
    @example(name="İstanbul ŉ ẞ Ａ ﬃ")
    def test_a_short_name_can_name_a_file_anywhere(self, name: str) -> None:
        made = slug(name, "unit")
        assert re.fullmatch(SLUG, made)
        assert len(made) <= LONGEST
        assert not re.fullmatch(r"con|prn|aux|nul|(com|lpt)[0-9]", made)
        assert slug(made, "other") == made, "a short name is its own short name"

    @pytest.mark.parametrize(
        ("name", "made"),
        [
            ("Östra Förskolan", "ostra-forskolan"),
            ("Skola nr 1:2", "skola-nr-1-2"),
            ("Straße", "strasse"),
            ("Ærø", "aero"),
            ("--a--", "a"),
            ("!!!", "unit"),
            ("", "unit"),
            ("Com1", "unit"),
            ("A\u030angen", "angen"),
        ],
    )
    def test_some_short_names(self, name: str, made: str) -> None:
        assert slug(name, "unit") == made

    @given(name=st.text(max_size=50))
    @example(name="\ud800\r\n\u2028")
    def test_a_tidy_name_may_stand_in_a_file(self, name: str) -> None:
        made = tidy(name)
        assert not FORBIDDEN.search(made)
        assert made == " ".join(made.split())
        assert made.encode("utf-8").decode("utf-8") == made
        assert tidy(made) == made

    def test_a_tidy_name_is_left_as_it_is(self) -> None:
        assert tidy("Åsöängens skola, 2–3 😀") == "Åsöängens skola, 2–3 😀"

    @pytest.mark.parametrize(
        ("day", "swedish", "english"),
        [
            (date(2026, 1, 1), "2026-vt", "2026-spring"),
            (date(2026, 7, 31), "2026-vt", "2026-spring"),
            (date(2026, 8, 1), "2026-ht", "2026-autumn"),
            (date(2026, 12, 31), "2026-ht", "2026-autumn"),
        ],
    )
    def test_terms(self, day: date, swedish: str, english: str) -> None:
        assert (occasion_of(day, "sv"), occasion_of(day, "en")) == (swedish, english)


class TestProjectText:
    @given(
        organiser=st.text(min_size=1, max_size=30).map(tidy).filter(bool),
        names=st.lists(st.text(TRICKY + "åäö{}[],\"'", min_size=1, max_size=12).map(tidy).filter(bool), max_size=3),
        language=st.sampled_from(["sv", "en"]),
    )
    @example(organiser="a, b", names=["a: b", "a:", "{", "x #y", "'"], language="sv")
    def test_any_names_come_back(self, organiser: str, names: list[str], language: str) -> None:
        units = [NewUnit(f"u{number}", name, ("grundskola",)) for number, name in enumerate(names)]
        new = NewProject("spsm-crosp@2024", language, "x", organiser, "municipal", units)
        tree, found = parse(project_text(new), "crosp.yaml")
        read = document(Project, tree, found)
        assert read.findings == []
        assert read.model is not None
        assert read.model.organiser.name == organiser
        assert [unit.name for unit in read.model.units] == names
        assert read.model.language == language
        assert read.model.checks.fail_on == "error"


@pytest.fixture(scope="module")
def framework() -> Framework:
    found = read_framework(built_in_folder()).framework
    assert found is not None
    return found


@pytest.fixture(scope="module")
def guidance() -> Guidance:
    found, _ = read_guidance(read_framework(built_in_folder()))
    assert found is not None
    return found


def as_assessment(text: str) -> tuple[Assessment, Tree]:
    tree, found = parse(text, "a.yaml")
    read = document(Assessment, tree, found)
    assert read.findings == []
    assert read.model is not None
    return read.model, tree


HEADING = Heading("ekskolan", "school", "2026-ht", date(2026, 10, 15), "Ekskolan")


class TestSkeleton:
    @pytest.mark.parametrize("language", ["sv", "en"])
    def test_it_is_an_assessment_with_every_cell_empty(
        self, framework: Framework, guidance: Guidance, language: str
    ) -> None:
        text = assessment_text(HEADING, framework, guidance.questions, language)
        assessment, _ = as_assessment(text)
        assert [place for place, _ in assessment.each_cell()] == list(framework.places)
        assert all(cell.is_empty for _, cell in assessment.each_cell())
        assert max(map(len, text.splitlines())) <= LONGEST_LINE
        assert not re.search(r"[ \t]$", text, re.MULTILINE)
        for line in words(language).how_to:
            assert line.split()[0] in text

    @pytest.mark.parametrize("language", ["sv", "en"])
    def test_what_its_comments_show_may_be_written_so(
        self, framework: Framework, guidance: Guidance, language: str
    ) -> None:
        text = assessment_text(HEADING, framework, guidance.questions, language)
        shown = re.findall(r"^# (      (?:current_state|measures):\n(?:#         .*\n)+)", text, re.MULTILINE)
        assert len(shown) == 2
        head, _cells = text.split("\ncells:\n")
        place = framework.places[0]
        filled = "".join(shown).replace("\n# ", "\n")
        written = f"{head}\ncells:\n  {place.principle}:\n    {place.area}:\n{filled}"
        cell = as_assessment(written)[0].cell(place)
        assert cell is not None
        assert cell.current_state is not None
        assert list(cell.current_state.group_ratings) == ["pupils"]  # a group of that level, not the first
        assert cell.measures

    @given(title=st.text(max_size=40).map(tidy))
    def test_whatever_the_unit_is_called(self, framework: Framework, guidance: Guidance, title: str) -> None:
        as_assessment(assessment_text(replace(HEADING, title=title), framework, guidance.questions, "sv"))

    def test_at_the_level_of_the_organiser_there_is_no_unit(self, framework: Framework, guidance: Guidance) -> None:
        heading = replace(HEADING, unit=None, level="organiser")
        assessment, tree = as_assessment(assessment_text(heading, framework, guidance.questions, "sv"))
        assert assessment.unit is None
        assert "unit" not in tree.data

    def test_what_is_carried_over_stands_in_its_cell(self, framework: Framework, guidance: Guidance) -> None:
        place, other = framework.places[3], framework.places[5]
        measure: Mapping[str, Any] = {"id": "a", "what": "One.\nTwo: #three.\n", "carried_over_from": "2025-ht"}
        carried = {
            place: CarriedOver("2025-ht", target="2", measures=(measure,)),
            other: CarriedOver("2025-ht", not_applicable="Not\nours: no."),
        }
        text = assessment_text(HEADING, framework, guidance.questions, "en", carried)
        assessment, _ = as_assessment(text)
        cell = assessment.cell(place)
        assert cell is not None
        assert (cell.need.target, cell.need.carried_over_from) == (2, "2025-ht")
        assert [(m.id, m.what, m.carried_over_from) for m in cell.measures] == [
            ("a", "One.\nTwo: #three.\n", "2025-ht")
        ]
        unaffected = assessment.cell(other)
        assert unaffected is not None
        assert unaffected.not_applicable == "Not\nours: no."
        filled = [place for place, cell in assessment.each_cell() if not cell.is_empty]
        assert filled == [place, other]


CARRIED = """\
format: crosp-assessment/1
framework: spsm-crosp@2024
level: organiser
occasion: 2026-ht
date: 2026-10-15
cells:
  follow-up:
    quality:
      current_state: {rating: RATING}
      need: {target: TARGET}
      measures:
        - {id: a, what: A, status: STATUS, carried_over_from: 2025-ht, start: 2026-01-01}
    funding: {not_applicable: Not ours.}
    governance:
"""


class TestCarriedOver:
    def past(self, **values: str) -> dict[Place, CarriedOver]:
        text = CARRIED
        for name, value in {"RATING": "1", "TARGET": "3", "STATUS": "planned", **values}.items():
            text = text.replace(name, value)
        return carried_over(*as_assessment(text))

    @pytest.mark.parametrize(
        ("rating", "target", "carried"),
        [("1", "3", "3"), ("3", "3", None), ("3", "2", None), ("", "0", "0"), ("1", "", None), ("0", "1", "1")],
    )
    def test_a_target_until_it_is_reached(self, rating: str, target: str, carried: str | None) -> None:
        assert self.past(RATING=rating, TARGET=target)[Place("follow-up", "quality")].target == carried

    @pytest.mark.parametrize(
        ("status", "carried"), [("planned", True), ("ongoing", True), ("done", False), ("dropped", False)]
    )
    def test_a_measure_until_it_is_finished(self, status: str, *, carried: bool) -> None:
        measures = self.past(STATUS=status)[Place("follow-up", "quality")].measures
        written = {"id": "a", "what": "A", "status": status, "start": "2026-01-01", "carried_over_from": "2026-ht"}
        assert measures == ((written,) if carried else ())

    def test_only_cells_that_leave_something(self) -> None:
        past = self.past(STATUS="done", TARGET="", RATING="")
        assert list(past) == [Place("follow-up", "funding")]
        assert past[Place("follow-up", "funding")].not_applicable == "Not ours."
