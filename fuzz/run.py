"""Fuzzing: whatever somebody else has written, crosp answers, and never with a crash or without an end.

    python fuzz/run.py TARGET [CORPUS]... [-max_total_time=600] [other libFuzzer options]

TARGET is a module beside this one: files, comments, templates, pages, trees or workbooks. `make fuzz` installs what
this needs and runs all six on the seeds and on the files of tests/examples.
"""

import sys
from importlib import import_module

import atheris

with atheris.instrument_imports(include=["crosp_cli"]):
    target = import_module(sys.argv.pop(1))


def main() -> None:
    """Run libFuzzer on the target's `tried`."""
    atheris.Setup(sys.argv, target.tried)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
