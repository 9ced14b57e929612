from decimal import Decimal

from monitor.charts import Point

PLACEMENTS = "1818 1712 1639 1824 1924 1720 1707 1364 1181 989 891"


def series(text: str, start: int = 2013, provisional: int = 0) -> list[Point]:
    """A year for each number; a dash is a gap. The last so many are provisional."""
    numbers = text.split()
    return [
        Point(str(start + index), None, False, "niet gemeten")
        if number == "-"
        else Point(str(start + index), Decimal(number), index >= len(numbers) - provisional)
        for index, number in enumerate(numbers)
    ]
