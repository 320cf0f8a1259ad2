"""Whatever stands in the files of a pack, checking it ends with words."""

import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from geoincidents import gazetteer
from geoincidents.errors import PackError

NAMES = ("pack", "places", "names", "parties", "borders")
SETTINGS = settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
TOML_VALUES = ("1", "1.5", "true", '""', '"x"', "[]", "[1]", '[["x"]]', "{}", "1979-05-27")
TOML_VALUES += ("{ names = 1 }", "[{}]", '[{ names = ["Xen"], office = 1 }]')
TOML_VALUES += ('[{ names = [], office = "x" }]',)
json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=5), inner, max_size=4)
    ),
    max_leaves=12,
)


def tell(folder):
    """Return the faults, having tried to load a pack that has none."""
    faults = gazetteer.faults(folder)
    if not faults:
        gazetteer.load([folder])
    return faults


@SETTINGS
@given(name=st.sampled_from(NAMES), content=st.binary(max_size=200))
def test_any_bytes_are_told_not_raised(write, name, content):
    """A file of noise is a fault or an empty table, never a traceback."""
    tell(write(**{name: content}))


@SETTINGS
@given(
    name=st.sampled_from(NAMES),
    at=st.integers(0, 700),
    length=st.integers(0, 40),
    put=st.text(max_size=8),
)
def test_any_slip_is_told_not_raised(write, name, at, length, put):
    """A stretch of a sound file lost or overwritten raises nothing."""
    tell(write(**{name: lambda text: text[:at] + put + text[at + length :]}))


@SETTINGS
@given(
    key=st.sampled_from(["id", "a", "b", "section", "exclave", "accuracy_m", "kind", "country"]),
    value=json_values,
    geometry=json_values,
    is_outline=st.booleans(),
)
def test_any_feature_is_told_not_raised(write, key, value, geometry, is_outline):
    """Values of any type in properties and coordinates raise nothing."""
    properties = {"id": "main", "a": "lisk", "b": "orm", "accuracy_m": 100}
    kind = "LineString"
    if is_outline:
        properties, kind = {"kind": "outline", "country": "XL"}, "Polygon"
    feature = {
        "type": "Feature",
        "properties": properties | {key: value},
        "geometry": {"type": kind, "coordinates": geometry},
    }
    text = json.dumps({"type": "FeatureCollection", "features": [feature]})

    tell(write(borders=text))


@SETTINGS
@given(
    key=st.sampled_from(["id", "name", "kind", "country", "demonyms", "people", "media"]),
    value=st.sampled_from(TOML_VALUES),
)
def test_any_value_of_a_party_is_told_not_raised(write, key, value):
    """Values of any type in `parties.toml` raise nothing."""
    party = {"id": '"lisk"', "name": '"Lisk"', "kind": '"state"', "country": '"XL"'}
    rows = "\n".join(f"{k} = {v}" for k, v in (party | {key: value}).items())

    tell(write(parties=f"[[party]]\n{rows}\n", names=None, borders=None))


@pytest.mark.parametrize("opening", ["[", '{"a":', "[1,"], ids=["lists", "objects", "items"])
def test_deep_nesting_is_told(write, opening):
    """A hundred thousand brackets end with a fault."""
    assert tell(write(borders=opening * 100_000))


def test_the_error_shows_twenty_faults_at_most(write):
    """A long list is cut, and its length told."""
    row = "x,X1,hamlet,XL,,50,9,1,made-up,CC0-1.0,drawn\n"
    folder = write(places=lambda text: text + row * 50)

    with pytest.raises(PackError) as caught:
        gazetteer.load([folder])

    assert len(str(caught.value).splitlines()) == 21
    assert len(caught.value.faults) > 90
