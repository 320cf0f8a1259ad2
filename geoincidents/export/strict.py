"""JSON that strict readers take, and that a terminal or an editor shows as it is."""

from __future__ import annotations

import json
import re

# JSON allows them raw; a terminal obeys the controls, and marks of direction hide words.
_DELETE = "\x7f"
_OBEYED = re.compile(
    r"[\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ud800-\udfff]"
)


# `json.dumps` would make an encoder each time.
_spaced = json.JSONEncoder(ensure_ascii=False, allow_nan=False).encode
_encoded = json.JSONEncoder(ensure_ascii=False, allow_nan=False, separators=(",", ":")).encode


def dumps(value: object, *, compact: bool = False, indent: int | None = None) -> str:
    """Return a value as JSON; raise `ValueError` for a number that is not finite."""
    if compact:
        written = _encoded(value)
    elif indent is None:
        written = _spaced(value)
    else:
        written = json.dumps(value, ensure_ascii=False, allow_nan=False, indent=indent)
    if written.isascii() and _DELETE not in written:
        return written  # other controls are escaped by then
    return _OBEYED.sub(lambda mark: f"\\u{ord(mark[0]):04x}", written)
