"""Answers from a workbook: rows are known by their hidden keys, and columns by the words above them.

Where they stand tells nothing, so that people may move, add and sort.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from crosp_cli.checks.personal_data.names import shown_name
from crosp_cli.filling.answers import PLACE, Answer, sign
from crosp_cli.filling.fields import Fields, fields
from crosp_cli.filling.ways_in import Filled
from crosp_cli.filling.workbook import words
from crosp_cli.filling.workbook.cells import Cell, Sheet, saved
from crosp_cli.filling.workbook.gathered import Gathered, changed
from crosp_cli.filling.workbook.hidden import Key, is_for_crosp, key_in, written_in
from crosp_cli.filling.workbook.measures_read import header, is_of_measure, read_measures, without_header
from crosp_cli.filling.workbook.not_read import beside, why_not
from crosp_cli.filling.workbook.package import NotReadError
from crosp_cli.filling.workbook.values import Values
from crosp_cli.model.assessment import Place
from crosp_cli.model.framework import Framework
from crosp_cli.text.languages import LANGUAGES
from crosp_cli.text.translation import translation

_HEADING = ("framework", "unit", "level", "occasion", "date")
_RATING, _REASON = "current_state/rating", "not_applicable"


def filled(content: bytes, shown: str, framework: Framework, language: str) -> Filled:
    """Return what stands in a workbook, which problems call `shown`, in a language."""
    shown = shown_name(shown)
    try:
        workbook = saved(content)
    except NotReadError as error:
        return Filled(problems=(f"{shown}: {why_not(error, language)}",))
    asked = [fields(framework, one) for one in LANGUAGES]
    found = Gathered(Values(framework, asked, language, since_1904=workbook.since_1904), language)
    own = written_in(workbook)
    known = [_sheet(sheet, found, framework, asked, own) for sheet in workbook.sheets]
    if not any(known):
        _ = translation(language).gettext
        text = _("this is no form that crosp form made, or its hidden columns are gone. Fill in a new one.")
        return Filled(problems=(f"{shown}: {text}",))
    cells = [s.cell(*at) for s in workbook.sheets for at, text in s.texts.items() if not is_for_crosp(text)]
    said = [(cell.where, cell.text) for cell in cells] + [*_names(workbook.sheets)]
    return Filled(
        found.heading,
        tuple(_in_order(found.answers.values(), framework)),
        frozenset(found.there),
        text="\n".join(text for _where, text in said),
        lines=tuple(where for where, text in said for _line in text.split("\n")),
        problems=tuple(f"{shown}, {where}: {problem}" for where, problem in found.problems),
        notices=tuple(f"{shown}: {told}" for told in beside(workbook, found.fields, language)),
    )


def _names(sheets: Iterable[Sheet]) -> Iterator[tuple[str, str]]:
    """Where a hidden key has a measure's short name, and that: it is shown where the file does not have it any more."""
    for sheet in sheets:
        for at, text in sheet.texts.items():
            if (key := key_in(text)) and is_of_measure(key):
                yield sheet.cell(*at).where, key.steps[-1]


def _in_order(answers: Iterable[Answer], framework: Framework) -> Sequence[Answer]:
    """The answers cell by cell: what its measures say stands on another sheet."""
    order: dict[tuple[str, ...], int] = {("cells", *place): at for at, place in enumerate(framework.places)}
    return sorted(answers, key=lambda answer: order.get(answer.steps[:3], -1))


def _sheet(
    sheet: Sheet, found: Gathered, framework: Framework, asked: list[Fields], own: Counter[tuple[str, str]]
) -> bool:
    """Read a sheet, and return whether it has a key."""
    leftmost_last = sorted(sheet.texts.items(), key=lambda one: (one[0].row, -one[0].column))  # an answer may be "date"
    keys = {at.row: key for at, text in leftmost_last if (key := key_in(text))}
    if head := header(sheet, asked):
        read_measures(sheet, keys, head, found, framework, asked[0])
    elif any(is_of_measure(key) for key in keys.values()):
        without_header(sheet, found, framework)
    elif keys:
        _questions(sheet, keys, found, framework, asked[0], _answers_columns(sheet, own))
    return bool(keys)


def _answers_columns(sheet: Sheet, own: Counter[tuple[str, str]]) -> list[int]:
    """The columns that are called so; of several, the one with most of what crosp wrote in its own, wherever it is."""
    heads = {words.answer(one).casefold() for one in LANGUAGES}
    called = sorted({at.column for at, text in sheet.texts.items() if text.strip().casefold() in heads})
    if len(called) <= 1:
        return called
    signs = {sign(words.answer(one)) for one in LANGUAGES}
    columns = Counter(_letters(place) for place, signed in own.elements() if signed in signs)
    most = max(columns, key=columns.__getitem__, default=None)
    written = {signed for place, signed in own if _letters(place) == most}
    found = Counter(at.column for at, text in sheet.texts.items() if at.column in called and sign(text) in written)
    return [column for column in called if found[column] == max(found.values(), default=0)]


def _letters(place: str) -> str:
    return place.rstrip("0123456789")


def _questions(
    sheet: Sheet, keys: Mapping[int, Key], found: Gathered, framework: Framework, asked: Fields, columns: Sequence[int]
) -> None:
    if len(columns) != 1:
        _ = translation(found.language).gettext
        none = _("no column is called {name}. Write that above the column with the answers.")
        many = _("more than one column is called {name}. Let only the one with the answers be called so.")
        text = many if columns else none
        found.problems.append((sheet.name, text.format(name=words.answer(found.language))))
        return
    (column,) = columns
    cells: dict[Place, list[tuple[str, Key, Cell]]] = {}
    for row, key in keys.items():
        cell = sheet.cell(row, column)
        if key.steps[0] in _HEADING:
            _heading(key, cell, found)
        elif key.steps[0] == "participants":
            _people(key, cell, found)
        elif framework.has(place := Place(*key.steps[1:PLACE])):
            name = "/".join(key.steps[PLACE:])
            cells.setdefault(place, []).extend([(name, key, cell)] if name in asked.cell else [])
    for each in cells.values():
        _cell(each, found, asked)


def _heading(key: Key, cell: Cell, found: Gathered) -> None:
    name = key.steps[0]
    said = found.understood(cell, found.values.day) if name == "date" else cell.text
    names = {signed: short for short, signed in key.signs.items() if short}
    only = next(iter(names.values())) if len(names) == 1 else None
    known = names.get(sign(said or ""))
    if known or not only:
        found.fields.add(cell)
    found.heading[name] = known or only or said or ""


def _people(key: Key, cell: Cell, found: Gathered) -> None:
    found.fields.add(cell)
    was = key.signs.get("", "")
    number = found.understood(cell, found.values.number) if changed(cell, was) else None
    if number:
        found.add(cell, Answer((*key.steps[:2], "group"), key.steps[1]))
    if number is not None:
        found.add(cell, Answer(key.steps, number, was))


def _cell(rows: Sequence[tuple[str, Key, Cell]], found: Gathered, asked: Fields) -> None:
    """Read the answers of one cell; why it does not apply is said where that was chosen as its step."""
    _ = translation(found.language).gettext
    found.fields.update(cell for _name, _key, cell in rows)
    rows = sorted(rows, key=_is_changed)  # of rows that were copied, one that was left as it was says nothing
    named = {name: cell for name, _key, cell in rows}
    step, reason = (named.get(name) for name in (_RATING, _REASON))
    does_not_apply = step is not None and found.values.does_not_apply(step)
    for row in rows:
        if step and row[0] == _RATING and _is_changed(row) and found.values.does_not_apply(row[2]) != does_not_apply:
            found.ask_which(step, row[2])
    without = [reason] if reason else [cell for name, key, cell in rows if name == _RATING and _is_written(key, cell)]
    if does_not_apply and without and not (reason and reason.text):  # the row for it may have been deleted
        found.problem(without[0], _("Say in a few words why it does not apply to you."))
    elif reason and reason.text and not does_not_apply:
        text = _("Here stands why it does not apply to you. Then choose {step} as the step, or else empty this field.")
        found.problem(reason, text.format(step=words.without_step(found.language)[1]))
    others = (cell for name, key, cell in rows if name not in (_RATING, _REASON) and _is_written(key, cell))
    if step and does_not_apply and any(True for _one in others):
        text = _(
            "It says that this does not apply to you, and yet there are answers below. Choose another step, or empty "
            "the other fields."
        )
        found.problem(step, text)
    for name, key, cell in rows:
        found.field(key.steps, asked.cell[name], cell, key.signs.get("", ""))


def _is_changed(row: tuple[str, Key, Cell]) -> bool:
    return changed(row[2], row[1].signs.get("", ""))


def _is_written(key: Key, cell: Cell) -> bool:
    return bool(cell.text) and changed(cell, key.signs.get("", ""))
