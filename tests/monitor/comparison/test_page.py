"""The page that compares: its day, its address, its links, and how much it asks of the database."""

import string
from datetime import date
from html import unescape
from urllib.parse import quote

import pytest
from django.test import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.factories import make_figure, make_indicator, make_series, make_speerpunt
from tests.monitor.comparison.kit import URL, make_line, make_split, page, parts
from tests.pages import links, main, offers_help, rows, texts

pytestmark = pytest.mark.django_db
SIX = "ABCDEF"
TODAY = "Bekijk de stand van vandaag"


@pytest.fixture
def areas():
    return make_split("\n".join(f"{name} 1 2 3" for name in ["Land", *SIX]))


@pytest.fixture
def known_later(areas):
    """On 1 January 2025 one figure was revised, and a second indicator came to have enough."""
    day = date(2025, 1, 1)
    series = make_series(areas, areas.series.exclude(key="").first().categories.get())
    series.figures.filter(period__code="2023").update(valid_to=day)
    make_figure(series, "2023", "99", valid_from=day)
    later = make_indicator(name="Later", slug="later")
    make_line(later, "1 2 3", valid_from=day)
    return later


@pytest.mark.usefixtures("known_later")
def test_comparison_of_an_earlier_day_tells_what_was_known(client):
    chosen = parts("a", "b")

    then, now = (page(client, "testen", deel=chosen, **query) for query in ({"stand": "2024-06-01"}, {}))

    assert [row[-1] for row in rows(then)[:2]] == ["3", "3"]
    assert [row[-1] for row in rows(now)[:2]] == ["99", "3"]
    assert "Later" not in main(then)
    assert "Later" in main(now)
    assert texts(then, "h1") == ["Testen. 2 cijfers (2023)"]


@pytest.mark.usefixtures("known_later")
def test_links_and_forms_keep_the_day_and_the_choice(client):
    response = page(client, "testen", deel=parts("a", "b"), stand="2024-06-01")

    address = "/monitor/vergelijk/?cijfer=testen&deel=gebied:a&deel=gebied:b"
    assert [unescape(link) for link in links(response)][:4] == [
        address,
        "/monitor/indicator/testen/?stand=2024-06-01",
        "/monitor/indicator/testen/cijfers.csv?stand=2024-06-01",
        "/monitor/?stand=2024-06-01",
    ]
    forms = main(response).split("<form")[1:]
    assert [form.count('name="stand"') for form in forms] == [1] * len(forms)
    assert [form.count('name="deel" value="gebied:a"') for form in forms] == [0, 1, 1]
    assert f"http://testserver{address}" not in main(response)
    assert f"{address}&stand=2024-06-01" in unescape(texts(response, "p")[-1])


@pytest.mark.usefixtures("known_later")
@pytest.mark.parametrize(
    ("query", "told"),
    [
        ({"stand": "2020-01-01"}, "Op die dag kenden we te weinig cijfers om te vergelijken. " + TODAY),
        ({"stand": "2024-06-01", "cijfer": "later"}, "Van ‘Later’ hebben we te weinig cijfers om te vergelijken."),
        ({"stand": "2999-01-01"}, "1 januari 2999 ligt in de toekomst. Kies vandaag of een eerdere dag."),
        ({"stand": "x"}, "“x” is geen datum. Schrijf een datum als 2024-05-31."),
    ],
)
def test_day_without_figures_says_so(client, query, told):
    response = client.get(URL, query)

    assert response.status_code == 200
    assert [text for text in texts(response, "p") if text.startswith(told)]


@pytest.mark.usefixtures("areas")
@pytest.mark.parametrize("query", [{}, {"cijfer": "testen"}, {"cijfer": "testen", "deel": ["gebied:a", "gebied:b"]}])
def test_page_has_one_address_for_search_engines(client, query, settings):
    html = client.get(URL, query).content.decode()

    assert f'<link rel="canonical" href="{settings.SITE_URL}/monitor/vergelijk/">' in html


@pytest.mark.usefixtures("areas")
def test_address_to_share_has_the_choice_in_one_order(client, settings):
    response = page(client, "testen", deel=["gebied:b", "gebied:a", "gebied:b"])

    assert texts(response, "nav")[-1].endswith(
        f"{settings.SITE_URL}/monitor/vergelijk/?cijfer=testen&deel=gebied:b&deel=gebied:a"
    )
    assert texts(response, "h3")[:2] == ["A", "B"]


@pytest.mark.parametrize("second", ["meer", "testen", ""])
def test_indicator_under_its_former_name_leads_to_its_new_one(client, areas, second):
    areas.slug = "nieuw"
    areas.save()

    response = page(client, "testen", second, deel=parts("a", "b"), stand="2024-06-01")

    new = "nieuw" + "&cijfer=meer" * (second == "meer")
    address = f"{URL}?cijfer={new}&deel=gebied:a&deel=gebied:b&stand=2024-06-01"
    assert (response.status_code, response["Location"]) == (301, address)


@pytest.mark.parametrize(("sensitive", "speerpunt"), [(True, True), (False, True), (False, False)])
def test_page_that_names_a_sensitive_focus_area_offers_help(client, areas, sensitive, speerpunt):
    areas.speerpunt = make_speerpunt(sensitive=sensitive) if speerpunt else None
    areas.save()

    assert offers_help(client.get(URL)) == sensitive


def test_only_reading_is_allowed(client):
    assert client.post(URL).status_code == 405


@pytest.mark.parametrize("chosen", [2, 6])
@pytest.mark.parametrize("more", [0, 12])
def test_comparing_parts_asks_a_fixed_number_of_queries(client, areas, django_assert_num_queries, chosen, more):
    """Also beside twelve other figures to choose from, each with enough to draw."""
    for _ in range(more):
        make_line(make_indicator(), "1 2 3")

    # Which dimensions; the indicators with their series, figures, those before them, checks, breaks and definitions;
    # the parts with categories and dimension; what every page asks.
    with django_assert_num_queries(15):
        response = page(client, "testen", deel=parts(*SIX.lower()[:chosen]))

    assert texts(response, "h3") == list(SIX[:chosen])


@pytest.mark.parametrize("years", [3, 50])
def test_comparing_two_asks_a_fixed_number_of_queries(client, django_assert_num_queries, years):
    for slug in ("een", "twee"):
        make_line(make_indicator(slug=slug), " ".join(map(str, range(1, years + 1))), start=1900)

    with django_assert_num_queries(11):
        response = page(client, "een", "twee")

    assert len(rows(response)) == 2 * years


WORDS = st.one_of(
    st.text(max_size=20),
    st.sampled_from(["\0", "testen", "meer", "gebied:a", "gebied:b", "gebied:", ":a", "gebied:a:b", "é", "9" * 999]),
)
NAMES = st.sampled_from(["cijfer", "cijfer", "deel", "deel", "stand", "cijfer[]", ""])


def encoded(text):
    return quote(text.encode("utf-8", "surrogatepass"), safe=string.punctuation.replace("#", ""))


@pytest.mark.usefixtures("areas")
@given(st.lists(st.tuples(NAMES, WORDS), max_size=9))
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_address_is_answered_with_words_and_a_form(pairs):
    query = "&".join(f"{encoded(name)}={encoded(value)}" for name, value in pairs)

    response = Client().get(f"{URL}?{query}")

    assert response.status_code == 200
    assert "<select" in main(response)
    assert 'class="lead"' in main(response) or 'role="alert"' in main(response) or "<figure" in main(response)
