"""Comments are put into an assessment: it says what it said, each concerns a line, and an edit keeps them all."""

from pathlib import Path

from bits import Bits

from crosp_cli.editing.in_place import Append, Edit, NotSafeError, Put, edited
from crosp_cli.reading.documents.document import tree_from
from crosp_cli.validation.file_checker import settled
from crosp_cli.validation.suppressions import UNKNOWN_CODE, UNUSED, WITHOUT_REASON
from files import CONTEXT
from files import tried as read_and_check

BASE = (Path(__file__).parent / "seeds" / "files" / "whole.yaml").read_text("utf-8").split("\n")
DATA = tree_from("\n".join(BASE).encode(), "a.yaml")[0]
CELL = ("cells", "collaboration", "governance")
WORDS = (
    "# ",
    "#",
    "# crosp: ignore[CR402] ",
    "# crosp: ignore[",
    "CR203, ",
    "CR2",
    "] ",
    "[",
    "crosp:ignore[CR402]",
    "#\t",
    "å",
)
EDITS: tuple[Edit, ...] = (
    Put((*CELL, "current_state", "rating"), "2"),
    Put((*CELL, "current_state", "reflection"), "One line.\nAnother."),
    Put((*CELL, "need", "priority"), "low"),
    Append((*CELL, "measures"), [{"id": "new", "what": "Something new"}]),
    Append(("participants",), [{"group": "guardians", "count": "4"}]),
    Put(("cells", "follow-up", "quality", "need", "target"), "3"),
    Put((*CELL, "current_state", "evidence"), ["One", "Two"]),
)


def tried(data: bytes) -> None:
    """Put comments in, and look at what becomes of them."""
    bits = Bits(data)
    lines = list(BASE)
    own = []
    for _ in range(bits.number(6)):
        at = (bits.number(255) * 256 + bits.number(255)) % len(lines)
        text = "".join(bits.choice(WORDS) for _ in range(bits.number(5)))
        text = f"#{text}{bits.some(8).decode('latin-1')}".translate(dict.fromkeys(map(ord, "\n\r\x85"))).rstrip()
        if bits.number(1):
            lines[at] += f" {text}"
        else:
            lines.insert(at, " " * bits.number(12) + text)
        own.append(text)
    whole = "\n".join(lines)
    read_and_check(whole.encode())
    tree, _found = tree_from(whole.encode(), "a.yaml")
    remarks = settled([], whole, "a.yaml", CONTEXT)
    assert all(one.location.line <= len(lines) for one in remarks)
    assert whole.count("ignore[") or not any(one.rule in (UNUSED, UNKNOWN_CODE, WITHOUT_REASON) for one in remarks)
    if tree is None or DATA is None or tree.data != DATA.data:
        return
    edits = [edit for edit in EDITS if bits.number(1)]
    try:
        after = edited(whole, edits)
    except NotSafeError:
        return
    for text in own:
        assert text in after, (text, edits)
