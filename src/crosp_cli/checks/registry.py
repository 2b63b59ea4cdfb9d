"""Every check, in the order of their codes. A new check is a module and a line here."""

from crosp_cli.checks.check import Check, FolderCheck, MemoCheck, MemosCheck, NewestCheck, ProjectCheck, TextCheck
from crosp_cli.checks.collaboration import cr601_without_purpose as collaboration_without_purpose
from crosp_cli.checks.collaboration import cr602_without_level as collaboration_without_level
from crosp_cli.checks.collaboration import cr603_without_condition as collaboration_without_condition
from crosp_cli.checks.collaboration import cr604_without_confidentiality as collaboration_without_confidentiality
from crosp_cli.checks.collaboration import cr605_without_partner as collaboration_without_partner
from crosp_cli.checks.current_state import cr201_empty_cell as empty_cell
from crosp_cli.checks.current_state import cr202_rating_without_reflection as rating_without_reflection
from crosp_cli.checks.current_state import cr203_rating_without_evidence as rating_without_evidence
from crosp_cli.checks.current_state import cr204_small_group as small_group
from crosp_cli.checks.current_state import cr205_missing_voices as missing_voices
from crosp_cli.checks.current_state import cr206_deficit_wording as deficit_wording
from crosp_cli.checks.follow_up import cr501_without_result as follow_up_without_result
from crosp_cli.checks.follow_up import cr502_without_source as follow_up_without_source
from crosp_cli.checks.follow_up import cr503_claim_of_cause as claim_of_cause
from crosp_cli.checks.follow_up import cr504_done_without_result as done_without_result
from crosp_cli.checks.follow_up import cr505_without_decision as follow_up_without_decision
from crosp_cli.checks.measures import cr401_without_responsible as measure_without_responsible
from crosp_cli.checks.measures import cr402_without_due_date as measure_without_due_date
from crosp_cli.checks.measures import cr403_without_follow_up as measure_without_follow_up
from crosp_cli.checks.measures import cr404_dates_out_of_order as dates_out_of_order
from crosp_cli.checks.measures import cr405_overdue as overdue_measure
from crosp_cli.checks.measures import cr406_duplicate_id as duplicate_measure_id
from crosp_cli.checks.measures import cr407_only_remedial as only_remedial
from crosp_cli.checks.measures import cr408_only_individual as only_individual
from crosp_cli.checks.measures import cr409_untouched as untouched_measure
from crosp_cli.checks.memo import cr901_without_proposal as memo_without_proposal
from crosp_cli.checks.memo import cr902_without_analysis as memo_without_analysis
from crosp_cli.checks.memo import cr903_analysed_and_not as memo_analysed_and_not
from crosp_cli.checks.memo import cr904_without_preparation as memo_without_preparation
from crosp_cli.checks.memo import cr905_without_dates as memo_without_dates
from crosp_cli.checks.memo import cr906_without_assessment as memo_without_assessment
from crosp_cli.checks.need import cr301_target_below_rating as target_below_rating
from crosp_cli.checks.need import cr302_need_without_measure as need_without_measure
from crosp_cli.checks.need import cr303_need_without_words as need_without_words
from crosp_cli.checks.personal_data.text_checks import TEXT_CHECKS
from crosp_cli.checks.project import cr701_unknown_unit as unknown_unit
from crosp_cli.checks.project import cr702_same_occasion_twice as same_occasion_twice
from crosp_cli.checks.project import cr703_aged_law as aged_law
from crosp_cli.checks.project import cr704_no_assessment as no_assessment

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
