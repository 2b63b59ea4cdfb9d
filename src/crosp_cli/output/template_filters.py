"""The filters that templates of results use beside those for any text."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from crosp_cli.output.analysis.orientation import said_in_words
from crosp_cli.output.analysis.views import StepView
from crosp_cli.output.comparison.wording import before_and_now


def filters(language: str) -> Mapping[str, Callable[..., Any]]:
    """Return each filter by the name that templates know it by."""
    return {
        "step": step,
        "before_and_now": lambda cell: before_and_now(cell, language),
        "said": lambda said: said_in_words(said, language),
    }


def step(value: int, scale: Iterable[StepView]) -> StepView:
    """Return the step of the scale with that value."""
    return next(found for found in scale if found.value == value)
