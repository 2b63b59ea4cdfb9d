"""A summary is at most two pages of A4, whatever it is made of."""

import os
import re
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from crosp_cli.reports.content import ReportContent
from crosp_cli.reports.html import as_html
from crosp_cli.text.phrase import Phrase

from .conftest import example_paths

Make = Callable[[Path, str], Any]

CHROMIUM = next(filter(None, map(shutil.which, ("chromium-headless-shell", "chromium", "google-chrome"))), None)
pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(
        (CHROMIUM is None or shutil.which("pdftotext") is None) and not os.environ.get("CROSP_NO_SKIPS"),
        reason="needs chromium and pdftotext to print and to count",
    ),
]


def at_length(report: Any) -> Any:
    """The report with more measures, and each text far longer than anybody writes."""
    long = Phrase("Samverkansmötesdokumentationsansvarig " * 40, report.own_language)
    return report._replace(
        soonest=tuple(view._replace(what=long, responsible=long) for view in report.soonest * 3),
        focus=tuple(focus._replace(need=long if focus.need else None) for focus in report.focus),
    )


def printed(texts: list[str], folder: Path) -> list[str]:
    """Print pages one after another, which is faster than one at a time, and return the text of each sheet."""
    bodies = [re.search(r"<body class=\"(.*?)\">(.*)</body>", text, re.DOTALL) for text in texts]
    joined = "".join(f'<div class="{body[1]}" style="break-before: page">{body[2]}</div>' for body in bodies if body)
    head = texts[0].partition("<body")[0].replace("http-equiv", "data-not")  # what allows no styles but the page's own
    page, sheets = folder / "page.html", folder / "page.pdf"
    page.write_text(f"{head}<body>{joined}</body></html>", "utf-8")
    command = [CHROMIUM or "", "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer"]
    more = [f"--user-data-dir={folder / 'profile'}", f"--print-to-pdf={sheets}", page.as_uri()]
    subprocess.run([*command, *more], check=True, capture_output=True, timeout=120)
    assert "A4" in subprocess.run(["pdfinfo", str(sheets)], check=True, capture_output=True, text=True).stdout
    text = subprocess.run(["pdftotext", "-layout", str(sheets), "-"], check=True, capture_output=True, text=True).stdout
    return text.removesuffix("\f").split("\f")


def test_each_summary_takes_at_most_two_sheets(tmp_path: Path, make: Make) -> None:
    reports = [make(path, language) for path in example_paths() for language in ("sv", "en")]
    reports += [at_length(report) for report in reports]
    sheets = printed([as_html(ReportContent("summary", report)) for report in reports], tmp_path)
    begins = [number for number, text in enumerate(sheets) if re.search(r"^ *(Sammanfattning|Summary): ", text, re.M)]
    assert len(begins) == len(reports)
    taken = [after - before for before, after in zip(begins, [*begins[1:], len(sheets)], strict=True)]
    assert max(taken) <= 2, taken
