"""What the commands share: exit codes and options."""

from __future__ import annotations

import codecs
from datetime import date
from pathlib import Path
from typing import Any

import click

DONE, FAILED, INVALID, SKIPPED, INTERRUPTED = 0, 1, 2, 3, 130


class Named(click.Path):
    """A path that says something: an empty one, of a variable that is not set, is refused."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:  # noqa: ANN401 - click's signature
        """Return the path, or end with wrong use."""
        if not value:
            self.fail("the name is empty; is a variable not set?", param, ctx)
        return super().convert(value, param, ctx)


PATH = Named(path_type=Path)
FILE = Named(exists=True, dir_okay=False, path_type=Path)
FOLDER = Named(file_okay=False, path_type=Path)
EXISTING = Named(exists=True, file_okay=False, path_type=Path)


def _codec(_context: click.Context, _option: click.Parameter, name: str) -> str:
    try:
        b"".decode(name)
        return codecs.lookup(name).name
    except (LookupError, ValueError) as error:
        raise click.BadParameter(f"{name!r} is none, cp1251 and utf-16 are") from error


ENCODED = click.option(
    "--encoding",
    default="utf-8",
    show_default=True,
    callback=_codec,
    help="Encoding of all reports, such as cp1251.",
)
BESIDE = "dir"
ASSETS = click.option(
    "--assets",
    type=click.Choice(["inline", BESIDE]),
    default="inline",
    show_default=True,
    help="Where the page's scripts and styles lie: in it, or as files in the same folder, for "
    "sites whose policy is default-src 'self'.",
)


def _day(_context: click.Context, _option: click.Parameter, text: str | None) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError as error:
        raise click.BadParameter(f"{text!r} is no day; 2021-05-14 is one") from error


AS_OF = click.option(
    "--as-of",
    metavar="DATE",
    callback=_day,
    help="Read only reports published by this day, as 2021-05-14; those without a date are "
    "left out.",
)
TILES = click.option(
    "--tiles",
    default="",
    metavar="URL",
    help="Load map tiles from https://HOST/{z}/{x}/{y}.png beneath the page's map: it is then "
    "no longer whole without a network.",
)
TILES_CREDIT = click.option(
    "--tiles-credit", default="", metavar="TEXT", help="Whom the map credits for the tiles."
)
PACKS = click.option(
    "--pack",
    "packs",
    multiple=True,
    type=FOLDER,
    help="A folder of places, parties and borders, instead of those of the program.",
)
BORDER = click.option(
    "--border",
    type=FILE,
    metavar="FILE",
    help="A GeoJSON file of border lines, instead of those that packs hold between the "
    "same two states.",
)
WORLD = click.option(
    "--world",
    is_flag=True,
    help="Look up names that the packs lack among the world's settlements. Makes an index "
    "once; needs: pip install 'geoincidents[world]'.",
)
DECISIONS = click.option(
    "--decisions",
    type=FILE,
    metavar="FILE",
    help="A CSV of what a person decided, replayed: id,action,value,who,when,why.",
)
PUBLISHED = click.option(
    "--publish-only",
    is_flag=True,
    help="Show only incidents that a person decided to publish, every claim checked.",
)
SINCE = click.option(
    "--since",
    type=EXISTING,
    metavar="DIR",
    help="Mark what is new or changed since an earlier output folder.",
)
FORMATS = click.option(
    "--format",
    "formats",
    multiple=True,
    type=click.Choice(["csv", "kml", "parquet", "xlsx"]),
    help="A further format of the layers, may be repeated; parquet and xlsx need: "
    "pip install 'geoincidents[parquet,xlsx]'.",
)
BOM = click.option(
    "--bom", is_flag=True, help="Begin CSV files with the mark by which Excel knows UTF-8."
)
