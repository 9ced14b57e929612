"""The table of what we keep: on the privacy page, in the documents, and nowhere else."""

import pytest

from stroomop.privacy import document
from stroomop.privacy.table import RULES, TABLE
from tests.factories import make_page
from tests.pages import main, rows


@pytest.mark.django_db
def test_privacy_page_shows_the_table_below_its_text(client):
    page = make_page(slug="privacy", title="Privacy")

    response = client.get(page.get_absolute_url())

    shown = [[kept.who, *(f"{words}." for words in (kept.what, kept.why, kept.ground, kept.period))] for kept in TABLE]
    assert rows(response) == shown
    assert main(response).index("<p>Test.</p>") < main(response).index('id="bewaren"')


@pytest.mark.django_db
def test_other_pages_have_no_table(client):
    assert rows(client.get(make_page(slug="over").get_absolute_url())) == []


@pytest.mark.django_db
def test_privacy_page_asks_no_more_than_another(client, django_assert_num_queries):
    page = make_page(slug="privacy")

    with django_assert_num_queries(5):
        client.get(page.get_absolute_url())


def test_document_has_the_same_table():
    text = document.path().read_text(encoding="utf-8")

    assert text == document.with_table(text)
    assert text.count("\n| ") == len(TABLE) + 2


@pytest.mark.django_db
def test_every_rule_can_be_asked():
    assert [(rule.name, rule.past().count()) for rule in RULES] == [(rule.name, 0) for rule in RULES]
