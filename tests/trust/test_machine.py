"""Faults of the machine: every output is the old one or the new one, whole."""

import hashlib
import os
import signal
import subprocess
import sys
import time

import pytest

pytestmark = pytest.mark.slow
FULL = """
import resource, signal, sys
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, ({limit}, {limit}))
from geoincidents.__main__ import main
main()
"""


def start(*words, code="from geoincidents.__main__ import main; main()"):
    """Return a process that runs the command."""
    return subprocess.Popen(
        [sys.executable, "-c", code, *map(str, words)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
    )


def state(folder):
    """Return the hash of each file of a folder."""
    return {p.name: hashlib.sha256(p.read_bytes()).hexdigest() for p in folder.iterdir()}


def finish(*words):
    """Return the code with which the command ends."""
    process = start(*words)
    process.communicate()
    return process.returncode


@pytest.fixture
def runs(good, tmp_path):
    """Return a folder of reports, an output of it, and the output after one more report."""
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "a.txt").write_text(good, encoding="utf-8")
    assert finish("map", folder, "-o", tmp_path / "out") == 0
    (folder / "b.txt").write_text(good.replace("Lake Sev", "Goris"), encoding="utf-8")
    assert finish("map", folder, "-o", tmp_path / "new") == 0
    return folder, tmp_path / "out", state(tmp_path / "new")


def test_a_killed_run_leaves_whole_files_and_the_next_one_heals(runs):
    """Whenever it is killed."""
    folder, out, new = runs
    old = state(out)
    for step in range(10):
        process = start("map", folder, "-o", out)
        time.sleep(0.4 + step * 0.15)
        process.kill()
        process.communicate()
        left = {n: h for n, h in state(out).items() if not n.startswith(".geoincidents-")}
        assert all(h in {old[n], new[n]} for n, h in left.items() if n != "manifest.json")

    assert finish("map", folder, "-o", out) == 0
    assert state(out) == new


@pytest.mark.parametrize("limit", [10, 1_000, 20_000])
def test_a_full_disk_costs_no_older_file(runs, limit):
    """The error names the file, and no half of one is left."""
    folder, out, new = runs
    old = state(out)
    process = start("map", folder, "-o", out, code=FULL.format(limit=limit))
    _, told = process.communicate()

    assert process.returncode == 1
    assert b"cannot be written" in told
    assert b"Traceback" not in told
    assert state(out).keys() == old.keys()
    assert all(h in {old[n], new[n]} for n, h in state(out).items() if n != "manifest.json")


@pytest.mark.parametrize("wait", [0.2, 0.5, 1.0, 1.5])
def test_an_interrupt_ends_the_run_within_two_seconds(runs, wait):
    """With 130 and without a traceback, also while the program still loads."""
    folder, out, new = runs
    old = state(out)
    process = start("map", folder, "-o", out)
    time.sleep(wait)
    begun = time.monotonic()
    process.send_signal(signal.SIGINT)
    _, told = process.communicate()

    assert time.monotonic() - begun < 2
    assert process.returncode in {130, 0}
    assert b"Traceback" not in told
    assert all(h in {old[n], new[n]} for n, h in state(out).items() if n != "manifest.json")


def test_two_runs_at_once_do_not_mix(runs):
    """The loser says so and writes nothing, or comes later."""
    folder, out, new = runs
    processes = [start("map", folder, "-o", out) for _ in range(3)]
    codes = [(p.communicate()[1], p.returncode) for p in processes]

    assert all(code == 0 or b"another run is writing here" in told for told, code in codes)
    assert any(code == 0 for _, code in codes)
    assert state(out) == new


def test_a_full_stdout_is_told(runs):
    """Not a traceback, and not success."""
    folder, _, _ = runs
    with open("/dev/full", "wb") as full:  # noqa: PTH123 -- a device, not a path of ours
        process = subprocess.run(
            [sys.executable, "-m", "geoincidents", "extract", str(folder)],
            stdout=full, stderr=subprocess.PIPE, check=False,
        )  # fmt: skip

    assert process.returncode == 1
    assert b"No space left" in process.stderr
    assert b"Traceback" not in process.stderr


def test_a_device_is_written_into_and_stays(runs):
    """`-o /dev/null` does not replace the device."""
    folder, _, _ = runs

    assert finish("extract", folder, "-o", os.devnull) == 0
    assert not os.path.isfile(os.devnull)  # noqa: PTH113 -- a device, not a path of ours
