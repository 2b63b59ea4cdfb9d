"""Every check, in the order of their codes. A new check is a module and a line here."""

from crosp_cli.checks import (
    dates_out_of_order,
    duplicate_measure_id,
    empty_cell,
    measure_without_due_date,
    measure_without_follow_up,
    measure_without_responsible,
    need_without_measure,
    overdue_measure,
    rating_without_evidence,
    rating_without_reflection,
    same_occasion_twice,
    target_below_rating,
    unknown_unit,
)
from crosp_cli.checks.base import Check, FolderCheck

ALL_CHECKS: tuple[Check, ...] = (
    empty_cell.CHECK,
    rating_without_reflection.CHECK,
    rating_without_evidence.CHECK,
    target_below_rating.CHECK,
    need_without_measure.CHECK,
    measure_without_responsible.CHECK,
    measure_without_due_date.CHECK,
    measure_without_follow_up.CHECK,
    dates_out_of_order.CHECK,
    duplicate_measure_id.CHECK,
    unknown_unit.CHECK,
)
"""Checks of one assessment at a time."""

FOLDER_CHECKS: tuple[FolderCheck, ...] = (overdue_measure.CHECK, same_occasion_twice.CHECK)
"""Checks across the assessments of a project."""
