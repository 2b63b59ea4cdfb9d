"""`crosp render --all`: a report on every assessment in a folder, and a page that leads to them."""

import re
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

Crosp = Callable[..., Any]


TODAY = ("--today", "2026-11-22")
READ_IT = "Read it through before you share it: it is to name roles and groups, never individuals.\n"
CELLS = """\
shared-direction:
  governance:
    current_state: {reflection: "Said <b>so</b>.", rating: 1, evidence: [Notes]}
    need: {analysis: More of it., target: 2}
    measures: [{id: one, what: Do it, responsible: principal, due: 2026-12-20}]
"""


class Links(HTMLParser):
    """The links of a page, in order: where each leads, and its words."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, str]] = []
        self._within = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "a":
            self.found.append((dict(attrs)["href"] or "", ""))
            self._within = True

    def handle_endtag(self, tag: str) -> None:
        self._within = self._within and tag != "a"

    def handle_data(self, data: str) -> None:
        if self._within:
            self.found[-1] = (self.found[-1][0], self.found[-1][1] + data)


def links(page: Path) -> list[tuple[str, str]]:
    reader = Links()
    reader.feed(page.read_text("utf-8"))
    return [link for link in reader.found if not link[0].startswith("#")]


@pytest.mark.parametrize("example", ["ekskolan", "exempelkommun", "other-framework"])
def test_each_report_is_the_one_made_alone(example: str, examples: Path, crosp: Crosp, tmp_path: Path) -> None:
    result = crosp("render", examples / example, "--all", "-o", "all", *TODAY, cwd=tmp_path)
    assert result.status == 0, result.err
    made = {path.name for path in (tmp_path / "all").iterdir()}
    assert {name for name, _words in links(tmp_path / "all" / "index.html")} == made - {"index.html"}
    (tmp_path / "alone").mkdir()
    for path in sorted((examples / example).rglob("*.yaml")):
        if "format: crosp-assessment/1" in path.read_text("utf-8"):
            assert crosp("render", path, "-o", tmp_path / "alone", *TODAY, cwd=tmp_path).status == 0
    alone = {path.name: path.read_bytes() for path in (tmp_path / "alone").iterdir()}
    assert {name: (tmp_path / "all" / name).read_bytes() for name in alone} == alone
    assert set(alone) == made - {"index.html"}


@pytest.fixture
def two(folder: Any) -> Any:
    """A project with two units; the second in the register is the further on."""
    folder.project()
    folder.assessment("x/1.yaml", CELLS.replace("rating: 1", "rating: 2"), unit="asko")
    folder.assessment("x/2.yaml", CELLS, unit="ekskolan")
    folder.assessment("x/3.yaml", CELLS, unit="ekskolan", occasion="2025-ht", date="2025-10-14")
    return folder


def test_units_stand_in_the_order_of_the_register(two: Any, crosp: Crosp) -> None:
    assert crosp("render", ".", "--all", "-o", "out", cwd=two.path).status == 0
    found = [name for name, _words in links(two.path / "out" / "index.html")]
    assert found == ["ekskolan-2025-ht-school.html", "ekskolan-2026-ht-school.html", "asko-2026-ht-school.html"]
    page = (two.path / "out" / "index.html").read_text("utf-8")
    assert not re.search(r"rating|skattning|→", page.partition("</style>")[2])


@pytest.mark.parametrize(("form", "ending", "index"), [("markdown", "md", "index.md"), ("docx", "docx", "index.html")])
def test_in_every_form_and_kind(two: Any, crosp: Crosp, form: str, ending: str, index: str) -> None:
    result = crosp("render", ".", "--all", "-o", "out", "--format", form, "--kind", "summary", cwd=two.path)
    assert (result.status, result.err) == (0, f"written: out, 3 reports and {index}\n{READ_IT}")
    names = {"asko-2026-ht", "ekskolan-2025-ht", "ekskolan-2026-ht"}
    expected = {f"{name}-school-summary.{ending}" for name in names} | {index}
    assert {path.name for path in (two.path / "out").iterdir()} == expected


def test_an_own_template_lays_out_each(two: Any, crosp: Crosp) -> None:
    two.write("mine.txt.j2", "{{ report.unit }} {{ assessment.occasion }}")
    result = crosp("render", "x", "--all", "-o", "out", "--template", "mine.txt.j2", cwd=two.path)
    assert result.status == 0, result.err
    assert (two.path / "out" / "asko-2026-ht-school-mine.txt").read_text("utf-8") == "Askö skola 2026-ht"


def test_reports_that_would_share_a_name(folder: Any, crosp: Crosp) -> None:
    folder.project()
    folder.assessment("a.yaml", CELLS)
    folder.assessment("b.yaml", CELLS.replace("Do it", "Do that"))
    assert crosp("render", ".", "--all", "-o", "out", cwd=folder.path).status == 0
    first, second = (name for name, _words in links(folder.path / "out" / "index.html"))
    assert {first, second} == {"ekskolan-2026-ht-school.html", "ekskolan-2026-ht-school-2.html"}
    texts = [(folder.path / "out" / name).read_text("utf-8") for name in (first, second)]
    assert ["Do that" in text for text in texts] in ([True, False], [False, True])


def test_what_does_not_hold_is_told_of_and_the_others_are_made(two: Any, crosp: Crosp) -> None:
    two.assessment("x/4.yaml", CELLS.replace("rating: 1", "rating: 9"), occasion="2024-ht", date="2024-10-14")
    result = crosp("render", ".", "--all", "-o", "out", cwd=two.path)
    assert result.status == 1
    assert "x/4.yaml:" in result.out + result.err
    assert len(list((two.path / "out").iterdir())) == 4


def test_nothing_is_replaced_unless_asked(two: Any, crosp: Crosp) -> None:
    two.write("out/asko-2026-ht-school.html", "mine")
    result = crosp("render", ".", "--all", "-o", "out", cwd=two.path)
    assert (result.status, (two.path / "out" / "asko-2026-ht-school.html").read_text("utf-8")) == (2, "mine")
    assert not (two.path / "out" / "index.html").exists()
    assert crosp("render", ".", "--all", "-o", "out", "--force", cwd=two.path).status == 0
    assert (two.path / "out" / "asko-2026-ht-school.html").read_text("utf-8") != "mine"


def test_the_same_command_goes_on_where_it_was_ended(two: Any, crosp: Crosp) -> None:
    asked = ("render", ".", "--all", "-o", "out", "--today", "2026-11-01")
    assert crosp(*asked, cwd=two.path).status == 0
    whole = {path.name: path.read_bytes() for path in (two.path / "out").iterdir()}
    for gone in (["index.html"], [*sorted(whole)[2:]], []):
        for name in gone:
            (two.path / "out" / name).unlink()
        result = crosp(*asked, cwd=two.path)
        assert (result.status, result.out) == (0, "")
        assert {path.name: path.read_bytes() for path in (two.path / "out").iterdir()} == whole
    first, *others = sorted(whole)
    (two.path / "out" / others[0]).unlink()
    two.write(f"out/{first}", whole[first] + b"mine")
    assert crosp(*asked, cwd=two.path).status == 2
    assert not (two.path / "out" / others[0]).exists()
    assert (two.path / "out" / first).read_bytes().endswith(b"mine")


def test_a_planted_link_among_the_reports_is_replaced(two: Any, crosp: Crosp) -> None:
    asked = ("render", ".", "--all", "-o", "out", "--today", "2026-11-01")
    assert crosp(*asked, cwd=two.path).status == 0
    whole = {path.name: path.read_bytes() for path in (two.path / "out").iterdir()}
    outside = two.path / "outside.html"
    for name in ("index.html", "asko-2026-ht-school.html"):
        for content in (None, whole[name], b"theirs"):
            outside.unlink(missing_ok=True)
            if content is not None:
                outside.write_bytes(content)
            (two.path / "out" / name).unlink()
            (two.path / "out" / name).symlink_to("../outside.html")
            assert crosp(*asked, cwd=two.path).status == 2
            assert crosp(*asked, "--force", cwd=two.path).status == 0
            assert (outside.read_bytes() if outside.exists() else None) == content
            assert not (two.path / "out" / name).is_symlink()
    assert {path.name: path.read_bytes() for path in (two.path / "out").iterdir()} == whole


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ((".", "--all"), "name the folder with -o"),
        ((".", "--all", "-o", "-"), "name the folder with -o"),
        ((".", "--all", "-o", "crosp.yaml"), "is a file"),
        ((".", "--all", "-o", "out", "--kind", "decision-memo"), "takes no decision memos"),
        (("empty", "--all", "-o", "out"), "no YAML files"),
    ],
)
def test_what_cannot_be_done_is_said(two: Any, crosp: Crosp, arguments: tuple[str, ...], said: str) -> None:
    (two.path / "empty").mkdir()
    result = crosp("render", *arguments, cwd=two.path)
    assert result.status == 2
    assert said in result.err
    assert not (two.path / "out").exists()


def test_hostile_names_stay_text(folder: Any, crosp: Crosp) -> None:
    name = '"<img src=x onerror=alert(1)>" [a](b) | `c`'
    folder.write(
        "crosp.yaml",
        "format: crosp-project/1\nframework: spsm-crosp@2024\norganiser: {id: o, name: O, type: municipal}\n"
        f"units:\n  - {{id: ekskolan, name: '{name}', school_forms: [grundskola]}}\n",
    )
    folder.assessment("a.yaml", CELLS)
    assert crosp("render", ".", "--all", "-o", "out", "--lang", "en", cwd=folder.path).status == 0
    page = (folder.path / "out" / "index.html").read_text("utf-8")
    assert "<img" not in page
    assert "&lt;img src=x onerror=alert(1)&gt;" in page
    assert (
        crosp("render", ".", "--all", "-o", "md", "--format", "markdown", "--lang", "en", cwd=folder.path).status == 0
    )
    assert not re.search(r"(?<!\\)<img", (folder.path / "md" / "index.md").read_text("utf-8"))


@pytest.mark.breadth
def test_the_bytes_are_the_same_in_every_run(two: Any, crosp_process: Crosp) -> None:
    def made(name: str, **env: str) -> dict[str, bytes]:
        assert crosp_process("render", ".", "--all", "-o", name, cwd=two.path, env=env).status == 0
        return {path.name: path.read_bytes() for path in (two.path / name).iterdir()}

    epoch = "1795305600"  # the day to count from, wherever and whenever it runs
    first = made("first", SOURCE_DATE_EPOCH=epoch, PYTHONHASHSEED="1", TZ="Pacific/Honolulu")
    assert made("second", SOURCE_DATE_EPOCH=epoch, PYTHONHASHSEED="2", TZ="Asia/Tokyo", LC_ALL="C") == first
    later = made("third", SOURCE_DATE_EPOCH="1830000000")
    assert later != first  # by then, the measure is overdue
