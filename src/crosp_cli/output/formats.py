"""The formats that each result comes in: what writes it, by result and format. Commands offer what is found here.

A result says in its folder what it comes in (`FORMATS`), the usual format first; as text it is one screen, and in full
one of its own. What writes a result takes what every other format of it takes, and returns a text, bytes, or what rich
draws. It is imported when it is asked for: there is nothing but names in `FORMATS`.
"""

from collections.abc import Callable, Mapping
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from typing import Any

from crosp_cli import output


def _(text: str) -> str:
    """Mark a text for the catalogues; whoever shows it has it translated."""
    return text


_IN_FULL = "-in-full"
"""What the name of a result ends in that is another one in full."""
_OF_FLOORS_ABOVE: Mapping[str, Mapping[str, str]] = {
    "report": {
        "html": "reports.html:as_html",
        "markdown": "reports.markdown:as_markdown",
    },
    "form": {
        "html": "filling.page:as_page",
        "xlsx": "filling.workbook.write:as_workbook",
    },
    "form-on-paper": {"html": "filling.paper:as_page"},
    "page": {
        "docx": "reports.word_and_pdf.docx:as_docx",
        "pdf": "reports.word_and_pdf.pdf:as_pdf",
    },
    "sheet": {
        "docx": "reports.word_and_pdf.docx:sheet_as_docx",
        "pdf": "reports.word_and_pdf.pdf:sheet_as_pdf",
    },
}
"""What papers and forms come in. A page is a report in HTML, and a sheet what of it goes on paper: what is made of them
in turn."""

ANSWERS: Mapping[str, str] = {
    "analysis": "output.analysis.json_types:AnalysisDocument",
    "change": "output.comparison.json_types:ChangeDocument",
    "follow-up": "output.follow_up.json_types:FollowUpDocument",
    "collaborations-overview": "output.collaborations.json_types:CollaborationsDocument",
    "migration": "output.migration.json_types:MigrationDocument",
    "programme-answer": "output.programme.json_types:ProgrammeDocument",
}
"""The shape of each answer in JSON that has a schema. It is called as in its `format`, and so is its file of words."""

PRINTED = frozenset({"text", "json", "markdown"})
"""What a result is read in where it is printed. Any other format is a program's: nothing else is printed before it."""

BESIDE_THE_REPOSITORY = frozenset({"github", "gitlab", "sarif", "junit"})
"""What is shown on a page of the repository, which knows files by where they lie from its top."""

ALSO: Mapping[str, str] = {
    "docx": "word doc",
    "html": "htm webb web sida page",
    "ics": "kalender calendar ical outlook",
    "markdown": "md",
    "text": "txt terminal",
    "xlsx": "excel kalkylblad kalkylark arbetsbok workbook spreadsheet xls",
}
"""What people call formats, in Swedish and English: suggested where somebody writes that."""

_EXTRAS: Mapping[str, tuple[str, str]] = {
    "ics": ("calendar", _("a calendar")),
    "xlsx": ("xlsx", _("a workbook")),
}
"""The formats whose library is installed by an extra of that name only, and what they are called."""

_ENDINGS: Mapping[str, tuple[str, ...]] = {
    "html": (".html", ".htm"),
    "markdown": (".md", ".markdown"),
    "text": (".txt",),
}


class MissingPartError(Exception):
    """A part of crosp that is installed only by those who want it is not there."""

    def __init__(self, extra: str, form: str = "") -> None:
        """`extra` installs it; `form` is what is made with it, if that is called otherwise (not yet translated)."""
        super().__init__(extra)
        self.extra = extra
        self.form = form or extra


def names(*results: str) -> tuple[str, ...]:
    """Return the names of the formats that these results come in."""
    return tuple(name for result in results for name in _formats(result))


def results() -> tuple[str, ...]:
    """Return the names of all results that there are."""
    folders = [found.name for found in iter_modules(output.__path__) if found.ispkg]
    return (*(result for folder in folders for result in _of_folder(folder)), *_OF_FLOORS_ABOVE)


def every_format() -> tuple[str, ...]:
    """Return the names of all formats that there are."""
    return tuple(dict.fromkeys(names(*results())))


def writer(result: str, name: str) -> Callable[..., Any]:
    """Return what writes a result in the format of that name.

    Raises:
        MissingPartError: the library that makes it is not installed.
    """
    try:
        return named(_formats(result)[name])
    except ModuleNotFoundError as error:
        if name not in _EXTRAS or (error.name or "").startswith("crosp_cli"):
            raise
        raise MissingPartError(*_EXTRAS[name]) from None


def _formats(result: str) -> Mapping[str, str]:
    own = _OF_FLOORS_ABOVE.get(result)
    return own or _of_folder(result.removesuffix(_IN_FULL).replace("-", "_"))[result]


def _of_folder(folder: str) -> Mapping[str, Mapping[str, str]]:
    found: Mapping[str, Mapping[str, str]] = import_module(f"{output.__name__}.{folder}").FORMATS
    return found


def named(function: str) -> Callable[..., Any]:
    """Return the function that a register names as `module:function`."""
    module, _, name = function.partition(":")
    found: Callable[..., Any] = getattr(import_module(f"crosp_cli.{module}"), name)
    return found


def ending(name: str) -> str:
    """Return what the name of a file in that format ends in: ".md"."""
    return _endings(name)[0]


def named_by(file: Path, among: tuple[str, ...]) -> str | None:
    """Return the format, one of `among`, that the name of a file says it has; None where it says nothing."""
    return next((name for name in among if file.suffix.lower() in _endings(name)), None)


def _endings(name: str) -> tuple[str, ...]:
    return _ENDINGS.get(name, (f".{name}",))
