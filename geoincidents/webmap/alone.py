"""Pictures that stand alone, for articles: the map, and each incident to scale, as SVG.

Drawn without a browser, with title, legend, notice and licences inside the picture: it may
be cut out of its page, and must still say what it is.
"""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING, Any

from markupsafe import Markup

from geoincidents.webmap import sources
from geoincidents.webmap.evidence import shown
from geoincidents.webmap.window import ALONE, CLOSE, PAGE

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from geoincidents.webmap.view import Drawn, Plain
    from geoincidents.webmap.window import Sheet

_EDGE_PX = 10
_LARGER = ALONE.line / PAGE.line  # letters than those of the page
# Lines of the head and the foot: their heights, and how wide their letters are in `Sheet.char`.
_HEIGHTS = {"title": 26, "subtitle": 18, "note": 17}
_WIDTHS = {"title": 1.6, "subtitle": 1.0, "note": 0.92}
_LEGEND_COLUMNS, _LEGEND_PX = 2, 8  # columns, and the room between rows
_SAMPLE_PX = 26


def map_svg(drawn: Drawn, title: str = "", alt: str = "") -> str:
    """Return the map as a picture.

    Parameters
    ----------
    title
        What stands on top; by default region and time of the incidents.
    alt
        What the picture shows, in words; by default how many incidents.
    """
    header = drawn.header(title)
    head = [("title", header["title"]), ("subtitle", header["subtitle"])]
    picture = drawn.still(title, ALONE)
    below = drawn.keys(picture), _notes(drawn, header)
    return _drawn(picture, ALONE, head, below, alt or _notice(header), is_map=True)


def closeup_svgs(drawn: Drawn, alts: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Yield the id of each incident of which a depth or area is drawn, and its picture.

    Parameters
    ----------
    alts
        What each incident's picture shows, in words, by its id.
    """
    header = drawn.header()
    for incident, picture in drawn.closeups(CLOSE):
        head = [("title", shown(incident.title)), ("subtitle", drawn.status(incident))]
        notes = [drawn.scale_note(picture), *_notes(drawn, header)]
        below = drawn.shapes_of(incident), notes
        svg = _drawn(picture, CLOSE, head, below, alts[incident.id], is_map=False)
        yield incident.id, svg


def _notice(header: Plain) -> str:
    return f"{header['subtitle']}. {header['notice']}."


def _notes(drawn: Drawn, header: Plain) -> list[str]:
    """Return what must be read wherever a picture ends up."""
    whose = filter(None, [*header["licences"], header["line"] and f"{header['line']}."])
    return [f"{header['notice']}.", drawn.disclaimer, " ".join(whose)]


def _drawn(  # noqa: PLR0913 - what two pictures share
    picture: Plain,
    sheet: Sheet,
    head: Iterable[tuple[str, str]],
    below: tuple[Sequence[Plain], Iterable[str]],
    alt: str,
    *,
    is_map: bool,
) -> str:
    legend, notes = below
    heads = [*_lines(head, 6, sheet)]
    top = _end(heads, 0) + 8
    rows = [*_keys(legend, top + picture["height"] + 12, sheet)]
    low = (r["y"] + len(r["lines"]) * _HEIGHTS["note"] for r in rows)
    under = max(low, default=top + picture["height"])
    foot = [*_lines((("note", n) for n in notes), under + 8, sheet)]
    plain: dict[str, Any] = {
        "width": sheet.width,
        "height": _end(foot, under) + 10,
        "title": heads[0]["text"] if heads else "",
        "alt": alt,
        "head": heads,
        "top": top,
        "line": sheet.line,
        "row_px": _HEIGHTS["note"],
        "picture": picture,
        "is_map": is_map,
        "legend": rows,
        "foot": foot,
        "style": Markup(sources.still_style(_LARGER)),  # noqa: S704 - our own files
        "defs": Markup(sources.text("assets", "symbols.svg")),  # noqa: S704 - as above
    }
    return sources.environment().get_template("alone.svg").render(plain)


def _lines(texts: Iterable[tuple[str, str]], top: int, sheet: Sheet) -> Iterator[Plain]:
    """Yield the lines that texts take one under the other, each with its baseline."""
    y = top
    for kind, text in texts:
        most = int((sheet.width - 2 * _EDGE_PX) / (sheet.char * _WIDTHS[kind]))
        for line in textwrap.wrap(text, most):
            y += _HEIGHTS[kind]
            yield {"kind": kind, "text": line, "y": y}


def _keys(legend: Sequence[Plain], top: int, sheet: Sheet) -> Iterator[Plain]:
    """Yield the rows of the legend in columns, each as high as its longest text."""
    wide = sheet.width // _LEGEND_COLUMNS
    most = int((wide - 2 * _EDGE_PX - _SAMPLE_PX) / (sheet.char * _WIDTHS["note"]))
    for first in range(0, len(legend), _LEGEND_COLUMNS):
        texts = [textwrap.wrap(r["words"], most) for r in legend[first : first + _LEGEND_COLUMNS]]
        for n, lines in enumerate(texts):
            x = _EDGE_PX + n * wide
            yield {**legend[first + n], "lines": lines, "x": x, "y": top}
        top += max(map(len, texts)) * _HEIGHTS["note"] + _LEGEND_PX


def _end(lines: Sequence[Plain], otherwise: int) -> int:
    return int(lines[-1]["y"]) if lines else otherwise
