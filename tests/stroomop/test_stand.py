"""What a page about one day says of that day: above, below, and to search engines."""

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime

import pytest
from django.http import QueryDict
from django.template.loader import render_to_string

from stroomop.lib import clock
from stroomop.lib.stand import Stand, read_stand
from tests.pages import words

NOINDEX = '<meta name="robots" content="noindex">'


@pytest.fixture(autouse=True)
def _a_day_after_the_launch() -> Iterator[None]:
    with clock.fixed_at(datetime(2027, 3, 15, 12, tzinfo=UTC)):
        yield


def notice(query: str) -> str:
    context = {"stand": read_stand(QueryDict(query)), "url": "/test/"}
    return render_to_string("components/stand_notice.html", context)


def form(query: str, title: str = "Test", url: str = "https://portaal.test/test/", **context: object) -> str:
    context |= {"stand": read_stand(QueryDict(query)), "title": title, "url": url}
    return render_to_string("components/stand_form.html", context)


def citation(html: str) -> str:
    return words(html.partition('<p class="citation">')[2].partition("</p>")[0])


@pytest.mark.parametrize("query", ["", "stand=2027-03-15"])
def test_page_of_today_has_no_notice(query):
    assert notice(query).strip() == ""


def test_page_before_the_launch_says_that_it_was_compiled_afterwards():
    html = notice("stand=2023-05-01")

    assert words(html) == (
        "Zoals bekend op 1 mei 2023 "
        "Je ziet wat op die dag openbaar was. Korte namen en uitleg zijn wel die van nu. "
        "Bekijk de stand van vandaag "
        "Achteraf samengesteld: dit portaal bestaat sinds 22 november 2026. "
        "We zochten later op wat toen al in openbare bronnen stond."
    )
    assert '<time datetime="2023-05-01">' in html
    assert re.findall('href="(.*?)"', html) == ["/test/"]
    assert "alert" not in html


def test_page_since_the_launch_was_not_compiled_afterwards():
    assert words(notice("stand=2026-11-22")) == (
        "Zoals bekend op 22 november 2026 "
        "Je ziet wat op die dag openbaar was. Korte namen en uitleg zijn wel die van nu. "
        "Bekijk de stand van vandaag"
    )


def test_day_that_cannot_be_shown_is_told_at_once():
    html = notice("stand=2040-01-01")

    assert 'class="notice notice-let-op" role="alert"' in html
    assert words(html) == (
        "Die dag kunnen we niet tonen 1 januari 2040 ligt in de toekomst. "
        "Kies vandaag of een eerdere dag. Je ziet de stand van vandaag."
    )


@pytest.mark.parametrize("text", ["<script>alert(1)", '"><img src=x onerror=1>', "{{ 1 }}{% now %}", "a&amp;b"])
def test_what_was_typed_stays_text(text):
    query = QueryDict(mutable=True)
    query["stand"] = text

    html = notice(query.urlencode())

    assert set(re.findall("<([a-z]+)", html)) == {"div", "p"}
    assert f"“{text[:20]}" in words(html)


@pytest.mark.parametrize(
    ("query", "day"),
    [("", "2027-03-15"), ("stand=2023-05-01", "2023-05-01"), ("stand=morgen", "2027-03-15")],
)
def test_form_begins_with_the_day_of_the_page(query, day):
    html = form(query)

    assert f'<input type="date" name="stand" id="id_stand" max="2027-03-15" value="{day}">' in html
    assert '<label for="id_stand">Toon wat er bekend was op</label>' in html
    # Without an action the answer comes from the page itself, also where that has another address than the site's own.
    assert '<form class="stand-form" method="get">' in html


def test_form_keeps_what_else_the_page_was_asked():
    html = form("", kept=[("cijfer", "a"), ("deel", "x:y")])

    hidden = re.findall('type="hidden" name="(.*?)" value="(.*?)"', html)
    assert (hidden, 'type="hidden"' in form("")) == ([("cijfer", "a"), ("deel", "x:y")], False)


@pytest.mark.parametrize(("query", "is_open"), [("", False), ("stand=2023-05-01", False), ("stand=morgen", True)])
def test_form_is_open_for_who_has_to_choose_again(query, is_open):
    assert ('<details class="no-print" open>' in form(query)) == is_open


@pytest.mark.parametrize(
    ("query", "day", "parameter"),
    [
        ("", "15 maart 2027", "2027-03-15"),
        ("stand=2023-05-01", "1 mei 2023", "2023-05-01"),
        ("stand=morgen", "15 maart 2027", "2027-03-15"),
    ],
)
def test_citation_names_the_day_and_the_address_of_that_day(query, day, parameter):
    assert citation(form(query, title="Twaalf <adviezen> & meer")) == (
        f"StroomOP-portaal, Twaalf <adviezen> & meer, zoals bekend op {day}, "
        f"https://portaal.test/test/?stand={parameter} (bekeken op 15 maart 2027)."
    )


def test_citation_of_a_further_part_of_a_list_keeps_that_part():
    html = form("stand=2023-05-01", url="https://portaal.test/test/?pagina=2")

    assert "https://portaal.test/test/?pagina=2&stand=2023-05-01 (" in citation(html)


@pytest.mark.parametrize(
    ("context", "kept_out"),
    [
        ({"stand": Stand(date(2023, 5, 1), chosen=True)}, True),
        ({"stand": Stand(date(2027, 3, 15), chosen=True)}, True),
        ({"stand": Stand(date(2027, 3, 15))}, False),
        ({"stand": Stand(date(2027, 3, 15), fault="Test.")}, False),
        ({}, False),
    ],
)
def test_chosen_day_is_kept_from_search_engines(context, kept_out):
    html = render_to_string("base.html", context | {"canonical_url": "https://portaal.test/test/"})

    assert (NOINDEX in html) == kept_out
    assert '<link rel="canonical" href="https://portaal.test/test/">' in html
