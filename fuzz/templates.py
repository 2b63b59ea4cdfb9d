"""A template of somebody's own is filled: it answers, in time, with nothing on the page that runs or fetches."""

import signal
import tempfile
from contextlib import suppress
from datetime import date
from html.parser import HTMLParser
from pathlib import Path
from types import FrameType
from typing import Any

from crosp_cli.cli.commands.render.run import rendered
from crosp_cli.cli.select.only import Only
from crosp_cli.reports.user_templates.allowed_html import ELEMENTS
from crosp_cli.reports.user_templates.page import written_anew
from crosp_cli.reports.user_templates.render import values
from crosp_cli.reports.user_templates.worker import answer

EXAMPLE = Path(__file__).parents[1] / "examples" / "ekskolan" / "assessments" / "ekskolan" / "2026-ht-school.yaml"
FOLDER = Path(tempfile.mkdtemp(prefix="crosp-fuzz-"))
FORMS = ("html", "markdown", "text")
WAITED = 2
"""Seconds until the process for a template would be ended; here it is told to stop."""


class EndedError(BaseException):
    """The time is over: no template can catch this."""


def _end(_signal: int, _frame: FrameType | None) -> None:
    raise EndedError


signal.signal(signal.SIGALRM, _end)


def _given() -> dict[str, dict[str, Any]]:
    paper = rendered(EXAMPLE, Only(), None, date(2026, 11, 22), "sv", named_day=None, aside=True)
    return {form: values(paper, form, FOLDER) for form in FORMS}


GIVEN = _given()
"""Made before anything is tried: the one that tries has an alarm of its own, which would end this too."""


class _Page(HTMLParser):
    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag in ELEMENTS, tag
        for name, value in attrs:
            assert not name.startswith("on"), name
            assert "script:" not in (value or "").lower() or name not in ("href", "src", "style"), value


def tried(data: bytes) -> None:
    """Fill what stands in the bytes, in each form in turn, and look at what was made."""
    form = FORMS[data[0] % 3] if data else "html"
    (FOLDER / "a.j2").write_bytes(data[1:])
    request = {
        "folder": str(FOLDER), "template": "a.j2", "form": form, "language": "sv",
        "wanted": "sheet" if data[:1] > b"\x80" and form == "html" else "text",
        "values": dict(GIVEN[form]),
    }  # fmt: skip
    signal.setitimer(signal.ITIMER_REAL, WAITED)
    with suppress(EndedError):
        told = answer(request)
        assert told.keys() in ({"made"}, {"problem", "template", "line"}), told
        if form == "html" and isinstance(made := told.get("made"), str):
            _Page().feed(made)
            assert written_anew(made).split() == made.split()
    signal.setitimer(signal.ITIMER_REAL, 0)
