"""How a question stands in a new assessment: the main question first, what helps to answer it further in."""

from datetime import date

import pytest

from crosp_cli.editing.new.assessment import Heading, assessment_text
from crosp_cli.model.framework import Framework
from crosp_cli.model.guidance import Question, Questions
from crosp_cli.reading.documents.framework import built_in_folder, read_framework

HEADING = Heading("ekskolan", "school", "2026-ht", date(2026, 10, 15), "Ekskolan")


@pytest.fixture(scope="module")
def framework() -> Framework:
    found = read_framework(built_in_folder()).framework
    assert found is not None
    return found


def asked(framework: Framework, question: Question) -> str:
    place = framework.places[0]
    questions = Questions(current_state={place.principle: {place.area: {"school": question}}}, need={}, measures={})
    text = assessment_text(HEADING, framework, questions, "sv")
    before = text.partition(f"    {place.area}:\n")[0]
    return before.rpartition("\n\n")[2]


def test_probes_and_evidence_stand_below_the_main_question(framework: Framework) -> None:
    long = "Vem vet vad som är bestämt, också bland dem som börjar mitt i läsåret och bland dem som arbetar kvällar?"
    question = Question.model_validate(
        {
            "question": {"sv": "Vad har ni bestämt tillsammans?"},
            "probes": [{"sv": long}, {"sv": "Vad är kvar?"}],
            "evidence": {"sv": "Ett protokoll"},
        }
    )
    assert asked(framework, question).splitlines()[-5:] == [
        "    # Vad har ni bestämt tillsammans?",
        "    #   – Vem vet vad som är bestämt, också bland dem som börjar mitt i läsåret och bland dem som",
        "    #     arbetar kvällar?",
        "    #   – Vad är kvar?",
        "    #   Underlag kan vara: Ett protokoll",
    ]


def test_a_question_that_is_one_text_keeps_the_lines_of_its_list(framework: Framework) -> None:
    question = Question.model_validate({"question": {"sv": "Vad finns hos er?\n- En plan\n- Någon som följer den\n"}})
    assert asked(framework, question).splitlines()[-3:] == [
        "    # Vad finns hos er?",
        "    # - En plan",
        "    # - Någon som följer den",
    ]
