"""The page on architecture names every room that there is, and none that there is not."""

import re
from collections import Counter

import pytest

from .pages import DOCS, ROOT, read

DEVELOPMENT = DOCS / "development"
HOUSE = ROOT / "src" / "crosp_cli"

pytestmark = pytest.mark.skipif(not DEVELOPMENT.is_dir(), reason="the pages are not beside the tests")


def test_the_table_of_rooms_is_the_tree() -> None:
    table = re.search(r"^\| Floor \|.*?\n\n", read(DEVELOPMENT / "architecture.md"), re.MULTILINE | re.DOTALL)
    assert table is not None
    named = {
        name
        for row in table[0].strip().splitlines()[2:]
        for name in re.findall(r"`([\w/]+/|\w+\.py)`", row.split(" | ")[1])
    }
    rooms = {f"{path.parent.relative_to(HOUSE).as_posix()}/" for path in HOUSE.glob("*/**/__init__.py")}
    rooms = {room for room in rooms if room.count("/") <= 2 and not re.match(r"cli/commands/.", room)}
    assert named == rooms | {path.name for path in HOUSE.glob("*.py") if path.name != "__init__.py"}


def test_what_the_pages_name_exists() -> None:
    for page in DEVELOPMENT.rglob("*.md"):
        for name in re.findall(r"`((?:\w+/)+\w*(?:\.\w+)?)`", read(page)):
            assert name.startswith("build/") or any((base / name).exists() for base in (ROOT, HOUSE)), (
                f"{page.name}: {name}"
            )


def test_a_room_is_seen_at_a_glance_and_a_module_has_one_subject() -> None:
    modules = [path for path in HOUSE.rglob("*.py") if path.name != "__init__.py"]
    rooms = Counter(path.parent.relative_to(HOUSE).as_posix() for path in modules)
    assert [room for room, count in rooms.items() if count > 15] == []
    assert [path.name for path in modules if len(path.read_text("utf-8").splitlines()) > 320] == []


def test_the_page_is_short_enough_to_read() -> None:
    assert len(read(DEVELOPMENT / "architecture.md").splitlines()) <= 200


def test_decisions_are_numbered_and_listed() -> None:
    records = sorted((DEVELOPMENT / "decisions").glob("0*.md"))
    listed = re.findall(r"\[(\d+)\. (.+)\]\((.+)\)", read(DEVELOPMENT / "decisions" / "index.md"))
    assert [int(number) for number, _title, _file in listed] == list(range(1, len(records) + 1))
    for (number, title, file), record in zip(listed, records, strict=True):
        assert file == record.name
        assert file.startswith(f"{int(number):04}-")
        assert read(record).startswith(f"# {number}. {title}\n")
