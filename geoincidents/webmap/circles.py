"""Rings that are circles on the ground: four numbers say what sixty vertices say."""

from __future__ import annotations

import math
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from geoincidents.webmap.base import thinned
from geoincidents.webmap.lettering import TENTHS, pair, path

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from geoincidents.webmap.lettering import Pixel

_FEWEST = 16  # vertices: with fewer, nobody meant a circle


class Ellipse(NamedTuple):
    """A circle on the ground, as degrees or pixels show it: its middle and half axes."""

    x: float
    y: float
    across: float
    down: float


def ellipse(ring: Sequence[Pixel], slack: float) -> Ellipse | None:
    """Return the ellipse that a closed ring follows, None where it follows none.

    Parameters
    ----------
    ring
        Vertices, the first also the last.
    slack
        How far vertices and the middles of edges may be off, as a share of the half axes. So
        a circle cut along a line is none, though all its vertices lie on one.
    """
    if len(ring) < _FEWEST:
        return None
    found = _reached(ring)
    if not (found.across and found.down):
        return None
    off = (abs(_share(p, found) - 1) for p in _looked_at(ring))
    return found if all(o <= slack for o in off) else None


def traced(run: Sequence[Pixel], blur_px: float, *, closed: bool) -> str:
    """Return an SVG path that is nowhere farther off a line than a blur: an arc of a circle."""
    if closed:
        reached = _reached(run)
        round_ = ellipse(run, blur_px / (max(reached.across, reached.down) or 1))
        if round_ is not None:
            return _arc(round_)
    return path([*thinned(tuple(run), blur_px)], closed=closed)


def _arc(found: Ellipse) -> str:
    x, y, across, down = (round(v * TENTHS) for v in found)
    top, axes = pair((x, y - down)).strip(), pair((across, down)).strip()
    return f"M{top}a{axes} 0 1 0 .1 0z"  # around to a tenth of a pixel beside where it began


def _looked_at(ring: Sequence[Pixel]) -> Iterator[Pixel]:
    yield from ring
    yield from (((ax + bx) / 2, (ay + by) / 2) for (ax, ay), (bx, by) in pairwise(ring))


def _share(point: Pixel, found: Ellipse) -> float:
    return math.hypot((point[0] - found.x) / found.across, (point[1] - found.y) / found.down)


def _reached(ring: Sequence[Pixel]) -> Ellipse:
    """Return the ellipse that reaches as far as a ring."""
    xs, ys = zip(*ring, strict=True)
    west, east, low, high = min(xs), max(xs), min(ys), max(ys)
    return Ellipse(
        x=(west + east) / 2, y=(low + high) / 2, across=(east - west) / 2, down=(high - low) / 2
    )
