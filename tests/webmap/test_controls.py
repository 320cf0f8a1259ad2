"""What a reader can choose: filters, whose account, time, and a link that keeps it all."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from geoincidents import webmap
from geoincidents.model import UNDATED

pytestmark = pytest.mark.browser


@pytest.fixture
def page(show, found):
    """Return the page of the invented run, its third incident without a date."""
    lost = found.incidents[2]
    accounts = tuple(replace(a, when=UNDATED) for a in lost.accounts)
    told = (*found.incidents[:2], replace(lost, accounts=accounts))

    def opener(**settings):
        return show(webmap.build(replace(found, incidents=told)), **settings)

    return opener


def cards(said):
    """Return the ids of the cards in the list."""
    return said.tab.locator(".list > .cards > .card:visible").evaluate_all(
        "cards => cards.map(c => c.id)"
    )


def choose(said, facet, value):
    """Tick a box of the filters."""
    details = said.tab.locator(".filters details")
    if not details.evaluate("d => d.open"):
        details.locator("summary").click()
    said.tab.locator(f'[data-facet="{facet}"] input[value="{value}"]').click()


def slide(said, end, key):
    """Move an end of the strip of time by a key."""
    said.tab.locator(f".time .{end}").press(key)


def test_a_status_filters_list_map_and_tray(page):
    """What is shown is the same in all three, and it is counted."""
    said = page()
    choose(said, "status", "denied")

    assert cards(said) == ["bcdfgh"]
    assert said.tab.locator(".gi-mark").count() == 1
    assert said.tab.locator(".count").inner_text() == "1 of 3"
    assert said.tab.locator(".tray li:not([hidden])").count() == 0
    assert said.tab.locator(".filtered").inner_text().startswith("Showing 1 of 3.")


@pytest.mark.parametrize(
    ("facet", "value", "left"),
    [
        ("types", "clash", ["jklmnp"]),
        ("types", "incursion", ["bcdfgh", "qrstvw"]),
        ("parties", "orm", ["bcdfgh", "jklmnp"]),
        ("outlets", "1", ["bcdfgh"]),
    ],
)
def test_each_facet_narrows(page, facet, value, left):
    """Type, party and outlet each leave what has them."""
    said = page()
    choose(said, facet, value)

    assert cards(said) == left


def test_facets_narrow_together_and_values_widen(page):
    """Two values of one facet are either; two facets are both."""
    said = page()
    choose(said, "status", "denied")
    choose(said, "status", "one_side")
    assert cards(said) == ["bcdfgh", "qrstvw"]

    choose(said, "types", "deployment")

    assert cards(said) == ["bcdfgh"]


def test_a_filter_without_marks_leaves_no_shape(page):
    """Shapes go with their incident."""
    said = page()
    choose(said, "status", "one_side")

    assert said.tab.locator(".gi-mark").count() == 0
    assert said.tab.locator(".leaflet-pane .sh-depth_bracket").count() == 0
    assert said.tab.locator(".gi-text.k-figure:not(.off)").count() == 0


def test_the_name_of_a_place_goes_with_its_incidents(page):
    """Bold, it says that something was reported there."""
    said = page()
    names = said.tab.locator(".gi-text.own:not(.k-figure):not(.off)")
    assert names.count() > 0

    choose(said, "status", "one_side")

    said.wait("!document.querySelector('.gi-text.own:not(.k-figure):not(.off)')")


def test_words_are_looked_up_without_case_and_accents(page):
    """All words must be there, in any order."""
    said = page()
    said.tab.get_by_role("searchbox").fill("TÁRN soldiers")

    said.wait("document.querySelector('.count').textContent === '1 of 3'")
    assert cards(said) == ["bcdfgh"]


def test_show_all_clears_the_filters(page):
    """One button brings everything back."""
    said = page()
    choose(said, "status", "denied")

    said.tab.locator(".filtered button").click()

    assert len(cards(said)) == 3
    assert said.tab.locator(".filters input:checked").count() == 0


def test_one_account_shows_only_its_shapes_and_says_so(page):
    """The other side's line is gone, its words too, the frame says why."""
    said = page()
    said.tab.get_by_role("button", name="Lisk", exact=True).click()

    assert said.tab.locator(".only").inner_text().startswith("Showing only what Lisk says.")
    assert said.tab.locator(".leaflet-pane .sh-counter_line").count() == 0
    assert said.tab.locator(".leaflet-pane .sh-depth_bracket").count() == 1
    assert not said.tab.locator("#bcdfgh .voice.aside").is_visible()
    assert not said.tab.locator("#bcdfgh tr[data-voice=orm]").is_visible()


def test_who_denies_without_a_place_has_no_mark(page):
    """Orm's account of the lake is a line on its own side, not a point."""
    said = page()
    said.tab.get_by_role("button", name="Orm", exact=True).click()

    assert said.tab.locator(".gi-mark").count() == 0
    assert said.tab.locator(".leaflet-pane .sh-counter_line").count() == 1
    assert cards(said) == ["bcdfgh", "jklmnp"]

    said.tab.locator(".only button").click()
    assert len(cards(said)) == 3


def test_time_leaves_what_meets_it_and_never_hides_the_undated(page):
    """The first day alone: what is without a date stays until its box is cleared."""
    said = page()
    for _ in range(3):
        slide(said, "to", "ArrowLeft")
    assert said.tab.locator(".time output").inner_text() == "12 May 2021"
    assert cards(said) == ["bcdfgh", "jklmnp"]

    said.tab.locator(".undated input").click()

    assert cards(said) == ["bcdfgh"]


def test_an_end_of_time_takes_the_other_along(page):
    """The ends never cross."""
    said = page()
    slide(said, "to", "Home")
    slide(said, "from", "End")

    values = said.tab.locator(".time input[type=range]").evaluate_all("e => e.map(i => +i.value)")
    assert values[0] == values[1] > 0


def test_play_moves_the_window_until_the_end(page):
    """A button plays and stops, without dragging."""
    said = page()
    said.tab.get_by_role("button", name="Play").click()
    assert said.tab.get_by_role("button", name="Pause").is_visible()

    said.wait("document.querySelector('.play').textContent === 'Play'")
    assert said.tab.locator(".time output").inner_text() == "13 May 2021"


def test_undated_incidents_have_a_bar_of_their_own(page):
    """It stands before the days."""
    said = page()

    assert said.tab.locator(".strip.lone").get_attribute("aria-label") == "Undated: 1"


def test_a_link_reproduces_what_is_shown(page):
    """Filters, account, time and the chosen incident are in the address."""
    said = page()
    choose(said, "types", "incursion")
    said.tab.get_by_role("button", name="Lisk", exact=True).click()
    slide(said, "from", "ArrowRight")
    said.tab.locator("#qrstvw .pick").click()
    anchor = re.sub(r"^[^#]*", "", said.tab.url)

    again = page(anchor=anchor)

    assert anchor.startswith("#qrstvw&by=lisk&types=incursion&from=2021-05-13")
    assert cards(again) == cards(said) == ["qrstvw"]
    assert again.tab.locator(".card.on").get_attribute("id") == "qrstvw"
    assert again.tab.locator(".only").is_visible()


def test_a_link_reproduces_the_view(page):
    """Where the reader has moved the map is in the address too."""
    said = page()
    centre = "[...document.querySelectorAll('.inset .view')].map(v => v.getAttribute('x'))"
    said.tab.locator(".leaflet-container").focus()
    said.tab.keyboard.press("ArrowRight")
    said.wait("location.hash.includes('map=')")
    anchor = re.sub(r"^[^#]*", "", said.tab.url)

    assert page(anchor=anchor).tab.evaluate(centre) == said.tab.evaluate(centre)


def test_nonsense_in_the_address_does_no_harm(page):
    """Unknown values are as if they were not there."""
    said = page(anchor="#zzzzzz&by=nobody&from=soon&map=a/b/c&q=%E0%A4%A")

    assert said.lines == []
    assert said.data("ready") == "1"


def test_the_back_of_an_address_is_read(page):
    """A changed address changes the page."""
    said = page()
    said.tab.evaluate("location.hash = '#by=orm'")

    said.wait("!document.querySelector('.only').hidden")
    assert cards(said) == ["bcdfgh", "jklmnp"]


def test_tray_squares_are_to_scale_beside_each_other(page):
    """What has an area but no place is in the tray with its squares."""
    said = page()
    sides = said.tab.locator(".tray .square svg").evaluate_all(
        "s => s.map(e => +e.getAttribute('width'))"
    )

    assert len(sides) == 2
    assert max(sides) / min(sides) == pytest.approx(10**0.5, rel=0.01)


def tab_to(said, selector, most=150):
    """Press Tab until an element that matches has the focus."""
    for _ in range(most):
        said.tab.keyboard.press("Tab")
        if said.tab.evaluate("s => document.activeElement.matches(s)", selector):
            return
    raise AssertionError(f"Tab never reaches {selector}")


def test_a_mark_is_chosen_and_left_by_keys(page):
    """Enter leads from the mark to its card, Escape back to the mark with nothing chosen."""
    said = page()
    tab_to(said, ".gi-mark")
    said.tab.keyboard.press("Enter")
    said.wait("document.activeElement.id === 'bcdfgh'")

    said.tab.keyboard.press("Escape")

    assert said.tab.evaluate("document.activeElement.matches('.gi-mark')")
    assert said.tab.locator(".card.on, .gi-mark.on").count() == 0
    assert "#" not in said.tab.url


def test_slash_goes_to_the_search_and_is_a_letter_there(page):
    """From a card it moves the focus; in the field it is typed; outside both it does nothing."""
    said = page()
    said.tab.keyboard.press("/")
    assert said.tab.evaluate("document.activeElement.tagName") == "BODY"

    said.tab.locator("#bcdfgh .pick").focus()
    said.tab.keyboard.press("/")
    said.tab.keyboard.type("a/b")

    assert said.tab.get_by_role("searchbox").input_value() == "a/b"


def test_filters_open_choose_and_close_by_keys(page):
    """Enter opens them, Space ticks a box, Escape closes them where they were opened."""
    said = page()
    tab_to(said, ".filters summary")
    said.tab.keyboard.press("Enter")
    tab_to(said, "[data-facet=status] input[value=denied]")
    said.tab.keyboard.press("Space")
    assert cards(said) == ["bcdfgh"]

    said.tab.keyboard.press("Escape")

    assert said.tab.evaluate("document.activeElement.matches('.filters summary')")
    assert not said.tab.locator(".filters details").evaluate("d => d.open")


def test_account_and_time_are_chosen_by_keys(page):
    """Space presses an account's button; arrows, Home and End move the ends of time."""
    said = page()
    tab_to(said, ".voices [data-voice=orm]")
    said.tab.keyboard.press("Space")
    assert cards(said) == ["bcdfgh", "jklmnp"]

    tab_to(said, ".only button")
    said.tab.keyboard.press("Enter")
    tab_to(said, ".time .to")
    said.tab.keyboard.press("Home")

    assert said.tab.locator(".time output").inner_text() == "12 May 2021"
    said.tab.keyboard.press("End")
    assert len(cards(said)) == 3


def test_the_tray_and_the_legend_open_by_keys(page):
    """Enter opens the tray and chooses its row; Escape closes the legend."""
    said = page()
    tab_to(said, ".legend summary")
    said.tab.keyboard.press("Escape")
    assert not said.tab.locator(".legend").evaluate("d => d.open")

    tab_to(said, ".tray summary")
    said.tab.keyboard.press("Enter")
    tab_to(said, ".tray .pick")
    said.tab.keyboard.press("Enter")

    assert said.tab.locator(".card.on").get_attribute("id") == "qrstvw"
    assert said.tab.locator(".leaflet-pane .lit").count() == 1


def test_words_and_accounts_of_a_card_open_by_keys(page):
    """A figure opens its clause and a row is shown on the map, with Enter and Space."""
    said = page()
    tab_to(said, "#bcdfgh .account")
    said.tab.keyboard.press("Space")
    assert said.tab.locator("#bcdfgh .account[aria-pressed=true]").count() == 1

    tab_to(said, "#bcdfgh .said summary")
    said.tab.keyboard.press("Enter")

    assert said.tab.locator("#bcdfgh .said[open] .behind").first.is_visible()


def test_the_map_moves_and_zooms_by_keys(page):
    """Plus, minus and arrows, as its description says."""
    said = page()
    tab_to(said, ".leaflet-container")
    zoom = said.tab.evaluate("map_0000.getZoom()")
    said.tab.keyboard.press("Minus")
    said.wait(f"map_0000.getZoom() < {zoom}")
    west = said.tab.evaluate("map_0000.getCenter().lng")

    said.tab.keyboard.press("ArrowRight")

    said.wait(f"map_0000.getCenter().lng > {west}")


def test_a_size_is_compared_on_the_map_and_put_away(page):
    """One outline of the true area in the view, said to be no place; Escape takes it away."""
    said = page()
    tab_to(said, "#jklmnp .compare")
    said.tab.keyboard.press("Enter")
    outline = said.tab.locator(".leaflet-pane .sh-size")
    assert outline.count() == 1
    said.wait(
        "[...document.querySelectorAll('.gi-text:not(.off)')]"
        ".some(t => t.textContent.includes('for size only, not a location'))"
    )
    side_m = said.tab.evaluate(
        """() => {
          const path = document.querySelector(".leaflet-pane .sh-size").getBBox();
          const { lat } = map_0000.getCenter();
          const px = 40075016.686 * Math.cos(lat * Math.PI / 180) / 2 ** (map_0000.getZoom() + 8);
          return path.width * px;
        }"""
    )
    area = float(said.tab.locator("#jklmnp .compare").first.get_attribute("data-m2"))
    assert side_m == pytest.approx(area**0.5, rel=0.03)

    said.tab.keyboard.press("Escape")

    assert outline.count() == 0
    assert said.tab.locator("#jklmnp .compare[aria-pressed=true]").count() == 0


def test_only_one_size_is_compared_at_a_time(page):
    """Another button moves the outline; the same one takes it away; no address holds it."""
    said = page()
    buttons = said.tab.locator("#jklmnp .compare")
    buttons.nth(0).click()
    buttons.nth(1).click()
    assert said.tab.locator(".leaflet-pane .sh-size").count() == 1
    assert buttons.nth(0).get_attribute("aria-pressed") == "false"
    assert "#" not in said.tab.url

    buttons.nth(1).click()

    assert said.tab.locator(".leaflet-pane .sh-size").count() == 0
