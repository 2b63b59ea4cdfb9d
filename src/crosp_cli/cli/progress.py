"""What a command over many files shows while it works, and how many processes it uses."""

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from crosp_cli.interrupts import waiting
from crosp_cli.text.translation import translation

FEWEST = 100
"""For fewer files than this, a bar would be gone before anyone had seen it."""


def processors() -> int:
    """How many processors there are to use."""
    usable = getattr(os, "sched_getaffinity", None)
    return len(usable(0)) if usable else os.cpu_count() or 1


@contextmanager
def progress(total: int, language: str, doing: str | None = None) -> Iterator[Callable[[], None] | None]:
    """Give a function to call for each file that is done; None where nobody would see the bar.

    `doing` is what the bar says; without it, that files are checked.
    """
    if total < FEWEST or not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import Progress

    console = Console(file=sys.stderr, no_color=bool(os.environ.get("NO_COLOR")))
    bar = Progress(console=console, transient=True)
    with waiting("SIGINT", "SIGTERM", "SIGHUP"):  # its thread never hears what must wait while a file is written
        bar.start()
    with bar:
        task = bar.add_task(doing or translation(language).gettext("Checking"), total=total)
        yield lambda: bar.advance(task)
