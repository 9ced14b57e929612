"""On the page of an indicator: what can be taken along."""

import re
from html import unescape

import pytest

from tests.monitor.taken_along import PATH, make_drawn
from tests.pages import links, main, texts

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("december")]

EMBED = "https://portaal.test/monitor/indicator/testen/embed/"


def codes(response):
    """The code to copy, as a reader sees it."""
    return [unescape(code).strip() for code in re.findall("<code>(.*?)</code>", main(response), re.DOTALL)]


def files(response):
    return [link for link in links(response) if link.startswith(PATH) and link != PATH]


@pytest.mark.parametrize("question", ["", "?stand=2026-11-30"])
def test_page_offers_its_chart_and_table_as_files(client, question):
    make_drawn()

    response = client.get(PATH + question)

    assert files(response) == [
        f"{PATH}grafiek.svg{question}",
        f"{PATH}grafiek-klein.png{question}",
        f"{PATH}grafiek-groot.png{question}",
        f"{PATH}cijfers.csv{question}",
    ]
    assert [client.get(file).status_code for file in files(response)] == [200] * 4


def test_page_without_a_chart_offers_its_table(client):
    make_drawn(kind="losse-telling")

    response = client.get(PATH)

    assert files(response) == [f"{PATH}cijfers.csv"]
    assert "Zet dit cijfer op je eigen site" in texts(response, "summary")


def test_page_gives_the_code_of_a_live_and_of_a_frozen_frame(client):
    make_drawn(name='Testen "<b>" & meer')

    response = client.get(PATH)

    rest = 'title="Testen &quot;&lt;b&gt;&quot; &amp; meer" width="100%" height="720" loading="lazy"></iframe>'
    assert codes(response) == [
        f'<iframe src="{EMBED}" {rest}',
        f'<iframe src="{EMBED}?stand=2026-12-02" {rest}',
    ]
    assert "<iframe" not in response.content.decode()
    assert "Zet deze grafiek op je eigen site" in texts(response, "summary")


def test_frozen_frame_keeps_the_day_that_is_shown(client):
    make_drawn()

    response = client.get(PATH, {"stand": "2024-01-01"})

    assert [code.partition('" title')[0] for code in codes(response)] == [
        f'<iframe src="{EMBED}',
        f'<iframe src="{EMBED}?stand=2024-01-01',
    ]
    assert "Moet het zo blijven als het bekend was op 1 januari 2024? Neem dan deze code." in texts(response, "p")


def test_page_of_a_sensitive_indicator_offers_nothing_to_take_along(client):
    make_drawn(kind="gevoelig")

    response = client.get(PATH)

    assert (files(response), codes(response)) == ([], [])
