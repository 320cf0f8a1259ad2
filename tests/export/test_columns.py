"""One table of columns feeds every format; figures stay beside who gives them."""

import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from geoincidents import export
from geoincidents.export import columns, dictionary, layers, rows, values
from geoincidents.export.column import ColumnType
from geoincidents.model import (
    DatePrecision,
    Hedge,
    MeasureKind,
    SpeakerRole,
    Stance,
    When,
    WherePrecision,
)

DICTIONARY = Path(__file__).parents[2] / "docs" / "data.md"
PYTHON = {
    ColumnType.TEXT: str,
    ColumnType.INTEGER: int,
    ColumnType.NUMBER: float,
    ColumnType.DATE: date,
    ColumnType.BOOLEAN: bool,
}


@pytest.fixture
def row(run):
    """Return the one row of incidents."""
    return next(rows.incidents(run, export.context_of(run)))


@pytest.fixture
def account_rows(run):
    """Return the rows of accounts."""
    return list(rows.accounts(run, export.context_of(run)))


def _values(row, own):
    return {column.name: column.value(row) for column in own}


def _changed(run, *accounts):
    (incident,) = run.incidents
    run.incidents = (replace(incident, accounts=accounts),)
    return run


def _placing(run):
    return rows.placing(run.incidents[0], export.context_of(run))


def test_the_dictionary_is_that_of_the_table(rich, pytestconfig):
    """`--regold` rewrites it."""
    if pytestconfig.getoption("--regold"):
        DICTIONARY.write_text(dictionary.dictionary(rich), encoding="utf-8")

    assert DICTIONARY.read_text(encoding="utf-8") == dictionary.dictionary(rich)


@pytest.mark.parametrize("layer", layers.LAYERS, ids=lambda layer: layer.name)
def test_every_column_has_an_example(layer, rich):
    """None is in the table that nothing can fill."""
    table = layers.table(layer, rich, export.context_of(rich))
    filled = [any(v is not None for v in values) for values in zip(*table.values(), strict=True)]

    assert [n for n, is_filled in zip(layer.names, filled, strict=True) if not is_filled] == []


@pytest.mark.parametrize("layer", layers.LAYERS, ids=lambda layer: layer.name)
def test_names_fit_every_reader_and_stand_once(layer):
    """Lower case, at most 30 characters; each with a meaning."""
    table = layer.flat
    names = [c.name for c in table]

    assert len(set(names)) == len(names)
    assert all(re.fullmatch(r"[a-z][a-z0-9_]{0,29}", n) for n in names)
    assert all(c.meaning for c in table)


def _all_rows(run):
    context = export.context_of(run)
    for layer in layers.LAYERS:
        yield from ((layer.flat, row) for row in layer.rows(run, context))


def test_every_value_has_its_columns_type(run):
    """No number among words, no list, no date with a time."""
    for table, row in _all_rows(run):
        for column in table:
            value = column.value(row)

            assert value is None or type(value) is PYTHON[column.type], column.name


def test_the_incident_keeps_claimants_apart(row):
    """Both sides in one row, no number of a single side."""
    found = _values(row, columns.INCIDENTS)

    assert found["depth_said"] == "3218.7 m (Lisk)"
    assert found["troops_said"] == "40 (Lisk)"
    assert (found["said_by"], found["answered_by"]) == ("Lisk", "Orvia")
    assert found["types_said"] == "incursion, says Lisk; incursion, denied by Orvia"
    assert found["status_word"] == "Said by Lisk, denied by Orvia"
    assert not any(c.type is ColumnType.NUMBER for c in columns.INCIDENTS if c.unit != "m")


def test_precision_is_a_number_a_word_and_metres(row):
    """Never one without the others."""
    found = _values(row, columns.INCIDENTS)

    assert (found["where_prec"], found["where_word"], found["where_m"]) == (1, "named site", 2000.0)
    assert (found["date_prec"], found["date_word"]) == (1, "day")
    assert (found["place"], found["place_by"]) == ("Lake Mere", "Lisk")


def test_an_account_has_its_own_figures(account_rows):
    """Bounds in SI, in whole persons for counts."""
    lisk, orvia = (_values(r, columns.ACCOUNTS) for r in account_rows)

    assert (lisk["depth_m_low"], lisk["depth_m_high"]) == (3218.688, 3218.688)
    assert (lisk["troops_low"], lisk["troops_high"]) == (40, 40)
    assert (lisk["actor_said"], lisk["target_said"]) == ("Orvia", "Lisk")
    assert (orvia["stance"], orvia["troops_low"], orvia["date_start"]) == ("denies", None, None)


def test_a_missing_date_is_never_that_of_publication(run, account_rows):
    """Null, with the precision that says why."""
    (incident,) = run.incidents
    undated = replace(account_rows[0].account, when=When(start=date(2023, 4, 5)))
    found = rows.IncidentRow(
        context=export.context_of(run),
        incident=replace(incident, accounts=(undated,)),
        account=undated,
    )

    assert _values(found, columns.INCIDENTS)["date_start"] is None
    assert _values(found, columns.INCIDENTS)["date_prec"] == 6


def test_the_most_precise_asserting_account_gives_the_point(run, incident):
    """A denial gives none, however precise."""
    lisk, orvia = incident.accounts
    vague = replace(lisk, where_prec=WherePrecision.PROVINCE)
    exact = replace(lisk, key="b", where_prec=WherePrecision.NEAR)
    denial = replace(orvia, where_prec=WherePrecision.SITE)

    assert _placing(_changed(run, denial, vague, exact)) == exact
    assert _placing(_changed(run, denial)) is None


def test_ties_of_precision_go_to_more_origins_then_to_the_first_by_key(run, incident):
    """The same run always gives the same point."""
    lisk = incident.accounts[0]
    silent = replace(lisk, key="a", claims=())
    other = replace(lisk, key="z")

    assert _placing(_changed(run, other, silent)) == other
    assert _placing(_changed(run, other, lisk)) == lisk


@pytest.mark.parametrize("prec", [5, 6, 7])
def test_a_line_a_country_or_nothing_gives_no_point(prec, incident):
    """No made-up point."""
    account = replace(incident.accounts[0], where_prec=WherePrecision(prec))

    assert rows.point(account) is None


def test_several_is_no_value(incident):
    """Its words stand in quotation marks."""
    depth = incident.accounts[0].measures[1]
    several = replace(depth, low=None, high=None, value=None, hedge=Hedge.SEVERAL)

    assert values.figure(several) == '"2 miles"'


@pytest.mark.parametrize(
    ("hedge", "low", "high", "written"),
    [
        (Hedge.EXACT, 3500.0, 3500.0, "3500 m"),
        (Hedge.ABOUT, 800.0, 800.0, "about 800 m"),
        (Hedge.AT_MOST, None, 300.0, "up to 300 m"),
        (Hedge.AT_LEAST, 300.0, None, "at least 300 m"),
        (Hedge.EXACT, 200.0, 300.0, "200-300 m"),
        (Hedge.EXACT, 12_345_678.9, 12_345_678.9, "12345678.9 m"),
    ],
)
def test_a_figure_is_plain_and_keeps_its_hedge(hedge, low, high, written, incident):
    """No thousands separators, no exponent."""
    depth = replace(incident.accounts[0].measures[1], hedge=hedge, low=low, high=high)

    assert values.figure(depth) == written


def test_two_areas_of_one_account_are_never_joined(incident):
    """Ten in addition to forty stays two."""
    depth = incident.accounts[0].measures[1]
    areas = tuple(
        replace(depth, kind=MeasureKind.AREA, low=v, high=v, value=v) for v in (10e6, 40e6)
    )
    account = replace(incident.accounts[0], measures=areas)

    assert values.bound(account, MeasureKind.AREA, upper=True) is None
    assert values.bound(replace(account, measures=areas[:1]), MeasureKind.AREA, upper=True) == 10e6


def test_a_figure_said_by_another_is_no_bound_of_the_account(run, incident):
    """It stands beside its own speaker."""
    lisk, orvia = incident.accounts
    depth = replace(lisk.measures[1], said_by=orvia.claimant)
    account = replace(lisk, measures=(depth,))

    assert values.bound(account, MeasureKind.DEPTH, upper=True) is None
    assert values.said(account, MeasureKind.DEPTH, export.context_of(run)) == "3218.7 m (Orvia)"


def test_own_losses_are_called_so(run, incident):
    """A side's own losses and another's are told apart."""
    lisk = incident.accounts[0]
    killed = replace(lisk.measures[0], kind=MeasureKind.KILLED, of="lisk")
    other = replace(killed, of="orvia")
    account = replace(lisk, measures=(killed, other))

    said = values.said(account, MeasureKind.KILLED, export.context_of(run))

    assert said == "40 (Lisk, own); 40 (Lisk, of Orvia)"


def test_a_list_is_joined_once_each():
    """A semicolon inside an item cannot split it."""
    assert values.joined(["a; b", "c", "", "c"]) == "a, b; c"


def test_control_characters_reach_no_output(account_rows):
    """Escapes, NUL and line separators become spaces."""
    wild = replace(account_rows[0].account, place_label="A\x1b[2Jb\0c\u2028d")
    found = replace(account_rows[0], account=wild)

    assert _values(found, columns.ACCOUNTS)["place"] == "A [2Jb c d"


def test_alternatives_are_intervals():
    """Both readings of a date are kept."""
    other = (date(2021, 5, 1), date(2021, 5, 31))
    when = When(
        start=date(2022, 5, 1),
        end=date(2022, 5, 31),
        prec=DatePrecision.MONTH,
        alternatives=(other,),
    )

    assert values.alternatives(when) == "2021-05-01/2021-05-31"
    assert (values.start(when), values.end(when)) == (date(2022, 5, 1), date(2022, 5, 31))


def test_a_narrator_is_the_report_itself(run, told):
    """What an outlet states in its own voice is not a party's."""
    one = replace(
        told[0], speaker=replace(told[0].speaker, name="narrator", party_id=None,
                                 role=SpeakerRole.NARRATOR), stance=Stance.ASSERTS
    )  # fmt: skip
    context = export.context_of(run)
    row = rows.ClaimRow(
        context=context, incident=run.incidents[0], claim=one, report=context.reports["r1"]
    )

    assert values.claim_type_said(row) == "incursion, says the report itself"
