"""What can't be compared, and what the page says then: words and a form, never a fault of ours."""

import re
from datetime import UTC, datetime

import pytest

from tests.factories import make_category, make_figure, make_indicator, make_series, make_speerpunt
from tests.monitor.comparison.kit import URL, make_areas, make_line, make_split, page, parts
from tests.pages import choices, links, main, offers_help, texts, words

pytestmark = pytest.mark.django_db
PAST, LATER = datetime(2021, 1, 1, tzinfo=UTC), datetime(2022, 1, 1, tzinfo=UTC)
UNKNOWN = "Een cijfer dat je koos, kennen we niet. Kies een cijfer uit de lijst."
UNKNOWN_PART = "Een deel dat je koos, kunnen we bij dit cijfer niet vergelijken. Kies delen uit de lijst."


@pytest.fixture
def areas():
    """Seven areas with figures, and two ages."""
    indicator = make_split("\n".join(f"{name} 1 2 3" for name in ["Land", *"ABCDEFG"]))
    for age in make_areas("Jong", "Oud", name="leeftijd", plural="leeftijden"):
        make_line(indicator, "1 2 3", age)
    return indicator


def alerts(response):
    """What the page says is wrong; then it draws nothing."""
    html = main(response)
    assert "<figure" not in html
    return [words(text) for text in re.findall(r'role="alert">.*?</p>\s*<p>(.*?)</p>', html, re.DOTALL)]


@pytest.mark.usefixtures("areas")
def test_nothing_chosen_says_what_to_do(client):
    response = client.get(URL)

    assert texts(response, "p")[:2] == [
        "Zet twee tot zes gebieden of groepen naast elkaar. Of zet twee cijfers op één tijdas.",
        "Kies eerst een cijfer. Je ziet daarna wat je ermee kunt vergelijken.",
    ]
    assert choices(response) == {"cijfer": ["Kies een cijfer", "Testen"]}
    assert 'role="alert"' not in main(response)


@pytest.mark.usefixtures("areas")
def test_figure_chosen_offers_its_parts_and_says_where_there_is_no_second(client):
    response = page(client, "testen")

    assert texts(response, "p")[0] == "Je koos ‘Testen’. Kies nu delen van dit cijfer."
    assert texts(response, "legend") == [
        "Testen: kies twee tot zes gebieden", "Testen: kies twee tot zes leeftijden",
    ]  # fmt: skip
    assert texts(response, "label")[1:-1] == [*"ABCDEFG", "Jong", "Oud"]
    assert "Er is geen tweede cijfer dat met ‘Testen’ op één tijdas past." in texts(response, "p")


def test_figure_without_parts_asks_for_a_second_one_only(client):
    make_line(make_indicator(name="Testen", slug="testen"), "1 2 3")

    told = "Je koos ‘Testen’."
    assert texts(page(client, "testen"), "p")[0] == f"{told} Hiermee kunnen we nog niets vergelijken."

    make_line(make_indicator(name="Meer", slug="meer"), "1 2 3")

    assert texts(page(client, "testen"), "p")[0] == f"{told} Kies nu een tweede cijfer."


@pytest.mark.parametrize("moments", [{"published_at": None}, {"archived_at": datetime(2021, 1, 1, tzinfo=UTC)}])
def test_focus_area_that_is_not_public_is_not_named(client, moments):
    speerpunt = make_speerpunt(name="GEHEIM", **moments)
    make_line(make_indicator(name="Testen", slug="testen", speerpunt=speerpunt), "1 2 3")

    assert "GEHEIM" not in main(client.get(URL)) + main(page(client, "testen"))


def test_figures_are_offered_by_speerpunt_and_the_second_by_its_axis(client):
    second, first = make_speerpunt(number=2, name="Tweede"), make_speerpunt(number=1, name="Eerste")
    for name, speerpunt in (("Los", None), ("B", second), ("A", first), ("C", first)):
        make_line(make_indicator(name=name, slug=name.lower(), speerpunt=speerpunt), "1 2 3")
    for period in ("2021-H1", "2022-H1", "2023-H1"):
        make_figure(make_series(make_indicator(name=f"Half {period}", slug=f"half-{period.lower()}")), period, "1")
    make_line(make_indicator(name="Twee", slug="twee"), "1 2")

    response = page(client, "a")

    groups = main(response).split("<optgroup")
    assert [group.partition('label="')[2].partition('"')[0] for group in groups[1:]] == [
        "Eerste", "Tweede", "Andere cijfers", "Eerste", "Tweede", "Andere cijfers",
    ]  # fmt: skip
    # Of both lists the second is found: they have one name.
    assert choices(response) == {"cijfer": ["Kies een cijfer", "C", "B", "Los"]}
    assert '<option value="a" selected>' in main(response)


@pytest.mark.usefixtures("areas")
@pytest.mark.parametrize(
    ("figures", "chosen", "told"),
    [
        ([], ["gebied:a"], "Je koos wel delen, maar geen cijfer. Kies eerst een cijfer."),
        ([""], ["gebied:a"], "Je koos wel delen, maar geen cijfer. Kies eerst een cijfer."),
        (["testen", "testen"], [],
         "Je koos twee keer hetzelfde cijfer. Kies een ander tweede cijfer, of kies delen."),
        (["testen", "x", "y"], [], "Je koos 3 cijfers. Kies er één of twee."),
        (["testen", "x"], [], UNKNOWN),
        (["\0"], [], UNKNOWN),
        (["é" * 900], [], UNKNOWN),
        (["testen"], ["gebied:a"], "Je koos alleen A. Kies er nog minstens één bij."),
        (["testen"], ["gebied:a", "gebied:a"], "Je koos alleen A. Kies er nog minstens één bij."),
        (["testen"], parts(*"abcdefg"), "Je koos 7 gebieden. Kies er twee tot zes."),
        (["testen"], ["gebied:a", "leeftijd:jong"],
         "Je koos delen van verschillende soort: gebieden en leeftijden. Kies delen van één soort."),
        (["testen"], ["gebied:a", "gebied:x"], UNKNOWN_PART),
        (["testen"], ["gebied:a", "\0"], UNKNOWN_PART),
        (["testen"], ["a", "b"], UNKNOWN_PART),
    ],
)  # fmt: skip
def test_what_can_not_be_compared_is_said_in_words(client, figures, chosen, told):
    response = page(client, *figures, deel=chosen)

    assert (response.status_code, alerts(response)) == (200, [told])
    assert choices(response)


@pytest.mark.usefixtures("areas")
def test_what_was_chosen_stays_chosen_beside_the_fault(client):
    response = page(client, "testen", deel=parts("b", "g", "x"))

    assert main(response).count(" checked>") == 2
    assert '<input type="checkbox" name="deel" value="gebied:g" checked>' in main(response)


def test_parts_and_a_second_figure_do_not_go_together(client, areas):
    make_line(make_indicator(slug="meer"), "1 2 3")

    response = page(client, "testen", "meer", deel=parts("a", "b"))

    assert alerts(response) == ["Kies delen van één cijfer, of kies een tweede cijfer. Allebei tegelijk kan niet."]


def test_figure_with_parts_but_no_line_is_no_second(client, areas):
    make_split("Noord 1\nZuid 2", slug="delen", name="Delen", names={"name": "streek", "plural": "streken"})

    response = page(client, "testen", "delen")

    few = "Van ‘Delen’ hebben we voor heel Nederland te weinig cijfers voor een lijn."
    assert alerts(response) == [f"{few} Kies een ander tweede cijfer. Lees wat we weten"]


def test_part_of_another_figure_is_unknown(client, areas):
    make_split("Noord 1\nZuid 2", slug="delen", name="Delen", names={"name": "streek", "plural": "streken"})

    assert alerts(page(client, "testen", deel=parts("noord", "zuid", dimension="streek"))) == [UNKNOWN_PART]


@pytest.mark.parametrize("moments", [{"published_at": None}, {"archived_at": LATER}, {"code": "anders"}])
def test_figure_that_is_not_public_is_as_unknown_as_none(client, moments):
    hidden = make_indicator(name="Geheim", slug="geheim", **{"published_at": PAST, **moments})
    make_line(hidden, "987654 987654 987654")
    slug = "nergens" if "code" in moments else "geheim"

    response = page(client, slug, "geheim-ook")

    assert (response.status_code, alerts(response)) == (200, [UNKNOWN])
    assert "987.654" not in main(response)


@pytest.mark.parametrize(
    ("kind", "told"),
    [
        ("gevoelig", "Over ‘Stil’ maken we geen grafiek en geen vergelijking."),
        ("losse-telling", "‘Stil’ is een losse telling. Die is niet te vergelijken met andere cijfers."),
        ("norm", "‘Stil’ is een norm of vuistregel, geen meting. Die vergelijken we niet."),
    ],
)
def test_figure_of_another_kind_is_never_compared(client, areas, kind, told):
    make_split("Noord 987654 987654 1\nZuid 2 2 2\nLand 1 2 3", "stil", {"name": "streek"}, name="Stil", kind=kind)

    for figures in (["stil"], ["testen", "stil"]):
        response = page(client, *figures, deel=parts("noord", "zuid", dimension="streek"))

        assert alerts(response) == [f"{told} Lees wat we weten"]
        assert "/monitor/indicator/stil/" in links(response)
        assert ("987.654" in main(response), offers_help(response)) == (False, kind == "gevoelig")


@pytest.mark.parametrize(("values", "told"), [("1 2", "te weinig"), ("1 x x 2", "te weinig"), ("1 2 3", None)])
def test_figure_with_too_few_numbers_can_not_be_chosen(client, values, told):
    make_line(make_indicator(name="Weinig", slug="weinig"), values)

    response = page(client, "weinig")

    said = [f"Van ‘Weinig’ hebben we {told} cijfers om te vergelijken. Lees wat we weten"] if told else []
    assert alerts(response) == said


def test_parts_without_a_shared_period_can_not_be_chosen(client):
    indicator, areas = make_indicator(slug="testen"), make_areas("Noord", "Zuid", "Totaal")
    for year, area in enumerate(areas, 2021):
        make_line(indicator, "1 x" if year == 2021 else "1", area, start=year)
    make_line(indicator, "5", make_category(), start=2021)
    make_line(indicator, "1 2", areas[2], start=2021)

    response = page(client, "testen")

    assert [told for told in alerts(response) if "te weinig" in told]
    assert texts(response, "legend") == []


def test_nothing_to_compare_says_so(client):
    assert texts(client.get(URL), "p")[0] == "Er zijn nog te weinig cijfers om te vergelijken."
