"""The time that whoever wants the same bytes again has set in the environment: SOURCE_DATE_EPOCH.

What the variable means is agreed among reproducible builds: seconds since 1970, used in place of the time that it is.
"""

import os
from datetime import UTC, date, datetime

_FURTHEST = 253_402_300_799
"""The last second of the year 9999."""


def source_seconds() -> int | None:
    """Return the seconds since 1970 (UTC) that SOURCE_DATE_EPOCH says; None where it says no such number."""
    value = os.environ.get("SOURCE_DATE_EPOCH", "")
    if not (value.isascii() and value.isdigit() and len(value) <= len(str(_FURTHEST))):
        return None
    return min(int(value), _FURTHEST)


def is_no_number() -> bool:
    """Whether SOURCE_DATE_EPOCH says something else than a number of seconds."""
    return bool(os.environ.get("SOURCE_DATE_EPOCH")) and source_seconds() is None


def source_day() -> date | None:
    """Return the day of that time, in UTC, so that it is the same everywhere."""
    seconds = source_seconds()
    return None if seconds is None else datetime.fromtimestamp(seconds, UTC).date()
