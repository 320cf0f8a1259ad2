"""The map as a still picture, drawn without a browser: for paper and where no script runs."""

from __future__ import annotations

import math
from collections import defaultdict
from typing import TYPE_CHECKING, Any

from geoincidents.model import ShapeKind
from geoincidents.webmap import base
from geoincidents.webmap.circles import traced
from geoincidents.webmap.evidence import shown
from geoincidents.webmap.lettering import Lettering, course, path, runs, spread, ticks
from geoincidents.webmap.marks import further_sites, label, outlines
from geoincidents.webmap.squares import round_length
from geoincidents.webmap.window import PAGE, Sheet, View, clipped, decoded, fitted, mercator

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from geoincidents.model import Account, Incident, Shape
    from geoincidents.webmap.lettering import Box, Pixel
    from geoincidents.webmap.scene import Scene
    from geoincidents.webmap.view import Plain

_AREAS_FROM = 8
_NEAR_PX = 26  # marks nearer than this are fanned out, or counted
_MANY = 6
_EVERY = 300  # above this, shapes are left out and marks are counted by the cells of a grid
_CELL_PX = 64
_NUMBER_PX = 14.0  # half of a number's width
_MOST_TIES = 12  # more at once are a tangle, as in the browser
_APART_PX = 4  # nearer depth lines of one account cannot be told apart
_BLUR_PX = 0.6
_OPEN_PX = 8  # the cells of open ends
_DOT_PX = 3  # of a town, with the room around it
_BAR_PX = 120
_EQUATOR_M = 40_075_016.686
_BAR_CHARS, _BAR_HEIGHT_PX = 16, 26
_POINTS = frozenset({ShapeKind.SITE, ShapeKind.LABEL})
_LETTERED = frozenset({"town", "village", "lake"})


def draw(
    scene: Scene,
    ground: Mapping[str, Any],
    incidents: Sequence[Incident],
    *,
    header: Plain,
    sheet: Sheet = PAGE,
) -> Plain:
    """Return the picture as plain object, in pixels: what `templates/still.svg` shows.

    Parameters
    ----------
    ground
        The base layer, as `base.draw` gives it.
    header
        `title`, `subtitle`, `credits`, `places` and `bounds` of the page.
    """
    return _Still(scene, ground, incidents, header, sheet=sheet).draw()


class _Still:
    def __init__(
        self,
        scene: Scene,
        ground: Mapping[str, Any],
        incidents: Sequence[Incident],
        header: Plain,
        *,
        sheet: Sheet,
    ) -> None:
        self._scene = scene
        self._ground = ground
        self._header = header
        self._told = incidents if len(incidents) <= _EVERY else ()
        chosen = ((i, scene.place_of(i)) for i in incidents)
        self._placed = [(i, a) for i, a in chosen if a is not None and a.position is not None]
        self._sheet = sheet
        self._view = fitted([*self._extent()], header["bounds"], sheet)
        self._letters = Lettering(frame=self._view, char=sheet.char, line=sheet.line)
        for box in _boxes(sheet, " · ".join(header["credits"])):
            self._letters.keep(box)
        self._ends: set[tuple[int, int]] = set()
        self._arcs = [decoded(arc) for arc in ground["arcs"]]

    def draw(self) -> Plain:
        """Return the whole picture."""
        shapes = [*self._shapes()]
        marks = [*self._marks()]
        ties = [*self._ties()]
        borders = [*self._lines(decoded(b["line"]) for b in self._ground["borders"])]
        self._block(borders)
        self._write_figures()
        self._write_places()
        return {
            "width": self._sheet.width,
            "height": self._sheet.height,
            "line": self._sheet.line,
            "lands": [*self._lands()],
            "waters": [*self._waters()],
            "rivers": _joined(self._lines(decoded(r) for r in self._ground["rivers"])),
            "graticule": _joined(self._lines(self._degrees())),
            "edges": _joined(self._lines(self._arcs[n] for n in self._ground["edges"]), whole=True),
            "districts": self._districts(),
            "borders": _joined(borders),
            "shapes": [*_by_kind(shapes)],
            "ties": ties if len(ties) <= _MOST_TIES else [],
            "marks": marks,
            "texts": self._letters.texts,
            "bar": self._bar(),
            "inset": self._inset(),
            "left": self._sheet.width - self._sheet.inset - 8,
            **{k: self._header[k] for k in ("title", "subtitle", "notice", "credits")},
        }

    def _extent(self) -> Iterator[tuple[float, float]]:
        for _, account in self._placed:
            assert account.position is not None  # noqa: S101 - chosen so above
            yield account.position
        for incident in self._told:
            for shape in self._drawn(incident) if self._scene.place_of(incident) else ():
                yield from (point for line in base.lines(shape.geometry) for point in line)

    def _drawn(self, incident: Incident) -> Iterator[Shape]:
        for account in incident.accounts:
            yield from self._shown(account)

    def _shown(self, account: Account) -> Iterator[Shape]:
        """Yield what is drawn of an account; no circle where an outline stands for it."""
        is_outlined = any(outlines(account, self._scene.gazetteer))
        for shape in account.shapes:
            is_doubt = shape.kind is ShapeKind.DOUBT
            if shape.kind not in _POINTS and not shape.on_demand and not (is_outlined and is_doubt):
                yield shape

    # --- ground --------------------------------------------------------------

    def _lands(self) -> Iterator[Plain]:
        for land in self._ground["land"]:
            rings = (self._ring(numbers) for numbers in land["rings"])
            d = "".join(self._area(ring) for ring in rings)
            if d:
                yield {"near": land["near"], "d": d}

    def _waters(self) -> Iterator[str]:
        for rings in self._ground["waters"]:
            yield "".join(self._area(decoded(ring)) for ring in rings)

    def _ring(self, numbers: Iterable[int]) -> list[tuple[float, float]]:
        arcs = (self._arcs[~n][::-1] if n < 0 else self._arcs[n] for n in numbers)
        return [point for arc in arcs for point in arc]

    def _area(self, ring: Iterable[tuple[float, float]]) -> str:
        """Return the path of a ring, cut to the picture."""
        cut = clipped([self._view.pixel(*p) for p in ring], self._view.width, self._view.height)
        return (
            path([*base.thinned((*cut, cut[0]), _BLUR_PX)], closed=True, whole=True) if cut else ""
        )

    def _lines(self, lines: Iterable[Iterable[tuple[float, float]]]) -> Iterator[list[Pixel]]:
        for line in lines:
            yield from runs([self._view.pixel(*p) for p in line], self._view)

    def _degrees(self) -> Iterator[list[tuple[float, float]]]:
        west, south, east, north = self._header["bounds"] or (0, 0, 0, 0)
        for lon in range(math.ceil(west), math.floor(east) + 1):
            yield [(lon, south + (north - south) * n / 12) for n in range(13)]
        for lat in range(math.ceil(south), math.floor(north) + 1):
            yield [(west + (east - west) * n / 12, lat) for n in range(13)]

    def _districts(self) -> str:
        if self._view.zoom < _AREAS_FROM:
            return ""
        return _joined(self._lines(decoded(line) for line in self._ground["areas"]))

    def _block(self, borders: Iterable[list[Pixel]]) -> None:
        for run in borders:
            self._letters.block_line(spread(run))

    # --- incidents -----------------------------------------------------------

    def _shapes(self) -> Iterator[Plain]:
        yield from self._outlines()
        once = {
            (s.kind, s.geometry): s
            for i in self._told
            for a in i.accounts
            for s in self._shown(a)
            if not self._is_beside(s, a)
        }
        for shape in once.values():
            area = shape.geometry.type.endswith("Polygon")
            for line in base.lines(shape.geometry):
                pixels = [self._view.pixel(*p) for p in line]
                for run in [pixels] if area else runs(pixels, self._view):
                    yield from self._shape(shape, run, area=area)

    def _outlines(self) -> Iterator[Plain]:
        """Yield the areas that accounts are somewhere in, each once."""
        accounts = (a for i in self._told for a in i.accounts)
        areas = dict.fromkeys(o for a in accounts for o in outlines(a, self._scene.gazetteer))
        for run in self._lines(line for area in areas for line in base.lines(area)):
            yield {"kind": "somewhere", "d": path([*base.thinned(tuple(run), _BLUR_PX)])}

    def _is_beside(self, shape: Shape, account: Account) -> bool:
        """Return whether a depth line stands too near to that of the account's largest depth."""
        if shape.kind is not ShapeKind.DEPTH_LINE:
            return False
        most = max(s.high or 0.0 for s in account.shapes if s.kind is ShapeKind.DEPTH_LINE)
        return 0 < most - (shape.high or 0.0) < _APART_PX * self._metres_per_px()

    def _shape(self, shape: Shape, run: list[Pixel], *, area: bool) -> Iterator[Plain]:
        if shape.kind is not ShapeKind.DOUBT:
            self._letters.block_line(spread(run))
        if shape.kind is ShapeKind.DEPTH_BRACKET:
            yield {"kind": "ticks", "d": ticks(run)}
        if shape.kind is ShapeKind.DEPTH_LINE:
            self._open_ends(run)
        yield {"kind": shape.kind.value, "d": traced(run, _BLUR_PX, closed=area)}

    def _open_ends(self, run: Sequence[Pixel]) -> None:
        """Letter a question mark at each end: the line goes on, nobody says how far.

        Ends that nearly meet share one.
        """
        for x, y in (run[0], run[-1]):
            cell = round(x / _OPEN_PX), round(y / _OPEN_PX)
            if cell in self._ends or not self._view.holds((x, y)):
                continue
            self._ends.add(cell)
            text = {"x": round(x, 1), "y": round(y + 4, 1), "lines": ["?"], "kind": "open"}
            self._letters.texts.append(text)
            self._letters.block((x, y), 6)

    def _ties(self) -> Iterator[Plain]:
        """Yield the way from each mark to further places, and to those of other accounts."""
        ways = ((i, a) for i in self._told for a in i.accounts)
        for start, end in dict.fromkeys(way for i, a in ways for way in self._ways(i, a)):
            x, y = at = self._view.pixel(*end)
            self._letters.block(at, 7)
            d = path([self._view.pixel(*start), at]) if start else ""
            yield {"x": round(x, 1), "y": round(y, 1), "d": d}

    def _ways(self, incident: Incident, account: Account) -> Iterator[tuple[Any, Any]]:
        chosen = self._scene.place_of(incident)
        mark = chosen.position if chosen else None
        if account.position is not None and account is not chosen:
            yield mark, account.position
        yield from ((account.position or mark, site) for site in further_sites(account))

    def _marks(self) -> Iterator[Plain]:
        near = _NEAR_PX if self._told else _CELL_PX
        groups = [*_grouped([self._pixel(a) for _, a in self._placed], near)]
        counted = {*_counted(groups)} if self._told else {*range(len(groups))}
        for n, (at, members) in enumerate(groups):
            if n in counted and len(members) > 1:
                self._letters.block(at, 14)
                yield {"x": round(at[0], 1), "y": round(at[1], 1), "n": len(members)}
            else:
                yield from self._fan(at, members)

    def _fan(self, at: Pixel, members: Sequence[int]) -> Iterator[Plain]:
        for k, n in enumerate(members):
            incident, account = self._placed[n]
            true = self._pixel(account)
            turn = 2 * math.pi * k / len(members) - math.pi / 2
            far = _radius(len(members))
            spot = (at[0] + far * math.cos(turn), at[1] + far * math.sin(turn))
            x, y = true if len(members) == 1 else spot
            self._letters.block((x, y), 13)
            yield {
                "x": round(x, 1),
                "y": round(y, 1),
                "status": incident.status.value,
                "label": account.geom_role is ShapeKind.LABEL,
                "leader": path([true, (x, y)]) if len(members) > 1 else "",
            }

    def _pixel(self, account: Account) -> Pixel:
        assert account.position is not None  # noqa: S101 - only placed ones are asked for
        return self._view.pixel(*account.position)

    # --- letters -------------------------------------------------------------

    def _write_figures(self) -> None:
        for incident in self._told:
            for account in incident.accounts:
                for shape in account.shapes:
                    text = shown(label(shape, account, incident, self._scene))
                    if text and not shape.on_demand and shape.kind is not ShapeKind.DEPTH_LINE:
                        self._write(text, shape)

    def _write(self, text: str, shape: Shape) -> None:
        pixels = [self._view.pixel(*p) for line in base.lines(shape.geometry) for p in line]
        inside = [p for p in pixels if self._view.holds(p, -10)]
        if shape.kind is not ShapeKind.COUNTER_LINE:
            xs, ys = [p[0] for p in pixels], [p[1] for p in pixels]
            middle = ((min(xs) + max(xs)) / 2, (min(ys) + max(ys)) / 2)
            toward = course(pixels) if shape.kind is ShapeKind.DEPTH_BRACKET else (0, 0)
            self._letters.write(text, middle, kind="figure", far=9, must=True, toward=toward)
        else:
            step = max(1, len(inside) // 12)
            any(self._letters.write(text, at, kind="figure", far=8) for at in inside[::step])

    def _write_places(self) -> None:
        for place in self._header["places"]:
            at = self._view.pixel(*place["at"])
            if place.get("own") and self._view.holds(at) and place["kind"] != "country":
                self._letters.write(place["name"], at, kind="place", far=15)
        for country in self._ground["land"]:
            self._write_country(country)
        left = self._sheet.most
        for place in self._header["places"]:
            at = self._view.pixel(*place["at"])
            small = place["kind"] == "village" and self._view.zoom < _AREAS_FROM + 1
            if left and place["kind"] in _LETTERED and not place.get("own") and not small:
                left -= self._town(place["name"], at)

    def _town(self, name: str, at: Pixel) -> bool:
        is_open = self._view.holds(at, -6) and self._letters.has_room(at, _DOT_PX)
        lettered = is_open and self._letters.write(name, at, kind="other", far=4)
        if lettered:
            self._letters.texts[-1]["dot"] = [round(at[0], 1), round(at[1], 1)]
            self._letters.block(at, _DOT_PX)
        return lettered

    def _write_country(self, land: Mapping[str, Any]) -> None:
        """Letter a country where most of its part of the picture is."""
        names = {p["country"]: p["name"] for p in self._header["places"] if p["kind"] == "country"}
        if land["country"] not in names:
            return
        rings = [[self._view.pixel(*p) for p in self._ring(r)] for r in land["rings"]]
        width, height = self._view.width, self._view.height
        rows = {y: _crossings(rings, y) for y in range(40, height - 20, 40)}
        inside = [(x, y) for x in range(60, width, 60) for y in rows if _is_odd(rows[y], x)]
        if not inside:
            return
        mid = tuple(sum(p[n] for p in inside) / len(inside) for n in (0, 1))
        inside.sort(key=lambda p: (math.dist(p, mid), p))
        name = names[land["country"]].upper()
        any(self._letters.write(name, p, kind="country", far=0) for p in inside)

    # --- frame ---------------------------------------------------------------

    def _bar(self) -> Plain:
        metres_per_px = self._metres_per_px()
        length = round_length(_BAR_PX * metres_per_px)
        words = self._scene.words
        return {"px": round(length / metres_per_px, 1), "label": words.scale(length)}

    def _metres_per_px(self) -> float:
        lat = self._view.lat(self._view.height / 2)
        return _EQUATOR_M * math.cos(math.radians(lat)) / self._view.world_px

    def _inset(self) -> Plain | None:
        if not self._header["bounds"]:
            return None
        west, south, east, north = self._header["bounds"]
        (left, bottom), (right, top) = mercator(west, south), mercator(east, north)
        across = self._sheet.inset
        world = across / (right - left)
        height = round((bottom - top) * world)
        small = View(left=left * world, top=top * world, world_px=world)
        lands = [
            {"near": land["near"], "d": "".join(self._small(r, small) for r in land["rings"])}
            for land in self._ground["land"]
        ]
        first = small.pixel(self._view.lon(0), self._view.lat(0))
        last = small.pixel(self._view.lon(self._view.width), self._view.lat(self._view.height))
        x, y = max(0.5, first[0]), max(0.5, first[1])
        wide = max(3.0, min(across - 0.5, last[0]) - x)
        down = max(3.0, min(height - 0.5, last[1]) - y)
        frame = [round(v, 1) for v in (x, y, wide, down)]
        return {"width": across, "height": height, "lands": lands, "frame": frame}

    def _small(self, numbers: Iterable[int], view: View) -> str:
        pixels = tuple(view.pixel(*p) for p in self._ring(numbers))
        return path([*base.thinned(pixels, 2 * _BLUR_PX)], closed=True)


def _by_kind(shapes: Iterable[Plain]) -> Iterator[Plain]:
    """Yield the shapes of each kind as one path: what overlaps looks no darker."""
    paths: dict[str, list[str]] = {}
    for shape in shapes:
        paths.setdefault(shape["kind"], []).append(shape["d"])
    yield from ({"kind": kind, "d": "".join(drawn)} for kind, drawn in paths.items())


def _boxes(sheet: Sheet, credit: str) -> Iterator[Box]:
    """Yield where inset, scale bar and credits stand: left, top, right, bottom."""
    width, height = float(sheet.width), float(sheet.height)
    yield width - sheet.inset - 12, 0.0, width, 100.0
    yield 0.0, height - _BAR_HEIGHT_PX, _BAR_PX + _BAR_CHARS * sheet.char + 18, height
    yield width - len(credit) * sheet.char - 12, height - 22, width, height


def _grouped(pixels: Sequence[Pixel], near: float) -> Iterator[tuple[Pixel, list[int]]]:
    """Yield spots and the numbers of the marks that would cover one another there."""
    cells: dict[tuple[int, int], list[tuple[Pixel, list[int]]]] = defaultdict(list)
    groups: list[tuple[Pixel, list[int]]] = []
    for n, pixel in enumerate(pixels):
        column, row = math.floor(pixel[0] / near), math.floor(pixel[1] / near)
        around = [(column + a, row + b) for a in (-1, 0, 1) for b in (-1, 0, 1)]
        beside = (group for cell in around for group in cells.get(cell, ()))
        home = next((g for g in beside if math.dist(g[0], pixel) < near), None)
        if home is None:
            home = (pixel, [])
            cells[column, row].append(home)
            groups.append(home)
        home[1].append(n)
    yield from groups


def _radius(count: int) -> float:
    return 12.0 + 5 * count if count > 1 else 0.0


def _counted(groups: Sequence[tuple[Pixel, list[int]]]) -> Iterator[int]:
    """Yield the groups that become a number: of many, or whose fan would meet another."""
    reach = [_NUMBER_PX if len(m) > _MANY else _radius(len(m)) + _NUMBER_PX - 2 for _, m in groups]
    for n, (at, members) in enumerate(groups):
        others = (k for k in range(len(groups)) if k != n)
        meets = any(math.dist(at, groups[k][0]) < reach[n] + reach[k] for k in others)
        if len(members) > _MANY or (len(members) > 1 and meets):
            reach[n] = _NUMBER_PX
            yield n


def _crossings(rings: Iterable[Sequence[Pixel]], y: float) -> list[float]:
    """Return where a row crosses the sides of rings."""
    return [
        (bx - ax) * (y - ay) / (by - ay) + ax
        for ring in rings
        for (ax, ay), (bx, by) in zip(ring, [*ring[-1:], *ring[:-1]], strict=True)
        if (ay > y) != (by > y)
    ]


def _is_odd(crossings: Iterable[float], x: float) -> bool:
    """Return whether a point of the row lies inside, by the sides to its right."""
    return sum(x < crossing for crossing in crossings) % 2 == 1


def _joined(lines: Iterable[Sequence[Pixel]], *, whole: bool = False) -> str:
    return "".join(path([*base.thinned(tuple(line), _BLUR_PX)], whole=whole) for line in lines)
