"""Our own content, walked through as a reader would: from link to link, starting at home."""

import re
from collections import deque
from dataclasses import dataclass, field
from html import unescape
from urllib.parse import urldefrag, urljoin

import pytest
from django.apps import apps

from projects.models import PublicPage
from stroomop.content import load_content

pytestmark = pytest.mark.django_db

NOT_FOR_READERS = ("/beheer/", "/static/", "/media/")


@dataclass
class Site:
    """What was found: the answer of each address, and which places in a page are there and which are asked for."""

    answers: dict[str, int] = field(default_factory=dict)
    places: set[str] = field(default_factory=set)
    asked: set[str] = field(default_factory=set)


def inside(html: str, address: str) -> set[str]:
    """The links of a page that stay on this site."""
    found = [urljoin(address, unescape(link)) for link in re.findall(r'href="([^"]*)"', html)]
    return {link for link in found if link.startswith("/") and not link.startswith(("//", *NOT_FOR_READERS))}


def crawl(client) -> Site:
    site, known, waiting = Site(), {"/"}, deque(["/"])
    while waiting:
        address = waiting.popleft()
        response = client.get(address)
        site.answers[address] = response.status_code
        if response["Content-Type"].startswith("text/html"):
            html = response.content.decode()
            links = inside(html, address)
            site.places |= {f"{address}#{place}" for place in re.findall(r' id="([^"]+)"', html)}
            site.asked |= {link for link in links if "#" in link}
            new = {urldefrag(link).url for link in links} - known
            known |= new
            waiting.extend(sorted(new))
    return site


@pytest.mark.scale
def test_every_link_answers_and_every_page_is_reached(client):
    load_content()

    site = crawl(client)

    assert {address: status for address, status in site.answers.items() if status != 200} == {}
    assert site.asked - site.places == set()
    models = [model for model in apps.get_models() if issubclass(model, PublicPage)]
    pages = [item for model in models for item in model.objects.published() if item.slug]
    assert len(models) == 15
    assert {item.get_absolute_url() for item in pages} - site.answers.keys() == set()
