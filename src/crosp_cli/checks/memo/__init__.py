"""Checks of decision memos (CR9xx)."""

from crosp_cli.findings import Family

FAMILY = Family(
    {"sv": "Tjänsteutlåtanden", "en": "Decision memos"},
    {
        "sv": "Om ett tjänsteutlåtande har det som de som beslutar behöver.",
        "en": "Whether a decision memo has what those who decide need.",
    },
)
