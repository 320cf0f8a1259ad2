"""Everything a page shows, as one plain object: pure, and the same on every run."""

from __future__ import annotations

from collections import Counter
from functools import cached_property
from itertools import chain, islice
from typing import TYPE_CHECKING, Any, Protocol, TypeAlias

from geoincidents import __version__
from geoincidents.model import Status, checkers
from geoincidents.quotes import QuoteMode
from geoincidents.webmap import base, columns, legend, names, packing, still
from geoincidents.webmap.cards import Cards
from geoincidents.webmap.closeups import closeup, has_closeup, sizes
from geoincidents.webmap.evidence import Evidence, shown
from geoincidents.webmap.facets import Facets
from geoincidents.webmap.marks import Marks
from geoincidents.webmap.scene import Scene
from geoincidents.webmap.squares import squares, squares_scale
from geoincidents.webmap.window import PAGE

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import date

    from geoincidents.geography import BorderSource, Gazetteer
    from geoincidents.model import Incident, Reading
    from geoincidents.quotes import Quotes
    from geoincidents.webmap.tiles import Tiles
    from geoincidents.webmap.window import Sheet
    from geoincidents.wording import Wording

    Plain: TypeAlias = dict[str, Any]  # Any: plain objects for a template and for JSON


# Drawn on the page alone: on demand, or with its outlines of areas.
_NOT_STILL = frozenset({"depth_parallel"})
_NOT_NEAR = _NOT_STILL | {"somewhere", "tie"}


class Found(Protocol):
    """What a run found, as far as a page needs it."""

    @property
    def incidents(self) -> tuple[Incident, ...]:
        """Return the incidents, by date."""

    @property
    def readings(self) -> tuple[Reading, ...]:
        """Return the reports, read."""

    @property
    def gazetteer(self) -> Gazetteer:
        """Return the places, parties and borders."""


class Drawn:
    """Draws a run as plain objects."""

    def __init__(  # noqa: PLR0913 - what a page is made of, by name
        self,
        found: Found,
        quotes: Quotes,
        words: Wording,
        theme: Mapping[str, Any],
        *,
        credit: str = "",
        tiles: Tiles | None = None,
    ) -> None:
        self._tiles = tiles
        self._found = found
        self._credit = shown(credit)
        self._is_private = quotes.mode is QuoteMode.FULL
        self._words = words
        self._theme = theme
        self._gazetteer = found.gazetteer
        reports = {r.report.id: r.report for r in found.readings}
        self._scene = Scene(
            gazetteer=found.gazetteer, words=words, reports=reports, sizes=theme["sizes"]
        )
        self._evidence = Evidence(reports=reports, quotes=quotes, words=words)
        self._told = [i for i in found.incidents if not i.background]
        self._past = [i for i in found.incidents if i.background]
        self._is_many = len(found.incidents) > columns.MOST_WHOLE
        self._facets = Facets(self._scene, self._told)
        spots = [a.position for i in self._told for a in i.accounts if a.position]
        self._ground = base.draw(self._gazetteer, self._countries(self._told), spots)

    def page(self, title: str = "") -> Plain:
        """Return all that the template shows, but for the map's own object."""
        told, past = self._bodies(self._told), self._bodies(self._past)
        most = columns.MOST_STILL
        first, old = [*islice(told, most)], [*islice(past, most)]
        picture = self.still(title)
        return {
            "t": self._words.tables["page"],
            "title": shown(title) or self._title,
            "subtitle": self._subtitle,
            "voices_of_reports": self._reports_by_side(),
            "private": self._is_private,
            "unchecked": self._notice(),
            "silence": self._words.silence,
            "cards": [*map(self._card, self._told, first)],
            "background": [*map(self._card, self._past, old)],
            "totals": {"cards": len(self._told), "background": len(self._past)},
            "many": self._is_many,
            "whole": columns.FIRST_WHOLE,
            "chunks": [*self._chunks(chain(first, told, old, past))],
            "tray": [*islice(self._tray(self._told), most)],
            "untold": len(self._told) - len(self._placed),
            "legend": self._placed_statuses(),
            "tiles": {"host": t.host, "credit": shown(t.credit)} if (t := self._tiles) else None,
            "drawn": sorted(legend.drawn(self._told, self._scene)),
            "kinds": legend.KINDS,
            "filters": self._facets.controls,
            "statuses": [*self._statuses()],
            "has_areas": bool(self._gazetteer.areas),
            "dataset": self._dataset(title),
            "still": picture,
            "still_keys": self.keys(picture),
            "borders": [*self._border_notes()],
            "credits": self._credits(),
            "packs": [
                {"title": p.title, "version": p.version, "licence": p.licence}
                for p in self._gazetteer.packs
            ],
            "reports": [*self._reports()],
            "quality": self._quality(),
        }

    def map(self) -> Plain:
        """Return the object that the map's script reads."""
        written = 0 if self._is_many else len(self._near)
        is_near = len(self._scaled) > written  # scripts draw close-ups
        marks = Marks(self._scene, self._facets, is_many=self._is_many, is_near=is_near)
        rows = [marks.draw(i) for i in self._told]
        told = {"columns": columns.columns(rows)} if self._is_many else {"incidents": rows}
        return {
            "strings": self._words.tables["script"],
            "many": self._is_many,
            "chunk": columns.chunk_size(len(self._found.incidents)),
            "silence": self._words.silence,
            "credits": self._credits(),
            "base": base.paths(self._ground),
            **told,
            "background": [*self._index(self._past, marks)] if self._is_many or is_near else [],
            **({"closeup": sizes(self._scene)} if is_near else {}),
            "voices": self._facets.controls["voices"],
            "statuses": [row["id"] for row in self._theme["status"]],
            "lines": marks.lines,
            "circles": marks.circles,
            "places": self._places,
            "border_label": self._border_label(),
            "bounds": base.bounds(self._gazetteer),
            "tiles": self._tiles.url if self._tiles else "",
        }

    def _index(self, incidents: Iterable[Incident], marks: Marks) -> Iterator[Plain]:
        """Yield incidents off the map; those with a close-up, whose shapes it shows, as drawn."""
        for incident in incidents:
            said = self._scene.status(incident)
            title, status = shown(incident.title), incident.status.value
            row = {"id": incident.id, "title": title, "status": status, "said": said}
            yield row | (marks.near(incident) if has_closeup(incident) else {})

    def _chunks(self, cards: Iterable[Plain]) -> Iterator[str]:
        if self._is_many:
            count = len(self._found.incidents)
            yield from map(packing.packed, columns.chunks(cards, count, self._drawer.parts))

    # --- header --------------------------------------------------------------

    @cached_property
    def _title(self) -> str:
        region = " and ".join(p.title for p in self._gazetteer.packs)
        where = f", {region}" if region else ""
        return f"What each side reports{where}{self._span()}"

    def _span(self) -> str:
        whens = [a.when for i in self._told for a in i.accounts]
        starts = [w.start for w in whens if w.start is not None]
        ends = [w.end for w in whens if w.end is not None]
        if not starts or not ends:
            return ""
        days = dict.fromkeys(self._words.day(d) for d in (min(starts), max(ends)))
        return ", " + " to ".join(days)

    @cached_property
    def _subtitle(self) -> str:
        told, placed, earlier = len(self._told), len(self._placed), len(self._past)
        parts = [self._words.count(told, "incident")]
        if told:
            parts += [f"{placed:,} on the map", f"{told - placed:,} without a place"]
        if earlier:
            parts.append(f"{earlier} earlier, off the map")
        last = self._last_report()
        if last is not None:
            parts.append(f"last report {self._words.day(last)}")
        return " · ".join(parts)

    def _last_report(self) -> date | None:
        days = [r.report.published for r in self._found.readings if r.report.published]
        return max(days, default=None)

    def header(self, title: str = "") -> Plain:
        """Return what stands around each picture: what it shows, who checked it, whose it is."""
        return {
            "title": shown(title) or self._title,
            "subtitle": self._subtitle,
            "notice": self._notice(),
            "credits": self._credits(),
            "licences": [*self._licences()],
            "line": self._border_label(),
        }

    def still(self, title: str = "", sheet: Sheet = PAGE) -> Plain:
        """Return the map as a picture drawn without a browser, on a sheet of some size."""
        header = {
            **self.header(title),
            "places": self._places,
            "bounds": base.bounds(self._gazetteer),
        }
        return still.draw(self._scene, self._ground, self._told, header=header, sheet=sheet)

    def keys(self, picture: Plain) -> list[Plain]:
        """Return what is drawn on a still map, in words: statuses, then shapes."""
        page = self._words.tables["page"]
        drawn = legend.drawn(self._placed, self._scene)
        if not picture["shapes"]:  # of very many incidents, marks alone are drawn
            drawn -= {*legend.KINDS}
        statuses = self._placed_statuses()
        untied = set() if picture["ties"] else {"tie"}
        first = statuses[:1] if "hollow" in drawn else []
        hollow = [{"id": s["id"], "label": True, "words": page["hollow"]} for s in first]
        return [*statuses, *hollow, *self._shapes(drawn - _NOT_STILL - untied)]

    def _placed_statuses(self) -> list[Plain]:
        found = {i.status.value for i in self._placed}
        return [row for row in self._legend() if row["id"] in found]

    @cached_property
    def _placed(self) -> list[Incident]:
        return [i for i in self._told if self._scene.place_of(i) is not None]

    def shapes_of(self, incident: Incident) -> list[Plain]:
        """Return the shapes of a close-up, in words."""
        return [*self._shapes(legend.drawn([incident], self._scene) - _NOT_NEAR)]

    def _shapes(self, drawn: set[str]) -> Iterator[Plain]:
        page = self._words.tables["page"]
        yield from ({"kind": k, "words": page[k]} for k in legend.KINDS if k in drawn)

    def closeups(self, sheet: Sheet) -> Iterator[tuple[Incident, Plain]]:
        """Yield each incident of which a depth or area is drawn, with its picture to scale."""
        for incident in self._told:
            picture = closeup(incident, self._scene, sheet)
            if picture is not None:
                yield incident, picture

    def status(self, incident: Incident) -> str:
        """Return who says an incident was, and who denies it."""
        return self._scene.status(incident)

    def scale_note(self, picture: Plain) -> str:
        """Return what stands under a close-up."""
        page = self._words.tables["page"]
        return " ".join([page["closeup"], page["joined"]][: 1 + picture["joined"]])

    @property
    def disclaimer(self) -> str:
        """Return what marks and borders are not."""
        return str(self._words.tables["page"]["disclaimer"])

    def _licences(self) -> Iterator[str]:
        page = self._words.tables["page"]
        for note in self._border_notes():
            yield page["layers"].format(credit=note["credit"], licence=note["licence"])
        for pack in self._gazetteer.packs:
            yield page["places"].format(
                title=pack.title, version=pack.version, licence=pack.licence
            )

    def _notice(self) -> str:
        incidents = self._found.incidents
        return shown(self._words.notice(len(self._found.readings), checkers(incidents)))

    def _dataset(self, title: str) -> Plain:
        """Return what search engines read, in the words of schema.org."""
        licences = [b.licence for b in self._sources()] + [p.licence for p in self._gazetteer.packs]
        return {
            "@context": "https://schema.org",
            "@type": "Dataset",
            "name": shown(title) or self._title,
            "description": self._words.tables["page"]["disclaimer"],
            "license": ", ".join(dict.fromkeys(licences)),
            "creator": {"@type": "SoftwareApplication", "name": "geoincidents"},
            "distribution": {
                "@type": "DataDownload",
                "contentUrl": "incidents.geojson",
                "encodingFormat": "application/geo+json",
            },
        }

    def _reports_by_side(self) -> str:
        """Return how many reports are from which side's outlets: "3 reports: 2 from Lisk, ..."."""
        sides = {m.casefold(): p.name for p in self._gazetteer.parties.values() for m in p.media}
        published = (r.report.publisher.casefold() for r in self._found.readings)
        counts = Counter(sides.get(name, "") for name in published)
        others = counts.pop("", 0)
        page = self._words.tables["page"]
        parts = [page["from_side"].format(n=n, who=shown(who)) for who, n in sorted(counts.items())]
        if parts and others:
            parts.append(page["from_others"].format(n=others))
        told = {"reports": self._words.count(len(self._found.readings), "report")}
        return page["by_side"].format(**told, sides=", ".join(parts)) if parts else ""

    def _quality(self) -> Plain:
        """Return what the page says of itself: how much has no place, no date, no check."""
        claims = sum(len(i.claims) for i in self._found.incidents)
        undated = self._facets.controls["undated"]
        return {"version": __version__, "claims": claims, "undated": undated}

    # --- list ----------------------------------------------------------------

    def _card(self, incident: Incident, body: Plain) -> Plain:
        near = closeup(incident, self._scene) if incident.id in self._near else None
        return {**self._drawer.head(incident), **body, "closeup": near}

    def _bodies(self, incidents: Iterable[Incident]) -> Iterator[Plain]:
        """Yield of each card what the columns of many incidents do not hold."""
        for incident in incidents:
            body = self._drawer.body(incident)
            body["squares"] = squares(incident, self._scene, self._squares_scale)
            yield body

    @cached_property
    def _scaled(self) -> list[Incident]:
        return [i for i in (*self._told, *self._past) if has_closeup(i)]

    @cached_property
    def _near(self) -> set[str]:
        """Return the incidents whose close-ups are written in the page; scripts draw the rest."""
        return {i.id for i in self._scaled[: columns.MOST_NEAR]}

    @cached_property
    def _drawer(self) -> Cards:
        return Cards(self._scene, self._evidence, self._facets)

    @cached_property
    def _squares_scale(self) -> float:
        return squares_scale(self._found.incidents, self._scene.sizes["squares_px"])

    def _tray(self, told: list[Incident]) -> Iterator[Plain]:
        for incident in told:
            if self._scene.place_of(incident) is None:
                reasons = dict.fromkeys(a.unplaced_reason for a in incident.accounts)
                yield {
                    "id": incident.id,
                    "title": shown(incident.title),
                    "status": incident.status.value,
                    "status_words": self._scene.status(incident),
                    "reason": shown("; ".join(r for r in reasons if r)),
                    "squares": squares(incident, self._scene, self._squares_scale),
                }

    def _legend(self) -> Iterator[Plain]:
        for row in self._theme["status"]:
            words = self._words.status_kind(Status(row["id"]))
            yield {"id": row["id"], "shape": row["shape"], "words": words}

    def _statuses(self) -> Iterator[Plain]:
        counts = self._facets.controls["statuses"]
        for row in self._theme["status"]:
            if row["id"] in counts:
                name = self._words.status_kind(Status(row["id"]))
                yield {"key": row["id"], "name": name, "count": counts[row["id"]]}

    def _reports(self) -> Iterator[Plain]:
        """Yield the reports, earliest first; the tables beside the page have them all."""
        reports = (r.report for r in self._found.readings)
        ordered = sorted(reports, key=lambda r: (str(r.published or ""), r.doc, r.id))
        for report in ordered[: columns.MOST_STILL]:
            yield {
                "outlet": shown(report.publisher or report.doc),
                "title": shown(report.title),
                "date": self._words.day(report.published) if report.published else "",
                "doc": shown(report.doc),
            }

    # --- base ----------------------------------------------------------------

    def _countries(self, told: Iterable[Incident]) -> set[str]:
        """Return the countries of the parties to the incidents, and of the borders."""
        ids = {
            p for i in told for a in i.accounts for p in (a.actor, a.target, a.claimant.party_id)
        }
        ids |= {p for b in self._gazetteer.borders for p in (b.a, b.b)}
        parties = (self._gazetteer.parties.get(i or "") for i in ids)
        home = {c for p in self._gazetteer.packs for c in p.countries}
        countries = {p.country for p in parties if p is not None}
        return countries & home if home else countries

    @cached_property
    def _places(self) -> list[Plain]:
        ranks: Mapping[str, int] = self._theme["labels"]
        return [*names.places(self._scene, self._told, ranks, is_many=self._is_many)]

    # --- where it is from ----------------------------------------------------

    def _sources(self) -> list[BorderSource]:
        return [p.border for p in self._gazetteer.packs if p.border is not None]

    def _border_label(self) -> str:
        return "; ".join(
            f"{b.convention or 'border'} ({b.source.split(',')[0]} {b.version}, "
            f"±{round(b.accuracy_m)} m)"
            for b in self._sources()
        )

    def _border_notes(self) -> Iterator[Plain]:
        for border in self._sources():
            yield {
                "source": border.source,
                "version": border.version,
                "date": border.date,
                "convention": border.convention,
                "accuracy": f"±{round(border.accuracy_m)} m",
                "licence": border.licence,
                "credit": _copyright(border.credit),
            }

    def _credits(self) -> list[str]:
        credits_ = [self._credit, *(_copyright(b.credit) for b in self._sources())]
        credits_ += [_copyright(p.credit) for p in self._gazetteer.packs]
        return [*dict.fromkeys(c for c in credits_ if c)]


def _copyright(credit: str) -> str:
    return credit.replace("(c)", "©")
