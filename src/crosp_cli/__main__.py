"""The entry point of `crosp` and of `python -m crosp_cli`."""

import sys


def main() -> None:
    """Run crosp with the arguments of the process, and leave with its exit status."""
    try:
        from crosp_cli.cli.run import run  # here, so that Ctrl-C while crosp is loading is quiet too
    except KeyboardInterrupt:
        sys.exit(130)
    sys.exit(run(sys.argv[1:]))


if __name__ == "__main__":
    main()
