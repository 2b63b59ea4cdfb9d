"""Workbooks as people hand them in: cells found by their hidden keys, filled in, moved and saved in other shapes."""

import re
from collections.abc import Callable
from io import BytesIO
from xml.etree import ElementTree
from zipfile import ZIP_DEFLATED, ZipFile

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
ElementTree.register_namespace("", MAIN)
ElementTree.register_namespace("r", "http://schemas.openxmlformats.org/officeDocument/2006/relationships")
NS = f"{{{MAIN}}}"


def tree_of(part: bytes) -> ElementTree.Element:
    return ElementTree.fromstring(part)  # noqa: S314 -- crosp made it


class Book:
    """A workbook's file, part by part."""

    def __init__(self, content: bytes) -> None:
        with ZipFile(BytesIO(content)) as archive:
            self.parts = {name: archive.read(name) for name in archive.namelist()}
        main = tree_of(self.parts["xl/workbook.xml"])
        names = [sheet.get("name") or "" for sheet in main.iter(f"{NS}sheet")]
        self.sheets = {name: f"xl/worksheets/sheet{number}.xml" for number, name in enumerate(names, 1)}
        strings = tree_of(self.parts["xl/sharedStrings.xml"])
        self.strings = ["".join(t.text or "" for t in si.iter(f"{NS}t")) for si in strings.iter(f"{NS}si")]

    def content(self) -> bytes:
        out = BytesIO()
        with ZipFile(out, "w", ZIP_DEFLATED) as archive:
            for name, part in self.parts.items():
                archive.writestr(name, part)
        return out.getvalue()

    def tree(self, sheet: str) -> ElementTree.Element:
        return tree_of(self.parts[self.sheets[sheet]])

    def keep(self, sheet: str, tree: ElementTree.Element) -> "Book":
        self.parts[self.sheets[sheet]] = ElementTree.tostring(tree, "utf-8", xml_declaration=True)
        return self

    def each(self, change: Callable[[ElementTree.Element], None]) -> "Book":
        """Change every sheet in the same way."""
        for name in self.sheets:
            tree = self.tree(name)
            change(tree)
            self.keep(name, tree)
        return self

    def text(self, cell: ElementTree.Element) -> str:
        if cell.get("t") == "s":
            return self.strings[int(cell.findtext(f"{NS}v") or 0)]
        return cell.findtext(f"{NS}v") or "".join(t.text or "" for t in cell.iter(f"{NS}t"))

    def find(self, key: str) -> tuple[str, str]:
        """The sheet and the address of the answer for a key, such as `cells/a/b/need/analysis`."""
        for name in self.sheets:
            for cell in self.tree(name).iter(f"{NS}c"):
                if self.text(cell).split(" ")[0] == key:
                    return name, (cell.get("r") or "").replace("A", "C")
        raise KeyError(key)

    def answer(self, key: str, value: str, kind: str = "inlineStr") -> "Book":
        return self.put(*self.find(key), value, kind)

    def put(self, sheet: str, address: str, value: str, kind: str = "inlineStr") -> "Book":
        """Write into a cell, as a text or (`n`) as a number; or as a formula (`f`)."""
        tree = self.tree(sheet)
        cell = next((one for one in tree.iter(f"{NS}c") if one.get("r") == address), None)
        if cell is None:
            number = re.sub(r"\D", "", address)
            data = tree.find(f"{NS}sheetData")
            assert data is not None
            row = next((one for one in data if one.get("r") == number), None)
            row = ElementTree.SubElement(data, f"{NS}row", {"r": number}) if row is None else row
            cell = ElementTree.SubElement(row, f"{NS}c", {"r": address})
        style = cell.get("s")
        cell.clear()
        cell.set("r", address)
        if style:
            cell.set("s", style)
        if kind == "inlineStr":
            cell.set("t", kind)
            inner = ElementTree.SubElement(ElementTree.SubElement(cell, f"{NS}is"), f"{NS}t")
            inner.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
        else:
            inner = ElementTree.SubElement(cell, f"{NS}{'f' if kind == 'f' else 'v'}")
        inner.text = value
        return self.keep(sheet, tree)


def moved(tree: ElementTree.Element, columns: int, rows: int) -> None:
    """Move everything on a sheet to the right and down, as when columns and rows are added before it."""
    for row in tree.iter(f"{NS}row"):
        row.set("r", str(int(row.get("r") or 0) + rows))
        row.attrib.pop("spans", None)
        for cell in row:
            met = re.fullmatch(r"([A-Z])(\d+)", cell.get("r") or "")
            assert met
            cell.set("r", f"{chr(ord(met[1]) + columns)}{int(met[2]) + rows}")


def upside_down(tree: ElementTree.Element, first: int = 3) -> None:
    """Turn the order of the rows below the header, as sorting does."""
    data = tree.find(f"{NS}sheetData")
    assert data is not None
    rows = [row for row in data if int(row.get("r") or 0) >= first]
    numbers = [row.get("r") or "" for row in rows]
    for row, number in zip(rows, reversed(numbers), strict=True):
        row.set("r", number)
        for cell in row:
            cell.set("r", re.sub(r"\d+", number, cell.get("r") or ""))
    data[:] = sorted(data, key=lambda row: int(row.get("r") or 0))


def bare(tree: ElementTree.Element) -> None:
    """Take out what other programs drop: protection, lists to choose from, links, and which cells belong together."""
    for name in ("sheetProtection", "dataValidations", "hyperlinks", "sheetViews", "sheetFormatPr"):
        for element in tree.findall(f"{NS}{name}"):
            tree.remove(element)
