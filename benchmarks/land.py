"""An invented land for benchmarks: two states, a border of many vertices, places beside it."""

from __future__ import annotations

import random

import numpy as np

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
    MeasureKind,
    Passage,
    Position,
    Speaker,
    SpeakerRole,
    Stance,
    Status,
    Where,
    WhereRole,
)

WEST, EAST = "west", "east"
SOUTH_LAT, NORTH_LAT = 38.0, 46.0
MEAN_LON, WAVES_DEG = 46.0, 0.25
STATES = {WEST: "XW", EAST: "XE"}


def border(vertices: int, seed: int = 1) -> np.ndarray:
    """Return a border from south to north that bends at every scale, as lon/lat."""
    chance = np.random.default_rng(seed)
    lat = np.linspace(SOUTH_LAT, NORTH_LAT, vertices)
    share = (lat - SOUTH_LAT) / (NORTH_LAT - SOUTH_LAT)
    lon = np.full(vertices, MEAN_LON)
    for octave in range(11):
        turns = 3 * 2**octave
        phase = chance.uniform(0, 2 * np.pi)
        lon += WAVES_DEG / 2 ** (1.25 * octave) * np.sin(2 * np.pi * turns * share + phase) / 1.5
    return np.column_stack([lon, lat])


def gazetteer(vertices: int, places: int, seed: int = 2) -> Gazetteer:
    """Return the two states with villages up to 12 km from their border."""
    line = border(vertices)
    chance = random.Random(seed)  # noqa: S311 - an invented land, no secrets
    villages = [_village(i, line, chance) for i in range(places)]
    source = BorderSource(
        source="own", version="v1", date="2026-01-01", accuracy_m=50.0, licence="CC0-1.0", credit=""
    )
    pack = PackInfo(
        id="land",
        title="",
        version="1",
        licence="CC0-1.0",
        credit="",
        countries=tuple(STATES.values()),
        border=source,
    )
    return Gazetteer(
        packs=(pack,),
        places={v.id: v for v in villages},
        parties={
            k: Party(id=k, name=k.title(), kind=PartyKind.STATE, country=c)
            for k, c in STATES.items()
        },
        borders=(
            BorderLine(
                id="main",
                a=WEST,
                b=EAST,
                section="",
                exclave="",
                accuracy_m=50.0,
                geometry=Geometry(type="LineString", coordinates=_pairs(line)),
            ),
        ),
        outlines={c: _outline(k, c, line) for k, c in STATES.items()},
    )


def _pairs(points: np.ndarray) -> tuple[tuple[float, float], ...]:
    return tuple((float(lon), float(lat)) for lon, lat in points)


def _outline(state: str, country: str, line: np.ndarray) -> Outline:
    far = MEAN_LON + (-4.0 if state == WEST else 4.0)
    ring = [*_pairs(line), (far, NORTH_LAT), (far, SOUTH_LAT)]
    return Outline(
        country=country, geometry=Geometry(type="Polygon", coordinates=((*ring, ring[0]),))
    )


def _village(number: int, line: np.ndarray, chance: random.Random) -> Place:
    state = chance.choice([WEST, EAST])
    lon, lat = line[chance.randrange(len(line) // 20, len(line) - len(line) // 20)]
    aside = chance.uniform(0.005, 0.12) * (-1 if state == WEST else 1)
    return Place(
        id=f"v{number}",
        name=f"Village {number}",
        kind=PlaceKind.VILLAGE,
        country=STATES[state],
        admin=(),
        position=Position(round(float(lon) + aside, 5), round(float(lat), 5)),
        size_m=700.0,
        source="own",
        licence="CC0-1.0",
        checked="invented",
    )


def incidents(land: Gazetteer, count: int, seed: int = 3) -> list[Incident]:
    """Return crossings at villages: each with a depth, one in three with an area too."""
    chance = random.Random(seed)  # noqa: S311 - as above
    villages = list(land.places.values())
    return [_incident(i, chance.choice(villages), chance) for i in range(count)]


def _incident(number: int, village: Place, chance: random.Random) -> Incident:
    side = next(k for k, c in STATES.items() if c == village.country)
    other = EAST if side == WEST else WEST
    figures = [_figure(MeasureKind.DEPTH, chance.choice([500, 1500, 2000, 3500, 5000, 8000]))]
    if number % 3 == 0:
        figures.append(_figure(MeasureKind.AREA, chance.choice([1e6, 5e6, 1e7, 4e7])))
    speaker = Speaker(name=side, role=SpeakerRole.STATE, party_id=side)
    where = (Where(role=WhereRole.AT, passage=_words("there"), place_id=village.id),)
    claim = Claim(
        id=f"c{number}",
        report_id="r",
        event="e",
        type=ClaimType.INCURSION,
        stance=Stance.ASSERTS,
        speaker=speaker,
        actor=other,
        target=side,
        where=where,
        measures=tuple(figures),
        evidence=(_words("they came"),),
    )
    account = Account(
        key=speaker.key,
        claimant=speaker,
        stance=Stance.ASSERTS,
        types=(ClaimType.INCURSION,),
        claims=(claim.id,),
        actor=other,
        target=side,
        where=where,
        measures=tuple(figures),
    )
    return Incident(
        id=f"i{number}",
        title="",
        status=Status.ONE_SIDE,
        background=False,
        accounts=(account,),
        claims=(claim,),
    )


def _words(text: str) -> Passage:
    return Passage(report_id="r", span=(0, len(text)), text=text)


def _figure(kind: MeasureKind, value: float) -> Measure:
    return Measure(
        kind=kind,
        low=value,
        high=value,
        value=value,
        unit="",
        hedge=Hedge.EXACT,
        passage=_words(f"{value:g}"),
        measured_from=MeasuredFrom.BORDER,
    )
