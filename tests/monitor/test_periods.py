from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from monitor.periods import PATTERNS, ParsedPeriod, label, parse_period, when

ANYTHING = st.text() | st.text("0123456789-/HQ", max_size=16)
NEARLY = st.sampled_from(sorted(PATTERNS.values())).flatmap(lambda pattern: st.from_regex(pattern, fullmatch=True))


@pytest.mark.parametrize(
    ("code", "kind", "start", "end", "name", "inside"),
    [
        ("2023", "jaar", (2023, 1, 1), (2023, 12, 31), "2023", "in 2023"),
        ("2024-H1", "halfjaar", (2024, 1, 1), (2024, 6, 30), "1e helft 2024", "in de 1e helft van 2024"),
        ("2024-H2", "halfjaar", (2024, 7, 1), (2024, 12, 31), "2e helft 2024", "in de 2e helft van 2024"),
        ("2025-Q1", "kwartaal", (2025, 1, 1), (2025, 3, 31), "1e kwartaal 2025", "in het 1e kwartaal van 2025"),
        ("2025-Q4", "kwartaal", (2025, 10, 1), (2025, 12, 31), "4e kwartaal 2025", "in het 4e kwartaal van 2025"),
        ("2024-02", "maand", (2024, 2, 1), (2024, 2, 29), "februari 2024", "in februari 2024"),
        (
            "2021-11/2022-02", "maanden", (2021, 11, 1), (2022, 2, 28),
            "november 2021 tot en met februari 2022", "van november 2021 tot en met februari 2022",
        ),
        ("2021/2022", "schooljaar", (2021, 8, 1), (2022, 7, 31), "2021/2022", "in schooljaar 2021/2022"),
        ("2024-06-30", "peildatum", (2024, 6, 30), (2024, 6, 30), "30 juni 2024", "op 30 juni 2024"),
        ("2012-2016", "venster", (2012, 1, 1), (2016, 12, 31), "2012 tot en met 2016", "van 2012 tot en met 2016"),
    ],
)  # fmt: skip
def test_period_is_read_and_said(code, kind, start, end, name, inside):
    period = parse_period(code)

    assert period == ParsedPeriod(code, kind, date(*start), date(*end))
    assert (say(label, period), say(when, period)) == (name, inside)


def test_period_unknown_has_no_dates():
    period = parse_period("onbekend")

    assert period == ParsedPeriod("onbekend", "onbekend", None, None)
    assert (say(label, period), say(when, period)) == ("onbekend", "(periode onbekend)")


def test_period_of_years_is_an_average_when_told_so():
    period = parse_period("2012-2016", average=True)

    assert period == ParsedPeriod("2012-2016", "gemiddelde", date(2012, 1, 1), date(2016, 12, 31))
    assert say(when, period) == "in een gemiddeld jaar van 2012 tot en met 2016"


def test_period_of_one_year_is_no_average():
    assert parse_period("2012", average=True).kind == "jaar"


@pytest.mark.parametrize(
    "code",
    [
        "", " 2023", "2023\n", "23", "0000", "2023-H3", "2023-Q0", "2023-Q5", "2023-h1", "2023-13", "2023-00",
        "2023-02-29", "2023-2-1", "2022/2024", "2022/2021", "2016-2012", "2022-03/2021-11", "2021-11/2022-13",
        "2021-11/0000-01", "٢٠٢٣", "Onbekend", "x" * 5000,
    ],
)  # fmt: skip
def test_period_that_is_none_is_refused_in_dutch(code):
    with pytest.raises(ValueError, match="geen periode") as error:
        parse_period(code)

    advice = "Schrijf bijvoorbeeld 2023, 2023-H1, 2023-Q3, 2023-06-30 of 2022/2023."
    assert str(error.value) == f"'{code}' is geen periode. {advice}"


@given(ANYTHING | NEARLY, st.booleans())
def test_period_of_any_text_is_whole_or_refused(code, average):
    try:
        period = parse_period(code, average=average)
    except ValueError:
        return

    assert period.code == code
    assert period.kind == "onbekend" or period.start <= period.end
    assert say(label, period).strip()
    assert say(when, period).endswith(say(label, period).rpartition(" ")[2].strip("()") + ")" * (code == "onbekend"))


def say(what, period):
    return what(period.kind, period.code, period.start, period.end)
