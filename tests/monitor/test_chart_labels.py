import pytest

from monitor.charts.labels import Spot, Wish, place

BEST, OTHER = Spot(50, 100), Spot(50, 20)


@pytest.mark.parametrize(
    ("line", "spot"),
    [
        # Straight through the best place, in both directions.
        ((Spot(0, 95), Spot(100, 95)), OTHER),
        ((Spot(100, 60), Spot(0, 130)), OTHER),
        # The line ends before it, passes above, below or at an end of the plot.
        ((Spot(0, 95), Spot(35, 95)), BEST),
        ((Spot(65, 95), Spot(100, 95)), BEST),
        ((Spot(0, 80), Spot(100, 80)), BEST),
        ((Spot(0, 110), Spot(100, 110)), BEST),
        # From one side to the other, but around it.
        ((Spot(0, 120), Spot(70, 0)), BEST),
    ],
)
def test_text_takes_its_best_place_unless_a_line_goes_through_it(line, spot):
    [placed] = place([Wish("12345", [BEST, OTHER], needed=True)], [line], width=200)

    assert placed
    assert placed.spot == spot
