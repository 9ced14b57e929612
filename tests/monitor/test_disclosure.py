"""Siblings of one year; and a table as a whole: what was hidden before, no rule, rounding, our own regions."""

from decimal import Decimal

import pytest

from monitor.disclosure import Breakdown, Cell, Figure, Rule, Table, hidden, shown
from tests.monitor.drawn_table import FIVE, HALVES, crosses, found, table


@pytest.mark.parametrize(
    ("counts", "public"),
    [
        # Nothing small, nothing lost.
        ("land 100 Noord 50 Zuid 50", "100 50 50"),
        ("land 10 Noord 5 Zuid 5", "10 5 5"),
        ("land 0 Noord 0 Zuid 0", "0 0 0"),
        ("land 50 Noord 50 Zuid 0", "50 50 0"),
        # The small one, and the smallest that makes it safe.
        ("land 103 Noord 3 Zuid 30 West 70", "103 x x 70"),
        ("land 79 Noord 3 Zuid 6 West 70", "79 x 6 x"),
        ("land 81 Noord 3 Zuid 8 West 70", "81 x x 70"),
        # Together they are ten at least.
        ("land 77 Noord 1 Zuid 6 West 70", "77 x 6 x"),
        # Zeros stay, and don't help.
        ("land 103 Noord 3 Zuid 0 West 30 Oost 70", "103 x 0 x 70"),
        # Of two that are equal both.
        ("land 143 Noord 3 Zuid 30 West 30 Oost 80", "143 x x x 80"),
        # Small ones are never enough among themselves.
        ("land 94 Noord 4 Zuid 4 West 4 Oost 4 Midden 78", "94 x x x x x"),
        # None is enough: all are hidden, zeros too.
        ("land 22 Noord 4 Zuid 6 West 6 Oost 6 Midden 0", "22 x x x x x"),
        ("land 10 Noord 4 Zuid 6", "10 x x"),
        # A total below ten would tell too much of them.
        ("land 9 Noord 3 Zuid 6", "x x x"),
        ("land 4 Noord 0 Zuid 4", "x x x"),
        # A breakdown with one part says its total again.
        ("land 4 Noord 4", "x x"),
        ("land 40 Noord 40", "40 40"),
        # Two breakdowns of the same total: the other tells nothing.
        ("land 103 Noord 3 Zuid 30 West 70 jongens 50 meisjes 53", "103 x x 70 50 53"),
        # Without a total the siblings are hidden as if it were known.
        ("Noord 3 Zuid 30 West 70", "x x 70"),
        ("Noord 3 Zuid 1", "x x"),
    ],
)
def test_siblings_of_one_year(counts, public):
    words = counts.split()
    names, numbers = words[::2], words[1::2]
    places = frozenset(name for name in names if name[0].isupper())
    made = Table(
        "land",
        tuple(Figure(Cell(name, "2023"), Decimal(number)) for name, number in zip(names, numbers, strict=True)),
        (Breakdown(places, covers=True), Breakdown(frozenset(["jongens", "meisjes"]), covers=True)),
    )

    hides = hidden(made, FIVE)

    assert ["x" if Cell(name, "2023") in hides else number for name, number in zip(names, numbers, strict=True)] == (
        public.split()
    )


def test_series_in_no_breakdown_stands_by_itself():
    made = table("2023 \n land 103 \n aN 3 \n aZ 100")

    assert hidden(Table(made.total, made.figures), FIVE) == {Cell("aN", "2023")}


@pytest.mark.parametrize(
    ("before", "after"),
    [
        # Hidden before, large now: two siblings are hidden with it, as with any other.
        ("2023 \n land 150 \n aN x \n aZ 20 \n aW 30 \n aO 90", "2023 \n land 1 \n aN x \n aZ x \n aW x \n aO 1"),
        # A source kept its smallest group secret: 8775 - 410 - 3350 - 4990 would tell it.
        (
            "2023 \n land 8775 \n a0-4 410 \n a4-12 3350 \n a12-18 4990 \n a18-23 x",
            "2023 \n land 1 \n a0-4 x \n a4-12 x \n a12-18 1 \n a18-23 x",
        ),
        # Zeros around it would tell it.
        ("2023 \n land 20 \n aN x \n aZ 0", "2023 \n land x \n aN x \n aZ x"),
        ("2023 H1 H2 \n land 40 20 20 \n aN 20 x 20 \n aZ 20 0 20", "2023 H1 H2 \n land 1 x x \n aN 1 x x \n aZ 1 x x"),
        ("2023 H1 H2 \n land 40 0 40 \n aN 20 x 20 \n aZ 20 - 20", "2023 H1 H2 \n land 1 x x \n aN 1 x x \n aZ 1 - x"),
    ],
)
def test_hidden_before_is_hidden_still(before, after):
    assert found(before, HALVES) == crosses(after)


def test_cell_that_the_table_does_not_have_stays_hidden():
    gone = frozenset([Cell("aN", "1999")])

    assert hidden(table("2023 \n land 103"), FIVE, gone) == gone


def test_without_a_rule_what_was_hidden_stays_and_stays_safe():
    before = "2023 \n land 150 \n aN x \n aZ 20 \n aW 30 \n aO 0.5"

    assert found(before, rule=Rule()) == crosses("2023 \n land 1 \n aN x \n aZ x \n aW 1 \n aO x")


@pytest.mark.parametrize("rule", [Rule(), Rule(1), Rule(5, 10, exception=True)])
def test_no_rule_or_an_exception_lets_everything_through(rule):
    made = table("2023 \n land 3.5 \n aN 0.5 \n aZ 3")

    assert hidden(made, rule) == frozenset()
    assert [shown(figure.value, rule) for figure in made.figures] == [figure.value for figure in made.figures]


@pytest.mark.parametrize(
    ("rule", "least"), [(Rule(), 0), (Rule(1), 0), (Rule(2), 2), (Rule(2, 5), 3), (Rule(2, 10), 5)]
)
def test_rounding_makes_no_zero_of_what_is_none(rule, least):
    assert rule.least == least
    assert hidden(table("2023 \n land 4"), rule) == (crosses("2023 \n land x") if least > 4 else frozenset())


def test_negative_number_is_no_count():
    made = table("2023 \n land -20")

    assert hidden(made, Rule(0)) == frozenset()
    with pytest.raises(ValueError, match="negative"):
        hidden(made, FIVE)


@pytest.mark.parametrize(
    ("value", "base", "public"),
    [
        ("12", 1, "12"),
        ("12.50", 1, "12.50"),
        ("0", 10, "0"),
        ("5", 10, "10"),
        ("14.9", 10, "10"),
        ("15", 10, "20"),
        ("25", 10, "30"),
        ("7", 5, "5"),
        ("7.5", 5, "10"),
        ("-15", 10, "-20"),
        ("9999999999999999999999999999999999999995", 10, "10000000000000000000000000000000000000000"),
    ],
)
def test_value_as_the_public_sees_it(value, base, public):
    assert str(shown(Decimal(value), Rule(5, base))) == public


@pytest.mark.parametrize(("smallest", "regions"), [(5, set()), (10, set()), (46, {"zNoord", "zNoord-West"})])
def test_unique_young_people_by_region_in_the_first_half_of_a_year(smallest, regions):
    drawing = """
                 2020H1 2021H1
        land        584    548
        zNoord-West 124     98
        zZuid-West  142    159
        zNoord       55     45
        zOost       124    100
        zZuid       139    146
        """

    hides = found(drawing, "2020: 2020H1 2020H2", "2021: 2021H1 2021H2", rule=Rule(smallest))

    assert hides == {Cell(one, "2021H1") for one in regions}
