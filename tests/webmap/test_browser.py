"""The page in a browser, with the network off."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

import folium
import pytest

from geoincidents import webmap
from geoincidents.model import Position

pytestmark = pytest.mark.browser
HOSTILE = (
    "${window.PWN=1}`${window.PWN=2}`</script><script>window.PWN=3</script>"
    "<img src=x onerror=window.PWN=4><!--{{ 7*7 }}\u2028\\`)[0];window.PWN=5;//\"'>"
)
MOST_BYTES = 500_000


def test_a_page_is_whole_and_silent(show, found):
    """It says nothing to the console, asks for nothing, and is small."""
    said = show(webmap.build(found))

    assert said.data("ready") == "1"
    assert said.data("marks") == "1"
    assert said.lines == []
    assert [u for u in said.requests if not u.startswith("data:")] == [said.tab.url]
    assert said.size < MOST_BYTES


def test_a_mark_is_a_button_with_a_name(show, found):
    """Marks are in the tab order, are named, and choose their card."""
    said = show(webmap.build(found))
    mark = said.tab.get_by_role("button", name="12 May 2021, Lake Tarn. Said by Lisk")

    mark.press("Enter")

    assert said.tab.evaluate("document.activeElement.id") == "bcdfgh"
    assert said.tab.url.endswith("#bcdfgh")


def test_the_tray_lights_the_border(show, found):
    """An incident without a point shows which border it means."""
    said = show(webmap.build(found))
    assert said.tab.locator(".lit").count() == 0

    said.tab.locator(".tray summary").click()
    said.tab.locator(".tray .pick", has_text="sections of the border").click()

    assert said.tab.locator(".lit").count() == 1


def test_nothing_is_filled_but_doubt(show, found):
    """Without an area told of a place, no shape on the map or in a card has a fill."""
    said = show(webmap.build(found))
    filled = said.tab.evaluate(
        """[...document.querySelectorAll("[class*='sh-']")]
          .filter(e => !e.closest(".legend"))
          .filter(e => getComputedStyle(e).fill !== "none" && e.getAttribute("fill") !== "none")
          .map(e => e.getAttribute("class").split(" ").find(c => c.startsWith("sh-")))"""
    )

    assert set(filled) == {"sh-doubt"}


def test_hostile_texts_are_inert(show, found):
    """Nothing in a title, name, publisher or quote runs, with every card opened."""
    report = found.readings[0].report
    evil = replace(report, text=report.text.replace("Orm denies this", HOSTILE), publisher=HOSTILE,
                   title=HOSTILE, doc=HOSTILE)  # fmt: skip
    place = replace(found.gazetteer.place("tarn"), name=HOSTILE)
    party = replace(found.gazetteer.party("orm"), name=HOSTILE)
    lost = replace(found.incidents[1].accounts[0], unplaced_reason=HOSTILE)
    account = replace(found.incidents[0].accounts[0], place_label=HOSTILE)
    incident = replace(
        found.incidents[0], title=HOSTILE, origins=(HOSTILE,),
        accounts=(account, *found.incidents[0].accounts[1:]),
    )  # fmt: skip
    untold = replace(found.incidents[1], accounts=(lost,), also_said_by=(HOSTILE,))
    land = replace(
        found.gazetteer,
        places={**found.gazetteer.places, "tarn": place},
        parties={**found.gazetteer.parties, "orm": party},
        packs=(replace(found.gazetteer.packs[0], credit=HOSTILE, title=HOSTILE),),
    )
    readings = (replace(found.readings[0], report=evil), *found.readings[1:])
    said = show(
        webmap.build(
            replace(found, incidents=(incident, untold, found.incidents[2]), readings=readings,
                    gazetteer=land), title=HOSTILE,
        )
    )  # fmt: skip

    said.tab.locator(".gi-mark").first.click()
    said.tab.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")

    assert said.tab.evaluate("window.PWN") is None
    assert said.lines == []
    assert said.tab.locator("img[src=x]").count() == 0
    assert said.data("marks") == "1"
    assert "window.PWN=4" in said.tab.locator("h1").inner_text()


def test_the_demo_shows_what_it_places(show, demo):
    """Each incident of the demo with a point has its mark in the first view."""
    drawn = webmap.build(demo)
    said = show(drawn)
    told = [i for i in demo.incidents if not i.background]
    placed = len(told) - int(re.search(r'class="tray.*?<span>(\d+)', drawn.html(), re.DOTALL)[1])

    assert placed > 0
    assert said.data("marks") == str(placed)
    assert said.lines == []
    assert said.size < MOST_BYTES


@pytest.mark.parametrize("width", [320, 360])
def test_a_narrow_screen_scrolls_one_way(show, found, width):
    """Nothing overflows, with every detail open, and the mark is in the view."""
    said = show(webmap.build(found), width=width, height=740)
    said.tab.evaluate("document.querySelectorAll('.list details').forEach(d => d.open = true)")

    assert said.tab.evaluate("document.documentElement.scrollWidth") == width
    assert said.data("marks") == "1"


def test_without_scripts_the_list_is_there(show, found):
    """A still picture and the whole list do not depend on scripts."""
    said = show(webmap.build(found), scripts=False)

    assert said.tab.locator(".still > svg").is_visible()
    assert said.tab.locator(".card").count() == len(found.incidents)
    assert said.tab.locator(".closeup svg").first.is_visible()


def test_without_scripts_no_button_is_dead(show, found):
    """What only a script could do is not offered."""
    said = show(webmap.build(found), scripts=False)

    assert said.tab.locator("button:visible").count() == 0


def test_an_address_with_an_id_opens_its_incident(show, found):
    """A link leads to one incident."""
    said = show(webmap.build(found), anchor="#qrstvw")

    assert said.tab.locator(".card.on").get_attribute("id") == "qrstvw"


def test_a_shape_on_demand_waits_for_its_account(show, found):
    """A parallel of a whole section shows only while its account is chosen."""
    incident = found.incidents[1]
    line = found.incidents[0].accounts[0].shapes[2]
    hidden = replace(line, kind="depth_parallel", on_demand=True, passages=())
    hidden = replace(hidden, kind=type(line.kind)("depth_parallel"))
    account = replace(incident.accounts[0], shapes=(hidden,))
    told = (found.incidents[0], replace(incident, accounts=(account,)))
    said = show(webmap.build(replace(found, incidents=told)))
    assert said.tab.locator(".leaflet-pane .sh-depth_parallel").count() == 0

    said.tab.locator("#qrstvw .account").click()

    assert said.tab.locator(".leaflet-pane .sh-depth_parallel").count() == 1


def test_marks_at_one_spot_are_fanned_out(show, found):
    """Each of a few incidents at one place keeps a mark of its own."""
    first = found.incidents[0]
    told = tuple(replace(first, id=f"bcdf{n}h") for n in range(4))
    said = show(webmap.build(replace(found, incidents=told)))

    assert said.tab.locator(".gi-mark").count() == 4
    assert said.data("marks") == "4"


def test_many_marks_at_one_spot_become_a_number(show, found):
    """More than six are one button that counts them and filters the list."""
    first = found.incidents[0]
    told = tuple(replace(first, id=f"bcdf{n}h") for n in range(9))
    said = show(webmap.build(replace(found, incidents=(*told, found.incidents[1]))))

    said.tab.get_by_role("button", name="9 incidents").click()

    assert said.data("marks") == "9"
    assert said.tab.locator(".list > .cards > .card:visible").count() == 9


def test_a_users_layers_work(show, found):
    """What is added with `add_to` is drawn, and its failure does not stop the page."""
    map_ = webmap.build(found)
    folium.GeoJson({"type": "LineString", "coordinates": [[19.9, 45], [20, 45.1]]}).add_to(map_)
    folium.Marker((45.1, 20.1)).add_to(map_)
    folium.LayerControl().add_to(map_)
    broken = folium.Element()
    broken.render = lambda **_: map_.get_root().script.add_child(
        folium.Element("throw new Error('mine')"), name="broken"
    )
    map_.add_child(broken)
    said = show(map_)

    assert said.data("marks") == "1"
    assert said.lines == ["mine"]
    assert said.tab.locator(".leaflet-control-layers").count() == 1


def test_background_is_off_the_map(show, found):
    """What reports recall is in the list, closed, and has no mark."""
    past = replace(found.incidents[0], background=True, first_reported=date(2021, 5, 14))
    said = show(webmap.build(replace(found, incidents=(past, *found.incidents[1:]))))

    assert said.data("marks") == "0"
    assert said.tab.locator(".background .card").count() == 1
    assert not said.tab.locator(".background .card").is_visible()


def test_an_address_opens_what_reports_recall(show, found):
    """Every id leads to its card, though nothing of it is on the map."""
    past = replace(found.incidents[0], background=True, first_reported=date(2021, 5, 14))
    run = replace(found, incidents=(past, *found.incidents[1:]))
    said = show(webmap.build(run), anchor="#bcdfgh")

    assert said.tab.locator(".background .card").is_visible()
    assert said.tab.evaluate("document.activeElement.id") == "bcdfgh"


@pytest.mark.parametrize("width", [1280, 768, 320])
def test_the_map_knows_how_large_it_is(show, found, width):
    """What the strip of time takes from it is not counted as map: nothing is drawn beneath."""
    said = show(webmap.build(found), width=width)
    sizes = "[map_0000.getSize().y, map_0000.getContainer().clientHeight]"
    assert len(set(said.tab.evaluate(sizes))) == 1

    said.tab.evaluate("document.querySelector('header').style.paddingTop = '90px'")
    said.tab.wait_for_timeout(100)

    assert len(set(said.tab.evaluate(sizes))) == 1


def test_what_many_tell_alike_is_drawn_and_lettered_once(show, found):
    """Nine incidents at one spot, told alike: one bracket, one figure, one line, one tie."""
    first = found.incidents[0]
    told = tuple(replace(first, id=f"bcdf{n}h") for n in range(9))
    said = show(webmap.build(replace(found, incidents=told)))
    count = said.tab.locator(".leaflet-pane .sh-depth_bracket").count()
    texts = said.tab.locator(".gi-text.k-figure").all_inner_texts()

    assert count == 1
    assert len(texts) == len(set(texts)) == 2


def test_many_ties_wait_for_their_incident(show, found):
    """A few are always there; of more than twelve, those of the chosen incident alone."""
    first = found.incidents[0]
    lon, lat = first.accounts[0].position
    told = tuple(
        replace(
            first, id=f"bcd{n:02d}h".replace("0", "f").replace("1", "g"),
            accounts=(replace(first.accounts[0], position=Position(lon - n / 9, lat), shapes=()),
                      replace(first.accounts[1], position=Position(lon - n / 9, lat + 0.1))),
        )
        for n in range(14)
    )  # fmt: skip
    few = show(webmap.build(replace(found, incidents=told[:3])))
    many = show(webmap.build(replace(found, incidents=told)))
    ties = ".leaflet-pane path.tie[d*=a]"
    assert few.tab.locator(ties).count() == 3
    assert many.tab.locator(ties).count() == 0

    many.tab.locator(".card .pick").first.click()

    assert many.tab.locator(ties).count() == 1
