"""The files of the page: theme, templates, scripts, styles and Leaflet."""

from __future__ import annotations

import base64
import functools
import re
import tomllib
from typing import TYPE_CHECKING, Any

import jinja2
from markupsafe import Markup

from geoincidents import resources
from geoincidents.errors import AssetsError

if TYPE_CHECKING:
    from collections.abc import Mapping

_VARIABLE = re.compile(r"var\(--([\w-]+)\)")
_FONT_PX = re.compile(r"(font(?:-size)?: )(\d+)px")
_FACTORY = re.compile(r"(\(this,)(function\(t\)\{.*\})\)(?=;\s*$)", re.DOTALL)
_IMAGE = re.compile(r"url\((images/[\w-]+\.png)\)")
# In this order: each gives its names to the next in `geoincidents`, the page's one global.
SCRIPTS = (
    "common.js",
    "base.js",
    "inset.js",
    "lettering.js",
    "shapes.js",
    "marks.js",
    "closeups.js",
    "cards.js",
    "list.js",
    "filters.js",
    "compare.js",
    "embed.js",
    "keys.js",
    "timestrip.js",
    "columns.js",
    "stage.js",
)


@functools.cache
def theme() -> Mapping[str, Any]:
    """Return colours, symbols and sizes."""
    return tomllib.loads(text("theme.toml"))


@functools.cache
def quality() -> Mapping[str, Any]:
    """Return how well this release reads: `date`, `reports` and each `score` by its id."""
    return tomllib.loads(text("quality.toml"))


@functools.cache
def text(*parts: str) -> str:
    """Return a text file of the page."""
    return resources.webmap_file(*parts).read_text(encoding="utf-8")


def scripts() -> list[str]:
    """Return our own scripts, in order."""
    return [text("assets", name) for name in SCRIPTS]


def lean(script: str) -> str:
    """Return one of our scripts without indents and comments that have lines of their own."""
    kept, in_comment = [], False
    for line in map(str.strip, script.splitlines()):
        is_comment = in_comment or line.startswith(("/**", "//"))
        in_comment = (in_comment or line.startswith("/**")) and not line.endswith("*/")
        if line and not is_comment:
            kept.append(line)
    return "\n".join(kept)


def leaflet() -> str:
    """Return Leaflet, its one function in brackets: else browsers parse it twice."""
    script = re.sub(r"//# sourceMappingURL=.*", "", lines(_vendor("leaflet.js")))
    return _FACTORY.sub(r"\1(\2))", script, count=1)


def leaflet_licence() -> str:
    """Return the licence of Leaflet."""
    return lines(_vendor("LICENSE"))


def styles(*, with_pictures: bool) -> list[str]:
    """Return the styles of Leaflet, of the theme and of the page.

    Leaflet's pictures are of controls that only a user adds.
    """
    of_leaflet = _IMAGE.sub(_inlined if with_pictures else "none", lines(_vendor("leaflet.css")))
    return [of_leaflet, _theme_css(), text("assets", "shapes.css"), text("assets", "map.css")]


def still_style(larger: float = 1.0) -> str:
    """Return the styles of a picture that stands alone, with letters so many times larger.

    Without variables: what draws pictures outside browsers knows none. DejaVu Sans is the
    font that comes with the extra `images`.
    """
    colours = {name.replace("_", "-"): value for name, value in theme()["colours"].items()}
    plain = _VARIABLE.sub(lambda name: colours[name[1]], text("assets", "shapes.css"))
    plain = plain.replace("sans-serif;", '"DejaVu Sans", sans-serif;')
    return _FONT_PX.sub(lambda size: f"{size[1]}{round(int(size[2]) * larger)}px", plain)


def icons() -> str:
    """Return the script that gives a user's markers their pictures: paths are no use here."""
    files = {
        "iconUrl": "marker-icon",
        "iconRetinaUrl": "marker-icon-2x",
        "shadowUrl": "marker-shadow",
    }
    pictures = {option: Markup(_picture(f"images/{name}.png")) for option, name in files.items()}  # noqa: S704 - base64
    return environment().get_template("icons.js").render(icons=pictures)


def lines(file: bytes) -> str:
    """Return a file's text as browsers hash it: they read CR LF as LF before."""
    return file.decode().replace("\r\n", "\n")


@functools.cache
def environment() -> jinja2.Environment:
    """Return the environment of our templates: escaping on, unknown names refused."""
    return jinja2.Environment(
        loader=jinja2.FileSystemLoader(resources.webmap_file("templates")),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=jinja2.StrictUndefined,
        optimized=False,  # each template is rendered once: to fold its constants costs more
    )


def _vendor(name: str) -> bytes:
    path = resources.webmap_file("vendor", *name.split("/"))
    try:
        return path.read_bytes()
    except OSError:
        raise AssetsError(
            f"the page's library {name!r} is not in {path.parent}: reinstall geoincidents "
            "(its wheel holds the library), or run `pip install -e .` in a checkout"
        ) from None


def _theme_css() -> str:
    colours = {"light": theme()["colours"], "dark": theme()["dark"]}
    return environment().get_template("theme.css").render(colours)


def _inlined(match: re.Match[str]) -> str:
    return f"url({_picture(match[1])})"


def _picture(name: str) -> str:
    return f"data:image/png;base64,{base64.b64encode(_vendor(name)).decode()}"
