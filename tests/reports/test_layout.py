"""Titles, datelines, credits and page furniture are told from the report itself."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from geoincidents import lexicon, text
from geoincidents.model import BlockKind
from geoincidents.reports import documents, press

BODY = "The army of Lisk said on Tuesday that two soldiers were wounded near Dorn."

FURNITURE = [
    "Advertisement",
    "ADVERTISEMENT - CONTINUE READING BELOW",
    "Most Read from the Lisk Post",
    "Read more: Talks resume in Dorn",
    "Related Stories",
    "Subscribe to our newsletter",
    "Sign up for our daily email newsletter!",
    "Download the Lisk Post app",
    "Please try again later.",
    "Share this article",
    "Facebook Twitter WhatsApp Email",
    "We use cookies to improve your experience on this site.",
    "All rights reserved.",
    "Photo: Jane Roe/Getty Images",
    "soldiers-at-dorn.jpg",
    "app-store-badge_EN",
    "Follow us on Telegram",
    "Tags: Lisk, border, army",
    "12 comments",
    "https://example.org/a/b?c=d",
    "* * *",
    "Enable JavaScript to view comments.",
    "3 min read",
    "You may also like",
]

SENTENCES = [
    "More news is expected from the front on Friday, a spokesman said.",
    "Read the reports of both armies and you see two different wars.",
    "By Friday the army had taken the hill.",
    "Follow-up attacks on Dorn wounded three soldiers.",
    "Print shops in Dorn were hit by shells.",
    "The video shows two tanks on the road to Dorn.",
    "Share of ground held by Lisk fell to a third, the ministry said.",
    "Home of 300 people, the village of Dorn was shelled overnight.",
    "Loading of munitions onto trucks was seen near the border.",
    "Please leave the village by noon, the army told residents of Dorn.",
    "Two people died: a soldier and a farmer.",
]


@pytest.mark.parametrize("line", FURNITURE)
def test_page_furniture_is_masked(line, read_one, words_of):
    """Lines of the page about a report are no words of it."""
    report = read_one(f"{BODY}\n\n{line}\n\nThe ministry of Lisk denied it.\n")

    assert words_of(report, "furniture") == [line]


@pytest.mark.parametrize("line", SENTENCES)
def test_a_sentence_is_never_furniture(line, read_one, words_of):
    """A word of a page in a sentence does not lose the sentence."""
    report = read_one(f"{BODY}\n\n{line}\n\nThe ministry of Lisk denied it.\n")

    assert words_of(report, "body") == [f"{BODY}\n\n{line}\n\nThe ministry of Lisk denied it."]


def test_links_after_the_last_sentence_are_furniture(read_one, words_of):
    """Once page furniture has begun, short lines without a full stop belong to it."""
    report = read_one(f"{BODY}\n\nRelated stories\n\nA market in Dorn\n\nThe price of wheat\n")

    assert words_of(report, "furniture") == [
        "Related stories\n\nA market in Dorn\n\nThe price of wheat"
    ]


def test_tags_and_scripts_are_masked_inside_a_line(read_one, words_of):
    """The sentence about a tag stays."""
    report = read_one(f'{BODY} <img src="x" alt="y"> It rained.\n<script>if (a<b) f()</script>\n')

    assert words_of(report, "furniture") == [
        '<img src="x" alt="y">',
        "<script>if (a<b) f()</script>",
    ]
    assert "if (a" not in text.masked(report)


def test_a_sign_before_a_figure_is_no_tag(read_one, words_of):
    """Prose may say that losses were "< 5"."""
    report = read_one("Losses were < 5 men and > 2 men.")

    assert not words_of(report, "furniture")


@pytest.mark.parametrize(
    ("line", "dateline"),
    [
        ("Liskgrad (AFP) – Two men died.", "Liskgrad (AFP) –"),
        ("LISKGRAD -- Two men died.", "LISKGRAD --"),
        ("LISKGRAD—Two men died.", "LISKGRAD—"),
        ("UPPER DORN, Lisk (AP) — Two men died.", "UPPER DORN, Lisk (AP) —"),
        ("LISKGRAD, May 27. /TASS/. Two men died.", "LISKGRAD, May 27. /TASS/."),
        ("LISKGRAD, DECEMBER 9, XINHUA. Two men died.", "LISKGRAD, DECEMBER 9, XINHUA."),
        ("LISKGRAD, Lisk, May 13. Two men died.", "LISKGRAD, Lisk, May 13."),
        ("Liskgrad /Lisknews/. Two men died.", "Liskgrad /Lisknews/."),
        ("Liskgrad/17.12.20/Lisknews: Two men died.", "Liskgrad/17.12.20/Lisknews:"),
        ("(Bloomberg) -- Two men died.", "(Bloomberg) --"),
        ("LISKGRAD, Oct 7 (Reuters) - Two men died.", "LISKGRAD, Oct 7 (Reuters) -"),
        ("LISKGRAD: Two men died.", "LISKGRAD:"),
        ("Liskgrad. April 5. INTERFAX – Two men died.", "Liskgrad. April 5. INTERFAX –"),
        ("LISKGRAD (Lisknews) — Two men died.", "LISKGRAD (Lisknews) —"),
    ],
)
def test_a_dateline_is_set_off(line, dateline, read_one, words_of):
    """The place of the desk is no place of the event."""
    report = read_one(f"{line}\n\n{BODY}\n")

    assert words_of(report, "dateline") == [dateline]


def test_a_dateline_may_have_a_line_of_its_own(read_one, words_of):
    """Place, month and day stand over the text."""
    report = read_one(f"Liskgrad, September 19\n\n{BODY}\n")

    assert words_of(report, "dateline") == ["Liskgrad, September 19"]


@pytest.mark.parametrize(
    "line",
    [
        "On May 12, 2021. It began.",
        "Two men – a farmer and a soldier – died.",
        "President Roe (Unity Party) – said so.",
        "In Dorn, two men (Reuters said) - died.",
        "Shelling resumed: two men died.",
    ],
)
def test_a_sentence_is_no_dateline(line, read_one, words_of):
    """Dashes, brackets and dates alone make none."""
    report = read_one(f"{line}\n\n{BODY}\n")

    assert not words_of(report, "dateline")


@pytest.mark.parametrize(
    ("line", "origins"),
    [
        ("By RFE/RL's Lisk Service", ["RFE/RL"]),
        ("By Jane Roe, Associated Press", ["AP"]),
        ("With AFP", ["AFP"]),
        ("— Bloomberg News", ["Bloomberg"]),
        ("©2022 Bloomberg L.P.", ["Bloomberg"]),
        ("(Reuters)", ["Reuters"]),
        ("Source: Xinhua", ["Xinhua"]),
        ("AFP/Reuters", ["AFP", "Reuters"]),
    ],
)
def test_a_credit_names_the_origin(line, origins, read_one, words_of):
    """The wire stands in place of the outlet, with the words that say so."""
    report = read_one(f"{BODY}\n\n{line}\n", sources="file,publisher\nreport.txt,The Lisk Post\n")

    assert words_of(report, "credit") == [line]
    assert [o.name for o in report.origins] == origins
    assert all(o.passage.text in line for o in report.origins)


def test_helpers_come_after_the_outlet(read_one):
    """To be thanked for reporting does not make a text the helper's."""
    report = read_one(
        f"{BODY}\n\nWith reporting by Reuters and TASS\n",
        sources="file,publisher\nreport.txt,The Lisk Post\n",
    )

    assert [(o.name, o.helped) for o in report.origins] == [
        ("The Lisk Post", False),
        ("Reuters", True),
        ("TASS", True),
    ]


def test_a_wire_after_the_last_sentence_is_a_credit(read_one, words_of):
    """A dash and a name may end the last paragraph."""
    report = read_one(f"{BODY} — Reuters\n")

    assert words_of(report, "credit") == ["— Reuters"]
    assert [o.name for o in report.origins] == ["Reuters"]


@pytest.mark.parametrize(
    "publisher", ["AFP / The Lisk Post", "The Lisk Post with AFP", "AFP (The Lisk Post)"]
)
def test_a_wire_in_the_publisher_is_the_origin(publisher, read_one):
    """Two outlets that print one wire share an origin."""
    report = read_one(BODY, sources=f"file,publisher\nreport.txt,{publisher}\n")

    assert [(o.name, o.passage) for o in report.origins] == [("AFP", None)]


def test_the_outlets_own_line_is_a_credit(read_one, words_of):
    """Its name over the text is no sentence."""
    report = read_one(
        f"A quiet night\n\nLisk Post\n\n{BODY}\n",
        sources="file,publisher\nreport.txt,AFP / Lisk Post\n",
    )

    assert words_of(report, "credit") == ["Lisk Post"]


def test_a_headline_is_the_title(read_one, words_of):
    """A first line without a full stop, over a blank line."""
    report = read_one(f"Two soldiers wounded near Dorn\n\n{BODY}\n")

    assert words_of(report, "title") == ["Two soldiers wounded near Dorn"]
    assert report.title == "Two soldiers wounded near Dorn"


def test_a_first_sentence_is_no_title(read_one, words_of):
    """Texts without a headline lose nothing."""
    report = read_one(f"{BODY}\n\nThe ministry denied it.\n")

    assert not words_of(report, "title")
    assert report.title == ""


def test_the_first_line_of_a_wrapped_text_is_no_title(read_one, words_of):
    """A headline stands alone."""
    report = read_one("The army of Lisk said on Tuesday that\ntwo soldiers had left Dorn.\n")

    assert not words_of(report, "title")
    assert report.title == ""


def test_a_line_like_the_given_title_is_the_title(read_one, words_of):
    """Case and marks may differ."""
    report = read_one(
        f"“Two soldiers wounded”, says Lisk.\n\n{BODY}\n",
        sources="file,title\nreport.txt,\"'Two Soldiers Wounded', Says Lisk\"\n",
    )

    assert words_of(report, "title") == ["“Two soldiers wounded”, says Lisk."]


EDGES = ["LISKGRAD (AFP) --", "By Jane Roe", "<b>", "</script>", "<!--", "\r\n", "title: x"]
ENGLISH = lexicon.load()
PIECES = [*FURNITURE, *SENTENCES, *EDGES, "\n", "\n\n", " ", "• "]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(PIECES) | st.text(max_size=12)))
def test_blocks_cover_a_text_without_gaps(pieces):
    """Whatever comes in, each character is in one block and origins slice back."""
    words = "".join(pieces)
    if not words.strip():
        return
    report, _ = documents.make(words, "a.txt", None, press.of(ENGLISH))
    ends = [0, *(b.span[1] for b in report.blocks)]

    assert [b.span[0] for b in report.blocks] == ends[:-1]
    assert ends[-1] == len(words)
    assert all(b.span[0] < b.span[1] for b in report.blocks)
    assert len(text.masked(report)) == len(words)
    assert all(words[slice(*o.passage.span)] == o.passage.text for o in report.origins if o.passage)


def test_nothing_but_furniture_is_still_a_report(read_one):
    """A page without a text has blocks, and no body."""
    report = read_one("Advertisement\n\nShare\n")

    assert {b.kind for b in report.blocks} == {BlockKind.FURNITURE}


BAIT = [
    "a ", "share ", "home > ", "afp, ", "afp and ", "by a ", "terms | ", "#a ", "-", "a-", "(",
    "most read ", "our newsletter ", "we use cookies ", "javascript enable ", "contributed ",
    "1 may 2021 ", "a.b.", "By A. ", "KYIV (AP) ", "/A/ ", "<a ", "<!-- ", "</", "a_b-",
]  # fmt: skip


@pytest.mark.parametrize("unit", BAIT)
def test_bait_for_patterns_is_read_at_once(unit):
    """No line of any kind takes longer than a millisecond or so."""
    line = (unit * 300)[:299]
    start = time.process_time()
    documents.make(f"{line}\n\n" * 100, "a.txt", None, press.of(ENGLISH))
    documents.make(unit * 10_000, "a.txt", None, press.of(ENGLISH))

    assert time.process_time() - start < 0.5


def test_a_first_line_that_ends_in_a_quoted_sentence_is_no_title(read_one):
    """A full stop inside the closing mark ends a sentence."""
    report = read_one('The ministry said: "They have crossed the ford."\n\nIt rained all day.\n')

    assert report.title == ""
