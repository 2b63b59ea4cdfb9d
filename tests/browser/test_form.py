"""The form to fill in: typed in a real browser, kept there, and read back by crosp as it was typed."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from crosp_cli.reading.yaml.tree import parse

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("form")]

PLACE = "cells/participation/governance"


@pytest.fixture
def window(context: Any) -> Iterator[Any]:
    """A browser window of its own, in which nothing has been kept yet."""
    found = context.browser.new_context(viewport={"width": 1280, "height": 900}, accept_downloads=True)
    yield found
    found.close()


@pytest.fixture(scope="module")
def blank(tmp_path_factory: pytest.TempPathFactory, crosp: Callable[..., Any]) -> Path:
    """A form that is for no assessment yet."""
    folder = tmp_path_factory.mktemp("form")
    made = crosp("form", "--level", "school", "--lang", "sv", "-o", "form.html", cwd=folder)
    assert made.status == 0, made.err
    return folder / "form.html"


def opened(window: Any, path: Path) -> Any:
    """The form in a new page, which complains of nothing and asks for nothing."""
    page = window.new_page()
    page.on("pageerror", lambda error: pytest.fail(str(error)))
    page.on("console", lambda message: pytest.fail(message.text))
    page.on("request", lambda request: None if request.url.startswith(("file:", "blob:")) else pytest.fail(request.url))
    page.goto(path.as_uri())
    return page


def begin(page: Any) -> None:
    page.fill("#unit", "ekskolan")
    page.fill("#occasion", "2026-ht")
    page.fill("#date", "2026-10-15")


def to_cell(page: Any) -> None:
    page.click("#overview")
    page.click("[data-cell='participation--governance'] button")


def downloaded(page: Any, path: Path) -> Path:
    if page.locator("#overview").is_visible():
        page.click("#overview")
    with page.expect_download() as found:
        page.click("#download")
        assert page.locator("#problems").is_hidden(), page.locator("#problems").inner_text()
    found.value.save_as(path)
    return path


@pytest.mark.parametrize("width", [1280, 360])
def test_what_is_typed_is_kept_and_read_back(
    window: Any, blank: Path, tmp_path: Path, crosp: Callable[..., Any], width: int
) -> None:
    page = opened(window, blank)
    page.set_viewport_size({"width": width, "height": 740})
    begin(page)
    to_cell(page)
    field = page.get_by_label("Nuläge")
    field.filter(visible=True).type('Vi frågar: "hur?" och # svarar\n- två rader\n- å ä ö')
    page.get_by_label("2 – På plats").filter(visible=True).check()
    page.get_by_role("button", name="Lägg till en insats").filter(visible=True).click()
    page.keyboard.type("Öppna möten varje vecka")
    page.close()

    page = opened(window, blank)
    page.set_viewport_size({"width": width, "height": 740})
    file = downloaded(page, tmp_path / "2026-ht-school.yaml")
    answer = crosp("validate", file, cwd=tmp_path)
    assert answer.status == 0, answer.out + answer.err
    assert parse(file.read_text("utf-8"), "x")[0].data["cells"] == {
        "participation": {
            "governance": {
                "current_state": {
                    "reflection": 'Vi frågar: "hur?" och # svarar\n- två rader\n- å ä ö',
                    "rating": "2",
                },
                "measures": [{"id": "oppna-moten-varje-vecka", "what": "Öppna möten varje vecka"}],
            }
        }
    }
