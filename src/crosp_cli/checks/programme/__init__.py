"""Checks of competence programmes (CR10xx)."""

from crosp_cli.findings import Family

FAMILY = Family(
    {"sv": "Kompetensprogram", "en": "Competence programmes"},
    {
        "sv": "Om ett kompetensprogram har tal som går ihop och säger vad uppföljningen kan visa.",
        "en": "Whether a competence programme has numbers that go together and says what its follow-up can show.",
    },
)
