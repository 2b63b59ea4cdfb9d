"""Answers from the page's YAML, or from an assessment that somebody else has filled in."""

import re
from collections.abc import Iterable, Iterator

from crosp_cli.checks.personal_data.names import shown_name
from crosp_cli.editing.source_layout import Layout
from crosp_cli.filling.answers import Answer, answers_in
from crosp_cli.filling.ways_in import Filled
from crosp_cli.findings import Severity
from crosp_cli.model.framework import Framework
from crosp_cli.reading.documents.document import document_of, tree_from
from crosp_cli.reading.documents.kinds import KINDS
from crosp_cli.text.translation import translation

_HEADING = ("framework", "unit", "level", "occasion", "date")
_THERE = re.compile(r"# crosp-form: measures that were there:((?: [a-z0-9-]++)*+)$", re.MULTILINE)
"""The first line of the page's file: the short names of the measures that the assessment had when it was made."""


def filled(content: bytes, shown: str, framework: Framework, language: str) -> Filled:
    """Return what stands in the file, which findings call `shown`."""
    tree, found = tree_from(content, shown)
    if tree is None:
        return Filled(findings=tuple(found))
    read = document_of(KINDS["assessment"], tree, found, framework)
    heading = {key: value for key in _HEADING if isinstance(value := tree.data.get(key), str)}
    errors = tuple(finding for finding in read.findings if finding.severity is Severity.ERROR)
    answers = () if errors else tuple(_told_apart(answers_in(tree.data), tree.text))
    return Filled(heading, answers, errors, tree.text, notices=tuple(_notices(tree.text, shown_name(shown), language)))


def _notices(text: str, shown: str, language: str) -> Iterator[str]:
    """Tell of comments that somebody has written in the page's file; an assessment is full of crosp's own."""
    _ = translation(language).gettext
    if _THERE.match(text) is None:
        return
    lines = [str(text.count("\n", 0, place) + 1) for place, _comment in Layout(text).comments if place]
    if lines:
        told = _("{file}: comments are not brought in (lines: {lines}). Write as an answer what should stay.")
        yield told.format(file=shown, lines=", ".join(lines))


def _told_apart(answers: Iterable[Answer], text: str) -> Iterator[Answer]:
    """The answers, those that name new measures marked as such where the file says which ones are not."""
    met = _THERE.match(text)
    there = met[1].split() if met else None
    for answer in answers:
        is_id = answer.steps[-1] == "id" and there is not None and answer.value not in there
        yield answer._replace(is_new=True) if is_id else answer
