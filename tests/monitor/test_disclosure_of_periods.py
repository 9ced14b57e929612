"""Years, spans and versions beside each other, and groups that are no whole."""

import pytest

from monitor.disclosure import Cell, Rule
from tests.monitor.drawn_table import HALVES, cells, crosses, found


def test_another_year_is_not_touched():
    before = """
            2022  A1  A2 2023  H1  H2
        land 160  80  80  160  80  80
        aN    20   8  12   20   3  17
        aZ   140  72  68  140  77  63
        """
    after = """
            2022  A1  A2 2023  H1  H2
        land 160  80  80  160  80  80
        aN    20   8  12   20   x   x
        aZ   140  72  68  140   x   x
        """

    assert found(before, "2022: A1 A2", HALVES) == crosses(after)


def test_school_year_that_overlaps_takes_both_years_along():
    before = """
            2022  A1  A2 2022/23  H1  H2 2023
        land 160  80  80     150  70  70  140
        aN    40  20  20      23   3  17   20
        aZ   120  60  60     127  67  53  120
        """

    hides = found(before, "2022: A1 A2", "2022/23: A2 H1", HALVES)

    assert hides == {cell for cell in cells(before) if cell.series != "land"}


@pytest.mark.parametrize(
    ("first_half", "public"), [("40", frozenset()), ("3", frozenset([Cell("land", "2023"), Cell("land", "H1")]))]
)
def test_span_with_one_part_may_tell_the_whole_twice(first_half, public):
    assert found(f"2023 H1\nland 90 {first_half}", "2023: H1") == public


@pytest.mark.parametrize(
    ("before", "after"),
    [
        # Small in one version is hidden in all.
        ("2023 \n land 103 \n aN 3>12 \n aZ 30 \n aW 70", "2023 \n land 103 \n aN x \n aZ x \n aW 70"),
        # The total is revised by twenty, and the regions are not: less is left for those that are hidden.
        ("2023 \n land 103>83 \n aN 3 \n aZ 30 \n aW 70", "2023 \n land 103 \n aN x \n aZ x \n aW 70"),
        ("2023 \n land 103>76 \n aN 3 \n aZ 30 \n aW 70", "2023 \n land 103 \n aN x \n aZ 30 \n aW x"),
        ("2023 \n land 103>3 \n aN 3 \n aZ 30 \n aW 70", "2023 \n land x \n aN x \n aZ x \n aW x"),
        # A zero in one version does not help to hide another.
        ("2023 \n land 103 \n aN 3 \n aZ 0>30 \n aW 70", "2023 \n land 103 \n aN x \n aZ 30 \n aW x"),
    ],
)
def test_versions_are_public_together(before, after):
    assert found(before) == crosses(after)


def test_year_revised_by_more_than_is_left_is_hidden_with_its_halves():
    """Unique people, at least 14 and at most 31: who believes that the halves stayed could tell them."""
    before = """
               2023  H1  H2
        land 105>115  90  90
        aN     14>31  14  13
        aZ     48>41  40  41
        aW        43   4  41
        """

    assert {Cell("aN", "2023"), Cell("aN", "H1"), Cell("aN", "H2")} <= found(before, HALVES)


def test_rounding_leaves_open_that_a_year_was_revised_by_more():
    before = """
              2023  H1  H2
        land  93>94  60  60
        aN   30>31  14  29
        aZ      33   4  29
        aW      30  14  29
        """

    assert Cell("aN", "2023") in found(before, HALVES, rule=Rule(5, 10))


@pytest.mark.parametrize(
    ("before", "after"),
    [
        # No more is known than that each lies in the total.
        ("2023 \n land 103 \n aN 3 \n aZ 30", "2023 \n land 103 \n aN x \n aZ 30"),
        # The country has too few others.
        ("2023 \n land 7 \n aN 3 \n aZ 6", "2023 \n land x \n aN x \n aZ x"),
        # Without a country.
        ("2023 \n aN 3 \n aZ 6", "2023 \n aN x \n aZ 6"),
        # Halves take each other along, and nobody else.
        (
            "2023 H1 H2 \n land 160 80 80 \n aN 20 3 17 \n aZ 40 22 18",
            "2023 H1 H2 \n land 160 80 80 \n aN 20 x x \n aZ 40 22 18",
        ),
        # The country has too few in one half.
        (
            "2023 H1 H2 \n land 87 7 80 \n aN 20 3 17 \n aZ 40 6 34",
            "2023 H1 H2 \n land 87 x x \n aN 20 x x \n aZ 40 x x",
        ),
        # The country has too few others in the year.
        (
            "2023 H1 H2 \n land 84 12 72 \n aN 80 3 77 \n aZ 40 6 34",
            "2023 H1 H2 \n land 84 x x \n aN 80 x x \n aZ 40 x x",
        ),
        # The country is not told below the year.
        ("2023 H1 H2 \n land 160 - - \n aN 20 3 17", "2023 H1 H2 \n land 160 - - \n aN 20 x x"),
    ],
)
def test_groups_that_do_not_cover_the_total(before, after):
    assert found(before, HALVES, covers=False) == crosses(after)
