"""What the parts of an analysis on a terminal share: headings, tables, what a cell is called."""

from rich import box
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from crosp_cli.rendering.views import CellView


def heading(text: str) -> Text:
    """Return a heading with an empty line above."""
    return Text(f"\n{text}", style="bold")


def indented(text: str, by: int = 2) -> Padding:
    """Return a text with room to its left."""
    return Padding(Text(text), (0, 0, 0, by))


def name(cell: CellView) -> str:
    """What a cell is called: its principle × its area."""
    return f"{cell.row.text} × {cell.column.text}"


def plain_table() -> Table:
    """Return an empty table with a line below its head and no others."""
    return Table(box=box.SIMPLE_HEAD, pad_edge=False, padding=(0, 1), show_edge=False)
