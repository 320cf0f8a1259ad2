"""A small pack of two invented states, Lisk in the west and Orm in the east."""

import pytest

PACK = """\
id = "lisk"
title = "Lisk and Orm"
version = "1"
licence = "CC0-1.0"
credit = "nobody"
countries = ["XL", "XO"]

[[sources]]
id = "made-up"
title = "Invented"
licence = "CC0-1.0"

[border]
source = "invented"
version = "1"
date = "2020-01-01"
accuracy_m = 100
licence = "ODbL-1.0"
credit = "nobody"
"""
PLACES = """\
id,name,kind,country,admin,lat,lon,size_m,source,licence,checked
lisk,Lisk,country,XL,,50.1,9.8,20000,made-up,CC0-1.0,drawn
orm,Orm,country,XO,,50.1,10.2,20000,made-up,CC0-1.0,drawn
hill,Hill Province,province,XL,,50.1,9.9,9000,made-up,CC0-1.0,drawn
marn,Marn,town,XL,hill,50.10,9.95,1000,made-up,CC0-1.0,drawn
tarn,Lake Tarn,lake,XL,hill,50.12,9.995,600,made-up,CC0-1.0,drawn
oss,"Oss",village,XO,,50.10,10.05,500,made-up,CC0-1.0,unchecked
"""
NAMES = """\
place_id,text,language,script,side,period,source
marn,Marno,en,Latn,lisk,until 1990,made-up
marn,Марн,ru,Cyrl,,,made-up
tarn,Tarn Lake,en,Latn,,,made-up
"""
PARTIES = """\
[[party]]
id = "lisk"
name = "Lisk"
kind = "state"
country = "XL"
demonyms = ["Lisker", "Liskers"]
capitals = ["Marn"]
people = [{ names = ["Ann Bell", "Bell"], office = "premier" }]

[[party]]
id = "orm"
name = "Orm"
kind = "state"
country = "XO"
"""
BORDERS = """\
{"type":"FeatureCollection","features":[
{"type":"Feature","properties":{"id":"main","a":"lisk","b":"orm","section":"main","exclave":"",\
"accuracy_m":100},"geometry":{"type":"LineString","coordinates":[[10.0,50.0],[10.0,50.2]]}},
{"type":"Feature","properties":{"kind":"outline","country":"XL"},"geometry":{"type":"Polygon",\
"coordinates":[[[9.7,50.0],[10.0,50.0],[10.0,50.2],[9.7,50.2],[9.7,50.0]]]}},
{"type":"Feature","properties":{"kind":"outline","country":"XO"},"geometry":{"type":"Polygon",\
"coordinates":[[[10.0,50.0],[10.3,50.0],[10.3,50.2],[10.0,50.2],[10.0,50.0]]]}}
]}
"""
FILES = {
    "pack.toml": PACK,
    "places.csv": PLACES,
    "names.csv": NAMES,
    "parties.toml": PARTIES,
    "borders.geojson": BORDERS,
}


@pytest.fixture
def write(tmp_path):
    """Return a function that writes the pack; a change is new content, a rewriting, or None."""

    def write_(**changes):
        folder = tmp_path / "lisk"
        folder.mkdir(exist_ok=True)
        for name, text in FILES.items():
            content = changes.get(name.partition(".")[0], text)
            content = content(text) if callable(content) else content
            if content is not None:
                raw = content if isinstance(content, bytes) else content.encode()
                (folder / name).write_bytes(raw)
        return folder

    return write_
