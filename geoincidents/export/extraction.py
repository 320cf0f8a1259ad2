"""What `extract` prints: a report as one JSON object, its places and its incidents."""

from __future__ import annotations

from array import array
from collections import defaultdict
from dataclasses import replace
from tempfile import SpooledTemporaryFile
from typing import TYPE_CHECKING, Any

from geoincidents.export import strict
from geoincidents.geography import PlaceKind
from geoincidents.model import (
    ANSWERING,
    DatePrecision,
    MeasureKind,
    Modality,
    SpeakerRole,
    Stance,
    WhereRole,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from geoincidents.geography import Gazetteer
    from geoincidents.model import (
        Claim,
        Incident,
        Measure,
        Mention,
        Reading,
        Report,
        Speaker,
        When,
        Where,
    )

Row = dict[str, Any]  # Any: JSON values

# The kinds of the annotation schema that stand for ours.
_KINDS = {
    PlaceKind.PASS: "mountain",
    PlaceKind.FACILITY: "other",
    PlaceKind.POST: "other",
}
_MENTIONS = '"mentions": []'  # no text holds it: a quotation mark in one is escaped
_IN_MEMORY = 8_000_000  # bytes of lines
_MOST_KNOWN = 50_000  # ways to write a place: names that no pack has go on for ever
_MEASURES = {MeasureKind.LENGTH: "distance", MeasureKind.WIDTH: "other"}


def rows(
    readings: Iterable[Reading], incidents: Iterable[Incident], gazetteer: Gazetteer
) -> Iterator[Row]:
    """Return one JSON object a report, in the order of the reports."""
    incident_of = {c.id: i.id for i in incidents for c in i.claims}
    for reading in readings:
        yield _row(reading, incident_of, gazetteer)


class Lines:
    """The lines of a run's reports, gathered while they are read.

    They lie in a temporary file once they are many. A line of a report that tells of
    something lacks its end until it is known which incident each claim belongs to; of such
    a report the claims are kept, of the others nothing.
    """

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._gazetteer = gazetteer
        self._begun = SpooledTemporaryFile(_IN_MEMORY)  # noqa: SIM115 - open until all is written
        self._lengths = array("L")  # bytes of each line, or of its beginning
        self._telling: dict[int, tuple[Reading, dict[str, str]]] = {}  # by number, with surfaces
        self._known: dict[tuple[str | None, str, bool], tuple[str, str]] = {}

    def add(self, reading: Reading) -> None:
        """Take in a report that was read."""
        if reading.claims:
            self._telling[len(self._lengths)] = self._kept(reading)
        ending = "" if reading.claims else "]}\n"
        self._lengths.append(self._begun.write(f"{self._beginning(reading)}{ending}".encode()))

    def _kept(self, reading: Reading) -> tuple[Reading, dict[str, str]]:
        """Return what is needed of a reading for its incidents, without the text."""
        named = {_key_of(w) for c in reading.claims for w in c.where}
        surfaces = {k: v for k, v in _surfaces(reading.mentions).items() if k in named}
        report = replace(reading.report, text="", blocks=())
        return replace(reading, report=report, mentions=(), filtered=()), surfaces

    def _beginning(self, reading: Reading) -> str:
        """Return the line of a report up to its incidents.

        It is what `_row` gives, put together from pieces that are encoded once.
        """
        head = strict.dumps(_head(reading.report))[:-1]
        places = ", ".join([self._written(group) for group in _groups(reading.mentions)])
        return f'{head}, "places": [{places}], "incidents": ['

    def _written(self, mentions: list[Mention]) -> str:
        """Return a place as JSON: all but where it is named is encoded once."""
        first = mentions[0]
        literal = any(m.literal for m in mentions)
        key = first.place_id, first.passage.text, literal
        if key not in self._known:
            if len(self._known) >= _MOST_KNOWN:
                self._known.clear()
            row = _place(mentions, self._gazetteer) | {"mentions": []}
            start, _, end = strict.dumps(row).partition(_MENTIONS)
            self._known[key] = start + _MENTIONS[:-1], _MENTIONS[-1] + end
        start, end = self._known[key]
        spans = ", ".join([f"[{m.span[0]}, {m.span[1]}]" for m in mentions])
        return f"{start}{spans}{end}"

    def close(self) -> None:
        """Let go of the lines, written or not."""
        self._begun.close()

    @property
    def reports(self) -> int:
        """Return how many reports were added."""
        return len(self._lengths)

    @property
    def telling(self) -> tuple[Reading, ...]:
        """Return the reports that tell of something, as far as they are kept, in order."""
        return tuple(reading for reading, _ in self._telling.values())

    def written(self, incidents: Iterable[Incident]) -> Iterator[str]:
        """Yield a line a report, in that order, once; `incidents` are those of `telling`."""
        incident_of = {c.id: i.id for i in incidents for c in i.claims}
        with self._begun as begun:
            begun.seek(0)
            for number, length in enumerate(self._lengths):
                line = begun.read(length).decode()
                if number in self._telling:
                    told = _told(*self._telling[number], incident_of, self._gazetteer)
                    line += f"{strict.dumps(told)[1:]}}}\n"
                yield line


def _row(reading: Reading, incident_of: dict[str, str], gazetteer: Gazetteer) -> Row:
    report = reading.report
    surfaces = _surfaces(reading.mentions)
    return _head(report) | {
        "places": [_place(group, gazetteer) for group in _groups(reading.mentions)],
        "incidents": _told(reading, surfaces, incident_of, gazetteer),
    }


def _told(
    reading: Reading,
    surfaces: dict[str, str],
    incident_of: dict[str, str],
    gazetteer: Gazetteer,
) -> list[Row]:
    """Return what a report tells; `surfaces` are the words for each place it tells of."""
    entries = _entries(reading.claims, incident_of)
    return [_Entry(claims, gazetteer).row(incident_of, surfaces) for claims in entries]


def _head(report: Report) -> Row:
    return {
        "doc": report.doc,
        "published": report.published.isoformat() if report.published else None,
        "text_sha256": report.text_sha256,
    }


def _groups(mentions: Sequence[Mention]) -> list[list[Mention]]:
    """Return the mentions by what they name, in order of first mention."""
    groups: dict[str, list[Mention]] = defaultdict(list)
    for mention in mentions:
        groups[_key(mention)].append(mention)
    return list(groups.values())


def _key(mention: Mention) -> str:
    return mention.place_id or _unknown(mention.passage.text)


def _key_of(where: Where) -> str:
    return where.place_id or _unknown(where.passage.text)


def _unknown(name: str) -> str:
    return f"? {name.casefold()}"


def _surfaces(mentions: Sequence[Mention]) -> dict[str, str]:
    return {_key(group[0]): group[0].passage.text for group in _groups(mentions)}


def _place(mentions: list[Mention], gazetteer: Gazetteer) -> Row:
    first = mentions[0]
    row: Row = {
        "text": first.passage.text,
        "mentions": [list(m.span) for m in mentions],
        "name": first.passage.text,
        "kind": "other",
        "country": None,
        "lat": None,
        "lon": None,
        "literal": any(m.literal for m in mentions),
        "place_id": first.place_id,
    }
    if first.place_id is not None:
        place = gazetteer.place(first.place_id)
        row |= {
            "name": place.name,
            "kind": _KINDS.get(place.kind, place.kind.value),
            "country": place.country,
            "lat": place.position.lat,
            "lon": place.position.lon,
        }
    return row


def _entries(claims: Sequence[Claim], incident_of: dict[str, str]) -> list[list[Claim]]:
    """Return the claims that make one entry each: one incident told at one set of places.

    Claims that the report tells as one event stay together whatever places they name;
    an answer goes to the event it answers, unless it names other places.
    """
    told = [c for c in claims if c.modality is Modality.HAPPENED and c.id in incident_of]
    event_of = {c.id: c.event for c in told}
    entries: dict[tuple[str, str], list[Claim]] = defaultdict(list)
    for claim in told:
        for event in _events(claim, event_of):
            entries[incident_of[claim.id], event].append(claim)
    asserted = {k: v for k, v in entries.items() if any(_asserts(c) for c in v)}
    return list(asserted.values())


def _events(claim: Claim, event_of: dict[str, str]) -> list[str]:
    answered = sorted({event_of[a] for a in claim.answers if a in event_of})
    if claim.stance in ANSWERING and _is_version(claim):
        return [*answered, f"version {claim.id}"]
    return answered or [claim.event]


def _is_version(claim: Claim) -> bool:
    """Whether an answer tells what happened instead, at places of its own."""
    return claim.stance is not Stance.DENIES and any(w.place_id for w in claim.where)


def _asserts(claim: Claim) -> bool:
    return claim.stance not in ANSWERING or _is_version(claim)


class _Entry:
    """One incident of a report, as the annotation schema has it."""

    def __init__(self, claims: list[Claim], gazetteer: Gazetteer) -> None:
        self.is_version = all(c.stance in ANSWERING for c in claims)
        self.told = [c for c in claims if self.is_version or c.stance not in ANSWERING]
        self.answers = [c for c in claims if c.stance in ANSWERING and not self.is_version]
        self.gazetteer = gazetteer

    def row(self, incident_of: dict[str, str], surfaces: dict[str, str]) -> Row:
        first = self.told[0]
        day, precision = _date(_best_when(self.told))
        return {
            "type": first.type.value,
            "places": self._places(surfaces),
            "actor": self._party(c.actor for c in self.told),
            "target": self._party(c.target for c in self.told),
            "claimed_by": self._names(self.told),
            "denied_by": self._names(self.answers),
            "date": day,
            "date_precision": precision,
            "measures": self._measures(),
            "evidence": sorted({p.span for c in [*self.told, *self.answers] for p in c.evidence}),
            "incident_id": incident_of[first.id],
            "claims": [_claim(c, self.gazetteer) for c in [*self.told, *self.answers]],
        }

    def _places(self, surfaces: dict[str, str]) -> list[str]:
        """Return the words of the places, sites first; unknown names count as sites."""
        named = [w for c in self.told for w in c.where if w.vague is None]
        ranked = sorted((w for w in named if w.role is not WhereRole.FROM), key=self._rank)
        found = (surfaces.get(_key_of(w)) for w in ranked)
        return list(dict.fromkeys(filter(None, found)))

    def _rank(self, where: Where) -> int:
        return _rank(self.gazetteer.place(where.place_id).kind) if where.place_id else 0

    def _party(self, ids: Iterable[str | None]) -> str | None:
        known = next((i for i in ids if i), None)
        return self.gazetteer.party(known).name if known else None

    def _names(self, claims: list[Claim]) -> list[str]:
        speakers = [s for c in claims for s in (c.speaker, *c.also_said_by)]
        return list(dict.fromkeys(speaker_name(s, self.gazetteer) for s in speakers))

    def _measures(self) -> list[Row]:
        found = {
            m.passage.span: _measure(m, speaker_name(m.said_by or c.speaker, self.gazetteer))
            for c in reversed(self.told)
            for m in c.measures
        }
        return [found[span] for span in sorted(found)]


_COARSE = (PlaceKind.DISTRICT, PlaceKind.PROVINCE, PlaceKind.REGION, PlaceKind.BORDER)


def _rank(kind: PlaceKind) -> int:
    """Return how coarse a kind of place is; sites come first, countries last."""
    if kind is PlaceKind.COUNTRY:
        return len(_COARSE) + 1
    return _COARSE.index(kind) + 1 if kind in _COARSE else 0


def speaker_name(speaker: Speaker, gazetteer: Gazetteer) -> str:
    """Return a party's usual name for those who speak for it, else the speaker's own."""
    if speaker.role is SpeakerRole.NARRATOR:
        return "narrator"
    if speaker.party_id and speaker.role is SpeakerRole.STATE:
        return gazetteer.party(speaker.party_id).name
    return speaker.name


def _best_when(claims: Sequence[Claim]) -> When:
    return min((c.when for c in claims), key=lambda w: w.prec)


def _date(when: When) -> tuple[str | None, str]:
    if when.start is None or when.end is None:
        return None, "unknown"
    day = when.start.isoformat()
    if when.prec <= DatePrecision.WEEK:
        return day, "day"
    if when.prec is DatePrecision.MONTH:
        return day[:7], "month"
    if when.prec is DatePrecision.LONGER and when.start.year == when.end.year:
        return day[:4], "year"
    return None, "unknown"


def _measure(measure: Measure, said_by: str) -> Row:
    return {
        "kind": _MEASURES.get(measure.kind, measure.kind.value),
        "value": measure.value,
        "value_max": measure.value_max,
        "unit": measure.unit,
        "si": measure.low,
        "hedge": measure.hedge.value,
        "by": said_by,
        "text": measure.passage.text,
        "span": list(measure.passage.span),
    }


def _claim(claim: Claim, gazetteer: Gazetteer) -> Row:
    return {
        "id": claim.id,
        "type": claim.type.value,
        "stance": claim.stance.value,
        "speaker": speaker_name(claim.speaker, gazetteer),
        "chain": list(claim.speaker.chain),
        "where": [
            {
                "place_id": w.place_id,
                "role": w.role.value,
                "text": w.passage.text,
                "span": list(w.passage.span),
            }
            for w in claim.where
        ],
        "answers": list(claim.answers),
        "reasons": list(claim.reasons),
    }
