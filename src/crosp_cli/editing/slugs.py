"""Names as people write them, fit to stand in a file: of units, of occasions."""

from datetime import date

from crosp_cli.editing.wording import words
from crosp_cli.reading.yaml.decode import FORBIDDEN

_AUTUMN_BEGINS = 8


def tidy(name: str) -> str:
    """Return `name` as it may stand in a file: on one line, without control characters and half characters."""
    fit = (" " if FORBIDDEN.match(character) or "\ud800" <= character <= "\udfff" else character for character in name)
    return " ".join("".join(fit).split())


def occasion_of(day: date, language: str) -> str:
    """Return the label of the term that `day` falls in: 2026-ht in Swedish, 2026-autumn in English."""
    return f"{day.year}-{words(language).terms[day.month >= _AUTUMN_BEGINS]}"
