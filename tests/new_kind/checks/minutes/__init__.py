"""Checks of minutes."""

from crosp_cli.findings import Family

FAMILY = Family(
    {"sv": "Minnesanteckningar", "en": "Minutes"},
    {"sv": "Om ett möte kom fram till något.", "en": "Whether a meeting came to something."},
)
