"""Hostile texts through the command: outputs are sound, spans are exact, nothing is invented."""

import json
import unicodedata

import pytest

PWN = (
    "${window.PWN=1}`${window.PWN=2}`</script><script>window.PWN=3</script>"
    "<img src=x onerror=window.PWN=4><!--{{ 7*7 }}\u2028\\`)[0];window.PWN=5;//\"'>"
)
SPOILT = {
    "terminal escapes": lambda t: t.replace("two", "two \x1b[31m\x07").replace("Sev", "Sev\x9b2J"),
    "title of a window": lambda t: t.replace("troops", "\x1b]0;owned\x07troops"),
    "direction": lambda t: t.replace("Syunik", "\u202eSyunik").replace("two", "\u2067two"),
    "zero width": lambda t: t.replace("Syunik", "Syu\u200bnik").replace("troops", "tr\u00adoops"),
    "decomposed": lambda t: unicodedata.normalize("NFD", t.replace("Lake Sev", "Kəlbəcər, Göyçə")),
    "casefold growth": lambda t: t.replace("Syunik", "İİİ ßßß ﬃ ŉ Syunik"),
    "astral": lambda t: t.replace("Syunik", "😀𝕊 𐐷 Syunik"),
    "carriage return": lambda t: t.replace("\n", "\r\n"),
    "old line ends": lambda t: t.replace("\n", "\r"),
    "form feeds": lambda t: t.replace(" on ", "\x0con\x0b").replace("May 12", "May\x8512"),
    "line separators": lambda t: t.replace(" on ", "\u2028on\u2029"),
    "not characters": lambda t: t.replace("Syunik", "\ufffe\uffff\U0010ffff Syunik"),
    "byte-order marks": lambda t: f"\ufeff\ufeff{t}",
    "markup in the text": lambda t: t.replace("denied the claim", f'denied: "{PWN}", it said'),
    "markup around a figure": lambda t: t.replace("two", "<b id='x'>two</b><script>9</script>"),
    "markup in a header": lambda t: t.replace("Example Wire", PWN.replace("\u2028", "")),
    "formula": lambda t: t.replace("Example Wire", "=cmd|' /C calc'!A0"),
    "first day of all": lambda t: t.replace("2021-05-14", "0001-01-01"),
    "last day of all": lambda t: t.replace("2021-05-14", "9999-12-31"),
    "no such day": lambda t: t.replace("2021-05-14", "2021-02-30"),
    "script as a link": lambda t: f"url: javascript:alert(1)\n{t}",
    "unclosed": lambda t: t.replace("two", '"two ((([[[ <a <!-- <script>'),
    "percent and braces": lambda t: t.replace("Syunik", "%s {0} {text} {{x}} %(a)s \\N Syunik"),
}


def spans(row, text):
    """Yield each span of a row of `extract` with the words it should hold."""
    for place in row["places"]:
        yield from (
            (tuple(m["span"] if isinstance(m, dict) else m), None) for m in place["mentions"]
        )
    for incident in row["incidents"]:
        yield from ((tuple(m["span"]), m["text"]) for m in incident["measures"])
        yield from ((tuple(w["span"]), w["text"]) for c in incident["claims"] for w in c["where"])
        yield from ((tuple(span), None) for span in incident["evidence"])
    assert text


@pytest.mark.slow
@pytest.mark.parametrize("spoil", SPOILT.values(), ids=SPOILT)
def test_a_spoilt_text_ends_well(spoil, good, command, sound, tmp_path):
    """Files, terminal and rows are sound, and every span holds its words."""
    text = spoil(good)
    path = tmp_path / "wire.txt"
    path.write_bytes(text.encode())
    text = text.removeprefix("\ufeff")

    mapped = command("map", path, "-o", tmp_path / "out")
    (row,) = map(json.loads, command("extract", path).out.splitlines())

    assert mapped.code == 0
    sound(tmp_path / "out")
    for (start, end), words in spans(row, text):
        assert 0 <= start < end <= len(text)
        assert words is None or text[start:end] == words


def test_all_spoilt_texts_at_once_end_well(good, command, sound, tmp_path):
    """One run of them all gives sound files and a sound terminal."""
    folder = tmp_path / "in"
    folder.mkdir()
    for number, spoil in enumerate(SPOILT.values()):
        (folder / f"{number}.txt").write_bytes(spoil(good).encode())

    assert command("map", folder, "-o", tmp_path / "out").code == 0
    sound(tmp_path / "out")


@pytest.mark.parametrize(
    "name", [n for n in SPOILT if n not in {"first day of all", "last day of all", "decomposed"}]
)
def test_the_figure_of_a_spoilt_text_is_the_one_it_gives(name, good, command, tmp_path):
    """Two kilometres or nothing: no other figure comes out of escapes and markup."""
    path = tmp_path / "wire.txt"
    path.write_bytes(SPOILT[name](good).encode())

    (row,) = map(json.loads, command("extract", path).out.splitlines())

    assert {m["si"] for i in row["incidents"] for m in i["measures"]} <= {2000.0}


def test_look_alike_letters_name_no_place_and_no_party(good, command, tmp_path):
    """Cyrillic letters in a Latin name match nothing."""
    path = tmp_path / "wire.txt"
    path.write_text(good.replace("Syunik", "Ѕyunіk").replace("Azerbaijan d", "Аzerbаijаn d"))

    (row,) = map(json.loads, command("extract", path).out.splitlines())

    known = [p for p in row["places"] if p["text"].startswith("Ѕ") and p["place_id"]]
    assert known == []
    assert [i["denied_by"] for i in row["incidents"]] == [[]]


def test_no_link_but_to_the_web(good, command, tmp_path):
    """Addresses of other kinds are left out, with a warning."""
    path = tmp_path / "wire.txt"
    path.write_text(f"url: javascript:alert(1)\n{good}")

    ended = command("map", path, "-o", tmp_path / "out")

    assert "left out" in ended.err
    assert all(b"javascript:alert" not in p.read_bytes() for p in (tmp_path / "out").iterdir())


@pytest.mark.slow
@pytest.mark.parametrize(
    "name",
    [
        "<script>window.PWN=9<",
        "a\x1b[31mb",
        "new\nline",
        "\u202etxt",
        "=cmd",
        "-o",
        '"q"',
        "x" * 240,
    ],
)
def test_a_hostile_file_name_is_only_a_name(name, good, command, sound, tmp_path):
    """It is told as text, in files and on the terminal, and nowhere else."""
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / f"{name.replace('/', '')}.txt").write_text(good, encoding="utf-8")
    (folder / f"{name.replace('/', '')}2.txt").write_bytes(b"\xff")

    ended = command("map", folder, "-o", tmp_path / "out")

    assert ended.code == 3
    assert ended.err.count("\n") == 2
    sound(tmp_path / "out")
    assert [p.name for p in sorted(tmp_path.iterdir())] == ["in", "out"]
