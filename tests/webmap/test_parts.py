"""Parts: what many cards share, made and taken apart once."""

from __future__ import annotations

import json

import pytest

from geoincidents.model import Status
from geoincidents.webmap.parts import Parts


def test_a_key_gives_the_same_object_each_time():
    """What is shared is made once."""
    parts = Parts()
    first = parts.once(("row", 1), lambda: {"said": "two miles"})

    assert parts.once(("row", 1), lambda: pytest.fail("made again")) is first


def test_another_key_gives_another_object():
    """Two figures of one text stay two."""
    parts = Parts()

    assert parts.once(1, lambda: ["a"]) is not parts.once(2, lambda: ["a"])


@pytest.mark.parametrize(
    "value",
    ["a", "", Status.DENIED, [], {}, None, True, 0, 2.5, {"a": ["b", {"c": None}], "d": False}],
)
def test_a_form_is_the_json_without_its_texts(value):
    """Texts put back in their order give the value."""
    texts: list[str] = []
    form = Parts().form(value, texts)

    pieces = form.split('""')
    whole = "".join(
        piece + (json.dumps(texts[n]) if n < len(texts) else "") for n, piece in enumerate(pieces)
    )
    assert json.loads(whole) == value


def test_a_shared_value_has_the_form_of_any_other():
    """Taken apart before or now: no card shows the difference."""
    parts, once, anew = Parts(), [], []
    shared = parts.once("cell", lambda: {"key": "date", "entries": ["12 May"]})

    assert parts.form({"cells": [shared]}, once) == Parts().form({"cells": [{**shared}]}, anew)
    assert once == anew == ["date", "12 May"]
