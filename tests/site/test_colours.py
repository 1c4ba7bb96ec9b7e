"""The colours of the handbook: each has a name, and text can be read on its ground (WCAG 2.2, level AA)."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

STYLES = Path(__file__).parents[2] / "src/ketenhandboek/site/theme/assets/stylesheets"
TOKENS = STYLES / "tokens.css"

TEXT, PART = 4.5, 3.0
GROUNDS = ("paper", "surface")
PAIRS = [
    *[(tone, ground, TEXT) for tone in ("ink", "muted", "link", "accent", "bad") for ground in GROUNDS],
    *[(tone, f"{tone}-bg", TEXT) for tone in ("good", "warn", "bad", "info", "calm")],
    *[("ink", f"{tone}-bg", TEXT) for tone in ("good", "warn", "bad", "info", "calm")],
    *[("link", f"{tone}-bg", TEXT) for tone in ("good", "warn", "bad", "info", "calm")],
    *[(tone, "surface", TEXT) for tone in ("good", "warn", "info")],
    *[(tone, ground, PART) for tone in ("border", "focus") for ground in GROUNDS],
    ("on-acute", "acute", TEXT),
    ("on-brand", "brand", TEXT),
    ("on-brand-soft", "brand", TEXT),
]


def colours() -> dict[str, dict[str, str]]:
    """Per scheme its colours by name, `#rrggbb`; dark is light with what it overrules."""
    css = TOKENS.read_text("utf-8")
    blocks = re.findall(r'\[data-md-color-scheme(="slate")?\] \{(.*?)\}', css, re.DOTALL)
    schemes: dict[str, dict[str, str]] = {"light": {}, "dark": {}}
    for dark, block in blocks:
        schemes["dark" if dark else "light"] |= re.findall(r"--kh-([\w-]+): (#[0-9a-f]{6});", block)
    return {"light": schemes["light"], "dark": schemes["light"] | schemes["dark"]}


def luminance(colour: str) -> float:
    """Relative luminance of `#rrggbb`, 0 to 1 (WCAG 2.2)."""
    channels = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def test_black_on_white_has_contrast_21() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("tone", "ground", "least"), PAIRS)
def test_colours_have_contrast(scheme: str, tone: str, ground: str, least: float) -> None:
    named = colours()[scheme]
    assert contrast(named[tone], named[ground]) >= least


@pytest.mark.parametrize("sheet", sorted(STYLES.glob("*.css")), ids=lambda sheet: sheet.name)
def test_every_colour_has_a_name(sheet: Path) -> None:
    css = sheet.read_text("utf-8")
    loose = re.findall(r"^\s*(?!--)[\w-]+:[^;{]*(?:#[0-9a-f]{3,8}\b|\brgb|\bhsl).*;", css, re.MULTILINE)
    defined = set(re.findall(r"(--kh-[\w-]+):", TOKENS.read_text("utf-8") + css))
    unknown = set(re.findall(r"var\((--kh-[\w-]+)\)", css)) - defined
    assert (loose, unknown) == ([], set())
