"""What the kinds of follow-up of a programme are called, and how one stands."""

from crosp_cli.analysis.programme.follow_ups import FollowUpState
from crosp_cli.text.translation import translation


def kind_word(kind: str, language: str) -> str:
    """How a follow-up is made."""
    _ = translation(language).gettext
    return {"survey": _("survey"), "interview": _("interview"), "talk": _("talk")}[kind]


def state_word(state: FollowUpState, language: str) -> str:
    """How a follow-up stands, in a word or two."""
    _ = translation(language).gettext
    return {
        FollowUpState.OVERDUE: _("overdue"),
        FollowUpState.DUE_SOON: _("soon"),
        FollowUpState.COMING: _("later"),
        FollowUpState.UNDATED: _("no date"),
        FollowUpState.MADE: _("made"),
    }[state]
