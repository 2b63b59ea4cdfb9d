"""Tells which of the newest versions breaks something.

    python ci/newest.py [PYTEST ARGUMENT ...]

The tests run with the newest version of everything; where they fail, once more for each package that is newer than
constraints.txt says, that one alone renewed. Exits 1 if any of them breaks something.
"""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
CONSTRAINTS = ROOT / "constraints.txt"
TESTS = ("-q", "-x", "-m", "cli")
"""The command line's tests: what `.ci/run` tries with the newest versions."""


def main() -> None:
    """Try everything at once, then one by one."""
    arguments = sys.argv[1:] or TESTS
    known = versions(CONSTRAINTS.read_text("utf-8"))
    with tempfile.TemporaryDirectory() as folder:
        everything = Path(folder, "all")
        newest = {name: version for name, version in installed(everything, {}).items() if name in known}
        newer = {name: version for name, version in newest.items() if version != known[name]}
        if not newer:
            print("Nothing is newer than in constraints.txt.")
            return
        print("Newer:", ", ".join(f"{name} {known[name]} -> {version}" for name, version in newer.items()))
        if passes(everything, arguments):
            print("All of it together breaks nothing: run `make constraints`.")
            return
        breaking = []
        for name, version in newer.items():
            alone = Path(folder, name)
            try:
                installed(alone, known | {name: version})
                fine = passes(alone, arguments)
            except subprocess.CalledProcessError:
                print(f"{name} {version} cannot be installed beside the other versions.")
                continue
            print(f"{name} {version}: {'breaks nothing' if fine else 'BREAKS the tests'}")
            breaking += [] if fine else [name]
    print("Broken by:", ", ".join(breaking) or "no single package; several of them together")
    sys.exit(1)


def versions(text: str) -> dict[str, str]:
    """Return the version of each package that a file of constraints, or pip's list, names."""
    return dict(line.split("==") for line in text.splitlines() if "==" in line and not line.startswith("#"))


def installed(folder: Path, held: dict[str, str]) -> dict[str, str]:
    """Install crosp and its tests in a new environment, with the versions in `held`, and return what came."""
    subprocess.run([sys.executable, "-m", "venv", str(folder)], check=True)
    constraints = folder / "constraints.txt"
    constraints.write_text("".join(f"{name}=={version}\n" for name, version in held.items()), "utf-8")
    environment = {name: value for name, value in os.environ.items() if "CONSTRAINT" not in name}
    pip = [str(folder / "bin" / "python"), "-m", "pip", "--disable-pip-version-check"]
    command = [*pip, "install", "-q", "-q", "-c", str(constraints), f"{ROOT}[test]"]
    subprocess.run(command, env=environment, check=True)
    listed = subprocess.run([*pip, "list", "--format=freeze"], stdout=subprocess.PIPE, text=True, check=True)
    return versions(listed.stdout)


def passes(folder: Path, arguments: tuple[str, ...] | list[str]) -> bool:
    """Whether the tests pass in that environment."""
    command = [str(folder / "bin" / "python"), "-m", "pytest", *arguments]
    return subprocess.run(command, cwd=ROOT, stdout=subprocess.DEVNULL, check=False).returncode == 0


if __name__ == "__main__":
    main()
