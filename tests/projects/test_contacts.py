"""Whom a reader can ask about a project."""

from datetime import date

import pytest

from tests.factories import make_organisation, make_project
from tests.pages import texts

pytestmark = pytest.mark.django_db


def contact(client, *parties) -> str:
    """What the page says after taking part: for each party its role, and its name and website as far as known."""
    project = make_project(checked_on=date(2026, 11, 22))
    for role, fields in parties:
        project.participations.create(organisation=make_organisation(**fields), role=role)
    response = client.get(project.get_absolute_url())
    return dict(zip(texts(response, "dt"), texts(response, "dd"), strict=True))["Contact"]


LEAD = ("trekker", {"name": "Trekker"})
PARTNER = ("partner", {"name": "Partner", "website": "https://example.org"})


def test_contact_is_who_leads_the_project(client):
    assert contact(client, PARTNER, LEAD) == "Trekker (nagekeken op 22 november 2026)"


def test_contact_is_a_partner_with_a_website_when_nobody_leads(client):
    silent = ("partner", {"name": "Stil"})

    assert contact(client, silent, PARTNER) == "Partner, website (nagekeken op 22 november 2026)"


def test_contact_that_is_unknown_is_a_way_to_ask(client):
    words = "Stel je vraag over dit project (wie er meer van weet, is onbekend)"

    assert contact(client, ("financier", {"name": "Betaler", "website": "https://example.org"})) == words


def test_former_party_is_named_without_a_link(client):
    assert contact(client, ("trekker", {"name": "Weg", "archived_at": "2026-01-01T00:00Z"})) == (
        "Weg (nagekeken op 22 november 2026)"
    )
