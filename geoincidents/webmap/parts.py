"""What many cards share: made once, and taken apart once into a form and its texts."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterator

_DUMPED = json.JSONEncoder(separators=(",", ":"), ensure_ascii=False).encode


class Parts:
    """Plain values of which each is held once."""

    def __init__(self) -> None:
        self._made: dict[Hashable, Any] = {}
        # By identity: to compare values costs more than to take them apart. `_made` holds
        # them, so that no other takes their place in memory.
        self._taken: dict[int, tuple[str, list[str]]] = {
            id(one): (_DUMPED(one), []) for one in (None, True, False)
        }
        self.nothing: list[Any] = self.once("nothing", list)

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
        known = self._taken.get(id(value))
        if known is not None:
            texts += known[1]
            return known[0]
        if isinstance(value, str):  # words of closed vocabularies too
            texts.append(str(value))
            return '""'
        if isinstance(value, dict):
            return f"{{{','.join(self._fields(value, texts))}}}"
        if isinstance(value, list):
            return f"[{','.join([self.form(held, texts) for held in value])}]"
        return _DUMPED(value)

    def _fields(self, value: dict[str, Any], texts: list[str]) -> Iterator[str]:
        taken = self._taken
        for key, held in value.items():
            known = taken.get(id(held))
            if known is not None:  # as `form` does: most are, and to call it costs more
                texts += known[1]
                yield f'"{key}":{known[0]}'
            else:
                yield f'"{key}":{self.form(held, texts)}'
