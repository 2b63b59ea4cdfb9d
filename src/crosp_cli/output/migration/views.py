"""What a migration does to a file, put into words: kinds of names, reasons for keeping, reasons for staying."""

from collections import Counter
from typing import Any

from crosp_cli.checks.personal_data.names import shown_name
from crosp_cli.editing.migration.content import is_empty
from crosp_cli.editing.migration.file import FileMigration, Problem
from crosp_cli.editing.migration.record import Kept, NewCell, Outcome, Why
from crosp_cli.model.assessment import Place
from crosp_cli.model.migrations import NameKind
from crosp_cli.reading.yaml.tree import Steps, Tree
from crosp_cli.text.languages import pick
from crosp_cli.text.paragraphs import one_line
from crosp_cli.text.printable import printable
from crosp_cli.text.translation import translation


def kind_words(kind: NameKind, language: str) -> str:
    """What one of the kinds of names that a framework may change is called."""
    _ = translation(language).gettext
    return {
        "levels": _("levels"),
        "principles": _("principles"),
        "areas": _("areas"),
        "groups": _("groups"),
        "scopes": _("scopes"),
        "orientations": _("orientations"),
    }[kind]


def why_words(why: Why, language: str) -> str:
    """Why something is kept aside."""
    _ = translation(language).gettext
    return {
        Why.NO_NAME: _("No counterpart in the newer version"),
        Why.NO_STEP: _("The step has no counterpart on the newer scale"),
        Why.STEPS_BECAME_ONE: _("Carried over; kept as well, since several steps have become one"),
        Why.GROUPS_BECAME_ONE: _("Carried over; kept as well, since several groups have become one"),
        Why.DIFFERENT: _("The cells that have become one do not agree on it"),
        Why.NO_UNIT: _("The level does not concern a unit any more"),
    }[why]


def problem_words(file: FileMigration, language: str) -> str:
    """Why a file stays as it is. No value from the file is repeated."""
    _ = translation(language).gettext
    found = file.finding
    said = f"{found.location.line}: {found.code} {printable(found.message(language, quote=False))}" if found else ""
    match file.problem:
        case Problem.UNREADABLE:
            return _("It has to be mended first. Line {finding}").format(finding=said)
        case Problem.NO_WAY:
            text = _("{after} does not say how to come from {before}: its migrations.yaml has no such entry.")
            return text.format(after=shown_name(file.after), before=shown_name(file.before))
        case Problem.LEVEL_LOST:
            return _("Its level has no counterpart in the newer version, and an assessment has to have one.")
        case Problem.DOES_NOT_FIT:
            return _("The newer version would not take it. Line {finding}").format(finding=said)
        case Problem.CHANGED:
            return _("It was changed meanwhile, or is a link. Run the same command again.")
    return _("Its text could not be changed without risk to what it says. Change it by hand.")


def place_words(place: Place) -> str:
    """A cell by the short names that stand in the file."""
    return f"{shown_name(place.principle)} × {shown_name(place.area)}"


def kept_words(kept: Kept, tree: Tree) -> str:
    """What is kept, by the names that stand in the file: the cell, and the key within it."""
    if kept.steps[0] == "participants":
        return f"participants: {shown_name(_text_at(tree, (*kept.steps, 'group')))}"
    if kept.steps[0] != "cells":
        return shown_name(str(kept.steps[0]))
    cell = place_words(Place(str(kept.steps[1]), str(kept.steps[2])))
    inside = kept.steps[3:]
    if not inside:
        return cell
    if inside[0] == "measures":
        measure = shown_name(_text_at(tree, (*kept.steps[:5], "id")))
        return f"{cell}: {measure}, {inside[-1]}"
    return f"{cell}: {inside[-1]}"


def _text_at(tree: Tree, steps: Steps) -> str:
    node: Any = tree.data
    for step in steps:
        node = node[step]
    return str(node)


def line_of(kept: Kept, tree: Tree) -> int:
    """The line on which it stood."""
    return tree.key_at(kept.steps).line


def merged_cells(outcome: Outcome) -> list[NewCell]:
    """The cells that several cells with something written in them have become."""
    return [cell for cell in outcome.cells if cell.made_anew]


def doubled_groups(outcome: Outcome) -> list[str]:
    """The groups that stand more than once among the participants, since several groups have become one."""
    items = outcome.data.get("participants") or []
    names = Counter(item["group"] for item in items if not is_empty(item))
    renamed = {new for kind, _old, new in outcome.renamed if kind == "groups"}
    return [name for name, count in names.items() if count > 1 and name in renamed]


def look_at(file: FileMigration, language: str) -> list[str]:
    """What a person should look at when the file has come over, each as a sentence."""
    _ = translation(language).gettext
    many = translation(language).ngettext
    outcome = file.rewritten.outcome if file.rewritten else None
    if file.rewritten is None or outcome is None or file.rewritten.tree is None:
        return []
    found = [printable(one_line(pick(file.note, language)))] if file.note else []
    if merged_cells(outcome):
        found.append(_("Read the merged cells through: their texts and measures now come one after the other."))
    unset = sum(kept.why in (Why.DIFFERENT, Why.NO_STEP) or "measures" in kept.steps for kept in outcome.kept)
    if unset:
        text = many(
            "{count} value was not carried over: decide on it anew, where you want one.",
            "{count} values were not carried over: decide on them anew, where you want them.",
            unset,
        )
        found.append(text.format(count=unset))
    for group in doubled_groups(outcome):
        text = _("participants: {group} is there more than once now. Add the lines together, if nobody is in two.")
        found.append(text.format(group=shown_name(group)))
    if outcome.kept_data or (file.rewritten.new and file.rewritten.new.kept_for_comments):
        found.append(_("kept_from: move what you want to keep to a cell, and remove the rest."))
    if file.rewritten.new and not file.rewritten.new.layout_kept:
        found.append(_("The layout could not be kept everywhere; the comments stand above what was written anew."))
    return found
