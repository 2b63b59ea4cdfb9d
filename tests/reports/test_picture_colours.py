"""The pictures' colours: seen in light, dark and print, in grey, and with the common deficiencies of colour vision.

What the deficiencies make of a colour is worked out with the matrices for full protanopia, deuteranopia and tritanopia
in Machado, Oliveira and Fernandes, A Physiologically-based Model for Simulation of Color Vision Deficiency, IEEE
Transactions on Visualization and Computer Graphics 15(6), 2009, pages 1291-1298, table of matrices for severity 1.0.
They apply to linear RGB. Grey is the relative luminance of WCAG 2.2, as a printer without colours sees it.
"""

import re
from itertools import combinations

import pytest

from crosp_cli.reports.pictures.svg import COLOURS
from crosp_cli.resources import resource

Colour = tuple[float, float, float]
"""Linear red, green and blue, 0 to 1."""

_IDENTITY = ((1.0, 0.0, 0.0), (0.0, 1.0, 0.0), (0.0, 0.0, 1.0))
_GREY = ((0.2126, 0.7152, 0.0722),) * 3
SEEN = {
    "as it is": _IDENTITY,
    "grey": _GREY,
    "protanopia": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deuteranopia": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritanopia": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}

TEXT, GRAPHICS = 4.5, 3.0
"""What WCAG 2.2 asks for: success criteria 1.4.3 and 1.4.11, level AA."""

PAIRS = [
    ("ink", "paper", TEXT),
    ("ink", "shade", TEXT),
    ("soft", "paper", TEXT),
    ("soft", "shade", TEXT),
    ("edge", "paper", GRAPHICS),
    ("edge", "shade", GRAPHICS),
    ("accent", "paper", GRAPHICS),
    ("accent", "shade", GRAPHICS),
    ("ink", "paper", GRAPHICS),
]
"""What is drawn, on what, and how much it must stand out."""


def colours(scheme: str) -> dict[str, str]:
    """The page's colours; print has those of the light page, of which the pictures carry their own copy."""
    style = (resource("templates") / "report.css").read_text("utf-8")
    light, dark = re.findall(r":root \{(.*?)\}", style, re.DOTALL)
    found = dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{6});", {"light": light, "dark": dark}.get(scheme, "")))
    return {name: found[name] for name in COLOURS} if found else COLOURS


def linear(colour: str) -> Colour:
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return _linear(red), _linear(green), _linear(blue)


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4


def seen(colour: Colour, matrix: tuple[Colour, Colour, Colour]) -> Colour:
    red, green, blue = (sum(a * b for a, b in zip(row, colour, strict=True)) for row in matrix)
    return _within(red), _within(green), _within(blue)


def _within(part: float) -> float:
    return min(max(part, 0.0), 1.0)


def contrast(one: Colour, other: Colour) -> float:
    """The contrast ratio of WCAG 2.2."""
    weights = (0.2126, 0.7152, 0.0722)
    darker, lighter = sorted(sum(w * part for w, part in zip(weights, c, strict=True)) for c in (one, other))
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("scheme", ["light", "dark", "print"])
@pytest.mark.parametrize("eyes", SEEN)
@pytest.mark.parametrize(("front", "back", "least"), PAIRS)
def test_contrast(scheme: str, eyes: str, front: str, back: str, least: float) -> None:
    found = colours(scheme)
    assert contrast(seen(linear(found[front]), SEEN[eyes]), seen(linear(found[back]), SEEN[eyes])) >= least


@pytest.mark.parametrize("scheme", ["light", "dark", "print"])
@pytest.mark.parametrize("eyes", SEEN)
def test_full_striped_and_empty_are_three_things(scheme: str, eyes: str) -> None:
    """A box is full, striped or empty, whatever its colour: as surfaces they stand apart, and by their pattern, too.

    Stripes cover about 0.42 of the surface: 1.8 wide, at a distance of 6 divided by the square root of 2.
    """
    found = {name: seen(linear(colour), SEEN[eyes]) for name, colour in colours(scheme).items()}
    full, empty = found["accent"], found["paper"]
    striped = tuple(0.42 * a + 0.58 * b for a, b in zip(full, empty, strict=True))
    assert contrast(full, empty) >= GRAPHICS
    for one, other in combinations((full, striped, empty), 2):
        assert contrast(one, other) >= 1.3  # type: ignore[arg-type]  # the pattern's edges have the full contrast


def test_the_matrices_leave_grey_as_it_is() -> None:
    for name, matrix in SEEN.items():
        for row in matrix:
            assert sum(row) == pytest.approx(1, abs=2e-4), name


def test_the_pictures_carry_the_colours_of_the_light_page() -> None:
    assert colours("light") == COLOURS


def test_the_style_sheet_knows_every_colour_and_no_other() -> None:
    style = (resource("templates") / "pictures.css").read_text("utf-8")
    assert not re.search(r"#[0-9a-fA-F]{3,8}\b|rgb|hsl", style)
    assert set(re.findall(r"var\(--([a-z]+)\)", style)) <= set(COLOURS)
