"""The line of a party that re-describes: on its own side, along what it names."""

import pytest

from geoincidents.model import ShapeKind, Stance, Vague

COUNTER = ShapeKind.COUNTER_LINE


def answer(land, *places, stance=Stance.DISPUTES_PLACE, points=None, **fields):
    """Return Orm's answer to what Lisk says, drawn."""
    told = land.account(*places, by="OR", stance=stance, **fields)
    return land.drawn(told, land.gazetteer(points or land.straight))


@pytest.mark.parametrize("stance", [Stance.DISPUTES_PLACE, Stance.DISPUTES_STATUS, Stance.DENIES])
def test_the_line_runs_on_the_speakers_own_side(land, stance):
    """500 m from the border, so that it is seen beside it; that is stated."""
    (line,) = land.of_kind(answer(land, land.where("dol"), stance=stance), COUNTER)

    assert all(lon > 46 for lon, _ in line.geometry.coordinates)
    assert land.to_border_m(land.points(line)[::20], land.straight) == pytest.approx(500, rel=0.15)
    assert "500 m from the border" in line.reason
    assert "no site named" in line.reason


def test_the_line_keeps_to_the_districts_named(land):
    """Dol's part of the border is where Dol's places are the nearest: north of 40 degrees."""
    (line,) = land.of_kind(answer(land, land.where("dol")), COUNTER)

    assert min(lat for _, lat in line.geometry.coordinates) == pytest.approx(40.0, abs=0.02)


def test_neighbouring_districts_share_one_line(land):
    """No district is paired with a section of its own."""
    (line,) = land.of_kind(answer(land, land.where("dol"), land.where("ket")), COUNTER)

    lats = [lat for _, lat in line.geometry.coordinates]

    assert min(lats) < 39.1
    assert max(lats) > 40.9
    assert "Dol and Ket" in line.reason


def test_the_line_is_no_area_and_no_site(land):
    """Nothing is filled, no site is marked."""
    drawn = answer(land, land.where("dol"))

    assert {s.geometry.type for s in land.of_kind(drawn, COUNTER)} == {"LineString"}
    assert not land.of_kind(drawn, ShapeKind.SITE)


def test_a_bent_border_is_followed_on_the_right_side(land):
    """Every point lies in the speaker's own country."""
    drawn = answer(land, land.where("dol"), land.where("ket"), points=land.bent)

    for line in land.of_kind(drawn, COUNTER):
        spots = land.points(line)[::40]
        distances = land.to_border_m(spots, land.bent)

        assert distances.min() > 400
        assert distances.max() < 600


@pytest.mark.parametrize(
    ("where", "reason"),
    [
        pytest.param({"vague": Vague.SIDE, "party_id": "OR"}, "no place named", id="own side"),
        pytest.param({"place_id": "far"}, "not on the border", id="district inland"),
        pytest.param({"place_id": "north-ward"}, "names no district of Orm", id="not its own"),
        pytest.param({"place_id": "orm"}, "names no district of Orm", id="its country"),
    ],
)
def test_without_a_stretch_there_is_no_line(land, where, reason):
    """The reason is given."""
    drawn = answer(land, land.where(**where))

    assert not land.of_kind(drawn, COUNTER)
    assert reason in " ".join(drawn.undrawn)


@pytest.mark.parametrize("places", [(), ("lisk",)])
def test_who_only_denies_has_no_line(land, places):
    """Without a place of its own there is nothing to draw and nothing to explain."""
    drawn = answer(land, *map(land.where, places), stance=Stance.DENIES)

    assert (drawn.shapes, drawn.undrawn) == ((), ())


def test_without_a_border_there_is_no_line(land):
    """A pack of places alone has nothing to draw it along."""
    bare = land.gazetteer()
    bare = type(bare)(packs=(), places=bare.places, parties=bare.parties)
    told = land.account(land.where("dol"), by="OR", stance=Stance.DISPUTES_PLACE)

    assert "no pack holds the border" in land.drawn(told, bare).undrawn[0]


def test_without_outlines_the_line_is_drawn_too(land):
    """The border's own sides are enough."""
    told = land.account(land.where("dol"), by="OR", stance=Stance.DISPUTES_PLACE)

    assert land.of_kind(land.drawn(told, land.gazetteer(outlines=False)), COUNTER)


def test_who_asserts_has_no_counter_line(land):
    """A district alone does not make an answer."""
    told = land.account(land.where("dol"), by="OR", actor="LS", target="OR")

    assert not land.of_kind(land.drawn(told), COUNTER)


def test_the_border_line_beside_it_lights_up(land):
    """Only the line that the counter line runs along."""
    assert answer(land, land.where("dol")).border_ids == ("main",)
