"""`crosp render --template` and `crosp template`: a template of one's own shows the values it is given, and no more."""

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from crosp_cli.reports.user_templates import render
from crosp_cli.reports.user_templates.catalogue import NAMES

Crosp = Callable[..., Any]

pytestmark = pytest.mark.process

CELLS = """\
shared-direction:
  governance:
    current_state: {reflection: "<b>Something</b> {{ 7*7 }}", rating: 1, evidence: ["{% raise %}"]}
    need: {analysis: More of it., target: 2}
    measures: [{id: one, what: "Do {{ report }} & it", responsible: principal, due: 2026-10-20}]
"""
SCHOOL = "ekskolan/assessments/ekskolan/2026-ht-school.yaml"
NETWORK = "other-framework/assessments/mill-lane/2026-autumn-school-team.yaml"
MEMO = "exempelkommun/memos/2026-12-delade-kuratorstjanster.yaml"
FORMS = {"html": "html", "md": "markdown"}
POLICY = re.compile(r"""\A<meta http-equiv="Content-Security-Policy" content="[^"]*"><meta [^>]*>\n""")


@pytest.fixture
def path(folder: Any) -> Path:
    folder.project()
    return Path(folder.assessment(cells=CELLS))


@pytest.fixture
def filled(folder: Any, path: Path, crosp: Crosp) -> Callable[..., Any]:
    """Fill a template with an assessment: what it says, and what it is called. A page's policy is left out."""

    def fill(template: str, name: str = "mine.html.j2", *more: str) -> Any:
        folder.write(name, template)
        arguments = ("--template", name, "-o", "-", "--today", "2026-11-01", *(more or ("--lang", "en")))
        result = crosp("render", path, *arguments, cwd=folder.path)
        return replace(result, out=POLICY.sub("", result.out))

    return fill


# --- what it shows -----------------------------------------------------------------------------------------------


def test_what_is_left_of_the_names_in_a_table_is_in_their_order(filled: Callable[..., Any]) -> None:
    names = "abcdefghijklmnop"
    table = ", ".join(f"'{name}': 1" for name in names)
    assert filled(f"{{{{ ({{{table}}}.keys() - ['a'])|join }}}}").out == names[1:]


def test_values_are_shown(filled: Callable[..., Any]) -> None:
    result = filled("{{ report.unit }}: {% for view in report.measures %}{{ view.result.measure.due }}{% endfor %}")
    assert (result.status, result.out) == (0, "Ekskolan: 2026-10-20")


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("a.html.j2", "Do {{ report }} &amp; it"),
        ("a.html", "Do {{ report }} &amp; it"),
        ("a.j2", "Do {{ report }} &amp; it"),
        ("a.md.j2", r"Do \{\{ report \}\} &amp; it" + "\n"),
        ("a.txt.j2", "Do {{ report }} & it"),
    ],
)
def test_the_name_says_how_values_are_escaped(filled: Callable[..., Any], name: str, expected: str) -> None:
    result = filled("{{ report.measures[0].what }}", name)
    assert (result.status, result.out) == (0, expected)


def test_escaping_is_not_turned_off_by_the_way(filled: Callable[..., Any]) -> None:
    result = filled("{% autoescape false %}{{ report.details[0].reflection }}{% endautoescape %}")
    assert result.out == "&lt;b&gt;Something&lt;/b&gt; {{ 7*7 }}"


@pytest.mark.parametrize("form", FORMS)
def test_what_people_wrote_is_never_a_template(form: str, crosp: Crosp, folder: Any) -> None:
    folder.project()
    evil = "{{ 7*7 }}{% raise %}{# gone #}"
    texts = [
        "reflection", "evidence", "helps", "hinders", "analysis", "not_applicable", "what", "responsible",
        "builds_on", "purpose", "governance", "structure", "shared_understanding", "confidentiality", "with", "result",
        "other_explanations",
    ]  # fmt: skip
    marked = {name: f'"{name} {evil}"' for name in texts}
    cells = """\
shared-direction:
  governance:
    current_state:
      {{reflection: {reflection}, rating: 1, evidence: [{evidence}], helps: [{helps}], hinders: [{hinders}]}}
    need: {{analysis: {analysis}, target: 2}}
    measures:
      - id: one
        what: {what}
        responsible: {responsible}
        builds_on: {builds_on}
        collaboration:
          with: [{with}]
          purpose: {purpose}
          conditions: {{governance: {governance}, structure: {structure}, shared_understanding: {shared_understanding}}}
          confidentiality: {confidentiality}
        follow_ups: [{{date: 2026-10-20, result: {result}, other_explanations: {other_explanations}}}]
  funding:
    not_applicable: {not_applicable}
""".format_map(marked)
    path = folder.assessment(cells=cells)
    for kind in ("report", "summary", "action-plan", "public", "decision-memo"):
        shown = crosp("render", path, "--kind", kind, "--format", FORMS[form], "-o", "-", cwd=folder.path)
        assert shown.status == 0
        assert not any(f"{name} 49" in _plain(shown.out) for name in texts)
        if kind == "report":
            for name in texts:
                assert f"{name} {evil}" in _plain(shown.out), name
    own = "{% for d in report.details %}{{ d.reflection }}{{ d.need }}{% endfor %}{{ report.measures[0].what }}"
    folder.write(f"own.{form}.j2", own)
    shown = crosp("render", path, "--template", f"own.{form}.j2", "-o", "-", cwd=folder.path)
    assert f"reflection {evil}" in _plain(shown.out)
    assert f"what {evil}" in _plain(shown.out)


def _plain(text: str) -> str:
    """The text as a reader sees it, whether it is HTML or Markdown."""
    for code, sign in (("\\", ""), ("&#39;", "'"), ("&#34;", '"'), ("&amp;", "&")):
        text = text.replace(code, sign)
    return text


@pytest.mark.parametrize("name", NAMES)
def test_a_copy_makes_what_the_original_makes(name: str, crosp: Crosp, tmp_path: Path, examples: Path) -> None:
    assert crosp("template", "copy", name, cwd=tmp_path).status == 0
    kind, _, ending = name.rpartition(".")
    for source, language in ((MEMO, "sv"),) if kind == "decision-memo" else ((SCHOOL, "sv"), (NETWORK, "en")):
        same = ("render", examples / source, "--kind", kind, "--lang", language, "--today", "2026-11-01", "-o", "-")
        own = crosp(*same, "--template", f"templates/{name}.j2", cwd=tmp_path)
        assert own.out == crosp(*same, "--format", FORMS[ending], cwd=tmp_path).out, own.err
        assert own.status == 0


def test_a_style_sheet_beside_the_template_is_used_and_allowed(folder: Any, path: Path, crosp: Crosp) -> None:
    assert crosp("template", "copy", "report.html", cwd=folder.path).status == 0
    folder.write("templates/report.css", "body { color: rebeccapurple }")
    result = crosp("render", path, "--template", "templates/report.html.j2", "-o", "-", cwd=folder.path)
    assert "rebeccapurple" in result.out
    plain = crosp("render", path, "-o", "-", cwd=folder.path).out
    assert _style_hash(result.out) != _style_hash(plain)


def _style_hash(page: str) -> str:
    return page.partition("style-src '")[2].partition("'")[0]


def test_small_groups_are_held_back_from_templates_too(filled: Callable[..., Any], folder: Any) -> None:
    shown = filled("{{ report.analysis.assessment.participants }}")
    assert shown.status == 2
    assert filled("{{ report.details[0].result.cell }}").status == 2
    assert filled("{{ report.analysis.assessment.cells }}").status == 2


# --- what it may not ---------------------------------------------------------------------------------------------

ESCAPES = {
    "{{ ''.__class__.__mro__ }}": "__class__ may not be used",
    "{% for n in range(10**9) %}x{% endfor %}": "more than there is room for",
    "{{ 'x' * 10**10 }}": "more than there is room for",
    "{{ 10**(10**9) }}": "more than there is room for",
    "{{ 'x'|center(10**10) }}": "more than there is room for",
    "{% for n in range(100000) %}{{ 'x' * 100000 }}{% endfor %}": "more than there is room for",
    "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}": "goes in circles",
    "{% include 'mine.html.j2' %}": "goes in circles",
    "{% include '/etc/passwd' %}": "only files in its own folder",
    "{% include '.hidden.txt' %}": "hidden files are no templates",
    "{% include 'link.txt' %}": "symbolic link",
    "{% include 'linked/secret.txt' %}": "symbolic link",
}


@pytest.mark.parametrize("template", ESCAPES)
def test_there_is_no_way_out(template: str, filled: Callable[..., Any], folder: Any, tmp_path_factory: Any) -> None:
    outside = tmp_path_factory.mktemp("outside")
    (outside / "secret.txt").write_text("the secret")
    (folder.path / "link.txt").symlink_to(outside / "secret.txt")
    (folder.path / "linked").symlink_to(outside)
    folder.write(".hidden.txt", "the secret")
    result = filled(template)
    assert result.status == 2
    assert result.out == ""
    assert ESCAPES[template] in result.err
    assert result.err.startswith("crosp: mine.html.j2")
    assert len(result.err.splitlines()) == 1
    assert "the secret" not in result.err
    assert "Traceback" not in result.err


def test_what_never_ends_is_stopped(filled: Callable[..., Any], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(render, "TEMPLATE_SECONDS", 1)
    inner = "{% for n in range(100000) %}" * 4 + "{% endfor %}" * 4
    result = filled(inner)
    assert result.status == 2
    assert "was stopped" in result.err


def test_a_template_that_is_a_link_is_refused(
    filled: Callable[..., Any], folder: Any, path: Path, crosp: Crosp
) -> None:
    filled("x")
    (folder.path / "other.html.j2").symlink_to(folder.path / "mine.html.j2")
    result = crosp("render", path, "--template", "other.html.j2", "-o", "-", "--lang", "en", cwd=folder.path)
    assert result.status == 2
    assert "symbolic link" in result.err


# --- mistakes ----------------------------------------------------------------------------------------------------

MISTAKES = {
    "<p>\n{{ reprot.unit }}": "mine.html.j2:2: There is no value named reprot. Did you mean report?",
    "{{ 1 / 0 }}": ":1: This cannot be done: ZeroDivisionError",
}


@pytest.mark.parametrize("template", MISTAKES)
def test_a_mistake_is_told_with_its_line(template: str, filled: Callable[..., Any], folder: Any) -> None:
    folder.write("block.txt", "{% block one %}{% endblock %}")
    result = filled(template)
    assert (result.status, result.out) == (2, "")
    assert MISTAKES[template] in result.err
    assert len(result.err.splitlines()) == 1


def test_a_mistake_with_a_name_of_any_length_is_told_in_short(filled: Callable[..., Any]) -> None:
    name = "a_" * 20_000
    found = filled(f"{{% macro m({name}) %}}{{{{ {name} }}}}{{% endmacro %}}{{{{ m() }}}}")
    assert "parameter 'a_a_" in found.err
    assert len(found.err) < 500


def test_a_mistake_in_a_part_is_told_there(filled: Callable[..., Any], folder: Any) -> None:
    folder.write("parts/one.html.j2", "\n{{ nothing }}")
    result = filled("{% include 'parts/one.html.j2' %}")
    assert "parts/one.html.j2:2: There is no value named nothing." in result.err


def test_mistakes_are_told_in_swedish(filled: Callable[..., Any]) -> None:
    result = filled("{{ reprot }}", "mine.html.j2", "--lang", "sv")
    assert "mine.html.j2:1: Det finns inget värde som heter reprot. Menade du report?" in result.err


def test_bytes_that_are_no_text(filled: Callable[..., Any], folder: Any, path: Path, crosp: Crosp) -> None:
    folder.write("mine.html.j2", b"\xff\xfe")
    result = crosp("render", path, "--template", "mine.html.j2", "-o", "-", "--lang", "en", cwd=folder.path)
    assert result.status == 2
    assert "not written in UTF-8" in result.err


def test_a_template_that_is_not_there(folder: Any, path: Path, crosp: Crosp) -> None:
    result = crosp("render", path, "--template", "none.html.j2", "--lang", "en", cwd=folder.path)
    assert (result.status, result.err) == (2, "crosp: There is no template none.html.j2.\n")
    long = crosp("render", path, "--template", "x" * 300 + ".j2", "--lang", "en", cwd=folder.path)
    assert (long.status, long.err.partition(" x")[0]) == (2, "crosp: There is no template")
    result = crosp("render", path, "--template", "sumary.html", "--lang", "en", cwd=folder.path)
    assert result.status == 2
    assert "Did you mean summary.html?" in result.err


# --- where it goes -----------------------------------------------------------------------------------------------


def test_the_file_is_named_after_the_template_too(folder: Any, path: Path, crosp: Crosp) -> None:
    folder.write("Nämndens mall.md.j2", "{{ report.unit }}")
    assert crosp("render", path, "--template", "Nämndens mall.md.j2", cwd=folder.path).status == 0
    assert "ekskolan-2026-ht-school-namndens-mall.md" in folder.files()


def test_a_built_in_template_by_name(folder: Any, path: Path, crosp: Crosp) -> None:
    by_name = crosp("render", path, "--template", "summary.md", "-o", "-", cwd=folder.path)
    by_kind = crosp("render", path, "--kind", "summary", "--format", "markdown", "-o", "-", cwd=folder.path)
    assert by_name.out == by_kind.out
    refused = crosp("render", path, "--template", "summary.md", "--format", "html", "--lang", "en", cwd=folder.path)
    assert refused.status == 2
    assert "does not fit" in refused.err


def test_every_template_is_listed(crosp: Crosp, tmp_path: Path) -> None:
    for language in ("sv", "en"):
        result = crosp("template", "list", "--lang", language, cwd=tmp_path)
        assert [line.split()[0] for line in result.out.splitlines()] == list(NAMES)
    assert "vårdnadshavare" in crosp("--lang", "sv", "template", "list", cwd=tmp_path).out


def test_a_copy_replaces_nothing_unless_asked(crosp: Crosp, folder: Any) -> None:
    folder.write("templates/report.html.j2", "mine")
    result = crosp("template", "copy", "report.html", "--lang", "en", cwd=folder.path)
    assert result.status == 2
    assert "report.html.j2" in result.err
    assert folder.files() == ["templates/report.html.j2"]
    assert crosp("template", "copy", "report.html", "--force", cwd=folder.path).status == 0
    assert (folder.path / "templates/report.html.j2").read_text() != "mine"
    assert crosp("template", "copy", "summary.html", cwd=folder.path).status == 0  # the parts they share are alike


def test_a_copy_goes_on_where_it_was_ended(crosp: Crosp, folder: Any) -> None:
    asked = ("template", "copy", "report.html")
    assert crosp(*asked, cwd=folder.path).status == 0
    whole = folder.files()
    for name in (*whole[1:], None):
        if name:
            (folder.path / name).unlink()
        assert crosp(*asked, cwd=folder.path).status == 0
        assert folder.files() == whole


@pytest.mark.parametrize("force", [(), ("--force",)])
def test_a_copy_goes_through_no_link(crosp: Crosp, folder: Any, force: tuple[str, ...]) -> None:
    (folder.path / "outside").mkdir()
    for home, link in {"one": "templates", "two": "templates/report.css", "three": "templates/report.html.j2"}.items():
        (folder.path / home / link).parent.mkdir(parents=True)
        (folder.path / home / link).symlink_to(folder.path / "outside" / ("" if home == "one" else "theirs"))
        result = crosp("template", "copy", "report.html", *force, cwd=folder.path / home)
        assert list((folder.path / "outside").iterdir()) == []
        assert result.status == (2 if home == "one" or (home == "three" and not force) else 0)
        assert (folder.path / home / link).is_symlink() == (home == "one" or not force)


def test_a_copy_goes_where_it_is_told(crosp: Crosp, folder: Any) -> None:
    assert crosp("template", "copy", "summary.md", "mine.md.j2", cwd=folder.path).status == 0
    assert "mine.md.j2" in folder.files()
    result = crosp("template", "copy", "summary.md", "mine.html.j2", "--lang", "en", cwd=folder.path)
    assert result.status == 2
    assert ".md.j2" in result.err
    result = crosp("template", "copy", "sumary.md", "--lang", "en", cwd=folder.path)
    assert result.status == 2
    assert "Did you mean summary.md?" in result.err


PAGES = (
    "<script>document.title = 'ran'</script>",
    "<!doctype html>\n<html lang='sv'><head><title>t</title><script>document.title = 'ran'</script></head></html>",
    '<!-- a --><!doctype html><html lang="sv" onclick="1"><head><script>document.title = "ran"</script>',
    "<!-- --!><script>document.title = 'ran'</script> --><html><head>",
    "<html lang='a>b'><head><img src=x onerror='document.title=1'>",
)


@pytest.mark.parametrize("template", PAGES)
def test_a_page_begins_with_a_policy_that_lets_nothing_run(
    template: str, folder: Any, path: Path, crosp: Crosp
) -> None:
    folder.write("mine.html.j2", template)
    assert crosp("render", path, "--template", "mine.html.j2", "-o", "out.html", cwd=folder.path).status == 0
    page = (folder.path / "out.html").read_text("utf-8")
    before, policy, after = page.partition('<meta http-equiv="Content-Security-Policy" content="default-src \'none\'; ')
    assert policy
    assert not any(sign in before for sign in ("<script", "onclick", "<img", "<title"))
    assert not any(source in after.partition(">")[0] for source in ("http", "script"))


@pytest.mark.parametrize(
    ("name", "output"),
    [("mine.md.j2", "r.pdf"), ("mine.md.j2", "r.html"), ("mine.txt.j2", "r.docx"), ("report.md", "r.docx")],
)
def test_no_file_is_called_what_the_template_does_not_make(
    name: str, output: str, folder: Any, path: Path, crosp: Crosp
) -> None:
    folder.write("mine.md.j2", "x")
    folder.write("mine.txt.j2", "x")
    result = crosp("render", path, "--template", name, "-o", output, cwd=folder.path)
    assert result.status == 2
    assert f"{output} ends in {Path(output).suffix}" in result.err
    assert not (folder.path / output).exists()


def test_parts_that_templates_share_are_kept(crosp: Crosp, folder: Any) -> None:
    assert crosp("template", "copy", "report.html", cwd=folder.path).status == 0
    folder.write("templates/report.css", "mine")
    result = crosp("template", "copy", "public.html", "--lang", "en", cwd=folder.path)
    assert result.status == 0
    assert "kept as it is: templates/report.css" in result.err
    assert (folder.path / "templates/report.css").read_text("utf-8") == "mine"
    assert (folder.path / "templates/public.html.j2").exists()
    result = crosp("template", "copy", "summary.html", "memo.docx", "--lang", "en", cwd=folder.path)
    assert (result.status, "to end in .html.j2" in result.err) == (2, True)


@pytest.mark.office
@pytest.mark.parametrize("ending", ["pdf", "docx"])
def test_a_page_without_end_tags_is_read_for_paper_where_time_and_memory_end(
    ending: str, folder: Any, path: Path, crosp: Crosp, monkeypatch: pytest.MonkeyPatch
) -> None:
    def read_here(*_: Any) -> None:
        raise AssertionError("it is read in crosp's own process")

    monkeypatch.setattr("crosp_cli.reports.word_and_pdf.page.tree.take_apart", read_here)
    monkeypatch.setattr("crosp_cli.reports.word_and_pdf.sheet.take_apart", read_here)
    monkeypatch.setattr("crosp_cli.reports.word_and_pdf.pdf_tags.with_row_heads", read_here)
    folder.write("mine.html.j2", "<p>x</p>{{ '</a ' * 200000 }}")
    result = crosp("render", path, "--template", "mine.html.j2", "-o", f"r.{ending}", "--lang", "en", cwd=folder.path)
    assert result.status in (0, 2), result.err
    assert "Traceback" not in result.err
    folder.write("mine.html.j2", "{{ 'x ' * 2000001 }}")
    result = crosp("render", path, "--template", "mine.html.j2", "-o", f"s.{ending}", "--lang", "en", cwd=folder.path)
    assert (result.status, "more than there is room for" in result.err) == (2, True)


@pytest.mark.office
def test_a_table_with_room_for_more_cells_than_go_on_paper_is_refused(folder: Any, path: Path, crosp: Crosp) -> None:
    rows = f"<tr>{'<td>x</td>' * 1_011}</tr>{'<tr><td>y</td></tr>' * 98}"
    folder.write("mine.html.j2", f"<table>{rows}</table>")
    result = crosp("render", path, "--template", "mine.html.j2", "-o", "r.docx", "--lang", "en", cwd=folder.path)
    assert (result.status, "more than there is room for" in result.err) == (2, True)
