"""`crosp compare`: what is told of two assessments, in which form, and what must hold of any comparison."""

import json
import random
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crosp_cli.cli.commands.compare import run
from crosp_cli.cli.select import cells as select_cells

OLD, NEW = "2025-ht", "2026-ht"
DATES = {"2023-ht": "2023-10-15", "2024-ht": "2024-10-15", OLD: "2025-10-15", NEW: "2026-10-15"}
JUDGING = ("better", "worse", "improve", "thanks to", "because", "bättre", "sämre", "förbättr", "tack vare", "därför")


def lines(cells: dict[str, Any]) -> str:
    """Cells, `{"shared-direction/funding": {...}}`, as what stands below `cells:`."""
    rows: dict[str, Any] = {}
    for place, cell in cells.items():
        principle, area = place.split("/")
        rows.setdefault(principle, {})[area] = cell
    return "\n".join(f"{json.dumps(row)}: {json.dumps(content)}" for row, content in rows.items())


def rated(rating: int | None, target: int | None = None, measures: Any = (), **need: Any) -> dict[str, Any]:
    return {
        "current_state": {"rating": rating},
        "need": {"target": target, **need},
        "measures": list(measures),
    }


def measure(name: str = "m", **more: Any) -> dict[str, Any]:
    return {"id": name, "what": f"Do {name}", **more}


def only(result: Any) -> dict[str, Any]:
    """The one comparison in a JSON answer."""
    assert result.status == 0, result.err
    answer = json.loads(result.out)
    assert list(answer) == ["format", "comparisons"]
    assert answer["format"] == "crosp-change/1"
    (found,) = answer["comparisons"]
    assert isinstance(found, dict)
    return found


def cell_of(comparison: dict[str, Any], place: str) -> dict[str, Any]:
    (found,) = [cell for cell in comparison["cells"] if f"{cell['principle']}/{cell['area']}" == place]
    assert isinstance(found, dict)
    return found


def outcomes(comparison: dict[str, Any]) -> dict[str, str]:
    return {found["id"]: found["outcome"] for found in comparison["measures"]}


@pytest.fixture
def compared(crosp: Any, folder: Any) -> Callable[..., dict[str, Any]]:
    """Compare two assessments with these cells."""

    def compare(old: dict[str, Any], new: dict[str, Any]) -> dict[str, Any]:
        folder.project()
        for name, cells in ((OLD, old), (NEW, new)):
            folder.assessment(f"{name}.yaml", lines(cells), occasion=name, date=DATES[name])
        return only(crosp("compare", "--format", "json", cwd=folder.path))

    return compare


PLACE = "shared-direction/funding"
OTHER = "follow-up/quality"


class TestCells:
    @pytest.mark.parametrize(
        ("old", "new", "change", "steps"),
        [
            (1, 2, "changed", 1),
            (3, 0, "changed", -3),
            (1, 1, "same", 0),
            (None, 0, "new", None),
            (0, None, "gone", None),
            (None, None, "none", None),
        ],
    )
    def test_ratings_and_targets(self, compared: Any, old: Any, new: Any, change: str, steps: Any) -> None:
        found = cell_of(compared({PLACE: rated(old, old)}, {PLACE: rated(new, new)}), PLACE)
        for part in ("rating", "target"):
            assert {key: found[part][key] for key in ("change", "old", "new", "steps")} == {
                "change": change,
                "old": old,
                "new": new,
                "steps": steps,
            }

    @pytest.mark.parametrize(
        ("old", "new", "reached"),
        [
            (rated(1, 2), rated(2, 3), True),
            (rated(1, 2), rated(3), True),
            (rated(None, 2), rated(2), True),
            (rated(1, 3), rated(2, 3), False),
            (rated(2, 2), rated(2, 2), False),
            (rated(1), rated(2, 2), False),
        ],
    )
    def test_a_target_is_reached_once(self, compared: Any, old: Any, new: Any, reached: Any) -> None:
        assert cell_of(compared({PLACE: old}, {PLACE: new}), PLACE)["target"]["reached"] is reached

    def test_every_cell_stands_there_in_the_framework_s_order(self, compared: Any) -> None:
        found = compared({OTHER: rated(1)}, {PLACE: rated(1)})
        assert len(found["cells"]) == 24
        assert (cell_of(found, OTHER)["old_state"], cell_of(found, OTHER)["new_state"]) == ("rated", "outside")
        places = [f"{cell['principle']}/{cell['area']}" for cell in found["cells"]]
        assert places.index(PLACE) == 0
        assert places.index(OTHER) == 23

    def test_what_does_not_apply(self, compared: Any, crosp: Any, folder: Any) -> None:
        found = compared(
            {PLACE: rated(2, 3), OTHER: {"not_applicable": "No"}}, {PLACE: {"not_applicable": "No"}, OTHER: None}
        )
        assert cell_of(found, PLACE)["new_state"] == "not-applicable"
        assert cell_of(found, PLACE)["rating"]["change"] == "gone"
        text = crosp("compare", "--full", "--lang", "en", cwd=folder.path).out
        assert "Marked as not applicable now. Not rated now; 2 before." in text
        assert "Marked as not applicable before, and not any more." in text

    def test_needs_and_priorities(self, compared: Any) -> None:
        found = compared(
            {PLACE: rated(1, priority="high"), OTHER: rated(1, analysis="We need it")},
            {PLACE: rated(1, priority="low"), "follow-up/funding": rated(1, analysis="We need it")},
        )
        assert cell_of(found, PLACE)["priority"] == {"change": "changed", "old": "high", "new": "low"}
        assert [cell_of(found, place)["need"] for place in (PLACE, OTHER, "follow-up/funding")] == [
            "same",
            "gone",
            "new",
        ]


class TestStuck:
    STILL = rated(1, 2, [measure(due="2026-01-01")])

    def test_the_same_need_and_rating_and_no_measure_touched(self, compared: Any) -> None:
        assert cell_of(compared({PLACE: self.STILL}, {PLACE: self.STILL}), PLACE)["stuck"] is True

    def test_no_measure_at_all(self, compared: Any) -> None:
        assert cell_of(compared({PLACE: rated(1, 2)}, {PLACE: rated(1, 2)}), PLACE)["stuck"] is True

    @pytest.mark.parametrize(
        "new",
        [
            rated(2, 3, [measure(due="2026-01-01")]),
            rated(1, 3, [measure(due="2026-01-01")]),
            rated(1, None, [measure(due="2026-01-01")]),
            rated(1, 2, [measure(due="2027-01-01")]),
            rated(1, 2, [measure(due="2026-01-01", status="ongoing")]),
            rated(1, 2, [measure(due="2026-01-01", what="Do something else")]),
            rated(1, 2, [measure(due="2026-01-01", follow_ups=[{"result": "Half of it"}])]),
            rated(1, 2, [measure(due="2026-01-01"), measure("n")]),
            rated(1, 2),
        ],
        ids=["rating", "target", "no target", "due", "status", "words", "followed up", "new measure", "gone"],
    )
    def test_anything_that_happened(self, compared: Any, new: Any) -> None:
        assert cell_of(compared({PLACE: self.STILL}, {PLACE: new}), PLACE)["stuck"] is False

    def test_not_where_the_target_is_reached(self, compared: Any) -> None:
        assert cell_of(compared({PLACE: rated(2, 2)}, {PLACE: rated(2, 2)}), PLACE)["stuck"] is False

    def test_an_analysis_in_words_alone_gets_stuck_too(self, compared: Any) -> None:
        still = rated(None, None, analysis="We need it")
        assert cell_of(compared({PLACE: still}, {PLACE: still}), PLACE)["stuck"] is True


STATUSES = ("planned", "ongoing", "done", "dropped")


class TestMeasures:
    @pytest.mark.parametrize(
        ("old", "new", "outcome"),
        [
            ("planned", "planned", "untouched"),
            ("planned", "ongoing", "started"),
            ("planned", "done", "done"),
            ("planned", "dropped", "dropped"),
            ("ongoing", "ongoing", "untouched"),
            ("ongoing", "planned", "put-back"),
            ("ongoing", "done", "done"),
            ("done", "done", "finished-before"),
            ("done", "dropped", "dropped"),
            ("dropped", "ongoing", "resumed"),
            (None, "done", "new"),
            (None, "planned", "new"),
            ("planned", None, "gone"),
            ("ongoing", None, "gone"),
            ("done", None, "finished-before"),
        ],
    )
    def test_what_became_of_one(self, compared: Any, old: Any, new: Any, outcome: str) -> None:
        before, after = ([measure(status=status)] if status else [] for status in (old, new))
        found = compared({PLACE: rated(1, 2, before)}, {PLACE: rated(1, 2, after)})
        assert outcomes(found) == {"m": outcome}
        assert [found["measures"][0][side] and found["measures"][0][side]["status"] for side in ("old", "new")] == [
            old,
            new,
        ]

    def test_worked_on_and_still_open(self, compared: Any, crosp: Any, folder: Any) -> None:
        before = [measure("a", due="2026-01-01"), measure("b"), measure("c"), measure("d", due="2026-01-01")]
        after = [
            measure("a", due="2027-01-01"),
            measure("b", what="Other words"),
            measure("c", follow_ups=[{"result": "Yes"}, {"result": "No"}, {"date": "2027-01-01"}]),
            measure("d"),
        ]
        found = compared({PLACE: rated(1, 2, before)}, {PLACE: rated(1, 2, after)})
        assert set(outcomes(found).values()) == {"going-on"}
        assert [one["due_moved"] for one in found["measures"]] == [True, False, False, True]
        assert [one["reworded"] for one in found["measures"]] == [False, True, False, False]
        assert [one["new"]["follow_ups"] for one in found["measures"]] == [0, 0, 2, 0]
        text = crosp("compare", "--full", "--lang", "en", cwd=folder.path).out
        for told in (
            "Due date moved from 2026-01-01 to 2027-01-01.",
            "Worded differently.",
            "Followed up two times since.",
            "No due date now; 2026-01-01 before.",
        ):
            assert told in " ".join(text.split())

    def test_one_that_moved_to_another_cell_is_the_same(self, compared: Any) -> None:
        found = compared({PLACE: rated(1, 2, [measure()])}, {PLACE: rated(1, 2), OTHER: rated(1, 2, [measure()])})
        (moved,) = found["measures"]
        assert (moved["old"]["principle"], moved["new"]["principle"]) == ("shared-direction", "follow-up")
        assert moved["outcome"] == "untouched"

    def test_one_that_moved_is_told_also_on_the_same_day(self, crosp: Any, folder: Any) -> None:
        folder.assessment("1.yaml", lines({PLACE: rated(1, 2, [measure("still"), measure("moving")])}))
        folder.assessment(
            "2.yaml", lines({PLACE: rated(1, 2, [measure("still")]), OTHER: rated(1, 2, [measure("moving")])})
        )
        text = crosp("compare", "--full", "1.yaml", "2.yaml", "--lang", "en", cwd=folder.path).out
        assert "Do moving" in text
        assert "Moved from A shared direction × Funding" in " ".join(text.split())
        assert "Do still" not in text

    def test_one_whose_identifier_was_changed_on_the_way(self, compared: Any, crosp: Any, folder: Any) -> None:
        found = compared(
            {PLACE: rated(1, 2, [measure("before")])}, {PLACE: rated(1, 2, [measure("after", carried_over_from=OLD)])}
        )
        assert outcomes(found) == {"before": "gone", "after": "new"}
        text = " ".join(crosp("compare", "--full", "--lang", "en", cwd=folder.path).out.split())
        assert "Marked as carried over from 2025-ht, where no measure has the identifier after." in text

    def test_what_is_gone_without_a_status_is_said(self, compared: Any, crosp: Any, folder: Any) -> None:
        compared({PLACE: rated(1, 2, [measure("lost"), measure("kept")])}, {PLACE: rated(1, 2, [measure("kept")])})
        text = crosp("compare", "--full", "--lang", "en", cwd=folder.path).out
        heading, lost = text.index("Gone, and nothing says what became of them"), text.index("Do lost")
        assert text.index("Do kept") < heading < lost


class TestOverTime:
    @pytest.fixture
    def long(self, folder: Any) -> Any:
        folder.project()
        cells: list[dict[str, Any]] = [
            {PLACE: rated(1)},
            {OTHER: rated(3)},
            {PLACE: rated(1), OTHER: {"not_applicable": "No"}},
            {PLACE: rated(2), OTHER: {"current_state": {"reflection": "Yes"}}},
        ]
        for name, found in zip(DATES, cells, strict=True):
            folder.assessment(f"{name}.yaml", lines(found), occasion=name, date=DATES[name])
        return folder

    def test_a_small_line_for_each_cell_assessed(self, crosp: Any, long: Any) -> None:
        text = crosp("compare", "--full", "--lang", "en", cwd=long.path).out
        over_time = text[text.index("Over time") :].splitlines()
        assert over_time[1:] == [
            "  From left to right: 2023-ht, 2024-ht, 2025-ht, 2026-ht.",
            "  _: not asked on that occasion.",
            "  A shared direction × Funding and flexible resource allocation  1 _ 1 → 2",
            "  Follow-up and analysis × Systematic quality work               _ 3 – …",
        ]

    def test_of_more_than_there_is_room_for_the_latest_are_shown(
        self, crosp: Any, long: Any, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(run, "CELLS", 3 * 24)
        result = crosp("compare", "--full", "--lang", "en", cwd=long.path)
        assert "From left to right: 2024-ht, 2025-ht, 2026-ht." in result.out
        assert "ekskolan, school: over time, the latest 3 of 4 occasions are shown." in result.err
        monkeypatch.setattr(run, "CELLS", 4 * 24)
        assert crosp("compare", "--full", "--lang", "en", cwd=long.path).err == ""

    def test_more_than_is_shown_at_once_is_refused(
        self, crosp: Any, long: Any, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(select_cells, "CELLS", 24)
        assert crosp("analyse", ".", cwd=long.path).status == 0
        said = "These assessments have 48 parts of their models together, and at most 24 are shown at once."
        for command in (["compare"], ["analyse", f"{OLD}.yaml", f"{NEW}.yaml"]):
            for form in ("text", "json"):
                result = crosp(*command, "--format", form, "--lang", "en", cwd=long.path)
                assert (result.status, result.out) == (2, "")
                assert said in result.err

    def test_for_programs(self, crosp: Any, long: Any) -> None:
        found = only(crosp("compare", "--format", "json", cwd=long.path))
        assert found["occasions"] == list(DATES)
        first, second = found["series"]
        assert [moment["rating"] for moment in first["moments"]] == [1, None, 1, 2]
        assert [moment["state"] for moment in second["moments"]] == [
            "outside",
            "rated",
            "not-applicable",
            "described",
        ]

    def test_as_markdown(self, crosp: Any, long: Any) -> None:
        text = crosp("compare", "--format", "markdown", "--lang", "en", cwd=long.path).out
        assert "| Part of the model | 2023-ht | 2024-ht | 2025-ht | 2026-ht |" in text
        assert "| 1 | not asked | 1 | 2 |" in text

    def test_only_where_all_were_asked_for(self, crosp: Any, long: Any) -> None:
        found = only(crosp("compare", "2024-ht", "2026-ht", "--format", "json", cwd=long.path))
        assert (found["occasions"], found["series"]) == ([], [])


class TestForms:
    @pytest.mark.parametrize("language", ["sv", "en"])
    @pytest.mark.parametrize("form", ["text", "markdown", "json"])
    @pytest.mark.parametrize("project", ["ekskolan", "other-framework"])
    def test_nothing_is_judged_and_nothing_added_up(
        self, crosp: Any, examples: Path, folder: Any, form: str, language: str, project: str
    ) -> None:
        shutil.copytree(examples / project, folder.path, dirs_exist_ok=True)
        if project == "other-framework":
            text = (folder.path / "assessments/mill-lane/2026-autumn-school-team.yaml").read_text("utf-8")
            for old, new in (("2026-autumn", "2027-autumn"), ("date: 2026-10-20", "date: 2027-10-19")):
                text = text.replace(old, new)
            folder.write("next.yaml", text.replace("rating: 2", "rating: 3").replace("ongoing", "done"))
        result = crosp("compare", "--full", "--format", form, "--lang", language, cwd=folder.path)
        assert result.status == 0
        own = " ".join(path.read_text("utf-8") for path in folder.path.rglob("*.yaml")).lower()
        for word in (*JUDGING, "average", "medelvärde", "total", "score", "poäng", "%"):
            assert word not in result.out.lower() or word in own, word
        assert all(len(line) <= 80 for line in result.out.splitlines()) or form != "text"

    def test_for_programs_no_key_varies(self, crosp: Any, examples: Path) -> None:
        answer = json.loads(crosp("compare", "--format", "json", examples / "ekskolan").out)

        def shapes(value: Any, at: str = "") -> Iterator[tuple[str, tuple[str, ...]]]:
            if isinstance(value, dict):
                yield at, tuple(value)
                for key, part in value.items():
                    yield from shapes(part, f"{at}.{key}")
            elif isinstance(value, list):
                for part in value:
                    yield from shapes(part, f"{at}[]")

        met: dict[str, tuple[str, ...]] = {}
        for at, keys in shapes(answer):
            assert met.setdefault(at, keys) == keys, at

    def test_for_programs_nothing_that_people_wrote_at_length(self, crosp: Any, examples: Path) -> None:
        text = crosp("compare", "--format", "json", "--lang", "en", examples / "ekskolan").out
        assert len(json.loads(text)["comparisons"]) == 2
        for words in ("målbild på en sida", "rektor", "Elevrådet"):
            assert words not in text

    def test_the_example_read_by_hand(self, crosp: Any, examples: Path) -> None:
        # What follows was read in the two files of examples/ekskolan with a pen, and not taken from crosp's answer.
        found = json.loads(crosp("compare", "--format", "json", "--level", "school", examples / "ekskolan").out)
        (school,) = found["comparisons"]
        steps = {f"{c['principle']}/{c['area']}": c["rating"]["steps"] for c in school["cells"] if c["rating"]["steps"]}
        assert steps == {
            "shared-direction/governance": 1,
            "collaboration/governance": 1,
            "collaboration/quality": 1,
            "professional-development/capacity-building": 1,
            "inclusive-leadership/quality": 1,
            "participation/governance": -1,
            "participation/quality": 1,
            "follow-up/capacity-building": 1,
        }
        assert [f"{c['principle']}/{c['area']}" for c in school["cells"] if c["stuck"]] == ["shared-direction/quality"]
        told = outcomes(school)
        assert [name for name, outcome in told.items() if outcome == "untouched"] == ["gemensam-analysdag"]
        assert [name for name, outcome in told.items() if outcome == "dropped"] == ["handledning-arbetslagsledare"]
        assert [name for name, outcome in told.items() if outcome == "gone"] == []
        assert {name for name, outcome in told.items() if outcome == "started"} == {
            "fordelningsnyckel",
            "konsultation-arbetslag",
            "samverkansmoten-socialtjanst",
            "samtalsguide-elevens-rost",
            "analysmote-per-termin",
        }

    def test_signs_that_every_terminal_knows(self, crosp_terminal: Any, folder: Any) -> None:
        folder.project()
        for name, rating in zip(DATES, (1, 2, 2, 3), strict=True):
            folder.assessment(f"{name}.yaml", lines({PLACE: rated(rating)}), occasion=name, date=DATES[name])
        terminal = crosp_terminal(
            "compare", "--full", "--lang", "en", cwd=folder.path, env={"PYTHONIOENCODING": "ascii", "NO_COLOR": "1"}
        )
        assert terminal.end() == 0
        assert "2 -> 3" in terminal.shown
        assert "1 -> 2 2 -> 3" in terminal.shown
        assert "~ described, not rated  . not assessed  - not applicable" in terminal.shown
        assert terminal.shown.replace("\\xd7", "").replace("\\xb7", "").count("\\u") == 0

    def test_text_from_files_never_drives_a_terminal(self, crosp: Any, folder: Any) -> None:
        folder.project()
        folder.assessment("1.yaml", occasion=OLD, date=DATES[OLD])
        nasty = measure(what="[/nope] [bold]x[/] | `a` <b>")
        folder.assessment("2.yaml", lines({PLACE: rated(1, 2, [nasty])}))
        assert "[/nope] [bold]x[/] | `a` <b>" in crosp("compare", "--full", cwd=folder.path).out
        markdown = crosp("compare", "--format", "markdown", cwd=folder.path).out
        assert "&lt;b&gt;" in markdown


# --- what must hold of any two assessments ---------------------------------------------------------------------

PLACES = (PLACE, OTHER, "collaboration/governance")
STEPS = st.one_of(st.none(), st.integers(0, 3))


@st.composite
def measures_of(draw: Any) -> list[dict[str, Any]]:
    return [
        measure(
            name,
            status=draw(st.sampled_from(STATUSES)),
            due=draw(st.sampled_from(("2026-01-01", "2027-01-01", None))),
            follow_ups=[{"result": "Yes"}] * draw(st.integers(0, 2)),
        )
        for name in draw(st.lists(st.sampled_from("abc"), max_size=3))  # the same name twice, too
    ]


@st.composite
def any_cells(draw: Any) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for place in draw(st.lists(st.sampled_from(PLACES), unique=True)):
        if draw(st.integers(0, 4)) == 0:
            found[place] = {"not_applicable": "No"}
            continue
        priority = draw(st.sampled_from(("high", "low", None)))
        found[place] = rated(draw(STEPS), draw(STEPS), draw(measures_of()), priority=priority)
    return found


HEADING = "format: crosp-assessment/1\nframework: spsm-crosp@2024\nunit: ekskolan\nlevel: school\n"


def answer_of(crosp: Any, old: dict[str, Any], new: dict[str, Any], *names: str) -> dict[str, Any]:
    """Compare two assessments with these cells in a folder of their own."""
    with TemporaryDirectory() as path:
        for name, cells in ((OLD, old), (NEW, new)):
            below = "".join(f"  {line}\n" for line in lines(cells).splitlines())
            text = f"{HEADING}occasion: {name}\ndate: {DATES[name]}\n" + (f"cells:\n{below}" if cells else "")
            Path(path, f"{name}.yaml").write_text(text, "utf-8")
        return only(crosp("compare", *(f"{name}.yaml" for name in names), "--format", "json", cwd=Path(path)))


def shuffled(cells: dict[str, Any], seed: int) -> dict[str, Any]:
    """The same cells with everything that has no order in another order."""
    chance = random.Random(seed)  # noqa: S311

    def mixed(value: Any) -> Any:
        if isinstance(value, dict):
            return {key: mixed(value[key]) for key in chance.sample(list(value), len(value))}
        return value

    found = {}
    for place in chance.sample(list(cells), len(cells)):
        cell = mixed(cells[place])
        if "measures" in cell:
            cell["measures"] = chance.sample(cell["measures"], len(cell["measures"]))
        found[place] = cell
    return found


class TestAlways:
    @given(cells=any_cells())
    def test_a_file_beside_itself_says_that_nothing_moved(self, crosp: Any, cells: dict[str, Any]) -> None:
        found = answer_of(crosp, cells, cells, NEW, NEW)
        for cell in found["cells"]:
            kinds = [cell[part]["change"] for part in ("rating", "target", "priority")]
            assert set(kinds) | {cell["need"]} <= {"none", "same"}
            assert cell["old_state"] == cell["new_state"]
            assert not cell["stuck"]
            assert not cell["target"]["reached"]
        for one in found["measures"]:
            assert one["outcome"] in ("untouched", "finished-before")
            assert one["old"] == one["new"]
            assert not one["due_moved"]
        assert found["not_compared"] == []

    @given(old=any_cells(), new=any_cells(), seed=st.integers(0, 1000))
    def test_order_never_counts(self, crosp: Any, old: dict[str, Any], new: dict[str, Any], seed: int) -> None:
        one = answer_of(crosp, old, new, OLD, NEW)
        assert answer_of(crosp, shuffled(old, seed), shuffled(new, seed + 1), OLD, NEW) == one

    @given(old=any_cells(), new=any_cells())
    def test_the_other_way_round_mirrors_the_moves(self, crosp: Any, old: dict[str, Any], new: dict[str, Any]) -> None:
        there, back = (answer_of(crosp, old, new, *names) for names in ((OLD, NEW), (NEW, OLD)))
        mirror = {"new": "gone", "gone": "new"}
        for one, other in zip(there["cells"], back["cells"], strict=True):
            for part in ("rating", "target"):
                assert (one[part]["old"], one[part]["new"]) == (other[part]["new"], other[part]["old"])
                steps = other[part]["steps"]
                assert one[part]["steps"] == (None if steps is None else -steps)
                change = other[part]["change"]
                assert one[part]["change"] == mirror.get(change, change)
            assert one["need"] == mirror.get(other["need"], other["need"])
            assert (one["old_state"], one["new_state"]) == (other["new_state"], other["old_state"])
            assert one["stuck"] == other["stuck"]

        def pairs(found: dict[str, Any], first: str, second: str) -> list[str]:
            return sorted(json.dumps([one["id"], one[first], one[second]]) for one in found["measures"])

        assert pairs(there, "old", "new") == pairs(back, "new", "old")

    @given(old=any_cells(), new=any_cells())
    def test_no_measure_is_lost_and_none_counted_twice(
        self, crosp: Any, old: dict[str, Any], new: dict[str, Any]
    ) -> None:
        found = answer_of(crosp, old, new, OLD, NEW)
        for side, cells in (("old", old), ("new", new)):
            written = sorted(one["id"] for cell in cells.values() for one in cell.get("measures", ()))
            assert sorted(one["id"] for one in found["measures"] if one[side] is not None) == written
