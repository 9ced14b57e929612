"""Nothing is counted or ranked against whom we alone read into the text, on whatever page."""

import re
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from advies.models import Responsibility
from advies.parties import may_be_counted
from advies.stroming import State
from stroomop.lib import clock
from tests.advies.as_of import noon
from tests.factories import (
    make_advies,
    make_assessment,
    make_check,
    make_news,
    make_organisation,
    make_response,
    make_responsibility,
)
from tests.pages import facts, main, rows, texts, words
from tests.rollback import rolled_back

pytestmark = pytest.mark.django_db
LIST, PARTY = "/adviezen/", "/adviezen/voor/partij/"
# Every page that tells of one party.
OWN_PAGES = [PARTY, f"{LIST}?partij=partij", f"{LIST}?partij=partij&sorteer=stilte"]
TODAY = date(2026, 11, 22)
NAMED = "Een bron noemt wie dit moet doen"
INFERRED = "Wij vonden geen bron die noemt wie dit moet doen"
BY_NUMBER = (
    "Wij vonden geen bron die zegt wie deze adviezen moet uitvoeren. Daarom staan ze op nummer, en niet op stilte."
)
NAMED_PARTY = "Een bron noemt deze partij"
OTHER_PARTY = "Dit lezen wij uit de tekst, of de partij is alleen als partner genoemd"
NOT_COUNTED = "Hier tellen wij geen stilte: wij vonden geen bron die zegt dat deze partij dit moet uitvoeren."
STAR_NOTE = "Wat wij over stilte schrijven, zegt niets over een partij met een ster."
# Words that count silence, or that name a state.
COUNTS = re.compile(rf"\b\d+ maand|minder dan een maand|geen \w+ gevonden,|{'|'.join(map(str, State))}", re.IGNORECASE)
ROLES, BASES = ["opdracht", "uitvoering", "betrokken"], ["rapport", "titel", "afgeleid"]


@pytest.fixture
def today():
    with clock.fixed_at(noon(TODAY)):
        yield


@pytest.fixture
def party(today):
    return make_organisation(name="Partij", slug="partij")


def silent(number: int, year: int, checked_on: date | None = TODAY):
    """An advies of which nothing was heard since that year."""
    advies = make_advies(number=number, short_name="Test", slug=f"test-{number}")
    day = date(year, 5, 6)
    make_news(advies, kind="maatregel", title="Begin", date_from=day, date_to=day, precision="dag", known_on=day)
    if checked_on:
        make_check(advies, checked_on=checked_on)
    return advies


def sections(response) -> list[tuple[str, list[str]]]:
    """The tables of a page: the name of each, and the numbers in it from the top."""
    tables = re.findall(r"<table\b.*?</table>", main(response), re.DOTALL)
    return [
        (
            words(re.findall(r"<caption\b[^>]*>(.*?)</caption>", table, re.DOTALL)[0]),
            re.findall(r">(\d+)\. ", table),
        )
        for table in tables
    ]


def found(response) -> dict[str, str]:
    """What the middle column tells of each advies, by its number."""
    return {row[0].partition(".")[0]: row[2] for row in rows(response)}


@pytest.fixture
def mixed(party):
    """Advies 1 and 4 ask the party by a source, the others don't; those are silent for longer."""
    for number, year, role, basis in (
        (1, 2025, "uitvoering", "titel"),
        (2, 2022, "betrokken", "rapport"),
        (3, 2021, "uitvoering", "afgeleid"),
        (4, 2024, "opdracht", "rapport"),
        (5, 2023, "betrokken", "afgeleid"),
    ):
        make_responsibility(silent(number, year), organisation=party, role=role, basis=basis)


@pytest.mark.parametrize(("url", "order"), [(OWN_PAGES[0], "14"), (OWN_PAGES[1], "14"), (OWN_PAGES[2], "41")])
def test_silence_is_told_and_ranked_only_where_a_source_asks_the_party(client, mixed, url, order):
    response = client.get(url)

    assert sections(response) == [(NAMED_PARTY, list(order)), (OTHER_PARTY, ["2", "3", "5"])]
    counted = ", nagekeken op 22 november 2026"
    assert {number: text.replace(counted, "") for number, text in found(response).items()} == {
        "1": "18 maanden geen openbaar nieuws gevonden. staat stil Laatste nieuws, 6 mei 2025: Begin.",
        "2": "6 mei 2022: Begin.",
        "3": "6 mei 2021: Begin.",
        "4": "30 maanden geen openbaar nieuws gevonden. staat stil Laatste nieuws, 6 mei 2024: Begin.",
        "5": "6 mei 2023: Begin.",
    }
    assert (texts(response, "p").count(NOT_COUNTED), STAR_NOTE in main(response)) == (1, True)


@pytest.mark.parametrize("checked_on", [None, date(2026, 8, 1), TODAY])
@pytest.mark.parametrize("url", OWN_PAGES)
def test_page_of_a_party_that_is_only_inferred_counts_nothing(client, party, url, checked_on):
    for number, year in ((1, 2026), (2, 2021)):
        make_responsibility(silent(number, year, checked_on), organisation=party, basis="afgeleid")
    make_responsibility(make_advies(number=3, short_name="Test"), organisation=party, basis="afgeleid")

    response = client.get(url)

    assert sections(response) == [(OTHER_PARTY, ["1", "2", "3"])]
    # Of what is not checked we say so: that silence is ours.
    telling = [text.replace("Nog niet nagekeken.", "") for text in found(response).values()]
    assert [COUNTS.findall(text) for text in telling] == [[], [], []]


@pytest.mark.parametrize("url", OWN_PAGES)
def test_party_is_not_counted_by_what_a_source_says_of_others_in_the_same_advies(client, party, url):
    advies = silent(1, 2021)
    make_responsibility(advies, organisation=party, basis="afgeleid")
    make_responsibility(advies, organisation=make_organisation(parent=party), basis="titel")
    make_responsibility(advies, basis="titel")

    response = client.get(url)

    assert (sections(response), found(response)) == ([(OTHER_PARTY, ["1"])], {"1": "6 mei 2021: Begin."})


def test_overview_by_silence_ranks_only_adviezen_with_a_named_party(client, party):
    for number, year, role, basis in (
        (1, 2025, "uitvoering", "titel"),
        (2, 2023, "uitvoering", "afgeleid"),
        (3, 2024, "opdracht", "rapport"),
        (4, 2021, "uitvoering", "afgeleid"),
        (5, 2021, "betrokken", "rapport"),
    ):
        make_responsibility(silent(number, year), organisation=party, role=role, basis=basis)

    response = client.get(LIST, {"sorteer": "stilte"})

    assert sections(response) == [(NAMED, ["3", "1"]), (INFERRED, ["2", "4", "5"])]
    assert (texts(response, "p").count(BY_NUMBER), STAR_NOTE in main(response)) == (1, True)


@given(
    st.lists(
        st.tuples(st.sampled_from(ROLES), st.sampled_from(BASES), st.sampled_from(["party", "group", "member"])),
        max_size=4,
        unique_by=lambda item: (item[0], item[2]),
    )
)
@settings(max_examples=60)
def test_who_may_be_counted_is_named_by_a_source_as_who_is_to_act(items):
    with rolled_back():
        group = make_organisation()
        party = make_organisation(parent=group)
        family = {"party": party, "group": group, "member": make_organisation(parent=party)}
        advies = make_advies()
        rows = [make_responsibility(advies, organisation=family[who], role=r, basis=b) for r, b, who in items]

        own = [(role, basis) for role, basis, who in items if who == "party"]
        decisive = own or [(role, basis) for role, basis, _ in items]
        expected = any(role != "betrokken" and basis != "afgeleid" for role, basis in decisive)
        assert may_be_counted(party, rows) == ({advies.pk} if expected else set())
        assert not expected or any(basis != Responsibility.Basis.INFERRED for _, basis, _ in items)


def test_word_of_a_state_looks_the_same_whatever_it_is(client, today):
    states = {
        State.FLOWS: silent(1, 2021),
        State.RIPPLES: silent(2, 2026),
        State.STILL: silent(3, 2021),
        State.UNDATED: make_advies(number=4),
        State.UNCHECKED: silent(5, 2021, checked_on=None),
        State.DONE: silent(6, 2021),
    }
    make_news(states[State.FLOWS], kind="maatregel", runs_until=TODAY)
    make_check(states[State.UNDATED])
    make_assessment(states[State.DONE], verdict="uitgevoerd")
    pages = [client.get(url) for url in (LIST, *(advies.get_absolute_url() for advies in states.values()))]

    badges = [
        (element, text.strip())
        for page in pages
        for element, text in re.findall(r"(<span class=\"badge[^>]*>)([^<]*)</span>", main(page))
        if text.strip() in set(State)
    ]
    assert {element for element, _ in badges} == {'<span class="badge">'}
    # The other two words stand in the sentence itself.
    assert {text for _, text in badges} == {"stroomt", "kabbelt", "staat stil", "geen gedateerd nieuws bekend"}
    table = main(pages[0]).partition("<tbody>")[2].partition("</tbody>")[0]
    looks = [re.findall(r'(?:class|style)="[^"]*"', row) for row in table.split("</tr>")]
    assert {name for row in looks for name in row} == {'class="badge"', 'class="muted"'}


ASKED = date(2026, 9, 1)


@pytest.mark.parametrize("basis", BASES)
@pytest.mark.parametrize("answer", [None, "geen_antwoord"])
def test_no_answer_is_said_only_of_who_was_asked_and_named_by_a_source(client, party, basis, answer):
    advies = silent(1, 2021)
    make_responsibility(advies, organisation=party, basis=basis)
    if answer:
        make_response(advies, organisation=party, answer=answer, asked_on=ASKED)

    response = client.get(advies.get_absolute_url())

    if answer is None:
        said = "nog niet gevraagd"
    elif basis == "afgeleid":
        said = "gevraagd op 1 september 2026"
    else:
        said = "geen antwoord, gevraagd op 1 september 2026"
    assert f"Wat deze partij ervan vindt: {said}." in dict(facts(response))["Aan wie"]
    feeds = [f"{advies.get_absolute_url()}advies.atom", f"{PARTY}adviezen.atom", "/adviezen/adviezen.atom"]
    others = [client.get(url).content.decode() for url in (*OWN_PAGES, LIST, "/adviezen/op-een-a4/", *feeds)]
    assert [text.count("geen antwoord") for text in others] == [0] * len(others)
    assert main(response).count("geen antwoord") == ("geen antwoord" in said)


def test_what_is_asked_of_one_party_leaves_no_mark_on_another(client, party):
    advies = silent(1, 2021)
    make_responsibility(advies, organisation=make_organisation(name="Genoemd"), basis="titel")
    make_responsibility(advies, organisation=party, basis="afgeleid")
    for item in advies.responsibilities.all():
        make_response(advies, organisation=item.organisation, answer="geen_antwoord", asked_on=ASKED)

    to_whom = dict(facts(client.get(advies.get_absolute_url())))["Aan wie"]

    asked = "gevraagd op 1 september 2026"
    assert re.findall(
        r"(\w+) \([^)]*\) Wat deze partij ervan vindt: ((?:geen antwoord, )?gevraagd op [\w ]{16})", to_whom
    ) == [
        ("Genoemd", f"geen antwoord, {asked}"),
        ("Partij", asked),
    ]
