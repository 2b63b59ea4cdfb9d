"""What is known of a programme, for programs, in the shape that json_types.py declares. Ids are as in the files."""

from datetime import date

from crosp_cli.analysis.groups.disclosure import Rough
from crosp_cli.analysis.programme.beside import BeforeAndAfter, Beside
from crosp_cli.analysis.programme.coverage import Coverage, CoverageAt
from crosp_cli.analysis.programme.follow_ups import FollowUpAt, ReportedOfCell
from crosp_cli.output.json_text import json_text
from crosp_cli.output.programme import json_types as shape
from crosp_cli.output.programme.views import ProgrammeAnswer


def as_json(answer: ProgrammeAnswer) -> str:
    """Return what is known of a programme in the format `crosp-programme-answer/1`. What is not known is null."""
    found, programme = answer.analysis, answer.analysis.programme
    document: shape.ProgrammeDocument = {
        "format": "crosp-programme-answer/1",
        "today": found.today.isoformat(),
        "within_days": found.within,
        "path": answer.path,
        "programme": programme.id,
        "name": programme.name.strip(),
        "standing": found.standing.value,
        "start": _day(programme.start),
        "end": _day(programme.end),
        "compulsory": programme.compulsory,
        "smallest_group": found.smallest_group,
        "coverage": _coverage(found.coverage),
        "follow_ups": [_follow_up(one) for one in found.follow_ups],
        "reported": [_cell(cell) for cell in found.cells],
        "questions": [
            {
                "question": one.question.strip(),
                "date": _day(one.date),
                "can_say": _text(one.can_say),
                "cannot_say": _text(one.cannot_say),
                "why": _text(one.why),
            }
            for one in found.questions
        ],
        "beside": None if found.beside is None else [_beside(one) for one in found.beside],
        "cannot_show": list(answer.view.cannot_show),
    }
    return json_text(document)


def _coverage(found: Coverage) -> shape.ProgrammeCoverage:
    return {
        "newest": _count(found.newest) if found.newest else None,
        "over_time": [_count(point) for point in found.points],
        "registered": [
            {
                "date": one.day.isoformat(),
                "number": one.number,
                "begins": _day(one.begins),
                "ends": _day(one.ends),
                "holds": one.holds.value,
            }
            for one in found.registrations
        ],
        "completed_units": [{"unit": unit, "date": day.isoformat()} for unit, day in found.completed_units],
        "registered_units": [{"unit": unit, "date": day.isoformat()} for unit, day in found.registered_units],
        "later_counts": found.later,
    }


def _count(point: CoverageAt) -> shape.CountOnDay:
    return {"date": point.day.isoformat(), "completed": point.completed, "of": point.of}


def _follow_up(one: FollowUpAt) -> shape.FollowUpOfProgramme:
    made = one.made
    return {
        "id": one.follow_up.id,
        "kind": one.follow_up.kind,
        "state": one.state.value,
        "date": _day(one.day),
        "who": _text(one.follow_up.who),
        "asks": _text(one.follow_up.asks),
        "answered": one.answered if isinstance(one.answered, int) else None,
        "of": one.of,
        "held_back": one.is_held_back,
        "self_reported": made.self_reported if made else None,
        "other_explanations": _text(made.other_explanations) if made else None,
    }


def _cell(cell: ReportedOfCell) -> shape.ReportedInCell:
    place = cell.place
    return {
        "cell": {"principle": place.principle, "area": place.area} if place else None,
        "reports": [
            {
                "what": one.reported.what.strip(),
                "number": one.number if isinstance(one.number, int) else None,
                "roughly": one.number.value if isinstance(one.number, Rough) else None,
                "follow_up": one.source.follow_up.id,
                "date": _day(one.source.day),
            }
            for one in cell.reports
        ],
    }


def _beside(one: Beside) -> shape.LevelBeside:
    return {
        "level": one.level,
        "took_part": one.took_part[0],
        "took_part_with_both": one.took_part[1],
        "others": one.others[0],
        "others_with_both": one.others[1],
        "on_neither_side": one.waiting,
        "before": _span(one.before),
        "after": _span(one.after),
        "cells": [
            {
                "principle": cell.place.principle,
                "area": cell.place.area,
                "took_part": _counts(cell.took_part),
                "others": _counts(cell.others),
            }
            for cell in one.cells
        ],
    }


def _span(days: tuple[date, date] | None) -> shape.DaysOfAssessments | None:
    return {"first": days[0].isoformat(), "last": days[1].isoformat()} if days else None


def _counts(found: BeforeAndAfter | None) -> shape.CountsBeforeAndAfter | None:
    if found is None:
        return None
    return {
        "units": found.units,
        "higher": found.higher,
        "same": found.same,
        "lower": found.lower,
        "before": {str(step): number for step, number in found.before.items()},
        "after": {str(step): number for step, number in found.after.items()},
    }


def _text(text: str | None) -> str | None:
    return text.strip() if text else None


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None
