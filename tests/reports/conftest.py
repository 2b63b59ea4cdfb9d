"""What the tests of reports share: reports made from files, and a page taken apart."""

import importlib.util
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

from crosp_cli.analysis.assessment.analyse import analyse
from crosp_cli.cli.select.load import load_assessment
from crosp_cli.cli.select.siblings import Siblings
from crosp_cli.model.guidance import References
from crosp_cli.output.analysis.build import AnalysisView, analysis_view

TODAY = date(2026, 11, 22)
_VOID = frozenset({"br", "meta", "hr"})

Make = Callable[[Path, str], AnalysisView]

GOLDEN = Path(__file__).parents[1] / "golden"


def golden(name: str) -> Any:
    """The module of that name in tests/golden."""
    if name == "write":
        golden("papers")
    if name not in sys.modules:
        spec = importlib.util.spec_from_file_location(name, GOLDEN / f"{name}.py")
        assert spec is not None
        assert spec.loader is not None
        sys.modules[name] = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(sys.modules[name])
    return sys.modules[name]


@pytest.fixture(scope="session")
def paper(crosp: Callable[..., Any], tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], bytes]:
    """Return the paper that a file in tests/golden is of, as crosp makes it. Each is made once."""
    commands = dict(golden("write").commands())
    folder = tmp_path_factory.mktemp("papers")

    @cache
    def made(name: str) -> bytes:
        result = crosp(*commands[name], "-o", folder / name)
        assert result.status == 0, result.err
        return (folder / name).read_bytes()

    return made


@pytest.fixture(scope="session")
def make() -> Make:
    """Return the report on the assessment in a file, in a language, as on one and the same day. Files do not change."""

    @cache
    def made(path: Path, language: str) -> AnalysisView:
        one = load_assessment(path, language)
        series = Siblings([one]).series(one, language)
        references = one.context.references() or References()
        analysis = analyse(one.assessment, one.framework, references, one.project, TODAY, series)
        return analysis_view(analysis, one.context.guidance(), language)

    return made


@dataclass
class Element:
    """An element of a page, with what it holds."""

    name: str
    attributes: dict[str, str]
    parent: "Element | None"
    texts: list[str] = field(default_factory=list)
    children: list["Element"] = field(default_factory=list)

    @property
    def text(self) -> str:
        """All text within, spaces made single."""
        return " ".join("".join(self.texts).split())

    def above(self, name: str) -> "Element | None":
        """The nearest element of that name around it."""
        found = self.parent
        while found is not None and found.name != name:
            found = found.parent
        return found


class Page(HTMLParser):
    """A page taken apart. Fails where tags do not match."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[Element] = []
        self.open: list[Element] = []
        self.comments: list[str] = []
        self.feed(text)
        self.close()
        assert not self.open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = [name for name, _value in attrs]
        assert len(names) == len(set(names)), (tag, names)
        attributes = {name: value or "" for name, value in attrs}
        element = Element(tag, attributes, self.open[-1] if self.open else None)
        if self.open:
            self.open[-1].children.append(element)
        self.elements.append(element)
        if tag not in _VOID:
            self.open.append(element)
        else:
            for around in self.open:
                around.texts.append(" ")

    def handle_endtag(self, tag: str) -> None:
        assert self.open, tag
        assert self.open[-1].name == tag, (self.open[-1], tag)
        self.open.pop()

    def handle_data(self, data: str) -> None:
        for element in self.open:
            element.texts.append(data)

    def handle_comment(self, data: str) -> None:
        self.comments.append(data)

    def all(self, *names: str) -> list[Element]:
        """Every element with one of those names, in the page's order."""
        return [element for element in self.elements if element.name in names]

    def by_id(self, name: str) -> Element:
        """The element with that id."""
        (found,) = (element for element in self.elements if element.attributes.get("id") == name)
        return found


@pytest.fixture(scope="session")
def take_apart() -> Callable[[str], Page]:
    """Return a page taken apart, which nobody changes: each is taken apart once."""
    return cache(Page)


def example_paths() -> list[Path]:
    """Every assessment in examples/."""
    folder = Path(__file__).parents[2] / "examples"
    return sorted(folder.glob("*/assessments/**/*.yaml"))


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Run what asks for an example, or a language, on each of them, unless it says on which."""
    own = {name for mark in metafunc.definition.iter_markers("parametrize") for name in str(mark.args[0]).split(",")}
    if "example" in metafunc.fixturenames and "example" not in own:
        paths = example_paths()
        metafunc.parametrize("example", paths, ids=[path.stem for path in paths])
    if "language" in metafunc.fixturenames and "language" not in own:
        metafunc.parametrize("language", ["sv", "en"])


HOSTILE = (
    "<script>alert(1)</script>",
    "</style></title><img src=x onerror=alert(1)>",
    "{{ 7*7 }} {% raw %} {# note #} ${7*7}",
    "[x](javascript:alert(1)) ![y](https://example.org/y.png) <https://example.org> [ref][1]",
    "a | b | c \\| d",
    "&lt;b&gt; &amp; \"quoted\" 'single' `code` ``two`` ~~gone~~ **bold** _it_ <!-- note -->",
    "| --- | --- |",
    "# Heading",
    "1. one",
    "---",
    "=1+1",
    "%(name)s {name} %s",
)
"""What someone might write in a field, by mischance or to try us."""


def hostile_assessment() -> str:
    """An assessment in which every text says something that a format could take for its own."""
    texts = iter(HOSTILE * 20)

    def quoted() -> str:
        return "'" + next(texts).replace("'", "''") + "'"

    def listed() -> str:
        return "[" + ", ".join(quoted() for _ in HOSTILE) + "]"

    block = "\n".join(f"{' ' * 16}{line}" for text in HOSTILE for line in (text, "", f"and {text}", text))
    return f"""\
format: crosp-assessment/1
framework: spsm-crosp@2024
unit: ekskolan
level: school
occasion: 2026-ht
date: 2026-10-15
participants: [{{group: teachers, count: 9}}]
cells:
  shared-direction:
    funding: {{not_applicable: {quoted()}}}
    governance:
      current_state:
        reflection: |
{block}
        rating: 1
        evidence: {listed()}
        helps: {listed()}
        hinders: {listed()}
      need:
        analysis: |
{block}
        target: 2
        priority: high
      measures:
        - id: one
          what: {quoted()}
          responsible: {quoted()}
          builds_on: {quoted()}
          due: 2026-10-20
          collaboration:
            with: {listed()}
            purpose: {quoted()}
            solves_at: organiser
            conditions: {{governance: {quoted()}, structure: {quoted()}, shared_understanding: {quoted()}}}
            confidentiality: {quoted()}
          follow_ups:
            - date: 2026-11-01
              source: survey
              result: |
{block}
              other_explanations: {quoted()}
              decision: adjust
""" + "".join(
        f"""\
        - {{id: more-{number}, what: {quoted()}, responsible: {quoted()}, due: 2027-01-{number + 10}}}
"""
        for number in range(12)
    )


@pytest.fixture
def hostile(tmp_path: Path) -> Path:
    """A project and an assessment in which every text is hostile."""
    (tmp_path / "crosp.yaml").write_text(
        "format: crosp-project/1\nframework: spsm-crosp@2024\nlanguage: en\n"
        "organiser: {id: o, name: '<b>Organiser</b> | [x](y)', type: municipal}\n"
        "units: [{id: ekskolan, name: '</h1><script>', school_forms: [grundskola]}]\n",
        "utf-8",
    )
    path = tmp_path / "a.yaml"
    path.write_text(hostile_assessment(), "utf-8")
    return path


@pytest.fixture(scope="session")
def hostile_texts() -> tuple[str, ...]:
    """What stands in the hostile assessment."""
    return HOSTILE
