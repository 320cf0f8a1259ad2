"""The pipeline, as a sentence: the only module that knows the order of the stages."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from geoincidents import claims, decisions, incidents, places, shapes, text, vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from geoincidents.decisions import Decision, Marked
    from geoincidents.geography import Gazetteer
    from geoincidents.lexicon import Lexicon
    from geoincidents.model import Incident, Reading, Report


def read(reports: Iterable[Report], gazetteer: Gazetteer, lexicon: Lexicon) -> Iterator[Reading]:
    """Return each report with its places and claims, one at a time."""
    words = vocabulary.compile_(gazetteer, lexicon)
    for report in reports:
        hits = words.scan(text.masked(report))
        mentions = places.find(report, hits, gazetteer, lexicon)
        yield claims.extract(report, mentions, hits, gazetteer, lexicon)


def locate(
    readings: Iterable[Reading], gazetteer: Gazetteer, *, drawn: bool = True
) -> tuple[Incident, ...]:
    """Return the incidents that read reports tell of, with their shapes if `drawn`."""
    return _drawn(incidents.merge(readings, gazetteer), gazetteer, drawn=drawn)


def decide(
    readings: Iterable[Reading],
    gazetteer: Gazetteer,
    decided: Sequence[Decision],
    *,
    drawn: bool = True,
) -> Marked:
    """Return the same after what a person decided, with who checked what."""
    settled = decisions.settle(readings, decided)
    if settled.open:
        merged = incidents.merge(settled.readings, gazetteer, settled.ties)
        settled = decisions.resolve(settled, merged)
    marked = decisions.mark(incidents.merge(settled.readings, gazetteer, settled.ties), settled)
    return replace(marked, incidents=_drawn(marked.incidents, gazetteer, drawn=drawn))


def _drawn(
    merged: Iterable[Incident], gazetteer: Gazetteer, *, drawn: bool
) -> tuple[Incident, ...]:
    if not drawn:
        return tuple(merged)
    return tuple(shapes.draw(incident, gazetteer) for incident in merged)
