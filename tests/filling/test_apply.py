"""Answers written into an assessment: what is said of them where they cannot stay as they are."""

from crosp_cli.filling.answers import Answer
from crosp_cli.filling.apply import applied
from crosp_cli.reading.documents.framework import built_in_folder, read_framework
from crosp_cli.reading.yaml.tree import parse

HEAD = """\
format: crosp-assessment/1
framework: spsm-crosp@2024
unit: ekskolan
level: school
occasion: 2026-ht
date: 2026-10-01
cells:
"""


def test_what_is_found_beside_personal_data_that_is_brought_in_shows_nothing_of_it() -> None:
    """Nothing of it stands in a file yet, so that whoever shows the findings cannot look there."""
    framework = read_framework(built_in_folder()).framework
    assert framework is not None
    cell = ("cells", "shared-direction", "funding", "current_state")
    answers = [Answer((*cell, "reflection"), "Skriv till kim@skola.example.se"), Answer((*cell, "rating"), "kim9")]
    found = applied(HEAD.encode(), parse(HEAD, "a.yaml")[0], answers, framework)
    assert [(one.code, one.private) for one in found.findings] == [("CR108", True)]
