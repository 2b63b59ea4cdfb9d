"""The built-in framework's questions: one main question each, that can be said aloud and that no other is like."""

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from itertools import combinations

import pytest

from crosp_cli.model.guidance import Question, Questions
from crosp_cli.reading.documents.framework import built_in_folder, read_framework
from crosp_cli.reading.documents.guidance import read_guidance

BOTH = ("sv", "en")
LONGEST = 200
RUN = 8
TOO_ALIKE = 0.6
"""How large a part of two questions' words may be the same, in the same order."""

BOUND_TO_ALL_OR_ALWAYS = re.compile(r"\b(?:alla|samtliga|alltid|all|always|every\w*)\b", re.IGNORECASE)
CAN_BE_ANSWERED_BY_NOT_AT_ALL = {
    "sv": re.compile(r"(?:Vad|Hur|Vilk(?:en|et|a)|När|Var) "),
    "en": re.compile(r"(?:What|How|Which|When|Where|On which) "),
}
"""No main question asks who or why, which only something that exists can be asked of."""


@pytest.fixture(scope="module")
def questions() -> Questions:
    guidance, _findings = read_guidance(read_framework(built_in_folder()))
    assert guidance is not None
    return guidance.questions


def of_cells(questions: Questions) -> Iterator[tuple[str, Question]]:
    for principle, row in questions.current_state.items():
        for area, levels in row.items():
            for level, question in levels.items():
                yield f"{principle}/{area}/{level}", question


def every(questions: Questions) -> Iterator[tuple[str, Question]]:
    yield from of_cells(questions)
    for step in ("need", "measures"):
        for level, question in getattr(questions, step).items():
            yield f"{step}/{level}", question


def texts_of(question: Question, language: str) -> list[str]:
    return [question.question[language], *(probe[language] for probe in question.probes)]


def test_one_for_each_cell_at_each_level_and_six_more(questions: Questions) -> None:
    assert len(list(of_cells(questions))) == 72
    assert len(list(every(questions))) == 72 + 3 + 3


@pytest.mark.parametrize("language", BOTH)
def test_a_main_question_is_one_question_that_can_be_said_aloud(questions: Questions, language: str) -> None:
    for name, question in every(questions):
        text = question.question[language]
        assert text.count("?") == 1, name
        assert text.endswith("?"), name
        assert len(text) <= LONGEST, name
        assert CAN_BE_ANSWERED_BY_NOT_AT_ALL[language].match(text), name


@pytest.mark.parametrize("language", BOTH)
def test_two_or_three_probes_and_something_that_could_show_it(questions: Questions, language: str) -> None:
    for name, question in every(questions):
        assert 2 <= len(question.probes) <= 3, name
        for probe in question.probes:
            assert probe[language].count("?") == 1, name
            assert len(probe[language]) <= LONGEST, name
    for name, question in of_cells(questions):
        assert question.evidence is not None, name
        assert 0 < len(question.evidence[language]) <= LONGEST, name


@pytest.mark.parametrize("language", BOTH)
def test_none_asks_for_all_or_always(questions: Questions, language: str) -> None:
    found = [
        (name, text)
        for name, question in every(questions)
        for text in texts_of(question, language)
        if BOUND_TO_ALL_OR_ALWAYS.search(text)
    ]
    assert found == []


@pytest.mark.parametrize("language", BOTH)
def test_no_two_share_a_run_of_eight_words(questions: Questions, language: str) -> None:
    met: dict[tuple[str, ...], str] = {}
    for name, question in every(questions):
        for text in texts_of(question, language):
            words = re.findall(r"\w+", text.lower())
            for start in range(len(words) - RUN + 1):
                run = tuple(words[start : start + RUN])
                assert met.setdefault(run, name) == name, run


@pytest.mark.parametrize("language", BOTH)
def test_no_two_main_questions_are_alike(questions: Questions, language: str) -> None:
    texts = [(name, question.question[language].lower().split()) for name, question in every(questions)]
    alike = [
        (one, other)
        for (one, first), (other, second) in combinations(texts, 2)
        if (matcher := SequenceMatcher(None, first, second)).quick_ratio() > TOO_ALIKE and matcher.ratio() > TOO_ALIKE
    ]
    assert alike == []


def test_terms_that_staff_may_not_know_are_linked(questions: Questions) -> None:
    used = {name for _, question in every(questions) for name in question.terms}
    wanted = {
        "work-team",
        "staff-coaching",
        "quality-dialogue",
        "mandate",
        "support-forms",
        "guidance-and-stimulation",
        "best-interests-of-the-child",
        "consultation-forum",
        "transition",
    }
    assert wanted <= used


@pytest.mark.parametrize(
    ("words", "term"),
    [
        ("arbetslag", "work-team"),
        ("handledning", "staff-coaching"),
        ("kvalitetsdialog", "quality-dialogue"),
        ("mandat", "mandate"),
        ("stödformer", "support-forms"),
        ("barnets bästa", "best-interests-of-the-child"),
        ("fördelningsnyckel", "allocation-key"),
        ("samråd", "consultation-forum"),
    ],
)
def test_a_question_that_uses_a_word_has_it_among_its_terms(questions: Questions, words: str, term: str) -> None:
    for name, question in of_cells(questions):
        if any(words in text.lower() for text in texts_of(question, "sv")):
            assert term in question.terms, name


NOT_THERE = {
    "forskola": re.compile(r"elevhäls|åtgärdsprogram|elevråd|student.health|action programme|student council", re.I),
    "komvux": re.compile(r"vårdnadshavar|guardian", re.I),
}
"""What a school form does not have: by law no student health and no action programmes, or no guardians."""


@pytest.mark.parametrize("form", NOT_THERE)
@pytest.mark.parametrize("language", BOTH)
def test_a_school_form_is_not_asked_about_what_it_does_not_have(questions: Questions, language: str, form: str) -> None:
    for name, question in every(questions.in_forms((form,))):
        evidence = (question.evidence or {}).get(language, "")
        assert not NOT_THERE[form].search("\n".join([*texts_of(question, language), evidence, *question.terms])), name


WHOM_THEY_TEACH = {
    "forskola": re.compile(r"\belev|klass", re.I),
    "gymnasieskola": re.compile(r"\bbarn(?!ets bästa)", re.I),
    "komvux": re.compile(r"\bbarn(?!ets bästa)", re.I),
}
"""Whom a school form does not have: pupils in preschool, children from upper secondary school on."""


@pytest.mark.parametrize("form", WHOM_THEY_TEACH)
def test_a_school_form_is_asked_about_those_whom_it_has(questions: Questions, form: str) -> None:
    for name, question in every(questions.in_forms((form,))):
        texts = [*texts_of(question, "sv"), (question.evidence or {}).get("sv", "")]
        assert not WHOM_THEY_TEACH[form].search("\n".join(texts)), name


def test_where_the_law_gives_guardians_no_forum_none_is_asked_about(questions: Questions) -> None:
    def asked(*forms: str) -> str:
        return questions.in_forms(forms).current_state["participation"]["governance"]["school"].question["sv"]

    assert "vårdnadshavare" in asked()
    assert "vårdnadshavare" in asked("grundskola")
    assert "vårdnadshavare" in asked("gymnasieskola", "grundskola")
    assert "vårdnadshavare" not in asked("gymnasieskola", "komvux")
    assert asked("forskola").startswith("Vilka frågor får barn och vårdnadshavare")


@pytest.mark.parametrize("language", BOTH)
def test_a_variant_is_made_as_a_question_is(questions: Questions, language: str) -> None:
    met = 0
    for name, question in every(questions):
        for variant in question.variants:
            met += 1
            asked = question.with_variant(variant)
            assert CAN_BE_ANSWERED_BY_NOT_AT_ALL[language].match(asked.question[language]), name
            for text in texts_of(asked, language):
                assert text.count("?") == 1, name
                assert len(text) <= LONGEST, name
            assert 2 <= len(asked.probes) <= 3, name
            assert asked != question, name
    assert met
