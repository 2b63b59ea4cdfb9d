"""Measures what crosp promises of its speed, each thing beside what it is compared with.

    python benchmarks/run.py [--quick]

Prints a table. Exit status 0: every median within its limit; 1: one is over; 2: something could not be measured.
"""

import argparse
import importlib
import importlib.util
import json
import os
import platform
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

import yaml

from corpus import TODAY, make
from crosp_cli.model.assessment import Assessment
from crosp_cli.reading.yaml.decode import decode
from crosp_cli.reading.yaml.tree import parse
from timing import Command, CommandError, Pairs, calls, in_pairs

FILES = 300
REPORTS = 1000
LOAD_ALL = """\
import sys, yaml
for path in open(sys.argv[1], encoding="utf-8"):
    with open(path.rstrip("\\n"), "rb") as file:
        yaml.load(file.read(), yaml.CSafeLoader)
"""
"""The least that others do with the same files: load them and throw them away."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the table: two things, what was measured, and how large the median may be (None: no limit)."""

    first: str
    second: str
    kind: str
    pairs: Pairs
    limit: float | None = None

    @property
    def is_over(self) -> bool:
        """Whether the median is over its limit."""
        return self.limit is not None and self.pairs.median > self.limit


def lines(folder: Path, *, quick: bool) -> Iterator[Line]:
    """Measure everything, with files made below `folder`."""
    one = make(folder / "one", 1)[0].relative_to(folder / "one")
    many = make(folder / "many", FILES)
    yield from reading(many, rounds=7 if quick else 31)
    yield one_file(folder / "one", str(one), pairs=7 if quick else 31)
    yield one_analysis(folder / "one", str(one), pairs=7 if quick else 31)
    yield one_report(folder / "one", str(one), pairs=7 if quick else 31)
    yield start(folder, pairs=7 if quick else 41)
    yield from whole_folder(folder / "many", many, pairs=3 if quick else 11)
    yield many_reports(folder, str(one), make(folder / "reports", 40 if quick else REPORTS), rounds=1 if quick else 3)


def reading(paths: list[Path], rounds: int) -> Iterator[Line]:
    """Reading with positions, and the least that it can take, to CSafeLoader: in this process, on the same bytes."""
    texts = [path.read_bytes() for path in paths[:20]]
    load = calls(lambda data: yaml.load(data, yaml.CSafeLoader), texts)
    name = "yaml.load(CSafeLoader)"
    read = in_pairs(
        calls(lambda data: parse(decode(data, "a.yaml"), "a.yaml")[0].value_at(("date",)), texts), load, rounds
    )
    yield Line("reading with positions", name, "CPU, 20 files", read, 0.6)
    yield Line("bare event stream (floor)", name, "CPU, 20 files", in_pairs(calls(_events, texts), load, rounds))


def _events(data: bytes) -> None:
    parser = yaml.cyaml.CParser(data)
    get_event: Callable[[], object] = parser.get_event
    while type(get_event()) is not yaml.StreamEndEvent:
        pass


def one_file(folder: Path, path: str, pairs: int) -> Line:
    """`crosp validate ONE_FILE` to check-jsonschema with the schema of the same model, in a file beside it."""
    schema = folder / "schema.json"
    schema.write_text(json.dumps(Assessment.model_json_schema(by_alias=True)), encoding="utf-8")
    ours = Command((*_module("crosp_cli"), "validate", path, "--today", TODAY), folder)
    theirs = Command((*_module("check_jsonschema"), "--schemafile", schema.name, path), folder)
    measured = in_pairs(ours.wall, theirs.wall, pairs)
    return Line("crosp validate FILE", "check-jsonschema FILE", "wall, process", measured, 0.8)


def one_analysis(folder: Path, path: str, pairs: int) -> Line:
    """`crosp analyse FILE` to `crosp validate FILE`."""
    analyse, validate = (
        Command((*_module("crosp_cli"), command, path, "--today", TODAY), folder) for command in ("analyse", "validate")
    )
    measured = in_pairs(analyse.cpu, validate.cpu, pairs)
    return Line("crosp analyse FILE", "crosp validate FILE", "CPU, process", measured, 1.6)


def one_report(folder: Path, path: str, pairs: int) -> Line:
    """`crosp render FILE`, the whole report as a page, to `crosp validate FILE`."""
    page = ("-o", str(folder / "report.html"), "--force")
    render = Command((*_module("crosp_cli"), "render", path, "--today", TODAY, *page), folder)
    validate = Command((*_module("crosp_cli"), "validate", path, "--today", TODAY), folder)
    return Line(
        "crosp render FILE", "crosp validate FILE", "CPU, process", in_pairs(render.cpu, validate.cpu, pairs), 1.6
    )


def many_reports(folder: Path, path: str, paths: list[Path], rounds: int) -> Line:
    """`crosp render --all`, the time for each report, to a run of `crosp render FILE` in a project of its own."""
    reports = ("render", ".", "--all", "--today", TODAY, "-o", str(folder / "all"), "--force")
    report = ("render", path, "--today", TODAY, "-o", str(folder / "report.html"), "--force")
    every = Command((*_module("crosp_cli"), *reports), folder / "reports")
    one = Command((*_module("crosp_cli"), *report), folder / "one")
    measured = in_pairs(lambda: every.cpu() / len(paths), one.cpu, rounds)
    return Line(f"crosp render --all, {len(paths)}", "crosp render FILE", "CPU, a report", measured, 0.2)


def start(folder: Path, pairs: int) -> Line:
    """`crosp --help` to the import of the library that it is made with."""
    ours = Command((*_module("crosp_cli"), "--help"), folder)
    typer = Command((sys.executable, "-c", "import typer"), folder)
    return Line(
        "crosp --help", 'python -c "import typer"', "wall, process", in_pairs(ours.wall, typer.wall, pairs), 2.5
    )


def whole_folder(folder: Path, paths: list[Path], pairs: int) -> Iterator[Line]:
    """`crosp validate FOLDER`, reading, shape and every check, to loading the same files: waited for, and worked."""
    listed = folder.parent / "files.txt"
    listed.write_text("".join(f"{path}\n" for path in paths), encoding="utf-8")
    ours = Command((*_module("crosp_cli"), "validate", ".", "--today", TODAY), folder)
    load = Command((sys.executable, "-c", LOAD_ALL, str(listed)), folder)
    name, peer = f"crosp validate, {len(paths)} files", "yaml.load(CSafeLoader)"
    yield Line(name, peer, "wall, process", in_pairs(ours.wall, load.wall, pairs), 0.8)
    yield Line(name, peer, "CPU, process", in_pairs(ours.cpu, load.cpu, pairs))


def _module(name: str) -> tuple[str, ...]:
    return (sys.executable, "-m", name)


def row(line: Line) -> str:
    """Return `line` as it stands in the table."""
    first, second = (f"{1000 * min(side):.0f} ms" for side in (line.pairs.first, line.pairs.second))
    limit = "" if line.limit is None else f"{line.limit:.1f} {'OVER' if line.is_over else 'ok'}"
    return (
        f"{line.first:<27}{line.second:<26}{line.kind:<15}{first:>8}{second:>9}"
        f"{line.pairs.minimum:>7.2f}{line.pairs.median:>8.2f}  {limit}".rstrip()
    )


def about() -> str:
    """Return what the figures depend on: the machine's cores, Python, and the versions of what is compared."""
    names = ("pyyaml", "pydantic", "typer", "rich", "check-jsonschema", "ruamel.yaml")
    versions = ", ".join(f"{name} {version(name)}" for name in names)
    fast = "with" if importlib.import_module("ruamel.yaml").__with_libyaml__ else "without"
    return f"Python {platform.python_version()}, {os.cpu_count()} cores; {versions} ({fast} its C extension)"


def main() -> int:
    """Print the table and return the exit status."""
    parser = argparse.ArgumentParser(description="Measure crosp's speed beside what it is compared with.")
    parser.add_argument("--quick", action="store_true", help="fewer runs: a look, not a measurement")
    quick = parser.parse_args().quick
    if importlib.util.find_spec("check_jsonschema") is None:
        print("check-jsonschema is missing. Install it beside crosp: pip install -e '.[bench]'", file=sys.stderr)
        return 2
    print(about())
    print(f"{'this':<27}{'compared with':<26}{'measured':<15}{'best':>8}{'best':>9}{'min':>7}{'median':>8}  limit")
    over = False
    try:
        with tempfile.TemporaryDirectory(prefix="crosp-bench-") as folder:
            for line in lines(Path(folder), quick=quick):
                print(row(line), flush=True)
                over = over or line.is_over
    except CommandError as error:
        print(f"This could not be measured: {error}", file=sys.stderr)
        return 2
    return 1 if over else 0


if __name__ == "__main__":
    sys.exit(main())
