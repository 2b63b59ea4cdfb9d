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
    ("content", "told"),
    [
        (PAGE, ()),
        (f"{PAGE}# Fråga Kim\n", ("svar.yaml: kommentarer förs inte in (rader: 13).",)),
        (PAGE.replace("ht\n", "ht  # eller vt\n"), ("svar.yaml: kommentarer förs inte in (rader: 6).",)),
        (PAGE.partition("\n")[2] + "# Fråga Kim\n", ()),
    ],
    ids=["as it was", "below", "beside", "an assessment"],
)
def test_comments_in_the_file_of_the_page_are_told_of(content: str, told: tuple[str, ...]) -> None:
    framework = Workspace().context_in(Path()).framework
    assert framework is not None
    found = filled(content.encode(), "svar.yaml", framework, "sv")
    assert (len(found.answers), found.findings) == (1, ())
    assert tuple(one.partition(" Skriv")[0] for one in found.notices) == told
    assert "Kim" not in "".join(found.notices)
