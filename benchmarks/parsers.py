"""Everything that takes a text that somebody else wrote, each as a function of that text alone: a register."""

from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from functools import cache, partial

from jinja2 import Environment, TemplateSyntaxError

from crosp_cli.checks.measures.cr402_without_due_date import CHECK
from crosp_cli.checks.personal_data.names import redacted_name, shown_name
from crosp_cli.checks.personal_data.text_checks import in_text
from crosp_cli.checks.registry import KNOWN_CODES
from crosp_cli.cli.language import has_no_swedish
from crosp_cli.editing.in_place import Append, NotSafeError, Put, edited
from crosp_cli.editing.slugs import tidy
from crosp_cli.editing.yaml_writer import block, flow
from crosp_cli.filling.collecting.collected import NotAListError, from_json
from crosp_cli.filling.comments import comments_in
from crosp_cli.filling.fields import Field, fields
from crosp_cli.filling.terms import Term, marked
from crosp_cli.filling.workbook.cells import At, Sheet
from crosp_cli.filling.workbook.gathered import Gathered
from crosp_cli.filling.workbook.hidden import Key
from crosp_cli.filling.workbook.measures_read import Header, read_measures
from crosp_cli.filling.workbook.values import MisreadError, Values
from crosp_cli.findings import Finding, Location
from crosp_cli.model.assessment import Assessment
from crosp_cli.model.project import Project
from crosp_cli.reading.documents.document import document, tree_from
from crosp_cli.reports.pictures.text_width import wrapped
from crosp_cli.reports.user_templates.page import written_anew
from crosp_cli.reports.user_templates.trusted_text import with_whole_values
from crosp_cli.reports.word_and_pdf.docx import written
from crosp_cli.reports.word_and_pdf.sheet import on_paper
from crosp_cli.reports.word_and_pdf.typst_worker import as_code
from crosp_cli.text import html, markdown
from crosp_cli.text.languages import LANGUAGES, swedish_order
from crosp_cli.text.letters import bare, composed
from crosp_cli.text.paragraphs import one_line, paragraphs
from crosp_cli.text.phrase import Phrase, shortened
from crosp_cli.text.printable import printable, readable
from crosp_cli.text.slugs import slug
from crosp_cli.validation.suppressions import without_suppressed
from edited import built_in

_CELL = "format: crosp-assessment/1\ncells:\n  follow-up:\n    quality:\n      current_state:\n        reflection: "


def _read(text: str) -> object:
    """As a file of its own, and as an assessment and a project."""
    tree, found = tree_from(text.encode("utf-8", "replace"), "a.yaml")
    return tree and (document(Assessment, tree, found), document(Project, tree, found))


def _edited(text: str) -> object:
    """With two new values, where crosp reads it."""
    if tree_from(text.encode("utf-8", "replace"), "a.yaml")[0] is None:
        return None
    try:
        return edited(text, [Put(("new", "text"), text), Append(("list",), [text, text])])
    except NotSafeError:
        return None


def _commented(text: str) -> object:
    """With the comments of a form that came back, where crosp reads it."""
    answers = f"a: b\n{text}"
    return tree_from(answers.encode("utf-8", "replace"), "a.yaml")[0] and comments_in(answers)


def _on_each_line(text: str) -> list[Finding]:
    return [Finding(CHECK.rule, Location("a.yaml", line)) for line in range(1, text.count("\n") + 2)]


def _collected(text: str) -> object:
    try:
        return from_json(f'{{"format": "crosp-collected/1", "collected": [{text}'.encode())
    except NotAListError:
        return None


@cache
def _workbook() -> tuple[Values, Sequence[Field]]:
    """What understands cells, and a field of each kind."""
    asked = [fields(built_in(), language) for language in LANGUAGES]
    each = {field.holds: field for field in (*asked[0].cell.values(), *asked[0].measure.values())}
    return Values(built_in(), asked, LANGUAGES[0], since_1904=False), [*each.values()]


def _in_a_workbook(text: str) -> None:
    """As a cell of each kind, written as a text and as a number."""
    values, each = _workbook()
    for numbers in (frozenset[At](), frozenset({At(0, 0)})):
        cell = Sheet("a", {At(0, 0): text}, numbers, frozenset()).cell(0, 0)
        for understood in (values.number, values.place, *(partial(values.understood, field) for field in each)):
            with suppress(MisreadError):
                understood(cell)


def _in_copied_rows(text: str) -> int:
    """In a workbook, as what a measure says of which somebody copied the row, the more often the longer it is."""
    values, _each = _workbook()
    asked = fields(built_in(), LANGUAGES[0])
    found = Gathered(values, LANGUAGES[0])
    rows = range(1, 2 + len(text) // 100)
    keys = dict.fromkeys(rows, Key(("cells", "follow-up", "quality", "measures", "a")))
    sheet = Sheet("a", {At(row, 0): text if row == 1 else "a" for row in rows}, frozenset(), frozenset())
    read_measures(sheet, keys, Header(0, {"": 1, "what": 0}), found, built_in(), asked)
    return len(found.problems)


def _in_a_tag(text: str) -> object:
    """As an own template's tag, where Jinja reads it."""
    try:
        return with_whole_values(Environment(autoescape=True).parse(f"<i {text}"))
    except (TemplateSyntaxError, RecursionError):  # which is told of where a template is filled
        return None


PARSERS: Mapping[str, Callable[[str], object]] = {
    "a file": _read,
    "a block of text": lambda text: _read(f"{_CELL}|\n          " + text.replace("\n", "\n          ")),
    "a quoted text": lambda text: _read(f'{_CELL}"{text}"\n'),
    "in brackets": lambda text: _read(f"{_CELL}[{text}]\n"),
    "below a key": lambda text: _read("a:\n  " + text.replace("\n", "\n  ")),
    "beside what is written": lambda text: _read(f"a: b {text}"),
    "comments": lambda text: without_suppressed([], f"# crosp: ignore[CR402] a\n{text}", "a.yaml", KNOWN_CODES),
    "comments and findings": lambda text: without_suppressed(_on_each_line(text), text, "a.yaml", KNOWN_CODES),
    "a comment of many codes": lambda text: without_suppressed(
        [], f"a: 1 # crosp: ignore[{text}] a", "a.yaml", KNOWN_CODES
    ),
    "comments in answers": _commented,
    "personal data": lambda text: list(in_text(text)),
    "personal data after a name": lambda text: list(in_text(f"Anna Berg {text}")),
    "names of files": lambda text: (shown_name(text), redacted_name(text)),
    "an edited file": _edited,
    "a list of what was counted": _collected,
    "a framework at a glance": lambda text: has_no_swedish(text.encode()),
    "terms": lambda text: marked([text], [Term("a", "a", "a", tuple(f"a{n}" for n in range(len(text))))]),
    "a workbook's cell": _in_a_workbook,
    "copied rows in a workbook": _in_copied_rows,
    "YAML": lambda text: (block(text, 2), block(f"{text} ", 2), flow(text)),
    "names": tidy,
    "letters and marks": lambda text: (composed(composed(text)), bare(text), slug(text, "x"), swedish_order(text)),
    "HTML": lambda text: (html.prose(Phrase(text, "sv"), "en"), html.inline(Phrase(text, "sv"), "en")),
    "Markdown": lambda text: (
        markdown.block(text),
        markdown.in_cell(text),
        markdown.asked(text),
        markdown.inline(text),
    ),
    "lines": lambda text: (paragraphs(text), one_line(text), printable(text), readable(text)),
    "shorter": lambda text: shortened(Phrase(text, "sv"), 80),
    "in a picture": lambda text: wrapped(text, 12, 100, most=3),
    "a template's tag": _in_a_tag,
    "a page of a template": written_anew,
    "a page with dates": lambda text: html.with_whole_dates(f"<body>{text}"),
    "a page on paper": lambda text: on_paper(written_anew(text)),
    "characters without letterforms": lambda text: as_code(text, frozenset("\U00012000")),
    "a Word document": lambda text: written(
        on_paper(f"<html lang=sv><body><main>{html.prose(Phrase(text, 'sv'), 'en')}</main></body></html>"), [], {}, None
    ),
}
