"""CR803: an e-mail address"""

import re
from collections.abc import Iterator

from crosp_cli.checks.check import Check, TextScope
from crosp_cli.findings import Rule, Severity
from crosp_cli.limits import CANDIDATES

_LONGEST_NAME = 64
_NAME = re.compile(r"[\w.+%&'-]+\Z")
_DOMAIN = re.compile(
    r"""
    (?![0-9.]+x\.)  # a picture for a sharper screen: plan@2x.png
    (?:[^\W_](?:(?:[^\W_]|-){0,61}[^\W_])?\.){1,8}
    [^\W\d_]{2,}
    (?![^\W_])  # in Markdown, an address may stand between two _
    """,
    re.VERBOSE | re.IGNORECASE,
)
_USER_OF_A_SITE = re.compile(r"//[^\s/?\#@]*\Z")  # https://user@host
_AROUND = ".+%&'-"
_SAID = (
    ("(", re.compile(r"\( ?(?:at|a|AT|At|[Ss]nabel[- ]?a|@) ?\)")),
    ("[", re.compile(r"\[ ?(?:at|AT|At|[Ss]nabel[- ]?a|@) ?\]")),
    ("{", re.compile(r"\{ ?(?:at|AT|At|[Ss]nabel[- ]?a|@) ?\}")),
    ("nabel", re.compile(r"\b[Ss]nabel[- ]?a\b")),
    (" dot ", re.compile(r"at(?<!\wat)(?=\s\S+ dot )")),
    (" punkt ", re.compile(r"at(?<!\wat)(?=\s\S+ punkt )")),
    ("NABEL", re.compile(r"\bSNABEL[- ]?A\b")),
    (" DOT ", re.compile(r"AT(?<!\wAT)(?=\s\S+ DOT )")),
    (" PUNKT ", re.compile(r"AT(?<!\wAT)(?=\s\S+ PUNKT )")),
)
_GAP = r"[^\S\n]{0,3}(?:\n[^\S\n]*(?:#[^\S\n]*)?)?"  # a line may end there, which is read in one way only
_SAID_DOT = rf"(?:{_GAP}[\[({{]\s?(?:dot|punkt|\.)\s?[])}}]{_GAP}|(?=\s){_GAP}(?:dot|punkt)(?=\s){_GAP}|\.)"
_PART = r"[\w-]{1,63}+"
_SAID_DOMAIN = re.compile(
    rf"{_GAP}{_PART}(?:{_SAID_DOT}{_PART}){{0,8}}{_SAID_DOT}[^\W\d_]{{2,63}}(?![^\W_])", re.IGNORECASE
)
"""An address that says its signs in words, `name [at] domain [dot] se`, by what tells that there may be one."""


def find(plain: TextScope) -> Iterator[tuple[int, int]]:
    """Point at each address."""
    return plain.places(sorted({*_starts(plain.text), *_said(plain.text)}))


def _said(text: str) -> Iterator[int]:
    for at in (at for sign, said in _SAID if sign in text for at in said.finditer(text)):
        before = text[max(0, at.start() - _LONGEST_NAME) : at.start()]
        named = _NAME.search(before.rstrip())
        if named and _SAID_DOMAIN.match(text, at.end()):
            yield at.start() - len(before) + named.start()


def _starts(text: str) -> Iterator[int]:
    trials = iter(range(CANDIDATES))
    at = text.find("@")
    while at >= 0:
        domain = _DOMAIN.match(text, at + 1)
        if domain is not None:
            before = text[max(0, at - _LONGEST_NAME) : at]
            named = _NAME.search(before)
            name = named.group().lstrip(_AROUND) if named else ""
            if name in ("", "git") or _USER_OF_A_SITE.search(before):
                pass
            elif next(trials, None) is None or is_valid(name, domain.group()):
                yield at - len(name)
        at = text.find("@", at + 1)


def is_valid(name: str, domain: str) -> bool:
    """Whether it is an address that there may be, as the standards have it."""
    from email_validator import EmailNotValidError, validate_email  # not before there is something to try

    if domain.lower().endswith(".local"):  # within an organisation; the library takes it for nobody's
        domain += ".se"
    try:
        validate_email(f"{name}@{domain}", check_deliverability=False)
    except EmailNotValidError:
        return False
    return True


CHECK = Check(
    rule=Rule(
        "CR803",
        Severity.WARNING,
        {"sv": "Här står en e-postadress.", "en": "An e-mail address stands here."},
        {
            "sv": "Skriv rollen i stället: den består även när någon slutar.",
            "en": "Write the role instead: it lasts when somebody leaves.",
        },
    ),
    scope=TextScope,
    reason={
        "sv": "En e-postadress innehåller ofta ett namn och pekar ut en person. I en kartläggning räcker rollen, och "
        "fler uppgifter än som behövs ska inte samlas in.",
        "en": "An e-mail address often holds a name and points a person out. In an assessment the role is enough, and "
        "no more is to be collected than is needed.",
    },
    source={
        "sv": "crosp: inga personuppgifter, roller i stället för namn",
        "en": "crosp: no personal data, roles instead of names",
    },
    bad="""\
reflection: Frågor om kartläggningen tar fornamn.efternamn@exempelkommun.se emot.
""",
    good="""\
reflection: Frågor om kartläggningen tar specialpedagogen emot.
""",
    find=find,
)
