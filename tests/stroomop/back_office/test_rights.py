"""What staff may not do, whatever their group says."""

from datetime import UTC, datetime

import pytest

from monitor.models import Dimension, Indicator, Period, Release, Source
from projects.models import Project
from stroomop.models import TextBlock
from tests import factories as make
from tests.stroomop.back_office.staff import url
from tests.stroomop.back_office.test_screens import MODELS

pytestmark = pytest.mark.django_db
NEXT_CENTURY = datetime(2100, 1, 1, tzinfo=UTC)


@pytest.mark.parametrize("archived_at", [None, datetime(2021, 1, 1, tzinfo=UTC)], ids=["published", "archived"])
def test_what_was_public_is_not_deleted(client, editor, archived_at):
    project = make.make_project(archived_at=archived_at)

    response = client.post(url(Project, "delete", project.pk), {"post": "yes"})

    assert (response.status_code, list(Project.objects.all())) == (403, [project])
    assert url(Project, "delete", project.pk) not in client.get(url(Project, "change", project.pk)).text


@pytest.mark.parametrize("published_at", [None, NEXT_CENTURY], ids=["draft", "planned"])
def test_what_nobody_saw_yet_is_deleted(client, editor, published_at):
    project = make.make_project(published_at=published_at)

    response = client.post(url(Project, "delete", project.pk), {"post": "yes"})

    assert (response.status_code, list(Project.objects.all())) == (302, [])


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model._meta.label)
def test_nobody_deletes_a_whole_list(client, everything, model):
    form = client.get(url(model, "changelist")).context["action_form"]

    assert form is None or "delete_selected" not in dict(form.fields["action"].choices)


def test_a_list_that_is_sent_to_be_deleted_stays(client, editor):
    project = make.make_project(published_at=None)

    data = {"action": "delete_selected", "_selected_action": [project.pk], "post": "yes"}
    client.post(url(Project, "changelist"), data)

    assert list(Project.objects.all()) == [project]


KEYS = {Indicator: ["code"], Dimension: ["slug", "name"], Source: ["title"], TextBlock: ["key"]}


@pytest.mark.parametrize("model", KEYS, ids=lambda model: model.__name__)
def test_key_is_not_changed(client, everything, model):
    form = client.get(url(model, "change", model.objects.first().pk)).context["adminform"]

    assert form.readonly_fields == KEYS[model]
    assert set(KEYS[model]) & set(form.form.fields) == set()


@pytest.mark.parametrize("model", [model for model in KEYS if model is not TextBlock], ids=lambda model: model.__name__)
def test_key_is_chosen_for_what_is_new(client, editor, model):
    form = client.get(url(model, "add")).context["adminform"]

    assert form.readonly_fields == []
    assert set(KEYS[model]) <= set(form.form.fields)


def test_text_block_changes_its_words_alone(client, editor):
    block = make.make_text_block("intro", "Oud.")

    client.post(url(TextBlock, "change", block.pk), {"key": "anders", "text": "Nieuw."})

    assert client.post(url(TextBlock, "delete", block.pk), {"post": "yes"}).status_code == 403
    assert list(TextBlock.objects.values_list("key", "text")) == [("intro", "Nieuw.")]


@pytest.mark.parametrize("model", [Period, Release], ids=lambda model: model.__name__)
def test_what_the_importer_makes_can_be_looked_at_only(client, everything, model):
    pk = model.objects.first().pk

    assert 'name="_save"' not in client.get(url(model, "change", pk)).text
    assert client.post(url(model, "change", pk), {}).status_code == 403
    assert client.post(url(model, "add"), {}).status_code == 403
    assert client.post(url(model, "delete", pk), {"post": "yes"}).status_code == 403
