"""Which words tell of an event, of which type, and which do not."""

import pytest

TYPES = {
    "dropped bombs": ("Norlandic jets dropped two bombs on a road near Ostel.", "air_strike"),
    "a drone dropped": ("A Norlandic drone dropped grenades on Ostel.", "drone_strike"),
    "strikes with drones": (
        "Four strikes were carried out with Lark TB-2 drones on posts near Ostel.",
        "drone_strike",
    ),
    "were forced out of": (
        "Sudrian troops were forced out of Ostel by Norlandic fighters on Monday.",
        "seizure",
    ),
    "drove out of": ("Norlandic troops drove Sudrian forces out of Ostel.", "seizure"),
    "seized a village": ("The army seized Ostel after fighting with former rebels.", "seizure"),
    "set foot on": ("Norland accused Sudria of having set foot on Mount Skarn.", "incursion"),
    "held for hours": (
        "A farmer was held for six hours by Norlandic troops near Ostel.",
        "capture",
    ),
    "subjected to fire": (
        "Norlandic units subjected the posts near Ostel to fire from small arms.",
        "shelling",
    ),
    "tanks destroyed": ("The army destroyed 21 tanks near Ostel.", "clash"),
    "a siege": ("Norland kept up the siege of Ostel, officials said.", "blockade"),
    "crossed the border": (
        "Norlandic troops crossed the border near Ostel on Monday.",
        "incursion",
    ),
    "crossed into": (
        "Norlandic soldiers crossed two kilometers into Merren district.",
        "incursion",
    ),
    "violated the frontier": (
        "Norlandic units violated the frontier at Karvan on 3 March.",
        "incursion",
    ),
    "entered a village": ("Norlandic forces entered the village of Ostel on Tuesday.", "incursion"),
    "advanced into": ("Sudrian tanks advanced some five miles into Ostermark.", "incursion"),
    "pushed into": ("Red Front fighters pushed into Tarsk on Wednesday.", "incursion"),
    "broke through": ("Norlandic columns broke through near Ostel on Sunday.", "incursion"),
    "strayed": ("A Norlandic jet strayed over Tarsk on Sunday.", "incursion"),
    "infiltrated": ("A Norlandic sabotage group infiltrated Merren district at dawn.", "incursion"),
    "an incursion by": (
        "Sudria reported an incursion by Norlandic troops near Karvan.",
        "incursion",
    ),
    "an incursion into": ("Norland carried out an incursion into Talva on Thursday.", "incursion"),
    "captured the town": ("The Red Front captured the town of Tarsk on Sunday.", "seizure"),
    "seized a hill": ("Norlandic forces seized a hill near Ostel on 4 March.", "seizure"),
    "took control": ("Red Front fighters took control of Karvan overnight.", "seizure"),
    "fenced off": ("Norlandic troops fenced off 40 acres of Sudrian land at Ostel.", "seizure"),
    "bitten off": ("Norland has bitten off 14 square kilometers of Talva since May.", "seizure"),
    "put ashore": ("Norlandic boats put soldiers ashore on Lake Bryn on Sunday.", "incursion"),
    "over the border": ("Norlandic armour rolled over the border at Ostel.", "incursion"),
    "retook": ("The Sudrian army retook Ostel on Saturday.", "seizure"),
    "was captured by": ("Karvan was captured by the Red Front on Friday.", "seizure"),
    "occupied hectares": ("Norland has occupied 300 hectares of farmland near Ostel.", "seizure"),
    "liberated": ("Sudrian troops liberated Karvan and Ostel on 2 March.", "seizure"),
    "shelled": ("Norlandic artillery shelled the village of Karvan on Tuesday.", "shelling"),
    "was shelled": ("Brevik was shelled by Sudrian forces early on 5 March.", "shelling"),
    "opened fire": ("Sudrian soldiers opened fire at positions near Brevik on Monday.", "shelling"),
    "came under fire": ("The village of Brevik came under mortar fire on Monday.", "shelling"),
    "came under their fire": ("Brevik came under Sudrian fire on Monday night.", "shelling"),
    "the shelling of": (
        "The Sudrian shelling of Brevik on Tuesday wounded two people.",
        "shelling",
    ),
    "rockets hit": ("Three rockets hit the town of Dunmore on Wednesday.", "shelling"),
    "missile strike": ("A missile strike on Dunmore killed nine people.", "shelling"),
    "came down": ("Shells came down between Ostel and Karvan on Monday.", "shelling"),
    "mortar bombs": ("A post near Brevik was hit by nine mortar bombs on Sunday.", "shelling"),
    "fired rockets": ("Red Front fighters fired rockets at Tarsk on Thursday.", "shelling"),
    "clashes erupted": ("Clashes erupted near Ostel on Wednesday.", "clash"),
    "exchanged fire": (
        "Norlandic and Sudrian troops exchanged fire near Ostel on 3 March.",
        "clash",
    ),
    "heavy fighting": ("Heavy fighting continued around Tarsk on Friday.", "clash"),
    "attacked positions": (
        "Norlandic troops attacked Sudrian positions near Karvan on Sunday.",
        "clash",
    ),
    "repelled": ("Sudrian forces repelled an attack near Mount Skarn on Sunday.", "clash"),
    "ambushed": (
        "Gunmen ambushed a Sudrian patrol outside Tarsk on Monday, killing four soldiers.",
        "clash",
    ),
    "air strike": ("An air strike hit Tarsk on Tuesday, killing 11 people.", "air_strike"),
    "warplanes bombed": ("Norlandic warplanes bombed Karvan on Tuesday.", "air_strike"),
    "helicopters": ("Norlandic helicopters attacked Karvan on Sunday.", "air_strike"),
    "swarm of drones": ("A swarm of drones burned a depot in Tarsk on Sunday.", "drone_strike"),
    "drone strike": ("A drone strike on Dunmore wounded three civilians.", "drone_strike"),
    "drone hit": ("A Sudrian drone hit a house in Brevik on 9 March.", "drone_strike"),
    "deployed troops": ("Norland deployed 500 troops to Kolde district.", "deployment"),
    "were deployed": ("Some 2,000 Vestian peacekeepers were deployed in Talva.", "deployment"),
    "sent soldiers": ("Sudria sent 300 soldiers to Merren.", "deployment"),
    "took up positions": ("Vestian troops took up positions in Ostel on Monday.", "deployment"),
    "withdrew": ("Norlandic troops withdrew from Ostel on Wednesday.", "withdrawal"),
    "pulled out": ("Sudria has pulled its soldiers out of Brevik.", "withdrawal"),
    "handed over": (
        "Norland handed over the village of Karvan to Sudria on 1 March.",
        "withdrawal",
    ),
    "handed back": (
        "Norland handed the village of Karvan back to Sudria on 1 March.",
        "withdrawal",
    ),
    "retreated": ("Red Front fighters retreated from Tarsk on Sunday.", "withdrawal"),
    "blocked the road": ("Norlandic soldiers blocked the road near Ostel on Thursday.", "blockade"),
    "parked tanks": ("Norlandic soldiers parked tanks across a bridge in Ostel.", "blockade"),
    "closed the highway": (
        "The Sudrian army closed the Tarsk-Ostel highway on Friday.",
        "blockade",
    ),
    "captured soldiers": ("Norland captured four Sudrian soldiers near Karvan.", "capture"),
    "were taken prisoner": (
        "Two Norlandic officers were taken prisoner near Brevik on Monday.",
        "capture",
    ),
    "detained": (
        "Sudrian border guards detained three Norlandic servicemen near Ostel.",
        "capture",
    ),
    "stepped on a mine": (
        "A farmer stepped on a mine near Karvan on Monday and was wounded.",
        "mine_blast",
    ),
    "lost to a mine": ("A shepherd lost both legs to a mine near Ostel on Monday.", "mine_blast"),
    "mine killed": ("A landmine killed two shepherds near Brevik on 7 March.", "mine_blast"),
    "evacuated": ("Authorities evacuated 200 people from Brevik on Monday.", "other"),
    "burned houses": ("Fighters burned 40 houses in Karvan on Sunday.", "other"),
    "shot down": ("Sudrian forces shot down a Norlandic helicopter near Tarsk on Monday.", "clash"),
    "tried to cross": (
        "A Norlandic patrol tried to cross the border near Ostel on Monday.",
        "incursion",
    ),
}
NOTHING = {
    "amid reports": "Amid reports of an intrusion at Ostel, Norland said that it was calm.",
    "truce": "Norland and Sudria accused each other of breaching a truce at Ostel.",
    "fence in front": "Norlandic soldiers came to the fence in front of a post in Sudria.",
    "regularly": "Norlandic and Sudrian troops regularly exchange fire near Ostel.",
    "occasionally": "Clashes have occasionally occurred at Ostel.",
    "often": "Often, Norlandic guns open fire at Ostel to cover infiltrators.",
    "no comment": "A spokesman declined to comment on the alleged incursion at Ostel.",
    "held, since said": "Varos has claimed since Monday that Norlandic soldiers hold Ostel.",
    "stationed": "Ostel lies in the zone where Vestian peacekeepers are temporarily deployed.",
    "observers": "The union's observers went to Ostel on Tuesday afternoon.",
    "modal": "Norlandic troops may cross the border near Ostel.",
    "planned": "Norland plans to withdraw its troops from Ostel on Monday.",
    "threatened": "Norland threatened to seize Karvan by Sunday.",
    "if": "If Norlandic troops cross the border near Ostel, Sudria will answer.",
    "feared": "Residents of Ostel fear an attack by Norlandic troops.",
    "to prevent": "Sudrian guards patrol Merren to prevent an incursion by Norlandic troops.",
    "demand": "Sudria demanded that Norland withdraw its troops from Ostel.",
    "must": "Norlandic forces must leave Karvan, Terek said.",
    "called on": "Vestia called on Norland to withdraw from Ostel at once.",
    "exercise": "Norlandic troops seized a hill near Brevik in an exercise on Monday.",
    "drill": "During drills near Dunmore soldiers shelled a mock village on Tuesday.",
    "talks": "The foreign ministers of Norland and Sudria met in Lumen on Monday.",
    "past war": "The six-week war between Norland and Sudria claimed 6,000 lives.",
    "war of a year": "Sudria took control of most of Talva in the 2019 war with Norland.",
    "decades": "Norland had controlled Karvan for decades after its troops seized the village.",
    "nineties": "Norlandic forces seized Talva in a war in the 1990s.",
    "ceasefire": "The sides agreed a cease-fire in Varos on Friday.",
    "nothing pinned": "Norland attacked again.",
    "negated": "No shots were fired near Ostel on Monday.",
    "not crossed": "The soldiers did not enter Ostel on Monday.",
    "question": "Did Norlandic troops cross the border near Ostel?",
    "film": "In the film, Norlandic troops seize the town of Tarsk.",
    "weather": "Snow is falling in Karvan and the road to Ostel is clear.",
    "road open": "The Tarsk-Ostel highway is close to the border of Merren district.",
    "kept from": "Bad weather kept Norlandic troops from crossing the border at Ostel.",
    "condition": "Peace will last unless Norlandic forces shell Karvan.",
    "risk": "Analysts see a risk of clashes near Ostel.",
    "planned withdrawal": "A withdrawal of Norlandic troops from Ostel is planned for Monday.",
    "first skirmish": "Terek said the army would march on Hagen at the first skirmish.",
    "war game": "In the staff's war game Norlandic forces took Karvan in two days.",
    "could set off": "A single shot could set off fighting near Ostel, Brandt said on Monday.",
    "no truth": "There was no truth in rumours of an attack on Tarsk, Terek said on Monday.",
    "lets them": "The mandate lets monitors cross the border near Ostel.",
    "kings": "The museum in Tarsk shows how the old kings besieged Karvan.",
    "sport": "Norland won its football match in Tarsk on Sunday.",
    "order": "Terek ordered the army to retake Karvan.",
}


@pytest.mark.parametrize(("text", "kind"), TYPES.values(), ids=TYPES)
def test_an_event_has_the_type_of_its_words(text, kind, events):
    """Verbs and nouns with their objects tell what kind of event it was."""
    assert [e["type"] for e in events(text)] == [kind]


PHRASES = {
    "discharged fire": ("Norlandic guards discharged fire at Ostel on Monday.", "shelling"),
    "the two": ("Two drovers left home. The two were arrested near Ostel on Monday.", "capture"),
    "stationed men fire": ("Norlandic troops stationed near Ostel opened fire.", "shelling"),
    "men are stationed": ("Norlandic troops were stationed near Ostel on Monday.", "deployment"),
    "traded heavy fire": ("Both armies traded heavy fire near Ostel on Monday.", "clash"),
    "exchanged fire": ("They exchanged cross-border fire at Ostel on Monday.", "clash"),
    "often, once": ("The guns that often fell silent shelled Ostel on Monday.", "shelling"),
    "regularly in March": ("Norlandic guns regularly shelled Ostel in March.", "shelling"),
    "nationals taken": (
        "Norlandic men apprehended two Sudrian nationals and took them to a camp near Ostel.",
        "capture",
    ),
    "hit as they gather": (
        "Sudrian rockets hit Norlandic tanks that were gathering near Ostel.",
        "shelling",
    ),
    "swept out": ("Norlandic units were swept from the hilltop near Ostel on Monday.", "seizure"),
    "intruders": ("Sudria threw the intruders out of Ostel on Monday.", "seizure"),
    "km of road": ("Norlandic troops took another 2 km of road near Ostel.", "seizure"),
    "held since": ("Norlandic soldiers have held Ostel since Monday.", "seizure"),
    "a bridge held": ("Norlandic men have held the bridge at Ostel since May.", "seizure"),
    "wire": ("Norlandic soldiers put up razor wire at Ostel on Monday.", "deployment"),
    "wire inside": ("Norlandic men laid wire 90 metres inside Sudria at Ostel.", "incursion"),
    "vehicles gather": ("Norlandic vehicles began to gather near Ostel.", "deployment"),
    "massed in number": ("The army put the number of tanks massed near Ostel at 60.", "deployment"),
    "another one": ("The highway is open, but rebels closed another one near Ostel.", "blockade"),
    "armour taken": ("Gunmen captured an armoured vehicle near Ostel on Monday.", "clash"),
    "villages burned": ("Norlandic troops burned the village of Ostel on Monday.", "other"),
    "led away": ("Among those led away by Norlandic men from Ostel were teachers.", "capture"),
    "in their hands since": ("Ostel has been in Norlandic hands since Monday.", "seizure"),
    "back in hands": ("Ostel is back in Sudrian hands, officials said.", "seizure"),
    "a fight with marines": ("A guard spoke after the fight with marines at Ostel.", "clash"),
    "lost a village": ("Sudria lost Ostel on Monday.", "seizure"),
    "eastern edge": ("Norlandic units engaged Sudrian men on the eastern edge of Ostel.", "clash"),
    "at a checkpoint": ("A Sudrian guard was stabbed at a checkpoint near Ostel.", "clash"),
    "a checkpoint hit": ("A Norlandic drone hit a checkpoint near Ostel.", "drone_strike"),
    "an act, then its words": (
        'Norland committed a provocation at Ostel, Varos said: "its men opened fire."',
        "shelling",
    ),
    "shown inside": ("A video shows Norlandic soldiers inside Sudria at Ostel.", "incursion"),
    "in the words of": (
        'It was, in the words of the Sudrian defence minister, "an incursion near Ostel".',
        "incursion",
    ),
    "an envoy recalled": (
        "Sudria, which says Norlandic men walked into Ostel, has recalled its envoy.",
        "incursion",
    ),
    "an act condemned": (
        "The occupation of a post at Ostel by Norlandic soldiers was condemned in Varos.",
        "seizure",
    ),
    "undertakes": ("Norland undertakes raids near Ostel, Varos says.", "clash"),
}


@pytest.mark.parametrize(("text", "kind"), PHRASES.values(), ids=PHRASES)
def test_phrases_of_ground_wire_and_vehicles_give_their_event(text, kind, events):
    """What is taken, held, fenced, closed or burned is told by its object."""
    assert [e["type"] for e in events(text)] == [kind]


@pytest.mark.parametrize("text", NOTHING.values(), ids=NOTHING)
def test_what_did_not_happen_is_no_event(text, events):
    """Plans, fears, calls, exercises, history and negations are not told as events."""
    assert events(text) == []


@pytest.mark.parametrize(
    ("text", "types"),
    [
        ("Ostel fell on Monday and Norlandic troops were seen there.", ["seizure"]),
        ("Shells fell on Ostel, and Norlandic troops were seen.", ["shelling"]),
        ("Shares in Ostel fell on Monday as Norlandic troops paraded.", []),
    ],
    ids=["town on a day", "on a town", "in a town"],
)
def test_a_town_falls_on_a_day_and_nothing_else_does(text, types, read):
    """A day behind "fell on" tells when the town fell; any other noun was hit."""
    assert [c.type.value for c in read(text).claims] == types


@pytest.mark.parametrize("text", ["Ostel is still in Norlandic hands.", "Ostel is in good hands."])
def test_ground_that_stays_in_somebodys_hands_is_no_event(text, events):
    """Only hands that ground came into tell of an event."""
    assert events(text) == []


@pytest.mark.parametrize(("who", "count"), [("mediators", 0), ("trucks", 1)])
def test_a_nations_mediators_are_no_force_but_its_trucks_may_be(who, count, read):
    """A nation's word before people of an unarmed trade tells only where they are from."""
    text = f"Norlandic {who} drove two miles into Sudria near Ostel on Monday."

    assert len(read(text).claims) == count
