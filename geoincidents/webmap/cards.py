"""An incident as the card of the list: voices, quotes, and what each claimant says."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from geoincidents.model import MeasureKind, ShapeKind
from geoincidents.webmap.evidence import shown
from geoincidents.webmap.marks import outlines

if TYPE_CHECKING:
    from collections.abc import Iterator

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


class Cards:
    """Makes the cards of a page."""

    def __init__(self, scene: Scene, evidence: Evidence, facets: Facets) -> None:
        self._scene = scene
        self._facets = facets
        self._gazetteer = scene.gazetteer
        self._words = scene.words
        self._evidence = evidence
        self._column = cache(self._named)  # each card names the same

    def draw(self, incident: Incident) -> dict[str, object]:
        """Return the card of an incident as plain object."""
        words = self._words
        return {
            "id": incident.id,
            "title": shown(incident.title),
            "status": incident.status.value,
            "status_words": self._scene.status(incident),
            "status_kind": words.status_kind(incident.status),
            "background": incident.background,
            "origins": shown(words.origins(incident)),
            "also": [shown(name) for name in incident.also_said_by],
            "voices": [self._voice(a, incident) for a in incident.accounts],
            **self._table(incident),
        }

    def _voice(self, account: Account, incident: Incident) -> dict[str, object]:
        claims = [c for c in incident.claims if c.id in account.claims]
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
        kinds = [*_ROW_COLUMNS[:-1], *_further_kinds(incident), "date"]
        rows = [self._row(account, kinds) for account in incident.accounts]
        said = [k for k in kinds if k in {"place", "date"} or any(r["cells"][k] for r in rows)]  # type: ignore[index]  # built below
        unsaid = [self._column(k) for k in kinds if k not in said]
        return {
            "columns": [{"key": str(k), "name": self._column(k)} for k in said],
            "rows": [
                row
                | {"cells": [{"key": str(k), "entries": _joined(row["cells"][k])} for k in said]}  # type: ignore[index]  # as above
                for row in rows
            ],
            "unsaid": unsaid,
        }

    def _named(self, kind: str) -> str:
        if kind in {"place", "date"}:
            return kind
        return self._words.measure_kind(MeasureKind(kind))

    def _row(self, account: Account, kinds: list[str]) -> dict[str, object]:
        cells: dict[str, list[dict[str, object]]] = {k: [] for k in kinds}
        for measure in account.measures:
            cells[measure.kind].append(self._figure(measure, account))
        cells["place"] = [*self._places(account)]
        cells["date"] = self._date(account)
        return {
            "account": account.key,
            "group": self._facets.voice(account),
            "who": shown(self._scene.who(account.claimant)),
            "undrawn": [shown(reason) for reason in account.undrawn],
            "shown_on_map": _is_drawn(account),
            "cells": cells,
        }

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


def _further_kinds(incident: Incident) -> list[str]:
    """Return kinds of figures beyond the usual columns: none is dropped."""
    told = {m.kind for a in incident.accounts for m in a.measures}
    return [k for k in MeasureKind if k in told and k not in _ALWAYS]


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
