"""Measures checking a large repository, beside the tools that others use for parts of the work.

    python benchmarks/validation.py [--files 2000] [--rounds 3]

Prints the processor time for each document and crosp's share of each peer's. Exit status 0: every median within its
limit; 1: one is over; 2: something could not be measured.
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
            return measure(folder / "corpus", files, options.rounds)
        except CommandError as error:
            print(f"not measured: {error}", file=sys.stderr)
            return 2


def measure(folder: Path, files: Sequence[Path], rounds: int) -> int:
    """Run everything in turn, and print what it took."""
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
    return 0 if within else 1


def crosp_on(folder: Path) -> list[str]:
    """The command that checks every file in one process."""
    command = [sys.executable, "-m", "crosp_cli", "validate", str(folder), "--jobs", "1", "--format", "json"]
    return [*command, "--today", TODAY]


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
