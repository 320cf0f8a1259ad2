"""Print how well our own sentences and digests are read, and every miss by field.

    python tools/reading_report.py [--theme THEME] [--shares] [--digests]

The sentences are those of `tests/reading/*.toml`, the digests those of
`tests/reading/digests`. Both were written without a look at the rules. The digests are
scored by the annotation's own scorer, where the checkout beside this one has it.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
import tomllib
from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

from geoincidents import gazetteer, incidents, lexicon, pipeline, resources
from geoincidents.export import extraction
from geoincidents.reports import documents, press
from geoincidents.reports.metadata import Metadata

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from geoincidents.geography import Gazetteer

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "tests" / "reading"
SETS = (
    "digests",
    "digests_second",
    "digests_third",
    "digests_fourth",
)  # of digests, in the order in which they were written
PACKS = (FOLDER / "pack", FOLDER / "invented")  # real places, and an invented world
SCORER = ROOT.parent / "shared" / "eval" / "score.py"

Item: TypeAlias = dict[str, Any]  # Any: a table of TOML, checked by the tests
Row: TypeAlias = dict[str, Any]  # Any: JSON values, as `extract` prints them

# What one unit is in metres, square metres or persons; a dunam by region.
UNITS = {
    "km": 1e3,
    "m": 1.0,
    "miles": 1609.344,
    "km2": 1e6,
    "ha": 1e4,
    "acres": 4046.8564224,
    "dunams": 1e3,
    "persons": 1.0,
}
TOLERANCE = 0.03  # of a figure, as in the annotation's scorer
PUBLISHER = "Border Wire"
_LENGTH_OF_DATE = {"day": 10, "month": 7, "year": 4}
_CLOSE = 8  # what the same type weighs when readings are paired; all else weighs less


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """One field of an item, and whether it was read as a careful reader does."""

    theme: str
    item: str
    field: str
    is_right: bool
    wanted: object
    got: object


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """How many of a number of checks are right."""

    right: int
    total: int

    def __str__(self) -> str:
        """Return the counts and their ratio."""
        return f"{self.right:4d} of {self.total:4d}  {self.value:.3f}"

    @property
    def value(self) -> float:
        """Return the ratio."""
        return self.right / self.total


# --- items -------------------------------------------------------------------


def items(folder: Path = FOLDER) -> list[Item]:
    """Return the items of every theme, in the order of the files."""
    found: list[Item] = []
    for path in sorted(folder.glob("*.toml")):
        table = tomllib.loads(path.read_text(encoding="utf-8"))
        theme = table.get("theme")
        found += [{"theme": theme, **item} for item in table.get("item", ())]
    return found


def packs() -> Gazetteer:
    """Return the packs that ship, and those of the items."""
    return gazetteer.load([*resources.pack_folders(), *PACKS])


def read(known: Iterable[Item], places: Gazetteer) -> Iterator[Row]:
    """Return what `extract` says of each item, read as a report of its own."""
    words = lexicon.load()
    terms = press.of(words)
    reports = [
        documents.make(
            item["text"],
            f"{item['theme']}-{item['id']}.txt",
            Metadata(
                publisher=PUBLISHER,
                title=item.get("title", ""),
                published=date.fromisoformat(item["published"]),
            ),
            terms,
        )[0]
        for item in known
    ]
    for reading in pipeline.read(reports, places, words):
        merged = incidents.merge([reading], places)
        yield from extraction.rows([reading], merged, places)


# --- comparison --------------------------------------------------------------


def checks(item: Item, row: Row) -> Iterator[Check]:
    """Return every field of an item that its text settles, compared with what was read."""

    def check(field: str, *, is_right: bool, wanted: object, got: object) -> Check:
        return Check(
            theme=item["theme"],
            item=item["id"],
            field=field,
            is_right=is_right,
            wanted=wanted,
            got=got,
        )

    wanted, got = item["incidents"], row["incidents"]
    countries = {_plain(p["text"]) for p in row["places"] if p["kind"] == "country"}
    pairs = _paired(wanted, got)
    if not item.get("open"):
        spare = [_brief(p) for j, p in enumerate(got) if j not in pairs.values()]
        field = "invented" if wanted else "quiet"
        yield check(field, is_right=not spare, wanted="no other", got=spare)
    for i, incident in enumerate(wanted):
        told = got[pairs[i]] if i in pairs else None
        found = "an incident" if told else "nothing"
        yield check("found", is_right=told is not None, wanted=incident.get("type"), got=found)
        for name, is_field_right in _fields(incident):
            is_right = told is not None and is_field_right(incident, told, countries)
            yield check(
                name, is_right=is_right, wanted=_said(incident, name), got=_said(told, name)
            )


# Whether a reading agrees with an item in one field; the places that are countries.
Compare: TypeAlias = "Callable[[Item, Row, set[str]], bool]"


def _fields(wanted: Item) -> Iterator[tuple[str, Compare]]:
    """Return the fields that an item gives, each with its comparison."""
    given = wanted.keys() | ({"place"} if wanted.get("places") or "first" in wanted else set())
    yield from ((name, compare) for name, compare in _COMPARISONS.items() if name in given)
    for i, figure in enumerate(wanted.get("measures", ())):
        if figure.get("optional"):
            continue
        yield f"measure {i}", partial(_has, figure, lambda _, __: True)
        if "text" in figure:
            yield f"measure {i} text", partial(_has, figure, _is_worded)
        if "hedge" in figure:
            yield f"measure {i} hedge", partial(_has, figure, _is_hedged)
    if "measures" in wanted:
        yield "measures invented", lambda w, p, _: not _spare_figures(w, p)


def _is_type(wanted: Item, got: Row, _: set[str]) -> bool:
    return got["type"] in _any(wanted["type"])


def _is_party(field: str, wanted: Item, got: Row, _: set[str]) -> bool:
    return _plain(got[field]) in _names(_any(wanted[field]))


def _is_place(wanted: Item, got: Row, _: set[str]) -> bool:
    """Whether each side's most specific place is among the other's, as in the scorer."""
    first = _plain(_first(wanted))
    known = {first} | _names(wanted.get("places", ())) | _names(wanted.get("may", ()))
    told = [_plain(name) for name in got["places"]]
    return first in told and told[0] in known


def _are_voices(field: str, wanted: Item, got: Row, _: set[str]) -> bool:
    return _names(got[field]) == _names(wanted[field])


def _first(wanted: Item) -> str:
    return str(wanted.get("first") or wanted["places"][0])


def _said(incident: Item | Row | None, field: str) -> object:
    """Return what stands for a field, to be printed."""
    if incident is None:
        return None
    if field.startswith("measure"):
        keys = ("kind", "value", "value_max", "max", "unit", "hedge", "text")
        return [
            {k: m[k] for k in keys if m.get(k) is not None} for m in incident.get("measures", ())
        ]
    if field == "place":
        return incident.get("first") or next(iter(incident["places"]), None)
    if field == "date":
        return incident["date"], incident.get("date_precision") or incident.get("precision")
    return incident[field]


def _brief(incident: Row) -> tuple[object, ...]:
    return incident["type"], incident["places"], incident["actor"], incident["date"]


def _paired(wanted: list[Item], got: list[Row]) -> dict[int, int]:
    """Return which reading stands for which incident, the most alike first."""
    scored = sorted(
        ((_likeness(w, p), -i, -j) for i, w in enumerate(wanted) for j, p in enumerate(got)),
        reverse=True,
    )
    pairs: dict[int, int] = {}
    for _, i, j in scored:
        if -i not in pairs and -j not in pairs.values():
            pairs[-i] = -j
    return pairs


def _likeness(wanted: Item, got: Row) -> int:
    fields = {name: compare(wanted, got, set()) for name, compare in _fields(wanted)}
    return sum(fields.values()) + _CLOSE * fields.get("type", True)


def _plain(name: str | None) -> str:
    return _flat(name or "").casefold().removeprefix("the ")


def _flat(words: str) -> str:
    """Return words on one line, with straight apostrophes."""
    return " ".join(words.split()).replace("’", "'")


def _names(names: Iterable[str]) -> set[str]:
    return {_plain(name) for name in names}


def _any(value: str | list[str]) -> list[str]:
    return [value] if isinstance(value, str) else value


def _are_places(wanted: Item, got: Row, countries: set[str]) -> bool:
    """Whether all places are there, and no other but a country or one that is allowed."""
    must, may = _names(wanted["places"]), _names(wanted.get("may", ()))
    found = _names(got["places"])
    return must <= found and not found - must - may - countries


def _is_date(wanted: Item, got: Row, _: set[str]) -> bool:
    if not wanted["date"]:
        return got["date"] is None
    precision = wanted["precision"]
    cut = _LENGTH_OF_DATE[precision]
    told = str(got["date"])[:cut] == wanted["date"][:cut]
    return told and bool(got["date_precision"] == precision)


_COMPARISONS: dict[str, Compare] = {
    "type": _is_type,
    "actor": partial(_is_party, "actor"),
    "target": partial(_is_party, "target"),
    "place": _is_place,
    "places": _are_places,
    "claimed_by": partial(_are_voices, "claimed_by"),
    "denied_by": partial(_are_voices, "denied_by"),
    "date": _is_date,
}


def _si(value: float, unit: str) -> float:
    return value * UNITS[unit]


def _is_figure(wanted: Item, got: Row) -> bool:
    """Whether a figure is of the kind and size, both ends of a range included."""
    if wanted["kind"] != got["kind"]:
        return False
    if "value" not in wanted:
        return got["si"] is None
    if got["si"] is None or ("max" in wanted) != (got["value_max"] is not None):
        return False
    factor = got["si"] / got["value"] if got["value"] else 1.0
    ends = [(_si(wanted["value"], wanted["unit"]), got["si"])]
    if "max" in wanted:
        ends.append((_si(wanted["max"], wanted["unit"]), got["value_max"] * factor))
    return all(abs(a - b) <= TOLERANCE * a for a, b in ends)


def _has(
    figure: Item, is_alike: Callable[[Item, Row], bool], _: Item, got: Row, __: set[str]
) -> bool:
    """Whether a reading has a figure that an item gives; the item itself is not needed."""
    return any(_is_figure(figure, g) and is_alike(figure, g) for g in got["measures"])


def _is_worded(wanted: Item, got: Row) -> bool:
    """Whether the words agree; of persons, "four" and "four soldiers" are as good."""
    if wanted["unit"] == "persons":
        return wanted["text"] in got["text"]
    return " ".join(wanted["text"].split()) == " ".join(got["text"].split())


def _is_hedged(wanted: Item, got: Row) -> bool:
    return bool(wanted["hedge"] == got["hedge"])


def _spare_figures(wanted: Item, got: Row) -> list[Row]:
    """Return figures that count and that no figure of the item explains."""
    return [
        g
        for g in got["measures"]
        if g["kind"] != "other" and not any(_is_figure(m, g) for m in wanted["measures"])
    ]


# --- reports -----------------------------------------------------------------


def examine() -> list[Check]:
    """Return every check of every item."""
    known = items()
    rows = read(known, packs())
    return [c for item, row in zip(known, rows, strict=True) for c in checks(item, row)]


def field_of(check: Check) -> str:
    """Return the field without the number of its figure."""
    return " ".join(word for word in check.field.split() if not word.isdigit())


def shares(found: Iterable[Check], key: Callable[[Check], str]) -> dict[str, Share]:
    """Return the share of right checks by what `key` says, and over all."""
    counts: dict[str, list[bool]] = defaultdict(list)
    for check in found:
        counts[key(check)].append(check.is_right)
        counts["all"].append(check.is_right)
    return {k: Share(right=sum(v), total=len(v)) for k, v in sorted(counts.items())}


def _print_shares(found: list[Check]) -> None:
    for key in (lambda c: str(c.theme), field_of):
        for name, share in shares(found, key).items():
            print(f"{name:18} {share}")
        print()
    by_item = shares_of_items(found)
    print(f"{'whole items':18} {by_item}\n")


def shares_of_items(found: Iterable[Check]) -> Share:
    """Return the share of items that are right in every field."""
    counts: dict[tuple[str, str], bool] = {}
    for check in found:
        key = (check.theme, check.item)
        counts[key] = counts.get(key, True) and check.is_right
    return Share(right=sum(counts.values()), total=len(counts))


def _print_misses(found: Iterable[Check]) -> None:
    by_field: dict[str, list[Check]] = defaultdict(list)
    for check in found:
        if not check.is_right:
            by_field[field_of(check)].append(check)
    for field, missed in sorted(by_field.items()):
        print(f"== {field}: {len(missed)}")
        for c in missed:
            print(f"  {c.theme}/{c.item}: wanted {c.wanted!r}, got {c.got!r}")


def score_digests(name: str, *arguments: str) -> str:
    """Return the scorer's words on a set of digests, empty without the scorer."""
    if not SCORER.is_file():
        return ""
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "out.jsonl"
        command = [sys.executable, "-m", "geoincidents", "extract"]
        command += [str(FOLDER / name), "-o", str(out)]
        for pack in (*resources.pack_folders(), *PACKS):
            command += ["--pack", str(pack)]
        subprocess.run(command, check=True, capture_output=True)  # noqa: S603 - our own command
        score = [sys.executable, str(SCORER), str(FOLDER / name), str(out), *arguments]
        return subprocess.run(score, check=True, capture_output=True, text=True).stdout  # noqa: S603 - a script of ours


def digest_figures(name: str) -> Row:
    """Return the scores of a set of digests, empty without the scorer."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "scores.json"
        score_digests(name, "--json", str(file))
        if not file.is_file():
            return {}
        scores: Row = json.loads(file.read_text(encoding="utf-8"))
        return scores


def main() -> None:
    """Print the tables and the misses that were asked for."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--theme", help="only this theme")
    parser.add_argument("--shares", action="store_true", help="no misses, only the tables")
    parser.add_argument("--digests", action="store_true", help="no sentences, only the digests")
    chosen = parser.parse_args()

    if not chosen.digests:
        found = [c for c in examine() if chosen.theme in (None, c.theme)]
        _print_shares(found)
        if not chosen.shares:
            _print_misses(found)
    for name in () if chosen.theme else SETS:
        told = score_digests(name, *([] if chosen.shares else ["--misses"]))
        print(f"== {name}\n{told or 'no scorer here'}")


if __name__ == "__main__":
    main()
