"""What is new about the figures: a line for each release."""

from datetime import UTC, date, datetime

import pytest

from monitor import whatsnew
from monitor.corrections import corrections, read_corrections
from monitor.models import Import, Indicator
from stroomop.lib import clock
from stroomop.lib.whatsnew import Window
from tests.factories import (
    make_category,
    make_figure,
    make_indicator,
    make_release,
    make_series,
    make_source,
    make_speerpunt,
    make_user,
)

pytestmark = pytest.mark.django_db

TODAY = date(2027, 3, 15)
LOADED = datetime(2026, 11, 23, 9, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _later():
    with clock.fixed_at(datetime(2027, 3, 15, 12, tzinfo=UTC)):
        yield


def make_batch(**kwargs):
    defaults = {"name": "testcijfers.csv", "handed_in_at": LOADED, "read_on": date(2026, 11, 22)}
    return Import.objects.create(**{**defaults, **kwargs})


def make_new(*names, release=None, **kwargs):
    """A release with one figure of each indicator."""
    release = release or make_release(**kwargs)
    for name in names:
        make_figure(make_series(make_indicator(name=name, slug=name)), "2024", "12", release=release)
    return release


def days():
    return [row[0] for row in whatsnew.rows(Window(None, TODAY))]


def lines():
    keys = [row[2] for row in whatsnew.rows(Window(None, TODAY))]
    return list(whatsnew.read({"release": keys}, TODAY))


def test_release_of_staff_is_new_on_the_day_of_publication():
    make_new("a", published_at=datetime(2027, 3, 1, 23, 30, tzinfo=UTC), known_on=date(2027, 1, 1))
    batch = make_batch(by=make_user())
    make_new("b", published_at=datetime(2027, 3, 3, tzinfo=UTC), batch=batch, known_on=date(2026, 1, 1))

    assert sorted(days()) == [date(2027, 3, 2), date(2027, 3, 3)]


def test_release_that_was_loaded_is_new_on_the_day_of_its_source():
    make_new("a", published_at=LOADED, batch=make_batch(), known_on=date(2025, 1, 1))

    assert days() == [date(2025, 1, 1)]


def test_release_that_was_loaded_from_a_source_without_a_date_is_no_news():
    make_new("a", published_at=LOADED, batch=make_batch(), known_on=date(2026, 11, 22))

    assert days() == []


def test_release_under_embargo_is_no_news_yet():
    make_new("a", published_at=datetime(2027, 3, 16, tzinfo=UTC))

    assert days() == []


def test_release_that_only_repeats_or_of_which_all_is_sensitive_is_no_news():
    make_figure(make_series(make_indicator()), "2024", "1", mention_only=True)
    make_figure(make_series(make_indicator(kind="gevoelig")), "2024", "1")

    assert days() == []


@pytest.mark.parametrize(
    ("names", "title", "path"),
    [
        (["a"], "1 cijfer over ‘a’", "/monitor/indicator/a/"),
        (["a", "b"], "2 cijfers over ‘a’ en ‘b’", "/monitor/"),
        (["a", "b", "c"], "3 cijfers over onder meer ‘a’ en ‘c’", "/monitor/"),
    ],
)
def test_line_names_two_indicators_at_most(names, title, path):
    make_new(*names, source=make_source(title="Bron"))

    [line] = lines()

    assert (line.title, line.path, line.paragraphs) == (title, path, ("Bron: Bron.",))


def test_line_counts_no_further_than_it_says(monkeypatch):
    monkeypatch.setattr(whatsnew, "MOST_COUNTED", 2)
    series, release = make_series(make_indicator(name="a")), make_release()
    for year in ("2021", "2022", "2023"):
        make_figure(series, year, "1", release=release)

    assert [line.title for line in lines()] == ["Meer dan 2 cijfers over ‘a’"]


def test_line_tells_how_many_took_the_place_of_another_number():
    source = make_source(title="Bron")
    old, new = (make_release(source=source, version=version) for version in (1, 2))
    before, after = date(2024, 1, 1), date(2025, 1, 1)
    series = make_series(make_indicator(name="a"))
    for year, was, now in (("2021", "1", "2"), ("2022", "1", None), ("2023", "1", "1.0"), ("2024", None, "1")):
        make_figure(series, year, was, release=old, valid_from=before, valid_to=after)
        make_figure(series, year, now, release=new, valid_from=after)

    [_, line] = sorted(lines(), key=lambda line: line.item.version)

    assert line.title == "4 cijfers over ‘a’"
    assert line.paragraphs == ("Bron: Bron. Daarvan komen er 2 in de plaats van een ander getal.",)


def test_line_says_of_one_that_it_took_the_place_of_another_number():
    assert whatsnew.say_corrected(1) == " Daarvan komt er 1 in de plaats van een ander getal."


def test_withdrawal_is_told_with_its_reason():
    withdrawn = {"withdrawn_at": datetime(2027, 3, 2, tzinfo=UTC), "withdrawn_reason": "een tikfout."}
    release = make_release(source=make_source(title="Bron"), **withdrawn)
    make_figure(make_series(make_indicator()), "2024", "1", release=release, withdrawn_on=date(2027, 3, 2))

    [line] = lines()

    assert days() == [date(2027, 3, 2)]
    assert (line.title, line.paragraphs) == ("Cijfers ingetrokken: Bron", ("Een tikfout.",))
    assert line.address("stand=2027-03-10") == "/nieuw/?soort=correcties&stand=2027-03-10"


@pytest.mark.parametrize("sensitive", [True, False])
def test_line_is_as_sensitive_as_what_it_names(sensitive):
    indicator = make_indicator(speerpunt=make_speerpunt(sensitive=sensitive))
    make_figure(make_series(indicator), "2024", "1")

    assert [line.is_sensitive for line in lines()] == [sensitive]


def test_correction_names_its_category():
    series = make_series(make_indicator(name="a"), make_category(name="Noord"))
    make_figure(series, "2021", "1", valid_from=date(2020, 1, 1), valid_to=date(2021, 1, 1))
    make_figure(series, "2021", "2", valid_from=date(2021, 1, 1))

    [correction] = read_corrections(corrections(Indicator.objects.all(), TODAY))

    assert whatsnew.correction_line(correction).title == "a, 2021, Noord"
