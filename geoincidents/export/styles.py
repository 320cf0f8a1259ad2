"""Styles for QGIS: the page's symbols and colours, labels, map tips and time."""

from __future__ import annotations

import base64
import re
import tomllib
from functools import cache
from string import Template
from typing import TYPE_CHECKING, Any, TypeAlias
from xml.sax.saxutils import quoteattr

from geoincidents import resources, wording
from geoincidents.export import layers
from geoincidents.model import Status

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from geoincidents.export.layers import Layer

Category: TypeAlias = dict[str, Any]  # a table of `styles.toml`

_GEOMETRIES = {"Point": 0, "LineString": 1, "Polygon": 2, "": 4}  # as QGIS numbers them
_KINDS = {"Point": "marker", "LineString": "line", "Polygon": "fill"}
_PLACEMENTS = {"Point": 6, "LineString": 4, "Polygon": 4}  # round the point; level
_PRIORITIES = {"depth_lines": 10, "areas": 9, "incidents": 8, "doubt": 2}
_DEMANDED = 'NOT coalesce("on_demand", false) OR is_selected()'
_BY_EXPRESSIONS = 4  # how QGIS numbers its ways to know the time of a feature
# QGIS 3.22 takes a day for its first moment, and as text at that: by fields alone, it hides
# what happened on the day that is shown. What has no date is shown at any time.
_BEGINS = 'coalesce(to_datetime("date_start"), @map_start_time)'
_ENDS = (
    "coalesce(to_datetime(\"date_end\") + to_interval('23 hours 59 minutes 59 seconds'), "
    "@map_end_time)"
)
_PALE = 23  # of 255: 9 %, as on the page
_CLASS = re.compile(r"^\.(case|full|ring)(?:\.(thin|dashed))? \{ (.+?);? \}", re.MULTILINE)
_SYMBOL = re.compile(r'<symbol id="gi-([\w-]+)" viewBox="([\d ]+)">(.*?)</symbol>', re.DOTALL)


def styles(about: Mapping[str, Mapping[str, str]]) -> dict[str, str]:
    """Return the style of each layer in QGIS's XML, by the layer's name.

    Parameters
    ----------
    about
        Licence, credit and notice of each layer.
    """
    return {layer.name: style(layer, about[layer.name]) for layer in layers.LAYERS}


def style(layer: Layer, about: Mapping[str, str]) -> str:
    """Return the style of one layer; a table without geometry has map tips at most."""
    return filled("style.qml", labelled=int(is_labelled(layer)), body=body(layer, about))


def is_labelled(layer: Layer) -> bool:
    """Return whether a layer's rows have labels."""
    return bool(_settings().get(layer.name, {}).get("label"))


def body(layer: Layer, about: Mapping[str, str]) -> str:
    """Return the elements that a style and a layer of a project have in common."""
    own = _settings().get(layer.name, {})
    dated = {"date_start", "date_end"} <= {*layer.names}
    return filled(
        "body.xml",
        temporal=int(dated and bool(layer.geometry)),
        mode=_BY_EXPRESSIONS if dated else 0,
        start="date_start" if dated else "",
        end="date_end" if dated else "",
        begins=_attribute(_BEGINS) if dated else "",
        ends=_attribute(_ENDS) if dated else "",
        renderer=_renderer(layer, own),
        labeling=_labels(layer, own),
        preview=escaped(f'"{layer.names[1] if layer.name == "incidents" else layer.names[0]}"'),
        tip=escaped(_tip(layer, own)),
        name=layer.name,
        title=escaped(layer.title),
        notice=escaped(f"{about['notice']} {about['quotation']}"),
        licence=escaped(about["licence"]),
        credit=escaped(about["credit"]),
        geometry=_GEOMETRIES[layer.geometry],
    )


def colours() -> dict[str, str]:
    """Return the colour of each status as "#RRGGBB", in the legend's order."""
    return {row["id"]: _theme()["colours"][row["id"]] for row in _theme()["status"]}


# --- symbols -----------------------------------------------------------------


def _renderer(layer: Layer, own: Mapping[str, Any]) -> str:
    if not layer.geometry:
        return ""
    if not own.get("symbol"):
        return '<renderer-v2 type="nullSymbol" forceraster="0" enableorderby="0" symbollevels="0"/>'
    found = [*_categories(own)]
    symbols = "".join(_symbol(layer, own, n, category) for n, category in enumerate(found))
    if "by" not in own:
        return (
            '<renderer-v2 type="singleSymbol" forceraster="0" enableorderby="0" symbollevels="0">'
            f"<symbols>{symbols}</symbols></renderer-v2>"
        )
    listed = "".join(
        f'<category render="true" type="string" symbol="{n}" value={_quoted(category["value"])} '
        f"label={_quoted(category['label'])}/>"
        for n, category in enumerate(found)
    )
    return (
        f'<renderer-v2 type="categorizedSymbol" attr="{own["by"]}" forceraster="0" '
        'enableorderby="0" symbollevels="0">'
        f"<categories>{listed}</categories><symbols>{symbols}</symbols></renderer-v2>"
    )


def _categories(own: Mapping[str, Any]) -> Iterator[Category]:
    """Yield the categories that a layer lists, by default the statuses in the legend's order."""
    if "category" in own:
        yield from own["category"]
        return
    words = wording.load()
    for row in _theme()["status"]:
        yield {"value": row["id"], "label": words.status_kind(Status(row["id"]))}


def _symbol(layer: Layer, own: Mapping[str, Any], number: int, category: Category) -> str:
    colour = own.get("colour", category["value"])
    parts = filled(
        f"{own['symbol']}.xml",
        number=number,
        size=own.get("size", ""),
        colour=_rgba(colour),
        pale=_rgba(colour, _PALE),
        width=category.get("width", ""),
        dash=category.get("dash", "1;1"),
        dashed=int("dash" in category),
        cap=category.get("cap", "flat"),
        picture=_picture(category["value"]) if own["symbol"] == "mark" else "",
        defined=_defined(layer, own, category),
    )
    if category.get("cased"):
        parts = _casing() + parts
    kind = _KINDS[layer.geometry]
    return (
        f'<symbol type="{kind}" name="{number}" alpha="1" clip_to_extent="1" force_rhr="0">'
        f"{parts}</symbol>"
    )


def _casing() -> str:
    return filled(
        "line.xml", colour=_rgba("paper"), width=1.06, dash="1;1", dashed=0, cap="flat", defined=""
    )


def _defined(layer: Layer, own: Mapping[str, Any], category: Category) -> str:
    """Return what a symbol looks up in its feature: a vague place is hollow, as on the page."""
    if own["symbol"] == "mark":
        exact, vague = (_picture(category["value"] + end) for end in ("", "-label"))
        words = f"if(\"geom_role\" = 'label', '{vague}', '{exact}')"
        return filled("defined.xml", property="name", expression=_attribute(words))
    if "on_demand" in layer.names:
        return filled("defined.xml", property="enabled", expression=_attribute(_DEMANDED))
    return ""


def _picture(name: str) -> str:
    """Return a symbol of the page as a picture that QGIS holds in the style itself."""
    box, inside = _symbols()[name]
    rules = _rules()
    colour = _theme()["colours"][name.removesuffix("-label")]

    def drawn(found: re.Match[str]) -> str:
        css = "; ".join(filter(None, map(rules.get, _variants(found[1]))))
        return f'style="{css.replace("currentColor", colour)}"'

    body = re.sub(r'class="([\w ]+)"', drawn, inside)
    picture = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{box}">{body}</svg>'
    return f"base64:{base64.b64encode(picture.encode()).decode()}"


def _variants(classes: str) -> tuple[str, ...]:
    first, *rest = classes.split()
    return (first, *(f"{first}.{word}" for word in rest))


@cache
def _symbols() -> dict[str, tuple[str, str]]:
    found = _SYMBOL.findall(_asset("assets", "symbols.svg"))
    return {name: (box, inside) for name, box, inside in found}


@cache
def _rules() -> dict[str, str]:
    """Return the declarations of the page's style sheet that draw symbols, by class."""
    paper = _theme()["colours"]["paper"]
    return {
        f"{name}.{variant}" if variant else name: css.replace("var(--paper)", paper)
        for name, variant, css in _CLASS.findall(_asset("assets", "shapes.css"))
    }


def _rgba(colour: str, alpha: int = 255) -> str:
    written = _theme()["colours"][colour].removeprefix("#")
    red, green, blue = (int(written[n : n + 2], 16) for n in (0, 2, 4))
    return f"{red},{green},{blue},{alpha}"


# --- words -------------------------------------------------------------------


def _labels(layer: Layer, own: Mapping[str, Any]) -> str:
    if not own.get("label"):
        return ""
    return filled(
        "labels.xml",
        words=_attribute(own["label"].strip()),
        points=9 if layer.name == "incidents" else 8,
        ink=_rgba("text"),
        wrap=own["wrap"],
        placement=_PLACEMENTS[layer.geometry],
        distance=2.6 if layer.name == "incidents" else 1.4,
        priority=_PRIORITIES.get(layer.name, 4),
        shown=_attribute(_DEMANDED if "on_demand" in layer.names else "true"),
    )


def _tip(layer: Layer, own: Mapping[str, Any]) -> str:
    """Return the map tip: HTML in which no value of a field is read as markup."""
    chosen = own.get("tip", layer.names)
    return "<table>" + "".join(map(_tip_row, chosen)) + "</table>"


def _tip_row(name: str) -> str:
    value = f'to_string("{name}")'
    for raw, safe in (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;")):
        value = f"replace({value}, '{raw}', '{safe}')"
    row = f"'<tr><td><b>{name}</b></td><td>' || {value} || '</td></tr>'"
    return f"[% coalesce({row}, '') %]"


# --- files -------------------------------------------------------------------


def filled(file: str, /, **parts: object) -> str:
    """Return a template with its parts put in."""
    return _template(file).substitute(parts)


@cache
def _template(name: str) -> Template:
    return Template(resources.export_file(name).read_text(encoding="utf-8").strip())


@cache
def _settings() -> dict[str, Any]:
    text = resources.export_file("styles.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


@cache
def _theme() -> dict[str, Any]:
    return tomllib.loads(_asset("theme.toml"))


def _asset(*parts: str) -> str:
    return resources.webmap_file(*parts).read_text(encoding="utf-8")


def escaped(words: str) -> str:
    """Return words as the text of an element."""
    return words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _quoted(words: str) -> str:
    return quoteattr(words)


def _attribute(words: str) -> str:
    """Return words as the inside of an attribute in double quotes."""
    return escaped(words).replace('"', "&quot;").replace("\n", " ")
