"""Renew the table of `docs/quality.md`, and what the page says of it: how well is read.

    python tools/quality.py

Runs `extract` on the annotated reports and the annotation's own scorer on what it gives;
both lie beside the checkout (`../shared/eval`) and are not part of it. The figures that a page
shows go into `geoincidents/webmap/quality.toml` in the same run, with the day of the last commit.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any, TypeAlias

ROOT = Path(__file__).resolve().parent.parent
EVALUATION = ROOT.parent / "shared" / "eval"
PAGE = ROOT / "docs" / "quality.md"
CARD = ROOT / "geoincidents" / "webmap" / "quality.toml"
SHOWN = (  # scores that the page shows, in this order
    "incidents.found",
    "incidents.right",
    "places.resolved",
    "date",
    "claimed_by",
    "denied_by",
    "measures",
)
TABLE = re.compile(r"(<!-- scores -->\n).*?(<!-- end -->)", re.DOTALL)

Figures: TypeAlias = dict[str, dict[str, float]]  # a score's parts by name
# A second reader's agreement with the first on reports of the region, and on the founding five.
READERS = {
    "places.found": "0.973 / 0.990",
    "places.resolved": "0.959 / 0.959",
    "incidents.found": "0.893 / 0.867",
    "incidents.right": "0.612 / 0.733",
    "kind": "0.944 / 1.000",
    "place": "0.907 / 0.923",
    "places.set": "0.908 / 0.917",
    "date": "0.926 / 0.923",
    "date.invented": "0.056 / 0.000",
    "actor": "0.889 / 1.000",
    "target": "0.870 / 1.000",
    "claimed_by": "0.819 / 0.938",
    "denied_by": "0.889 / 1.000",
    "measures": "0.971 / 1.000",
    "measures.depth": "0.941 / 1.000",
    "measures.area": "1.000 / 1.000",
}


def main() -> None:
    """Write the table into the page."""
    gold = EVALUATION / "gold"
    if not gold.is_dir():
        sys.exit("no annotated reports: ../shared/eval/gold is not there")
    with tempfile.TemporaryDirectory() as folder:
        every = _scored(gold, ["seeds", "dev"], Path(folder))
        founding = _scored(gold / "seeds", ["."], Path(folder))
    text = PAGE.read_text(encoding="utf-8")
    table = _table(every, founding)
    reports = len([*(gold / "seeds").glob("*.json"), *(gold / "dev").glob("*.json")])
    CARD.write_text(_card(every, reports), encoding="utf-8")
    PAGE.write_text(TABLE.sub(lambda m: m[1] + table + m[2], text), encoding="utf-8")


def _scored(gold: Path, parts: list[str], folder: Path) -> Figures:
    out, scores = folder / "out.jsonl", folder / "scores.json"
    reports = [str(gold / part) for part in parts]
    extract = [sys.executable, "-m", "geoincidents", "extract", *reports, "-o", str(out)]
    subprocess.run(extract, check=True, capture_output=True)  # noqa: S603 - our own command
    score = [sys.executable, str(EVALUATION / "score.py"), str(gold), str(out)]
    score += ["--clusters", str(EVALUATION / "gold" / "clusters.json"), "--json", str(scores)]
    subprocess.run(score, check=True, capture_output=True)  # noqa: S603 - the scorer beside us
    figures: Figures = json.loads(scores.read_text(encoding="utf-8"))
    return figures


def _table(every: Figures, founding: Figures) -> str:
    lines = [
        "| | precision | recall | F1 or share | of | founding five | a second reader |",
        "|---|---|---|---|---|---|---|",
    ]
    for name, parts in every.items():
        cells = [_cell(parts, "p"), _cell(parts, "r"), f"**{_best(parts):.3f}**"]
        cells += [str(parts["n"]), _own(name, founding), READERS.get(name, "")]
        lines.append(f"| {name} | {' | '.join(cells)} |")
    return "\n".join(lines) + "\n"


def _card(every: Figures, reports: int) -> str:
    day = subprocess.run(
        ["git", "log", "-1", "--format=%cs"],  # noqa: S607 - whichever git the developer uses
        check=True,
        capture_output=True,
        text=True,
        cwd=ROOT,
    )
    lines = [
        "# Written by tools/quality.py together with the table of docs/quality.md.",
        f"date = {day.stdout.strip()}",
        f"reports = {reports}",
    ]
    for name in SHOWN:
        lines += ["", "[[score]]", f'id = "{name}"', f"value = {_best(every[name]):.3f}"]
    return "\n".join(lines) + "\n"


def _cell(parts: dict[str, Any], key: str) -> str:  # Any: numbers of JSON
    return f"{parts[key]:.3f}" if key in parts else ""


def _best(parts: dict[str, Any]) -> float:  # Any: as above
    return float(parts["f1"] if "f1" in parts else parts["acc"])


def _own(name: str, founding: Figures) -> str:
    if name.startswith("fusion"):  # clusters reach across all reports
        return ""
    best = _best(founding[name])
    return "" if best != best else f"{best:.3f}"  # noqa: PLR0124 - not a number: nothing to score


if __name__ == "__main__":
    main()
