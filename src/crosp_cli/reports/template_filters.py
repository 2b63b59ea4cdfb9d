"""The filters that templates of papers use: those of results, and the pictures."""

from collections.abc import Callable, Mapping
from typing import Any

from crosp_cli.output.template_filters import filters as filters_of_results
from crosp_cli.reports.pictures.catalogue import picture


def filters(language: str) -> Mapping[str, Callable[..., Any]]:
    """Return each filter by the name that templates know it by."""
    return {**filters_of_results(language), "picture": picture}
