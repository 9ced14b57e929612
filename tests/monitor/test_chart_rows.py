from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from monitor.charts import Item, Target, bar_chart, dot_chart
from tests.monitor.chart_markup import faults, images, markup_of, only_hidden_inside, texts

HIDDEN = "niet getoond: groep te klein"
values = st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**7), max_value=10**7, places=2)
some_items = st.lists(
    st.builds(
        Item,
        name=st.sampled_from(["Noord", "Een heel lange naam"]),
        value=st.none() | values,
        provisional=st.booleans(),
        reason=st.sampled_from(["", HIDDEN]),
        strong=st.booleans(),
        before=st.none() | values,
    )
)
references = st.none() | st.builds(Target, label=st.just("Nederland:"), value=values)


def items(**numbers):
    return [
        Item(name, None if value is None else Decimal(value), reason=HIDDEN * (value is None))
        for name, value in numbers.items()
    ]


def test_bars_are_sorted_by_value_and_what_is_hidden_stands_last():
    chart = bar_chart(items(A="22", B=None, C="55.5"), unit="procent")

    assert [(row.name, row.text.text if row.text else row.reason) for row in chart.rows] == [
        ("C", "55,5%"),
        ("A", "22%"),
        ("B", HIDDEN),
    ]
    assert chart.rows[0].span == ("0", "100")


def test_bars_keep_the_order_of_the_categories_where_asked():
    chart = bar_chart(items(A="22", B=None, C="55.5"), unit="procent", by_value=False)

    assert [row.name for row in chart.rows] == ["A", "B", "C"]


def test_missing_value_without_a_reason_is_no_figure():
    assert bar_chart([Item("A", None)], unit="procent").rows[0].reason == "geen cijfer"


def test_negative_bars_go_to_the_left_of_zero():
    chart = bar_chart(items(A="-30", B="10", C="0"), unit="jongeren")

    assert chart.zero == "75"
    assert [(row.span, row.text) for row in chart.rows] == [
        (("75", "25"), ("10", "100", "6", "start")),
        (("75", "0"), ("0", "75", "6", "start")),
        (("0", "75"), ("\N{MINUS SIGN}30", "0", "-6", "end")),
    ]
    assert (chart.left, chart.right) == ("g3", "g2")


@pytest.mark.parametrize("numbers", [{"A": "0", "B": "0"}, {"A": "5"}, {"A": "-5"}, {"A": None}, {}])
def test_bars_and_dots_of_few_values_are_drawn(numbers):
    for draw in (bar_chart, dot_chart):
        chart = draw(items(**numbers), unit="jongeren")

        assert len(chart.rows) == len(numbers)
        assert faults(markup_of("rows", chart=chart)) == []


def test_reference_stands_in_every_row_with_its_words_above():
    chart = bar_chart(items(A="10", B="40"), unit="procent", reference=Target("Nederland:", Decimal(20)))

    assert chart.reference == ("50", "Nederland: 20%", "middle")
    assert markup_of("rows", chart=chart).count('class="reference"') == 3


@pytest.mark.parametrize(("value", "anchor"), [("2", "start"), ("38", "end")])
def test_words_of_the_reference_stay_in_the_plot(value, anchor):
    chart = bar_chart(items(A="40"), unit="procent", reference=Target("Nederland:", Decimal(value)))

    assert chart.reference is not None
    assert chart.reference.anchor == anchor


def test_dots_say_where_their_scale_begins():
    chart = dot_chart(items(A="52", B="68"), unit="procent")

    assert [(tick.text, tick.x, tick.anchor, tick.wide) for tick in chart.ticks] == [
        ("50%", "0", "start", False),
        ("55%", "25", "middle", True),
        ("60%", "50", "middle", True),
        ("65%", "75", "middle", True),
        ("70%", "100", "end", False),
    ]
    assert [row.x for row in chart.rows] == ["90", "10"]


def test_dots_show_an_earlier_value_beside_the_later():
    later = [Item("A", Decimal(60), before=Decimal(50)), Item("B", Decimal(50), before=Decimal(60))]

    chart = dot_chart(later, unit="procent", periods=("2022", "2023"))

    assert [(row.before, row.x, row.span, row.text) for row in chart.rows] == [
        ("0", "100", ("0", "100"), ("60%", "100", "11", "start")),
        ("100", "0", ("0", "100"), ("50%", "100", "11", "start")),
    ]
    assert [(key.kind, key.text) for key in chart.keys] == [("before", "2022"), ("now", "2023")]


@pytest.mark.parametrize(("draw", "kind"), [(bar_chart, "open-bar"), (dot_chart, "open-dot")])
def test_provisional_is_open_and_said_in_words(draw, kind):
    chart = draw([Item("A", Decimal(5), provisional=True), Item("B", Decimal(4))], unit="jongeren")

    assert [key.kind for key in chart.keys] == [kind]
    assert texts(markup_of("rows", chart=chart)).count("(voorlopig)") == 1


def test_hidden_row_has_words_and_no_mark():
    markup = markup_of("rows", chart=bar_chart(items(A=None, B="3"), unit="jongeren"))

    assert texts(markup) == ["B", "3", "A", HIDDEN]
    assert markup.count("<rect") == 1


@given(some_items, references)
def test_markup_of_rows_is_sound(found, reference):
    for draw in (bar_chart, dot_chart):
        markup = markup_of("rows", chart=draw(found, unit="procent", reference=reference))

        assert faults(markup) == []
        assert images(markup) == [("plek-t", "plek-d")]
        assert only_hidden_inside(markup)


@given(some_items, references)
def test_longer_bars_are_larger_values_on_one_scale(found, reference):
    chart = bar_chart(found, unit="jongeren", reference=reference, by_value=False)

    drawn = [(abs(item.value), float(row.span.width)) for item, row in zip(found, chart.rows, strict=True) if row.span]
    lengths = [length for _, length in sorted(drawn)]
    assert lengths == sorted(lengths)
    assert all(length == 0 for value, length in drawn if not value)
    assert all(
        float(row.span.x) >= 0 and float(row.span.x) + float(row.span.width) <= 100.02 for row in chart.rows if row.span
    )


@given(some_items, references)
def test_dots_lie_inside_the_plot_in_the_order_of_their_values(found, reference):
    chart = dot_chart(found, unit="jongeren", reference=reference)

    places = [float(row.x) for row in chart.rows if row.x]
    assert places == sorted(places, reverse=True)
    assert all(0 <= place <= 100 for place in places)
