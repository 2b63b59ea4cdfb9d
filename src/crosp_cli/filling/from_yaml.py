"""Answers from the page's YAML, or from an assessment that somebody else has filled in."""

from crosp_cli.filling.answers import answers_in
from crosp_cli.filling.ways_in import Filled
from crosp_cli.findings import Severity
from crosp_cli.model.framework import Framework
from crosp_cli.reading.documents.document import document_of, tree_from
from crosp_cli.reading.documents.kinds import KINDS

_HEADING = ("framework", "unit", "level", "occasion", "date")


def filled(content: bytes, shown: str, framework: Framework, _language: str) -> Filled:
    """Return what stands in the file, which findings call `shown`."""
    tree, found = tree_from(content, shown)
    if tree is None:
        return Filled(findings=tuple(found))
    read = document_of(KINDS["assessment"], tree, found, framework)
    heading = {key: value for key in _HEADING if isinstance(value := tree.data.get(key), str)}
    errors = tuple(finding for finding in read.findings if finding.severity is Severity.ERROR)
    answers = () if errors else tuple(answers_in(tree.data))
    return Filled(heading, answers, errors, tree.text)
