"""Answers from the file that the page gives."""

from pathlib import Path

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
