import re
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stroomop.lib.richtext import ATTRIBUTES, SCHEMES, TAGS, clean_html
from stroomop.models import Page
from tests.factories import make_page

HOSTILE = [
    "<script>alert(1)</script>",
    "<p onclick=alert(1)>Test.</p>",
    '<a href="javascript:alert(1)">Test.</a>',
    '<a href="JaVa\tScript:alert(1)">Test.</a>',
    '<a href="data:text/html,<script>alert(1)</script>">Test.</a>',
    '<a href="&#106;avascript:alert(1)">Test.</a>',
    "<img src=x onerror=alert(1)>",
    "<svg><script>alert(1)</script></svg>",
    '<svg><a xlink:href="javascript:alert(1)">Test.</a></svg>',
    "<math><mtext></p><style><img src=x onerror=alert(1)></style></mtext></math>",
    '<iframe src="https://example.org"></iframe>',
    "<style>body { display: none }</style>",
    '<p style="position: fixed">Test.</p>',
    '<form action="https://example.org"><input name=q><button>Test.</button></form>',
    '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
    "<<script>script>alert(1)<</script>/script>",
    '<a href="https://example.org" target="_blank" onmouseover="alert(1)">Test.</a>',
    '<base href="https://example.org/"><meta http-equiv="refresh" content="0"><link rel="stylesheet" href="x">',
    "<p>Test.<!-- <img src=x onerror=alert(1)> --></p>",
]
FRAGMENTS = [
    *HOSTILE,
    "<p>",
    "</p>",
    "<",
    ">",
    '"',
    "'",
    "&",
    "&lt;",
    "<a href='",
    "<!--",
    "]]>",
    "\0",
    "\u2028",
    "test",
]
HTML = st.lists(st.one_of(st.sampled_from(FRAGMENTS), st.text(max_size=20)), max_size=6).map("".join)


class Inventory(HTMLParser):
    """What a browser would make of a text: every element that we do not want."""

    def __init__(self) -> None:
        super().__init__()
        self.active: list[str] = []

    def handle_starttag(self, tag, attrs):
        if tag not in TAGS:
            self.active.append(tag)
        for name, value in attrs:
            # Browsers pass over white space and control characters; what then starts with no scheme is relative.
            scheme = re.match(r"([a-z][a-z0-9+.-]*):", re.sub(r"[\0-\x20]", "", value or "").lower())
            if name not in ATTRIBUTES.get(tag, ()) or (name == "href" and scheme and scheme[1] not in SCHEMES):
                self.active.append(f"{tag} {name}={value}")

    def handle_comment(self, data):
        self.active.append(f"<!--{data}-->")


def active_parts(html: str) -> list[str]:
    inventory = Inventory()
    inventory.feed(html)
    inventory.close()
    return inventory.active


@pytest.mark.parametrize("html", HOSTILE)
def test_cleaning_leaves_nothing_active(html):
    assert active_parts(clean_html(html)) == []


@given(HTML)
def test_cleaning_leaves_nothing_active_in_any_mixture(html):
    assert active_parts(clean_html(html)) == []


@given(HTML)
def test_cleaning_twice_changes_nothing_more(html):
    once = clean_html(html)

    assert clean_html(once) == once


def test_cleaning_keeps_the_marks_of_an_editor():
    html = (
        '<h3>Kop</h3><p>Tekst met <strong>nadruk</strong>, <em>meer</em> en een <a href="https://example.org">link</a>.'
        '</p><ul><li>Punt</li></ul><blockquote>Citaat</blockquote><p><a href="tel:113">113</a></p><table><tbody>'
        '<tr><th scope="row">Jaar</th><td>2021</td></tr></tbody></table>'
    )

    assert clean_html(html) == html


@pytest.mark.django_db
@pytest.mark.parametrize("html", HOSTILE)
def test_field_is_clean_after_save(html):
    page = make_page(body=html)

    assert (active_parts(Page.objects.get().body), page.body) == ([], Page.objects.get().body)


@pytest.mark.django_db
@pytest.mark.parametrize("html", HOSTILE)
def test_field_is_clean_after_bulk_create(html):
    Page.objects.bulk_create([Page(slug="test", title="Test", body=html)])

    assert active_parts(Page.objects.get().body) == []


@pytest.mark.django_db
@pytest.mark.parametrize("html", HOSTILE)
def test_field_is_clean_after_update(html):
    make_page()

    Page.objects.update(body=html)

    assert active_parts(Page.objects.get().body) == []


@pytest.mark.django_db
def test_field_is_clean_after_bulk_update():
    page = make_page()
    page.body = "<p onclick=alert(1)>Test.</p>"

    Page.objects.bulk_update([page], ["body"])

    assert Page.objects.get().body == "<p>Test.</p>"


def test_field_leaves_what_is_no_text_alone():
    assert Page._meta.get_field("body").get_prep_value(None) is None
