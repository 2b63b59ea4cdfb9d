"""Filling a person's own template with a report, in a process that is given little and can be stopped."""

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from jinja2 import TemplateNotFound

from crosp_cli.limits import TEMPLATE_SECONDS
from crosp_cli.output.comparison.wording import before_and_now
from crosp_cli.reports.content import ReportContent, values_of
from crosp_cli.reports.kinds import KINDS
from crosp_cli.reports.pictures.catalogue import PICTURES, picture
from crosp_cli.reports.user_templates import bounds
from crosp_cli.reports.user_templates.errors import Words
from crosp_cli.reports.user_templates.formats import form_of
from crosp_cli.reports.user_templates.loader import NotAllowedError, read_text
from crosp_cli.reports.user_templates.values import plain
from crosp_cli.reports.word_and_pdf.sheet import Sheet
from crosp_cli.reports.word_and_pdf.sheet_json import sheet_of
from crosp_cli.resources import resource
from crosp_cli.templating.environment import tidied
from crosp_cli.templating.inlined import hash_of, joined
from crosp_cli.text.translation import translation

_CHILD = "import sys; sys.path.append(sys.argv[1]); from crosp_cli.reports.user_templates.worker import main; main()"


@dataclass(frozen=True, slots=True)
class TemplateError(Exception):
    """Why a template could not be filled: what is wrong, in the user's language, and where."""

    message: str
    template: str
    line: int | None


def filled(template: Path, content: ReportContent, *, system: str = sys.platform) -> str:
    """Return `content` as the template in that file lays it out.

    Raises:
        TemplateError: the template cannot be filled, or not on this system.
    """
    form = form_of(template)
    text = str(_made(template, content, form, system))
    return tidied(text) if form == "markdown" else text


def filled_for_paper(template: Path, content: ReportContent, *, system: str = sys.platform) -> Sheet:
    """Return what goes on paper of the page that the template in that file makes of `content`.

    Raises:
        TemplateError: the template cannot be filled, or not on this system.
    """
    return sheet_of(_made(template, content, "sheet", system))


def _made(template: Path, content: ReportContent, wanted: str, system: str) -> Any:
    language, form = content.language, form_of(template)
    if not bounds.hold(system):
        raise TemplateError(Words(language).not_here(), str(template), None)
    folder = template.absolute().parent
    request = {
        "folder": str(folder),
        "template": template.name,
        "form": form,
        "wanted": wanted,
        "language": language,
        "values": values(content, form, folder),
        "seconds": TEMPLATE_SECONDS,
        "parent": os.getpid(),
    }
    answer = _asked(request, template)
    if "made" not in answer:
        raise TemplateError(answer["problem"], str(template.parent / answer["template"]), answer["line"])
    return answer["made"]


def values(content: ReportContent, form: str, folder: Path) -> dict[str, Any]:
    """Return all that a template in `folder` is given: plain values only."""
    language = content.language
    found = plain(values_of(content, form), language)
    if not isinstance(found, dict):
        raise TypeError("values are given by name")
    style = joined(_style_sheet(folder, name, language) for name in KINDS[content.kind].styles)
    pictures = {name: str(picture(content.shown, name)) for name in PICTURES} if content.shown else {}
    told = {"pictures": pictures, "cannot_be_compared": before_and_now(None, language)}
    return found | told | {"style": style, "style_hash": hash_of(style)}


def _style_sheet(folder: Path, name: str, language: str) -> str:
    """The style sheet that lies beside the template, else crosp's."""
    try:
        return read_text(folder, name)
    except TemplateNotFound:
        return (resource("templates") / name).read_text("utf-8")
    except NotAllowedError as error:
        raise TemplateError(Words(language).refused(*error.args), str(folder / name), None) from None


def _asked(request: dict[str, Any], template: Path) -> dict[str, Any]:
    """What the process answers; where it does not, why."""
    _ = translation(request["language"]).gettext
    command = [sys.executable, "-P", "-c", _CHILD, str(Path(__file__).parents[3])]
    data = json.dumps(request).encode()
    try:
        done = subprocess.run(  # noqa: S603 -- Python itself, with what stands above
            command,
            input=data,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=TEMPLATE_SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired:
        text = _("The template took more than {seconds} seconds and was stopped.").format(seconds=TEMPLATE_SECONDS)
        raise TemplateError(text, str(template), None) from None
    except OSError as error:  # no room for one more process
        text = _("The template could not be filled: {why}.").format(why=error.strerror)
        raise TemplateError(text, str(template), None) from None
    if done.returncode != 0 or not done.stdout:
        text = _("The template needed more memory or time than it may have, and was stopped.")
        raise TemplateError(text, str(template), None)
    answer: dict[str, Any] = json.loads(done.stdout)
    return answer
