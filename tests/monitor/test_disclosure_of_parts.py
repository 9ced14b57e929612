"""A year with its halves."""

import pytest

from monitor.disclosure import Cell
from tests.monitor.drawn_table import HALVES, crosses, found


@pytest.mark.parametrize(
    ("before", "after"),
    [
        # Nothing small, nothing lost.
        (
            """
                2023  H1  H2
            land  60  30  30
            aN    20   5  15
            aZ    40  25  15
            """,
            "",
        ),
        # A small half takes the other half along, and those of a sibling. The years stay.
        (
            """
                2023  H1  H2
            land 160  80  80
            aN    20   3  17
            aZ    40  22  18
            aW   100  55  45
            """,
            """
                2023  H1  H2
            land 160  80  80
            aN    20   x   x
            aZ    40   x   x
            aW   100  55  45
            """,
        ),
        # The smallest sibling has too few in the first half, and the next has all of its people there.
        (
            """
                2023  H1  H2
            land 141 109  32
            aN    13   2  11
            aZ    20   6  14
            aW    28  28   0
            aO    80  73   7
            """,
            """
                2023  H1  H2
            land 141 109  32
            aN    13   x   x
            aZ    20   6  14
            aW    28   x   x
            aO    80  73   7
            """,
        ),
        # A small year hides its halves.
        (
            """
                2023  H1  H2
            land 150  80  70
            aN     4   0   4
            aZ    46  25  21
            aW   100  55  45
            """,
            """
                2023  H1  H2
            land 150  80  70
            aN     x   x   x
            aZ     x   x   x
            aW   100  55  45
            """,
        ),
        # Where the whole breakdown is zero the zeros stay.
        (
            """
                2023  H1  H2  H3
            land 100   0  50  50
            aN     4   0   2   2
            aZ    96   0  48  48
            """,
            """
                2023  H1  H2  H3
            land 100   0  50  50
            aN     x   0   x   x
            aZ     x   0   x   x
            """,
        ),
        # A small half of the country hides all halves, of each breakdown, and no year.
        (
            """
                2023  H1  H2
            land  50   3  47
            aN    20   1  19
            aZ    30   2  28
            bJ    25   0  25
            bM    25   3  22
            """,
            """
                2023  H1  H2
            land  50   x   x
            aN    20   x   x
            aZ    30   x   x
            bJ    25   x   x
            bM    25   x   x
            """,
        ),
        # All that is left of the year lies in one half: it would tell too much.
        (
            """
                2023  H1  H2
            land  64  60   4
            aN    20  20   0
            aZ    44  40   4
            """,
            """
                2023  H1  H2
            land  64   x   x
            aN    20   x   x
            aZ    44   x   x
            """,
        ),
        # A small country hides everything.
        (
            """
                2023  H1  H2
            land   4   0   4
            aN     0   0   0
            aZ     4   0   4
            """,
            """
                2023  H1  H2
            land   x   x   x
            aN     x   x   x
            aZ     x   x   x
            """,
        ),
        # Only halves are told of the regions.
        (
            """
                2023  H1  H2
            land 160  80  80
            aN     -   3  17
            aZ     -  22  18
            aW     -  55  45
            """,
            """
                2023  H1  H2
            land 160  80  80
            aN     -   x   x
            aZ     -   x   x
            aW     -  55  45
            """,
        ),
        # One year has no figure, but the others tell it.
        (
            """
                2023  H1  H2
            land 161  81  80
            aN     -   1   2
            aZ    58  25  33
            aW   100  55  45
            """,
            """
                2023  H1  H2
            land 161  81  80
            aN     -   x   x
            aZ     x   x   x
            aW     x   x   x
            """,
        ),
        # Unique people: the halves are more than the year.
        (
            """
                2023  H1  H2
            land 130  80  80
            aN    18   3  17
            aZ    32  22  18
            aW    80  55  45
            """,
            """
                2023  H1  H2
            land 130  80  80
            aN    18   x   x
            aZ    32   x   x
            aW    80  55  45
            """,
        ),
    ],
)
def test_year_and_its_halves(before, after):
    assert found(before, HALVES) == crosses(after or before)


def test_quarters_within_halves_are_hidden_with_them():
    before = """
            2023  H1  H2  K1  K2  K3  K4
        land 300 160 140  80  80  70  70
        aN    60  30  30   4  26  15  15
        aZ   100  50  50  25  25  25  25
        aW   140  80  60  51  29  30  30
        """

    hides = found(before, "2023: H1 H2", "H1: K1 K2", "H2: K3 K4")

    assert hides == {Cell(one, period) for one in ("aN", "aZ") for period in ("H1", "H2", "K1", "K2", "K3", "K4")}
