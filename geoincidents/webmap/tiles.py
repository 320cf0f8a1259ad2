"""Map tiles that a user asks for: the one thing a page of ours loads from elsewhere."""

from __future__ import annotations

import re
from dataclasses import dataclass

from geoincidents.errors import TilesError

# What a policy may hold: nothing of a host can end or add a rule.
_HOST = re.compile(r"https?://(?:\{s\}\.)?[A-Za-z0-9.-]+(?::\d+)?(?=/)")
_GAPS = ("{z}", "{x}")
_ROWS = ("{y}", "{-y}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Tiles:
    """A tile server's address and whom it asks to credit.

    Raises
    ------
    TilesError
        If the address has no place for zoom, column and row, or nobody is credited.
    """

    url: str
    credit: str

    def __post_init__(self) -> None:
        """Refuse what would show no tile, or would show it without its credit."""
        has_gaps = all(g in self.url for g in _GAPS) and any(r in self.url for r in _ROWS)
        if not has_gaps or not _HOST.match(self.url):
            raise TilesError(
                [
                    f"tiles {self.url!r}: not an address like https://host.example/{{z}}/{{x}}/{{y}}.png"
                ]
            )
        if not self.credit.strip():
            raise TilesError([f"tiles {self.url!r}: say whom to credit for them"])

    @property
    def host(self) -> str:
        """Return where they are loaded from, as a page's policy names it."""
        found = _HOST.match(self.url)
        return found[0].replace("{s}", "*") if found else ""
