"""What the five founding reports must show; they are not in the repository."""

from datetime import date

import pytest

from geoincidents.model import (
    ClaimType,
    Hedge,
    MeasureKind,
    ShapeKind,
    Status,
    WherePrecision,
)


def _of(founding, test):
    """Return the one incident that passes a test."""
    (found,) = [i for i in founding if test(i)]
    return found


def _account(incident, key):
    return next(a for a in incident.accounts if a.key == key)


def _figures(account, kind):
    return sorted((m for m in account.measures if m.kind is kind), key=lambda m: m.low or 0)


def _all_figures(founding, kind):
    return {
        (round(m.low), a.key)
        for i in founding
        for a in i.accounts
        for m in _figures(a, kind)
        if m.low
    }


@pytest.fixture(scope="module")
def lake(founding):
    """Return the incident of 12 May 2021."""
    return _of(founding, lambda i: "12 May 2021" in i.title)


def test_the_crossing_of_12_may_is_one_incident_of_several_reports(lake):
    """Three reports at least tell it, from fewer origins than reports."""
    assert "Lake Sev" in lake.title
    assert len(lake.reports) >= 3
    assert len(lake.origins) < len(lake.reports)


def test_its_status_is_denied(lake):
    """Azerbaijan, a party to it, rejects it."""
    assert lake.status is Status.DENIED


def test_armenia_gives_three_depths_and_a_number_of_troops(lake):
    """Each figure is kept as said: two values, one vague, and about 250 men."""
    account = _account(lake, "armenia")

    depths = _figures(account, MeasureKind.DEPTH)
    assert [m.low for m in depths] == [None, pytest.approx(3218.688), 3500]
    assert depths[0].hedge is Hedge.SEVERAL
    assert [(m.low, m.hedge) for m in _figures(account, MeasureKind.TROOPS)] == [(250, Hedge.ABOUT)]


def test_its_mark_stands_on_the_lake_and_the_depth_says_it_is_joined(lake):
    """Place and depth come from different reports."""
    account = _account(lake, "armenia")

    assert account.place_id == "lake-sev"
    assert account.where_prec in {WherePrecision.SITE, WherePrecision.NEAR}
    bracket = next(s for s in account.shapes if s.kind is ShapeKind.DEPTH_BRACKET)
    assert bracket.joined
    assert (bracket.low, bracket.high) == (pytest.approx(3218.688), 3500)


def test_azerbaijan_is_drawn_on_its_own_side_without_fill(lake):
    """Its version is a line along the two districts' border."""
    account = _account(lake, "azerbaijan")

    places = {w.place_id for w in account.where}
    assert {"lachin-district", "kalbajar-district"} <= places
    lines = [s for s in account.shapes if s.kind is ShapeKind.COUNTER_LINE]
    assert lines
    assert all("LineString" in s.geometry.type for s in lines)


def test_the_sections_of_13_may_stay_apart_and_have_no_point(founding):
    """Two sections without a name are in the tray, the border lit on selection."""
    incident = _of(founding, lambda i: "13 May 2021" in i.title)

    account = _account(incident, "armenia")
    assert account.where_prec is WherePrecision.BORDER
    assert account.position is None
    assert account.border_ids


def test_each_side_tells_its_own_dead(founding):
    """105 and 50, by those who lost them."""
    killed = _all_figures(founding, MeasureKind.KILLED)

    assert {(105, "armenia"), (50, "azerbaijan")} <= killed
    own = [m.low for i in founding for a in i.accounts for m in a.measures if a.is_own_loss(m)]
    assert sorted(own) == [50, 105]


def test_three_areas_stay_three(founding):
    """100 by an outlet, 10 and 40 by Armenia; two units of one figure are one measure."""
    areas = _all_figures(founding, MeasureKind.AREA)

    assert {(10_000_000, "armenia"), (40_000_000, "armenia")} <= areas
    assert [key for area, key in areas if area == 100_000_000] == ["caliber news service"]
    assert len(areas) == 3


def test_the_earlier_area_keeps_both_years(founding):
    """A bare month told in September may be this year's or the last's."""
    incident = _of(founding, lambda i: any(m.low == 4e7 for a in i.accounts for m in a.measures))

    whens = [c.when for c in incident.claims if c.when.start]
    assert {(w.start.year, w.alternatives[0][0].year) for w in whens} == {(2022, 2021)}


def test_the_shelling_that_a_third_state_tells_is_others_only(founding):
    """No side of the conflict says it in these reports."""
    incident = _of(founding, lambda i: any(ClaimType.SHELLING in a.types for a in i.accounts))

    assert incident.status is Status.OTHERS_ONLY
    assert [a.key for a in incident.accounts] == ["united-states"]


def test_no_area_is_drawn_where_no_place_is_told(founding):
    """Nothing on the ground has a fill but doubt."""
    kinds = {s.kind for i in founding for a in i.accounts for s in a.shapes}

    assert not kinds & {ShapeKind.AREA_DISC, ShapeKind.AREA_BAND}


def test_the_handover_and_the_peacekeepers_are_background(founding):
    """Events of 2020 told in 2021 and 2022 are off on the map."""
    handover = _of(founding, lambda i: any(ClaimType.WITHDRAWAL in a.types for a in i.accounts))
    peacekeepers = [i for i in founding if any(m.low == 2000 for c in i.claims for m in c.measures)]

    assert handover.background
    assert peacekeepers
    assert all(i.background for i in peacekeepers)


def test_nothing_older_or_softer_is_an_incident(founding):
    """No 1990s, no 6,000 lives of a war, and no more incidents than there are events."""
    assert not [
        i for i in founding if any(c.when.end and c.when.end < date(2020, 1, 1) for c in i.claims)
    ]
    assert 6000 not in {n for n, _ in _all_figures(founding, MeasureKind.KILLED)}
    assert len([i for i in founding if not i.background]) <= 6


def test_every_figure_place_and_date_opens_its_words(founding):
    """Each span slices back to the words that are stored."""
    texts = {r.report.id: r.report.text for r in founding.readings}

    for incident in founding:
        for claim in incident.claims:
            passages = [*claim.evidence, claim.when.passage, claim.speaker.passage]
            passages += [w.passage for w in claim.where] + [m.passage for m in claim.measures]
            for passage in filter(None, passages):
                assert texts[passage.report_id][slice(*passage.span)] == passage.text
