"""By what name a speaker goes: which words of a description belong to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from geoincidents.claims.context import Context
    from geoincidents.claims.lines import Line, Mark
    from geoincidents.claims.voices.regions import Region

_POSSESSIVES = frozenset({"'s", "’s"})
_THE = frozenset({"the", "this", "that"})
# Places that a post may be of, by the key of its words.
_KINDS = {
    "town": ("town", "village"),
    "province": ("province", "region"),
    "region": ("province", "region"),
}
_NEAR = 3  # words between "people" and their place
_LEAD = 4  # words in front of a speaker's noun
_LONGEST_NAME = 9  # words of a speaker's name


def of_a_place(region: Region, mark: Mark) -> str | None:
    """Return "Hagen residents" for "people in Hagen", and "local residents" for "locals"."""
    if mark.key == "local_residents":
        return mark.key.replace("_", " ")
    if mark.key != "residents":
        return None
    start, end = region.line.span(mark.lo, region.hi)
    for mention in region.line.sentence.mentions:
        if start <= mention.span[0] < end and mention.literal:
            between = region.line.index(mention.span[0]) - mark.hi
            if between <= _NEAR:
                return f"{mention.passage.text} {mark.key}"
    return None


def behind_owner(region: Region, lo: int, mark: Mark) -> int:
    """Return where a name begins behind its owner's ("the North's News Agency")."""
    line = region.line
    for i in range(mark.lo, lo, -1):
        owns = any(g.party and g.hi == i for g in region.groups) or line.at("name", i - 1)
        if owns and line.low(i) in _POSSESSIVES and line.tokens[i + 1].text[:1].isupper():
            return i + 1
    return lo


def of_the_place(region: Region, at: tuple[int, int], context: Context) -> str:
    """Return a local official's name with the place of his post, where only the report has it.

    "Hagen village head Ana Rusk" for "the village head, Ana Rusk", "Hagen mayor" for "the
    village's mayor"; the words as they stand where they name a place or none was told of.
    """
    line, (lo, hi) = region.line, at
    owned = line.low(lo) in _POSSESSIVES
    start = lo + owned
    post = next(iter(line.within("local_post", start, hi)), None)
    words = line.words(start, hi)
    if post is None or post.lo != start or _has_place(region, (lo, hi)):
        return words
    kind = line.low(lo - 1) if owned else post.key
    kinds = _KINDS.get(kind, (kind,))
    places = [m for k, m in context.places.items() if k in kinds]
    if not places:
        return words
    told = [m.span for m in line.sentence.mentions if m.literal and not m.dateline]
    if told and post.key == "province" and places[-1].span not in told:
        return words  # another province than the one that the sentence tells of
    place = places[-1].passage.text
    if line.low(hi - 1) in kinds and line.low(hi - 2) in _THE:  # "head of the village"
        return f"{line.words(start, hi - 2)} {place} {line.low(hi - 1)}"
    return f"{place} {words[:1].lower()}{words[1:]}"


def _has_place(region: Region, at: tuple[int, int]) -> bool:
    start, end = region.line.span(*at)
    return any(start <= m.span[0] < end for m in region.line.sentence.mentions)


def phrase(region: Region, mark: Mark) -> tuple[int, int]:
    """Return the words of a speaker's description: the noun and what belongs to it."""
    line, lo, hi = region.line, mark.lo, mark.hi
    # "head of the enlarged community", "relatives of the captives": up to the comma.
    role_takes_all = line.low(hi) == "of" or line.low(hi - 1) in {"of", "the"}
    is_outlet = mark.key == "media" or line.at("outlet", mark.lo) is not None
    while lo > region.lo and mark.lo - lo < _LEAD and _leads(line, lo - 1):
        lo -= 1
        if (
            lo - 1 in line.scare and sum(i in line.scare for i in range(lo, mark.lo)) == 1
        ):  # 'the Center "Dawn" Foundation'
            break
    if mark.key in {"media", "body"} and not line.tokens[lo].text[:1].isupper():
        named = [
            i for i in range(max(region.lo, lo - _LEAD), lo) if _is_titled(line.tokens[i].text)
        ]
        lo = named[0] if named else lo
    while hi < region.hi and hi - lo < _LONGEST_NAME:
        media = line.at("voice_media", hi)
        if media and (line.at("outlet", mark.lo) or mark.key == "media"):
            hi = min(media.hi, region.hi)
            continue
        is_tail = role_takes_all and line.low(hi)[:1].isalnum()
        small = line.low(hi) in ({"of"} if is_outlet else {"of", "in", "for", "the", "at"})
        if small or is_tail or _belongs(line.tokens[hi].text):
            hi += 1
        else:
            break
    while hi > mark.hi and line.low(hi - 1) in {"of", "in", "for", "the", "at"}:
        hi -= 1
    return lo, hi


def _leads(line: Line, index: int) -> bool:
    return _belongs(line.tokens[index].text) or index in line.scare


def _is_titled(word: str) -> bool:
    return word[:1].isupper() and word.lower() not in {"the", "a", "an"}


def _belongs(word: str) -> bool:
    is_name = word[:1].isupper() and word.lower() not in {"the", "a", "an"}
    return is_name or word in {"-", "'s", "’s"}


def without_here(region: Region) -> int:
    """Return where a short description ends, "here" and "there" aside ("doctors there")."""
    hi = region.hi
    while hi > region.lo + 1 and region.line.low(hi - 1) in {"here", "there"}:
        hi -= 1
    return hi


def without_article(region: Region) -> int:
    """Return where a short description begins, an article and small words aside."""
    lo = region.lo
    while lo < region.hi - 1 and region.line.low(lo) in {"the", "but", "and", "meanwhile", "later"}:
        lo += 1
    return lo


def first(region: Region) -> str | None:
    """Return the last of the words that a region opens with, if they are somebody's name."""
    tokens, hi = region.line.tokens, region.lo
    while hi < region.hi and tokens[hi].text[:1].isupper():
        hi += 1
    named = hi - region.lo > 1 and region.line.low(hi) == ","
    return tokens[hi - 1].text if named and is_persons(region, (region.lo, hi)) else None


def is_persons(region: Region, name: tuple[int, int] | None) -> bool:
    """Return whether a run of capitals is a person's: not a party's, a place's or an outlet's."""
    if name is None or name[1] - name[0] == 1:
        return False
    start, end = region.line.span(*name)
    taken = [m.span for m in region.line.sentence.mentions]
    if any(s < end and e > start for s, e in taken):
        return False
    return not any(
        region.line.at(c, i)
        for i in range(name[1] - 1, name[1])
        for c in (
            "name",
            "office",
            "capital",
            "adjective",
            "head_office",
            "outlet",
            "voice_media",
            "voice_body",
        )
    )
