"""The small page that other sites may show inside their own."""

from datetime import UTC, datetime

import pytest

from monitor.models import Indicator
from stroomop.middleware import PERMISSIONS_POLICY
from tests.factories import (
    make_category,
    make_figure,
    make_help_line,
    make_indicator,
    make_release,
    make_series,
    make_speerpunt,
)
from tests.monitor.taken_along import PATH, make_drawn
from tests.pages import links, main, rows, texts

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("december")]

URL = f"{PATH}embed/"
PAGE = "https://portaal.test/monitor/indicator/testen/"
NEWEST = "In 2022 waren er 35 tests (voorlopig cijfer), 3 minder dan in 2021."
COUNTED_OTHERWISE = "Vanaf 1 januari 2020 is er anders geteld."
NOT_WITH_EARLIER = "Vergelijk dit niet met cijfers van daarvoor."
LIMITS = (
    "Een lager of hoger cijfer zegt niet of jongeren nu beter geholpen zijn. "
    "Een verschil kan ook komen doordat er anders geregistreerd is."
)


def test_embed_tells_the_finding_with_its_chart_source_status_and_limits(client):
    make_drawn()

    response = client.get(URL)

    assert texts(response, "h1") == ["Testen: 35 tests in 2022 (voorlopig), 3 minder dan in 2021"]
    open_point = "Een open punt is voorlopig."
    gap = "Waar de lijn ophoudt, tonen we geen cijfer of is er anders geteld."
    assert texts(response, "figcaption") == [f"{COUNTED_OTHERWISE} {open_point} {gap}"]
    assert texts(response, "p") == [
        f"{NEWEST} Vergeleken met 2020 (40) is dat 5 minder. {COUNTED_OTHERWISE} {NOT_WITH_EARLIER}",
        f"Let op. {LIMITS} Nieuwste cijfer dat wij hebben: 2022.",
        "Status: voorlopig. Bron: Uitgever. Stand van 2 december 2026.",
        (
            "Sinds wanneer het cijfer over 2022 bekend is, weten we niet. "
            "Wanneer het volgende cijfer komt, is onbekend. Of er een nieuwer cijfer is, hebben we nog niet nagekeken."
        ),
        "Bekijk dit cijfer op het StroomOP-portaal, met uitleg en bronnen.",
    ]
    assert [row[:3] for row in rows(response)] == [
        ["2016", "20", "definitief"],
        ["2017", "25", "definitief"],
        ["2019", "30", "definitief"],
        ["2020", "40", "definitief"],
        ["2021", "38", "definitief"],
        ["2022", "35", "voorlopig"],
    ]
    assert 'aria-labelledby="grafiek" aria-describedby="tekst"' in main(response)


def test_embed_is_a_page_of_its_own(client):
    make_drawn()

    response = client.get(URL)

    html = response.content.decode()
    assert [found for found in ("<script", "<nav", "<header", "<footer", "<form", "style=") if found in html] == []
    assert "<title>Testen \N{EN DASH} StroomOP</title>" in html
    assert '<meta name="robots" content="noindex">' in html
    assert f'<link rel="canonical" href="{PAGE}">' in html
    assert '<base target="_top">' in html
    assert f'<a href="{PAGE}" target="_top" rel="bookmark">' in html
    assert links(response) == [PAGE]


def test_embed_may_be_framed_and_sets_no_cookie(client):
    make_drawn()

    response = client.get(URL)

    assert dict(response.headers) == {
        "Content-Type": "text/html; charset=utf-8",
        "Content-Length": str(len(response.content)),
        "Content-Security-Policy": "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'none'; "
        "frame-ancestors *; base-uri 'none'",
        "Permissions-Policy": PERMISSIONS_POLICY,
        "Cross-Origin-Opener-Policy": "same-origin",
        "Referrer-Policy": "strict-origin-when-cross-origin",
        "Vary": "Accept-Encoding",
        "X-Content-Type-Options": "nosniff",
    }
    assert dict(response.cookies) == {}


def test_embed_of_an_earlier_day_is_frozen(client):
    make_drawn()

    response = client.get(URL, {"stand": "2020-03-01"})

    assert texts(response, "h1") == ["Testen: 30 tests in 2019, 5 meer dan in 2017"]
    told = texts(response, "p")
    assert told[0] == "Zoals bekend op 1 maart 2020. Dit is achteraf samengesteld."
    assert told[-3] == "Status: definitief. Bron: Uitgever. Stand van 1 maart 2020."
    assert links(response) == [f"{PAGE}?stand=2020-03-01"]
    assert f'<link rel="canonical" href="{PAGE}">' in response.content.decode()


def test_embed_that_was_frozen_after_the_launch_is_not_put_together_later(client):
    make_drawn()

    assert texts(client.get(URL, {"stand": "2026-11-30"}), "p")[0] == "Zoals bekend op 30 november 2026."


def test_embed_that_is_frozen_today_reads_as_the_live_one(client):
    make_drawn()

    frozen, live = client.get(URL, {"stand": "2026-12-02"}), client.get(URL)

    assert main(frozen).replace("?stand=2026-12-02", "") == main(live)


@pytest.mark.parametrize(
    ("stand", "fault"),
    [
        ("2027-01-01", "1 januari 2027 ligt in de toekomst. Kies vandaag of een eerdere dag."),
        ("morgen", "“morgen” is geen datum. Schrijf een datum als 2024-05-31."),
        ("\0", "Wat je invulde, is geen datum. Schrijf een datum als 2024-05-31."),
    ],
)
def test_embed_says_why_a_day_cannot_be_shown(client, stand, fault):
    make_drawn()

    response = client.get(URL, {"stand": stand, "page": "-1"})

    assert texts(response, "p")[0] == f"{fault} Je ziet de stand van vandaag."
    assert texts(response, "h1") == texts(client.get(URL), "h1")
    assert links(response) == [PAGE]


@pytest.mark.parametrize("kind", [Indicator.Kind.COUNT, Indicator.Kind.NORM])
def test_embed_without_a_chart_is_a_number_and_a_sentence(client, kind):
    make_drawn(kind=kind)

    response = client.get(URL)

    assert texts(response, "h1") == ["Testen: 35 tests in 2022 (voorlopig)"]
    assert texts(response, "p")[0].startswith("In 2022 waren er 35 tests (voorlopig cijfer). Dit is een ")
    assert (texts(response, "figure"), "<svg" in main(response)) == ([], False)


def test_embed_of_a_norm_tells_no_limits(client):
    make_drawn(kind=Indicator.Kind.NORM)

    assert [text for text in texts(client.get(URL), "p") if text.startswith("Let op.")] == []


def test_embed_without_figures_says_so(client):
    make_indicator(name="Testen", slug="testen")

    now, then = client.get(URL), client.get(URL, {"stand": "2020-01-01"})

    assert (texts(now, "h1"), texts(now, "p")[0]) == (["Testen"], "Van deze indicator tonen we nog geen cijfers.")
    assert texts(then, "p")[1] == "Op die dag kenden we van deze indicator nog geen cijfer."


def test_embed_with_only_parts_leads_on_to_them(client):
    make_figure(make_series(make_indicator(slug="testen"), make_category()), "2021", "5")

    assert texts(client.get(URL), "p") == [
        "Dit cijfer is er niet voor heel Nederland. De delen staan op de pagina van dit cijfer.",
        "Bekijk dit cijfer op het StroomOP-portaal, met uitleg en bronnen.",
    ]


def test_embed_of_a_heavy_subject_names_who_to_call(client):
    make_help_line(name="Testlijn", phone="0800", tel="0800")
    make_drawn(speerpunt=make_speerpunt(sensitive=True))

    response = client.get(URL)

    assert texts(response, "p")[0] == "Nu hulp nodig? Testlijn 0800"
    assert '<meta name="referrer" content="no-referrer">' in response.content.decode()
    assert texts(client.get(URL), "figure") != []


@pytest.mark.parametrize("change", [{"published_at": None}, {"kind": "gevoelig"}])
def test_there_is_no_embed_of_a_draft_or_of_what_is_sensitive(client, change):
    make_drawn(**change)

    response = client.get(URL)

    assert (response.status_code, response["X-Frame-Options"]) == (404, "DENY")
    assert "frame-ancestors 'none'" in response["Content-Security-Policy"]


def test_embed_of_what_is_archived_says_so_in_its_frame(client):
    make_drawn(archived_at=datetime(2021, 1, 1, tzinfo=UTC))

    response = client.get(URL)

    assert (response.status_code, "X-Frame-Options" in response) == (410, False)
    assert "frame-ancestors *" in response["Content-Security-Policy"]
    assert texts(response, "h1") == ["Dit cijfer is er niet meer"]
    assert texts(response, "p") == [
        "Het stond hier wel, maar is nu niet meer openbaar. Bekijk de andere cijfers op het StroomOP-portaal."
    ]
    assert links(response) == ["/monitor/"]


def test_embed_leads_on_from_a_changed_slug(client):
    indicator = make_drawn(slug="oud")
    indicator.slug = "testen"
    indicator.save()

    old = client.get("/monitor/indicator/oud/embed/?stand=2024-01-01")

    assert (old.status_code, old["Location"]) == (301, f"{URL}?stand=2024-01-01")


@pytest.mark.parametrize("size", [3, 60])
def test_embed_asks_a_fixed_number_of_queries(client, django_assert_num_queries, size):
    indicator, release, category = make_indicator(slug="testen"), make_release(), make_category()
    for year in range(1900, 1900 + size):
        for series in (make_series(indicator), make_series(indicator, category)):
            make_figure(series, str(year), str(year), release=release)

    # The indicator; its figures with categories and dimensions; definitions, breaks and events.
    with django_assert_num_queries(11):
        response = client.get(URL)

    assert len(rows(response)) == size


def test_embed_cannot_be_posted_to(client):
    make_drawn()

    assert client.post(URL).status_code == 405
