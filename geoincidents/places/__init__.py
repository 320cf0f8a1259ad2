"""Places: which spans of a report name a place, and which place."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import replace
from typing import TYPE_CHECKING

from geoincidents.model import BlockKind, Mention
from geoincidents.places import mentions, metonyms, ranking, world
from geoincidents.places.scenes import Scene
from geoincidents.places.wording import Wording
from geoincidents.text import masked

if TYPE_CHECKING:
    from geoincidents.geography import Gazetteer
    from geoincidents.lexicon import Lexicon
    from geoincidents.model import Candidate, Report, Span
    from geoincidents.places.ranking import Setting
    from geoincidents.places.scenes import Named
    from geoincidents.vocabulary import Hits


def find(report: Report, hits: Hits, gazetteer: Gazetteer, lexicon: Lexicon) -> tuple[Mention, ...]:
    """Return the mentions of places in a report, in order, without overlaps."""
    words = Wording.of(lexicon)
    text = masked(report)
    datelines = [b.span for b in report.blocks if b.kind is BlockKind.DATELINE]
    named = world.supported(text, hits, gazetteer, words)
    scene = Scene(
        text=text,
        hits=named,
        scanned=hits,
        gazetteer=gazetteer,
        words=words,
        taken=bytearray(len(text)),
        datelines=datelines,
    )
    names = mentions.find(scene)
    around = ranking.setting(names, scene)
    chosen = [
        _mention(report, name, ranking.rank(names, index, around, scene), around)
        for index, name in enumerate(names)
    ]
    placed = [replace(m, dateline=True) if _inside(m.span, datelines) else m for m in chosen]
    return metonyms.mark(placed, scene)


def _mention(
    report: Report, name: Named, candidates: tuple[Candidate, ...], around: Setting
) -> Mention:
    place_id = ranking.best(candidates, name, around)
    reason = name.reason
    if place_id is None and not reason:
        text = report.text[slice(*name.span)]
        reason = f"no pack has a {name.ground or 'place'} {text!r}"
    return Mention(
        passage=report.passage(name.span),
        place_id=place_id,
        score=candidates[0].score if place_id else 0.0,
        candidates=candidates,
        reason=reason,
    )


def _inside(span: Span, areas: list[Span]) -> bool:
    """Return whether a span lies in one of some spans that are in order and apart."""
    index = bisect_right(areas, span[0], key=lambda area: area[0]) - 1
    return index >= 0 and span[1] <= areas[index][1]
