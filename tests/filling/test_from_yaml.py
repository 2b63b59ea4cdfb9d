"""Answers from the file that the page gives."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from crosp_cli.filling.from_yaml import filled
from crosp_cli.reading.workspace import Workspace

PAGE = """\
# crosp-form: measures that were there:
format: crosp-assessment/1
framework: spsm-crosp@2024
unit: ekskolan
level: school
occasion: 2026-ht
date: 2026-10-15
cells:
  participation:
    governance:
      need:
        analysis: "Nej # ingen kommentar"
"""


@pytest.mark.parametrize(
    ("content", "comments"),
    [
        (PAGE, {}),
        (PAGE.replace("there:\n", "there:\n# crosp-form: what stood there: cells/a/b/need/target=abcdefghijkl\n"), {}),
        (f"{PAGE}# Fråga skolan\n", {13: "# Fråga skolan"}),
        (PAGE.replace("ht\n", "ht  # eller vt\n"), {6: "# eller vt"}),
        (f"# yaml-language-server: $schema=a.json\n{PAGE.partition(chr(10))[2]}#\n", {13: "#"}),
    ],
    ids=["as it was", "with signs", "below", "beside", "an assessment"],
)
def test_comments_in_a_file_are_known_by_their_lines(content: str, comments: dict[int, str]) -> None:
    framework = Workspace().context_in(Path()).framework
    assert framework is not None
    found = filled(content.encode(), "svar.yaml", framework, "sv")
    assert (len(found.answers), found.findings, found.notices) == (1, (), ())
    assert found.comments == comments


def test_what_an_older_framework_left_behind_is_told_of() -> None:
    framework = Workspace().context_in(Path()).framework
    assert framework is not None
    found = filled(f"{PAGE}kept_from: {{an-older@1: {{cell: Några ord}}}}\n".encode(), "svar.yaml", framework, "sv")
    assert [one.partition(".yaml")[0] for one in found.notices] == ["svar"]
    assert "kept_from" in found.notices[0]


def test_a_measure_that_the_page_knew_in_another_place_is_not_made_anew(
    crosp: Callable[..., Any], tmp_path: Path
) -> None:
    measure = "      measures:\n        - id: prova\n          what: Prova\n"
    (tmp_path / "a.yaml").write_text(f"{PAGE}    quality:\n{measure}", "utf-8")
    answers = PAGE.replace("there:\n", "there: prova\n").replace("Nej # ingen kommentar", "Ett svar")
    (tmp_path / "svar.yaml").write_text(f"{answers}{measure}          due: 2027-01-01\n", "utf-8")
    told = crosp("import", "svar.yaml", "--into", "a.yaml", "--lang", "en", "--yes", cwd=tmp_path)
    assert (told.status, told.out.count("Is not brought in."), told.out.count("2027-01-01")) == (1, 1, 1)
    after = (tmp_path / "a.yaml").read_text("utf-8")
    assert ("Ett svar" in after, after.count("Prova")) == (True, 1)


def test_a_measure_that_was_copied_in_the_file_is_a_new_one(crosp: Callable[..., Any], tmp_path: Path) -> None:
    measure = "      measures:\n        - id: prova\n          what: Prova\n"
    (tmp_path / "a.yaml").write_text(f"{PAGE}{measure}", "utf-8")
    copied = f"{measure}        - id: prova\n          what: Prova mer\n"
    (tmp_path / "svar.yaml").write_text(PAGE.replace("there:\n", "there: prova\n") + copied, "utf-8")
    assert crosp("import", "svar.yaml", "--into", "a.yaml", "--yes", cwd=tmp_path).status == 0
    expected = copied.replace("- id: prova\n          what: Prova mer", "- id: prova-2\n          what: Prova mer")
    assert (tmp_path / "a.yaml").read_text("utf-8") == f"{PAGE}{expected}"


def test_a_new_measure_that_says_the_same_as_one_that_was_there_is_another_one(
    crosp: Callable[..., Any], tmp_path: Path
) -> None:
    measure = "        - id: {}\n          what: Prova\n          responsible: {}\n"
    before = f"{PAGE}      measures:\n{measure.format('prova', 'rektor')}"
    (tmp_path / "a.yaml").write_text(before, "utf-8")
    answers = f"{PAGE}      measures:\n{measure.format('prova-2', 'kurator')}".replace("there:\n", "there: prova\n")
    (tmp_path / "svar.yaml").write_text(answers, "utf-8")
    for _time in range(2):
        assert crosp("import", "svar.yaml", "--into", "a.yaml", "--yes", cwd=tmp_path).status == 0
        assert (tmp_path / "a.yaml").read_text("utf-8") == before + measure.format("prova-2", "kurator")


@pytest.mark.parametrize("there", ["prova", ""])  # or brought in before, and answered by somebody else since
def test_what_was_written_where_nothing_stood_when_the_page_was_made_is_told(
    crosp: Callable[..., Any], tmp_path: Path, there: str
) -> None:
    measure = "      measures:\n        - id: prova\n          what: Prova\n"
    said = "          responsible: {}\n"
    newer = PAGE.partition("\n")[2].replace("Nej # ingen kommentar", "Någon annans")
    (tmp_path / "a.yaml").write_text(newer + measure + said.format("kurator"), "utf-8")
    answers = PAGE.replace("there:\n", f"there: {there}".rstrip() + "\n")
    (tmp_path / "svar.yaml").write_text(answers + measure + said.format("rektor"), "utf-8")
    told = crosp("import", "svar.yaml", "--into", "a.yaml", "--lang", "en", cwd=tmp_path)
    assert ("2 fields change." in told.out, told.out.count("was written after the form was made")) == (True, 2)
    (tmp_path / "svar.yaml").write_text(answers.partition("\n")[2] + measure + said.format("rektor"), "utf-8")
    told = crosp("import", "svar.yaml", "--into", "a.yaml", "--lang", "en", cwd=tmp_path)
    assert ("2 fields change." in told.out, "was written after the form was made" in told.out) == (True, False)


@pytest.mark.parametrize(
    "changed",
    [
        lambda text: f"# Ifylld på mötet\n{text}",
        lambda text: f"\n\n{text}",
        lambda text: f"---\n{text}",
        lambda text: f"  {text}",
        lambda text: text.replace("there:\n", "there: \t\n"),
        lambda text: text.replace("\n", "\r\n"),
    ],
    ids=["a comment", "empty lines", "a mark of YAML", "spaces before", "spaces after", "Windows"],
)
def test_what_an_editor_does_to_the_first_lines_changes_nothing(
    crosp: Callable[..., Any], tmp_path: Path, changed: Callable[[str], str]
) -> None:
    measure = "      measures:\n        - id: prova\n          what: {}\n          responsible: {}\n"
    before = PAGE.partition("\n")[2] + measure.format("Prova mer", "kurator")
    (tmp_path / "a.yaml").write_text(before, "utf-8")
    (tmp_path / "svar.yaml").write_bytes(changed(PAGE + measure.format("Prova", "rektor")).encode())
    assert crosp("import", "svar.yaml", "--into", "a.yaml", "--yes", cwd=tmp_path).status == 0
    new = measure.format("Prova", "rektor").partition("\n")[2].replace("prova", "prova-2")
    assert (tmp_path / "a.yaml").read_text("utf-8") == before + new


@pytest.mark.parametrize("more", ["", "        - {id: prova-2, what: Gå ut, responsible: alla}\n"])
def test_a_new_measure_never_gets_a_name_that_the_form_has_for_another_one(
    crosp: Callable[..., Any], tmp_path: Path, more: str
) -> None:
    """Its own name is taken, and the one that would be next was there when the form was made and is not any more."""
    measure = "        - id: prova\n          what: {}\n"
    before = f"{PAGE}      measures:\n{measure.format('Prova mer')}"
    (tmp_path / "a.yaml").write_text(before, "utf-8")
    answers = f"{PAGE}      measures:\n{measure.format('Prova')}{more}".replace("there:\n", "there: prova-2\n")
    (tmp_path / "svar.yaml").write_text(answers, "utf-8")
    for _time in range(2):
        told = crosp("import", "svar.yaml", "--into", "a.yaml", "--lang", "en", "--yes", cwd=tmp_path)
        assert (told.status, "Gå ut" in told.out) == (1 if more else 0, bool(more))
        new = measure.format("Prova").replace("prova", "prova-3")
        assert (tmp_path / "a.yaml").read_text("utf-8") == before + new


def test_a_name_that_is_as_long_as_one_may_be_is_followed_by_one_as_long(
    crosp: Callable[..., Any], tmp_path: Path
) -> None:
    name = "a" * 61 + "-bc"
    measure = "        - id: {}\n          what: {}\n"
    before = f"{PAGE}      measures:\n{measure.format(name, 'Prova mer')}"
    (tmp_path / "a.yaml").write_text(before, "utf-8")
    (tmp_path / "svar.yaml").write_text(f"{PAGE}      measures:\n{measure.format(name, 'Prova')}", "utf-8")
    assert crosp("import", "svar.yaml", "--into", "a.yaml", "--yes", cwd=tmp_path).status == 0
    new = measure.format("a" * 61 + "-2", "Prova")
    assert (tmp_path / "a.yaml").read_text("utf-8") == before + new
