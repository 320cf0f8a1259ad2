"""Marks and shapes as the map's script gets them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from geoincidents.model import Geometry, Position, Shape, ShapeKind, WherePrecision
from geoincidents.webmap.marks import Marks


@pytest.fixture
def draw(scene, facets):
    """Return what makes of an incident what the script gets."""
    return Marks(scene, facets).draw


def test_a_mark_stands_at_the_place_of_who_says_it(found, draw):
    """One mark an incident, at the most precise place among those who say it happened."""
    drawn = draw(found.incidents[0])
    lon, lat = found.gazetteer.place("tarn").position

    assert drawn["at"] == [round(lon, 5), round(lat, 5)]
    assert drawn["title"] == "12 May 2021, Lake Tarn"
    assert drawn["said"] == "Said by Lisk, denied by Orm"


def test_a_named_area_gives_a_hollow_mark(found, draw):
    """The label point of an area is not a site."""
    incident = found.incidents[0]
    vague = replace(
        incident.accounts[0], geom_role=ShapeKind.LABEL, where_prec=WherePrecision.PROVINCE
    )

    assert draw(replace(incident, accounts=(vague,)))["label"] is True
    assert draw(incident)["label"] is False


def test_an_incident_without_a_place_has_no_point(found, draw):
    """No point is made up; the border it names can light up."""
    drawn = draw(found.incidents[1])

    assert drawn["at"] is None
    assert drawn["borders"] == ["main"]


def test_an_incident_somewhere_in_a_country_lights_it(found, draw):
    """No point is made up; the outline of the country it names can light up."""
    account = found.incidents[1].accounts[0]
    named = replace(account.where[0], place_id="lk", vague=None)
    vague = replace(
        account, where=(named,), where_prec=WherePrecision.COUNTRY, border_ids=frozenset()
    )
    drawn = draw(replace(found.incidents[1], accounts=(vague,)))

    assert drawn["at"] is None
    assert drawn["countries"] == ["LK"]


def test_an_answer_never_gives_the_place(found, scene):
    """Who denies does not move the mark, nor set one."""
    first, second = found.incidents[0].accounts
    elsewhere = replace(second, position=first.position, where_prec=WherePrecision.SITE)
    nearer = replace(first, where_prec=WherePrecision.NEAR)
    incident = replace(found.incidents[0], accounts=(elsewhere, nearer))

    assert scene.place_of(incident) == nearer
    assert scene.place_of(replace(incident, accounts=(elsewhere,))) is None


def test_a_rival_place_is_a_tie_not_a_second_mark(found, draw):
    """The other side's place travels with its account."""
    first, second = found.incidents[0].accounts
    elsewhere = replace(second, position=first.position)
    drawn = draw(replace(found.incidents[0], accounts=(first, elsewhere)))

    assert [a["at"] is None for a in drawn["accounts"]] == [True, False]


def test_a_depth_label_names_author_and_denial(found, draw):
    """Figure and author are together, and who denies it."""
    shapes = draw(found.incidents[0])["accounts"][0]["shapes"]
    labels = {s["kind"]: s["label"] for s in shapes}

    assert labels["depth_bracket"] == "2 miles to 3 ½ km (Lisk); Orm denies"
    assert labels["doubt"] == ""


def test_an_area_label_says_that_its_shape_is_not_reported(found, draw):
    """A disc is not the ground."""
    incident = found.incidents[0]
    doubt = next(s for s in incident.accounts[0].shapes if s.kind is ShapeKind.DOUBT)
    disc = replace(doubt, kind=ShapeKind.AREA_DISC, low=4.1e7, high=4.1e7)
    account = replace(incident.accounts[0], shapes=(disc,))
    drawn = draw(replace(incident, accounts=(account,)))

    assert drawn["accounts"][0]["shapes"][0]["label"] == "≈ 41 km² (Lisk); shape not reported"


def test_further_sites_of_an_account_travel_with_it(found, draw):
    """Several villages of one account are all shown, the account at the first."""
    incident = found.incidents[0]
    first = incident.accounts[0]
    places = (first.position, Position(19.9, 45.3))
    sites = tuple(
        Shape(kind=ShapeKind.SITE, geometry=Geometry(type="Point", coordinates=(p.lon, p.lat)),
              reason="named")
        for p in places
    )  # fmt: skip
    told = replace(incident, accounts=(replace(first, shapes=sites),))

    assert draw(told)["accounts"][0]["sites"] == [[19.9, 45.3]]


def test_a_bracket_keeps_each_of_its_figures(found, scene, facets):
    """The lesser depth is a vertex on the straight way to the greater: it is not thinned out."""
    incident = found.incidents[0]
    steps = ((20.0, 45.0), (20.0, 45.01), (20.0, 45.02))
    bracket = Shape(
        kind=ShapeKind.DEPTH_BRACKET,
        geometry=Geometry(type="LineString", coordinates=steps),
        reason="depth",
        low=1000.0,
        high=2000.0,
    )
    marks = Marks(scene, facets)
    told = replace(incident, accounts=(replace(incident.accounts[0], shapes=(bracket,)),))

    marks.draw(told)

    assert [len(line) for line in marks.lines] == [6]


def test_a_name_with_brackets_stands_in_square_ones(found, draw):
    """No figure ends in "))"."""
    first = found.incidents[0]
    ours = first.accounts[0]
    outlet = replace(ours.claimant, party_id=None, name="The Post (Orm Wire)")
    told = replace(ours, claimant=outlet)
    (account, *_) = draw(replace(first, accounts=(told, *first.accounts[1:])))["accounts"]
    (bracket,) = [s for s in account["shapes"] if s["kind"] == "depth_bracket"]

    assert bracket["label"] == "2 miles to 3 ½ km (The Post [Orm Wire]); Orm denies"
