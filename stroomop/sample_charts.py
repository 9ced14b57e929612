"""A chart of each type for the page /stijl/: made-up figures that look made up."""

from decimal import Decimal
from typing import Any

from monitor import charts
from monitor.charts import Answer, Event, Group, Item, Line, Panel, Part, Point, Spark, Target

UNIT = "voorbeelden"
SCALE = [Answer("helemaal oneens", -1), Answer("oneens", -1), Answer("neutraal", 0), Answer("eens", 1)]
SCALE += [Answer("helemaal eens", 1)]


def sample_points(numbers: str, provisional: int = 0, broken: tuple[int, ...] = ()) -> list[Point]:
    """Years from 3000; a dash is a gap. The last so many are provisional."""
    words = numbers.split()
    return [
        Point(
            str(3000 + nth),
            None if word == "-" else Decimal(word),
            nth >= len(words) - provisional,
            "niet gemeten" * (word == "-"),
            nth in broken,
        )
        for nth, word in enumerate(words)
    ]


def sample_charts() -> dict[str, Any]:
    rising = sample_points("111 222 333 444 555 666 777 888 777 666 555")
    falling = sample_points("900 800 700 600 700 600 500 400 300 200 100", 1)
    return {
        "line": charts.line_chart(
            sample_points("777 888 999 888 777 - 555 444 555 333 222", 1, broken=(3, 8)),
            unit=UNIT,
            target=Target("Streefwaarde 3012: hoogstens", Decimal(100)),
            baseline=Target("Beginwaarde 3000:", Decimal(777)),
            events=[Event(1.5, "Eerste voorbeeldgebeurtenis (3001)"), Event(6, "Tweede voorbeeldgebeurtenis (3006)")],
        ),
        "lines": charts.lines_chart(
            [
                Line("Voorbeeldsoort met een lange naam", rising),
                Line("Voorbeeldsoort B", falling),
                Line("Voorbeeldsoort C", sample_points("500 510 520 530 540 530 520 510 520 530 540")),
                Line("Voorbeeldsoort D", sample_points("- 100 150 - 200 250 220 210 - - -")),
            ],
            unit=UNIT,
        ),
        "panels": charts.panel_charts(
            [Panel("Voorbeeldcijfer A", falling, UNIT), Panel("Voorbeeldcijfer B", sample_share(), "procent")],
            events=[Event(4, "Een voorbeeldgebeurtenis (3004)")],
        ),
        "bars": charts.bar_chart(sample_items(), unit="procent", reference=Target("Heel Voorbeeldland:", Decimal(33))),
        "changes": charts.bar_chart(
            [Item("Regio A", Decimal(-1234)), Item("Regio B", Decimal(567)), Item("Regio C", Decimal(0))], unit=UNIT
        ),
        "dots": charts.dot_chart(
            [
                Item("Voorbeeldregio A", Decimal(66), before=Decimal(44)),
                Item("Voorbeeldregio B", Decimal(55), before=Decimal(77)),
                Item("Voorbeeldregio C", Decimal(88), provisional=True, before=Decimal(66)),
                Item("Voorbeeldregio D", None, reason="niet getoond: groep te klein"),
            ],
            unit="procent",
            reference=Target("Heel Voorbeeldland:", Decimal(60)),
            periods=("3009", "3010"),
        ),
        "smalls": charts.small_multiples(
            [
                Line(f"Voorbeeldregio {name}", sample_points(numbers, nth % 2))
                for nth, (name, numbers) in enumerate(
                    {"A": "99 88 77 66 55", "B": "11 22 33 22 11", "C": "44 - 44 55 44", "D": "10 30 60 80 99"}.items()
                )
            ],
            unit=UNIT,
        ),
        "coverage": charts.coverage_chart([Part("deden mee", 9)], total=12, things="voorbeeldinstellingen"),
        "parts": charts.coverage_chart([Part("ja", 40), Part("nee", 30)], total=100, things="voorbeeldscholen"),
        "answers": charts.answer_chart(
            [
                Group("Voorbeeldjongeren", [11, 22, 33, 22, 11]),
                Group("Voorbeeldouders", [5, 10, 10, 50, 25]),
                Group("Voorbeeldprofessionals met een lange naam", [44, 22, 11, 11, 2]),
                Group("Te kleine voorbeeldgroep", [1, 1, 0, 0, 0]),
            ],
            SCALE,
            minimum=10,
        ),
    }


def sample_spark() -> Spark:
    """No chart by itself, so nobody downloads it."""
    return charts.spark_line(sample_points("111 333 222 - 444 - 333 555 444", 1))


def sample_share() -> list[Point]:
    return sample_points("12.5 15 17.5 20 22.5 25 - 30 32.5 35 37.5", 2)


def sample_items() -> list[Item]:
    return [
        Item("Voorbeeldregio A", Decimal(22)),
        Item("Voorbeeldregio B", Decimal(55)),
        Item("Voorbeeldregio C met een lange naam erbij", Decimal(44), strong=True),
        Item("Voorbeeldregio D", Decimal(33), provisional=True),
        Item("Voorbeeldregio E", None, reason="niet getoond: groep te klein"),
        Item("Voorbeeldregio F", Decimal(0)),
    ]
