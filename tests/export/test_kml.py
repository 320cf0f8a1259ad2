"""KML: well-formed whatever a report says, with times, types and the licence."""

from dataclasses import replace
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geoincidents import export
from geoincidents.export import formats, kml, layers

KML = "{http://www.opengis.net/kml/2.2}"


def _written(run):
    content = b"".join(formats.written(export.source_of(run), "incidents.kml"))
    return ET.fromstring(content)  # noqa: S314 -- ours


@given(st.text())
def test_any_text_is_well_formed(words):
    """Markup is escaped, what XML forbids becomes a mark of replacement."""
    made = ET.fromstring(f'<a b="{kml.text(words)}">{kml.text(words)}</a>')  # noqa: S314 -- ours
    plain = words.replace("\r\n", "\n").replace("\r", "\n")

    assert len(made.text or "") == len(plain)


def test_a_hostile_place_is_text(run, incident):
    """No element of it arrives."""
    account = replace(incident.accounts[0], place_label="</Placemark><Script>&")
    run.incidents = (replace(incident, title="<b>1 < 2</b>", accounts=(account,)),)
    made = _written(run)

    assert made.find(f".//{KML}Script") is None
    assert made.findtext(f".//{KML}Folder/{KML}Placemark/{KML}name") == "<b>1 < 2</b>"


def test_a_folder_a_layer_and_a_mark_a_row(rich):
    """Rows without a point as well."""
    made = _written(rich)
    found = {f.findtext(f"{KML}name"): len(f.findall(f"{KML}Placemark"))
             for f in made.iter(f"{KML}Folder")}  # fmt: skip

    assert {*found} == {layer.name for layer in formats.KML}
    assert found["incidents"] == 2
    assert found["accounts"] == 4


def test_dates_are_a_span_of_time(run):
    """First and last day, as a slider takes them."""
    span = _written(run).find(f".//{KML}Placemark/{KML}TimeSpan")

    assert (span.findtext(f"{KML}begin"), span.findtext(f"{KML}end")) == ("2023-04-04",) * 2


def test_data_are_typed(rich):
    """By a schema a layer, with all its columns."""
    schema = _written(rich).find(f".//{KML}Schema[@id='accounts']")
    types = {f.get("name"): f.get("type") for f in schema}

    assert [*types] == [*layers.BY_NAME["accounts"].names]
    assert (types["troops_low"], types["depth_m_low"]) == ("int", "double")


def test_the_document_names_licence_and_credit(run):
    """Where a viewer shows it."""
    told = _written(run).findtext(f"{KML}Document/{KML}description")

    assert "licence: ODbL-1.0" in told
    assert "(c) surveyors of Lisk" in told


@pytest.mark.parametrize("tag", ["href", "NetworkLink", "script"])
def test_nothing_is_fetched(rich, tag):
    """No icon, link or script of elsewhere."""
    assert _written(rich).find(f".//{KML}{tag}") is None
