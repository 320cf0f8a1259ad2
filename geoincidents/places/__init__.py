"""Places: which spans of a report name a place, and which place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geoincidents.model import BlockKind, Mention
from geoincidents.places import mentions, metonyms, ranking, world
from geoincidents.places.scenes import Scene
from geoincidents.places.sides import Sides
from geoincidents.places.wording import Wording
from geoincidents.text import masked

if TYPE_CHECKING:
    from geoincidents.geography import Gazetteer
    from geoincidents.lexicon import Lexicon
    from geoincidents.model import Report
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
        sides=Sides.of(words),
        taken=bytearray(len(text)),
        datelines=datelines,
    )
    names = mentions.find(scene)
    around = ranking.setting(names, scene)
    candidates = [ranking.rank(i, around, scene) if n.keys else () for i, n in enumerate(names)]
    chosen = [
        ranking.best(rivals, name, around) if rivals else None
        for name, rivals in zip(names, candidates, strict=True)
    ]
    literal = metonyms.literal(names, chosen, scene)
    return tuple(
        [
            Mention(
                passage=report.passage(name.span),
                place_id=place_id,
                literal=is_ground,
                candidates=rivals,
                reason=name.reason or ("" if place_id else _reason(report, name)),
                dateline=scene.is_dateline(name.span),
            )
            for name, place_id, is_ground, rivals in zip(
                names, chosen, literal, candidates, strict=True
            )
        ]
    )


def _reason(report: Report, name: Named) -> str:
    """Return why a name has no place."""
    return f"no pack has a {name.ground or 'place'} {report.text[slice(*name.span)]!r}"
