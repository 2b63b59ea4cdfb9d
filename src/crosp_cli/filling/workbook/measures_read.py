"""Answers from the sheet with measures: those that have a key are brought up to date, the others are new."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from crosp_cli.filling.answers import PLACE, Answer, sign
from crosp_cli.filling.fields import FOLLOW_UP, Fields, fields
from crosp_cli.filling.workbook import words
from crosp_cli.filling.workbook.cells import Cell, Sheet
from crosp_cli.filling.workbook.gathered import Gathered
from crosp_cli.filling.workbook.hidden import Key
from crosp_cli.model.assessment import Place
from crosp_cli.model.framework import Framework
from crosp_cli.text.languages import LANGUAGES
from crosp_cli.text.paragraphs import one_line
from crosp_cli.text.slugs import slug
from crosp_cli.text.translation import translation

_CONCERNS = ""
"""The column that says which cell a measure is for, among those of its fields."""

_LONGEST_NAME = 40


@dataclass(frozen=True, slots=True)
class Header:
    """The row with the words above the measures, and the column of each field."""

    row: int
    columns: Mapping[str, int]


def header(sheet: Sheet, asked: Sequence[Fields]) -> Header | None:
    """Return where a sheet says what stands below; None on a sheet without measures."""
    known = {field.label.casefold(): name for one in asked for name, field in one.measure.items()}
    known |= {words.concerns(one).casefold(): _CONCERNS for one in LANGUAGES}
    rows: dict[int, dict[str, int]] = {}
    for at, text in sorted(sheet.texts.items()):
        if (name := known.get(one_line(text).casefold())) is not None:
            rows.setdefault(at.row, {}).setdefault(name, at.column)
    return next((Header(row, found) for row, found in rows.items() if {_CONCERNS, "what"} <= set(found)), None)


def read_measures(
    sheet: Sheet, keys: Mapping[int, Key], head: Header, found: Gathered, framework: Framework, asked: Fields
) -> None:
    """Read the measures below the header."""
    rows: dict[tuple[str, ...], tuple[Cell, str]] = {}
    below = sorted({at.row for at in sheet.texts if at.row > head.row})
    says = {row: sign(sheet.cell(row, head.columns["what"]).text) for row in below}
    stood = {(key.steps[1:PLACE], key.signs.get("what")): row for row, key in keys.items() if row in says}
    said = {what: row for (_place, what), row in stood.items()}
    for row in below:
        cells = {name: sheet.cell(row, column) for name, column in head.columns.items()}
        key = keys.get(row)
        if key is None:  # a measure that is written anew, at another question, may say what one said
            there = stood.get((found.values.place(cells[_CONCERNS]) or (), says[row]), row)
        else:
            there = row if key.signs.get("what") == says[row] else said.get(says[row], row)
        if says[there] != says[row]:
            _moved(cells["what"], sheet.cell(there, head.columns["what"]), found)
        if key is None or not is_of_measure(key):
            found.fields.update(cells.values())
            if any(cell.text for cell in cells.values()):
                _new(cells, found, asked)
        elif framework.has(Place(*key.steps[1:3])):
            found.fields.update(cells.values())
            found.there.update(key.steps[PLACE + 1 :])
            found.measures.update(key.steps[PLACE + 1 :])
            what = cells["what"], says[row]
            _copied(rows.setdefault(key.steps, what), what, found)
            _known(key, cells, found, asked)


def is_of_measure(key: Key) -> bool:
    """Whether a row is for a measure."""
    return key.steps[PLACE : PLACE + 1] == ("measures",)


def without_header(sheet: Sheet, found: Gathered, framework: Framework) -> None:
    """Say which words a sheet with measures has lost, without which they cannot be read."""
    _ = translation(found.language).gettext
    names = " / ".join((words.concerns(found.language), fields(framework, found.language).measure["what"].label))
    text = _("the row that says what stands below is gone. Write above the columns, as in a new form: {names}.")
    found.problems.append((sheet.name, text.format(names=names)))


def _copied(first: tuple[Cell, str], row: tuple[Cell, str], found: Gathered) -> None:
    """Ask about two rows with the same key that tell of two measures: a new one takes the place of no other.

    Of each, the cell that says what the measure is, and its sign: the first may have a long text, and many copies.
    """
    _ = translation(found.language).gettext
    if first[1] != row[1]:
        text = _(
            "{cell} says something else of the same measure: one of the rows was copied. "
            "Write a new measure on an empty row, and delete the copy."
        )
        found.problem(row[0], text.format(cell=first[0].where))


def _moved(cell: Cell, other: Cell, found: Gathered) -> None:
    """Ask about a row that says what another one said: what the file has besides of that measure has not come along."""
    _ = translation(found.language).gettext
    text = _(
        "{cell} said this before, and now it says something else: cells were moved, without the hidden column beside "
        "them. Let each row say what it said, or move whole rows."
    )
    found.problem(cell, text.format(cell=other.where))


def _known(key: Key, cells: Mapping[str, Cell], found: Gathered, asked: Fields) -> None:
    _ = translation(found.language).gettext
    if found.values.place(cells[_CONCERNS]) != Place(*key.steps[1:3]):
        text = _("a measure stays at its question. Write it anew on an empty row, and let this row say what it said.")
        found.problem(cells[_CONCERNS], text)
        return
    if not cells["what"].text:
        text = _("say what is to be done. A measure is not taken out: if you drop it, its status in the file says so.")
        found.problem(cells["what"], text)
        return
    places = {_without_day(name): name for name in key.signs}
    for name, field in asked.measure.items():
        place = places.get(name, name)
        if name not in cells:
            continue
        if place == FOLLOW_UP:
            _follow_up(key.steps, cells[name], found)
        else:
            found.field((*key.steps, *place.split("/")), field, cells[name], key.signs.get(place, ""))


def _new(cells: Mapping[str, Cell], found: Gathered, asked: Fields) -> None:
    _ = translation(found.language).gettext
    place = found.values.place(cells[_CONCERNS])
    if place is None:
        found.problem(cells[_CONCERNS], _("choose in the list which question the measure is for."))
        return
    if not cells["what"].text:
        found.problem(cells["what"], _("say what is to be done, or empty the row."))
        return
    measure = ("cells", *place, "measures", _name(cells["what"].text, found))
    found.add(cells["what"], Answer((*measure, "id"), measure[-1], is_new=True))
    for name, field in asked.measure.items():
        if name == FOLLOW_UP and name in cells:
            _follow_up(measure, cells[name], found)
        elif name in cells:
            found.field((*measure, name), field, cells[name], "")


def _follow_up(measure: tuple[str, ...], cell: Cell, found: Gathered) -> None:
    """Read the day of a follow-up that is planned anew."""
    day = found.understood(cell, found.values.day)
    if day:
        found.add(cell, Answer((*measure, "follow_ups", day, "date"), day))


def _without_day(name: str) -> str:
    """What a field is called, whichever follow-up it is of."""
    first, _slash, rest = name.partition("/")
    return f"{first}/{rest.rpartition('/')[2]}" if rest else name


def _name(what: str, found: Gathered) -> str:
    """A short name that no other measure in the workbook has."""
    made = name = slug(what, "measure", _LONGEST_NAME)
    while name in found.measures:
        found.numbers[made] += 1
        name = f"{made}-{found.numbers[made] + 1}"
    return name
