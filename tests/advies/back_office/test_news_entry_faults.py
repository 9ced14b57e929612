"""Nieuws toevoegen: what is refused, and what is shown before anything is kept."""

import pytest
from django.db.models.signals import pre_save

from advies.models import Check, News, RelatedPublication
from projects.models import Publication
from tests import factories as make
from tests.advies.back_office.entry import ADD, AGREEMENT, LINK, filled_in, send
from tests.advies.back_office.stored import row_counts

pytestmark = pytest.mark.django_db
PAST = "Het einde ligt voor het begin."
REQUIRED = "Dit veld is verplicht."
NO_LINK = "Vul een webadres in dat begint met https://."
NO_DATE = "Vul hier de eerste dag in, of kies 'op de dag' als je niets weet."
NO_TICK = "Zet dit vinkje, of maak de velden van de afspraak leeg."
BAD = [
    ({"date_to": "2026-10-19"}, {"date_to": [PAST]}),
    ({"date_from": "", "precision": "maand"}, {"date_from": [NO_DATE]}),
    ({"date_from": "31-02-2026"}, {"date_from": ["Voer een geldige datum in."]}),
    ({"date_from": "31-02-2026", "precision": "maand"}, {"date_from": ["Voer een geldige datum in."]}),
    ({"runs_until": "2026-10-19"}, {"runs_until": ["'Loopt tot en met' ligt voor het begin."]}),
    ({"title": ""}, {"title": [REQUIRED]}),
    ({"kind": None}, {"kind": [REQUIRED]}),
    ({"source_url": ""}, {"source_url": [REQUIRED]}),
    ({"source_url": "javascript:alert(1)"}, {"source_url": [NO_LINK]}),
    ({"source_url": "www.voorbeeld.test"}, {"source_url": [NO_LINK]}),
    ({"source_url": "ftp://www.voorbeeld.test"}, {"source_url": [NO_LINK]}),
    ({"source_url": "geen link"}, {"source_url": [NO_LINK]}),
    ({"source_title": ""}, {"source_title": [REQUIRED]}),
    ({"adviezen": []}, {"adviezen": ["Kies minstens één advies."]}),
    ({"is_agreement": "on"}, {"agreement_title": ["Schrijf op wat er is afgesproken."]}),
    ({"deadline_from": "2027-03-01"}, {"is_agreement": [NO_TICK]}),
    ({"agreement_title": "Testplan"}, {"is_agreement": [NO_TICK]}),
    ({**AGREEMENT, "deadline_to": "2027-02-28"}, {"deadline_to": [PAST]}),
    ({**AGREEMENT, "deadline_from": ""}, {"deadline_from": [NO_DATE]}),
]


@pytest.mark.parametrize(("changes", "faults"), BAD)
@pytest.mark.parametrize("button", ["_publish", "_preview"])
def test_fault_is_told_at_its_field_and_nothing_is_kept(client, adviezen, button, changes, faults):
    before = row_counts()

    page = send(client, adviezen[0], button=button, text="Blijft staan.", **changes)

    assert dict(page.context["adminform"].form.errors) == faults
    assert "Blijft staan." in page.text
    assert "preview" not in page.context
    assert row_counts() == before


def test_same_news_is_not_added_twice(client, adviezen):
    send(client, adviezen[0])

    again, elsewhere = send(client, adviezen[1]), send(client, adviezen[1], source_url=f"{LINK}/2")
    correction = send(client, adviezen[0], supersedes=News.objects.first().pk)

    assert dict(again.context["adminform"].form.errors) == {
        "title": ["Dit nieuws staat er al, met deze titel en deze link."]
    }
    assert (elsewhere.status_code, correction.status_code, News.objects.count()) == (302, 302, 3)


def test_all_is_kept_or_nothing(client, adviezen, broken_publication):
    before = row_counts()

    with pytest.raises(RuntimeError, match="broken"):
        send(client, *adviezen, checked="on", **AGREEMENT)

    assert row_counts() == before


@pytest.fixture
def broken_publication():
    """The last but one thing that the form makes can't be made."""

    def refuse(**kwargs):
        raise RuntimeError("broken")

    pre_save.connect(refuse, sender=Publication)
    yield
    pre_save.disconnect(refuse, sender=Publication)


def test_preview_shows_the_news_and_keeps_nothing(client, adviezen):
    before = row_counts()

    page = send(client, *adviezen[:2], button="_preview", text="Een test.", checked="on", **AGREEMENT)

    assert row_counts() == before
    _, _, shown = page.text.partition('id="voorbeeld"')
    told = ["Testbrief", "Een test.", "20 oktober 2026", "Dat dit bij dit advies hoort, leiden wij af.", "Testplan"]
    told += [f"Bij {adviezen[0]}; {adviezen[1]}.", "In het voorjaar", f'<a href="{LINK}">De brief</a>']
    assert [words for words in told if words not in shown] == []
    form = page.context["adminform"].form
    assert {name: form[name].value() for name in ("title", "text", "deadline_from", "checked")} == {
        "title": "Testbrief", "text": "Een test.", "deadline_from": "2027-03-01", "checked": True
    }  # fmt: skip


def test_preview_escapes_what_was_typed(client, adviezen):
    script = "<script>alert(1)</script>"

    page = send(
        client, adviezen[0], button="_preview", title=script, text=script, source_title=script, promised_by=script,
        is_agreement="on", agreement_title=script,
    )  # fmt: skip

    assert script not in page.text
    assert page.text.partition('id="voorbeeld"')[2].count("&lt;script&gt;alert(1)&lt;/script&gt;") == 6


def test_published_title_is_escaped_everywhere(client, adviezen):
    script = "<script>alert(1)</script>"

    page = client.post(ADD, filled_in(adviezen[0], title=script, checked="on"), follow=True)

    assert script not in page.text
    assert script not in client.get("/adviezen/1-advies-1/").text
    assert script not in client.get("/beheer/advies/check/kwartaalronde/").text


def test_reader_is_led_to_signing_in(client):
    assert send(client).url.startswith("/beheer/login/")


@pytest.mark.parametrize("rights", [(), ("view_news", "change_news", "add_check")])
def test_who_may_add_no_news_is_refused(client, staff, rights):
    staff(*rights)

    assert (client.get(ADD).status_code, send(client).status_code) == (403, 403)


def test_who_may_add_news_needs_no_right_on_publications(client, staff):
    staff("add_news")
    advies = make.make_advies()

    page = client.post(ADD, filled_in(advies, checked="on"), follow=True)

    # Not on checks either, so there is no tick for that.
    assert [model.objects.count() for model in (News, Publication, RelatedPublication, Check)] == [1, 1, 1, 0]
    assert page.redirect_chain == [("/beheer/", 302)]
    assert "checked" not in client.get(ADD).text
