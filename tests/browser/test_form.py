"""The form to fill in: typed in a real browser, kept there, and read back by crosp as it was typed."""

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crosp_cli.limits import PAGE_MEASURES
from crosp_cli.reading.yaml.decode import FORBIDDEN
from crosp_cli.reading.yaml.tree import parse
from crosp_cli.text.written_days import written_day

from .axe import too_faint, violations
from .conftest import EXAMPLES, PATHS, SCHOOL

pytestmark = pytest.mark.browser

CELL = "participation--governance"
NAME = "cells/participation/governance"
AWKWARD = (
    "Hon sa: \"nej\" – 'aldrig' # inte en kommentar",
    "  - inledande mellanslag: och ett #",
    "- punkt\n- punkt två:\n  # rad\n\n@ % & * ! | > ` { } [ ] , ? :",
    "👩🏽‍🏫 och 🏳️‍🌈 i skolan\n\ttabb",
    "A\u030angra a\u0308r o\u0308ppna: e\u0301",
    "مرحبا بالعالم: שלום #1",
    "null",
    "\n\nbörjar och slutar med tomma rader  \n\n",
    "Ett långt svar: " + "ord och åter ord, " * 600,
    "<<<<<<< HEAD\nmitt\n>>>>>>> deras",
    "---\n...\n%YAML 1.2\n&a *b !c",
    "</textarea></script><script>window.hit = 1</script><img src=x onerror='window.hit = 1'>",
)
SIGNS = "\n\t :#-'\"|>&*!%@`{}[],?~\r\u0085\u2028"
TEXT = st.text(st.one_of(st.characters(exclude_categories=["Cs"]), st.sampled_from(SIGNS)), min_size=1, max_size=40)
UNFOLD = "id => document.getElementById(id).querySelectorAll('details').forEach(one => { one.open = true; })"
TEXTS = st.lists(TEXT, min_size=40, max_size=60)
"""Many at once, since asking the page costs more than what it does."""


@pytest.fixture
def window(context: Any) -> Iterator[Any]:
    """A browser window of its own, in which nothing has been kept yet."""
    found = context.browser.new_context(viewport={"width": 1280, "height": 900}, accept_downloads=True)
    found.set_default_timeout(10_000)
    yield found
    found.close()


@pytest.fixture(scope="module")
def blank(tmp_path_factory: pytest.TempPathFactory, crosp: Callable[..., Any]) -> Path:
    """A form that is for no assessment yet."""
    folder = tmp_path_factory.mktemp("form")
    made = crosp("form", "--level", "school", "--lang", "sv", "-o", "form.html", cwd=folder)
    assert made.status == 0, made.err
    return folder / "form.html"


@pytest.fixture(scope="module")
def school(tmp_path_factory: pytest.TempPathFactory, crosp: Callable[..., Any]) -> Path:
    """The form of an assessment in which much is said already."""
    folder = tmp_path_factory.mktemp("form")
    made = crosp("form", EXAMPLES / SCHOOL, "--lang", "sv", "-o", "form.html", cwd=folder)
    assert made.status == 0, made.err
    return folder / "form.html"


def opened(window: Any, path: Path) -> Any:
    """The form in a new page, which complains of nothing and asks for nothing."""
    page = window.new_page()
    page.wrong = []
    page.on("pageerror", lambda error: page.wrong.append(str(error)))
    page.on("console", lambda message: page.wrong.append(message.text))
    page.on("request", lambda request: page.wrong.append(request.url) if ":" not in request.url[:5] else None)
    page.goto(path.as_uri())
    return page


def begin(page: Any) -> None:
    page.fill("#unit", "ekskolan")
    page.fill("#occasion", "2026-ht")
    page.fill("#date", "2026-10-15")


def turn(page: Any, button: str) -> None:
    """Press a button that turns the page, and wait until it has: then its heading has the keyboard."""
    page.click(button)
    arrived(page, "h2")


def arrived(page: Any, found: str) -> None:
    """Wait until what that selector finds has the keyboard."""
    # nothing is waited for as a script in a string: the page's policy lets none run but the first
    page.locator(f"{found}:focus").wait_for()


def to_cell(page: Any) -> None:
    turn(page, "#overview")
    until(page, "() => !document.querySelector('#round > [hidden]')")
    page.click("#every")
    turn(page, f"[data-cell='{CELL}'] button")
    page.evaluate(UNFOLD, CELL)


def field(page: Any, name: str) -> Any:
    return page.locator(f"[name='{NAME}/{name}']")


def downloaded(page: Any, path: Path, button: str = "#download") -> Path:
    if page.locator("#overview").is_visible():
        turn(page, "#overview")
    with page.expect_download() as found:
        page.click(button)
        assert page.locator("#problems").is_hidden(), page.locator("#problems").inner_text()
    found.value.save_as(path)
    assert page.wrong == []
    return path


def said(path: Path) -> Any:
    return parse(path.read_text("utf-8"), path.name)[0].data


@pytest.mark.parametrize("width", [1280, 360])
def test_what_is_typed_is_kept_and_read_back(
    window: Any, blank: Path, tmp_path: Path, crosp: Callable[..., Any], width: int
) -> None:
    page = opened(window, blank)
    page.set_viewport_size({"width": width, "height": 740})
    begin(page)
    to_cell(page)
    text = 'Vi frågar: "hur?" och # svarar\n- två rader\n- å ä ö'
    field(page, "current_state/reflection").press_sequentially(text)
    page.locator(f"#{CELL}").get_by_label("2 – På plats").check()
    page.locator(f"#{CELL}").get_by_role("button", name="Lägg till en insats").click()
    page.keyboard.type("Öppna möten varje vecka")
    page.close()

    page = opened(window, blank)
    page.set_viewport_size({"width": width, "height": 740})
    file = downloaded(page, tmp_path / "2026-ht-school.yaml")
    answer = crosp("validate", file, cwd=tmp_path)
    assert answer.status == 0, answer.out + answer.err
    assert said(file)["cells"] == {
        "participation": {
            "governance": {
                "current_state": {"reflection": text, "rating": "2"},
                "measures": [{"id": "oppna-moten-varje-vecka", "what": "Öppna möten varje vecka"}],
            }
        }
    }


def test_awkward_texts_come_back_and_are_never_markup(
    window: Any, blank: Path, tmp_path: Path, crosp: Callable[..., Any]
) -> None:
    page = opened(window, blank)
    begin(page)
    scripts = page.evaluate("document.scripts.length")
    names = page.evaluate("[...document.querySelectorAll('[name$=\"/reflection\"]')].map(field => field.name)")
    texts = dict(zip(names, AWKWARD, strict=False))
    page.evaluate(
        """texts => { for (const [name, text] of Object.entries(texts)) {
            const field = document.getElementById(name);
            field.value = text;
            field.dispatchEvent(new Event('input', {bubbles: true}));
        } }""",
        texts,
    )
    page.reload()
    file = downloaded(page, tmp_path / "a.yaml")
    found = said(file)["cells"]
    for name, text in texts.items():
        _cells, principle, area, *_rest = name.split("/")
        assert found[principle][area]["current_state"]["reflection"] == text
    assert crosp("validate", file, cwd=tmp_path).status == 0
    assert (page.evaluate("document.scripts.length"), page.evaluate("window.hit")) == (scripts, None)


@pytest.fixture(scope="module")
def writer(context: Any, blank: Path) -> Iterator[Callable[[list[str]], list[list[str]]]]:
    """The page's own writer: what it makes of each text, and the document that it writes of it."""
    page = context.new_page()
    page.goto(blank.as_uri())
    script = """texts => texts.map(Yaml.clean).map(text => [text, Yaml.document(new Map([
        ["a", text], ["b", [text, new Map([["c", text], ["d", [text]]])]], ["e", new Map([["f", text]])]]))])"""
    yield lambda texts: page.evaluate(script, texts)
    page.close()


@pytest.fixture(scope="module")
def days(context: Any, blank: Path) -> Iterator[Callable[[list[str]], list[str | None]]]:
    """The page's own reader of days."""
    page = context.new_page()
    page.goto(blank.as_uri())
    yield lambda texts: page.evaluate("texts => texts.map(Days.read)", texts)
    page.close()


@given(TEXTS)
def test_what_the_page_writes_is_what_crosp_reads(
    writer: Callable[[list[str]], list[list[str]]], texts: list[str]
) -> None:
    for text, (clean, document) in zip(texts, writer(texts), strict=True):
        assert clean == FORBIDDEN.sub("", re.sub("\r\n?|[\v\f\x85\u2028\u2029]", "\n", text))
        found = parse(document, "x")[0].data
        assert found == {"a": clean, "b": [clean, {"c": clean, "d": [clean]}], "e": {"f": clean}}


def test_half_a_character_becomes_a_sign_that_says_so(writer: Callable[[list[str]], list[list[str]]]) -> None:
    assert writer(["a\ud800b"])[0][0] == "a\ufffdb"


def test_by_keyboard_alone_with_the_problems_told_at_the_top(window: Any, blank: Path, tmp_path: Path) -> None:
    page = opened(window, blank)
    press = page.keyboard.press
    press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    press("Tab")
    page.keyboard.type("ekskolan")
    page.focus("#next")
    press("Enter")
    arrived(page, "h2")
    page.locator("section:not([hidden]) .term").first.focus()
    press("Enter")
    told = page.evaluate("document.activeElement.getAttribute('aria-controls')")
    assert page.locator(f"[id='{told}']").is_visible()
    page.locator("section:not([hidden]) textarea").first.focus()
    page.keyboard.type("Ett svar")
    page.focus("#overview")
    press("Enter")
    arrived(page, "h2")
    page.focus("#download")
    press("Enter")
    assert page.evaluate("document.activeElement.id") == "problems"
    assert page.locator("#problems li").count() == 2
    press("Tab")
    press("Enter")
    arrived(page, "input")
    assert page.evaluate("document.activeElement.id") == "occasion"
    assert page.get_attribute("#occasion", "aria-invalid") == "true"
    page.keyboard.type("2026-ht")
    page.fill("#date", "2026-10-15")
    downloaded(page, tmp_path / "a.yaml")


def test_the_problems_are_told_where_the_keyboard_is(window: Any, blank: Path) -> None:
    page = opened(window, blank)
    turn(page, "#overview")
    for _time in range(2):
        page.focus("#download")
        page.keyboard.press("Enter")
        nodes = page.context.new_cdp_session(page).send("Accessibility.getFullAXTree")["nodes"]
        told = [
            (node["role"]["value"], node["name"]["value"])
            for node in nodes
            if not node["ignored"] and "role" in node and "name" in node
        ]
        (focused,) = [
            node
            for node in nodes
            if any(one["name"] == "focused" and one["value"]["value"] for one in node.get("properties", ()))
            and node["role"]["value"] != "RootWebArea"
        ]
        title = page.inner_text("#problems h2")
        problems = [page.inner_text(f"#problems li:nth-child({number})") for number in (1, 2, 3)]
        assert (focused["role"]["value"], focused["name"]["value"]) == ("group", title)
        assert all(one in focused["description"]["value"] for one in problems)
        assert ("heading", title) in told
        assert [role for role, _name in told].count("alert") == 1
        assert [name for role, name in told if role == "link" and "Till att börja med" in name] == problems


def test_a_year_of_two_digits_is_no_date(window: Any, blank: Path) -> None:
    page = opened(window, blank)
    begin(page)
    page.fill("#date", "0027-05-31")
    turn(page, "#overview")
    page.click("#download")
    assert page.locator("#problems li").all_inner_texts() == [
        "Till att börja med: Skriv dag, månad och år, till exempel 31 maj 2027 eller 2027-05-31."
    ]


def test_a_day_is_kept_as_far_as_it_is_typed_and_read_as_people_write_it(
    window: Any, blank: Path, tmp_path: Path
) -> None:
    page = opened(window, blank)
    begin(page)
    to_cell(page)
    page.locator(f"#{CELL} .add").click()
    page.keyboard.type("Öppna möten")
    due = page.locator(f"#{CELL} [data-name=due]")
    due.press_sequentially("31 ma")
    page.reload()
    assert due.input_value() == "31 ma"
    turn(page, "#overview")
    page.click("#download")
    assert page.locator("#problems li").count() == 1
    page.click("#problems a")
    arrived(page, "[data-name=due]")
    page.keyboard.press("End")
    page.keyboard.type("j 2027")
    cells = said(downloaded(page, tmp_path / "a.yaml"))["cells"]
    (measure,) = cells["participation"]["governance"]["measures"]
    assert measure["due"] == "2027-05-31"


DAY_PARTS = re.split(" ", "den 1st 31:a 30 2 02 12 29 31 2027 2028 1999 3000 maj may Feb. okt mars ma 0")
MIDNIGHT = ["", " ", "T00:00:00", " 0:00", " 00:00:00.00", " 14:00"]
DAYS = st.one_of(
    st.lists(st.sampled_from(DAY_PARTS), min_size=3, max_size=4).flatmap(
        lambda parts: st.sampled_from([" ", "/", "-", ".", ", ", " . "]).map(lambda between: between.join(parts))
    ),
    st.builds("{}{}".format, st.dates().map(str), st.sampled_from(MIDNIGHT)),
    st.from_regex(r"[0-9]{1,2}[./] ?[0-9]{1,2}[ ./,-] ?2[0-9]{3}", fullmatch=True),
)


@given(st.lists(DAYS, min_size=40, max_size=60))
def test_the_page_reads_a_day_as_a_workbook_does(
    days: Callable[[list[str]], list[str | None]], texts: list[str]
) -> None:
    assert days(texts) == [str(day) if (day := written_day(text)) else None for text in texts]


def test_a_cell_that_does_not_apply_has_a_reason_and_nothing_else(window: Any, blank: Path, tmp_path: Path) -> None:
    page = opened(window, blank)
    begin(page)
    to_cell(page)
    field(page, "current_state/reflection").fill("Ett svar")
    page.locator(f"#{CELL}").get_by_label("Gäller inte oss").check()
    turn(page, "#overview")
    page.click("#download")
    assert page.locator("#problems li").count() == 2
    page.click("#problems li:first-child a")
    arrived(page, "textarea")
    field(page, "not_applicable").fill("Finns inte hos oss")
    field(page, "current_state/reflection").fill("")
    file = downloaded(page, tmp_path / "a.yaml")
    assert said(file)["cells"] == {"participation": {"governance": {"not_applicable": "Finns inte hos oss"}}}


def test_a_copy_goes_on_elsewhere_and_no_other_file_does(
    context: Any, window: Any, blank: Path, school: Path, tmp_path: Path
) -> None:
    page = opened(window, blank)
    begin(page)
    to_cell(page)
    field(page, "need/analysis").fill("Mer tid\nihop")
    page.locator(f"#{CELL} .add").click()
    page.keyboard.type("Öppna möten")
    turn(page, "#overview")
    page.get_by_text("Fortsätt någon annanstans").click()
    copy = downloaded(page, tmp_path / "copy.json", "#save")
    (tmp_path / "other.json").write_text("{}", "utf-8")
    other = context.browser.new_context()
    there = opened(other, blank)
    turn(there, "#overview")
    there.set_input_files("#file", tmp_path / "other.json")
    there.get_by_text("other.json är ingen kopia").wait_for()
    there.set_input_files("#file", copy)
    there.get_by_text("Öppnad: copy.json.", exact=True).wait_for()
    found = said(downloaded(there, tmp_path / "a.yaml"))["cells"]["participation"]["governance"]
    assert found == {"need": {"analysis": "Mer tid\nihop"}, "measures": [{"id": "oppna-moten", "what": "Öppna möten"}]}
    older = json.loads(copy.read_text("utf-8"))
    older["parts"][CELL][f"{NAME}/need/asked_before"] = "Ett svar."
    older["parts"] = {"a-part-of-nothing": None, **older["parts"]}
    (tmp_path / "older.json").write_text(json.dumps(older), "utf-8")
    there.once("dialog", lambda dialog: dialog.accept())
    there.set_input_files("#file", tmp_path / "older.json")
    there.get_by_text("har ingen fråga i det här formuläret: det står överst").wait_for()
    assert there.locator("#without-place li").all_inner_texts() == ["Ett svar."]
    there.goto(school.as_uri())
    turn(there, "#overview")
    there.set_input_files("#file", copy)
    there.get_by_text("copy.json är en kopia av ett annat formulär").wait_for()
    other.close()


ODD_PARTS = (
    {CELL: 5},
    {CELL: "text"},
    {CELL: {f"{NAME}/need/analysis": ["text"]}},
    {"round": {"added": 5}},
    {"none": [1]},
)


def test_what_is_no_copy_takes_nothing_away(window: Any, blank: Path, tmp_path: Path) -> None:
    page = opened(window, blank)
    begin(page)
    to_cell(page)
    field(page, "need/analysis").fill("Mer tid ihop")
    turn(page, "#overview")
    for number, parts in enumerate(ODD_PARTS):
        copy = {"kind": "crosp-form-copy/1", "form": page.get_attribute("body", "data-key"), "parts": parts}
        (tmp_path / f"{number}.json").write_text(json.dumps(copy), "utf-8")
        page.set_input_files("#file", tmp_path / f"{number}.json")
        page.get_by_text(f"{number}.json är ingen kopia").wait_for()
    page.reload()
    found = said(downloaded(page, tmp_path / "a.yaml"))["cells"]["participation"]["governance"]
    assert found == {"need": {"analysis": "Mer tid ihop"}}


def test_more_measures_than_a_page_has_room_for_are_shown_as_texts(window: Any, blank: Path, tmp_path: Path) -> None:
    page = opened(window, blank)
    turn(page, "#overview")
    parts = {CELL: {f"{NAME}/measures/+{number}/what": f"Insats {number}" for number in range(PAGE_MEASURES + 2)}}
    copy = {"kind": "crosp-form-copy/1", "form": page.get_attribute("body", "data-key"), "parts": parts}
    (tmp_path / "many.json").write_text(json.dumps(copy), "utf-8")
    page.set_input_files("#file", tmp_path / "many.json")
    page.get_by_text("har ingen fråga i det här formuläret: det står överst").wait_for()
    assert page.locator("#without-place li").all_inner_texts() == [
        f"Insats {PAGE_MEASURES}",
        f"Insats {PAGE_MEASURES + 1}",
    ]
    assert page.locator(".measure").count() == PAGE_MEASURES


def test_measures_are_named_without_looking_at_all_of_them_for_each(window: Any, blank: Path, tmp_path: Path) -> None:
    page = opened(window, blank)
    turn(page, "#overview")
    beginning = {"unit": "ekskolan", "occasion": "2026-ht", "date": "2026-10-15"}
    parts = {CELL: {f"{NAME}/measures/+{number}/what": "Insats" for number in range(50)}, "beginning": beginning}
    copy = {"kind": "crosp-form-copy/1", "form": page.get_attribute("body", "data-key"), "parts": parts}
    (tmp_path / "many.json").write_text(json.dumps(copy), "utf-8")
    page.set_input_files("#file", tmp_path / "many.json")
    page.get_by_text("many.json").wait_for()
    page.evaluate(COUNT_LOOKS)
    page.evaluate("Measures.nameAll()")
    assert page.evaluate("window.looks") <= 50 * 3
    measures = said(downloaded(page, tmp_path / "a.yaml"))["cells"]["participation"]["governance"]["measures"]
    assert [measure["id"] for measure in measures] == ["insats", *(f"insats-{number}" for number in range(2, 51))]


def test_a_measure_with_many_marks_on_a_letter_is_named_at_once(window: Any, blank: Path) -> None:
    page = opened(window, blank)
    named = """marks => {
      const home = document.querySelector(".measures");
      Measures.addNext(home).querySelector("[data-name=what]").value = `A${marks.repeat(100000)} b\u0301`;
      const begun = performance.now();
      Measures.nameAll();
      return [home.querySelector("[data-name=id]").value, performance.now() - begun];
    }"""
    for marks in ("\u0301\u0323", "\u0f73"):
        name, took = page.evaluate(named, marks)
        assert name in ("a-b", "a-b-2")
        assert took < 2000  # some hundredths of a second; put in order one by one, many seconds


COUNT_LOOKS = """() => {
  const { get, set } = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value");
  window.looks = 0;
  const counted = { set, get() { window.looks += 1; return get.call(this); } };
  Object.defineProperty(HTMLInputElement.prototype, "value", counted);
}"""


@pytest.mark.parametrize("number", ["x", "9" * 30, "-9"])
def test_measures_of_a_copy_that_somebody_changed_leave_room_for_new_ones(
    window: Any, blank: Path, tmp_path: Path, number: str
) -> None:
    page = opened(window, blank)
    begin(page)
    turn(page, "#overview")
    parts = {
        "beginning": {"unit": "ekskolan", "occasion": "2026-ht", "date": "2026-10-15"},
        CELL: {f"{NAME}/measures/+{number}/what": "Odd"},
    }
    copy = {"kind": "crosp-form-copy/1", "form": page.get_attribute("body", "data-key"), "parts": parts}
    (tmp_path / "odd.json").write_text(json.dumps(copy), "utf-8")
    page.on("dialog", lambda dialog: dialog.accept())
    page.set_input_files("#file", tmp_path / "odd.json")
    page.get_by_text("har ingen fråga i det här formuläret: det står överst").wait_for()
    assert page.locator("#without-place li").all_inner_texts() == ["Odd"]
    page.click("#every")
    turn(page, f"[data-cell='{CELL}'] button")
    page.evaluate(UNFOLD, CELL)
    for what in ("Första", "Andra"):
        page.locator(f"#{CELL} .add").click()
        page.keyboard.type(what)
    cells = said(downloaded(page, tmp_path / "a.yaml"))["cells"]
    measures = cells["participation"]["governance"]["measures"]
    assert [measure["what"] for measure in measures] == ["Första", "Andra"]


@pytest.mark.parametrize("kept", ["5", '"text"', "true", '{"added": 5}', "{"])
@pytest.mark.parametrize("part", [CELL, "round"])
def test_whatever_the_browser_has_kept_the_form_opens(window: Any, blank: Path, part: str, kept: str) -> None:
    page = opened(window, blank)
    key = page.get_attribute("body", "data-key")
    page.evaluate("([key, kept]) => localStorage.setItem(key, kept)", [f"{key}/{part}", kept])
    page.goto(f"{blank.as_uri()}#%")
    page.reload()
    page.locator("#unable").wait_for(state="detached")
    assert page.wrong == []


ON_DISK = """async text => {
  const open = indexedDB.open("crosp-form");
  const database = await new Promise(done => { open.onsuccess = () => done(open.result); });
  let found = "";
  for (let turn = 0; turn < 2000 && !found.includes(text); turn += 1) {
    const all = database.transaction("kept").objectStore("kept").getAll();
    found = await new Promise(done => { all.onsuccess = () => done(JSON.stringify(all.result)); });
  }
  database.close();
  if (!found.includes(text)) throw new Error(`not on the disk: ${text}`);
}"""


def test_what_was_typed_just_before_the_browser_was_killed_is_there_again(window: Any, blank: Path) -> None:
    page = opened(window, blank)
    begin(page)
    to_cell(page)
    field(page, "current_state/reflection").fill("Först.")
    before = page.evaluate("({ ...localStorage })")
    field(page, "current_state/reflection").fill("Först. Sedan.")
    page.evaluate(ON_DISK, "Först. Sedan.")
    # a browser that is killed has on its disk what it kept some time ago
    page.evaluate("kept => { localStorage.clear(); Object.assign(localStorage, kept); }", before)
    page.close()
    page = opened(window, blank)
    page.get_by_text("Besvarade: 1").first.wait_for(state="attached")
    to_cell(page)
    assert field(page, "current_state/reflection").input_value() == "Först. Sedan."
    field(page, "current_state/reflection").fill("")
    page.reload()
    to_cell(page)
    assert field(page, "current_state/reflection").input_value() == ""


# Each database that is opened from here on can be closed as a browser closes it.
AS_A_BROWSER_CLOSES = """(() => {
  const open = IDBFactory.prototype.open;
  window.databases = [];
  IDBFactory.prototype.open = function (...arguments) {
    const asked = open.apply(this, arguments);
    asked.addEventListener("success", () => window.databases.push(asked.result));
    return asked;
  };
  window.closeAll = () => window.databases.splice(0).forEach(one => {
    one.close();
    one.dispatchEvent(new Event("close"));
  });
})();"""


def test_what_was_typed_reaches_the_disk_also_after_the_browser_closed_it(window: Any, blank: Path) -> None:
    window.add_init_script(AS_A_BROWSER_CLOSES)
    page = opened(window, blank)
    begin(page)
    to_cell(page)
    field(page, "current_state/reflection").fill("Först.")
    page.evaluate(ON_DISK, "Först.")
    page.evaluate("""() => {
        window.databases[0].close();  // and what is typed before anybody has heard of it waits
        const field = document.querySelector("textarea[name$=reflection]");
        field.value = "Sedan.";
        field.dispatchEvent(new Event("input", { bubbles: true }));
    }""")
    page.evaluate("closeAll()")
    field(page, "need/analysis").fill("Sist.")
    page.evaluate(ON_DISK, "Sist.")
    page.evaluate(ON_DISK, "Sedan.")
    assert page.wrong == []


def test_what_is_cleared_while_something_is_being_kept_is_kept_again(window: Any, blank: Path) -> None:
    page = opened(window, blank)
    begin(page)
    to_cell(page)
    field(page, "current_state/reflection").fill("Det fungerar.")
    # the number is there again before the page hears of it
    page.evaluate("""() => {
        const number = Object.entries(localStorage).find(([name]) => name.endsWith("/="));
        localStorage.clear();
        localStorage.setItem(...number);
        dispatchEvent(new StorageEvent("storage", { key: null }));
    }""")
    assert field(page, "current_state/reflection").input_value() == "Det fungerar."
    page.reload()
    to_cell(page)
    assert field(page, "current_state/reflection").input_value() == "Det fungerar."


def test_where_what_is_kept_may_not_be_asked_for_nothing_goes_wrong(window: Any, blank: Path) -> None:
    window.add_init_script("Storage.prototype.getItem = () => { throw new DOMException('no', 'SecurityError') }")
    page = opened(window, blank)
    page.fill("#occasion", "2026-ht")
    page.evaluate("document.dispatchEvent(new Event('visibilitychange')); dispatchEvent(new Event('pageshow'))")
    assert "Spara en reservkopia" in page.inner_text("#kept")
    assert page.wrong == []


def test_it_says_so_where_nothing_can_be_kept(window: Any, blank: Path) -> None:
    window.add_init_script("Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError') }")
    page = opened(window, blank)
    page.fill("#occasion", "2026-ht")
    assert "Spara en reservkopia" in page.inner_text("#kept")


def test_what_was_said_before_can_be_gone_on_from_and_only_the_answer_is_brought_in(
    window: Any, school: Path, tmp_path: Path, crosp: Callable[..., Any]
) -> None:
    page = opened(window, school)
    section = page.locator("section.cell:not([hidden])")
    before = section.locator(".words").first.text_content()
    section.get_by_role("button", name="Skriv vidare på texten").first.click()
    page.keyboard.press("End")
    page.keyboard.type(" Mer.")
    downloaded(page, tmp_path / "svar.yaml")
    text = (EXAMPLES / SCHOOL).read_text("utf-8")
    (tmp_path / "a.yaml").write_text(text, "utf-8")
    assert crosp("import", "svar.yaml", "--into", "a.yaml", "--yes", cwd=tmp_path).status == 0
    new = (tmp_path / "a.yaml").read_text("utf-8")
    assert [line for line in text.splitlines() if line.lstrip().startswith("#")] == [
        line for line in new.splitlines() if line.lstrip().startswith("#")
    ]
    assert str(before).strip()[:20] in new
    assert " Mer." in new


def test_each_button_in_a_list_of_buttons_says_what_it_is_for(window: Any, school: Path) -> None:
    page = opened(window, school)
    named = "found => found.map(one => one.ariaLabel ?? one.textContent)"
    copies = page.locator("section:not([hidden]) .copy").evaluate_all(named)
    assert len(set(copies)) == len(copies) > 1
    assert copies[0] == "Skriv vidare på texten: Nuläge, Står redan i kartläggningen"
    turn(page, "#overview")
    assert page.locator("#round .open").first.get_attribute("aria-label") == (
        "Öppna: En gemensam riktning, Finansiering och flexibel resursfördelning"
    )


def test_a_measure_that_is_there_can_be_changed_and_a_text_emptied(
    window: Any, school: Path, tmp_path: Path, crosp: Callable[..., Any]
) -> None:
    page = opened(window, school)
    section = page.locator("section.cell:not([hidden])")
    section.locator(".edit").first.click()
    measure = section.locator(".measure")
    assert measure.locator("legend").inner_text() == "En insats som redan finns"
    assert measure.locator("[data-name=due]").input_value() == "2027-02-12"
    assert page.locator("#ending li .state").first.text_content() == "står redan i kartläggningen"
    measure.locator("[data-name=responsible]").fill("biträdande rektor")
    measure.locator("[data-name=due]").fill("")
    section.get_by_role("button", name="Skriv vidare på texten").first.click()
    section.locator("textarea").first.fill("")
    page.close()

    page = opened(window, school)
    file = downloaded(page, tmp_path / "svar.yaml")
    assert crosp("validate", file, cwd=tmp_path).status == 0
    (cell,) = said(file)["cells"]["shared-direction"].values()
    (measure,) = cell["measures"]
    assert sorted(measure) == ["due", "id", "responsible", "what"]
    assert (measure["due"], cell["current_state"]) == (None, {"reflection": None})
    text = (EXAMPLES / SCHOOL).read_text("utf-8")
    (tmp_path / "a.yaml").write_text(text, "utf-8")
    shown = crosp("import", "svar.yaml", "--into", "a.yaml", "--yes", "--lang", "sv", cwd=tmp_path)
    assert "1 fält ändras.\n2 fält tömdes." in shown.out
    kept = (tmp_path / "a.yaml").read_text("utf-8")
    assert len(set(kept.splitlines()) ^ set(text.splitlines())) <= 2
    assert "2027-02-12" in kept
    assert crosp("import", "svar.yaml", "--into", "a.yaml", "--yes", "--remove", cwd=tmp_path).status == 0
    assert (tmp_path / "a.yaml").read_text("utf-8").count("2027-02-12") == text.count("2027-02-12") - 1


def test_several_lines_where_a_form_has_one_stay_as_they_are(
    window: Any, tmp_path: Path, crosp: Callable[..., Any]
) -> None:
    text = ANSWERED + MEASURES.replace("rektor", '"rektor\\n\\n- specialpedagog\\n- kurator"')
    (tmp_path / "a.yaml").write_text(text, "utf-8")
    assert crosp("form", "a.yaml", "--lang", "sv", "-o", "form.html", cwd=tmp_path).status == 0
    page = opened(window, tmp_path / "form.html")
    turn(page, "#overview")
    turn(page, "[data-cell='follow-up--funding'] button")
    section = page.locator("#follow-up--funding")
    section.locator(".edit").first.click()
    assert section.locator("[data-name=responsible]").input_value() == "rektor - specialpedagog - kurator"
    section.locator("[data-name=due]").fill("2027-01-02")
    file = downloaded(page, tmp_path / "svar.yaml")
    assert crosp("import", file, "--into", "a.yaml", "--yes", cwd=tmp_path).status == 0
    assert (tmp_path / "a.yaml").read_text("utf-8") == text.replace("2027-01-01", "2027-01-02")


@pytest.mark.parametrize("anew", [False, True])
def test_what_was_left_as_it_was_in_a_measure_takes_back_no_change_that_was_made_meanwhile(
    window: Any, tmp_path: Path, crosp: Callable[..., Any], *, anew: bool
) -> None:
    made = ("form", "a.yaml", "--lang", "en", "-o", "form.html", "--force")
    answered = ANSWERED.replace("cells:", "participants:\n  - {group: teachers, count: 9}\ncells:")
    (tmp_path / "a.yaml").write_text(answered + MEASURES, "utf-8")
    assert crosp(*made, cwd=tmp_path).status == 0
    page = opened(window, tmp_path / "form.html")
    page.locator("[name='participants/+teachers/count']").evaluate("field => { field.value = '11'; }")
    turn(page, "#overview")
    turn(page, "[data-cell='follow-up--funding'] button")
    section = page.locator("#follow-up--funding")
    section.locator(".edit").first.click()
    section.locator("[data-name=responsible]").fill("biträdande rektor")
    section.locator("[data-name=start]").fill("")
    section.get_by_role("button", name="Take the choice back: Target").click()
    newer = MEASURES.replace("what: Prova", "what: Pröva nytt").replace("due: 2027-01-01", "due: 2027-02-02")
    answered = answered.replace("count: 9", "count: 10")
    newer = newer.replace("target: 3", "target: 2").replace("responsible: rektor", "responsible: kurator")
    (tmp_path / "a.yaml").write_text(answered + newer, "utf-8")
    if anew:
        assert crosp(*made, cwd=tmp_path).status == 0
        page.close()
        page = opened(window, tmp_path / "form.html")
    file = downloaded(page, tmp_path / "svar.yaml")
    told = crosp("import", file, "--into", "a.yaml", "--lang", "en", "--yes", cwd=tmp_path)
    assert told.out.count("What stood there was written after the form was made.") == (0 if anew else 2)
    assert ("2 fields change." in told.out, "comments are not" in told.err) == (True, False)
    expected = answered.replace("count: 10", "count: 11") + newer.replace("kurator", "biträdande rektor")
    assert (tmp_path / "a.yaml").read_text("utf-8") == expected
    assert crosp("import", file, "--into", "a.yaml", "--yes", "--remove", cwd=tmp_path).status == 0
    gone = expected.replace("start: 2026-10-20", "start:").replace(
        "target: 2\n", "target:\n" if anew else "target: 2\n"
    )
    assert (tmp_path / "a.yaml").read_text("utf-8") == gone


MEASURES = """\
  follow-up:
    funding:
      need:
        target: 3
      measures:
        - id: prova
          what: Prova
          responsible: rektor
          start: 2026-10-20
          due: 2027-01-01
"""
ANSWERED = """\
format: crosp-assessment/1
framework: spsm-crosp@2024
unit: ekskolan
level: school
occasion: 2026-ht
date: 2026-10-15
cells:
  participation:
    governance:
      current_state:
        rating: 2   # vi var oense
      need:
        target: 3
        priority: high
      measures:
        - id: oppna-moten
          what: Öppna möten
    quality:
      # Det är nytt
      not_applicable: Prövas nästa år
"""


@pytest.fixture
def answered(tmp_path: Path, crosp: Callable[..., Any]) -> Path:
    """A form of an assessment with a few choices, in the folder of both."""
    (tmp_path / "a.yaml").write_text(ANSWERED, "utf-8")
    assert crosp("form", "a.yaml", "--lang", "sv", "-o", "form.html", cwd=tmp_path).status == 0
    return tmp_path / "form.html"


def brought_in(page: Any, folder: Path, crosp: Callable[..., Any], *options: str) -> Any:
    """What crosp import says of what is downloaded from the page; with --yes it is brought in."""
    file = downloaded(page, folder / "svar.yaml")
    assert crosp("validate", file, cwd=folder).status == 0
    return crosp("import", "svar.yaml", "--into", "a.yaml", "--lang", "sv", *options, cwd=folder)


def test_a_choice_is_taken_back_by_keyboard_and_one_that_nobody_touched_is_not(
    window: Any, answered: Path, tmp_path: Path, crosp: Callable[..., Any]
) -> None:
    page = opened(window, answered)
    section = page.locator(f"#{CELL}")
    assert section.get_by_label("Som i kartläggningen").is_checked()
    for name in ("Ta bort valet: Hur långt arbetet har kommit: 2 – På plats", "Ta bort valet: Prioritet: hög"):
        section.get_by_role("button", name=name).focus()
        page.keyboard.press("Enter")
    assert section.get_by_label("Inte bedömt").is_checked()
    goes = "Tas bort när svaren förs in."
    assert section.locator(".chosen .note").all_inner_texts() == [goes, "", goes]
    section.get_by_role("button", name="Ta bort valet: Mål: 3").click()
    section.get_by_role("button", name="Behåll valet: Mål: 3").click()
    page.close()

    page = opened(window, answered)
    assert "Besvarade: 1" in page.inner_text("#progress")
    told = brought_in(page, tmp_path, crosp, "--yes")
    assert said(tmp_path / "svar.yaml")["cells"] == {
        "participation": {"governance": {"current_state": {"rating": None}, "need": {"priority": None}}}
    }
    assert "2 fält tömdes." in told.out
    assert (tmp_path / "a.yaml").read_text("utf-8") == ANSWERED
    assert brought_in(page, tmp_path, crosp, "--yes", "--remove").status == 0
    expected = ANSWERED.replace("rating: 2 ", "rating: ").replace("priority: high", "priority:")
    assert (tmp_path / "a.yaml").read_text("utf-8").replace("rating:  #", "rating:   #") == expected
    section = page.locator(f"#{CELL}")
    turn(page, "[data-cell='participation--governance'] button")
    section.get_by_label("1 – Påbörjat").check()
    assert section.locator(".chosen .note").first.inner_text() == ""
    assert said(downloaded(page, tmp_path / "svar.yaml"))["cells"]["participation"]["governance"] == {
        "current_state": {"rating": "1"},
        "need": {"priority": None},
    }


def test_what_did_not_apply_is_answered_in_one_import(
    window: Any, answered: Path, tmp_path: Path, crosp: Callable[..., Any]
) -> None:
    page = opened(window, answered)
    turn(page, "#overview")
    turn(page, "[data-cell='participation--quality'] button")
    page.locator("#participation--quality").get_by_label("1 – Påbörjat").check()
    told = brought_in(page, tmp_path, crosp, "--yes")
    assert told.status == 0
    assert "    var: Prövas nästa år\n    blir: (tas bort)\n" in told.out
    expected = ANSWERED.replace(
        "    quality:\n      # Det är nytt\n      not_applicable: Prövas nästa år\n",
        "    # Det är nytt\n    quality:\n      current_state:\n        rating: 1\n",
    )
    assert (tmp_path / "a.yaml").read_text("utf-8") == expected
    assert "Inget ändras." in brought_in(page, tmp_path, crosp).out


def test_what_was_answered_and_does_not_apply_goes_only_where_that_is_agreed_to(
    window: Any, answered: Path, tmp_path: Path, crosp: Callable[..., Any]
) -> None:
    page = opened(window, answered)
    section = page.locator(f"#{CELL}")
    section.get_by_label("Gäller inte oss").check()
    assert section.locator(".goes").is_visible()
    field(page, "not_applicable").fill("Sköts av huvudmannen")
    told = brought_in(page, tmp_path, crosp, "--yes")
    assert (told.status, (tmp_path / "a.yaml").read_text("utf-8")) == (0, ANSWERED)
    assert "  Gäller inte\n    nytt: Sköts av huvudmannen\n  Hur långt arbetet har kommit\n    står där: 2" in told.out
    assert "Insats: Vad som ska göras\n    står där: Öppna möten\n" in told.out
    assert brought_in(page, tmp_path, crosp, "--yes", "--remove").status == 0
    new = (tmp_path / "a.yaml").read_text("utf-8")
    assert "    # vi var oense\n    governance:\n      not_applicable: Sköts av huvudmannen\n    quality:" in new
    assert crosp("validate", "a.yaml", cwd=tmp_path).status == 0


def test_measures_of_the_same_name_stay_apart(
    window: Any, context: Any, answered: Path, tmp_path: Path, crosp: Callable[..., Any]
) -> None:
    begun = "Kartlägg hur vi arbetar med tillgänglighet i alla ämnen"
    pages = [(opened(window, answered), f"{begun} på höstterminen")]
    other = context.browser.new_context()
    pages.append((opened(other, answered), f"{begun} i fritidshemmet"))
    for page, text in pages:
        page.evaluate(UNFOLD, CELL)
        page.click(f"#{CELL} .add")
        page.keyboard.type(text)
        assert brought_in(page, tmp_path, crosp, "--yes").status == 0
    assert "Inget ändras." in brought_in(pages[0][0], tmp_path, crosp).out
    new = (tmp_path / "a.yaml").read_text("utf-8")
    assert new.count("- id: kartlagg-hur-vi-arbetar-med") == 2
    assert all(f"what: {text}\n" in new for _page, text in pages)
    assert crosp("validate", "a.yaml", cwd=tmp_path).status == 0

    # the same browser goes on in the form of what both have said
    assert crosp("form", "a.yaml", "--lang", "sv", "-o", "form.html", "--force", cwd=tmp_path).status == 0
    page = opened(other, answered)
    measure = page.locator(f"#{CELL} .measure")
    assert measure.count() == 1
    assert measure.locator("textarea").input_value() == pages[1][1]
    page.evaluate(UNFOLD, CELL)
    measure.locator("[data-name=responsible]").fill("rektor")
    assert brought_in(page, tmp_path, crosp, "--yes").status == 0
    again = (tmp_path / "a.yaml").read_text("utf-8")
    assert again.count("- id:") == 3
    assert f"{pages[1][1]}\n          responsible: rektor" in again

    # and one that is written in it in the same words is another one, also when the page has been closed
    page.close()
    page = opened(other, answered)
    page.evaluate(UNFOLD, CELL)
    page.click(f"#{CELL} .add")
    page.keyboard.type(pages[1][1])
    page.close()
    assert brought_in(opened(other, answered), tmp_path, crosp, "--yes").status == 0
    assert (tmp_path / "a.yaml").read_text("utf-8").count(f"what: {pages[1][1]}\n") == 2
    assert f"{pages[1][1]}\n          responsible: rektor" in (tmp_path / "a.yaml").read_text("utf-8")
    other.close()


def test_two_new_measures_whose_names_were_taken_are_known_again(
    window: Any, answered: Path, tmp_path: Path, crosp: Callable[..., Any]
) -> None:
    page = opened(window, answered)
    page.evaluate(UNFOLD, CELL)
    for text in ("Fika", "Fika!"):
        page.click(f"#{CELL} .add")
        page.keyboard.type(text)
    file = downloaded(page, tmp_path / "svar.yaml")
    page.close()

    # a colleague has brought in another one of that name meanwhile, so that the second gets the name of the first
    before = (tmp_path / "a.yaml").read_text("utf-8")
    colleagues = file.read_text("utf-8").partition("        - id: fika-2\n")[0].replace("what: Fika", "what: Sjung")
    (tmp_path / "kollega.yaml").write_text(colleagues, "utf-8")
    for name in ("kollega.yaml", "svar.yaml"):
        assert crosp("import", name, "--into", "a.yaml", "--yes", cwd=tmp_path).status == 0
    both = (tmp_path / "a.yaml").read_text("utf-8")
    assert both.count("- id:") == before.count("- id:") + 3

    # the same browser goes on in the form of all of them
    assert crosp("form", "a.yaml", "--lang", "sv", "-o", "form.html", "--force", cwd=tmp_path).status == 0
    page = opened(window, answered)
    page.evaluate(UNFOLD, CELL)
    page.locator(f"#{CELL} [data-name=responsible]").first.fill("rektor")
    assert brought_in(page, tmp_path, crosp, "--yes").status == 0
    again = (tmp_path / "a.yaml").read_text("utf-8")
    assert (again.count("- id:"), again.count("what: Fika\n"), again.count("what: Fika!\n")) == (
        both.count("- id:"),
        1,
        1,
    )


def _looked_at(page: Any) -> Iterator[str]:
    """Each kind of part that the form has, with everything in it that can be shown."""
    yield "question"
    page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true; })")
    page.locator("section:not([hidden]) .term").first.click()
    page.locator("section:not([hidden]) .add").click()
    page.locator("section:not([hidden]) [value='not-applicable']").check()
    yield "cell"
    turn(page, "#overview")
    turn(page, "#back")
    yield "participants"
    turn(page, "#next")
    page.click("#download")
    assert page.locator("#problems").is_visible()
    yield "overview"
    page.click("#problems a >> nth=0")
    arrived(page, "[aria-invalid]")
    yield "problems"


def test_axe_finds_nothing_and_nothing_is_wider_than_the_page(
    window: Any, tmp_path: Path, crosp: Callable[..., Any], axe: str
) -> None:
    assert crosp("form", EXAMPLES / PATHS[-1], "-o", "form.html", cwd=tmp_path).status == 0
    window.add_init_script(axe)
    page = opened(window, tmp_path / "form.html")
    for part in _looked_at(page):
        for width, scheme in [(1280, "light"), (320, "dark")] if part in ("cell", "problems") else [(1280, "light")]:
            page.set_viewport_size({"width": width, "height": 900})
            page.emulate_media(color_scheme=scheme)
            assert violations(page, 20) + too_faint(page) == [], (part, width, scheme)
            assert page.evaluate("document.documentElement.scrollWidth") <= width, part
        page.set_viewport_size({"width": 1280, "height": 900})
        page.emulate_media(color_scheme="light")
    assert page.wrong == []


def test_on_paper_stand_the_questions_that_were_answered(window: Any, blank: Path) -> None:
    page = opened(window, blank)
    to_cell(page)
    field(page, "current_state/reflection").fill("rad\n" * 60)
    field(page, "current_state/rating").nth(1).check()
    field(page, "need/analysis").fill("Rutinen")
    page.locator(f"#{CELL} details").evaluate_all("found => found.forEach(one => { one.open = false; })")
    turn(page, "#overview")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    script = "[...document.querySelectorAll('section')].filter(one => one.checkVisibility()).map(one => one.id)"
    assert page.evaluate(script) == [CELL]
    assert field(page, "current_state/reflection").evaluate("field => field.scrollHeight <= field.clientHeight + 2")
    seen = [one for one in page.locator(f"#{CELL} [name]").all() if one.is_visible()]
    assert [(one.get_attribute("name") or "").rpartition("/")[2] for one in seen] == [
        "reflection",
        "rating",
        "analysis",
    ]


def test_on_paper_stands_who_took_part(window: Any, blank: Path) -> None:
    page = opened(window, blank)
    begin(page)
    page.locator("#beginning summary").click()
    page.fill("[name='participants/+teachers/count']", "18")
    to_cell(page)
    field(page, "need/analysis").fill("Rutinen")
    turn(page, "#overview")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    seen = [one.get_attribute("name") for one in page.locator("#beginning [name]").all() if one.is_visible()]
    assert seen == ["unit", "occasion", "date", "participants/+teachers/count"]


@pytest.mark.parametrize("width", [320, 390, 1200])
def test_no_sign_after_a_term_is_alone_on_a_line(window: Any, blank: Path, width: int) -> None:
    page = opened(window, blank)
    page.set_viewport_size({"width": width, "height": 900})
    after = "[...document.querySelectorAll('.term')].map(one => one.nextSibling?.textContent ?? '')"
    assert page.evaluate(f"{after}.filter(text => /^[,.;:?!)]/.test(text))") == []
    assert page.evaluate("[...document.querySelectorAll('.term')].some(one => /[,.?]$/.test(one.textContent))")


def test_a_response_tells_what_was_answered_and_nothing_of_who_answered(
    window: Any, tmp_path: Path, crosp: Callable[..., Any]
) -> None:
    made = crosp("form", EXAMPLES / SCHOOL, "--for", "response", "--group", "teachers", "-o", "form.html", cwd=tmp_path)
    assert made.status == 0, made.err
    page = opened(window, tmp_path / "form.html")
    turn(page, "#next")
    first, second = page.evaluate("[...document.querySelectorAll('section.cell')].slice(0, 2).map(one => one.id)")
    page.locator(f"#{first} [value='2']").check()
    turn(page, "#next")
    page.locator(f"#{second} [value='not-applicable']").check()
    turn(page, "#overview")
    page.fill("#text", "Fråga oss tidigare: på hösten")
    with page.expect_download() as found:
        page.click("#download")
    assert re.fullmatch(r"r[a-p]{8}\.yaml", found.value.suggested_filename)
    found.value.save_as(tmp_path / "r.yaml")
    answered = said(tmp_path / "r.yaml")
    assert re.fullmatch(r"r[a-p]{32}", answered.pop("response"))
    principle, area = first.split("--")
    assert answered == {
        "format": "crosp-response/1",
        "framework": "spsm-crosp@2024",
        "unit": "ekskolan",
        "level": "school",
        "occasion": "2026-ht",
        "group": "teachers",
        "steps": {principle: {area: "2"}},
        "text": "Fråga oss tidigare: på hösten",
    }
    assert crosp("validate", "r.yaml", cwd=tmp_path).status == 0
    assert page.evaluate("localStorage.length") == 0
    assert page.wrong == []


def test_nothing_is_kept_of_a_response_to_a_question_that_is_not_asked_any_more(
    window: Any, tmp_path: Path, crosp: Callable[..., Any]
) -> None:
    options = ("--for", "response", "--group", "teachers", "-o", "form.html", "--force")
    for cells in (CELL, "participation/quality"):
        made = crosp("form", EXAMPLES / SCHOOL, *options, "--cells", cells.replace("--", "/"), cwd=tmp_path)
        assert made.status == 0, made.err
        page = opened(window, tmp_path / "form.html")
        if cells == CELL:
            turn(page, "#next")
            page.locator(f"#{CELL} [value='2']").check()
            assert page.evaluate("localStorage.length") > 0
    assert page.evaluate("localStorage.length") == 0


def test_another_person_does_not_go_on_with_a_response(window: Any, tmp_path: Path, crosp: Callable[..., Any]) -> None:
    crosp("form", EXAMPLES / SCHOOL, "--for", "response", "--group", "pupils", "-o", "form.html", cwd=tmp_path)
    page = opened(window, tmp_path / "form.html")
    turn(page, "#overview")
    page.fill("#text", "Mitt svar")
    for accept, kept in ((True, "Mitt svar"), (False, "")):
        page.once("dialog", lambda dialog, accept=accept: dialog.accept() if accept else dialog.dismiss())
        page.reload()
        assert page.input_value("#text") == kept


def until(page: Any, is_so: str, argument: Any = None) -> None:
    """Wait in the page itself, whose policy lets nothing be evaluated anew time after time."""
    later = "await new Promise(done => setTimeout(done, 5))"
    wait = f"for (let turn = 0; turn < 2000 && !await isSo(argument); turn += 1) {later};"
    assert page.evaluate(f"async argument => {{ const isSo = {is_so}; {wait} return isSo(argument); }}", argument)


def test_nothing_of_a_response_is_written_through_to_the_disk(
    window: Any, tmp_path: Path, crosp: Callable[..., Any]
) -> None:
    crosp("form", EXAMPLES / SCHOOL, "--for", "response", "--group", "teachers", "-o", "form.html", cwd=tmp_path)
    page = opened(window, tmp_path / "form.html")
    turn(page, "#overview")
    page.fill("#text", "Mitt svar")
    assert page.evaluate("async () => (await indexedDB.databases()).length") == 0


def test_two_windows_keep_what_is_written_in_both(window: Any, blank: Path) -> None:
    first, second = opened(window, blank), opened(window, blank)
    for page in (first, second):
        to_cell(page)
    field(first, "current_state/reflection").fill("Från det första.")
    field(second, "need/analysis").press_sequentially("Från det andra.")
    field(first, "current_state/reflection").press_sequentially(" Och mer.")
    for page in (first, second, opened(window, blank)):
        for name, text in (
            ("current_state/reflection", "Från det första. Och mer."),
            ("need/analysis", "Från det andra."),
        ):
            script = "([id, text]) => document.getElementById(id).value === text"
            until(page, script, [f"{NAME}/{name}", text])
    assert second.evaluate("document.activeElement.name") == f"{NAME}/need/analysis"


def test_what_is_cleared_out_of_the_browser_is_kept_again(window: Any, blank: Path) -> None:
    page, other = opened(window, blank), opened(window, blank)
    to_cell(page)
    field(page, "current_state/reflection").fill("Först.")
    other.evaluate("localStorage.clear()")
    until(page, "() => localStorage.length > 0")
    page.reload()
    assert field(page, "current_state/reflection").input_value() == "Först."


def test_what_is_kept_again_is_there_before_the_number_that_other_windows_go_by(window: Any, blank: Path) -> None:
    page, other = opened(window, blank), opened(window, blank)
    to_cell(page)
    field(page, "current_state/reflection").fill("Först.")
    page.evaluate("""() => {
      window.beside = [];
      const set = Storage.prototype.setItem;
      Storage.prototype.setItem = function (key, value) {
        if (key.endsWith("/=")) beside.push(localStorage.length);
        set.call(this, key, value);
      };
    }""")
    other.evaluate("localStorage.clear()")
    until(page, "() => beside.length > 0")
    assert 0 not in page.evaluate("beside")


FILL_UP = """() => {
  for (let size = 2 ** 24; size >= 1; size = Math.floor(size / 2)) {
    try { localStorage.setItem(`other-${size}`, "x".repeat(size)); } catch { /* then half of it */ }
  }
}"""


def test_where_there_is_no_room_the_disk_has_it_and_nobody_leaves_unasked(window: Any, blank: Path) -> None:
    page = opened(window, blank)
    to_cell(page)
    page.evaluate(FILL_UP)
    text = "Ett svar som inte får plats. " * 20
    field(page, "current_state/reflection").fill(text)
    assert "Spara en reservkopia" in page.inner_text("#kept")
    page.evaluate(ON_DISK, text)
    asked: list[str] = []
    page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
    page.close(run_before_unload=True)
    page = opened(window, blank)
    until(page, "() => document.body.textContent.includes('Besvarade: 1')")
    assert field(page, "current_state/reflection").input_value() == text
    assert asked == ["beforeunload"]


def test_what_has_no_room_is_said_and_recovered_though_something_else_has(window: Any, blank: Path) -> None:
    page = opened(window, blank)
    begin(page)
    to_cell(page)
    page.evaluate(FILL_UP)
    text = "Ett svar som inte får plats. " * 20
    field(page, "current_state/reflection").fill(text)
    page.evaluate(ON_DISK, text)
    # what becomes shorter has room where nothing else has
    page.evaluate("""() => {
        const unit = document.getElementById("unit");
        unit.value = "eks";
        unit.dispatchEvent(new Event("input", { bubbles: true }));
    }""")
    assert "Spara en reservkopia" in page.inner_text("#kept")
    page.evaluate(ON_DISK, '"eks"')
    page.close()
    page = opened(window, blank)
    until(page, "() => document.body.textContent.includes('Besvarade: 1')")
    assert field(page, "current_state/reflection").input_value() == text
    assert page.input_value("#unit") == "eks"


NO_ROOM_FOR_A_SIGN = """() => {
  for (;;) {
    try { localStorage.setItem("last", `${localStorage.getItem("last") ?? ""}x`); } catch { return; }
  }
}"""


@pytest.mark.parametrize("times", [0, 8])
def test_what_has_no_room_is_recovered_where_its_number_has_none_either(window: Any, blank: Path, times: int) -> None:
    page = opened(window, blank)
    write = """text => {
        const field = document.querySelector("textarea[name$=reflection]");
        field.value = text;
        field.dispatchEvent(new Event("input", { bubbles: true }));
    }"""
    for number in range(times):  # after that, the next number has one more figure
        page.evaluate(write, f"Svar {number}")
    page.evaluate(FILL_UP)
    page.evaluate(NO_ROOM_FOR_A_SIGN)
    text = "Ett svar som inte får plats. " * 20
    page.evaluate(write, text)
    assert "Spara en reservkopia" in page.inner_text("#kept")
    page.evaluate(ON_DISK, text)
    page.close()
    page = opened(window, blank)
    until(page, "text => document.querySelector('textarea[name$=reflection]').value === text", text)


def test_what_has_no_room_in_one_window_takes_back_nothing_of_another(window: Any, blank: Path) -> None:
    first, second = opened(window, blank), opened(window, blank)
    for page in (first, second):
        begin(page)
        to_cell(page)
    first.evaluate(FILL_UP)
    text = "Ett svar som inte får plats. " * 20
    field(first, "current_state/reflection").fill(text)
    # what becomes shorter has room where nothing else has
    second.evaluate("""() => {
        const unit = document.getElementById("unit");
        unit.value = "eks";
        unit.dispatchEvent(new Event("input", { bubbles: true }));
    }""")
    until(first, "() => document.getElementById('unit').value === 'eks'")
    assert field(first, "current_state/reflection").input_value() == text


def test_what_has_neither_a_question_nor_room_is_shown_and_copied(window: Any, blank: Path, tmp_path: Path) -> None:
    text = "Ett svar på något som inte frågas mer. " * 20
    page = opened(window, blank)
    page.evaluate(FILL_UP)
    turn(page, "#overview")
    parts = {"gone--cell": {"cells/gone/cell/need/analysis": text}}
    copy = {"kind": "crosp-form-copy/1", "form": page.get_attribute("body", "data-key"), "parts": parts}
    (tmp_path / "gone.json").write_text(json.dumps(copy), "utf-8")
    page.set_input_files("#file", tmp_path / "gone.json")
    page.get_by_text("har ingen fråga i det här formuläret: det står överst").wait_for()
    assert not page.evaluate("Object.keys(localStorage).some(name => name.endsWith('/gone--cell'))")
    assert page.locator("#without-place li").all_inner_texts() == [text]
    page.get_by_text("Fortsätt någon annanstans").click()
    again = json.loads(downloaded(page, tmp_path / "again.json", "#save").read_text("utf-8"))
    assert again["parts"]["gone--cell"] == parts["gone--cell"]


def test_no_copy_takes_the_place_of_what_is_hidden_or_has_no_question_unasked(
    window: Any, blank: Path, tmp_path: Path
) -> None:
    page = opened(window, blank)
    turn(page, "#overview")
    for number, place in enumerate(("cells/gone/cell/need/analysis", f"{NAME}/not_applicable", None)):
        parts = {CELL: {place: f"Svar {number}"}} if place else {}
        copy = {"kind": "crosp-form-copy/1", "form": page.get_attribute("body", "data-key"), "parts": parts}
        (tmp_path / "copy.json").write_text(json.dumps(copy), "utf-8")
        if number:
            with page.expect_event("dialog") as asked:
                page.once("dialog", lambda dialog: dialog.accept())
                page.set_input_files("#file", tmp_path / "copy.json")
            assert asked.value.message.startswith("Det som står här byts ut")
        else:
            page.set_input_files("#file", tmp_path / "copy.json")
            page.locator("#without-place li").wait_for()


def test_what_has_no_question_any_more_is_shown_and_kept(window: Any, blank: Path, tmp_path: Path) -> None:
    older = blank.read_text("utf-8").replace('value="3"', 'value="7"')
    for between in ("/", "--"):
        older = older.replace(f"participation{between}quality", f"participation{between}gone")
    (tmp_path / "older.html").write_text(older, "utf-8")
    page = opened(window, tmp_path / "older.html")
    to_cell(page)
    field(page, "need/analysis").fill("Mer tid")
    field(page, "current_state/rating").nth(3).check()
    page.locator("[name='cells/participation/gone/need/analysis']").evaluate(
        "one => { one.value = 'Ett svar\\nsom fanns'; one.dispatchEvent(new Event('input', { bubbles: true })); }"
    )
    page.close()
    shown = ["7", "Ett svar\nsom fanns"]
    for _time in range(2):
        page = opened(window, blank)
        assert sorted(page.locator("#without-place li").all_inner_texts()) == shown
        to_cell(page)
        assert field(page, "need/analysis").input_value().startswith("Mer tid")
        field(page, "need/analysis").press_sequentially(" ihop")
    turn(page, "#overview")
    page.get_by_text("Fortsätt någon annanstans").click()
    copy = downloaded(page, tmp_path / "copy.json", "#save").read_text("utf-8")
    assert "Ett svar\\nsom fanns" in copy
    page.on("dialog", lambda dialog: dialog.accept())
    page.locator("summary", has_text="Töm formuläret").click()
    page.click("#anew")
    assert page.locator("#without-place").is_hidden()
    assert page.evaluate("Object.values(localStorage).filter(one => one.includes('svar'))") == []


def test_what_is_changed_after_the_file_was_saved_is_told_of(window: Any, blank: Path, tmp_path: Path) -> None:
    page = opened(window, blank)
    begin(page)
    to_cell(page)
    field(page, "need/analysis").fill("Mer tid")
    downloaded(page, tmp_path / "a.yaml")
    assert "Den behöver inte öppnas" in page.inner_text("#told")
    turn(page, "#back")
    page.locator("section:not([hidden]) textarea").first.fill("Och mer")
    turn(page, "#overview")
    assert "ändrats sedan" in page.inner_text("#told")


def test_a_long_line_is_not_cut(window: Any, blank: Path) -> None:
    page = opened(window, blank)
    to_cell(page)
    page.locator(f"#{CELL} .add").click()
    responsible = page.locator(f"#{CELL} [data-name=responsible]")
    responsible.focus()
    page.keyboard.insert_text("rektorn och " * 40)
    assert len(responsible.input_value()) == 480


def test_where_its_script_does_not_run_the_page_says_so(context: Any, window: Any, blank: Path, tmp_path: Path) -> None:
    without = context.browser.new_context(java_script_enabled=False)
    page = without.new_page()
    page.goto(blank.as_uri())
    page.get_by_text("Formuläret går inte att fylla i här.").wait_for()
    assert page.get_by_role("button").count() == 0
    without.close()
    old = blank.read_text("utf-8").replace('"use strict";', '"use strict"; what no browser reads;')
    (tmp_path / "old.html").write_text(old, "utf-8")
    page = window.new_page()
    page.goto((tmp_path / "old.html").as_uri())
    page.get_by_text("Formuläret går inte att fylla i här.").wait_for()
    assert opened(window, blank).locator("#unable").count() == 0


def test_what_a_program_fills_in_is_kept_too(window: Any, blank: Path) -> None:
    page = opened(window, blank)
    text = field(page, "current_state/reflection")
    text.evaluate("one => { one.value = 'Ifyllt'; one.dispatchEvent(new Event('change', { bubbles: true })); }")
    page.reload()
    assert text.input_value() == "Ifyllt"


WHOLE = "id => (one => one.clientHeight && one.scrollHeight <= one.clientHeight + 2)(document.getElementById(id))"


@pytest.mark.parametrize("media", ["screen", "print"])
def test_where_a_field_does_not_fit_its_text_by_itself_none_of_it_is_hidden(
    window: Any, blank: Path, media: str
) -> None:
    window.add_init_script("CSS.supports = () => false")
    page = opened(window, blank)
    to_cell(page)
    field(page, "current_state/reflection").fill("rad\n" * 40 + "ord och åter ord " * 60)
    field(page, "need/analysis").fill("rad\n" * 40)
    page = opened(window, blank)
    script = "const s = new CSSStyleSheet(); s.replaceSync('textarea { field-sizing: fixed !important }');"
    page.evaluate(f"() => {{ {script} document.adoptedStyleSheets = [s]; }}")
    if media == "print":
        page.evaluate("dispatchEvent(new Event('beforeprint'))")
        page.emulate_media(media="print")
    else:
        to_cell(page)
    for name in ("current_state/reflection", "need/analysis"):
        until(page, WHOLE, f"{NAME}/{name}")


def test_a_measure_that_is_there_is_said_to_stay_there(window: Any, school: Path) -> None:
    page, asked = opened(window, school), []
    page.on("dialog", lambda dialog: (asked.append(dialog.message), dialog.dismiss()))
    section = page.locator("section.cell:not([hidden])")
    section.locator(".edit").first.click()
    section.locator("[data-name=responsible]").fill("biträdande rektor")
    section.locator(".remove").click()
    assert asked == ["Låta insatsen stå som den var? Det ni har ändrat i den försvinner."]
    assert section.locator("[data-name=responsible]").input_value() == "biträdande rektor"


def test_the_first_word_is_not_taken_for_something_that_was_cleared(window: Any, blank: Path) -> None:
    page, other = opened(window, blank), opened(window, blank)
    kept = "([name, text]) => localStorage.setItem(`${document.body.dataset.key}/${name}`, JSON.stringify(text))"
    other.evaluate(kept, [CELL, {f"{NAME}/need/analysis": "Ett ord"}])
    until(page, "() => localStorage.length > 1")
    page.reload()
    assert field(page, "need/analysis").input_value() == "Ett ord"
