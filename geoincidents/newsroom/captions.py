"""What stands under and behind the pictures: caption, text for who cannot see them, credit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geoincidents import telling, wording
from geoincidents.model import checkers

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from geoincidents.collection import IncidentCollection
    from geoincidents.model import Incident

_MOST_TOLD = 8  # of a map; a caption of more is read by nobody


def caption(found: IncidentCollection, header: dict[str, object], about: Sequence[str]) -> str:
    """Return the caption of the map: each incident with every claimant's version.

    Parameters
    ----------
    header
        `title` and `notice`, as `view.Drawn.header` gives them.
    about
        Sentences that stand at its end, such as the disclaimer and the credit.
    """
    told = _now(found)
    lines = [f"{header['title']}.", *(incident(i, found) for i in told[:_MOST_TOLD])]
    lines += _none(told)
    lines += _rest(len(told))
    return "\n".join([*lines, *about, f"{header['notice']}."]) + "\n"


def incident(chosen: Incident, found: IncidentCollection) -> str:
    """Return one incident with every claimant's version, in one paragraph."""
    voices = [telling.voice(a, chosen, found.gazetteer) for a in chosen.accounts]
    origins = wording.load().origins(chosen)
    return f"{chosen.title}. {'. '.join([*voices, origins])}."


def alt(found: IncidentCollection, header: dict[str, object]) -> str:
    """Return what the map shows, for who cannot see it: marks in words, then what has none."""
    words = wording.load()
    told = _now(found)
    marked = [_mark(i, found) for i in told if any(a.position for a in i.accounts)]
    text = [_said("map", title=header["title"])]
    text += [f"{words.count(len(marked), 'mark')}.", *marked[:_MOST_TOLD], *_none(told)]
    text += _rest(len(marked))
    missing = len(told) - len(marked)
    if missing:
        text.append(_said("unplaced", incidents=words.count(missing, "incident")))
    return " ".join([*text, f"{header['notice']}."])


def incident_alt(chosen: Incident, found: IncidentCollection) -> str:
    """Return what a close-up shows, for who cannot see it."""
    return _said("closeup", mark=_mark(chosen, found))


def checked(found: IncidentCollection) -> bool:
    """Return whether any decision of a person stands behind what is shown."""
    return bool(checkers(found.incidents)) or any(i.released for i in found)


def _mark(chosen: Incident, found: IncidentCollection) -> str:
    words = wording.load()
    status = words.status(chosen, found.gazetteer)
    depths = [words.depth_label(a, found.gazetteer) for a in chosen.accounts]
    accounts = chosen.accounts
    places = _once(a.place_label for a in accounts) or _once(map(telling.place, accounts))
    told = [chosen.title, status, *places, *_once(depths)]
    return f"{'; '.join(told)}."


def _once(texts: Iterable[str]) -> list[str]:
    return [*dict.fromkeys(t for t in texts if t)]


def _now(found: IncidentCollection) -> list[Incident]:
    return [i for i in found if not i.background]


def _none(told: Sequence[Incident]) -> list[str]:
    return [] if told else [_said("none")]


def _rest(count: int) -> list[str]:
    left = count - _MOST_TOLD
    return [_said("more", n=left)] if left > 0 else []


def _said(key: str, **parts: object) -> str:
    return str(wording.load().tables["newsroom"][key]).format(**parts)
