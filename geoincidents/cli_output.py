"""What `map` and `demo` write: their options, as one record, and the writing."""

from __future__ import annotations

import dataclasses
import functools
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from geoincidents.cli_options import ASSETS, BESIDE, BOM, FOLDER, FORMATS, TILES, TILES_CREDIT

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from geoincidents.collection import IncidentCollection
    from geoincidents.export import Written
    from geoincidents.export.manifest import Saved
    from geoincidents.webmap import Look

_Command = TypeVar("_Command", bound="Callable[..., Any]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Output:
    """What is written, and where: a field an option."""

    folder: Path
    title: str
    credit: str
    units: str
    quotes: str
    assets: str
    formats: tuple[str, ...]
    bom: bool
    tiles: str
    tiles_credit: str
    bundle: Path | None
    public_url: str
    unreviewed: bool
    force: bool


_WEB = ("https://", "http://")
_OPTIONS = (
    click.option(
        "-o",
        "--output",
        "folder",
        type=FOLDER,
        default=Path("output"),
        show_default=True,
        help="The folder to write to.",
    ),
    click.option("--title", default="", help="Title of the map."),
    click.option(
        "--credit", default="", help="Whom to credit beside the sources of border and names."
    ),
    click.option(
        "--units",
        type=click.Choice(["km", "mi", "both"]),
        default="km",
        show_default=True,
        help="In what lengths and areas are converted on the page and in images.",
    ),
    click.option(
        "--quotes",
        type=click.Choice(["clause", "none", "full"]),
        default="clause",
        show_default=True,
        help="How much of the reports' words the outputs quote.",
    ),
    ASSETS,
    FORMATS,
    BOM,
    TILES,
    TILES_CREDIT,
    click.option(
        "--bundle",
        type=FOLDER,
        metavar="DIR",
        help="Also write what an article takes: page, images, caption, credit, lines to paste. "
        "Needs: pip install 'geoincidents[images]'.",
    ),
    click.option(
        "--public-url", default="", metavar="URL", help="Where the bundle's folder will lie."
    ),
    click.option(
        "--unreviewed", is_flag=True, help="Make a bundle although no person checked anything."
    ),
    click.option("--force", is_flag=True, help="Overwrite files that a person edited."),
)


def options(command: _Command) -> _Command:
    """Add the options; the command gets them as one record, `output`."""

    @functools.wraps(command)
    def taking(**given: object) -> object:
        own = {f.name: given.pop(f.name) for f in dataclasses.fields(Output)}
        return command(output=Output(**own), **given)  # type: ignore[arg-type]  # click typed them

    for option in reversed(_OPTIONS):
        taking = option(taking)
    return taking  # type: ignore[return-value]  # the same command, its options gathered


def check(output: Output, *, decided: bool) -> None:
    """Refuse a bundle of what no person has looked at, unless that is asked for.

    Raises
    ------
    UsageError
        If there is neither a file of decisions nor `--unreviewed`, one folder is for map and
        bundle, or the bundle's address is none of the web.
    TilesError
        If map tiles are asked for by an address that is none, or without a credit.
    OutputError, PictureError
        If a format or the bundle needs an extra that is not installed.
    """
    warning(output)
    if output.bundle and output.bundle.resolve() == output.folder.resolve():
        raise click.UsageError(
            "--bundle and --output name one folder, and each would clear away the other's files; "
            "name two"
        )
    if output.public_url and not output.public_url.startswith(_WEB):
        raise click.UsageError(
            f"--public-url {output.public_url!r} does not begin with https:// or http://"
        )
    if output.bundle and not decided and not output.unreviewed:
        raise click.UsageError(
            "a bundle is for publication, and no decision of a person is given: name a file "
            "with --decisions, or say --unreviewed; the bundle will say that nobody checked it"
        )
    _require(output)


def _require(output: Output) -> None:
    """Ask for missing packages before anything is read: reading may take an hour."""
    if output.formats:
        from geoincidents.export import formats  # noqa: PLC0415 - `--help` needs none of it

        formats.require(output.formats)
    if output.bundle:
        from geoincidents.newsroom import images  # noqa: PLC0415 - most runs make none

        images.require()


def warning(output: Output) -> str:
    """Return which server the page will depend on, nothing where it is whole."""
    if not output.tiles:
        return ""
    from geoincidents.webmap.tiles import Tiles  # noqa: PLC0415 - few ask for them

    host = Tiles(url=output.tiles, credit=output.tiles_credit).host
    return f"warning: the page loads map tiles from {host}, which learns who opens it"


def write(found: IncidentCollection, output: Output) -> Iterator[tuple[Path, Written | Saved]]:
    """Write what was asked for; yield each folder with what was written there."""
    from geoincidents import export  # noqa: PLC0415 - `--help` needs none of it

    look: Look = {"units": output.units, "credit": output.credit}
    if output.tiles:
        look |= {"tiles": output.tiles, "tiles_credit": output.tiles_credit}
    page: str | dict[str, str]
    if output.assets == BESIDE:
        named = export.PAGE
        page = found.to_html_files(named, title=output.title, quotes=output.quotes, **look)
    else:
        page = found.to_html(title=output.title, quotes=output.quotes, **look)
    written = export.write(
        found,
        output.folder,
        page=page,
        quotes=output.quotes,
        force=output.force,
        further=output.formats,
        bom=output.bom,
    )
    yield output.folder, written
    if output.bundle:
        yield output.bundle, _bundled(found, output, output.bundle)


def _bundled(found: IncidentCollection, output: Output, folder: Path) -> Saved:
    from geoincidents import newsroom  # noqa: PLC0415 - most runs make none

    files = newsroom.bundle(
        found,
        title=output.title,
        credit=output.credit,
        url=output.public_url,
        quotes=output.quotes,
        units=output.units,
    )
    return newsroom.write(found, folder, files, quotes=output.quotes, force=output.force)


def is_placeholder(output: Output) -> bool:
    """Return whether the lines to paste still need an address."""
    return bool(output.bundle and not output.public_url)
