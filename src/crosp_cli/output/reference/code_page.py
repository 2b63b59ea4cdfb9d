"""What a code means: why it matters and where that comes from, a bad and a good example, how to leave it out."""

import re
from collections.abc import Iterable, Iterator
from itertools import groupby

from crosp_cli.checks.check import AnyCheck
from crosp_cli.checks.discovery import families
from crosp_cli.checks.registry import EVERY_CHECK, OTHER_RULES
from crosp_cli.findings import Rule, code_number
from crosp_cli.model.guidance import Reference
from crosp_cli.output.findings.text import severity_word
from crosp_cli.output.reference.excerpt import excerpts
from crosp_cli.output.reference.page import Page, Section
from crosp_cli.reading.rules import of_reading, of_shape
from crosp_cli.reading.rules.every import ALL_RULES
from crosp_cli.text.languages import pick
from crosp_cli.text.law_lists import law_list
from crosp_cli.text.translation import translation
from crosp_cli.validation import suppressions

_OTHER_RULES = (*ALL_RULES, *suppressions.RULES, *OTHER_RULES)
"""The rules that are no checks of their own."""

FAMILIES = {0: ("reading", of_reading.FAMILY), 1: ("shape", of_shape.FAMILY), **families()}
"""What codes are about, by their hundreds; each with a name."""


def codes() -> tuple[str, ...]:
    """Every code there is, in order."""
    return tuple(sorted({rule.code for rule in _OTHER_RULES} | set(_checks()), key=code_number))


def explanation(code: str, language: str, references: Iterable[Reference] = (), *, full: bool = True) -> Page:
    """Return the page on a code (KeyError if there is none), with those of the references that it rests on.

    Without `full`, it has as much of long examples as shows what differs.
    """
    check = _checks().get(code)
    if check is not None:
        grounds = [one for one in references if code in one.checks]
        return Page(
            "check", code, _template(check.rule, language), tuple(_of_check(check, language, grounds, full=full))
        )
    rules = [rule for rule in _OTHER_RULES if rule.code == code]
    if not rules:
        raise KeyError(code)
    return Page("rule", code, _template(rules[0], language), tuple(_of_rule(rules[0], language)))


def all_codes(language: str, *, full: bool) -> Page:
    """Return the page that lists every code with its severity and message, or else what the codes are about."""
    _ = translation(language).gettext
    lines = tuple(
        (f"- {code} {_severity_of(code, language)}: {explanation(code, language).title}" for code in codes())
        if full
        else _families(language)
    )
    more = Section("", (_("`crosp explain CR402` tells of one of them, `crosp explain --full` names them all."),))
    return Page("codes", "", _("What crosp checks"), (Section("", lines), *(() if full else (more,))))


def _families(language: str) -> Iterator[str]:
    for hundred, group in groupby(codes(), lambda code: code_number(code) // 100):
        first, *others = group
        last = f"–{others[-1]}" if others else ""
        yield f"- {first}{last}: {pick(FAMILIES[hundred][1].title, language)} ({1 + len(others)})"


def _checks() -> dict[str, AnyCheck]:
    return {check.rule.code: check for check in EVERY_CHECK}


def _severity_of(code: str, language: str) -> str:
    check = _checks().get(code)
    rule = check.rule if check else next(rule for rule in _OTHER_RULES if rule.code == code)
    return severity_word(rule.severity, language)


def _template(rule: Rule, language: str) -> str:
    """A message with its values left open."""
    return re.sub(r"\{\w+\}", "…", pick(rule.message, language))


def source_of(check: AnyCheck, grounds: Iterable[Reference], language: str) -> str:
    """Where the reason of a check comes from; references with the day on which they read so."""
    days = groupby(sorted(grounds, key=lambda one: one.as_of), lambda one: one.as_of)
    laws = (f"{law_list(pick(one.title, language) for one in read)} ({day})" for day, read in days)
    return "; ".join((check.source_in(language), *laws))


def _of_check(check: AnyCheck, language: str, grounds: Iterable[Reference], *, full: bool) -> Iterator[Section]:
    _ = translation(language).gettext
    yield from _of_rule(check.rule, language)
    source = _("Source: {source}").format(source=source_of(check, grounds, language))
    yield Section(_("Why it matters"), (pick(check.reason, language), source))
    code, whole = check.rule.code, tuple(tuple(text.rstrip("\n").split("\n")) for text in (check.bad, check.good))
    bad, good = whole if full else excerpts(*whole)
    yield Section(_("Not like this"), bad, verbatim=True)
    yield Section(_("Like this"), good, verbatim=True)
    lines = (
        "- " + _("for one line, in the file: {comment}").format(comment=f"# crosp: ignore[{code}] …"),
        "- " + _("for the whole project, in crosp.yaml: {line}").format(line=f"checks: {{ignore: [{code}]}}"),
        "- "
        + _("for some files, in crosp.yaml: {line}").format(
            line=f'checks: {{ignore_in: [{{paths: ["assessments/…"], codes: [{code}]}}]}}'
        ),
    )
    is_cut = (bad, good) != whole
    yield Section(_("To leave it out"), lines[:-1] if is_cut else lines)
    if is_cut:
        more = _("`{command} --full` shows all of it.")
        yield Section("", (more.format(command=f"crosp explain {code}"),))


def _of_rule(rule: Rule, language: str) -> Iterator[Section]:
    severity = severity_word(rule.severity, language)
    help_text = re.sub(r"\{\w+\}", "…", pick(rule.help, language))
    yield Section("", tuple(line for line in (severity.capitalize(), help_text) if line))
