"""Places in Armenian, Azerbaijani and Russian sentences of our own, by the pack's names."""

from pathlib import Path

import pytest

from geoincidents import gazetteer, lexicon, places, vocabulary
from geoincidents.model import Block, BlockKind, Report
from geoincidents.text import masked

PACK = Path(__file__).resolve().parents[2] / "gazetteer" / "south-caucasus"

ARMENIAN = [
    ("Սոթք գյուղում գիշերը հանգիստ էր։", {"Սոթք": "sotk"}),
    ("Գորիս քաղաքի դպրոցներն այսօր փակ են։", {"Գորիս": "goris"}),
    ("Իջևան և Նոյեմբերյան քաղաքները կապող ճանապարհը բաց է։", {
        "Իջևան": "ijevan", "Նոյեմբերյան": "noyemberyan"}),
    ("Ավտոբուսը մեկնեց Կապան, ապա Մեղրի։", {"Կապան": "kapan", "Մեղրի": "meghri"}),
    ("Սյունիք մարզի բնակիչները ժողով են արել։", {"Սյունիք": "syunik"}),
    ("Հովիվը Արծվաշեն գյուղից է։", {"Արծվաշեն": "artsvashen"}),
    ("Հայաստան և Ադրբեջան պետությունները պատվիրակներ ուղարկեցին։", {
        "Հայաստան": "armenia", "Ադրբեջան": "azerbaijan"}),
    ("Շուշի քաղաքը բլրի վրա է, Ստեփանակերտ քաղաքը՝ ներքևում։", {
        "Շուշի": "shusha", "Ստեփանակերտ": "khankendi"}),
    ("Ձյունը փակել է Ջերմուկ տանող ճանապարհը։", {"Ջերմուկ": "jermuk"}),
    ("Նրանք հասան Վարդենիս երեկոյան։", {"Վարդենիս": "vardenis"}),
]  # fmt: skip
AZERBAIJANI = [
    ("Avtobus gecə Laçın şəhərinə çatdı.", {"Laçın": "lachin"}),
    ("Kəlbəcər dağlarına qar yağıb.", {"Kəlbəcər": "kalbajar"}),
    ("Şuşa ilə Xankəndi arasında yol təmir olunur.", {"Şuşa": "shusha", "Xankəndi": "khankendi"}),
    ("Ermənistan və Azərbaycan nümayəndələri danışdılar.", {
        "Ermənistan": "armenia", "Azərbaycan": "azerbaijan"}),
    ("Qubadlı ilə Cəbrayıl qonşudur.", {"Qubadlı": "qubadli", "Cəbrayıl": "jabrayil"}),
    ("Çoban Minkənd kəndində yaşayır.", {"Minkənd": "minkend"}),
    ("Tovuz və Ağstafa sakinləri su gözləyir.", {"Tovuz": "tovuz", "Ağstafa": "agstafa"}),
    ("Culfa ilə Ordubad arasında qatar gedir.", {"Culfa": "julfa", "Ordubad": "ordubad"}),
    ("Zəngilan bazarı səhər açılır.", {"Zəngilan": "zangilan"}),
    ("Gədəbəy yolunda duman var.", {"Gədəbəy": "gadabay"}),
]  # fmt: skip
RUSSIAN = [
    ("Село Сотк осталось без света.", {"Сотк": "sotk"}),
    ("Дорога соединяет Горис и Капан.", {"Горис": "goris", "Капан": "kapan"}),
    ("Пастух родом из села Шурнух.", {"Шурнух": "shurnukh"}),
    ("Автобус прибыл в город Лачин вечером.", {"Лачин": "lachin"}),
    ("Снег засыпал Джермук.", {"Джермук": "jermuk"}),
    ("Армения и Азербайджан обменялись письмами.", {
        "Армения": "armenia", "Азербайджан": "azerbaijan"}),
    ("Город Шуша стоит выше, чем Степанакерт.", {"Шуша": "shusha", "Степанакерт": "khankendi"}),
    ("Рынок города Зангелан открыт.", {"Зангелан": "zangilan"}),
    ("Через Иджеван идёт колонна.", {"Иджеван": "ijevan"}),
    ("Товуз и Газах ждут воды.", {"Товуз": "tovuz", "Газах": "gazakh"}),
]  # fmt: skip


@pytest.fixture(scope="module")
def find():
    """Return a function that finds the places of a sentence, with their mentions."""
    world, words = gazetteer.load([PACK]), lexicon.load()
    scanner = vocabulary.compile_(world, words)

    def find_(text, language):
        block = Block(kind=BlockKind.BODY, span=(0, len(text)))
        made = Report(
            id="r", doc="r.txt", text=text, text_sha256="", blocks=(block,), language=language
        )
        return places.find(made, scanner.scan(masked(made)), world, words)

    return find_


CASES = [
    pytest.param(text, language, expected, id=f"{language}{number}")
    for language, table in (("hy", ARMENIAN), ("az", AZERBAIJANI), ("ru", RUSSIAN))
    for number, (text, expected) in enumerate(table, 1)
]


@pytest.mark.parametrize(("text", "language", "expected"), CASES)
def test_a_place_is_found_where_it_stands(find, text, language, expected):
    """Every place, nothing else, and offsets that slice back to the words."""
    found = [m for m in find(text, language) if m.place_id]

    assert {text[slice(*m.passage.span)]: m.place_id for m in found} == expected
    assert all(text[slice(*m.passage.span)] == m.passage.text for m in found)
