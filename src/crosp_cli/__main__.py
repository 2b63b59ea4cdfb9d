"""The entry point of `crosp` and of `python -m crosp_cli`."""

import gc
import sys


def main() -> None:
    """Run crosp with the arguments of the process, and leave with its exit status."""
    try:
        from crosp_cli.cli.run import run  # here, so that Ctrl-C while crosp is loading is quiet too

        status = run(sys.argv[1:])
    except KeyboardInterrupt:
        status = 130
    gc.freeze()  # the interpreter ends at once, instead of first looking through all that was loaded
    sys.exit(status)


if __name__ == "__main__":
    main()
