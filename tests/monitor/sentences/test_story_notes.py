"""What stands beside the newest figure, and what is told of one that stands by itself."""

from decimal import Decimal

from monitor.sentences import story
from tests.monitor.sentences.figures import line

ONE_OFF = "Dit is een losse telling, niet te vergelijken met andere cijfers."


def test_story_of_a_one_off_count_sets_it_beside_no_other():
    counts = line("2022:98 2023:128", kind="losse-telling")

    assert story(counts) == f"In 2023 waren er 128 tests. {ONE_OFF}"
    assert story(line("2022:98 2023:128", figure={"one_off": True})) == f"In 2023 waren er 128 tests. {ONE_OFF}"


def test_story_of_a_one_off_count_that_is_provisional_says_so():
    assert story(line("2022:98* 2023:128*", kind="losse-telling")) == (
        f"In 2023 waren er 128 tests (voorlopig cijfer). {ONE_OFF}"
    )


def test_story_of_a_one_off_count_has_no_long_view():
    counts = line("2018:~5 2019:6 2020:niet 2021:7", breaks=["2019-01-01"], kind="losse-telling")

    assert story(counts) == f"In 2021 waren er 7 tests. {ONE_OFF}"
    assert story(line("2019:~5 2020:6 2021:7", kind="losse-telling")) == f"In 2021 waren er 7 tests. {ONE_OFF}"


def test_story_of_a_norm_and_of_what_is_sensitive_is_one_figure():
    assert story(line("2022:98 2023:90", "procent", kind="norm")) == (
        "In 2023 was het 90 procent. Dit is een norm of vuistregel, geen meting."
    )
    assert story(line("2022:98 2023:128", "overledenen", kind="gevoelig")) == "In 2023 ging het om 128 overledenen."


def test_story_carries_what_must_stand_beside_the_newest_figure():
    told = line("2023:98", remarks=["10 van de 12 instellingen deden mee."], figure={"second_hand": True})

    assert story(told, ["Het doel is 0 tests in 2030."]) == (
        "In 2023 waren er 98 tests. Dit cijfer is overgenomen uit een andere bron. "
        "10 van de 12 instellingen deden mee. Het doel is 0 tests in 2030."
    )
    assert story(line(""), ["Het doel is 0."]) == "Wij hebben hierover nog geen cijfer. Het doel is 0."


def test_story_tells_what_a_share_is_made_of():
    share = line("2022:54 2023:60", "procent", figure={"numerator": Decimal(1200), "denominator": Decimal(2000)})

    assert story(share) == "In 2023 was het 60 procent (1.200 van de 2.000), 6 procentpunt hoger dan in 2022."
