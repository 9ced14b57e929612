"""The command that looks whether links still work: on sites of the test, on days that the test chooses."""

from datetime import UTC, date, datetime, timedelta
from io import StringIO

import pytest
from django.core.cache import cache
from django.core.management import CommandError, call_command
from django.db import IntegrityError, transaction

from stroomop.lib import clock
from stroomop.lib.visiting import Result, Visit
from stroomop.links import looking
from stroomop.links.looking import CheckError, Report, check_links, visit_all
from stroomop.models import LinkCheck
from tests import factories as make
from tests.stroomop.web_server import serving, status

pytestmark = pytest.mark.django_db
FIRST = datetime(2026, 11, 1, 12, tzinfo=UTC)
GONE = Visit(Result.FAILS, "De pagina is er niet meer (404).")
CLOSED = Visit(Result.UNSEEN, "De site laat onze controle niet toe (403).")
WORKS = Visit(Result.WORKS)


@pytest.fixture(autouse=True)
def first_day():
    with clock.fixed_at(FIRST):
        yield


def run(day=0, limit=100):
    with clock.fixed_at(FIRST + timedelta(days=day)):
        return check_links(limit, pause=0, own_network=True)


def rows():
    """Each address by the last part of it."""
    fields = ("address", "outcome", "words", "failures", "failing_since", "last_failed_on")
    return {
        address.rpartition("/")[2]: rest for address, *rest in LinkCheck.objects.order_by("pk").values_list(*fields)
    }


def put(*addresses):
    return [make.make_story(source_url=address) for address in addresses]


def test_links_are_visited_and_remembered(settings):
    settings.SITE_URL = "https://portaal.test"
    with serving(goed=status(200), dicht=status(403)) as site:
        put(site.address("/goed"), site.address("/weg"), site.address("/dicht"))

        assert run() == Report(visited=3, failed=1, unseen=1, dead=0)
        assert set(site.agents) == {"StroomOP-linkcontrole (+https://portaal.test)"}
    day = FIRST.date()
    assert rows() == {
        "goed": ["werkt", "", 0, None, None],
        "weg": ["mislukt", "De pagina is er niet meer (404).", 1, day, day],
        "dicht": ["onbekend", "De site laat onze controle niet toe (403).", 0, None, None],
    }


def test_link_that_stands_twice_is_visited_once():
    with serving(goed=status(200)) as site:
        put(site.address("/goed"), site.address("/goed#kop"))

        assert run() == Report(1, 0, 0, 0)
        assert site.asked == [("HEAD", "/goed")]


def test_link_is_dead_after_three_days_and_alive_as_soon_as_it_works():
    with serving() as site:
        put(site.address("/weg"))

        assert [run(day).dead for day in (0, 0, 1, 5, 6)] == [0, 0, 0, 1, 1]
        assert rows()["weg"][2:] == [4, date(2026, 11, 1), date(2026, 11, 7)]
        site.answers["/weg"] = status(200)
        assert run(7) == Report(1, 0, 0, 0)
    assert rows() == {"weg": ["werkt", "", 0, None, None]}


def test_link_is_looked_at_once_a_day():
    with serving(goed=status(200)) as site:
        put(site.address("/goed"))

        assert [run(day).visited for day in (0, 0, 0.4, 0.6, 1)] == [1, 0, 0, 1, 0]


def test_link_that_nobody_has_any_more_is_forgotten():
    with serving(goed=status(200)) as site:
        story, archived, _ = put(site.address("/een"), site.address("/twee"), site.address("/goed"))
        run()
        story.source_url = ""
        story.save()
        archived.archived_at = clock.now() - timedelta(hours=1)
        archived.save()
        run()

    assert list(rows()) == ["goed"]


def test_those_that_waited_longest_come_first():
    with serving(**{name: status(200) for name in "abc"}) as site:
        put(*[site.address(f"/{name}") for name in "abc"])

        for day in range(2):
            run(day, limit=2)

        assert [path for _, path in site.asked] == ["/a", "/b", "/c", "/a"]


def test_two_failures_on_one_day_are_one():
    check = LinkCheck.objects.create(address="https://bron.test/")
    check.remember(GONE)
    check.remember(GONE)

    assert rows()[""][2:] == [1, FIRST.date(), FIRST.date()]


def test_a_site_that_lets_nobody_look_changes_nothing():
    check = LinkCheck.objects.create(address="https://bron.test/")
    for day, visit in enumerate([GONE, CLOSED, GONE, CLOSED, GONE, CLOSED]):
        with clock.fixed_at(FIRST + timedelta(days=day)):
            check.remember(visit)

    assert (check.is_dead, check.outcome, check.failures, check.failing_since) == (True, "onbekend", 3, FIRST.date())
    check.remember(WORKS)
    assert (check.is_dead, check.failures, check.failing_since) == (False, 0, None)


@pytest.mark.parametrize(
    "fields",
    [
        {"failures": 1},
        {"failing_since": date(2026, 1, 1), "last_failed_on": date(2026, 1, 1)},
        {"failures": 2, "failing_since": date(2026, 1, 2), "last_failed_on": date(2026, 1, 1)},
    ],
)
def test_database_keeps_failures_and_their_days_together(fields):
    with pytest.raises(IntegrityError), transaction.atomic():
        LinkCheck.objects.create(address="https://bron.test/", **fields)


def test_address_is_called_by_itself():
    assert str(LinkCheck(address="https://bron.test/")) == "https://bron.test/"


def test_machine_without_the_internet_blames_no_link():
    put("http://een.invalid/", "http://twee.invalid/", "http://127.0.0.1:9/")

    with pytest.raises(CommandError, match=r"^Nothing is remembered of any visit\. No site answered"):
        call_command("check_links")

    assert {row[0] for row in rows().values()} == {"nieuw"}


def test_one_site_that_does_not_answer_is_a_failure():
    with serving(goed=status(200)) as site:
        put("http://een.invalid/", site.address("/goed"))

        assert run() == Report(2, 1, 0, 0)


def test_second_run_waits_for_the_first():
    with serving(goed=status(200)) as site:
        put(site.address("/goed"))
        cache.add(looking.LOCK, True)
        with pytest.raises(CheckError, match=r"^Another run is still looking\.$"):
            run()
        cache.delete(looking.LOCK)

        assert run().visited == 1
        assert cache.get(looking.LOCK) is None


def test_sites_get_time_between_two_visits():
    with serving(a=status(200), b=status(200)) as site:
        checks = [LinkCheck(address=site.address(path)) for path in ("/a", "/b")]
        before = looking.time.monotonic()
        visits = list(visit_all(checks, "Test", 0.2, own_network=True))

        assert visits == [WORKS, WORKS]
        assert looking.time.monotonic() - before >= 0.2


def test_command_tells_what_it_did_and_visits_no_server_of_ours():
    with serving(goed=status(200)) as site:
        put(site.address("/goed"))
        out = StringIO()
        call_command("check_links", "--limit=5", stdout=out)

        assert site.asked == []
    assert out.getvalue() == ("1 links visited: 1 failed, 0 would not let us look. 0 failed on 3 days or more.\n")
    assert rows() == {
        "goed": ["mislukt", "Het adres leidt naar een netwerk dat niet openbaar is.", 1, FIRST.date(), FIRST.date()]
    }


@pytest.mark.parametrize("limit", ["0", "-1"])
def test_command_wants_something_to_do(limit):
    with pytest.raises(CommandError, match=r"^--limit must be 1 or more\.$"):
        call_command("check_links", f"--limit={limit}")
