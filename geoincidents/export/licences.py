"""What each output may be used for, and whom it credits."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geoincidents.quotes import QuoteMode

if TYPE_CHECKING:
    from collections.abc import Sequence

    from geoincidents.geography import Gazetteer

FROM_BORDER = frozenset(
    {"depth_lines.geojson", "depth_strips.geojson", "areas.geojson", "doubt.geojson"}
)
POINTS = "CC-BY-4.0"
BORDER = "ODbL-1.0"
NAMES = {
    POINTS: "Creative Commons Attribution 4.0 International (CC BY 4.0)",
    BORDER: "Open Data Commons Open Database License 1.0 (ODbL 1.0)",
}
UNCHECKED = "Read by a program; not checked by a person. Files say what was reported, by whom."
CHECKED = "Read by a program; checked by {}. Files say what was reported, by whom."
QUOTATION = "Quoted words are their outlets' and stand here as quotations only."
PRIVATE = "Private working copy: whole sentences are quoted. Not for publication."


def notice(checked_by: Sequence[str]) -> str:
    """Return who checked what the files hold, or that no person has."""
    return CHECKED.format(", ".join(checked_by)) if checked_by else UNCHECKED


def members(
    name: str, gazetteer: Gazetteer, mode: QuoteMode, checked_by: Sequence[str] = ()
) -> dict[str, object]:
    """Return the foreign members of a layer: licence, credit, border version, notices."""
    found: dict[str, object] = {
        "licence": BORDER if name in FROM_BORDER else POINTS,
        "credit": "; ".join(credits_of(gazetteer)),
        "border_version": "; ".join(borders_of(gazetteer)),
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
    names: list[str], gazetteer: Gazetteer, mode: QuoteMode, checked_by: Sequence[str] = ()
) -> str:
    """Return `LICENCES.txt` for the files of a run."""
    border = [n for n in names if n in FROM_BORDER]
    page = [n for n in names if n.endswith((".html", ".js", ".css"))]
    points = [n for n in names if n not in FROM_BORDER and n not in page]
    lines = [
        "Licences of the files in this folder",
        "",
        f"{', '.join(points)}:",
        f"  {NAMES[POINTS]}; the source of each place stands in its row.",
        f"{', '.join(border)}:",
        f"  {NAMES[BORDER]}, since they are drawn from the border.",
    ]
    if page:
        lines += [f"{', '.join(page)}:", f"  {NAMES[BORDER]} for the border and what is drawn from"]
        lines += [f"  it, {NAMES[POINTS]} for the points;", "  its scripts carry their own."]
    lines += ["", "Credits:", *(f"  {credit}" for credit in credits_of(gazetteer))]
    lines += ["", "Border:", *(f"  {border}" for border in borders_of(gazetteer))]
    lines += [f"  {b.convention}" for p in gazetteer.packs if (b := p.border) and b.convention]
    lines += ["", notice(checked_by), QUOTATION]
    return "\n".join([*lines, PRIVATE] if mode is QuoteMode.FULL else lines) + "\n"
