from urllib.parse import urlencode

import pytest

from stroomop.lib import clock
from tests.factories import (
    make_advies,
    make_help_line,
    make_lesson,
    make_organisation,
    make_page,
    make_project,
    make_story,
    make_theme,
)
from tests.pages import links, list_rows, main, offers_help, page_links, texts, words

pytestmark = pytest.mark.django_db

DOORS = ["/adviezen/", "/projecten/", "/monitor/"]


def ask(client, **asked):
    return client.get(f"/zoeken/?{urlencode(asked)}")


def kinds(response) -> list[str]:
    """The kinds that can be chosen, the chosen one in brackets."""
    nav = main(response).partition('<nav class="kinds"')[2].partition("</nav>")[0]
    items = [item.partition("</li>")[0] for item in nav.split("<li>")[1:]]
    return [f"[{words(item)}]" if "aria-current" in item else words(item) for item in items]


def test_page_without_a_question_invites_to_ask_one(client):
    make_theme(name="Testthema")
    make_theme(name="Zwaar thema", sensitive=True)

    response = client.get("/zoeken/")

    assert (response.status_code, texts(response, "h1")) == (200, ["Zoeken"])
    assert texts(response, "label") == ["Waar zoek je naar?"]
    assert links(response) == ["/zoeken/?q=Testthema", *DOORS]


def test_example_finds_something(client):
    theme = make_theme(name="Testthema")

    response = client.get(links(client.get("/zoeken/"))[0])

    assert [hit.url for hit in response.context["hits"]] == [theme.get_absolute_url()]


def test_hits_are_listed_with_their_kind_and_the_words_in_their_text(client):
    project = make_project(name="Testbrug", summary="Over water & brug.")

    response = ask(client, q="brug ")

    assert texts(response, "h2") == ["1 resultaat voor ‘brug’"]
    assert links(response) == [project.get_absolute_url()]
    assert list_rows(response) == ["Testbrug Projecten Over water & brug."]
    assert "Over water &amp; <mark>brug</mark>." in main(response)


def test_question_stands_in_the_field_and_in_the_title(client):
    make_project(name="Testbrug")

    html = ask(client, q='"Testbrug"').content.decode()

    assert 'name="q" value="&quot;Testbrug&quot;"' in html
    assert "<title>&quot;Testbrug&quot;" in html


def test_hits_can_be_narrowed_to_a_kind(client):
    for _ in range(2):
        make_project(summary="Een brug.")
    lesson = make_lesson(text="<p>Een brug.</p>")

    everything = ask(client, q="brug")
    lessons = ask(client, q="brug", soort="lessen")

    assert kinds(everything) == ["[Alles 3]", "Projecten 2", "Lessen 1"]
    assert kinds(lessons) == ["Alles 3", "Projecten 2", "[Lessen 1]"]
    assert texts(lessons, "h2") == ["1 resultaat in Lessen voor ‘brug’"]
    assert links(lessons) == [lesson.get_absolute_url()]


def test_kind_without_hits_leads_back_to_all(client):
    make_project(summary="Een brug.")

    response = ask(client, q="brug", soort="lessen")

    assert texts(response, "h2") == ["0 resultaten in Lessen voor ‘brug’"]
    assert "Kies ‘Alles’" in words(main(response))


def test_unknown_kind_shows_all(client):
    make_project(summary="Een brug.")

    response = ask(client, q="brug", soort="<onzin>")

    assert kinds(response) == ["[Alles 1]", "Projecten 1"]


def test_hits_come_twenty_to_a_page(client):
    for _ in range(21):
        make_project(summary="Een brug.")

    response = ask(client, q="brug", soort="projecten", pagina="2")

    assert len(list_rows(response)) == 1
    assert page_links(response)[0] == "?q=brug&soort=projecten&pagina=1"


@pytest.mark.parametrize("number", ["0", "-1", "3", "99999", "9" * 5000, "\u0663", "x", "\0"])
def test_page_that_is_not_there_is_the_nearest_one(client, number):
    for _ in range(21):
        make_project(summary="Een brug.")

    response = ask(client, q="brug", pagina=number)

    assert response.context["page"].number in (1, 2)
    assert len(list_rows(response)) in (1, 20)


def test_misspelt_word_is_mended(client):
    make_page(title="Plaatsing")

    response = ask(client, q="plaatzing")

    assert texts(response, "h2")[0] == "We vonden niets voor ‘plaatzing’"
    assert links(response)[0] == "/zoeken/?q=plaatsing"
    assert "Bedoelde je plaatsing?" in words(main(response))


def test_without_all_words_the_nearest_are_shown(client):
    project = make_project(summary="Een brug.")

    response = ask(client, q="brug onvindbaar")

    assert links(response)[0] == project.get_absolute_url()
    assert "Geen enkele pagina heeft al je woorden." in words(main(response))


def test_without_any_hit_the_page_tells_what_to_do(client):
    response = ask(client, q="xqzwvk")

    assert texts(response, "h2") == ["We vonden niets voor ‘xqzwvk’", "Of begin bij een van deze drie"]
    assert "Kijk of je de woorden goed hebt getypt." in texts(response, "li")
    assert links(response) == ["/bericht/mis-je-iets/", *DOORS]


@pytest.mark.parametrize("asked", ["ik wil niet meer leven", "zelfmoord", "zelfmoort suicide"])
def test_words_of_distress_get_help_first(client, asked):
    make_help_line(name="Testlijn")

    response = ask(client, q=asked)

    assert offers_help(response)
    assert "data-quick-exit" in response.content.decode()
    assert main(response).index("Testlijn") < main(response).index("<h1>")


def test_heavy_hits_get_help_first(client):
    make_theme(name="Brug", sensitive=True)

    assert offers_help(ask(client, q="brug"))
    assert offers_help(ask(client, q="brug onvindbaar"))


def test_other_questions_get_no_help_line_above_them(client):
    make_theme(name="Brug")

    assert not offers_help(ask(client, q="brug"))


def test_what_is_not_public_is_not_found(client):
    for moments in ({"published_at": None}, {"archived_at": clock.now()}):
        make_story(title="Geheime brug", **moments)

    assert links(ask(client, q="brug")) == ["/bericht/mis-je-iets/", *DOORS]


def test_search_is_kept_from_search_engines_and_has_one_address(client):
    html = ask(client, q="brug", pagina="2").content.decode()

    assert '<meta name="robots" content="noindex">' in html
    assert '<link rel="canonical" href="https://portaal.test/zoeken/">' in html


def test_reader_gets_no_cookie(client):
    ask(client, q="brug")

    assert client.cookies == {}


HOSTILE = {
    "quote": '"',
    "quotes": "\"'`„”“‘’",
    "operators": "AND OR NOT NEAR(brug, 3) brug* -brug title:brug ^brug {brug} (brug",
    "sql": "brug'; DROP TABLE stroomop_searchentry; --",
    "percent": "%_%\\",
    "NUL": "br\0ug\0",
    "rtl": "\u202ebrug\u2066",
    "surrogate": "brug \ud800".encode("utf-8", "surrogatepass"),
    "script": "<script>pwn()</script>",
    "template": "{{ 7|add:7 }} {% debug %}",
    "long": "brug " * 2_000,
    "one long word": "b" * 10_000,
    "emoji": "🌊 brug 👩‍👧",
    "spaces": " \t\n\u00a0\u2003",
}


@pytest.mark.parametrize("asked", HOSTILE.values(), ids=HOSTILE)
def test_whatever_is_asked_gets_an_answer(client, asked):
    make_project(name="Brug")

    response = ask(client, q=asked, soort=asked, pagina=asked)

    assert (response.status_code, texts(response, "h1")) == (200, ["Zoeken"])
    html = response.content.decode()
    assert [sign for sign in ("\0", "\u202e", "\u2066", "<script>pwn") if sign in html] == []
    assert len(html) < 50_000


def test_only_reading_is_asked(client):
    assert client.post("/zoeken/", {"q": "brug"}).status_code == 405


@pytest.mark.parametrize("count", [1, 3])
def test_search_asks_the_database_equally_often(client, django_assert_num_queries, count):
    for _ in range(count):
        make_project(summary="Een brug.")
        make_lesson(text="<p>Een brug.</p>")
        make_advies(explanation="Een brug.")
        make_organisation(description="<p>Een brug.</p>")
    ask(client, q="brug")

    with django_assert_num_queries(7):
        ask(client, q="brug")
    with django_assert_num_queries(4):
        client.get("/zoeken/")
