"""What every drawer of the page needs: places, words, reports and sizes."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeAlias

from geoincidents.geography import PlaceKind
from geoincidents.model import ANSWERING, WherePrecision
from geoincidents.webmap.base import lines
from geoincidents.webmap.evidence import shown

if TYPE_CHECKING:
    from collections.abc import Hashable, Mapping, Sequence

    from geoincidents.geography import BorderLine, Gazetteer, Place
    from geoincidents.model import Account, Incident, Report, Speaker
    from geoincidents.webmap.base import Line
    from geoincidents.wording import Wording

    Corners: TypeAlias = tuple[float, float, float, float]

_STRETCH = 24  # steps of a border that are looked at together


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """The run that a page shows; `sizes` are pixels, from the theme."""

    gazetteer: Gazetteer
    words: Wording
    reports: Mapping[str, Report]
    sizes: Mapping[str, int]
    # What several drawers ask for. By identity: to hash an incident costs more than to answer.
    # The incident is held too, so that no other takes its place in memory.
    _chosen: dict[int, tuple[Incident, Account | None]] = field(
        default_factory=dict, init=False, repr=False
    )
    _said: dict[int, tuple[Incident, str]] = field(default_factory=dict, init=False, repr=False)
    # By all that they depend on.
    _status: dict[Hashable, str] = field(default_factory=dict, init=False, repr=False)
    _by_size: list[Place] = field(default_factory=list, init=False, repr=False)
    _stretches: dict[str, list[tuple[Line, Corners]]] = field(
        default_factory=dict, init=False, repr=False
    )
    _who: dict[tuple[str, str | None], str] = field(default_factory=dict, init=False, repr=False)

    @property
    def by_size(self) -> Sequence[Place]:
        """Return the places, the largest first."""
        if not self._by_size:
            places = self.gazetteer.places.values()
            self._by_size.extend(sorted(places, key=lambda p: (-p.size_m, p.id)))
        return self._by_size

    def stretches(self, border: BorderLine) -> Sequence[tuple[Line, Corners]]:
        """Return a border in stretches, each from the end of the last, with its corners."""
        if border.id not in self._stretches:
            self._stretches[border.id] = [
                (line[n : n + _STRETCH + 1], _corners(line[n : n + _STRETCH + 1]))
                for line in lines(border.geometry)
                for n in range(0, len(line) - 1, _STRETCH)
            ]
        return self._stretches[border.id]

    def who(self, speaker: Speaker) -> str:
        """Return the name of who speaks."""
        key = speaker.name, speaker.party_id
        if key not in self._who:
            self._who[key] = self.words.speaker(speaker, self.gazetteer)
        return self._who[key]

    def status(self, incident: Incident) -> str:
        """Return who says an incident was and who denies it, as a page shows it."""
        if id(incident) not in self._said:
            self._said[id(incident)] = incident, self._told(incident)
        return self._said[id(incident)][1]

    def _told(self, incident: Incident) -> str:
        key = (
            incident.status,
            incident.also_said_by,
            *[(a.key, a.stance, a.claimant.name, a.claimant.party_id) for a in incident.accounts],
            *[claim.stance for claim in incident.claims],
        )
        if key not in self._status:
            self._status[key] = shown(self.words.status(incident, self.gazetteer))
        return self._status[key]

    def lettered(self, place: Place) -> str:
        """Return what stands at a place on the map: both names where its pack says so."""
        packs = self.gazetteer.packs
        names = next((p.contested[place.id] for p in packs if place.id in p.contested), ())
        return " / ".join(names) or place.name

    def is_capital(self, place: Place) -> bool:
        """Return whether a town is the capital of the state it lies in."""
        state = self.gazetteer.party_of(place.country)
        return place.kind is PlaceKind.TOWN and state is not None and place.name in state.capitals

    def place_of(self, incident: Incident) -> Account | None:
        """Return the account whose point the mark has, None where none may be placed.

        As in the exported points: the most precise place among accounts that say it
        happened, then the one with more origins, then the first by key.
        """
        if id(incident) not in self._chosen:
            self._chosen[id(incident)] = incident, self._choose(incident)
        return self._chosen[id(incident)][1]

    def _choose(self, incident: Incident) -> Account | None:
        told = [a for a in incident.accounts if a.stance not in ANSWERING and _is_placed(a)]
        if len(told) < 2:  # noqa: PLR2004 - nothing to choose from
            return told[0] if told else None
        return min(told, key=lambda a: self._rank(a, incident))

    def _rank(self, account: Account, incident: Incident) -> tuple[int, int, str]:
        reports = {c.report_id for c in incident.claims if c.id in account.claims}
        origins = {o.name for r in reports if r in self.reports for o in self.reports[r].origins}
        return int(account.where_prec), -len(origins), account.key


def _is_placed(account: Account) -> bool:
    return account.position is not None and account.where_prec < WherePrecision.BORDER


def _corners(line: Line) -> Corners:
    """Return the least and largest longitude and latitude: west, south, east, north."""
    lons, lats = zip(*line, strict=True)
    return min(lons), min(lats), max(lons), max(lats)
