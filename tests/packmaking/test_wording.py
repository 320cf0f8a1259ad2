"""Names: what is one, and what it is as an id."""

import pytest

from geoincidents.packmaking import wording


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("Upper Lisk", "upper-lisk"),
        ("Łódka", "lodka"),
        ("Omen’s Ford", "omens-ford"),
        ("Əsgəran", "esgeran"),
        ("Лиск", "place"),
    ],
)
def test_an_id_is_lower_case_words(name, slug):
    """ASCII, joined by hyphens."""
    assert wording.slug(name) == slug


@pytest.mark.parametrize(
    "text", ["Lisk", "Upper Lisk", "Лискова", "Lisk-Omen", "Ma‘yan Lisk", "Omen's Ford"]
)
def test_a_name_is_kept(text):
    """Capitalised, four letters, one script."""
    assert wording.is_name(text)


@pytest.mark.parametrize(
    "text",
    ["VSG", "Ko", "lisk", "Most", "May", "Victoria", "Police", "Lisкov", "Lisk  Omen", "里斯"],
)
def test_what_is_no_safe_name_is_dropped(text):
    """Codes, syllables, words, given names, mixed scripts."""
    assert not wording.is_name(text)
