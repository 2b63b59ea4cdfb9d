"""Runs crosp with one kind of document more."""

from pathlib import Path

from crosp_cli import checks
from crosp_cli.__main__ import main
from crosp_cli.reading.documents.kinds import KINDS, DocumentKind

HERE = Path(__file__).parent
checks.__path__.append(str(HERE / "checks"))
KINDS["minutes"] = DocumentKind(
    "minutes",
    "minutes:Minutes",
    "minutes_schema:minutes_schema",
    format="crosp-minutes/1",
    against_at="minutes:against",
    keys=("decisions", "held"),
    words=str(HERE / "minutes.yaml"),
    help="minutes the minutes of a meeting",
)

if __name__ == "__main__":
    main()
