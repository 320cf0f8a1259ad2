"""The page as one document: our parts, and those of elements that a user added.

Nothing here knows folium: a page without a user's elements is written as `page.IncidentMap`
writes it, but the library, which takes longer to load than a short run takes, stays out.
"""

from __future__ import annotations

import base64
import hashlib
import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import jinja2
from markupsafe import Markup

from geoincidents.webmap import packing, sources

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

Hosts = dict[str, list[str]]  # what the page loads from elsewhere: script, style, img

_MOST_PLAIN = 40_000  # characters of a map's data; more of them are packed
START_FILE = "start.js"  # runs in the head: styles ask whether scripts run
_STRICT = (
    "default-src 'none'; script-src 'self'; style-src 'self'; base-uri 'none'; form-action 'none'"
)
_STYLE = re.compile(r"<style[^>]*>(.*?)</style>", re.DOTALL)
_SCRIPT = re.compile(r"<script>(.*?)</script>", re.DOTALL)


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """What the elements of a map gave, with their random names made stable."""

    map_html: str
    user_html: str = ""
    scripts: tuple[str, ...]  # the map's and our layer's, then one for each user element
    header: str = ""


def plain(page: Mapping[str, Any], data: Mapping[str, Any]) -> str:
    """Return the page of a map to which nothing is added, byte for byte.

    Parameters
    ----------
    page
        What the template shows, as `view.Drawn.page` gives it.
    data
        What the map's script reads, as `view.Drawn.map` gives it.
    """
    hosts: Hosts = {"script": [], "style": [], "img": tile_hosts(page)}
    return render(page, _own_parts(data), hosts)


def beside(page: Mapping[str, Any], data: Mapping[str, Any], name: str) -> dict[str, str]:
    """Return the same page with its scripts and styles as files of its own, by file name.

    For sites whose policy is `default-src 'self'`: nothing inline runs or styles. Data lies
    in the page, in blocks that are no script.

    Parameters
    ----------
    name
        File name of the page; the others lie in the same folder.
    """
    parts = _own_parts(data)
    of_leaflet, *ours = sources.styles(with_pictures=False)
    files = {
        START_FILE: sources.text("assets", "start.js"),
        "leaflet.css": of_leaflet,
        "leaflet.js": sources.leaflet(),
        "map.css": "\n".join(ours),
        "map.js": "\n".join([*sources.scripts(), *parts.scripts]),
    }
    shown = {
        **_shown(page, parts),
        "policy": "; ".join([_STRICT, " ".join(["img-src 'self' data:", *tile_hosts(page)])]),
        "links": [f for f in files if f.endswith(".css")],
        "start_file": START_FILE,
        "script_files": [f for f in files if f.endswith(".js") and f != START_FILE],
    }
    html = sources.environment().get_template("page.html").render(shown)
    return {name: html, **files}


def _own_parts(data: Mapping[str, Any]) -> Parts:
    """Return what the map and our layer give, as folium would."""
    world, layer = _Map(), _Layer(data)
    macros = [_template("map.html"), _template("layer.html")]
    html, script = (
        "\n".join(_written(m, name, e) for m, e in zip(macros, (world, layer), strict=True))
        for name in ("html", "script")
    )
    return Parts(map_html=html, scripts=(script,))


def tile_hosts(page: Mapping[str, Any]) -> list[str]:
    """Return where the tiles come from that the page's maker asked for."""
    return [page["tiles"]["host"]] if page["tiles"] else []


def island(data: Mapping[str, Any]) -> tuple[bool, str]:
    """Return whether the data of a map's script is packed, and the data."""
    return packing.lighter(data, _MOST_PLAIN)


def render(page: Mapping[str, Any], parts: Parts, hosts: Hosts) -> str:
    """Return the whole page, with what it may load from elsewhere in its policy."""
    start = sources.text("assets", "start.js")  # in the head: styles ask whether scripts run
    ours = [sources.leaflet(), "\n".join(map(sources.lean, sources.scripts())), parts.scripts[0]]
    theirs = [*_SCRIPT.findall(parts.header), *parts.scripts[1:]]
    if theirs:
        theirs = [sources.icons(), *theirs]
    styles = [*sources.styles(with_pictures=bool(theirs)), *_STYLE.findall(parts.header)]
    is_open = bool(theirs or hosts["script"])
    opener, go = (sources.text("assets", name) for name in ("open.js", "go.js"))
    shown = {
        **_shown(page, parts),
        "policy": _policy(
            scripts=[start, opener, go, *ours, *theirs],
            styles=styles,
            hosts=hosts,
            user=parts.user_html + "".join(theirs),
        ),
        "links": hosts["style"],
        "sources": hosts["script"],
        "styles": [*map(Markup, styles if is_open else styles[1:])],
        "start": Markup(start),  # noqa: S704 - our own file
        # Packed code runs once it is open; what a user adds must not run before it.
        "scripts": [*map(Markup, ours)] if is_open else [],
        "opener": "" if is_open else Markup(opener),  # noqa: S704 - as above
        "go": Markup(go),  # noqa: S704 - as above
        "code": "" if is_open else packing.packed({"styles": styles[:1], "scripts": ours}),
        "user_scripts": [*map(Markup, theirs)],
    }
    return sources.environment().get_template("page.html").render(shown)


def _shown(page: Mapping[str, Any], parts: Parts) -> dict[str, Any]:
    """Return what the template shows, without a script or a style."""
    return {
        **page,
        "links": [],
        "sources": [],
        "styles": [],
        "start": "",
        "start_file": "",
        "scripts": [],
        "script_files": [],
        "opener": "",
        "go": "",
        "code": "",
        "user_scripts": [],
        "dataset": Markup(packing.plain(page["dataset"])),  # noqa: S704 - escaped JSON
        "symbols": Markup(sources.text("assets", "symbols.svg")),  # noqa: S704 - our own file
        "map_html": Markup(parts.map_html),  # noqa: S704 - our templates; the data is escaped JSON
        "user_html": Markup(parts.user_html),  # noqa: S704 - what the user added is the user's
        "leaflet_licence": sources.leaflet_licence(),
        "measured": sources.quality(),
    }


def _policy(*, scripts: Sequence[str], styles: Sequence[str], hosts: Hosts, user: str) -> str:
    """Return the Content-Security-Policy: hashes, and hosts only where a user added them."""
    rules = [
        "default-src 'none'",
        " ".join(["img-src data:", *hosts["img"]]),
        " ".join(["script-src", *map(_hash, scripts), *hosts["script"]]),
        " ".join(["style-src", *map(_hash, styles), *hosts["style"]]),
        "base-uri 'none'",
        "form-action 'none'",
    ]
    if re.search(r"style\s*=", user):
        rules.append("style-src-attr 'unsafe-inline'")
    return "; ".join(rules)


def _hash(text: str) -> str:
    digest = hashlib.sha256(text.encode()).digest()
    return f"'sha256-{base64.b64encode(digest).decode()}'"


# --- the map and our layer, as folium would write them ------------------------


class _Map:
    """What the template of the map asks of folium's; a test compares the two."""

    location = (0.0, 0.0)
    options = {"zoom": 2, "zoomControl": True, "preferCanvas": False} | {
        "zoomSnap": 0.25,
        "attributionControl": True,
    }

    def get_name(self) -> str:
        """Return the name that the first element of a page has."""
        return "map_0000"


class _Layer:
    """What the template of our layer asks of `page.Incidents`."""

    def __init__(self, data: Mapping[str, Any]) -> None:
        self.is_packed, self.island = island(data)
        self._parent = _Map()


def _written(macros: Any, name: str, element: object) -> str:  # noqa: ANN401 - as `_template`
    """Return what a macro writes, without the last line break as folium cuts it."""
    return str(getattr(macros, name)(element, {})).removesuffix("\n")


def _javascript(options: Mapping[str, Any]) -> str:
    rows = "".join(f'  "{key}": {json.dumps(value)},\n' for key, value in options.items())
    return f"{{\n{rows}}}"


def _template(name: str) -> Any:  # noqa: ANN401 - the macros are made from the file
    # As folium reads them: line breaks stay, and the data is escaped already.
    environment = jinja2.Environment(optimized=False)  # noqa: S701 - see above
    environment.filters["tojavascript"] = _javascript
    return environment.from_string(sources.text("templates", name)).module
