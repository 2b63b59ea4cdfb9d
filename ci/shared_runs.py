"""Shows where the project's texts share eight words in a row with texts that they are not to copy.

    python ci/shared_runs.py SOURCE...

The sources are text files that are not in the project: the publication, the Act, the pages that it all builds on.
Titles and names of laws may be shared; sentences may not. Ends with 1 where anything is shared, for a person to judge.
"""

import re
import sys
from collections.abc import Iterator
from pathlib import Path

RUN = 8
"""So many words in a row are a sentence of somebody's."""
ROOT = Path(__file__).parents[1]
OURS = ("framework/*.yaml", "templates/**/*.yaml", "templates/**/*.j2", "src/**/*.py", "src/**/*.po", "docs/**/*.md")
EXAMPLES = ("examples/**/*.yaml", "*.md")


def words(text: str) -> list[str]:
    """Return the words of a text, whatever stands between them: marks, quotes, a key, the end of a line."""
    return re.findall(r"\w+", text.casefold())


def runs(some: list[str]) -> Iterator[tuple[str, ...]]:
    """Yield each run of so many words."""
    return zip(*(some[start:] for start in range(RUN)), strict=False)


def shared(text: str, theirs: set[tuple[str, ...]]) -> Iterator[str]:
    """Yield each stretch of a text, as long as it goes on, whose runs are all among theirs."""
    ours = words(text)
    until = begins = -1
    for number, run in enumerate(runs(ours)):
        if run not in theirs:
            continue
        if number > until:
            if until >= 0:
                yield " ".join(ours[begins:until])
            begins = number
        until = number + RUN
    if until >= 0:
        yield " ".join(ours[begins:until])


def main(sources: list[str]) -> int:
    """Print each stretch with its file."""
    theirs = {run for source in sources for run in runs(words(Path(source).read_text("utf-8")))}
    found = 0
    for pattern in (*OURS, *EXAMPLES):
        for file in sorted(ROOT.glob(pattern)):
            for stretch in shared(file.read_text("utf-8"), theirs):
                found += 1
                sys.stdout.write(f"{file.relative_to(ROOT)}: {stretch}\n")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
