"""`docs/trust.md` names tests that exist."""

import re
from pathlib import Path

TESTS = Path(__file__).resolve().parent.parent
TEXT = (TESTS.parent / "docs" / "trust.md").read_text(encoding="utf-8")


def test_every_test_that_is_named_exists():
    """A promise without its test would be only a promise."""
    named = re.findall(r"`((?:tests/)?[\w/]+\.py)(?:::(\w+))?`", TEXT)
    named = [n for n in named if "test_" in n[0] or "conftest" in n[0]]

    assert len(named) > 20
    for file, function in named:
        path = TESTS.parent / file if "/" in file else TESTS / "trust" / file
        assert f"def {function}" in path.read_text(encoding="utf-8"), file
