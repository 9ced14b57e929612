"""Every address of the back-office, asked by each role: what comes of it stands in role_table.py, and nowhere else."""

import logging

import pytest
from django.contrib import admin
from django.contrib.auth.models import AnonymousUser, Group
from PIL import Image

from projects.models import Image as SiteImage
from projects.models import Organisation, Project
from stroomop.lib import append_only, clock
from stroomop.models import User
from tests import factories as make
from tests.stroomop.back_office import walk
from tests.stroomop.back_office.role_table import SITE, TABLE, VISITORS

pytestmark = pytest.mark.django_db


@pytest.fixture
def visitors(editor):
    found = {"anoniem": AnonymousUser(), "superuser": editor}
    for name in VISITORS[1:-1]:
        found[name] = make.make_user(is_staff=True)
        found[name].groups.set(Group.objects.filter(name=name))
    return found


@pytest.fixture
def items(everything, colleague, settings, tmp_path):
    """One of each model: a draft of what is published, so that it may be deleted too; of accounts a colleague's."""
    with append_only.lifted():
        for model in admin.site._registry:
            if hasattr(model, "has_been_public"):
                model._base_manager.update(published_at=None)
    settings.MEDIA_ROOT = tmp_path
    (tmp_path / "afbeeldingen").mkdir()
    Image.new("RGB", (1, 1)).save(SiteImage.objects.get().file.path)
    found = {model: model._default_manager.first() for model in admin.site._registry}
    found[Organisation] = Organisation.objects.filter(responsibilities__isnull=False).first()
    writer = make.make_user(is_staff=True)
    for item in found.values():
        if hasattr(item, "read_requests"):
            item.read_requests.create(asked_by=writer, asked_at=clock.now())
    return found | {Group: Group.objects.get(name="Testgroep"), User: colleague}


@pytest.fixture
def _quiet():
    """Each refusal is logged with where it came from, which takes longer than the refusal."""
    logging.disable(logging.CRITICAL)
    yield
    logging.disable(logging.NOTSET)


@pytest.mark.usefixtures("_quiet")
@pytest.mark.parametrize("name", VISITORS)
def test_every_address_answers_each_role_as_the_table_says(client, settings, visitors, items, name):
    settings.MIDDLEWARE = walk.MIDDLEWARE
    walk.Visitor.user = visitors[name]

    site = walk.ask_all(client, walk.site_pages(), items[Project], SITE)
    models = {
        model._meta.label: walk.ask_all(client, walk.model_pages(model), item, TABLE.get(model._meta.label, {}))
        for model, item in items.items()
    }

    assert site == {row: cells[name] for row, cells in SITE.items()}
    assert models == {label: {row: cells[name] for row, cells in table.items()} for label, table in TABLE.items()}
