import pytest
from django.core.cache import cache

from stroomop.lib import clock
from stroomop.search.asking import read_question
from stroomop.search.suggestions import SECONDS, did_you_mean, distance, suggestions_for, vocabulary, with_some_words
from tests.factories import make_page, make_project, make_theme

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _empty_cache():
    cache.clear()
    yield
    cache.clear()


def suggested(asked: str) -> str:
    return did_you_mean(read_question(asked))


@pytest.mark.parametrize(
    ("one", "other", "faults"),
    [
        ("brug", "brug", 0),
        ("brug", "brugg", 1),
        ("brug", "bug", 1),
        ("brug", "brog", 1),
        ("brug", "burg", 1),
        ("brug", "burgg", 2),
        ("ab", "", 2),
        ("", "ab", 2),
        ("abcd", "cdab", 4),
    ],
)
def test_distance_counts_the_faults(one, other, faults):
    assert distance(one, other) == faults


@pytest.mark.parametrize(
    ("asked", "meant"),
    [
        ("plaatzing", "plaatsing"),
        ("PLAATSNIG", "plaatsing"),
        ("laatsing", "plaatsing"),
        ("plaatssinge", "plaatsing"),
        ("geevalueert", "geëvalueerd"),
        ("de plaatzing geevalueert", "de plaatsing geëvalueerd"),
    ],
)
def test_misspelt_words_are_mended(asked, meant):
    make_page(title="De plaatsing geëvalueerd")

    assert suggested(asked) == meant


@pytest.mark.parametrize(
    "asked", ["plaatsing", "plaatsingen", "geevalueerd", "xqzwvk", "zing", "huis", "1234", "", '"', "🌊"]
)
def test_nothing_is_suggested_for_what_is_right_or_wholly_wrong(asked):
    make_page(title="De plaatsing geëvalueerd")

    assert suggested(asked) == ""


def test_nothing_is_suggested_that_leads_to_nothing():
    make_page(title="Plaatsing")

    assert suggested("plaatzing onvindbaar") == ""


def test_word_that_is_used_most_is_suggested():
    make_page(title="Woord xandel", body="<p>xander xander</p>")

    assert suggested("xandet") == "xander"


def test_no_word_is_suggested_that_is_not_public():
    make_page(title="Plaatsing", published_at=None)
    make_page(title="Verhuizing", archived_at=clock.now())

    assert (suggested("plaatzing"), suggested("verhuising")) == ("", "")
    assert vocabulary().spellings == {}


def test_word_that_stopped_being_public_is_suggested_to_nobody():
    page = make_page(title="Plaatsing")
    assert suggested("plaatzing") == "plaatsing"

    page.archived_at = clock.now()
    page.save()

    assert suggested("plaatzing") == ""


def test_words_are_read_again_after_some_minutes():
    suggested("plaatzing")
    make_page(title="Plaatsing")

    assert (SECONDS, suggested("plaatzing")) == (300, "")
    cache.clear()
    assert suggested("plaatzing") == "plaatsing"


def test_words_are_read_once(django_assert_num_queries):
    make_page(title="Plaatsing")
    vocabulary()

    with django_assert_num_queries(0):
        vocabulary()


@pytest.mark.parametrize(
    ("path", "titles"),
    [
        ("/projecten/een-brug-van-water/", ["Water onder de brug", "Brug"]),
        ("/een/heel/ander/pad/naar/BRUG", ["Brug", "Water onder de brug"]),
        ("/brug.html", ["Brug", "Water onder de brug"]),
        ("/br%C3%BCg-water", ["Water onder de brug", "Brug"]),
        ("/brug/onvindbaar/", []),
        ("/", []),
        ("//", []),
        ("/de-het-een/", []),
        ("/12345/", []),
        ("/%00%ff%ED%A0%80/", []),
    ],
)
def test_address_that_answers_nothing_suggests_what_has_its_words(path, titles):
    make_page(title="Water onder de brug")
    make_page(title="Brug")

    assert [entry.title for entry in suggestions_for(path)] == titles


def test_address_suggests_at_most_five():
    for _ in range(6):
        make_project(summary="Een brug.")

    assert len(suggestions_for("/brug/")) == 5


@pytest.mark.parametrize("path", [f"/{'brug-' * 100_000}", f"/{'b' * 1_000_000}", "/" * 100_000, "/' OR 1=1 --"])
def test_hostile_address_is_cheap(path, django_assert_max_num_queries):
    make_page(title="Brug")
    suggestions_for("/brug/")

    with django_assert_max_num_queries(3):
        suggestions_for(path)


def test_items_with_more_of_the_words_come_first():
    one = make_project(name="Brug", summary="Over water.")
    make_project(name="Andere brug", summary="Over land.")
    theme = make_theme(name="Brug, water en lucht")

    found = with_some_words(read_question('brug "water lucht" onvindbaar'))

    assert [entry.url for entry in found][:2] == [theme.get_absolute_url(), one.get_absolute_url()]


def test_nothing_comes_near_to_single_letters():
    make_page(title="A b c")

    assert with_some_words(read_question("a1 b c d onvindbaar x")) == []


@pytest.mark.parametrize("count", [1, 3])
def test_search_for_nothing_asks_the_database_equally_often(client, django_assert_num_queries, count):
    for _ in range(count):
        make_project(summary="Een brug.")
    client.get("/zoeken/?q=brugg+onvindbaar")

    with django_assert_num_queries(9):
        client.get("/zoeken/?q=brugg+onvindbaar")
