"""The pipeline, as a sentence: the only module that knows the order of the stages."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from geoincidents import claims, copies, decisions, incidents, places, shapes, text, vocabulary

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from geoincidents.decisions import Decision, Marked
    from geoincidents.geography import Gazetteer
    from geoincidents.lexicon import Lexicon
    from geoincidents.model import Incident, Reading, Report
    from geoincidents.vocabulary import Vocabulary


def read(
    reports: Iterable[Report],
    gazetteer: Gazetteer,
    lexicon: Lexicon,
    *,
    failed: Callable[[Report, Exception], None] | None = None,
) -> Iterator[Reading]:
    """Return each report with its places and claims, one at a time.

    A fault of ours in one report is told to `failed`, and the others are read; without it
    the fault escapes.
    """
    words = _vocabulary(gazetteer, lexicon)
    for report in reports:
        try:
            reading = _read(report, words, gazetteer, lexicon)
        except Exception as error:  # one report must not cost the others
            if failed is None:
                raise
            failed(report, error)
            continue
        yield reading


def _vocabulary(gazetteer: Gazetteer, lexicon: Lexicon) -> Vocabulary:
    """Return the automaton of a pack and a lexicon: made once for whoever reads one by one."""
    if not (_LAST and _LAST[0][0] is gazetteer and _LAST[0][1] is lexicon):
        _LAST[:] = [(gazetteer, lexicon, vocabulary.compile_(gazetteer, lexicon))]
    return _LAST[0][2]


_LAST: list[tuple[Gazetteer, Lexicon, Vocabulary]] = []


def _read(report: Report, words: Vocabulary, gazetteer: Gazetteer, lexicon: Lexicon) -> Reading:
    copy = copies.Copy(report)
    hits = words.scan(text.masked(copy.report))
    mentions = places.find(copy.report, hits, gazetteer, lexicon)
    return copy.restored(claims.extract(copy.report, mentions, hits, gazetteer, lexicon))


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
