"""What stands on the first page."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from crosp_cli.output.analysis.markdown import MOST
from crosp_cli.reports.content import ReportContent
from crosp_cli.reports.html import as_html
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


def test_a_map_of_more_columns_than_words_have_room_in_is_told_row_by_row(examples: Path, make: Make) -> None:
    report = make(examples / "ekskolan/assessments/ekskolan/2026-ht-school.yaml", "sv")
    pages = [as_html(ReportContent("summary", report._replace(columns=report.columns * times))) for times in (1, 3)]
    assert ['class="map many"' in page for page in pages] == [False, True]


def test_a_measure_says_which_focus_it_belongs_to(examples: Path, make: Make) -> None:
    report = make(examples / "ekskolan/assessments/ekskolan/2026-ht-school.yaml", "sv")
    page = as_html(ReportContent("summary", report))
    told = sum(f"(Fokus {focus.number})" in page for focus in report.focus)
    assert told == len({view.cell.focus for view in report.soonest if view.cell.focus})
