"""Comments in a file of answers: they are not brought in, so those that people have written are told of."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping

from crosp_cli.editing.modeline import MODELINE
from crosp_cli.editing.new.assessment import CarriedOver, Heading, assessment_text
from crosp_cli.editing.source_layout import Layout
from crosp_cli.reading.loaded import LoadedAssessment
from crosp_cli.text.languages import LANGUAGES

_NUMBERS = re.compile("[0-9]+")


def comments_in(text: str) -> Mapping[int, str]:
    """Return the comments in a text that has passed reading, by their lines; without the line for an editor."""
    ends = [end.start() for end in re.finditer("\n", text)]
    found = {bisect_left(ends, place) + 1: said for place, said in Layout(text).comments}
    return {line: said for line, said in found.items() if not said.startswith(MODELINE)}


def by_people(comments: Mapping[int, str], one: LoadedAssessment) -> Mapping[int, str]:
    """Return the comments that an assessment does not have and that crosp does not write into such a one."""
    there = set(comments_in(one.text).values())
    new = {line: said for line, said in comments.items() if said not in there}
    own = {_NUMBERS.sub("0", said) for text in _made(one) for said in comments_in(text).values()} if new else set()
    return {line: said for line, said in new.items() if _NUMBERS.sub("0", said) not in own}


def _made(one: LoadedAssessment) -> Iterator[str]:
    """What crosp writes in such an assessment, in each language: with all the cells, and with a first round."""
    now, framework, guidance = one.assessment, one.framework, one.context.guidance()
    if guidance is None:
        return
    title = one.project.name_of(now.unit) if one.project else now.unit or ""
    heading = Heading(now.unit, now.level, now.occasion, now.date, title)
    carried = dict.fromkeys(framework.places[:1], CarriedOver(now.occasion, not_applicable="-"))
    asked = guidance.in_forms(one.project.school_forms_of(now.unit) if one.project else ())
    for language in LANGUAGES:
        for cells in (None, framework.first_round(now.level)):
            for questions in (guidance.questions, asked.questions):
                yield assessment_text(heading, framework, questions, language, carried, cells)
