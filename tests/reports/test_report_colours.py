"""The page's colours, light and dark: every text and mark stands out as WCAG 2.2 AA asks."""

import re

import pytest

from crosp_cli.resources import resource

_TEXT, _MARK = 4.5, 3.0
_PAIRS = [
    ("ink", "paper", _TEXT),
    ("ink", "shade", _TEXT),
    ("soft", "paper", _TEXT),
    ("soft", "shade", _TEXT),
    ("accent", "paper", _TEXT),
    ("accent", "shade", _TEXT),
    ("on-mark", "mark", _TEXT),
    ("edge", "paper", _MARK),
    ("edge", "shade", _MARK),
]


def _colours(scheme: str) -> dict[str, str]:
    style = (resource("templates") / "report.css").read_text("utf-8")
    light, dark = re.findall(r":root \{(.*?)\}", style, re.DOTALL)
    return dict(re.findall(r"--([a-z-]+): #([0-9a-f]{6});", light if scheme == "light" else dark))


def _luminance(colour: str) -> float:
    parts = (int(colour[at : at + 2], 16) / 255 for at in (0, 2, 4))
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("front", "back", "least"), _PAIRS)
def test_contrast(scheme: str, front: str, back: str, least: float) -> None:
    colours = _colours(scheme)
    brighter, darker = sorted((_luminance(colours[front]), _luminance(colours[back])), reverse=True)
    assert (brighter + 0.05) / (darker + 0.05) >= least


def test_no_other_colours_are_used() -> None:
    style = (resource("templates") / "report.css").read_text("utf-8")
    rules = re.sub(r":root \{.*?\}", "", style, flags=re.DOTALL)
    assert not re.search(r"#[0-9a-fA-F]{3,8}\b|rgb|hsl", rules)
