"""What a text said before, who changed it and when."""

from datetime import date

import pytest

from advies.models import Advies, Agreement, News, Statement
from stroomop.lib.admin import history
from tests import factories as make
from tests.advies.back_office.stored import values
from tests.pages import words
from tests.stroomop.back_office.staff import save, url

pytestmark = pytest.mark.django_db


def changes(client, item):
    """Who changed what, from what and to what; the moment is that of the database row."""
    page = client.get(url(type(item), "history", item.pk))
    return [(edit.who, edit.label, edit.before, edit.after) for edit in page.context["edits"]]


def test_history_shows_who_changed_which_words(client, editor):
    news = make.make_news(title="Tikfuot", text="Zelfde.")
    save(client, news, title="Tikfout")
    client.force_login(make.make_user(is_staff=True, is_superuser=True, username="collega"))
    save(client, news, title="Tikfout hersteld", text="")

    assert changes(client, news) == [
        ("collega", "titel", "Tikfout", "Tikfout hersteld"),
        ("collega", "tekst", "Zelfde.", "(leeg)"),
        ("Test Redactie", "titel", "Tikfuot", "Tikfout"),
    ]


def test_history_page_has_them_side_by_side(client, editor):
    news = make.make_news(title="<b>Oud</b>")
    save(client, news, title="Nieuw")

    page = client.get(url(News, "history", news.pk))

    assert "Wanneer Wie Wat Eerst Daarna" in words(page.text)
    assert "Test Redactie Titel <b>Oud</b> Nieuw" in words(page.text)
    assert "<b>Oud</b>" not in page.text
    moment = news.history.order_by("-history_date")[0].history_date
    assert [edit.when.replace(microsecond=0) for edit in page.context["edits"]] == [moment.replace(microsecond=0)]


def test_history_tells_values_in_words(client, editor):
    report = make.make_report(title="Testrapport")
    advies = make.make_advies(published_at=None, report=report, sensitive=False)
    news = make.make_news(published_at=None, known_on=None, kind="besluit")
    other = make.make_report(title="Ander rapport")

    save(client, advies, sensitive="on", report=other.pk)
    save(client, news, "_save", kind="kritiek", date_from="2021-01-01", date_to="2021-01-31", precision="maand")

    assert changes(client, advies) == [
        ("Test Redactie", "gepubliceerd vanaf", "(leeg)", "1 november 2026 14:30"),
        ("Test Redactie", "gevoelig", "nee", "ja"),
        ("Test Redactie", "rapport", "Testrapport", "Ander rapport"),
    ]
    assert changes(client, news) == [
        ("Test Redactie", "van", "(leeg)", "1 januari 2021"),
        ("Test Redactie", "tot en met", "(leeg)", "31 januari 2021"),
        ("Test Redactie", "zo precies als", "(leeg)", "op de maand"),
        ("Test Redactie", "soort", "besluit", "kritiek"),
    ]


def test_history_knows_what_is_not_there_any_more(client, editor):
    old, new = make.make_news(published_at=None, known_on=None), make.make_news(published_at=None, known_on=None)
    agreement = make.make_agreement(old)
    agreement.news = new
    agreement.save()
    old.delete()

    assert changes(client, agreement) == [("onbekend", "nieuws", "(is er niet meer)", new.title)]


def test_history_without_a_change_says_so(client, editor):
    for item in (make.make_advies(), make.make_report(), make.make_statement(), make.make_agreement(make.make_news())):
        page = client.get(url(type(item), "history", item.pk))

        assert "Er is nog niets veranderd." in page.text


def test_saving_alone_is_no_change(client, editor):
    statement = make.make_statement()
    save(client, statement)

    assert changes(client, statement) == []


def test_history_shows_the_newest_only(client, editor, monkeypatch):
    monkeypatch.setattr(history, "SHOWN", 2)
    advies = make.make_advies(short_name="0")
    for number in range(1, 5):
        advies.short_name = str(number)
        advies.save()

    assert [(before, after) for _, _, before, after in changes(client, advies)] == [("3", "4"), ("2", "3")]


def test_history_of_what_is_not_there_leads_away(client, editor):
    assert client.get(url(News, "history", 1)).status_code == 302


def test_history_is_for_who_may_see_the_item(client, staff):
    advies, agreement = make.make_advies(), make.make_agreement(make.make_news())
    staff("view_advies")

    assert client.get(url(Advies, "history", advies.pk)).status_code == 200
    assert client.get(url(Agreement, "history", agreement.pk)).status_code == 403


def test_history_remembers_the_words_of_a_party(client, editor):
    statement = make.make_statement(text="Wij doen een tset.", known_on=date(2021, 1, 1))
    save(client, statement, text="Wij doen een test.")

    assert values(Statement.history, "text", "history_user__username")[-1] == ("Wij doen een test.", editor.username)
    assert changes(client, statement) == [
        ("Test Redactie", "in eigen woorden", "Wij doen een tset.", "Wij doen een test.")
    ]
