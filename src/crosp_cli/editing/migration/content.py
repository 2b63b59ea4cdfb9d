"""What becomes of an assessment's content in a newer version of its framework: data in, data and a record out.

Nothing that was written is dropped. A name or a step with a counterpart gets its new name; whatever has none is left
out of its place and kept, as it was written, under the older version's name. Two cells that have become one share its
texts and measures; what can only have one value, such as a rating, is carried where both agree and kept where not.
"""

from collections.abc import Mapping
from typing import Any

from crosp_cli.editing.migration.merge_cells import merged
from crosp_cli.editing.migration.record import Kept, NewCell, Outcome, Why
from crosp_cli.model.assessment import Place
from crosp_cli.model.framework import Framework
from crosp_cli.model.migrations import Migration, NameKind
from crosp_cli.reading.yaml.tree import Steps

_KIND_OF: dict[str, NameKind] = {"scope": "scopes", "orientation": "orientations"}
"""What the names in a measure's keys are names of."""


def migrated(data: Mapping[str, Any], migration: Migration, framework: Framework) -> Outcome:
    """Return what becomes of the document `data`, which has the shape of an assessment, in `framework`."""
    carrier = _Carrier(migration, framework)
    carrier.document(data)
    return carrier.outcome


def is_empty(node: Any) -> bool:
    """Whether nothing is written anywhere in a part of a document: only keys that wait for their values."""
    if isinstance(node, dict):
        return all(map(is_empty, node.values()))
    if isinstance(node, list):
        return all(map(is_empty, node))
    return not node


class _Carrier:
    """Carries one document over, part by part."""

    def __init__(self, migration: Migration, framework: Framework) -> None:
        self.migration = migration
        self.framework = framework
        self.outcome = Outcome()
        self.steps_lost = False
        """Whether the older scale has a step without a counterpart, as far as that is known."""
        self.kept_items: dict[Steps, dict[str, Any]] = {}
        """What is kept of the items of lists, by the steps to each: two may have the same id."""

    def document(self, data: Mapping[str, Any]) -> None:
        done = self.outcome
        new = dict(data)
        done.data = new
        self.steps_lost = self.migration.loses_steps(_answered(data))
        done.kept_under = _unused(data["framework"], data.get("kept_from") or {})
        new["framework"] = done.values["framework",] = self.framework.name
        level = self.name("levels", data["level"])
        if level is None:
            done.level_lost = True
            return
        new["level"] = self.put(("level",), "levels", data["level"])
        known = self.framework.level(level)
        if known and known.concerns == "organiser" and data.get("unit") is not None:
            self.keep(("unit",), data["unit"], Why.NO_UNIT)
            new["unit"] = done.values["unit",] = None
        if data.get("participants"):
            new["participants"] = self.participants(data["participants"])
        if data.get("cells"):
            new["cells"] = self.cells(data["cells"])
        if done.kept_data:
            done.kept_data = _in_order(done.kept_data, data)
            new["kept_from"] = {**(data.get("kept_from") or {}), done.kept_under: done.kept_data}

    # --- names and steps --------------------------------------------------------------------------------------

    def name(self, kind: NameKind, old: str) -> str | None:
        """What an entry of the framework is called now; None if it has no counterpart."""
        listed, known = self.migration.names(kind), self.framework.ids(kind)
        if old in listed:
            return listed[old]
        return old if old in known or not known else None

    def put(self, steps: Steps, kind: NameKind, old: str, within: Mapping[str, Any] | None = None) -> str | None:
        """Replace a name where it stands, and return the new one; keep the old one where there is none."""
        new = self.name(kind, old)
        if new is None:
            self.keep(steps, old, Why.NO_NAME, within)
        if new != old:
            self.outcome.values[steps] = new
            self.count(kind, old, new)
        return new

    def count(self, kind: NameKind, old: str, new: str | None) -> None:
        if new is not None and new != old:
            self.outcome.renamed[kind, old, new] += 1

    def step(self, steps: Steps, written: str) -> str | None:
        """Replace a step where it stands, and return the new one; keep the old one where it would be lost."""
        old = int(written)
        new = self.migration.step(old)
        if new is None:
            self.keep(steps, written, Why.NO_STEP)
        elif self.migration.is_shared(old):
            self.keep(steps, written, Why.STEPS_BECAME_ONE)
        if new == old:
            return written
        text = None if new is None else str(new)
        self.outcome.values[steps] = text
        if new is not None:
            self.outcome.stepped[old, new] += 1
        return text

    def keep(self, steps: Steps, value: Any, why: Why, within: Mapping[str, Any] | None = None) -> None:
        """Keep a value under the steps that led to it; `within` is the item of a list that it stands in."""
        self.outcome.kept.append(Kept(steps, why))
        part: Any = self.outcome.kept_data
        keys = [str(step) for step in steps]
        if within is not None:
            number = next(place for place, step in enumerate(steps) if isinstance(step, int))
            keys = keys[number + 1 :]
            for step in steps[: number - 1]:
                part = part.setdefault(step, {})
            items = part.setdefault(steps[number - 1], [])
            if (item := steps[: number + 1]) not in self.kept_items:
                self.kept_items[item] = {"id": within["id"]}
                items.append(self.kept_items[item])
            part = self.kept_items[item]
        for key in keys[:-1]:
            part = part.setdefault(key, {})
        part[keys[-1]] = value

    # --- participants -----------------------------------------------------------------------------------------

    def participants(self, items: list[Any]) -> list[Any]:
        new, gone = [], []
        for number, item in enumerate(items):
            group = self.name("groups", item["group"])
            if group is None:
                gone.append(item)
                self.outcome.kept.append(Kept(("participants", number), Why.NO_NAME))
                continue
            if group != item["group"]:
                self.outcome.values["participants", number, "group"] = group
                self.count("groups", item["group"], group)
            new.append({**item, "group": group})
        if gone:
            self.outcome.anew["participants",] = new
            self.outcome.kept_data["participants"] = gone
        return new

    # --- cells ------------------------------------------------------------------------------------------------

    def cells(self, rows: Mapping[str, Any]) -> dict[str, Any]:
        done = self.outcome
        homes: dict[Place, list[Place]] = {}
        carried: dict[Place, Any] = {}
        for principle, row in rows.items():
            new_row = done.rows[principle] = self.name("principles", principle)
            self.rename_key(("cells", principle), new_row)
            self.count("principles", principle, new_row)
            for area, cell in (row or {}).items():
                old, new_area = Place(principle, area), self.name("areas", area)
                if new_row is None or new_area is None:
                    self.remove(old, cell)
                    continue
                self.rename_key(("cells", principle, area), new_area)
                self.count("areas", area, new_area)
                carried[old] = self.cell(("cells", *old), cell)
                homes.setdefault(Place(new_row, new_area), []).append(old)
        done.cells = [self.gathered(place, origins, carried, rows) for place, origins in homes.items()]
        whole = {kept.steps for kept in done.kept if kept.why is Why.DIFFERENT}
        done.kept = [
            kept
            for kept in done.kept
            if kept.why is Why.DIFFERENT or not any(kept.steps[:n] in whole for n in range(len(kept.steps) + 1))
        ]
        new: dict[str, dict[str, Any]] = {name: {} for name in done.rows.values() if name is not None}
        for cell in done.cells:
            new[cell.place.principle][cell.place.area] = cell.content
        return new

    def remove(self, place: Place, cell: Any) -> None:
        self.outcome.removed.append(place)
        if not is_empty(cell):
            self.outcome.kept.append(Kept(("cells", *place), Why.NO_NAME))
            self.outcome.kept_data.setdefault("cells", {}).setdefault(place.principle, {})[place.area] = cell

    def gathered(
        self, place: Place, origins: list[Place], carried: Mapping[Place, Any], rows: Mapping[str, Any]
    ) -> NewCell:
        """The cell that one old cell, or several, have become."""
        written = [origin for origin in origins if not is_empty(carried[origin])]
        first = (written or origins)[0]
        in_order = (first, *(origin for origin in origins if origin != first))
        if len(written) < 2:
            return NewCell(place, in_order, carried[first], made_anew=False)
        content, different = merged([carried[origin] for origin in written])
        for steps in different:
            for origin in written:
                old = _at(rows[origin.principle][origin.area], steps)
                if not is_empty(old):
                    self.keep(("cells", *origin, *steps), old, Why.DIFFERENT)
        return NewCell(place, in_order, content, made_anew=True)

    def cell(self, at: Steps, cell: Any) -> Any:
        if not cell:
            return cell
        new = dict(cell)
        if state := cell.get("current_state"):
            new["current_state"] = state = dict(state)
            if state.get("rating") is not None:
                state["rating"] = self.step((*at, "current_state", "rating"), state["rating"])
            if state.get("group_ratings"):
                state["group_ratings"] = self.group_ratings(at, state["group_ratings"])
        if (need := cell.get("need")) and need.get("target") is not None:
            new["need"] = {**need, "target": self.step((*at, "need", "target"), need["target"])}
        if measures := cell.get("measures"):
            new["measures"] = [self.measure((*at, "measures", n), measure) for n, measure in enumerate(measures)]
        return new

    def measure(self, at: Steps, measure: Mapping[str, Any]) -> dict[str, Any]:
        new = dict(measure)
        for key, kind in _KIND_OF.items():
            if measure.get(key) is not None:
                new[key] = self.put((*at, key), kind, measure[key], measure)
        together = measure.get("collaboration")
        if together and together.get("solves_at") is not None:
            level = self.put((*at, "collaboration", "solves_at"), "levels", together["solves_at"], measure)
            new["collaboration"] = {**together, "solves_at": level}
        return new

    def group_ratings(self, at: Steps, groups: Mapping[str, Any]) -> Any:
        """What becomes of the answers is the same whichever steps they are: it would tell that somebody chose one."""
        steps = (*at, "current_state", "group_ratings")
        if self.steps_lost:
            self.keep(steps, groups, Why.NO_STEP)
            self.outcome.anew[steps] = None
            return None
        new: dict[str, dict[str, int]] = {}
        reasons = [Why.STEPS_BECAME_ONE] if self.migration.merges_steps else []
        for group, counts in groups.items():
            name = self.name("groups", group)
            if name is None:
                reasons.append(Why.NO_NAME)
                continue
            if name in new:
                reasons.append(Why.GROUPS_BECAME_ONE)
            self.count("groups", group, name)
            people = new.setdefault(name, {})
            for step, count in counts.items():
                to = self.migration.step(int(step))
                people[str(to)] = people.get(str(to), 0) + int(count)
        as_text = {name: {step: str(count) for step, count in people.items()} for name, people in new.items()}
        if reasons:
            self.keep(steps, groups, reasons[0])
            self.outcome.anew[steps] = carried = as_text or None
            return carried
        for group, counts in groups.items():
            self.rename_key((*steps, group), self.name("groups", group))
            for step in counts:  # and not told of: which steps they were is what a group answered
                self.rename_key((*steps, group, step), str(self.migration.step(int(step))))
        return as_text

    def rename_key(self, steps: Steps, new: str | None) -> None:
        if new is not None:
            self.outcome.keys[steps] = new


def _answered(data: Mapping[str, Any]) -> set[int]:
    """The steps that anybody has chosen in any cell."""
    cells = [cell or {} for row in (data.get("cells") or {}).values() for cell in (row or {}).values()]
    groups = [(cell.get("current_state") or {}).get("group_ratings") or {} for cell in cells]
    return {int(step) for group in groups for counts in group.values() for step in counts}


def _in_order(kept: Any, written: Any) -> Any:
    """What is kept in the order in which it was written."""
    if not isinstance(kept, dict):
        return kept
    return {key: _in_order(kept[key], written[key]) for key in written if key in kept}


def _at(node: Any, steps: Steps) -> Any:
    for step in steps:
        node = node.get(step) if isinstance(node, dict) else None
    return node


def _unused(name: str, taken: Mapping[str, Any]) -> str:
    number, unused = 1, name
    while unused in taken:
        number += 1
        unused = f"{name} ({number})"
    return unused
