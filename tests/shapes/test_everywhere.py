"""Depths and areas at random points of the pack's border: true to scale, or refused in words."""

import math
import random
from dataclasses import dataclass, replace

import numpy as np
import pytest
import shapely
from pyproj import Geod

from geoincidents import gazetteer, resources
from geoincidents.geography import Place, PlaceKind
from geoincidents.model import MeasureKind, Position, ShapeKind, WhereRole

ELLIPSOID = Geod(ellps="WGS84")
DEPTH_M = (200.0, 60_000.0)
AREA_M2 = (0.1e6, 3_000e6)
SPOTS = 12  # points of a line that are measured
FEW = 40
MANY = 2_000
SLACK_DEG = 2e-6  # coordinates are rounded to 1e-6 of a degree


@pytest.fixture(scope="module")
def pack():
    """Return the gazetteer of the packs that come with the program."""
    return gazetteer.load(resources.pack_folders())


@dataclass
class Trial:
    """One incursion at a point of the border, as it is drawn."""

    account: object
    side: str  # the entered country
    lines: object  # the border that counts
    depth_m: float
    area_m2: float

    def shapes(self, *kinds):
        """Return the shapes of some kinds."""
        return [s for s in self.account.shapes if s.kind in kinds]


def trial(chance, pack, land):
    """Draw a random depth and area at a random point of the border, entered either way."""
    line = chance.choice([b for b in pack.borders for _ in b.geometry.coordinates])
    depth_m, area_m2 = (math.exp(chance.uniform(*map(math.log, r))) for r in (DEPTH_M, AREA_M2))
    entered, other = chance.sample([line.a, line.b], 2)
    spot = _beside(line, entered, chance.uniform(0, 1) * depth_m, chance)
    country = pack.party(entered).country
    place = Place(
        id="spot", name=line.exclave or "Spot", kind=PlaceKind.VILLAGE, country=country, admin=(),
        position=spot, size_m=500.0, source="own", licence="CC0-1.0", checked="invented",
    )  # fmt: skip
    world = replace(pack, places={**pack.places, "spot": place})
    figures = (land.measure(MeasureKind.DEPTH, depth_m), land.measure(MeasureKind.AREA, area_m2))
    account = land.account(
        land.where("spot", WhereRole.AT), by=entered, actor=other, target=entered, measures=figures
    )
    words = land.claim(account, evidence=(land.passage(f"near {line.exclave}"),))
    counts = [
        shapely.LineString(b.geometry.coordinates)
        for b in pack.borders
        if {b.a, b.b} == {entered, other} and b.exclave in {"", line.exclave}
    ]
    return Trial(
        account=land.drawn(account, world, claims=(words,)),
        side=country,
        lines=shapely.MultiLineString(counts),
        depth_m=depth_m,
        area_m2=area_m2,
    )


def _beside(line, entered, inward_m, chance):
    """Return a point of a border line, moved into the entered country."""
    points = line.geometry.coordinates
    at = chance.randrange(len(points) - 1)
    (lon, lat), end = points[at], points[at + 1]
    bearing, _, length_m = ELLIPSOID.inv(lon, lat, *end)
    lon, lat, _ = ELLIPSOID.fwd(lon, lat, bearing, chance.random() * length_m)
    aside = bearing + (-90 if entered == line.a else 90)
    lon, lat, _ = ELLIPSOID.fwd(lon, lat, aside, inward_m)
    return Position(round(lon, 6), round(lat, 6))


def check(told, outlines):
    """Hold what was drawn to the figures; what was not must say why."""
    drawn = told.shapes(ShapeKind.DEPTH_LINE)
    areas = told.shapes(ShapeKind.AREA_DISC, ShapeKind.AREA_BAND)
    reasons = " ".join(told.account.undrawn)
    assert drawn or f"{told.depth_m:,.0f} m" in reasons
    assert areas or "km²" in reasons
    for shape in drawn:
        spots = _sample(shape)
        found = _to_lines_m(spots, told.lines, told.depth_m)
        assert found == pytest.approx(told.depth_m, rel=0.01)
        # At a third border the chords of a line are cut as closely as it is drawn.
        leeway = SLACK_DEG + 0.003 * told.depth_m / 80_000
        assert shapely.dwithin(shapely.points(spots), outlines[told.side], leeway).all()
        assert (shape.border_version, shape.border_accuracy_m, shape.reason) > ("", 0.0, "")
    for shape in areas:
        flat = _flat(shape)
        assert flat.is_valid
        assert abs(ELLIPSOID.geometry_area_perimeter(flat)[0]) == pytest.approx(
            told.area_m2, rel=0.005
        )
        if outlines[told.side].contains(shapely.Point(told.account.position)):
            beyond = shapely.difference(flat, outlines[told.side])
            assert beyond.area <= max(5e-4 * flat.area, 1e-9)
    return bool(drawn), bool(areas)


def _flat(shape):
    return shapely.geometry.shape(
        {"type": shape.geometry.type, "coordinates": shape.geometry.coordinates}
    )


def _sample(shape):
    line = shapely.LineString(shape.geometry.coordinates)
    spots = [line.interpolate(s, normalized=True) for s in np.linspace(0, 1, SPOTS)]
    return np.array([(p.x, p.y) for p in spots])


def _to_lines_m(spots, lines, depth_m):
    """Return the true distance of each point to lines, against points of them close by."""
    reach = 1.3 * depth_m / 80_000
    step = max(depth_m / 30 / 111_000, 0.00005)
    found = []
    for lon, lat in spots:
        box = (lon - 1.4 * reach, lat - reach, lon + 1.4 * reach, lat + reach)
        near = shapely.segmentize(shapely.clip_by_rect(lines, *box), step)
        ends = shapely.get_coordinates(near)
        here = np.tile((lon, lat), (len(ends), 1))
        found.append(ELLIPSOID.inv(*here.T, *ends.T)[2].min())
    return np.array(found)


def run(seed, count, pack, land):
    """Return how many depths and areas of random trials were drawn."""
    chance = random.Random(seed)  # noqa: S311 - trials, no secrets
    outlines = {key: shapely.make_valid(_flat(record)) for key, record in pack.outlines.items()}
    for outline in outlines.values():
        shapely.prepare(outline)
    drawn = np.array([check(trial(chance, pack, land), outlines) for _ in range(count)])
    return drawn.sum(axis=0)


def test_a_few_random_depths_and_areas_are_true_or_refused(pack, land):
    """A sample of the slow test."""
    depths, areas = run(1, FEW, pack, land)

    assert depths >= FEW / 2
    assert areas >= FEW / 2


@pytest.mark.slow
def test_two_thousand_random_depths_and_areas_are_true_or_refused(pack, land):
    """0.2 to 60 km deep, 0.1 to 3,000 km², entered from either side, exclaves named."""
    depths, areas = run(2, MANY, pack, land)

    assert depths >= 0.6 * MANY
    assert areas >= 0.6 * MANY
