"""Checks across the files of a project (CR7xx)."""

from crosp_cli.findings import Family

FAMILY = Family(
    {"sv": "Projektet", "en": "The project"},
    {
        "sv": "Om filerna i ett projekt går ihop med varandra.",
        "en": "Whether the files of a project go together.",
    },
)
