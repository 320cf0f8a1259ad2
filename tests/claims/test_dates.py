"""Tests of the dates of a sentence."""

import re
import time
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geoincidents import lexicon as lexicons
from geoincidents.claims import dates
from geoincidents.claims.dates import DateRelation
from geoincidents.claims.dates import found as dates_found
from geoincidents.claims.dates import words as dates_words
from geoincidents.claims.dates import written as dates_written
from geoincidents.claims.sentences import Sentence
from geoincidents.model import DateBasis, DatePrecision, Report, When

LEXICON = lexicons.load()
PUBLISHED = date(2022, 9, 14)  # a Wednesday
DAY, DAYS, WEEK, MONTH, LONGER, UNKNOWN = DatePrecision
EXPLICIT, COMPLETED, RELATIVE = DateBasis.EXPLICIT, DateBasis.COMPLETED, DateBasis.RELATIVE


def find(text, *, published=PUBLISHED, anchor=None, offset=0):
    """Return the dates of a sentence that stands at an offset of its report."""
    whole = " " * offset + text
    report = Report(id="r", doc="r", text=whole, text_sha256="", blocks=(), published=published)
    span = (offset, len(whole))
    told = Sentence(
        report=report, span=span, text=text, paragraph=0, in_title=False, hits=(), mentions=()
    )
    return dates.find(told, LEXICON, anchor=anchor)


def d(written):
    """Return a date of its ISO form; "05-12" is in the year of publication."""
    return date.fromisoformat(written if len(written) > 5 else f"2022-{written}")


EXACT_DAYS = {
    "Shots were fired at 09:30 May 12.": ("05-12", COMPLETED),
    "As of 08:14 May 12, 2021, shots were fired.": ("2021-05-12", EXPLICIT),
    "Shots were fired on May 12.": ("05-12", COMPLETED),
    "Shots were fired early on 12 May.": ("05-12", COMPLETED),
    "Shots were fired on the 12th of May.": ("05-12", COMPLETED),
    "Shots were fired on May 12, 2021.": ("2021-05-12", EXPLICIT),
    "Shots were fired on 12 May 2021.": ("2021-05-12", EXPLICIT),
    "Shots were fired on 12 May, 2021.": ("2021-05-12", EXPLICIT),
    "Shots were fired on 2021-05-12.": ("2021-05-12", EXPLICIT),
    "Shots were fired on 12.05.2021.": ("2021-05-12", EXPLICIT),
    "Lisk/17.12.20/Tavar: shots were fired.": ("2020-12-17", COMPLETED),
    "Shots were fired on 25/12/2021.": ("2021-12-25", EXPLICIT),
    "Shots were fired on 12/25/2021.": ("2021-12-25", EXPLICIT),
    "Shots were fired on Sept. 13.": ("09-13", COMPLETED),
    "Shots were fired on Dec 30.": ("2021-12-30", COMPLETED),
    "SHOTS WERE FIRED ON MAY 12": ("05-12", COMPLETED),
    "Shots were fired at 10:30 a.m. on September 13.": ("09-13", COMPLETED),
    "Shots were fired on February 29.": ("2020-02-29", COMPLETED),
    "Shots were fired on Tuesday.": ("09-13", RELATIVE),
    "Shots were fired on Friday last week.": ("09-09", RELATIVE),
    "Shots were fired on the Tuesday morning of last week.": ("09-06", RELATIVE),
    "Shots were fired on Wednesday.": ("09-14", RELATIVE),
    "Shots were fired on Thursday.": ("09-08", RELATIVE),
    "The fighting that erupted late on Tuesday goes on.": ("09-13", RELATIVE),
    "The ministry said on Tuesday that it will reply.": ("09-13", RELATIVE),
    "Shots were fired yesterday.": ("09-13", RELATIVE),
    "Shots were fired this morning.": ("09-14", RELATIVE),
    "Shots were fired last night.": ("09-13", RELATIVE),
    "Shots were fired the day before yesterday.": ("09-12", RELATIVE),
    "Shots were fired two days ago.": ("09-12", RELATIVE),
    "Shots were fired on the 11th.": ("09-11", COMPLETED),
    "Shots were fired on the 20th.": ("08-20", COMPLETED),
    "Shots were fired on Tuesday, September 13, 2022.": ("09-13", EXPLICIT),
    "Shots were fired on Tuesday (September 13).": ("09-13", COMPLETED),
    "Shots were fired shortly after midnight on May 12 (Thursday).": ("05-12", COMPLETED),
    "Shots were fired on May 12 last year.": ("2021-05-12", COMPLETED),
    "Shots were fired on 12 May of this year.": ("05-12", COMPLETED),
    "Shots were fired on the 7th of this month.": ("09-07", COMPLETED),
    "They came this Monday.": ("09-12", RELATIVE),
    "On May 12 and again and again.": ("05-12", COMPLETED),
    "On September 13 14 men died.": ("09-13", COMPLETED),
    "On September 13 and 14 men fired.": ("09-13", COMPLETED),
    "Shots were fired in the small hours of Monday.": ("09-12", RELATIVE),
}
SPANS = {
    "It lasted from May 12 to 14.": ("05-12", "05-14", DAYS),
    "Clashes of September 13-14 go on.": ("09-13", "09-14", DAYS),
    "On the night of 12-13 September shots were fired.": ("09-12", "09-13", DAYS),
    "Between 12 and 14 September shots were fired.": ("09-12", "09-14", DAYS),
    "Between September 12 and September 14 shots were fired.": ("09-12", "09-14", DAYS),
    "From August 30 to September 2 shots were fired.": ("08-30", "09-02", DAYS),
    "From 30 December 2021 to 2 January 2022 shots were fired.": ("2021-12-30", "2022-01-02", DAYS),
    "From December 30 to January 2 shots were fired.": ("2021-12-30", "2022-01-02", DAYS),
    "On September 12 and 13, shots were fired.": ("09-12", "09-13", DAYS),
    "Shots were fired overnight into Sunday.": ("09-10", "09-11", DAYS),
    "Shots were fired overnight.": ("09-13", "09-14", DAYS),
    "Shots were fired on Monday and Tuesday.": ("09-12", "09-13", DAYS),
    "Between 9 p.m. on September 12 and 6 a.m. on September 13.": ("09-12", "09-13", DAYS),
    "From 2220 on September 12 to 0005 on September 13 shots were fired.": ("09-12", "09-13", DAYS),
    "It lasted from 11 p.m. Monday until 3 a.m. Tuesday.": ("09-12", "09-13", DAYS),
    "It lasted from late Monday to early Tuesday.": ("09-12", "09-13", DAYS),
    "Over the weekend shots were fired.": ("09-10", "09-11", DAYS),
    "Shots were fired in the past week.": ("09-07", "09-14", WEEK),
    "Shots were fired from Saturday to Monday.": ("09-10", "09-12", DAYS),
    "Over the past two days shots were fired.": ("09-12", "09-14", DAYS),
    "Shots were fired last week.": ("09-05", "09-11", WEEK),
    "Shots were fired earlier this week.": ("09-12", "09-14", WEEK),
    "Shots were fired in May 2021.": ("2021-05-01", "2021-05-31", MONTH),
    "Shots were fired in May.": ("05-01", "05-31", MONTH),
    "Shots were fired in May last year.": ("2021-05-01", "2021-05-31", MONTH),
    "Shots were fired in May of last year.": ("2021-05-01", "2021-05-31", MONTH),
    "Shots were fired last May.": ("05-01", "05-31", MONTH),
    "Shots were fired in late October.": ("2021-10-01", "2021-10-31", MONTH),
    "Shots were fired last month.": ("08-01", "08-31", MONTH),
    "Shots were fired two months ago.": ("07-01", "07-31", MONTH),
    "Shots were fired in 2020.": ("2020-01-01", "2020-12-31", LONGER),
    "Shots were fired late last year.": ("2021-01-01", "2021-12-31", LONGER),
    "Shots were fired last autumn.": ("2021-09-01", "2021-11-30", LONGER),
    "Shots were fired in the summer of 2021.": ("2021-06-01", "2021-08-31", LONGER),
    "Land was held in the 1990s.": ("1990-01-01", "1999-12-31", LONGER),
    "A war of 1991-94 ended.": ("1991-01-01", "1994-12-31", LONGER),
}
RELATIONS = {
    "Held since May 12, 2021.": DateRelation.SINCE,
    "Held since the early 1990s.": DateRelation.SINCE,
    "Held since last year.": DateRelation.SINCE,
    "Held from the 1990s on, and given back.": DateRelation.SINCE,
    "Sent after the 2020 border war.": DateRelation.NAMES,
    "Held until 12 May.": DateRelation.UNTIL,
    "Gone by the morning of Tuesday.": DateRelation.BY,
    "Fired before September 13.": DateRelation.BEFORE,
    "Fired after the ceasefire on September 13.": DateRelation.AT,
    "Fired after September 13.": DateRelation.AFTER,
    "Fired on September 13.": DateRelation.AT,
    "Fired from September 12 to 13.": DateRelation.AT,
    "Fired between Monday and Tuesday.": DateRelation.AT,
    "Fired from 10 p.m. on Monday to 3 a.m. on Tuesday.": DateRelation.AT,
    "Fighting lasted two days.": DateRelation.DURATION,
    "The 44-day war ended.": DateRelation.DURATION,
    "After six weeks of fighting.": DateRelation.DURATION,
}
NO_DATES = {
    "modal verb": "They may fire 12 shots and May never stop.",
    "verb": "They march 12 km; March on!",
    "short weekdays": "The sun rose, Sun shone and he Sat down.",
    "paper": "The Sunday Times and the Friday Observer wrote.",
    "named weekday": "Bloody Sunday and Black Friday are names.",
    "impossible day": "On February 30 and on 31.04.2021 nothing can be.",
    "time of day": "At 10:30 and at 5 p.m. shots were fired.",
    "figure": "Some 2,020 men and 1999 shells.",
    "version": "Version 1.2.3 of rule 12.34.56.",
    "ordinal": "The 13th brigade and the 2nd corps.",
    "bare season": "In autumn leaves fall.",
    "score": "They won 12-5.",
    "far year": "In 9999 and in 1200 nothing happened.",
    "bare month name": "June and April are sisters.",
}
FUTURE = {
    "They will meet on Tuesday.": "09-20",
    "Talks are to be held on Tuesday.": "09-20",
    "Talks would resume on Wednesday.": "09-14",
    "A mission is expected in Lisk, the capital, on Thursday.": "09-15",
    "They meet next Tuesday.": "09-20",
    "They meet this Friday.": "09-16",
    "They meet tomorrow.": "09-15",
    "They will meet on October 3.": "10-03",
}


@pytest.mark.parametrize(("text", "expected"), EXACT_DAYS.items(), ids=EXACT_DAYS)
def test_a_day_is_worked_out(text, expected):
    """Full, partial and relative dates give one day and its basis."""
    (dated,) = find(text)

    assert (dated.when.start, dated.when.end) == (d(expected[0]), d(expected[0]))
    assert (dated.when.prec, dated.when.basis) == (DAY, expected[1])
    assert not dated.future


@pytest.mark.parametrize(("text", "expected"), SPANS.items(), ids=SPANS)
def test_a_span_of_days_keeps_both_ends(text, expected):
    """Nights, weeks, months and years include their last day."""
    (dated,) = find(text)

    start, end, prec = expected
    assert (dated.when.start, dated.when.end, dated.when.prec) == (d(start), d(end), prec)


@pytest.mark.parametrize(("text", "relation"), RELATIONS.items(), ids=RELATIONS)
def test_the_preposition_gives_the_relation(text, relation):
    """Since, until, before, after and durations are told apart from "on"."""
    (dated,) = find(text)

    assert dated.relation is relation


@pytest.mark.parametrize("text", NO_DATES.values(), ids=NO_DATES)
def test_words_that_only_look_like_dates_are_none(text):
    """Verbs, names, ranks, scores and impossible days are no dates."""
    assert [x.when.passage.text for x in find(text)] == []


@pytest.mark.parametrize(("text", "day"), FUTURE.items(), ids=FUTURE)
def test_what_is_to_come_is_marked(text, day):
    """A future verb or "next" moves the reading past publication."""
    (dated,) = find(text)

    assert dated.future
    assert dated.when.start == d(day)


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("They fired on May 12 and again the next day.", ["05-12", "05-13"]),
        (
            "They fired on May 12, the following day and two days later.",
            ["05-12", "05-13", "05-15"],
        ),
        ("They fired on Tuesday; a day earlier they had come.", ["09-13", "09-12"]),
        ("They came on May 12 and left the same day.", ["05-12", "05-12"]),
        ("They fired on May 12 and 20.", ["05-12", "05-20"]),
        ("It began on 27 September 2020 and ended on 10 November.", ["2020-09-27", "2020-11-10"]),
        ("They left the day before September 13.", ["09-12", "09-13"]),
        ("It came three days after the truce of 10 May.", ["05-13", "05-10"]),
        ("They fired on September 27 and October 3, 2020.", ["2020-09-27", "2020-10-03"]),
    ],
)
def test_several_dates_of_a_sentence_lean_on_each_other(text, days):
    """Words like "the next day" count from the date before; a year serves the whole list."""
    assert [x.when.start for x in find(text)] == [d(day) for day in days]


def test_the_next_day_counts_from_the_anchor():
    """The date of the sentence before is where "the next day" starts."""
    anchor = When(start=d("05-12"), end=d("05-12"), prec=DAY, basis=EXPLICIT)

    (dated,) = find("They fired again the next day.", anchor=anchor)

    assert (dated.when.start, dated.when.basis) == (d("05-13"), RELATIVE)


def test_weeks_later_are_good_to_a_week():
    """Words like "two weeks later" name no day."""
    _, later = find("It began on May 12 and ended two weeks later.")

    assert (later.when.start, later.when.end) == (d("05-23"), d("05-29"))
    assert later.when.prec is WEEK


def test_a_day_after_something_undated_is_unknown():
    """Words like "a day after the village" do not count from the date told before."""
    anchor = When(start=d("05-12"), end=d("05-12"), prec=DAY, basis=EXPLICIT)

    (dated,) = find("The town fell a day after the village.", anchor=anchor)

    assert dated.when.start is None


def test_the_next_day_without_a_day_before_is_unknown():
    """Nothing is counted from a month or from publication."""
    anchor = When(start=d("05-01"), end=d("05-31"), prec=MONTH, basis=EXPLICIT)

    for dated in (
        *find("They fired the next day."),
        *find("They fired the next day.", anchor=anchor),
    ):
        assert (dated.when.start, dated.when.prec) == (None, UNKNOWN)


@pytest.mark.parametrize(
    "text",
    [
        "Fired on Tuesday.",
        "Fired on May 12.",
        "Fired yesterday.",
        "Fired in May.",
        "Fired last week.",
    ],
)
def test_without_publication_nothing_is_filled(text):
    """Words that need a date of publication give none, never today's."""
    (dated,) = find(text, published=None)

    assert (dated.when.start, dated.when.end) == (None, None)
    assert (dated.when.prec, dated.when.basis) == (UNKNOWN, DateBasis.NONE)


def test_without_publication_a_full_date_stands():
    """A date with its year needs no publication."""
    (dated,) = find("Fired on May 12, 2021.", published=None)

    assert dated.when.start == date(2021, 5, 12)


def test_a_bare_month_keeps_the_year_before():
    """A bare "in May" of a September report may be either year's May."""
    (dated,) = find("They took it in May.")

    assert dated.when.alternatives == ((date(2021, 5, 1), date(2021, 5, 31)),)


def test_a_slash_date_keeps_both_orders():
    """05/12 is the fifth of December or the twelfth of May."""
    (dated,) = find("Fired on 05/12/2021.")

    assert dated.when.start == date(2021, 12, 5)
    assert dated.when.alternatives == ((date(2021, 5, 12), date(2021, 5, 12)),)


def test_last_weekday_keeps_the_week_before():
    """A "last Tuesday" on a Wednesday may be yesterday or the week before."""
    (dated,) = find("Fired last Tuesday.")

    assert dated.when.start == d("09-13")
    assert dated.when.alternatives == ((d("09-06"), d("09-06")),)


def test_the_words_of_a_date_are_kept():
    """The passage is the report's own slice, without the preposition."""
    (dated,) = find("They fired on May 12, 2021.", offset=40)

    assert dated.when.passage.text == "May 12, 2021"
    assert dated.span == dated.when.passage.span == (54, 66)


@pytest.mark.parametrize(
    ("published", "text", "day"),
    [
        (date(2022, 1, 2), "Fired on December 31.", date(2021, 12, 31)),
        (date(2022, 1, 1), "Fired on Friday.", date(2021, 12, 31)),
        (date(2021, 5, 13), "Fired on May 14.", date(2021, 5, 14)),
        (date(2021, 5, 10), "Fired on May 14.", date(2020, 5, 14)),
        (date(2024, 3, 1), "Fired on February 29.", date(2024, 2, 29)),
    ],
)
def test_years_are_filled_backwards(published, text, day):
    """The reading nearest before publication holds, with a day's grace for time zones."""
    (dated,) = find(text, published=published)

    assert dated.when.start == day


@pytest.mark.parametrize("published", [date.min, date(1800, 1, 1), date.max])
@pytest.mark.parametrize(
    "text", [*EXACT_DAYS, *SPANS, *FUTURE, "Fired 999 years ago and the next day."]
)
def test_the_ends_of_the_calendar_raise_nothing(published, text):
    """Dates beyond the calendar are none, not an error."""
    for dated in find(text, published=published):
        assert (dated.when.start is None) == (dated.when.end is None)


WORDS = st.sampled_from(
    [
        *("May", "12", "13th", "2021", ",", "-", "and", "to", "from", "between", "on", "the", "in"),
        *("Tuesday", "last", "next", "week", "two", "days", "ago", "later", "overnight", "into"),
        *("yesterday", "the next day", "12.05.2021", "2021-05-12", "September", "will", "said"),
        *(
            "1990s",
            "since",
            "until",
            "early",
            "(",
            ")",
            "of",
            "a",
            "year",
            "31",
            "summer",
            "May 12",
        ),
    ]
)


@given(st.lists(WORDS, max_size=25).map(" ".join), st.dates())
def test_any_sentence_gives_sound_dates(text, published):
    """Spans slice back, never overlap, and starts are never after ends."""
    end = 0
    for dated in find(text, published=published, offset=5):
        assert (" " * 5 + text)[slice(*dated.span)] == dated.when.passage.text != ""
        assert end <= dated.span[0]
        end = dated.span[1]
        readings = [(dated.when.start, dated.when.end), *dated.when.alternatives]
        assert all(a is b is None or a <= b for a, b in readings)
        assert (dated.when.start is None) == (dated.when.prec is UNKNOWN)


def _patterns():
    words = dates_words.of(LEXICON)
    modules = (dates, dates_found, dates_written)
    yield from (p for m in modules for p in vars(m).values() if isinstance(p, re.Pattern))
    yield from (*words.gates.values(), words.bare_month, words.bare_year)
    yield from (*words.patterns.values(), *words.relations.values())


BAIT = [
    "May 12 ",
    "Tuesday ",
    "12-",
    "12.",
    "two days ",
    "since the ",
    " ",
    "overnight ",
    "2021",
    "a ",
    "12 and ",
]


@pytest.mark.parametrize("bait", BAIT)
def test_slow_bait_is_read_in_linear_time(bait):
    """No pattern and no rule goes quadratic on repetitions."""
    text = bait * (25_000 // len(bait))
    start = time.process_time()

    find(text)
    for pattern in _patterns():
        pattern.search(text)

    assert time.process_time() - start < 2
