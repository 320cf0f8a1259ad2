"""The images as pixels: licences stand in them whole, and grey paper is enough."""

import io

import pytest

image = pytest.importorskip("PIL.Image")
DARK, PAPER = 110, 240  # of 255: ink that can be read, and what it stands on


@pytest.fixture(params=["map.png", "incident"])
def picture(request, bundle):
    """Return an image of the bundle in grey, 600 pixels wide, as a narrow column prints it."""
    name = next(n for n in bundle if n.startswith(request.param) and n.endswith(".png"))
    grey = image.open(io.BytesIO(bundle[name])).convert("L")
    return grey.resize((600, round(grey.height * 600 / grey.width)), image.Resampling.LANCZOS)


def ink(picture, box):
    """Return the share of dark pixels in a box of left, top, right and bottom."""
    counts = picture.crop(box).histogram()
    return sum(counts[:DARK]) / sum(counts)


def test_licences_can_be_read_in_the_lower_left_corner(picture):
    """Two lines of notes on paper: dark letters, and mostly light between them."""
    height = picture.height
    box = (0, height - 44, 300, height - 6)

    assert 0.04 < ink(picture, box) < 0.4
    assert picture.crop(box).getextrema()[1] >= PAPER


def test_the_title_stands_in_the_upper_left_corner(picture):
    """In dark letters on paper."""
    assert 0.04 < ink(picture, (0, 6, 240, 34)) < 0.5


def test_no_letter_is_cut_at_an_edge(picture):
    """Head and foot keep off all four corners."""
    width, height = picture.size
    for box in (
        (0, 0, width, 4),
        (0, height - 3, width, height),
        (0, height - 44, 4, height),
        (width - 4, height - 44, width, height),
        (0, 0, 4, 30),
        (width - 4, 0, width, 30),
    ):
        assert ink(picture, box) == 0


def test_letters_keep_their_contrast_in_grey(picture):
    """The darkest ink is near black, the paper white."""
    least, most = picture.getextrema()

    assert least < 40
    assert most >= PAPER
