"""Tests of the numbers of a text."""

import math
import re
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geoincidents.claims import numbers
from geoincidents.claims.numbers import digits as numbers_digits
from geoincidents.claims.numbers import words as numbers_words

NBSP, THIN, NARROW = "\u00a0", "\u2009", "\u202f"

EXACT = {
    "7 tanks": 7,
    "2,000 men": 2000,
    "1,234,567 rounds": 1_234_567,
    f"2{NBSP}000 men": 2000,
    f"12{THIN}500 men": 12_500,
    f"1{NARROW}200{NARROW}000 men": 1_200_000,
    "2 000 men": 2000,
    "2'500 men": 2500,
    "1.5 km": 1.5,
    "3,5 km": 3.5,
    "0,75 km": 0.75,
    "1,234.5 ha": 1234.5,
    "1.234,5 ha": 1234.5,
    "1.234.567 men": 1_234_567,
    "60.06 square km": 60.06,
    "3 1/2 km": 3.5,
    "3-1/2 km": 3.5,
    "1/2 km": 0.5,
    "3½ km": 3.5,
    "3 ½ km": 3.5,
    "¾ of a mile": 0.75,
    "half a mile": 0.5,
    "half-mile": 0.5,
    "one and a half km": 1.5,
    "Two and a half miles": 2.5,
    "two-thirds of a mile": 2 / 3,
    "three quarters of a mile": 0.75,
    "a quarter of a mile": 0.25,
    "two hundred and fifty men": 250,
    "one hundred twenty-five men": 125,
    "three thousand four hundred and two men": 3402,
    "two hundred thousand people": 200_000,
    "one million two hundred thousand people": 1_200_000,
    "Twenty-five men": 25,
    "ninety nine men": 99,
    "a dozen men": 12,
    "two dozen men": 24,
    "half a dozen men": 6,
    "half a million people": 500_000,
    "a hundred men": 100,
    "a thousand men": 1000,
    "a couple of km": 2,
    "2.5 million people": 2_500_000,
    "3 thousand men": 3000,
    "two and a half thousand men": 2500,
    "１２ men": 12,
    "３．５ km": 3.5,
    "٢٥ men": 25,
    "٣٫٥ km": 3.5,
    "(5)": 5,
    "5km": 5,
    "12 000 men": 12_000,
}
RANGES = {
    "200-300 m": (200, 300),
    "200–300 m": (200, 300),
    "11-12km": (11, 12),
    "2 - 3 km": (2, 3),
    "2 to 3 km": (2, 3),
    "from 5 to 6 km": (5, 6),
    "two or three km": (2, 3),
    "between 5 and 10 km": (5, 10),
    "Between five and ten men": (5, 10),
    "two to three hundred men": (200, 300),
    "2-3 thousand men": (2000, 3000),
    "1.5-2 km": (1.5, 2),
    "15 to 20 men": (15, 20),
    "10 to about 15 men": (10, 15),
}
NONE = {
    "negative": "it fell to -5 degrees",
    "minus sign": "−5 degrees",
    "exponent": "1e308 km",
    "hexadecimal": "0x1F posts",
    "underscore": "1_000 men",
    "division by zero": "1/0 km",
    "superscript": "km² and 5² men",
    "digits inside a word": "the S-300, the T72 and km2",
    "time of day": "at 10:30 and 7:05",
    "date": "on 12.05.2021",
    "version": "version 1.2.3.4",
    "ordinal in digits": "the 102nd base",
    "decade": "the 1990s",
    "5,000 digits": "9" * 5000 + " km",
    "zero": "0 men",
    "money": "$500 and €20",
    "number sign": "No. of post #5",
    "not a number": "NaN inf infinity",
    "ordinal in words": "a third soldier",
    "bad groups": "1,23,4567 men",
    "day and month": "on 13/09 and 24/7",
    "leading zeros": "007 men",
    "too large": "999,999,999,999,999 men",
    "possessive decade": "the 1990's",
    "power": "10^6 men",
}
VAGUE = {
    "several km": "several",
    "several hundred metres": "several hundred",
    "a few men": "a few",
    "a few dozen men": "a few dozen",
    "dozens of men": "dozens of",
    "Hundreds of people": "Hundreds of",
    "tens of thousands of people": "tens of thousands of",
    "scores of houses": "scores of",
}


@pytest.mark.parametrize(("text", "value"), EXACT.items(), ids=EXACT)
def test_a_number_has_its_value(text, value):
    """Digits, words, fractions and scales give one exact value."""
    number, *_ = numbers.find(text)

    assert (number.low, number.high) == (value, value)


@pytest.mark.parametrize(("text", "bounds"), RANGES.items(), ids=RANGES)
def test_a_range_is_one_number(text, bounds):
    """Both ends belong to one figure."""
    (number,) = numbers.find(text)

    assert (number.low, number.high) == bounds
    assert number.is_range


@pytest.mark.parametrize("text", NONE.values(), ids=NONE)
def test_what_is_no_number_yields_nothing(text):
    """Hostile and misleading digits are passed over."""
    assert numbers.find(text) == ()


@pytest.mark.parametrize(("text", "words"), VAGUE.items(), ids=VAGUE)
def test_vague_words_have_no_value(text, words):
    """A word like "several" counts without saying how many."""
    (number,) = numbers.find(text)

    assert (number.low, number.high, number.words) == (None, None, words)


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("killed five — two of them by mines", [5, 2]),
        ("four dead and six wounded", [4, 6]),
        ("one, two", [1, 2]),
        ("on May 12 250 men", [12, 250]),
        ("10-5 is no range", [10, 5]),
        ("20, 30 and 40", [20, 30, 40]),
        ("a battalion of two hundred, five of them", [200, 5]),
    ],
)
def test_neighbours_stay_apart(text, values):
    """Figures of different things are not joined."""
    assert [n.low for n in numbers.find(text)] == values


def test_a_point_before_three_digits_keeps_its_other_reading():
    """Digits like "2.500" may be two and a half or two thousand five hundred."""
    (number,) = numbers.find("2.500 men")

    assert (number.low, number.grouped) == (2.5, 2500)


def test_a_fraction_counts_nothing():
    """Half a man is no count."""
    whole, half = numbers.find("12 men, 1.5 km")

    assert whole.is_whole
    assert not half.is_whole


@given(st.text(alphabet="0123456789.,/-–½ ٣３'eE_x:²onetwhudra \u00a0", max_size=60))
def test_any_text_gives_finite_positive_numbers_in_order(text):
    """Spans slice back, never overlap, and bounds are ordered."""
    end = 0
    for number in numbers.find(text):
        assert text[slice(*number.span)] == number.words
        assert end <= number.span[0] < number.span[1]
        end = number.span[1]
        if number.low is not None and number.high is not None:
            assert 0 < number.low <= number.high < numbers.MOST
            assert math.isfinite(number.high)


@given(st.integers(1, 10**9))
def test_thousands_may_be_parted(value):
    """A count reads the same with and without separators."""
    (plain,) = numbers.find(f"{value} men")
    (parted,) = numbers.find(f"{value:,} men")

    assert plain.low == parted.low == value


def _patterns():
    modules = (numbers, numbers_digits, numbers_words)
    return [p for m in modules for p in vars(m).values() if isinstance(p, re.Pattern)]


@pytest.mark.parametrize(
    "bait", ["1,", "9", "½ ", "two hundred and ", "1/", "a ", "tens of ", "5 to "]
)
def test_slow_bait_is_read_in_linear_time(bait):
    """No pattern and no reader goes quadratic on repetitions."""
    text = bait * (100_000 // len(bait))
    start = time.process_time()

    numbers.find(text)
    for pattern in _patterns():
        pattern.search(text)

    assert time.process_time() - start < 2
