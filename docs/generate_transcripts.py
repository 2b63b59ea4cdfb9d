"""Runs the commands that the READMEs show, and writes beneath each what it answers.

Run `python docs/generate_transcripts.py` after a change to what a command says. With `--check` it writes nothing and
says, with exit status 1, whether a page needs to be written again.

In a block of the language `console`, a line `$ …` is a command and the lines beneath it are its answer. A line `[…]` in
an answer stands for lines left out: as many lines as stand before it and after it are shown. A block of YAML that
begins with `# fill in: FILE` takes the place of the same cell in FILE. Everything happens on one day, in a folder
that has nothing but the examples in it.
"""

import os
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PAGES = {"README.md": "en_GB.UTF-8", "README.sv.md": "sv_SE.UTF-8"}
DAY = {"init": "--date=2026-10-15", "new": "--date=2027-10-14"}
LEFT_OUT = "[…]"
BUG = 3


def page(name: str) -> str:
    """Return the page `name` with every answer as it is now."""
    text = (ROOT / name).read_text("utf-8")
    with tempfile.TemporaryDirectory(prefix="crosp-transcripts-") as folder:
        shutil.copytree(ROOT / "examples", Path(folder, "examples"))
        shell = _Shell(Path(folder), PAGES[name])
        return re.sub(r"(?<=^```)(console|yaml)\n(.*?)(?=^```$)", shell.block, text, flags=re.MULTILINE | re.DOTALL)


class _Shell:
    """Where the commands of a page run, one after the other."""

    def __init__(self, folder: Path, locale: str) -> None:
        self.folder = folder
        kept = {name: os.environ[name] for name in ("PATH", "SYSTEMROOT", "TEMP", "HOME") if name in os.environ}
        self.environment = {**kept, "LC_ALL": locale, "PYTHONUTF8": "1"}

    def block(self, found: re.Match[str]) -> str:
        """Return a block as it should stand."""
        kind, content = found.groups()
        if kind == "console":
            content = "".join(map(self.answered, re.findall(r"^\$ .*\n(?:(?!\$ ).*\n)*", content, re.MULTILINE)))
        elif filled := re.match(r"# (?:fill in|fyll i): (\S+)\n", content):
            self.fill_in(self.folder / filled[1], content[filled.end() :])
        return f"{kind}\n{content}"

    def answered(self, part: str) -> str:
        """Return a command with its answer."""
        line, *shown = part.splitlines()
        words = shlex.split(line.removeprefix("$ "))
        if words[0] == "cd":
            self.folder /= words[1]
            return part
        now = self.run(words).splitlines()
        if LEFT_OUT in shown:
            before = shown.index(LEFT_OUT)
            after = len(shown) - before - 1
            now = [*now[:before], LEFT_OUT, *now[len(now) - after :]]
        return "\n".join([line, *now]) + "\n"

    def run(self, words: Sequence[str]) -> str:
        """Run a command of crosp on the day that the page tells of."""
        _crosp, command, *rest = words
        command_line = [sys.executable, "-m", "crosp_cli", command, DAY.get(command, "--today=2026-10-15"), *rest]
        done = subprocess.run(  # noqa: S603 -- the commands of our own pages
            [word for word in command_line if command != "show" or not word.startswith("--today")],
            cwd=self.folder,
            env=self.environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            check=False,
        )
        if done.returncode == BUG:
            raise SystemExit(f"{shlex.join(words)}: {done.stdout.decode('utf-8')}")
        return done.stdout.decode("utf-8")

    def fill_in(self, file: Path, lines: str) -> None:
        """Put a cell, and what stands above `cells:`, in the place of what stands in `file` so far."""
        text = file.read_text("utf-8")
        head, row, cell = re.split(r"^(?=  \S|    \S)", lines, maxsplit=2, flags=re.MULTILINE)
        for line in head.splitlines():
            text = re.sub(rf"^{line.partition(':')[0]}:.*$", line, text, count=1, flags=re.MULTILINE)
        start = text.index(cell.splitlines()[0], text.index(row))
        end = text.index("\n\n", start) + 1  # a cell ends at the next empty line
        file.write_text(text[:start] + cell + text[end:], "utf-8")


def main(arguments: Sequence[str]) -> int:
    """Write the pages, or with --check compare them; return the exit status."""
    old = []
    for name in PAGES:
        made = page(name)
        if made != (ROOT / name).read_text("utf-8"):
            old.append(name)
            if "--check" not in arguments:
                (ROOT / name).write_text(made, "utf-8", newline="\n")
    if "--check" in arguments and old:
        sys.stderr.write(f"{', '.join(old)}: run `python docs/generate_transcripts.py`.\n")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
