"""What the tests in a real browser share: Debian's chromium, and every kind of page in both languages.

That without a window (chromium-headless-shell) is taken first: the same engine in two thirds of the time.

Each page is opened once, and every test of it runs on the page as it stands, under the page's own policy: the tests
change the window, the colours and the medium, and what they put in they take out again.

Without a browser, these tests say that they were skipped. In CI, where `.ci/run` installs one and sets CROSP_NO_SKIPS,
a skip is a failure.
"""

import os
import shutil
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest

from crosp_cli.reports.decision_memo import MEMO
from crosp_cli.reports.kinds import KINDS

from .axe import EVERY_MODE

EXAMPLES = Path(__file__).parents[2] / "examples"
SCHOOL = "ekskolan/assessments/ekskolan/2026-ht-school.yaml"
PATHS = (
    SCHOOL,
    "exempelkommun/assessments/2026-ht-organiser.yaml",
    "other-framework/assessments/mill-lane/2026-autumn-school-team.yaml",
)
DOCUMENT = "exempelkommun/memos/2026-12-delade-kuratorstjanster.yaml"
REGISTERS = {
    "programme": ("exempelkommun/programmes/uss.yaml", ("--beside",)),
    "collaborations": ("exempelkommun", ()),
}
"""The pages that a command of their own makes: of what, and with which options."""
LANGUAGES = ("sv", "en")
TODAY = "2026-11-22"


@dataclass(frozen=True)
class Paper:
    """A page to try: what it is made of, as what, and in which language."""

    path: str
    kind: str
    language: str

    @property
    def is_report(self) -> bool:
        return self.kind == "report"

    def __str__(self) -> str:
        return f"{self.kind}-{Path(self.path).stem}-{self.language}"


PAPERS = tuple(
    Paper(path, kind, language)
    for row, kind in enumerate(KINDS)
    for column, path in enumerate((*PATHS, DOCUMENT) if kind == MEMO else PATHS)
    for turn, language in enumerate(LANGUAGES)
    if EVERY_MODE or (row + column + turn) % 2 == 0
) + tuple(
    Paper(path, command, language)
    for row, (command, (path, _options)) in enumerate(REGISTERS.items())
    for turn, language in enumerate(LANGUAGES)
    if EVERY_MODE or (row + turn) % 2 == 0
)
"""Every kind of every example, and each register; the memo from assessments and from a document of its own.

Each in one of the languages, so that each kind and each example is there in both, or in both with CROSP_EVERY_MODE
(`make browser`)."""


def unable(reason: str) -> None:
    """Skip the test, or fail it where the browser is required."""
    if os.environ.get("CROSP_NO_SKIPS"):
        pytest.fail(reason)
    pytest.skip(reason)


class Opened:
    """A page in the browser. What it asked for and complained of since it was opened is kept."""

    def __init__(self, context: Any, path: Path) -> None:
        self.address = path.as_uri()
        self.asked_for: list[str] = []
        self.complaints: list[str] = []
        self.page = context.new_page()
        self.page.on("request", lambda request: self.asked_for.append(request.url))
        self.page.on("console", lambda message: self.complaints.append(message.text))
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.look()
        self.page.goto(self.address)

    def look(self, width: int = 1280, scheme: str = "light", media: str = "screen") -> Any:
        """Show the page so wide, in those colours, on a screen or for print."""
        if self.page.viewport_size["width"] != width:
            self.page.set_viewport_size({"width": width, "height": 900})
        self.page.emulate_media(color_scheme=scheme, media=media)
        return self.page

    def evaluate(self, script: str, argument: Any = None) -> Any:
        return self.page.evaluate(script, argument)

    @contextmanager
    def styled(self, style: str) -> Iterator[None]:
        """Add a style that the page's policy has no say in, as a reader's own style sheet."""
        self.evaluate(
            "style => { const s = new CSSStyleSheet(); s.replaceSync(style); document.adoptedStyleSheets = [s]; }",
            style,
        )
        try:
            yield
        finally:
            self.evaluate("document.adoptedStyleSheets = []")

    def printed(self, path: Path) -> "Printed":
        """Print the page to a file."""
        self.look(media="print")
        self.page.pdf(path=path, prefer_css_page_size=True)
        return _read_print(path)


@dataclass(frozen=True)
class Printed:
    """A printed page: the size of its paper, and the lines on each of its sheets, without the sheet's number."""

    paper: str
    sheets: tuple[tuple[str, ...], ...]


def _read_print(path: Path) -> Printed:
    if shutil.which("pdfinfo") is None or shutil.which("pdftotext") is None:
        unable("there is no pdfinfo or pdftotext here (poppler-utils)")
    told, text = (
        subprocess.run(command, capture_output=True, text=True, check=True, timeout=60).stdout
        for command in (["pdfinfo", path], ["pdftotext", "-layout", path, "-"])
    )
    facts = dict(line.split(":", 1) for line in told.splitlines() if ":" in line)
    sheets = [
        [" ".join(line.split()) for line in sheet.splitlines() if line.strip()]
        for sheet in text.removesuffix("\f").split("\f")
    ]
    count = int(facts["Pages"])
    numbers = [sheet[-1].replace(" ", "") for sheet in sheets]
    assert numbers == [f"{number}/{count}" for number in range(1, count + 1)]
    return Printed(facts["Page size"].strip(), tuple(tuple(sheet[:-1]) for sheet in sheets))


@pytest.fixture(scope="session")
def axe() -> str:
    """The source of axe-core."""
    try:
        return files("axe_playwright_python").joinpath("axe.min.js").read_text("utf-8")
    except ImportError:
        unable("axe-playwright-python, which holds axe-core, is not installed")
        raise


@pytest.fixture(scope="session")
def chromium() -> Iterator[Any]:
    """Chromium, started once for all tests."""
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        unable("playwright is not installed")
    executable = os.environ.get("CROSP_CHROMIUM") or shutil.which("chromium-headless-shell") or shutil.which("chromium")
    if executable is None:
        unable("there is no chromium here")
    with sync_playwright() as playwright:
        # Root has no sandbox to give; the pages are our own.
        browser = playwright.chromium.launch(
            executable_path=executable, args=["--no-sandbox"] if os.geteuid() == 0 else []
        )
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def context(chromium: Any, axe: str) -> Any:
    """A window in which axe-core stands ready in every page."""
    found = chromium.new_context(viewport={"width": 1280, "height": 900})
    found.add_init_script(axe)
    return found


@pytest.fixture(scope="session")
def render(tmp_path_factory: pytest.TempPathFactory, crosp: Callable[..., Any]) -> Callable[[Paper], Path]:
    """Render an example as a page, once."""
    folder = tmp_path_factory.mktemp("pages")

    def made(paper: Paper) -> Path:
        target = folder / f"{paper}.html"
        if not target.exists():
            _path, options = REGISTERS.get(paper.kind, ("", ("--kind", paper.kind)))
            command = paper.kind if paper.kind in REGISTERS else "render"
            more = (*options, "--lang", paper.language, "--today", TODAY, "-o", target)
            result = crosp(command, EXAMPLES / paper.path, *more, cwd=folder)
            assert result.status == 0, result.err
        return target

    return made


@pytest.fixture(scope="session")
def opened_once(paper: Paper, context: Any, render: Callable[[Paper], Path]) -> Iterator[Opened]:
    """The page of `paper`, opened once for all its tests."""
    found = Opened(context, render(paper))
    yield found
    found.page.close()


@pytest.fixture
def opened(opened_once: Opened) -> Opened:
    """The page of `paper`, as it is first seen: wide and in light."""
    opened_once.look()
    return opened_once


@pytest.fixture
def opened_anew(context: Any) -> Iterator[Callable[[Path], Opened]]:
    """Open a page for one test only, which may change it."""
    pages: list[Opened] = []

    def open_page(path: Path) -> Opened:
        pages.append(Opened(context, path))
        return pages[-1]

    yield open_page
    for found in pages:
        found.page.close()


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Run what asks for a page on every one of them, all tests of a page after another."""
    if "opened" in metafunc.fixturenames:
        each = [pytest.param(paper, id=str(paper)) for paper in PAPERS]
        metafunc.parametrize("paper", each, scope="session")
    elif "language" in metafunc.fixturenames:
        metafunc.parametrize("language", LANGUAGES)
