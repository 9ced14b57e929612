import re

import pytest

from stroomop.lib import clock
from tests.factories import make_term
from tests.pages import facts, links, main, offers_help, texts

pytestmark = pytest.mark.django_db

URL = "/begrippen/"


def test_page_without_terms_says_so(client):
    response = client.get(URL)

    assert (texts(response, "h2"), texts(response, "p")[-1]) == ([], "Hier staat nog geen begrip.")


def test_terms_stand_under_their_letter_whatever_the_capitals(client):
    for term in ("vso", "Veiligheid", "gesloten jeugdhulp", "school", "'s avonds"):
        make_term(term=term)

    response = client.get(URL)

    assert texts(response, "h2") == ["G", "S", "V"]
    assert [name for name, _ in facts(response)] == ["gesloten jeugdhulp", "'s avonds", "school", "Veiligheid", "vso"]


def test_term_tells_its_other_forms_and_its_source(client):
    make_term(term="vso", slug="vso", other_forms="vso-school", explanation="Een school.", source_title="Bron")
    make_term(term="wet", explanation="Een regel.", source_title="Wet", source_url="https://example.org/")

    response = client.get(URL)

    assert facts(response) == [("vso (ook: vso-school)", "Een school. Bron: Bron"), ("wet", "Een regel. Bron: Wet")]
    assert ('id="vso"' in main(response), links(response)) == (True, ["https://example.org/"])


def test_letters_lead_to_their_own_place(client):
    for term in ("alfa", "beta", "Boom"):
        make_term(term=term)

    html = main(client.get(URL))

    letters = re.findall(r'href="#(letter-.)"', html)
    assert (letters, re.findall(r'<h2 id="(.+?)"', html)) == (["letter-a", "letter-b"], ["letter-a", "letter-b"])


def test_page_offers_help_since_heavy_words_stand_on_it(client):
    assert offers_help(client.get(URL))


@pytest.mark.parametrize("hidden", [{"published_at": None}, {"archived_at": clock.now()}])
def test_page_keeps_silent_about_terms_that_are_not_public(client, hidden):
    make_term(**hidden)

    assert facts(client.get(URL)) == []


@pytest.mark.parametrize("count", [1, 3, 300])
def test_page_asks_the_database_equally_often(client, django_assert_num_queries, count):
    for _ in range(count):
        make_term()

    with django_assert_num_queries(4):
        client.get(URL)
