"""Which language to speak: `--lang`, then crosp.yaml, then the locale, then Swedish, or English where there is none."""

import os
import re
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from crosp_cli.files.reading import RefusedError, read_bytes
from crosp_cli.reading.discovery import project_file
from crosp_cli.text.languages import LANGUAGES

_IN_PROJECT = re.compile(rf"^language:[ \t]*[\"']?((?i:{'|'.join(LANGUAGES)}))\b".encode(), re.MULTILINE)
_ANOTHER = re.compile(rb"^language:[ \t]*[\"']?[A-Za-z]", re.MULTILINE)
_OWN_FRAMEWORK = re.compile(rb"^framework:[ \t]*[\"']?(\./[^\s\"'#]+)", re.MULTILINE)
_LANGUAGES = re.compile(rb"^languages:[ \t]*(\[[^\[\]]*+\]|(?:\r?\n[ \t]*-[^\r\n]*)+)", re.MULTILINE)


def chosen_language(option: str | None, start: Path) -> str:
    """Return the language for a command that works at `start`.

    crosp.yaml is only glanced at here, so that help and errors come in the right language even where it is broken.
    """
    return option or _of_project(start) or _of_locale() or ("en" if _has_no_swedish(start) else LANGUAGES[0])


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
    found = _IN_PROJECT.search(_project(start)[1])
    return found.group(1).decode().lower() if found else None


def _has_no_swedish(start: Path) -> bool:
    """Whether people here write in a language that crosp does not speak, or use a framework without Swedish."""
    file, project = _project(start)
    if _ANOTHER.search(project):
        return True
    folder = _OWN_FRAMEWORK.search(project)
    if file is None or folder is None:
        return False
    return has_no_swedish(_content(file.parent / os.fsdecode(folder[1]) / "framework.yaml", file.parent))


def has_no_swedish(framework: bytes) -> bool:
    """Whether a framework.yaml, glanced at, says that it is in other languages."""
    languages = _LANGUAGES.search(framework)
    return languages is not None and re.search(rb"\bsv\b", languages[1]) is None


def _project(start: Path) -> tuple[Path | None, bytes]:
    with suppress(OSError):
        if file := project_file(start):
            return file, _content(file, file.parent)
    return None, b""


def _content(file: Path, within: Path) -> bytes:
    try:
        return read_bytes(file, within=within)
    except RefusedError:
        return b""


def _of_locale() -> str | None:
    for variable in ("LC_ALL", "LC_MESSAGES", "LANG"):
        value = os.environ.get(variable, "")
        if value:
            return next((known for known in LANGUAGES if value.lower().startswith(known)), None)
    return None
