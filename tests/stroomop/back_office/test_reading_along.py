"""Asking a colleague to read along, and publishing by four eyes."""

import pytest

from projects.models import Project
from stroomop.models import ReadRequest
from tests import factories as make
from tests.stroomop.back_office.staff import add, form_data, run, save, url

pytestmark = pytest.mark.django_db


@pytest.fixture
def colleague(db):
    return make.make_user(is_staff=True, is_superuser=True, first_name="Test", last_name="Collega")


def asking(of="", question=""):
    return {"meelezen-asked_of": of, "meelezen-question": question}


def answer(client, asked, **data):
    address = f"/beheer/projects/project/{asked.item_id}/gelezen/{asked.pk}/"
    return client.post(address, data, follow=True)


@pytest.mark.parametrize("published_at", [make.LONG_AGO, None], ids=["public", "concept"])
def test_colleague_is_asked_and_answers(client, editor, colleague, published_at):
    project = make.make_project(name="Oud", published_at=published_at)
    page_of = url(Project, "change", project.pk)

    save(client, project, "_ask", name="Nieuw", **asking(colleague.pk, "Klopt de datum?"))
    asked = project.read_requests.get()
    assert (asked.asked_by, asked.asked_of, asked.question) == (editor, colleague, "Klopt de datum?")
    assert "Ik heb het gelezen" not in client.get(page_of).text

    client.force_login(colleague)
    assert "Let op: Klopt de datum?" in client.get(page_of).text
    assert "Dank je." in answer(client, asked, remark="De datum klopt niet.").text

    client.force_login(editor)
    assert "De datum klopt niet." in client.get(page_of).text
    save(client, project, "_publish")
    assert not ReadRequest.objects.exists()


def test_anybody_with_time_may_answer_but_not_who_asked(client, editor, colleague):
    project = make.make_project()
    save(client, project, "_ask")
    asked = project.read_requests.get()

    assert answer(client, asked).status_code == 404
    client.force_login(colleague)
    assert "niets op aan te merken." in answer(client, asked).text
    assert answer(client, asked).status_code == 404


def test_only_who_was_asked_answers(client, editor, colleague, staff):
    project = make.make_project()
    save(client, project, "_ask", **asking(colleague.pk))
    asked = project.read_requests.get()

    staff("view_project")
    assert answer(client, asked).status_code == 404
    staff_without = make.make_user(is_staff=True)
    client.force_login(staff_without)
    assert answer(client, asked).status_code == 403
    assert client.get(f"/beheer/projects/project/{project.pk}/gelezen/{asked.pk}/").status_code == 405


def test_question_takes_the_place_of_the_one_before(client, editor):
    project = make.make_project()

    for question in ("Eerste?", "Tweede?"):
        save(client, project, "_ask", **asking(question=question))

    assert [asked.question for asked in project.read_requests.all()] == ["Tweede?"]


def test_too_long_is_told_and_the_draft_is_kept(client, editor, colleague):
    project = make.make_project()
    save(client, project, "_ask", **asking(question="x" * 301))
    assert (project.read_requests.count(), project.drafts.count()) == (0, 1)

    save(client, project, "_ask")
    asked = project.read_requests.get()
    client.force_login(colleague)
    assert "Houd het korter: hoogstens 2000 tekens." in answer(client, asked, remark="x" * 2001).text
    assert ReadRequest.objects.get().read_at is None


@pytest.fixture
def four_eyes(settings):
    settings.FOUR_EYES = True


def publish(client, item, **changes):
    address = url(type(item), "change", item.pk)
    response = client.post(address, form_data(client, address) | changes | {"_publish": "Test"})
    item.refresh_from_db()
    return response.status_code


@pytest.mark.parametrize("published_at", [make.LONG_AGO, None], ids=["public", "concept"])
def test_by_four_eyes_somebody_else_publishes(client, editor, colleague, four_eyes, published_at):
    project = save(client, make.make_project(name="Oud", published_at=published_at), "_save", name="Nieuw")

    assert publish(client, project) == 200
    client.force_login(colleague)
    assert publish(client, project, name="Weer anders") == 200
    assert publish(client, project) == 302
    assert (project.name, project.is_public) == ("Nieuw", True)


def test_by_four_eyes_nothing_new_is_published_at_once(client, editor, four_eyes):
    address = url(Project, "add")

    data = {"name": "Test", "slug": "test", "summary": "Test.", "_publish": "Test"}
    page = client.post(address, form_data(client, address) | data)

    assert page.context["adminform"].form.non_field_errors()[0].startswith("Vier ogen:")
    assert not Project.objects.exists()


def test_by_four_eyes_a_list_is_published_by_another(client, editor, colleague, four_eyes):
    project = add(client, Project, "_save", name="Test", slug="test", summary="Test.")

    assert run(client, "publish", project)[-1:] == [
        "1 project overgeslagen (Test). Vier ogen: wie het laatst iets veranderde, publiceert het niet zelf."
    ]
    client.force_login(colleague)
    assert run(client, "publish", project) == ["1 project gepubliceerd."]
