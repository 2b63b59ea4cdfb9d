"""What commands do with more and more schools, half of them in a folder of their own.

Each is assessed twice; one of them, and the organiser, on as many days as there are schools.
"""

import contextlib
import io
import json
import subprocess
import tempfile
from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta
from pathlib import Path

from crosp_cli.cli.main import run

COMMANDS: Mapping[str, Sequence[str]] = {
    "compare all schools": ("compare",),
    "compare all schools with a commit": ("compare", "HEAD", "."),
    "analyse all schools": ("analyse", "."),
    "analyse half of the schools": ("analyse", "a"),
    "follow up all schools": ("follow-up", "."),
    "validate all schools": ("validate", ".", "--jobs", "1"),
    "collaborations of all schools": ("collaborations", "."),
}
"""By what is asked."""
_MOST = 2048
_HEAD = {"format": "crosp-assessment/1", "framework": "spsm-crosp@2024", "level": "school"}
_ANSWERED = {"reflection": "Vi planerar ihop.", "rating": "1", "group_ratings": {"teachers": {"1": "6"}}}


def asked(name: str, size: int) -> Callable[[], object] | None:
    """Return what answers for so many schools; None for more than any organiser has."""
    if size > _MOST:
        return None

    def answer() -> object:
        with tempfile.TemporaryDirectory() as folder, contextlib.chdir(folder):
            _written(size)
            if "HEAD" in COMMANDS[name]:
                _committed()
            with contextlib.redirect_stdout(io.TextIOWrapper(io.BytesIO(), "utf-8")) as out:
                status = run([*COMMANDS[name], "--lang", "sv"])
            assert status == 0, name
            return out

    return answer


def _written(size: int) -> None:
    units = [{"id": f"u{number}", "name": f"U{number}"} for number in range(size)]
    organiser = {"id": "o", "name": "O", "type": "municipal"}
    project = {"format": "crosp-project/1", "framework": "spsm-crosp@2024", "organiser": organiser, "units": units}
    Path("crosp.yaml").write_text(json.dumps(project), "utf-8")
    registered = [
        {"id": f"r{n}", "title": "R", "status": "ongoing", "with": [{"organisation": f"p{n}"}]} for n in range(size)
    ]
    register = {"format": "crosp-collaborations/1", "date": "2026-11-01", "collaborations": registered}
    Path("r.yaml").write_text(json.dumps(register), "utf-8")
    for number in range(size):
        folder = Path("ab"[number % 2])
        folder.mkdir(exist_ok=True)
        cells = {"follow-up": {"quality": {"current_state": _ANSWERED, "measures": [_measure(number)]}}}
        for year in ("2025", "2026"):
            said = {**_HEAD, "unit": f"u{number}", "occasion": year, "date": f"{year}-10-15", "cells": cells}
            (folder / f"{number}-{year}.yaml").write_text(json.dumps(said), "utf-8")
        for level in ({"level": "teaching", "unit": "u0"}, {"level": "organiser"}):
            day = (date(2026, 10, 14) - timedelta(number)).isoformat()
            said = {**_HEAD, **level, "occasion": day, "date": day, "cells": {}}
            (folder / f"{number}-{level['level']}.yaml").write_text(json.dumps(said), "utf-8")


def _committed() -> None:
    """Commit all that is written, so that there is a revision to look things up in."""
    person = ("-c", "user.name=a", "-c", "user.email=a@example.se")
    for words in (("init", "--quiet"), ("add", "."), (*person, "commit", "--quiet", "--message", "x")):
        subprocess.run(["git", *words], check=True)


def _measure(number: int) -> dict[str, object]:
    """A measure that points at a collaboration, and names somebody who takes part in none."""
    together = {"solves_at": "organiser", "entry": f"r{number}", "with": [f"q{number}"]}
    return {"id": "m", "what": "Mer tid", "collaboration": together}
