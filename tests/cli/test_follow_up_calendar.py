"""`crosp follow-up --format ics`: a calendar that another parser than the one which made it takes in."""

import json
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from ical.calendar import Calendar
from ical.calendar_stream import IcsCalendarStream

pytestmark = pytest.mark.cli

TODAY = "2026-11-22"
EXAMPLES = ("ekskolan", "exempelkommun", "other-framework")
LONG = "Återkommande överläggningar om likvärdighet på åtta förskolor, " * 12


def parsed(text: str) -> Calendar:
    return IcsCalendarStream.calendar_from_ics(text)


def cells(*measures: dict[str, Any]) -> str:
    filled = [{"id": "m", "what": "Something", "due": "2027-01-31"} | measure for measure in measures]
    return "follow-up:\n  quality:\n    measures: " + json.dumps(filled)


@pytest.fixture
def made(crosp: Any, folder: Any) -> Callable[..., str]:
    """The calendar of a school with these measures."""

    def make(*measures: dict[str, Any], today: str = TODAY, language: str = "en", date: str = "2026-10-15") -> str:
        folder.project(language=language)
        folder.assessment("a.yaml", cells(*measures), date=date)
        result = crosp("follow-up", ".", "--format", "ics", "--today", today, cwd=folder.path)
        assert (result.status, result.err) == (0, "")
        return str(result.out)

    return make


@pytest.mark.parametrize("language", ["sv", "en"])
@pytest.mark.parametrize("example", EXAMPLES)
def test_the_examples_hold_what_is_left_to_do(crosp: Any, examples: Path, example: str, language: str) -> None:
    run = ("follow-up", examples / example, "--today", TODAY, "--lang", language, "--format")
    found = json.loads(crosp(*run, "json").out)
    left = sorted(
        item["date"]
        for unit in found["units"]
        for role in unit["roles"]
        for item in role["items"]
        if item["state"] in ("overdue", "due-soon", "coming")
    )
    events = parsed(crosp(*run, "ics").out).events
    assert left
    assert sorted(str(event.dtstart) for event in events) == left
    assert len({event.uid for event in events}) == len(events)
    assert {event.dtstamp for event in events} == {datetime(2026, 11, 22, tzinfo=UTC)}


def test_an_event_lasts_a_day_and_keeps_nobody_busy(made: Any) -> None:
    text = made({"what": "A shared glossary", "responsible": "rektor"})
    due, first, second = parsed(text).events
    assert (due.dtstart, due.computed_duration.days) == (date(2027, 1, 31), 1)
    assert (first.dtstart, second.dtstart) == (date(2027, 1, 31), date(2027, 7, 31))
    assert [event.summary for event in (due, first, second)] == [
        "Measure due: A shared glossary",
        "Follow-up at the end: A shared glossary",
        "Follow-up 6 months after: A shared glossary",
    ]
    assert due.description.splitlines() == [
        "A shared glossary",
        "Ekskolan, School or preschool",
        "Follow-up and analysis × Systematic quality work",
        "Responsible: rektor",
    ]
    assert {event.transparency for event in (due, first, second)} == {"TRANSPARENT"}


def test_in_the_language_of_the_project(made: Any) -> None:
    text = made({}, language="sv")
    assert parsed(text).events[1].summary == "Uppföljning vid slutet: Something"
    assert "X-WR-CALNAME:Uppföljning: Ekskolan\r\n" in text


def test_an_event_is_known_again_whatever_is_written_about_it(made: Any) -> None:
    def uids(*measures: dict[str, Any], **more: str) -> set[str]:
        return {event.uid for event in parsed(made(*measures, **more)).events}

    before = uids({})
    changed = {"what": "Else", "responsible": "rektor", "due": "2027-03-31", "follow_ups": [{"date": "2027-04-02"}]}
    assert uids(changed, date="2026-11-20", today="2026-11-25") == before
    assert not uids({"id": "n"}) & before
    planned = [{"date": "2026-12-01"}, {"date": "2026-12-20"}]
    moved = [{"date": "2026-12-08", "result": "Seen."}, {"date": "2026-12-31"}]  # a day later it would be the end's
    both, left = uids({"follow_ups": planned}), uids({"follow_ups": moved})
    assert len(both) == len(before) + 2
    assert before < left < both


def test_an_identifier_that_stands_twice_gives_two_events(made: Any) -> None:
    events = parsed(made({"what": "One"}, {"what": "Two"})).events
    assert len({event.uid for event in events}) == 6


def test_long_lines_are_folded_at_75_octets_and_not_within_a_letter(made: Any) -> None:
    text = made({"what": LONG, "responsible": "å" * 200})
    assert text.endswith("END:VCALENDAR\r\n")
    assert "\n" not in text.replace("\r\n", "")
    lines = text.encode().split(b"\r\n")
    assert max(map(len, lines)) <= 75
    for line in lines:
        line.decode()
    event = parsed(text).events[0]
    assert event.description.splitlines()[0] == LONG.strip()
    assert event.summary.endswith(" …")
    assert len(event.summary) < 130


def test_what_people_write_is_only_text(made: Any) -> None:
    what = "Ends here;\nEND:VEVENT\nBEGIN:VEVENT\nSUMMARY:no, none; \\n\nATTACH:file:///etc/passwd\nEND:VCALENDAR"
    text = made({"what": what, "responsible": "rektor\nORGANIZER:mailto:a,b;c"})
    calendar = parsed(text)
    assert len(calendar.events) == 3
    assert text.count("\r\nBEGIN:VEVENT\r\n") == 3
    assert not [line for line in text.split("\r\n") if line.startswith(("ATTACH", "ORGANIZER"))]
    event = calendar.events[0]
    assert event.description.splitlines()[0] == " ".join(what.split())
    assert event.description.splitlines()[3] == "Responsible: rektor ORGANIZER:mailto:a,b;c"


@given(what=st.text(st.characters(codec="utf-8", categories=["L", "N", "P", "S", "Zs"]), min_size=1, max_size=200))
def test_any_text_comes_back(crosp: Any, what: str) -> None:
    with TemporaryDirectory() as name:
        folder = Path(name)
        head = {"format": "crosp-assessment/1", "framework": "spsm-crosp@2024", "unit": "ekskolan", "level": "school"}
        measures = [{"id": "m", "what": f"({what})", "due": "2027-01-31"}]
        document: dict[str, Any] = head | {"occasion": "2026-ht", "date": "2026-10-15"}
        document |= {"cells": {"follow-up": {"quality": {"measures": measures}}}}
        (folder / "a.yaml").write_text(json.dumps(document, ensure_ascii=False), "utf-8")
        result = crosp("follow-up", "a.yaml", "--format", "ics", "--today", TODAY, cwd=folder)
        if result.status:  # such as what git writes where two versions meet
            assert result.status in (1, 2)
            return
        events = parsed(result.out).events
    assert len(events) == 3
    assert all(len(line) <= 75 for line in result.out.encode().split(b"\r\n"))
    first_line = events[0].description.split("\n")[0]
    assert first_line.split() == f"({what})".split()


def test_where_several_units_meet_an_event_says_which(crosp: Any, folder: Any) -> None:
    folder.project()
    folder.assessment("a.yaml", cells({}))
    folder.assessment("b.yaml", cells({}), unit="asko")
    result = crosp("follow-up", ".", "--format", "ics", "--today", TODAY, cwd=folder.path)
    summaries = [event.summary for event in parsed(result.out).events]
    assert summaries[0] == "Measure due: Something (Ekskolan)"
    assert summaries[-1] == "Follow-up 6 months after: Something (Askö skola)"


def test_one_role(crosp: Any, folder: Any) -> None:
    folder.project()
    folder.assessment("a.yaml", cells({"id": "a", "responsible": "rektor"}, {"id": "b", "responsible": "kurator"}))
    result = crosp("follow-up", ".", "--format", "ics", "--role", "Rektor", "--today", TODAY, cwd=folder.path)
    descriptions = [event.description for event in parsed(result.out).events]
    assert len(descriptions) == 3
    assert all("rektor" in text for text in descriptions)


def test_the_same_input_gives_the_same_bytes(made: Any, crosp: Any, folder: Any) -> None:
    text = made({})
    assert made({}) == text
    crosp("follow-up", ".", "-o", "a.ics", "--today", TODAY, cwd=folder.path)
    assert (folder.path / "a.ics").read_bytes().decode() == text


def test_nothing_to_put_in_it(made: Any) -> None:
    assert parsed(made({"status": "dropped"})).events == []
    assert parsed(made({"due": None})).events == []


def test_without_the_library_one_line_says_what_to_install(crosp_process: Any, folder: Any) -> None:
    folder.project()
    folder.assessment("a.yaml", cells({}))
    without = "import sys; sys.modules['icalendar'] = None; from crosp_cli.__main__ import main; sys.exit(main())"
    for arguments in (("--format", "ics"), ("-o", "a.ics")):
        result = crosp_process("follow-up", ".", *arguments, cwd=folder.path, python=("-c", without))
        assert (result.status, result.out) == (2, "")
        assert result.err.startswith("crosp: For a calendar, something more is needed. This line installs it: ")
        assert result.err.endswith('[calendar]"\n')
    assert folder.files() == ["a.yaml", "crosp.yaml"]
    assert crosp_process("follow-up", ".", cwd=folder.path, python=("-c", without)).status == 0
