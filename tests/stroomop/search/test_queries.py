"""The questions of queries.yaml, asked of our own content: on any database the same first hit."""

from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import parse_qs, urlencode

import pytest
import yaml
from django.core.cache import cache
from pytest_django.plugin import DjangoDbBlocker

from stroomop.content import load_content
from stroomop.lib import clock
from stroomop.search.index import rebuild
from tests.pages import links
from tests.rollback import rolled_back

pytestmark = [pytest.mark.django_db, pytest.mark.xdist_group("content of search")]

QUERIES = yaml.safe_load(Path(__file__).with_name("queries.yaml").read_text())


@pytest.fixture(scope="module", autouse=True)
def _our_content(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    cache.clear()
    with django_db_blocker.unblock(), rolled_back():
        with clock.fixed_at(datetime(2026, 11, 22, 12, tzinfo=UTC)):
            load_content()
        # The transaction around all of this never ends.
        rebuild()
        yield
    cache.clear()


def test_there_are_twenty_questions_of_each_kind():
    kinds = Counter(
        "misspelt or hostile" if query["who"] in ("misspelt", "hostile") else query["who"] for query in QUERIES
    )

    assert kinds == {"jongere": 20, "professional": 20, "misspelt or hostile": 20}


@pytest.mark.parametrize("query", QUERIES, ids=[str(number) for number in range(1, len(QUERIES) + 1)])
def test_question_is_answered_as_a_reader_expects(client, query):
    response = client.get(f"/zoeken/?{urlencode({'q': query['q']})}")

    found = response.context["hits"] if "kinds" in response.context else []
    suggestion = response.context.get("suggestion", "")
    assert {"first": found[0].url if found else "", "did_you_mean": suggestion} == {
        "first": query.get("first", ""),
        "did_you_mean": query.get("did_you_mean", ""),
    }


@pytest.mark.parametrize("query", [query for query in QUERIES if "did_you_mean" in query], ids=lambda query: query["q"])
def test_what_is_suggested_finds_something(client, query):
    # Help may stand above it.
    response = client.get(f"/zoeken/?{urlencode({'q': query['q']})}")
    suggested = next(link for link in links(response) if link.startswith("/zoeken/"))

    assert parse_qs(suggested.partition("?")[2]) == {"q": [query["did_you_mean"]]}
    assert client.get(suggested).context["hits"] != []
