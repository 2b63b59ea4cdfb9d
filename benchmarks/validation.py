"""Measures checking a large repository, beside the tools that others use for parts of the work.

    python benchmarks/validation.py [--files 2000] [--rounds 3]

Prints the processor time for each document and crosp's share of each peer's, and how much memory each further file
takes. Exit status 0: everything within its limit; 1: something is over; 2: something could not be measured.
"""

import argparse
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from corpus import TODAY, make
from timing import Command, CommandError

HERE = Path(__file__).parent
LOAD_ALL = """\
import pathlib, sys, yaml
for path in pathlib.Path(sys.argv[1]).rglob("*.yaml"):
    yaml.load(path.read_bytes(), yaml.CSafeLoader)
"""
EVENTS_ONLY = """\
import pathlib, sys, yaml
for path in pathlib.Path(sys.argv[1]).rglob("*.yaml"):
    for _ in yaml.parse(path.read_bytes(), yaml.CSafeLoader):
        pass
"""


BEFORE_ANYTHING_IS_DUE = "2026-09-01"
"""A day on which crosp has nothing to remark on in the corpus: what it finds, it has to keep."""

MOST_KB_PER_FILE = 1.5
"""Of each file crosp keeps a digest (see `checks/digest.py`); and crosp.yaml has one unit more for every four files."""


@dataclass(frozen=True, slots=True)
class Peer:
    """Something to measure beside crosp: how large crosp's share of its time may be, and how often it is run."""

    name: str
    command: Command
    limit: float | None = None
    once: bool = False
    """Whether one round is enough: it takes minutes, and the limit is far away."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, print, and say whether the limits hold."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--files", type=int, default=2000)
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        files = make(folder / "corpus", options.files)
        try:
            quick = measure(folder / "corpus", files, options.rounds)
            make(folder / "larger", 4 * options.files)
            small = measure_memory(folder / "corpus", folder / "larger", options.files)
        except CommandError as error:
            print(f"not measured: {error}", file=sys.stderr)
            return 2
    return 0 if quick and small else 1


def measure(folder: Path, files: Sequence[Path], rounds: int) -> bool:
    """Run everything in turn, print what it took, and say whether it is within the limits."""
    crosp = Command(crosp_on(folder), folder)
    everyone = list(peers(folder, files))
    ours: list[float] = []
    theirs: dict[str, list[float]] = {peer.name: [] for peer in everyone}
    crosp.cpu()  # to warm up
    for number in range(rounds):
        ours.append(crosp.cpu())
        for peer in everyone:
            if number == 0 or not peer.once:
                theirs[peer.name].append(peer.command.cpu())
    per_document = 1000 / len(files)
    print(f"{len(files)} assessments; processor time for each in ms, minimum and median of {rounds} rounds")
    print(f"{'crosp validate, every check':34} {min(ours) * per_document:8.2f} {median(ours) * per_document:8.2f}")
    within = True
    for peer in everyone:
        taken = theirs[peer.name]
        shares = [a / b for a, b in zip(ours, taken, strict=False)]
        limit = f"at most {peer.limit:.3f}" if peer.limit is not None else "the limit of what can be reached"
        print(
            f"{peer.name:34} {min(taken) * per_document:8.2f} {median(taken) * per_document:8.2f}"
            f"   crosp / it: {min(shares):.3f} {median(shares):.3f}   {limit}"
        )
        within = within and (peer.limit is None or median(shares) <= peer.limit)
    return within


def measure_memory(folder: Path, larger: Path, files: int) -> bool:
    """Print the most memory that one process holds with `files` and with four times as many; whether that is little."""
    few, many = (Command(crosp_on(path, BEFORE_ANYTHING_IS_DUE), path).peak() for path in (folder, larger))
    growth = (many - few) / (3 * files)
    print(
        f"memory: {few / 1024:.1f} MB with {files} files, {many / 1024:.1f} MB with {4 * files}; "
        f"{growth:.2f} KB for each further file   at most {MOST_KB_PER_FILE:.1f}"
    )
    return growth <= MOST_KB_PER_FILE


def crosp_on(folder: Path, today: str = TODAY) -> list[str]:
    """The command that checks every file in one process."""
    command = [sys.executable, "-m", "crosp_cli", "validate", str(folder), "--jobs", "1", "--format", "json"]
    return [*command, "--today", today]


def peers(folder: Path, files: Sequence[Path]) -> Iterator[Peer]:
    """What crosp is measured beside."""
    schema = folder.parent / "assessment.schema.json"
    made = Command([sys.executable, "-m", "crosp_cli", "schema", "assessment", "-o", str(schema)], folder)
    made.cpu()
    python = [sys.executable, "-c"]
    assessments = str(folder / "assessments")
    yield Peer("yaml.load(…, CSafeLoader)", Command([*python, LOAD_ALL, str(folder)], folder), 0.8)
    yield Peer("the bare event stream", Command([*python, EVENTS_ONLY, str(folder)], folder))
    yamale = [sys.executable, "-m", "yamale.command_line", "-s", str(HERE / "assessment.yamale.yaml"), "-n", "1"]
    yield Peer("yamale, the same fields", Command([*yamale, assessments], folder), 1.0, once=True)
    check = [sys.executable, "-m", "check_jsonschema", "--schemafile", str(schema), *map(str, files)]
    yield Peer("check-jsonschema, our schema", Command(check, folder), 1 / 15, once=True)


if __name__ == "__main__":
    sys.exit(main())
