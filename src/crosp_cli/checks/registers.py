"""What checks of registers have in common: days that have passed, and short names that two files give.

What they keep of a file is a list of places, each with what stands there.
"""

from collections.abc import Iterator

from crosp_cli.checks.check import Hit, ProjectScope
from crosp_cli.findings import Quoted


def passed(project: ProjectScope) -> Iterator[Hit]:
    """Point at each day that has passed."""
    for path, days in project.kept:
        for steps, day in days:
            if day < project.today:
                yield Hit(steps, {"day": Quoted(day.isoformat())}, path=path)


def given_before(project: ProjectScope) -> Iterator[Hit]:
    """Point at each short name that an earlier file has given."""
    first: dict[str, str] = {}
    for path, names in sorted(project.kept):
        for steps, name in names:
            if first.setdefault(name, path) != path:
                yield Hit(steps, {"value": Quoted(name), "path": first[name]}, path=path)
