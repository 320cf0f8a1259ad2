"""Who says what."""

import pytest

from geoincidents import claims, places, vocabulary
from geoincidents.model import Block, BlockKind, Report, SpeakerRole

SPEAKERS = {
    "narrator": ("Norlandic troops entered Ostel on Monday.", ["narrator"]),
    "ministry": (
        "Norlandic troops entered Ostel on Monday, Sudria's defence ministry said.",
        ["sudria"],
    ),
    "army of the only men": (
        "Three Sudrian rangers lost limbs on a mine near Ostel on Monday, an army statement said.",
        ["sudria"],
    ),
    "adjective and ministry": (
        "The Sudrian defence ministry said Norlandic troops entered Ostel.",
        ["sudria"],
    ),
    "said inverted": ('"Norlandic troops entered Ostel," said Milo Terek.', ["sudria"]),
    "a ministry of the men who were hit": (
        (
            "Three Sudrian guards were wounded after Norlandic troops opened fire near Ostel on "
            "Monday, the Defence Ministry said."
        ),
        ["sudria"],
    ),
    "spread a message which says": (
        (
            "It was calm in Karvan on Sunday, the mayor of Karvan said.\n\n"
            'The Sudrian army has spread a message which says: "On Monday Norlandic troops '
            'entered Ostel."'
        ),
        ["sudria"],
    ),
    "a paragraph of quotation behind a statement": (
        (
            '"Norland broke the truce 20 times," the Sudrian defence ministry said in a statement.'
            '\n\n"Norlandic troops shelled Ostel on Monday."'
        ),
        ["sudria"],
    ),
    "issued the following statement": (
        (
            "Sudria's foreign ministry issued the following statement: “On Monday Norlandic troops "
            "shelled Ostel, killing two farmers.”"
        ),
        ["sudria"],
    ),
    "highlighted": (
        "The Sudrian foreign ministry highlighted that Norlandic troops entered Ostel on Monday.",
        ["sudria"],
    ),
    "quoted as saying": (
        (
            "Later the Vestian news agency quoted the Norlandic army as saying that Sudrian forces "
            "shelled Brevik."
        ),
        ["norland"],
    ),
    "was quoted as saying": (
        (
            "The Norlandic prime minister was quoted by a Vestian paper as saying that Sudrian "
            "forces shelled Brevik."
        ),
        ["norland"],
    ),
    "quoted as saying behind a quotation": (
        '"Sudrian forces shelled Brevik on Monday," Spark quoted the Norlandic army as saying.',
        ["norland"],
    ),
    "this is what he told": (
        (
            "Norlandic troops entered Ostel on Monday. This is what the Sudrian defence ministry "
            "informed Spark, and it would not say how many came."
        ),
        ["sudria"],
    ),
    "told this to": (
        (
            "Norlandic troops entered Ostel on Monday. Milo Terek, president of Sudria, told "
            "this to Spark when asked about the shelling that was heard."
        ),
        ["sudria"],
    ),
    "person": ("Milo Terek said that Norlandic troops had entered Ostel.", ["sudria"]),
    "office and name": (
        "President Milo Terek told reporters that Norland had shelled Karvan.",
        ["sudria"],
    ),
    "capital": ("Varos says Norlandic troops entered Ostel.", ["sudria"]),
    "according to": (
        "According to the Norlandic army, Sudrian forces shelled Brevik.",
        ["norland"],
    ),
    "according to at the end": (
        "Sudrian forces shelled Brevik, according to Norland's government.",
        ["norland"],
    ),
    "accuses": ("Norland accused Sudria of shelling Brevik.", ["norland"]),
    "after accusing": (
        (
            "Sudria has asked for help after accusing Norlandic troops of crossing the "
            "border near Ostel."
        ),
        ["sudria"],
    ),
    "aside": ("Norlandic forces, the Sudrian army said, shelled Karvan on Monday.", ["sudria"]),
    "for its part": ("Norland, for its part, said Sudrian forces shelled Brevik.", ["norland"]),
    "spokesman of": (
        "Jon Hale, a spokesman for the Norlandic army, said Sudrian guns shelled Brevik.",
        ["norland"],
    ),
    "press service of a committee": (
        (
            "Two men were shot dead at Ostel, the press service of the Main Directorate of the "
            "State Committee for National Security of Sudria says."
        ),
        ["sudria"],
    ),
    "initials of an office": (
        (
            "Sudria's Home Guard Directorate (HGD) gave another account. Norlandic troops entered "
            "Ostel, a statement released by the HGD says."
        ),
        ["sudria"],
    ),
    "initials within a name": (
        (
            "Two men were shot dead at Ostel, the press centre of the State Committee for National "
            "Security (SCNS) of Sudria says."
        ),
        ["sudria"],
    ),
    "told by the sentence behind": (
        "Norlandic troops entered Ostel on Monday. The Sudrian border service reported.",
        ["sudria"],
    ),
    "announced by the sentence behind": (
        "Norlandic troops entered Ostel. This was announced on Tuesday by the Sudrian army.",
        ["sudria"],
    ),
    "an agency citing somebody": (
        (
            "Norlandic troops entered Ostel on Monday. This was announced by Meadow news agency, "
            "citing a source in Ostel."
        ),
        ["meadow news agency"],
    ),
    "local official by last name": (
        (
            "Jan Vek, deputy commissioner of Merren district, said there was panic. "
            '"Norlandic shells hit Ostel on Monday," said Vek.'
        ),
        ["sudria"],
    ),
    "head of an army": (
        "The head of the Sudrian armed forces said Norlandic shells hit Ostel on Monday.",
        ["sudria"],
    ),
    "official of a ministry": (
        "Norlandic shells hit Ostel on Monday, a defence ministry official said.",
        ["sudria"],
    ),
    "an agency that cites an office": (
        "Meadow news agency, citing the Sudrian border service, says shells hit Ostel on Monday.",
        ["sudria"],
    ),
    "a paragraph of quotation alone": (
        (
            'It was calm, Sudria\'s spokesman said. "We stood at the fence."\n\n'
            '"Then Norlandic soldiers entered Ostel."'
        ),
        ["sudria"],
    ),
    "ministry whose own men are complained of": (
        (
            "Norland has closed its schools, the Norlandic premier said. "
            '"Norlandic forces shelled Ostel," said interior ministry spokesman Jan Vek.'
        ),
        ["sudria"],
    ),
    "the report said": (
        (
            "The Sudrian border service issued a report. "
            "Norlandic soldiers entered Ostel on Monday, the report said."
        ),
        ["sudria"],
    ),
    "a side that condemns what it suffered": (
        "Sudria condemned Monday's shelling of Ostel by Norlandic forces.",
        ["sudria"],
    ),
    "a side that protests": (
        "Sudria lodged a protest with Norland over the shelling of Ostel on Monday.",
        ["sudria"],
    ),
    "an onlooker who condemns": (
        (
            "Vestia condemned Monday's shelling of Ostel by Norlandic forces. "
            "Sudria and Norland said nothing."
        ),
        ["narrator"],
    ),
    "who issued a statement": (
        "The Sudrian army issued a statement saying Norlandic troops opened fire at Ostel.",
        ["sudria"],
    ),
    "a province's government": (
        (
            "Norland was silent. A spokesman for the Talva government said Norlandic shells hit "
            "Ostel on Monday."
        ),
        ["sudria"],
    ),
    "the police of the ground": (
        "Three men died as Norlandic forces opened fire at Ostel on Monday, police said.",
        ["sudria"],
    ),
    "he is who opens the sentence": (
        (
            "The Norlandic army spoke of calm. The Sudrian premier Jan Vek set a date to leave or "
            "face war after he accused 80 Norlandic soldiers of entering Karvan."
        ),
        ["sudria"],
    ),
    "ministry of an unnamed side": (
        '"Norlandic guns shelled Ostel," said interior ministry spokesman Jan Vek.',
        ["sudria"],
    ),
    "joint chiefs of an unnamed side": (
        "The Joint Chiefs of Staff say ten Norlandic soldiers crossed the border near Ostel.",
        ["sudria"],
    ),
    "officer of the side that spoke": (
        (
            'Sudria shelled Brevik, the Norlandic army said. "They shelled Brevik again," said '
            "Major General Ivo Dral."
        ),
        ["norland"],
    ),
    "on social media": (
        "Norlandic troops entered Ostel, the Sudrian army said in a post on social media.",
        ["sudria"],
    ),
    "aide inverted": (
        "Sudrian guns shelled Brevik, said Jon Hale, an aide to the Norlandic prime minister.",
        ["norland"],
    ),
    "mayor": (
        "Norlandic troops entered Ostel on Monday, said Ana Rusk, the mayor of Karvan.",
        ["sudria"],
    ),
    "residents": (
        "Residents of Ostel said Norlandic soldiers had entered the village.",
        ["ostel residents"],
    ),
    "outlet": ("Sudrian forces shelled Brevik on Monday, Nordbote reported.", ["nordbote"]),
    "third state": ("Vestia said Norlandic troops had crossed the border near Ostel.", ["vestia"]),
    "mutual blame": (
        "Norland and Sudria blamed each other for the fighting that erupted near Ostel on Monday.",
        ["norland", "sudria"],
    ),
    "the group": (
        "Red Front fighters shelled Brevik on Monday, the group said in a statement.",
        ["front"],
    ),
    "statement of": (
        "Nordbote carried a statement by the Sudrian army that Norlandic troops entered Ostel.",
        ["sudria"],
    ),
    "claim of": (
        "Sudria's claim that Norlandic troops entered Ostel on Monday is being looked into.",
        ["sudria"],
    ),
    "in somebody's telling": (
        "In Sudria's telling, Norlandic troops entered Ostel on Monday.",
        ["sudria"],
    ),
    "each": (
        "Norland and Sudria each say that the other side started the fighting near Ostel.",
        ["norland", "sudria"],
    ),
    "the ministry again": (
        (
            "Sudria's defence ministry warned of tension. "
            "Norlandic troops entered Ostel on Monday, the ministry said."
        ),
        ["sudria"],
    ),
    "he": (
        "Milo Terek addressed parliament. He said Norlandic troops had entered Ostel.",
        ["sudria"],
    ),
    "seat": (
        "Norlandic troops entered Ostel on Monday, the defence ministry in Varos said.",
        ["sudria"],
    ),
    "saying": ("Sudria closed its embassy, saying Norlandic troops had entered Ostel.", ["sudria"]),
    "people of a place": (
        "People in Ostel said Norlandic soldiers had entered the village.",
        ["ostel residents"],
    ),
    "locals": ("Locals said Norlandic troops had shelled Karvan.", ["local residents"]),
    "outlet without its seat": (
        "Sudrian forces shelled Brevik, the Morning Star news service in Hagen reported.",
        ["morning star news service"],
    ),
    "ombudsman of a state": (
        "Norlandic troops shelled Karvan, Sudria's ombudsman reported.",
        ["sudria"],
    ),
    "men of a group": (
        "Sudrian fighters of the Red Front said they had shelled Brevik.",
        ["front"],
    ),
    "a state's group": (
        "Sudria's Red Front on Monday said it had shelled Norlandic posts near Brevik.",
        ["front"],
    ),
    "behind a wire and a dash": (
        "(Herald) -Varos said on Tuesday that Norlandic troops had shelled Ostel.",
        ["sudria"],
    ),
    "name in quotes": (
        'The Centre "Dawn" Foundation said Norlandic troops had entered Ostel.',
        ["dawn foundation"],
    ),
    "cleft": (
        "Ida Brandt spoke to reporters. It was Sudria, she said, that shelled Brevik on Monday.",
        ["norland"],
    ),
    "pictures": (
        "A video released by the Norlandic army shows that Sudrian guns shelled Brevik.",
        ["norland"],
    ),
    "single quotes": ("‘Norlandic troops entered Ostel,’ the Sudrian army said.", ["sudria"]),
    "curly quotes": (
        "“Norlandic troops have entered Ostel,” the Sudrian foreign minister said.",
        ["sudria"],
    ),
}


@pytest.mark.parametrize(("text", "by"), SPEAKERS.values(), ids=SPEAKERS)
def test_what_is_said_has_its_speaker(text, by, events):
    """The party, body or person that the words are credited to makes the claim."""
    (event,) = events(text)

    assert event["by"] == by


def test_a_local_official_keeps_his_own_name_and_his_state(read):
    """A mayor is named as such; the state whose organ he is comes after."""
    text = "Norlandic troops entered Ostel on Monday, said Ana Rusk, the mayor of Karvan."
    (claim,) = read(text).claims

    assert claim.speaker.role is SpeakerRole.OFFICIAL
    assert "mayor of Karvan" in claim.speaker.name
    assert [s.party_id for s in claim.also_said_by] == ["sudria"]


def test_the_day_of_the_statement_is_not_the_day_of_the_event(events):
    """The words "said on Wednesday that ..." leave the event undated."""
    (event,) = events("Sudria said on Wednesday that Norlandic troops had entered Ostel.")

    assert event["date"] is None


def test_a_date_of_the_event_is_kept(events):
    """The date in the event's own clause is the event's."""
    (event,) = events(
        "Sudria said on Wednesday that Norlandic troops had entered Ostel on 3 March."
    )

    assert event["date"] == "2024-03-03"


def test_the_next_day_counts_from_the_event_before(events):
    """Two dates in one sentence make two events."""
    text = (
        "Sudria accused Norlandic troops of crossing into Ostel early on March 4, "
        "and of breaching two other sections of the border the next day."
    )

    assert [e["date"] for e in events(text)] == ["2024-03-04", "2024-03-05"]


def test_one_speaker_alone_is_credited_with_each_part(events):
    """Two voices in one sentence each keep their own clause."""
    text = (
        "Sudria said Norlandic troops shelled Karvan; Norland said Sudrian forces shelled Brevik."
    )

    assert [(e["by"], e["where"]) for e in events(text)] == [
        (["sudria"], ["karvan"]),
        (["norland"], ["brevik"]),
    ]


def test_who_is_cited_speaks_and_who_passed_it_on_is_the_chain(read):
    """An outlet that cites a ministry passes the ministry's words on."""
    text = "Norlandic troops entered Ostel on Monday, Nordbote reported, citing the Sudrian army."
    (claim,) = read(text).claims

    assert claim.speaker.party_id == "sudria"
    assert claim.speaker.chain == ("Nordbote",)


def test_who_passes_words_on_is_answerable_for_them(read):
    """Words like "drivers report, he said, that ..." are his, with the drivers behind him."""
    text = "Drivers report, Milo Terek said, that Norlandic troops have entered Ostel."
    (claim,) = read(text).claims

    assert claim.speaker.party_id == "sudria"
    assert claim.speaker.chain == ("Drivers",)


@pytest.mark.parametrize(
    ("who", "by"),
    [("locals", ["local residents", "nordbote"]), ("sources", ["nordbote"])],
)
def test_an_outlet_that_unnamed_people_told_claims_it_too(who, by, events):
    """Nobody can ask "locals" or "sources": the outlet that they told vouches for them."""
    (event,) = events(f"Sudrian forces shelled Brevik on Monday, {who} told Nordbote.")

    assert event["by"] == by


def test_an_agency_is_known_again(read):
    """The words "the agency" stand for the agency that was named before."""
    text = (
        "Norlandic troops entered Ostel on Monday, the Polar News Agency reported. "
        "According to the agency, they shelled Karvan."
    )

    assert {c.speaker.name for c in read(text).claims} == {"Polar News Agency"}


def test_a_plain_sentence_between_two_of_a_speaker_is_his(read):
    """What stands between "he said" and "he added" goes on with his words."""
    text = (
        "Norlandic troops shelled Karvan on Monday, Milo Terek said. "
        "Norlandic guns hit Tarsk on Tuesday. Nobody was hurt, he added."
    )

    assert {c.speaker.party_id for c in read(text).claims} == {"sudria"}


def test_a_plain_sentence_between_two_speakers_is_the_reports_own(read):
    """Where another speaks behind it, a plain sentence is nobody's but the report's."""
    text = (
        "Norlandic troops shelled Karvan on Monday, Milo Terek said.\n\n"
        "Norlandic guns hit Tarsk on Tuesday.\n\nNobody was hurt, Ida Brandt said."
    )

    assert {c.speaker.key for c in read(text).claims} == {"sudria", "narrator"}


def test_an_onlookers_bare_comment_is_no_claim(read):
    """A state outside the fight that adds no place, date or figure only comments."""
    text = (
        "Norlandic troops shelled Karvan on Monday, Sudria said. "
        "Vestia condemned the shelling and accused Norland of attacking civilians."
    )

    assert {c.speaker.party_id for c in read(text).claims} == {"sudria"}


def test_a_mention_of_what_others_tell_is_no_claim_of_the_report(read):
    """Words like "condemned the attack" only point back at what a party told."""
    text = "Sudria said Norlandic troops attacked Karvan on Monday. Vestia condemned the attack."

    assert {c.speaker.key for c in read(text).claims} == {"sudria"}


def test_rumour_is_unconfirmed(read):
    """What a report tells as hearsay is marked so."""
    (claim,) = read("Norlandic troops reportedly entered Ostel on Monday.").claims

    assert claim.stance.value == "unconfirmed"


def test_a_headline_names_its_speaker_before_a_colon(borderland, english):
    """The words behind "North: ..." are the North's."""
    words = vocabulary.compile_(borderland, english)
    text = "Sudria: Norlandic patrol crossed border at Ostel"
    report = Report(
        id="r",
        doc="r.txt",
        text=text,
        text_sha256="",
        blocks=(Block(kind=BlockKind.TITLE, span=(0, len(text))),),
    )
    hits = words.scan(text)
    mentions = places.find(report, hits, borderland, english)

    (claim,) = claims.extract(report, mentions, hits, borderland, english).claims
    assert claim.speaker.party_id == "sudria"
    assert claim.actor == "norland"


def test_a_nested_claim_is_the_claimants(read):
    """Words like "rejected a claim by the South that ..." hold both voices."""
    text = "Norland rejected a claim by Sudria that its soldiers had entered Ostel on Monday."

    told = {(c.speaker.party_id, c.stance.value) for c in read(text).claims}
    assert told == {("sudria", "asserts"), ("norland", "denies")}


def test_a_leader_in_apposition_speaks(read):
    """The name of a front in an aside holds no verb."""
    text = "Ana Rusk, the leader of the Red Front, says that ten soldiers entered Ostel on Monday."

    assert {c.speaker.key for c in read(text).claims} == {"front"}


def test_an_office_is_set_between_a_subject_and_its_verb(read):
    """In "Its soldiers, the command said, had ..." the command speaks, not the soldiers."""
    text = "Sudria denied losses. Its soldiers, the command said, had repelled an attack at Ostel."

    assert {c.speaker.key for c in read(text).claims} == {"sudria"}


def test_that_evening_is_a_time_not_what_is_said(read):
    """Words before "Varos said that evening" are what was said."""
    text = "Norlandic troops entered Ostel on Monday, Varos said that evening."

    assert {c.speaker.key for c in read(text).claims} == {"sudria"}


@pytest.mark.parametrize(
    ("words", "name"),
    {
        "the village's mayor, Ana Rusk, said": "Ostel mayor Ana Rusk",
        "the head of the village said": "head of Ostel village",
    }.items(),
    ids=["owned", "of the"],
)
def test_a_local_official_is_named_by_his_place(words, name, read):
    """The village that was named last is the one whose head speaks."""
    text = f"Shots were fired at the village of Ostel on Monday, {words}."

    assert [c.speaker.name for c in read(text).claims] == [name]


def test_a_governor_speaks_for_the_state_of_his_province(events):
    """Where he names no state, it is the one whose ground the sentence tells of."""
    text = "A shell killed two farmers in Ostel on Monday, Governor Jon Feld said."

    (claim,) = events(text)

    assert claim["by"] == ["sudria"]


@pytest.mark.parametrize("verb", ["put its losses at", "counted"])
def test_a_ministry_that_puts_or_counts_speaks(verb, read):
    """A toll that an office "puts at" so many is that office's."""
    text = f"Norlandic shells fell on Ostel on Monday. The Sudrian ministry {verb} seven dead."

    assert {c.speaker.key for c in read(text).claims if c.measures} == {"sudria"}


def test_a_plain_sentence_before_a_denial_is_the_reports(read):
    """Who answers a charge has not told of what he answers."""
    text = (
        "The matter is closed, Varos said.\n\n"
        "Two farmers were killed near Brevik on Monday. Varos said it had nothing to do with it."
    )

    assert "narrator" in {c.speaker.key for c in read(text).claims}


def test_an_office_named_before_speaks_by_its_initials(read):
    """Such as the NSS: the national security service that was named in full."""
    text = (
        "Sudria's national security service said Norlandic troops entered Ostel on Monday. "
        "Two guards were wounded, the NSS said."
    )

    assert {c.speaker.key for c in read(text).claims} == {"sudria"}


def test_what_a_report_ties_to_a_charge_is_its_own(read):
    """In "accused Norland of invasion after rebels took Ostel" the report tells of Ostel."""
    text = "Sudria accused Norland of an invasion after Red Front rebels captured Ostel on Monday."

    told = {c.speaker.key for c in read(text).claims if c.type.value == "seizure"}
    assert told == {"narrator"}


NAMED = {
    "tribal leader": (
        "Norlandic forces shelled Ostel on Monday, said Tarik Amin, a tribal leader.",
        "Tarik Amin, a tribal leader",
    ),
    "deputy commissioner": (
        "Jan Vek, deputy commissioner of Merren district, said Norlandic guns shelled Ostel.",
        "deputy commissioner of Merren district",
    ),
    "leader of nobody knows whom": (
        "A local Rusan leader said Norlandic shells hit Ostel on Monday.",
        "A local Rusan leader",
    ),
    "police of a village": (
        "Police in Ostel said Norlandic shells hit the village on Monday.",
        "Police in Ostel",
    ),
    "anonymous official": (
        "A police official, asking not to be named, said Norlandic shells had hit Ostel.",
        "A police official",
    ),
}


@pytest.mark.parametrize(("text", "name"), NAMED.values(), ids=NAMED)
def test_who_speaks_for_himself_goes_by_his_own_name(text, name, read):
    """A leader, a local official or a person of no known side is no state."""
    (claim,) = read(text).claims

    assert claim.speaker.name == name


@pytest.mark.parametrize(
    "behind",
    [
        "Norland's army has not said anything.",
        "The Sudrian premier told parliament on Tuesday that taxes would rise.",
        "Sudria's army said it was told so.",
    ],
)
def test_a_sentence_of_its_own_credits_nothing_before_it(behind, read):
    """Only words that say no more than who reported it tell whose the sentence before is."""
    claims = read(f"Norlandic mortars hit Ostel on Monday. {behind}").claims

    assert [c.speaker.name for c in claims] == ["narrator"]


def test_a_paper_named_after_a_state_writes_of_its_own_ministry(borderland, english):
    """In "The Norlandic Daily" the ministry without a side is Norland's."""
    words = vocabulary.compile_(borderland, english)
    text = "Shells hit Brevik and Ostel on Monday, the defence ministry said."
    report = Report(
        id="r",
        doc="r.txt",
        text=text,
        text_sha256="",
        publisher="The Norlandic Daily",
        blocks=(Block(kind=BlockKind.BODY, span=(0, len(text))),),
    )
    hits = words.scan(text)
    mentions = places.find(report, hits, borderland, english)

    told = claims.extract(report, mentions, hits, borderland, english).claims
    assert {c.speaker.party_id for c in told} == {"norland"}


def test_an_army_in_a_headline_is_that_of_the_ground(read):
    """A headline that says no more than "Army says" means the army of the place it tells of."""
    (claim,) = read("It was quiet.", title="Army says gunmen attacked Brevik on Monday").claims

    assert claim.speaker.party_id == "norland"
