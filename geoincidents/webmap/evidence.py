"""The words behind what a card shows, with outlet, date and link, within the cap."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import quote, urlsplit

from geoincidents.quotes import QuoteMode

if TYPE_CHECKING:
    from collections.abc import Mapping

    from geoincidents.model import Claim, Passage, Report
    from geoincidents.quotes import Quotes
    from geoincidents.wording import Wording

_LINKED = frozenset({"http", "https"})  # other schemes can run code or open files
_FRAGMENT_WORDS = 8  # enough to find a passage in a live page
# Characters that turn the direction of text or hide in it, and what is shown instead.
_CONTROLS = {
    c: f"‹U+{c:04X}›" for c in (*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x200E, 0x200F)
}
_CONTROLS |= {c: " " for c in (*range(0x20), *range(0x7F, 0xA0)) if c not in {9, 10}}


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """Reports and what may be quoted of them."""

    reports: Mapping[str, Report]
    quotes: Quotes
    words: Wording

    def of(self, passage: Passage) -> dict[str, object]:
        """Return a passage with the words about it.

        Plain: `pieces` of text, each with whether it is the passage itself (none where
        the cap leaves no word), `outlet`, `date` and `link`.
        """
        before, words, after = self.quotes.parts(passage)
        pieces = [(before, False), (words, True), (after, False)]
        return self._quoted(pieces, passage)

    @property
    def is_none(self) -> bool:
        """Return whether no word of any report may be shown."""
        return self.quotes.mode is QuoteMode.NONE

    def claim(self, claim: Claim) -> dict[str, object]:
        """Return the clause that carries a claim, as `of` does."""
        text = self.quotes.clause(claim.id)
        return self._quoted([(text, False)], claim.evidence[0])

    def _quoted(self, pieces: list[tuple[str, bool]], passage: Passage) -> dict[str, object]:
        report = self.reports[passage.report_id]
        return {
            "pieces": [[shown(text), marked] for text, marked in pieces if text],
            "outlet": shown(report.publisher or report.doc),
            "date": self.words.day(report.published) if report.published else "",
            "link": _link(report.url, passage.text),
        }


def shown(text: str) -> str:
    """Return text for a page: direction controls as visible marks, control codes as spaces."""
    if text.isascii() and text.isprintable():
        return text
    return text.translate(_CONTROLS)


def _link(url: str, words: str) -> str:
    """Return a link into the live page, "" for anything but http(s)."""
    try:
        parts = urlsplit(url.strip())
    except ValueError:
        return ""
    if parts.scheme.lower() not in _LINKED or not parts.netloc:
        return ""
    start = quote(" ".join(words.split()[:_FRAGMENT_WORDS]), safe="").replace("-", "%2D")
    return f"{parts.geturl()}{'' if parts.fragment else '#'}:~:text={start}"
