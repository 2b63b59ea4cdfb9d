"""Which language to speak: `--lang`, then crosp.yaml, then the locale, then Swedish."""

import os
import re
from collections.abc import Iterable
from pathlib import Path

from crosp_cli.reading.discovery import project_file
from crosp_cli.text.languages import LANGUAGES

_IN_PROJECT = re.compile(rf"^language:[ \t]*[\"']?({'|'.join(LANGUAGES)})\b".encode(), re.MULTILINE)
_FIRST_BYTES = 65_536


def chosen_language(option: str | None, start: Path) -> str:
    """Return the language for a command that works at `start`.

    crosp.yaml is only glanced at here, so that help and errors come in the right language even where it is broken.
    """
    return option or _of_project(start) or _of_locale() or LANGUAGES[0]


def language_of_arguments(arguments: Iterable[str]) -> str:
    """Return the language for help and usage errors, before the arguments have been understood."""
    option = None
    given = list(arguments)
    for number, argument in enumerate(given):
        if argument.startswith("--lang="):
            option = argument.removeprefix("--lang=")
        elif argument == "--lang" and number + 1 < len(given):
            option = given[number + 1]
    return chosen_language(option if option in LANGUAGES else None, Path())


def _of_project(start: Path) -> str | None:
    try:
        file = project_file(start)
        if file is None or not file.is_file():
            return None
        with file.open("rb") as content:
            found = _IN_PROJECT.search(content.read(_FIRST_BYTES))
    except OSError:
        return None
    return found.group(1).decode() if found else None


def _of_locale() -> str | None:
    for variable in ("LC_ALL", "LC_MESSAGES", "LANG"):
        value = os.environ.get(variable, "")
        if value:
            return next((known for known in LANGUAGES if value.lower().startswith(known)), None)
    return None
