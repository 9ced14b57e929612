from dataclasses import replace
from datetime import date
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from monitor.importer.comparing import REPEATED, Comparison, Version, compare
from monitor.models import State, Status

DAY, LATER = date(2024, 5, 31), date(2025, 5, 31)
NUMBERS = st.sampled_from([Decimal(0), Decimal(10), Decimal("10.0"), Decimal(11), None])


def a_version(value="10", *, source="Bron", known_on=DAY, **kwargs):
    number = None if value is None else Decimal(value)
    parts = dict.fromkeys(["numerator", "denominator", "covered", "covered_of"])
    facts = {"status": Status.FINAL, "rank": 40, **parts, **kwargs}
    state = facts.pop("state", State.NOT_MEASURED if value is None else State.MEASURED)
    return Version(source=source, value=number, known_on=known_on, state=state, **facts)


def in_file(value="10", *, number=3, **kwargs):
    return a_version(value, number=number, **kwargs)


@st.composite
def versions(draw, **kwargs):
    value = draw(NUMBERS)
    return Version(
        source=draw(st.sampled_from(["A", "B"])),
        state=State.MEASURED if value is not None else draw(st.sampled_from([State.SUPPRESSED, State.NOT_YET])),
        value=value,
        numerator=None if value is None else draw(st.sampled_from([None, Decimal(1)])),
        denominator=None if value is None else draw(st.sampled_from([None, Decimal(4)])),
        covered=draw(st.sampled_from([None, 9])),
        covered_of=None,
        status=draw(st.sampled_from(Status)),
        rank=draw(st.sampled_from([10, 15, 40])),
        known_on=date(2024, draw(st.integers(1, 3)), 1),
        mention_only=draw(st.booleans()),
        **{name: draw(values) for name, values in kwargs.items()},
    )


FOUND = st.lists(versions(is_public_form=st.booleans()), max_size=6).map(
    # Releases are of one source on one day, and never the same.
    lambda found: [replace(one, release=place) for place, one in enumerate(found)]
)
SAID = versions(number=st.just(9), is_dated=st.booleans())


@given(FOUND, SAID)
def test_what_was_just_written_is_unchanged(found, said):
    outcome = compare(said, found).outcome

    assert outcome in ("nieuw", "herzien", "ongewijzigd")
    assert compare(said, [*found, replace(said, number=None, release=7)]) == Comparison("ongewijzigd")
    assert compare(replace(said, number=10), [*found, said]).outcome == "ongewijzigd"


@given(FOUND, SAID, st.randoms())
def test_order_of_the_versions_does_not_matter(found, said, random):
    shuffled = list(found)
    random.shuffle(shuffled)

    assert compare(said, shuffled) == compare(said, found)


@given(FOUND, SAID)
def test_a_revision_takes_the_place_of_what_held(found, said):
    comparison = compare(said, found)

    if comparison.outcome == "herzien":
        [was] = {str(one) for one in found if one.can_hold and one.order == max(x.order for x in found if x.can_hold)}
        assert (comparison.was, comparison.message) == (was, "")
    else:
        assert comparison.was == ""


def test_first_of_a_cell_is_new():
    assert compare(in_file(), []) == Comparison("nieuw")


def test_other_number_later_is_a_revision():
    before = [a_version("1680", status=Status.PROVISIONAL, rank=10)]

    assert compare(in_file("1707"), before) == Comparison("herzien", was="1.680 (voorlopig)")


def test_same_number_with_a_firmer_status_is_a_revision():
    before = [a_version(status=Status.PROVISIONAL, rank=10)]

    assert compare(in_file(), before) == Comparison("herzien", was="10 (voorlopig)")


def test_number_in_place_of_a_reason_is_a_revision():
    before = [a_version(None, state=State.NOT_YET, status=Status.UNKNOWN)]

    assert compare(in_file(), before) == Comparison("herzien", was="nog niet bekend")


def test_same_number_of_another_source_is_new():
    before = [a_version(source="Ander")]

    assert compare(in_file("10.0"), before) == Comparison("nieuw", "Een andere vermelding van hetzelfde cijfer.")


def test_older_version_leaves_what_holds():
    before = [a_version("12", source="Ander", known_on=LATER)]

    said = "Een oudere versie: 12 (definitief) blijft het geldende cijfer."
    assert compare(in_file(), before) == Comparison("nieuw", said)


def test_lower_status_leaves_what_holds():
    said = in_file("9", status=Status.PROVISIONAL, rank=10, known_on=LATER)

    assert compare(said, [a_version("12")]).message.startswith("Een oudere versie: 12")


def test_mention_never_holds():
    mention = {"mention_only": True, "status": Status.UNKNOWN, "rank": 0}
    said = Comparison("nieuw", "Alleen een vermelding: het wordt niet het geldende cijfer.")

    assert compare(in_file("1706", **mention), [a_version("1707")]) == said
    assert compare(in_file("1707"), [a_version("1706", **mention)]) == Comparison("nieuw")


def test_same_number_that_was_only_mentioned_becomes_a_figure():
    mention = a_version(mention_only=True, status=Status.UNKNOWN, rank=0)

    assert compare(in_file(status=Status.UNKNOWN, rank=15), [mention]) == Comparison("nieuw")


def test_row_that_leaves_out_status_and_parts_is_unchanged():
    before = [a_version(numerator=Decimal(1), denominator=Decimal(10))]

    assert compare(in_file(status=Status.UNKNOWN, rank=15), before) == Comparison("ongewijzigd")


def test_row_with_other_parts_is_another_version():
    before = [a_version(numerator=Decimal(1), denominator=Decimal(10))]

    assert compare(in_file(denominator=Decimal(20)), before).outcome == "nieuw"


def test_same_row_twice_is_unchanged():
    assert compare(in_file(number=5), [in_file(number=3), in_file(number=2)]) == Comparison(
        "ongewijzigd", "Staat ook in rij 2."
    )


def test_other_number_with_the_same_status_is_refused():
    said = (
        "Rij 3 geeft hiervoor 10 (definitief), en deze rij 11 (definitief). Laat er één staan, of zet er bij elk een"
        " andere status bij."
    )

    assert compare(in_file("11", number=4), [in_file()]) == Comparison("geweigerd", said)


def test_other_number_with_another_status_or_day_is_accepted():
    for other in ({"status": Status.PROVISIONAL, "rank": 10}, {"known_on": date(2024, 1, 1)}, {"rank": 30}):
        assert compare(in_file("11", number=4), [in_file(**other)]) == Comparison("herzien", was=str(in_file(**other)))


def test_row_that_repeats_an_old_number_does_not_hold():
    before = [a_version(), a_version("12", known_on=LATER), in_file(known_on=LATER, release=REPEATED)]

    assert compare(in_file("13", source="Ander", known_on=LATER), before) == Comparison(
        "herzien", was="12 (definitief)"
    )


def test_number_that_comes_back_with_a_later_day_is_a_revision():
    before = [a_version(), a_version("12", known_on=LATER, release=1)]
    back = in_file(known_on=date(2026, 1, 1), is_dated=True)

    assert compare(back, before) == Comparison("herzien", was="12 (definitief)")
    assert compare(replace(back, is_dated=False), before) == Comparison("ongewijzigd")
    assert compare(replace(back, known_on=date(2024, 8, 1)), before) == Comparison("ongewijzigd")


def test_number_that_is_known_since_an_earlier_day_is_told_again():
    said = in_file(known_on=date(2020, 1, 1), is_dated=True)

    assert compare(said, [a_version()]) == Comparison("nieuw", "Een andere vermelding van hetzelfde cijfer.")


def test_public_form_is_unchanged_with_its_day_alone():
    hidden = a_version(None, state=State.SUPPRESSED, rank=0, is_public_form=True)
    said = in_file(None, state=State.SUPPRESSED)

    assert compare(replace(said, is_dated=True), [a_version("3"), hidden]) == Comparison("ongewijzigd")
    assert compare(said, [a_version("3", rank=30), hidden]) == Comparison("herzien", was="3 (definitief)")


def test_of_equals_the_later_release_holds():
    before = [a_version("11", source="A", release=2), a_version("12", source="B", release=1)]

    assert compare(in_file("13"), before) == Comparison("herzien", was="11 (definitief)")
