"""Does anything grow as the product of two things that others wrote? Projects of two things at once, doubled.

    python benchmarks/products.py [WORD]...       # only what has one of the words in its name

For each two of the things below, projects with more and more of both are asked what each command answers. What took
is held against the bytes that are read and written, since the cells of more measures are more to read. What takes more
than 1.3 times as long for each byte after a doubling, twice in a row, and again when it is measured anew, is named, and
the exit status is 1.
"""

import contextlib
import gc
import io
import json
import sys
import tempfile
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from itertools import combinations, pairwise
from pathlib import Path
from typing import Any, NamedTuple

from cells import framework_of
from crosp_cli.cli.main import run
from timing import seconds

ENOUGH, LEAST, MOST = 1.0, 0.1, 1.3
"""Seconds: what need not be doubled again, and what is too short to be compared; how much more each byte may cost."""
MOST_BYTES = 32 * 1024 * 1024


class Many(NamedTuple):
    """How many there are of each thing that somebody can write many of."""

    units: int = 1
    occasions: int = 2  # of each unit
    rows: int = 1  # of the framework, each with a cell that is answered on each occasion
    questions: int = 1  # of each level, with a variant for the school forms of some
    groups: int = 1  # that answered in each cell
    measures: int = 1  # in each cell
    follow_ups: int = 1  # of each measure
    partners: int = 1  # in each measure's collaboration
    registered: int = 1  # collaborations
    programmes: int = 1
    trained: int = 1  # units that each programme names
    ignored: int = 1  # comments in each file
    patterns: int = 1  # in crosp.yaml
    codes: int = 1  # of each of them
    terms: int = 1  # of the framework, and references
    unread: int = 0  # files beside those that a command is asked of, that may be of any unit


MOST_OF: Mapping[str, int] = {
    **dict.fromkeys(Many._fields, 1024),
    "rows": 50,
    "groups": 48,
    "follow_ups": 48,
    "partners": 48,
    "questions": 48,
    "registered": 512,
    "patterns": 512,
    "codes": 512,
    "terms": 512,
}
"""What a framework or a project may have of it, or, for the rest, more than anybody has."""
COMMANDS: Mapping[str, Sequence[str]] = {
    "validate": ("validate", ".", "--jobs", "1"),
    "analyse": ("analyse", "a", "--full"),
    "analyse by factor": ("analyse", "a", "--full", "--by", "factor"),
    "analyse as JSON": ("analyse", "a", "--format", "json"),
    "compare": ("compare", "--full"),
    "compare as JSON": ("compare", "--format", "json"),
    "follow-up": ("follow-up", "a", "--format", "json"),
    "collaborations": ("collaborations", ".", "--format", "json"),
    "programme": ("programme", "p0.yaml", "--beside", "--full"),
    "render": ("render", "a", "--all", "-o", "reports"),
    "render summaries": ("render", "a", "--all", "--kind", "summary", "-o", "reports"),
    "render for guardians": ("render", "a", "--all", "--kind", "public", "-o", "reports"),
    "new": ("new", "2040"),
    "form": ("form", "a/0-0.yaml", "-o", "form.html"),
    "form as a workbook": ("form", "a/0-0.yaml", "-o", "form.xlsx"),
}
"""By what is asked."""
DAY = date(2026, 10, 14)


class Took(NamedTuple):
    """What one size took."""

    size: int
    seconds: float
    bytes: int


def of(things: Sequence[str], size: int) -> Many | None:
    """Return so many of each of the things, or None for more than there may be."""
    if any(size > MOST_OF[thing] for thing in things):
        return None
    return Many(**dict.fromkeys(things, size))


def grows(things: Sequence[str], command: Sequence[str]) -> list[Took] | None:
    """Return what grows faster than the bytes that are read and written, or None."""
    took: list[Took] = []
    size = 4
    while (many := of(things, size)) and not (took and (took[-1].seconds > ENOUGH or took[-1].bytes > MOST_BYTES)):
        took.append(measured(many, size, command))
        size *= 2
    return took if _too_fast(took) else None


def measured(many: Many, size: int, command: Sequence[str]) -> Took:
    """Return what the command took in a project with so many."""
    with tempfile.TemporaryDirectory() as folder, contextlib.chdir(folder):
        write(many)
        out = io.TextIOWrapper(io.BytesIO(), "utf-8")

        def answer() -> None:
            with contextlib.redirect_stdout(out), contextlib.redirect_stderr(out):
                status = run(
                    [*command, "--lang", "en", *(() if command[0] in _OF_NO_DAY else ("--today", "2026-11-01"))]
                )
            assert status == 0 or many.unread, (command, many, out.buffer.getvalue()[-500:])

        lasted = seconds(answer)
        there = sum(path.stat().st_size for path in Path().rglob("*") if path.is_file())
        return Took(size, lasted, there + out.buffer.tell())


_OF_NO_DAY = frozenset({"validate", "compare", "new", "form"})


def _too_fast(took: Sequence[Took]) -> bool:
    if len(took) < 4:
        return False
    base = took[0]
    last = [(max(one.seconds - base.seconds, 0), one.bytes - base.bytes) for one in took[-3:]]
    return (
        last[0][0] > LEAST / 4
        and last[2][0] > LEAST
        and all(after * fewer > MOST * before * more for (before, fewer), (after, more) in pairwise(last))
    )


def write(many: Many) -> None:
    """Write a project with so many of each into the working folder."""
    groups = [f"g{n}" for n in range(many.groups)]
    forms = [f"f{n}" for n in range(many.questions)]
    framework_of(many.rows, 1, groups, forms, terms=many.terms)
    units = [
        {
            "id": f"u{n}",
            "name": f"U{n}",
            "school_forms": [forms[n % len(forms)], forms[n // 2 % len(forms)]][: 1 + n % 2],
        }
        for n in range(many.units)
    ]
    patterns = [{"paths": [f"p{n}/*-{n}"], "codes": ["CR402"] * many.codes} for n in range(many.patterns)]
    organiser = {"id": "o", "name": "O", "type": "local-authority"}
    _as_json(
        "crosp.yaml",
        {
            "format": "crosp-project/1",
            "framework": "./framework",
            "language": "en",
            "organiser": organiser,
            "units": units,
            "checks": {"ignore_in": patterns},
        },
    )
    registered = [
        {"id": f"r{n}", "title": "R", "status": "ongoing", "with": [{"organisation": f"p{n}"}]}
        for n in range(many.registered)
    ]
    _as_json("r.yaml", {"format": "crosp-collaborations/1", "date": "2026-11-01", "collaborations": registered})
    for number in range(many.programmes):
        _programme(number, many)
    for number in range(many.unread):
        said = {"format": "crosp-assessment/1", "level": "school", "date": "2020-10-15"}
        Path(f"unread{number}.yaml").write_text(json.dumps(said).replace("school", "\\u0073chool"), "utf-8")
    Path("a").mkdir()
    for unit in range(many.units):
        for occasion in range(many.occasions):
            _assessment(unit, occasion, many, groups)


def _programme(number: int, many: Many) -> None:
    trained = [
        {"unit": f"u{n % many.units}", "registered": (DAY - timedelta(900 + n)).isoformat(),
         "completed": (DAY - timedelta(100 + n)).isoformat()}
        for n in range(many.trained)
    ]  # fmt: skip
    _as_json(
        f"p{number}.yaml",
        {
            "format": "crosp-programme/1", "framework": "westmark-crosp@1", "id": f"p{number}", "name": "P",
            "aim": "More", "target_group": "All", "responsible": "head", "start": "2020-08-17", "units": trained,
        },
    )  # fmt: skip


def _assessment(unit: int, occasion: int, many: Many, groups: Sequence[str]) -> None:
    day = DAY - timedelta(occasion)
    cells = {f"p{row}": {"a0": _cell(row, occasion, many, groups)} for row in range(many.rows)}
    text = json.dumps(
        {
            "format": "crosp-assessment/1", "framework": "westmark-crosp@1", "unit": f"u{unit}", "level": "school",
            "occasion": day.isoformat(), "date": day.isoformat(),
            "participants": [{"group": group, "count": 7} for group in groups], "cells": cells,
        }, indent=0,
    )  # fmt: skip
    comments = "".join(f"# crosp: ignore[CR402] because of {n}\n" for n in range(many.ignored))
    Path(f"a/{unit}-{occasion}.yaml").write_text(f"{comments}{text}", "utf-8")


def _cell(row: int, occasion: int, many: Many, groups: Sequence[str]) -> dict[str, Any]:
    answers = {group: {"1": 5, "2": 2} for group in groups}
    measures = [_measure(f"m{row}-{n}", n, many) for n in range(many.measures)]
    said = {"reflection": "We plan.", "rating": 1 + occasion % 2, "group_ratings": answers}
    return {"current_state": said, "need": {"target": 2}, "measures": measures}


def _measure(name: str, number: int, many: Many) -> dict[str, Any]:
    days = [{"date": (DAY + timedelta(n)).isoformat(), "source": "records"} for n in range(many.follow_ups)]
    partners = [f"q{n}" for n in range(many.partners)]
    together = {"solves_at": "organiser", "entry": f"r{number % many.registered}", "with": partners}
    return {
        "id": name, "what": "More", "responsible": f"role {number}", "due": (DAY + timedelta(90)).isoformat(),
        "follow_ups": days, "collaboration": together,
    }  # fmt: skip


def _as_json(name: str, what: Mapping[str, Any]) -> None:
    Path(name).write_text(json.dumps(what, indent=0), "utf-8")


def main(words: list[str]) -> int:
    """Measure, print what grows too fast, and return the exit status."""
    gc.freeze()
    number, found = 0, []
    for things in combinations(Many._fields, 2):
        for name, command in COMMANDS.items():
            said = f"{name}: {' × '.join(things)}"
            if words and not any(word in said for word in words):
                continue
            number += 1
            if grows(things, command) and (took := grows(things, command)):
                found.append(said)
                times = ", ".join(f"{one.size}: {one.seconds:.2f} s of {one.bytes / 1e6:.1f} MB" for one in took)
                print(f"{said}: {times}", flush=True)
    print(f"{len(found)} of {number} grow faster than what is read and written.")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
