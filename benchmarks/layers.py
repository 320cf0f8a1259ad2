"""What writing layers costs beside geopandas' own writers, in time and memory.

    python benchmarks/layers.py [INCIDENTS] [TIMES]

Each way runs in a process of its own, in turn, from the same made-up incidents: ours by
`export.save`, geopandas' by `to_frame` and then its writer. Both first make the values of
the columns, which is told apart: `values` is that part, `writing` the rest. Memory is the
peak of the whole process, the incidents themselves included, and what that was before.
"""

from __future__ import annotations

import gc
import json
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

import page_found

from geoincidents import export, gazetteer, resources
from geoincidents.export import layers

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

DEFAULT = ("100000", "3")
FORMATS = ("gpkg", "parquet", "geojson")
ALLOWED = {"gpkg": 1.5, "parquet": 1.5, "geojson": 1.0}
WAYS = ("geoincidents", "geopandas")
NAME = "incidents"


def main(words: Sequence[str]) -> None:
    """Print a table of times and memory, a row a format and way."""
    if words and words[0] in FORMATS:
        print(json.dumps(measured(words[0], words[1], int(words[2]))))
        return
    count, times = (int(w) for w in (*words, *DEFAULT[len(words) :]))
    print("| format | by | values, s | writing, s | together, s | peak, MB | of it before, MB |")
    print("|---|---|---|---|---|---|---|")
    for format_ in FORMATS:
        ours, theirs = ([] for _ in WAYS)
        for _ in range(times):
            ours.append(run(format_, WAYS[0], count))
            theirs.append(run(format_, WAYS[1], count))
        rows = [middle(found) for found in (ours, theirs)]
        for way, row in zip(WAYS, rows, strict=True):
            numbers = [f"{row[k]:.1f}" for k in ("values", "writing", "together")]
            numbers += [f"{row[k]:,.0f}" for k in ("peak", "before")]
            print(f"| {format_} | {way} | {' | '.join(numbers)} |")
        ratios = [f"{k} {rows[0][k] / rows[1][k]:.2f}" for k in ("writing", "together", "peak")]
        print(f"| | ratio (allowed {ALLOWED[format_]}) | {', '.join(ratios)} | | | | |")


def run(format_: str, way: str, count: int) -> dict[str, float]:
    """Return what one way takes, in a process of its own."""
    command = [sys.executable, __file__, format_, way, str(count)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)  # noqa: S603 - ourselves
    found: dict[str, float] = json.loads(done.stdout)
    return found


def middle(found: list[dict[str, float]]) -> dict[str, float]:
    """Return the median of each number."""
    return {key: statistics.median(row[key] for row in found) for key in found[0]}


def measured(format_: str, way: str, count: int) -> dict[str, float]:
    """Return CPU seconds and megabytes of one way in this process."""
    gc.set_threshold(500_000)  # as the command does
    found = page_found.make(count, gazetteer.load(resources.pack_folders()))
    before = peak()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"{NAME}.{format_}"
        spent = (ours if way == WAYS[0] else theirs)(found, path, format_)
    return {**spent, "before": before}


def ours(found: page_found.Found, path: Path, format_: str) -> dict[str, float]:
    """Write by `export.save`; the values are then made once more, to tell their part."""
    if format_ == "parquet":
        from geoincidents.export import parquet  # noqa: F401, PLC0415 - loading is no part of it
    together = timed(lambda: export.save(found, path))
    grown = peak()  # before the values are made again, which is no part of writing
    values = timed(lambda: exhaust(found, format_))
    return {"values": values, "writing": together - values, "together": together, "peak": grown}


def exhaust(found: page_found.Found, format_: str) -> None:
    """Make the values of layers and throw them away."""
    context = export.context_of(found)
    for layer in written(format_):
        for _ in layers.table(layer, found, context).values():
            pass


def written(format_: str) -> tuple[layers.Layer, ...]:
    """Return the layers that a file of a format holds here."""
    return layers.LAYERS if format_ == "gpkg" else (layers.BY_NAME[NAME],)


def theirs(found: page_found.Found, path: Path, format_: str) -> dict[str, float]:
    """Make frames, write them by geopandas; loading it is no part of it."""
    from geoincidents.export import frame  # noqa: PLC0415 - only this way needs it

    start = time.process_time()
    context = export.context_of(found)
    values, writing = time.process_time() - start, 0.0
    for layer in written(format_):
        start = time.process_time()
        made: Any = frame.framed(layers.table(layer, found, context))  # Any: no types
        values += time.process_time() - start
        if not layer.geometry:
            made = made.drop(columns="geometry")
        writing += timed(writer(made, path, layer.name, format_))
        del made
    together = values + writing
    return {"values": values, "writing": writing, "together": together, "peak": peak()}


def writer(made: Any, path: Path, name: str, format_: str) -> Callable[[], None]:  # noqa: ANN401 - as above
    """Return geopandas' own way to write a frame; pyogrio's for a table without geometry."""
    if format_ == "parquet":
        return lambda: made.to_parquet(path)
    if format_ == "geojson":
        return lambda: made.to_file(path, driver="GeoJSON")
    from pyogrio import write_dataframe  # noqa: PLC0415 - only this way needs it

    return lambda: write_dataframe(made, path, layer=name, driver="GPKG", append=path.exists())


def timed(action: Callable[[], object]) -> float:
    """Return the CPU seconds of an action."""
    start = time.process_time()
    action()
    return time.process_time() - start


def peak() -> float:
    """Return the most memory that this process has held so far, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    main(sys.argv[1:])
