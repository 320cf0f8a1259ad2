"""The pack that comes with the program: what reports of the region need of it."""

import csv
import math
import tomllib
from itertools import pairwise
from pathlib import Path

import pytest

from geoincidents import gazetteer
from geoincidents.gazetteer import rings
from geoincidents.geography import PartyKind, PlaceKind
from geoincidents.text import fold

ROOT = Path(__file__).resolve().parents[2]
PACK = ROOT / "gazetteer" / "south-caucasus"
REFERENCE = ROOT.parent / "shared" / "reference"
PROVINCES = 11  # with the capital
DISTRICTS = 67  # with the one that was made in 2023


@pytest.fixture(scope="module")
def world():
    """Return the pack as a gazetteer."""
    return gazetteer.load([PACK])


def ids(world, name):
    """Return the places that are called so."""
    return {m.place.id for m in gazetteer.find(name, world) if m.score == 1}


def border_km(world, position):
    """Return the distance to the nearest border line, flat around the point."""
    scale = math.cos(math.radians(position.lat))

    def away(start, end):
        ax, ay = (start[0] - position.lon) * scale, start[1] - position.lat
        dx, dy = (end[0] - start[0]) * scale, end[1] - start[1]
        along = max(0, min(1, -(ax * dx + ay * dy) / (dx * dx + dy * dy)))
        return math.hypot(ax + along * dx, ay + along * dy)

    sides = (s for line in world.borders for s in pairwise(line.geometry.coordinates))
    return min(away(*side) for side in sides) * 111.195


def test_there_are_enough_places(world):
    """At least 400 places of the two states, most of them settlements."""
    home = [p for p in world.places.values() if p.country in {"AM", "AZ"}]

    assert len(home) >= 400


@pytest.mark.parametrize(
    ("kind", "country", "count"),
    [(PlaceKind.PROVINCE, "AM", PROVINCES), (PlaceKind.DISTRICT, "AZ", DISTRICTS)],
    ids=["provinces", "districts"],
)
def test_every_province_and_district_is_there(world, kind, country, count):
    """First-level units of both states are complete."""
    found = [p for p in world.places.values() if (p.kind, p.country) == (kind, country)]

    assert len(found) == count


@pytest.mark.parametrize(
    ("name", "place_id"),
    [
        ("Gegarkunik", "gegharkunik"),
        ("Gegharquniq", "gegharkunik"),
        ("Vayots-Dzor", "vayots-dzor"),
        ("Kelbajar", "kalbajar-district"),
        ("Kalbajar", "kalbajar"),
        ("Karvachar", "kalbajar"),
        ("Berdzor", "lachin"),
        ("Lachin", "lachin-district"),
        ("Stepanakert", "khankendi"),
        ("Khankendi", "khankendi"),
        ("Shushi", "shusha"),
        ("Artsakh", "nagorno-karabakh"),
        ("Nagorny Karabakh", "nagorno-karabakh"),
        ("Sev Lich", "lake-sev"),
        ("Garagol", "lake-sev"),
        ("Սյունիք", "syunik"),
        ("Kəlbəcər", "kalbajar"),
        ("Зангелан", "zangilan"),
        ("Armenian-Azerbaijani border", "armenia-azerbaijan-border"),
        ("border between Azerbaijan and Armenia", "armenia-azerbaijan-border"),
        ("Goris-Kapan road", "goris-kapan-road"),
        ("Lachin corridor", "lachin-corridor"),
        ("U.S.", "united-states"),
        ("UAE", "united-arab-emirates"),
        ("Ivory Coast", "ivory-coast"),
    ],
)
def test_a_spelling_in_use_finds_its_place(world, name, place_id):
    """Soviet, state and transliterated forms, and three scripts."""
    assert place_id in ids(world, name)


def test_a_contested_name_says_who_uses_it(world):
    """The two names of a town carry their sides."""
    sides = {n.text: n.side for n in world.place("khankendi").names}

    assert sides["Khankendi"] == "azerbaijan"
    assert sides["Stepanakert"] == "armenia"


@pytest.mark.parametrize(
    ("place_id", "expected_km"),
    [
        ("lake-sev", 0.02),
        ("sotk-pass", 0.03),
        ("shurnukh", 0.11),
        ("kirants", 0.19),
        ("tegh", 2.47),
        ("kornidzor", 1.06),
        ("davit-bek", 1.77),
        ("yeraskh", 0.90),
        ("jermuk", 12.1),
        ("artsvashen", 2.4),
    ],
)
def test_a_control_point_lies_where_it_was_surveyed(world, place_id, expected_km):
    """Distances to the line agree within 300 m."""
    found = border_km(world, world.place(place_id).position)

    assert found == pytest.approx(expected_km, abs=0.3)


def test_a_lake_on_the_line_belongs_to_both(world):
    """Its centre lies metres beyond a line that is good to 150 m."""
    assert world.place("lake-sev").straddles == ("AM", "AZ")


@pytest.mark.parametrize("place_id", ["jermuk", "tegh", "lachin", "goris", "syunik"])
def test_a_place_off_the_line_belongs_to_one(world, place_id):
    """Nearness alone does not make a place shared."""
    assert world.place(place_id).straddles == ()


def test_settlements_lie_on_their_side(world):
    """No town or village is across the border, exclaves included, unless it straddles."""
    kinds = {PlaceKind.TOWN, PlaceKind.VILLAGE}
    home = [p for p in world.places.values() if p.country in {"AM", "AZ"} and p.kind in kinds]

    wrong = [
        p.id
        for p in home
        if not p.straddles
        and not rings.holds(world.outlines[p.country].geometry.coordinates, p.position)
    ]

    assert len(home) > 300
    assert wrong == []


def test_no_settlement_of_the_survey_is_across_the_border(world):
    """Each lies on the side that independent lines put it on, as near as they are sure."""
    path = REFERENCE / "places_checks.csv"
    if not path.is_file():
        pytest.skip("no ../shared")
    with path.open(encoding="utf-8") as file:
        told = [r for r in csv.DictReader(file) if r["kind"] in {"town", "city", "village"}]
    home = [r for r in told if r["side_of_border"] in {"AM", "AZ"}]
    sure = [r for r in home if float(r["border_km_osm"]) > 0.15 and r["id"] in world.places]

    wrong = [
        row["id"] for row in sure
        if not rings.holds(
            world.outlines[row["side_of_border"]].geometry.coordinates,
            world.place(row["id"]).position,
        )
    ]  # fmt: skip

    assert len(sure) > 180
    assert wrong == []


def test_sides_agree_with_a_second_survey(world):
    """An independent line puts the same settlements on the same side."""
    path = REFERENCE / "places_checks.csv"
    if not path.is_file():
        pytest.skip("no ../shared")
    with path.open(encoding="utf-8") as file:
        sides = {row["id"]: row["side_of_border"] for row in csv.DictReader(file)}
    both = [world.places[i] for i in sides if i in world.places and sides[i] != "-"]

    assert len(both) > 200
    assert [p.id for p in both if p.country != sides[p.id] and not p.straddles] == []


ATTESTED = {"geonames", "survey", "cldr"}  # sources that were looked up


def test_there_are_enough_attested_names(world):
    """2,500 that a source holds, variants of case and diacritics not counted."""
    home = [p for p in world.places.values() if p.country in {"AM", "AZ"}]

    names = {(p.id, n.script, fold(n.text)) for p in home for n in p.names if n.source in ATTESTED}

    assert len(names) >= 2_500


@pytest.mark.parametrize(("script", "count"), [("Latn", 1_500), ("Armn", 600), ("Cyrl", 600)])
def test_names_are_in_three_scripts(world, script, count):
    """What is written in each."""
    home = [p for p in world.places.values() if p.country in {"AM", "AZ"}]

    names = {(p.id, fold(n.text)) for p in home for n in p.names if n.script == script}

    assert len(names) >= count


def test_every_source_is_described_and_memory_is_called_so():
    """What nobody looked up says so where its source is explained."""
    table = tomllib.loads((PACK / "pack.toml").read_text("utf-8"))
    titles = {source["id"]: source["title"] for source in table["sources"]}

    assert "not looked up" in titles["usage"]
    assert "unchecked" in titles["recall"]
    assert "by rule" in titles["transliteration"]


def test_only_three_places_have_two_names_on_a_label(world):
    """Two administrations held them and named them officially; all else has one name."""
    (info,) = world.packs

    assert info.contested == {
        "lachin": ("Lachin", "Berdzor"),
        "kalbajar": ("Kalbajar", "Karvachar"),
        "khankendi": ("Khankendi", "Stepanakert"),
    }


def test_rows_typed_from_memory_say_so(world):
    """A recalled point is a representative one or is marked unchecked."""
    recalled = [p for p in world.places.values() if p.source == "recall"]

    assert {p.checked for p in recalled} <= {"unchecked", "representative point"}


def test_the_sides_of_the_conflict_are_parties(world):
    """Two states and the former authorities; all other states observe."""
    sides = {p.id for p in world.parties.values() if p.kind is PartyKind.STATE}

    assert sides == {"armenia", "azerbaijan"}
    assert world.party("nagorno-karabakh").kind is PartyKind.ARMED_GROUP


def test_every_state_of_the_world_is_a_place_and_a_party(world):
    """Third states are found when they speak and when they are named."""
    countries = {p.country for p in world.places.values() if p.kind is PlaceKind.COUNTRY}

    assert len(countries) >= 193
    assert all(world.party_of(country) for country in sorted(countries))


def test_an_outlet_belongs_to_one_party(world):
    """Nobody's wire is counted twice."""
    owners = {}
    for party in world.parties.values():
        for outlet in party.media:
            owners.setdefault(outlet, set()).add(party.id)

    assert {k: v for k, v in owners.items() if len(v) > 1} == {}


def test_a_person_speaks_for_one_party(world):
    """No name, full or short, is two parties' own."""
    owners = {}
    for party in world.parties.values():
        for person in party.people:
            for name in person.names:
                owners.setdefault(name, set()).add(party.id)

    assert {k: v for k, v in owners.items() if len(v) > 1} == {}


def test_the_border_says_what_it_is(world):
    """Version, accuracy, licence, credit and convention are there to be shown."""
    (info,) = world.packs

    assert info.border.accuracy_m == 150
    assert info.border.licence == "ODbL-1.0"
    assert "OpenStreetMap contributors" in info.border.credit
    assert "not agreed" in info.border.convention


@pytest.mark.parametrize(
    ("starts", "kind", "off_m"),
    [
        ("second point", PlaceKind.VILLAGE, 360.0),
        ("position plausible", PlaceKind.VILLAGE, 1900.0),
        ("coordinate as in", PlaceKind.TOWN, 660.0),
        ("unchecked", PlaceKind.VILLAGE, 0.0),
        ("position plausible", PlaceKind.LAKE, 0.0),
    ],
)
def test_a_position_is_as_good_as_its_check(world, starts, kind, off_m):
    """What two sources have is good to some hundred metres, what one has to kilometres."""
    found = [p for p in world.places.values() if p.kind is kind and p.checked.startswith(starts)]

    assert found
    assert {p.accuracy_m for p in found} == {off_m}
