"""The counts of isolation of 2019 and of 2020/2021 differ in length and in who took part. Should staff publish them: on
no page and in no file do they stand on one line, bar or percentage."""

import re
from itertools import permutations

import pytest
from django.db import transaction
from django.test import Client

from advies.models import Advies
from monitor.models import Indicator
from monitor.publication import refresh_indicators
from projects.models import Project
from stroomop.content import load_content
from stroomop.lib import clock
from tests.factories import make_advies_indicator, make_project_indicator
from tests.monitor.public_bytes import ask, links, named
from tests.pages import list_rows, main, offers_help, words

CODES = [
    "GEDWONGEN_AFZONDERING",
    "GEDWONGEN_AFZONDERING_CEL",
    "GEDWONGEN_AFZONDERING_KAMER_PCT",
    "JZP_AFZ_TELLENDE_INSTELLINGEN",
]
FIRST, SECOND = re.compile(r"(?<![\d.])860(?!\.?\d)"), re.compile(r"(?<![\d.])1\.?613(?!\.?\d)")
# What somebody would work out of the two: 753 more, which is 88 percent, or 187 percent of it; 47 percent less, or 53.
WORKED_OUT = re.compile(r"(?<![\d.])(753|(87|88|187|188|47|53)([.,]\d+)?\s*(%|procent))")
# Whatever a reader takes in at once. In a page: a sentence or line of a list, a row, a drawing, what is shared.
AT_ONCE = re.compile(r"<(tr|p|li|dd|h1|h2|h3|figcaption|svg|title)\b.*?</\1>|<meta[^>]*>", re.DOTALL)
COMPARED = re.compile(r"\b(meer|minder|hoger|lager|evenveel|stijging|daling|verschil)\b")
DAYS = ["", "?stand=2020-01-01", "?stand=2022-01-01", "?stand=2026-11-22"]

# One process loads the content and asks all pages, once.
pytestmark = [pytest.mark.django_db, pytest.mark.xdist_group("isolation")]


@pytest.fixture(scope="module", autouse=True)
def site(django_db_setup, django_db_blocker):
    """What the portal answers with our content, and in it the counts of isolation published. What a test changes is
    undone to here."""
    with django_db_blocker.unblock(), transaction.atomic():
        load_content()
        isolation().update(published_at=clock.now())
        refresh_indicators(isolation())
        yield everywhere(Client())
        transaction.set_rollback(True)


def isolation():
    return Indicator.objects.filter(code__in=CODES)


def everywhere(client):
    """All that tells of these indicators, or of all; what those pages lead to in the Monitor; on several days."""
    own = list(isolation().values_list("slug", flat=True))
    first = {
        address
        for address in named()
        if address.startswith(("/monitor/", "/nieuw/"))
        and ("/indicator/" not in address or any(f"/{slug}/" in address for slug in own))
    }
    first |= {"/", "/nieuw/?soort=correcties", "/projecten/ik-laat-je-niet-alleen/"}
    first |= {f"/monitor/vergelijk/?cijfer={one}&cijfer={other}" for one, other in permutations(own, 2)}
    pages = {address: ask(client, address) for address in sorted(first)}
    others = {link for body in pages.values() for link in links(body, "/") if link.startswith("/monitor/")}
    others = {link for link in others if "/indicator/" not in link or any(f"/{slug}/" in link for slug in own)}
    asked = {f"{address}{day}" for address in first | others for day in DAYS if not (day and "?" in address)}
    return {address: ask(client, address) for address in sorted(asked)}


def at_once(address, body):
    if "text/csv" in body.partition("\n")[0]:
        return body.splitlines()
    return [match[0] for match in AT_ONCE.finditer(body)] or [body]


def test_isolation_counts_never_stand_together(site):
    pieces = [(address, piece) for address, body in site.items() for piece in at_once(address, body)]

    assert [found for found in pieces if FIRST.search(found[1]) and SECOND.search(found[1])] == []
    own = {"/monitor/indicator/gedwongen-afzonderingen/", "/monitor/indicator/gedwongen-afzonderingen/cijfers.csv"}
    for count in (FIRST, SECOND):
        assert own | {"/monitor/cijfers.csv"} <= {address for address, piece in pieces if count.search(piece)}


def test_isolation_counts_are_drawn_nowhere(site):
    pages = {address: body.partition("<main")[2].partition("</main>")[0] for address, body in site.items()}
    drawings = {address: re.findall("<svg.*?</svg>", page, re.DOTALL) for address, page in pages.items()}

    assert {address: found for address, found in drawings.items() if "afzonder" in address and found} == {}
    every = [words(drawing) for found in drawings.values() for drawing in found]
    assert [told for told in every if FIRST.search(told) or SECOND.search(told)] == []


def test_isolation_counts_are_held_against_nothing(site):
    own = {address: words(body) for address, body in site.items() if "afzonder" in address}

    assert len(own) >= len(CODES) * 2 * len(DAYS)
    assert {address: found[0] for address, told in own.items() if (found := WORKED_OUT.search(told))} == {}
    sentences = [one for told in own.values() for one in re.split(r"(?<=[.!?])\s", told)]
    with_count = [one for one in sentences if FIRST.search(one) or SECOND.search(one)]
    assert [one for one in with_count if COMPARED.search(one)] == []


def test_page_of_the_isolation_counts_shows_both_and_says_that_they_cannot_be_compared(client):
    response = client.get(isolation().get(code=CODES[0]).get_absolute_url())

    told = words(main(response))
    assert (bool(FIRST.search(told)), bool(SECOND.search(told)), offers_help(response)) == (True, True, True)
    assert "niet te vergelijken" in told
    assert "Je kunt deze aantallen dus niet met elkaar vergelijken." in told


def test_isolation_counts_beside_an_advies_or_a_project_are_a_name_alone(client):
    counts, advies = isolation().get(code=CODES[0]), Advies.objects.get(number=8)
    project = Project.objects.get(slug="ik-laat-je-niet-alleen")
    make_advies_indicator(advies, counts)
    make_project_indicator(project, counts)

    found = [list_rows(client.get(item.get_absolute_url())) for item in (advies, project)]

    assert [rows.count(counts.name) for rows in found] == [1, 1]
