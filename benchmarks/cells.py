"""What commands do with frameworks of more and more cells, and with responses of which all have been counted."""

import contextlib
import io
import json
import shutil
import tempfile
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any

import yaml

from crosp_cli.cli.main import run

OF_CELLS: Mapping[str, Sequence[str]] = {
    "compare a framework of cells": ("compare", "a.yaml", "b.yaml"),
    "analyse a framework of cells": ("analyse", "b.yaml"),
    "render a framework of cells": ("render", "b.yaml", "-o", "b.html"),
    "a form for a framework of cells": ("form", "b.yaml", "-o", "f.html"),
    "a workbook for a framework of cells": ("form", "b.yaml", "-o", "f.xlsx"),
    "validate a framework of cells": ("validate", "."),
    "bring in a framework of cells": ("import", "b.yaml", "--into", "empty.yaml"),
}
"""By what is asked."""
AGAIN = "collect again"
_MOST_CELLS, _MOST_RESPONSES = 1024, 4096
_EXAMPLE = Path(__file__).parents[1] / "examples" / "another-country" / "framework"
_PROJECT = {
    "format": "crosp-project/1",
    "language": "en",
    "organiser": {"id": "o", "name": "O", "type": "local-authority"},
    "units": [{"id": "a", "name": "A", "school_forms": ["primary"]}],
}


def of_cells(name: str, size: int) -> Callable[[], object] | None:
    """Return what answers in a project whose framework has so many cells; None for more than a framework may have."""
    rows = 2 ** (size.bit_length() // 2)
    command = OF_CELLS[name]
    made = partial(_cells, rows, size // rows, is_brought_in="empty.yaml" in command)
    return _in_a_project(made, command) if size <= _MOST_CELLS else None


def again(size: int) -> Callable[[], object] | None:
    """Return what counts so many responses, and then looks at all of them again."""
    command = ("collect", "responses", "--into", "a.yaml", "--yes")
    return _in_a_project(lambda: _responses(size), command, command) if size <= _MOST_RESPONSES else None


def _in_a_project(made: Callable[[], object], *commands: Sequence[str]) -> Callable[[], object]:
    def answer() -> object:
        with tempfile.TemporaryDirectory() as folder, contextlib.chdir(folder):
            made()
            out = io.TextIOWrapper(io.BytesIO(), "utf-8")
            with contextlib.redirect_stdout(out), contextlib.redirect_stderr(out):
                for command in commands:
                    assert run([*command, "--lang", "en"]) == 0, command
            return out

    return answer


def _written(name: str, what: Mapping[str, Any]) -> None:
    Path(name).write_text(json.dumps(what, default=str), "utf-8")


def _cells(rows: int, columns: int, *, is_brought_in: bool) -> None:
    """Write a framework of that size, two assessments of all its cells, and one into which the second is brought."""
    framework_of(rows, columns)
    _written("crosp.yaml", {**_PROJECT, "framework": "./framework"})
    cell = {"current_state": {"reflection": "We plan.", "rating": 1}, "need": {"target": 2}}
    cells = {
        f"p{row}": {f"a{at}": {**cell, "measures": [{"id": f"p{row}-a{at}", "what": "More"}]} for at in range(columns)}
        for row in range(rows)
    }
    heading = {"format": "crosp-assessment/1", "framework": "westmark-crosp@1", "unit": "a", "level": "school"}
    for name, year in (("a", 2025), ("b", 2026)):
        _written(f"{name}.yaml", {**heading, "occasion": name, "date": f"{year}-10-15", "cells": cells})
    if is_brought_in:
        _written("empty.yaml", {**heading, "occasion": "b", "date": "2026-10-15", "cells": {}})


def framework_of(
    rows: int, columns: int, groups: Sequence[str] = (), school_forms: Sequence[str] = (), *, terms: int = 0
) -> None:
    """Write Westmark's framework with so many principles and areas, and these groups and school forms if there are any.

    Each school form then has a wording of its own of each question. There are as many terms, each with an abbreviation,
    and references besides, of which guardians may be told.
    """
    shutil.copytree(_EXAMPLE, "framework")
    described = yaml.safe_load(Path("framework/framework.yaml").read_text("utf-8"))
    for refers in ("first_round", "for_guardians", "orientation_references"):
        described.pop(refers, None)
    for named, ids in (("groups", groups), ("school_forms", school_forms)):
        if ids:
            described[named] = [{"id": one, "title": {"en": one}} for one in ids]
    if terms:
        described["for_guardians"] = {"about": {"en": "It is."}}
    known = {"kind": "law", "title": {"en": "A law"}, "as_of": "2026-11-01", "binding": "shall"}
    glossary = [
        {"id": f"t{n}", "term": {"en": f"Term {n}"}, "forms": {"en": [f"T{n}"]}, "definition": {"en": "It is."}}
        for n in range(terms)
    ]
    _written("framework/framework.yaml", described)
    _written("framework/references.yaml", {"entries": [{"id": f"r{n}", **known} for n in range(terms)]})
    _written("framework/glossary.yaml", {"entries": glossary})
    _written("framework/principles.yaml", _axis("p", rows))
    _written("framework/areas.yaml", _axis("a", columns))
    wording = {"question": {"en": "How is it?"}}
    variants = [{"school_forms": [one], **wording} for one in school_forms]
    question = {one["id"]: {**wording, **({"variants": variants} if variants else {})} for one in described["levels"]}
    asked = {f"p{row}": {f"a{column}": question for column in range(columns)} for row in range(rows)}
    _written("framework/questions.yaml", {"current_state": asked, "need": question, "measures": question})


def _axis(letter: str, count: int) -> dict[str, Any]:
    entries = [
        {"id": f"{letter}{n}", "title": {"en": f"{letter} {n}"}, "description": {"en": "It is."}} for n in range(count)
    ]
    return {"title": {"en": letter}, "entries": entries}


def _responses(count: int) -> None:
    heading = {"framework": "spsm-crosp@2024", "unit": "a", "level": "school", "occasion": "2026-ht"}
    units = [{"id": "a", "name": "A", "school_forms": ["grundskola"]}]
    organiser = {"id": "o", "name": "O", "type": "municipal"}
    _written("crosp.yaml", {**_PROJECT, "framework": heading["framework"], "organiser": organiser, "units": units})
    _written("a.yaml", {"format": "crosp-assessment/1", **heading, "date": "2026-10-15", "cells": {}})
    Path("responses").mkdir()
    for number in range(count):
        said = {"group": "pupils", "response": f"r{number:032x}", "steps": {"follow-up": {"quality": number % 4}}}
        _written(f"responses/{number}.yaml", {"format": "crosp-response/1", **heading, **said, "text": f"Hej {number}"})
