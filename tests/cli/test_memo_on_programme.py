"""A decision memo that rests on a competence programme: the figures are the programme's, and the memo has none."""

import re
import shutil
from pathlib import Path
from typing import Any

import pytest

DAY = ("--today", "2024-09-01", "--lang", "sv")
PARTS = (
    "Förslag till beslut",
    "Sammanfattning",
    "Bakgrund",
    "Ärendets beredning",
    "Synpunkter och förslag",
    "Konsekvenser för barn och barnets rättigheter",
    "Jämställdhetsanalys",
    "Förslag till beslut och underskrifter",
    "Bilagor",
)


@pytest.fixture
def memo(examples: Path) -> Path:
    return examples / "exempelkommun" / "memos" / "2024-10-uppfoljning-uss.yaml"


@pytest.fixture
def here(folder: Any, examples: Path) -> Any:
    """A project with the example's programme and a memo on it."""
    folder.project()
    text = (examples / "exempelkommun" / "programmes" / "uss.yaml").read_text("utf-8")
    folder.write("uss.yaml", text.replace("  - {unit: lindskolan, registered: 2024-06-12}\n", ""))
    folder.write("memo.yaml", "format: crosp-memo/1\ntitle: Svar\nprogrammes: [uss]\n")
    return folder


def test_its_parts_and_questions_stand_in_their_order(crosp: Any, memo: Path) -> None:
    result = crosp("render", memo, "--format", "markdown", "-o", "-", *DAY)
    assert (result.status, result.err) == (0, "")
    assert re.findall(r"^## (.+)$", result.out, re.MULTILINE) == list(PARTS)
    views = result.out.split("## Synpunkter och förslag")[1]
    assert re.findall(r"^### (.+\?)$", views, re.MULTILINE) == [
        "Hur följs programmet upp?",
        "Syns någon skillnad på skolorna före och efter programmet?",
        "Har fler elever i behov av särskilt stöd upptäckts, och tidigare?",
    ]


@pytest.mark.parametrize("form", ["markdown", "html"])
def test_its_figures_come_from_the_programme(crosp: Any, memo: Path, form: str) -> None:
    assert re.findall(r"\b(?:79|144|61|74)\b", memo.read_text("utf-8")) == []
    out = " ".join(crosp("render", memo, "--format", form, "-o", "-", *DAY).out.split())
    out = re.sub("</?span[^>]*>", "", out).replace("\u00a0", " ")
    assert "79 av 144 grundskolor i Exempellän (55 %) hade genomfört det 2023-12-31." in out
    assert "Ytterligare 12 var anmälda den 2024-06-14" in out
    assert "61 av 79 svarade. Egna uppgifter." in out


def test_when_the_programme_changes_so_does_the_memo(crosp: Any, here: Any) -> None:
    text = (here.path / "uss.yaml").read_text("utf-8")
    here.write("uss.yaml", text.replace("number: 79, of: 144", "number: 80, of: 144"))
    out = crosp("render", "memo.yaml", "--format", "markdown", "-o", "-", *DAY, cwd=here.path).out
    assert "80 av 144" in out
    assert "79 av 144" not in out


@pytest.mark.parametrize(
    ("dated", "asked", "shown"),
    [
        ("date: 2024-09-01", (), "2024-09-01"),
        ("date: 2024-09-01", ("--today", "2026-11-28"), "2026-11-28"),
        ("", ("--today", "2026-11-28"), "2026-11-28"),
        ("date: 2999-01-01", (), "2026-11-28"),  # no later than the day it is printed
    ],
)
def test_it_shows_how_things_stood_on_its_own_day(
    crosp: Any, here: Any, dated: str, asked: tuple[str, ...], shown: str
) -> None:
    here.write("memo.yaml", f"format: crosp-memo/1\ntitle: Svar\n{dated}\nprogrammes: [uss]\n")
    run = ("render", "memo.yaml", "--format", "markdown", "-o", "-", "--lang", "en", *asked)
    out = crosp(*run, cwd=here.path, env={"SOURCE_DATE_EPOCH": "1795824000"}).out
    assert f"the competence programme, as of {shown}" in out
    assert ("12 more were registered" in out) == (shown == "2026-11-28")
    assert ("12 more are registered" in out) == (shown == "2024-09-01")
    assert ("| 2025-05-30 | **overdue**" in out) == (shown == "2026-11-28")


def test_an_answer_of_a_later_day_is_not_shown(crosp: Any, here: Any) -> None:
    out = crosp("render", "memo.yaml", "--format", "markdown", "-o", "-", "--today", "2024-08-29", cwd=here.path).out
    assert out.count("The answer is of 2024-08-30, a later day, and is not shown.") == 3
    assert "Rektorerna uppger" not in out


def test_a_programme_that_is_not_there_is_said(crosp: Any, here: Any) -> None:
    here.write("memo.yaml", "format: crosp-memo/1\ntitle: Svar\nprogrammes: [ess]\n")
    result = crosp("render", "memo.yaml", "-o", "-", "--lang", "en", cwd=here.path)
    assert (result.status, result.out) == (2, "")
    assert "rests on the programme ess, which is not in the project. These are: uss." in result.err
    assert "memo.yaml:3:14: CR907" in crosp("validate", ".", cwd=here.path).out
    assert "CR907" not in crosp("validate", "memo.yaml", cwd=here.path).out


def test_of_a_programme_that_cannot_be_read_nobody_says_that_it_is_not_there(crosp: Any, here: Any) -> None:
    text = (here.path / "uss.yaml").read_text("utf-8")
    for broken in (text.replace("programme/1", "programme/2"), text.replace("name:", "  name:")):
        here.write("uss.yaml", broken)
        assert "CR907" not in crosp("validate", ".", cwd=here.path).out
        for command in (("render", "memo.yaml", "-o", "-"), ("programme", "uss.yaml")):
            result = crosp(*command, "--lang", "en", cwd=here.path)
            assert result.status in (1, 2)
            assert "uss.yaml:" in result.out + result.err


def test_a_name_that_two_programmes_have_is_said(crosp: Any, here: Any) -> None:
    here.write("copy.yaml", (here.path / "uss.yaml").read_text("utf-8"))
    result = crosp("render", "memo.yaml", "-o", "-", "--lang", "en", cwd=here.path)
    assert (result.status, result.out) == (2, "")
    assert "More than one programme is called uss: copy.yaml, uss.yaml." in result.err
    assert "uss.yaml:3:5: CR1014" in crosp("validate", ".", cwd=here.path).out


def test_a_memo_that_rests_on_nothing_is_said(crosp: Any, here: Any) -> None:
    here.write("memo.yaml", "format: crosp-memo/1\ntitle: Svar\n")
    result = crosp("render", "memo.yaml", "-o", "-", "--lang", "en", cwd=here.path)
    assert (result.status, result.out) == (2, "")
    assert "rests on nothing" in result.err


def test_it_may_rest_on_both(crosp: Any, here: Any) -> None:
    here.assessment()
    basis = "assessments: [{unit: ekskolan, level: school, occasion: 2026-ht}]\n"
    here.write("memo.yaml", f"format: crosp-memo/1\ntitle: Svar\nprogrammes: [uss]\n{basis}")
    out = crosp("render", "memo.yaml", "--format", "markdown", "-o", "-", *DAY, cwd=here.path).out
    assert "79 av 144" in out
    assert "Vad kartläggningen visar" in out


def test_what_it_names_twice_it_rests_on_once(crosp: Any, here: Any) -> None:
    here.assessment()
    basis, said = "{unit: ekskolan, level: school, occasion: 2026-ht}", "format: crosp-memo/1\ntitle: Svar\n"
    outs = []
    for times in (1, 3):
        bases, programmes = ", ".join([basis] * times), ", ".join(["uss"] * times)
        here.write("memo.yaml", f"{said}programmes: [{programmes}]\nassessments: [{bases}]\n")
        outs.append(crosp("render", "memo.yaml", "--format", "markdown", "-o", "-", *DAY, cwd=here.path).out)
    assert outs[0] == outs[1] != ""


def test_a_template_of_ones_own_has_the_programme(crosp: Any, here: Any) -> None:
    here.write("own.md.j2", "{% for one in memo.programmes %}{{ one.coverage }}{% endfor %}")
    result = crosp("render", "memo.yaml", "--template", "own.md.j2", "-o", "-", *DAY, cwd=here.path)
    assert (result.status, result.err) == (0, "")
    assert "79 av 144" in result.out


class TestBegun:
    @pytest.mark.parametrize("language", ["sv", "en"])
    def test_a_new_programme_holds_and_says_what_to_write(self, crosp: Any, folder: Any, language: str) -> None:
        folder.project(language=language)
        made = crosp("new", "programme", "--date", "2026-11-22", cwd=folder.path)
        assert made.status == 0
        text = (folder.path / "programme.yaml").read_text("utf-8")
        assert text.count("# ") > 20
        assert "{" not in "".join(line for line in text.splitlines() if not line.startswith("#"))
        checked = crosp("validate", "programme.yaml", "--lang", "en", cwd=folder.path)
        assert (checked.status, checked.out.count("CR")) == (0, 0)
        assert crosp("programme", cwd=folder.path).status == 0
        assert crosp("new", "programme", "--date", "2027-01-01", cwd=folder.path).status == 2

    def test_a_new_programme_names_its_framework_whatever_the_version_is_called(
        self, crosp: Any, folder: Any, examples: Path
    ) -> None:
        shutil.copytree(examples / "other-framework", folder.path, dirs_exist_ok=True)
        head = (folder.path / "framework" / "framework.yaml").read_text("utf-8")
        folder.write("framework/framework.yaml", re.sub("(?m)^version: .*", 'version: "1 # second"', head))
        assert crosp("new", "programme", cwd=folder.path).status == 0
        assert 'framework: "inclusion-walk@1 # second"\n' in (folder.path / "programme.yaml").read_text("utf-8")

    def test_a_new_programme_is_called_by_its_name(self, crosp: Any, folder: Any) -> None:
        folder.project()
        for name in ("uss", "npf"):
            assert crosp("new", "programme", "--name", name, cwd=folder.path).status == 0
            assert f"\nid: {name}\n" in (folder.path / "programme" / f"{name}.yaml").read_text("utf-8")
        assert crosp("validate", ".", cwd=folder.path).status == 0

    def test_a_memo_begun_from_a_programme_has_no_figure_and_prints_them_all(self, crosp: Any, here: Any) -> None:
        made = crosp("new", "memo", "--from", "uss.yaml", "--name", "svar", "--date", "2024-09-01", cwd=here.path)
        assert made.status == 0
        text = (here.path / "memo" / "svar.yaml").read_text("utf-8")
        assert "title: Follow-up of the competence programme Utredning om särskilt stöd\n" in text
        assert "programmes: [uss]\n" in text
        assert "Hur följs programmet upp?" in text
        assert re.findall(r"\b(?:79|144|61|74|12)\b", text) == []
        out = crosp("render", "memo/svar.yaml", "--format", "markdown", "-o", "-", *DAY, cwd=here.path).out
        assert "79 av 144" in out
        assert out.count("\\[") >= 6  # what only the official can write is asked for

    def test_a_memo_begun_in_swedish_is_in_swedish(self, crosp: Any, here: Any) -> None:
        here.project(language="sv")
        (here.path / "memo.yaml").unlink()
        made = crosp("new", "memo", "--from", "uss.yaml", "--date", "2024-09-01", "--lang", "en", cwd=here.path)
        assert made.status == 0
        text = (here.path / "memo.yaml").read_text("utf-8")
        assert "title: Uppföljning av kompetensprogrammet Utredning om särskilt stöd\n" in text
        assert "# Programmets egna svar på de här frågorna kommer efter det:" in text

    def test_a_memo_takes_the_programme_at_its_word_and_tells_of_personal_data(self, crosp: Any, here: Any) -> None:
        text = (here.path / "uss.yaml").read_text("utf-8")
        text = re.sub("(?m)^name: .*", 'name: "Kurs {questions}"', text)
        here.write("uss.yaml", text.replace("Hur följs programmet upp?", 'Vet "anna.berg@skola.se" det?'))
        result = crosp("new", "memo", "--from", "uss.yaml", "--name", "svar", "--lang", "en", cwd=here.path)
        assert result.status == 0
        assert "this looks like personal data" in " ".join(result.err.split())
        made = (here.path / "memo" / "svar.yaml").read_text("utf-8")
        assert 'title: "Follow-up of the competence programme Kurs {questions}"\n' in made

    def test_a_memo_of_its_own(self, crosp: Any, folder: Any) -> None:
        folder.project()
        assert crosp("new", "memo", cwd=folder.path).status == 0
        assert "CR908" in crosp("validate", "memo.yaml", cwd=folder.path).out

    @pytest.mark.parametrize(
        ("arguments", "said"),
        [
            (("programme", "--from", "uss.yaml"), "--from begins a memo, and no programme"),
            (("2026-ht", "--from", "uss.yaml"), "crosp new memo --from PROGRAMME"),
            (("memo", "--from", "nothing.yaml"), "nothing.yaml"),
            (("memo", "--from", "crosp.yaml"), "There is no programme"),
        ],
    )
    def test_what_it_cannot_begin_from_is_said(self, crosp: Any, here: Any, arguments: Any, said: str) -> None:
        before = here.files()
        result = crosp("new", *arguments, "--lang", "en", cwd=here.path)
        assert (result.status, result.out) == (2, "")
        assert said in result.err
        assert here.files() == before
