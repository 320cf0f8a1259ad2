"""An incident as the card of the list: voices, quotes, and what each claimant says."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from geoincidents.model import MeasureKind, ShapeKind
from geoincidents.webmap.evidence import shown
from geoincidents.webmap.marks import outlines
from geoincidents.webmap.parts import Parts

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterator, Sequence

    from geoincidents.model import Account, Claim, Incident, Measure, Passage, Speaker, Where
    from geoincidents.webmap.evidence import Evidence
    from geoincidents.webmap.facets import Facets
    from geoincidents.webmap.scene import Scene

_ALWAYS = (
    MeasureKind.DEPTH,
    MeasureKind.AREA,
    MeasureKind.TROOPS,
    MeasureKind.KILLED,
    MeasureKind.WOUNDED,
)
_ROW_COLUMNS = ("place", *_ALWAYS, "date")
_ALWAYS_SAID = frozenset({"place", "date"})


class Cards:
    """Makes the cards of a page."""

    def __init__(self, scene: Scene, evidence: Evidence, facets: Facets) -> None:
        self._scene = scene
        self._facets = facets
        self._gazetteer = scene.gazetteer
        self._words = scene.words
        self._evidence = evidence
        self._column = cache(self._named)  # each card names the same
        self._columns = cache(self._heads)
        self.parts = Parts()
        self._is_shared = evidence.is_none  # what may hold quotations is of one card alone

    def draw(self, incident: Incident) -> dict[str, object]:
        """Return the card of an incident as plain object."""
        return {**self.head(incident), **self.body(incident)}

    def head(self, incident: Incident) -> dict[str, object]:
        """Return what the index of many incidents has of a card too."""
        return {
            "id": incident.id,
            "title": shown(incident.title),
            "status": str(incident.status),
            "status_words": self._scene.status(incident),
            "status_kind": self._words.status_kind(incident.status),
            "background": incident.background,
        }

    def body(self, incident: Incident) -> dict[str, object]:
        """Return the rest of a card: who says what, and from whom it is."""
        return {
            "origins": self._origins(incident),
            "also": [shown(name) for name in incident.also_said_by] or self.parts.nothing,
            "voices": self._voices(incident),
            **self._table(incident),
        }

    def _origins(self, incident: Incident) -> str:
        key = "origins", len(incident.reports), incident.origins
        return str(self.parts.once(key, lambda: shown(self._words.origins(incident))))

    def _voices(self, incident: Incident) -> Any:  # noqa: ANN401 - as `_voice`
        voices = [self._voice(a, incident) for a in incident.accounts]
        if not self._is_shared:
            return voices
        # Each is held once, so that it is known by its identity.
        return self.parts.once(("voices", *map(id, voices)), lambda: voices)

    def _voice(self, account: Account, incident: Incident) -> Any:  # noqa: ANN401 - as `_spoken`
        claims = [c for c in incident.claims if c.id in account.claims]
        if not self._is_shared:
            return self._spoken(account, incident, claims)
        said = [(c.stance, c.type) for c in claims]
        key = (_who(account), account.stance, account.types, *said)
        return self.parts.once(key, lambda: self._spoken(account, incident, claims))

    def _spoken(
        self, account: Account, incident: Incident, claims: list[Claim]
    ) -> dict[str, object]:
        return {
            "account": account.key,
            "group": self._facets.voice(account),
            "voice": shown(self._words.voice(account, incident, self._gazetteer)),
            "types_said": shown(self._words.types_said(account, incident, self._gazetteer)),
            "quotes": [*self._quotes(claims, account)],
        }

    def _quotes(self, claims: list[Claim], account: Account) -> Iterator[dict[str, object]]:
        """Yield one quotation a claim, none twice and none that the cap leaves empty."""
        if self._evidence.is_none:
            return
        seen: set[str] = set()
        for claim in claims:
            quoted = self._evidence.claim(claim)
            key = str((claim.report_id, quoted["pieces"]))
            if quoted["pieces"] and key not in seen:
                seen.add(key)
                voice = shown(self._words.claim_voice(claim, account, self._gazetteer))
                yield {**quoted, "voice": voice, "by": shown(self._by(claim.speaker))}

    def _by(self, speaker: Speaker) -> str:
        """Return who spoke for a party and who passed it on, where that says more."""
        named = speaker.name if speaker.party_id else ""
        is_party = named.casefold() in {
            (speaker.party_id or "").casefold(),
            self._words.party(speaker.party_id, self._gazetteer).casefold(),
        }
        return ", via ".join(filter(None, ["" if is_party else named, *speaker.chain]))

    # --- the table of claimants ----------------------------------------------

    def _table(self, incident: Incident) -> dict[str, object]:
        """Return rows of claimants; columns that nobody fills are only named."""
        said, names, unsaid = self._columns(
            tuple([m.kind for a in incident.accounts for m in a.measures])
        )
        rows = [self._row(account, said) for account in incident.accounts]
        return {"columns": names, "rows": rows, "unsaid": unsaid}

    def _heads(self, told: Sequence[MeasureKind]) -> tuple[tuple[str, ...], Any, Any]:
        """Return the columns for kinds of figures, their names, and those left out."""
        further = {*told}.difference(_ALWAYS)
        kinds = _with(further) if further else _ROW_COLUMNS
        said = tuple(k for k in kinds if k in _ALWAYS_SAID or k in told)
        names = self.parts.once(("columns", said), lambda: self._names(said))
        return said, names, self.parts.once(("unsaid", said), lambda: self._unsaid(kinds, said))

    def _names(self, said: Sequence[str]) -> list[dict[str, str]]:
        return [{"key": str(k), "name": self._column(k)} for k in said]

    def _unsaid(self, kinds: Sequence[str], said: Sequence[str]) -> list[str]:
        return [self._column(k) for k in kinds if k not in said]

    def _named(self, kind: str) -> str:
        if kind in {"place", "date"}:
            return kind
        return self._words.measure_kind(MeasureKind(kind))

    def _row(self, account: Account, said: Sequence[str]) -> Any:  # noqa: ANN401 - as `_whole_row`
        """Return what an account says; a bare answer is the same for many."""
        is_bare = not (account.measures or account.where or account.shapes or account.undrawn)
        if not (self._is_shared and is_bare):
            return self._whole_row(account, said)
        when, drawn = account.when, _is_drawn(account)
        whens = when.start, when.end, when.prec, when.alternatives
        key = (_who(account), said, _place_key(account), whens, drawn)
        return self.parts.once(key, lambda: self._whole_row(account, said))

    def _whole_row(self, account: Account, said: Sequence[str]) -> dict[str, object]:
        return {
            "account": account.key,
            "group": self._facets.voice(account),
            "who": shown(self._scene.who(account.claimant)),
            "undrawn": [shown(reason) for reason in account.undrawn] or self.parts.nothing,
            "shown_on_map": _is_drawn(account),
            "cells": [self._cell(kind, account) for kind in said],
        }

    def _cell(self, kind: str, account: Account) -> Any:  # noqa: ANN401 - as `_entries`
        """Return what an account says of one column; the key is all that it depends on."""
        if not self._is_shared:
            return self._entries(kind, account)
        key: Hashable
        if kind == "place":
            key = _place_key(account)
        elif kind == "date":
            key = account.when.start, account.when.end, account.when.prec, account.when.alternatives
        else:
            figures = [_figure_key(m) for m in account.measures if m.kind is kind]
            key = (_who(account), *figures) if figures else ()
        return self.parts.once((kind, key), lambda: self._entries(kind, account))

    def _entries(self, kind: str, account: Account) -> dict[str, object]:
        if kind == "place":
            told = [*self._places(account)]
        elif kind == "date":
            told = self._date(account)
        else:
            told = [self._figure(m, account) for m in account.measures if m.kind is kind]
        return {"key": str(kind), "entries": _joined(told)}

    def _figure(self, measure: Measure, account: Account) -> dict[str, object]:
        also = [p.text for p in measure.also]
        notes = [*self._whose(measure, account), *self._passed_on(measure, account)]
        notes += [f"the same in another unit: “{shown(text)}”" for text in also]
        said = shown(self._words.said(measure))
        return {"said": said, "notes": notes, "quotes": self._behind(measure.passage)}

    def _behind(self, passage: Passage) -> list[dict[str, object]]:
        """Return the words behind an entry, none where none may be shown."""
        if self._evidence.is_none:
            return []
        quoted = self._evidence.of(passage)
        return [quoted] if quoted["pieces"] else []

    def _whose(self, measure: Measure, account: Account) -> Iterator[str]:
        if measure.of is None:
            return
        of = shown(self._words.party(measure.of, self._gazetteer))
        losses = measure.kind in {MeasureKind.KILLED, MeasureKind.WOUNDED, MeasureKind.CAPTURED}
        own = losses and measure.of == account.claimant.party_id
        yield f"own losses, said by {of}" if own else f"of {of}"

    def _passed_on(self, measure: Measure, account: Account) -> Iterator[str]:
        who = measure.said_by
        if who is not None and who.key != account.key:
            yield f"according to {shown(self._scene.who(who))}"

    def _places(self, account: Account) -> Iterator[dict[str, object]]:
        reason = shown(account.unplaced_reason)
        note = f"not on the map: {reason}" if reason else self._how_exactly(account)
        for n, where in enumerate(account.where):
            notes = [note] if n == 0 else []
            yield {
                "said": shown(self._place_name(where)),
                "notes": [*notes, "inferred"] if where.inferred else notes,
                "quotes": self._behind(where.passage),
            }
        said = shown(account.place_label) or reason
        if said and not account.where:
            notes = [note] if said != reason else []
            yield {"said": said, "notes": notes, "quotes": []}

    def _how_exactly(self, account: Account) -> str:
        """Return how well the place is known: what is drawn around it, in words."""
        prec = self._words.where_prec(account.where_prec)
        doubts = (s.uncertainty_m for s in account.shapes if s.kind is ShapeKind.DOUBT)
        doubt_m = 0.0 if any(outlines(account, self._gazetteer)) else max(doubts, default=0.0)
        return self._words.within(prec, doubt_m) if doubt_m else prec

    def _place_name(self, where: Where) -> str:
        place = self._gazetteer.places.get(where.place_id or "")
        return place.name if place else f"“{where.passage.text}”"

    def _date(self, account: Account) -> list[dict[str, object]]:
        when = account.when
        if when.start is None and when.end is None:
            return []
        quotes = self._behind(when.passage) if when.passage else []
        return [{"said": self._words.when(when), "notes": [], "quotes": quotes}]


def _with(further: set[MeasureKind]) -> tuple[str, ...]:
    """Return the columns with further kinds of figures: none is dropped."""
    return (*_ROW_COLUMNS[:-1], *(k for k in MeasureKind if k in further), "date")


def _who(account: Account) -> tuple[str, str, str | None]:
    """Return what an account's names depend on."""
    return account.key, account.claimant.name, account.claimant.party_id


def _figure_key(measure: Measure) -> Hashable:
    by = measure.said_by
    cited = by and (by.key, by.name, by.party_id)
    also = [p.text for p in measure.also]
    bounds = measure.low, measure.high, measure.hedge
    return (*bounds, measure.passage.text, measure.of, cited, *also)


def _place_key(account: Account) -> Hashable:
    doubts = [s.uncertainty_m for s in account.shapes if s.kind is ShapeKind.DOUBT]
    named = [(w.place_id, w.passage.text, w.inferred) for w in account.where]
    told = (account.unplaced_reason, account.place_label, account.where_prec, *named, *doubts)
    if account.geom_role is not ShapeKind.LABEL:
        return told
    labels = [s.geometry.coordinates for s in account.shapes if s.kind is ShapeKind.LABEL]
    return *told, account.place_id, *labels  # what `outlines` asks for


def _is_drawn(account: Account) -> bool:
    return bool(account.position or account.shapes or account.border_ids)


def _joined(entries: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return entries with those that say the same made one, with the words of each."""
    if len(entries) < 2:  # noqa: PLR2004 - one says the same as no other
        return entries
    joined: dict[str, dict[str, Any]] = {}
    for entry in entries:
        same = joined.setdefault(entry["said"], {**entry, "notes": [], "quotes": []})
        same["notes"] += [n for n in entry["notes"] if n not in same["notes"]]
        same["quotes"] += [q for q in entry["quotes"] if q not in same["quotes"]]
    return [*joined.values()]
