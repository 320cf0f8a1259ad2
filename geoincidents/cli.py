"""The command line: the one module that prints and exits."""

from __future__ import annotations

import gc
import json
import os
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from geoincidents import (
    __version__,
    api,
    changes,
    cli_gazetteer,
    decisions,
    explanation,
    incidents,
    lexicon,
    reports,
    resources,
    terminal,
)
from geoincidents.cli_options import (
    DECISIONS,
    DONE,
    FAILED,
    FOLDER,
    INTERRUPTED,
    INVALID,
    PACKS,
    PUBLISHED,
    SINCE,
    SKIPPED,
    WORLD,
)
from geoincidents.errors import FaultsError, GeoincidentsError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from geoincidents.collection import IncidentCollection

REPORTS = click.argument(
    "paths", metavar="REPORTS...", nargs=-1, required=True, type=click.Path(path_type=Path)
)


def main() -> None:
    """Run the command and exit with its code."""
    _spare_work()
    try:
        code = command(standalone_mode=False)
    except click.exceptions.Exit as exit_:
        code = exit_.exit_code
    except (click.Abort, KeyboardInterrupt):
        code = INTERRUPTED
    except click.ClickException as wrong:
        wrong.show()
        code = INVALID
    except GeoincidentsError as error:
        click.echo(str(error), err=True)
        code = INVALID if isinstance(error, FaultsError) else FAILED
    # While it exits, Python would look twice for cycles among everything that is alive,
    # and then throw it all away: a tenth of the time of a short run.
    gc.freeze()
    sys.exit(code or DONE)


def _spare_work() -> None:
    """Keep Python and numpy from work that a short run does not need."""
    # A run makes many small immutable records and hardly a cycle: collecting rarely
    # saves a tenth of the time.
    gc.set_threshold(500_000)
    # Nothing here multiplies matrices: left alone, numpy starts a thread a processor for
    # it, which cost a twentieth of the time.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")


@click.group(name="geoincidents", context_settings={"max_content_width": 80})
@click.version_option(__version__)
def command() -> None:
    """Turn conflicting news reports of border incidents into an attributed map."""


def _output(function: Callable[..., int]) -> Callable[..., int]:
    """Add the options that say what is written, and where."""
    for option in (
        click.option("--force", is_flag=True, help="Overwrite files that a person edited."),
        click.option(
            "--quotes",
            type=click.Choice(["clause", "none", "full"]),
            default="clause",
            show_default=True,
            help="How much of the reports' words the outputs quote.",
        ),
        click.option("--title", default="", help="Title of the map."),
        click.option(
            "-o", "--output", "folder", type=FOLDER, default=Path("output"), show_default=True
        ),
    ):
        function = option(function)
    return function


@command.command("map")
@REPORTS
@PACKS
@WORLD
@click.option("--only", multiple=True, metavar="ID", help="Show only this incident.")
@click.option("--without", multiple=True, metavar="ID", help="Leave this incident out.")
@DECISIONS
@PUBLISHED
@SINCE
@_output
def map_(  # noqa: PLR0913 - one parameter an option
    paths: tuple[Path, ...],
    packs: tuple[Path, ...],
    *,
    world: bool,
    only: tuple[str, ...],
    without: tuple[str, ...],
    decisions: Path | None,
    publish_only: bool,
    since: Path | None,
    folder: Path,
    title: str,
    quotes: str,
    force: bool,
) -> int:
    """Write the map, the layers and a table of incidents.

    REPORTS are text files, or folders that are read recursively.
    """
    earlier = _earlier(since)
    found, code = _read(paths, packs, world=world, decided=decisions)
    chosen = terminal.choose(found, only=only, without=without)
    if publish_only:
        chosen = _released(chosen)
    if earlier is not None:
        chosen = replace(chosen, incidents=changes.mark(chosen, *earlier))
    _write(chosen, folder, title=title, quotes=quotes, force=force)
    options = [word for pack in packs for word in ("--pack", str(pack))] + ["--world"] * world
    click.echo(terminal.hint([str(p) for p in paths], chosen.checked, options=options))
    return code


@command.command()
@_output
def demo(folder: Path, *, title: str, quotes: str, force: bool) -> int:
    """Map the digests that come with the program."""
    found, code = _read([resources.seeds_folder()], [])
    _write(found, folder, title=title, quotes=quotes, force=force)
    click.echo(terminal.hint([], found.checked))
    return code


@command.command()
@REPORTS
@PACKS
@WORLD
@click.option("-o", "--output", "file", type=click.Path(path_type=Path), default=None)
def extract(
    paths: tuple[Path, ...], packs: tuple[Path, ...], file: Path | None, *, world: bool
) -> int:
    """Print what was read, one JSON object a report."""
    from geoincidents.export import extraction  # noqa: PLC0415 - only here

    found, code = _read(paths, packs, world=world, drawn=False)
    rows = extraction.rows(found.readings, found.incidents, found.gazetteer)
    lines = "".join(json.dumps(r, ensure_ascii=False, allow_nan=False) + "\n" for r in rows)
    if file is None:
        click.echo(lines, nl=False)
    else:
        from geoincidents.export import files  # noqa: PLC0415 - only here

        files.replace(file, lines.encode())
    return code


@command.command()
@click.argument("id_", metavar="ID")
@click.option(
    "--from",
    "paths",
    multiple=True,
    metavar="REPORTS",
    type=click.Path(path_type=Path),
    help="The reports it was read from; those of the demo if not given.",
)
@PACKS
@WORLD
@DECISIONS
def explain(
    id_: str,
    paths: tuple[Path, ...],
    packs: tuple[Path, ...],
    *,
    world: bool,
    decisions: Path | None,
) -> int:
    """Show why an incident or claim is what it is, and where it was read."""
    sources = paths or (resources.seeds_folder(),)
    found, code = _read(sources, packs, world=world, decided=decisions)
    incident = incidents.find(id_, found.incidents)
    if incident is None:
        known = ", ".join(i.id for i in found.incidents) or "none"
        raise GeoincidentsError(
            f"no incident or claim {id_!r} in these reports; incidents: {known}"
        )
    click.echo(explanation.explain(incident, found))
    return code


@command.command()
@click.argument(
    "folder", metavar="DIR", type=click.Path(exists=True, file_okay=False, path_type=Path)
)
def sources(folder: Path) -> int:
    """Write a sources.csv to complete, with guesses and their basis."""
    from geoincidents.export import files  # noqa: PLC0415 - only here

    target = folder / "sources.csv"
    if target.exists():
        raise GeoincidentsError(f"{target}: is there already; move it away to have a new one")
    files.replace(target, reports.propose_sources(folder, lexicon.load()).encode())
    click.echo(f"wrote {target}: complete it, then run again")
    return DONE


command.add_command(cli_gazetteer.group)


def _read(
    paths: Iterable[Path],
    packs: Iterable[Path],
    *,
    world: bool = False,
    drawn: bool = True,
    decided: Path | None = None,
) -> tuple[IncidentCollection, int]:
    """Return what was found, and the exit code that tells whether a report was skipped."""
    words = lexicon.load()
    batch = reports.read(paths, words)
    for warning in batch.warnings:
        click.echo(f"warning: {warning}", err=True)
    for failure in batch.failures:
        click.echo(f"skipped {failure}", err=True)
    if not batch.reports:
        raise GeoincidentsError("no report could be read; text files end in .txt")
    places = api.open_packs(tuple(packs))
    if world:
        places = api.add_world(places, batch.reports)
    rows = decisions.read(decided.read_bytes(), str(decided), places) if decided else ()
    found = api.collect(batch.reports, places, words, decided=rows, drawn=drawn)
    click.echo(terminal.progress(found), err=True)
    for unmatched in found.unmatched:
        click.echo(f"decision without effect: {unmatched}", err=True)
    return found, SKIPPED if batch.failures else DONE


def _released(found: IncidentCollection) -> IncidentCollection:
    """Return what a person released, and tell what is held back."""
    chosen, held = terminal.released(found)
    if held:
        click.echo(f"held back, not released with every claim checked: {held}", err=True)
    return chosen


def _earlier(folder: Path | None) -> tuple[bytes, str] | None:
    """Return the claims of an earlier output folder and their file's name."""
    if folder is None:
        return None
    path = folder / changes.CLAIMS
    if not path.is_file():
        raise click.UsageError(f"{folder}: no {changes.CLAIMS}; name the folder of an earlier run")
    return path.read_bytes(), str(path)


def _write(
    found: IncidentCollection, folder: Path, *, title: str, quotes: str, force: bool
) -> None:
    from geoincidents import export  # noqa: PLC0415 - `--help` needs none of it

    page = found.to_html(title=title, quotes=quotes)
    written = export.write(found, folder, page=page, quotes=quotes, force=force)
    click.echo(terminal.table(found))
    click.echo(terminal.files(written))
