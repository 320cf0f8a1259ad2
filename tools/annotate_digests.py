"""Make the annotations of our own digests: `NAME.json` from `NAME.txt` and `NAME.toml`.

The digests lie in `tests/reading/digests` and, each later set apart, in `digests_*` beside it.

    python tools/annotate_digests.py [--check]

The tables hold words; every offset is found here, so that none is typed. Evidence is
written "First words ... last words." With `--check` nothing is written, and the exit
status is 1 if a file differs. The schema is the one that `extract` prints.
"""

from __future__ import annotations

import argparse
import csv
import json
import re
import sys
import tomllib
from pathlib import Path
from typing import Any, TypeAlias

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "tests" / "reading"
SETS = "digests*"  # folders
# Of a place in several packs the last row stands.
PACKS = (
    ROOT / "gazetteer" / "south-caucasus",
    FOLDER / "pack",
    FOLDER / "invented",
)

Table: TypeAlias = dict[str, Any]  # Any: TOML and JSON values
Span: TypeAlias = list[int]

_KINDS = {"pass": "mountain", "facility": "other", "post": "other"}
# Villages, tanks and the like have no unit to convert to: the number itself stands.
_SI = {
    "km": 1e3,
    "m": 1.0,
    "mi": 1609.344,
    "yd": 0.9144,
    "km2": 1e6,
    "ha": 1e4,
    "persons": 1.0,
}
_COUNTRY_CODE = 2  # letters
# A capital that is only ever named for its government says nothing of the ground.
_METONYMS = "metonyms"


def annotation(path: Path, gazetteer: dict[str, Table]) -> Table:
    """Return the annotation of the digest whose table is given, in the schema of `extract`."""
    text = path.with_suffix(".txt").read_text(encoding="utf-8")
    table = tomllib.loads(path.read_text(encoding="utf-8"))
    end = text.index(table["body_ends"]) if "body_ends" in table else len(text)
    places = _places(text[:end], table, gazetteer)
    first = {s: p["text"] for key, p in places.items() for s in (*table["places"][key], p["text"])}
    return {
        "doc": path.with_suffix(".txt").name,
        "publisher": table["publisher"],
        "title": table["title"],
        "url": None,
        "published": table["published"],
        "language": "en",
        "places": list(places.values()),
        "incidents": [_incident(text, incident, first) for incident in table["incidents"]],
    }


def _places(body: str, table: Table, gazetteer: dict[str, Table]) -> dict[str, Table]:
    """Return the places with their mentions, the longest surface first to each stretch."""
    surfaces = sorted(
        ((s, key) for key, forms in table["places"].items() for s in forms),
        key=lambda pair: (-len(pair[0]), pair[0]),
    )
    mentions: dict[str, list[Span]] = {}
    taken = [*_not_places(body, table)]
    for surface, key in surfaces:
        for found in re.finditer(rf"(?<!\w){re.escape(surface)}(?!\w)", body):
            span = [found.start(), found.end()]
            if not any(a < span[1] and span[0] < b for a, b in taken):
                taken.append(span)
                mentions.setdefault(key, []).append(span)
    rows = {
        key: _place(key, sorted(spans), body, table, gazetteer) for key, spans in mentions.items()
    }
    return dict(sorted(rows.items(), key=lambda row: row[1]["mentions"][0]))


def _not_places(body: str, table: Table) -> list[Span]:
    """Return the spans of names that hold a place's name and are none."""
    return [
        [found.start(), found.end()]
        for name in table.get("not_places", ())
        for found in re.finditer(re.escape(name), body)
    ]


def _place(
    key: str, spans: list[Span], body: str, table: Table, gazetteer: dict[str, Table]
) -> Table:
    surface = body[slice(*spans[0])]
    if len(key) == _COUNTRY_CODE:
        known = {"name": table["places"][key][0], "kind": "country", "country": key}
        point: Table = {"lat": None, "lon": None}
    else:
        known = gazetteer[key]
        point = {"lat": float(known["lat"]), "lon": float(known["lon"])}
    return {
        "text": surface,
        "mentions": spans,
        "name": known["name"],
        "kind": _KINDS.get(known["kind"], known["kind"]),
        "country": known["country"],
        **point,
        "literal": key not in table.get(_METONYMS, ()),
    }


def _incident(text: str, table: Table, first: dict[str, str]) -> Table:
    evidence = sorted(_stretch(text, words) for words in table["evidence"])
    day: str = table.get("date", "")
    precision = {10: "day", 7: "month", 4: "year"}[len(day)] if day else "unknown"
    return {
        "type": table["type"],
        "places": [first[p] for p in table.get("places", ())],
        "actor": table.get("actor"),
        "target": table.get("target"),
        "claimed_by": table["claimed_by"],
        "denied_by": table.get("denied_by", []),
        "date": day or None,
        "date_precision": precision,
        "measures": [_measure(text, figure, evidence) for figure in table.get("measures", ())],
        "evidence": evidence,
    }


def _stretch(text: str, words: str) -> Span:
    """Return where a sentence stands that is given by its first and last words."""
    head, _, tail = words.partition(" ... ")
    start = text.index(head)
    if text.count(head) > 1:
        raise ValueError(f"{head!r} stands {text.count(head)} times")
    end = text.index(tail, start) + len(tail) if tail else start + len(head)
    return [start, end]


def _measure(text: str, figure: Table, evidence: list[Span]) -> Table:
    start = _find(text, figure["text"], evidence)
    words = str(figure.get("short", figure["text"]))
    value, unit = figure.get("value"), figure["unit"]
    return {
        "kind": figure["kind"],
        "value": value,
        "value_max": figure.get("max"),
        "unit": unit,
        "si": None if value is None else value * _SI.get(unit, 1.0),
        "hedge": figure.get("hedge", "exact"),
        "by": figure["by"],
        "text": words,
        "span": [start, start + len(words)],
    }


def _find(text: str, words: str, evidence: list[Span]) -> int:
    for start, end in evidence:
        found = re.search(rf"(?<!\w){re.escape(words)}(?!\w)", text[start:end])
        if found:
            return start + found.start()
    raise ValueError(f"{words!r} is in no evidence")


def main() -> int:
    """Write the annotations, or say which ones differ."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--check", action="store_true", help="write nothing")
    is_check = parser.parse_args().check

    gazetteer: dict[str, Table] = {}
    for pack in PACKS:
        with (pack / "places.csv").open(encoding="utf-8", newline="") as stream:
            gazetteer |= {row["id"]: row for row in csv.DictReader(stream)}
    different = 0
    for path in sorted(FOLDER.glob(f"{SETS}/*.toml")):
        made = json.dumps(annotation(path, gazetteer), ensure_ascii=False, indent=1) + "\n"
        target = path.with_suffix(".json")
        if target.is_file() and target.read_text(encoding="utf-8") == made:
            continue
        different += 1
        print(f"{target.name}: {'differs' if is_check else 'written'}")
        if not is_check:
            target.write_text(made, encoding="utf-8")
    return 1 if is_check and different else 0


if __name__ == "__main__":
    sys.exit(main())
