"""Whatever somebody types in the address bar: an answer, never a fault of ours."""

import string
from datetime import date
from urllib.parse import quote

import pytest
from django.test import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.factories import (
    make_advies,
    make_event,
    make_indicator,
    make_initiative,
    make_lesson,
    make_organisation,
    make_page,
    make_project,
    make_publication,
    make_responsibility,
    make_story,
    make_theme,
    make_veranderopgave,
)

pytestmark = pytest.mark.django_db

rule = settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])

ANSWERS = {200, 301, 302, 400, 404, 410}
SECTIONS = [
    "",
    "projecten/",
    "veranderopgaven/",
    "geleerd/",
    "themas/",
    "organisaties/",
    "mensen/",
    "publicaties/",
    "verhalen/",
    "agenda/",
    "alternatieven/",
    "meedoen/",
    "begrippen/",
    "ervaringen/intrekken/",
    "adviezen/",
    "adviezen/voor/",
    "adviezen/op-een-a4/",
    "adviezen/adviezen.csv",
    "monitor/",
    "monitor/indicator/",
    "monitor/panel/",
    "monitor/vergelijk/",
    "stijl/",
    "zoeken/",
    "sitemap.xml",
    "sitemap-vast.xml",
    "sitemap-projecten.xml",
    "security.txt",
    "manifest.webmanifest",
]
WORDS = st.one_of(
    st.text(max_size=30), st.sampled_from(["\0", "..", "%", "1-test", "-1", "9" * 30, "test", "é", "\ud800"])
)
CHOICES = ["thema", "veranderopgave", "organisatie", "rol", "fase", "jaar", "soort", "reeks", "project", "sorteer"]
CHOICES += ["partij", "oordeel", "stand", "cijfer", "deel", "q"]
NAMES = st.sampled_from([*CHOICES, "pagina", "p", "csrfmiddlewaretoken", "[]"])


def encoded(text: str) -> str:
    return quote(text.encode("utf-8", "surrogatepass"), safe=string.punctuation.replace("#", "").replace("?", ""))


@given(st.sampled_from(SECTIONS), st.lists(WORDS, max_size=3), st.booleans())
@rule
def test_nonsense_address_gets_an_answer(section, words, slash):
    address = f"/{section}{'/'.join(map(encoded, words))}{'/' if slash else ''}"

    assert Client().get(address).status_code in ANSWERS


@pytest.fixture
def _something_to_choose():
    """On every list that can be narrowed."""
    project, theme, organisation = make_project(phase="loopt"), make_theme(), make_organisation()
    project.veranderopgaven.add(make_veranderopgave())
    project.participations.create(organisation=organisation, role="partner")
    day = {"date_from": date(2024, 5, 1), "precision": "dag"}
    items = [make_lesson(project=project), make_publication(**day, publisher=organisation), make_story(**day)]
    items += [make_event(**day, series="Reeks"), make_initiative(), make_initiative(kind="leernetwerk")]
    advies = make_advies()
    make_responsibility(advies, organisation=organisation)
    for item in (project, advies, *items):
        item.themes.add(theme)


@pytest.mark.usefixtures("_something_to_choose")
@given(st.sampled_from(SECTIONS), st.lists(st.tuples(NAMES, WORDS), max_size=4), WORDS)
@settings(rule, max_examples=100)
def test_nonsense_question_gets_an_answer(section, parameters, rest):
    query = "&".join([f"{name}={encoded(value)}" for name, value in parameters] + [encoded(rest)])

    assert Client().get(f"/{section}?{query}").status_code in ANSWERS


@pytest.mark.parametrize("make", [make_page, make_project, make_veranderopgave, make_advies, make_indicator])
@given(WORDS)
@settings(rule, max_examples=25)
def test_nonsense_question_changes_no_page(make, word):
    address = make().get_absolute_url()

    assert Client().get(f"{address}?{encoded(word)}").status_code == 200


@pytest.mark.parametrize("number", ["0", "-1", "2", "99999999999999999999", "1.5", "laatste", "\0"])
def test_page_number_that_is_not_there_is_not_found(client, number):
    assert client.get("/projecten/", query_params={"pagina": number}).status_code == 404


def test_number_too_large_for_the_database_is_not_found(client):
    assert client.get("/adviezen/99999999999999999999999-test/").status_code == 404


def test_very_long_address_is_not_found(client):
    assert client.get(f"/{'a' * 5000}/").status_code == 404
