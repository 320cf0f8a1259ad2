"""What many cards share: made once, and taken apart once into a form and its texts."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable

_PLAIN = {None: "null", True: "true", False: "false"}
_DUMPED = json.JSONEncoder(separators=(",", ":"), ensure_ascii=False).encode


class Parts:
    """Plain values of which each is held once."""

    def __init__(self) -> None:
        self._made: dict[Hashable, Any] = {}
        # By identity: to compare values costs more than to take them apart. `_made` holds
        # them, so that no other takes their place in memory.
        self._taken: dict[int, tuple[str, list[str]]] = {}

    def once(self, key: Hashable, make: Callable[[], Any]) -> Any:  # noqa: ANN401 - what `make` gives
        """Return what was made for a key: the same object each time, never to be changed."""
        made = self._made.get(key)
        if made is None:
            made = self._made[key] = make()
            texts: list[str] = []
            self._taken[id(made)] = self.form(made, texts), texts
        return made

    def form(self, value: Any, texts: list[str]) -> str:  # noqa: ANN401 - whatever JSON can hold
        """Return a value as JSON with its texts left empty; they are added to a list."""
        kind = type(value)
        if kind is str:
            texts.append(value)
            return '""'
        taken = self._taken.get(id(value))
        if taken is not None:
            texts += taken[1]
            return taken[0]
        if kind is dict:
            inner = [f'"{key}":{self.form(held, texts)}' for key, held in value.items()]
            return f"{{{','.join(inner)}}}"
        if kind is list:
            return f"[{','.join([self.form(held, texts) for held in value])}]" if value else "[]"
        return self._plain(value, texts)

    @staticmethod
    def _plain(value: Any, texts: list[str]) -> str:  # noqa: ANN401 - as above
        if isinstance(value, str):  # a word of a closed vocabulary
            texts.append(str(value))
            return '""'
        return _PLAIN[value] if value is None or isinstance(value, bool) else _DUMPED(value)
