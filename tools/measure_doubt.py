"""Measure how often the drawn doubt holds the true site, against annotated reports.

    python tools/measure_doubt.py REPORTS...

REPORTS are folders of NAME.txt with NAME.json beside it (places with mentions, kind, lat
and lon; incidents with the texts of their places). Each place of an annotated incident
that has a spot of its own (no area, road, river or border) is looked up among the claims
that were read at its mentions, and in the doubt that was drawn for them. Annotated
coordinates are good to 0.01 of a degree at best.
"""

from __future__ import annotations

import json
import statistics
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import shapely
import shapely.geometry

from geoincidents import api
from geoincidents.geometry.geodesy import distance_m
from geoincidents.model import Position, ShapeKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from geoincidents.collection import IncidentCollection
    from geoincidents.model import Shape, Span

SITES = frozenset({"town", "village", "lake", "mountain", "facility", "post", "pass", "other"})
HALF_DIGIT_DEG = 0.005
SETTLED = frozenset({"town", "village"})
KINDS = (frozenset({"town"}), frozenset({"village"}), frozenset({"lake"}), frozenset({"mountain"}))


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """An annotated site of an incident, and the doubt that was drawn for it, if any."""

    doc: str
    name: str
    kind: str
    position: Position
    doubt: Shape | None

    @property
    def is_at(self) -> bool:
        """Return whether the event was drawn at the site, not near it or towards it."""
        return self.doubt is not None and self.doubt.reason.startswith("at ")

    @property
    def is_held(self) -> bool:
        """Return whether the true site may lie in the drawn doubt.

        An annotated coordinate of two digits stands for all that is rounded to it.
        """
        if self.doubt is None:
            return False
        record = self.doubt.geometry
        area = shapely.geometry.shape({"type": record.type, "coordinates": record.coordinates})
        lon, lat = self.position
        cell = shapely.box(
            lon - HALF_DIGIT_DEG, lat - HALF_DIGIT_DEG, lon + HALF_DIGIT_DEG, lat + HALF_DIGIT_DEG
        )
        return bool(area.intersects(cell))


def measure(folders: Sequence[Path]) -> list[Site]:
    """Return the annotated sites of folders, in the order of their files."""
    found = api.locate(*folders)
    files = sorted((f for folder in folders for f in folder.glob("*.json")), key=lambda f: f.name)
    return [site for file in files for site in _of(file, found)]


def _of(file: Path, found: IncidentCollection) -> Iterator[Site]:
    gold = json.loads(file.read_text(encoding="utf-8"))
    named = {text for incident in gold["incidents"] for text in incident["places"]}
    doc = file.with_suffix(".txt").name
    drawn = [*_doubts(doc, found)]
    for place in gold["places"]:
        if place["text"] in named and place["kind"] in SITES and place["lat"] is not None:
            yield Site(
                doc=doc,
                name=place["name"],
                kind=place["kind"],
                position=Position(place["lon"], place["lat"]),
                doubt=_at(place["mentions"], drawn),
            )


def _doubts(doc: str, found: IncidentCollection) -> Iterator[tuple[Span, Shape]]:
    """Yield the doubts drawn for words of a report, with where the words stand."""
    (report_id,) = [r.report.id for r in found.readings if r.report.doc == doc]
    for incident in found.incidents:
        for account in incident.accounts:
            for shape in account.shapes:
                if shape.kind is ShapeKind.DOUBT:
                    own = (p for p in shape.passages if p.report_id == report_id)
                    yield from ((p.span, shape) for p in own)


def _at(mentions: Iterable[Sequence[int]], drawn: Sequence[tuple[Span, Shape]]) -> Shape | None:
    """Return the narrowest doubt that was drawn for words at some mentions."""
    met = [
        shape
        for start, end in mentions
        for span, shape in drawn
        if span[0] < end and start < span[1]
    ]
    return min(met, key=lambda s: s.uncertainty_m, default=None)


def table(sites: Sequence[Site]) -> str:
    """Return the share of sites inside their doubt and its median, by kind."""
    lines = [
        "| sites | annotated | drawn | inside the doubt | median doubt |",
        "|---|---|---|---|---|",
    ]
    rows: list[tuple[str, Sequence[Site]]] = [
        (f"{next(iter(kinds))}s", [s for s in sites if s.kind in kinds]) for kinds in KINDS
    ]
    settled = [s for s in sites if s.kind in SETTLED]
    rows.append(("told at a town or village", [s for s in settled if s.is_at]))
    rows.append(("told near or towards one", [s for s in settled if s.doubt and not s.is_at]))
    rows.append(("towns and villages", settled))
    rows.append(("all", sites))
    lines += [_row(name, of) for name, of in rows if of]
    return "\n".join(lines)


def _row(name: str, sites: Sequence[Site]) -> str:
    drawn = [s for s in sites if s.doubt is not None]
    held, middle = share(drawn), median_m(drawn)
    return f"| {name} | {len(sites)} | {len(drawn)} | {held:.0%} | {middle / 1000:.1f} km |"


def share(sites: Iterable[Site]) -> float:
    """Return the share of drawn sites that lie inside their doubt."""
    drawn = [s for s in sites if s.doubt is not None]
    return sum(s.is_held for s in drawn) / max(len(drawn), 1)


def median_m(sites: Iterable[Site]) -> float:
    """Return the median radius of the doubts of drawn sites, in metres."""
    radii = [s.doubt.uncertainty_m for s in sites if s.doubt is not None]
    return statistics.median(radii) if radii else 0.0


def main(words: Sequence[str]) -> None:
    """Print the table, then the sites outside their doubt and those not drawn."""
    sites = measure([Path(word) for word in words])
    print(table(sites))
    for site in sites:
        if site.doubt is not None and not site.is_held:
            print(f"outside: {site.doc}: {site.name} ({site.kind}), {_off(site)}")
    for site in sites:
        if site.doubt is None:
            print(f"not drawn: {site.doc}: {site.name} ({site.kind})")


def _off(site: Site) -> str:
    if site.doubt is None:
        return ""
    record: Any = site.doubt.geometry  # a polygon: its first ring
    flat = shapely.geometry.shape({"type": record.type, "coordinates": record.coordinates})
    middle = flat.centroid
    away_m = distance_m(Position(middle.x, middle.y), site.position)
    return f"{away_m:,.0f} m off, doubt {site.doubt.uncertainty_m:,.0f} m"


if __name__ == "__main__":
    main(sys.argv[1:])
