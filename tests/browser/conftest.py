"""What the tests in a real browser share: Debian's chromium, and every kind of page in both languages.

Without a browser, these tests say that they were skipped. In CI, where `.ci/run` installs one and sets CROSP_BROWSER
to `required`, a skip is a failure.
"""

import os
import shutil
import subprocess
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

EXAMPLES = Path(__file__).parents[2] / "examples"
KINDS: tuple[tuple[str, ...], ...] = ((),)
"""The arguments with which `crosp render` makes each kind of page: one line for each."""
PATHS = (
    "ekskolan/assessments/ekskolan/2026-ht-school.yaml",
    "exempelkommun/assessments/2026-ht-organiser.yaml",
    "other-framework/assessments/mill-lane/2026-autumn-school-team.yaml",
)
LANGUAGES = ("sv", "en")
TODAY = "2026-11-22"


def unable(reason: str) -> None:
    """Skip the test, or fail it where the browser is required."""
    if os.environ.get("CROSP_BROWSER") == "required":
        pytest.fail(reason)
    pytest.skip(reason)


@dataclass(frozen=True)
class Rendered:
    """A page as a file."""

    path: Path

    @property
    def address(self) -> str:
        return self.path.as_uri()


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    """Chromium, started once for all tests."""
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        unable("playwright is not installed")
    executable = os.environ.get("CROSP_CHROMIUM") or shutil.which("chromium")
    if executable is None:
        unable("there is no chromium here")
    with sync_playwright() as playwright:
        # Root has no sandbox to give; the pages are our own.
        found = playwright.chromium.launch(
            executable_path=executable, args=["--no-sandbox"] if os.geteuid() == 0 else []
        )
        yield found
        found.close()


@pytest.fixture(scope="session")
def rendered(tmp_path_factory: pytest.TempPathFactory, crosp: Callable[..., Any]) -> Callable[..., Rendered]:
    """Render an example as a page: `rendered(path, kind, language)`. Each is made once."""
    folder = tmp_path_factory.mktemp("pages")
    made: dict[tuple[object, ...], Rendered] = {}

    def render(path: str, kind: tuple[str, ...], language: str) -> Rendered:
        key = (path, kind, language)
        if key not in made:
            target = folder / f"{len(made)}.html"
            result = crosp(
                "render", EXAMPLES / path, *kind, "--lang", language, "--today", TODAY, "-o", target, cwd=folder
            )
            assert result.status == 0, result.err
            made[key] = Rendered(target)
        return made[key]

    return render


@pytest.fixture
def opened(browser: Any) -> Iterator[Callable[..., Any]]:
    """Open a page: `opened(page, width=320, scheme="dark")`. What it asks for and complains of is kept on it."""
    contexts: list[Any] = []

    def open_page(page: Rendered, width: int = 1280, scheme: str = "light", **more: Any) -> Any:
        context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme, **more)
        contexts.append(context)
        found = context.new_page()
        found.asked_for = []
        found.complaints = []
        found.on("request", lambda request: found.asked_for.append(request.url))
        found.on("console", lambda message: found.complaints.append(message.text))
        found.on("pageerror", lambda error: found.complaints.append(str(error)))
        found.goto(page.address)
        return found

    yield open_page
    for context in contexts:
        context.close()


@pytest.fixture(scope="session")
def printed_pages() -> Callable[[Path], tuple[int, str]]:
    """Return how many pages a PDF has, and the size of its paper."""

    def count(path: Path) -> tuple[int, str]:
        if shutil.which("pdfinfo") is None:
            unable("there is no pdfinfo here (poppler-utils)")
        told = subprocess.run(["pdfinfo", path], capture_output=True, text=True, check=True, timeout=60).stdout
        facts = dict(line.split(":", 1) for line in told.splitlines() if ":" in line)
        return int(facts["Pages"]), facts["Page size"].strip()

    return count


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Run what asks for a path, a kind or a language on each of them."""
    names = {"path": PATHS, "kind": KINDS, "language": LANGUAGES}
    for name, values in names.items():
        if name in metafunc.fixturenames:
            ids = [" ".join(v) or "report" for v in values] if name == "kind" else [Path(v).stem for v in values]
            metafunc.parametrize(name, values, ids=ids)
