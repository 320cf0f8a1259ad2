"""Land and borders, thinned for a page."""

from __future__ import annotations

import math
import re
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geoincidents.geography import PlaceKind
from geoincidents.model import Geometry
from geoincidents.webmap import base

DEGREES = st.floats(-80, 80).map(lambda v: round(v, 5))
LINES = st.lists(st.tuples(DEGREES, DEGREES), min_size=2, max_size=40).map(tuple)


def box(*corners):
    """Return a polygon of corners."""
    return Geometry(type="Polygon", coordinates=((*corners, corners[0]),))


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


def test_lines_between_districts_are_drawn_near_incidents_only(land):
    """Two districts share a line: it is there near an incident, and not for one far away."""
    west = box((18.5, 45.0), (19.0, 45.0), (19.0, 45.5), (18.5, 45.5))
    east = box((19.0, 45.0), (19.5, 45.0), (19.5, 45.5), (19.0, 45.5))
    with_areas = replace(land, areas={"vell": west, "gate": east})
    places = {**land.places, "gate": replace(land.places["gate"], kind=PlaceKind.DISTRICT)}
    with_areas = replace(with_areas, places=places)

    assert len(base.draw(with_areas, ())["areas"]) == 1
    assert len(base.draw(with_areas, (), [(19.1, 45.2)])["areas"]) == 1
    assert base.draw(with_areas, (), [(21.5, 44.1)])["areas"] == []


def test_a_crude_river_is_not_drawn(land):
    """Few long steps would run over land that has no river; a fine line is drawn."""
    places = {**land.places, "mill": replace(land.places["mill"], kind=PlaceKind.RIVER)}
    crude = Geometry(type="LineString", coordinates=((19.0, 45.0), (19.5, 45.3)))
    fine = Geometry(
        type="LineString", coordinates=tuple((19 + n / 50, 45 + n % 2 / 100) for n in range(20))
    )

    for line, count in ((crude, 0), (fine, 1)):
        drawn = base.draw(replace(land, places=places, features={"mill": line}), ())
        assert len(drawn["rivers"]) == count


def test_a_browsers_paths_are_those_of_the_mercator_map(land):
    """Each vertex stays where it was, south counted from the equator; rings are closed."""
    drawn = base.draw(land, [])
    paths = base.paths(drawn)
    (row,) = drawn["borders"]
    there = [*map(int, re.findall(r"-?\d+", paths["borders"][0]["line"]))]
    x = y = 0

    for (lon, lat), east, south in zip(walked(row["line"]), there[::2], there[1::2], strict=True):
        x, y = x + east, y + south
        back = math.degrees(math.atan(math.sinh(math.radians(-y / base.SCALE))))
        assert (x / base.SCALE, back) == pytest.approx((lon, lat), abs=1.1e-5)
    for country in paths["land"]:
        assert re.fullmatch(r"(M-?\d+ -?\d+l-?\d+( -?\d+)*Z)+", country["rings"])


def test_a_ring_of_arcs_ends_where_it_began(land):
    """Arcs walked backwards join those walked forwards: the steps of a ring sum up to none."""
    for country in base.paths(base.draw(land, []))["land"]:
        for ring in country["rings"].split("Z")[:-1]:
            steps = [*map(int, re.findall(r"-?\d+", ring))][2:]
            assert (sum(steps[::2]), sum(steps[1::2])) == (0, 0)
