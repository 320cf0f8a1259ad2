"""Tests of the measures of a sentence."""

import math
import re
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geoincidents import lexicon as lexicons
from geoincidents.claims import measures
from geoincidents.claims.measures import counts as measures_counts
from geoincidents.claims.measures import lengths as measures_lengths
from geoincidents.claims.measures import phrases as measures_phrases
from geoincidents.claims.measures import words as compiled
from geoincidents.claims.sentences import Sentence
from geoincidents.model import Hedge, MeasuredFrom, MeasureKind, Report
from geoincidents.vocabulary import Hit, HitKind

LEXICON = lexicons.load()
DEPTH, AREA, DISTANCE, LENGTH, WIDTH = (
    MeasureKind.DEPTH,
    MeasureKind.AREA,
    MeasureKind.DISTANCE,
    MeasureKind.LENGTH,
    MeasureKind.WIDTH,
)
TROOPS, KILLED, WOUNDED, CAPTURED, OTHER = (
    MeasureKind.TROOPS,
    MeasureKind.KILLED,
    MeasureKind.WOUNDED,
    MeasureKind.CAPTURED,
    MeasureKind.OTHER,
)
BORDER, PLACE, LINE, EARLIER, UNSAID = (
    MeasuredFrom.BORDER,
    MeasuredFrom.PLACE,
    MeasuredFrom.LINE,
    MeasuredFrom.EARLIER,
    MeasuredFrom.UNSAID,
)


def sentence(text, *, hits=(), offset=0):
    """Return a sentence that stands at an offset of its report."""
    whole = " " * offset + text
    report = Report(id="r", doc="r.txt", text=whole, text_sha256="", blocks=())
    span = (offset, len(whole))
    return Sentence(
        report=report, span=span, text=text, paragraph=0, in_title=False, hits=hits, mentions=()
    )


def find(text, **rest):
    """Return the measures of a sentence's text."""
    return measures.find(sentence(text, **rest), LEXICON)


def kinds(text):
    """Return kind, low bound and words of each measure."""
    return [(m.kind, m.low, m.passage.text) for m in find(text)]


LENGTHS = {
    "They advanced 3 1/2 kilometers into Tavaria.": (DEPTH, 3500, BORDER),
    "Troops moved up to 300 metres into the territory of Tavaria.": (DEPTH, 300, BORDER),
    "The column pushed 2 miles deep into the province.": (DEPTH, 3218.688, BORDER),
    "The unit stands half a kilometre inside the border.": (DEPTH, 500, BORDER),
    "The soldiers crossed a kilometre and a half into Tavaria.": (DEPTH, 1500, BORDER),
    "They advanced 400 metres at the edge of the ridge.": (DEPTH, 400, UNSAID),
    "The army went 12km inland.": (DEPTH, 12_000, BORDER),
    "They advanced to a depth of 4 km inside the region.": (DEPTH, 4000, BORDER),
    "It was a five-kilometre-deep incursion.": (DEPTH, 5000, UNSAID),
    "The fighters penetrated Tavarian territory by 700 metres.": (DEPTH, 700, BORDER),
    "Forces have advanced 1.2 km towards Lisk.": (DEPTH, 1200, UNSAID),
    "They moved 500 yards across the border.": (DEPTH, 457.2, BORDER),
    "Their presence reaches 900 m from the border.": (DEPTH, 900, BORDER),
    "The unit advanced another 300 metres.": (DEPTH, 300, EARLIER),
    "They pushed a further 2 km into Tavaria.": (DEPTH, 2000, EARLIER),
    "The troops moved 2 km deeper into the gorge.": (DEPTH, 2000, EARLIER),
    "They broke 3 km into the enemy's positions.": (DEPTH, 3000, LINE),
    "They advanced 400 metres into the village.": (DEPTH, 400, PLACE),
    "The fighting took place 5 km from the town of Lisk.": (DISTANCE, 5000, PLACE),
    "Lisk lies 30 km northwest of the corridor.": (DISTANCE, 30_000, PLACE),
    "The village is located 3 km from the border.": (DISTANCE, 3000, BORDER),
    "Shells fell 800 metres from the line of contact.": (DISTANCE, 800, LINE),
    "The camp is only 5 km. from the town.": (DISTANCE, 5000, PLACE),
    "The nearest post is 600 metres away.": (DISTANCE, 600, UNSAID),
    "Their troops withdrew 2 km from the border.": (DISTANCE, 2000, BORDER),
    "They were pulled back 500 metres into the rear.": (DISTANCE, 500, UNSAID),
    "The distance to the town was 11-12km.": (DISTANCE, 11_000, PLACE),
    "They are inside Tavaria, 2 km from the border.": (DEPTH, 2000, BORDER),
    "They advanced between 500 metres and 1 km into Tavaria.": (DEPTH, 500, BORDER),
    "Guns fired 5 km into Tavaria.": (DISTANCE, 5000, BORDER),
    "Shells fell 3 km inside the border.": (DISTANCE, 3000, BORDER),
    "Under fire, they advanced 3 km into Tavaria.": (DEPTH, 3000, BORDER),
    "The troops dug in 700 to 800 metres inside the territory.": (DEPTH, 700, BORDER),
    "They took control of 5 km of territory.": (OTHER, 5000, UNSAID),
    "The line moved 3 km westward.": (DEPTH, 3000, UNSAID),
    "They stand 4 km beyond the line of control.": (DEPTH, 4000, LINE),
    "They stopped within 5 km of Lisk.": (DISTANCE, 5000, PLACE),
    "People fled from a 5-6 km section of the road.": (LENGTH, 5000, UNSAID),
    "A 30-kilometre stretch of road was closed.": (LENGTH, 30_000, UNSAID),
    "They dug 12 km of trenches.": (LENGTH, 12_000, UNSAID),
    "The line is 40 km long.": (LENGTH, 40_000, UNSAID),
    "They hold positions for 7 km along the ridge.": (LENGTH, 7000, UNSAID),
    "The raid stretches 12 km into the region.": (DEPTH, 12_000, BORDER),
    "Posts stand at heights 3 km to the south of the village.": (DISTANCE, 3000, PLACE),
    "They pulled back 5 km from the line.": (DISTANCE, 5000, LINE),
    "It is a six-kilometre-long (3.7-mile) front.": (LENGTH, 6000, UNSAID),
    "The strip is 200 metres wide.": (WIDTH, 200, UNSAID),
    "A buffer zone with a width of 3 km is planned.": (WIDTH, 3000, UNSAID),
    "They demanded a 5-km buffer zone.": (WIDTH, 5000, UNSAID),
    "They seized 100 square kilometers of land.": (AREA, 100_000_000, UNSAID),
    "Some 10 sq. km were taken.": (AREA, 10_000_000, UNSAID),
    "It covers 2,700 hectares.": (AREA, 27_000_000, UNSAID),
    "An area of 4.5 km2 is held.": (AREA, 4_500_000, UNSAID),
    "An area of 4.5 km² is held.": (AREA, 4_500_000, UNSAID),
    "They lost 12 sq miles.": (AREA, 31_079_857.324032, UNSAID),
    "Fire burnt 50 acres.": (AREA, 202_342.82112, UNSAID),
    "They hold 300 dunams of farmland.": (AREA, 300_000, UNSAID),
    "A field of 900 square metres was mined.": (AREA, 900, UNSAID),
}
COUNTS = {
    "An estimated 250 Tavarian troops crossed the ridge.": [(TROOPS, 250, "250 Tavarian troops")],
    "About 60 men attacked the post.": [(TROOPS, 60, "60 men")],
    "They sent 2,000 peacekeeping troops.": [(TROOPS, 2000, "2,000 peacekeeping troops")],
    "Troops numbering about 200 entered.": [(TROOPS, 200, "200")],
    "It killed 280 soldiers, the worst toll since the war of 2020.": [
        (KILLED, 280, "280 soldiers")
    ],
    "A 40-strong unit entered.": [(TROOPS, 40, "40-strong")],
    "Four border guards were present.": [(TROOPS, 4, "Four border guards")],
    "Three soldiers were killed.": [(KILLED, 3, "Three soldiers")],
    "Three soldiers have reportedly been killed.": [(KILLED, 3, "Three soldiers")],
    "The ministry said 105 of its soldiers had died.": [(KILLED, 105, "105 of its soldiers")],
    "The blast killed at least 13 civilians and wounded 50 others.": [
        (KILLED, 13, "13 civilians"),
        (WOUNDED, 50, "50 others"),
    ],
    "Shelling left 14 dead and 40 wounded.": [(KILLED, 14, "14 dead"), (WOUNDED, 40, "40 wounded")],
    "The army lost 79 soldiers.": [(KILLED, 79, "79 soldiers")],
    "The war claimed 6,000 lives.": [(KILLED, 6000, "6,000 lives")],
    "The death toll rose to 12.": [(KILLED, 12, "12")],
    "The death toll has risen from 9 to 12.": [(KILLED, 12, "12")],
    "Three soldiers were killed and four wounded.": [
        (KILLED, 3, "Three soldiers"),
        (WOUNDED, 4, "four wounded"),
    ],
    "The mine killed four men and wounded one.": [
        (KILLED, 4, "four men"),
        (WOUNDED, 1, "wounded one"),
    ],
    "A drone struck a bus, killing two and injuring seven.": [
        (KILLED, 2, "killing two"),
        (WOUNDED, 7, "injuring seven"),
    ],
    "207 servicemen were killed or went missing.": [(KILLED, 207, "207 servicemen")],
    "About 70 of its soldiers are either wounded or dead.": [(OTHER, 70, "70 of its soldiers")],
    "24 are unaccounted for.": [(OTHER, 24, "24")],
    "Six soldiers are missing.": [(OTHER, 6, "Six soldiers")],
    "13 soldiers were captured.": [(CAPTURED, 13, "13 soldiers")],
    "They took prisoner two officers.": [(CAPTURED, 2, "two officers")],
    "Nine fighters surrendered.": [(CAPTURED, 9, "Nine fighters")],
    "Seven civilians had been injured when shells hit the village.": [
        (WOUNDED, 7, "Seven civilians")
    ],
    "Five villagers, two of them children, were wounded.": [
        (WOUNDED, 5, "Five villagers"),
        (WOUNDED, 2, "two of them"),
    ],
    "Two wounded soldiers reached the hospital.": [(WOUNDED, 2, "Two wounded soldiers")],
    "Four soldiers killed in shelling": [(KILLED, 4, "Four soldiers")],
    "Two gunmen killed three soldiers.": [(TROOPS, 2, "Two gunmen"), (KILLED, 3, "three soldiers")],
    "One soldier was killed.": [(KILLED, 1, "One soldier")],
    "Eight people lost their lives.": [(KILLED, 8, "Eight people")],
    "Eleven residents sustained shrapnel injuries.": [(WOUNDED, 11, "Eleven residents")],
    "Seven soldiers and two officers were killed.": [
        (KILLED, 7, "Seven soldiers"),
        (KILLED, 2, "two officers"),
    ],
    "The fire killed four servicemen and two civilians.": [
        (KILLED, 4, "four servicemen"),
        (KILLED, 2, "two civilians"),
    ],
    "Thirty prisoners were handed over.": [(OTHER, 30, "Thirty prisoners")],
    "They seized nine villages and two posts.": [
        (OTHER, 9, "nine villages"),
        (OTHER, 2, "two posts"),
    ],
    "It destroyed up to 20 military vehicles.": [(OTHER, 20, "20 military vehicles")],
    "Monitors noted two ceasefire violations.": [(OTHER, 2, "two ceasefire violations")],
    "15 of the positions lie inside the forest.": [(OTHER, 15, "15 of the positions")],
    "Shells damaged 20 residential buildings.": [(OTHER, 20, "20 residential buildings")],
    "Thirty civilians were evacuated.": [(OTHER, 30, "Thirty civilians")],
    "2.500 soldiers were deployed.": [(TROOPS, 2500, "2.500 soldiers")],
    "The deaths of 3 servicemen were reported.": [(KILLED, 3, "3 servicemen")],
    "Casualties stand at 3 killed, 5 wounded.": [
        (KILLED, 3, "3 killed"),
        (WOUNDED, 5, "5 wounded"),
    ],
    "One group had nine servicemen and the other 15.": [
        (TROOPS, 9, "nine servicemen"),
        (TROOPS, 15, "15"),
    ],
    "The blast killed 12 people, including three children.": [
        (KILLED, 12, "12 people"),
        (KILLED, 3, "three children"),
    ],
    "The mine killed a woman and wounded three more.": [(WOUNDED, 3, "three more")],
    "The ministry put its own dead at 135.": [(KILLED, 135, "135")],
    "The number of wounded rose to 160.": [(WOUNDED, 160, "160")],
    "Three of the wounded died.": [(KILLED, 3, "Three of the wounded")],
    "65 of those have died.": [(KILLED, 65, "65 of those")],
    "Rebels freed seven hostages.": [(OTHER, 7, "seven hostages")],
    "Shells hit the town, killing six and injuring dozens.": [
        (KILLED, 6, "killing six"),
        (WOUNDED, None, "dozens"),
    ],
    "Two men were badly injured and one died.": [(WOUNDED, 2, "Two men"), (KILLED, 1, "one")],
    "The remaining three soldiers returned.": [(TROOPS, 3, "three soldiers")],
    "They put the number of dead at between 10 and 15.": [(KILLED, 10, "10 and 15")],
    "Nine servicemen were in one group and in the other 15, it said.": [
        (TROOPS, 9, "Nine servicemen"),
        (TROOPS, 15, "15"),
    ],
    "Two Tavarian and three Liskan soldiers were killed.": [
        (KILLED, 2, "Two Tavarian"),
        (KILLED, 3, "three Liskan soldiers"),
    ],
    "Sixteen servicemen (12 soldiers and 4 officers) were killed.": [
        (KILLED, 16, "Sixteen servicemen"),
        (KILLED, 12, "12 soldiers"),
        (KILLED, 4, "4 officers"),
    ],
    "A total of 17 people died, 5 of them soldiers.": [
        (KILLED, 17, "17 people"),
        (KILLED, 5, "5 of them"),
    ],
    "Five of them spoke.": [],
    "Death toll in clash hits 34": [(KILLED, 34, "34")],
    "TWO SOLDIERS KILLED NEAR LISK": [(KILLED, 2, "TWO SOLDIERS")],
    "Mines killed or injured 20 people.": [(OTHER, 20, "20 people")],
    "More than 100 killed and wounded were counted.": [(OTHER, 100, "100 killed")],
    "One of its soldiers was killed.": [(KILLED, 1, "One of its soldiers")],
    "The man was killed by two gunmen.": [(TROOPS, 2, "two gunmen")],
    "At the base 12 soldiers were killed.": [(KILLED, 12, "12 soldiers")],
    "At least 12 may have died.": [(KILLED, 12, "12")],
    "Twelve people are feared dead.": [(KILLED, 12, "Twelve people")],
    "Fire left three people dead.": [(KILLED, 3, "three people dead")],
    "The bodies of 36 soldiers were found.": [(KILLED, 36, "36 soldiers")],
    "Several soldiers were wounded.": [(WOUNDED, None, "Several soldiers")],
    "250 troops crossed the border and killed two shepherds.": [
        (TROOPS, 250, "250 troops"),
        (KILLED, 2, "two shepherds"),
    ],
}
NO_MEASURES = {
    "age": "The 20-year-old conscript, aged 20, is alive.",
    "year": "In 2020 soldiers returned home.",
    "day of a month": "On May 12 soldiers arrived.",
    "day before a month": "On 12 May soldiers arrived.",
    "time of day": "At 10:30 men arrived, and at 5 p.m. others left.",
    "rank": "The 2nd soldier of the 102nd base spoke.",
    "article": "Article 4 troops were discussed.",
    "resolution": "Resolution 822 villages matter.",
    "money": "They paid $5 m and 30 million euros.",
    "percent": "20% of the troops and 15 percent of villages.",
    "calibre": "They fired 122 mm and 82-mm mortars.",
    "war named by days": "After the 44-day war and six weeks of fighting.",
    "duration": "For two days and three hours they waited.",
    "speed": "Winds of 60 km/h and 30 km per hour.",
    "height": "The pass lies 2,410 metres above sea level.",
    "altitude": "At an altitude of 3,000 m stands a post.",
    "unit by its number": "Unit 12 men are conscripts.",
    "hill by its height": "They hold height 1,204.",
    "one of": "One of the soldiers spoke.",
    "one of the wounded": "One of the wounded soldiers spoke.",
    "one village": "In one village people gathered.",
    "too deep": "They advanced 45,000 km into Tavaria.",
    "phone": "Call 555-0134 for help.",
    "weapon": "S-300 systems and Su-25 jets.",
    "states": "The two countries and three presidents met.",
    "exponent": "They moved 1e308 km into Tavaria.",
    "negative": "It was -5 km.",
    "half a man": "Some 1.5 soldiers.",
}
HEDGES = {
    "about 300 metres": Hedge.ABOUT,
    "some 300 metres": Hedge.ABOUT,
    "an estimated 300 metres": Hedge.ABOUT,
    "nearly 300 metres": Hedge.ABOUT,
    "roughly 300 metres": Hedge.ABOUT,
    "approximately 300 metres": Hedge.ABOUT,
    "a couple of hundred metres": Hedge.ABOUT,
    "300 metres or so": Hedge.ABOUT,
    "about another 300 metres": Hedge.ABOUT,
    "at least 300 metres": Hedge.AT_LEAST,
    "more than 300 metres": Hedge.AT_LEAST,
    "over 300 metres": Hedge.AT_LEAST,
    "no less than 300 metres": Hedge.AT_LEAST,
    "not less than 300 metres": Hedge.AT_LEAST,
    "300 metres or more": Hedge.AT_LEAST,
    "up to 300 metres": Hedge.AT_MOST,
    "no more than 300 metres": Hedge.AT_MOST,
    "not more than 300 metres": Hedge.AT_MOST,
    "less than 300 metres": Hedge.AT_MOST,
    "under 300 metres": Hedge.AT_MOST,
    "as much as 300 metres": Hedge.AT_MOST,
    "distances that add up to 300 metres": Hedge.EXACT,
    "300 metres": Hedge.EXACT,
    "only 300 metres": Hedge.EXACT,
    "several metres": Hedge.SEVERAL,
    "a few hundred metres": Hedge.SEVERAL,
}
SECOND_UNITS = {
    "They took 100 square kilometers (39 square miles) of land.": (100e6, ["39 square miles"]),
    "Lisk is 11 KM (seven miles) from the road.": (11_000, ["seven miles"]),
    "They went 2 miles (3.2 km) into Tavaria.": (3218.688, ["3.2 km"]),
    "They went 2 miles (about 3 km) into Tavaria.": (3218.688, ["3 km"]),
    "They went one kilometre, or 0.6 miles, into Tavaria.": (1000, ["0.6 miles"]),
}


@pytest.mark.parametrize(("text", "expected"), LENGTHS.items(), ids=LENGTHS)
def test_a_length_is_told_by_the_words_around_it(text, expected):
    """Depth, distance, length, width and area differ by their words."""
    (measure,) = find(text)

    assert (measure.kind, measure.low, measure.measured_from) == expected


@pytest.mark.parametrize(("text", "expected"), COUNTS.items(), ids=COUNTS)
def test_a_count_says_who_and_what_befell_them(text, expected):
    """Active, passive and shortened clauses are read alike."""
    assert kinds(text) == expected


@pytest.mark.parametrize("text", NO_MEASURES.values(), ids=NO_MEASURES)
def test_figures_that_measure_no_event_are_left_out(text):
    """Ages, years, money, ranks, labels and heights are no measures."""
    assert kinds(text) == []


@pytest.mark.parametrize(
    ("said", "kind"), [("was wounded", WOUNDED), ("were captured", CAPTURED), ("", KILLED)]
)
def test_who_claims_that_men_were_hit_has_not_killed_them(said, kind):
    """The verb behind the men tells what befell them."""
    (measure,) = find(f"Tavaria claimed two of its soldiers {said} on Monday.")

    assert measure.kind is kind


@pytest.mark.parametrize("verb", ["handed over", "turned over", "signed over"])
def test_what_is_handed_over_has_no_hedge_in_it(verb):
    """The "over" belongs to its verb, not to the number."""
    (measure,) = find(f"Tavaria {verb} 15 soldiers on Monday.")

    assert measure.hedge is Hedge.EXACT


@pytest.mark.parametrize(("words", "hedge"), HEDGES.items(), ids=HEDGES)
def test_the_hedge_is_read_and_left_out_of_the_words(words, hedge):
    """The figure's own words never hold its hedge."""
    (measure,) = find(f"They advanced {words} into Tavaria.")

    assert measure.hedge is hedge
    assert measure.passage.text.removeprefix("a ") in {
        "300 metres",
        "several metres",
        "few hundred metres",
        "couple of hundred metres",
    }


@pytest.mark.parametrize(("text", "expected"), SECOND_UNITS.items(), ids=SECOND_UNITS)
def test_two_units_of_one_quantity_are_one_measure(text, expected):
    """The second unit is kept beside the first, not counted again."""
    (measure,) = find(text)

    assert (measure.low, [p.text for p in measure.also]) == expected


def test_two_areas_stay_two():
    """Areas told as "10 in addition to 40" are never summed nor joined."""
    assert [m.low for m in find("They took 10 square km in addition to 40 square km.")] == [
        1e7,
        4e7,
    ]


def test_a_range_over_two_units_is_one_measure():
    """A range like "500 metres to 1 km" keeps both ends in the first one's unit."""
    (measure,) = find("They moved 500 metres to 1 km into Tavaria.")

    assert (measure.low, measure.high) == (500, 1000)
    assert (measure.value, measure.value_max, measure.unit) == (500, 1000, "m")


def test_a_range_keeps_both_ends():
    """The report's own values and their SI stand side by side."""
    (measure,) = find("They moved 2-3 km into Tavaria.")

    assert (measure.low, measure.high, measure.value, measure.value_max) == (2000, 3000, 2, 3)


def test_an_exact_value_has_no_second_one():
    """`value_max` is for ranges alone."""
    (measure,) = find("They moved 2 km into Tavaria.")

    assert (measure.value, measure.value_max, measure.unit) == (2, None, "km")


def test_vague_figures_keep_their_unit():
    """A figure like "several kilometers" has a unit and no value."""
    (measure,) = find("They crossed several kilometers into Tavaria.")

    assert (measure.kind, measure.value, measure.low, measure.unit) == (DEPTH, None, None, "km")


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("They took nine villages.", "villages"),
        ("They took a dozen military posts.", "posts"),
        ("They burnt 1 armoured vehicle.", "vehicles"),
        ("They killed 9 men.", "persons"),
    ],
)
def test_the_unit_of_a_count_is_its_noun(text, unit):
    """People are persons, things are their plural."""
    (measure,) = find(text)

    assert measure.unit == unit


def _hit(text, words, category, party="tv"):
    start = text.index(words)
    span = (start, start + len(words))
    return Hit(kind=HitKind.PARTY, category=category, keys=(party,), span=span)


@pytest.mark.parametrize(
    ("text", "words", "category"),
    [
        ("They killed 105 Tavarian troops.", "Tavarian", "adjective"),
        ("Five Tavarians were killed.", "Tavarians", "demonym"),
        ("It said 105 of Tavaria's soldiers had died.", "Tavaria", "name"),
        ("Tavaria's 2,000 soldiers stayed.", "Tavaria", "name"),
        ("They killed 12 soldiers of the Tavarian army.", "Tavarian", "adjective"),
    ],
)
def test_the_party_beside_the_noun_owns_the_figure(text, words, category):
    """Adjectives, demonyms and possessives say whose men they are."""
    (measure,) = find(text, hits=(_hit(text, words, category),))

    assert measure.of == "tv"


@pytest.mark.parametrize(
    "text",
    [
        "They breached five sections of the Tavarian-Liskan border.",
        "They hold five posts of Tavarian make.",
        "They killed 12 soldiers, Tavarian media said.",
    ],
)
def test_a_party_that_only_stands_near_owns_nothing(text):
    """A border of two sides and a source of news are no owners."""
    for measure in find(text, hits=(_hit(text, "Tavarian", "adjective"),)):
        assert measure.of is None


def test_a_party_elsewhere_owns_nothing():
    """The army that fires is not the one that loses men."""
    text = "Tavarian fire killed its 12 soldiers near Lisk."

    (measure,) = find(text, hits=(_hit(text, "Tavarian", "adjective"),))

    assert measure.of is None


def test_spans_count_from_the_report():
    """A sentence in the middle of a report gives the report's offsets."""
    told = sentence("They took nine villages.", offset=100)

    (measure,) = measures.find(told, LEXICON)

    assert measure.passage.span == (110, 123)
    assert told.report.text[110:123] == measure.passage.text


WORDS = st.sampled_from(
    [
        *("3 1/2", "km", "kilometres", "(2 miles)", "several", "soldiers", "were", "killed", "and"),
        *("wounded", "50", "others", "of", "its", "into", "the", "border", "from", ",", ".", "-5"),
        *("2,000", "two dozen", "villages", "1.500", "m", "about", "up to", "another", "lost", "½"),
        *("no-one", "death toll", "rose", "to", "12", "captured", "250-strong", "wide", "deep"),
        *(
            "long",
            "area",
            "sq. km",
            "ha",
            "a",
            "half",
            "mile",
            "than",
            "more",
            "including",
            "other",
        ),
    ]
)


@given(st.lists(WORDS, max_size=30).map(" ".join))
def test_any_sentence_gives_sound_measures(text):
    """Spans slice back; bounds are finite, above zero and ordered."""
    for measure in find(text, offset=7):
        start, end = measure.passage.span
        assert (" " * 7 + text)[start:end] == measure.passage.text != ""
        assert (measure.low is None) == (measure.high is None) == (measure.value is None)
        if measure.low is not None and measure.high is not None:
            assert 0 < measure.low <= measure.high
            assert math.isfinite(measure.high)
        assert (measure.hedge is Hedge.SEVERAL) == (measure.value is None)


def _patterns():
    modules = (measures, measures_counts, measures_lengths, measures_phrases)
    yield from (p for m in modules for p in vars(m).values() if isinstance(p, re.Pattern))
    words = compiled.of(LEXICON)
    yield from (
        words.unit,
        words.article_unit,
        *words.hedges.values(),
        *words.hedges_after.values(),
    )
    yield from words.phrases.values()


BAIT = [
    "about ",
    "at least ",
    "2 km (",
    "a ",
    "3 men and ",
    "km ",
    "killed ",
    " ",
    "of its ",
    "2 to ",
]


@pytest.mark.parametrize("bait", BAIT)
def test_slow_bait_is_read_in_linear_time(bait):
    """No pattern and no rule goes quadratic on repetitions."""
    text = bait * (50_000 // len(bait))
    start = time.process_time()

    find(text)
    for pattern in _patterns():
        pattern.search(text)

    assert time.process_time() - start < 2
