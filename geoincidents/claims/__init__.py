"""Claims: who says what happened, where, when, how deep and how large."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geoincidents.claims import (
    assembly,
    context,
    grammar,
    initials,
    newcomers,
    sentences,
    signs,
)
from geoincidents.claims.filters import evidence
from geoincidents.claims.readers import Reader
from geoincidents.model import Reading

if TYPE_CHECKING:
    from collections.abc import Sequence

    from geoincidents.geography import Gazetteer
    from geoincidents.lexicon import Lexicon
    from geoincidents.model import Mention, Report
    from geoincidents.vocabulary import Hits


def extract(
    report: Report,
    mentions: Sequence[Mention],
    hits: Hits,
    gazetteer: Gazetteer,
    lexicon: Lexicon,
) -> Reading:
    """Return a report with its claims, and what was filtered by which rule."""
    if not signs.may_tell(report, hits, gazetteer):
        return Reading(report=report, mentions=tuple(mentions), claims=())
    named, all_hits = newcomers.read(report, (mentions, hits), lexicon)
    known = (*all_hits, *initials.hits(report, all_hits))
    memory = context.begin(report, (named, known), gazetteer, grammar.of(lexicon).no_names)
    shown = evidence.in_report(report, (named, known), grammar.of(lexicon), gazetteer)
    reader = Reader(lexicon, memory, known, shown=shown)
    for sentence in sentences.split(report, named, known):
        reader.read(sentence)
    return Reading(
        report=report,
        mentions=tuple(mentions),
        claims=assembly.claims(report, reader.drafts, gazetteer),
        filtered=tuple(reader.filtered),
    )
