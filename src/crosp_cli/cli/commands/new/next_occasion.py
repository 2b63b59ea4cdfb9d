"""Which occasion is likely to be the next, by what the last one is called and what day it is."""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

from crosp_cli.cli.exits import CannotError
from crosp_cli.cli.select.load import load_project
from crosp_cli.cli.select.only import Only
from crosp_cli.text.translation import translation

_TERMS = {"vt": "ht", "ht": "vt", "spring": "autumn", "autumn": "spring"}
_IN_AUTUMN = ("ht", "autumn")
_AUGUST = 8
_HALF_A_YEAR = timedelta(weeks=26)


def likely_next(last: str, today: date) -> str | None:
    """Return what the occasion after `last` is called, one that is not over today; None where its name says nothing.

    A year has a spring term and an autumn term (`2026-ht`, `2026-autumn`), or stands alone.
    """
    named = re.fullmatch(r"(\d{4})(?:-([a-z]+))?", last, re.ASCII)
    if named is None or (named[2] and named[2] not in _TERMS):
        return None
    now = (today.year, bool(named[2]) and today.month >= _AUGUST)
    return next(name for name, when in _after(int(named[1]), named[2]) if when >= now)


def _after(year: int, term: str | None) -> Iterator[tuple[str, tuple[int, bool]]]:
    """Every occasion after one, with its year and whether it is in the autumn."""
    while True:
        year += term is None or term in _IN_AUTUMN
        term = term and _TERMS[term]
        yield f"{year}-{term}" if term else str(year), (year, term in _IN_AUTUMN)


def missing(folder: Path, only: Only, today: date, language: str) -> CannotError:
    """Return what to say where nobody has named an occasion: what it may be called, after the last one at `folder`.

    Raises:
        CannotError: what stands there cannot be read.
    """
    _ = translation(language).gettext
    found = only.of(load_project(folder, language)[0], language) if folder.is_dir() else []
    last = max((one.assessment for one in found), key=lambda one: one.date, default=None)
    near = likely_next(last.occasion, today) if last else None
    if last is None or near is None:
        return CannotError(_("Say what the occasion is called, such as 2026-ht: `crosp new OCCASION`."))
    text = _("Say what the occasion is called. The last one here is {last}, so it may be {near}: `{command}`.")
    later = f" --date {half_a_year_after(last.date)}" if last.date >= today else ""
    return CannotError(text.format(last=last.occasion, near=near, command=f"crosp new {near}{later}"))


def half_a_year_after(day: date) -> date:
    """Return a day on which the occasion after that of `day` may be: where somebody tries it, today is too early."""
    return day + min(_HALF_A_YEAR, date.max - day)
