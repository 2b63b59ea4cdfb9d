"""A long text is drawn as rich draws it, and line by line."""

import io

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from crosp_cli.output.drawing import LONG, Drawing

TEXT = Padding(Text("".join(f"ord {number}, \u2028 och 漢\n" for number in range(LONG // 10))), (0, 0, 1, 2))


def test_a_long_text_is_drawn_as_rich_draws_it() -> None:
    drawn = []
    for kind in (Console, Drawing):
        console = kind(file=io.StringIO(), width=40)
        with console.capture() as captured:
            console.print(TEXT)
        drawn.append(captured.get())
    assert drawn[0] == drawn[1]


def test_no_line_of_a_long_text_costs_the_rest_of_it() -> None:
    segments = list(Drawing(file=io.StringIO(), width=40).render(TEXT.renderable))
    assert sum(len(segment.text) for segment in segments) > LONG
    assert all(segment.text.count("\n") <= 1 for segment in segments)
