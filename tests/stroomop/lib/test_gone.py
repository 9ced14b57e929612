import pytest
from django.http import Http404

from projects.models import Project
from projects.shortcuts import get_published_or_gone
from stroomop.lib import clock
from stroomop.lib.gone import Gone
from tests.factories import make_project

pytestmark = pytest.mark.django_db


def test_gone_is_a_kind_of_not_found():
    assert issubclass(Gone, Http404)


def test_published_item_is_found():
    project = make_project()

    assert get_published_or_gone(Project.objects.all(), slug=project.slug) == project


def test_archived_item_is_gone():
    project = make_project(archived_at=clock.now())

    with pytest.raises(Gone):
        get_published_or_gone(Project.objects.all(), slug=project.slug)


def test_draft_is_not_found():
    project = make_project(published_at=None)

    with pytest.raises(Http404) as raised:
        get_published_or_gone(Project.objects.all(), slug=project.slug)

    assert raised.type is Http404
