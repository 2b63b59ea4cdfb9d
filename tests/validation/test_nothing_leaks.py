"""Whatever a finding is about: no output repeats personal data, and none for CI a name of the user's."""

import re
import shutil
from pathlib import Path
from shutil import copytree
from typing import Any

import pytest

from crosp_cli.cli.console import print_message
from crosp_cli.findings import Finding, Location
from crosp_cli.reading.rules.of_reading import DUPLICATE_KEY
from crosp_cli.validation.file_checker import with_text_checks

NUMBER = "20140305-2382"
FORMATS = ("text", "json", "github", "gitlab", "sarif", "junit")
IN_CI = FORMATS[2:]
HEAD = """\
format: crosp-assessment/1
framework: spsm-crosp@2024
unit: ekskolan
level: school
occasion: 2026-ht
date: 2026-10-15
"""
every_format = pytest.mark.parametrize("form", FORMATS)


def project(unit: str, framework: str = "spsm-crosp@2024") -> str:
    organiser = "organiser: {id: exempel, name: Exempel, type: municipal}"
    units = f"units: [{{id: {unit}, name: Namn {unit}, school_forms: [grundskola]}}]"
    return f"format: crosp-project/1\nframework: {framework}\n{organiser}\n{units}\n"


def nothing_of_it(result: Any) -> None:
    assert "2382" not in result.out + result.err


def validated(crosp: Any, path: Path, form: str) -> Any:
    result = crosp("validate", ".", "--format", form, "--lang", "en", cwd=path)
    nothing_of_it(result)
    return result


def test_a_message_repeats_nothing_whoever_wrote_it(capsys: pytest.CaptureFixture[str]) -> None:
    print_message(f"written: elev-{NUMBER}.html\n  crosp render a.yaml --today 2026-10-15")
    assert capsys.readouterr().err == "written: elev-….html\n  crosp render a.yaml --today 2026-10-15\n"


@every_format
@pytest.mark.parametrize(
    "crosp_yaml",
    [
        f"format: crosp-project/1\nframework: {NUMBER}\n",
        f"format: crosp-project/1\n{NUMBER}: 1\nframework: [20140305, {NUMBER}]\n",
        f"format: crosp-project/1\nlanguage: {NUMBER}\nframework: spsm-crosp@2024\n",
        f"format: crosp-project/1\na: [{NUMBER}\nb: '{NUMBER}\n",
        f"format: something\na: {NUMBER}\n",
        f'format: crosp-project/1\n"20140305\\n\\n-2382": 1\nframework: {NUMBER}\n',
    ],
)
def test_a_crosp_yaml_that_does_not_hold_is_searched(crosp: Any, tmp_path: Path, form: str, crosp_yaml: str) -> None:
    (tmp_path / "crosp.yaml").write_text(crosp_yaml)
    (tmp_path / "a.yaml").write_text(HEAD + "cells: {}\n")
    assert "CR801" in validated(crosp, tmp_path, form).out


@every_format
def test_names_in_crosp_yaml(crosp: Any, folder: Any, form: str) -> None:
    folder.write("crosp.yaml", project(f"elev-{NUMBER}"))
    folder.write("a.yaml", HEAD + "cells: {}\n")
    out = validated(crosp, folder.path, form).out
    assert "CR701" in out
    assert "CR801" in out


@pytest.mark.parametrize("form", IN_CI)
def test_ci_repeats_no_name_of_the_users(crosp: Any, folder: Any, form: str) -> None:
    folder.write("crosp.yaml", project("hemliga-skolan"))
    folder.write("a.yaml", HEAD + "cells: {}\n")
    out = validated(crosp, folder.path, form).out
    assert "CR701" in out
    assert "hemlig" not in out


@pytest.mark.parametrize("form", IN_CI)
def test_ci_repeats_no_name_of_the_users_framework(crosp: Any, folder: Any, own: Path, form: str) -> None:
    for file in own.iterdir():
        file.write_text(file.read_text().replace("welcome", "hemligt"))
    folder.write("a.yaml", OWN + "cells: {no-such-row: {}}\n")
    folder.write("b.yaml", OWN.replace("inclusion-walk@2", "annat@1").replace("2026-ht", "2027-ht") + "cells: {}\n")
    out = validated(crosp, folder.path, form).out
    assert "CR1" in out
    assert "hemligt" not in out
    assert "inclusion-walk@" not in out


@pytest.mark.parametrize("form", FORMATS)
def test_ci_repeats_no_title_of_the_users_framework(crosp: Any, folder: Any, own: Path, form: str) -> None:
    for name in ("framework", "areas", "principles"):
        file = own / f"{name}.yaml"
        file.write_text(re.sub(r"title: {en: ", "title: {en: Hemligt ", file.read_text()))
    head = own / "framework.yaml"
    text = head.read_text().replace("languages: [en, fr]", "languages: [en, fr, hemligt]")
    text = text.replace("Families, fr: Familles}", "Families, fr: Familles}, expected_at: [school]")
    text = text.replace("id: preventive\n", "id: preventive\n    not_alone: true\n")
    head.write_text(text)
    folder.write("a.yaml", OWN + ON_MANY_RULES)
    out = validated(crosp, folder.path, form).out
    assert all(code in out for code in ("CR201", "CR205", "CR407", "CR602"))
    assert ("hemligt" in out.lower()) is (form not in IN_CI)


OWN = HEAD.replace("spsm-crosp@2024", "inclusion-walk@2")
ON_MANY_RULES = """\
cells:
  welcome:
    knowledge: {}
    everyday-practice:
      measures:
        - {id: a, what: Meet., orientation: preventive, collaboration: {with: [health service]}}
        - {id: b, what: Meet., orientation: preventive, collaboration: {with: [health service]}}
"""


@pytest.fixture
def own(folder: Any) -> Path:
    """A framework of the project's own, in which there is nothing to find."""
    source = Path(__file__).parents[1] / "frameworks/inclusion-walk-2"
    path: Path = folder.path / "framework"
    shutil.copytree(source, path)
    folder.write("crosp.yaml", project("ekskolan", "./framework"))
    return path


@every_format
@pytest.mark.parametrize("name", ["framework", "principles", "areas", "questions", "references", "glossary"])
def test_every_file_of_a_framework_is_searched(crosp: Any, own: Path, form: str, name: str) -> None:
    file = own / f"{name}.yaml"
    file.write_text(f"{file.read_text()}# Elev {NUMBER}\n")
    out = validated(crosp, own.parent, form).out
    assert "CR801" in out
    if form == "text":
        assert out.count("CR801") == 1
        assert f"framework/{name}.yaml" in out


@every_format
def test_a_framework_that_no_project_uses_is_searched(crosp: Any, own: Path, form: str) -> None:
    (own.parent / "crosp.yaml").unlink()
    (own / "areas.yaml").write_text(f"{(own / 'areas.yaml').read_text()}# Elev {NUMBER}\n")
    assert "CR801" in validated(crosp, own.parent, form).out


@every_format
@pytest.mark.parametrize("name", [f"elev {NUMBER}.yaml", f"elev-{NUMBER}/a.yaml", f"{NUMBER}.yaml"])
def test_the_names_of_files(crosp: Any, folder: Any, form: str, name: str) -> None:
    folder.project()
    folder.write(name, HEAD + "cells: {}\n")
    out = validated(crosp, folder.path, form).out
    assert "CR801" in out
    if form == "text":
        assert "…" in out
        assert "name" in out.replace("crosp.yaml", "")


@every_format
def test_a_name_that_another_finding_repeats(crosp: Any, folder: Any, form: str) -> None:
    folder.project()
    folder.write(f"{NUMBER}.yaml", HEAD + "cells: {}\n")
    folder.write("a.yaml", HEAD + "cells: {}\n")
    folder.write("b.yaml", HEAD + "cells: {}\n")
    assert "CR702" in validated(crosp, folder.path, form).out


@pytest.mark.parametrize("command", ["analyse", "compare", "follow-up"])
def test_other_commands_that_show_what_does_not_hold(crosp: Any, folder: Any, command: str) -> None:
    folder.project()
    folder.write("a.yaml", HEAD.replace("2026-10-15", NUMBER) + "cells: {}\n")
    result = crosp(command, ".", cwd=folder.path)
    assert result.status != 0
    nothing_of_it(result)


CELL = "cells: {funding: {quality: {measures: [{id: a, what: Ett möte., responsible: rektor}]}}}\n"


@pytest.mark.parametrize(
    "command",
    [
        "validate {}/nothing.yaml",
        "validate {} --format json",
        "analyse {}/a.yaml --format json",
        "analyse {}/nothing.yaml",
        "compare {}/a.yaml {}/b.yaml",
        "follow-up {} --format json",
        "follow-up {}/nothing.yaml",
        "migrate {} --format json",
        "migrate {}",
        "migrate {}/nothing",
        "new 2027-ht --unit ekskolan --level school",
        "new 2027-ht --unit ekskolan --level school {}/nothing",
        "render {}/a.yaml -o {}/a.html",
        "render {}/a.yaml -o {}/nothing/a.html",
        "render {}/a.yaml -o {}/a.yaml",
        "render {}/a.yaml -o 2014.03.05-2382",
        "render {} --all -o {}/out",
        "render {}/a.yaml --template {}/nothing.md.j2",
        "template copy report.md {}/report.md.j2",
        "template copy report.md {}/report.html.j2",
        "schema --write {}",
        "init {}/new",
    ],
)
def test_no_command_repeats_the_name_of_a_file(crosp: Any, folder: Any, command: str) -> None:
    folder.project()
    name = f"elev-{NUMBER}"
    folder.write(f"{name}/a.yaml", HEAD + CELL)
    folder.write(f"{name}/b.yaml", HEAD.replace("2026", "2025") + CELL)
    result = crosp(*command.format(*[name] * 2).split(), cwd=folder.path)
    assert result.status in (0, 1, 2)
    assert result.out + result.err
    nothing_of_it(result)


def test_a_line_on_a_terminal(crosp_terminal: Any, folder: Any) -> None:
    folder.project()
    folder.write("a.yaml", HEAD.replace("school\n", f"skola  # Elev {NUMBER}\n") + "cells: {}\n")
    for command in (["validate", "."], ["analyse", "."]):
        terminal = crosp_terminal(*command, cwd=folder.path)
        assert terminal.end() == 1
        assert "a.yaml:4" in terminal.shown
        assert "2382" not in terminal.shown


@every_format
def test_a_name_in_the_users_framework(crosp: Any, folder: Any, own: Path, form: str) -> None:
    """What is wrong in a framework is told of beside the names there, also where its file is read by itself."""
    head = own / "framework.yaml"
    head.write_text(head.read_text().replace("source: inclusion-walk", "source: Elin Ek i 4B"))
    folder.write("a.yaml", OWN + "cells: {}\n")
    out = validated(crosp, folder.path, form).out
    assert "CR805" in out
    assert "Elin" not in out


def test_no_command_repeats_the_name_of_a_folder(crosp: Any, folder: Any) -> None:
    folder.write(f"{NUMBER}/crosp.yaml", project("ekskolan"))
    folder.write(f"{NUMBER}/a.yaml", HEAD + "cells: {}\n")
    folder.write(f"{NUMBER}/b.yaml", HEAD.replace("2026", "2027") + "cells: {}\n")
    one = "{id: a, title: A, status: ongoing, with: [{organisation: b}]}"
    register = f"format: crosp-collaborations/1\ndate: 2026-10-15\ncollaborations: [{one}]\n"
    folder.write(f"{NUMBER}/register.yaml", register)
    for arguments in (
        ("compare", f"{NUMBER}/a.yaml", f"{NUMBER}/b.yaml"),
        ("collaborations", ".", "--format", "json"),
        ("analyse", ".", "--format", "json"),
        ("follow-up", ".", "--format", "json"),
    ):
        result = crosp(*arguments, cwd=folder.path)
        assert result.status == 0, result
        assert NUMBER not in result.out + result.err


def test_a_form_says_first_what_it_shows_of_the_time_before(crosp: Any, folder: Any) -> None:
    folder.write("crosp.yaml", project("ekskolan"))
    said = f"cells: {{shared-direction: {{funding: {{current_state: {{reflection: Ring {NUMBER}}}}}}}}}\n"
    folder.write("b.yaml", HEAD.replace("2026", "2025") + said)
    folder.write("a.yaml", HEAD + "cells: {shared-direction: {funding: {}}}\n")
    result = crosp("form", "a.yaml", "-o", "-", "--lang", "en", cwd=folder.path)
    assert NUMBER in result.out
    assert "b.yaml:7: this looks like personal data." in result.err


MEASURES = "cells: {shared-direction: {funding: {measures: [{id: m, what: X, responsible: %s, scope: organisation, "
MEASURES += "orientation: preventive, status: %s, due: 2027-05-31, collaboration: {entry: a}}]}}}\n"
ENTRY = "collaboration: {entry: a}"
REGISTER = "format: crosp-collaborations/1\ndate: 2026-10-15\ncollaborations:\n  - {id: a, title: %s, status: ongoing, "
REGISTER += "with: [{organisation: b}], purpose: C}\n"


@pytest.mark.parametrize(
    ("command", "place"),
    [
        (("analyse", "a.yaml"), "crosp.yaml:4"),
        (("compare", "b.yaml", "a.yaml"), "crosp.yaml:4"),
        (("form", "a.yaml", "-o", "-"), "crosp.yaml:4"),
        (("form", "--level", "school", "-o", "-"), "crosp.yaml:4"),
        (("render", "a.yaml", "-o", "-"), "crosp.yaml:4"),
        (("render", "--all", "-o", "reports"), "crosp.yaml:4"),
        (("programme", "p.yaml", "--full"), "crosp.yaml:4"),
        (("schema",), "crosp.yaml:4"),
        (("render", "a.yaml", "-o", "-"), "register.yaml:4"),
        (("render", "--all", "-o", "reports"), "register.yaml:4"),
        (("follow-up", "--full"), "b.yaml:7"),
        (("collaborations", "--full"), "c.yaml:7"),
        (("collaborations", "--format", "json"), "c.yaml:7"),
        (("import", ".in/c.yaml", "--into", "a.yaml"), "a.yaml:7"),
    ],
)
def test_whatever_file_it_stands_in_what_is_shown_is_told_of(
    crosp: Any, folder: Any, command: tuple[str, ...], place: str
) -> None:
    def text(name: str, plain: str) -> str:
        return f"{plain} {NUMBER}" if place.startswith(name) else plain

    folder.write("crosp.yaml", project("ekskolan").replace("Namn ekskolan", text("crosp", "Namn")))
    folder.write("a.yaml", HEAD + MEASURES % (text("a", "rektor"), "planned"))
    folder.write("b.yaml", HEAD.replace("2026", "2025") + MEASURES % (text("b", "kurator"), "planned"))
    folder.write("register.yaml", REGISTER % text("register", "Titel"))
    programme = "{format: crosp-programme/1, id: p, name: Kurs, framework: spsm-crosp@2024, aim: A, target_group: B, "
    programme += "compulsory: yes, start: 2026-01-01, units: [{unit: ekskolan, registered: 2026-02-01}]}"
    folder.write("p.yaml", programme)
    if place.startswith("c."):
        partner = f"collaboration: {{with: [{text('c', 'habiliteringen')}]}}"
        folder.write(
            "c.yaml", HEAD.replace("2026", "2027") + (MEASURES % ("rektor", "planned")).replace(ENTRY, partner)
        )
    folder.write(".in/c.yaml", HEAD + MEASURES % ("kurator", "planned"))
    result = crosp(*command, "--lang", "en", cwd=folder.path)
    shown = "".join(one.read_text() for one in (folder.path / "reports").glob("*.html")) + result.out
    assert NUMBER in shown
    assert f"{place}: this looks like personal data." in result.err


@pytest.mark.parametrize("command", [("show", "--full"), ("form", "--level", "school-team", "-o", "-"), ("schema",)])
def test_a_framework_of_ones_own_is_looked_through_where_it_is_shown(
    crosp: Any, folder: Any, command: tuple[str, ...]
) -> None:
    example = Path(__file__).parents[2] / "examples" / "other-framework"
    copytree(example, folder.path / "own")
    file = folder.path / "own" / "framework" / "principles.yaml"
    file.write_text(file.read_text("utf-8").replace("en: Looking back", f"en: Looking {NUMBER}"), "utf-8")
    result = crosp(*command, "--lang", "en", cwd=folder.path / "own")
    assert NUMBER in result.out
    assert "this looks like personal data." in result.err
    explained = crosp("explain", "CR402", "--lang", "en", cwd=folder.path / "own")
    assert "framework/principles.yaml" in explained.err
    copied = crosp("init", "new", "--framework", "own/framework", "--lang", "en", cwd=folder.path)
    assert "new/framework/principles.yaml" in copied.err.replace("written: new/framework/principles.yaml", "")


@pytest.mark.parametrize("name", ["2025-ht", "spsm-crosp@2024", "shared-direction"])
def test_a_report_says_first_what_it_shows_of_the_occasion_before(crosp: Any, folder: Any, name: str) -> None:
    folder.write("crosp.yaml", project("ekskolan"))
    cells = "cells: {shared-direction: {funding: {current_state: {reflection: So.}}}}\n"
    before = (HEAD.replace("2026", "2025") + cells).replace(name, NUMBER + "@1" * ("@" in name))
    before = before if "@" in name or name == "2025-ht" else before.replace("spsm-crosp@2024", "another@1")
    folder.write("b.yaml", before)
    folder.write("a.yaml", HEAD + cells)
    result = crosp("render", "a.yaml", "-o", "-", "--lang", "en", cwd=folder.path)
    assert NUMBER in result.out
    assert "b.yaml:" in result.err
    assert "this looks like personal data." in result.err


def test_a_template_says_first_what_it_shows_of_measures_that_are_gone(crosp: Any, folder: Any) -> None:
    folder.write("crosp.yaml", project("ekskolan"))
    cell = "cells: {shared-direction: {funding: {current_state: {reflection: So.}"
    folder.write("b.yaml", f"{HEAD.replace('2026', '2025')}{cell}, measures: [{{id: m, what: Help {NUMBER}}}]}}}}}}\n")
    folder.write("a.yaml", f"{HEAD}{cell}}}}}}}\n")
    own = "{% for each in report.since.outcomes %}{% for one in each.measures %}{{ one.what }}{% endfor %}{% endfor %}"
    folder.write("own.md.j2", own)
    result = crosp("render", "a.yaml", "--template", "own.md.j2", "-o", "-", "--lang", "en", cwd=folder.path)
    assert NUMBER in result.out
    assert "b.yaml:" in result.err
    assert "this looks like personal data." in result.err


@pytest.mark.parametrize("form", ["text", "json", "markdown"])
def test_a_comparison_says_first_what_it_shows_of_the_occasions_before(crosp: Any, folder: Any, form: str) -> None:
    folder.write("crosp.yaml", project("ekskolan"))
    cells = "cells: {shared-direction: {funding: {current_state: {reflection: So., rating: 1}}}}\n"
    for name, year in (("a", "2024"), ("b", "2025"), ("c", "2026")):
        before = (HEAD.replace("2026", year) + cells).replace("2024-ht", NUMBER)
        folder.write(f"{name}.yaml", before)
    result = crosp("compare", "--full", "--format", form, "--lang", "en", cwd=folder.path)
    assert NUMBER in result.out
    assert "a.yaml:" in result.err
    assert "this looks like personal data." in result.err


@pytest.mark.parametrize("form", ["text", "json"])
def test_what_a_migration_says_is_told_of_and_its_names_are_not_repeated(
    crosp: Any, folder: Any, own: Path, form: str
) -> None:
    said = own / "migrations.yaml"
    older = OWN.replace("walk@2", "walk@1").replace("level: school\n", "level: school-team\n")
    row = f"cells: {{elev-{NUMBER}: {{here: {{current_state: {{reflection: So.}}}}}}}}\n"
    folder.write("a.yaml", older + row)
    folder.write("b.yaml", OWN.replace("inclusion-walk@2", f"elev-{NUMBER}@1") + row)
    folder.write("c.yaml", OWN.replace("inclusion-walk@2", f"elev-{NUMBER}@1").replace("2026-10-15", "then") + row)
    plain = crosp("migrate", "--format", form, "--lang", "en", cwd=folder.path)
    nothing_of_it(plain)
    assert (plain.status, plain.err) == (1, "")
    assert "elev-…" in plain.out
    assert "inclusion-walk@1" in plain.out
    said.write_text(said.read_text().replace("Working side by side", f"Working {NUMBER}", 1))
    told = crosp("migrate", "--format", form, "--lang", "en", cwd=folder.path)
    assert NUMBER in told.out
    assert "framework/migrations.yaml:6: this looks like personal data." in told.err


def test_who_begins_is_told_of_names_and_occasions_too(crosp: Any, folder: Any) -> None:
    result = crosp("init", "ny", "--lang", "en", "--unit", NUMBER, "--occasion", NUMBER, cwd=folder.path)
    assert result.err.count("this looks like personal data.") == 2


# --- what few people answered ---------------------------------------------------------------------------------------

HEAD_OF_RESPONSE = HEAD.replace("assessment/1", "response/1").replace(
    "date: 2026-10-15", "group: principal\nresponse: abc"
)
SLIPS = ("0: 7373 st", "0: -7373", "0: 73.73", "7373: 2", "a7373: 2", "0: 73_73", "7373: 1, 7373: 1")
CELL = "cells: {shared-direction: {funding: {current_state: {reflection: So., group_ratings: {principal: {%s}}}}}}\n"
STATE = "cells: {shared-direction: {funding: {current_state: {reflection: So., %s}}}}\n"
OUT_OF_PLACE = ("7373: 2", "group_ratings: {7373: 2}", "group_ratings: {principal 7373: 2}", "group_ratings 7373: 2")


@every_format
@pytest.mark.parametrize(
    "text",
    [
        *(HEAD + CELL % slip for slip in SLIPS),
        *(HEAD + STATE % slip for slip in OUT_OF_PLACE),
        HEAD + "participants: [{group: principal, count: 7373 st}]\n",
        HEAD + "participants: [{group: principal, count=7373}]\n",
        HEAD + "participants: [{group: principal (7373)}]\n",
        HEAD_OF_RESPONSE + "steps: {shared-direction: {funding: 7373}}\n",
        HEAD_OF_RESPONSE + "steps: {shared-direction: {funding: 7373 st}}\n",
        HEAD_OF_RESPONSE + "steps: {shared-direction: {funding 7373: }}\n",
        HEAD_OF_RESPONSE + "steps: {shared-direction: {funding: 1, 7373: 1}}\n",
    ],
)
def test_a_slip_of_the_pen_does_not_tell_what_few_answered(crosp: Any, tmp_path: Path, form: str, text: str) -> None:
    (tmp_path / "a.yaml").write_text(text)
    result = crosp("validate", ".", "--format", form, "--lang", "en", cwd=tmp_path)
    assert result.status == 1
    assert not re.search(r"\b73|73\b|7373", re.sub(r"[0-9a-f]{40,}", "", result.out + result.err))


@every_format
def test_a_step_in_words_beside_its_group_is_not_told(crosp: Any, tmp_path: Path, form: str) -> None:
    (tmp_path / "a.yaml").write_text(HEAD + STATE % "group_ratings: {principal: , Påbörjat: 3}", "utf-8")
    result = crosp("validate", ".", "--format", form, "--lang", "en", cwd=tmp_path)
    assert result.status == 1
    assert "CR106" in result.out
    assert not re.search("p.{1,6}b.{1,6}rjat", result.out + result.err, re.IGNORECASE)


def test_what_is_found_beside_a_number_or_on_the_line_after_it_shows_nothing() -> None:
    others = [Finding(DUPLICATE_KEY, Location("a.yaml", line)) for line in (1, 2, 3, 4)]
    found = with_text_checks(others, f"a: 1\nb: {NUMBER}\nc: 2\nd: 3\n", "a.yaml")
    assert [one.private for one in found] == [False, True, True, False, True]
