"""What a migration does to each file, for programs. Names and places only: no text of an assessment is repeated."""

import json
from collections.abc import Sequence
from typing import Any

from crosp_cli.editing.migrate import FileMigration
from crosp_cli.editing.outcome import Outcome
from crosp_cli.model.assessment import Place
from crosp_cli.reading.tree import Tree
from crosp_cli.rendering.migration_words import line_of, look_at, merged_cells, problem_words

FORMAT = "crosp-migration/1"


def as_json(files: Sequence[FileMigration], language: str, *, written: bool) -> str:
    """Return `{"format", "written", "files": [{"path", "before", "after", "status", …}]}`."""
    found = {"format": FORMAT, "written": written, "files": [_file(file, language) for file in files]}
    return json.dumps(found, ensure_ascii=False, indent=2)


def _file(file: FileMigration, language: str) -> dict[str, Any]:
    status = "stays" if file.problem else "changes" if file.changes else "unchanged"
    found: dict[str, Any] = {
        "path": file.path,
        "before": file.before,
        "after": file.after,
        "status": status,
        "problem": file.problem.value if file.problem else None,
        "why": problem_words(file, language) if file.problem else None,
        "look_at": look_at(file, language) if file.changes else [],
    }
    made = file.rewritten
    if file.changes and made and made.outcome and made.tree:
        found |= _outcome(made.outcome, made.tree)
        found["kept_for_comments"] = [_place(place) for place in (made.new.kept_for_comments if made.new else ())]
    return found


def _outcome(outcome: Outcome, tree: Tree) -> dict[str, Any]:
    return {
        "renamed": [
            {"kind": kind, "old": old, "new": new, "count": count}
            for (kind, old, new), count in outcome.renamed.items()
        ],
        "steps": [{"old": old, "new": new, "count": n} for (old, new), n in sorted(outcome.stepped.items())],
        "merged": [
            {"into": _place(cell.place), "from": [_place(origin) for origin in cell.origins]}
            for cell in merged_cells(outcome)
        ],
        "kept": [
            {"at": list(kept.steps), "line": line_of(kept, tree), "reason": kept.why.value} for kept in outcome.kept
        ],
    }


def _place(place: Place) -> dict[str, str]:
    return {"principle": place.principle, "area": place.area}
