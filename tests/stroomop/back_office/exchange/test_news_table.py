"""News in a file: its adviezen and sources, and what stays as it is once the public could read it."""

import pytest

from advies.models import News
from advies.tables import NewsTable
from tests import factories as make
from tests.stroomop.back_office.exchange.kit import faults, look

pytestmark = pytest.mark.django_db
FIXED = "dit ligt vast sinds het openbaar is. Zet de oude waarde terug. Was die fout? Herstel het in het beheer."
RECORD = {
    "kenmerk": "", "titel": "Testnieuws", "soort": "aangekondigd", "van": "2021-02-01", "tot en met": "2021-02-28",
    "zo precies als": "op de maand", "adviezen": "4 (genoemd); 7", "bronnen": "Testbron | https://bron.test/",
}  # fmt: skip


@pytest.fixture(autouse=True)
def adviezen():
    return [make.make_advies(number=number) for number in (4, 7)]


def test_new_news_is_a_draft_with_its_adviezen_and_sources(tmp_path):
    assert look(tmp_path, NewsTable, RECORD, write=True).can_be_written

    [news] = News.objects.all()
    assert (news.slug, news.kind, news.precision, news.period) == ("testnieuws", "afspraak", "maand", "februari 2021")
    assert (news.published_at, news.known_on) == (None, None)
    assert list(news.bearings.values_list("advies__number", "derived")) == [(4, False), (7, True)]
    assert list(news.sources.values_list("title", "url")) == [("Testbron", "https://bron.test/")]


def test_news_without_advies_or_source_is_refused(tmp_path):
    told = [
        "Kolom 'adviezen': noem minstens één advies, met zijn nummer.",
        "Kolom 'bronnen': noem minstens één bron: de titel van de pagina, ' | ' en het webadres.",
    ]

    assert faults(tmp_path, NewsTable, {"kenmerk": "", "titel": "Test", "soort": "besluit"}) == told
    assert faults(tmp_path, NewsTable, RECORD | {"adviezen": "", "bronnen": ""}) == told


@pytest.mark.parametrize("text", ["99", "vier", "4,7", "1.5", "4 (afgeleid)"])
def test_what_is_no_advies_is_refused(tmp_path, text):
    assert faults(tmp_path, NewsTable, RECORD | {"adviezen": text}) == [
        f"Kolom 'adviezen': '{text}' is geen advies. Schrijf nummers met ; ertussen, zoals 4; 7 (genoemd)."
    ]


def test_advies_that_is_a_draft_is_refused(tmp_path):
    make.make_advies(number=9, published_at=None)

    assert faults(tmp_path, NewsTable, RECORD | {"adviezen": "9"})


def test_advies_in_two_ways_is_refused(tmp_path):
    assert faults(tmp_path, NewsTable, RECORD | {"adviezen": "4; 4 (genoemd)"}) == [
        "Kolom 'adviezen': een advies staat er twee keer in. Haal er één weg."
    ]


@pytest.mark.parametrize("url", ["ftp://bron.test/", "javascript://bron.test/", "www.bron.test"])
def test_link_that_a_reader_should_not_follow_is_refused(tmp_path, url):
    assert faults(tmp_path, NewsTable, RECORD | {"bronnen": f"Testbron | {url}"}) == [
        "Kolom 'bronnen': 'Testbron': Vul een webadres in dat begint met https://."
    ]


def test_draft_changes_its_adviezen(tmp_path, adviezen):
    news = make.make_news(adviezen[0], published_at=None)

    look(tmp_path, NewsTable, {"kenmerk": news.slug, "adviezen": "7 (genoemd)"}, write=True)

    assert list(news.bearings.values_list("advies__number", "derived")) == [(7, False)]


def test_what_is_append_only_is_refused_however_asked(tmp_path, adviezen):
    news = make.make_news(adviezen[0], kind="besluit", date_from="2021-01-01", precision="dag")
    record = {
        "kenmerk": news.slug, "titel": "Beter gezegd", "soort": "maatregel", "van": "2021-01-02", "adviezen": "4; 7",
    }  # fmt: skip

    told = faults(tmp_path, NewsTable, record, changes_public=True)

    assert told == [f"Kolom '{column}': {FIXED}" for column in ("soort", "van", "adviezen")]


def test_words_of_public_news_may_be_mended_with_history(tmp_path, adviezen):
    news = make.make_news(adviezen[0], title="Testnieusw")
    record = {"kenmerk": news.slug, "titel": "Testnieuws", "bronnen": "Testbron | https://bron.test/"}

    look(tmp_path, NewsTable, record, changes_public=True, write=True)

    assert list(news.history.values_list("title", flat=True)) == ["Testnieuws", "Testnieusw"]
    assert [str(source) for source in news.sources.all()] == ["Testbron"]


def test_dates_that_do_not_go_together_are_refused(tmp_path):
    assert faults(tmp_path, NewsTable, RECORD | {"tot en met": "2020-01-01"}) == [
        "Kolom 'tot en met': Het einde ligt voor het begin."
    ]
    assert faults(tmp_path, NewsTable, RECORD | {"zo precies als": ""}) == [
        "Vul bij een datum in hoe precies die is, en alleen dan."
    ]
