"""Numbers that occur nowhere else, put where the public may not see them: no address gives a single one away."""

import re
from datetime import UTC, date, datetime

import pytest

from monitor import publication, read_model
from monitor.models import Baseline, Category, Definition, Import, ImportRow, Target
from monitor.publication import publish, withdraw
from tests.factories import (
    make_category,
    make_indicator,
    make_observation,
    make_period,
    make_release,
    make_series,
    make_source,
    make_speerpunt,
)
from tests.monitor.gate import deliver, make_breakdown
from tests.monitor.public_bytes import ask, everything

pytestmark = pytest.mark.django_db
MOMENT = datetime(2999, 1, 1, tzinfo=UTC)
MARCH, JUNE = date(2024, 3, 1), date(2024, 6, 1)
# 27070 to 27099, as anybody might write them: 27073, 27.073, 27 073, 27,073, 27'073, 2,7073E4 and 2.7073e+04.
SPACES = " \N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}\N{THIN SPACE}"
PLANTED = re.compile(rf"27[.,'{SPACES}]?0[789]\d|2[.,]70[789]\d0*[eE]|27[.,]?0[789]\d")
# A number that may be seen, to know that what stands beside it was seen as well.
OPEN = re.compile(r"272[.,]?911")


@pytest.fixture
def indicator():
    """People in three regions, a half year and a national line with a gap."""
    make_breakdown("noord", "zuid", "west")
    return make_indicator(name="Testen", slug="geplant", smallest=30_000, speerpunt=make_speerpunt())


def plant(indicator):
    periods = "2022 2023 2023-H1"
    others = "land 500000 500001 250001\nzuid 200000 200017 100001\nwest 100000 272911 122000"
    first = deliver(indicator, f"{periods}\n{others}")
    note = "Dat zijn er 27073, of 27 073, of 2,7073E4."
    deliver(indicator, f"{periods}\nnoord 200027 27073 27074", first, note=note)
    publish([first])
    publish([deliver(indicator, "2023\nnoord 27077", known_on=MARCH, status="definitief", note="Eerst 27.073.")])
    publish(
        [deliver(indicator, "2023\nnoord 27078", known_on=MARCH, mention_only=True, note="27078 volgens de krant.")]
    )
    plant_national()
    plant_shares(indicator)
    plant_taken_back(indicator)
    plant_not_public(indicator)


def plant_national():
    """On the main line of a page with a chart and a target: a gap, and no word about how far it is."""
    national = make_indicator(smallest=30_000, direction="dalen")
    for nth, values in enumerate(("90000 80000 27075 40000 27076", "90000 80000 27079 40000 27080")):
        publish([deliver(national, f"2019 2020 2021 2022 2023\nland {values}", known_on=date(2024, 1 + nth, 1))])
    level = {"indicator": national, "value": 0, "period_code": "2030", "source": make_source(), "known_on": MARCH}
    Target.objects.create(kind="bereiken", **level)
    Baseline.objects.create(**level | {"value": 90000, "period_code": "2019"})
    Definition.objects.create(indicator=national, text="Wat er telt.")


def plant_shares(indicator):
    """What tells a hidden number in another way: a change in percent, a share with who it is made of, a rounded one."""
    change = make_indicator(measure="aandeel", derived_from=indicator, unit="procent")
    changed = deliver(change, "2022 2023\nnoord -27081 -27.082", note="Van 200027 naar 27083.")
    publish([changed, deliver(change, "2022 2023\nwest 1 2")])
    share = make_indicator(measure="aandeel", smallest=30_000, unit="procent")
    release = make_release(published_at=None)
    for name, numerator, denominator in (
        ("land", 90_000, 900_000),
        ("noord", 27_084, 227_085),
        ("west", 31_000, 99_000),
    ):
        deliver(share, f"2023\n{name} 11", release, numerator=numerator, denominator=denominator)
    publish([release])
    rounded = make_indicator(rounding=1000)
    publish([deliver(rounded, "2021 2022 2023\nland 27086 27087 527088", note="Precies 27086.", numerator=27_089)])


def plant_taken_back(indicator):
    small, told = deliver(indicator, "2022\nnoord 27090"), deliver(indicator, "2021\nland 527091", note="527091!")
    publish([small, told])
    withdraw([small], "Fout.")
    withdraw([told], "Te veel gezegd.", keeps_secret=True)


def plant_not_public(indicator):
    publish([deliver(indicator, "2024\nland 527092")], MOMENT)
    deliver(indicator, "2024\nland 527093")
    boys = make_category(name="jongens")
    two, release = make_series(indicator, Category.objects.get(slug="noord"), boys), make_release(published_at=None)
    make_observation(two, "2023", "527094", release=release)
    sensitive, draft, gone = make_indicator(kind="gevoelig"), make_indicator(published_at=None), make_indicator()
    releases = [deliver(one, f"2023\nland 52709{5 + nth}") for nth, one in enumerate((sensitive, draft, gone))]
    publish([release, *releases])
    gone.archived_at = datetime(2025, 1, 1, tzinfo=UTC)
    gone.save()
    batch = Import.objects.create(name="cijfers.csv", handed_in_at=MOMENT, read_on=MARCH, message="27098")
    ImportRow.objects.create(batch=batch, number=2, outcome="nieuw", value="27099", content={"value": "27099"})
    make_period("2025")


def test_planted_numbers_are_in_no_public_byte(client, indicator):
    plant(indicator)

    site = everything(client)

    assert {address: found for address, body in site.items() if (found := PLANTED.findall(body))} == {}
    own = {"/monitor/cijfers.csv", "/monitor/indicator/geplant/", "/monitor/indicator/geplant/cijfers.csv"}
    assert {address for address, body in site.items() if OPEN.search(body) and "?" not in address} == own
    assert {"/sitemap.xml", "/robots.txt", "/nieuw/?soort=correcties", "/monitor/?stand=2024-03-01"} <= site.keys()
    assert {f"{address}?stand={day}" for address in own for day in ("2023-06-01", "2024-01-01")} <= site.keys()


@pytest.mark.parametrize(
    "number",
    ["27073", "27.073", "27 073", "27\N{NO-BREAK SPACE}073", "27,073", "2,7073E4", "2.7073e+04", "227091", "-27.082"],
)
def test_planted_number_is_found_however_it_is_written(number):
    assert PLANTED.search(f"in {number} gevallen")


def leaking(client):
    """Those of the addresses of the indicator that tell a planted number."""
    own = "/monitor/indicator/geplant/"
    pages = ["/monitor/", "/monitor/cijfers.csv", own, f"{own}cijfers.csv", f"{own}?stand=2024-01-01"]
    return [page for page in pages if PLANTED.search(ask(client, page))], pages


def test_planted_numbers_are_found_when_the_gate_leaks(client, indicator, monkeypatch):
    """Or the test above would prove nothing."""
    monkeypatch.setattr(publication, "hidden_cells", lambda said, layout: frozenset())
    plant(indicator)

    found, pages = leaking(client)

    assert found == pages


def test_planted_note_is_found_when_the_gate_leaves_it(client, indicator, monkeypatch):
    as_shown = read_model.as_shown

    def with_note(one, *args, **kwargs):
        return as_shown(one, *args, **kwargs)._replace(note=one.note)

    monkeypatch.setattr(read_model, "as_shown", with_note)
    plant(indicator)

    found, pages = leaking(client)

    assert found == pages[1:4]
