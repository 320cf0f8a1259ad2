"""The structure of the package, held against the tables of `docs/architecture.md`."""

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest
from ahocorasick_rs import AhoCorasick

from geoincidents import gazetteer, resources

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "geoincidents"
FILES = sorted(p for p in PACKAGE.rglob("*.py") if "vendor" not in p.parts)
TEXT = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
HEAVY = (
    *("folium", "branca", "shapely", "pyproj", "geopy", "pandas", "geopandas", "pyogrio"),
    *("pyarrow", "xlsxwriter"),
)
# Modules that may touch files; the rest is pure.
OPENERS = {
    *("reports", "gazetteer", "packmaking", "world", "lexicon", "resources", "export", "webmap"),
    *("wording", "cli"),
}
IO_CALLS = {"open", "read_text", "read_bytes", "write_text", "write_bytes", "unlink", "mkdir"}
CLOCKS = {("datetime", "now"), ("datetime", "today"), ("date", "today"), ("time", "time")}
SOCKETS = {"socket", "urllib.request", "http.client", "requests", "httpx", "aiohttp"}


def _table(heading):
    section = TEXT.split(f"## {heading}")[1].split("\n## ")[0]
    rows = re.findall(r"^\| (.+?) \|(.*)\|$", section, re.MULTILINE)
    return {tuple(re.findall(r"`([\w/.]+)`", a)) or (a,): b for a, b in rows}


ALLOWED = {
    key[0]: set(re.findall(r"`(\w+)`", cell)) for key, cell in _table("Who may import whom").items()
}
DOORS = {
    name.strip(): set(re.findall(r"`([\w/.]+)`", cell))
    for key, cell in _table("One door per heavy library").items()
    for name in key[0].split(",")
    if "`" in cell
}


def _module(path):
    parts = path.relative_to(PACKAGE).with_suffix("").parts
    return parts[0]


def _tree(path):
    return ast.parse(path.read_text(encoding="utf-8"))


def _imports(tree):
    """Yield the dotted name of every import, wherever it stands."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module == "geoincidents":
            yield from (f"geoincidents.{alias.name}" for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module or ""


def _ids(path):
    return str(path.relative_to(PACKAGE))


@pytest.mark.parametrize("path", FILES, ids=_ids)
def test_a_module_imports_only_what_the_table_allows(path):
    """Data flows one way."""
    module = _module(path)
    used = {n.split(".")[1] for n in _imports(_tree(path)) if n.startswith("geoincidents.")}

    assert used - {module, "__version__"} <= ALLOWED[module]


def test_the_table_has_no_cycle():
    """The rows can be put in an order."""
    left = {k: v - {k} for k, v in ALLOWED.items()}
    while left:
        ready = [k for k, v in left.items() if not v & left.keys()]

        assert ready, f"cycle among {sorted(left)}"
        for key in ready:
            del left[key]


@pytest.mark.parametrize("path", FILES, ids=_ids)
def test_a_heavy_library_has_one_door(path):
    """Shapely, pandas and their like are imported where the table says, nowhere else."""
    names = {n.split(".")[0] for n in _imports(_runtime(_tree(path)))} & set(HEAVY)
    doors = {n: DOORS[n] if n != "branca" else DOORS["folium"] for n in names}

    assert all(_ids(path) in door for door in doors.values())


def _runtime(tree):
    """Return a tree without its imports for types."""

    class Strip(ast.NodeTransformer):
        def visit_If(self, node):
            return None if getattr(node.test, "id", "") == "TYPE_CHECKING" else node

    return Strip().visit(tree)


@pytest.mark.parametrize("path", [p for p in FILES if _module(p) not in OPENERS], ids=_ids)
def test_the_core_touches_no_file(path):
    """Text and tables in, records out."""
    calls = [n.func for n in ast.walk(_tree(path)) if isinstance(n, ast.Call)]
    names = {getattr(f, "attr", getattr(f, "id", "")) for f in calls}

    assert not names & IO_CALLS


@pytest.mark.parametrize("path", FILES, ids=_ids)
def test_nothing_reads_the_clock_or_opens_a_socket(path):
    """The same reports give the same bytes, offline."""
    tree = _tree(path)
    uses = {
        (getattr(n.value, "id", ""), n.attr) for n in ast.walk(tree) if isinstance(n, ast.Attribute)
    }

    assert not uses & CLOCKS
    assert not set(_imports(tree)) & SOCKETS


@pytest.mark.parametrize("path", FILES, ids=_ids)
def test_no_file_has_grown_past_450_lines(path):
    """A longer file has a second reason to change."""
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 450


def _regional_names():
    world = gazetteer.load(resources.pack_folders())
    home = {c for pack in world.packs for c in pack.countries}
    for place in world.places.values():
        if place.country in home:
            yield place.name
            yield from (n.text for n in place.names)
    for party in world.parties.values():
        if party.country in home:
            yield from (party.name, *party.names, *party.demonyms, *party.adjectives)
            yield from (name for person in party.people for name in person.names)


def test_no_place_or_party_is_named_in_code():
    """Countries, armies and villages are data."""
    names = sorted({n for n in _regional_names() if len(n) > 3})
    automaton = AhoCorasick(names)  # a pattern of 6,000 names takes ten seconds
    found = [
        (_ids(path), name)
        for path in FILES
        for name in set(
            automaton.find_matches_as_strings(path.read_text("utf-8"), overlapping=True)
        )
        if re.search(rf"\b{re.escape(name)}\b", path.read_text("utf-8"))
    ]

    assert not found


def test_help_loads_no_heavy_library():
    """`geoincidents --help` is instant."""
    code = "import sys, geoincidents.cli; print(*sys.modules)"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert not set(HEAVY) & set(run.stdout.split())
