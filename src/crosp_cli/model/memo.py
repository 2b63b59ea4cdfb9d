"""A decision memo (tjänsteutlåtande): what only the paper to those who decide needs, beside the assessments."""

from collections.abc import Iterator
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field

from crosp_cli.model.assessment import Place
from crosp_cli.model.fields import Day, Filled, Items, Record, Said, Slug


class Basis(Record):
    """An assessment that the memo rests on, by what it says of itself."""

    unit: Slug | None = None
    level: Slug
    occasion: Slug


class Matter(Record):
    """A cell that the matter is about."""

    principle: Slug
    area: Slug

    @property
    def place(self) -> Place:
        """Where it stands in an assessment."""
        return Place(self.principle, self.area)


class Consulted(Record):
    """Who was consulted while the matter was prepared: a group or a role, never a person."""

    who: Filled
    date: Day | None = None
    how: Said = None


class Consequence(Record):
    """What the proposal means for somebody: an analysis, or why none was made."""

    analysis: Said = None
    not_analysed: Said = None


def _nothing_is_empty_part(value: Any) -> Any:
    return {} if value is None else value


_Part = Annotated[Consequence, BeforeValidator(_nothing_is_empty_part)]


class Consequences(Record):
    """What the proposal means for children, for equality between women and men, girls and boys, and for money."""

    children: _Part = Consequence.model_construct()
    equality: _Part = Consequence.model_construct()
    economy: Consequence | None = None
    """None where the memo does not take it up, as in an answer to a letter."""

    @property
    def parts(self) -> dict[str, Consequence]:
        """Each part that the memo takes up, by its key."""
        economy = {"economy": self.economy} if self.economy else {}
        return {**economy, "children": self.children, "equality": self.equality}


class Memo(Record):
    """A whole document with `format: crosp-memo/1`."""

    format: Literal["crosp-memo/1"]
    title: Filled
    registration_number: Said = None
    """The matter's number in the register (diarienummer)."""
    date: Day | None = None
    sender: Annotated[Said, Field(alias="from")] = None
    to: Said = None
    assessments: Items[Basis] = ()
    programmes: Items[Slug] = ()
    """The competence programmes that it rests on, by their short names."""
    cells: Items[Matter] = ()
    """What the matter is about: only these cells and `measures` are shown of the assessments, where any are named."""
    measures: Items[Slug] = ()
    proposal: Items[Filled] = ()
    """What is to be decided, point by point."""
    summary: Said = None
    background: Said = None
    preparation: Items[Consulted] = ()
    views: Said = None
    consequences: Annotated[Consequences, BeforeValidator(_nothing_is_empty_part)] = Consequences.model_construct()
    signed_by: Items[Filled] = ()
    """The roles that sign."""
    annexes: Items[Filled] = ()

    def units_named(self) -> Iterator[tuple[tuple[str | int, ...], str]]:
        """The unit of each assessment that it rests on."""
        for number, basis in enumerate(self.assessments):
            if basis.unit is not None:
                yield ("assessments", number, "unit"), basis.unit
