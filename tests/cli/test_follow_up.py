"""`crosp follow-up`: what is expected when, who answers for it, and what must hold whatever people write."""

import calendar
import json
import re
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

TODAY = "2026-11-22"
FORMS = ("text", "json", "markdown", "ics")
STATES = {"overdue", "due-soon", "coming", "undated", "held", "missed"}
EXAMPLES = ("ekskolan", "exempelkommun", "other-framework")

Measure = dict[str, Any]


def cells(*measures: Measure) -> str:
    """The cells of an assessment with these measures in one of them."""
    return "follow-up:\n  quality:\n    measures: " + json.dumps(
        [{"id": "m", "what": "Something"} | m for m in measures]
    )


def answer(result: Any) -> dict[str, Any]:
    assert (result.status, result.err) == (0, "")
    found = json.loads(result.out)
    assert isinstance(found, dict)
    assert found["format"] == "crosp-follow-up/1"
    return found


def items(found: dict[str, Any]) -> list[dict[str, Any]]:
    return [item for unit in found["units"] for role in unit["roles"] for item in role["items"]]


@pytest.fixture
def followed(crosp: Any, folder: Any) -> Callable[..., dict[str, Any]]:
    """Follow up a school with these measures, and with `more` in its crosp.yaml."""

    def follow(*measures: Measure, more: str = "", today: str = TODAY, options: tuple[str, ...] = ()) -> dict[str, Any]:
        folder.project(more)
        folder.assessment("a.yaml", cells(*measures))
        return answer(crosp("follow-up", ".", "--format", "json", "--today", today, *options, cwd=folder.path))

    return follow


def expected(found: dict[str, Any]) -> list[tuple[int, str, str]]:
    """Each expected follow-up: months after, the day it is expected, how it stands."""
    return [
        (item["after_months"], item["expected"], item["state"]) for item in items(found) if item["kind"] == "expected"
    ]


def held(day: str) -> dict[str, str]:
    return {"date": day, "result": "Seen."}


class TestExpectedFollowUps:
    def test_two_by_default_at_the_end_and_six_months_later(self, followed: Any) -> None:
        found = followed({"due": "2027-01-31"})
        assert expected(found) == [(0, "2027-01-31", "coming"), (6, "2027-07-31", "coming")]
        assert found["units"][0]["expected_after_months"] == [0, 6]

    @pytest.mark.parametrize(
        ("due", "later"),
        [
            ("2026-08-31", "2027-02-28"),
            ("2027-08-31", "2028-02-29"),
            ("2026-12-31", "2027-06-30"),
            ("2028-02-29", "2028-08-29"),
        ],
    )
    def test_calendar_months_end_where_a_month_is_shorter(self, followed: Any, due: str, later: str) -> None:
        assert [day for _months, day, _state in expected(followed({"due": due}))] == [due, later]

    @pytest.mark.parametrize(
        ("months", "days"),
        [("[]", []), ("[12, 3]", ["2027-04-30", "2028-01-30"]), ("[0, 0]", ["2027-01-30"]), ("['1']", ["2027-02-28"])],
    )
    def test_the_project_decides(self, followed: Any, months: str, days: list[str]) -> None:
        found = followed({"due": "2027-01-30"}, more=f"follow_up: {{expected_after_months: {months}}}\n")
        assert [day for _months, day, _state in expected(found)] == days

    def test_no_calendar_reaches_further_than_the_last_day(self, followed: Any) -> None:
        found = followed({"due": "9999-12-01"}, more="follow_up: {expected_after_months: [0, 6, 999999]}\n")
        assert [day for _months, day, _state in expected(found)] == ["9999-12-01", "9999-12-31", "9999-12-31"]

    @pytest.mark.parametrize(
        ("due", "state"),
        [
            ("2026-11-21", "overdue"),
            ("2026-11-22", "due-soon"),
            ("2027-01-21", "due-soon"),
            ("2027-01-22", "coming"),
            (None, "undated"),
        ],
    )
    def test_a_measure_by_its_due_date(self, followed: Any, due: str | None, state: str) -> None:
        found = items(followed({"due": due}))[0]
        assert (found["kind"], found["date"], found["state"]) == ("measure", due, state)

    def test_how_many_days_are_soon(self, followed: Any) -> None:
        measure = {"due": "2026-11-29"}
        assert items(followed(measure, options=("--within", "7")))[0]["state"] == "due-soon"
        assert items(followed(measure, options=("--within", "6")))[0]["state"] == "coming"
        assert items(followed(measure, options=("--within", "999999999")))[0]["state"] == "due-soon"

    def test_without_a_due_date_none_can_be_counted(self, followed: Any) -> None:
        assert expected(followed({"follow_ups": [held("2026-05-01")]})) == []

    def test_a_dropped_measure_expects_nothing(self, followed: Any) -> None:
        measure = {
            "due": "2026-05-01",
            "status": "dropped",
            "follow_ups": [{"date": "2027-05-01"}, {"result": "Seen."}],
        }
        found = followed(measure)
        assert items(found) == []
        assert found["units"][0]["results_without_date"] == []

    def test_a_measure_that_is_done_expects_what_is_left(self, followed: Any) -> None:
        found = followed({"due": "2026-10-31", "status": "done", "follow_ups": [held("2026-11-02")]})
        assert [item["kind"] for item in items(found)] == ["expected", "expected"]
        assert expected(found) == [(0, "2026-10-31", "held"), (6, "2027-04-30", "coming")]


class TestWhatAnswers:
    """Which follow-ups answer for which of those expected on 2026-04-30 and 2026-10-30."""

    @pytest.mark.parametrize(
        ("days", "states"),
        [
            ([], ["overdue", "overdue"]),
            (["2026-04-30"], ["held", "overdue"]),
            (["2026-03-31"], ["held", "overdue"]),
            (["2026-03-30"], ["overdue", "overdue"]),
            (["2026-09-29"], ["held", "overdue"]),
            (["2026-09-30"], ["missed", "held"]),
            (["2026-05-06", "2026-10-28"], ["held", "held"]),
            (["2026-05-06", "2026-05-07"], ["held", "overdue"]),
            (["2030-01-01"], ["missed", "held"]),
        ],
    )
    def test_by_its_day(self, followed: Any, days: list[str], states: list[str]) -> None:
        found = followed({"due": "2026-04-30", "status": "ongoing", "follow_ups": [held(day) for day in days]})
        assert [state for _months, _day, state in expected(found)] == states

    def test_what_was_done_early_may_be_followed_up_early(self, followed: Any) -> None:
        measure = {"due": "2027-04-30", "follow_ups": [held("2026-05-01"), held("2026-10-01")]}
        assert [item["held"] for item in items(followed(measure)) if item["kind"] == "expected"] == [None, None]
        done = items(followed(measure | {"status": "done"}))
        assert [(item["state"], item["held"]) for item in done] == [("held", "2026-10-01"), ("coming", None)]

    def test_near_each_other_each_has_its_half(self, followed: Any) -> None:
        more = "follow_up: {expected_after_months: [0, 1]}\n"  # 2026-04-30 and 2026-05-30
        for day, states in (("2026-05-14", ["held", "overdue"]), ("2026-05-15", ["missed", "held"])):
            found = followed({"due": "2026-04-30", "follow_ups": [held(day)]}, more=more)
            assert [state for _months, _day, state in expected(found)] == states

    def test_the_day_that_is_planned_counts(self, followed: Any) -> None:
        measure = {"due": "2026-10-30", "follow_ups": [{"date": "2026-12-01"}]}
        first = next(item for item in items(followed(measure)) if item["after_months"] == 0)
        assert (first["state"], first["date"]) == ("due-soon", "2026-12-01")
        assert (first["expected"], first["planned"], first["held"]) == ("2026-10-30", "2026-12-01", None)
        late = items(followed(measure, today="2026-12-02"))
        assert next(item for item in late if item["after_months"] == 0)["state"] == "overdue"

    def test_more_that_is_planned_is_listed_as_such(self, followed: Any) -> None:
        days = [{"date": day} for day in ("2027-10-20", "2027-01-15", "2027-11-01")]
        found = items(followed({"due": "2027-10-30", "follow_ups": days}))
        planned = [(item["date"], item["planned"], item["expected"]) for item in found if item["kind"] == "planned"]
        assert planned == [("2027-01-15", "2027-01-15", None), ("2027-11-01", "2027-11-01", None)]

    def test_once_held_the_next_planned_one_stands_by_itself(self, followed: Any) -> None:
        measure = {"due": "2026-10-30", "follow_ups": [held("2026-11-02"), {"date": "2027-01-15"}]}
        found = [(item["kind"], item["date"], item["state"]) for item in items(followed(measure))]
        assert ("expected", "2026-11-02", "held") in found
        assert ("planned", "2027-01-15", "due-soon") in found

    def test_a_result_of_spaces_is_none(self, followed: Any) -> None:
        found = followed({"due": "2026-10-30", "follow_ups": [{"date": "2026-11-01", "result": "  "}]})
        assert expected(found)[0] == (0, "2026-10-30", "overdue")

    def test_a_result_without_a_date_is_pointed_out(self, followed: Any, crosp: Any, folder: Any) -> None:
        found = followed({"due": "2026-10-30", "follow_ups": [{"result": "Seen."}]})
        assert expected(found)[0][2] == "overdue"
        assert [measure["id"] for measure in found["units"][0]["results_without_date"]] == ["m"]
        for form in ("text", "markdown"):
            assert "A result without a date" in crosp("follow-up", "--full", "--format", form, cwd=folder.path).out


class TestWhich:
    def test_the_newest_of_each_unit_and_level(self, crosp: Any, folder: Any) -> None:
        folder.project()
        for name, level, day in (
            ("1", "school", "2026-10-15"),
            ("2", "school", "2025-10-15"),
            ("3", "teaching", "2024-01-01"),
        ):
            folder.assessment(f"{name}.yaml", cells({"what": name, "due": "2026-12-01"}), level=level, date=day)
        found = answer(crosp("follow-up", ".", "--format", "json", "--today", TODAY, cwd=folder.path))
        (unit,) = found["units"]
        assert [(one["path"], one["level"]) for one in unit["assessments"]] == [
            ("1.yaml", "school"),
            ("3.yaml", "teaching"),
        ]
        assert {item["measure"]["what"] for item in items(found)} == {"1", "3"}

    def test_units_in_the_order_of_the_register(self, crosp: Any, folder: Any) -> None:
        folder.project()
        folder.assessment("z.yaml", unit="ekskolan")
        folder.assessment("y.yaml", cells({"due": "2020-01-01"}), unit="asko")
        folder.assessment("x.yaml", unit="okand")
        organiser = (
            (folder.path / "x.yaml").read_text("utf-8").replace("unit: okand\nlevel: school", "level: organiser")
        )
        folder.write("w.yaml", organiser)
        found = answer(crosp("follow-up", ".", "--format", "json", "--today", TODAY, cwd=folder.path))
        assert [unit["unit"] for unit in found["units"]] == [None, "ekskolan", "asko", "okand"]
        assert [unit["name"] for unit in found["units"]] == ["Exempelkommun", "Ekskolan", "Askö skola", "okand"]

    def test_without_a_project(self, crosp: Any, folder: Any) -> None:
        folder.assessment("a.yaml", cells({"due": "2026-12-01"}))
        found = answer(crosp("follow-up", "a.yaml", "--format", "json", "--today", TODAY, cwd=folder.path))
        assert [(unit["organiser"], unit["name"]) for unit in found["units"]] == [(None, "ekskolan")]
        assert len(expected(found)) == 2

    @pytest.mark.parametrize("form", FORMS)
    def test_a_document_that_does_not_hold(self, crosp: Any, folder: Any, form: str) -> None:
        folder.project()
        folder.assessment("a.yaml", "follow-up: {quality: {measures: [{id: m}]}}")
        result = crosp("follow-up", "--full", ".", "--format", form, cwd=folder.path)
        assert result.status == 1
        assert "CR102" in (result.err if form in ("ics", "markdown") else result.out)
        assert "BEGIN" not in result.out

    def test_personal_data_is_told_of_and_not_repeated(self, crosp: Any, folder: Any) -> None:
        folder.project()
        folder.assessment(
            "a.yaml", cells({"follow_ups": [{"date": "2026-12-01", "other_explanations": "anna@skola.se"}]})
        )
        result = crosp("follow-up", ".", "--format", "ics", cwd=folder.path)
        assert result.status == 0
        assert "looks like personal data" in result.err
        assert "anna" not in result.out + result.err


class TestRoles:
    def test_in_swedish_order_and_nobody_last(self, followed: Any) -> None:
        names = ["Övrig", "ägare", "Ångström", "zon", "Åsa", None, "ekonom"]
        found = followed(*({"id": f"m{n}", "responsible": name, "due": "2026-12-01"} for n, name in enumerate(names)))
        order = ["ekonom", "zon", "Ångström", "Åsa", "ägare", "Övrig", None]
        assert [role["role"] for role in found["units"][0]["roles"]] == order

    def test_capitals_and_spaces_are_no_other_role(self, followed: Any) -> None:
        names = ["Rektor", "rektor", "rektor", " REKTOR\n", "biträdande  rektor"]
        found = followed(*({"id": f"m{n}", "responsible": name} for n, name in enumerate(names)))
        roles = found["units"][0]["roles"]
        assert [(role["role"], len(role["items"])) for role in roles] == [("biträdande rektor", 1), ("rektor", 4)]

    def test_within_a_role_by_date_and_undated_last(self, followed: Any) -> None:
        found = followed({"id": "b"}, {"id": "a", "due": "2027-01-01"}, {"id": "c", "due": "2026-01-01"})
        days = [item["date"] for item in items(found)]
        assert days == [*sorted(day for day in days if day), None]

    def test_only_one_role(self, followed: Any) -> None:
        measures = [{"id": f"m{n}", "responsible": name} for n, name in enumerate(("rektor", "kurator", None))]
        for asked in ("kurator", "Kurator", " KURATOR "):
            found = followed(*measures, options=("--role", asked))
            assert [role["role"] for role in found["units"][0]["roles"]] == ["kurator"]
            assert found["units"][0]["continuity"] == []

    @pytest.mark.parametrize(("measures", "said"), [([{"responsible": "rektor"}], "rektor?"), ([{}], "No role")])
    def test_a_role_that_answers_for_nothing(self, crosp: Any, folder: Any, measures: Any, said: str) -> None:
        folder.project()
        folder.assessment("a.yaml", cells(*measures))
        result = crosp("follow-up", "--full", ".", "--role", "rektr", cwd=folder.path)
        assert (result.status, result.out) == (2, "")
        assert said in result.err


class TestContinuity:
    @pytest.fixture
    def told(self, crosp: Any, folder: Any) -> Callable[..., list[dict[str, Any]]]:
        """What is said of measures now, with the same measures as they were before."""

        def continuity(now: list[Measure], before: list[Measure]) -> list[dict[str, Any]]:
            folder.project()
            folder.assessment("2025.yaml", cells(*before), date="2025-10-15", occasion="2025-ht")
            folder.assessment("2024.yaml", cells({"responsible": "somebody"}), date="2024-10-15", occasion="2024-ht")
            folder.assessment("2026.yaml", cells(*now))
            found = answer(crosp("follow-up", ".", "--format", "json", "--today", TODAY, cwd=folder.path))
            told = found["units"][0]["continuity"]
            assert isinstance(told, list)
            return told

        return continuity

    def test_a_role_that_was_changed(self, told: Any) -> None:
        (found,) = told([{"responsible": "kurator"}], [{"responsible": "rektor"}])
        assert found["kind"] == "changed"
        assert (found["responsible_before"], found["date_before"]) == ("rektor", "2025-10-15")
        assert (found["responsible"], found["date"]) == ("kurator", "2026-10-15")

    def test_a_role_that_is_written_otherwise_is_the_same(self, told: Any) -> None:
        assert told([{"responsible": "Rektor"}], [{"responsible": "rektor "}]) == []
        assert told([{"responsible": "rektor"}], []) == []
        assert told([{"responsible": "rektor"}], [{}]) == []

    @pytest.mark.parametrize(
        "role",
        ["vakant", "Vakant", "kurator (vakant)", "vacant", "Tillsätts i vår", "TBD", "n/a", "?", "–", "Ingen",
         "ej tillsatt", "To be appointed", "NN", "..."],
    )  # fmt: skip
    def test_a_vacant_role(self, told: Any, role: str) -> None:
        (found,) = told([{"responsible": role}], [{"responsible": "kurator"}])
        assert (found["kind"], found["responsible_before"]) == ("vacant", "kurator")
        (found,) = told([{"responsible": "kurator"}], [{"responsible": role}])
        assert (found["kind"], found["responsible"], found["responsible_before"]) == ("filled", "kurator", role)

    @pytest.mark.parametrize(
        "role",
        [
            "ingen annan än rektor",
            "rekryteringsansvarig",
            "huvudman",
            "x-ansvarig",
            "kurator, den nya",
            "ansvarig för ej tillsatta tjänster",
        ],
    )
    def test_words_that_only_look_like_it(self, told: Any, role: str) -> None:
        assert told([{"responsible": role}], []) == []

    def test_no_role(self, told: Any) -> None:
        (found,) = told([{"responsible": " "}], [{"responsible": "kurator"}])
        assert (found["kind"], found["responsible"], found["responsible_before"]) == ("missing", None, "kurator")

    def test_nothing_is_said_of_what_is_over(self, told: Any) -> None:
        before = [{"responsible": "rektor"}]
        assert told([{"status": "dropped"}], before) == []
        follow_ups = [held("2025-01-01"), held("2025-07-01")]
        assert told([{"status": "done", "due": "2025-01-01", "follow_ups": follow_ups}], before) == []
        assert len(told([{"status": "done", "due": "2025-01-01"}], before)) == 1

    def test_an_identifier_that_stands_twice_tells_nothing_of_a_change(self, told: Any) -> None:
        twice = [{"responsible": "kurator"}, {"responsible": "rektor"}]
        assert told(twice, [{"responsible": "lärare"}]) == []
        assert told([{"responsible": "lärare"}], twice) == []

    @pytest.mark.parametrize(("language", "question"), [("sv", "Fråga er: "), ("en", "Ask yourselves: ")])
    @pytest.mark.parametrize("form", ["text", "markdown"])
    def test_it_is_put_as_a_question(
        self, told: Any, crosp: Any, folder: Any, form: str, language: str, question: str
    ) -> None:
        filled = {"id": "p", "responsible": "kurator"}
        now = [{"responsible": "kurator"}, {"id": "n"}, {"id": "o", "responsible": "vakant"}, filled]
        told(now, [{"responsible": "rektor"}, filled | {"responsible": "TBD"}])
        result = crosp("follow-up", "--full", ".", "--format", form, "--lang", language, cwd=folder.path)
        assert " ".join(result.out.split()).count(question) == 4


class TestForms:
    @pytest.mark.parametrize("language", ["sv", pytest.param("en", marks=pytest.mark.breadth)])
    @pytest.mark.parametrize("form", FORMS)
    @pytest.mark.parametrize("example", EXAMPLES)
    def test_the_examples(self, crosp: Any, examples: Path, example: str, form: str, language: str) -> None:
        run = ("follow-up", "--full", examples / example, "--format", form, "--lang", language, "--today", TODAY)
        result = crosp(*run)
        assert (result.status, result.err) == (0, "")
        assert crosp(*run).out == result.out
        assert "\x1b" not in result.out
        if form == "text":
            assert max(len(line) for line in result.out.splitlines()) <= 80
            assert ("Snart betyder" if language == "sv" else "Soon means") in result.out

    def test_every_entry_has_the_same_keys(self, crosp: Any, examples: Path) -> None:
        found = answer(
            crosp("follow-up", *(examples / name for name in EXAMPLES), "--format", "json", "--today", TODAY)
        )
        units = found["units"]
        assert len(units) == 4
        assert len({tuple(unit) for unit in units}) == 1
        assert len({tuple(item) for item in items(found)}) == 1
        assert {item["state"] for item in items(found)} <= STATES

    def test_what_people_write_is_no_markdown(self, crosp: Any, folder: Any) -> None:
        folder.project()
        text = "# | <b>*x*</b> [y](z)\nnew"
        folder.assessment("a.yaml", cells({"what": text, "responsible": "| a | `b`", "due": "2026-12-01"}))
        result = crosp("follow-up", ".", "--format", "markdown", cwd=folder.path)
        assert r"\# \| &lt;b&gt;\*x\*&lt;/b&gt; \[y\](z) new" in result.out.replace(r"\]\(", r"\](")
        assert r"### \| a \| \`b\`" in result.out

    def test_one_row_for_a_measure_and_a_day(self, crosp: Any, folder: Any) -> None:
        folder.project()
        folder.assessment("a.yaml", cells({"due": "2026-12-01", "responsible": "rektor"}))
        out = crosp("follow-up", "--full", ".", "--today", TODAY, cwd=folder.path).out
        assert out.count("2026-12-01") == 1
        assert "measure due, follow-up at the end" in out

    def test_nothing_left(self, crosp: Any, folder: Any) -> None:
        folder.project()
        folder.assessment("a.yaml")
        for form in ("text", "markdown"):
            assert (
                "Nothing is left to follow up."
                in crosp("follow-up", "--full", ".", "--format", form, cwd=folder.path).out
            )

    def test_days_that_are_none(self, crosp: Any, folder: Any) -> None:
        folder.project()
        folder.assessment("a.yaml")
        for option, value in (("--within", "0"), ("--within", "soon"), ("--today", "tomorrow")):
            result = crosp("follow-up", "--full", ".", option, value, cwd=folder.path)
            assert (result.status, result.out) == (2, "")
            assert option in result.err


class TestFiles:
    @pytest.mark.parametrize(
        ("name", "begins"),
        [("a.ics", "BEGIN:VCALENDAR"), ("a.json", "{"), ("a.md", "# Follow-up"), ("a.txt", "As of"), ("a", "As of")],
    )
    def test_its_name_says_which_form(self, crosp: Any, folder: Any, name: str, begins: str) -> None:
        folder.project()
        folder.assessment("b.yaml", cells({"due": "2026-12-01"}))
        result = crosp("follow-up", ".", "-o", name, "--today", TODAY, cwd=folder.path)
        assert (result.status, result.out, result.err) == (0, "", f"written: {name}\n")
        written = (folder.path / name).read_text("utf-8")
        assert written.startswith(begins)
        assert "\x1b" not in written

    def test_nothing_is_replaced_unless_asked(self, crosp: Any, folder: Any) -> None:
        folder.project()
        folder.assessment("b.yaml")
        folder.write("a.ics", "mine")
        result = crosp("follow-up", ".", "-o", "a.ics", cwd=folder.path)
        assert result.status == 2
        assert "--force" in result.err
        assert (folder.path / "a.ics").read_text("utf-8") == "mine"
        assert crosp("follow-up", ".", "-o", "a.ics", "--force", cwd=folder.path).status == 0
        assert (folder.path / "a.ics").read_text("utf-8") != "mine"

    @pytest.mark.parametrize("name", ["b.yaml", "new.yml", ".", "nowhere/a.ics"])
    def test_where_nothing_may_be_written(self, crosp: Any, folder: Any, name: str) -> None:
        folder.project()
        folder.assessment("b.yaml")
        before = {file: (folder.path / file).read_bytes() for file in folder.files()}
        result = crosp("follow-up", ".", "-o", name, "--force", cwd=folder.path)
        assert (result.status, result.out) == (2, "")
        assert result.err.startswith("crosp: ")
        assert {file: (folder.path / file).read_bytes() for file in folder.files()} == before

    def test_among_the_commands_that_help_to_understand(self, crosp_process: Any) -> None:
        out = crosp_process("--help", env={"LC_ALL": "en_US.UTF-8", "COLUMNS": "100"}).out
        understand = out[out.index("Understand") : out.index("Report")]
        assert "follow-up" in understand


# --- what always holds ----------------------------------------------------------------------------------------

DAYS = st.dates(date(2024, 1, 1), date(2028, 12, 31)).map(date.isoformat)
FOLLOW_UPS = st.lists(
    st.fixed_dictionaries({}, optional={"date": DAYS, "result": st.sampled_from(["Seen.", ""])}), max_size=4
)
MEASURES = st.lists(
    st.fixed_dictionaries(
        {"id": st.sampled_from("abcdef"), "what": st.sampled_from(["One", "Two"])},
        optional={
            "responsible": st.sampled_from(["rektor", "Rektor", "ägare", "Öppen", "vakant", ""]),
            "due": DAYS,
            "status": st.sampled_from(["planned", "ongoing", "done", "dropped"]),
            "follow_ups": FOLLOW_UPS,
        },
    ),
    max_size=5,
)
PLACES = (("follow-up", "quality"), ("follow-up", "funding"), ("participation", "quality"))
FILES = st.fixed_dictionaries(
    {
        (unit, level, day): st.fixed_dictionaries(dict.fromkeys(PLACES, MEASURES))
        for unit, level, day in (
            ("ekskolan", "school", "2026-10-15"),
            ("ekskolan", "school", "2025-10-15"),
            ("ekskolan", "teaching", "2026-10-15"),
            ("asko", "school", "2026-10-15"),
        )
    }
)
PROJECT = """\
format: crosp-project/1
framework: spsm-crosp@2024
organiser: {id: exempelkommun, name: Exempelkommun, type: municipal}
units: [{id: ekskolan, name: Ekskolan}, {id: asko, name: Askö skola}]
"""


def write(home: Path, files: dict[Any, Any], order: Random | None) -> None:
    """Write the assessments; with `order`, under other names and with everything in another order."""

    def mixed(things: Any) -> list[Any]:
        listed = list(things)
        if order:
            order.shuffle(listed)
        return listed

    (home / "crosp.yaml").write_text(PROJECT, "utf-8")
    for number, ((unit, level, day), contents) in enumerate(mixed(files.items())):
        rows: dict[str, Any] = {}
        for (principle, area), measures in mixed(contents.items()):
            with_mixed = [m | ({"follow_ups": mixed(m["follow_ups"])} if "follow_ups" in m else {}) for m in measures]
            rows.setdefault(principle, {})[area] = {"measures": mixed(with_mixed)}
        head = {"format": "crosp-assessment/1", "framework": "spsm-crosp@2024", "unit": unit, "level": level}
        document = head | {"occasion": day[:4], "date": day, "cells": rows}
        (home / f"{number}.yaml").write_text(json.dumps(document), "utf-8")


@given(files=FILES, seed=st.integers(0, 1000), form=st.sampled_from(FORMS))
def test_the_order_of_files_cells_and_measures_changes_nothing(crosp: Any, files: Any, seed: int, form: str) -> None:
    said = []
    for order in (None, Random(seed)):  # noqa: S311 -- nothing to guard
        with TemporaryDirectory() as name:
            write(Path(name), files, order)
            result = crosp("follow-up", "--full", ".", "--format", form, "--today", TODAY, cwd=Path(name))
            assert (result.status, result.err) == (0, "")
            if form == "json":
                found = json.loads(result.out)
                for unit in found["units"]:
                    for one in unit["assessments"]:
                        del one["path"]
                said.append(json.dumps(found))
            else:
                said.append(result.out)
    assert said[0] == said[1]


@given(files=FILES)
def test_each_expected_follow_up_is_in_one_state(crosp: Any, files: Any) -> None:
    with TemporaryDirectory() as name:
        write(Path(name), files, None)
        found = answer(crosp("follow-up", ".", "--format", "json", "--today", TODAY, cwd=Path(name)))
    newest = [contents for (_unit, _level, day), contents in files.items() if day == "2026-10-15"]
    measures = [measure for contents in newest for part in contents.values() for measure in part]
    counted = [m for m in measures if "due" in m and m.get("status") != "dropped"]
    listed = items(found)
    assert sum(item["kind"] == "expected" for item in listed) == 2 * len(counted)
    unfinished = [m for m in measures if m.get("status", "planned") in ("planned", "ongoing")]
    assert sum(item["kind"] == "measure" for item in listed) == len(unfinished)
    for item in listed:
        day = item["held"] or item["planned"] or item["expected"] or item["measure"]["due"]
        assert item["date"] == day
        if item["state"] in ("overdue", "due-soon", "coming"):
            assert (item["state"] == "overdue") == (day < TODAY)
            assert (item["state"] == "coming") == (day > "2027-01-21")
        assert (item["state"] == "held") == (item["held"] is not None)
        assert (item["state"] == "undated") == (day is None)
    waiting = sum(bool(f.get("date")) and not f.get("result") for m in measures if m.get("status") != "dropped"
                  for f in m.get("follow_ups", ()))  # fmt: skip
    assert sum(item["planned"] is not None for item in listed) == waiting


@given(due=st.dates(), months=st.integers(0, 999_999))
def test_months_are_those_of_the_calendar(due: date, months: int) -> None:
    from crosp_cli.analysis.follow_up.expected import months_after

    day = months_after(due, months)
    if due.year * 12 + due.month + months > date.max.year * 12 + 12:
        assert day == date.max
        return
    assert day.year * 12 + day.month == due.year * 12 + due.month + months
    assert day.day == due.day or (day.day < due.day and day.day == calendar.monthrange(day.year, day.month)[1])
    assert day >= due
    assert months_after(due, months + 1) - day <= timedelta(days=34)


def test_where_nothing_is_due_soon_the_next_are_shown(crosp: Any, folder: Any) -> None:
    folder.project()
    days = ("2027-05-01", "2027-04-01", "2027-03-01", "2027-06-01")
    measures = "".join(f"      - {{id: m{day[6]}, what: W{day[6]}, responsible: rektor, due: {day}}}\n" for day in days)
    folder.assessment("a.yaml", f"shared-direction:\n  governance:\n    measures:\n{measures}")
    out = crosp("follow-up", "--today", TODAY, cwd=folder.path).out
    assert re.findall(r"^  (\d{4}-\d\d-\d\d)  later", out, re.MULTILINE) == sorted(days)[:3]
