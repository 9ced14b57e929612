"""What the portal knows by the words of a file, and what it would make of the rest."""

from dataclasses import replace

import pytest

from monitor.figure_files import read_figures
from monitor.importer.catalogue import Catalogue
from monitor.models import Dimension
from tests.factories import make_category, make_indicator, make_period, make_series, make_source
from tests.monitor.figures_file import write_figures

pytestmark = pytest.mark.django_db
GIRLS = ("geslacht", "meisjes")


@pytest.fixture
def row(tmp_path):
    [row] = read_figures(write_figures(tmp_path, {}))
    return row


@pytest.fixture
def sexes():
    return Dimension.objects.create(slug="sekse", name="geslacht", plural="geslachten")


def missing(row):
    return [name for name, _ in Catalogue().missing(row)]


def test_catalogue_knows_nothing_of_an_empty_portal(row):
    row = replace(row, categories=(GIRLS, ("leeftijd", "12")))

    assert missing(row) == [
        "de indicator 'TEST'", "de uitsplitsing 'geslacht'", "de categorie 'meisjes' (geslacht)",
        "de uitsplitsing 'leeftijd'", "de categorie '12' (leeftijd)", "de bron 'Bron'",
    ]  # fmt: skip
    assert Catalogue().cell(row) == "TEST|geslacht=meisjes&leeftijd=12|jaar:2023"
    assert Catalogue().place(row) is None


def test_catalogue_finds_by_code_name_and_title(row, sexes):
    indicator = make_indicator(code="TEST")
    category = make_category(dimension=sexes, name="meisjes", slug="m")
    make_source(title="Bron")
    row = replace(row, categories=(GIRLS,))

    assert missing(row) == []
    assert Catalogue().cell(row) == "TEST|sekse=m|jaar:2023"
    assert Catalogue().place(row) is None
    series, period = make_series(indicator, category), make_period("2023")
    assert Catalogue().place(row) == (series.pk, period.pk)


def test_catalogue_finds_by_the_codes_of_cbs(row, sexes):
    make_indicator(code="TEST", statline_code="M000352")
    make_category(dimension=sexes, name="meisjes", slug="m", code="4000")

    row = replace(row, indicator="M000352", categories=(("Geslacht", "4000"),), source="CBS")

    assert missing(row) == ["de bron 'CBS'"]
    assert Catalogue().cell(row) == "TEST|sekse=m|jaar:2023"


def test_catalogue_takes_a_code_for_nothing_where_it_may_mean_two(row, sexes):
    make_category(dimension=sexes, code="4000")
    make_category(code="4000")

    assert Catalogue().category("Geslacht", "4000") is None
    assert Catalogue().category("geslacht", "4000").dimension == sexes


@pytest.mark.parametrize(
    ("names", "slugs"),
    [
        (["0 tot 5", "0-tot-5", "0 tot 5"], ["0-tot-5", "0-tot-5-2", "0-tot-5"]),
        (["Meisjes", "meisjes!"], ["m-2", "meisjes"]),
        (["?", "!"], ["x", "x-2"]),
        (["a" * 100, "a" * 101], ["a" * 80, "a" * 78 + "-2"]),
    ],
)
def test_catalogue_gives_each_new_category_a_slug_of_its_own(sexes, names, slugs):
    make_category(dimension=sexes, name="x-meisjes", slug="meisjes")
    make_category(dimension=sexes, name="Meisjes", slug="m-2")
    expected = [slug if slug != "meisjes" else "meisjes-2" for slug in slugs]
    catalogue = Catalogue()

    assert [catalogue.category_key("geslacht", name) for name in names] == [f"sekse={slug}" for slug in expected]


def test_catalogue_gives_each_new_dimension_a_slug_of_its_own():
    catalogue = Catalogue()

    keys = [catalogue.category_key(dimension, "a") for dimension in ("Zorg, regio", "zorg regio")]
    assert keys == ["zorg-regio=a", "zorg-regio-2=a"]


def test_catalogue_makes_an_indicator_as_a_draft_with_a_name_of_its_own(row):
    make_indicator(name="Test")
    row = replace(row, unit="", indicator="X" * 60)

    made = Catalogue().new_indicator(row)

    said = (made.code, made.name, made.slug, made.unit, made.definition, made.measure, made.published_at)
    name = f"Test ({'X' * 60})"
    assert said == ("X" * 60, name, f"test-{'x' * 60}", "onbekend", "een test", "personen", None)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"indicator": "een code"}, "Het portaal kan de indicator 'een code' niet aanmaken: code: "),
        ({"indicator": "A|B"}, "Het portaal kan de indicator 'A|B' niet aanmaken: code: "),
        ({"indicator_name": "n" * 121}, "Het portaal kan de indicator 'TEST' niet aanmaken: naam: "),
        ({"unit": "e" * 41}, "Het portaal kan de indicator 'TEST' niet aanmaken: eenheid: "),
        ({"categories": (("d" * 81, "x"),)}, f"Het portaal kan de uitsplitsing '{'d' * 81}' niet aanmaken: naam: "),
        ({"categories": (("d", "c" * 101),)}, f"Het portaal kan de categorie '{'c' * 101}' (d) niet aanmaken: naam: "),
        ({"source": "b" * 251}, f"Het portaal kan de bron '{'b' * 251}' niet aanmaken: titel: "),
        ({"origin": "b" * 151}, "Het portaal kan de bron 'Bron' niet aanmaken: van wie de cijfers zijn: "),
        (
            {"source_url": "javascript:alert(1)"},
            "Het portaal kan de bron 'Bron' niet aanmaken: webadres: Vul een webadres in dat begint met https://.",
        ),
        ({"categories": tuple((f"{n}" * 60, "x" * 80) for n in range(3))}, "Dit zijn te veel uitsplitsingen tegelijk."),
    ],
)
def test_catalogue_makes_nothing_that_the_database_or_a_reader_could_not_bear(row, change, said):
    catalogue = Catalogue()

    assert catalogue.why_not_made(row) == ""
    assert catalogue.why_not_made(replace(row, indicator="T2", source="Bron 2")) == ""
    assert Catalogue().why_not_made(replace(row, **change)).startswith(said)
