"""The newest assessment of each unit and level."""

from collections.abc import Iterable

from crosp_cli.reading.loaded import LoadedAssessment


def in_time(found: Iterable[LoadedAssessment]) -> list[LoadedAssessment]:
    """Return `found`, the earliest first."""
    return sorted(found, key=lambda one: (one.assessment.date, one.path))


def newest(found: Iterable[LoadedAssessment]) -> list[LoadedAssessment]:
    """Return the last of each unit and level in each project, in the order of their paths."""
    latest = {one.series: one for one in in_time(found)}
    return sorted(latest.values(), key=lambda one: one.path)
