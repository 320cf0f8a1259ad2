"""Colours that can be told apart, also by those who see colours otherwise."""

from __future__ import annotations

import itertools
import tomllib

import numpy as np
import pytest

from geoincidents import resources

THEME = tomllib.loads(resources.webmap_file("theme.toml").read_text("utf-8"))
COLOURS = THEME["colours"]
STATUSES = [row["id"] for row in THEME["status"]]
# Severity 1.0 of Machado, Oliveira and Fernandes (2009), for linear RGB.
SIGHT = {
    "normal": np.eye(3),
    "protan": np.array(
        [
            [0.152286, 1.052583, -0.204868],
            [0.114503, 0.786281, 0.099216],
            [-0.003882, -0.048116, 1.051998],
        ]
    ),
    "deutan": np.array(
        [
            [0.367322, 0.860646, -0.227968],
            [0.280085, 0.672501, 0.047413],
            [-0.011820, 0.042940, 0.968881],
        ]
    ),
    "tritan": np.array(
        [
            [1.255528, -0.076749, -0.178779],
            [-0.078411, 0.930809, 0.147602],
            [0.004733, 0.691367, 0.303900],
        ]
    ),
}
TO_XYZ = np.array(
    [
        [0.4124564, 0.3575761, 0.1804375],
        [0.2126729, 0.7151522, 0.0721750],
        [0.0193339, 0.1191920, 0.9503041],
    ]
)
WHITE = np.array([0.95047, 1.0, 1.08883])
LEAST_DISTANCE = 27.8  # the smallest among the four colours that were given
LEAST_CONTRAST = {"paper": 4.5, "land_party": 4.5, "land_other": 4.0, "water": 3.6}


def linear(colour: str) -> np.ndarray:
    """Return linear RGB of a colour."""
    values = np.array([int(colour[n : n + 2], 16) for n in (1, 3, 5)]) / 255
    return np.where(values <= 0.04045, values / 12.92, ((values + 0.055) / 1.055) ** 2.4)


def lab(rgb: np.ndarray) -> np.ndarray:
    """Return CIELAB of linear RGB."""
    ratio = TO_XYZ @ np.clip(rgb, 0, 1) / WHITE
    x, y, z = np.where(ratio > 216 / 24389, np.cbrt(ratio), (24389 / 27 * ratio + 16) / 116)
    return np.array([116 * y - 16, 500 * (x - y), 200 * (y - z)])


def contrast(one: str, other: str) -> float:
    """Return the contrast of WCAG 2."""
    light, dark = sorted((TO_XYZ[1] @ linear(c) for c in (one, other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("sight", SIGHT)
def test_statuses_differ_for_every_eye(sight):
    """Any two status colours are far apart under each kind of colour vision."""
    seen = {s: lab(SIGHT[sight] @ linear(COLOURS[s])) for s in STATUSES}

    for one, other in itertools.combinations(STATUSES, 2):
        distance = float(np.linalg.norm(seen[one] - seen[other]))
        assert distance >= LEAST_DISTANCE - 0.05, (one, other, distance)


@pytest.mark.parametrize("ground", LEAST_CONTRAST)
@pytest.mark.parametrize("status", STATUSES)
def test_statuses_stand_out_from_the_ground(status, ground):
    """Symbols can be seen on land, water and paper."""
    assert contrast(COLOURS[status], COLOURS[ground]) >= LEAST_CONTRAST[ground] - 0.05


@pytest.mark.parametrize("text", ["text", "text_second", "area_label", "water_label"])
def test_text_can_be_read_on_land(text):
    """Lettering has the contrast of WCAG AA."""
    assert contrast(COLOURS[text], COLOURS["land_party"]) >= 4.5


def test_every_status_has_a_symbol_and_a_hollow_one():
    """The sprite draws each status, and its form for the label point of an area."""
    sprite = resources.webmap_file("assets", "symbols.svg").read_text("utf-8")

    for status in STATUSES:
        assert f'id="gi-{status}"' in sprite
        assert f'id="gi-{status}-label"' in sprite
