"""When what is saved can be found: here with real transactions."""

import pytest
from django.db import transaction

from projects.models import Project
from stroomop.lib import clock
from tests.factories import make_project
from tests.rollback import rolled_back
from tests.stroomop.search.asked import titles

pytestmark = pytest.mark.django_db(transaction=True)


def test_saved_item_is_found_right_after_its_transaction():
    with transaction.atomic():
        project = make_project(name="Alfa")
        project.name = "Beta"
        project.save()
        while_open = titles("beta")

    assert (while_open, titles("beta"), titles("alfa")) == ([], ["Beta"], [])


def test_item_that_is_taken_back_is_never_found():
    with rolled_back():
        make_project(name="Alfa")
    with transaction.atomic():
        make_project(name="Beta")
        with rolled_back():
            make_project(name="Gamma")

    assert [titles(name) for name in ("alfa", "beta", "gamma")] == [[], ["Beta"], []]


def test_item_goes_in_the_transaction_that_takes_it_off_the_site():
    archived, deleted = make_project(name="Alfa"), make_project(name="Beta")

    with transaction.atomic():
        archived.archived_at = clock.now()
        archived.save()
        Project.objects.get(pk=deleted.pk).delete()
        while_open = titles("alfa"), titles("beta")

    assert while_open == ([], [])
