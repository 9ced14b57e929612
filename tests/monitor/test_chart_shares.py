from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from monitor.charts import Answer, Group, Part, answer_chart, coverage_chart
from tests.monitor.chart_markup import faults, images, markup_of, only_hidden_inside, texts

FIVE = [Answer("helemaal oneens", -1), Answer("oneens", -1), Answer("neutraal", 0)]
FIVE += [Answer("eens", 1), Answer("helemaal eens", 1)]
HIDDEN = "niet getoond: groep te klein"
scales = st.tuples(st.integers(0, 4), st.integers(0, 1), st.integers(0, 4)).map(
    lambda sides: [
        Answer(f"antwoord {side} {nth}", side)
        for side, size in zip((-1, 0, 1), sides, strict=True)
        for nth in range(size)
    ]
)
questions = scales.flatmap(
    lambda scale: st.tuples(
        st.just(scale),
        st.lists(st.none() | st.lists(st.integers(0, 500), min_size=len(scale), max_size=len(scale)), max_size=6).map(
            lambda rows: [Group(f"Groep {nth}", row) for nth, row in enumerate(rows)]
        ),
    )
)


def test_coverage_shows_what_is_unknown_as_unknown():
    chart = coverage_chart([Part("deden mee", 9)], total=12, things="instellingen")

    assert chart.words == "9 van de 12 instellingen"
    assert [piece.hue for piece in chart.pieces] == [1] * 9 + [None] * 3
    assert [key.text for key in chart.keys] == ["9 deden mee", "3 onbekend"]
    assert texts(markup_of("coverage", chart=chart)).count("?") == 3


def test_coverage_of_many_is_a_bar_with_numbers_where_they_fit():
    chart = coverage_chart([Part("ja", 40), Part("nee", 5), Part("nooit", 0)], total=100, things="scholen")

    assert chart.pieces == [("0", "40", 1, "40"), ("40", "5", 2, ""), ("45", "55", None, "55")]


def test_full_coverage_has_nothing_unknown():
    chart = coverage_chart([Part("ja", 1), Part("nee", 1)], total=2, things="scholen")

    assert [key.text for key in chart.keys] == ["1 ja", "1 nee"]


def test_coverage_of_nothing_is_all_unknown():
    chart = coverage_chart([Part("deden mee", 0)], total=3, things="scholen")

    assert [piece.hue for piece in chart.pieces] == [None] * 3


@pytest.mark.parametrize("counts", [[13], [1, 1, 1, 1, 1]])
def test_more_than_the_total_or_too_many_parts_are_refused(counts):
    with pytest.raises(ValueError, match="of 12 in"):
        coverage_chart([Part("ja", count) for count in counts], total=12, things="scholen")


@given(st.lists(st.integers(0, 50), min_size=1, max_size=4), st.integers(0, 100))
def test_pieces_fill_the_whole_and_no_more(counts, rest):
    chart = coverage_chart([Part("deel", count) for count in counts], total=sum(counts) + rest, things="scholen")

    markup = markup_of("coverage", chart=chart)
    assert faults(markup) == []
    assert images(markup) == [("plek-t", "plek-d")]
    assert only_hidden_inside(markup)
    total = sum(float(piece.width) for piece in chart.pieces)
    assert total == pytest.approx(100 if chart.pieces else 0, abs=0.3)


def test_answers_meet_in_the_middle_of_the_neutral_ones():
    chart = answer_chart([Group("Jongeren", [10, 20, 40, 20, 10]), Group("Ouders", [0, 0, 0, 50, 50])], FIVE, minimum=5)

    first, second = chart.rows
    assert chart.zero == "33.33"
    assert [(part.tone, part.x, part.text) for part in first.segments] == [
        ("m3", "0", "10%"),
        ("m1", "6.67", "20%"),
        ("t0", "20", "40%"),
        ("p1", "46.67", "20%"),
        ("p3", "60", "10%"),
    ]
    assert [(part.tone, part.x) for part in second.segments] == [("p1", "33.33"), ("p3", "66.67")]
    assert first.note == "100 antwoorden"


@pytest.mark.parametrize(
    ("group", "reason"),
    [
        (Group("A", [1, 1, 1, 0, 0]), HIDDEN),
        (Group("A", None), HIDDEN),
        (Group("A", None, "niet gevraagd"), "niet gevraagd"),
        (Group("A", [0, 0, 0, 0, 0]), HIDDEN),
    ],
)
def test_group_that_is_too_small_shows_words_and_no_number(group, reason):
    chart = answer_chart([group], FIVE, minimum=4)

    assert texts(markup_of("answers", chart=chart))[5:] == ["A", reason]
    assert (chart.rows[0].segments, chart.rows[0].note) == ([], "")


@pytest.mark.parametrize(
    ("sides", "tones"),
    [
        ([-1, 1], ["m3", "p3"]),
        ([-1, -1, 1, 1], ["m3", "m1", "p1", "p3"]),
        ([-1, -1, -1, 0, 1, 1, 1], ["m3", "m2", "m1", "t0", "p1", "p2", "p3"]),
        ([-1] * 4, ["m3", "m2", "m1", "m1"]),
        ([0, 1], ["t0", "p3"]),
        ([None, 1], ["p3"]),
    ],
)
def test_scale_is_data(sides, tones):
    chart = answer_chart([], [Answer("x", side) for side in sides], minimum=1)

    assert [key.tone for key in chart.keys] == tones


def test_answer_without_an_opinion_is_told_beside_the_name():
    scale = [Answer("nee", -1), Answer("ja", 1), Answer("weet ik niet", None)]

    chart = answer_chart([Group("Jongeren", [10, 20, 10]), Group("Ouders", [0, 0, 9])], scale, minimum=5)

    assert [row.note for row in chart.rows] == ["40 antwoorden, weet ik niet: 25%", "9 antwoorden, weet ik niet: 100%"]
    assert [[(part.x, part.width) for part in row.segments] for row in chart.rows] == [
        [("0", "33.33"), ("33.33", "66.67")],
        [],
    ]
    assert [key.name for key in chart.keys] == ["nee", "ja"]
    assert faults(markup_of("answers", chart=chart)) == []


def test_group_may_have_percentages_and_its_size():
    scale = [Answer("nee", -1), Answer("ja", 1)]
    shares = [Decimal("12.5"), Decimal("87.5")]

    chart = answer_chart([Group("A", shares, size=40), Group("B", shares, size=4)], scale, minimum=5)

    assert [(row.note, row.reason) for row in chart.rows] == [("40 antwoorden", ""), ("", HIDDEN)]


def test_half_a_percent_is_rounded_up():
    chart = answer_chart([Group("A", [1, 7])], [Answer("nee", -1), Answer("ja", 1)], minimum=1)

    assert [part.text for part in chart.rows[0].segments] == ["13%", "88%"]


@given(questions, st.integers(0, 50))
def test_answers_stand_in_order_and_fill_the_same_length_for_each_group(question, minimum):
    scale, groups = question

    chart = answer_chart(groups, scale, minimum=minimum)

    markup = markup_of("answers", chart=chart)
    assert faults(markup) == []
    assert images(markup) == [("plek-t", "plek-d")]
    assert only_hidden_inside(markup)
    shown = [row.segments for row in chart.rows if row.segments]
    assert [bool(row.segments) for row in chart.rows] == [
        bool(group.counts) and sum(group.counts) >= max(minimum, 1) for group in groups
    ]
    for segments in shown:
        ends = [(float(part.x), float(part.x) + float(part.width)) for part in segments]
        assert all(end == pytest.approx(start, abs=0.03) for (_, end), (start, _) in pairwise(ends))
        assert ends[0][0] >= 0
        assert ends[-1][1] <= 100.03
    lengths = {round(sum(float(part.width) for part in segments)) for segments in shown}
    assert len(lengths) <= 1
