"""Whole short reports: one event over several sentences, several in one."""

import time

import pytest

from geoincidents.model import Modality


def test_one_event_over_two_sentences_is_one(events):
    """The words "the attack" tell more of what was told before."""
    told = events(
        "Norlandic forces shelled the village of Karvan on Monday. "
        "The attack killed three civilians, Sudria's government said."
    )

    assert len(told) == 1
    assert told[0]["by"] == ["narrator", "sudria"]
    assert told[0]["figures"] == ["three civilians"]


def test_losses_of_both_sides_hang_on_one_clash(events):
    """Each side's losses belong to the same fighting."""
    told = events(
        "Fighting erupted near Ostel on Tuesday. Sudria said 12 of its soldiers were killed. "
        "Norland said it lost five soldiers."
    )

    assert len(told) == 1
    assert told[0]["by"] == ["narrator", "norland", "sudria"]


def test_two_places_on_two_days_are_two_events(events):
    """Different places and dates are told apart."""
    told = events(
        "Norlandic troops entered Ostel on 3 March. Norlandic troops entered Brevik on 7 March."
    )

    assert [e["date"] for e in told] == ["2024-03-03", "2024-03-07"]


def test_two_areas_are_two_seizures(events):
    """Land told of by "in addition to" is an event of its own."""
    told = events(
        "Terek said Norlandic forces had taken 10 square km of Sudrian land "
        "in addition to 40 square km they had occupied in January."
    )

    assert [e["figures"] for e in told] == [["10 square km"], ["40 square km"]]


def test_a_headline_and_its_story_are_one_event(events):
    """The same event told in short first is told once."""
    told = events(
        "Norlandic troops enter Ostel\n\n"
        "Norlandic troops entered the Sudrian village of Ostel on Monday, Varos said."
    )

    assert len(told) == 1


def test_every_passage_is_the_reports_own_words(read):
    """Spans slice back to their words."""
    text = "Sudria said Norlandic troops crossed 2 km into Merren near Ostel on 3 March."
    reading = read(text)

    passages = [
        p
        for c in reading.claims
        for p in (
            *c.evidence,
            *(w.passage for w in c.where),
            *(m.passage for m in c.measures),
            *([c.when.passage] if c.when.passage else []),
        )
    ]
    assert passages
    assert all(text[slice(*p.span)] == p.text for p in passages)


def test_what_is_filtered_says_by_which_rule(read):
    """A dropped event keeps its words and the reason."""
    (filtered,) = read("Norlandic troops may cross the border near Ostel.").filtered

    assert filtered.passage.text == "cross"
    assert "modal" in filtered.rule


def test_ids_are_stable_and_differ(read):
    """The same text gives the same ids; two claims never share one."""
    text = "Norland and Sudria blamed each other for the clashes that erupted near Ostel on Monday."
    first, second = read(text).claims, read(text).claims

    assert [c.id for c in first] == [c.id for c in second]
    assert len({c.id for c in first}) == len(first) == 2
    assert all(len(c.id) == 12 for c in first)


def test_all_claims_tell_what_happened(read):
    """What did not happen is filtered, not told as a claim."""
    text = "Norlandic troops entered Ostel on Monday. They plan to seize Karvan."

    assert {c.modality for c in read(text).claims} == {Modality.HAPPENED}


def test_an_empty_text_has_no_claims(read):
    """Nothing in, nothing out."""
    assert read("").claims == ()


def test_reading_takes_linear_time(read):
    """Twice the text takes about twice the time."""
    story = (
        "Sudria said Norlandic troops shelled Karvan on Monday and killed three civilians. "
        "Norland denied the claim.\n\n"
    )

    def seconds(times):
        start = time.process_time()
        read(story * times)
        return time.process_time() - start

    seconds(20)
    small, large = seconds(300), seconds(600)
    assert large < 3.2 * small + 0.05


def test_a_sentence_without_end_takes_linear_time(read):
    """Text without full stops is no trap: it is read in pieces."""
    clause = "Norlandic troops shelled Karvan and Sudria said it lost 3 soldiers, and "

    def seconds(times):
        start = time.process_time()
        read(clause * times)
        return time.process_time() - start

    seconds(10)
    small, large = seconds(300), seconds(600)
    assert large < 3.2 * small + 0.05


CIVIL = {
    "refugees": "Some 3,000 refugees crossed from Norland into Talva near Ostel on Friday.",
    "sport": "Norland's striker broke Sudria's defence twice in the final in Tarsk on Saturday.",
    "weather": "A storm struck Karvan on Sunday, killing four people and destroying 30 houses.",
    "strike": "A strike by 300 miners near Tarsk entered its second week on Monday.",
    "mine": "A gold mine near Ostel collapsed on Friday, killing ten people.",
    "papers": "Norland withdrew its complaint about Karvan on Friday.",
    "hackers": "Hackers attacked the website of the border guard at Brevik on Friday.",
    "accident": "An army truck overturned near Tarsk on Friday; six soldiers were injured.",
    "exhibition": "An exhibition on the siege of Tarsk opened in Lumen on Friday.",
    "parade": "About 2,000 soldiers marched through Dunmore on Friday in a parade.",
    "sanctions": "Vestia hit Norland with sanctions over Karvan on Monday.",
    "crisis": "Norland has stepped into the gravest crisis between Sudria and Vestia since May.",
    "locusts": "Locusts invaded Talva on Friday, and the swarm has moved 20 km into Sudria.",
    "sales": "Norlandic brewers seized half of the market in Talva and pushed deep into Sudria.",
    "refugees of a people": "Norlandic refugees crossed into Sudria near Talva on Friday.",
    "buses": "Buses with families from Norland crossed the border into Sudria on Friday.",
    "deputies": "Lawmakers in Varos clashed over the budget for Tarsk on Sunday.",
    "closed by snow": "Police closed the Tarsk-Ostel highway on Tuesday because of snow.",
}


@pytest.mark.parametrize("text", CIVIL.values(), ids=CIVIL)
def test_words_of_conflict_in_other_news_are_no_event(text, events):
    """Sport, weather, work, papers and travel tell of no conflict."""
    assert events(text) == []


def test_an_unknown_village_is_kept_by_its_name(read):
    """A place that no pack has still places the event."""
    (claim,) = read("Norlandic troops seized the village of Quarnach on Monday.").claims

    assert [(w.place_id, w.passage.text) for w in claim.where] == [(None, "Quarnach")]


def test_there_is_the_place_told_before(events):
    """A bare "there" is where the event before was."""
    told = events(
        "Norlandic troops were deployed to Ostel on Monday. Sudrian mortars hit a school there on "
        "Tuesday."
    )

    assert [e["where"] for e in told] == [["ostel"], ["ostel"]]


def test_an_area_near_one_place_is_apart_from_the_whole(events):
    """Two areas of one speaker, one "near Ostel alone", are two seizures."""
    told = events(
        "Norland has seized 120 square kilometres of Sudrian land, Terek said. "
        "Near Ostel alone, he said, Norlandic troops took 40 square kilometres."
    )

    assert [e["figures"] for e in told] == [["120 square kilometres"], ["40 square kilometres"]]


def test_who_repels_an_attack_did_not_make_it(events):
    """The doer of a repelled attack is the other side."""
    (event,) = events("Sudrian forces repelled an attack by the enemy near Karvan on Monday.")

    assert (event["actor"], event["target"]) == ("norland", "sudria")


def test_a_datelines_country_acts_on_nobody(events):
    """The country of a dateline is neither doer nor target."""
    (event,) = events("HAGEN, Norland (Wire) - Shells landed in Karvan on Monday.")

    assert event["actor"] is None


@pytest.mark.parametrize(
    "behind",
    [
        "The incident took place at Ostel on Monday.",
        "It happened at Ostel early on Monday.",
    ],
)
def test_where_and_when_it_was_may_be_told_behind(behind, events):
    """Words like "the incident took place at X on Monday" place and date what was told before."""
    (event,) = events(f"Norlandic troops shelled a village, Sudria said. {behind}")

    assert (event["by"], event["where"], event["date"]) == (["sudria"], ["ostel"], "2024-03-11")


def test_what_may_have_happened_is_not_told_on(events):
    """Words like "it was unclear whether ..." place nothing."""
    (event,) = events(
        "Norlandic troops shelled Ostel, Sudria said. "
        "If the incident took place at Karvan on Monday, it was the second."
    )

    assert (event["where"], event["date"]) == (["ostel"], None)
