"""What the terminal shows: a table of incidents in 80 columns, or why there is none."""

from __future__ import annotations

import re
import shlex
import textwrap
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from geoincidents import telling, wording
from geoincidents.errors import GeoincidentsError
from geoincidents.model import Change, Modality

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from geoincidents.collection import IncidentCollection
    from geoincidents.export import Written
    from geoincidents.export.manifest import Saved
    from geoincidents.model import Claim, Incident

COLUMNS = 80
# Controls, and marks that hide or turn what follows: a terminal would obey them.
_OBEYED = re.compile(
    r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff"
    r"\ud800-\udfff]"
)
_MARKS = {Change.NEW: "[new]", Change.CHANGED: "[changed]"}  # since an earlier run
_MOST_NAMES = 8  # unknown names shown when nothing was found


def choose(
    found: IncidentCollection, *, only: Sequence[str], without: Sequence[str]
) -> IncidentCollection:
    """Return the incidents asked for; raise `GeoincidentsError` for an id not among them."""
    known = {i.id for i in found}
    for id_ in (*only, *without):
        if id_ not in known:
            raise GeoincidentsError(f"no incident {id_!r}; incidents: {', '.join(sorted(known))}")
    chosen = (i for i in found if (not only or i.id in only) and i.id not in without)
    return replace(found, incidents=tuple(chosen))


def released(found: IncidentCollection) -> tuple[IncidentCollection, str]:
    """Return the incidents that a person released, and the ids of the others in words."""
    kept = tuple(i for i in found if i.released)
    held = ", ".join(i.id for i in found if not i.released)
    return replace(found, incidents=kept), held


def visible(words: str) -> str:
    """Return words with what a terminal would obey written out as escapes."""
    return _OBEYED.sub(lambda mark: ascii(mark[0])[1:-1], words)


def line(words: str) -> str:
    """Return the same on one line, as a message that names a file must be."""
    return visible(words).replace("\n", "\\n")


def progress(reports: int, incidents: int) -> str:
    """Return one line on how much was read."""
    words = wording.load()
    return f"read {words.count(reports, 'report')}: {words.count(incidents, 'incident')}"


def table(found: IncidentCollection) -> str:
    """Return the incidents by date, each with a line a voice."""
    if not found.incidents:
        return "\n".join(_nothing(found))
    now = [i for i in found if not i.background]
    earlier = [i for i in found if i.background]
    parts = ["\n".join(_incident(i, found)) for i in now]
    if earlier:
        parts.append("Background, off on the map:")
        parts += ["\n".join(_incident(i, found)) for i in earlier]
    return "\n\n".join(parts)


def files(written: Written | Saved, folder: str = "") -> str:
    """Return the files that were written, and those kept because a person edited them."""
    where = f"{folder}: " if folder else ""
    lines = [f"{where}wrote {', '.join(written.files)}"]
    lines += [f"kept your edited {name}" for name in written.kept]
    return "\n" + "\n".join(line for text in lines for line in _wrapped(text, "", "  "))


def placeholder() -> str:
    """Return what the lines to paste still need."""
    return "embed.txt holds a placeholder for the folder's address; name it with --public-url"


def hint(
    paths: Sequence[str], checked_by: Sequence[str] = (), *, options: Sequence[str] = ()
) -> str:
    """Return who checked it, and how to ask why."""
    from_ = "".join(f" --from {shlex.quote(p)}" for p in paths)
    from_ += "".join(f" {shlex.quote(option)}" for option in options)
    who = f"Checked by {', '.join(checked_by)}" if checked_by else "Not checked by a person"
    return f"{who}. Why this? geoincidents explain ID{from_}"


def _incident(incident: Incident, found: IncidentCollection) -> Iterator[str]:
    words = wording.load()
    room = COLUMNS - len(incident.id) - 2
    mark = f" {_MARKS[incident.change]}" if incident.change else ""
    title = _wrapped(incident.title + mark, "", "  ", room)
    yield f"{title[0]:<{room}}  {incident.id}"
    yield from title[1:]
    for account in incident.accounts:
        yield from _wrapped(
            telling.voice(account, incident, found.gazetteer, marks=_MARKS), "  ", "    "
        )
    yield from _wrapped(words.origins(incident), "  ", "    ")


def _nothing(found: IncidentCollection) -> Iterator[str]:
    """Yield why there is no incident: an answer, not a failure."""
    yield "No incident in these reports."
    rules = Counter(f.rule for r in found.readings for f in r.filtered)
    rules.update(c.modality.value for c in _unhappened(found))
    for rule, n in sorted(rules.items(), key=lambda item: (-item[1], item[0])):
        yield f"  left out as {rule}: {n}"
    unknown = Counter(
        m.passage.text for r in found.readings for m in r.mentions if m.place_id is None
    )
    if unknown:
        names = ", ".join(n for n, _ in unknown.most_common(_MOST_NAMES))
        packs = ", ".join(p.id for p in found.gazetteer.packs)
        yield from _wrapped(f"  names in no pack ({packs}): {names}", "", "    ")


def _unhappened(found: IncidentCollection) -> Iterator[Claim]:
    for reading in found.readings:
        yield from (c for c in reading.claims if c.modality is not Modality.HAPPENED)


def _wrapped(text: str, first: str, rest: str, width: int = COLUMNS) -> list[str]:
    lines = textwrap.wrap(
        text,
        width,
        initial_indent=first,
        subsequent_indent=rest,
        break_on_hyphens=False,
    )
    return lines or [first]
