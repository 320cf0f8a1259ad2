"""Proposed rows, from a stub of Nominatim on this machine."""

import csv
import io
import json
import threading
from http.server import BaseHTTPRequestHandler, HTTPServer
from urllib.parse import parse_qs, urlsplit

import pytest

from geoincidents import packmaking
from geoincidents.errors import OnlineError
from geoincidents.packmaking.suggesting import USER_AGENT, Server

LISK = {
    "lat": "50.12345",
    "lon": "11.5",
    "name": "Лиск",
    "display_name": "Лиск, Senn, Arland",
    "addresstype": "village",
    "class": "place",
    "type": "village",
    "osm_type": "node",
    "osm_id": 7,
    "address": {"country_code": "aa"},
    "boundingbox": ["50.1", "50.14", "11.4", "11.6"],
    "namedetails": {"name": "Лиск", "name:en": "Lisk", "name:ru": "Лиск", "alt_name": "Old Lisk"},
}


@pytest.fixture
def stub():
    """Return a server and the questions that it was asked; it knows one village."""
    asked = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self):  # the name that the library calls
            query = parse_qs(urlsplit(self.path).query)
            asked.append((query, self.headers["User-Agent"]))
            name = query["q"][0]
            status = 503 if name == "Down" else 200
            body = json.dumps([LISK] if name == "Lisk" else []).encode()
            self.send_response(status)
            self.send_header("Content-Type", "application/json")
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_words):
            """Say nothing."""

    server = HTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield Server(url=f"http://127.0.0.1:{server.server_port}", pause_s=0.0, timeout_s=5.0), asked
    server.shutdown()
    thread.join()
    server.server_close()


def _rows(told, heading):
    text = told.split(f"# {heading}\n")[1].split("\n#")[0]
    return [*csv.DictReader(io.StringIO(text))]


def test_a_place_is_proposed_as_a_row_that_nobody_checked(stub):
    """Kind, country, position, size; source, licence, and "unchecked"."""
    (row,) = _rows(packmaking.suggest(["Lisk"], stub[0]), "places.csv")

    assert row["id"] == "lisk"
    assert (row["name"], row["kind"], row["country"]) == ("Lisk", "village", "AA")
    assert (row["lat"], row["lon"]) == ("50.12345", "11.50000")
    assert int(row["size_m"]) == pytest.approx(7130, abs=20)
    assert (row["source"], row["licence"]) == ("osm", "ODbL-1.0")
    assert row["checked"] == "unchecked; OpenStreetMap node 7"


def test_names_are_proposed_by_language(stub):
    """The display name is not repeated; names without a language are left."""
    (row,) = _rows(packmaking.suggest(["Lisk"], stub[0]), "names.csv")

    assert (row["place_id"], row["text"], row["language"], row["script"]) == (
        *("lisk", "Лиск", "ru", "Cyrl"),
    )


def test_the_server_is_told_who_asks(stub):
    """The public server demands it."""
    server, asked = stub
    packmaking.suggest(["Lisk"], server)

    assert [agent for _, agent in asked] == [USER_AGENT]


def test_a_name_that_is_not_found_is_told(stub):
    """No row is made up."""
    told = packmaking.suggest(["Nowhere"], stub[0])

    assert "# Nowhere: not found" in told
    assert "places.csv" not in told


def test_a_server_that_fails_is_told_in_words(stub):
    """Asked once, not hammered."""
    server, asked = stub

    with pytest.raises(OnlineError, match="no answer for 'Down'"):
        packmaking.suggest(["Down"], server)

    assert len(asked) == 1


def test_a_server_that_is_not_there_is_told_in_words():
    """No traceback when the network is off."""
    with pytest.raises(OnlineError, match="no answer for 'Lisk'"):
        packmaking.suggest(["Lisk"], Server(url="http://127.0.0.1:9", timeout_s=1.0))
