"""The aims of an indicator, on its page and as the rule takes them."""

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from monitor.charts import Target
from monitor.goals import Changes, category_of, read_changes, read_with_goals
from monitor.models import Definition
from tests.factories import make_category, make_figure, make_indicator, make_release, make_series, make_source
from tests.monitor.aims import TODAY, goals, make_baseline, make_line, make_target, said
from tests.pages import main, texts

pytestmark = pytest.mark.django_db


@pytest.fixture
def indicator():
    return make_indicator(unit="tests")


def test_goal_has_a_label_with_its_numbers(indicator):
    make_target(indicator)
    make_baseline(indicator)
    make_line(indicator)

    [goal] = goals(indicator)

    assert (goal.label, goal.sentence, goal.category) == (
        "op weg", "Van 20 tests in 2018 naar 12 in 2021; het doel is 0 in 2030.", None,
    )  # fmt: skip
    assert goal.meaning.startswith("Het nieuwste cijfer is dichter bij het doel")


@pytest.mark.parametrize(
    ("kwargs", "words"),
    [
        ({"kind": "hoogstens", "value": "10"}, "het doel is hoogstens 10 in 2030"),
        ({"kind": "tussen", "value": "5", "upper": Decimal(7)}, "het doel is tussen 5 en 7 in 2030"),
        ({"period": "onbekend"}, "het doel is 0"),
    ],
)
def test_goal_is_said_by_its_kind(indicator, kwargs, words):
    make_target(indicator, **kwargs)
    make_baseline(indicator)
    make_line(indicator)

    assert said(indicator) == [("op weg", f"Van 20 tests in 2018 naar 12 in 2021; {words}.")]


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ({"values": ""}, "er zijn nog geen twee cijfers om te vergelijken"),
        ({"status": "voorlopig"}, "het cijfer in 2021 is voorlopig"),
        ({"values": "18 15 -"}, "in 2021 is er geen cijfer"),
        ({"values": "18 15 12", "start": 2020}, "er ontbreken cijfers in de reeks"),
        ({"one_off": True}, "er zijn nog geen twee cijfers om te vergelijken"),
    ],
)
def test_goal_without_a_label_tells_why(indicator, line, why):
    make_target(indicator)
    make_baseline(indicator)
    make_line(indicator, **line)
    if "start" in line:
        make_line(indicator, "1", start=2018)

    assert said(indicator) == [("", f"Geen label: {why}. Het doel is 0 tests in 2030.")]


@pytest.mark.parametrize("period", [None, "onbekend"])
def test_goal_without_a_place_to_begin_has_no_label(indicator, period):
    make_target(indicator)
    make_line(indicator)
    if period:
        make_baseline(indicator, period=period)

    assert said(indicator) == [("", "Geen label: er is geen begincijfer bekend. Het doel is 0 tests in 2030.")]


def test_figures_without_a_period_are_no_points(indicator):
    make_target(indicator)
    make_baseline(indicator)
    make_figure(make_series(indicator), "onbekend", "1")
    make_line(indicator)

    assert [goal.label for goal in goals(indicator)] == ["op weg"]


@pytest.mark.parametrize("kind", ["losse-telling", "norm"])
def test_goal_of_counts_that_can_not_be_compared_has_no_label(kind):
    indicator = make_indicator(kind=kind)
    make_target(indicator)
    make_baseline(indicator)
    make_line(indicator)

    assert [goal.label for goal in goals(indicator)] == [""]


def test_sensitive_indicator_has_no_goal():
    indicator = make_indicator(kind="gevoelig")
    make_target(indicator)

    assert goals(indicator) == []


def test_goal_of_a_category_is_held_against_its_own_line(indicator):
    category = make_category(name="Noord")
    make_target(indicator, category=category)
    make_baseline(indicator, category=category, value="9")
    make_baseline(indicator)
    make_line(indicator)
    make_line(indicator, "8 7 6", category=category)

    [goal] = goals(indicator)

    assert (goal.category, goal.sentence) == (
        category, "Van 9 tests in 2018 naar 6 in 2021; het doel is 0 in 2030.",
    )  # fmt: skip


def test_goals_of_an_earlier_day_are_those_that_were_set_by_then(indicator):
    first = make_target(indicator, "10")
    make_target(indicator, "0", known_on=date(2024, 1, 1), supersedes=first)
    make_baseline(indicator, "30")
    make_baseline(indicator, "20", known_on=date(2025, 1, 1))
    make_line(indicator, valid_from=date(2022, 1, 1))

    days = [date(2022, 7, 7), date(2023, 12, 31), date(2024, 1, 1), TODAY]

    assert [[sentence for _, sentence in said(indicator, day=day)] for day in days] == [
        [],
        ["Van 30 tests in 2018 naar 12 in 2021; het doel is 10 in 2030."],
        ["Van 30 tests in 2018 naar 12 in 2021; het doel is 0 in 2030."],
        ["Van 20 tests in 2018 naar 12 in 2021; het doel is 0 in 2030."],
    ]


@pytest.mark.parametrize(
    ("changes", "label"),
    [
        (Changes([date(2020, 1, 1)], []), ""),
        # Within the year of the baseline, and within that of the newest figure.
        (Changes([date(2018, 7, 1)], []), ""),
        (Changes([date(2021, 12, 31)], []), ""),
        (Changes([date(2018, 1, 1), date(2022, 1, 1)], []), "op weg"),
        (Changes([], [date(2020, 1, 1)]), ""),
        (Changes([], [date(2018, 1, 1)]), "op weg"),
    ],
)
def test_goal_has_no_label_across_another_way_of_counting(indicator, changes, label):
    make_target(indicator)
    make_baseline(indicator)
    make_line(indicator, "21 19 18 15 12", start=2017)

    assert [goal.label for goal in goals(indicator, changes)] == [label]


@pytest.mark.parametrize(
    ("target", "baseline", "level", "start"),
    [
        ({"value": "0"}, "20", ("Doel 2030:", 0), ("Begin 2018:", 20)),
        ({"value": "5", "kind": "hoogstens"}, None, ("Doel 2030: hoogstens", 5), None),
        ({"value": "5", "kind": "tussen", "upper": 9}, "30", None, ("Begin 2018:", 30)),
    ],
)
def test_goal_of_the_country_stands_in_its_chart(indicator, target, baseline, level, start):
    make_target(indicator, category=make_category(), period="2025")
    make_target(indicator, **target)
    if baseline:
        make_baseline(indicator, baseline)
    make_line(indicator)

    reading, found = read_with_goals(indicator, TODAY)

    assert len(found) == 2
    assert (reading.target, reading.baseline) == tuple(one and Target(*one) for one in (level, start))


def test_indicator_without_a_goal_has_no_level_in_its_chart(indicator):
    reading, found = read_with_goals(indicator, TODAY)

    assert (reading.target, reading.baseline, found) == (None, None, [])


def test_changes_are_the_first_days_of_other_definitions():
    definitions = [
        Definition(valid_to=date(2019, 12, 31)),
        Definition(valid_from=date(2020, 1, 1), valid_to=date(2020, 12, 31)),
        Definition(valid_from=date(2022, 1, 1)),
    ]

    assert read_changes([date(2015, 1, 1)], definitions) == Changes(
        [date(2015, 1, 1)], [date(2020, 1, 1), date(2021, 1, 1), date(2022, 1, 1)]
    )


def test_category_of_a_national_figure_is_none(indicator):
    assert category_of(make_figure(make_series(indicator), "2018", "1")) is None


def test_page_shows_the_goal_with_who_set_it_and_the_source(client, indicator):
    make_target(indicator, text="De minister wil dat.", source=make_source(title="Brief", url="https://a.test/"))
    make_target(indicator, category=make_category(name="Noord"), period="2025")
    make_baseline(indicator)
    make_line(indicator)

    response = client.get(indicator.get_absolute_url())

    assert "Het doel" in texts(response, "h2")
    assert texts(response, "h3") == ["Noord"]
    block = main(response).partition("<h2>Het doel</h2>")[2]
    assert '<a href="https://a.test/">Brief</a>' in block
    assert "De minister wil dat." in block
    assert "op weg Van 20 tests in 2018 naar 12 in 2021; het doel is 0 in 2030." in texts(response, "p")


def test_page_without_a_goal_has_no_block(client, indicator):
    make_line(indicator)

    assert "Het doel" not in main(client.get(indicator.get_absolute_url()))


def test_goal_that_came_with_a_file_goes_with_it(indicator):
    release = make_release(
        published_at=datetime(2024, 1, 1, tzinfo=UTC), withdrawn_at=datetime(2025, 1, 1, tzinfo=UTC),
        withdrawn_reason="Fout.",
    )  # fmt: skip
    make_target(indicator, release=release)

    assert goals(indicator) == []
