"""Close-ups: a small picture to scale beside the words, where a depth or area is told."""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from geoincidents.model import ShapeKind
from geoincidents.webmap.base import lines, thinned
from geoincidents.webmap.circles import traced
from geoincidents.webmap.evidence import shown
from geoincidents.webmap.lettering import MARGIN_PX, Lettering, course, path, runs, spread, ticks
from geoincidents.webmap.marks import label, outlines
from geoincidents.webmap.squares import round_length, round_lengths
from geoincidents.webmap.window import Sheet

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from geoincidents.geography import BorderLine
    from geoincidents.model import Account, Geometry, Incident, Shape
    from geoincidents.webmap.lettering import Pixel
    from geoincidents.webmap.scene import Scene

_SCALED = frozenset({ShapeKind.DEPTH_BRACKET, ShapeKind.AREA_DISC, ShapeKind.AREA_BAND})
_LETTERED = frozenset({"town", "village", "lake"})
_BAR_PX = 90
_LONGEST_BAR_M = 1e6
_BLUR_PX = 0.4  # nobody sees less
_SIDE_PX = 26
_APART_PX = 12  # open ends nearer than this share a question mark


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """A picture's window: a place in its middle, metres a pixel, north up."""

    lon: float
    lat: float
    metres_per_px: float
    width: int
    height: int
    _per_lon: float = field(init=False)  # metres a degree, set below
    _per_lat: float = field(init=False)

    def __post_init__(self) -> None:
        """Take the lengths of a degree, once a picture.

        By the series of Snyder (1987) for WGS 84: good to 1e-4 within the few tens of
        kilometres of a picture.
        """
        phi = math.radians(self.lat)
        per_lat = 111132.954 - 559.822 * math.cos(2 * phi) + 1.175 * math.cos(4 * phi)
        per_lon = 111412.84 * math.cos(phi) - 93.5 * math.cos(3 * phi)
        object.__setattr__(self, "_per_lat", per_lat)
        object.__setattr__(self, "_per_lon", per_lon)

    def pixel(self, lon: float, lat: float) -> Pixel:
        """Return where a point lies, right and down from the upper left corner."""
        x = (lon - self.lon) * self._per_lon / self.metres_per_px + self.width / 2
        y = (self.lat - lat) * self._per_lat / self.metres_per_px + self.height / 2
        return x, y

    def reach(self, margin: float) -> tuple[float, float]:
        """Return how far the picture with a margin reaches from its middle, in degrees."""
        across, down = self.width / 2 + margin, self.height / 2 + margin
        return (
            across * self.metres_per_px / self._per_lon,
            down * self.metres_per_px / self._per_lat,
        )

    def holds(self, pixel: Pixel, margin: float = 0.0) -> bool:
        """Return whether a pixel is inside, by a margin around the picture."""
        x, y = pixel
        across = -margin <= x <= self.width + margin
        return across and -margin <= y <= self.height + margin


def closeup(incident: Incident, scene: Scene, sheet: Sheet | None = None) -> dict[str, Any] | None:
    """Return the picture of an incident to scale, None without a depth or area to draw.

    Parameters
    ----------
    sheet
        What it is drawn on; by default the small one of a card.
    """
    scaled = _scaled(incident)
    if not scaled:
        return None
    chosen = sheet or Sheet(
        width=scene.sizes["closeup_width_px"],
        height=scene.sizes["closeup_height_px"],
        most=scene.sizes["closeup_names"],
    )
    depth_px = scene.sizes["closeup_depth_px"] * chosen.width / scene.sizes["closeup_width_px"]
    return _Picture(incident, scene, _frame(scaled, chosen, depth_px), chosen).draw()


class _Picture:
    def __init__(self, incident: Incident, scene: Scene, frame: Frame, sheet: Sheet) -> None:
        self._incident = incident
        self._scene = scene
        self._gazetteer = scene.gazetteer
        self._frame = frame
        self._sheet = sheet
        self._letters = Lettering(frame=frame, char=sheet.char, line=sheet.line)
        self._ends: list[Pixel] = []
        self._runs_of: dict[str, list[list[Pixel]]] = {}  # by border

    def draw(self) -> dict[str, Any]:
        borders = "".join(self._borders())
        mark = self._mark()
        drawn = [(a, s) for a in self._incident.accounts for s in self._shown(a)]
        # Two accounts of one place have one doubt: drawn twice it would look darker.
        once = {(s.kind, s.geometry): s for _, s in drawn}
        shapes = [row for shape in once.values() for row in self._shape(shape)]
        for account, shape in drawn:
            self._write(shape, account)
        self._letter(mark)
        return {
            "width": self._frame.width,
            "height": self._frame.height,
            "id": self._incident.id,
            "borders": borders,
            "shapes": shapes,
            "mark": mark,
            "texts": self._letters.texts,
            "bar": self._bar(),
            "label": self._scene.words.tables["script"]["closeup_of"].format(
                title=shown(self._incident.title)
            ),
            "joined": any(s.joined for a in self._incident.accounts for s in a.shapes),
        }

    def _borders(self) -> Iterator[str]:
        for border in self._gazetteer.borders:
            self._runs_of[border.id] = [*self._near_runs(border)]
            for run in self._runs_of[border.id]:
                self._letters.block_line(spread(run))
                yield path([*thinned(tuple(run), _BLUR_PX)])

    def _near_runs(self, border: BorderLine) -> Iterator[list[Pixel]]:
        """Yield the parts of a border that pass through the picture.

        Only stretches near it are looked at: of a long border there are many pictures.
        """
        across, up = self._frame.reach(MARGIN_PX + 1)
        west, east = self._frame.lon - across, self._frame.lon + across
        south, north = self._frame.lat - up, self._frame.lat + up
        near: list[Any] = []
        for stretch, (left, low, right, high) in self._scene.stretches(border):
            is_near = left <= east and right >= west and low <= north and high >= south
            if near and (not is_near or near[-1] != stretch[0]):
                yield from runs(self._pixels(near), self._frame)
                near = []
            if is_near:
                near += stretch[1:] if near else stretch
        if near:
            yield from runs(self._pixels(near), self._frame)

    def _mark(self) -> dict[str, Any] | None:
        chosen = self._scene.place_of(self._incident)
        if chosen is None or chosen.position is None:
            return None
        at = self._frame.pixel(*chosen.position)
        self._letters.block(at, 12)
        return {
            "x": round(at[0], 1),
            "y": round(at[1], 1),
            "status": self._incident.status.value,
            "label": chosen.geom_role is ShapeKind.LABEL,
        }

    def _shown(self, account: Account) -> Iterator[Shape]:
        """Yield what is drawn of an account; no circle where the map has an outline for it."""
        is_outlined = any(outlines(account, self._gazetteer))
        for shape in account.shapes:
            if not shape.on_demand and not (is_outlined and shape.kind is ShapeKind.DOUBT):
                yield shape

    def _shape(self, shape: Shape) -> Iterator[dict[str, Any]]:
        area = shape.geometry.type.endswith("Polygon")
        for run in self._drawn(shape):
            if shape.kind is not ShapeKind.DOUBT:
                self._letters.block_line(spread(run))
            if shape.kind is ShapeKind.DEPTH_BRACKET:
                yield {"kind": "ticks", "d": ticks(run)}
            if shape.kind is ShapeKind.DEPTH_LINE:
                self._open_ends(run)
            yield {"kind": shape.kind.value, "d": traced(run, _BLUR_PX, closed=area)}

    def _drawn(self, shape: Shape) -> Iterator[list[Pixel]]:
        if shape.geometry.type.endswith("Polygon"):
            return map(self._pixels, lines(shape.geometry))
        return self._runs(shape.geometry)

    def _write(self, shape: Shape, account: Account) -> None:
        """Letter a shape; a depth is lettered at its bracket, not once more at its line."""
        text = shown(label(shape, account, self._incident, self._scene))
        if not text or shape.kind is ShapeKind.DEPTH_LINE:
            return
        for run in self._drawn(shape):
            if shape.kind is ShapeKind.DEPTH_BRACKET:
                at, toward = _middle(run), course(run)
                self._letters.write(text, at, kind="figure", far=10, must=True, toward=toward)
            else:
                self._write_along(text, run)

    def _write_along(self, text: str, run: list[Pixel]) -> None:
        """Letter a line once, at the first of its vertices with room beside it."""
        spots = (at for at in run[len(run) // 4 :: 2] if self._frame.holds(at, -20))
        any(self._letters.write(text, at, kind="figure", far=8) for at in spots)

    def _open_ends(self, run: list[Pixel]) -> None:
        """Letter a question mark at each end: the line goes on, nobody says how far."""
        for end in (run[0], run[-1]):
            near = any(math.dist(end, other) < _APART_PX for other in self._ends)
            if self._frame.holds(end, -6) and not near:
                x, y = round(end[0], 1), round(end[1] + 4, 1)
                self._letters.texts.append({"x": x, "y": y, "lines": ["?"], "kind": "open"})
                self._letters.block(end, 6)
                self._ends.append(end)

    def _letter(self, mark: dict[str, Any] | None) -> None:
        own = self._scene.place_of(self._incident)
        if mark is not None and own is not None and own.place_label:
            at = (mark["x"], mark["y"])
            self._letters.write(shown(own.place_label), at, kind="place", far=14, must=True)
        for border in self._gazetteer.borders:
            self._sides(border)
        left = self._sheet.most
        across, up = self._frame.reach(0)
        for place in self._scene.by_size:
            lon, lat = place.position
            if abs(lon - self._frame.lon) > across or abs(lat - self._frame.lat) > up:
                continue
            at = self._frame.pixel(lon, lat)
            lettered = place.kind.value in _LETTERED and place.id != (own and own.place_id)
            if left and lettered and self._frame.holds(at, -10):
                left -= self._letters.write(
                    shown(self._scene.lettered(place)), at, kind="other", far=4
                )

    def _sides(self, border: BorderLine) -> None:
        """Letter who lies on which side of a border, once a border."""
        run = max(self._runs_of[border.id], key=len, default=None)
        if run is None:
            return
        inside = [n for n in range(len(run) - 1) if self._frame.holds(run[n], -20)]
        for name, sign in zip(_parties(border, self._scene), (1, -1), strict=True):
            tries = (_beside(run[n], run[n + 1], sign) for n in inside)
            # Stops at the first spot with room.
            any(self._letters.write(name, at, kind="country", far=6) for at in tries)

    def _bar(self) -> dict[str, Any]:
        scale = self._frame.metres_per_px
        length = round_length(_BAR_PX * scale)
        return {"px": round(length / scale, 1), "label": self._scene.words.scale(length)}

    def _pixels(self, line: Iterable[Any]) -> list[Pixel]:
        return [self._frame.pixel(p[0], p[1]) for p in line]

    def _runs(self, geometry: Geometry) -> Iterator[list[Pixel]]:
        """Yield the parts of lines that pass through the picture."""
        for line in lines(geometry):
            yield from runs(self._pixels(line), self._frame)


def has_closeup(incident: Incident) -> bool:
    """Return whether an incident has a depth or area to draw."""
    return bool(_scaled(incident))


def sizes(scene: Scene) -> dict[str, Any]:
    """Return what the script that draws close-ups needs beside the map's own object.

    `bars` are the words of each round length in metres, `sides` who lies left and right of
    each border.
    """
    words = scene.words
    return {
        "width": scene.sizes["closeup_width_px"],
        "height": scene.sizes["closeup_height_px"],
        "depth": scene.sizes["closeup_depth_px"],
        "names": scene.sizes["closeup_names"],
        "bars": {length: words.scale(length) for length in round_lengths(_LONGEST_BAR_M)},
        "sides": {b.id: _parties(b, scene) for b in scene.gazetteer.borders},
    }


def _parties(border: BorderLine, scene: Scene) -> list[str]:
    return [shown(scene.words.party(p, scene.gazetteer)).upper() for p in (border.a, border.b)]


def _scaled(incident: Incident) -> list[Shape]:
    shapes = (s for a in incident.accounts for s in a.shapes)
    return [s for s in shapes if s.kind in _SCALED and not s.on_demand]


def _frame(scaled: list[Shape], sheet: Sheet, depth_px: float) -> Frame:
    points = [p for s in scaled for line in lines(s.geometry) for p in line]
    lons, lats = [p[0] for p in points], [p[1] for p in points]
    lon, lat = (min(lons) + max(lons)) / 2, (min(lats) + max(lats)) / 2
    depths = [s.high or s.low or 0.0 for s in scaled if s.kind is ShapeKind.DEPTH_BRACKET]
    radii = [math.sqrt((s.high or s.low or 0.0) / math.pi) for s in scaled if s.kind in _SCALED]
    largest = max(depths, default=0.0) or max(radii)
    return Frame(
        lon=lon,
        lat=lat,
        metres_per_px=largest / depth_px,
        width=sheet.width,
        height=sheet.height,
    )


def _middle(run: list[Pixel]) -> Pixel:
    xs, ys = [p[0] for p in run], [p[1] for p in run]
    return ((min(xs) + max(xs)) / 2, (min(ys) + max(ys)) / 2)


def _beside(a: Pixel, b: Pixel, sign: int) -> Pixel:
    """Return a spot off a segment: on its left hand for 1, on its right for -1."""
    length = math.hypot(b[0] - a[0], b[1] - a[1]) or 1.0
    # Down is positive, so the left hand of a walker is (dy, -dx).
    across, down = (b[1] - a[1]) / length, -(b[0] - a[0]) / length
    return a[0] + sign * across * _SIDE_PX, a[1] + sign * down * _SIDE_PX
