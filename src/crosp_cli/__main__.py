"""The entry point of `crosp` and of `python -m crosp_cli`."""

import contextlib
import os
import sys
from typing import NoReturn


def main() -> NoReturn:
    """Run crosp with the arguments of the process, and leave with its exit status."""
    try:
        from crosp_cli.cli.main import run  # here, so that Ctrl-C while crosp is loading is quiet too

        status = run(sys.argv[1:])
    except KeyboardInterrupt:
        status = 130
    _leave(status)


def _leave(status: int) -> NoReturn:
    """End the process at once: taking down all that was loaded, piece by piece, takes longer than a short run."""
    for stream in (sys.stdout, sys.stderr):
        with contextlib.suppress(OSError, ValueError):  # whoever has gone has been dealt with
            stream.flush()
    os._exit(status)


if __name__ == "__main__":
    main()
