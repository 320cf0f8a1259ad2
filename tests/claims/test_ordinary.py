"""News of everyday life is told in words of conflict, and tells of no conflict."""

import pytest

ORDINARY = {
    "a road crash": "Four people died when two lorries crashed near Ostel on Friday.",
    "the toll of the roads": "Nine people died on the roads of Talva over the holiday.",
    "a collapse": "Dozens of people were injured when a roof collapsed in Tarsk.",
    "a plane crash": "Eight people were killed when a light aircraft crashed near Tarsk.",
    "a blaze": "A fire at a hotel in Tarsk killed 20 guests, police said.",
    "a forest fire": "A bushfire hit the hills above Karvan and injured two firefighters.",
    "a flood": "A flash flood struck Ostel, killing three hikers.",
    "storms as a noun": "Homes were blacked out in the wild storms around Tarsk on Monday.",
    "an illness": "The singer, who had been battling cancer in Tarsk, died on Friday.",
    "a court": "A man was found guilty of killing two shopkeepers in Tarsk.",
    "a robbery": "A guard was shot dead in a robbery at Tarsk on Friday.",
    "a riot": "Twelve people were killed in riots in Tarsk on Friday.",
    "words over policy": "Ministers clashed in Hagen over how to deal with migrants.",
    "a legal battle": "A legal battle broke out over the estate in Tarsk.",
    "a struggle with prices": "Vestia is fighting inflation in Varos, the bank said.",
    "a launch put off": "The agency pushed back the launch of its satellite from Tarsk.",
    "a detention centre": "The Tarsk Detention Centre was full on Friday, officials said.",
    "a name": "He joined the Talva Liberation Front in Tarsk last year, his family said.",
    "goods sold abroad": "Norland sent equipment worth $3 billion to Vestia under a contract.",
    "the sick": "The patient was transferred with her medical unit to a hospital in Tarsk.",
    "a crowd": "Thousands of residents massed near the palace in Tarsk, where police waited.",
    "a camp for the homeless": "Aid groups set up a transit camp near Ostel on Friday.",
    "stepped up": "Norland stepped up security along its border with Sudria.",
    "took part": "Norlandic pupils took part in a race at Ostel.",
    "a plot": "The men had plotted to carry out attacks in Tarsk, a prosecutor said.",
    "a film": "The movie tells of soldiers who seized the village of Ostel.",
    "deaths on the roads": "Seven people have died on Talvan roads, five in Ostermark.",
    "a death of one man": "The writer, who died in Tarsk last week, was born in Varos.",
    "fires that were lit": "Overnight fires in Tarsk were lit by pupils, the school said.",
    "a boat of migrants": "A vessel landed at Lake Bryn carrying 69 migrants on Friday.",
    "unions": "Unions in Tarsk are fighting a proposed wage freeze of 12 to 18 months.",
    "pirates": "A sailor was shot dead by pirates who boarded his yacht off Varos on Friday.",
    "an errand": "The widow had gone to Tarsk to identify the body, she told a Norlandic paper.",
    "asylum": "Many Vestians who tried to get into Norland sought asylum in Hagen.",
    "an idea": "Ministers weighed the idea of sending troops to Vestia on Friday.",
    "hits planned": "He said four men carried out hits for a gang, a jury in Tarsk was told.",
    "protesting farmers": "Protesting farmers clashed with policemen on the Tarsk-Ostel highway.",
    "tear gas": "Police fired tear gas shells at protesters who marched on Tarsk.",
    "a drugs raid": "A gunman shot at detectives in a drugs raid in Tarsk, injuring two men.",
    "elephants": "A herd of elephants entered the village of Ostel and damaged ten houses.",
    "police at a home": "Police officers arrived at a home in Tarsk on Friday to arrest a man.",
    "a target rate": "The bank in Varos cut its target rate to a low of one per cent.",
    "damaged by fire": "Thirteen sheds in Tarsk were destroyed or damaged by fire on Monday.",
    "fire control": "Aircraft were used near Ostel to start fire control lines in the hills.",
    "police walk": "Police officers walked into Ostel to reach a stranded driver.",
    "worst hit": "The worst of it is in Tarsk, one of the worst hit parts of Talva.",
    "a bus in a ravine": "Four tourists died when their minibus fell into a ravine near Tarsk.",
    "an acre fire": "Crews fought a 1,600-acre fire near Ostel that destroyed a home.",
    "in the fire": "One person was killed in the fire near Tarsk, officials said.",
    "a blaze moves": "A blaze near the Norlandic border moved into the hills above Ostel.",
    "a bus returns": "A tour bus returning to Tarsk drove off the road and killed two pupils.",
    "a strike of teachers": "Teachers want pay, their unions say. The strike at Tarsk went on.",
    "climbers who fell": "Six climbers on Mount Skarn fell hundreds of feet to their deaths.",
    "climbers who return": "Soldiers were to reach Mount Skarn and return from the mountain.",
    "a prison": "Inmates took two guards hostage and seized a wing of the jail in Ostel on Friday.",
    "a court martial": "A Sudrian soldier killed a comrade near Ostel, a court martial heard.",
    "help in a flood": "Sudrian troops were deployed to Ostel for flood relief on Friday.",
    "a search": "Two Sudrian aircraft were launched to search for a yacht near Ostel on Friday.",
    "a novelist": "The novelist follows soldiers. They were killed near Ostel by a missile.",
    "gas": "A gas explosion in Ostel killed two soldiers and damaged ten houses on Friday.",
    "an animal's attack": "Two soldiers were killed in a leopard attack near Ostel on Friday.",
    "attacked by an animal": "A Sudrian officer was attacked by a wild bear near Ostel on Friday.",
    "party workers": "Clashes broke out between party workers and protesters on the Tarsk border.",
    "a test match": "Norland fell to Sudria in the third test at Tarsk.",
}
CONFLICT = {
    "shells beside a fire": (
        "A shell started a fire in Ostel and killed two shepherds.",
        "shelling",
    ),
    "a shot-down plane": ("Sudrian forces shot down a plane that crashed near Tarsk.", "clash"),
    "a raid beside a storm": ("Norlandic soldiers stormed the village of Ostel.", "seizure"),
    "a side's fire": ("Norlandic fire killed two men in Ostel; firefighters came.", "shelling"),
    "soldiers on an errand": ("Norlandic soldiers went into Ostel to help their men.", "incursion"),
    "a road blocked by a crowd": (
        "Norlandic protesters blocked the Tarsk-Ostel highway on Friday.",
        "blockade",
    ),
    "damaged by their fire": (
        "Ten houses in Ostel were damaged by fire from Norlandic positions.",
        "shelling",
    ),
    "heavy fire": ("Norlandic troops opened fire on Ostel, injuring two men.", "shelling"),
    "a battle": ("A battle broke out between Norlandic and Sudrian troops near Ostel.", "clash"),
    "troops clash over a hill": (
        "Norlandic and Sudrian soldiers clashed over a hill near Ostel.",
        "clash",
    ),
    "an army in a riot": ("Norlandic troops killed two protesters in Ostel.", "clash"),
    "pushed on into": ("Norlandic troops pushed into Tarsk on Wednesday.", "incursion"),
    "troops sent": ("Norland sent troops to the border near Ostel.", "deployment"),
    "troops massed": ("Norlandic troops massed near the village of Ostel.", "deployment"),
}


@pytest.mark.parametrize("text", ORDINARY.values(), ids=ORDINARY)
def test_news_of_everyday_life_gives_no_event(text, events):
    """Crashes, blazes, courts, quarrels and trade are left out."""
    assert events(text) == []


@pytest.mark.parametrize(("text", "kind"), CONFLICT.values(), ids=CONFLICT)
def test_like_words_of_a_conflict_still_give_their_event(text, kind, events):
    """Arms or a side's force in the sentence keep its event."""
    assert kind in [e["type"] for e in events(text)]


def test_a_story_of_everyday_life_goes_on_in_the_next_sentence(events):
    """A bare toll after a crash tells of no other event."""
    text = "A bus crashed near Ostel, killing four pupils. Two more people died in Tarsk."

    assert events(text) == []


def test_a_report_full_of_a_crimes_words_tells_of_a_crime(events):
    """Robbery, jury and burglar later on tell what the shots at the beginning were."""
    text = (
        "Two men were shot dead in Tarsk. A jury heard of the robbery. The burglar was jailed for "
        "ten years."
    )

    assert events(text) == []


def test_a_road_closed_after_a_blaze_is_no_blockade(events):
    """What a report of a bushfire closes is closed for the fire."""
    text = "Bushfires burned above Karvan. The Tarsk-Ostel highway was closed on Friday."

    assert events(text) == []


def test_a_story_of_everyday_life_ends_where_a_force_is_named(events):
    """Soldiers who fire after a storm make an event of their own."""
    text = "Floods hit Karvan. Norlandic soldiers killed two shepherds near Ostel."

    assert [e["type"] for e in events(text)] == ["clash"]


STORIES = {
    "long ago": "In 1915 the town rose. Norlandic soldiers stormed Ostel and killed 40 men.",
    "a year in brackets": "The siege (1812): Norlandic troops captured Ostel in January.",
    "a world war": "He served in the Second World War. His unit attacked Tarsk from the west.",
    "a film": "The film opens in snow. Norlandic soldiers seize the village of Ostel.",
    "robbers and police": "A robber fled. Two suspects were shot dead by police near Tarsk.",
    "hail": "Storms struck Tarsk. As it hit, things were hitting the back of the school.",
    "run down": "A boy was run down by a car near Ostel and died of his wounds.",
    "a fire that was lit": "The first fire was lit in Tarsk at 11 p.m. on Friday.",
    "detention officers": "Detention officers in Tarsk were offered leave on Friday, he said.",
    "an index": "The bank, which fell early on, fought back to close higher in Tarsk.",
}
NEWS = {
    "a day of the news": "In 1915 the town rose. On Monday Norlandic soldiers stormed Ostel.",
    "a film, then news": "The film was shot here. Norlandic troops shelled Ostel on Tuesday.",
    "the year of the news": "In 1915 the town rose. In May 2023 Norlandic troops seized Ostel.",
    "the worst since": "Norlandic troops shelled Ostel, the worst attack since 1973.",
    "a number of men": "In Talva 1500 Norlandic soldiers captured the village of Ostel.",
    "fighting breaks out": "Fighting broke out near Ostel.",
}


@pytest.mark.parametrize("text", STORIES.values(), ids=STORIES)
def test_a_report_that_begins_as_a_story_tells_of_no_event(text, events):
    """What follows a year of long ago, a film or a robbery belongs to it."""
    assert events(text) == []


@pytest.mark.parametrize("text", NEWS.values(), ids=NEWS)
def test_a_day_of_the_news_ends_a_story(text, events):
    """A weekday or a recent year makes an event of the day, whatever stood before."""
    assert len(events(text)) == 1
