"""The command line: the one module that prints and exits."""

from __future__ import annotations

import gc
import os
import sys
from contextlib import suppress
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

import click

from geoincidents import (
    __version__,
    api,
    changes,
    cli_gazetteer,
    cli_output,
    decisions,
    explanation,
    incidents,
    lexicon,
    reports,
    resources,
    terminal,
)
from geoincidents.cli_options import (
    AS_OF,
    BORDER,
    DECISIONS,
    DONE,
    ENCODED,
    EXISTING,
    FAILED,
    INTERRUPTED,
    INVALID,
    PACKS,
    PATH,
    PUBLISHED,
    SINCE,
    SKIPPED,
    WORLD,
)
from geoincidents.errors import FaultsError, GeoincidentsError, ReportError

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from geoincidents.cli_output import Output
    from geoincidents.collection import IncidentCollection
    from geoincidents.geography import Gazetteer
    from geoincidents.model import Report

AT_ONCE = 1_000  # lines
NO_REPORT = "no report could be read; text files end in .txt"
REPORTS = click.argument("paths", metavar="REPORTS...", nargs=-1, required=True, type=PATH)


def main() -> None:
    """Run the command and exit with its code."""
    _spare_work()
    try:
        code = command(standalone_mode=False)
        if sys.stdout:  # none where a shell closed it
            sys.stdout.flush()  # or a full disk is told after the exit code is set
    except click.exceptions.Exit as exit_:
        code = exit_.exit_code
    except (click.Abort, KeyboardInterrupt):
        code = INTERRUPTED
    except click.ClickException as wrong:
        _tell_wrong(wrong)
        code = INVALID
    except GeoincidentsError as error:
        _tell(str(error), err=True)
        code = INVALID if isinstance(error, FaultsError) else FAILED
    except OSError as error:
        code = _failed(error)
    # While it exits, Python would look twice for cycles among everything that is alive,
    # and then throw it all away: a tenth of the time of a short run.
    gc.freeze()
    sys.exit(code or DONE)


def _tell(words: str, *, err: bool = False) -> None:
    """Print words that a terminal shows and does not obey."""
    click.echo(terminal.visible(words), err=err)


def _tell_wrong(wrong: click.ClickException) -> None:
    if isinstance(wrong, click.exceptions.NoArgsIsHelpError):
        click.echo(wrong.format_message(), err=True)  # the whole help: no error is added to it
        return
    if isinstance(wrong, click.UsageError) and wrong.ctx is not None:
        _tell(wrong.ctx.get_usage(), err=True)
    _tell(f"Error: {wrong.format_message()}", err=True)


def _failed(error: OSError) -> int:
    """Tell what could not be read or written, and leave stdout so that exiting is quiet."""
    name = f"{error.filename}: " if error.filename else "output: "
    _tell(f"{name}{error.strerror or error}", err=True)
    with suppress(OSError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return FAILED


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


@command.command("map")
@REPORTS
@PACKS
@BORDER
@ENCODED
@WORLD
@click.option("--only", multiple=True, metavar="ID", help="Show only this incident.")
@click.option("--without", multiple=True, metavar="ID", help="Leave this incident out.")
@DECISIONS
@PUBLISHED
@SINCE
@AS_OF
@cli_output.options
def map_(  # noqa: PLR0913 - one parameter an option
    paths: tuple[Path, ...],
    packs: tuple[Path, ...],
    *,
    border: Path | None,
    encoding: str,
    world: bool,
    only: tuple[str, ...],
    without: tuple[str, ...],
    decisions: Path | None,
    publish_only: bool,
    since: Path | None,
    as_of: date | None,
    output: Output,
) -> int:
    """Write the map, the layers and a table of incidents.

    REPORTS are text files, or folders that are read recursively.
    """
    cli_output.check(output, decided=decisions is not None)
    earlier = _earlier(since)
    found, code = _read(
        paths,
        packs,
        border=border,
        world=world,
        decided=decisions,
        encoding=encoding,
        as_of=as_of,
    )
    chosen = terminal.choose(found, only=only, without=without)
    if publish_only:
        chosen = _released(chosen)
    if earlier is not None:
        chosen = replace(chosen, incidents=changes.mark(chosen, *earlier))
    _write(chosen, output)
    options = [word for pack in packs for word in ("--pack", str(pack))] + ["--world"] * world
    options += ["--border", str(border)] if border else []
    options += ["--encoding", encoding] if encoding != "utf-8" else []
    if chosen.incidents:
        _tell(terminal.hint([str(p) for p in paths], chosen.checked, options=options))
    return code


@command.command()
@cli_output.options
def demo(*, output: Output) -> int:
    """Map the digests that come with the program."""
    cli_output.check(output, decided=False)
    found, code = _read([resources.seeds_folder()], [])
    _write(found, output)
    _tell(terminal.hint([], found.checked))
    return code


@command.command()
@REPORTS
@PACKS
@ENCODED
@WORLD
@click.option(
    "-o",
    "--output",
    "file",
    type=PATH,
    default=None,
    help="Write to this file, not to standard output.",
)
def extract(
    paths: tuple[Path, ...],
    packs: tuple[Path, ...],
    file: Path | None,
    *,
    encoding: str,
    world: bool,
) -> int:
    """Print what was read, one JSON object a report."""
    words = lexicon.load()
    opening = reports.Opening(paths, words, encoding=encoding)
    places = api.open_packs(tuple(packs))
    if world:
        places = api.add_world(places, opening)
    faults: list[ReportError] = []
    told, found = api.extract(
        opening, places, words, failed=lambda report, error: faults.append(_fault(report, error))
    )
    _tell_skipped(opening.warnings, opening.failures)
    if not (told.reports or faults):
        told.close()
        raise GeoincidentsError(NO_REPORT)
    _tell(terminal.progress(told.reports, len(found)), err=True)
    lines = told.written(found)
    if file is None:
        for some in iter(lambda: "".join(islice(lines, AT_ONCE)), ""):
            click.echo(some, nl=False)
    else:
        from geoincidents.export import files  # noqa: PLC0415 - only here

        files.put(file, lines)
    return SKIPPED if opening.failures or faults else DONE


@command.command(short_help="Show why an incident or claim is what it is.")
@click.argument("id_", metavar="ID")
@click.option(
    "--from",
    "paths",
    multiple=True,
    metavar="REPORTS",
    type=PATH,
    help="The reports it was read from; those of the demo if not given.",
)
@PACKS
@BORDER
@ENCODED
@WORLD
@DECISIONS
def explain(  # noqa: PLR0913 - one parameter an option
    id_: str,
    paths: tuple[Path, ...],
    packs: tuple[Path, ...],
    *,
    border: Path | None,
    encoding: str,
    world: bool,
    decisions: Path | None,
) -> int:
    """Show why an incident or claim is what it is, and where it was read."""
    sources = paths or (resources.seeds_folder(),)
    found, code = _read(
        sources, packs, border=border, world=world, decided=decisions, encoding=encoding
    )
    incident = incidents.find(id_, found.incidents)
    if incident is None:
        known = ", ".join(i.id for i in found.incidents) or "none"
        raise GeoincidentsError(
            f"no incident or claim {id_!r} in these reports; incidents: {known}"
        )
    _tell(explanation.explain(incident, found))
    return code


@command.command()
@click.argument("folder", metavar="DIR", type=EXISTING)
def sources(folder: Path) -> int:
    """Write a sources.csv to complete, with guesses and their basis."""
    from geoincidents.export import files  # noqa: PLC0415 - only here

    if not reports.listed(folder):
        raise GeoincidentsError(f"{folder}: no report in this folder; text files end in .txt")
    target = folder / "sources.csv"
    if target.exists():
        raise GeoincidentsError(f"{target}: is there already; move it away to have a new one")
    files.replace(target, reports.propose_sources(folder, lexicon.load()).encode())
    _tell(f"wrote {target}: complete it, then run again")
    return DONE


command.add_command(cli_gazetteer.group)


@dataclass(frozen=True, kw_only=True)
class _Given:
    """Open reports, what they are read with, and what could not be read."""

    reports: tuple[Report, ...]
    places: Gazetteer
    words: lexicon.Lexicon
    failures: list[ReportError]

    @property
    def code(self) -> int:
        """Return the exit code that tells whether a report was skipped."""
        return SKIPPED if self.failures else DONE

    def fail(self, report: Report, error: Exception) -> None:
        """Take note of a report that the program itself fails at."""
        self.failures.append(_fault(report, error))


def _open(  # noqa: PLR0913 - as `_read`
    paths: Iterable[Path],
    packs: Iterable[Path],
    *,
    border: Path | None = None,
    world: bool,
    encoding: str,
    as_of: date | None = None,
) -> _Given:
    """Return the reports that can be read, with the packs to read them with."""
    words = lexicon.load()
    batch = reports.read(paths, words, encoding=encoding)
    _tell_skipped(batch.warnings, batch.failures)
    if not batch.reports:
        raise GeoincidentsError(NO_REPORT)
    if as_of is not None:
        batch = _until(batch, as_of)
    places = api.open_packs(tuple(packs), border)
    if world:
        places = api.add_world(places, batch.reports)
    failures = [*batch.failures]
    return _Given(reports=batch.reports, places=places, words=words, failures=failures)


def _read(  # noqa: PLR0913 - what the commands share, by name
    paths: Iterable[Path],
    packs: Iterable[Path],
    *,
    border: Path | None = None,
    world: bool = False,
    drawn: bool = True,
    decided: Path | None = None,
    encoding: str = "utf-8",
    as_of: date | None = None,
) -> tuple[IncidentCollection, int]:
    """Return what was found, and the exit code that tells whether a report was skipped."""
    given = _open(paths, packs, border=border, world=world, encoding=encoding, as_of=as_of)
    rows = decisions.read(decided.read_bytes(), str(decided), given.places) if decided else ()
    found = api.collect(
        given.reports, given.places, given.words, decided=rows, drawn=drawn, failed=given.fail
    )
    _tell(terminal.progress(len(found.readings), len(found)), err=True)
    for unmatched in found.unmatched:
        click.echo(terminal.line(f"decision without effect: {unmatched}"), err=True)
    return found, given.code


def _tell_skipped(warnings: Iterable[str], failures: Iterable[ReportError]) -> None:
    for warning in warnings:
        click.echo(terminal.line(f"warning: {warning}"), err=True)
    for failure in failures:
        click.echo(terminal.line(f"skipped {failure}"), err=True)


def _until(batch: reports.Batch, as_of: date) -> reports.Batch:
    """Return the reports published by a day, and tell which are not."""
    early = tuple(r for r in batch.reports if r.published and r.published <= as_of)
    for report in batch.reports:
        if report not in early:
            when = f"published {report.published}" if report.published else "without a date"
            click.echo(terminal.line(f"left out {report.doc}: {when}"), err=True)
    if not early:
        raise GeoincidentsError(f"no report is known to be published by {as_of}")
    return replace(batch, reports=early)


def _fault(report: Report, error: Exception) -> ReportError:
    """Tell of a report that the program itself fails at; the rest goes on."""
    fault = ReportError(Path(report.doc), f"a fault of this program, please report it: {error!r}")
    click.echo(terminal.line(f"skipped {fault}"), err=True)
    return fault


def _released(found: IncidentCollection) -> IncidentCollection:
    """Return what a person released, and tell what is held back."""
    chosen, held = terminal.released(found)
    if held:
        _tell(f"held back, not released with every claim checked: {held}", err=True)
    return chosen


def _earlier(folder: Path | None) -> tuple[bytes, str] | None:
    """Return the claims of an earlier output folder and their file's name."""
    if folder is None:
        return None
    path = folder / changes.CLAIMS
    if not path.is_file():
        raise click.UsageError(f"{folder}: no {changes.CLAIMS}; name the folder of an earlier run")
    return path.read_bytes(), str(path)


def _write(found: IncidentCollection, output: Output) -> None:
    table = terminal.table(found)
    for number, (folder, written) in enumerate(cli_output.write(found, output)):
        if number == 0:
            _tell(table)
        _tell(terminal.files(written, str(folder)))
    if warned := cli_output.warning(output):
        click.echo(terminal.line(warned), err=True)
    if cli_output.is_placeholder(output):
        _tell(terminal.placeholder(), err=True)
