"""Land and borders, thinned for a page."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from geoincidents.webmap import base

DEGREES = st.floats(-80, 80).map(lambda v: round(v, 5))
LINES = st.lists(st.tuples(DEGREES, DEGREES), min_size=2, max_size=40).map(tuple)


def walked(steps):
    """Return the line that steps stand for."""
    lon = lat = 0
    line = []
    for east, north in zip(steps[::2], steps[1::2], strict=True):
        lon, lat = lon + east, lat + north
        line.append((lon / base.SCALE, lat / base.SCALE))
    return tuple(line)


def off(point, a, b):
    """Return how far a point is from the line through two others, or from one of them."""
    (px, py), (ax, ay), (bx, by) = point, a, b
    length = ((bx - ax) ** 2 + (by - ay) ** 2) ** 0.5
    if not length:
        return ((px - ax) ** 2 + (py - ay) ** 2) ** 0.5
    return abs((px - ax) * (by - ay) - (py - ay) * (bx - ax)) / length


@given(LINES)
def test_steps_lead_back_to_the_line(line):
    """A line survives its way to the page to 1e-5 degree."""
    for (lon, lat), (lon_, lat_) in zip(line, walked(base.steps(line)), strict=True):
        assert abs(lon - lon_) < 1.1e-5
        assert abs(lat - lat_) < 1.1e-5


@given(LINES, st.floats(0.001, 5))
def test_thinning_moves_no_vertex_farther_than_the_tolerance(line, tolerance):
    """What is left out is near the chord that replaces it; both ends stay."""
    thin = base.thinned(line, tolerance)

    assert (thin[0], thin[-1]) == (line[0], line[-1])
    at = [0]
    for point in thin[1:]:
        at.append(next(n for n in range(at[-1] + 1, len(line)) if line[n] == point))
    for first, last in pairwise(at):
        assert all(off(p, line[first], line[last]) <= tolerance for p in line[first:last])


def test_neighbours_share_the_arc_between_them(land):
    """No gap opens between two countries: their common edge is one arc."""
    drawn = base.draw(land, ["LK"])
    arcs = {
        row["country"]: {n if n >= 0 else ~n for ring in row["rings"] for n in ring}
        for row in drawn["land"]
    }

    assert len(arcs["LK"] & arcs["OM"]) == 1
    assert {row["country"]: row["near"] for row in drawn["land"]}["LK"] is True


def test_the_packs_own_border_is_not_drawn_twice(land):
    """The edge between the two parties is the border line alone."""
    drawn = base.draw(land, [])
    arcs = {row["country"]: {abs(n + 1) - 1 if n < 0 else n for r in row["rings"] for n in r}
            for row in drawn["land"]}  # fmt: skip

    assert not set(drawn["edges"]) & arcs["LK"] & arcs["OM"]
    assert [b["id"] for b in drawn["borders"]] == ["main"]


def test_a_real_pack_fits_a_page(pack):
    """The outlines of the pack that ships take less than 80 kB."""
    drawn = base.draw(pack, [])

    assert len(str(drawn)) < 80_000
    assert sum(len(a) // 2 for a in drawn["arcs"]) <= base.MOST_VERTICES
