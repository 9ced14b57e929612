import pytest

from monitor.charts import spark_line
from tests.monitor.series import series


def test_spark_is_drawn_in_its_own_box():
    spark = spark_line(series("0 10 5", provisional=1))

    assert [(stroke.d, stroke.dashed) for stroke in spark.strokes] == [("M4 28L60 4", False), ("M60 4L116 16", True)]
    assert spark.dots == [("116", "16", True, 1)]


@pytest.mark.parametrize(
    ("numbers", "dots"),
    [
        ("", []),
        ("- -", []),
        ("5", [("60", "4", False, 1)]),
        ("0 0", [("116", "28", False, 1)]),
        ("-5 -10", [("116", "28", False, 1)]),
        ("10 - 5 5", [("4", "4", False, 1), ("116", "16", False, 1)]),
    ],
)
def test_spark_marks_the_last_value_and_lone_ones(numbers, dots):
    assert spark_line(series(numbers)).dots == dots
