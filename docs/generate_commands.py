"""Writes how each command is called, and the tables of its arguments and options, from the Typer app.

Run `make pages` after a change to an option. A page `docs/<language>/commands/<command>.md` has a part for the command,
and one for each command inside it.
"""

import re
import subprocess
import sys
from collections.abc import Iterator
from functools import partial
from gettext import gettext
from pathlib import Path
from typing import Any

from generated import DOCS, LANGUAGES, cell, filled, table, write

from crosp_cli.text.translation import speak

EVERYWHERE = {"lang", "help"}
"""Told once, on the page about all commands."""

HEADS = {
    "sv": {"argument": ("Argument", "Betydelse"), "option": ("Val", "Betydelse")},
    "en": {"argument": ("Argument", "Meaning"), "option": ("Option", "Meaning")},
}


def part(path: str, language: str) -> str:
    """Return the usage line and the tables of the command at `path`, such as `template copy`."""
    import typer

    from crosp_cli.cli.app import command  # once the language is chosen: help texts are made when this is imported

    found: Any = command()
    for name in path.split():
        found = found.commands[name]
    context = typer.Context(found)
    shown = [parameter for parameter in found.get_params(context) if parameter.name not in EVERYWHERE]
    pieces = (piece.strip("{}") for piece in found.collect_usage_pieces(context))
    parts = [f"```text\n{' '.join(['crosp', path, *pieces])}\n```\n"]
    for kind, heads in HEADS[language].items():
        rows = [_row(parameter, context) for parameter in shown if parameter.param_type_name == kind]
        parts += [table(heads, rows)] if rows else []
    return "\n".join(parts)


def _row(parameter: Any, context: Any) -> tuple[str, str]:
    """A parameter's names with what it takes, and what it means with what holds without it."""
    name, told = parameter.get_help_record(context)
    meaning = cell(parameter.help)
    if default := re.search(r"\[default: ([\w-]{2,})", told):
        meaning += " " + gettext("[default: {}]").format(default[1])
    values = re.search(r"<(\w[\w-]*(?:\|[\w-]+)+)>$", name)
    if values and parameter.param_type_name == "argument":
        return f"`{name.split()[0]}`", meaning + "<br>" + ", ".join(f"`{one}`" for one in values[1].split("|"))
    return f"`{cell(re.sub(r' <(?:path|str|list.*)>$', '', name).replace('<', '').replace('>', ''))}`", meaning


def pages(language: str) -> Iterator[tuple[Path, str]]:
    """Yield each page of a command, as it should stand."""
    speak(language)
    for path in sorted((DOCS / language / "commands").glob("*.md")):
        yield path, filled(path.read_text("utf-8"), "generate_commands", partial(part, language=language))


def main(arguments: list[str]) -> int:
    """Write or check the pages of the language that is named; without one, of each in a process of its own."""
    for language in LANGUAGES:
        if language in arguments:
            return write(dict(pages(language)), arguments)
    runs = [[sys.executable, __file__, language, *arguments] for language in LANGUAGES]
    return max(subprocess.run(run, check=False).returncode for run in runs)  # noqa: S603 -- this file


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
