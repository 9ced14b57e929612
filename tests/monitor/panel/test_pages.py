"""The pages of the panel: what every group answered, in words, a chart and a table, with its source."""

import pytest

from monitor.publication import publish
from tests.factories import make_panel_round, make_release, make_scale, make_source, make_stelling
from tests.monitor.panel.answers import DETAIL, LIST, NOTHING, deliver, release_of
from tests.pages import links, list_rows, main, offers_help, rows, texts

pytestmark = pytest.mark.django_db
AGREED = "het eens met de stelling"
HIDDEN = "tonen we geen antwoord: de groep is te klein, of iedereen antwoordde hetzelfde."
PARENTS = f"Van de ouders waren 10 van de 12 {AGREED}."
PROFESSIONALS = f"Van de professionals {HIDDEN}"
NOT_ALL = "niet iedereen hetzelfde antwoordde. Anders zou je kunnen weten wat iemand vond."


def test_round_tells_how_each_group_answered(client, published, stelling):
    response = client.get(DETAIL)

    assert texts(response, "h1") == ["Panel: Testen"]
    assert texts(response, "h2") == ["“Ik word getest.”", "Wat een panel wel en niet zegt"]
    assert texts(response, "p")[:3] == [
        "Het panel kreeg stellingen voorgelegd. Wanneer: 1 november 2023.",
        "Het is geen steekproef, en de groepen kun je niet vergelijken. Lees wat een panel wel en niet zegt.",
        f"Van de jongeren was 50 procent {AGREED} (30 van de 60). {PARENTS} {PROFESSIONALS}",
    ]
    assert rows(response) == [
        ["oneens", "10", "2"], ["neutraal", "20", "0"], ["eens", "30", "10"], ["weet niet", "0", "0"],
        ["Alle antwoorden", "60", "12"],
    ]  # fmt: skip
    assert texts(response, "th")[:3] == ["Antwoord", "Jongeren", "Ouders"]
    assert texts(response, "figcaption") == ["Bron: Testverslag (bekend op 1 maart 2024)."]
    assert links(response) == ["#wat-is-een-panel", "https://bron.test/", "/monitor/panel/"]


def test_chart_has_its_heading_and_its_sentence(client, published, stelling):
    html = main(client.get(DETAIL))

    assert f'role="img" aria-labelledby="stelling-{stelling.pk}" aria-describedby="stelling-{stelling.pk}-zin"' in html
    assert all(f'id="stelling-{stelling.pk}{end}"' in html for end in ("", "-zin"))
    assert html.count('<svg class="row-plot') == 2
    assert '<span class="row-none">niet getoond</span>' in html
    assert "<title>eens: 50%</title>" in html


def test_table_is_reached_by_keyboard_and_has_a_name(client, published):
    assert 'tabindex="0" role="region" aria-label="Antwoorden op: Ik word getest."' in main(client.get(DETAIL))


def test_page_says_what_a_panel_is_not(client, published):
    for address in (LIST, DETAIL):
        assert texts(client.get(address), "li")[-3:] == [
            "Een panel is geen steekproef. Of anderen er ook zo over denken, weet je dus niet.",
            "Lees elke groep apart. Vergelijk de groepen niet met elkaar: we weten niet hoe de leden zijn gekozen.",
            f"We tonen een groep vanaf 10 antwoorden, en alleen als {NOT_ALL}",
        ]


def test_stelling_of_which_every_group_is_hidden_has_words_and_a_source(client, stelling):
    publish([deliver(stelling, release_of(), jongeren="0 0 99 0", ouders="1 2 3 0")])

    response = client.get(DETAIL)

    assert f"Van de jongeren en ouders {HIDDEN}" in texts(response, "p")
    assert "Bron: Testverslag (bekend op 1 maart 2024)." in texts(response, "p")
    assert (rows(response), texts(response, "figure")) == ([], [])


def test_answer_that_a_source_does_not_name_counts_as_none(client, stelling):
    publish([deliver(stelling, release_of(), ouders="5 6")])

    assert [row[1] for row in rows(client.get(DETAIL))] == ["5", "6", "0", "0", "11"]


def test_each_source_is_named_once(client, stelling):
    publish([deliver(stelling, release_of(), jongeren="5 6 0 0", ouders="5 6 0 0")])
    other = make_release(source=make_source(title="Ander verslag"), published_at=None)
    publish([deliver(stelling, other, professionals="5 6 0 0")])

    assert texts(client.get(DETAIL), "figcaption") == [
        "Bron: Testverslag (bekend op 1 maart 2024); Ander verslag (bekend op 1 januari 2024)."
    ]


@pytest.mark.parametrize("with_stelling", [False, True])
def test_round_without_answers_says_so_and_is_on_no_list(client, panel_round, with_stelling):
    if with_stelling:
        make_stelling(panel_round=panel_round)

    said = "Over deze stelling zijn nog geen antwoorden." if with_stelling else "Welke stellingen het panel kreeg, is"
    assert said in main(client.get(DETAIL))
    assert NOTHING in main(client.get(LIST))


def test_list_leads_to_the_rounds(client, published):
    make_panel_round(name="Leeg")

    response = client.get(LIST)

    assert list_rows(response) == ["Testen Wanneer: 1 november 2023"]
    assert links(response) == [DETAIL]
    assert NOTHING not in main(response)


def test_nothing_leads_to_an_empty_list(client):
    assert NOTHING in main(client.get(LIST))
    assert LIST not in client.get("/monitor/").text
    assert LIST not in client.get("/").text
    assert "-panel.xml" not in client.get("/sitemap.xml").text


def test_overview_and_sitemap_lead_to_what_there_is(client, published):
    assert links(client.get("/monitor/"))[0] == LIST
    assert f"{LIST}?stand=2024-03-01" in links(client.get("/monitor/", {"stand": "2024-03-01"}))
    xml = client.get("/sitemap-panel.xml").text
    assert f"<loc>https://portaal.test{LIST}</loc>" in xml
    assert f"<loc>https://portaal.test{DETAIL}</loc>" in xml


@pytest.mark.parametrize("sensitive", [False, True])
def test_help_stands_above_a_sensitive_round(client, published, panel_round, sensitive):
    panel_round.sensitive = sensitive
    panel_round.save()

    assert [offers_help(client.get(address)) for address in (LIST, DETAIL)] == [sensitive] * 2


@pytest.mark.parametrize("count", [1, 12])
def test_pages_ask_a_fixed_number_of_queries(client, panel_round, django_assert_num_queries, count):
    for _ in range(count):
        one, other = make_stelling(panel_round=panel_round), make_stelling(scale=make_scale(nee=-1, ja=1))
        publish([deliver(one, jongeren="5 6 0 0", ouders="7 8 9 0"), deliver(other, ouders="5 6")])

    with django_assert_num_queries(7):
        client.get(DETAIL)
    with django_assert_num_queries(4):
        client.get(LIST)
    with django_assert_num_queries(1):
        client.get("/sitemap-panel.xml")


def test_pages_are_only_read(client, published):
    assert client.post(LIST).status_code == 405
    assert client.get(f"{LIST}onzin/").status_code == 404
