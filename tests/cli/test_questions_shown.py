"""A framework's questions where people meet them: the main question whole, its probes and evidence below it."""

from pathlib import Path
from typing import Any

import pytest

SCHOOL = "assessments/mill-lane/2026-autumn-school-team.yaml"
PLAIN = """\
          en: What do new learners and their families meet during their first two weeks here, and who sees to it?
"""
LISTED = """\
          en: |
            Which of these do you have today?
            - A welcome plan
            - Somebody who sees to it
"""
PROBES = """\
        probes:
          - {en: Who knows of it?, fr: Qui le sait ?}
          - {en: What have newcomers said?, fr: Qu'en ont dit les nouveaux ?}
        terms: [transition]
"""


@pytest.fixture
def other(folder: Any, examples: Path) -> Any:
    """A framework of somebody's own: one question is a list with probes, the others are plain texts."""
    for file in (examples / "other-framework").rglob("*.yaml"):
        folder.write(str(file.relative_to(examples / "other-framework")), file.read_text(encoding="utf-8"))
    text = (folder.path / "framework/questions.yaml").read_text(encoding="utf-8")
    before, plain, after = text.partition(PLAIN)
    assert plain
    after = after.replace("        terms: [transition]\n", PROBES, 1)
    folder.write("framework/questions.yaml", f"{before}{LISTED}{after}")
    return folder


def test_show(other: Any, crosp: Any) -> None:
    result = crosp("show", "arriving", "everyday-practice", "--full", "--lang", "en", cwd=other.path)
    assert result.status == 0
    assert [line.rstrip() for line in result.out.split("School team\n")[1].splitlines()[:6]] == [
        "  Which of these do you have today?",
        "  - A welcome plan",
        "  - Somebody who sees to it",
        "  – Who knows of it?",
        "  – What have newcomers said?",
        "  Evidence may be: A welcome plan and what newcomers have said about it",
    ]


def test_a_report_in_markdown(other: Any, crosp: Any) -> None:
    text = crosp("render", SCHOOL, "--format", "markdown", "-o", "-", "--lang", "en", cwd=other.path).out
    assert (
        "> **Which of these do you have today?\\\n> \\- A welcome plan\\\n> \\- Somebody who sees to it**\n"
        ">\n> - Who knows of it?\n> - What have newcomers said?\n" in text
    )


def test_a_report_as_a_page(other: Any, crosp: Any) -> None:
    text = crosp("render", SCHOOL, "--format", "html", "-o", "-", "--lang", "en", cwd=other.path).out
    assert (
        '<div class="asked"><p>Which of these do you have today?</p>\n'
        "<ul>\n<li>A welcome plan</li>\n<li>Somebody who sees to it</li>\n</ul></div>\n"
        '<div class="probes on-screen">\n<ul>\n<li class="probe"><p>Who knows of it?</p></li>\n'
        '<li class="probe"><p>What have newcomers said?</p></li>\n</ul>\n'
        "</div>\n" in text
    )


def test_a_new_assessment(other: Any, crosp: Any) -> None:
    made = crosp("new", "2027-spring", "--date", "2027-03-01", "--lang", "en", cwd=other.path)
    assert made.status == 0, made.err
    (text,) = [text for path in other.path.rglob("2027-spring-school-team.yaml") if (text := path.read_text("utf-8"))]
    assert (
        "    # Which of these do you have today?\n    # - A welcome plan\n    # - Somebody who sees to it\n"
        "    #   – Who knows of it?\n    #   – What have newcomers said?\n" in text
    )
