"""The project for QGIS: every layer of the file beside it, styled, and every relation."""

from xml.etree import ElementTree as ET

import pytest

from geoincidents import export
from geoincidents.export import layers, project, styles


@pytest.fixture
def made(rich):
    """Return the project, parsed."""
    return ET.fromstring(export.contents(rich)[project.NAME])  # noqa: S314 -- ours


def test_every_layer_is_in_the_tree_and_found_beside_the_project(made):
    """By a relative path: the folder may be moved."""
    sources = {e.findtext("layername"): e.findtext("datasource") for e in made.iter("maplayer")}
    tree = [e.get("name") for e in made.iter("layer-tree-layer")]

    assert {*tree} == {*sources} == {layer.name for layer in layers.LAYERS}
    assert tree[0] == "incidents"
    assert all(s == f"./incidents.gpkg|layername={name}" for name, s in sources.items())


def test_a_layer_is_styled_as_when_it_is_opened_by_itself(made, rich):
    """The same elements as in its own style."""
    style = ET.fromstring(styles.styles(export.source_of(rich).about)["areas"])  # noqa: S314 -- ours
    (layer,) = [e for e in made.iter("maplayer") if e.findtext("layername") == "areas"]

    for tag in ("renderer-v2", "labeling", "temporal", "mapTip"):
        assert ET.tostring(layer.find(tag)).strip() == ET.tostring(style.find(tag)).strip()


def test_every_reference_is_a_relation_between_layers_of_the_project(made):
    """Both ends and both columns exist."""
    names = {e.findtext("id"): e.findtext("layername") for e in made.iter("maplayer")}
    found = {
        (names[r.get("referencingLayer")], r[0].get("referencingField"),
         names[r.get("referencedLayer")], r[0].get("referencedField"))
        for r in made.iter("relation")
    }  # fmt: skip

    assert found == {(x.name, *parent) for x in layers.LAYERS for parent in x.parents}
    assert all(key in layers.BY_NAME[parent].names for _, _, parent, key in found)
    assert min(map(len, names)) > 10  # QGIS gives shorter ids anew, and relations get lost


def test_the_first_view_holds_the_incidents(made):
    """With room around them."""
    west, south, east, north = (float(e.text) for e in made.find("mapcanvas/extent"))

    assert west < 45.05 < east
    assert south < 40.05 < north


def test_without_a_point_the_first_view_is_the_world(run):
    """And the project opens all the same."""
    run.incidents = ()
    made = ET.fromstring(export.contents(run)[project.NAME])  # noqa: S314 -- ours

    assert [float(e.text) for e in made.find("mapcanvas/extent")] == [-180, -90, 180, 90]
