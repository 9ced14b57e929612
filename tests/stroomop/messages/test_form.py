"""The form, with a reason: what it asks, and what is kept of it."""

import re

import pytest

from stroomop.messages.reasons import KEEP, PUBLISH
from stroomop.models import Message
from tests.factories import make_advies, make_help_line, make_project, make_publication, make_story
from tests.pages import main, texts, words

from .sending import SENT, TYPED, send

pytestmark = pytest.mark.django_db

REASONS = ["reactie", "klopt-niet", "mis-je-iets", "meedoen", "vraag", "contact"]


def address(reason: str) -> str:
    return f"/bericht/{reason}/?over={make_project().get_absolute_url()}"


def fields(response) -> dict[str, str]:
    """The words of each label, by the id of its field."""
    return {
        name: words(label) for name, label in re.findall(r'<label for="id_(\w+)">(.*?)</label>', main(response), re.S)
    }


def faults(response) -> list[str]:
    summary = main(response).partition('class="error-summary" role="alert"')[2].partition("</div>")[0]
    # After the name of the field, where there is one.
    return [words(item).split(" \u2013 ")[-1] for item in re.findall(r"<li>(.*?)</li>", summary, re.DOTALL)]


def test_message_is_kept_as_it_was_sent(client):
    project = make_project()

    response = send(client, f"/bericht/klopt-niet/?over={project.get_absolute_url()}", bron="voorbeeld.test/bron")

    assert (response.status_code, response["Location"]) == (302, "/bericht/dank-je/")
    message = Message.objects.get()
    assert (message.reason, message.status, message.item) == ("klopt-niet", "nieuw", project)
    assert message.path == project.get_absolute_url()
    assert (message.name, message.email) == (TYPED["naam"], TYPED["email"])
    assert (message.text, message.source) == (TYPED["bericht"], "https://voorbeeld.test/bron")
    assert (message.consent, message.sent_at, message.urgent) == (f"Ik vind dit goed: {KEEP}", SENT, False)


@pytest.mark.parametrize("reason", REASONS)
def test_every_reason_has_a_form_that_is_kept(client, reason):
    response = send(client, address(reason))

    assert response["Location"] == "/bericht/dank-je/"
    assert [message.reason for message in Message.objects.all()] == [reason]


@pytest.mark.parametrize("make", [make_project, make_story, make_advies])
def test_reaction_is_kept_with_consent_to_publish_it(client, make):
    item = make()

    send(client, f"/bericht/reactie/?over={item.get_absolute_url()}")

    assert [(message.item, message.consent) for message in Message.objects.all()] == [
        (item, f"Ik vind dit goed: {PUBLISH}")
    ]


def test_form_asks_what_its_reason_needs(client):
    assert {reason: list(fields(client.get(address(reason))).values())[:2] for reason in REASONS} == {
        "reactie": ["Je naam (verplicht)", "Je e-mailadres (verplicht)"],
        "klopt-niet": ["Je naam (niet verplicht)", "Je e-mailadres (niet verplicht)"],
        "mis-je-iets": ["Je naam (niet verplicht)", "Je e-mailadres (niet verplicht)"],
        "meedoen": ["Je naam (verplicht)", "Je e-mailadres (verplicht)"],
        "vraag": ["Je naam (niet verplicht)", "Je e-mailadres (verplicht)"],
        "contact": ["Je naam (niet verplicht)", "Je e-mailadres (niet verplicht)"],
    }


def test_form_for_a_fault_asks_for_a_source(client):
    assert [reason for reason in REASONS if "bron" in fields(client.get(address(reason)))] == ["klopt-niet"]


def test_form_says_what_it_is_about_and_when_it_is_read(client):
    project = make_project(name="Testproject")
    make_help_line(name="Testlijn", phone="0800")

    response = client.get(f"/bericht/vraag/?over={project.get_absolute_url()}")

    assert texts(response, "h1") == ["Stel een vraag"]
    assert texts(response, "p")[0] == "Dit gaat over: Testproject"
    assert texts(response, "p")[2:4] == ["We lezen dit ongeveer een keer per week.", "Nu hulp nodig? Testlijn 0800"]


def test_form_is_for_one_reader_and_sets_no_cookie(client):
    response = client.get("/bericht/contact/")

    assert "no-store" in response["Cache-Control"]
    assert (dict(response.cookies), "cookie" in response.get("Vary", "").lower()) == ({}, False)
    assert dict(send(client, "/bericht/contact/").cookies) == {}


def test_faults_are_named_together_with_a_way_to_each(client):
    response = send(client, address("reactie"), naam="", email="geen adres", bericht=" ", akkoord="")

    assert "<title>Fout: Reageer" in response.content.decode()
    assert faults(response) == [
        "Vul je naam in.",
        "Dit is geen e-mailadres. Schrijf het zoals naam@voorbeeld.nl.",
        "Schrijf hier je bericht.",
        "Zet een vinkje. Zonder je toestemming mogen we je bericht niet bewaren.",
    ]
    assert re.findall(r'<a href="#(\w+)">', main(response)) == ["id_naam", "id_email", "id_bericht", "id_akkoord"]
    assert 'value="geen adres"' in main(response)
    assert not Message.objects.exists()


@pytest.mark.parametrize(
    "name",
    [
        "http://x.test",
        "www.x",
        "bit.ly",
        "a@b.test",
        "a/b",
        "a\\b",
        "Bcc: x",
        "\uff42\uff49\uff54\uff0e\uff4c\uff59",
        "x\nBcc: y@z.test",
    ],
)
def test_name_takes_no_link(client, name):
    response = send(client, "/bericht/contact/", naam=name)

    assert faults(response) == ["Schrijf hier alleen je naam, zonder link. Zet na een punt een spatie."]


@pytest.mark.parametrize("name", ["J.P. de Vries", "Anne-Marie", "Ümit O’Neil", "A.Test", "Test 👩‍👧"])
def test_name_is_taken_as_people_write_it(client, name):
    send(client, "/bericht/contact/", naam=f" {name}\t")

    assert Message.objects.get().name == name


@pytest.mark.parametrize(
    ("field", "value", "fault"),
    [
        ("naam", "a" * 81, "Je naam is te lang. Schrijf hoogstens 80 tekens."),
        (
            "email",
            "a@b.test\nBcc: c@d.test",
            "Dit is geen e-mailadres. Schrijf het zoals naam@voorbeeld.nl.",
        ),
        (
            "email",
            f"a@{'b' * 60}.{'c' * 60}.{'d' * 60}.{'e' * 60}.{'f' * 60}.test",
            "Dit e-mailadres is te lang. Kijk het nog eens na.",
        ),
        (
            "bron",
            "javascript:pwn()",
            "Dit is geen link. Kopieer het hele adres, dat begint met https://.",
        ),
        ("bron", "ftp://x.test/", "Dit is geen link. Kopieer het hele adres, dat begint met https://."),
        (
            "bron",
            f"x.test/{'a' * 500}",
            "Deze link is te lang. Hij mag hoogstens 500 tekens hebben.",
        ),
    ],
)
def test_field_says_what_is_wrong_with_it(client, field, value, fault):
    response = send(client, address("klopt-niet"), **{field: value})

    assert faults(response)[0] == fault
    assert not Message.objects.exists()


@pytest.mark.parametrize("make", [make_project, make_publication])
def test_form_without_a_page_shows_the_ways_to_one(client, make):
    wrong = "" if make is make_project else make().get_absolute_url()

    response = client.get(f"/bericht/vraag/?over={wrong}")

    assert texts(response, "h1") == ["Stel een vraag over een project"]
    assert "<form" not in main(response)


def test_reasons_are_on_one_page(client):
    response = client.get("/bericht/")

    assert [words(title) for title in re.findall(r'<p class="row-title">(.*?)</p>', main(response))] == [
        "Reageer op een project, een verhaal of een advies",
        "Meld dat er iets niet klopt",
        "Laat weten wat er ontbreekt",
        "Doe mee met StroomOP",
        "Stel een vraag over een project",
        "Neem contact op met de redactie",
    ]


def test_unknown_reason_is_not_found(client):
    assert client.get("/bericht/anders/").status_code == 404


@pytest.mark.parametrize("size", [1, 3])
def test_form_asks_a_fixed_number_of_queries(client, django_assert_num_queries, size):
    items = [make_project() for _ in range(size)]

    # The item, whether it is about a heavy subject (once for the page, once for the reaction), help and the menu.
    with django_assert_num_queries(6):
        client.get(f"/bericht/reactie/?over={items[0].get_absolute_url()}")
