"""Laws of `shapes.draw`, whatever an account says."""

import subprocess
import sys

import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st

from geoincidents import shapes
from geoincidents.model import (
    MeasuredFrom,
    MeasureKind,
    ShapeKind,
    Stance,
    Vague,
    WherePrecision,
    WhereRole,
)

PLACES = (
    "lisk", "orm", "high-lisk", "north-ward", "dol", "ket", "far", "tarn", "inland", "long-lake",
    "dolby", "silt", "ford-road", "wide-lake", "ridge", "big-city", "long-border", None,
)  # fmt: skip
AREAL = {ShapeKind.DOUBT, ShapeKind.AREA_DISC, ShapeKind.AREA_BAND}


@st.composite
def accounts(draw, land):
    """Return accounts of places and figures of all kinds."""
    places = draw(
        st.lists(
            st.builds(
                lambda place, role, report, vague, inferred: land.where(
                    place, role, report=report, vague=None if place else vague, inferred=inferred
                ),
                st.sampled_from(PLACES),
                st.sampled_from(WhereRole),
                st.sampled_from(["r1", "r2"]),
                st.sampled_from([None, *Vague]),
                st.booleans(),
            ),
            max_size=4,
        )
    )
    kinds = [MeasureKind.DEPTH, MeasureKind.AREA, MeasureKind.DISTANCE, MeasureKind.KILLED]
    figures = draw(
        st.lists(
            st.builds(
                lambda kind, low, more, origin: land.measure(
                    kind,
                    low if low is None or kind is not MeasureKind.AREA else low * 1000,
                    None if low is None else (low + more) * (1000 if kind == "area" else 1),
                    measured_from=origin,
                ),
                st.sampled_from(kinds),
                st.none() | st.floats(0.1, 300_000),
                st.sampled_from([0.0, 1500.0]),
                st.sampled_from(MeasuredFrom),
            ),
            max_size=3,
        )
    )
    sides = st.sampled_from(["LS", "OR", "band", None])
    return land.account(
        *places, measures=tuple(figures), by=draw(sides), actor=draw(sides), target=draw(sides),
        stance=draw(st.sampled_from(Stance)),
    )  # fmt: skip


def flat(shape):
    """Return a shape's geometry."""
    return shapely.geometry.shape(
        {"type": shape.geometry.type, "coordinates": shape.geometry.coordinates}
    )


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_every_shape_is_valid_and_has_its_words(land, data):
    """Valid geometry of the right dimension, a reason, and words for each figure."""
    points = data.draw(st.sampled_from([land.straight, land.bent]))
    told = land.drawn(data.draw(accounts(land)), land.gazetteer(points))

    for shape in told.shapes:
        assert flat(shape).is_valid
        assert not flat(shape).is_empty
        assert ("Polygon" in shape.geometry.type) is (shape.kind in AREAL)
        assert shape.reason
        assert shape.passages


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_a_point_and_its_reason_exclude_each_other(land, data):
    """Placed within a district or province or nearer, or unplaced with the reason."""
    told = land.drawn(data.draw(accounts(land)))

    is_placed = told.where_prec <= WherePrecision.PROVINCE
    assert (told.position is not None) is is_placed
    assert (told.geom_role is not None) is is_placed
    assert (told.unplaced_reason == "") is is_placed


@settings(max_examples=40, deadline=None)
@given(st.data())
def test_the_doubt_holds_its_place(land, data):
    """Where the mark stands is within its own doubt."""
    told = land.drawn(data.draw(accounts(land)))
    doubts = land.of_kind(told, ShapeKind.DOUBT)
    marks = [s for s in told.shapes if s.kind in {ShapeKind.SITE, ShapeKind.LABEL}]

    assert len(doubts) == len(marks)
    for doubt, mark in zip(doubts, marks, strict=True):
        assert flat(doubt).buffer(2e-6).covers(flat(mark))


@settings(max_examples=20, deadline=None)
@given(st.data())
def test_drawing_twice_gives_the_same(land, data):
    """The same account has the same shapes, and drawing what is drawn changes nothing."""
    account = data.draw(accounts(land))
    once = land.drawn(account)

    assert land.drawn(account) == once
    assert land.drawn(once) == once


def test_the_accounts_of_an_incident_are_drawn_apart(land):
    """One side's shapes do not depend on the other's words."""
    first = land.account(land.where("tarn"))
    second = land.account(land.where("dol"), by="OR", stance=Stance.DISPUTES_PLACE)

    both = shapes.draw(land.incident(first, second), land.gazetteer()).accounts

    assert both == (land.drawn(first), land.drawn(second))


def test_what_else_an_incident_holds_is_left_alone(land):
    """Only accounts change."""
    incident = land.incident(land.account(land.where("tarn")))

    drawn = shapes.draw(incident, land.gazetteer())

    assert (drawn.id, drawn.claims, drawn.status) == (
        incident.id, incident.claims, incident.status,
    )  # fmt: skip


@pytest.mark.parametrize("library", ["numpy", "shapely", "pyproj", "geopy"])
def test_naming_the_stage_loads_no_heavy_library(library):
    """`extract` imports the pipeline, but draws nothing."""
    code = f"import sys, geoincidents.shapes; sys.exit({library!r} in sys.modules)"

    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
