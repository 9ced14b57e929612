"""Narrowing and sorting the overview: by party, theme and judgement."""

from datetime import date

import pytest

from tests.factories import (
    make_advies,
    make_assessment,
    make_check,
    make_news,
    make_organisation,
    make_responsibility,
    make_theme,
)
from tests.pages import chips, choices, main, rows, texts

pytestmark = pytest.mark.django_db
URL = "/adviezen/"


def numbers(response) -> list[str]:
    return [row[0].partition(".")[0] for row in rows(response)]


@pytest.fixture
def three():
    """Advies 1 asks the group, 2 the party, 3 its member; only the first two by a source."""
    group = make_organisation(name="Groep", slug="groep")
    party = make_organisation(name="Partij", slug="partij", parent=group)
    member = make_organisation(name="Lid", slug="lid", parent=party)
    make_organisation(name="Buiten", slug="buiten")
    adviezen = [make_advies(number=number) for number in (1, 2, 3)]
    for advies, organisation, basis in zip(
        adviezen, (group, party, member), ("titel", "rapport", "afgeleid"), strict=True
    ):
        make_responsibility(advies, organisation=organisation, basis=basis)
    return adviezen


@pytest.mark.parametrize("party", ["groep", "partij", "lid"])
def test_filter_by_party_finds_what_its_group_and_its_members_are_asked(client, three, party):
    make_responsibility(make_advies(number=4))

    assert numbers(client.get(URL, {"partij": party})) == ["1", "2", "3"]


def test_filter_by_party_leaves_out_what_a_sister_is_asked(client, three):
    group = three[0].responsibilities.get().organisation
    sister = make_organisation(slug="zus", parent=group)
    make_responsibility(make_advies(number=4), organisation=sister)

    assert numbers(client.get(URL, {"partij": "zus"})) == ["1", "4"]


def test_filter_offers_only_what_some_advies_has(client, three):
    theme = make_theme(name="Testthema", slug="testthema")
    make_theme(name="Ongebruikt")
    make_theme(name="Concept", published_at=None).advies_set.add(three[0])
    three[0].themes.add(theme)
    make_assessment(three[0], verdict="gestart")

    assert choices(client.get(URL)) == {
        "partij": ["Alle", "Groep", "Lid", "Partij"],
        "thema": ["Alle", "Testthema"],
        "oordeel": ["Alle", "gestart", "nog niet beoordeeld"],
        "sorteer": ["op nummer", "langste stilte eerst"],
    }


def test_filter_by_theme(client, three):
    theme = make_theme(name="Testthema", slug="testthema")
    three[1].themes.add(theme)

    response = client.get(URL, {"thema": "testthema"})

    assert (numbers(response), chips(response)) == (["2"], [("Thema: Testthema", "?")])


@pytest.mark.parametrize(
    ("verdict", "expected"), [("gestart", ["2"]), ("uitgevoerd", ["1"]), ("geen", ["3"]), ("deels", ["1", "2", "3"])]
)
def test_filter_by_the_judgement_that_holds(client, three, verdict, expected):
    make_assessment(three[0], verdict="gestart", known_on=date(2026, 1, 1))
    make_assessment(three[0], verdict="uitgevoerd", known_on=date(2026, 1, 1))
    make_assessment(three[1], verdict="gestart", known_on=date(2026, 2, 1))
    make_assessment(three[1], verdict="uitgevoerd", known_on=date(2026, 1, 1))

    # No advies is done in part, so that is no choice, and narrows nothing.
    assert numbers(client.get(URL, {"oordeel": verdict})) == expected


def test_filter_by_the_judgement_that_held_then(client, three):
    make_assessment(three[0], verdict="gestart", known_on=date(2026, 1, 1))
    make_assessment(three[0], verdict="uitgevoerd", known_on=date(2026, 2, 1))

    assert numbers(client.get(URL, {"oordeel": "gestart", "stand": "2026-01-15"})) == ["1"]
    assert numbers(client.get(URL, {"oordeel": "geen", "stand": "2025-12-31"})) == ["1", "2", "3"]


def test_filters_count_together(client, three):
    theme = make_theme(name="Testthema", slug="testthema")
    for advies in three[:2]:
        advies.themes.add(theme)
    make_assessment(three[1], verdict="gestart")

    response = client.get(URL, {"partij": "lid", "thema": "testthema", "oordeel": "gestart"})

    assert numbers(response) == ["2"]
    assert [choice for choice, _ in chips(response)] == ["Voor wie: Lid", "Thema: Testthema", "Oordeel: gestart"]


def test_filter_without_a_result_says_so(client, three):
    make_assessment(three[1], verdict="gestart")
    theme = make_theme(name="Testthema", slug="testthema")
    three[0].themes.add(theme)

    response = client.get(URL, {"thema": "testthema", "oordeel": "gestart"})

    assert numbers(response) == []
    assert "Met deze keuzes vinden we niets. Haal een keuze weg, of begin opnieuw. Toon alle adviezen" in texts(
        response, "p"
    )


@pytest.mark.parametrize("field", ["partij", "thema", "oordeel", "sorteer"])
@pytest.mark.parametrize("value", ["onzin", "%00", "x" * 5000, "1; DROP TABLE"])
def test_filter_with_an_unknown_choice_shows_all_and_says_so(client, three, field, value):
    three[0].themes.add(make_theme())

    response = client.get(URL, {field: value})

    assert numbers(response) == ["1", "2", "3"]
    assert "Deze keuze bestaat niet. Kies er een uit de lijst." in main(response)


def test_filter_keeps_the_chosen_day(client, three):
    response = client.get(URL, {"partij": "partij", "stand": "2026-01-15"})

    assert '<input type="hidden" name="stand" value="2026-01-15">' in main(response)
    assert chips(response) == [("Voor wie: Partij", "?stand=2026-01-15")]


def test_filter_by_silence_puts_the_longest_first_and_the_uncounted_last(client):
    party = make_organisation()
    for number, year in ((1, 2024), (2, 2021), (3, None), (4, 2023)):
        advies = make_advies(number=number)
        make_responsibility(advies, organisation=party)
        make_check(advies)
        if year:
            day = date(year, 5, 6)
            make_news(advies, kind="maatregel", date_from=day, date_to=day, precision="dag", known_on=day)

    assert numbers(client.get(URL, {"sorteer": "stilte"})) == ["2", "4", "1", "3"]


def test_filter_by_silence_puts_what_runs_after_what_is_silent(client):
    for number, until in ((1, date(2999, 1, 1)), (2, None)):
        advies = make_advies(number=number)
        make_responsibility(advies)
        make_check(advies)
        day = date(2021 + number, 5, 6)
        make_news(advies, kind="besluit", date_from=day, precision="dag", known_on=day, runs_until=until)

    assert numbers(client.get(URL, {"sorteer": "stilte"})) == ["2", "1"]


@pytest.mark.parametrize("size", [1, 3, 40])
@pytest.mark.parametrize(
    ("query", "queries"), [({"thema": "testthema"}, 18), ({"oordeel": "geen"}, 18), ({"partij": "testpartij"}, 22)]
)
def test_filter_asks_a_fixed_number_of_queries(client, django_assert_num_queries, query, queries, size):
    theme = make_theme(name="Testthema", slug="testthema")
    party = make_organisation(slug="testpartij")
    for _ in range(size):
        advies = make_advies()
        advies.themes.add(theme)
        make_responsibility(advies, organisation=party)
        make_news(advies)

    with django_assert_num_queries(queries):
        response = client.get(URL, query)

    assert len(rows(response)) == size
