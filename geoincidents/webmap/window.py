"""The window of a still map: Mercator, fitted to what it shows, and cutting to it."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from geoincidents.webmap import base

if TYPE_CHECKING:
    from collections.abc import Sequence

    from geoincidents.webmap.lettering import Pixel

TILE_PX = 256
_PAD_PX = (70, 60)
_MOST_ZOOM = 10  # as the first view in the browser


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """What a still map is drawn on: its size in pixels, and that of its letters."""

    width: int = 960
    height: int = 600
    inset: int = 112  # width of the small map
    char: float = 5.9  # mean width of a letter: estimated, Python knows no fonts
    line: int = 13
    most: int = 1000  # places that no report names, lettered for orientation


PAGE = Sheet()  # as wide as a page of paper; what the page shows without scripts
# What stands alone in an article: its letters can still be read at 600 pixels.
ALONE = Sheet(width=720, height=520, inset=96, char=9.0, line=16, most=24)
CLOSE = Sheet(width=720, height=480, char=9.0, line=16, most=12)


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """A window on the Mercator map: its upper left corner, and the pixels of the world."""

    left: float
    top: float
    world_px: float
    width: int = PAGE.width
    height: int = PAGE.height

    def pixel(self, lon: float, lat: float) -> Pixel:
        """Return where a point lies, right and down from the upper left corner."""
        x, y = mercator(lon, lat)
        return x * self.world_px - self.left, y * self.world_px - self.top

    def holds(self, pixel: Pixel, margin: float = 0.0) -> bool:
        """Return whether a pixel is inside, by a margin around the picture."""
        x, y = pixel
        across = -margin <= x <= self.width + margin
        return across and -margin <= y <= self.height + margin

    @property
    def zoom(self) -> float:
        """Return the zoom at which a web map has this scale."""
        return math.log2(self.world_px / TILE_PX)

    def lat(self, y: float) -> float:
        """Return the latitude at so many pixels below the upper edge."""
        n = math.pi * (1 - 2 * (y + self.top) / self.world_px)
        return math.degrees(math.atan(math.sinh(n)))

    def lon(self, x: float) -> float:
        """Return the longitude at so many pixels right of the left edge."""
        return (x + self.left) / self.world_px * 360 - 180


def decoded(steps: Sequence[int]) -> list[tuple[float, float]]:
    """Return a line from the steps that `base.steps` made of it."""
    line = []
    lon = lat = 0
    for east, north in zip(steps[::2], steps[1::2], strict=True):
        lon, lat = lon + east, lat + north
        line.append((lon / base.SCALE, lat / base.SCALE))
    return line


def clipped(ring: Sequence[Pixel], width: float, height: float) -> list[Pixel]:
    """Return the part of a ring inside a picture; Sutherland and Hodgman (1974)."""
    cut = [*ring]
    for axis, limit, sign in ((0, 0.0, 1), (0, width, -1), (1, 0.0, 1), (1, height, -1)):
        kept: list[Pixel] = []
        for before, after in zip([*cut[-1:], *cut[:-1]], cut, strict=True):
            was_in, is_in = (sign * (p[axis] - limit) >= 0 for p in (before, after))
            if was_in != is_in:
                share = (limit - before[axis]) / (after[axis] - before[axis])
                kept.append(
                    (
                        before[0] + share * (after[0] - before[0]),
                        before[1] + share * (after[1] - before[1]),
                    )
                )
            if is_in:
                kept.append(after)
        cut = kept
    return cut


def mercator(lon: float, lat: float) -> Pixel:
    """Return a point on the unit square of the Mercator map, right and down."""
    phi = math.radians(lat)
    return (lon + 180) / 360, (1 - math.asinh(math.tan(phi)) / math.pi) / 2


def fitted(
    points: Sequence[tuple[float, float]], bounds: Sequence[float] | None, sheet: Sheet = PAGE
) -> View:
    """Return the view that holds points with some room, else that of the whole."""
    pad_x, pad_y = _PAD_PX if points else (0, 0)
    if not points:
        west, south, east, north = bounds or (-180.0, -80.0, 180.0, 80.0)
        points = [(west, south), (east, north)]
    # Both axes run one way, so the corners of all are those of the degrees.
    lons, lats = [p[0] for p in points], [p[1] for p in points]
    xs, ys = zip(mercator(min(lons), max(lats)), mercator(max(lons), min(lats)), strict=True)
    across, down = max(xs) - min(xs), max(ys) - min(ys)
    most = TILE_PX * 2.0**_MOST_ZOOM
    fits = [
        (size - 2 * pad) / extent if extent else most
        for size, pad, extent in ((sheet.width, pad_x, across), (sheet.height, pad_y, down))
    ]
    world = min(*fits, most)
    left = (max(xs) + min(xs)) / 2 * world - sheet.width / 2
    top = (max(ys) + min(ys)) / 2 * world - sheet.height / 2
    return View(left=left, top=top, world_px=world, width=sheet.width, height=sheet.height)
