"""Why an incident is what it is: words, spans, places with their rivals, reasons."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geoincidents import gazetteer, wording

if TYPE_CHECKING:
    from collections.abc import Iterator

    from geoincidents.collection import IncidentCollection
    from geoincidents.geography import Gazetteer, Place
    from geoincidents.model import Account, Claim, History, Incident, Mention, Passage, Where


def explain(incident: Incident, found: IncidentCollection) -> str:
    """Return every claim with its words, then why they are one incident and where it is drawn."""
    return "\n".join(_Explanation(incident, found).lines())


def places(name: str, world: Gazetteer) -> str:
    """Return the places that a name may mean, the likeliest first."""
    matches = gazetteer.find(name, world)
    lines = [f"{m.place.id}  {_described(m.place)}  [{m.reason}]" for m in matches]
    return "\n".join(lines) or f"no place is called {name!r} in {_packs(world)}"


def _packs(world: Gazetteer) -> str:
    return ", ".join(p.id for p in world.packs)


def _described(place: Place) -> str:
    lon, lat = place.position
    where = ", ".join(filter(None, (*place.admin, place.country)))
    return (
        f"{place.name}, {place.kind.value} in {where}, "
        f"lat {lat:.4f} lon {lon:.4f}, ±{place.size_m:.0f} m, {place.source}"
    )


class _Explanation:
    """One incident with what its lines need."""

    def __init__(self, incident: Incident, found: IncidentCollection) -> None:
        self.incident = incident
        self.gazetteer = found.gazetteer
        self.docs = {r.report.id: r.report.doc for r in found.readings}
        self.mentions = {(r.report.id, m.span): m for r in found.readings for m in r.mentions}
        self.words = wording.load()

    def lines(self) -> Iterator[str]:
        incident = self.incident
        yield f"{incident.id}  {incident.title}"
        yield f"status: {self.words.status(incident, self.gazetteer)}"
        yield self.words.origins(incident)
        yield from _listed("one incident because", incident.reasons)
        for claim in incident.claims:
            yield ""
            yield from self._claim(claim)
        for account in incident.accounts:
            yield ""
            yield from self._account(account)
        if incident.relations:
            yield ""
            yield "how the claims stand to each other:"
        for tie in incident.relations:
            yield f"  {tie.source} {tie.kind.value} {tie.target}: {tie.reason}"
        for history in incident.histories:
            yield f"  {self._history(history)}"

    def _claim(self, claim: Claim) -> Iterator[str]:
        who = self.words.speaker(claim.speaker, self.gazetteer)
        chain = "".join(f", citing {c}" for c in claim.speaker.chain)
        stance, type_ = (word.value.replace("_", " ") for word in (claim.stance, claim.type))
        yield f"claim {claim.id}: {who}{chain} {stance} {type_}"
        for passage in claim.evidence:
            yield f"  words: {self._words(passage)}"
        if claim.speaker.passage:
            yield f"  speaker: {self._words(claim.speaker.passage)}"
        for where in claim.where:
            yield from self._where(where)
        if claim.when.passage:
            read = self.words.when(claim.when)
            yield f"  date: {self._words(claim.when.passage)} = {read} ({claim.when.basis.value})"
        for measure in claim.measures:
            value = self.words.si(measure) or "no value"
            yield f"  {measure.kind.value}: {self._words(measure.passage)} = {value}"
        yield from _listed("  answers", claim.answers)
        yield from _listed("  read by", claim.reasons)

    def _where(self, where: Where) -> Iterator[str]:
        read = where.place_id or (where.vague.value if where.vague else "unknown")
        note = " (inferred)" if where.inferred else ""
        yield f"  place, {where.role.value}: {self._words(where.passage)} = {read}{note}"
        mention = self.mentions.get((where.passage.report_id, where.passage.span))
        if mention:
            yield from self._rivals(mention)

    def _rivals(self, mention: Mention) -> Iterator[str]:
        for rival in mention.candidates:
            chosen = "chosen" if rival.place_id == mention.place_id else "rival"
            described = _described(self.gazetteer.place(rival.place_id))
            yield f"    {chosen} {rival.score:.2f}: {described}"
            yield from _listed("      because", rival.reasons)

    def _account(self, account: Account) -> Iterator[str]:
        who = self.words.speaker(account.claimant, self.gazetteer)
        yield f"account of {who}: {self.words.where_prec(account.where_prec)}"
        yield f"  {account.place_label or account.unplaced_reason}"
        for shape in account.shapes:
            yield f"  {shape.kind.value}: {shape.reason}"
        for reason in account.undrawn:
            yield f"  not drawn: {reason}"

    def _history(self, history: History) -> str:
        who = self.words.speaker(history.speaker, self.gazetteer)
        kind = self.words.measure_kind(history.steps[0][1].kind)
        steps = (f"{self.words.figure(m)} ({self.words.day(day)})" for day, m in history.steps)
        return f"{kind}, by {who}: {', then '.join(steps)}"

    def _words(self, passage: Passage) -> str:
        start, end = passage.span
        return f'"{passage.text}" ({self.docs[passage.report_id]}:{start}-{end})'


def _listed(head: str, items: tuple[str, ...]) -> Iterator[str]:
    if items:
        yield f"{head}: {'; '.join(items)}"
