"""List rules and entries of the lexicon that fire in annotated reports but hardly in our own.

    python tools/rule_coverage.py --gold ../shared/eval/gold [--all]

An entry serves the language and not one text where it also serves other texts. What fires
while the reports of `--gold` are read must fire in at least three of our own texts about
other regions too: the items of `tests/reading/*.toml` and the digests beside them (a digest
counts once) that name no place and no party of the countries of the pack which the annotated
reports are about. What does not is listed; each has its reason in
`tests/reading/coverage.toml`, or the script ends with 1.

An *entry* is a word of a list with its regular inflections ("plan", "plans", "planned"); in
the tables of verbs and nouns (`watched_lexicon.KEYED`) the key with all its forms; in tables
of patterns for page furniture the pattern.

What counts as *firing*, while a text is read:

- of `[words.*]`: the automaton finds the form in the text, outside page furniture;
- of any other list: a look-up of the text's words finds the entry (in a set, mapping or
  tuple), or a pattern made of the list matches and the entry stands in what matched;
- a frame for verbs: it fits, and so gives an event its type;
- a rule: a claim names it among its reasons, or what was left out names it, as `explain`
  and the table of a run print them; quoted words aside.

The reader itself knows nothing of this: it gets a lexicon whose strings tell when they are
found equal to other strings, and patterns that tell when they match.
"""

from __future__ import annotations

import argparse
import sys
import tomllib
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import watched_lexicon
from watched_lexicon import Entry, Reader, Source

from geoincidents import gazetteer, lexicon, reports, resources
from geoincidents.reports import documents, press
from geoincidents.reports.metadata import Metadata

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

ROOT = Path(__file__).resolve().parent.parent
OWN = ROOT / "tests" / "reading"
DIGESTS = OWN / "digests"
PACKS = (OWN / "pack", OWN / "invented")
REASONS = OWN / "coverage.toml"
REGION = "south-caucasus"  # the pack of the annotated reports
FEWEST = 3  # own texts that an entry must serve
PUBLISHER = "Border Wire"


# --- texts -------------------------------------------------------------------


def gold(folder: Path) -> list[Source]:
    """Return the annotated reports, or any other reports in a folder and its folders."""
    return [_report(path) for path in sorted(folder.rglob("*.txt"))]


def own() -> list[Source]:
    """Return our own sentences and digests."""
    tables = [tomllib.loads(p.read_text(encoding="utf-8")) for p in sorted(OWN.glob("*.toml"))]
    items = [_item(t["theme"], item) for t in tables if "theme" in t for item in t["item"]]
    return [*items, *map(_report, sorted(DIGESTS.glob("*.txt")))]


def _report(path: Path) -> Source:
    return Source(path.name, lambda words: reports.read([path], words).reports[0])


def _item(theme: str, item: Mapping[str, Any]) -> Source:  # Any: TOML
    name = f"{theme}-{item['id']}.txt"
    published = date.fromisoformat(item["published"])
    given = Metadata(publisher=PUBLISHER, title=item.get("title", ""), published=published)
    return Source(name, lambda w: documents.make(item["text"], name, given, press.of(w))[0])


# --- coverage ----------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """Which annotated reports and which own texts about other regions an entry fires in."""

    entry: Entry
    annotated: tuple[str, ...]
    own: tuple[str, ...]

    @property
    def is_covered(self) -> bool:
        """Return whether enough own texts need the entry."""
        return len(self.own) >= FEWEST


def measure(annotated: Sequence[Source], ours: Sequence[Source]) -> list[Coverage]:
    """Return every rule and entry that fires in annotated reports, by name."""
    known = gazetteer.load([*resources.pack_folders(), *PACKS])
    region = next(pack for pack in known.packs if pack.id == REGION)
    reader = Reader(known, frozenset(region.countries))
    reader.read([*annotated, *ours])
    theirs = {source.name for source in annotated}
    others = {source.name for source in ours} - reader.regional
    return [
        Coverage(
            entry=entry,
            annotated=tuple(sorted(texts & theirs)),
            own=tuple(sorted(texts & others)),
        )
        for entry, texts in sorted(reader.log.fired.items())
        if texts & theirs
    ]


def entries() -> set[Entry]:
    """Return the name of every entry of the lexicon."""
    return {
        e
        for found in watched_lexicon.listed(lexicon.load().sections)
        for e in found.entry_of.values()
    }


def reasons() -> dict[Entry, str]:
    """Return why an entry may fire in fewer own texts, by entry."""
    if not REASONS.is_file():
        return {}
    table = tomllib.loads(REASONS.read_text(encoding="utf-8"))
    return {entry: reason["why"] for reason in table["reason"] for entry in reason["entries"]}


def main() -> int:
    """Print what is not covered and has no reason, and the counts."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--gold", type=Path, required=True, help="folder of annotated reports")
    parser.add_argument("--all", action="store_true", help="also those that have a reason")
    chosen = parser.parse_args()

    found, known = measure(gold(chosen.gold), own()), reasons()
    bare = [c for c in found if not c.is_covered]
    open_ = [c for c in bare if c.entry not in known]
    for c in bare if chosen.all else open_:
        print(f"{len(c.own)} {c.entry}  [{len(c.annotated)}: {c.annotated[0]}]")
    covered = len(found) - len(bare)
    print(
        f"{len(found)} rules and entries fire in the annotated reports; {covered} of them in at "
        f"least {FEWEST} own texts about other regions, {len(bare) - len(open_)} have a reason, "
        f"{len(open_)} neither"
    )
    for entry in sorted(known.keys() - {c.entry for c in bare}):
        print(f"a reason is no longer needed: {entry}")
    return 1 if open_ else 0


if __name__ == "__main__":
    sys.exit(main())
