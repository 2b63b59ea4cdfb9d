"""Fuzzing of reading and checking: whatever bytes a file holds, crosp answers with findings, never with a crash.

    python fuzz/reading.py [CORPUS]... [-max_total_time=600] [other libFuzzer options]

`make fuzz` installs what this needs and runs it on the seeds and on the files of tests/examples.
"""

import sys

import atheris

with atheris.instrument_imports(include=["crosp_cli"]):
    from target import read_and_check


def main() -> None:
    """Run libFuzzer on `read_and_check`."""
    atheris.Setup(sys.argv, read_and_check)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
