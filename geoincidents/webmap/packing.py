"""What a page holds packed: gzip in base64, opened by the browser's `DecompressionStream`."""

from __future__ import annotations

import base64
import json
import zlib
from typing import Any

_GZIP = 16 + zlib.MAX_WBITS  # a gzip frame without a time in it: the same bytes every time
_LEVEL = 6  # nine takes three times as long and saves one part in a hundred
_ESCAPED = {ord(c): f"\\u{ord(c):04x}" for c in "<>&\u2028\u2029"}


def plain(content: Any) -> str:  # noqa: ANN401 - whatever JSON can hold
    """Return JSON that cannot end or open an element of a page."""
    return _escaped(_json(content))


def packed(content: Any) -> str:  # noqa: ANN401 - as above
    """Return JSON as gzip in base64: letters and digits that no markup can be made of."""
    return _pressed(_json(content))


def lighter(content: Any, most: int) -> tuple[bool, str]:  # noqa: ANN401 - as above
    """Return whether JSON is packed, and the JSON: packed where it has more characters."""
    text = _json(content)
    is_packed = len(text) > most
    return is_packed, _pressed(text) if is_packed else _escaped(text)


def _pressed(text: str) -> str:
    press = zlib.compressobj(_LEVEL, wbits=_GZIP)
    return base64.b64encode(press.compress(text.encode()) + press.flush()).decode()


def _escaped(text: str) -> str:
    return text.translate(_ESCAPED)


def _json(content: Any) -> str:  # noqa: ANN401 - as above
    return json.dumps(content, allow_nan=False, ensure_ascii=False, separators=(",", ":"))
