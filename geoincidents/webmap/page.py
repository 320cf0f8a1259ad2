"""The map page: a `folium.Map` that is one self-contained file, the same on every run.

The one door to folium. No text of a report is in any folium string: folium puts such
text into script literals and markup. The layer reads one block of JSON instead, and
the list is rendered here, with escaping on.
"""

from __future__ import annotations

import os
import re
import tempfile
import warnings
from pathlib import Path
from typing import TYPE_CHECKING, Any

import folium
from branca.element import Element, Figure, MacroElement
from folium.folium import _default_css, _default_js
from folium.template import Template

from geoincidents.webmap import document, sources
from geoincidents.webmap.document import Parts

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

_SOURCE = re.compile(r'<script[^>]+src="([^"]+)"')
_LINK = re.compile(r'<link[^>]+href="([^"]+)"')
_NEEDS_EXTRAS = re.compile(r"\$\(|jQuery|AwesomeMarkers")
_HOST = re.compile(r"https?://[^/?#\s]+")


class IncidentMap(folium.Map):
    """Incidents on a map, with the list of what each side says beside it.

    A `folium.Map`: add your own elements with ``add_to()``, write the page with
    ``save()``. Elements that load files of other hosts are kept and named in a warning,
    and only for these the page's policy is widened.

    Parameters
    ----------
    page
        What the template shows, as `view.Drawn.page` gives it.
    data
        What the map's script reads, as `view.Drawn.map` gives it.
    svg
        Draws the map as a picture.
    """

    default_js: list[tuple[str, str]] = []  # noqa: RUF012 - folium reads it as a class attribute
    default_css: list[tuple[str, str]] = []  # noqa: RUF012 - as above

    def __init__(
        self, page: Mapping[str, Any], data: Mapping[str, Any], svg: Callable[[], str]
    ) -> None:
        super().__init__(
            location=(0, 0), zoom_start=2, tiles=None, zoom_snap=0.25, attribution_control=True
        )
        self._template = Template(sources.text("templates", "map.html"))
        self._figure = _Page(page)
        self._svg = svg
        self._figure.add_child(self)
        Incidents(data).add_to(self)

    def render(self, **_: object) -> str:
        """Return the page, as `html` does."""
        return self.html()

    def svg(self) -> str:
        """Return the map as a picture of its own, drawn without a browser."""
        return self._svg()

    def html(self) -> str:
        """Return the page: the same text for the same incidents and elements."""
        return str(self.get_root().render())

    def save(self, outfile: Any, close_file: bool = True, **_: Any) -> None:  # noqa: ANN401, FBT001, FBT002 - folium's signature
        """Write the page; a file of that name is replaced whole or not at all."""
        content = self.html().encode()
        if isinstance(outfile, str | bytes | os.PathLike):
            _replace(Path(os.fsdecode(outfile)), content)
            return
        outfile.write(content)
        if close_file:
            outfile.close()


class Incidents(MacroElement):
    """The layer of incidents, with its data as one block of JSON."""

    def __init__(self, data: Mapping[str, Any]) -> None:
        super().__init__()  # type: ignore[no-untyped-call]  # branca is half typed
        self._name = "Incidents"
        self._template = Template(sources.text("templates", "layer.html"))
        self.is_packed, self.island = document.island(data)


class _Page(Figure):
    """A figure that renders our page instead of folium's."""

    def __init__(self, page: Mapping[str, Any]) -> None:
        super().__init__()
        self.page = page
        self.header._children.clear()  # noqa: SLF001 - branca has no other way

    def render(self, **kwargs: object) -> str:
        """Return the whole page."""
        parts = self._parts(**kwargs)
        return document.render(self.page, parts, self._hosts(parts))

    def _hosts(self, parts: Parts) -> dict[str, list[str]]:
        """Return what user elements load, by kind; warn where there is anything."""
        scripts, styles = _extras(parts.scripts[1:])
        hosts = {
            "script": [*_SOURCE.findall(parts.header), *(url for _, url in scripts)],
            "style": [*_LINK.findall(parts.header), *(url for _, url in styles)],
            "img": sorted({*_image_hosts(self)}),
        }
        self._warn([url for urls in hosts.values() for url in urls])
        hosts["img"] += document.tile_hosts(self.page)  # asked for: not worth a warning
        return hosts

    def _parts(self, **kwargs: object) -> Parts:
        for holder in (self.header, self.html, self.script):
            holder._children.clear()  # noqa: SLF001 - rendering twice must not add twice
        for child in self._children.values():
            draw = (
                super(IncidentMap, child).render if isinstance(child, IncidentMap) else child.render
            )
            draw(**kwargs)
        ours = {e.get_name() for e in _tree(self) if isinstance(e, IncidentMap | Incidents)}
        own_html, user_html = _split(self.html, ours)
        own_script, user_script = _split(self.script, ours)
        header = self.header.render(**kwargs)
        texts = [
            "\n".join(own_html),
            "\n".join(user_html),
            header,
            "\n".join(own_script),
            *user_script,
        ]
        map_html, user, header, own, *users = _numbered(self, texts)
        return Parts(map_html=map_html, user_html=user, scripts=(own, *users), header=header)

    def _warn(self, urls: Sequence[str]) -> None:
        if urls:
            names = sorted({type(e).__name__ for e in _tree(self) if not isinstance(e, _OWN)})
            files = ", ".join(dict.fromkeys(urls))
            warnings.warn(
                f"the page is not self-contained: {', '.join(names)} need {files}",
                stacklevel=5,
            )


_OWN = (IncidentMap, Incidents, Figure)


def _split(holder: Element, ours: set[str]) -> tuple[list[str], list[str]]:
    """Return what our elements rendered, and what each of the user's did."""
    own: list[str] = []
    users: list[str] = []
    for name, child in holder._children.items():  # noqa: SLF001 - branca has no other way
        (own if name in ours else users).append(child.render())
    return own, users


def _tree(root: Element) -> Iterator[Element]:
    yield root
    for child in root._children.values():  # noqa: SLF001 - branca has no other way
        yield from _tree(child)


def _numbered(root: Element, texts: list[str]) -> list[str]:
    """Return texts with each random element id replaced by its rank of appearance.

    In the rendered text: renumbering the elements would leave names that a template
    has already taken over pointing nowhere.
    """
    ids = {e._id for e in _tree(root)}  # noqa: SLF001 - branca has no other way
    ranks: dict[str, str] = {}
    pattern = re.compile("|".join(sorted(ids)))

    def ranked(match: re.Match[str]) -> str:
        return ranks.setdefault(match[0], f"{len(ranks):04d}")

    joined = "\0".join(texts).replace("\r\n", "\n")  # as browsers read it
    return pattern.sub(ranked, joined).split("\0")


def _extras(scripts: Sequence[str]) -> tuple[list[tuple[str, str]], list[tuple[str, str]]]:
    """Return folium's own files where a user's element calls what they define."""
    if not any(_NEEDS_EXTRAS.search(s) for s in scripts):
        return [], []
    js = [(n, u) for n, u in _default_js if n != "leaflet"]
    return js, [(n, u) for n, u in _default_css if n != "leaflet_css"]


def _image_hosts(root: Element) -> Iterator[str]:
    """Yield the hosts that a user's layers load pictures from, as a policy names them."""
    for element in _tree(root):
        options = getattr(element, "options", None)
        values = [getattr(element, "tiles", ""), getattr(element, "url", "")]
        values += [*options.values()] if isinstance(options, dict) else []
        for value in values:
            host = _HOST.match(value) if isinstance(value, str) else None
            if host:
                yield host[0].replace("{s}", "*")


def _replace(path: Path, content: bytes) -> None:
    """Write a file beside the old one, then put it in its place."""
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        Path(name).chmod(0o644)
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
