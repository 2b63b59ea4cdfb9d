"""Checks of follow-ups (CR5xx)."""

from crosp_cli.findings import Family

FAMILY = Family(
    {"sv": "Uppföljning", "en": "Follow-up"},
    {
        "sv": "Om uppföljningarna säger vad ni såg, vad det vilar på och vad ni beslutade.",
        "en": "Whether follow-ups say what you saw, what it rests on and what you decided.",
    },
)
