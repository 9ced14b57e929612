"""The first page of the back-office: what to put on the site, what asks for attention, and all there is."""

import re

import pytest
from django.contrib.auth.models import Group

from advies.models import Agreement
from stroomop.lib import clock
from stroomop.lib.worklist import Kind, Line, Urgency
from stroomop.worklist import WORK
from tests import factories as make
from tests.pages import main, texts, words
from tests.stroomop.back_office.work import NOW, fill

pytestmark = pytest.mark.django_db
HOME = "/beheer/"
TITLES = {kind.slug: kind.title for kind in WORK}


@pytest.fixture(autouse=True)
def noon():
    with clock.fixed_at(NOW):
        yield


def slugs(page):
    """The kinds of work now, and those of later."""
    worklist = page.context["worklist"]
    return [[entry.kind.slug for entry in entries] for entries in worklist]


def choices(page):
    block = main(page).partition('<ul class="choices">')[2].partition("</ul>")[0]
    return [
        (words(label), address) for address, label in re.findall(r'<a href="([^"]+)"><strong>(.*?)</strong>', block)
    ]


def test_choices_come_first(client, editor):
    page = client.get(HOME)

    assert choices(page) == [
        ("Nieuws bij een advies", "/beheer/advies/news/add/"),
        ("Nieuw cijfer", "/beheer/monitor/release/nieuw-cijfer/"),
        ("Verhaal", "/beheer/projects/story/add/"),
        ("Project", "/beheer/projects/project/add/"),
        ("Bijeenkomst", "/beheer/projects/event/add/"),
    ]
    assert texts(page, "h2")[:3] == ["Wat wil je plaatsen?", "Wat vraagt aandacht?", "Alles in het beheer"]
    assert [client.get(address).status_code for _, address in choices(page)] == [200] * 5


@pytest.mark.parametrize(
    ("right", "offered"),
    [
        ("add_news", "Nieuws bij een advies"),
        ("add_import", "Nieuw cijfer"),
        ("add_story", "Verhaal"),
        ("add_project", "Project"),
        ("add_event", "Bijeenkomst"),
    ],
)
def test_choice_is_for_who_may_add(client, staff, right, offered):
    staff(right)

    [(label, address)] = choices(client.get(HOME))

    assert (label, client.get(address).status_code) == (offered, 200)


def test_who_may_add_nothing_is_not_asked_what(client, staff):
    staff("view_project")

    page = client.get(HOME)

    assert "Wat wil je plaatsen?" not in page.text
    assert "Er wacht nu niets op je." in words(main(page))
    assert "Tijd voor iets nieuws?" not in page.text


def test_nothing_to_do_is_said_kindly(client, editor):
    page = client.get(HOME)

    assert slugs(page) == [[], []]
    assert "Er wacht nu niets op je. Tijd voor iets nieuws?" in words(main(page))
    assert "<details" not in main(page)


def test_work_stands_in_the_order_of_its_urgency(client, editor):
    fill(editor)

    page = client.get(HOME)

    assert slugs(page) == [
        ["nood", "niet-gepubliceerd", "meelezen", "vandaag", "cijfers-vandaag"],
        [
            "cijfers-verwacht",
            "berichten-wachten",
            "kwartaalronde",
            "wijzigingen",
            "gelezen",
            "concepten",
            "berichten",
            "kleine-aantallen",
            "afspraken",
            "links",
            "afbeeldingen",
        ],
    ]
    assert [words(line) for line in re.findall(r"<li>\s*(<span id=.*?)</li>", main(page), re.DOTALL)] == [
        "Een bericht van een lezer klinkt als nood. Lees het bericht",
        "De geplande wijziging van ‘Geweigerd 0’ kon niet op de site. Kijk wat er mis is",
        "Een Collega vraagt of je meeleest: ‘Vraag 0’. Lees mee",
        "Vandaag om 13:00 komt ‘Gepland 0’ online. Kijk het nog eens na",
        "Vandaag om 13:00 worden de cijfers uit ‘Bron 0’ openbaar. Bekijk deze cijfers",
        "Kijk of er een nieuw cijfer is van ‘Reeks 0’ (verwacht: 1 oktober 2026). Open dit cijfer",
        "Een bericht van een lezer wacht langer dan een week. Lees het bericht",
        "2 van de 2 adviezen zijn langer dan drie maanden niet nagekeken. Begin de Kwartaalronde",
        "Een wijziging van ‘Gewijzigd 0’ staat nog niet op de site. Maak de wijziging af",
        "Twee Collega las ‘Gelezen 0’. Bekijk de opmerking",
        "Je werkte vandaag aan het concept ‘Concept 0’. Schrijf verder",
        "Er is een nieuw bericht van een lezer. Lees het bericht",
        "In ‘Concept van bron 0’ staan aantallen die te klein zijn om te tonen. Kijk deze aantallen na",
        f"De datum van de afspraak ‘{Agreement.objects.get()}’ is voorbij (1 januari 2020). Vul in hoe het afliep",
        "Een link naar bron.test werkt niet meer. Bekijk waar hij staat",
        "Een afbeelding heeft een tekst die niets zegt: ‘Foto’. Schrijf een tekst",
    ]
    assert "Later (11)" in words(main(page))


def test_what_is_more_than_five_comes_later(client, editor, monkeypatch):
    fill(editor)
    kind = Kind("test", "Test", Urgency.TODAY, ("projects.view_project",), open_one="Test", open_all="Test")
    monkeypatch.setitem(WORK, kind, lambda user: Line("Test.", "Test", HOME))

    assert slugs(client.get(HOME)) == [
        ["nood", "niet-gepubliceerd", "meelezen", "vandaag", "cijfers-vandaag"],
        [
            "test",
            "cijfers-verwacht",
            "berichten-wachten",
            "kwartaalronde",
            "wijzigingen",
            "gelezen",
            "concepten",
            "berichten",
            "kleine-aantallen",
            "afspraken",
            "links",
            "afbeeldingen",
        ],
    ]


@pytest.mark.parametrize("number", [1, 3])
def test_every_button_opens_for_who_sees_it(client, staff, number):
    fill(make.make_user(), number)
    rights = [permission.partition(".")[2] for kind in WORK for permission in kind.permissions]

    for right in dict.fromkeys(rights):
        Group.objects.all().delete()
        staff(right)
        page = client.get(HOME)
        work = [entry for entries in page.context["worklist"] for entry in entries]
        for kind, line in work:
            assert client.get(line.address).status_code == 200, (right, kind.slug)
            for thing in line.things:
                assert client.get(thing.address).status_code == 200, (right, thing)


def test_every_kind_of_work_was_among_those(client, editor):
    fill(editor)

    now, later = slugs(client.get(HOME))
    assert sorted(now + later) == sorted(TITLES)


@pytest.mark.parametrize("number", [1, 30])
def test_home_asks_a_fixed_number_of_queries(client, editor, django_assert_num_queries, number):
    fill(editor, number)

    with django_assert_num_queries(35):
        client.get(HOME)
