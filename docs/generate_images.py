"""Draws the pictures in the READMEs: the top of Ekskolan's report, as Chromium shows it, in each language.

Run `python docs/generate_images.py` after a change to how the report looks, and look at them. No test compares them,
since each version of Chromium draws letters in its own way.
"""

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from generated import DOCS, LANGUAGES

REPORT = DOCS.parent / "examples" / "ekskolan" / "assessments" / "ekskolan" / "2026-ht-school.yaml"
QUIET = ["--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--no-first-run", "--disable-sync"]
QUIET += ["--disable-quic", "--disable-background-networking", "--disable-component-update"]
WIDTH, HEIGHT = 960, 990
"""Down to the explanation of the map, and no half line after it."""


def main() -> None:
    """Draw both."""
    browser = shutil.which("chromium-headless-shell") or shutil.which("chromium")
    if browser is None:
        raise SystemExit("There is no chromium-headless-shell here, nor chromium.")
    (DOCS / "images").mkdir(exist_ok=True)
    for language in LANGUAGES:
        with tempfile.TemporaryDirectory() as folder:
            page = Path(folder, "report.html")
            crosp = [sys.executable, "-m", "crosp_cli", "render", REPORT, "-o", page, "--lang", language]
            subprocess.run([*crosp, "--today", "2026-11-22"], check=True, stdout=subprocess.DEVNULL)  # noqa: S603
            picture = DOCS / "images" / f"report-{language}.png"
            subprocess.run(  # noqa: S603
                [browser, *QUIET, f"--user-data-dir={folder}/profile", f"--window-size={WIDTH},{HEIGHT}",
                 f"--screenshot={picture}", page.as_uri()],
                check=True,
                stderr=subprocess.DEVNULL,
            )  # fmt: skip


if __name__ == "__main__":
    main()
