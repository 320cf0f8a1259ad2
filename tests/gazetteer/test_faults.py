"""Each fault of a pack is told with file, line and mend."""

import json

import pytest

from geoincidents import gazetteer

NORTH, SOUTH, MIDDLE = 50.2, 50.0, 10.0


def ring(west, east):
    """Return a closed ring, counter-clockwise."""
    return [[west, SOUTH], [east, SOUTH], [east, NORTH], [west, NORTH], [west, SOUTH]]


def outline(country, coordinates, kind="Polygon"):
    """Return an outline as a feature."""
    geometry = {"type": kind, "coordinates": coordinates}
    return {
        "type": "Feature",
        "properties": {"kind": "outline", "country": country},
        "geometry": geometry,
    }


def line(vertices=((MIDDLE, SOUTH), (MIDDLE, NORTH)), **changes):
    """Return a border line as a feature, Lisk on its left."""
    properties = {"id": "main", "a": "lisk", "b": "orm", "section": "main", "exclave": ""}
    properties |= {"accuracy_m": 100, **changes}
    geometry = {"type": "LineString", "coordinates": [list(v) for v in vertices]}
    return {"type": "Feature", "properties": properties, "geometry": geometry}


def borders(*features):
    """Return the text of a `borders.geojson`, a feature a line."""
    rows = ",\n".join(map(json.dumps, features))
    return f'{{"type":"FeatureCollection","features":[\n{rows}\n]}}\n'


BOW_TIE = [[9.7, 50.0], [10.0, 50.2], [10.0, 50.0], [9.7, 50.2], [9.7, 50.0]]


def swap(old, new):
    """Return a rewriting that replaces a part which must be there."""

    def rewrite(text):
        assert old in text
        return text.replace(old, new, 1)

    return rewrite


def plus(more):
    """Return a rewriting that adds to the end."""
    return lambda text: text + more


def test_a_sound_pack_has_no_fault(write):
    """The pack that all cases start from is right."""
    assert gazetteer.faults(write()) == ()


FAULTS = {
    "a byte-order mark": (
        "places",
        lambda text: b"\xef\xbb\xbf" + text.encode(),
        1,
        "byte-order mark",
    ),
    "bytes that are not UTF-8": (
        "places",
        lambda text: text.encode() + b"x,\xff\n",
        8,
        "byte 0xff is not UTF-8",
    ),
    "another separator": ("places", lambda text: text.replace(",", ";"), 1, "separated by ';'"),
    "a missing column": ("places", swap("licence,", ""), 1, "column 'licence' is missing"),
    "a repeated column": ("places", swap("name", "kind"), 1, "'kind' stands 2 times"),
    "an unknown column": ("places", swap("size_m", "size"), 1, "column 'size' is unknown"),
    "a short row": ("places", swap(",unchecked", ""), 7, "has 10 cells instead of 11"),
    "a long row": ("places", swap("unchecked", "a,b"), 7, "has 12 cells instead of 11"),
    "an open quote": ("places", swap('"Oss"', '"Oss'), 7, "is not CSV"),
    "a huge cell": ("places", swap("Marn,", "M" * 200_000 + ","), 5, "is not CSV"),
    "a place id twice": ("places", swap("oss,", "marn,"), 7, "'marn' stands on line 5"),
    "a place id with capitals": ("places", swap("oss,", "Oss,"), 7, "id 'Oss' is not"),
    "an unknown kind": ("places", swap("village", "hamlet"), 7, "kind 'hamlet' is unknown"),
    "an unknown country": ("places", swap("XO,,50.10", "Orm,,50.10"), 7, "'Orm' is not an"),
    "an unknown admin": (
        "places",
        swap("XL,hill,50.10", "XL,hall,50.10"),
        5,
        "admin 'hall' is not the id",
    ),
    "an admin that is no area": (
        "places",
        swap("lake,XL,hill", "lake,XL,marn"),
        6,
        "admin 'marn' is a town",
    ),
    "an admin that is the place itself": (
        "places",
        swap("province,XL,", "province,XL,hill"),
        4,
        "admin 'hill' is not the id of another",
    ),
    "a latitude beyond the pole": ("places", swap("50.10,9.95", "95,9.95"), 5, "-90..90"),
    "a longitude beyond the date line": (
        "places",
        swap("50.10,9.95", "50.10,245.1"),
        5,
        "longitude 245.1 is outside -180..180",
    ),
    "a latitude that is no number": (
        "places",
        swap("50.10,9.95", "nan,9.95"),
        5,
        "latitude 'nan' is not a number",
    ),
    "a decimal comma": (
        "places",
        swap("50.10,9.95", '"50,10",9.95'),
        5,
        "latitude '50,10' is not a number",
    ),
    "an infinite size": ("places", swap("1000,", "1e999,"), 5, "size_m '1e999' is not"),
    "a size of nothing": ("places", swap("1000,", "0,"), 5, "size_m 0 is outside 1..1000"),
    "coordinates swapped": (
        "places",
        swap("50.10,9.95", "9.95,50.10"),
        5,
        "look swapped",
    ),
    "a place without source": (
        "places",
        swap("500,made-up", "500,"),
        7,
        "source is empty",
    ),
    "a place without licence": (
        "places",
        swap("CC0-1.0,unchecked", ",unchecked"),
        7,
        "licence is empty",
    ),
    "a place without check": ("places", swap("unchecked", ""), 7, "checked is empty"),
    "a source that is not listed": (
        "places",
        swap("500,made-up", "500,hearsay"),
        7,
        "source 'hearsay' is not the id",
    ),
    "a name of one letter": ("places", swap('"Oss"', "O"), 7, "fewer than 2 letters"),
    "a name with stray spaces": ("places", swap('"Oss"', "Oss "), 7, "has stray spaces"),
    "a name of two scripts": (
        "places",
        swap('"Oss"', "О\N{LATIN SMALL LETTER S}s"),
        7,
        "mixes letters of Cyrillic and Latin",
    ),
    "a hidden character": (
        "names",
        swap("Marno", "Mar\N{ZERO WIDTH SPACE}no"),
        2,
        "hidden character U+200B",
    ),
    "a name of no place": ("names", swap("tarn,", "torn,"), 4, "'torn' is not in places"),
    "a name of an unknown side": ("names", swap("lisk", "lask"), 2, "side 'lask' is not"),
    "a name in no language": ("names", swap(",ru,", ",Russian,"), 3, "language 'Russian'"),
    "a name in no script": ("names", swap("Cyrl", "cyr"), 3, "script 'cyr' is not"),
    "a name without source": ("names", swap("1990,made-up", "1990,"), 2, "source is empty"),
    "a name twice": ("names", plus("marn,Marno,en,Latn,,,made-up\n"), 5, "stands on line 2"),
    "no names at all": ("names", "", 1, "column 'place_id' is missing"),
    "a pack file that is not TOML": ("pack", plus("\noops"), 21, "is not TOML"),
    "a pack of a country that has no code": (
        "pack",
        swap('["XL", "XO"]', '["XL", "Orm"]'),
        1,
        "country 'Orm' is not an ISO 3166 code",
    ),
    "a border in a list": ("pack", swap("[border]", "[[border]]"), 1, "'border' is not a table"),
    "a border without date": ("pack", swap('date = "2020-01-01"', ""), 1, "'date' is missing"),
    "sources in no list": ("pack", swap("[[sources]]", "[sources]"), 1, "not a list of tables"),
    "contested names in no table": (
        "pack",
        swap('countries = ["XL", "XO"]', 'countries = ["XL", "XO"]\ncontested = 1'),
        1,
        "'contested' is not a table",
    ),
    "contested names in no list": (
        "pack",
        plus('\n[contested]\nmarn = "Marn"\n'),
        1,
        "needs two names or more",
    ),
    "levels of positions in no table": (
        "pack",
        swap('countries = ["XL", "XO"]', 'countries = ["XL", "XO"]\npositions = 1'),
        1,
        "'positions' is not a list of tables",
    ),
    "a level of positions for no row": (
        "pack",
        plus("\n[[positions]]\nvillage = 400\n"),
        1,
        "'checked' is missing in [[positions]]",
    ),
    "a level of positions of an unknown kind": (
        "pack",
        plus('\n[[positions]]\nchecked = ["own"]\nhamlet = 400\n'),
        1,
        "kind 'hamlet' of [[positions]] is unknown",
    ),
    "a position that is off by nothing": (
        "pack",
        plus('\n[[positions]]\nchecked = ["own"]\nvillage = 0\n'),
        1,
        "'village' of [[positions]] is not a number of metres above zero",
    ),
    "a contested name that no row holds": (
        "pack",
        plus('\n[contested]\nmarn = ["Marn", "Mirn"]\n'),
        1,
        "contested name 'Mirn' is not a name of 'marn'",
    ),
    "a pack without licence": ("pack", swap("licence", "license"), 1, "'licence' is missing"),
    "a pack with a wrong id": ("pack", swap('"lisk"', '"Lisk 1"'), 1, "id 'Lisk 1' is not"),
    "a pack without countries": (
        "pack",
        swap('["XL", "XO"]', "[]"),
        1,
        "'countries' is missing",
    ),
    "a country of the pack without a row": (
        "pack",
        swap('"XO"]', '"XQ"]'),
        1,
        "country 'XQ' has no row",
    ),
    "a border without version": (
        "pack",
        swap('version = "1"\ndate', "date"),
        1,
        "'version' is missing in [border]",
    ),
    "a border without accuracy": (
        "pack",
        swap("accuracy_m = 100", "accuracy_m = 0"),
        1,
        "'accuracy_m' of [border]",
    ),
    "a border that is not described": (
        "pack",
        lambda text: text.partition("[border]")[0],
        1,
        "[border] is missing",
    ),
    "a party id twice": (
        "parties",
        swap('id = "orm"', 'id = "lisk"'),
        10,
        "id 'lisk' stands on line 1",
    ),
    "a party of no kind": (
        "parties",
        swap('kind = "state"', 'kind = "kingdom"'),
        1,
        "kind 'kingdom' is unknown",
    ),
    "a party of an unknown country": (
        "parties",
        swap('"XO"', '"XQ"'),
        10,
        "country 'XQ' has no row",
    ),
    "a state without country": (
        "parties",
        swap('country = "XO"\n', ""),
        10,
        "country None is not",
    ),
    "a party with an unknown word list": (
        "parties",
        swap("demonyms", "demonym"),
        1,
        "'demonym' is unknown",
    ),
    "a word list that is a text": (
        "parties",
        swap('["Marn"]', '"Marn"'),
        1,
        "'capitals' is not a list of texts",
    ),
    "a party word of one letter": (
        "parties",
        swap('["Marn"]', '["M"]'),
        1,
        "'M' of 'capitals' has fewer",
    ),
    "a person without office": (
        "parties",
        swap(', office = "premier"', ""),
        1,
        "needs 'names', a list of texts, and 'office'",
    ),
    "borders that are not JSON": ("borders", "{", 1, "is not JSON"),
    "a coordinate that is not finite": (
        "borders",
        swap("50.2", "NaN"),
        1,
        "NaN is not a number",
    ),
    "borders that are no collection": ("borders", "[]", 1, "is not a GeoJSON FeatureCollection"),
    "a border line without id": ("borders", borders(line(id="")), 2, "'id' is missing"),
    "a border line id twice": (
        "borders",
        borders(line(), line()),
        3,
        "id 'main' stands on line 2",
    ),
    "a border line of an unknown party": (
        "borders",
        borders(line(b="arm")),
        2,
        "side 'arm' is not the id of a party",
    ),
    "a border line between one party": (
        "borders",
        borders(line(b="lisk")),
        2,
        "both sides are 'lisk'",
    ),
    "a border line without accuracy": (
        "borders",
        borders(line(accuracy_m=None)),
        2,
        "'accuracy_m' is not a number",
    ),
    "a border line of one vertex": ("borders", borders(line([(10, 50)])), 2, "has 1 vertices"),
    "a border line the wrong way round": (
        "borders",
        borders(line([(10, 50.2), (10, 50)]), outline("XL", [ring(9.7, 10)])),
        2,
        "turn the line round",
    ),
    "a vertex outside the world": (
        "borders",
        borders(outline("XL", [[[9, 50], [190, 50], [9, 51], [9, 50]]])),
        2,
        "vertex [190, 50] is outside",
    ),
    "an outline that is open": (
        "borders",
        borders(outline("XL", [ring(9.7, 10)[:-1]])),
        2,
        "end it where it starts",
    ),
    "an outline that crosses itself": (
        "borders",
        borders(outline("XL", [BOW_TIE])),
        2,
        "crosses itself near",
    ),
    "an outline of two vertices": (
        "borders",
        borders(outline("XL", [[[9, 50], [10, 50], [9, 50]]])),
        2,
        "has 3 vertices; it needs 4",
    ),
    "an outline that is a line": (
        "borders",
        borders(outline("XL", [[9, 50], [10, 50]], "LineString")),
        2,
        "is not a Polygon",
    ),
    "an outline twice": (
        "borders",
        borders(outline("XL", [ring(9.7, 10)]), outline("XL", [ring(9.7, 10)])),
        3,
        "has an outline already",
    ),
    "an outline of no country": (
        "borders",
        borders(outline("Lisk", [ring(9.7, 10)])),
        2,
        "country 'Lisk' is not",
    ),
}
FILES = {"borders": "borders.geojson", "pack": "pack.toml", "parties": "parties.toml"}


@pytest.mark.parametrize(("file", "content", "number", "words"), FAULTS.values(), ids=FAULTS)
def test_a_fault_is_told_with_its_line(write, file, content, number, words):
    """The message names the file and line, and holds what is wrong."""
    folder = write(**{file: content})

    path = folder / FILES.get(file, f"{file}.csv")
    told = [f for f in gazetteer.faults(folder) if f.startswith(f"{path.as_posix()}:{number}: ")]
    assert any(words in fault for fault in told), gazetteer.faults(folder)


def test_every_fault_is_told(write):
    """Faults of several files come in one list, file by file."""
    folder = write(places=swap("village", "hamlet"), names=swap("tarn,", "torn,"))

    first, second = gazetteer.faults(folder)
    assert "places.csv" in first
    assert "names.csv" in second


def test_a_missing_file_is_a_fault(write):
    """A pack needs its tables."""
    (fault,) = gazetteer.faults(write(names=None))

    assert "names.csv:1: cannot be read" in fault


def test_names_that_nothing_tells_apart_are_a_fault(write):
    """Two villages of one province may not share a name."""
    twin = "osso,Osso,village,XO,,50.11,10.06,500,made-up,CC0-1.0,drawn\n"
    names = "oss,Ossa,en,Latn,,,made-up\nosso,Ossa,en,Latn,,,made-up\n"

    (fault,) = gazetteer.faults(write(places=plus(twin), names=plus(names)))

    assert "names.csv:6: name 'ossa' is shared by 'oss' and 'osso'" in fault


def test_names_that_a_kind_tells_apart_are_none(write):
    """A town and its province may share a name."""
    names = "hill,Marn,en,Latn,,,made-up\n"

    assert gazetteer.faults(write(names=plus(names))) == ()


def test_a_cell_with_line_breaks_keeps_the_lines_of_the_next(write):
    """Line numbers count the file's lines, not the rows."""
    row = "x,Xen,hamlet,XO,,50,10,1,made-up,CC0-1.0,drawn\n"

    told = gazetteer.faults(write(places=lambda text: text.replace('"Oss"', '"Os\ns"') + row))

    assert any("places.csv:9: kind 'hamlet'" in fault for fault in told)
