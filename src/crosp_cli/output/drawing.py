"""What draws results: rich, but for long texts, which it draws in a time that grows with the square of their length."""

from collections.abc import Iterable

from rich.console import Console, ConsoleOptions, RenderableType
from rich.segment import Segment

LONG = 10_000


class Drawing(Console):
    """A console that is handed a long text line by line: rich copies the rest of a text for each line of it."""

    def render(self, renderable: RenderableType, options: ConsoleOptions | None = None) -> Iterable[Segment]:
        """Return what `renderable` is drawn as."""
        for segment in super().render(renderable, options):
            if len(segment.text) > LONG:
                yield from (segment._replace(text=line) for line in segment.text.splitlines(keepends=True))
            else:
                yield segment
