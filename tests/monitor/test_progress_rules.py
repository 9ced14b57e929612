"""What must hold of the rule for whatever figures, targets and days."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction

from hypothesis import assume, example, given
from hypothesis import strategies as st

from monitor.progress import Kind, Label, Point, Reason, progress
from tests.monitor.progress_drawn import DAYS, DIGITS, SERIES, SMALL, VALUES, at_target, many, nearest, targets, yearly

# From worse to better. LOST and TOO_LATE are told after the date of the target, the three others before it.
BETTER = [Label.LOST, Label.TOO_LATE, Label.FARTHER, Label.UNCHANGED, Label.ON_THE_WAY, Label.REACHED].index
MIRRORED = {Kind.AT_MOST: Kind.AT_LEAST, Kind.AT_LEAST: Kind.AT_MOST}


def judge(points, target, day):
    return progress(points, target, points[0], day)


def ending(points, value):
    return [*points[:-1], replace(points[-1], value=value)]


@many
@given(SERIES, targets(), DAYS, st.integers(0, 10**20))
def test_at_the_target_is_always_reached(points, target, day, beyond):
    low, high = at_target(target, points[0].value)
    inside = [bound for bound in (low, high) if bound is not None]
    if low is None or high is None:
        # Beyond the bound, on the side that has no end.
        inside.append(DIGITS.add(inside[0], Decimal(beyond if high is None else -beyond)))

    for value in inside:
        result = judge(ending(points, value), target, day)

        assert (result.label, result.distance, result.reason) == (Label.REACHED, 0, None)
        assert result.share in (None, 1)


@many
@given(SERIES, targets(), DAYS)
def test_reached_is_said_nowhere_else(points, target, day):
    last = points[-1].value

    result = judge(points, target, day)

    assert (result.label == Label.REACHED) == (nearest(last, target, points[0].value) == last)


@many
@given(SERIES, targets(), DAYS)
def test_mirrored_direction_mirrors_the_label(points, target, day):
    mirrored = [replace(point, value=point.value.copy_negate()) for point in points]
    low, high = (None if bound is None else bound.copy_negate() for bound in (target.value, target.upper))
    value, upper = (low, None) if high is None else (high, low)
    mirror = replace(target, kind=MIRRORED.get(target.kind, target.kind), value=value, upper=upper)

    one, other = judge(points, target, day), judge(mirrored, mirror, day)

    assert (one.label, one.share, one.distance, one.reason) == (other.label, other.share, other.distance, other.reason)


@many
@given(SERIES, targets(), DAYS, st.integers(0, 10))
def test_moving_towards_the_target_never_worsens_it(points, target, day, tenths):
    last = points[-1].value
    step = DIGITS.subtract(nearest(last, target, points[0].value), last)
    closer = DIGITS.add(last, DIGITS.multiply(step, Decimal(tenths).scaleb(-1)))

    before, after = judge(points, target, day), judge(ending(points, closer), target, day)

    if before.label == Label.NONE:
        assert before.reason == Reason.NOT_YET
        assert after.label == Label.REACHED or after.reason == Reason.NOT_YET
    else:
        assert BETTER(after.label) >= BETTER(before.label)
        assert after.distance <= before.distance
        assert before.share is None or after.share >= before.share


@many
@given(SERIES, targets(), DAYS, st.integers(1, 10**6), st.integers(-6, 6))
def test_scale_changes_nothing_but_the_distance(points, target, day, digits, exponent):
    factor = Decimal(digits).scaleb(exponent)

    def scale(value):
        return None if value is None else DIGITS.multiply(value, factor)

    scaled = [replace(point, value=scale(point.value)) for point in points]
    one = judge(points, target, day)
    other = judge(scaled, replace(target, value=scale(target.value), upper=scale(target.upper)), day)

    assert (one.label, one.share, one.reason) == (other.label, other.share, other.reason)
    assert other.distance == scale(one.distance)


@many
@given(SERIES, targets(), DAYS, VALUES)
def test_zero_is_a_number_as_any_other(points, target, day, by):
    """All that is known moved up or down by as much gives the same answer, wherever zero comes to lie."""

    def move(value):
        return None if value is None else DIGITS.add(value, by)

    moved = [replace(point, value=move(point.value)) for point in points]
    one = judge(points, target, day)
    other = judge(moved, replace(target, value=move(target.value), upper=move(target.upper)), day)

    assert (one.label, one.share, one.distance, one.reason) == (other.label, other.share, other.distance, other.reason)


ZEROS = st.sampled_from([Decimal(0), Decimal("-0"), Decimal("0.00"), Decimal("0E+19")])


@many
@given(st.lists(ZEROS | SMALL, min_size=2, max_size=4).map(yearly), targets(ZEROS), ZEROS, DAYS)
def test_zero_as_target_or_baseline_is_ordinary(points, target, zero, day):
    from_zero = [replace(points[0], value=zero), *points[1:]]

    judge(points, target, day)
    result = judge(from_zero, target, day)

    # From zero to zero there is no way to go: the distance alone decides.
    assert result.share is None
    if not target.past(day):
        assert result.label == (Label.FARTHER if result.distance else Label.REACHED)


@many
@given(SERIES, targets(), DAYS)
def test_distance_and_share_are_exact(points, target, day):
    result = judge(points, target, day)
    assume(result.label != Label.NONE)

    first, last = Fraction(points[0].value), Fraction(points[-1].value)
    way, left = (abs(value - Fraction(nearest(value, target, points[0].value))) for value in (first, last))
    assert Fraction(result.distance) == left
    assert result.share == (1 - left / way if way else None)


SPOILT = [{"provisional": True}, {"value": None}, {"break_before": True}, {"new_definition": True}]


@many
@given(SERIES, targets(), DAYS, st.sampled_from(SPOILT), st.data())
def test_provisional_and_broken_figures_never_get_a_label(points, target, day, spoilt, data):
    """A provisional figure spoils the ends, all else also what lies between."""
    places = [0, len(points) - 1] if "provisional" in spoilt else range(1, len(points))
    place = data.draw(st.sampled_from(places))
    points[place] = replace(points[place], **spoilt)

    result = judge(points, target, day)

    assert (result.label, result.share, result.distance) == (Label.NONE, None, None)
    assert result.reason not in (None, Reason.NOT_YET)


@many
@given(st.lists(VALUES, min_size=4, max_size=6).map(yearly), targets(), DAYS, st.data())
def test_series_that_leaves_out_a_year_never_gets_a_label(points, target, day, data):
    left_out = data.draw(st.integers(1, len(points) - 2))

    result = judge(points[:left_out] + points[left_out + 1 :], target, day)

    assert (result.label, result.reason) == (Label.NONE, Reason.GAP)


@many
@given(SERIES, targets(), DAYS)
def test_one_figure_is_never_enough(points, target, day):
    assert judge(points[:1], target, day).reason == Reason.TOO_FEW
    assert progress(points, target, points[-1], day).reason == Reason.TOO_FEW


ANY_POINT = st.builds(
    lambda year, kind, *rest: Point(f"in {year}", kind, date(year, 1, 1), date(year, 12, 31), *rest),
    st.integers(2018, 2024),
    st.sampled_from(["jaar", "jaar", "jaar", "venster"]),
    st.none() | VALUES,
    st.booleans(),
    st.booleans(),
    st.booleans(),
)
ANY_POINTS = st.lists(ANY_POINT, max_size=6)


@many
@given(
    (ANY_POINTS | SERIES).flatmap(lambda points: st.tuples(st.just(points), st.permutations(points))),
    st.none() | targets(),
    st.none() | ANY_POINT | st.just(yearly([Decimal(3)])[0]),
    DAYS,
)
def test_order_of_the_points_does_not_matter(orders, target, baseline, day):
    first, second = (progress(points, target, baseline, day) for points in orders)

    assert first == second
    assert repr(first) == repr(second)


@many
@given(SERIES, targets(), st.lists(st.dates(date(2025, 12, 31), date(2034, 12, 31)), min_size=2, max_size=2))
def test_days_that_pass_change_nothing_but_that_the_date_goes_by(points, target, days):
    one, other = (replace(judge(points, target, day), day=days[0]) for day in days)

    assert one == other or target.past(days[0]) != target.past(days[1])
    assert {one.label, other.label} & {Label.LOST, Label.TOO_LATE} == set() or target.past(max(days))


@many
@given(SERIES, targets(), DAYS)
def test_until_its_date_only_the_two_ends_count(points, target, day):
    assume(not target.past(day))
    middle = [replace(point, value=Decimal(1)) for point in points[1:-1]]

    one, other = (judge(line, target, day) for line in (points, [points[0], *middle, points[-1]]))

    assert one == other


ANY_DAY = st.dates() | st.sampled_from([date.min, date.max])
ANYTHING = st.builds(
    lambda days, kind, *rest: Point("", kind, *sorted(days), *rest),
    st.tuples(ANY_DAY, ANY_DAY),
    st.sampled_from(["jaar", "peildatum"]),
    st.none() | VALUES,
    st.booleans(),
    st.booleans(),
    st.booleans(),
)


@many
@given(st.lists(ANYTHING, max_size=5), st.none() | targets(), st.none() | ANYTHING, ANY_DAY)
@example([], None, None, date.max)
def test_anything_there_is_gives_an_answer(points, target, baseline, day):
    result = progress(points, target, baseline, day)

    assert (result.label == Label.NONE) == (result.reason is not None) == (result.distance is None)
    assert result.share is None or result.distance is not None
