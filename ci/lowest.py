"""Print the lowest versions that pyproject.toml says crosp works with, one requirement on each line."""

import re
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]


def main() -> None:
    """Print each dependency at its lowest version."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    for requirement in project["dependencies"]:
        met = re.fullmatch(r"([\w-]+)>=([\w.]+)", requirement)
        if met is None:
            raise SystemExit(f"pyproject.toml: {requirement} has no lowest version")
        print(f"{met[1]}=={met[2]}")


if __name__ == "__main__":
    main()
