"""On which side of a border an account plays: told from its words, never from a point."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from geoincidents.geography import PlaceKind
from geoincidents.model import ANSWERING, WhereRole
from geoincidents.shapes import borders

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from geoincidents.geography import BorderLine, BorderSource, Gazetteer
    from geoincidents.model import Account, Incident, Position, Shape


_WIDE = frozenset({PlaceKind.COUNTRY, PlaceKind.REGION, PlaceKind.BORDER})
_FAR_M = 100_000.0  # farther than any depth that is drawn, with the place's own doubt


class Drawn(NamedTuple):
    """What a part of an account gave, and why the rest of it gave nothing."""

    shapes: tuple[Shape, ...] = ()
    undrawn: tuple[str, ...] = ()
    border_ids: tuple[str, ...] = ()
    strips: tuple[Shape, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """An account with what its shapes are drawn from.

    `side` is the state on whose side of the border the account plays, as a party id:
    the entered one, or the speaker's own where the speaker denies or re-describes.
    `other` is the state across the border, None if the words do not say. `lines` are the
    border lines that count: between the two, exclaves only where they are named. `actor`
    is the state whose side acted.
    """

    account: Account
    incident: Incident
    gazetteer: Gazetteer
    side: str | None
    other: str | None
    actor: str | None
    lines: tuple[BorderLine, ...]

    @property
    def accuracy_m(self) -> float:
        """Return the accuracy of the border lines, the worst of them."""
        return max((line.accuracy_m for line in self.lines), default=0.0)

    @property
    def border(self) -> BorderSource | None:
        """Return where the border is from: the first pack that has one, of the side if known."""
        packs = [p for p in self.gazetteer.packs if p.border]
        packs.sort(key=lambda pack: self.country not in pack.countries)
        return packs[0].border if packs else None

    @property
    def version(self) -> str:
        """Return the version of the border, empty where no pack has one."""
        return self.border.version if self.border else ""

    @property
    def side_name(self) -> str:
        """Return how the state of `side` is called, empty where no side is known."""
        return self.gazetteer.party(self.side).name if self.side else ""

    @property
    def country(self) -> str:
        """Return the ISO 3166 alpha-2 code of `side`, empty where no side is known."""
        return self.gazetteer.party(self.side).country if self.side else ""

    @property
    def line_ids(self) -> tuple[str, ...]:
        """Return the ids of the border lines that count."""
        return tuple(line.id for line in self.lines)


def scene(account: Account, incident: Incident, gazetteer: Gazetteer) -> Scene:
    """Return an account's scene."""
    actor, target = (_state(party, gazetteer) for party in (account.actor, account.target))
    if account.stance in ANSWERING:
        side = _state(account.claimant.party_id, gazetteer)
    else:
        side = _entered(account, gazetteer) or target or _across(actor, gazetteer)
    other = next((state for state in (actor, target) if state and state != side), None)
    lines = _lines((side, other), gazetteer, _words(account, incident, gazetteer))
    lines = _without_far_doubts(lines, account, gazetteer)
    return Scene(
        account=account,
        incident=incident,
        gazetteer=gazetteer,
        side=side,
        other=other,
        actor=actor,
        lines=lines,
    )


def _state(party_id: str | None, gazetteer: Gazetteer) -> str | None:
    """Return the state whose border a party's side is bounded by."""
    if party_id is None or party_id not in gazetteer.parties:
        return None
    if any(party_id in (line.a, line.b) for line in gazetteer.borders):
        return party_id
    state = gazetteer.party_of(gazetteer.party(party_id).country)
    return state.id if state else None


def _entered(account: Account, gazetteer: Gazetteer) -> str | None:
    """Return the state that the words go into, by the places they name."""
    for where in account.where:
        if where.role is not WhereRole.INTO or where.place_id is None:
            continue
        place = gazetteer.place(where.place_id)
        party = None if place.straddles else gazetteer.party_of(place.country)
        if party:
            return party.id
    return None


def _across(state: str | None, gazetteer: Gazetteer) -> str | None:
    """Return the only neighbour of a state in the packs, None if there are more."""
    pairs = ((line.a, line.b) for line in gazetteer.borders)
    others = {a if b == state else b for a, b in pairs if state in (a, b)}
    return next(iter(others)) if len(others) == 1 else None


def _lines(
    states: tuple[str | None, str | None], gazetteer: Gazetteer, words: str
) -> tuple[BorderLine, ...]:
    named = {state for state in states if state}
    return tuple(
        line
        for line in gazetteer.borders
        if named <= {line.a, line.b} and (not line.exclave or _names(line.exclave, words))
    )


def _without_far_doubts(
    lines: tuple[BorderLine, ...], account: Account, gazetteer: Gazetteer
) -> tuple[BorderLine, ...]:
    """Return lines without those that are less sure than others and far from the places.

    A stretch that is contested somewhere must not blur the border everywhere.
    """
    sure_m = min((line.accuracy_m for line in lines), default=0.0)
    places = (gazetteer.place(w.place_id) for w in account.where if w.place_id)
    spots = [p.position for p in places if p.kind not in _WIDE]
    if not spots:
        return lines
    return tuple(
        line
        for line in lines
        if line.accuracy_m <= sure_m or any(_is_near(line, spot) for spot in spots)
    )


def _is_near(line: BorderLine, spot: Position) -> bool:
    """Return whether a vertex lies in a box around a spot: enough to leave out the far."""
    west, south, east, north = borders.around(spot, _FAR_M)
    vertices: Iterable[tuple[float, float]] = line.geometry.coordinates  # type: ignore[assignment]  # a LineString
    return any(west <= lon <= east and south <= lat <= north for lon, lat in vertices)


def _names(exclave: str, words: str) -> bool:
    """Return whether folded words name an exclave; one of two villages is enough."""
    return any(part in words for part in exclave.casefold().split(" and "))


def _words(account: Account, incident: Incident, gazetteer: Gazetteer) -> str:
    """Return what was read for an account, for looking up whether it names an exclave."""
    ids = frozenset(account.claims)
    own = (c for c in incident.claims if c.id in ids)
    passages = [p.text for claim in own for p in claim.evidence]
    # A place may be told by another of its names.
    places = [gazetteer.place(w.place_id).name for w in account.where if w.place_id]
    return "\n".join([*passages, *places]).casefold()


def listed(names: Sequence[str]) -> str:
    """Return names as a phrase: "A", "A and B", "A, B and C"."""
    return " and ".join(filter(None, [", ".join(names[:-1]), *names[-1:]]))
