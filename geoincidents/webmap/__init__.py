"""The page: a map that shows who reports what where, beside the list of their words.

Three forms: `build` gives a `folium.Map` to add to, `html` the same page as one file, and
``files(found, name="index.html")`` the page with its scripts and styles as files beside it,
by name and content, for sites whose policy is `default-src 'self'`.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, TypedDict, Unpack

from geoincidents import wording
from geoincidents.quotes import allot

if TYPE_CHECKING:
    from geoincidents.quotes import Quotes
    from geoincidents.webmap.page import IncidentMap
    from geoincidents.webmap.view import Drawn, Found


class Look(TypedDict, total=False):
    """How a page or picture is written.

    `units` of converted figures, one of `wording.UNITS`; `credit`, whom to name beside the
    sources of border and names; `tiles`, an address like `https://host.example/{z}/{x}/{y}.png`
    of map tiles, which the page then loads, and `tiles_credit`, whom to name for them.
    """

    units: str
    credit: str
    tiles: str
    tiles_credit: str


def build(
    found: Found, *, title: str = "", quotes: Quotes | None = None, **look: Unpack[Look]
) -> IncidentMap:
    """Return the page of what a run found, as a `folium.Map`.

    Parameters
    ----------
    title
        What stands on top; by default region and time of the incidents.
    quotes
        What may be quoted; by default the clause that carries a value, within the cap.
    """
    from geoincidents.webmap import alone, page  # noqa: PLC0415 - folium is heavy

    shown = drawn(found, quotes, **look)
    svg = partial(alone.map_svg, shown, title)
    return page.IncidentMap(shown.page(title), shown.map(), svg)


def html(
    found: Found, *, title: str = "", quotes: Quotes | None = None, **look: Unpack[Look]
) -> str:
    """Return the page itself, as ``build(...).html()`` does, without loading folium."""
    from geoincidents.webmap import document  # noqa: PLC0415 - jinja2 is heavy

    shown = drawn(found, quotes, **look)
    return document.plain(shown.page(title), shown.map())


def files(
    found: Found,
    *,
    title: str = "",
    quotes: Quotes | None = None,
    name: str = "index.html",
    **look: Unpack[Look],
) -> dict[str, str]:
    """Return the page with its scripts and styles in files of their own, by file name.

    Nothing inline runs or styles, so it works under `default-src 'self'`; without the files
    beside it, it shows the still map and the list.

    Parameters
    ----------
    title, quotes
        As `build` takes them.
    name
        File name of the page, the first of the result; the others lie in the same folder.
    """
    from geoincidents.webmap import document  # noqa: PLC0415 - jinja2 is heavy

    shown = drawn(found, quotes, **look)
    return document.beside(shown.page(title), shown.map(), name)


def drawn(found: Found, quotes: Quotes | None = None, **look: Unpack[Look]) -> Drawn:
    """Return what a run found as plain objects: what the page and the pictures show."""
    from geoincidents.webmap import sources, view  # noqa: PLC0415 - jinja2 is heavy
    from geoincidents.webmap.tiles import Tiles  # noqa: PLC0415 - few ask for them

    allowed = quotes or allot(found.readings, found.incidents)
    words = wording.load(units=look.get("units", "km"))
    url, credit = look.get("tiles", ""), look.get("credit", "")
    tiles = Tiles(url=url, credit=look.get("tiles_credit", "")) if url else None
    return view.Drawn(found, allowed, words, sources.theme(), credit=credit, tiles=tiles)
