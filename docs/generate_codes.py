"""Writes docs/en/checks/index.md, the page on every code, from the tables in the code.

Run `python docs/generate_codes.py` after a change to a rule or a check. With `--check` it writes nothing and says,
with exit status 1, whether the page needs to be written again.
"""

import string
import sys
from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import Path

from crosp_cli.checks.registry import EVERY_CHECK, AnyCheck
from crosp_cli.findings import Rule
from crosp_cli.reading import rules
from crosp_cli.text.languages import Text
from crosp_cli.validation import suppressions as excuses

PAGE = Path(__file__).parent / "en" / "checks" / "index.md"

HEAD = """\
# Codes

<!-- Made by docs/generate_codes.py. Change the code, not this page. -->

Every finding has a code, and a code never changes meaning. `crosp validate` shows it after the place, as in
`path:line:column: CR402 warning: …`. Words in *italics* below are filled in with what was found. A code with several
messages tells variants of one mistake apart.

- **Error**: the file cannot be read, or does not hold together.
- **Warning**: something is missing that a reader will ask for, or is most likely a slip.
- **Note**: good to know.

Reading and shape (CR0xx and CR1xx) cannot be turned off. A check (CR2xx and up) can: for a whole project or for some
files in [crosp.yaml](../files/index.md#checks), where its severity can be changed too, and for one line with a comment
at its end or above it, `# crosp: ignore[CR402] the due date is decided in March`.
"""

SECTIONS = (
    ("CR000", "The file as a whole"),
    ("CR010", "What stands in it"),
    ("CR100", "Shape"),
    ("CR120", "Against the framework"),
    ("CR130", "The framework's own files"),
    ("CR200", "Current state"),
    ("CR300", "Need"),
    ("CR400", "Measures"),
    ("CR500", "Follow-up"),
    ("CR600", "Collaboration"),
    ("CR700", "Across files"),
    ("CR800", "Personal data"),
    ("CR900", "Decision memos"),
)
"""Where each part of the page begins."""


def page() -> str:
    """Return the text of the page."""
    checks = {check.rule.code: check for check in EVERY_CHECK}
    table = [rule for rule in vars(rules).values() if isinstance(rule, Rule)]
    every = sorted([*table, *excuses.RULES, *(check.rule for check in EVERY_CHECK)], key=lambda rule: rule.code)
    parts = [HEAD]
    for title, section in groupby(every, lambda rule: _section(rule.code)):
        parts.append(f"\n## {title}\n")
        for code, variants in groupby(section, lambda rule: rule.code):
            parts += _entry(code, list(variants), checks.get(code))
    return "".join(parts)


def _section(code: str) -> str:
    return [title for start, title in SECTIONS if start <= code][-1]


def _entry(code: str, variants: Sequence[Rule], check: AnyCheck | None) -> Iterator[str]:
    yield f"\n### {code}\n\n{variants[0].severity.word.capitalize()}."
    yield f" Source: {check.source}.\n" if check else "\n"
    yield "\n| English | Svenska |\n| --- | --- |\n"
    for rule in variants:
        yield f"| {_both(rule, 'en')} | {_both(rule, 'sv')} |\n"
    if check:
        yield f"| {_why(check.reason, 'en')} | {_why(check.reason, 'sv')} |\n"


def _both(rule: Rule, language: str) -> str:
    message = f"**{_filled(rule.message[language])}**"
    return f"{message}<br>{_filled(rule.help[language])}" if rule.help else message


def _why(reason: Text, language: str) -> str:
    return {"en": "Why: ", "sv": "Varför: "}[language] + _escaped(reason[language])


def _filled(template: str) -> str:
    """A message with the names of its values in italics; in code, where there are none, as a dash of dots."""
    found = ""
    for literal, name, _spec, _conversion in string.Formatter().parse(template):
        found += _escaped(literal)
        if name is not None:
            found += "…" if found.count("`") % 2 else f"*{name}*"
    return found


def _escaped(text: str) -> str:
    """Text for a cell of a table that Markdown shows as it is; what stands between backquotes is code already."""
    parts = text.replace("|", "\\|").split("`")
    return "`".join(part if number % 2 else _plain(part) for number, part in enumerate(parts))


def _plain(text: str) -> str:
    for character in ("\\", "*", "_", "[", "<"):
        text = text.replace(character, f"\\{character}")
    return text


def main(arguments: Sequence[str]) -> int:
    """Write the page, or with --check compare it; return the exit status."""
    made = page()
    if "--check" not in arguments:
        PAGE.write_text(made, "utf-8", newline="\n")
    elif not PAGE.is_file() or PAGE.read_text("utf-8") != made:
        sys.stderr.write("docs/en/checks/index.md is not up to date: run `make pages`.\n")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
