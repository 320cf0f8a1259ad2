"""What the page filters by: types, parties, outlets and days of each incident."""

from __future__ import annotations

from collections import Counter
from datetime import date
from functools import cache, cached_property
from typing import TYPE_CHECKING, Any, TypeAlias

from geoincidents.webmap.evidence import shown

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from geoincidents.model import Account, Incident
    from geoincidents.webmap.scene import Scene

# Of each account its types, and the parties who say, do and bear it.
_Kind: TypeAlias = "tuple[tuple[tuple[str, ...], str | None, str | None, str | None], ...]"
MOST_VOICES = 4  # parties with a button of their own in "Whose account?"
OTHERS = "others"
_EPOCH = date(1970, 1, 1).toordinal()


class Facets:
    """Knows what each shown incident can be filtered by, and what there is to choose."""

    def __init__(self, scene: Scene, incidents: Iterable[Incident]) -> None:
        self._scene = scene
        self._told = tuple(incidents)
        self._statuses = Counter(str(i.status) for i in self._told)
        # Incidents are many, their kinds and the reports behind them few.
        kinds = Counter(map(_kind, self._told))
        reports = Counter(i.reports for i in self._told)
        self._types = _counted((_types(k), n) for k, n in kinds.items())
        self._parties = _counted((_parties(k), n) for k, n in kinds.items())
        self._outlets = _counted((self._published(r), n) for r, n in reports.items())
        self._numbers = {name: n for n, name in enumerate(sorted(self._outlets))}
        self._voices = self._chosen_voices()
        self._of_kind = cache(_sorted)
        self._of_reports = cache(self._numbered)

    def of(self, incident: Incident) -> dict[str, object]:
        """Return what an incident is filtered by; days are counted from 1970."""
        whens = [a.when for a in incident.accounts]
        days = [d for w in whens for d in (w.start, w.end) if d is not None]
        types, parties = self._of_kind(_kind(incident))
        return {
            "types": types,
            "parties": parties,
            "outlets": self._of_reports(incident.reports),
            "from": _day(min(days, default=None)),
            "to": _day(max(days, default=None)),
        }

    def voice(self, account: Account) -> str:
        """Return whose button an account belongs to: a party's key, or that of others."""
        return self.voice_of(account.key)

    def voice_of(self, key: str) -> str:
        """Return the same by an account's key."""
        return key if key in self._voices else OTHERS

    @cached_property
    def controls(self) -> dict[str, Any]:
        """Return what there is to choose from, each with its words and count."""
        words = self._scene.words
        parties = [(p, words.party(p, self._scene.gazetteer)) for p in self._parties]
        return {
            "types": [*_rows(self._types, {t: words.tables["types"][t] for t in self._types})],
            "parties": [*_rows(self._parties, dict(parties))],
            "outlets": [
                {"key": str(self._numbers[name]), "name": shown(name), "count": count}
                for name, count in sorted(self._outlets.items())
            ],
            "statuses": dict(self._statuses),
            "undated": sum(not _is_dated(i) for i in self._told),
            "voices": [{"key": k, "name": shown(name)} for k, name in self._voices.items()],
            "others": self._others(),
        }

    def _chosen_voices(self) -> dict[str, str]:
        """Return the parties that speak in most incidents, by name."""
        accounts = [a for i in self._told for a in i.accounts if a.claimant.party_id]
        told = Counter(a.key for a in accounts)
        names = {a.key: self._scene.who(a.claimant) for a in accounts}
        most = sorted(told, key=lambda k: (-told[k], k))[:MOST_VOICES]
        return {k: names[k] for k in sorted(most, key=lambda k: names[k].casefold())}

    def _others(self) -> int:
        return len({a.key for i in self._told for a in i.accounts} - self._voices.keys())

    def _published(self, ids: tuple[str, ...]) -> Iterable[str]:
        reports = map(self._scene.reports.get, ids)
        return dict.fromkeys(r.publisher or r.doc for r in reports if r is not None)

    def _numbered(self, ids: tuple[str, ...]) -> list[int]:
        return sorted(self._numbers[name] for name in self._published(ids))


def _kind(incident: Incident) -> _Kind:
    return tuple([(a.types, a.claimant.party_id, a.actor, a.target) for a in incident.accounts])


def _types(kind: _Kind) -> set[str]:
    return {str(t) for types, *_ in kind for t in types}


def _parties(kind: _Kind) -> set[str]:
    return {p for _, *parties in kind for p in parties if p}


def _sorted(kind: _Kind) -> tuple[list[str], list[str]]:
    return sorted(_types(kind)), sorted(_parties(kind))


def _counted(rows: Iterable[tuple[Iterable[str], int]]) -> Counter[str]:
    counts: Counter[str] = Counter()
    for names, n in rows:
        for name in names:
            counts[name] += n
    return counts


def _is_dated(incident: Incident) -> bool:
    return any(a.when.start or a.when.end for a in incident.accounts)


def _day(day: date | None) -> int | None:
    return None if day is None else day.toordinal() - _EPOCH


def _rows(counts: Mapping[str, int], names: Mapping[str, str]) -> Iterator[dict[str, object]]:
    for key in sorted(counts, key=lambda k: names[k].casefold()):
        yield {"key": key, "name": shown(names[key]), "count": counts[key]}
