"""A correction comes after the mistake: otherwise a page of an earlier day would tell of what nobody knew yet."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError

from advies.models import News, Responsibility
from tests.factories import LONG_AGO, make_advies, make_news, make_organisation, make_responsibility

pytestmark = pytest.mark.django_db
BEFORE, DAY = date(2023, 12, 31), date(2024, 1, 1)
TOO_EARLY = ["Dit was eerder bekend dan wat het verbetert."]


def news(known_on: date | None) -> News:
    moment = LONG_AGO if known_on else None
    before = make_news(known_on=DAY)
    return News(slug="test", kind="besluit", title="Test", known_on=known_on, published_at=moment, supersedes=before)


def responsibility(known_on: date) -> Responsibility:
    before = make_responsibility(make_advies(), known_on=DAY)
    return Responsibility(
        advies=before.advies, organisation=make_organisation(), role="uitvoering", basis="titel", known_on=known_on,
        supersedes=before,
    )  # fmt: skip


@pytest.mark.parametrize("correction", [news, responsibility])
def test_correction_that_was_known_before_the_mistake_is_refused(correction):
    with pytest.raises(ValidationError) as refused:
        correction(BEFORE).full_clean()

    assert refused.value.messages == TOO_EARLY


@pytest.mark.parametrize("correction", [news, responsibility])
def test_correction_on_the_same_day_is_accepted(correction):
    item = correction(DAY)

    item.full_clean()
    item.save()

    assert item.supersedes.successor == item


def test_correction_that_is_still_a_draft_is_accepted():
    news(None).full_clean()


def test_correction_of_another_advies_is_refused():
    item = responsibility(DAY)
    item.advies = make_advies()

    with pytest.raises(ValidationError) as refused:
        item.full_clean()

    assert refused.value.message_dict == {"supersedes": ["Die regel hoort bij een ander advies."]}
