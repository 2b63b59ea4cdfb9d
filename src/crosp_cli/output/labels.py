"""What analysis calls by a code, put into words: statuses, priorities, grounds for focus."""

from collections.abc import Iterable

from crosp_cli.analysis.assessment.cells import State
from crosp_cli.analysis.assessment.focus import Focus, Ground
from crosp_cli.model.framework import ScaleStep
from crosp_cli.model.guidance import LawChange, Reference
from crosp_cli.text.counts import spelled
from crosp_cli.text.languages import pick
from crosp_cli.text.law_lists import law_list
from crosp_cli.text.translation import translation


def status_word(status: str, language: str) -> str:
    """What a measure's status is called."""
    _ = translation(language).gettext
    return {"planned": _("planned"), "ongoing": _("ongoing"), "done": _("done"), "dropped": _("dropped")}[status]


def priority_word(priority: str | None, language: str) -> str | None:
    """What a need's priority is called; None if none was stated."""
    _ = translation(language).gettext
    return {"high": _("high"), "medium": _("medium"), "low": _("low"), None: None}[priority]


def source_word(source: str | None, language: str) -> str | None:
    """What a follow-up rests on; None if nothing was stated."""
    _ = translation(language).gettext
    words = {
        "survey": _("survey"),
        "interview": _("interview"),
        "observation": _("observation"),
        "records": _("records"),
        "self-report": _("own account"),
        None: None,
    }
    return words[source]


def decision_word(decision: str | None, language: str) -> str | None:
    """What was decided after a follow-up; None if nothing was."""
    _ = translation(language).gettext
    return {"continue": _("continue"), "adjust": _("adjust"), "stop": _("stop"), None: None}[decision]


def standing_words(state: State | None, rating: int | None, language: str) -> str:
    """A cell on one of several occasions: its rating, or why it has none; no state where it cannot be compared."""
    _ = translation(language).gettext
    if rating is not None:
        return str(rating)
    return {
        State.NOT_APPLICABLE: _("not applicable"),
        State.DESCRIBED: _("not rated"),
        State.RATED: _("cannot be compared"),
        State.NOT_ASSESSED: _("not assessed"),
        State.OUTSIDE: _("not asked"),
        None: _("cannot be compared"),
    }[state]


def change_words(change: LawChange, language: str) -> str:
    """What changes in a reference, from when, by which source, and in what that was read."""
    _ = translation(language).gettext
    read_in = {
        "law-text": _("read in the law's text"),
        "preparatory-work": _("read in the preparatory work"),
        "second-hand": _("known at second hand"),
        "unconfirmed": _("not confirmed"),
    }[change.sure]
    said = _("Change from {day}: {what} ({source}; {read_in})").format(
        day=change.from_, what=pick(change.what, language), source=change.source, read_in=read_in
    )
    holds = _("The summary holds before and after.")
    return f"{said}. {holds}" if change.paraphrase_holds else f"{said}."


def force_words(reference: Reference, language: str) -> str:
    """What a reference is and how far it binds those it concerns: a duty, something permitted, or guidance."""
    _ = translation(language).gettext
    match reference.kind, reference.binding:
        case "law", "shall":
            return _("duty by law")
        case "law", "may":
            return _("option by law")
        case "law", _guidance:
            return _("law, for guidance")
        case "success-factor", _any:
            return _("success factor, for guidance")
        case "convention", "shall":
            return _("convention, binding")
        case "convention", _other:
            return _("convention, for guidance")
        case _kind, "shall":
            return _("agreed duty")
        case _kind, "may":
            return _("agreed option")
    return _("for guidance")


def focus_reasons(focus: Focus, scale: Iterable[ScaleStep], language: str) -> tuple[str, ...]:
    """Why a cell is in focus, a sentence for each ground, the weightiest first."""
    return tuple(_reason(ground, focus, tuple(scale), language) for ground in focus.grounds)


def _reason(ground: Ground, focus: Focus, scale: tuple[ScaleStep, ...], language: str) -> str:
    _ = translation(language).gettext
    many = translation(language).ngettext
    cell = focus.cell
    match ground:
        case Ground.DUTY:
            laws = law_list(pick(duty.title, language) for duty in cell.duties)
            step = next((step for step in scale if step.value == cell.rating), None)
            rated = f"{cell.rating} ({pick(step.label, language)})" if step else str(cell.rating)
            placed = "" if Ground.PRIORITY in focus.grounds else " " + _("The team has stated no priority.")
            return _("Rating {rated}. Here the law asks for something: {laws}.").format(rated=rated, laws=laws) + placed
        case Ground.PRIORITY:
            return {
                "high": _("The team gives the need high priority."),
                "medium": _("The team gives the need medium priority."),
            }.get(cell.cell.need.priority or "" if cell.cell else "", _("The team gives the need low priority."))
        case Ground.GAP:
            left = cell.gap or 0
            text = many(
                "{steps} step left to the target ({target}).", "{steps} steps left to the target ({target}).", left
            )
            told = text.format(steps=spelled(left, language), target=cell.target)
            return told[:1].upper() + told[1:]
        case Ground.GROUPS_DIFFER:
            return _("The groups rate this differently.")
        case Ground.UNTOUCHED:
            return _("Carried over from last time, and nothing has happened since.")
