"""Whatever the figures are: no rise is called a fall, no number is said that is not public, and no sentence runs on."""

import re
from datetime import timedelta
from decimal import ROUND_HALF_UP, Decimal
from itertools import combinations, pairwise

from hypothesis import given
from hypothesis import strategies as st

from monitor.background import Background
from monitor.models import Break, Indicator, Period, PublicFigure, Series, State, Status
from monitor.periods import parse_period
from monitor.reading import IndicatorReading
from monitor.sentences import Parts, say_multiples, say_parts
from monitor.sentences.missing import REASONS
from stroomop.lib.numbers import dutch_number
from tests.monitor.sentences.figures import indicator

UNITS = ["plaatsingen", "jongeren", "tests", "procent", "duizend jongeren", "maanden", ""]
CODES = {
    "jaar": [str(year) for year in range(2010, 2024)],
    "halfjaar": [f"{year}-H{half}" for year in range(2018, 2024) for half in (1, 2)],
    "kwartaal": [f"{year}-Q{quarter}" for year in range(2020, 2024) for quarter in (1, 2, 3, 4)],
    "schooljaar": [f"{year}/{year + 1}" for year in range(2010, 2024)],
    "peildatum": [f"{year}-{day}" for year in range(2018, 2024) for day in ("01-01", "06-30", "12-31")],
    "venster": [f"{year}-{year + length}" for year in range(2000, 2020) for length in (2, 4)],
    "maanden": [f"{year}-09/{year + 1}-03" for year in range(2010, 2020)],
}
# Small counts with their zeros, and numbers with decimals.
numbers = st.integers(0, 3).map(Decimal) | st.integers(0, 40000).map(Decimal) | st.decimals(-99, 200, places=1)
states = st.sampled_from([state for state in State if state != State.MEASURED])
BAD_WORDS = re.compile(r"\b(goed|slecht|gunstig|helaas|gelukkig|winst|succes|door|dankzij|omdat|daardoor)\b")
RISE, FALL = (
    re.compile(r"\b(meer|hoger) dan\b|is dat [^.;]* (meer|hoger)\b"),
    re.compile(r"\b(minder|lager) dan\b|is dat [^.;]* (minder|lager)\b"),
)

# So that a figure can be printed.
ANY = Series(indicator=Indicator(name="Naam"))


@st.composite
def figures(draw, code):
    value = draw(numbers | st.none())
    parsed = parse_period(code)
    period = Period(code=code, kind=parsed.kind, start=parsed.start, end=parsed.end)
    if value is None:
        return PublicFigure(series=ANY, period=period, state=draw(states))
    return PublicFigure(
        series=ANY,
        period=period,
        state=State.MEASURED,
        value=value,
        status=draw(st.sampled_from(Status)),
        approximate=draw(st.integers(0, 5)) == 5,
        second_hand=draw(st.integers(0, 5)) == 5,
    )


@st.composite
def readings(draw):
    codes = draw(st.sampled_from([*CODES.values()]))
    chosen = sorted(draw(st.sets(st.integers(0, len(codes) - 1), max_size=8)))
    line = [draw(figures(codes[place])) for place in chosen]
    line.sort(key=lambda figure: (figure.period.start, figure.period.end))
    days = [figure.period.start - timedelta(days=draw(st.integers(0, 400))) for figure in line]
    breaks = [Break(on=day) for day in draw(st.sets(st.sampled_from(days), max_size=2))] if days else []
    found = Indicator(
        name="Naam",
        unit=draw(st.sampled_from(UNITS)),
        measure=draw(st.sampled_from(Indicator.Measure)),
        kind=draw(st.sampled_from(["reeks", "reeks", "reeks", *Indicator.Kind])),
        rounding=draw(st.sampled_from([1, 1, 5])),
    )
    once = draw(st.integers(0, 9)) == 9
    for figure in line:
        figure.one_off = once
    return IndicatorReading(found, line, Background(breaks=breaks))


def texts(reading):
    return [reading.story, reading.finding + ".", reading.chart_text, reading.share_text, *reading.limits]


def sentences(text):
    """Without the points within numbers."""
    return [one for one in re.split(r"(?<=[.…])\s", text) if one]


def said(text):
    return re.findall(r"\N{MINUS SIGN}?\d[\d.,]*\d|\N{MINUS SIGN}?\d", text)


def of_periods(figures):
    """The numbers that belong to periods and to the days of breaks."""
    return {number for figure in figures for number in said(figure.period.when)}


def percents(values):
    found = set()
    for earlier, later in combinations(values, 2):
        if earlier > 0:
            exact = abs(later - earlier) * 100 / earlier
            found.add(str(exact.quantize(Decimal(1), ROUND_HALF_UP)))
    return found


def allowed(reading):
    """Public figures, and exact differences and rounded percentages of two that come one after the other."""
    pieces = [[one for one in figures if one.value is not None] for _, figures in reading.line.pieces]
    values = [[one.value for one in piece] for piece in pieces]
    known = {dutch_number(value) for piece in values for value in piece}
    known |= {dutch_number(abs(later - earlier)) for piece in values for earlier, later in combinations(piece, 2)}
    known |= {percent for piece in values for percent in percents(piece)}
    every = [one for _, figures in reading.line.pieces for one in figures]
    known |= {str(count) for count in range(1, len(every) + 1)} | of_periods(every)
    for broken in reading.background.breaks:
        known |= {str(broken.on.day), str(broken.on.year)}
    return known


@given(readings())
def test_every_number_is_public_or_follows_exactly_from_two_that_are(reading):
    known = allowed(reading)

    assert [number for text in texts(reading) for number in said(text) if number not in known] == []


@given(readings())
def test_no_rise_is_called_a_fall(reading):
    line = reading.line
    first, *_ = sentences(reading.story) or [""]
    compared = [one for one in sentences(reading.story) if RISE.search(one) or FALL.search(one)]
    newest = line.measured[-1] if line.measured else None

    for one in [*compared, *([reading.finding] if reading.finding else [])]:
        if one.startswith("Vergeleken"):
            earlier = line.measured[0]
        elif RISE.search(one) or FALL.search(one):
            earlier = line.measured[-2]
        else:
            continue
        assert bool(RISE.search(one)) == (newest.value > earlier.value)
        assert bool(FALL.search(one)) == (newest.value < earlier.value)
    assert not line.is_lone or not compared, first


@given(readings())
def test_text_alternative_names_the_right_ends_ways_and_extremes(reading):
    line = reading.line
    if line.newest is None or line.is_lone:
        return
    told, newest = reading.chart_text, line.measured[-1]
    last = told.rpartition("De lijn ")[2]
    if found := re.search(r"is het nieuwste cijfer \d+ procent (hoger|lager)", last):
        assert (found[1] == "hoger") == (newest.value > line.before.value)
    if found := re.search(r"is elk cijfer (hoger|lager)", last):
        run = line.measured[-4:]
        assert all((found[1] == "hoger") == (b.value > a.value) for a, b in pairwise(run))
    for name, value in (("hoogste", max), ("laagste", min)):
        if found := re.search(rf"[Hh]et {name} cijfer[a-z ]* is (?:ongeveer )?([^ ]*\d)", reading.story):
            assert found[1] == dutch_number(value(one.value for one in line.measured))


@given(readings())
def test_sentences_are_short_and_end_with_a_point(reading):
    for text in texts(reading):
        assert "  " not in text
        assert text == text.strip()
        for one in sentences(text):
            assert one.endswith((".", "…"))
            # Two periods with long names take some words more; a title is no sentence.
            limit = 20 if all(figure.period.kind in ("jaar", "schooljaar") for figure in reading.main) else 26
            assert len(one.split()) <= limit or text in (f"{reading.finding}.", reading.share_text)


@given(readings())
def test_nothing_is_called_good_or_bad_and_nothing_a_cause(reading):
    told = [reading.story, reading.finding, reading.chart_text, reading.share_text]

    assert [text for text in told if BAD_WORDS.search(text)] == []
    assert len(reading.share_text) <= 200


@given(readings(), numbers)
def test_a_hidden_figure_changes_nothing_whatever_it_was(reading, value):
    """The number that the gate took away can't be found in the words: they are the same for every number."""
    before = texts(reading)
    for figure in reading.main:
        if figure.state == State.SUPPRESSED:
            figure.note = str(value)
            figure.numerator = figure.denominator = None
    assert texts(IndicatorReading(reading.indicator, reading.main, reading.background)) == before


@given(readings())
def test_nothing_is_said_of_a_hidden_figure_but_that_it_is(reading):
    hidden = [one for one in reading.main if one.state == State.SUPPRESSED]
    others = [one for one in reading.main if one.state != State.SUPPRESSED]
    periods = {one.period.when.partition(" ")[2] for one in hidden} - {
        one.period.when.partition(" ")[2] for one in others
    }

    for text in (reading.story, reading.chart_text):
        for one in sentences(text):
            if any(re.search(rf"(?<!\d){re.escape(period)}(?!\d)", one) for period in periods):
                is_hidden = REASONS[State.SUPPRESSED] in one
                is_break = one.startswith("Vanaf")
                # A window of other years may hold the same words; a date may be within a range of gaps.
                assert is_hidden or is_break or reading.main[0].period.kind in ("venster", "maanden", "peildatum")


@given(st.lists(figures("2019") | st.none(), max_size=6), figures("2019"), st.sampled_from(UNITS))
def test_parts_say_no_number_that_is_not_public(cells, national, unit):
    named = [(f"Gebied {chr(65 + place)}", cell) for place, cell in enumerate(cells)]
    told = say_parts(Parts(indicator(unit), "gebieden", named, national))

    known = {dutch_number(one.value) for one in [*cells, national] if one is not None and one.value is not None}
    known |= {"2019", *(str(count) for count in range(len(cells) + 1))}
    assert [number for number in said(told) if number not in known] == []
    assert "  " not in told
    assert all(one.endswith(".") for one in sentences(told))


@given(st.lists(st.tuples(figures("2014") | st.none(), figures("2021") | st.none()), max_size=6))
def test_multiples_count_each_category_once(pairs):
    named = [(f"Gebied {place}", later) for place, (_, later) in enumerate(pairs)]
    told = say_multiples(Parts(indicator(), "gebieden", named), [earlier for earlier, _ in pairs])

    counts = [int(count) for count in re.findall(r"(?:Bij|Van) (\d+) van", told)]
    assert sum(counts) == len(pairs) or told == "Van geen van de gebieden kunnen we twee cijfers vergelijken."
