"""Answers from the page's YAML, or from an assessment that somebody else has filled in."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from crosp_cli.checks.personal_data.names import shown_name
from crosp_cli.filling.answers import PLACE, Answer, answers_in, sign, text_of
from crosp_cli.filling.comments import comments_in
from crosp_cli.filling.ways_in import Filled
from crosp_cli.findings import Severity
from crosp_cli.model.framework import Framework
from crosp_cli.reading.documents.document import document_of, tree_from
from crosp_cli.reading.documents.kinds import KINDS
from crosp_cli.text.translation import translation

_HEADING = ("framework", "unit", "level", "occasion", "date")
_THERE = re.compile(r"# crosp-form: measures that were there:((?: [a-z0-9-]++)*+)\s*")
"""A comment that the page's file begins with: the short names of the measures that there were when it was made."""
_STOOD = re.compile(r"# crosp-form: what stood there:((?: [a-z0-9_/-]++=[a-p]{12})++)\s*")
"""The one after it: the signs of what stood in the form where something is answered."""


def filled(content: bytes, shown: str, framework: Framework, language: str) -> Filled:
    """Return what stands in the file, which findings call `shown`."""
    tree, found = tree_from(content, shown)
    if tree is None:
        return Filled(findings=tuple(found))
    read = document_of(KINDS["assessment"], tree, found, framework)
    heading = {key: value for key in _HEADING if isinstance(value := tree.data.get(key), str)}
    errors = tuple(finding for finding in read.findings if finding.severity is Severity.ERROR)
    comments = comments_in(tree.text)
    names, signs = (_first(form, comments.values()) for form in (_THERE, _STOOD))
    there = None if names is None else frozenset(names)
    answers = () if errors else tuple(_told_apart(answers_in(tree.data), there, signs or ()))
    comments = {line: said for line, said in comments.items() if not (_THERE.fullmatch(said) or _STOOD.fullmatch(said))}
    notices = tuple(_notices(tree.data, shown_name(shown), language))
    return Filled(heading, answers, there or frozenset(), errors, tree.text, comments=comments, notices=notices)


def _notices(data: Mapping[str, Any], shown: str, language: str) -> Iterator[str]:
    """Tell of what has no place in the framework since an older version: an assessment keeps its own."""
    if data.get("kept_from"):
        _ = translation(language).gettext
        text = _("{file}: what stands in kept_from is not brought in. Write in a cell what should stay.")
        yield text.format(file=shown)


def _first(form: re.Pattern[str], comments: Iterable[str]) -> Sequence[str] | None:
    """The words of the first comment of a form."""
    met = next(filter(None, map(form.fullmatch, comments)), None)
    return met[1].split() if met else None


def _told_apart(answers: Iterable[Answer], there: frozenset[str] | None, stood: Sequence[str]) -> Iterator[Answer]:
    """The answers with the signs of what stood there, those that name new measures marked, as far as the file tells."""
    signs = dict(one.split("=") for one in stood)
    for answer in answers:
        is_id = there is not None and answer.steps[-1] == "id"
        was_there = is_id and answer.value in (there or ())
        # its name is enough: a page that knew it from an older form, in another place, has no sign of what it said
        is_itself = was_there and answer.steps[-2] == answer.value  # and no second one, which somebody has copied
        nothing = "" if there is not None and _has_a_sign(answer) else None
        was = sign(text_of(answer.value)) if is_itself else signs.get("/".join(answer.steps), nothing)
        yield answer._replace(is_new=is_id and not was_there, was=was)


def _has_a_sign(answer: Answer) -> bool:
    """Whether the page gives a sign of what stood where that is answered, if anything did."""
    is_copy = any("#" in name for name in answer.steps[PLACE + 1 : PLACE + 2])  # a measure that somebody has copied
    return bool(answer.value) and isinstance(answer.value, str) and not is_copy
