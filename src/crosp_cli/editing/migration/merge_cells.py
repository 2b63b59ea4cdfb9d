"""Several cells that have become one: texts one after the other, lists together, one value where they agree."""

from collections.abc import Sequence
from typing import Any

from crosp_cli.model.assessment import Cell, CurrentState, Need
from crosp_cli.reading.yaml.tree import Steps

_GROUPS = ("current_state", "group_ratings")
_TEXTS = (("current_state", "reflection"), ("need", "analysis"))
_LISTS = (("current_state", "evidence"), ("current_state", "helps"), ("current_state", "hinders"))
_SINGLE = (
    ("current_state", "rating"),
    ("need", "target"),
    ("need", "priority"),
    ("need", "carried_over_from"),
)


def merged(cells: Sequence[dict[str, Any]]) -> tuple[dict[str, Any], list[Steps]]:
    """Return the one cell that `cells`, none of them empty, become; and the steps to what they do not agree on.

    What they do not agree on stands in none of them. A reason why a cell does not apply is taken along only if all
    have one. A value that only some of them have is no agreement: a rating of one half says nothing of the whole.
    What groups answered is never taken along: that they agree would tell that they answered exactly alike.
    """
    reasons = [cell["not_applicable"] for cell in cells if cell.get("not_applicable") is not None]
    if len(reasons) == len(cells):
        return {"not_applicable": _joined(reasons)}, []
    different: list[Steps] = [("not_applicable",)] if reasons else []
    others = [cell for cell in cells if cell.get("not_applicable") is None]
    if len(others) == 1:
        return others[0], different
    found: dict[str, dict[str, Any]] = {"current_state": {}, "need": {}}
    for part, key in _TEXTS:
        found[part][key] = _joined([text for cell in others if (text := _value(cell, part, key))])
    for part, key in _LISTS:
        found[part][key] = [item for cell in others for item in _value(cell, part, key) or ()]
    for part, key in _SINGLE:
        value, *values = (_value(cell, part, key) or None for cell in others)
        agree = all(other == value for other in values)
        found[part][key] = value if agree else None
        if not agree:
            different.append((part, key))
    if any(_value(cell, *_GROUPS) for cell in others):
        different.append(_GROUPS)
    measures = [measure for cell in others for measure in cell.get("measures") or ()]
    whole: dict[str, Any] = {
        "current_state": _ordered(found["current_state"], list(CurrentState.model_fields)),
        "need": _ordered(found["need"], list(Need.model_fields)),
        "measures": measures,
    }
    return _ordered(whole, list(Cell.model_fields)), different


def _value(cell: dict[str, Any], part: str, key: str) -> Any:
    return (cell.get(part) or {}).get(key)


def _joined(texts: Sequence[str]) -> str | None:
    """The texts with an empty line between."""
    if not texts:
        return None
    joined = "\n\n".join(text.strip("\n") for text in texts)
    return joined + "\n" if "\n" in joined else joined


def _ordered(values: dict[str, Any], order: Sequence[str]) -> dict[str, Any]:
    """What there is in `values`, in the order of the model's keys."""
    return {key: values[key] for key in order if values.get(key)}
