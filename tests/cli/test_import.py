"""`crosp import`: what was filled in comes into the assessment, and nothing else changes."""

import re
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from crosp_cli.cli.commands.import_ import run
from crosp_cli.filling.answers import sign

pytestmark = pytest.mark.cli

CROSP = """\
format: crosp-project/1
framework: spsm-crosp@2024
language: sv
organiser: {id: kommunen, name: Kommunen, type: municipal}
units:
  - {id: ekskolan, name: Ekskolan, school_forms: [grundskola]}
"""
HEAD = """\
format: crosp-assessment/1
framework: spsm-crosp@2024
unit: ekskolan
level: school
occasion: 2026-ht
date: 2026-10-15
"""
ASSESSMENT = (
    HEAD
    + """\
# vilka var med
participants:
  - {group: principal, count: 1}   # rektorn
cells:
  # Raden
  participation:

    # Frågan om styrning
    governance:
      current_state:
        reflection: "Elevrådet frågas."   # ska skrivas om
        rating:
        evidence:
          - Protokoll
      need:
        analysis:
    quality:
      not_applicable: Prövas nästa år
"""
)
ANSWERS = (
    HEAD
    + """\
participants:
  - {group: principal, count: 2}
  - {group: teachers, count: 7}
cells:
  participation:
    governance:
      current_state:
        reflection: |-
          Elevrådet frågas,
          men sent.
        rating: 1
        evidence:
          - Protokoll
          - Enkät 2026
      measures:
        - id: oppna-moten
          what: Öppna möten
          follow_ups:
            - date: 2027-01-20
"""
)
EXPECTED = (
    HEAD
    + """\
# vilka var med
participants:
  - {group: principal, count: 2}   # rektorn
  - group: teachers
    count: 7
cells:
  # Raden
  participation:

    # Frågan om styrning
    governance:
      current_state:
        reflection: |-  # ska skrivas om
          Elevrådet frågas,
          men sent.
        rating: 1
        evidence:
          - Protokoll
          - Enkät 2026
      need:
        analysis:
      measures:
        - id: oppna-moten
          what: Öppna möten
          follow_ups:
            - date: 2027-01-20
    quality:
      not_applicable: Prövas nästa år
"""
)
SHOWN = """\
Deltagare
  Rektor och biträdande rektor
    var: färre än 5
    blir: färre än 5
  Lärare
    nytt: 7

Delaktighet och inflytande × Styrning
  Nuläge
    var: Elevrådet frågas.
    blir: Elevrådet frågas,
      men sent.
  Hur långt arbetet har kommit
    nytt: 1 – Påbörjat
  Underlag
    nytt: Enkät 2026
  Insats: Vad som ska göras
    nytt: Öppna möten
  Insats ”Öppna möten”: Följs upp
    nytt: 2027-01-20

7 fält ändras.
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    (tmp_path / "crosp.yaml").write_text(CROSP, "utf-8")
    (tmp_path / "a.yaml").write_text(ASSESSMENT, "utf-8")
    (tmp_path / "svar").mkdir()
    (tmp_path / "svar" / "svar.yaml").write_text(ANSWERS, "utf-8")
    return tmp_path


def test_without_a_terminal_it_only_shows(crosp: Callable[..., Any], project: Path) -> None:
    answer = crosp("import", "svar/svar.yaml", "--into", "a.yaml", cwd=project)
    assert (answer.status, answer.out) == (0, SHOWN)
    assert "--yes" in answer.err
    assert (project / "a.yaml").read_text("utf-8") == ASSESSMENT


def test_only_comments_that_people_have_written_are_told_of(crosp: Callable[..., Any], project: Path) -> None:
    own = ("--unit", "Ekskolan", "--level", "school", "--occasion", "2026-ht", "--date", "2027-11-01")
    for language in ("sv", "en"):
        assert crosp("init", language, *own, "--cells", "all", "--lang", language, cwd=project).status == 0
        other = project / language / "assessments/ekskolan/2026-ht-school.yaml"
        answer = crosp("import", other, "--into", "a.yaml", cwd=project)
        assert "(rader:" not in answer.err
        lines = other.read_text("utf-8").replace("participants:\n", "participants:  # 12 av 14\n").splitlines()
        at = next(number for number, line in enumerate(lines, 1) if line.endswith("# 12 av 14"))
        other.write_text("\n".join([*lines, "# vilka var med", "# Vi hann inte"]), "utf-8")
        answer = crosp("import", other, "--into", "a.yaml", cwd=project)
        assert f"(rader: {at}, {len(lines) + 2})" in answer.err
        assert "hann" not in answer.err


def test_what_leads_to_itself_once_it_was_read_ends_no_import(
    crosp: Callable[..., Any], project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers, bring_in = project / "svar/svar.yaml", run.bring_in

    def then_linked(*given: Any) -> None:
        bring_in(*given)
        answers.unlink()
        answers.symlink_to(answers.name)

    monkeypatch.setattr(run, "bring_in", then_linked)
    answer = crosp("import", "svar/svar.yaml", "--into", "a.yaml", "--yes", cwd=project)
    assert (answer.status, answer.out) == (0, SHOWN)
    assert "svar.yaml ligger i projektets mapp" in answer.err


@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_only_what_was_answered_changes(crosp: Callable[..., Any], project: Path, line_end: str) -> None:
    (project / "a.yaml").write_bytes(ASSESSMENT.replace("\n", line_end).encode())
    answer = crosp("import", "svar/svar.yaml", "--into", "a.yaml", "--yes", cwd=project)
    assert (answer.status, answer.out) == (0, SHOWN)
    assert "svar.yaml ligger i projektets mapp" in answer.err
    assert f"2 filer kontrollerade: {crosp('validate', 'a.yaml', cwd=project).out.rpartition(': ')[2]}" in answer.err
    assert "  crosp validate a.yaml\n" in answer.err
    assert "  crosp render a.yaml --kind summary -o sammanfattning.html\n" in answer.err
    assert (project / "a.yaml").read_bytes().decode() == EXPECTED.replace("\n", line_end)
    assert crosp("validate", "a.yaml", cwd=project).status == 0
    again = crosp("import", "svar/svar.yaml", "--into", "a.yaml", "--yes", cwd=project)
    assert (again.status, again.out) == (0, "Inget ändras.\n")


def test_what_changed_meanwhile_is_kept_and_so_is_the_answer(crosp: Callable[..., Any], project: Path) -> None:
    planned = run.plan(project / "svar" / "svar.yaml", project / "a.yaml", "sv")
    (project / "a.yaml").write_text(ASSESSMENT + "# någon annan\n", "utf-8")
    (project / "a.yaml").chmod(0o600)
    with pytest.raises(run.CannotError, match="import1"):
        run.bring_in(planned, "sv")
    assert (project / "a.yaml").read_text("utf-8").endswith("# någon annan\n")
    assert (project / "a.yaml.import1").read_text("utf-8") == EXPECTED
    assert (project / "a.yaml.import1").stat().st_mode == (project / "a.yaml").stat().st_mode
    (project / "svar" / "svar.yaml").unlink()
    assert crosp("validate", cwd=project).status == 0
    for number in range(2, 120):
        (project / f"a.yaml.import{number}").write_text("x", "utf-8")
    with pytest.raises(run.CannotError, match="import120;"):
        run.bring_in(planned, "sv")
    for number, leads_to in ((121, "nothing"), (122, "a.yaml.import122")):
        (project / f"a.yaml.import{number}").symlink_to(leads_to)
    with pytest.raises(run.CannotError, match="import123;"):
        run.bring_in(planned, "sv")


def test_what_differs_in_one_that_changed_meanwhile_tells_nothing_of_what_groups_answered(
    capsys: pytest.CaptureFixture[str], project: Path
) -> None:
    """The same to the byte whatever few people have answered, on either side."""
    told = set()
    for now, then, few in (("{0: 2}", "{0: 1, 3: 1}", 1), ("{0: 1, 1: 1}", "{2: 2}", 2), ("{2: 2}", "{2: 2}", 3)):
        (project / "a.yaml").write_text(_counted(then), "utf-8")
        planned = run.plan(project / "svar" / "svar.yaml", project / "a.yaml", "sv")
        changed = _counted(now).replace("Elevrådet frågas", "Alla frågas").replace("count: 1", f"count: {few}")
        (project / "a.yaml").write_text(changed, "utf-8")
        with pytest.raises(run.CannotError, match="import1;"):
            run.bring_in(planned, "sv")
        (project / "a.yaml.import1").unlink()
        told.add(capsys.readouterr().out)
    [shown] = told
    assert "var: Alla frågas.\n    blir: Elevrådet frågas,\n" in shown
    assert "färre än 5" not in shown


def test_what_differs_says_first_that_it_holds_personal_data(capsys: pytest.CaptureFixture[str], project: Path) -> None:
    planned = run.plan(project / "svar" / "svar.yaml", project / "a.yaml", "sv")
    (project / "a.yaml").write_text(ASSESSMENT.replace("Elevrådet frågas", "Fråga 20140305-2382"), "utf-8")
    with pytest.raises(run.CannotError, match="import1"):
        run.bring_in(planned, "sv")
    shown = capsys.readouterr()
    assert "20140305-2382" in shown.out
    assert "det här ser ut som personuppgifter" in shown.err


def test_what_broke_meanwhile_is_named_and_the_answer_is_kept(
    capsys: pytest.CaptureFixture[str], project: Path
) -> None:
    planned = run.plan(project / "svar" / "svar.yaml", project / "a.yaml", "sv")
    (project / "a.yaml").write_text("cells: [", "utf-8")
    with pytest.raises(run.CannotError, match="import1"):
        run.bring_in(planned, "sv")
    assert "a.yaml:1:8: CR023 fel" in capsys.readouterr().err
    assert (project / "a.yaml.import1").read_text("utf-8") == EXPECTED


def test_a_guess_of_what_a_group_answered_is_not_told_right_or_wrong(crosp: Callable[..., Any], project: Path) -> None:
    told = set()
    for guess in ("{0: 2}", "{1: 2}", "{0: 1, 1: 1}"):
        (project / "a.yaml").write_text(_counted("{0: 2}"), "utf-8")
        (project / "svar" / "svar.yaml").write_text(_counted(guess), "utf-8")
        told.add(crosp("import", "svar/svar.yaml", "--into", "a.yaml", cwd=project).out)
    assert len(told) == 1


def test_a_guess_of_how_many_took_part_is_not_told_right_or_wrong(crosp: Callable[..., Any], project: Path) -> None:
    told = set()
    for guess in ("1", "3"):
        line = f"# crosp-form: what stood there: participants/principal/count={sign(guess)}\n"
        (project / "svar" / "svar.yaml").write_text(line + ANSWERS, "utf-8")
        told.add(crosp("import", "svar/svar.yaml", "--into", "a.yaml", cwd=project).out)
    assert len(told) == 1


def _counted(ratings: str) -> str:
    return ASSESSMENT.replace(
        "        rating:\n", f"        rating:\n        group_ratings: {{special-educators: {ratings}}}\n"
    )


def test_what_no_form_asks_for_is_told_in_words_too(crosp: Callable[..., Any], project: Path) -> None:
    more = (
        "            - {date: 2027-01-20, source: records, result: Sex möten, decision: adjust}\n"
        "          collaboration: {with: [Socialtjänst], solves_at: organiser, conditions: {structure: Mötestid}}\n"
    )
    answers = ANSWERS.replace("            - date: 2027-01-20\n", more)
    (project / "svar" / "svar.yaml").write_text(answers, "utf-8")
    told = crosp("import", "svar/svar.yaml", "--into", "a.yaml", cwd=project).out
    lines = [
        line.strip().removeprefix("Insats ”Öppna möten”") for line in told.split("Vad som ska göras")[1].splitlines()
    ]
    assert lines[2:-2] == [
        ": Följs upp",
        "nytt: 2027-01-20",
        ", uppföljning 2027-01-20: Källa",
        "nytt: dokumentation",
        ", uppföljning 2027-01-20: Resultat",
        "nytt: Sex möten",
        ", uppföljning 2027-01-20: Beslut",
        "nytt: justera",
        ": Med vilka",
        "nytt: Socialtjänst",
        ": Löses på nivå",
        "nytt: Huvudman",
        ": Struktur",
        "nytt: Mötestid",
    ]


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("occasion: 2026-ht", "occasion: 2027-vt", "Tillfälle: där 2027-vt, i a.yaml 2026-ht."),
        ("unit: ekskolan", "unit: annan", "Enhet: där annan, i a.yaml Ekskolan."),
        ("level: school", "level: teaching", "Nivå: där Undervisning, i a.yaml Förskole- eller skolenhet."),
    ],
)
def test_answers_for_another_assessment_stay_out(
    crosp: Callable[..., Any], project: Path, old: str, new: str, told: str
) -> None:
    (project / "svar" / "svar.yaml").write_text(ANSWERS.replace(old, new), "utf-8")
    answer = crosp("import", "svar/svar.yaml", "--into", "a.yaml", "--yes", cwd=project)
    assert answer.status == 2
    assert told in answer.err
    assert (project / "a.yaml").read_text("utf-8") == ASSESSMENT


def test_answers_of_a_unit_whose_short_name_is_what_another_is_called_stay_out(
    crosp: Callable[..., Any], project: Path
) -> None:
    units = "  - {id: ekskolan, name: Gamla skolan}\n  - {id: nya-skolan, name: Ekskolan}\n"
    (project / "crosp.yaml").write_text(CROSP.split("  - ")[0] + units, "utf-8")
    before = ASSESSMENT.replace("unit: ekskolan", "unit: nya-skolan")
    (project / "a.yaml").write_text(before, "utf-8")
    (project / "svar" / "svar.yaml").write_text(ANSWERS, "utf-8")
    answer = crosp("import", "svar/svar.yaml", "--into", "a.yaml", "--yes", cwd=project)
    assert (answer.status, (project / "a.yaml").read_text("utf-8")) == (2, before)
    assert "Enhet: där Gamla skolan, i a.yaml Ekskolan." in answer.err


def test_a_cell_that_does_not_apply_and_one_that_is_answered_are_never_both(
    crosp: Callable[..., Any], project: Path
) -> None:
    answers = HEAD + (
        "cells:\n  participation:\n    governance:\n      not_applicable: Finns inte\n"
        "    quality:\n      need:\n        analysis: Mer\n    funding:\n      not_applicable: Ingen budget\n"
    )
    (project / "svar" / "svar.yaml").write_text(answers, "utf-8")
    answer = crosp("import", "svar/svar.yaml", "--into", "a.yaml", "--yes", cwd=project)
    assert answer.status == 1
    assert answer.out.count("lämnas som den är") == 1
    assert "Det står kvar om ni inte låter det tas bort:\n\nDelaktighet och inflytande × Styrning\n" in answer.out
    new = (project / "a.yaml").read_text("utf-8")
    assert new == ASSESSMENT.replace(
        "    # Frågan om styrning", "    funding:\n      not_applicable: Ingen budget\n\n    # Frågan om styrning"
    ).replace("  participation:\n\n    funding", "  participation:\n    funding")


@pytest.mark.parametrize(
    ("name", "content", "status", "told"),
    [
        ("saknas.yaml", None, 2, "saknas.yaml"),
        ("svar.pdf", b"%PDF", 2, ".yaml, .yml"),
        ("svar.yaml", b"format: crosp-assessment/1\nformat: x\n", 1, "CR0"),
        ("svar.yaml", (HEAD + "cells: {nowhere: {x: {}}}\n").encode(), 1, "CR1"),
        ("svar.yaml", b"\xff\xfe\x00", 2, "CR0"),
    ],
)
def test_what_cannot_be_read_is_said(
    crosp: Callable[..., Any], project: Path, name: str, content: bytes | None, status: int, told: str
) -> None:
    if content is not None:
        (project / name).write_bytes(content)
    answer = crosp("import", name, "--into", "a.yaml", "--yes", cwd=project)
    assert answer.status == status
    assert told in answer.err
    assert (project / "a.yaml").read_text("utf-8") == ASSESSMENT


def test_no_name_of_personal_data_is_shown_unwarned(crosp: Callable[..., Any], project: Path) -> None:
    (project / "svar" / "svar.yaml").write_text(ANSWERS.replace("men sent.", "ring 19121212-1212"), "utf-8")
    assert "personuppgift" in crosp("import", "svar/svar.yaml", "--into", "a.yaml", cwd=project).err


@pytest.mark.parametrize(("answer", "text"), [("ja", EXPECTED), ("nej", ASSESSMENT), ("", ASSESSMENT)])
def test_on_a_terminal_it_asks(crosp_terminal: Callable[..., Any], project: Path, answer: str, text: str) -> None:
    terminal = crosp_terminal("import", "svar/svar.yaml", "--into", "a.yaml", cwd=project)
    terminal.wait_for("7 fält ändras.")
    terminal.answer("Skriv ja:", answer)
    assert terminal.end() == 0
    assert (project / "a.yaml").read_text("utf-8") == text


def test_in_a_log_what_is_said_of_changes_stands_below_them(crosp_process: Callable[..., Any], project: Path) -> None:
    answer = crosp_process("import", "svar/svar.yaml", "--into", "a.yaml", cwd=project, stderr=subprocess.STDOUT)
    assert "--yes" in answer.out.splitlines()[-1]


def test_what_is_typed_in_another_encoding_is_no_yes(crosp_terminal: Callable[..., Any], project: Path) -> None:
    strict = {"PYTHONIOENCODING": "ascii:strict"}  # as a terminal of a language has it
    terminal = crosp_terminal("import", "svar/svar.yaml", "--into", "a.yaml", cwd=project, env=strict)
    terminal.wait_for("7 f")
    terminal.answer("Skriv ja:", "j\u00e4")
    assert terminal.end() == 0
    assert (project / "a.yaml").read_text("utf-8") == ASSESSMENT


def test_what_groups_answered_is_not_shown_where_it_would_be_taken_out(
    crosp: Callable[..., Any], project: Path
) -> None:
    path = project / "a.yaml"
    text = path.read_text("utf-8").replace(
        "          - Protokoll\n", "          - Protokoll\n        group_ratings: {teachers: {1: 2}, pupils: {0: 7}}\n"
    )
    path.write_text(text, "utf-8")
    answers = f"{HEAD}cells:\n  participation:\n    governance:\n      not_applicable: Finns inte\n"
    (project / "svar" / "svar.yaml").write_text(answers, "utf-8")
    told = crosp("import", "svar/svar.yaml", "--into", "a.yaml", cwd=project).out
    assert "  Gruppernas skattningar\n    står där: räknade svar, som inte visas här\n" in told
    assert "Lärare" not in told
    assert not re.search(r"[27]", told)
    assert crosp("import", "svar/svar.yaml", "--into", "a.yaml", "--yes", "--remove", cwd=project).status == 0
    assert "group_ratings" not in path.read_text("utf-8")


def test_counts_of_groups_are_neither_mixed_nor_shown(crosp: Callable[..., Any], project: Path) -> None:
    counts = "          - Protokoll\n        group_ratings: {{teachers: {{1: {}, 2: 5}}}}\n"
    own = ASSESSMENT.replace("          - Protokoll\n", counts.format(9))
    (project / "a.yaml").write_text(own, "utf-8")
    for others in (counts.format(9), counts.format("4, 0: 3")):
        (project / "svar" / "svar.yaml").write_text(own.replace(counts.format(9), others), "utf-8")
        answer = crosp("import", "svar/svar.yaml", "--into", "a.yaml", "--yes", cwd=project)
        assert "Styrning: hur många i varje grupp" in answer.out
        assert answer.out.endswith("Inget ändras.\n")
        assert "4" not in answer.out
        assert (project / "a.yaml").read_text("utf-8") == own


def test_what_would_be_too_large_to_read_is_not_written(crosp: Callable[..., Any], project: Path) -> None:
    before = (project / "a.yaml").read_bytes()
    words = "å" * 1_400_000
    answers = f"{HEAD}cells:\n  participation:\n    governance:\n      current_state:\n        reflection: {words}\n"
    (project / "svar" / "svar.yaml").write_text(answers, "utf-8")
    (project / "a.yaml").write_text(before.decode() + "# " + words, "utf-8")
    answer = crosp("import", "svar/svar.yaml", "--into", "a.yaml", "--yes", cwd=project)
    assert answer.status == 2
    assert "4 MiB" in answer.err
    assert (project / "a.yaml").read_text("utf-8") == before.decode() + "# " + words


@pytest.mark.parametrize(
    ("then", "now"),
    [("scope: organisation", "scope: group"), ("orientation: preventive", "orientation: remedial"), ("05-31", "06-30")],
)
def test_what_somebody_changed_stays_where_the_workbook_was_left_as_it_was(
    crosp: Any, folder: Any, then: str, now: str
) -> None:
    folder.project()
    measure = "{id: m, what: X, responsible: Y, scope: organisation, orientation: preventive, due: 2027-05-31}"
    folder.assessment("a.yaml", f"shared-direction: {{funding: {{measures: [{measure}]}}}}")
    assert crosp("form", "a.yaml", "-o", "in.xlsx", cwd=folder.path).status == 0
    file = folder.path / "a.yaml"
    changed = file.read_text().replace(then, now)
    file.write_text(changed)
    crosp("import", "in.xlsx", "--into", "a.yaml", "--yes", cwd=folder.path)
    assert file.read_text() == changed
