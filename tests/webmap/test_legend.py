"""The legend, the names and the outlines: only what the run and its packs hold."""

from __future__ import annotations

from dataclasses import replace

import pytest

from geoincidents.model import Geometry, Shape, ShapeKind, WherePrecision
from geoincidents.webmap import base, legend, names, still
from geoincidents.webmap.marks import Marks, outlines
from geoincidents.webmap.scene import Scene

from .conftest import box

VELL = box((20.2, 45.1), (20.6, 45.1), (20.6, 45.4), (20.2, 45.4))


@pytest.fixture
def vell(land):
    """Return the land with the outline of a district."""
    return replace(land, areas={"vell": VELL})


@pytest.fixture
def somewhere(found, vell):
    """Return an account that is somewhere in the district, with its circle of doubt."""
    at = vell.place("vell").position
    label = Shape(
        kind=ShapeKind.LABEL,
        geometry=Geometry(type="Point", coordinates=tuple(at)),
        reason="district",
    )
    doubt = Shape(kind=ShapeKind.DOUBT, geometry=VELL, reason="size", uncertainty_m=20_000.0)
    return replace(
        found.incidents[0].accounts[1], position=at, where_prec=WherePrecision.DISTRICT,
        geom_role=ShapeKind.LABEL, unplaced_reason="", shapes=(label, doubt),
    )  # fmt: skip


def test_a_district_is_outlined_in_place_of_its_circle(found, vell, somewhere, facets, scene):
    """A circle about a label point would say that the place is near it."""
    of_vell = replace(scene, gazetteer=vell)
    incident = replace(found.incidents[0], accounts=(somewhere,))
    (account,) = Marks(of_vell, facets).draw(incident)["accounts"]

    assert [s["kind"] for s in account["shapes"]] == ["somewhere"]


def test_without_an_outline_the_circle_stays(somewhere, land):
    """Where no pack holds the district's shape, its stated accuracy is drawn."""
    assert list(outlines(somewhere, land)) == []


def test_a_named_site_has_no_outline(found, vell):
    """The lake is not the district it lies in."""
    assert list(outlines(found.incidents[0].accounts[0], vell)) == []


def test_the_legend_lists_what_is_drawn(found, scene, vell, somewhere):
    """No row for a shape that no incident has, one for each that some have."""
    lake, border, lost = found.incidents
    of_vell = replace(scene, gazetteer=vell)
    tied = replace(lake, accounts=(lake.accounts[0], somewhere))

    assert legend.drawn([lake], scene) == {"depth_bracket", "depth_line", "doubt", "counter_line"}
    assert legend.drawn([border, lost], scene) == set()
    assert {"somewhere", "tie"} <= legend.drawn([tied], of_vell)


def _lettered(scene, found):
    ranks = {"town": 2, "village": 4, "lake": 3}
    sized = replace(scene, sizes={**scene.sizes, "most_labels": 50})
    return {p["name"]: p for p in names.places(sized, found.incidents, ranks, is_many=False)}


def test_both_names_stand_only_where_the_pack_says_contested(scene, found, land):
    """A name of the other side that the pack does not list as contested is never drawn."""
    info = replace(land.packs[0], contested={"gate": ("Gate", "Kapu")})
    of_two = Scene(
        gazetteer=replace(land, packs=(info,)), words=scene.words, reports=scene.reports,
        sizes=scene.sizes,
    )  # fmt: skip

    assert "Gate / Kapu" in _lettered(of_two, found)
    assert "Upper Ford" in _lettered(of_two, found)
    assert "Gate" in _lettered(scene, found)


def test_a_capital_is_known_from_its_state(scene, found, land):
    """A town of that name in another state is none."""
    lisk = replace(land.parties["lisk"], capitals=("Upper Ford", "Gate"))
    of_lisk = replace(scene, gazetteer=replace(land, parties={**land.parties, "lisk": lisk}))
    found_ = _lettered(of_lisk, found)

    assert found_["Upper Ford"]["capital"]
    assert "capital" not in found_["Gate"]


def test_the_still_map_has_the_outline_too(found, scene, vell, somewhere):
    """On paper as in the browser: the district's shape, not a circle about its middle."""
    incident = replace(found.incidents[0], accounts=(somewhere,))
    of_vell = replace(scene, gazetteer=vell)
    ground = base.draw(vell, set())
    header = {"title": "", "subtitle": "", "notice": "", "credits": []}
    picture = still.draw(
        of_vell, ground, [incident], header={**header, "places": [], "bounds": None}
    )

    assert [s["kind"] for s in picture["shapes"]] == ["somewhere"]
