"""What a framework says to guardians, and to learners where there are none."""

from pydantic import Field

from crosp_cli.model.fields import Few, Record, Slug, Words


class Consultation(Record):
    """What guardians are told besides, where all of its references concern the unit."""

    text: Words
    references: Few[Slug] = ()


class InsteadOfGuardians(Record):
    """Whom the page for guardians is for where the unit has none but these school forms, and what they are told."""

    school_forms: tuple[Slug, ...] = Field(min_length=1)
    whom: Words
    taking_part: Words | None = None
    references: Few[Slug] = ()

    def includes(self, school_forms: tuple[str, ...]) -> bool:
        """Whether it is for a unit with these school forms. Where none is known, it is not."""
        return bool(school_forms) and set(school_forms) <= set(self.school_forms)


class ForGuardians(Record):
    """What a report for guardians says of the framework, and of how they may take part."""

    about: Words
    taking_part: Words | None = None
    references: Few[Slug] = ()
    """What gives guardians a say, by the references' short names."""
    consultation: Consultation | None = None
    instead: Few[InsteadOfGuardians] = ()
    """Who is told where there are no guardians; the first that fits counts."""
