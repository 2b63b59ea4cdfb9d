"""What a migration does to each file, for programs, in the shape that json_types.py declares.

Names and places only: no text of an assessment is repeated.
"""

from collections.abc import Sequence

from crosp_cli.checks.personal_data.names import redacted_name
from crosp_cli.editing.migration.file import FileMigration
from crosp_cli.editing.migration.record import Outcome
from crosp_cli.model.assessment import Place
from crosp_cli.output.json_text import json_text
from crosp_cli.output.json_types import CellName
from crosp_cli.output.migration import json_types as shape
from crosp_cli.output.migration.views import line_of, look_at, merged_cells, problem_words
from crosp_cli.reading.yaml.tree import Tree


def as_json(files: Sequence[FileMigration], language: str, *, written: bool) -> str:
    """Return what becomes of each file in the format `crosp-migration/1`."""
    document: shape.MigrationDocument = {
        "format": "crosp-migration/1",
        "written": written,
        "files": [_file(file, language) for file in files],
    }
    return json_text(document)


def _file(file: FileMigration, language: str) -> shape.MigratedFile:
    made = file.rewritten if file.changes else None
    outcome = made.outcome if made and made.outcome else Outcome()
    return {
        "path": redacted_name(file.path),
        "before": redacted_name(file.before),
        "after": redacted_name(file.after),
        "status": "stays" if file.problem else "changes" if file.changes else "unchanged",
        "problem": file.problem.value if file.problem else None,
        "why": problem_words(file, language) if file.problem else None,
        "look_at": look_at(file, language) if file.changes else [],
        "renamed": [
            {"kind": kind, "old": old, "new": new, "count": count}
            for (kind, old, new), count in outcome.renamed.items()
        ],
        "steps": [{"old": old, "new": new, "count": n} for (old, new), n in sorted(outcome.stepped.items())],
        "merged": [
            {"into": _cell(cell.place), "from": [_cell(origin) for origin in cell.origins]}
            for cell in merged_cells(outcome)
        ],
        "kept": _kept(outcome, made.tree) if made and made.tree else [],
        "kept_for_comments": [_cell(place) for place in (made.new.kept_for_comments if made and made.new else ())],
    }


def _kept(outcome: Outcome, tree: Tree) -> list[shape.KeptPart]:
    def named(step: str | int) -> str | int:
        return redacted_name(step) if isinstance(step, str) else step

    return [
        {"at": [*map(named, kept.steps)], "line": line_of(kept, tree), "reason": kept.why.value}
        for kept in outcome.kept
    ]


def _cell(place: Place) -> CellName:
    return {"principle": redacted_name(place.principle), "area": redacted_name(place.area)}
