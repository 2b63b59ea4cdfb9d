"""What libyaml says when it gives up, put so that a person who never heard of YAML knows what to do."""

from yaml.error import MarkedYAMLError

from crosp_cli.findings import Finding, Location, Rule
from crosp_cli.reading import rules

_BY_PROBLEM: tuple[tuple[str, Rule], ...] = (
    ("found a tab character", rules.TAB),
    ("found undefined tag handle", rules.TAG),
    ("did not find expected tag", rules.TAG),
    ("while scanning a tag", rules.TAG),
    ("while parsing a tag", rules.TAG),
    ("found undefined", rules.TAG),
    ("mapping values are not allowed", rules.COLON_IN_TEXT),
    ("found unexpected end of stream", rules.UNCLOSED),
    ("found unexpected document indicator", rules.UNCLOSED),
    ("did not find expected ',' or ']'", rules.UNCLOSED),
    ("did not find expected ',' or '}'", rules.UNCLOSED),
    ("did not find expected '-' indicator", rules.INDENTATION),
    ("did not find expected key", rules.INDENTATION),
    ("block sequence entries are not allowed", rules.INDENTATION),
    ("block mapping keys are not allowed", rules.INDENTATION),
    ("found character that cannot start any token", rules.SPECIAL_START),
    ("did not find expected alphabetic or numeric character", rules.ALIAS),
    ("could not find expected ':'", rules.NO_COLON),
    ("found unknown escape character", rules.ESCAPE),
    ("invalid Unicode character escape", rules.ESCAPE),
    ("did not find expected hexdecimal number", rules.ESCAPE),
    ("did not find expected <document start>", rules.SECOND_DOCUMENT),
)


_AT_CONTEXT = (rules.UNCLOSED, rules.NO_COLON)
"""Rules where the place to look is where it began, not where libyaml gave up."""


def explain(error: MarkedYAMLError, text: str, path: str) -> Finding:
    """Return the finding for a text that libyaml could not read, at the line a person should look at."""
    problem = f"{error.context or ''} | {error.problem or ''}"
    rule = next((rule for words, rule in _BY_PROBLEM if words in problem), rules.NOT_YAML)
    mark = error.problem_mark or error.context_mark
    if rule in _AT_CONTEXT and error.context_mark is not None:
        mark = error.context_mark
    if mark is None:
        return Finding(rule, Location(path))
    lines = text.split("\n")
    number = min(mark.line, len(lines) - 1)
    line, column = lines[number], mark.column
    indent = line[: len(line) - len(line.lstrip())]
    if "\t" in indent and rule is not rules.UNCLOSED:
        return Finding(rules.TAB, Location(path, number + 1, indent.index("\t") + 1))
    return Finding(_narrowed(rule, line, column), Location(path, number + 1, column + 1))


def _narrowed(rule: Rule, line: str, column: int) -> Rule:
    """What the line itself tells beyond libyaml's words, which are the same for several mistakes."""
    before = line[:column]
    if rule is rules.COLON_IN_TEXT and ": " not in before:
        return rules.INDENTATION  # the line's first colon: it would have been a key, had it stood elsewhere
    if rule is rules.INDENTATION:
        if before.rstrip().endswith(("'", '"')):
            return rules.TEXT_AFTER_QUOTE
        if line[column : column + 1] in (":", "?"):
            return rules.KEY_NOT_TEXT
    return rule
