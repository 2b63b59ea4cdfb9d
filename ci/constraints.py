"""Writes constraints.txt: the newest version of each package that crosp, its tests and its documentation use.

    python ci/constraints.py

Names and versions only: where they are downloaded from is each machine's own matter.
"""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
FILE = ROOT / "constraints.txt"
HEAD = """\
# The versions that crosp is developed and tested with. pyproject.toml says which ones it works with.
# Written by `make constraints`; CONTRIBUTING.md says how it is renewed.
"""
PACKAGES = (f"{ROOT}[dev,bench,docs]", "editables", "hatchling", "uv")
"""crosp with all its extras, what builds it, and what installs them in `.ci/run`."""


def main() -> None:
    """Install everything in a new environment, and write down what came."""
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([sys.executable, "-m", "venv", folder], check=True)
        python = str(Path(folder, "bin", "python"))
        free = {
            name: value for name, value in os.environ.items() if not name.startswith("PIP_") or "CONSTRAINT" not in name
        }
        install = [python, "-m", "pip", "install", "-q", "-q", "--disable-pip-version-check", *PACKAGES]
        subprocess.run(install, env=free, check=True)
        listed = [python, "-m", "pip", "list", "--format=freeze", "--disable-pip-version-check"]
        lines = subprocess.run(listed, stdout=subprocess.PIPE, text=True, check=True).stdout.splitlines()
    apart = ("crosp-cli==", "pip==", "setuptools==")
    kept = sorted((line for line in lines if not line.startswith(apart)), key=str.lower)
    FILE.write_text(HEAD + "\n".join(kept) + "\n", "utf-8")


if __name__ == "__main__":
    main()
