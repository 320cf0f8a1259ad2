"""Who denies or charges in the words that open a sentence ("Denying the report, the North ...")."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geoincidents.claims.parties.groups import Head

if TYPE_CHECKING:
    from geoincidents.claims.lines import Mark
    from geoincidents.claims.voices.subjects import Finder

_OPENING = 2  # words in front of the verb: "But", "While flatly"
_LONGEST = 45  # words of what is denied or charged
_LEAD = 3  # words between the comma and whose name or office it is
_OFFICE = 6  # words: "the provincial council's foreign office"
_SPEAKING = frozenset({Head.OFFICE, Head.PERSON, Head.STATE, Head.FORCE, Head.ORGAN, Head.NONE})


def find(finder: Finder, mark: Mark) -> tuple[int, int] | None:
    """Return the words that name who speaks, behind the comma that ends the opening ones."""
    line = finder.line
    opens = line.low(mark.lo).endswith("ing") and mark.lo <= _OPENING
    known = any(line.at(c, mark.lo) for c in ("deny_verb", "accuse_verb"))
    if not (opens and known) or "," in {line.low(i) for i in range(mark.lo)}:
        return None
    for i in range(mark.hi + 1, min(len(line.tokens), mark.hi + _LONGEST)):
        if line.low(i) == "," and (subject := _subject(finder, i + 1)):
            return subject
    return None


def _subject(finder: Finder, start: int) -> tuple[int, int] | None:
    """Return the party or office that stands right behind a comma."""
    line = finder.line
    for group in finder.groups:
        near = start <= group.lo <= start + _LEAD
        if near and group.party and group.head in _SPEAKING and not group.prep:
            return start, group.hi
    office = next(iter(line.within("head_office", start, start + _OFFICE)), None)
    return (start, office.hi) if office else None
