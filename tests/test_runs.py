"""The same reports give the same bytes, whatever the machine's state."""

import hashlib
import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from geoincidents import api, cli, resources

SEEDS = sorted(resources.seeds_folder().glob("*.txt"))
STATES = {
    "as usual": ({}, SEEDS),
    "another hash seed": ({"PYTHONHASHSEED": "7"}, SEEDS),
    "another time zone": ({"TZ": "Pacific/Kiritimati"}, SEEDS),
    "another locale": ({"LC_ALL": "C", "LANG": "C"}, SEEDS),
    "reversed order": ({"PYTHONHASHSEED": "11"}, SEEDS[::-1]),
}


def _run(folder, settings, reports):
    """Return the hash of every file that a run of the command writes."""
    command = [sys.executable, "-m", "geoincidents", "map", *map(str, reports), "-o", str(folder)]
    subprocess.run(
        command, check=True, capture_output=True, env=os.environ | settings, cwd=folder.parent
    )
    return {p.name: hashlib.sha256(p.read_bytes()).hexdigest() for p in folder.iterdir()}


@pytest.fixture(scope="module")
def usual(tmp_path_factory):
    """Return the hashes of a run in the usual state."""
    return _run(tmp_path_factory.mktemp("usual") / "out", *STATES["as usual"])


@pytest.mark.slow
@pytest.mark.parametrize("state", [s for s in STATES if s != "as usual"])
def test_a_run_gives_the_same_bytes(usual, tmp_path, state):
    """Hash seed, time zone, locale, folder and order of input leave no trace."""
    assert _run(tmp_path / "elsewhere", *STATES[state]) == usual


@pytest.mark.slow
def test_no_output_names_the_machine(tmp_path):
    """No path of the machine is in any file."""
    _run(tmp_path / "out", *STATES["as usual"])
    names = (str(tmp_path), str(SEEDS[0].parent), str(Path.home()), sys.prefix)
    secrets = [name.encode() for name in names]

    for path in (tmp_path / "out").iterdir():
        content = path.read_bytes()
        assert not [s for s in secrets if s in content], path.name


def test_a_run_opens_no_socket(monkeypatch, tmp_path):
    """The whole run works with the network taken away."""

    def refuse(*_args):
        raise AssertionError("a run opened a socket")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(sys, "argv", ["geoincidents", "demo", "-o", str(tmp_path / "out")])

    with pytest.raises(SystemExit) as ended:
        cli.main()

    assert ended.value.code == 0


def test_locate_of_files_equals_locate_of_their_folder(demo):
    """How the reports are named does not matter."""
    assert api.locate(*reversed(SEEDS)).incidents == demo.incidents
