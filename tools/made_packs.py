"""Renew the table of conflicts that are read with packs made by `gazetteer new`.

    python tools/made_packs.py [--misses] [--write]

Our own digests (`tests/reading/digests*`) on conflicts outside the pack that ships are read
twice: with a pack of two states that `gazetteer new` makes and nobody touched, and with the
rows that were typed for them. Needs the extra `world`; the scorer of the annotation lies
beside the checkout. `--write` renews the table in `docs/quality.md`.
"""

from __future__ import annotations

import argparse
import json
import re
import shutil
import subprocess
import sys
import tempfile
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterable

ROOT = Path(__file__).resolve().parent.parent
READING = ROOT / "tests" / "reading"
CONFLICTS = ROOT / "tests" / "packmaking" / "conflicts.toml"
SCORER = ROOT.parent / "shared" / "eval" / "score.py"
PAGE = ROOT / "docs" / "quality.md"
TABLE = re.compile(r"(<!-- made packs -->\n).*?(<!-- end made packs -->)", re.DOTALL)
TYPED = (ROOT / "gazetteer" / "south-caucasus", READING / "pack", READING / "invented")
SHOWN = (
    *("places.found", "places.resolved", "incidents.found", "incidents.right"),
    *("place", "actor", "target", "claimed_by", "denied_by", "measures", "measures.depth"),
)

Figures: TypeAlias = dict[str, dict[str, float]]  # a score's parts by name


def conflicts() -> dict[str, list[str]]:
    """Return the digests by the two states, such as "AA-BB", of their conflict."""
    table: dict[str, list[str]] = tomllib.loads(CONFLICTS.read_text("utf-8"))
    return table


def figures(folder: Path, *arguments: str) -> dict[str, Figures]:
    """Return the scores by conflict, "all" and "typed": made packs, and typed rows for all.

    Parameters
    ----------
    folder
        Where packs and readings may be written.
    """
    found: dict[str, Figures] = {}
    for pair, names in conflicts().items():
        pack = folder / "packs" / pair.lower()
        _run("gazetteer", "new", str(pack), "--countries", *pair.split("-"))
        reports = _reports(names, folder / "reports" / pair)
        _extract(reports, [pack], folder / f"{pair}.jsonl")
        found[pair] = _score(folder / f"{pair}.jsonl", reports)
    every = [name for names in conflicts().values() for name in names]
    reports = _reports(every, folder / "reports" / "all")
    rows = ((folder / f"{pair}.jsonl").read_text("utf-8") for pair in conflicts())
    (folder / "all.jsonl").write_text("".join(rows), encoding="utf-8")
    _extract(reports, TYPED, folder / "typed.jsonl")
    for name in ("all", "typed"):
        found[name] = _score(folder / f"{name}.jsonl", reports, *arguments)
    return found


def _reports(names: Iterable[str], folder: Path) -> Path:
    """Return a folder of digests with their annotations and metadata."""
    folder.mkdir(parents=True)
    head = ""
    rows: dict[str, str] = {}
    for table in sorted(READING.glob("digests*/sources.csv")):
        head, *lines = table.read_text(encoding="utf-8").splitlines()
        rows.update((line.partition(".txt,")[0], line) for line in lines)
    for name in names:
        for suffix in (".txt", ".json"):
            shutil.copy(path_of(name).with_suffix(suffix), folder)
    told = "\n".join([head, *(rows[name] for name in names)])
    (folder / "sources.csv").write_text(told + "\n", encoding="utf-8")
    return folder


def path_of(name: str) -> Path:
    """Return the text of a digest, in whichever set it lies."""
    found = next(READING.glob(f"digests*/{name}.txt"), None)
    if found is None:
        sys.exit(f"{CONFLICTS}: no digest is called {name!r}")
    return found


def _extract(reports: Path, packs: Iterable[Path], out: Path) -> None:
    chosen = [word for pack in packs for word in ("--pack", str(pack))]
    _run("extract", str(reports), "-o", str(out), *chosen)


def _run(*arguments: str) -> None:
    command = [sys.executable, "-m", "geoincidents", *arguments]
    subprocess.run(command, check=True, capture_output=True)  # noqa: S603 - our own command


def _score(rows: Path, gold: Path, *arguments: str) -> Figures:
    scores = rows.with_suffix(".scores.json")
    command = [sys.executable, str(SCORER), str(gold), str(rows), "--json", str(scores)]
    told = subprocess.run([*command, *arguments], check=True, capture_output=True, text=True)  # noqa: S603 - the scorer beside us
    if arguments:
        print(f"{rows.stem}:\n{told.stdout}")
    figures: Figures = json.loads(scores.read_text(encoding="utf-8"))
    return figures


def table(found: dict[str, Figures]) -> str:
    """Return scores as a table: a row a score, a column a conflict."""
    heads = {"all": "all, made packs", "typed": "all, typed rows"}
    head = ["", "of", *(heads.get(name, name) for name in found)]
    lines = [_line(head), _line(["---"] * len(head))]
    for score in SHOWN:
        cells = [f"{_best(scores[score]):.2f}" for scores in found.values()]
        lines.append(_line([score, str(round(found["all"][score]["n"])), *cells]))
    return "\n".join(lines).replace("nan", "") + "\n"


def _line(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _best(parts: dict[str, float]) -> float:
    return parts["f1"] if "f1" in parts else parts["acc"]


def main() -> None:
    """Print the table, and write it into the page where that is asked for."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--misses", action="store_true", help="print what was read wrongly")
    parser.add_argument("--write", action="store_true", help="renew the table of the page")
    chosen = parser.parse_args()
    if not SCORER.is_file():
        sys.exit("no scorer: ../shared/eval/score.py is not there")
    with tempfile.TemporaryDirectory() as folder:
        told = table(figures(Path(folder), *(["--misses"] if chosen.misses else [])))
    print(told)
    if chosen.write:
        text = PAGE.read_text(encoding="utf-8")
        PAGE.write_text(TABLE.sub(lambda m: m[1] + told + m[2], text), encoding="utf-8")


if __name__ == "__main__":
    main()
