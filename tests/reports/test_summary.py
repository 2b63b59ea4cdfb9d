"""What stands on the first page."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from crosp_cli.output.analysis.markdown import MOST
from crosp_cli.reports.summary import FEWEST, first_measures
from crosp_cli.text.phrase import Phrase, shortened

Make = Callable[[Path, str], Any]


def test_the_soonest_due_stand_first(example: Path, language: str, make: Make) -> None:
    report = make(example, language)
    first = first_measures(report)
    assert min(FEWEST, len(report.soonest)) <= len(first) <= MOST
    assert first == report.soonest[: len(first)]
    dates = [view.result.measure.due for view in report.soonest if view.result.measure.due]
    assert dates == sorted(dates)
    assert not any(view.result.measure.is_finished for view in report.soonest)


def test_long_texts_leave_room_for_fewer(examples: Path, make: Make) -> None:
    report = make(examples / "ekskolan/assessments/ekskolan/2026-ht-school.yaml", "sv")
    long = tuple(view._replace(what=Phrase("ord " * 100, "sv")) for view in report.soonest)
    assert FEWEST <= len(first_measures(report._replace(soonest=long))) < len(first_measures(report))


def test_a_long_text_is_cut_after_a_word() -> None:
    assert shortened(Phrase("one, two three", "en"), 20) == Phrase("one, two three", "en")
    assert shortened(Phrase("one, two three", "en"), 9) == Phrase("one, two …".replace(", two", ""), "en")
    assert shortened(Phrase("x" * 30, "en"), 10).text == "x" * 9 + " …"
    assert shortened(Phrase("one\n two", "en"), 10).text == "one two"
