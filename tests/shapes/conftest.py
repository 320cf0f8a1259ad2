"""Two invented states, Lisk in the west and Orm in the east, and what may be said of them."""

import numpy as np
import pytest
import shapely
from pyproj import Geod

from geoincidents import shapes
from geoincidents.geography import (
    BorderLine,
    BorderSource,
    Gazetteer,
    Outline,
    PackInfo,
    Party,
    PartyKind,
    Place,
    PlaceKind,
)
from geoincidents.model import (
    Account,
    Claim,
    ClaimType,
    Geometry,
    Hedge,
    Incident,
    Measure,
    MeasuredFrom,
    Passage,
    Position,
    Speaker,
    SpeakerRole,
    Stance,
    Status,
    Where,
    WhereRole,
)

ELLIPSOID = Geod(ellps="WGS84")
STRAIGHT = ((46.0, 39.0), (46.0, 41.0))  # north along a meridian: Lisk on the left
BENT = (
    (46.0, 39.0), (46.0, 39.9), (45.98, 39.93), (46.03, 39.95), (46.0, 39.97),
    (46.0, 40.03), (45.97, 40.04), (45.97, 40.06), (46.02, 40.08), (46.0, 41.0),
)  # fmt: skip
RING = ((45.5, 40.0), (45.52, 40.0), (45.52, 40.02), (45.5, 40.02), (45.5, 40.0))
ACCURACY_M = 150.0


def _place(key, kind, lon, lat, **fields):
    known = {"country": "LS" if lon < 46 else "OR", "admin": (), "size_m": 1000.0, "source": "own"}
    known |= {"licence": "CC0-1.0", "checked": "invented", "name": key.replace("-", " ").title()}
    return Place(id=key, kind=kind, position=Position(lon, lat), **(known | fields))


PLACES = (
    _place("lisk", PlaceKind.COUNTRY, 45.5, 40.0, size_m=90_000.0),
    _place("orm", PlaceKind.COUNTRY, 46.5, 40.0, size_m=90_000.0),
    _place("high-lisk", PlaceKind.PROVINCE, 45.7, 40.2, size_m=40_000.0),
    _place("north-ward", PlaceKind.DISTRICT, 45.8, 40.5, admin=("high-lisk",), size_m=15_000.0),
    _place("dol", PlaceKind.DISTRICT, 46.2, 40.25, size_m=15_000.0),
    _place("ket", PlaceKind.DISTRICT, 46.2, 39.75, size_m=15_000.0),
    _place("far", PlaceKind.DISTRICT, 46.9, 40.0, size_m=15_000.0),
    _place("tarn", PlaceKind.VILLAGE, 45.98, 40.0, admin=("north-ward", "high-lisk")),
    _place("inland", PlaceKind.TOWN, 45.6, 40.0, admin=("high-lisk",), size_m=3000.0),
    _place("hill", PlaceKind.MOUNTAIN, 45.935, 40.0),
    _place("long-lake", PlaceKind.LAKE, 46.001, 40.0, country="LS", straddles=("LS", "OR")),
    _place("dolby", PlaceKind.VILLAGE, 46.05, 40.25, admin=("dol",)),
    _place("ketby", PlaceKind.VILLAGE, 46.05, 39.75, admin=("ket",)),
    _place("farby", PlaceKind.VILLAGE, 46.9, 40.0, admin=("far",)),
    _place("big-city", PlaceKind.TOWN, 45.2, 40.0, size_m=12_000.0),
    _place("wide-lake", PlaceKind.LAKE, 45.4, 40.0, size_m=15_000.0),
    _place("ridge", PlaceKind.MOUNTAIN, 45.4, 40.2, size_m=40_000.0),
    _place("long-border", PlaceKind.BORDER, 45.99, 40.0, size_m=90_000.0),
    _place("silt", PlaceKind.RIVER, 45.9, 40.0, size_m=60_000.0),
    _place("ford-road", PlaceKind.ROAD, 45.9, 40.0, size_m=4_000.0),
)


def _line(key, points, exclave=""):
    geometry = Geometry(type="LineString", coordinates=points)
    return BorderLine(
        id=key, a="LS", b="OR", section="" if exclave else "main", exclave=exclave,
        accuracy_m=ACCURACY_M, geometry=geometry,
    )  # fmt: skip


def gazetteer(points=STRAIGHT, *, outlines=True):
    """Return a gazetteer of the two states with a border of one's own."""
    border = BorderSource(
        source="own", version="v1", date="2026-01-01", accuracy_m=ACCURACY_M,
        licence="CC0-1.0", credit="",
    )  # fmt: skip
    pack = PackInfo(
        id="lisk", title="", version="1", licence="CC0-1.0", credit="", countries=("LS", "OR"),
        border=border,
    )  # fmt: skip
    states = (("LS", "Lisk"), ("OR", "Orm"))
    parties = [Party(id=k, name=n, kind=PartyKind.STATE, country=k) for k, n in states]
    parties.append(Party(id="band", name="Band", kind=PartyKind.ARMED_GROUP, country="OR"))
    west = shapely.Polygon([*points, (45.0, points[-1][1]), (45.0, points[0][1])])
    east = shapely.Polygon([*points, (47.0, points[-1][1]), (47.0, points[0][1])])
    areas = {
        code: Outline(
            country=code, geometry=Geometry(type="Polygon", coordinates=(tuple(p.exterior.coords),))
        )
        for code, p in (("LS", west), ("OR", east))
    }
    return Gazetteer(
        packs=(pack,),
        places={place.id: place for place in PLACES},
        parties={party.id: party for party in parties},
        borders=(_line("main", points), _line("ring", RING[::-1], exclave="Holm and Weir")),
        outlines=areas if outlines else {},
    )


def passage(text, report="r1"):
    """Return words of a report."""
    return Passage(report_id=report, span=(0, len(text)), text=text)


def where(place_id=None, role=WhereRole.AT, report="r1", **fields):
    """Return a place of an event."""
    return Where(
        role=role, passage=passage(place_id or "there", report), place_id=place_id, **fields
    )


def measure(kind, low, high=None, report="r1", **fields):
    """Return a figure in SI, counted from the border unless fields say otherwise."""
    words = passage(fields.pop("text", f"{low} m"), report)
    known = {"value": low, "unit": "m", "hedge": Hedge.EXACT, "measured_from": MeasuredFrom.BORDER}
    return Measure(
        kind=kind, low=low, high=low if high is None else high, passage=words, **(known | fields)
    )


def account(*places, by="LS", stance=Stance.ASSERTS, **fields):
    """Return what Lisk says that Orm did, unless fields say otherwise."""
    who = Speaker(name=by or "somebody", role=SpeakerRole.STATE, party_id=by)
    known = {"actor": "OR", "target": "LS", "claims": ("c1",), "types": (ClaimType.INCURSION,)}
    return Account(key=who.key, claimant=who, stance=stance, where=places, **(known | fields))


def claim(told, **fields):
    """Return the claim behind an account."""
    known = {"id": "c1", "report_id": "r1", "event": "e1", "type": ClaimType.INCURSION}
    known |= {"measures": told.measures, "evidence": (passage("they came"),)}
    return Claim(stance=told.stance, speaker=told.claimant, **(known | fields))


def incident(*accounts, claims=None):
    """Return an incident of accounts, each with one claim."""
    made = tuple(claim(told) for told in accounts) if claims is None else claims
    return Incident(
        id="BCDFGH", title="", status=Status.ONE_SIDE, background=False, accounts=accounts,
        claims=made,
    )  # fmt: skip


def drawn(told, land=None, claims=None):
    """Return an account as it is drawn."""
    (account_,) = shapes.draw(incident(told, claims=claims), land or gazetteer()).accounts
    return account_


def of_kind(told, kind):
    """Return the shapes of one kind."""
    return [shape for shape in told.shapes if shape.kind is kind]


def points(shape, step_deg=0.0005):
    """Return the points of a line, the chords filled in."""
    line = shapely.LineString(shape.geometry.coordinates)
    return shapely.get_coordinates(shapely.segmentize(line, step_deg))


def to_border_m(spots, border):
    """Return the true distance of each point to a border, on the ellipsoid."""
    line = shapely.LineString(border)
    found = []
    for lon, lat in spots:
        box = shapely.box(lon - 0.6, lat - 0.6, lon + 0.6, lat + 0.6)
        near = shapely.get_coordinates(shapely.segmentize(line.intersection(box), 0.0002))
        ahead = np.tile((lon, lat), (len(near), 1))
        found.append(ELLIPSOID.inv(*ahead.T, *near.T)[2].min())
    return np.array(found)


class Land:
    """All of the above, as one fixture."""

    ellipsoid = ELLIPSOID
    straight, bent, ring = STRAIGHT, BENT, RING
    gazetteer = staticmethod(gazetteer)
    where, measure, account = staticmethod(where), staticmethod(measure), staticmethod(account)
    claim, incident, passage = staticmethod(claim), staticmethod(incident), staticmethod(passage)
    drawn, of_kind, points = staticmethod(drawn), staticmethod(of_kind), staticmethod(points)
    to_border_m = staticmethod(to_border_m)


@pytest.fixture(scope="session")
def land():
    """Return the builders of the invented land."""
    return Land
