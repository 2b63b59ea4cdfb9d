"""Makes a folder of full assessments to measure on: crosp.yaml and N files of about 28 KB, the same for the same seed.

    python benchmarks/corpus.py FOLDER [--files 300] [--seed 2026]

Every cell of the built-in framework is filled in, as densely as in the assessments under `examples/` (58 YAML events
per KB; theirs have 54 to 74), and no two files are the same. `crosp validate FOLDER --today 2026-10-20` gives no
errors.
"""

import argparse
import itertools
import re
import string
import textwrap
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from pathlib import Path
from random import Random

import swedish

TODAY = "2026-10-20"
"""The day to count from when the corpus is validated, so that the same files give the same findings."""

SEED = 2026
PRINCIPLES = (
    "shared-direction", "collaboration", "professional-development", "inclusive-leadership", "participation",
    "follow-up",
)  # fmt: skip
AREAS = ("funding", "governance", "capacity-building", "quality")
OCCASIONS = (("2026-ht", date(2026, 9, 28)), ("2025-ht", date(2025, 10, 6)))
LEVELS = ("school", "teaching")
WIDTH = 118
_ASCII = str.maketrans("åäöÅÄÖ ", "aaoaao-")


def make(folder: Path, files: int, seed: int = SEED) -> list[Path]:
    """Write crosp.yaml and `files` assessments below `folder`, and return the assessments in order."""
    places = list(itertools.product(_units(files), OCCASIONS, LEVELS))[:files]
    units = list(dict.fromkeys(unit for unit, _, _ in places))
    _write(folder / "crosp.yaml", _project(units))
    written = []
    for number, (unit, (occasion, day), level) in enumerate(places):
        path = folder / "assessments" / slug(unit) / f"{occasion}-{level}.yaml"
        text = _Assessment(Random(f"{seed}/{number}"), day).text(slug(unit), level, occasion)  # noqa: S311
        _write(path, text)
        written.append(path)
    return written


def slug(name: str) -> str:
    """Return the identifier that a unit's name gives."""
    return name.translate(_ASCII).lower()


def _units(files: int) -> list[str]:
    each = len(OCCASIONS) * len(LEVELS)
    names = [name + ending for ending in swedish.ENDINGS for name in swedish.NAMES]
    many = -(-files // each)
    return [names[n % len(names)] + (f" {n // len(names) + 1}" if n >= len(names) else "") for n in range(many)]


def _project(units: Sequence[str]) -> str:
    rows = [f"  - {{id: {slug(unit)}, name: {unit}, school_forms: [forskoleklass, grundskola]}}\n" for unit in units]
    return (
        "format: crosp-project/1\nframework: spsm-crosp@2024\nlanguage: sv\n"
        "organiser: {id: exempelkommun, name: Exempelkommun, type: municipal}\nunits:\n" + "".join(rows)
    )


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")


class _Assessment:
    """One assessment in the making: a source of chance, and the day it is made."""

    def __init__(self, chance: Random, day: date) -> None:
        self.chance = chance
        self.day = day + timedelta(days=chance.randrange(0, 21))
        self.measures = 0

    def text(self, unit: str, level: str, occasion: str) -> str:
        """Return the whole document."""
        groups = ("principal", "student-health", "teachers", "leisure-staff", "pupils", "guardians")
        lines = [
            "format: crosp-assessment/1",
            "framework: spsm-crosp@2024",
            f"unit: {unit}",
            f"level: {level}",
            f"occasion: {occasion}",
            f"date: {self.day}",
            "participants:",
            *(f"  - {{group: {group}, count: {self.chance.randrange(1, 24)}}}" for group in groups),
            "cells:",
        ]
        for principle in PRINCIPLES:
            lines.append(f"  {principle}:")
            for area in AREAS:
                lines.append(f"    {area}:")
                lines += self._cell()
        return "\n".join(lines) + "\n"

    def _cell(self) -> Iterator[str]:
        rating = self.chance.randrange(0, 4)
        yield "      current_state:"
        yield from self._block("        reflection:", swedish.SENTENCES, self.chance.choice((1, 1, 2, 2, 3)))
        yield f"        rating: {rating}"
        yield "        evidence:"
        for template in self.chance.sample(swedish.EVIDENCE, self.chance.choice((1, 1, 2))):
            yield f"          - {self._filled(template)}"
        sides = self.chance.choice(("helps", "hinders", "helps hinders"))
        if "helps" in sides:
            yield f"        helps: [{self._some(swedish.HELPS)}]"
        if "hinders" in sides:
            yield f"        hinders: [{self._some(swedish.HINDERS)}]"
        if self.chance.random() < 0.25:
            yield "        group_ratings:"
            for group in self.chance.sample(("teachers", "student-health", "leisure-staff"), 2):
                steps = sorted(self.chance.sample(range(4), 2))
                yield f"          {group}: {{{', '.join(f'{step}: {self.chance.randrange(3, 12)}' for step in steps)}}}"
        yield "      need:"
        yield from self._block("        analysis:", swedish.NEEDS, 1)
        yield f"        target: {min(3, rating + self.chance.randrange(0, 3))}"
        yield f"        priority: {self.chance.choice(('high', 'medium', 'low'))}"
        yield "      measures:"
        yield from self._measure()

    def _measure(self) -> Iterator[str]:
        self.measures += 1
        started = self.chance.random() < 0.4
        start = self.day + timedelta(days=self.chance.randrange(*(-200, -60) if started else (14, 60)))
        due = max(start, self.day) + timedelta(days=self.chance.randrange(10, 280))
        yield f"        - id: insats-{self.measures:02d}-{self.chance.choice(AREAS)}"
        yield from _folded("          what:", self._filled(self.chance.choice(swedish.MEASURES)))
        yield f"          responsible: {self.chance.choice(swedish.ROLES)}"
        yield f"          scope: {self.chance.choice(('individual', 'group', 'organisation', 'organisation'))}"
        yield f"          orientation: {self.chance.choice(('promoting', 'preventive', 'preventive', 'remedial'))}"
        yield f"          start: {start}"
        yield f"          due: {due}"
        yield f"          status: {'ongoing' if started else 'planned'}"
        if self.chance.random() < 0.2:
            yield f"          builds_on: {self.chance.choice(swedish.BUILDS_ON)}"
        if self.chance.random() < 0.06:
            yield from self._collaboration()
        yield "          follow_ups:"
        if started and self.chance.random() < 0.4:
            yield from self._follow_up(start + timedelta(days=30))
        yield f"            - {{date: {due + timedelta(days=14)}, source: {self.chance.choice(('survey', 'records'))}}}"

    def _collaboration(self) -> Iterator[str]:
        yield "          collaboration:"
        yield f"            with: [{', '.join(self.chance.sample(swedish.PARTNERS, 2))}]"
        yield f"            purpose: {self._filled('Få ett gemensamt sätt att arbeta med {topic}')}"
        yield "            conditions:"
        for condition, texts in swedish.CONDITIONS.items():
            yield f"              {condition}: {self.chance.choice(texts)}"
        yield f"            confidentiality: {self.chance.choice(swedish.CONFIDENTIALITY)}"
        yield f"            solves_at: {self.chance.choice(('organiser', 'school'))}"

    def _follow_up(self, day: date) -> Iterator[str]:
        yield f"            - date: {day}"
        yield f"              source: {self.chance.choice(('survey', 'interview', 'observation', 'records'))}"
        yield from _folded("              result:", self._filled(self.chance.choice(swedish.RESULTS)))
        explanation = self._filled(self.chance.choice(swedish.OTHER_EXPLANATIONS))
        yield from _folded("              other_explanations:", explanation)
        yield f"              decision: {self.chance.choice(('continue', 'adjust'))}"

    def _block(self, key: str, templates: Sequence[str], sentences: int) -> Iterator[str]:
        """A text of several sentences, its lines kept: what a team writes under a question."""
        text = " ".join(self._filled(template) for template in self.chance.sample(templates, sentences))
        yield f"{key} |"
        yield from _wrapped(text, _indent_of(key) + 2)

    def _some(self, texts: Sequence[str]) -> str:
        return ", ".join(self.chance.sample(texts, self.chance.choice((1, 1, 2))))

    def _filled(self, template: str) -> str:
        """The template with each slot filled by chance, no word twice; a slot with a capital begins a sentence."""
        words: list[str] = []
        used: set[str] = set()
        for literal, slot, _, _ in string.Formatter().parse(template):
            words.append(literal)
            if slot:
                while (word := self._word(slot.lower())).lower() in used:
                    pass
                used.add(word.lower())
                words.append(word[0].upper() + word[1:] if slot[0].isupper() else word)
        return "".join(words)

    def _word(self, slot: str) -> str:
        if slot == "number":
            return str(self.chance.randrange(2, 40))
        if slot == "date":
            return str(self.day - timedelta(days=self.chance.randrange(5, 200)))
        if slot == "year":
            return f"{self.day.year - 1}/{self.day.year % 100}"
        return self.chance.choice(swedish.SLOTS[slot])


def _folded(key: str, text: str) -> Iterator[str]:
    """The text on its key's line where there is room, else folded below it."""
    if len(key) + 1 + len(text) <= WIDTH:
        yield f"{key} {text}"
    else:
        yield f"{key} >-"
        yield from _wrapped(text, _indent_of(key) + 2)


def _wrapped(text: str, indent: int) -> list[str]:
    space = " " * indent
    return textwrap.wrap(text, WIDTH, initial_indent=space, subsequent_indent=space, break_on_hyphens=False)


def _indent_of(key: str) -> int:
    return len(re.match(" *", key)[0])


def main() -> None:
    parser = argparse.ArgumentParser(description="Make a folder of full assessments to measure on.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--files", type=int, default=300)
    parser.add_argument("--seed", type=int, default=SEED)
    asked = parser.parse_args()
    written = make(asked.folder, asked.files, asked.seed)
    size = sum(path.stat().st_size for path in written)
    print(f"{len(written)} assessments in {asked.folder}, {size / max(len(written), 1) / 1000:.1f} KB each on average")


if __name__ == "__main__":
    main()
