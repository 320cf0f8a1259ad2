"""Lines and letters of pictures drawn without a browser: none stands on another."""

from __future__ import annotations

import math
import textwrap
from collections import defaultdict
from dataclasses import dataclass, field
from functools import cache
from itertools import chain, pairwise
from typing import TYPE_CHECKING, Any, Protocol, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

Pixel: TypeAlias = tuple[float, float]
Box: TypeAlias = tuple[float, float, float, float]  # left, top, right, bottom
MARGIN_PX = 40  # lines go on so far beyond the picture, so that none ends at its edge
# Widths beside the mean of a sans-serif's small letters, as bold as they get.
_WEIGHTS = (
    dict.fromkeys("ijl.,:;'’|! ", 0.55)
    | dict.fromkeys("frt()-", 0.75)
    | dict.fromkeys("mwMW", 1.65)
)
_CAPITAL, _SMALL = 1.2, 1.07
_WRAP = 22  # characters of a line
_TICK_PX = 5.0
_NEAR_PX, _FAR_PX = (0, 8), (0, 16, 34, 60, 90)  # how far off a text may stand
TENTHS = 10  # of a pixel
_LEADER_PX = 24.0  # a text farther from what it is about is tied to it by a line
_SPACED = {"country": 1.22}  # times as wide, by the space between letters
_CELL_PX = 32  # a text is compared with what stands in its cells: lines take thousands of boxes
# Where a text may stand, across and down, the best first.
_SPOTS = (
    *(("right", "mid"), ("right", "up"), ("right", "down")),
    *(("left", "mid"), ("left", "up"), ("left", "down"), ("mid", "up"), ("mid", "down")),
    *(("early", "up"), ("early", "down"), ("late", "up"), ("late", "down")),
)


class Window(Protocol):
    """A picture's size, and what is inside."""

    @property
    def width(self) -> int:
        """Return the width in pixels."""

    @property
    def height(self) -> int:
        """Return the height in pixels."""

    def holds(self, pixel: Pixel, margin: float = 0.0) -> bool:
        """Return whether a pixel is inside, by a margin around the picture."""


@dataclass(slots=True, kw_only=True)
class Lettering:
    """Places texts where nothing else stands, in the order of their weight."""

    frame: Window
    char: float = 5.9  # mean width of a letter in pixels: estimated, Python knows no fonts
    line: int = 13  # height of a line in pixels
    texts: list[dict[str, Any]] = field(default_factory=list)
    _taken: dict[tuple[int, int], list[Box]] = field(
        init=False, default_factory=lambda: defaultdict(list)
    )

    def keep(self, box: Box) -> None:
        """Keep texts out of a box."""
        for cell in _cells(box):
            self._taken[cell].append(box)

    def block(self, at: Pixel, radius: float) -> None:
        """Keep texts away from a symbol."""
        self.keep(_around(at, radius))

    def has_room(self, at: Pixel, radius: float) -> bool:
        """Return whether a symbol would stand on nothing."""
        return self._is_free(_around(at, radius))

    def block_line(self, pixels: Iterable[Pixel]) -> None:
        """Keep texts away from a line."""
        for at in pixels:
            if self.frame.holds(at):
                self.block(at, 4)

    def write(  # noqa: PLR0913 - what, where and how
        self,
        text: str,
        at: Pixel,
        *,
        kind: str,
        far: float,
        must: bool = False,
        toward: Pixel = (0, 0),
    ) -> bool:
        """Write a text near a pixel and return whether it found room.

        Parameters
        ----------
        must
            Whether it may stand far off, tied to its pixel by a line.
        toward
            Steps right and down to the side where it should rather stand.
        """
        lines_ = [*_wrapped(text)]
        wide = max(map(_letters, lines_)) * self.char * _SPACED.get(kind, 1.0)
        size = (wide + 6, len(lines_) * self.line)
        reach = [far + n for n in (_FAR_PX if must else _NEAR_PX)]
        spots = chain.from_iterable(_spots(at, size, distance) for distance in reach)
        if toward != (0, 0):
            spots = chain(sorted(spots, key=lambda spot: not _is_toward(spot[1], at, toward)))
        free = next((s for s in spots if self._fits(s[1]) and self._is_free(s[1])), None)
        if free is None:
            return False
        across, box = free
        x, anchor = _anchored(across, box, at)
        y = box[1] + self.line - 3
        self.keep(box)
        written = {"x": round(x, 1), "y": round(y, 1), "lines": lines_, "kind": kind}
        side = {} if anchor == "start" else {"anchor": anchor}
        self.texts.append(written | side | (self._leader(at, box) if must else {}))
        return True

    def _leader(self, at: Pixel, box: Box) -> dict[str, str]:
        """Return a line from a text to what it is about, where the eye would not find it."""
        end = (min(max(at[0], box[0]), box[2]), min(max(at[1], box[1]), box[3]))
        if math.dist(at, end) <= _LEADER_PX:
            return {}
        self.block_line(spread([at, end]))
        return {"leader": path([at, end])}

    def _is_free(self, box: Box) -> bool:
        left, top, right, bottom = box
        for cell in _cells(box):
            # Spelt out as `overlap` is: a picture asks it a thousand times.
            for west, north, east, south in self._taken.get(cell, ()):
                if left < east and west < right and top < south and north < bottom:
                    return False
        return True

    def _fits(self, box: Box) -> bool:
        left, top, right, bottom = box
        frame = self.frame
        return left >= 0 and top >= 0 and right <= frame.width and bottom <= frame.height - 16


@cache
def _wrapped(text: str) -> tuple[str, ...]:
    # At spaces alone, as the script that draws close-ups breaks them.
    lines_ = textwrap.wrap(text, _WRAP, break_long_words=False, break_on_hyphens=False)
    return tuple(lines_) or (text,)


@cache
def _letters(text: str) -> float:
    """Return how wide a text is, in letters of mean width."""
    return sum(_WEIGHTS.get(c, _CAPITAL if c.isupper() else _SMALL) for c in text)


def _around(at: Pixel, radius: float) -> Box:
    return at[0] - radius, at[1] - radius, at[0] + radius, at[1] + radius


def _cells(box: Box) -> list[tuple[int, int]]:
    left, top = int(box[0] // _CELL_PX), int(box[1] // _CELL_PX)
    right, bottom = int(box[2] // _CELL_PX), int(box[3] // _CELL_PX)
    if left == right and top == bottom:
        return [(left, top)]
    return [(x, y) for x in range(left, right + 1) for y in range(top, bottom + 1)]


def runs(pixels: Iterable[Pixel], frame: Window) -> Iterator[list[Pixel]]:
    """Yield the parts of a line that pass through a picture."""
    run: list[Pixel] = []
    for before, after in pairwise(pixels):
        if _crosses(before, after, frame):
            run = run or [before]
            run.append(after)
        elif run:
            yield run
            run = []
    if run:
        yield run


def path(run: list[Pixel], *, closed: bool = False, whole: bool = False) -> str:
    """Return an SVG path of pixels, to a tenth or whole: the first point, then steps."""
    share, times = (1, TENTHS) if whole else (TENTHS, 1)
    tenths = [(round(x * share) * times, round(y * share) * times) for x, y in run]
    steps = [(bx - ax, by - ay) for (ax, ay), (bx, by) in pairwise(tenths)]
    drawn = "".join(map(pair, (s for s in steps if s != (0, 0))))
    first = pair(tenths[0])
    return f"M{first.strip()}l{drawn.strip()}{'z' if closed else ''}" if drawn else f"M{first}h0"


def pair(tenths: tuple[int, int]) -> str:
    """Return two numbers as short as a path allows: a minus parts as well as a space."""
    texts = (
        f"{n / TENTHS:g}".replace("0.", ".", 1) if abs(n) < TENTHS else f"{n / TENTHS:g}"
        for n in tenths
    )
    return "".join(text if text.startswith("-") else f" {text}" for text in texts)


def spread(run: list[Pixel]) -> Iterator[Pixel]:
    """Yield points along a line, near enough together to keep texts off it."""
    for (ax, ay), (bx, by) in pairwise(run):
        n = max(1, int(math.hypot(bx - ax, by - ay) // 6))
        yield from ((ax + (bx - ax) * k / n, ay + (by - ay) * k / n) for k in range(n + 1))


def course(run: Sequence[Pixel]) -> Pixel:
    """Return the steps right and down from a line's start to its end."""
    (ax, ay), (bx, by) = run[0], run[-1]
    return bx - ax, by - ay


def ticks(run: list[Pixel]) -> str:
    """Return the short strokes across a bracket: at its ends and at a lesser depth."""
    (ax, ay), (bx, by) = run[0], run[-1]
    length = math.hypot(bx - ax, by - ay) or 1.0
    across, down = -(by - ay) / length * _TICK_PX, (bx - ax) / length * _TICK_PX
    return " ".join(path([(x - across, y - down), (x + across, y + down)]) for x, y in run)


def _crosses(a: Pixel, b: Pixel, frame: Window) -> bool:
    """Return whether the box of a segment meets the picture with its margin."""
    (ax, ay), (bx, by) = a, b
    right, bottom = frame.width + MARGIN_PX, frame.height + MARGIN_PX
    is_beside = (ax < -MARGIN_PX and bx < -MARGIN_PX) or (ax > right and bx > right)
    return not (is_beside or (ay < -MARGIN_PX and by < -MARGIN_PX) or (ay > bottom and by > bottom))


def _spots(at: Pixel, size: tuple[float, float], far: float) -> Iterator[tuple[str, Box]]:
    """Yield twelve positions of a text around a pixel: where across, and its box."""
    (x, y), (width, height) = at, size
    lefts = {"right": x + far, "left": x - far - width, "mid": x - width / 2}
    lefts |= {"early": x - width * 0.75, "late": x - width * 0.25}
    tops = {"mid": y - height / 2, "up": y - far - height, "down": y + far}
    for across, down in _SPOTS:
        left, top = lefts[across], tops[down]
        yield across, (left, top, left + width, top + height)


def _anchored(across: str, box: Box, at: Pixel) -> tuple[float, str]:
    """Return where a text begins, has its middle or ends, and which of them it is.

    A text on the left ends at the pixel, however much wider its box was estimated.
    """
    ends = {"left": (box[2] - 3, "end"), "mid": (at[0], "middle")}
    return ends.get(across, (box[0] + 3, "start"))


def _is_toward(box: Box, at: Pixel, toward: Pixel) -> bool:
    """Return whether a box's middle lies on one side of a pixel; never without a direction."""
    right = (box[0] + box[2]) / 2 - at[0]
    down = (box[1] + box[3]) / 2 - at[1]
    return right * toward[0] + down * toward[1] > 0


def overlap(one: Box, other: Box) -> bool:
    """Return whether two boxes meet."""
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
