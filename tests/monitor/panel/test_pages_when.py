"""The pages of the panel, before something is public and after it was; and as of a day."""

from datetime import UTC, date, datetime

import pytest

from monitor.publication import publish, withdraw
from stroomop.lib import clock
from tests.factories import make_release
from tests.monitor.panel.answers import DETAIL, LIST, NOTHING, deliver, release_of
from tests.pages import links, main, rows, texts

pytestmark = pytest.mark.django_db
MOMENT = datetime(2999, 6, 1, 7, tzinfo=UTC)


@pytest.mark.parametrize("published_at", [None, datetime(2999, 1, 1, tzinfo=UTC)])
def test_draft_is_there_for_nobody(client, published, panel_round, published_at):
    panel_round.published_at = published_at
    panel_round.save()

    assert client.get(DETAIL).status_code == 404
    assert NOTHING in main(client.get(LIST))
    assert LIST not in client.get("/monitor/").text


def test_round_that_was_archived_is_gone(client, published, panel_round):
    panel_round.archived_at = clock.now()
    panel_round.save()

    assert client.get(DETAIL).status_code == 410
    assert NOTHING in main(client.get(LIST))


def test_round_under_another_address_leads_on(client, published, panel_round):
    panel_round.slug = "anders"
    panel_round.save()

    response = client.get(DETAIL)

    assert (response.status_code, response.url) == (301, "/monitor/panel/anders/")


@pytest.mark.parametrize("question", ["", "?stand=2025-01-01", "?stand=2999-12-31"])
def test_pages_tell_nothing_before_the_moment(client, stelling, question):
    publish([deliver(stelling, release_of(), jongeren="1111 2222 0 0")], MOMENT)

    for address in (LIST, DETAIL, "/monitor/"):
        text = client.get(f"{address}{question}").text
        assert "1.111" not in text
        assert DETAIL not in main(client.get(f"{LIST}{question}"))
    with clock.fixed_at(MOMENT):
        assert rows(client.get(DETAIL))[0] == ["oneens", "1.111"]
        assert links(client.get(LIST)) == [DETAIL]


def test_withdrawn_answers_are_gone(client, published):
    withdraw([published], "Fout.")

    assert "Over deze stelling zijn nog geen antwoorden." in texts(client.get(DETAIL), "p")
    assert NOTHING in main(client.get(LIST))


def test_earlier_day_has_what_was_known_then(client, published, stelling):
    newer = make_release(published_at=None, known_on=date(2024, 6, 1))
    publish([deliver(stelling, newer, jongeren="20 30 40 0")])

    day = client.get(DETAIL, {"stand": "2024-05-31"})

    assert [row[1] for row in rows(day)] == ["10", "20", "30", "0", "60"]
    assert [row[1] for row in rows(client.get(DETAIL))] == ["20", "30", "40", "0", "90"]
    assert "/monitor/panel/?stand=2024-05-31" in links(day)
    assert '<meta name="robots" content="noindex">' in day.text
    assert '<link rel="canonical" href="https://portaal.test/monitor/panel/testronde/">' in day.text


def test_day_before_the_first_answers_says_so(client, published):
    before = {"stand": "2024-02-29"}

    assert "Over deze stelling zijn nog geen antwoorden." in texts(client.get(DETAIL, before), "p")
    listed = client.get(LIST, before)
    assert "Op die dag kenden we nog geen antwoorden van een panel. Bekijk de stand van vandaag" in texts(listed, "p")
    assert links(client.get(LIST, {"stand": "2024-03-01"}))[-1] == f"{DETAIL}?stand=2024-03-01"


@pytest.mark.parametrize("stand", ["2999-01-01", "gisteren", "\0", "1066-10-14"])
@pytest.mark.parametrize("address", [LIST, DETAIL])
def test_day_that_cannot_be_shown_gives_today(client, published, address, stand):
    response = client.get(address, {"stand": stand})

    assert (response.status_code, rows(response)) == (200, rows(client.get(address)))
    assert "Die dag kunnen we niet tonen" in main(response)
