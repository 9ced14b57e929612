"""What others see of a page: those who show its address, and search engines."""

import json
import re
from html import unescape

import pytest

from tests.factories import (
    make_advies,
    make_event,
    make_indicator,
    make_initiative,
    make_lesson,
    make_organisation,
    make_page,
    make_person,
    make_project,
    make_publication,
    make_story,
    make_theme,
    make_veranderopgave,
)

pytestmark = pytest.mark.django_db

HOSTILE = "</script><script>alert(1)</script><!-- \"quoted\" & 'more'"
# Each with the field that its title is.
MAKERS = {
    make_project: "name",
    make_organisation: "name",
    make_person: "name",
    make_initiative: "name",
    make_theme: "name",
    make_veranderopgave: "name",
    make_indicator: "name",
    make_lesson: "title",
    make_publication: "title",
    make_story: "title",
    make_event: "title",
    make_page: "title",
    make_advies: "short_name",
}
LISTS = [
    "/",
    "/adviezen/",
    "/projecten/",
    "/veranderopgaven/",
    "/geleerd/",
    "/themas/",
    "/organisaties/",
    "/mensen/",
    "/publicaties/",
    "/verhalen/",
    "/agenda/",
    "/alternatieven/",
    "/meedoen/",
    "/begrippen/",
    "/monitor/",
]
DESCRIBED = {
    make_project: ("Project", "name"),
    make_organisation: ("Organization", "name"),
    make_person: ("Person", "name"),
    make_event: ("WebPage", "name"),
    make_story: ("Article", "headline"),
    make_publication: ("Report", "name"),
}
every_kind = pytest.mark.parametrize("make", MAKERS, ids=lambda make: make.__name__)


def head(client, url) -> str:
    return client.get(url).content.decode().partition("</head>")[0]


def shared(html: str) -> dict[str, str]:
    """What stands in the head for those who show the address elsewhere, as it is written there."""
    return dict(re.findall(r'<meta (?:property|name)="((?:og|twitter):\w+)" content="([^"]*)">', html))


def own(html: str) -> tuple[str, str]:
    """Title and description of the page itself, as they are written there."""
    title = re.findall(r"<title>(.*?)</title>", html, re.DOTALL)
    description = re.findall(r'<meta name="description" content="([^"]*)">', html)
    assert (len(title), len(description)) == (1, 1)
    return title[0], description[0]


def blocks(html: str) -> list[str]:
    return re.findall(r'<script type="application/ld\+json">(.*?)</script>', html, re.DOTALL)


@pytest.mark.parametrize("url", LISTS)
def test_list_is_shared_under_its_own_words(client, url):
    html = head(client, url)

    title, description = own(html)
    assert shared(html) == {
        "og:title": title,
        "og:description": description,
        "og:image": "https://portaal.test/static/img/share.png",
        "og:type": "website",
        "og:site_name": "StroomOP",
        "og:locale": "nl_NL",
        "twitter:card": "summary_large_image",
        "og:url": f"https://portaal.test{url}",
    }


@every_kind
def test_item_is_shared_under_its_own_words_escaped_once(client, make):
    item = make(**{MAKERS[make]: "A & \"B\" 'C' <D>"})

    html = head(client, item.get_absolute_url())

    facts, (title, description) = shared(html), own(html)
    assert (facts["og:title"], facts["og:description"]) == (title, description)
    assert unescape(title).count("A & \"B\" 'C' <D>") == 1
    assert facts["og:url"] == f"https://portaal.test{item.get_absolute_url()}"


def test_picture_for_sharing_is_there(client, settings):
    address = shared(head(client, "/"))["og:image"]

    assert address.startswith("https://portaal.test/static/")
    assert (settings.BASE_DIR / "static" / address.partition("/static/")[2]).is_file()


@every_kind
def test_hostile_title_stays_words(client, make):
    item = make(**{MAKERS[make]: HOSTILE[:60]})

    html = client.get(item.get_absolute_url()).content.decode()

    assert ("alert(1)" in html, "<script>alert" in html) == (True, False)
    assert html.count("<script") == html.count("</script") == len(blocks(html))


@every_kind
def test_item_describes_itself_where_search_engines_have_a_word_for_it(client, make):
    item = make(**{MAKERS[make]: HOSTILE[:60]})

    found = [json.loads(block) for block in blocks(head(client, item.get_absolute_url()))]

    kind, name = DESCRIBED.get(make, (None, None))
    told = [(fact["@context"], fact["@type"], fact["url"], fact.get(name)) for fact in found]
    url = f"https://portaal.test{item.get_absolute_url()}"
    assert told == ([("https://schema.org", kind, url, HOSTILE[:60])] if kind else [])


def test_hostile_words_cannot_end_the_block(client):
    project = make_project(summary=HOSTILE)

    (block,) = blocks(head(client, project.get_absolute_url()))

    assert re.findall("[<>&]", block) == []
    assert json.loads(block)["description"] == HOSTILE
