"""Compare the main job, cold, with the import of what it stands on, pair by pair.

    python benchmarks/cold.py [-n PAIRS] [REPORTS]

A is `geoincidents map` on some reports, B is `python -c "import folium, geopandas"`; both
are new processes of this interpreter, started in turn. The figures are processor seconds,
user and system, as the operating system counted them for the whole process. The ratio of a
pair says more than its seconds: a machine that slows down slows both.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

from geoincidents import resources

if TYPE_CHECKING:
    from collections.abc import Sequence

YARDSTICK = (sys.executable, "-c", "import folium, geopandas")


def main() -> None:
    """Run the pairs and print their ratios."""
    options = _options()
    with tempfile.TemporaryDirectory() as folder:
        job = (sys.executable, "-m", "geoincidents", "map", str(options.reports), "-o", folder)
        cpu_seconds(job), cpu_seconds(YARDSTICK)  # fills the caches of the disk
        pairs = [(cpu_seconds(job), cpu_seconds(YARDSTICK)) for _ in range(options.n)]
    print("map, s  import, s  ratio")
    for ours, theirs in pairs:
        print(f"{ours:6.3f}  {theirs:9.3f}  {ours / theirs:5.2f}")
    ours, theirs = (median(side) for side in zip(*pairs, strict=True))
    print(
        f"median {ours:.3f} and {theirs:.3f}, of the ratios {median(a / b for a, b in pairs):.2f}"
    )


def cpu_seconds(command: Sequence[str]) -> float:
    """Return the processor time of a new process; a failure ends the benchmark."""
    process = subprocess.Popen(  # noqa: S603 - our own command
        command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{' '.join(command)} ended with {process.returncode}")
    return used.ru_utime + used.ru_stime


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Time the main job beside an import.")
    parser.add_argument("-n", type=int, default=7, help="pairs to count")
    parser.add_argument("reports", nargs="?", type=Path, default=resources.seeds_folder())
    return parser.parse_args()


if __name__ == "__main__":
    main()
