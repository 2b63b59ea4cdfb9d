"""What `crosp show` and `crosp explain` show of one thing, for the terminal or for a program."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Section:
    """A heading, and the lines below it; a line may begin with `- `."""

    heading: str
    lines: tuple[str, ...]
    verbatim: bool = False
    """Whether the lines are an example, to be shown as they are."""
    main: str = ""
    """What the lines are about, above them and larger: a main question."""
    aside: str = ""
    """What stands below the lines, smaller."""

    @property
    def all_lines(self) -> tuple[str, ...]:
        """Everything below the heading, in its order."""
        return tuple(line for line in (self.main, *self.lines, self.aside) if line)


@dataclass(frozen=True, slots=True)
class Page:
    """One thing that was asked for: an entry of the framework, a code, a key."""

    kind: str
    id: str
    title: str
    sections: tuple[Section, ...]
