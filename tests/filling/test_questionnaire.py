"""What a form asks, as plain values."""

import re
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest

from crosp_cli.filling.questionnaire import MOST_FOR_ONE, Subject, questionnaire
from crosp_cli.filling.terms import Term, TextPart, marked
from crosp_cli.model.assessment import Assessment, Place
from crosp_cli.reading.workspace import Workspace

SCHOOL = "ekskolan/assessments/ekskolan/2026-ht-school.yaml"

AIDS = Term("aid", "Stöd", "Det som hjälper.", ("Stöd", "stödformer"))
TEAM = Term("team", "Arbetslag", "De som arbetar ihop.", ("Arbetslag", "arbetslaget"))


def test_a_term_is_marked_where_it_first_stands() -> None:
    assert marked(["Vilka stödformer har arbetslaget?", "Vad vet arbetslaget?"], [AIDS, TEAM]) == (
        [
            (
                TextPart("Vilka "),
                TextPart("stödformer", AIDS),
                TextPart(" har "),
                TextPart("arbetslaget", TEAM),
                TextPart("?"),
            ),
            (TextPart("Vad vet arbetslaget?"),),
        ],
        [],
    )


def test_a_part_of_a_word_is_no_term() -> None:
    assert marked(["Arbetslagets stöd"], [TEAM, AIDS]) == (
        [(TextPart("Arbetslagets "), TextPart("stöd", AIDS))],
        [TEAM],
    )


def test_a_term_is_known_by_letters_that_become_several_in_lower_case() -> None:
    street = Term("street", "Straße", "Der Weg.", ("Straße",))
    assert marked(["Die Straße."], [street]) == ([(TextPart("Die "), TextPart("Straße", street), TextPart("."))], [])


@pytest.mark.parametrize("language", ["sv", "en"])
@pytest.mark.parametrize("level", ["organiser", "school", "teaching"])
def test_every_cell_of_the_framework_is_asked(language: str, level: str) -> None:
    context = Workspace().context_in(Path())
    guidance = context.guidance()
    assert context.framework is not None
    assert guidance is not None
    found = context.framework.level(level)
    assert found is not None
    made = questionnaire(context.framework, guidance, found, Subject(""), language)
    assert [cell.place for cell in made.cells] == list(context.framework.places)
    assert all(cell.asked and cell.asked.main for cell in made.cells)
    for cell in made.cells:
        question = guidance.questions.current(cell.place, level)
        assert question is not None
        said = "".join(part.text for line in cell.asked.main for part in line if cell.asked)  # type: ignore[union-attr]
        assert said.startswith(question.question[language].replace("\n", ""))


def test_it_begins_with_the_first_round_the_cells_of_the_assessment_or_those_that_are_named() -> None:
    context = Workspace().context_in(Path())
    guidance, framework = context.guidance(), context.framework
    assert framework is not None
    assert guidance is not None
    level = framework.head.levels[1]
    last, other = framework.places[-1], framework.places[0]
    head = {"format": "crosp-assessment/1", "framework": framework.name, "level": level.id}
    now = Assessment(**head, occasion="2026-ht", date="2026-10-15", cells={last.principle: {last.area: {}}})

    def begins(now: Assessment | None = None, cells: tuple[Place, ...] = ()) -> tuple[list[Place], str]:
        made = questionnaire(framework, guidance, level, Subject(""), "sv", now, None, cells)
        assert len(made.cells) == len(framework.places)
        return [cell.place for cell in made.cells if cell.in_round], made.why

    assert begins() == (list(framework.first_round(level.id)), framework.head.first_round[level.id].why["sv"])
    assert begins(now) == ([last], "")
    assert begins(now, (other,)) == ([other], "")


@pytest.mark.cli
def test_the_form_of_an_assessment_shows_what_has_been_said(
    crosp: Callable[..., Any], examples: Path, tmp_path: Path
) -> None:
    made = crosp("form", examples / SCHOOL, "-o", "form.html", "--lang", "sv", cwd=tmp_path)
    assert (made.status, made.out) == (0, "")
    page = (tmp_path / "form.html").read_text("utf-8")
    assert len(page.encode()) < 300_000
    assert "Förra gången, 2025-ht" in page
    assert "Står redan i kartläggningen" in page
    assert re.search(r'name="occasion" value="2026-ht"', page)
    assert crosp("form", examples / SCHOOL, "-o", "-", "--lang", "sv", cwd=tmp_path).out == page


@pytest.mark.cli
def test_what_stands_in_an_assessment_is_never_markup(
    crosp: Callable[..., Any], examples: Path, tmp_path: Path
) -> None:
    text = (examples / SCHOOL).read_text("utf-8").replace("Nyckeln", "</script><img src=x onerror=alert(1)>Nyckeln", 1)
    (tmp_path / "a.yaml").write_text(text, "utf-8")
    (tmp_path / "a.yaml").write_text(text.replace("Nyckeln", "19121212-1212 Nyckeln", 1), "utf-8")
    made = crosp("form", "a.yaml", "-o", "form.html", "--lang", "en", cwd=tmp_path)
    assert (made.status, "personal data" in made.err) == (0, True)
    page = (tmp_path / "form.html").read_text("utf-8")
    assert "&lt;img src=x" in page
    assert "<img" not in page


@pytest.mark.cli
@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ((), "--level organiser, school, teaching"),
        (("--level", "skola"), "--level: there is no skola here. There is: organiser, school, teaching."),
        (("--level", "school", "--unit", "Min skola"), "a–z, 0–9"),
        (("--level", "school", "-o", "form.txt"), "form.txt"),
        (("nowhere.yaml",), "nowhere.yaml"),
    ],
)
def test_what_cannot_be_made_is_said(
    crosp: Callable[..., Any], tmp_path: Path, arguments: tuple[str, ...], told: str
) -> None:
    answer = crosp("form", *arguments, "--lang", "en", cwd=tmp_path)
    assert answer.status == 2
    assert told in answer.err
    assert not list(tmp_path.iterdir())


@pytest.mark.cli
def test_a_form_that_is_there_is_not_replaced(crosp: Callable[..., Any], tmp_path: Path) -> None:
    (tmp_path / "form.html").write_text("mine", "utf-8")
    assert crosp("form", "--level", "school", "-o", "form.html", cwd=tmp_path).status == 2
    assert (tmp_path / "form.html").read_text("utf-8") == "mine"
    assert crosp("form", "--level", "school", "-o", "form.html", "--force", cwd=tmp_path).status == 0


@pytest.mark.cli
@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ((SCHOOL, "--for", "response"), "--group organiser-board, "),
        ((SCHOOL, "--for", "response", "--group", "teacher"), "teachers"),
        (("--level", "school", "--for", "response", "--group", "teachers"), "Name the assessment"),
    ],
)
def test_a_response_form_is_for_a_group_and_an_assessment(
    crosp: Callable[..., Any], examples: Path, tmp_path: Path, arguments: tuple[str, ...], told: str
) -> None:
    named = [examples / one if one == SCHOOL else one for one in arguments]
    answer = crosp("form", *named, "--lang", "en", cwd=tmp_path)
    assert (answer.status, list(tmp_path.iterdir())) == (2, [])
    assert told in answer.err


def _of_one(crosp: Callable[..., Any], folder: Path, *options: str) -> tuple[Sequence[str], str]:
    """The cells that a form for one person asks of, and what is said when it is made."""
    options = ("--for", "response", "--group", "pupils", "-o", "form.html", "--force", "--lang", "en", *options)
    answer = crosp("form", folder / "a.yaml", *options, cwd=folder)
    assert answer.status == 0, answer.err
    return re.findall('<section id="([a-z-]+)" class="cell"', (folder / "form.html").read_text("utf-8")), answer.err


FIRST = ["shared-direction--governance", "collaboration--governance", "participation--quality", "follow-up--quality"]


@pytest.mark.cli
def test_one_person_is_asked_few_questions_and_none_that_does_not_apply(
    crosp: Callable[..., Any], tmp_path: Path
) -> None:
    framework = Workspace().context_in(Path()).framework
    assert framework is not None
    head = "format: crosp-assessment/1\nframework: spsm-crosp@2024\nunit: a\nlevel: school\n"
    head += "occasion: 2026-ht\ndate: 2026-10-15\ncells:\n"
    for count in (MOST_FOR_ONE + 1, MOST_FOR_ONE + 2):
        cells = {f"{place.principle}--{place.area}": place for place in framework.places[:count]}
        rows = {place.principle: "" for place in cells.values()}
        for number, place in enumerate(cells.values()):
            part = "not_applicable: Inte hos oss" if number == 0 else "current_state: {reflection: Så}"
            rows[place.principle] += f"    {place.area}: {{{part}}}\n"
        text = head + "".join(f"  {row}:\n{lines}" for row, lines in rows.items())
        (tmp_path / "a.yaml").write_text(text, "utf-8")
        asked_of, told = _of_one(crosp, tmp_path)
        assert "`crosp collect FOLDER --into a.yaml`" in told
        if count == MOST_FOR_ONE + 1:
            assert (asked_of, "It asks 12 questions." in told) == ([*cells][1:], True)
        else:
            assert (asked_of, "4 questions. They are those of the first round." in told) == (FIRST, True)
        assert len(_of_one(crosp, tmp_path, "--cells", "all")[0]) == 24
        gone = cells[next(iter(cells))]
        assert _of_one(crosp, tmp_path, "--cells", "/".join(gone))[0] == [next(iter(cells))]


def test_another_organisers_form_of_the_same_name_is_another_to_the_browser(
    crosp: Callable[..., Any], folder: Any
) -> None:
    def kept_as() -> str:
        assert crosp("form", "a.yaml", "-o", "form.html", "--force", cwd=folder.path).status == 0
        return str(re.findall(r'data-key="([^"]*)"', (folder.path / "form.html").read_text("utf-8"))[0])

    folder.project()
    folder.assessment()
    project = folder.path / "crosp.yaml"
    first = kept_as()
    assert kept_as() == first
    project.write_text(project.read_text("utf-8").replace("id: exempelkommun", "id: granne"), "utf-8")
    assert kept_as() != first


def test_of_a_small_group_no_form_says_how_many_took_part() -> None:
    context = Workspace().context_in(Path())
    guidance, framework = context.guidance(), context.framework
    assert framework is not None
    assert guidance is not None
    people = [{"group": "principal", "count": 2}, {"group": "teachers", "count": 5}, {"group": "pupils"}]
    head = {"format": "crosp-assessment/1", "framework": framework.name, "level": "school", "occasion": "2026-ht"}
    now = Assessment.model_validate({**head, "date": "2026-10-15", "participants": people})
    for limit, told in {5: {"teachers": "5"}, 2: {"principal": "2", "teachers": "5"}}.items():
        made = questionnaire(
            framework, guidance, framework.head.levels[1], Subject(""), "sv", now, smallest_group=limit
        )
        assert made.participants == told
