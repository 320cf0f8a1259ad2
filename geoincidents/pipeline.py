"""The pipeline, as a sentence: the only module that knows the order of the stages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geoincidents import claims, incidents, places, shapes, text, vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

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
    merged = incidents.merge(readings, gazetteer)
    if not drawn:
        return tuple(merged)
    return tuple(shapes.draw(incident, gazetteer) for incident in merged)
