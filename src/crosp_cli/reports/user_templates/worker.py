"""The process in which a person's own template is filled: little memory, no files to write, a result of bounded size.

It is given one JSON object on standard input and answers with another on standard output: the text that was made, or
what was wrong and where.
"""

import json
import sys
from pathlib import Path
from typing import Any

from jinja2 import TemplateNotFound, TemplateSyntaxError, UndefinedError
from jinja2.exceptions import SecurityError, TemplateRuntimeError
from markupsafe import Markup

from crosp_cli import child_process
from crosp_cli.limits import PAPER_CHARACTERS, PAPER_PARTS, TEMPLATE_CHARACTERS
from crosp_cli.reports.user_templates import bounds
from crosp_cli.reports.user_templates.errors import UnreachableError, Words
from crosp_cli.reports.user_templates.loader import FolderLoader, NotAllowedError, beside
from crosp_cli.reports.user_templates.page import NO_TEXT, written_anew
from crosp_cli.reports.user_templates.sandbox import Sandbox, TooMuchError, said, sandbox
from crosp_cli.reports.word_and_pdf.sheet import on_paper
from crosp_cli.reports.word_and_pdf.sheet_json import as_values
from crosp_cli.reports.word_and_pdf.sheet_tables import places
from crosp_cli.text.direction import with_directions
from crosp_cli.text.html import with_whole_dates


def main() -> None:
    """Read the request, answer it."""
    request = request_of(sys.stdin.buffer.read())
    kept = bounds.are_set(request["seconds"], request["parent"])
    child_process.answer(json.dumps(answer(request) if kept else _refusal(request)).encode())


def request_of(data: bytes) -> dict[str, Any]:
    """Return the request that JSON holds, in it each text that came with its language as one that knows it."""
    request: dict[str, Any] = json.loads(data, object_hook=_with_languages)
    return request


def answer(request: dict[str, Any]) -> dict[str, Any]:
    """Return `{"made": …}`, or `{"problem": …, "template": …, "line": …}`."""
    words, values = Words(request["language"]), request["values"]
    values["style"] = Markup(values["style"])  # noqa: S704 -- a style sheet of the template's folder or crosp's
    loader = FolderLoader(Path(request["folder"]))
    environment = sandbox(loader, request["form"], request["language"], values)
    try:
        text = _filled(environment, request["template"], values)
        return {"made": _wanted(text, request["form"], request["wanted"])}
    except Exception as error:  # whatever a template does, a person is told what and where
        template, line = _place(error, loader)
        return {
            "problem": _problem(error, words, environment, loader),
            "template": template or request["template"],
            "line": line,
        }


def _refusal(request: dict[str, Any]) -> dict[str, Any]:
    return {"problem": Words(request["language"]).not_here(), "template": request["template"], "line": None}


def _wanted(text: str, form: str, wanted: str) -> Any:
    """The text; a page is written anew, and what goes on paper is taken from it here, where time and memory end."""
    if wanted == "sheet":
        if len(text) > PAPER_CHARACTERS or text.count("<") - text.count("</") > PAPER_PARTS:
            raise TooMuchError
        sheet = on_paper(written_anew(text))
        if places(sheet.body) > PAPER_PARTS:
            raise TooMuchError
        return as_values(sheet)
    return with_directions(with_whole_dates(written_anew(text))) if form == "html" else text


def _filled(environment: Sandbox, template: str, values: dict[str, Any]) -> str:
    made, length = [], 0
    for piece in environment.get_template(template).generate(values):
        made.append(piece)
        length += len(piece)
        if length > TEMPLATE_CHARACTERS:
            raise TooMuchError
    return NO_TEXT.sub("", "".join(made).encode("utf-8", "replace").decode())  # half a character is none


def _problem(error: Exception, words: Words, environment: Sandbox, loader: FolderLoader) -> str:
    match error:
        case NotAllowedError():
            return words.refused(error.args[0], error.args[1])
        case TemplateNotFound():
            return words.not_there(str(error.name or ""), beside(loader.folder))
        case TemplateSyntaxError() | TemplateRuntimeError() if not isinstance(error, UndefinedError | SecurityError):
            return words.syntax(str(error.message), environment.filters, environment.tests)
        case UndefinedError():
            return str(error.message)
        case UnreachableError():
            return str(error.message)
        case SecurityError():
            return words.not_for_templates("…")
        case RecursionError():
            return words.too_deep()
        case TooMuchError() | MemoryError() | OverflowError():
            return words.too_much()
    try:
        return words.other(error)
    except UnreachableError as unreachable:  # the error is about what has no text
        return str(unreachable.message)


def _place(error: BaseException, loader: FolderLoader) -> tuple[str | None, int | None]:
    """The template and the line in it that the error comes from, as far as that is known."""
    if isinstance(error, TemplateSyntaxError):
        return error.name, error.lineno
    found: tuple[str | None, int | None] = (None, None)
    step = error.__traceback__
    while step is not None:
        name = step.tb_frame.f_code.co_filename
        if name in loader.sources:
            found = name, step.tb_lineno
        step = step.tb_next
    return found


def _with_languages(value: dict[str, Any]) -> Any:
    return said(value["text"], value["language"]) if value.keys() == {"text", "language"} else value
