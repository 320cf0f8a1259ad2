"""Styles: well-formed, of known fields only, the page's symbols, tips that obey no field."""

import base64
import re
import tomllib
from xml.etree import ElementTree as ET

import pytest

from geoincidents import export, resources
from geoincidents.export import layers, styles
from geoincidents.model import Status

LABELLED = {"incidents", "accounts", "depth_lines", "border", "areas", "doubt"}
SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture
def drawn(run):
    """Return each layer's style, parsed."""
    made = styles.styles(export.source_of(run).about)
    return {name: ET.fromstring(text) for name, text in made.items()}  # noqa: S314 -- ours


def _fields(words):
    return {*re.findall(r'"(\w+)"', words)}


@pytest.mark.parametrize("layer", layers.LAYERS, ids=lambda layer: layer.name)
def test_a_style_names_only_fields_of_its_layer(layer, drawn):
    """In labels, map tips, categories, symbols and time."""
    style = drawn[layer.name]
    words = [style.findtext("mapTip"), style.findtext("previewExpression")]
    words += [e.get("value", "") for e in style.iter("Option") if e.get("name") == "expression"]
    words += [e.get("fieldName", "") for e in style.iter("text-style")]
    time = style.find("temporal")
    used = {*filter(None, (time.get("startField"), time.get("endField")))}
    used |= {e.get("attr") for e in style.iter("renderer-v2") if e.get("attr")}

    assert {*used, *(name for text in words for name in _fields(text))} <= {*layer.names}


@pytest.mark.parametrize("name", sorted(LABELLED))
def test_a_layer_that_is_shown_is_labelled(name, drawn):
    """At every scale: a limit the wrong way round would hide all labels without a word."""
    style = drawn[name]

    assert style.get("labelsEnabled") == "1"
    assert style.find("labeling//rendering").get("scaleVisibility") == "0"
    assert style.find("labeling//text-style").get("allowHtml") == "0"


def test_ground_within_a_depth_is_not_shown(drawn):
    """It is for measuring; nothing is shaded as held."""
    style = drawn["depth_strips"]

    assert style.find("renderer-v2").get("type") == "nullSymbol"
    assert style.get("labelsEnabled") == "0"


def test_incidents_have_a_symbol_a_status(drawn):
    """The page's own, in the page's order, in the legend's words."""
    found = [(c.get("value"), c.get("label")) for c in drawn["incidents"].iter("category")]

    assert {value for value, _ in found} == {*Status}
    assert found[0] == ("both_sides", "said by both sides")
    assert len({*_pictures(drawn["incidents"])}) == 10  # exact and vague places


def _pictures(style):
    text = ET.tostring(style, encoding="unicode")
    return [base64.b64decode(code) for code in re.findall(r"base64:([\w+/=]+)", text)]


def test_a_symbol_is_drawn_in_the_colour_of_its_status(drawn):
    """No class or variable is left that only a page knows."""
    theme = tomllib.loads(resources.webmap_file("theme.toml").read_text(encoding="utf-8"))
    for code in _pictures(drawn["incidents"]):
        picture = ET.fromstring(code)  # noqa: S314 -- ours
        css = [e.get("style") for e in picture.iter() if e.tag != f"{SVG}svg"]

        assert all(css)
        assert not any("var(" in words or "currentColor" in words for words in css)
        assert any(theme["colours"][status] in words for status in Status for words in css)


def test_reported_areas_are_hatched(drawn):
    """Hatching and a dashed edge, no fill: their shape is not reported."""
    kinds = [e.get("class") for e in drawn["areas"].find("renderer-v2/symbols/symbol")]

    assert kinds == ["LinePatternFill", "SimpleLine"]


@pytest.mark.parametrize("layer", layers.LAYERS, ids=lambda layer: layer.name)
def test_a_tip_shows_no_field_as_markup(layer, drawn):
    """Each stands in three replacements, the ampersand first."""
    tip = drawn[layer.name].findtext("mapTip")
    shown = re.findall(r'to_string\("(\w+)"\)', tip)
    escaped = re.findall(
        r"replace\(replace\(replace\(to_string\(\"(\w+)\"\), '&', '&amp;'\), '<', '&lt;'\), "
        r"'>', '&gt;'\)",
        tip,
    )

    assert shown == escaped
    assert {*shown} == _fields(tip)


@pytest.mark.parametrize("layer", layers.LAYERS, ids=lambda layer: layer.name)
def test_time_is_set_where_a_layer_has_dates(layer, drawn):
    """Start and end, and no time for a border."""
    time = drawn[layer.name].find("temporal")
    dated = "date_start" in layer.names and bool(layer.geometry)

    assert time.get("enabled") == str(int(dated))
    if dated:
        assert (time.get("startField"), time.get("endField")) == ("date_start", "date_end")


def test_a_style_says_what_a_layer_may_be_used_for(drawn):
    """Licence and credit are in the layer's properties."""
    told = drawn["depth_lines"].find("resourceMetadata")

    assert told.findtext("license") == "ODbL-1.0"
    assert told.findtext("rights") == "names: invented; (c) surveyors of Lisk"
