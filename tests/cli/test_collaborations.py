"""`crosp collaborations`, `crosp new collaborations`, and measures that point at the register."""

import json
import re
import shutil
import subprocess
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import jsonschema_rs
import pytest
from hypothesis import given
from hypothesis import strategies as st
from ical.calendar_stream import IcsCalendarStream

from crosp_cli.analysis.collaborations import partners
from crosp_cli.analysis.collaborations.overview import overview
from crosp_cli.analysis.collaborations.partners import grouped, is_among
from crosp_cli.analysis.collaborations.standing import Standing
from crosp_cli.cli.select.at_revision import AtRevision
from crosp_cli.cli.select.occasions import ProjectAssessments
from crosp_cli.limits import DEFINITION_CHARACTERS, FRAMEWORK_ENTRIES, NAME_CHARACTERS
from crosp_cli.model.assessment import Assessment, Cell, Measure
from crosp_cli.model.collaborations import Collaborations, RegisteredCollaboration
from crosp_cli.output.collaborations.html import as_html
from crosp_cli.output.collaborations.json import as_json
from crosp_cli.output.collaborations.markdown import as_markdown
from crosp_cli.output.collaborations.views import CollaborationsAnswer
from crosp_cli.reading.documents.document import Document
from crosp_cli.reading.registers import FromRegister, Registered, registry, with_registered

TODAY = date(2026, 11, 27)
DAY = TODAY.isoformat()


def entry(name: str, **more: Any) -> dict[str, Any]:
    return {"id": name, "title": name.capitalize(), "status": "ongoing", "start": "2026-01-12", **more}


def register(*entries: dict[str, Any]) -> str:
    return json.dumps({"format": "crosp-collaborations/1", "date": "2026-11-12", "collaborations": entries})


def measures(*collaborations: dict[str, Any], **more: Any) -> str:
    found = [
        {"id": f"m{number}", "what": f"Measure {number}", "collaboration": one, **more}
        for number, one in enumerate(collaborations)
    ]
    return "follow-up:\n  quality:\n    measures: " + json.dumps(found)


@pytest.fixture
def shown(crosp: Any, folder: Any) -> Any:
    """What the command answers, in JSON, where these entries and measures are there."""

    def run(entries: list[dict[str, Any]], cells: str | None = None, *options: str) -> Any:
        folder.project()
        folder.write("register.yaml", register(*entries))
        if cells is not None:
            folder.assessment("a.yaml", cells)
        result = crosp("collaborations", ".", "--format", "json", "--today", DAY, *options, cwd=folder.path)
        assert (result.status, result.err) == (0, "")
        return json.loads(result.out)

    return run


# --- how a collaboration stands ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("more", "standing", "ended"),
    [
        ({}, "ongoing", None),
        ({"end": DAY}, "ongoing", None),
        ({"end": "2026-11-26"}, "ended", "2026-11-26"),
        ({"status": "ended", "end": "2026-06-30"}, "ended", "2026-06-30"),
        ({"status": "ended", "end": "2027-06-30"}, "ended", None),
        ({"status": "ended"}, "ended", None),
        ({"start": "2026-11-28"}, "planned", None),
        ({"status": "planned", "start": None}, "planned", None),
        ({"status": "planned", "end": "2026-06-30"}, "ended", "2026-06-30"),
    ],
)
def test_what_has_ended_never_stands_as_current(shown: Any, more: Any, standing: str, ended: str | None) -> None:
    (one,) = shown([entry("a", **more)])["collaborations"]
    assert (one["standing"], one["ended_on"]) == (standing, ended)


def test_reports_that_are_not_made_are_due_also_after_the_end(shown: Any) -> None:
    reports = [
        {"date": "2026-11-26"},
        {"date": DAY},
        {"date": "2027-01-27"},
        {"date": "2026-05-01", "made": "2026-05-02"},
        {"date": "2026-05-01", "made": "2026-11-28"},
    ]
    (one,) = shown([entry("a", end="2026-06-30", reports=reports)])["collaborations"]
    assert [report["state"] for report in one["reports"]] == ["made", "overdue", "overdue", "soon", "later"]


def test_what_lacks_what_it_can_least_be_without(shown: Any) -> None:
    whole = {"purpose": "x", "solves_at": "school", "governed_by": [{"registration_number": "BUN 1"}]}
    found = shown([entry("a", **whole), entry("b", purpose=" ", governed_by=[{"kind": "agreement"}])])
    assert [one["lacks"] for one in found["collaborations"]] == [[], ["purpose", "level", "agreement"]]


# --- whom measures name -----------------------------------------------------------------------------------------


def test_partners_that_measures_name_and_no_entry_covers(shown: Any) -> None:
    entries = [
        entry("a", **{"with": [{"organisation": "socialtjänsten", "also_called": ["soc"]}]}),
        entry("b", status="ended", end="2026-01-31", **{"with": [{"organisation": "polisen"}]}),
    ]
    cells = measures({"with": ["Socialtjänst", "polis"]}, {"with": ["soc", "Polisen"]}, {"with": ["habiliteringen"]})
    found = shown(entries, cells)["not_covered"]
    assert [(one["partner"], one["is_named_by_many"], len(one["measures"])) for one in found] == [
        ("Polisen", True, 2),
        ("habiliteringen", False, 1),
    ]


@pytest.mark.parametrize("status", ["done", "dropped"])
def test_measures_that_are_finished_name_nobody(shown: Any, status: str) -> None:
    assert shown([], measures({"with": ["polis"]}, {"with": ["polis"]}, status=status))["not_covered"] == []


def test_an_entry_covers_the_measures_that_point_at_it_while_it_goes_on(shown: Any) -> None:
    ours = {"with": [{"organisation": "polisen"}]}
    found = shown([entry("a", **ours)], measures({"entry": "a"}, {"entry": "a"}))
    assert (found["not_covered"], found["collaborations"][0]["measures"]) == ([], 2)
    found = shown([entry("a", end="2026-01-31", **ours)], measures({"entry": "a"}, {"entry": "a"}))
    assert [one["partner"] for one in found["not_covered"]] == ["polisen"]


def test_the_same_partner() -> None:
    for one, other in (("socialtjänst", "socialtjänsten"), ("Socialtjänsten", "socialtjänsten"), ("stöd", "stödet")):
        assert is_among(f" {one} ", {other})
        assert is_among(other, {one.casefold()})
    assert not is_among("socialtjänsten", {"socialtjänsten i grannkommunen"})
    assert not is_among("", {"n", ""})
    assert not is_among("n", {""})


# --- the order of entries never changes a result ----------------------------------------------------------------

_DATES = st.dates(TODAY - timedelta(400), TODAY + timedelta(400))
_DAYS = st.none() | _DATES
_NAMES = st.sampled_from(["polis", "polisen", "Polisen", "socialtjänst", "BUP", "region", "regionen", "regione"])
_ENTRIES = st.builds(
    lambda name, **more: RegisteredCollaboration.model_validate(
        {"id": name, **{key: value for key, value in more.items() if value is not None}}
    ),
    st.text("abc", min_size=1, max_size=3),
    title=st.sampled_from(["Å", "A", "a", "Ö"]),
    status=st.sampled_from(["planned", "ongoing", "ended"]),
    start=_DAYS,
    end=_DAYS,
    purpose=st.sampled_from([None, "x"]),
    reports=st.lists(_DATES.map(lambda day: {"date": day}), max_size=2),
    **{"with": st.lists(_NAMES.map(lambda name: {"organisation": name}), max_size=3)},
)


@given(st.data(), st.lists(_ENTRIES, max_size=6, unique_by=lambda one: one.id))
def test_the_order_of_entries_never_changes_a_result(data: Any, entries: list[RegisteredCollaboration]) -> None:
    def answered(listed: list[RegisteredCollaboration]) -> list[str]:
        registered = [Registered(one, TODAY, "r.yaml") for one in listed]
        answer = CollaborationsAnswer(overview([("r.yaml", TODAY)], registered, [], TODAY, 60), None, None, full=True)
        return [write(answer, "sv") for write in (as_json, as_markdown, as_html)]

    assert answered(data.draw(st.permutations(entries))) == answered(entries)


@given(st.data(), st.lists(_NAMES, max_size=8))
def test_the_order_of_names_never_changes_which_mean_the_same(data: Any, names: list[str]) -> None:
    assert grouped(data.draw(st.permutations(names))) == grouped(names)


def test_partners_are_not_held_against_each_other_one_by_one(monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[str] = []

    def key(name: str) -> str:
        read.append(name)
        return name.casefold()

    monkeypatch.setattr(partners, "role_key", key)
    names = [f"Enhet {number}" for number in range(50)]
    assert len(grouped([*names, "Enhet 7n", "enhet 7en"])) == 52
    assert len(read) == 52


@given(st.lists(_ENTRIES, max_size=6, unique_by=lambda one: one.id))
def test_each_stands_once_and_what_has_ended_apart(entries: list[RegisteredCollaboration]) -> None:
    found = overview([], [Registered(one, TODAY, "r.yaml") for one in entries], [], TODAY, 60)
    standing = {at.one.id: kind for kind in Standing for at in found.standing(kind)}
    assert len(standing) == sum(len(found.standing(kind)) for kind in Standing) == len(entries)
    for one in entries:
        assert (standing[one.id] is Standing.ENDED) == (one.status == "ended" or bool(one.end and one.end < TODAY))


# --- what is shown ----------------------------------------------------------------------------------------------


def crowded() -> list[dict[str, Any]]:
    """More of everything than a screen has room for, under names as long as people make them."""
    long = "Återkommande överläggningar om tidiga och samordnade insatser i hela länet "
    partners = [{"organisation": f"{long}{number}"} for number in range(9)]
    reports = [{"date": "2026-11-01", "what": long, "to": long}, {"date": "2026-12-01"}]
    kinds = (
        {},
        {"status": "planned", "start": "2027-01-11"},
        {"end": "2026-10-01"},
        {"status": "ended", "end": "2024-02-29"},
    )
    return [
        entry(
            f"e{number}-{place}", title=f"{long}{number}", reports=reports, outcome=long, **more, **{"with": partners}
        )
        for place, more in enumerate(kinds)
        for number in range(7)
    ]


@pytest.mark.parametrize("language", ["sv", "en"])
def test_a_screen_holds_the_answer(crosp: Any, folder: Any, language: str) -> None:
    folder.project(language=language)
    folder.write("register.yaml", register(*crowded()))
    folder.assessment("a.yaml", measures(*[{"with": [f"party {n}" for n in range(9)]}] * 3))
    lines = crosp("collaborations", ".", "--today", DAY, cwd=folder.path).out.splitlines()
    assert len(lines) <= 40
    assert max(map(len, lines)) <= 80
    assert "--full" in lines[-1]
    assert len(crosp("collaborations", ".", "--full", "--today", DAY, cwd=folder.path).out.splitlines()) > 200


def test_a_text_of_several_lines_is_read_without_the_codes_of_its_line_breaks(crosp: Any, folder: Any) -> None:
    folder.project()
    folder.write("register.yaml", register(entry("a", purpose="So that help\ncomes early.\n\nAnd near.")))
    folder.assessment("a.yaml", measures({"entry": "a"}, responsible="head and\nteacher"))
    for command, text in (("collaborations", "So that help comes early. And near."), ("analyse", "head and teacher")):
        assert text in crosp(command, "--full", "--today", DAY, cwd=folder.path).out


@pytest.mark.parametrize("form", ["text", "markdown", "html"])
def test_every_collaboration_stands_with_a_day(crosp: Any, examples: Path, form: str) -> None:
    run = ("collaborations", examples / "exempelkommun", "--today", DAY, "--lang", "en", "--format", form)
    told = crosp(*run, *(["--full"] if form == "text" else [])).out
    for said in (
        "since 2025-09-08",
        "2026-01-12 – 2027-12-17",
        "2027-01-11 – 2028-06-09",
        "2024-02-29",
        "2026-10-30",
        "2026-06-11",
    ):
        assert said in told


def test_json_keeps_to_its_schema(crosp: Any, shown: Any, examples: Path) -> None:
    for language in ("sv", "en"):
        schema = jsonschema_rs.Draft202012Validator(
            json.loads(crosp("schema", "collaborations-overview", "--lang", language).out)
        )
        run = ("collaborations", examples / "exempelkommun", "--today", DAY, "--format", "json")
        for answer in (json.loads(crosp(*run).out), shown(crowded(), measures({"with": ["polis"]}, {"entry": "e1-0"}))):
            assert [error.message for error in schema.iter_errors(answer)] == []


def test_a_calendar_has_reports_and_last_days_to_come(crosp: Any, examples: Path) -> None:
    made = crosp("collaborations", examples / "exempelkommun", "--today", DAY, "--lang", "en", "--format", "ics").out
    events = IcsCalendarStream.calendar_from_ics(made).events
    assert sorted((str(event.dtstart), event.summary) for event in events) == [
        ("2026-10-30", "To report: Tidiga insatser med regionen"),
        ("2027-01-15", "To report: Tidiga tecken"),
        ("2027-05-31", "Last day: Tidiga insatser med regionen"),
        ("2027-12-17", "Last day: Tidiga tecken"),
        ("2027-12-17", "To report: Tidiga tecken"),
        ("2028-06-09", "Last day: Hjälpmedel i klassrummet"),
    ]
    assert len({event.uid for event in events}) == len(events)


@pytest.mark.parametrize(("times", "status"), [(400, 0), (401, 2)])
def test_what_registers_say_in_a_report_has_a_limit(crosp: Any, folder: Any, times: int, status: int) -> None:
    folder.project()
    folder.write("register.yaml", register(entry("a", purpose="a" * 4_996, **{"with": [{"organisation": "bcd"}]})))
    own = {"entry": "a", "purpose": "b", "with": ["c"]}  # of which the register says its title alone
    folder.assessment("a/b.yaml", measures(*[{"entry": "a"}] * times))
    folder.assessment("a/c.yaml", measures(*[own] * 5_000), occasion="2025-ht", date="2025-10-15")
    told = "in a/b.yaml takes more than 2,000,000 characters in a report"
    result = crosp("render", "a/b.yaml", "-o", "-", "--lang", "en", cwd=folder.path)
    assert (result.status, told in result.err) == (status, status == 2)
    assert crosp("analyse", "a", cwd=folder.path).status == 0
    result = crosp("render", "a", "--all", "-o", "out", "--lang", "en", cwd=folder.path)
    assert (result.status, told in result.err) == (status // 2, status == 2)
    assert len(list((folder.path / "out").iterdir())) == 3 - status // 2


def test_without_a_register_the_partners_that_measures_name_are_shown(crosp: Any, folder: Any) -> None:
    folder.project(language="en")
    folder.assessment("a.yaml", measures({"with": ["polis"]}, {"with": ["polis"]}))
    told = crosp("collaborations", ".", "--today", DAY, cwd=folder.path).out
    assert "2 measures  polis" in told
    assert "`crosp new collaborations`" in told


def test_with_neither_there_is_nothing_to_show(crosp: Any, folder: Any) -> None:
    folder.project(language="en")
    result = crosp("collaborations", ".", cwd=folder.path)
    assert (result.status, result.out) == (2, "")
    assert "`crosp new collaborations` begins one." in result.err


# --- a new register ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize("language", ["sv", "en"])
def test_a_new_register_holds_and_says_what_to_write(crosp: Any, folder: Any, language: str) -> None:
    folder.project(language=language)
    made = crosp("new", "collaborations", "--date", DAY, cwd=folder.path)
    assert (made.status, made.out.count("\n")) == (0, 2)
    text = (folder.path / "collaborations.yaml").read_text("utf-8")
    assert text.startswith("# yaml-language-server: $schema=.crosp/collaborations.schema.json\n")
    assert f"date: {DAY}" in text
    assert (folder.path / ".crosp" / "collaborations.schema.json").is_file()
    found = json.loads(crosp("validate", "collaborations.yaml", "--format", "json", cwd=folder.path).out)["findings"]
    assert {one["severity"] for one in found} == {"warning"}
    again = crosp("new", "collaborations", "--date", "2027-01-01", cwd=folder.path)
    assert again.status == 2
    assert (folder.path / "collaborations.yaml").read_text("utf-8") == text


def test_a_new_register_may_have_a_name(crosp: Any, folder: Any) -> None:
    folder.project()
    assert crosp("new", "collaborations", "--name", "regionen", cwd=folder.path).status == 0
    text = (folder.path / "collaborations" / "regionen.yaml").read_text("utf-8")
    assert text.startswith("# yaml-language-server: $schema=../.crosp/collaborations.schema.json\n")
    assert crosp("new", "collaborations", "--name", "../x", cwd=folder.path).status == 2


# --- measures that point at the register ------------------------------------------------------------------------

WHOLE = {
    "with": [{"organisation": "polisen"}],
    "purpose": "Trygga vägar",
    "solves_at": "organiser",
    "conditions": {"structure": "Möte varje månad"},
    "confidentiality": "Samtycke",
    "own_responsibility": "Skolan stöder eleven",
}


def report(crosp: Any, folder: Any, form: str = "markdown") -> str:
    result = crosp("render", "a.yaml", "--format", form, "-o", "-", "--today", DAY, "--lang", "en", cwd=folder.path)
    assert result.status == 0, result.err
    return str(result.out)


@pytest.mark.parametrize("form", ["markdown", "html"])
def test_reports_show_the_entry_s_texts_with_their_date(crosp: Any, folder: Any, form: str) -> None:
    folder.project()
    folder.write("register.yaml", register(entry("a", **WHOLE)))
    folder.assessment("a.yaml", measures({"entry": "a"}))
    told = report(crosp, folder, form)
    for said in ("polisen", "Trygga vägar", "Möte varje månad", "Samtycke", "Skolan stöder eleven"):
        assert said in told
    told = re.sub(r"</?span[^>]*>", "", told)  # around each date, so that no line ends within one
    assert "A (ongoing, since 2026-01-12), from the register as of 2026-11-12" in told


@pytest.mark.parametrize("way", [".", "../{name}", "sub/.."])
def test_measures_are_counted_however_their_project_is_named(crosp: Any, folder: Any, way: str) -> None:
    folder.project()
    folder.write("register.yaml", register(entry("a", **WHOLE)))
    folder.assessment("sub/a.yaml", measures({"entry": "a"}))
    named = way.format(name=folder.path.name)
    result = crosp("collaborations", named, "--format", "json", "--today", DAY, cwd=folder.path)
    assert [one["measures"] for one in json.loads(result.out)["collaborations"]] == [1]


def test_what_the_measure_writes_itself_stands_before_the_register(crosp: Any, folder: Any) -> None:
    folder.project()
    folder.write("register.yaml", register(entry("a", **WHOLE)))
    folder.assessment("a.yaml", measures({"entry": "a", "purpose": "Vårt eget syfte"}))
    told = report(crosp, folder)
    assert "Vårt eget syfte" in told
    assert "Trygga vägar" not in told
    assert "Möte varje månad" in told


def test_reports_say_that_an_entry_has_ended_and_when(crosp: Any, folder: Any) -> None:
    folder.project()
    folder.write("register.yaml", register(entry("a", end="2026-06-30", **WHOLE)))
    folder.assessment("a.yaml", measures({"entry": "a"}))
    assert "A (ended 2026-06-30), from the register" in report(crosp, folder)


def test_a_calendar_says_the_beginning_of_a_long_name_at_each_report(crosp: Any, folder: Any) -> None:
    folder.project()
    partners = [{"organisation": "The county's committee of schools and health " * 10}, {"organisation": "The police"}]
    reports = [{"date": "2026-12-01"}, {"date": "2026-12-02"}]
    folder.write("register.yaml", register(entry("a", **{**WHOLE, "with": partners, "reports": reports})))
    made = crosp("collaborations", ".", "--today", DAY, "--lang", "en", "--format", "ics", cwd=folder.path).out
    for event in IcsCalendarStream.calendar_from_ics(made).events:
        *_, long, short = (event.description or "").split("\n")
        assert short == "The police"
        assert long.startswith("The county's committee of schools and health The county's")
        assert long.endswith(" …")
        assert len(long) <= 101


@pytest.mark.parametrize("more", [0, 1])
@pytest.mark.parametrize(
    ("key", "at_most"),
    [
        ("purpose", lambda more: "a" * (DEFINITION_CHARACTERS + more)),
        ("confidentiality", lambda more: "a" * (DEFINITION_CHARACTERS + more)),
        ("own_responsibility", lambda more: "a" * (DEFINITION_CHARACTERS + more)),
        ("conditions", lambda more: {"structure": "a" * (DEFINITION_CHARACTERS + more)}),
        ("with", lambda more: [{"organisation": f"p{number}"} for number in range(FRAMEWORK_ENTRIES + more)]),
        ("with", lambda more: [{"organisation": "a" * (NAME_CHARACTERS + more)}]),
    ],
)
def test_what_is_said_again_at_each_measure_is_not_without_end(
    crosp: Any, folder: Any, key: str, at_most: Any, more: int
) -> None:
    folder.project()
    folder.write("register.yaml", register(entry("a", **{key: at_most(more)})))
    found = json.loads(crosp("validate", ".", "--format", "json", "--today", DAY, cwd=folder.path).out)["findings"]
    assert [one["code"] for one in found if one["severity"] == "error"] == ["CR137"] * more


def test_measures_are_put_in_order_without_reading_the_register_for_each() -> None:
    said = RegisteredCollaboration.model_validate(entry("a", purpose="Tidigt stöd"))
    document = Document(
        "r.yaml", None, Collaborations(format="crosp-collaborations/1", date=TODAY, collaborations=(said,))
    )
    measure = Measure.model_validate({"id": "m", "what": "Mer tid", "collaboration": {"entry": "a", "with": ["b"]}})
    cells = {"a": {"b": Cell(measures=(measure,))}}
    told = with_registered(Assessment.model_construct(cells=cells), registry([document]))
    assert "Tidigt stöd" not in repr(told)
    assert "with_=('b',)" in repr(told)


def test_an_entry_that_is_not_there_is_found_and_told(crosp: Any, folder: Any) -> None:
    folder.project()
    folder.write("register.yaml", register(entry("a", **WHOLE)))
    folder.assessment("a.yaml", measures({"entry": "b"}))
    assert "“b”, which is in no register that can be read here" in report(crosp, folder)
    found = json.loads(crosp("validate", ".", "--format", "json", "--today", DAY, cwd=folder.path).out)["findings"]
    assert [one["code"] for one in found if one["severity"] == "error"] == ["CR606"]


@pytest.mark.parametrize(
    "broken", ["crosp-collaborations/2", "crosp-collaborations/1\nno: such key", "crosp-collaborations/1\n\tno"]
)
def test_of_a_register_that_cannot_be_read_nobody_says_what_is_not_in_it(crosp: Any, folder: Any, broken: str) -> None:
    folder.project()
    folder.write("register.yaml", f"format: {broken}\ndate: 2026-11-12\ncollaborations: []\n")
    folder.assessment("a.yaml", measures({"entry": "a"}))
    found = json.loads(crosp("validate", ".", "--format", "json", "--today", DAY, cwd=folder.path).out)["findings"]
    assert [one["path"] for one in found if one["severity"] == "error"] == ["register.yaml"]
    result = crosp("collaborations", ".", "--lang", "en", cwd=folder.path)
    assert result.status == 1
    assert "register.yaml:" in result.out


def test_a_measure_that_points_is_asked_for_nothing_more(crosp: Any, folder: Any) -> None:
    folder.project()
    folder.write("register.yaml", register(entry("a", **WHOLE)))
    folder.assessment("a.yaml", measures({"entry": "a"}))
    found = json.loads(crosp("validate", ".", "--format", "json", "--today", DAY, cwd=folder.path).out)["findings"]
    assert [one["code"] for one in found if one["code"].startswith("CR6")] == []


def test_the_register_of_another_project_is_another_s(crosp: Any, folder: Any) -> None:
    folder.project()
    folder.assessment("a.yaml", measures({"entry": "a"}))
    folder.write("other/crosp.yaml", (folder.path / "crosp.yaml").read_text("utf-8"))
    folder.write("other/register.yaml", register(entry("a", **WHOLE)))
    assert "which is in no register that can be read here" in report(crosp, folder)


@pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")
def test_at_a_git_revision_a_measure_points_at_the_register_of_that_time(folder: Any) -> None:
    folder.project()
    folder.write("register.yaml", register(entry("a", **WHOLE)))
    folder.assessment("a.yaml", measures({"entry": "a"}))
    who = ("-c", "user.name=x", "-c", "user.email=x@example.org")
    for command in (("init",), ("add", "--all"), (*who, "commit", "-m", "x")):
        subprocess.run(["git", *command], cwd=folder.path, check=True, capture_output=True)
    folder.write("register.yaml", register(entry("a", **{**WHOLE, "with": [{"organisation": "kyrkan"}]})))
    here = ProjectAssessments(folder.path, "en", "json")
    for assessments, partner in ((AtRevision("HEAD", here).newest(), "polisen"), (here.everything, "kyrkan")):
        ((_place, cell),) = assessments[0].assessment.each_cell()
        (measure,) = cell.measures
        assert isinstance(measure.collaboration, FromRegister)
        assert measure.collaboration.with_ == (partner,)
