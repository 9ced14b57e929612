"""Our own figures, after the content is loaded: what holds, what was said before, and what nobody may see."""

import re
from datetime import date
from decimal import Decimal

import pytest
from django.conf import settings
from django.db import transaction
from django.db.models import F

from monitor.importer import import_figures
from monitor.models import Import, Indicator, PublicFigure, Target
from monitor.models.ledger import Observation
from monitor.reading import read_indicator
from stroomop.content import FIGURES, READ_ON, load_content
from stroomop.lib.numbers import dutch_number
from tests.monitor.series import PLACEMENTS
from tests.pages import links, main, rows, words

pytestmark = [pytest.mark.django_db, pytest.mark.xdist_group("content of figures")]
MARKED = {"approximate": 17, "second_hand": 70, "one_off": 3, "mention_only": 3}
NUMBER = re.compile(r"\d[\d.,]*\d|\d")


@pytest.fixture(scope="module", autouse=True)
def _content(django_db_setup, django_db_blocker):
    """Loaded once; what a test changes is undone to here."""
    with django_db_blocker.unblock(), transaction.atomic():
        load_content()
        yield
        transaction.set_rollback(True)


def versions_of(period):
    """Of the placements: in the order in which they came to hold."""
    figures = PublicFigure.objects.filter(
        series__indicator__code="JZP_PLAATSINGEN", series__key="", period__code=period
    )
    said = [
        (str(figure.value), figure.status, figure.second_hand, figure.release.known_on, figure.valid_to)
        for figure in figures.select_related("release").order_by(
            "mention_only", F("valid_to").asc(nulls_last=True), "pk"
        )
        if not figure.mention_only
    ]
    return said, [(str(figure.value), figure.status) for figure in figures.filter(mention_only=True)]


def test_content_of_placements_keeps_what_was_said_before():
    nji = ("herzien", False, date(2024, 5, 23), None)

    assert versions_of("2019") == (
        [
            ("1680", "voorlopig", False, date(2020, 5, 31), date(2023, 12, 31)),
            ("1707", "herzien", False, date(2023, 12, 31), date(2024, 5, 23)),
            ("1707", *nji),
        ],
        [("1706", "onbekend")],
    )
    assert versions_of("2021") == (
        [
            ("1175", "voorlopig", False, date(2022, 4, 30), date(2022, 4, 30)),
            ("1175", "onbekend", False, date(2022, 4, 30), date(2024, 5, 23)),
            ("1181", *nji),
        ],
        [],
    )
    assert versions_of("2022") == (
        [
            ("983", "voorlopig", True, date(2023, 5, 31), date(2023, 12, 31)),
            ("983", "voorlopig", False, date(2023, 12, 31), date(2024, 5, 23)),
            ("989", *nji),
        ],
        [],
    )


def test_content_of_placements_stands_on_its_page(client):
    indicator = Indicator.objects.get(code="JZP_PLAATSINGEN")

    reading = read_indicator(indicator, READ_ON)

    years = [str(year) for year in range(2013, 2024)]
    assert [(str(figure.period), str(figure.value)) for figure in reading.main] == [
        *zip(years, PLACEMENTS.split(), strict=True)
    ]
    earlier = {(str(figure.period), str(figure.value), figure.mention_only) for figure in reading.earlier}
    assert {("2019", "1680", False), ("2021", "1175", False), ("2022", "983", False), ("2019", "1706", True)} <= earlier
    response = client.get(indicator.get_absolute_url())
    assert [row[1] for row in rows(response)[:11]] == [dutch_number(Decimal(value)) for value in PLACEMENTS.split()]
    before = main(response).partition('id="eerder"')[2]
    assert {"1.680", "1.175", "983", "1.706"} <= set(NUMBER.findall(words(before)))


def test_content_is_said_in_short_sentences_that_compare_no_one_off_counts():
    readings = [read_indicator(indicator, READ_ON) for indicator in Indicator.objects.all()]

    told = {
        reading.indicator.code: [reading.story, f"{reading.finding}.", reading.chart_text, reading.share_text]
        for reading in readings
    }

    sentences = [one for texts in told.values() for text in texts for one in re.split(r"(?<=[.…])\s", text) if text]
    assert [one for one in sentences if not one.endswith((".", "…")) or len(one.split()) > 26] == []
    of_isolation = re.split(r"(?<=\.)\s", " ".join(told["GEDWONGEN_AFZONDERING"]))
    assert [one for one in of_isolation if {"860", "1.613"} <= set(NUMBER.findall(one))] == []
    compared = re.compile(r"\b(meer|minder|hoger|lager|evenveel)\b")
    drawn = {indicator.code for indicator in Indicator.objects.drawn()}
    assert {code for code, texts in told.items() if compared.search(" ".join(texts))} <= drawn


@pytest.mark.parametrize(
    ("code", "story"),
    [
        ("JZP_PLAATSINGEN", (
            "In 2023 waren er 891 plaatsingen, 98 minder dan in 2022. "
            "Vergeleken met 2013 (1.818) is dat 51 procent minder; het hoogste cijfer is 1.924, in 2017.")),
        ("JZP_UNIEK", (
            "In 2023 ging het om 765 jongeren, 77 minder dan in 2022. "
            "Vergeleken met 2013 (1.503) is dat 49 procent minder; het hoogste cijfer is 1.537, in 2017.")),
        ("JA_CAPACITEIT", (
            "Op 30 juni 2025 waren er 525 plaatsen, ongeveer evenveel als op 31 maart 2025 (526). "
            "Vergeleken met 1 januari 2023 (609) is dat 14 procent minder.")),
        ("JA_BEZETTINGSGRAAD", (
            "Op 30 juni 2025 was het 81 procent, 3 procentpunt hoger dan op 31 maart 2025. "
            "Vergeleken met 1 januari 2023 (83 procent) is dat 2 procentpunt lager. "
            "Het hoogste cijfer is 85 procent, onder meer op 1 juli 2023.")),
        ("CBS_VOOGDIJ_JONGEREN", (
            "Op 30 juni 2025 ging het om 7.555 jongeren, 365 minder dan op 31 december 2024. "
            "Vergeleken met 31 december 2021 (9.570) is dat 2.015 minder. Al deze cijfers zijn voorlopig.")),
        ("SOM_UNIEK_KWARTAAL", (
            "In het 3e kwartaal van 2025 ging het om 556 jongeren. "
            "Dit is een losse telling, niet te vergelijken met andere cijfers.")),
    ],
)  # fmt: skip
def test_content_of_an_indicator_is_said_word_for_word(client, code, story):
    indicator = Indicator.objects.get(code=code)

    assert read_indicator(indicator, READ_ON).story == story
    assert story in words(main(client.get(indicator.get_absolute_url())))


def test_content_keeps_the_marks_of_the_notes():
    figures = Observation.objects.filter(release__batch__name="figures.csv")
    marks = ("approximate", "second_hand", "one_off", "mention_only")

    assert {mark: figures.filter(**{mark: True}).count() for mark in marks} == MARKED
    assert figures.count() + Target.objects.exclude(release=None).count() == 439


def test_content_that_is_loaded_again_changes_nothing():
    def everything():
        return [
            list(model._base_manager.order_by("pk").values()) for model in (Import, Observation, PublicFigure, Target)
        ]

    before = everything()

    figures = import_figures(settings.BASE_DIR / FIGURES, READ_ON)

    assert figures.summary == "0 nieuw, 0 herzien, 439 ongewijzigd, 0 geweigerd"
    assert everything() == before


def test_content_has_one_current_figure_in_each_cell_that_is_more_than_mentioned():
    cells = PublicFigure.objects.filter(mention_only=False).order_by("series", "period")
    held = PublicFigure.objects.held_on(READ_ON).order_by("series", "period")

    assert list(held.values_list("series", "period")) == list(cells.values_list("series", "period").distinct())


def test_content_about_suicide_is_no_public_indicator(client):
    hidden = Indicator.objects.filter(code__startswith="SUICIDE")

    assert [indicator.kind for indicator in hidden] == ["gevoelig"] * 6
    assert [client.get(indicator.get_absolute_url()).status_code for indicator in hidden] == [404] * 6


def test_content_of_unpublished_indicators_stands_on_no_page_of_the_monitor(client):
    public = Indicator.objects.published()
    hidden = Indicator.objects.exclude(pk__in=public)
    addresses = ["/monitor/", *(indicator.get_absolute_url() for indicator in public)]

    pages = [client.get(address) for address in addresses]

    assert {page.status_code for page in pages} == {200}
    assert {client.get(indicator.get_absolute_url()).status_code for indicator in hidden} == {404}
    reached = {link for page in pages for link in links(page)}
    assert reached & {indicator.get_absolute_url() for indicator in hidden} == set()
    # Large numbers outside drawings: others may stand there for another reason, such as an age or a tick of an axis.
    texts = [words(re.sub(r"<svg.*</svg>", "", main(page), flags=re.DOTALL)) for page in pages]
    shown = {number for text in texts for number in NUMBER.findall(text)}
    values = {dutch_number(value) for value in figures_of(hidden) if value and value >= 100}
    assert values & shown - {dutch_number(value) for value in figures_of(public) if value} == set()
    assert len(values) > 50


def test_content_of_public_indicators_can_be_reached_from_the_overview(client):
    reached = set(links(client.get("/monitor/")))

    missing = [one.code for one in Indicator.objects.published() if one.get_absolute_url() not in reached]
    assert missing == []


def figures_of(indicators):
    return PublicFigure.objects.filter(series__indicator__in=indicators).values_list("value", flat=True)


def test_content_tells_who_took_part_in_the_count_of_isolation_and_shows_it_to_nobody():
    counts = Observation.objects.exclude(covered=None).values_list(
        "series__indicator__code", "period__code", "covered", "covered_of"
    )

    assert list(counts) == [("GEDWONGEN_AFZONDERING", "2019", 10, 12)]
    assert not Indicator.objects.published().filter(code="GEDWONGEN_AFZONDERING").exists()
