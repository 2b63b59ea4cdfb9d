"""The form as a workbook: where it begins, the map, a sheet for each principle, and one for the measures."""

from collections.abc import Mapping, Sequence
from itertools import groupby

from crosp_cli.filling.fields import Fields, fields
from crosp_cli.filling.questionnaire import Questionnaire
from crosp_cli.filling.workbook import beginning, measures, principle, the_map
from crosp_cli.filling.workbook.book import Book
from crosp_cli.filling.workbook.words import cell_titles, roles, unit_titles, without_answers, without_step
from crosp_cli.text.languages import pick
from crosp_cli.text.translation import translation

_FORBIDDEN = str.maketrans(dict.fromkeys("[]:*?/\\", " "))
_LONGEST_NAME = 31
_TEXTS, _BEFORE, _BESIDE_NOTHING = (36, 106), 60, 10


def as_workbook(asked: Questionnaire) -> bytes:
    """Return the form as a workbook. The same questionnaire gives the same bytes."""
    _ = translation(asked.language).gettext
    language = asked.language
    asked_for = fields(asked.framework, language)
    book = Book(language, asked.subject.title or pick(asked.level.title, language))
    rows = [list(cells) for _principle, cells in groupby(asked.cells, key=lambda cell: cell.place.principle)]
    titles = [pick(asked.framework.principle(row[0].place.principle).label, language) for row in rows]
    names = [_name(f"{number} {title}") for number, title in enumerate(titles, 1)]
    the_map_is, lists_are = without_answers(language)
    to_begin = book.sheet(_("Start here"), (0, 34, 60, 30))
    of_map = book.sheet(the_map_is, (34, *(26 for _area in asked.framework.areas.entries)))
    beside = _BEFORE if any(cell.before for cell in asked.cells) else _BESIDE_NOTHING
    of_rows = [book.sheet(name, (0, *_TEXTS, beside)) for name in names]
    of_measures = book.sheet(_("Measures"), measures.widths(asked_for))
    book.add_lists(lists_are, _lists(asked, asked_for))
    places = {
        place: (name, where)
        for name, sheet, row in zip(names, of_rows, rows, strict=True)
        for place, where in principle.write(book, sheet, row, asked, asked_for).items()
    }
    sheets = dict(zip(names, of_rows, strict=True))
    first = [cell for cell in asked.cells if cell.in_round]
    for here, then in zip(first, (*first[1:], None), strict=True):
        name, where = places[here.place]
        principle.lead_on(book, sheets[name], where.step, then, places[then.place] if then else None)
    beginning.write(book, to_begin, asked, places)
    the_map.write(book, of_map, asked, asked_for, names, places)
    measures.write(book, of_measures, asked, asked_for)
    return book.content()


def _name(title: str) -> str:
    """What a sheet may be called: short, and without what no sheet's name has."""
    return " ".join(title.translate(_FORBIDDEN).split())[:_LONGEST_NAME].strip(" '")


def _lists(asked: Questionnaire, asked_for: Fields) -> Mapping[str, Sequence[str]]:
    choices = {field.name: field.choices for field in (*asked_for.cell.values(), *asked_for.measure.values())}
    titled = {name: [one.title for one in found] for name, found in choices.items() if found}
    rating = "current_state/rating"
    return {
        **titled,
        rating: [*titled[rating], *without_step(asked.language)],
        "cells": list(cell_titles(asked.framework, asked.language).values()),
        "roles": roles(asked),
        "units": list(unit_titles(asked.subject.units).values()),
    }
