"""What a text said before, who changed it and when."""

from datetime import date

import pytest

from advies.models import Advies, Agreement, News, Statement
from tests import factories as make
from tests.advies.back_office.stored import values
from tests.pages import words
from tests.stroomop.back_office.staff import save, url

pytestmark = pytest.mark.django_db


def changes(client, item):
    """Who changed what, from what and to what; the moment is that of the database row."""
    lines = client.get(url(type(item), "history", item.pk)).context["lines"]
    return [(line.who, change.label, change.before, change.after) for line in lines for change in line.changes]


def test_history_shows_who_changed_which_words(client, editor):
    news = make.make_news(title="Tikfuot", text="Zelfde.")
    save(client, news, title="Tikfout")
    client.force_login(make.make_user(is_staff=True, is_superuser=True, username="collega"))
    save(client, news, title="Tikfout hersteld", text="")

    assert changes(client, news) == [
        ("collega", "Titel", "Tikfout", "Tikfout hersteld"),
        ("collega", "Tekst", "Zelfde.", "(leeg)"),
        ("Test Redactie", "Titel", "Tikfuot", "Tikfout"),
    ]


def test_history_page_has_them_side_by_side(client, editor):
    news = make.make_news(title="<b>Oud</b>")
    save(client, news, title="Nieuw")

    page = client.get(url(News, "history", news.pk))

    assert "Test Redactie Titel gewijzigd. Gepubliceerd. Wat Eerst Daarna Titel weg: <b>Oud</b> nieuw: Nieuw" in words(
        page.text
    )
    assert "<b>Oud</b>" not in page.text


def test_history_tells_values_in_words(client, editor):
    report = make.make_report(title="Testrapport")
    advies = make.make_advies(published_at=None, report=report, sensitive=False)
    news = make.make_news(published_at=None, known_on=None, kind="besluit")
    other = make.make_report(title="Ander rapport")

    save(client, advies, sensitive="on", report=other.pk)
    save(client, news, "_save", kind="kritiek", date_from="2021-01-01", date_to="2021-01-31", precision="maand")

    assert changes(client, advies) == [
        ("Test Redactie", "Gepubliceerd vanaf", "(leeg)", "1 november 2026 14:30"),
        ("Test Redactie", "Gevoelig", "nee", "ja"),
        ("Test Redactie", "Rapport", "Testrapport", "Ander rapport"),
    ]
    assert changes(client, news) == [
        ("Test Redactie", "Van", "(leeg)", "1 januari 2021"),
        ("Test Redactie", "Tot en met", "(leeg)", "31 januari 2021"),
        ("Test Redactie", "Zo precies als", "(leeg)", "op de maand"),
        ("Test Redactie", "Soort", "besluit", "kritiek"),
    ]


def test_history_knows_what_is_not_there_any_more(client, editor):
    old, new = make.make_news(published_at=None, known_on=None), make.make_news(published_at=None, known_on=None)
    agreement = make.make_agreement(old)
    save(client, agreement, news=new.pk)
    old.delete()

    assert changes(client, agreement) == [("Test Redactie", "Nieuws", "(is er niet meer)", new.title)]


def test_saving_alone_is_no_change(client, editor):
    statement = make.make_statement()
    save(client, statement)

    assert changes(client, statement) == []


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
        ("Test Redactie", "In eigen woorden", "Wij doen een tset.", "Wij doen een test.")
    ]
