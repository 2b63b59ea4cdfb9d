"""CR805: what looks like a person's name, by its form and where it stands; there is no list of names"""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import chain

from crosp_cli.checks.check import Check, TextScope
from crosp_cli.findings import Rule, Severity
from crosp_cli.text.plain import PlainText

_UPPER = "A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĘĚĞĢĪĮİĶĻŁŃŅŇŌŐŒŘŚŞŠŢŤŪŮŰŲŻŽȘȚ"
_LOWER = "a-zß-öø-žșț"  # with some capitals among them, which stand in no word like these
_SMALL = rf"[{_LOWER}]{{1,40}}+"  # no name is longer, and a text of a million letters is soon looked through
WORD = rf"[{_UPPER}](?:{_SMALL}|c[{_UPPER}]{_SMALL}|'[{_UPPER}]{_SMALL})(?:-[{_UPPER}]?{_SMALL}){{0,3}}+"
WHOLE = rf"(?:{WORD}|[{_UPPER}]\.) (?:(?:von|van|af|de|da|di|der|al|el|bin) ){{0,2}}{WORD}(?: {WORD})?"
_CLASS = r"(?:klass |class )?[1-9][A-F]\b"
_TO_CLASS = rf"(?: går| gick)?(?: (?:i|in|från|from|of) | ?\(|, ?| ){_CLASS}"
_SHAPES = bytes(
    ord("A" if c.isupper() else "a" if c.islower() or c in "'-" else "0" if c.isdigit() else c)
    for c in map(chr, range(256))
)
_ROUGHLY_WHOLE = re.compile(rb"A[aA.]{0,200}+(?: a{2,3}){0,2} A[aA.]")
_ROUGHLY_CLASS = b"0A"
_ROUGHLY_AFTER_A_WORD = b"a A"
"""What a whole name, a class and a name after a word is from afar; found in bytes, in a fifth of the time."""
_PROFESSIONS = (
    "(?:ektor|ärare|edagog|urator|köterska|sykolog|entor|ssistent|hef|edare|amordnare|leven"
    "|rincipal|eacher|urse|ounsellor|sychologist)(?:e?n)?"
)
"""Without the first letter, which may be a capital; also "läraren" and "kuratorn"."""
_ROLES = r"\b(?:responsible|who|roles|organisation|to):"
"""The keys where roles and organisations are wanted, in measures and in registers."""
_CHILDREN = ("leven", "arnet", "ojken", "lickan", "amman", "appan")
"""A child or a parent, without the first letter, which may be a capital."""

_NO_NAME = (
    "(?i)"
    "rektor|biträd|lärar|pedagog|kurator|sköters|läkar|psykolog|chef|ledar|ansvar|samord|utveckl|handlägg|direktör"
    "|nämnd|styrelse|förvalt|kommun|region|enhet|skol|hälsa|team|grupp|lag(?:et)?$|råd(?:et)?$|vägled|bibliotek|assist"
    "|fritids|ledning|huvudman|ordföran|sekret|mentor|handled|strateg|områd|avdelning|verksam|administr|personal|logoped"
    "|social|utbild|barn|elev|vårdnad|klass|projekt|resurs|stöd|special|språk|koordin|central|verk(?:et)?$|mynd|univers"
    "|kyrka|kassa|kontakt|kors(?:et)?$|fören|förbund|mottagning|stiftelse|muse|bolag|byrå|polis|akut|habilit|psykiatr|rädda"
    "|church|cross$|associat|clinic|trust|charit|society|police|hospital|foundat|agency|network"
    "|norr|söd|öst|väst|nya$|gamla$|stora$|lilla$|^(?:alla|samtliga|varje|hela|hos|när|och|med|efter|under|hösten|våren)$"
    "|princip|head|teach|deput|vice|school|student|pupil|health|nurse|counsel|psycholog|doctor|physic|educat|needs|coord"
    "|lead|board|counc|commit|office|direct|manag|quality|develop|servic|depart|munic|unit|staff|support|senior|learn"
    "|inclus|district|superint|class|stage|year|care|work|librar|career|guid|local|author|commun|cent(?:re|er)|colleg"
    "|academ|primar|second|nurser|north|south|east|west|^(?:the|all|each|and|with|both|new|old)$"
)
"""Of words with a capital letter, those that name a profession, a body, a place or a time."""


def find(plain: TextScope) -> Iterator[tuple[int, int]]:
    """Point at each."""
    return plain.places(sorted(set(_starts(plain))))


def _starts(plain: PlainText) -> Iterator[int]:
    text = plain.text
    for match in chain(*_found_in(text)):
        words = list(_pattern(rf"{WORD}|[{_UPPER}]\.").finditer(text, *match.span("name")))
        may_be_name = "".join("-" if _pattern(_NO_NAME).search(word.group()) else "x" for word in words)
        first = may_be_name.find("x" * min(2, len(words)))
        if first >= 0:
            yield words[first].start()


def _found_in(text: str) -> Iterator[Iterator[re.Match[str]]]:
    shape = text.encode("latin-1", "replace").translate(_SHAPES)
    all_latin = shape.count(b"?") == text.count("?")
    if not all_latin or _ROUGHLY_WHOLE.search(shape):
        lines = _lines_with_a_name(text)
        yield _in_a_role(text, lines)
        yield _beside_a_profession(text, lines)
    if _ROUGHLY_CLASS in shape:
        yield _beside_a_class(text)
    words = re.finditer(_ROUGHLY_AFTER_A_WORD, shape)
    if not all_latin or any(text.endswith(_CHILDREN, 0, word.start() + 1) for word in words):
        yield _of_a_child(text)


def _lines_with_a_name(text: str) -> list[tuple[int, int]]:
    """Return where each line begins and ends that has words like a whole name: most texts have hardly any."""
    return _lines_of(text, _pattern(WHOLE).finditer(text))


def _lines_of(text: str, met: Iterable[re.Match[str]]) -> list[tuple[int, int]]:
    """Return where each line begins and ends that something of `met` begins in; to try on every line takes longer."""
    lines: list[tuple[int, int]] = []
    end = -1
    for match in met:
        if match.start() > end:
            start = text.rfind("\n", 0, match.start()) + 1
            end = text.find("\n", start) % (len(text) + 1)
            lines.append((start, end))
    return lines


def _in_a_role(text: str, lines: list[tuple[int, int]]) -> Iterator[re.Match[str]]:
    for start, end in lines:
        before = start
        for match in _pattern(rf"(?P<name>{WHOLE})").finditer(text, start, end):
            before = max(before, text.rfind("#", before, match.start()))
            if _pattern(_ROLES).search(text, before, match.start()):
                yield match
            before = match.start()
    for items in _pattern(rf"{_ROLES}[ \t]*(?:\n[ \t]*- [^\n]*)+").finditer(text):
        yield from _pattern(rf"\n[ \t]*- [\"']?(?P<name>{WHOLE})").finditer(text, *items.span())


def _beside_a_profession(text: str, lines: list[tuple[int, int]]) -> Iterator[re.Match[str]]:
    for start, end in lines:
        yield from _pattern(rf"{_PROFESSIONS},? (?P<name>{WHOLE})").finditer(text, start, end)


def _beside_a_class(text: str) -> Iterator[re.Match[str]]:
    """Yield what is beside a class: before it a whole name, or one word within a sentence; after it who goes there."""
    for line in _lines_of(text, _pattern(r"[1-9][A-F]\b").finditer(text)):
        for pattern in (
            rf"(?P<name>{WHOLE}){_TO_CLASS}",
            rf"(?<!\w)[{_LOWER}]+,? (?P<name>{WORD}){_TO_CLASS}",
            rf"\b[1-9][A-F](?:[:,] | \(| )(?P<name>{WHOLE})",
            rf"\b[1-9][A-F] (?:går|gick) (?P<name>{WORD})",
        ):
            yield from _pattern(pattern).finditer(text, *line)


def _of_a_child(text: str) -> Iterator[re.Match[str]]:
    yield from _pattern(rf"(?:{'|'.join(_CHILDREN)}) (?P<name>{WORD})").finditer(text)


@cache
def _pattern(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


CHECK = Check(
    rule=Rule(
        "CR805",
        Severity.NOTE,
        {
            "sv": "Det här ser ut som en persons namn.",
            "en": "What stands here looks like a person's name.",
        },
        {
            "sv": "Skriv rollen eller gruppen i stället: rektor, en elev i årskurs 4. Är det inget namn kan det stå "
            "kvar.",
            "en": "Write the role or the group instead: principal, a pupil in year 4. If it is no name, leave it.",
        },
    ),
    scope=TextScope,
    reason={
        "sv": "En roll består när någon slutar, och en kartläggning behöver aldrig peka ut en person. crosp har ingen "
        "lista över namn utan ser på formen och platsen: två ord med stor bokstav där en roll ska stå eller intill en "
        "klass. Därför är detta bara en notis, och alla namn hittas inte.",
        "en": "A role lasts when somebody leaves, and an assessment never needs to point a person out. crosp has no "
        "list of names but looks at form and place: two words with a capital letter where a role is wanted or beside a "
        "class. So this is only a note, and not every name is found.",
    },
    source={
        "sv": "crosp: inga personuppgifter, roller i stället för namn",
        "en": "crosp: no personal data, roles instead of names",
    },
    bad="""\
responsible: Anna Berg
""",
    good="""\
responsible: specialpedagog
""",
    find=find,
)
