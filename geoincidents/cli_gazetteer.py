"""The commands of `geoincidents gazetteer`: look into packs, and make them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import click

from geoincidents import api, explanation, gazetteer
from geoincidents.cli_options import DONE, EXISTING, FILE, FOLDER, PACKS
from geoincidents.errors import FaultsError
from geoincidents.geography import PlaceKind

if TYPE_CHECKING:
    from pathlib import Path

    from geoincidents.packmaking.making import Made

_SHOWN = 10  # of a list of places; all of them are in the pack's look-at.md


@click.group("gazetteer")
def group() -> None:
    """Look into packs of places, or make one of any region."""


@group.command()
@click.argument("pack", type=EXISTING)
def check(pack: Path) -> int:
    """Report every fault of a pack, with file and line."""
    faults = gazetteer.faults(pack)
    if faults:
        raise FaultsError(faults)
    click.echo(f"{pack}: no fault")
    return DONE


@group.command()
@click.argument("name")
@PACKS
def find(name: str, packs: tuple[Path, ...]) -> int:
    """Show the places that a name may mean."""
    click.echo(explanation.places(name, api.open_packs(packs)))
    return DONE


@group.command("new", short_help="Make a pack of some countries, offline.")
@click.argument("folder", metavar="DIR", type=FOLDER)
@click.option(
    "--countries",
    "first",
    metavar="CODE CODE...",
    required=True,
    help="ISO 3166 codes of two letters, such as those of two neighbours.",
)
@click.argument("further", metavar="", nargs=-1)
def new(folder: Path, first: str, further: tuple[str, ...]) -> int:
    """Make a pack of some countries offline: places, parties, borders and outlines.

    Needs the extra "world": pip install 'geoincidents[world]'.
    """
    from geoincidents import packmaking  # noqa: PLC0415 - `--help` needs none of it

    made = packmaking.make([first, *further], folder)
    click.echo(_told(made))
    if faults := gazetteer.faults(folder):
        raise FaultsError(faults)
    click.echo(f"{folder}: no fault. Use it with --pack {folder}; no person has checked it.")
    return DONE


@group.command("import-areas")
@click.argument("file", type=FILE)
@click.option("--pack", "folder", type=EXISTING, required=True, help="The pack to add to.")
@click.option("--source", required=True, help="Where the file is from, as the rows will say.")
@click.option("--licence", required=True, help='Its licence, such as "CC-BY-4.0".')
@click.option(
    "--kind",
    type=click.Choice(["province", "district", "region"]),
    default="district",
    show_default=True,
    help="What each area is.",
)
@click.option("--country", default="", metavar="CODE", help="If the outlines do not tell.")
@click.option("--name-column", default="", help="If it is none of the usual ones.")
def import_areas(  # noqa: PLR0913 - one parameter an option
    file: Path,
    folder: Path,
    *,
    source: str,
    licence: str,
    kind: str,
    country: str,
    name_column: str,
) -> int:
    """Add administrative areas of your own to a pack.

    FILE is GeoJSON or GeoPackage, a polygon an area, with a column of names.
    """
    from geoincidents import packmaking  # noqa: PLC0415 - `--help` needs none of it

    found = packmaking.import_areas(
        file,
        folder,
        source=source,
        licence=licence,
        kind=PlaceKind(kind),
        country=country.upper(),
        name_column=name_column,
    )
    for words in found.left_out:
        click.echo(f"left out: {words}", err=True)
    click.echo(
        f"{folder}: {len(found.new)} new places, {len(found.known)} known ones with their "
        f"area, {found.settled} settlements inside"
    )
    if faults := gazetteer.faults(folder):
        raise FaultsError(faults)
    click.echo(f"{folder}: no fault")
    return DONE


@group.command(short_help="Propose rows for names, for a person to check.")
@click.argument("names", metavar="NAME...", nargs=-1, required=True)
@click.option("--online", is_flag=True, help="Allow to ask OpenStreetMap's Nominatim.")
@click.option("--country", default="", metavar="CODE", help="Only places of this country.")
@click.option("--server", default="", metavar="URL", help="A Nominatim of your own.")
@click.option("--timeout", "timeout_s", default=10.0, show_default=True, help="In seconds.")
def suggest(
    names: tuple[str, ...], *, online: bool, country: str, server: str, timeout_s: float
) -> int:
    """Propose rows for names, from OpenStreetMap, for a person to check.

    Prints rows of places.csv and of names.csv; writes nothing. No run ever looks up
    anything by itself.
    """
    if not online:
        raise click.UsageError(
            "this sends the names to nominatim.openstreetmap.org; add --online if you want that"
        )
    from geoincidents import packmaking  # noqa: PLC0415 - `--help` needs none of it
    from geoincidents.packmaking.suggesting import Server  # noqa: PLC0415 - as above

    asked = Server(country=country.upper(), timeout_s=timeout_s)
    click.echo(packmaking.suggest(names, replace(asked, url=server) if server else asked))
    return DONE


def _told(made: Made) -> str:
    lines = [f"{made.folder}: {made.places} places"]
    for pair, km in made.border_km.items():
        at_sea = round(km - made.land_km.get(pair, 0.0))
        words = f", {at_sea:,} km of it at sea: left out" if at_sea else ""
        lines.append(f"border {pair}: {km:,.0f} km{words}")
    if not made.border_km:
        lines.append("no border: none of these countries touch; no depth can be drawn")
    for one in made.contested:
        how = f"{one.border_km:g} km of the border"
        if one.area_km2:
            how = f"{one.area_km2:,.0f} km2 in the zones of both"
        lines.append(f"contested: {one.name} ({', '.join(one.countries)}), {how}")
    lines += [f"on the other side than its country: {n}" for n in made.across[:_SHOWN]]
    if len(made.across) > _SHOWN:
        lines.append(f"and {len(made.across) - _SHOWN} more: {made.folder / 'look-at.md'}")
    if made.left_out:
        lines.append(f"left out, since a larger place has their name: {made.left_out}")
    return "\n".join(lines)
