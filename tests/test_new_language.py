"""A language that no file of `src` knows is one line, a catalogue and what crosp writes into people's files."""

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from crosp_cli.resources import resource

catalog = pytest.importorskip("babel.messages.catalog", reason="Babel is there for developers only")
mofile = pytest.importorskip("babel.messages.mofile")

LINE = '    "nb": {"nb": "norsk", "sv": "norska", "en": "Norwegian"},\n'
RUN = f"""\
import sys
from pathlib import Path
from types import ModuleType
from crosp_cli import resources, text

own, found = Path(sys.argv.pop(1)), resources.resource
resources.resource = lambda name: own / name if (own / name).is_dir() else found(name)
path = Path(text.__file__).parent / "languages.py"
source = path.read_text("utf-8")
languages = ModuleType("crosp_cli.text.languages")
sys.modules[languages.__name__] = text.languages = languages
exec(compile(source.replace("\\n}}\\n", "\\n" + {LINE!r} + "}}\\n", 1), path, "exec"), vars(languages))

from crosp_cli.__main__ import main
main()
"""


@pytest.fixture
def in_norwegian(crosp_process: Any, tmp_path: Path) -> Any:
    """Run crosp with Norwegian, in a folder with nothing in it."""
    shutil.copytree(resource("templates"), tmp_path / "own" / "templates")
    init = tmp_path / "own" / "templates" / "init"
    shutil.copy(init / "README.en.md.j2", init / "README.nb.md.j2")
    words = (init / "words.en.yaml").read_text("utf-8").replace("spring, autumn", "vaar, host")
    (init / "words.nb.yaml").write_text(words.replace("Both are optional.", "Begge er frivillige."), "utf-8")
    shutil.copytree(resource("locale"), tmp_path / "own" / "locale")
    messages = catalog.Catalog(locale="nb")
    messages.add("The language to answer in.", "Språket å svare på.")
    messages.add(("{count} file checked", "{count} files checked"), ("{count} fil", "{count} filer"))
    (tmp_path / "own/locale/nb/LC_MESSAGES").mkdir(parents=True)
    with (tmp_path / "own/locale/nb/LC_MESSAGES/crosp.mo").open("wb") as file:
        mofile.write_mo(file, messages)
    (tmp_path / "here").mkdir()

    def run_there(*arguments: str) -> Any:
        python = ("-c", RUN, str(tmp_path / "own"))
        return crosp_process(*arguments, python=python, cwd=tmp_path / "here", env={"COLUMNS": "200"})

    return run_there


def test_help_speaks_it(in_norwegian: Any) -> None:
    told = in_norwegian("--lang", "nb", "validate", "--help").out
    assert "sv|en|nb" in told
    assert "Språket å svare på." in told


def test_a_project_is_begun_and_checked_in_it(in_norwegian: Any, tmp_path: Path) -> None:
    begun = in_norwegian("init", "--lang", "nb", "--level", "school", "--unit", "Skolen", "--date", "2026-10-15")
    assert begun.status == 0
    assert "\nlanguage: nb\n" in (tmp_path / "here" / "crosp.yaml").read_text("utf-8")
    (first,) = (tmp_path / "here" / "assessments").rglob("*.yaml")
    assert "Begge er frivillige." in first.read_text("utf-8")
    checked = in_norwegian("validate")
    assert checked.status == 0
    assert " filer" in checked.out


def test_an_editor_offers_it(in_norwegian: Any) -> None:
    properties = json.loads(in_norwegian("schema", "project", "--lang", "nb").out)["properties"]
    assert properties["language"]["anyOf"][0]["enum"] == ["sv", "en", "nb"]
