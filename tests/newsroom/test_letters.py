"""The letters of the pictures: measured with the font itself, none on another."""

import re
from itertools import combinations
from xml.etree import ElementTree as ET

import pytest

from geoincidents.newsroom import images

ttlib = pytest.importorskip("fontTools.ttLib")
SVG = "{http://www.w3.org/2000/svg}"
# The styles of the picture: bold kinds, and sizes in pixels.
BOLD = {"figure", "place", "country", "count", "open", "title"}
SHARES = {"start": 0.0, "middle": 0.5, "end": 1.0}  # of a line's width, left of its anchor


@pytest.fixture(scope="module")
def widths():
    """Return a function that measures a text in pixels."""
    fonts = {
        bold: ttlib.TTFont(images.fonts() / f"DejaVuSans{'-Bold' if bold else ''}.ttf")
        for bold in (False, True)
    }

    def measure(text, size, *, bold):
        font = fonts[bold]
        glyphs, advances = font.getBestCmap(), font["hmtx"]
        units = font["head"].unitsPerEm
        return sum(advances[glyphs.get(ord(c), ".notdef")][0] for c in text) * size / units

    return measure


def sizes_of(root):
    """Return the size in pixels of each kind of text, from the picture's own styles."""
    style = root.find(f"{SVG}style").text
    general = int(re.search(r"(?m)^text \{ font: (\d+)px", style)[1])
    own = re.findall(r"\.t-(\w+) \{[^}]*font-size: (\d+)px", style)
    return general, {kind: int(size) for kind, size in own}


def boxes(root, widths):
    """Yield each line of text in the map itself with the box of its letters."""
    general, own = sizes_of(root)
    picture = root.find(f"{SVG}svg[@y]")
    for text in picture.iter(f"{SVG}text"):
        kind = text.get("class").removeprefix("t-")
        size, y = own.get(kind, general), float(text.get("y").split()[0])
        if kind == "open":
            yield from _open(text, widths(text.text[0], size, bold=True), size)
            continue
        for span in [text, *text.findall(f"{SVG}tspan")]:
            y += float(span.get("dy", 0))
            x = float(span.get("x"))
            width = widths(span.text, size, bold=kind in BOLD)
            anchor = text.get("text-anchor", "start")
            left = x - width * SHARES[anchor]
            yield span.text, (left, y - 0.72 * size, left + width, y + 0.05 * size)


def _open(text, width, size):
    """Yield the letters of a text that stand each at a spot of its own."""
    spots = zip(text.text, text.get("x").split(), text.get("y").split(), strict=True)
    for letter, x, y in ((c, float(x), float(y)) for c, x, y in spots):
        left, base = x - width / 2, y
        yield letter, (left, base - 0.72 * size, left + width, base + 0.05 * size)


@pytest.mark.parametrize("name", ["map", "incident"])
def test_no_two_letterings_meet(bundle, widths, name):
    """Also where letters are wider than was estimated."""
    svg = next(c for n, c in bundle.items() if n.startswith(name) and n.endswith(".svg"))
    found = [*boxes(ET.fromstring(svg), widths)]  # noqa: S314 - our own
    met = [
        (a, b)
        for (a, one), (b, other) in combinations(found, 2)
        if one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
    ]

    assert len(found) > 5
    assert met == []


def test_no_dot_stands_under_a_letter(bundle, widths):
    """A town's dot can be seen beside its own name and every other."""
    root = ET.fromstring(bundle["map.svg"])  # noqa: S314 - our own
    dots = [(float(c.get("cx")), float(c.get("cy"))) for c in root.iter(f"{SVG}circle")]
    hidden = [
        (text, dot)
        for text, (left, top, right, bottom) in boxes(root, widths)
        for dot in dots
        if left - 1 < dot[0] < right + 1 and top < dot[1] < bottom
    ]

    assert len(dots) > 5
    assert hidden == []


def test_head_and_foot_stay_inside(bundle, widths):
    """No line of title, notes or legend runs over the edge."""
    root = ET.fromstring(bundle["map.svg"])  # noqa: S314 - our own
    general, own = sizes_of(root)
    for text in root.findall(f"{SVG}text"):
        kind = text.get("class").removeprefix("t-")
        width = widths(text.text, own.get(kind, general), bold=kind in BOLD)

        assert float(text.get("x")) + width <= float(root.get("width")), text.text


def test_letters_can_be_read_at_600_pixels(bundle):
    """The smallest are then 10 pixels high at least."""
    root = ET.fromstring(bundle["map.svg"])  # noqa: S314 - our own
    general, own = sizes_of(root)

    assert min(general, *own.values()) * 600 / float(root.get("width")) >= 10
