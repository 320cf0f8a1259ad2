"""What each output may be used for, and whom it credits."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geoincidents import __version__
from geoincidents.export import layers
from geoincidents.quotes import QuoteMode

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from geoincidents.export.layers import Layer
    from geoincidents.geography import Gazetteer

POINTS = "CC-BY-4.0"
BORDER = "ODbL-1.0"
NAMES = {
    POINTS: "Creative Commons Attribution 4.0 International (CC BY 4.0)",
    BORDER: "Open Data Commons Open Database License 1.0 (ODbL 1.0)",
}
URLS = {
    POINTS: "https://creativecommons.org/licenses/by/4.0/",
    BORDER: "https://opendatacommons.org/licenses/odbl/1-0/",
}
UNCHECKED = "Read by a program; not checked by a person. Files say what was reported, by whom."
CHECKED = "Read by a program; checked by {}. Files say what was reported, by whom."
QUOTATION = "Quoted words are their outlets' and stand here as quotations only."
PRIVATE = "Private working copy: whole sentences are quoted. Not for publication."
_STYLES = (".qml", ".qgs")
_MIXED = (
    ".html",
    ".js",
    ".css",
    ".svg",
    ".png",
    ".pdf",
    ".gpkg",
    ".kml",
)  # border and points in one file


def notice(checked_by: Sequence[str]) -> str:
    """Return who checked what the files hold, or that no person has."""
    return CHECKED.format(", ".join(checked_by)) if checked_by else UNCHECKED


def of(layer: Layer) -> str:
    """Return the licence of a layer, as SPDX calls it."""
    return BORDER if layer.from_border else POINTS


def members(
    layer: Layer, gazetteer: Gazetteer, mode: QuoteMode, checked_by: Sequence[str] = ()
) -> dict[str, str]:
    """Return what stands in a layer's file beside its rows: licence, credit, versions, notices."""
    found = {
        "licence": of(layer),
        "credit": "; ".join(credits_of(gazetteer)),
        "border_version": "; ".join(borders_of(gazetteer)),
        "pack": "; ".join(f"{pack.id} {pack.version}" for pack in gazetteer.packs),
        "generator": f"geoincidents {__version__}",
        "notice": notice(checked_by),
        "quotation": QUOTATION,
    }
    return {**found, "private": PRIVATE} if mode is QuoteMode.FULL else found


def credits_of(gazetteer: Gazetteer) -> tuple[str, ...]:
    """Return whom the packs credit, borders last, each once."""
    borders = (pack.border.credit for pack in gazetteer.packs if pack.border)
    return tuple(dict.fromkeys(c for c in (*(p.credit for p in gazetteer.packs), *borders) if c))


def borders_of(gazetteer: Gazetteer) -> tuple[str, ...]:
    """Return the borders that shapes were drawn from, with version and accuracy."""
    return tuple(
        f"{b.source}, {b.version}, {b.date}, within {b.accuracy_m:g} m"
        for b in (pack.border for pack in gazetteer.packs)
        if b
    )


def text(
    names: Iterable[str], gazetteer: Gazetteer, mode: QuoteMode, checked_by: Sequence[str] = ()
) -> str:
    """Return `LICENCES.txt` for the files of a run."""
    data = [name for name in names if not name.endswith(_STYLES)]
    mixed = [n for n in data if n.endswith(_MIXED)]
    border = [n for n in data if n not in mixed and _is_from_border(n)]
    points = [n for n in data if n not in mixed and n not in border]
    lines = ["Licences of the files in this folder", ""]
    lines += _part(points, f"{NAMES[POINTS]}; the source of each place stands in its row.")
    lines += _part(border, f"{NAMES[BORDER]}, since they are drawn from the border.")
    lines += _part(
        mixed,
        f"{NAMES[BORDER]} for the border and what is drawn from",
        f"it, {NAMES[POINTS]} for the points;",
        "scripts of a page carry their own.",
    )
    lines += ["", "Credits:", *(f"  {credit}" for credit in credits_of(gazetteer))]
    lines += ["", "Border:", *(f"  {border}" for border in borders_of(gazetteer))]
    lines += [f"  {b.convention}" for p in gazetteer.packs if (b := p.border) and b.convention]
    lines += ["", notice(checked_by), QUOTATION]
    return "\n".join([*lines, PRIVATE] if mode is QuoteMode.FULL else lines) + "\n"


def _part(names: Sequence[str], *words: str) -> list[str]:
    return [f"{', '.join(names)}:", *(f"  {line}" for line in words)] if names else []


def _is_from_border(name: str) -> bool:
    layer = layers.BY_NAME.get(name.partition(".")[0])
    return layer is not None and layer.from_border
