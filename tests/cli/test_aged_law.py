"""CR703, as `crosp validate` says it: the law is looked at again after a year, or when a known change has come."""

from typing import Any

import pytest


@pytest.mark.parametrize(
    ("day", "language", "said"),
    [
        ("2026-12-31", "sv", None),
        ("2027-01-15", "sv", "och sedan dess har Skollagen 29 kap. 13 § ändrats (2027-01-01)"),
        ("2027-01-15", "en", "and Education Act, chapter 29, section 13 has changed since (2027-01-01)"),
        ("2027-01-16", "sv", "2026-01-15, för mer än ett år sedan"),
    ],
)
def test_the_law_is_to_be_looked_at_again(crosp: Any, folder: Any, day: str, language: str, said: str | None) -> None:
    folder.project()
    out = crosp("validate", ".", "--today", day, "--lang", language, cwd=folder.path).out
    assert ("CR703" in out) is (said is not None)
    assert said is None or said in " ".join(out.split())


@pytest.mark.parametrize(("asked", "said"), [(".", True), ("crosp.yaml", True), ("a.yaml", False)])
def test_it_is_said_of_the_project_and_not_of_one_assessment(crosp: Any, folder: Any, asked: str, said: bool) -> None:
    folder.project()
    folder.assessment("a.yaml")
    out = crosp("validate", asked, "--today", "2030-01-01", cwd=folder.path).out
    assert ("CR703" in out) is said


def test_an_english_reader_meets_no_swedish_source(crosp: Any) -> None:
    english, swedish = (crosp("explain", "CR205", "--lang", language).out for language in ("en", "sv"))
    assert "Education Act, chapter 4, section 4" in " ".join(english.split())
    assert "Skollagen 4 kap. 4 §" in " ".join(swedish.split())
