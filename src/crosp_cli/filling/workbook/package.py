"""What a workbook's file is made of, looked at before anything in it is read."""

import posixpath
import re
import zlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import Enum, auto
from io import BytesIO
from xml.etree import ElementTree
from xml.parsers import expat
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from crosp_cli.limits import (
    DEPTH,
    WORKBOOK_BYTES,
    WORKBOOK_CELLS,
    WORKBOOK_INDEX_BYTES,
    WORKBOOK_PARTS,
    WORKBOOK_RATIO,
    WORKBOOK_SHEETS,
)

_OLD_CONTAINER = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_MACROS = ("vbaproject", "vbadata", "macrosheets/", "activex/", "dialogsheets/")
_FROM_ELSEWHERE = ("externallinks/", "connections.xml", "querytables/", "embeddings/", "webextensions/")
_MAIN = "xl/workbook.xml"
_DRAWING = re.compile(r"xl/drawings/[^/]+\.xml", re.IGNORECASE)
_DRAWN = re.compile(rb"<(?:\w+:)?(?:t|pic)[ >]")
"""A text or a picture; a drawing with neither holds nothing, and some programs put one on each sheet."""
_BROKEN = (
    BadZipFile, zlib.error, ElementTree.ParseError, LookupError, NotImplementedError, EOFError, OSError, ValueError,
)  # fmt: skip
DAY, PERCENT = "day", "percent"
_DAYS = (*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59))
_SHOWS = {**{str(look): DAY for look in _DAYS}, "9": PERCENT, "10": PERCENT}
"""What the looks show that every program knows by a number."""
_WORDS = re.compile(r'"[^"]*"|\[[^\[\]]*\]|[\\_*].')
"""What says nothing of days in a look that somebody has made: words, colours, and a sign that stands for itself."""
_LONGEST_LOOK = 255
_SHEETS = ("worksheet", "chartsheet")
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_STRICT_RELATION = "{http://purl.oclc.org/ooxml/officeDocument/relationships}id"
"""As a workbook says it that Excel has saved as strict, where all names are others."""
_RELATIONS = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"


class Why(Enum):
    """Why a workbook is not read."""

    OTHER = auto()
    """It is no workbook, or is broken."""
    OLD = auto()
    PROTECTED = auto()
    MACROS = auto()
    FROM_ELSEWHERE = auto()
    """It has links to other workbooks or to other sources, or something else in it."""
    TOO_LARGE = auto()
    FORMULA = auto()
    FAR = auto()


class NotReadError(Exception):
    """A workbook that is not read, why, and where in it."""

    def __init__(self, why: Why, where: str = "") -> None:
        super().__init__(why.name, where)
        self.why = why
        self.where = where


@dataclass(frozen=True, slots=True)
class Package:
    """The parts of a workbook that are read."""

    sheets: Mapping[str, bytes]
    """By their names, in their order."""
    strings: bytes | None
    """The texts that its cells share."""
    styles: bytes | None
    """How its cells look: by that, a number is a day."""
    since_1904: bool
    """Whether its days are counted from 1904."""
    has_comments: bool
    """Whether somebody has put comments beside its cells."""
    has_drawings: bool
    """Whether somebody has put pictures or text boxes on its sheets."""


def package(content: bytes) -> Package:
    """Return what is in a workbook.

    Raises:
        NotReadError: it is none, or holds more than answers.
    """
    if content.startswith(_OLD_CONTAINER):
        raise NotReadError(Why.PROTECTED if _ENCRYPTED in content else Why.OLD)
    try:
        with ZipFile(BytesIO(content)) as archive:
            parts = archive.infolist()
            _refuse_sizes(parts, len(content))
            _refuse_what_acts(archive, parts)
            return _read(archive)
    except _BROKEN:
        raise NotReadError(Why.OTHER) from None


def _refuse_sizes(parts: list[ZipInfo], packed: int) -> None:
    names = {part.filename.lower() for part in parts}
    usual = all(part.compress_type in (ZIP_STORED, ZIP_DEFLATED) for part in parts)
    if len(names) < len(parts) or _MAIN not in names or not usual:
        raise NotReadError(Why.OTHER)
    if any(part.flag_bits & 1 for part in parts):
        raise NotReadError(Why.PROTECTED)
    size = sum(part.file_size for part in parts)
    if len(parts) > WORKBOOK_PARTS or size > min(WORKBOOK_BYTES, WORKBOOK_RATIO * packed):
        raise NotReadError(Why.TOO_LARGE)


def _refuse_what_acts(archive: ZipFile, parts: list[ZipInfo]) -> None:
    names = [part.filename.lower() for part in parts]
    if any(sign in name for name in names for sign in _MACROS) or b"macroEnabled" in _unpacked(
        archive, "[Content_Types].xml"
    ):
        raise NotReadError(Why.MACROS)
    if any(sign in name for name in names for sign in _FROM_ELSEWHERE):
        raise NotReadError(Why.FROM_ELSEWHERE)
    for part in parts:
        if part.filename.lower().endswith(".rels"):
            for relation in _tree(_unpacked(archive, part)).iter(_RELATIONS):
                # what leads to a page on the web is a link that somebody may follow, and brings nothing in
                if relation.get("TargetMode") == "External" and not relation.get("Type", "").endswith("/hyperlink"):
                    raise NotReadError(Why.FROM_ELSEWHERE)


def _read(archive: ZipFile) -> Package:
    main = _tree(_unpacked(archive, _MAIN))
    about = main.find("{*}workbookPr")
    names = set(archive.namelist())
    sheets = _sheets(main, _tree(_unpacked(archive, "xl/_rels/workbook.xml.rels")))
    strings, styles = (
        next((name for name in names if name.lower() == part), None)
        for part in ("xl/sharedstrings.xml", "xl/styles.xml")
    )
    return Package(
        {name: checked(_unpacked(archive, part)) for name, part in sheets.items()},
        checked(_unpacked(archive, strings)) if strings else None,
        checked(_unpacked(archive, styles)) if styles else None,
        about is not None and about.get("date1904") in ("1", "true"),
        any("comment" in name.lower() for name in names),
        any(_DRAWN.search(_unpacked(archive, name)) for name in names if _DRAWING.fullmatch(name)),
    )


def _unpacked(archive: ZipFile, part: ZipInfo | str) -> bytes:
    """A part, as long as the archive says that it is: without a number, all that is packed there would be unpacked."""
    size = (archive.getinfo(part) if isinstance(part, str) else part).file_size
    with archive.open(part) as file:
        return file.read(size + 1)


def _sheets(main: ElementTree.Element, relations: ElementTree.Element) -> Mapping[str, str]:
    """The sheets with cells by their names, and in which part each is; one with a chart alone has no answers."""
    relation = {one.get("Id"): one for one in relations.iter(_RELATIONS)}
    sheets = main.findall("{*}sheets/{*}sheet")
    if len(sheets) > WORKBOOK_SHEETS:
        raise NotReadError(Why.TOO_LARGE)
    found: dict[str, str] = {}
    for one in sheets:
        leads = relation[one.get(_RELATION) or one.get(_STRICT_RELATION)]
        kind = leads.get("Type", "").rpartition("/")[2]
        part = posixpath.normpath(posixpath.join("/xl", leads.get("Target", ""))).lstrip("/")
        name = one.get("name")
        if not name or kind not in _SHEETS or name in found or part in found.values():  # limits hold for one reading
            raise ValueError
        if kind == "worksheet":
            found[name] = part
    return found


def _tree(content: bytes) -> ElementTree.Element:
    if len(content) > WORKBOOK_INDEX_BYTES:
        raise NotReadError(Why.TOO_LARGE)
    return ElementTree.fromstring(checked(content))  # noqa: S314 -- without a document type nothing is expanded


def checked(content: bytes) -> bytes:
    """Return a part of the workbook that is XML in UTF-8 and defines nothing of its own.

    Raises:
        ValueError: it is not.
    """
    content.decode("utf-8")
    if b"<!DOCTYPE" in content or b"<!ENTITY" in content or b"\0" in content:
        raise ValueError
    return content


def looks_of_numbers(content: bytes) -> Mapping[str, str]:
    """Return as what the styles show a number, by theirs: a `DAY`, which may be a time, or `PERCENT`.

    Raises:
        NotReadError: there are more than there can be.
        ExpatError: that is no XML.
    """
    found: dict[str, str] = {}
    looks = dict(_SHOWS)
    inside, count = "", 0

    def start(tag: str, attributes: Mapping[str, str]) -> None:
        nonlocal inside, count
        look = attributes.get("numFmtId", "")
        if tag in ("numFmts", "cellXfs"):
            inside = tag
        elif tag == "numFmt" and inside == "numFmts":
            shown = _WORDS.sub("", attributes.get("formatCode", "")[:_LONGEST_LOOK]).casefold()
            looks[look] = PERCENT if "%" in shown else "" if {"y", "m", "d", "h"}.isdisjoint(shown) else DAY
        elif tag == "xf" and inside == "cellXfs":
            if known := looks.get(look):
                found[str(count)] = known
            count += 1
        if len(looks) + count > WORKBOOK_CELLS:
            raise NotReadError(Why.TOO_LARGE)

    def end(tag: str) -> None:
        nonlocal inside
        inside = "" if tag == inside else inside

    parse(content, start, end, lambda _text: None)
    return found


def parse(
    content: bytes,
    start: Callable[[str, Mapping[str, str]], None],
    end: Callable[[str], None],
    text: Callable[[str], None],
) -> None:
    """Tell of each element of a part as it comes; those within one another are kept, so there are not many of them."""
    depth = 0

    def down(tag: str, attributes: Mapping[str, str]) -> None:
        nonlocal depth
        depth += 1
        if depth > DEPTH:
            raise NotReadError(Why.TOO_LARGE)
        start(tag.rpartition("}")[2], attributes)

    def up(tag: str) -> None:
        nonlocal depth
        depth -= 1
        end(tag.rpartition("}")[2])

    parser = expat.ParserCreate("utf-8", "}")
    parser.buffer_text = True
    parser.StartElementHandler, parser.EndElementHandler, parser.CharacterDataHandler = down, up, text
    parser.Parse(content, True)  # noqa: FBT003 -- it takes no keywords
