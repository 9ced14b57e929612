"""What the gate hides, out of the ledger and into the read model."""

from datetime import date

import pytest

from monitor.models import PublicFigure
from monitor.publication import publish, refresh_indicators
from tests.factories import make_category, make_indicator, make_observation, make_release, make_series
from tests.monitor.gate import all_shown, deliver, make_breakdown, shown

pytestmark = pytest.mark.django_db
MARCH, JUNE = date(2024, 3, 1), date(2024, 6, 1)
SMALL = """
    2022 2023
    land  100   74
    noord  30    4
    zuid   30   30
    west   40   40
    """
SMALL_HIDDEN = {"land": "100 74", "noord": "30 x", "zuid": "30 x", "west": "40 40"}
SMALL_SHOWN = {"land": "100 74", "noord": "30 4", "zuid": "30 30", "west": "40 40"}


@pytest.fixture(autouse=True)
def _regions():
    make_breakdown("noord", "zuid", "west")


@pytest.fixture
def indicator():
    return make_indicator()


def change(indicator, **values):
    for name, value in values.items():
        setattr(indicator, name, value)
    indicator.save()
    refresh_indicators([indicator])


def test_small_number_stays_behind_and_takes_a_sibling_along(indicator):
    publish([deliver(indicator, SMALL)])

    assert shown(indicator) == SMALL_HIDDEN


@pytest.mark.parametrize("marks", [{"mention_only": True}, {"one_off": True}, {"rank": -1}, {"second_hand": True}])
def test_cell_that_was_ever_small_is_hidden_in_every_version(indicator, marks):
    small = deliver(indicator, "2023\nnoord 4", known_on=date(2023, 1, 1), note="Vier.", **marks)
    publish([small, deliver(indicator, "2023\nland 100\nnoord 30\nzuid 31\nwest 39", note="Dertig.")])

    assert all_shown(indicator) == {"land": ["100"], "zuid": ["31"]}
    figures = PublicFigure.objects.filter(series__indicator=indicator, value=None)
    assert set(figures.values_list("state", "note")) == {("niet-getoond", "")}


def test_revision_to_a_small_number_hides_what_was_said_before(indicator):
    publish([deliver(indicator, "2023\nland 100\nnoord 30\nzuid 31\nwest 39")])
    assert shown(indicator, MARCH)["noord"] == "30"

    publish([deliver(indicator, "2023\nnoord 4", known_on=JUNE)])

    assert shown(indicator, MARCH)["noord"] == "x"
    assert "noord" not in all_shown(indicator)


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ({"smallest": 4}, SMALL_SHOWN),
        ({"smallest": 31}, {"land": "100 74", "noord": "x x", "zuid": "x x", "west": "x x"}),
        ({"measure": "overig"}, SMALL_SHOWN),
        ({"measure": "aandeel"}, SMALL_SHOWN),
        ({"exception_on": MARCH, "exception_reason": "Niemand te herkennen."}, SMALL_SHOWN),
        ({"kind": "gevoelig"}, {}),
        ({"rounding": 10}, {"land": "100 70", "noord": "30 x", "zuid": "30 x", "west": "40 40"}),
    ],
)  # fmt: skip
def test_rule_that_is_changed_later_holds_for_what_was_published_before(indicator, values, expected):
    publish([deliver(indicator, SMALL)])
    assert shown(indicator) == SMALL_HIDDEN

    change(indicator, **values)
    assert shown(indicator) == expected

    back = {"smallest": 5, "measure": "personen", "kind": "reeks", "rounding": 1}
    change(indicator, **back, exception_on=None, exception_reason="")
    assert shown(indicator) == SMALL_HIDDEN


def test_rounding_leaves_no_note_that_tells_the_number(indicator):
    publish([deliver(indicator, "2023\nland 74", note="Vierenzeventig.", numerator=74, denominator=148)])
    told = PublicFigure.objects.values_list("value", "numerator", "denominator", "note")
    assert list(told) == [(74, 74, 148, "Vierenzeventig.")]

    change(indicator, rounding=10)

    assert list(told.all()) == [(70, None, None, "")]


def test_number_that_the_source_kept_secret_does_not_follow_from_its_siblings(indicator):
    publish([deliver(indicator, "2023\nland 100\nnoord .\nzuid 25\nwest 40")])

    assert shown(indicator) == {"land": "100", "noord": ".", "zuid": "x", "west": "x"}


def test_negative_number_is_shown_only_where_people_are_not_counted(indicator):
    drawing = "2023\nland 61\nnoord -10\nzuid 31\nwest 40"
    publish([deliver(indicator, drawing)])
    assert shown(indicator) == {"land": "61", "noord": "x", "zuid": "x", "west": "x"}

    change(indicator, measure="aandeel")
    assert shown(indicator) == {"land": "61", "noord": "-10", "zuid": "31", "west": "40"}


def test_series_of_two_categories_is_never_public(indicator):
    release = deliver(indicator, SMALL)
    first = series_with_two(indicator)
    make_observation(first, "2023", "77777", release=release)

    publish([release])

    assert shown(indicator) == SMALL_HIDDEN
    assert not PublicFigure.all_moments.filter(series=first).exists()


def series_with_two(indicator):
    boys = make_category(name="jongens")
    return make_series(indicator, boys.dimension.categories.get(), make_category(name="twaalf"))


def test_share_is_hidden_with_the_few_people_that_it_is_about():
    share, release = make_indicator(measure="aandeel"), make_release(published_at=None)
    people = {"land": ("12.5", 50, 400), "noord": ("3.0", 3, 100), "zuid": ("17.0", 17, 100), "west": ("15.0", 30, 200)}
    for name, (value, numerator, denominator) in people.items():
        made_of = {"numerator": numerator, "denominator": denominator, "note": "Noot."}
        deliver(share, f"2023\n{name} {value}", release, **made_of)

    publish([release])

    assert shown(share) == {"land": "12.5", "noord": "x", "zuid": "x", "west": "x"}
    told = PublicFigure.objects.exclude(series__key="").values_list("value", "numerator", "denominator", "note")
    assert set(told) == {(None, None, None, "")}


def test_what_was_worked_out_from_a_hidden_number_is_hidden_for_all_years(indicator):
    change_pct = make_indicator(measure="aandeel", derived_from=indicator)
    drawing = "2022 2023 2024\nland -26 -5 3\nnoord -87 10 2\nzuid 0 1 2\nwest 0 5 6"
    publish([deliver(change_pct, drawing)])
    assert shown(change_pct)["noord"] == "-87 10 2"

    publish([deliver(indicator, SMALL)])

    assert shown(change_pct) == {"land": "-26 -5 3", "noord": "x x x", "zuid": "x x x", "west": "0 5 6"}
    change(indicator, measure="overig")
    assert shown(change_pct)["noord"] == "-87 10 2"


def test_category_without_a_series_is_a_sibling_all_the_same(indicator):
    """Whoever is in none of the others is in the third: the others need not hide each other."""
    publish([deliver(indicator, "2023\nland 100\nnoord 4\nzuid 56")])

    assert shown(indicator) == {"land": "100", "noord": "x", "zuid": "x"}


def test_few_of_many_categories_tell_nothing_on_each_other(indicator):
    make_breakdown("delft", "gouda", covers=False, dimension="plaats")

    publish([deliver(indicator, "2023\nland 100\ndelft 4\ngouda 56")])

    assert shown(indicator) == {"land": "100", "delft": "x", "gouda": "56"}


def test_line_that_is_the_total_of_a_breakdown_is_no_part_of_it(indicator):
    make_breakdown("totaal", "ots", "voogdij", dimension="maatregel")

    publish([deliver(indicator, "2023\ntotaal 60\nots 4\nvoogdij 56")])
    assert shown(indicator) == {"totaal": "60", "ots": "x", "voogdij": "x"}

    publish([deliver(indicator, "2022\nland 7\ntotaal 7\nots 4\nvoogdij 3")])
    assert shown(indicator) == {"land": "x", "totaal": "x 60", "ots": "x x", "voogdij": "x x"}


def test_half_year_that_comes_later_hides_the_other_half_that_was_there(indicator):
    publish([deliver(indicator, "2023-H2 2023\nland 32 62\nnoord 7 9\nzuid 5 13\nwest 20 40")])
    assert shown(indicator) == {"land": "62 32", "noord": "9 7", "zuid": "13 5", "west": "40 20"}

    publish([deliver(indicator, "2023-H1\nland 30\nnoord 2\nzuid 8\nwest 20")])

    # First half, year, second half: by their first day and then by their last.
    assert shown(indicator) == {"land": "30 62 32", "noord": "x 9 x", "zuid": "x 13 x", "west": "20 40 20"}


def test_period_of_another_indicator_joins_nothing(indicator):
    """A stretch over both years would put them in one family, and hide what is small in one in the other as well."""
    publish([deliver(make_indicator(), "2020-2023 2022/2023 2022-Q4 2023-Q1\nland 100 100 100 100")])

    publish([deliver(indicator, SMALL)])
    refresh_indicators([indicator])

    assert shown(indicator) == SMALL_HIDDEN


def test_half_year_that_two_years_share_is_not_told_by_the_one_to_the_other(indicator):
    """Seen by the attacker: 64 less 46 are in the half year between, and 26 less those are 8 and no longer hidden."""
    drawing = "2022 2022-H1 2022-07/2023-06 2023-H1\nland 26 8 64 46\nnoord 18 6 28 16\nzuid 8 2 36 30\nwest 0 0 0 0"
    publish([deliver(indicator, drawing)])

    assert all_shown(indicator) == {}
