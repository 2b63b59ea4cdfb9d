"""What an analysis for programs holds beside its assessments: levels side by side, and cells in groups."""

from crosp_cli.analysis.assessment.analyse import Analysis
from crosp_cli.analysis.assessment.cells import CellResult
from crosp_cli.output.analysis import json_types_across as shape
from crosp_cli.output.analysis.content import AnalysisAnswer
from crosp_cli.output.analysis.grouping import ArenaView, Grouped, GroupView
from crosp_cli.output.analysis.levels import ComparisonView, LevelsView, MisplacedView


def levels_json(view: LevelsView) -> shape.Levels:
    """Return where levels differ, and the measures that another level can solve."""
    return {
        "comparisons": [_comparison(comparison) for comparison in view.comparisons],
        "misplaced": [_misplaced(one) for one in view.misplaced],
    }


def by_json(shown: AnalysisAnswer) -> shape.CellsBy | None:
    """Return the cells in groups; None where that was not asked for."""
    if shown.by is None:
        return None
    return {"kind": shown.by, "grouped": [_grouped(grouped) for grouped in shown.grouped]}


def assessment_name(analysis: Analysis) -> shape.AssessmentName:
    """Return which assessment it is."""
    assessment = analysis.assessment
    return {
        "unit": assessment.unit,
        "level": assessment.level,
        "occasion": assessment.occasion,
        "date": assessment.date.isoformat(),
    }


def _comparison(view: ComparisonView) -> shape.LevelsCompared:
    found = view.comparison
    analyses = found.occasion.analyses
    return {
        "assessments": [assessment_name(analysis) for analysis in analyses],
        "differing": [
            {
                "principle": across.place.principle,
                "area": across.place.area,
                "levels": [
                    {"level": analysis.assessment.level, "state": cell.state.value, "rating": cell.rating}
                    for analysis, cell in zip(analyses, across.cells, strict=True)
                ],
            }
            for across in found.differing
        ],
        "alike": found.alike,
        "not_comparable": found.not_comparable,
    }


def _misplaced(view: MisplacedView) -> shape.MisplacedMeasure:
    found = view.misplaced
    return {
        "assessment": assessment_name(found.analysis),
        "id": found.result.measure.id,
        "principle": found.result.place.principle,
        "area": found.result.place.area,
        "what": view.what.text,
        "solves_at": found.solves_at,
        "other": assessment_name(found.other) if found.other else None,
        "there": [result.measure.id for result in found.there],
        "more_there": found.more,
    }


def _grouped(grouped: Grouped) -> shape.GroupedCells:
    return {
        "assessments": [assessment_name(report.analysis) for report in grouped.reports],
        "groups": [_group(group) for group in grouped.groups],
        "arenas": [_arena(arena) for arena in grouped.arenas],
        "outside": [_standing(cell) for cell in grouped.outside],
    }


def _group(group: GroupView) -> shape.CellGroup:
    profile = group.profile
    return {
        "id": profile.id,
        "title": group.title.text,
        "date": group.when or None,
        "steps": {str(step): count for step, count in profile.steps},
        "not_rated": profile.not_rated,
        "not_applicable": profile.not_applicable,
        "cells": [_standing(cell) for cell in profile.cells],
    }


def _standing(cell: CellResult) -> shape.StandingCell:
    place = cell.place
    return {"principle": place.principle, "area": place.area, "state": cell.state.value, "rating": cell.rating}


def _arena(view: ArenaView) -> shape.ArenaOfGroups:
    return {
        "id": view.part.arena.id if view.part.arena else None,
        "title": view.title.text,
        "task": view.task.text if view.task else None,
        "took_part": [
            {"id": group, "title": title.text, "count": count}
            for (group, count), (title, _count) in zip(view.part.took_part, view.took_part, strict=True)
        ],
        "seen": [
            {
                "groups": list(found.groups),
                "cells": [
                    {
                        "principle": cell.place.principle,
                        "area": cell.place.area,
                        "middle": list(cell.middle),
                        "divided": cell.divided,
                    }
                    for cell in found.cells
                ],
            }
            for found in view.part.seen
        ],
    }
