"""Runs the commands that the pages show, and writes beneath each what it answers.

Run `make pages` after a change to what a command says. With `--check` it writes nothing and says, with exit status 1,
whether a page needs to be written again; with names of pages, only those.

In a block of the language `console`, a line `$ …` is a command and the lines beneath it are its answer. A line `[…]` in
an answer stands for lines left out: as many lines as stand before the first and after the last are shown, and of what
stands between two, as many lines from the first one on. A block of YAML that begins with `# fill in: FILE` takes the
place of the same cell in FILE; one that begins with `# from: FILE, lines 3–5` stands in FILE, and its numbers are put
right. Everything happens on one day, in a folder that has nothing but the examples in it.
"""

import os
import re
import shlex
import shutil
import sys
import tempfile
from collections.abc import Iterator, Sequence
from importlib import import_module
from pathlib import Path

from crosp_cli.__main__ import main as crosp

ROOT = Path(__file__).resolve().parents[1]
LOCALES = {"en": "en_GB.UTF-8", "sv": "sv_SE.UTF-8"}
ANSWER = re.compile(r"^```(?:console$|yaml\n# (?:from|ur): )", re.MULTILINE)


def pages() -> dict[str, str]:
    """Return the pages that show an answer, or lines of a file, each with the locale that it is made in."""
    found = {"README.md": LOCALES["en"], "README.sv.md": LOCALES["sv"]}
    for language, locale in LOCALES.items():
        for path in sorted((ROOT / "docs" / language).rglob("*.md")):
            if ANSWER.search(path.read_text("utf-8")):
                found[path.relative_to(ROOT).as_posix()] = locale
    return found


DAY = {"init": ["--date=2026-10-15"], "new": ["--date=2027-10-14"], "show": [], "compare": []}
"""How each command is told the day; it matters not to some, and all others take --today."""

LEFT_OUT = "[…]"
BUG = 3


def page(name: str, locale: str) -> str:
    """Return the page `name` with every answer as it is now."""
    text = (ROOT / name).read_text("utf-8")
    with tempfile.TemporaryDirectory(prefix="crosp-transcripts-") as folder:
        shutil.copytree(ROOT / "examples", Path(folder, "examples"))
        shell = _Shell(Path(folder), locale)
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
        elif taken := re.match(r"# (from|ur): (\S+), (\w+) \d+–\d+\n", content):
            content = self.taken_from(self.folder / taken[2], content[taken.end() :], taken)
        return f"{kind}\n{content}"

    def answered(self, part: str) -> str:
        """Return a command with its answer."""
        line, *shown = part.splitlines()
        words = shlex.split(line.removeprefix("$ "))
        if words[0] == "cd":
            self.folder /= words[1]
            return part
        now = self.run(words).splitlines()
        first, *others = _pieces(shown)
        if others:
            now = [*now[: len(first)], *self.between(others[:-1], now), LEFT_OUT, *now[len(now) - len(others[-1]) :]]
        return "\n".join([line, *now]) + "\n"

    def between(self, pieces: Sequence[Sequence[str]], now: Sequence[str]) -> Iterator[str]:
        """Yield the lines of an answer that stand where those of `pieces` did: from the first of each on."""
        for piece in pieces:
            if not piece or piece[0] not in now:
                raise SystemExit(f"No line of the answer is {piece[:1]} any more; choose another to show.")
            start = now.index(piece[0])
            yield from (LEFT_OUT, *now[start : start + len(piece)])

    def taken_from(self, file: Path, lines: str, head: re.Match[str]) -> str:
        """Return a block of lines from `file`, its first line saying which."""
        before, found, _after = file.read_text("utf-8").partition(lines)
        if not found:
            raise SystemExit(f"{head[2]} has no such lines any more:\n{lines}")
        start = before.count("\n") + 1
        return f"# {head[1]}: {head[2]}, {head[3]} {start}–{start + lines.count(chr(10)) - 1}\n{lines}"

    def run(self, words: Sequence[str]) -> str:
        """Run a command of crosp on the day that the page tells of."""
        _crosp, command, *rest = words
        day = DAY.get(command, ["--today=2026-10-15"])
        status, said = self.in_a_child([command, *day, *rest])
        if status == BUG:
            raise SystemExit(f"{shlex.join(words)}: {said}")
        return said

    def in_a_child(self, arguments: list[str]) -> tuple[int, str]:
        """Run crosp in a copy of this process, which has loaded it already; return its exit status and what it said."""
        with tempfile.TemporaryFile() as output:
            child = os.fork()
            if not child:
                os.chdir(self.folder)
                os.environ.clear()
                os.environ.update(self.environment)
                for number, file in enumerate((os.open(os.devnull, os.O_RDONLY), output.fileno(), output.fileno())):
                    os.dup2(file, number)
                sys.argv[1:] = arguments
                crosp()
            status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
            output.seek(0)
            return status, output.read().decode("utf-8")

    def fill_in(self, file: Path, lines: str) -> None:
        """Put a cell, and what stands above `cells:`, in the place of what stands in `file` so far."""
        text = file.read_text("utf-8")
        head, cells = re.split(r"^(?=cells:)", lines, flags=re.MULTILINE)
        _, row, cell = re.split(r"^(?=  \S|    \S)", cells, maxsplit=2, flags=re.MULTILINE)
        for part in re.split(r"^(?=\w)", head, flags=re.MULTILINE)[1:]:
            text = re.sub(rf"^{part.partition(':')[0]}:.*\n", part, text, count=1, flags=re.MULTILINE)
        start = text.index(cell.splitlines()[0], text.index(row))
        end = text.index("\n\n", start) + 1  # a cell ends at the next empty line
        file.write_text(text[:start] + cell + text[end:], "utf-8")


def _pieces(shown: Sequence[str]) -> list[list[str]]:
    """The lines of an answer, split where lines are left out."""
    pieces: list[list[str]] = [[]]
    for line in shown:
        if line == LEFT_OUT:
            pieces.append([])
        else:
            pieces[-1].append(line)
    return pieces


def main(arguments: Sequence[str]) -> int:
    """Write the pages, or with --check compare them; return the exit status."""
    old = []
    for module in ("crosp_cli.reading.workspace", "jinja2", "rich.table", "typer.rich_utils"):
        import_module(module)
    for name, locale in pages().items():
        if len(arguments) > ("--check" in arguments) and name not in arguments:
            continue
        made = page(name, locale)
        if made != (ROOT / name).read_text("utf-8"):
            old.append(name)
            if "--check" not in arguments:
                (ROOT / name).write_text(made, "utf-8", newline="\n")
    if "--check" in arguments and old:
        sys.stderr.write(f"{', '.join(old)}: run `make pages`.\n")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
