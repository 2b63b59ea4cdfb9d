"""What the build makes of the templates saves time, and never shows a page that they no longer describe."""

import runpy
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

import jinja2
import pytest

from crosp_cli.templating import environment as used

PREPARE = runpy.run_path(str(Path(__file__).parents[2] / "hatch_build.py"))["prepare"]
Load: TypeAlias = Callable[[str], jinja2.Template]


@pytest.fixture
def templates(tmp_path: Path) -> Path:
    folder = tmp_path / "templates"
    (folder / "init").mkdir(parents=True)
    (folder / "page.md.j2").write_text('{{ "*" | in_words }}{% include "init/part.html.j2" %}\n', "utf-8")
    (folder / "init" / "part.html.j2").write_text("{{ '&' }} {{ _('Measure') }}", "utf-8")
    PREPARE(folder)
    return folder


@pytest.fixture
def load(templates: Path, monkeypatch: pytest.MonkeyPatch) -> Load:
    """What gives a template as a new run would."""
    monkeypatch.setattr(used, "resource", lambda name: templates.parent / name)
    filters = {"in_words": lambda day: f"{day}day"}
    return lambda name: used.environment.__wrapped__("sv", lambda _language: filters).get_template(name)


def taken_from(template: jinja2.Template) -> str:
    assert template.filename is not None
    return Path(template.filename).suffix


def test_a_run_uses_what_the_build_made_and_it_says_what_the_template_says(templates: Path, load: Load) -> None:
    prepared = load("page.md.j2")
    shutil.rmtree(templates / "prepared")
    now = load("page.md.j2")
    assert (taken_from(prepared), taken_from(now)) == (".py", ".j2")
    assert prepared.render() == now.render() == "\\*day&amp; Insats"


@pytest.mark.parametrize(
    ("edit", "page"), [("Edited.\n", "Edited.\n"), ('{{ "_" | in_words }}\n', "\\_day\n"), ("", "")]
)
def test_an_edited_template_never_shows_the_old_page(templates: Path, load: Load, edit: str, page: str) -> None:
    (templates / "page.md.j2").write_text(edit, "utf-8")
    assert load("page.md.j2").render() == page


def test_an_edited_part_shows_in_the_page_that_takes_it_in(templates: Path, load: Load) -> None:
    (templates / "init" / "part.html.j2").write_text("anew", "utf-8")
    assert load("page.md.j2").render() == "\\*dayanew"


def test_templates_that_changed_names_are_not_taken_for_each_other(templates: Path, load: Load) -> None:
    page, part = templates / "page.md.j2", templates / "init" / "part.html.j2"
    text = part.read_text("utf-8")
    page.rename(part)
    page.write_text(text, "utf-8")
    assert load("page.md.j2").render() == "&amp; Insats"


def test_a_template_of_before_shows_no_page(templates: Path, load: Load) -> None:
    (templates / "init" / "part.html.j2").unlink()
    with pytest.raises(jinja2.TemplateNotFound):
        load("init/part.html.j2")


def test_another_jinja_makes_its_own(load: Load, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(jinja2, "__version__", "3.0")
    assert taken_from(load("page.md.j2")) == ".j2"


def test_preparing_again_leaves_nothing_of_before_and_tells_no_path(templates: Path) -> None:
    (templates / "page.md.j2").write_text("An edited page.\n", "utf-8")
    PREPARE(templates)
    (made,) = (templates / "prepared").iterdir()
    assert len(list(made.iterdir())) == 2
    assert str(templates) not in "".join(path.read_text("utf-8") for path in made.iterdir())
