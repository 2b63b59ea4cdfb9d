"""Every check, in the order of their codes. A new check is a module and a line here."""

from crosp_cli.checks import (
    aged_law,
    claim_of_cause,
    collaboration_without_condition,
    collaboration_without_confidentiality,
    collaboration_without_level,
    collaboration_without_partner,
    collaboration_without_purpose,
    dates_out_of_order,
    deficit_wording,
    done_without_result,
    duplicate_measure_id,
    empty_cell,
    follow_up_without_decision,
    follow_up_without_result,
    follow_up_without_source,
    measure_without_due_date,
    measure_without_follow_up,
    measure_without_responsible,
    memo_analysed_and_not,
    memo_without_analysis,
    memo_without_assessment,
    memo_without_dates,
    memo_without_preparation,
    memo_without_proposal,
    missing_voices,
    need_without_measure,
    need_without_words,
    no_assessment,
    only_individual,
    only_remedial,
    overdue_measure,
    rating_without_evidence,
    rating_without_reflection,
    same_occasion_twice,
    small_group,
    target_below_rating,
    unknown_unit,
    untouched_measure,
)
from crosp_cli.checks.base import Check, FolderCheck, MemoCheck, MemosCheck, NewestCheck, ProjectCheck, TextCheck
from crosp_cli.checks.personal_data import TEXT_CHECKS

ALL_CHECKS: tuple[Check, ...] = (
    empty_cell.CHECK,
    rating_without_reflection.CHECK,
    rating_without_evidence.CHECK,
    small_group.CHECK,
    missing_voices.CHECK,
    deficit_wording.CHECK,
    target_below_rating.CHECK,
    need_without_measure.CHECK,
    need_without_words.CHECK,
    measure_without_responsible.CHECK,
    measure_without_due_date.CHECK,
    measure_without_follow_up.CHECK,
    dates_out_of_order.CHECK,
    duplicate_measure_id.CHECK,
    only_remedial.CHECK,
    only_individual.CHECK,
    follow_up_without_source.CHECK,
    claim_of_cause.CHECK,
    done_without_result.CHECK,
    follow_up_without_decision.CHECK,
    collaboration_without_purpose.CHECK,
    collaboration_without_level.CHECK,
    collaboration_without_condition.CHECK,
    collaboration_without_confidentiality.CHECK,
    collaboration_without_partner.CHECK,
    unknown_unit.CHECK,
)
"""Checks of one assessment at a time."""

NEWEST_CHECKS: tuple[NewestCheck, ...] = (
    overdue_measure.CHECK,
    untouched_measure.CHECK,
    follow_up_without_result.CHECK,
)
"""Checks of the newest assessment of each unit and level."""

FOLDER_CHECKS: tuple[FolderCheck, ...] = (same_occasion_twice.CHECK,)
"""Checks across all the assessments of a project."""

PROJECT_CHECKS: tuple[ProjectCheck, ...] = (aged_law.CHECK,)
"""Checks of a project itself."""

MEMO_CHECKS: tuple[MemoCheck, ...] = (
    memo_without_proposal.CHECK,
    memo_without_analysis.CHECK,
    memo_analysed_and_not.CHECK,
    memo_without_preparation.CHECK,
    memo_without_dates.CHECK,
)
"""Checks of one decision memo at a time."""

MEMOS_CHECKS: tuple[MemosCheck, ...] = (memo_without_assessment.CHECK,)
"""Checks of a project's decision memos against its assessments."""

AnyCheck = Check | MemoCheck | MemosCheck | NewestCheck | FolderCheck | ProjectCheck | TextCheck

_TOGETHER: tuple[AnyCheck, ...] = (
    *ALL_CHECKS,
    *MEMO_CHECKS,
    *MEMOS_CHECKS,
    *NEWEST_CHECKS,
    *FOLDER_CHECKS,
    *PROJECT_CHECKS,
    *TEXT_CHECKS,
)
EVERY_CHECK: tuple[AnyCheck, ...] = tuple(sorted(_TOGETHER, key=lambda check: check.rule.code))
"""All of them, in the order of their codes."""

KNOWN_CODES = frozenset(check.rule.code for check in EVERY_CHECK) | {no_assessment.RULE.code}
"""The codes that a project may leave out, and a line excuse."""
