"""The bundle for articles: what lies in it, and what each file says."""

import io
import re
from dataclasses import replace
from xml.etree import ElementTree as ET

import pytest

from geoincidents import errors, newsroom
from geoincidents.newsroom import images
from geoincidents.reports import files

CREDIT = "© OpenStreetMap contributors"


def test_it_holds_page_images_and_texts(bundle):
    """A page in two forms, the map and a close-up in three, and texts to paste."""
    for name in ("index.html", "strict.html", "map.svg", "map.png", "map.pdf"):
        assert name in bundle
    assert {"caption.txt", "alt.txt", "credit.txt", "embed.txt"} <= set(bundle)
    assert {n.rpartition(".")[2] for n in bundle if n.startswith("incident-")} == {
        *("svg", "png", "pdf")
    }


def test_two_bundles_are_the_same_bytes(bundle, demo):
    """No clock, no machine, no order of chance is in any file."""
    assert newsroom.bundle(demo) == bundle


@pytest.mark.parametrize("name", ["map", "incident"])
def test_png_and_pdf_are_pictures_of_the_svg(bundle, name):
    """The PNG has two pixels a pixel of the SVG; the PDF is one."""
    image = pytest.importorskip("PIL.Image")
    stem = next(n.removesuffix(".svg") for n in bundle if n.startswith(name) and "svg" in n)
    root = ET.fromstring(bundle[f"{stem}.svg"])  # noqa: S314 - our own
    size = int(root.get("width")), int(root.get("height"))
    png = image.open(io.BytesIO(bundle[f"{stem}.png"]))

    assert png.size == pytest.approx([2 * n for n in size], abs=1)
    assert bundle[f"{stem}.pdf"].startswith(b"%PDF-")


def test_the_caption_has_every_claimants_version(bundle, demo):
    """Each voice of each incident on the map stands in it, the denial too."""
    caption = bundle["caption.txt"].decode()

    assert "Armenia says:" in caption
    assert "Azerbaijan denies" in caption
    assert all(i.title in caption for i in demo if not i.background)


@pytest.mark.parametrize("name", ["caption.txt", "alt.txt", "map.svg", "index.html", "strict.html"])
def test_each_says_that_no_person_checked_it(bundle, name):
    """Until a decision says otherwise."""
    assert "not checked by a person" in bundle[name].decode()


@pytest.mark.parametrize(
    "name", ["caption.txt", "credit.txt", "map.svg", "embed.txt", "index.html"]
)
def test_each_credits_border_and_names(bundle, name):
    """Sources stand where the file may be cut off from the others."""
    assert CREDIT in bundle[name].decode()


def test_images_name_the_licences(bundle):
    """Those of the border and of the places, in words."""
    svgs = [c.decode() for n, c in bundle.items() if n.endswith(".svg")]

    assert len(svgs) >= 2
    assert all("ODbL-1.0" in svg and "CC-BY-4.0" in svg for svg in svgs)


def test_a_newsrooms_credit_stands_first(demo):
    """Beside the sources, not in their place."""
    made = newsroom.bundle(demo, credit="Map: The Tarn Herald")

    assert made["credit.txt"].decode().startswith(f"Map: The Tarn Herald · {CREDIT}")
    assert "Map: The Tarn Herald" in made["caption.txt"].decode()


def test_without_an_address_the_lines_to_paste_hold_a_placeholder(bundle):
    """It must be seen, not guessed."""
    assert bundle["embed.txt"].decode().count(f'src="{newsroom.PLACEHOLDER}/') == 3


def test_an_address_stands_in_the_lines_to_paste(demo):
    """With or without a slash at its end, and escaped."""
    pasted = newsroom.bundle(demo, url='https://news.example/a?"x&y/')["embed.txt"].decode()

    assert 'src="https://news.example/a?&quot;x&amp;y/index.html?embed=1"' in pasted
    assert newsroom.PLACEHOLDER not in pasted


def test_a_hostile_title_stays_text(demo):
    """In markup to paste, in the picture and in the typesetter's own language."""
    title = '</title><script>x</script> #panic("x") "quoted" $1$'
    made = newsroom.bundle(demo, title=title)
    pasted = made["embed.txt"].decode()

    assert "<script>x" not in pasted
    assert "<script>x" not in made["map.svg"].decode()
    assert made["map.pdf"].startswith(b"%PDF-")
    ET.fromstring(made["map.svg"])  # noqa: S314 - our own


def test_an_empty_run_has_a_bundle(demo):
    """No incident is a result; the map shows the region."""
    made = newsroom.bundle(replace(demo, incidents=()))

    assert "0 marks. No incident in these reports. Read" in made["alt.txt"].decode()
    assert "\nNo incident in these reports.\n" in made["caption.txt"].decode()
    assert "map.png" in made


def test_the_alternative_text_names_no_place_that_there_is_not(bundle):
    """A side without a place adds nothing to where the mark stands."""
    marks = bundle["alt.txt"].decode().partition("without a place")[0]

    assert "no place" not in marks


def test_no_file_judges(bundle):
    """Types are the speakers' words; the texts say who speaks."""
    said = re.findall(r"(\w+) says: ", bundle["caption.txt"].decode())

    assert said
    assert "confirmed" not in bundle["caption.txt"].decode()


def test_a_missing_extra_is_named(monkeypatch):
    """The message says what to install."""
    monkeypatch.setattr(images.importlib.util, "find_spec", lambda _: None)

    with pytest.raises(errors.PictureError, match=r"geoincidents\[images\]"):
        images.draw("<svg/>", title="t", alt="a")


def test_no_text_of_a_bundle_is_read_as_a_report(bundle):
    """The reader leaves out what a bundle holds, and nothing else."""
    texts = {name for name in bundle if name.endswith(".txt")}

    assert texts == files.OWN_TEXTS
