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
_WIDTHS = {"title": 1.6, "subtitle": 1.05, "note": 0.95}
_LEGEND_PX, _LEGEND_COLUMNS = 24, 2


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
    below = drawn.legend(), _notes(drawn, header)
    picture = drawn.still(title, ALONE)
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
        svg = _drawn(picture, CLOSE, head, ((), notes), alts[incident.id], is_map=False)
        yield incident.id, svg


def _notice(header: Plain) -> str:
    return f"{header['subtitle']}. {header['notice']}."


def _notes(drawn: Drawn, header: Plain) -> list[str]:
    """Return what must be read wherever a picture ends up."""
    return [f"{header['notice']}.", drawn.disclaimer, " ".join(header["licences"])]


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
    rows = [*_keys(legend, top + picture["height"] + 6, sheet)]
    under = max((r["y"] for r in rows), default=top + picture["height"])
    foot = [*_lines((("note", n) for n in notes), under + 8, sheet)]
    plain: dict[str, Any] = {
        "width": sheet.width,
        "height": _end(foot, under) + 10,
        "title": heads[0]["text"] if heads else "",
        "alt": alt,
        "head": heads,
        "top": top,
        "line": sheet.line,
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
    for n, row in enumerate(legend):
        down, across = divmod(n, _LEGEND_COLUMNS)
        x = _EDGE_PX + across * (sheet.width // _LEGEND_COLUMNS)
        yield {**row, "x": x, "y": top + (down + 1) * _LEGEND_PX}


def _end(lines: Sequence[Plain], otherwise: int) -> int:
    return int(lines[-1]["y"]) if lines else otherwise
