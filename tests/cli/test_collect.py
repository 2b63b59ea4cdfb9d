"""`crosp collect`: responses become counts, each once, and nothing is told of a group before enough have answered."""

import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any
from unicodedata import normalize

import pytest

from crosp_cli.cli.commands.collect import run
from crosp_cli.limits import FILE_BYTES

pytestmark = pytest.mark.cli

CROSP = """\
format: crosp-project/1
framework: spsm-crosp@2024
language: sv
organiser: {id: kommunen, name: Kommunen, type: municipal}
units:
  - {id: ekskolan, name: Ekskolan, school_forms: [grundskola]}
"""
HEAD = "framework: spsm-crosp@2024\nunit: ekskolan\nlevel: school\noccasion: 2026-ht\n"
ASSESSMENT = f"""\
format: crosp-assessment/1
{HEAD}date: 2026-10-15
cells:
  # Raden
  participation:
    governance:
      current_state:
        reflection: "Elevrådet frågas."   # ska skrivas om
        group_ratings:   # från pappren
          pupils: {{1: 6}}
          teachers: {{2: 1}}   # en till
    quality:
      not_applicable: Prövas nästa år
"""
EXPECTED = ASSESSMENT.replace("teachers: {2: 1}", "teachers: {2: 3, 1: 4}").replace(
    "    quality:", "    capacity-building:\n      current_state:\n        group_ratings:\n"
    "          teachers: {0: 6}\n    quality:"
)  # fmt: skip


def response(number: int, group: str = "teachers", text: str = "", **steps: int) -> str:
    """A response whose sign, like a drawn one, has nothing to do with its number."""
    chosen = "".join(f"    {area.replace('_', '-')}: {step}\n" for area, step in steps.items())
    said = f"text: {text}\n" if text else ""
    sign = f"r{number * 7919 % 10007:032x}"
    return f"format: crosp-response/1\n{HEAD}group: {group}\nresponse: {sign}\nsteps:\n  participation:\n{chosen}{said}"


SIX = [
    response(n, text=f"Text {n}", governance=1 if n < 4 else 2, capacity_building=0, quality=3) for n in range(6)
]  # fmt: skip


ENDLESS = """\
{"format": "crosp-collected/1",
 "collected": [{"group": "teachers", "cells": {"a/b": [0, 1e400]}, "texts": true, "responses": []}]}
"""
SHOWN = """\
Lärare
  Delaktighet och inflytande: Styrning, Uppbyggnad av kapacitet

Delaktighet och inflytande × Systematiskt kvalitetsarbete gäller inte, enligt kartläggningen, och lämnas som den är.

2 fält ändras.
En grupp räknas i en cell när minst 5 i den har svarat där som inte redan är räknade. Om färre visas och skrivs \
ingenting, inte ens om det finns några.
Det som de skrev läggs i svar-texter.md.
"""


class Round:
    """A project, a folder of responses, and the command."""

    def __init__(self, crosp: Callable[..., Any], folder: Path) -> None:
        self.crosp, self.folder = crosp, folder
        (folder / "p").mkdir()
        (folder / "svar").mkdir()
        (folder / "p" / "crosp.yaml").write_text(CROSP, "utf-8")
        self.assessment.write_text(ASSESSMENT, "utf-8")

    @property
    def assessment(self) -> Path:
        return self.folder / "p" / "a.yaml"

    def give(self, name: str, *responses: str) -> None:
        for number, one in enumerate(responses):
            (self.folder / "svar" / f"{name}{number}.yaml").write_text(one, "utf-8")

    def collect(self, *more: str) -> Any:
        return self.crosp("collect", "svar", "--into", "p/a.yaml", *more, cwd=self.folder)

    def said(self) -> str:
        return self.assessment.read_text("utf-8")

    def everything(self) -> dict[str, str]:
        """All that the folder holds beside the responses."""
        found = sorted(one for one in self.folder.rglob("*") if one.is_file() and one.parent.name != "svar")
        return {str(one.relative_to(self.folder)): one.read_text("utf-8") for one in found}


@pytest.fixture
def a_round(crosp: Callable[..., Any], tmp_path: Path) -> Round:
    return Round(crosp, tmp_path)


def test_without_a_terminal_it_only_shows(a_round: Round) -> None:
    a_round.give("x", *SIX)
    before = a_round.everything()
    answer = a_round.collect()
    assert answer.out == SHOWN
    assert "--yes" in answer.err
    assert a_round.everything() == before


@pytest.mark.skipif(sys.platform == "win32", reason="has no such permissions")
@pytest.mark.parametrize("closed", ["svar", "svar/within", "there"])
def test_what_comes_of_what_is_closed_is_closed(a_round: Round, closed: str) -> None:
    """Also where the responses are closed by a folder within theirs, or above where a link leads."""
    a_round.give("x", *SIX)
    responses = a_round.folder / "svar"
    if closed == "there":
        (a_round.folder / "there").mkdir()
        responses.rename(a_round.folder / "there/svar")
        responses.symlink_to("there/svar")
    elif closed == "svar/within":
        (a_round.folder / closed).mkdir()
        for one in responses.glob("*.yaml"):
            one.rename(a_round.folder / closed / one.name)
    (a_round.folder / closed).chmod(0o700)
    a_round.assessment.chmod(0o600)
    a_round.collect("--yes")
    for name in ("svar-texter.md", "p/a.collected.json", "p/a.yaml"):
        assert (a_round.folder / name).stat().st_mode & 0o777 == 0o600, name


def test_counts_come_in_and_all_else_stays_as_it_stands(a_round: Round) -> None:
    a_round.give("x", *SIX)
    answer = a_round.collect("--yes")
    assert answer.status == 1  # the cell that does not apply is left, and that is said
    assert a_round.said() == EXPECTED
    assert a_round.crosp("validate", "p/a.yaml", cwd=a_round.folder).status == 0


def test_it_needs_no_more_of_python_than_every_one_has(a_round: Round, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "ctypes", None)  # as where Python was built without libffi
    a_round.give("x", *SIX)
    a_round.collect("--yes")
    assert a_round.said() == EXPECTED


def test_a_letter_may_have_any_number_of_marks(a_round: Round) -> None:
    a_round.give("a", *SIX[1:], SIX[0].replace("Text 0", "a" + "\u0301\u0323" * 50_000))
    a_round.collect("--yes")
    assert a_round.said() == EXPECTED


def test_a_response_counts_once_however_often_it_is_given(a_round: Round) -> None:
    a_round.give("x", *SIX)
    a_round.give("again", SIX[2], SIX[3] + "\n")
    a_round.collect("--yes")
    first = a_round.everything()
    assert a_round.said() == EXPECTED
    assert "Inget ändras." in a_round.collect("--yes").out
    a_round.give("moved", *SIX)
    a_round.collect("--yes")
    assert a_round.everything() == first


ONE = response(4, text="Vi är åtta på \u00f6n", governance=2, capacity_building=0, quality=3)


@pytest.mark.parametrize(
    "copy",
    [
        normalize("NFD", ONE),
        ONE.replace("\n", "\r\n"),
        "\ufeff" + ONE,
        ONE.replace("steps:\n", "steps:\n  collaboration:\n  follow-up: {}\n"),
        ONE.replace("    governance: 2\n", "    funding:\n    governance: 2\n"),
        "".join(reversed(ONE.split("steps:")[0].splitlines(keepends=True))) + "steps:" + ONE.split("steps:")[1],
        ONE.replace("text: Vi är åtta på ön", 'text: "Vi är åtta på ön  \\n"'),
    ],
    ids=["letters in two parts", "line ends", "byte order mark", "empty rows", "empty cell", "order", "quotes"],
)
def test_a_copy_that_a_program_saved_in_its_own_way_is_the_same_response(a_round: Round, copy: str) -> None:
    a_round.give("x", *(SIX[:4] + SIX[5:]), ONE)
    alone = a_round.collect()
    for name in ("a", "z"):  # whichever comes first
        (a_round.folder / "svar" / f"{name}.yaml").write_bytes(copy.encode())
    assert a_round.collect() == alone
    a_round.collect("--yes")
    assert (a_round.folder / "svar-texter.md").read_text("utf-8").count("Vi är åtta på ön\n") == 1


def test_two_assessments_that_only_their_endings_tell_apart_count_each_their_own(a_round: Round) -> None:
    (a_round.folder / "p" / "a.yml").write_text(ASSESSMENT.replace("level: school", "level: teaching"), "utf-8")
    a_round.give("x", *SIX)
    a_round.give("y", *(one.replace("level: school", "level: teaching").replace("r0", "q0") for one in SIX))
    a_round.collect("--yes")
    a_round.crosp("collect", "svar", "--into", "p/a.yml", "--yes", cwd=a_round.folder)
    assert "2 fält" not in a_round.collect("--yes").out
    assert a_round.said() == EXPECTED


def test_an_ending_twice_tells_two_assessments_apart_too(a_round: Round) -> None:
    for name, level in (("a.yml", "school"), ("a.yml.yaml", "teaching")):
        (a_round.folder / "p" / name).write_text(ASSESSMENT.replace("level: school", f"level: {level}"), "utf-8")
    a_round.give("x", *SIX)
    a_round.give("y", *(one.replace("level: school", "level: teaching") for one in SIX))
    for name in ("a.yml", "a.yml.yaml", "a.yml"):
        a_round.crosp("collect", "svar", "--into", f"p/{name}", "--yes", cwd=a_round.folder)
    assert len(list((a_round.folder / "p").glob("*.collected.json"))) == 2


def test_of_many_files_that_are_not_counted_the_first_are_named(a_round: Round) -> None:
    a_round.give("x", *(one + "annat: 1\n" for one in (response(n, governance=1) for n in range(30))))
    told = a_round.collect().err.splitlines()
    assert told[20] == "… och 10 till: räknas inte: den går inte att läsa som ett svar. `crosp validate` säger varför."
    assert len([line for line in told if "räknas inte" in line]) == 21


def test_a_comment_in_a_response_is_told_of(a_round: Round) -> None:
    a_round.give("svar", *SIX[2:], f"# yaml-language-server: $schema=x\n{SIX[0]}", f"{SIX[1][:-1]}  # inte alltid\n")
    assert a_round.collect().err.count("svar5.yaml: det som står efter # i den tas inte in") == 1


def test_a_sign_that_is_a_persons_number_is_kept_nowhere_and_one_that_was_drawn_counts(a_round: Round) -> None:
    drawn = "r5d16a2dd1eb6e45dd0c9701820061b65"  # as forms drew them: in it stands what looks like such a number
    own = [one.split("response: ")[1].split("\n")[0] for one in SIX]
    a_round.give("x", SIX[0].replace(own[0], drawn), SIX[1].replace(own[1], "20140305-2382"), *SIX[2:])
    answer = a_round.collect("--yes")
    assert answer.status == 1
    assert "x1.yaml: räknas inte: det som står vid `response` ser ut som en personuppgift." in answer.err
    kept = "".join(path.read_text("utf-8") for path in a_round.folder.rglob("*.*") if path.parent.name != "svar")
    assert drawn in kept
    assert "2382" not in kept + answer.out + answer.err


def test_what_stands_over_the_texts_is_without_personal_data_too(a_round: Round) -> None:
    number = "20140305-2382"
    a_round.give("x", *(one.replace("2026-ht", number) for one in SIX))
    a_round.assessment.write_text(ASSESSMENT.replace("2026-ht", number), "utf-8")
    a_round.collect("--yes")
    written = (a_round.folder / "svar-texter.md").read_text("utf-8")
    assert "Ekskolan, …" in written
    assert number not in written


def test_texts_stay_in_a_file_that_was_called_in_another_language(a_round: Round) -> None:
    a_round.give("x", *SIX)
    a_round.collect("--yes")
    a_round.assessment.write_text(ASSESSMENT, "utf-8")
    written = (a_round.folder / "svar-texter.md").rename(a_round.folder / "svar-texts.md")
    a_round.collect("--yes")
    assert list(a_round.folder.glob("*.md")) == [written]


@pytest.mark.parametrize("leads_to", ["nothing.md", "the same.md"])
def test_texts_find_a_name_beside_a_link(a_round: Round, leads_to: str) -> None:
    a_round.give("x", *SIX)
    a_round.collect("--yes")
    a_round.assessment.write_text(ASSESSMENT, "utf-8")
    link = a_round.folder / "svar-texter.md"
    link.rename(a_round.folder / "the same.md")
    link.symlink_to(leads_to)
    assert "skriven: svar-texter-2.md" in a_round.collect("--yes").err
    assert link.is_symlink()


def test_in_a_cell_from_which_they_were_taken_out_they_are_counted_again(a_round: Round) -> None:
    a_round.give("x", *SIX)
    a_round.collect("--yes")
    a_round.assessment.write_text(
        EXPECTED.replace("          teachers: {0: 6}\n", "          pupils: {1: 6}\n"), "utf-8"
    )
    assert a_round.collect("--yes").status == 1
    assert a_round.said() == EXPECTED.replace(
        "          teachers: {0: 6}\n", "          pupils: {1: 6}\n          teachers: {0: 6}\n"
    )
    assert a_round.collect("--yes").out.count("Inget ändras.") == 1


def test_in_a_cell_that_did_not_apply_for_a_time_they_are_not_counted_again(a_round: Round) -> None:
    a_round.give("x", *SIX)
    a_round.collect("--yes")
    answered = "\n      current_state:\n        group_ratings:\n          teachers: {0: 6}\n"
    a_round.assessment.write_text(EXPECTED.replace(answered, "\n      not_applicable: Nej\n"), "utf-8")
    a_round.give("y", *(response(n, governance=2) for n in range(6, 12)))
    assert a_round.collect("--yes").status == 1
    now = EXPECTED.replace("teachers: {2: 3, 1: 4}", "teachers: {2: 9, 1: 4}")
    assert a_round.said() == now.replace(answered, "\n      not_applicable: Nej\n")
    a_round.assessment.write_text(now, "utf-8")
    assert "Inget ändras." in a_round.collect("--yes").out
    assert a_round.said() == now


def test_those_who_come_after_do_not_hide_that_others_were_taken_out(a_round: Round) -> None:
    a_round.give("x", *SIX)
    a_round.collect("--yes")
    a_round.assessment.write_text(EXPECTED.replace("{0: 6}", "{}"), "utf-8")
    for one in (a_round.folder / "svar").iterdir():
        one.unlink()
    a_round.give("y", *(response(n, capacity_building=1) for n in range(6, 12)))
    assert "igen" not in a_round.collect("--yes").out
    a_round.give("x", *SIX)
    assert a_round.collect("--yes").out.startswith("Lärare\n  Delaktighet och inflytande: Uppbyggnad av kapacitet\n")
    assert a_round.said() == EXPECTED.replace("{0: 6}", "{1: 6, 0: 6}")
    assert "Inget ändras." in a_round.collect("--yes").out


def test_whether_others_stand_where_they_were_is_left_to_people(a_round: Round) -> None:
    a_round.give("x", *SIX)
    a_round.collect("--yes")
    by_hand = EXPECTED.replace("{0: 6}", "{3: 3}")
    a_round.assessment.write_text(by_hand, "utf-8")
    told = a_round.collect("--yes")
    assert (told.status, "Uppbyggnad av kapacitet: där står färre än som hade räknats" in told.out) == (1, True)
    assert a_round.said() == by_hand
    a_round.assessment.write_text(EXPECTED.replace("{0: 6}", "{}"), "utf-8")
    assert "Några har räknats förut" in a_round.collect("--yes").out
    assert a_round.said() == EXPECTED


def test_earlier_versions_that_are_brought_back_one_after_another_lose_nobody(a_round: Round) -> None:
    """Those who came in again together had not come first so: a version may have some of them."""
    a_round.give("x", *SIX)
    a_round.collect("--yes")
    a_round.give("y", *(response(n, governance=3, capacity_building=3) for n in range(6, 11)))
    a_round.collect("--yes")
    both = EXPECTED.replace("1: 4}", "1: 4, 3: 5}").replace("{0: 6}", "{0: 6, 3: 5}")
    for earlier in (ASSESSMENT, EXPECTED):
        a_round.assessment.write_text(earlier, "utf-8")
        assert "Några har räknats förut" in a_round.collect("--yes").out
        assert a_round.said() == both
        assert "Inget ändras." in a_round.collect("--yes").out


@pytest.mark.parametrize("brought_back", [ASSESSMENT, EXPECTED.replace("{0: 6}", "{}")])
def test_who_is_late_waits_also_where_others_are_counted_again(a_round: Round, brought_back: str) -> None:
    """The assessment before and after would tell what that person chose."""
    a_round.give("x", *SIX)
    a_round.collect("--yes")
    first = a_round.everything()
    a_round.assessment.write_text(brought_back, "utf-8")
    a_round.give("late", response(90, text="Sent", governance=3, capacity_building=3))
    a_round.collect("--yes")
    assert a_round.said() == EXPECTED
    assert {name: text for name, text in a_round.everything().items() if not name.endswith(".json")} == {
        name: text for name, text in first.items() if not name.endswith(".json")
    }
    a_round.give("more", *(response(91 + n, governance=3, capacity_building=3) for n in range(4)))
    a_round.collect("--yes")
    assert a_round.said() == EXPECTED.replace("1: 4}", "1: 4, 3: 5}").replace("{0: 6}", "{0: 6, 3: 5}")


def test_a_number_put_right_by_hand_brings_nobody_in_again(a_round: Round) -> None:
    a_round.give("x", *SIX)
    a_round.collect("--yes")
    put_right = EXPECTED.replace("1: 4}", "1: 3}").replace("{0: 6}", "{0: 5}")
    a_round.assessment.write_text(put_right, "utf-8")
    assert "Inget ändras." in a_round.collect("--yes").out
    assert a_round.said() == put_right


@pytest.mark.parametrize("few", [1, 4])
def test_of_too_few_nothing_is_told_not_even_that_they_have_answered(a_round: Round, few: int) -> None:
    """What is shown and written is the same to the byte, whether they have answered or not."""
    a_round.give("x", *SIX)
    shown, nothing = a_round.collect(), a_round.everything()
    some = [response(90 + n, "guardians", text="Ring oss.", governance=0, funding=1) for n in range(few)]
    a_round.give("few", *some)
    assert a_round.collect() == shown
    a_round.collect("--yes")
    with_few = a_round.everything()
    for name in with_few.keys() - nothing.keys():
        (a_round.folder / name).unlink()
    a_round.assessment.write_text(ASSESSMENT, "utf-8")
    for number in range(few):
        (a_round.folder / "svar" / f"few{number}.yaml").unlink()
    a_round.collect("--yes")
    assert a_round.everything() == with_few
    a_round.give("few", *some)
    a_round.give("more", *(response(80 + n, "guardians", text="Ring oss.", governance=0) for n in range(5 - few)))
    a_round.collect("--yes")
    assert "guardians: {0: 5}" in a_round.said()


def test_in_a_cell_that_few_answered_they_wait_for_others_and_are_not_lost(a_round: Round) -> None:
    a_round.give("x", *(response(n, governance=1, **({"funding": 2} if n < 2 else {})) for n in range(6)))
    a_round.collect("--yes")
    assert "funding" not in a_round.said()
    a_round.give("later", *(response(50 + n, governance=3, funding=0) for n in range(2)))
    a_round.collect("--yes")
    assert "funding" not in a_round.said()
    assert "teachers: {2: 1, 1: 6}" in a_round.said()  # two more would show in the difference
    a_round.give("last", *(response(60 + n, governance=3, funding=0) for n in range(3)))
    a_round.collect("--yes")
    assert "teachers: {2: 1, 1: 6, 3: 5}" in a_round.said()
    assert "teachers: {0: 5, 2: 2}" in a_round.said()


def test_texts_come_mixed_without_a_trace_of_who_wrote_them(a_round: Round) -> None:
    a_round.give("x", *SIX)
    a_round.give("y", response(70, text="Fråga gärna eva.ek@example.org igen, eller ring 070-174 06 05."))
    answer = a_round.collect("--yes")
    assert "svar-texter.md" in answer.err
    text = (a_round.folder / "svar-texter.md").read_text("utf-8")
    wrote = [line for line in text.splitlines() if line.startswith("- ")]
    assert sorted(wrote) == ["- Fråga gärna \\[…\\] igen, eller ring \\[…\\].", *(f"- Text {n}" for n in range(6))]
    assert wrote != sorted(wrote)
    assert "## Lärare" in text
    assert not any(part in text for part in ("r000", "x0", "example.org", "070"))
    for name in [f"x{n}" for n in range(6)]:  # the same texts in files of other names: the same order
        (a_round.folder / "svar" / f"{name}.yaml").rename(a_round.folder / "svar" / f"{9 - int(name[1])}.yaml")
    for one in ("svar-texter.md", "p/a.collected.json"):
        (a_round.folder / one).unlink()
    a_round.collect("--yes")
    assert (a_round.folder / "svar-texter.md").read_text("utf-8") == text


def test_a_sign_at_the_end_of_a_line_hides_nothing_in_the_next(a_round: Round) -> None:
    a_round.give("x", *SIX, response(70, text='"Elever i 5\\\\\\n20140305-2382 hej"', governance=1))
    assert "har utelämnats" in a_round.collect("--yes").err
    assert "2382" not in (a_round.folder / "svar-texter.md").read_text("utf-8")


def test_what_is_no_response_to_it_is_named_and_not_counted(a_round: Round) -> None:
    a_round.give("x", *SIX)
    others = {
        "annan.yaml": response(20, governance=3).replace("2026-ht", "2027-ht"),
        "steg.yaml": response(21, governance=9),
        "trasig.yaml": "format: crosp-response/1\nformat: x\n",
        "kartlaggning.yaml": ASSESSMENT,
        "namn.yaml.txt": response(23, governance=3),
        "omgjord.json": json.dumps({"unit": "ekskolan", "format": "crosp-response/1"}),
        "samma1.yaml": response(22, governance=3),
        "samma2.yaml": response(22, governance=0),
    }
    for name, content in others.items():
        (a_round.folder / "svar" / name).write_text(content, "utf-8")
    others["ring.yaml"] = ""
    (a_round.folder / "svar" / "ring.yaml").symlink_to("ring.yaml")
    answer = a_round.collect("--yes")
    assert answer.status == 1
    named = [line.split(":")[0] for line in answer.err.splitlines() if "räknas inte" in line]
    assert named == sorted(f"svar/{name}" for name in others)
    assert a_round.said() == EXPECTED


def test_what_is_cut_short_is_done_by_another_run_and_counted_once(a_round: Round) -> None:
    a_round.give("x", *SIX)
    planned = run.plan(a_round.folder / "svar", a_round.assessment, None, "sv")
    a_round.assessment.write_text(ASSESSMENT + "# någon annan\n", "utf-8")
    before = a_round.everything()
    with pytest.raises(run.CannotError, match="ändrades"):
        run.count_in(planned, "sv")
    assert a_round.everything() == before  # what would have been counted is kept nowhere: one more may come meanwhile
    a_round.collect("--yes")
    assert a_round.said() == EXPECTED + "# någon annan\n"
    assert not (a_round.folder / "svar-texter-2.md").exists()
    a_round.assessment.write_text(ASSESSMENT, "utf-8")  # an earlier version is brought back
    a_round.collect("--yes")
    assert a_round.said() == EXPECTED
    a_round.assessment.write_text(ASSESSMENT, "utf-8")
    planned.list_at.write_bytes(planned.list_after)  # and nothing was written after it
    a_round.collect("--yes")
    assert (a_round.said(), planned.list_at.read_bytes()) == (EXPECTED, planned.list_after)


@pytest.mark.parametrize("cell", ["", "participation", "participation/", "/governance", "a/b/c"])
def test_a_cell_of_the_list_that_is_none_counts_nobody(a_round: Round, cell: str) -> None:
    a_round.give("x", *SIX)
    listed = ENDLESS.replace("a/b", cell).replace("1e400", "5").replace("true", "false")
    (a_round.folder / "p/a.collected.json").write_text(listed, "utf-8")
    assert a_round.collect("--yes").status == 1
    assert a_round.said() == EXPECTED


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("p/a.collected.json", "[]", "a.collected.json"),
        ("p/a.collected.json", ENDLESS, "a.collected.json"),
        ("p/a.collected.json", ENDLESS.replace("1e400", "true"), "a.collected.json"),
        ("p/a.collected.json", ENDLESS.replace("1e400", '"3"'), "a.collected.json"),
        ("p/a.collected.json", ENDLESS.replace("1e400", "3").replace("[]}", '"r1"}'), "a.collected.json"),
        ("p/a.collected.json", ENDLESS.replace("1e400", "3").replace("true", '"no"'), "a.collected.json"),
        ("egen.md", "Annat", "egen.md"),
        ("svar", None, "svar"),
    ],
)
def test_nothing_is_written_where_something_stands_in_the_way(
    a_round: Round, name: str, content: str | None, told: str
) -> None:
    a_round.give("x", *SIX)
    if content is None:
        (a_round.folder / name).rename(a_round.folder / "annan")
    else:
        (a_round.folder / name).write_text(content, "utf-8")
    before = a_round.everything()
    answer = a_round.collect("--yes", "--texts", "egen.md")
    assert answer.status == 2
    assert told in answer.err
    assert a_round.everything() == before


def test_a_list_with_one_number_for_each_cell_is_read_too(a_round: Round) -> None:
    """As crosp wrote it before it was released: the fewest of whom more than half of the batch are."""
    a_round.give("x", *SIX)
    a_round.collect("--yes")
    listed = a_round.folder / "p" / "a.collected.json"
    held = json.loads(listed.read_text("utf-8"))
    for one in held["collected"]:
        one["cells"] = {cell: before + (after - before) // 2 + 1 for cell, (before, after) in one["cells"].items()}
    listed.write_text(json.dumps(held), "utf-8")
    assert "Inget ändras." in a_round.collect("--yes").out
    a_round.assessment.write_text(EXPECTED.replace("{0: 6}", "{}"), "utf-8")
    a_round.collect("--yes")
    assert a_round.said() == EXPECTED
    assert "Inget ändras." in a_round.collect("--yes").out


def test_no_list_is_written_that_would_not_be_read_the_next_time(a_round: Round) -> None:
    a_round.give("x", *SIX)
    batch = {"group": "teachers", "cells": {}, "texts": True, "responses": ["r" * (FILE_BYTES - 500)]}
    held = json.dumps({"format": "crosp-collected/1", "collected": [batch]})
    (a_round.folder / "p" / "a.collected.json").write_text(held, "utf-8")
    before = a_round.everything()
    told = a_round.collect("--yes")
    assert (told.status, "a.collected.json skulle bli större än 4 MiB" in told.err) == (2, True)
    assert a_round.everything() == before


@pytest.mark.parametrize("way", ["list", "assessment", "texts", "folder of the list"])
def test_what_refuses_one_file_leaves_nothing_behind(a_round: Round, tmp_path: Path, way: str) -> None:
    a_round.give("x", *SIX)
    elsewhere = tmp_path / "elsewhere.json"
    elsewhere.write_text('{"format": "crosp-collected/1", "collected": []}', "utf-8")
    if way == "list":
        (a_round.folder / "p" / "a.collected.json").symlink_to(elsewhere)
    elif way == "assessment":
        a_round.assessment.rename(a_round.folder / "p" / "b.txt")
        a_round.assessment.symlink_to("b.txt")
    elif way == "texts":
        (a_round.folder / "egen.md").symlink_to(elsewhere)
    else:
        (a_round.folder / "p" / "a.collected.json").mkdir()
    before = set(a_round.folder.rglob("*"))
    answer = a_round.collect("--yes", "--texts", "egen.md")
    assert (answer.status, answer.err.count("crosp: ")) == (2, 1)
    assert set(a_round.folder.rglob("*")) == before
    assert elsewhere.read_text("utf-8") == '{"format": "crosp-collected/1", "collected": []}'


def test_what_they_wrote_stays_beside_a_folder_that_is_a_link(a_round: Round, tmp_path: Path) -> None:
    a_round.give("x", *SIX)
    (tmp_path / "svar").rename(tmp_path / "elsewhere")
    (tmp_path / "outside").mkdir()
    (tmp_path / "elsewhere").rename(tmp_path / "outside" / "answers")
    (tmp_path / "svar").symlink_to("outside/answers")
    assert "skriven: svar-texter.md" in a_round.collect("--yes").err
    assert (tmp_path / "svar-texter.md").exists()
    assert [one.name for one in (tmp_path / "outside").iterdir()] == ["answers"]
