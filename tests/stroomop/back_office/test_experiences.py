"""What people told: what an editor may do with it, and that their words stay nowhere else."""

from datetime import UTC, date, datetime

import pytest
from django.contrib.admin.models import LogEntry
from django.contrib.auth.models import Group, Permission

from projects.models import Experience
from stroomop.lib import clock
from tests import factories as make
from tests.pages import texts
from tests.stroomop.back_office.staff import add, form_data, history, run, save, url

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 1, 12, tzinfo=UTC)


def withdraw(client, *experiences):
    with clock.fixed_at(NOW):
        return run(client, "withdraw", *experiences, post="yes")


def words(experience):
    experience.refresh_from_db()
    return [experience.title, experience.text, experience.consent_text, experience.project, experience.withdrawn_at]


def test_withdrawing_asks_first(client, editor):
    experience = make.make_experience()
    before = words(experience)

    page = client.post(
        url(Experience, "changelist"), {"action": "withdraw", "_selected_action": [experience.pk], "index": 0}
    )

    assert texts(page, "li")[-1] == f"Ervaring {experience.pk}: {experience.title} (gepubliceerd)"
    assert "Je kunt dit niet terugdraaien." in page.text
    assert words(experience) == before


def test_withdrawing_is_asked_on_the_form_too(client, editor):
    experience = make.make_experience()

    data = {"CHANGE_FORM-action": "withdraw", "_selected_action": experience.pk}
    page = client.post(url(Experience, "change", experience.pk), data)

    assert f'<form method="post" action="{url(Experience, "changelist")}">' in page.text
    assert words(experience)[0] != ""


@pytest.mark.parametrize("published_at", [make.LONG_AGO, None], ids=["published", "draft"])
def test_withdrawing_wipes_the_words(client, editor, published_at):
    experience = make.make_experience(project=make.make_project(), published_at=published_at)
    experience.themes.add(make.make_theme())

    assert withdraw(client, experience) == [
        f"De toestemming is ingetrokken en de woorden zijn gewist: Ervaring {experience.pk}."
    ]
    assert words(experience) == ["", "", "", None, NOW]
    assert list(experience.themes.all()) == []
    assert history(experience) == [(f"Ervaring {experience.pk}", "Toestemming ingetrokken.")]


def test_what_was_withdrawn_is_not_withdrawn_again(client, editor):
    experience = make.make_experience()
    withdraw(client, experience)

    assert withdraw(client, experience) == ["De toestemming was al ingetrokken."]
    assert len(history(experience)) == 1


def test_what_was_withdrawn_can_only_be_looked_at(client, editor):
    experience = make.make_experience(published_at=None)
    withdraw(client, experience)

    page = client.get(url(Experience, "change", experience.pk))

    assert 'name="_save"' not in page.text
    assert "1 november 2026" in page.text
    assert experience.withdrawal_url not in page.text
    assert client.post(url(Experience, "change", experience.pk), {"title": "Terug"}).status_code == 403
    assert client.post(url(Experience, "delete", experience.pk), {"post": "yes"}).status_code == 403
    assert words(experience)[0] == ""


def test_what_was_withdrawn_is_not_published_or_archived(client, editor):
    draft, public = make.make_experience(published_at=None), make.make_experience()
    withdraw(client, draft, public)

    assert [run(client, "publish", draft), run(client, "archive", public)] == [
        [f"1 ervaring overgeslagen (Ervaring {draft.pk}). Dit kun je niet wijzigen."],
        [f"1 ervaring overgeslagen (Ervaring {public.pk}). Dit kun je niet wijzigen."],
    ]


def test_list_tells_which_were_withdrawn(client, editor):
    gone, kept = make.make_experience(), make.make_experience()
    withdraw(client, gone)

    found = {
        state: list(client.get(url(Experience, "changelist"), {"status": state}).context["cl"].queryset)
        for state in ("ingetrokken", "gepubliceerd", "")
    }

    assert found == {"ingetrokken": [gone], "gepubliceerd": [kept], "": [kept, gone]}
    assert '<td class="field-state">ingetrokken</td>' in client.get(url(Experience, "changelist")).text


def test_form_has_the_link_for_the_teller(client, editor):
    experience = make.make_experience()

    page = client.get(url(Experience, "change", experience.pk)).text

    assert f"https://portaal.test{experience.withdrawal_url}" in page
    assert "Geef deze link aan de verteller, en aan niemand anders." in page


def test_form_of_a_new_one_has_no_link_yet(client, editor):
    assert "Staat hier zodra je hebt opgeslagen." in client.get(url(Experience, "add")).text


def test_who_may_only_look_gets_no_link_and_withdraws_nothing(client):
    group = Group.objects.create(name="Testgroep")
    group.permissions.add(Permission.objects.get(codename="view_experience"))
    user = make.make_user(is_staff=True)
    user.groups.add(group)
    client.force_login(user)
    experience = make.make_experience()

    page = client.get(url(Experience, "change", experience.pk)).text
    withdraw(client, experience)

    assert experience.title in page
    assert experience.withdrawal_url not in page
    assert words(experience)[4] is None


def test_form_refuses_to_publish_without_consent(client, editor):
    experience = make.make_experience(published_at=None, consent_on=None, consent_text="")
    address = url(Experience, "change", experience.pk)

    page = client.post(address, form_data(client, address) | {"_publish": "Test"})

    assert page.context["adminform"].form.errors == {
        "__all__": ["Publiceren kan pas met toestemming: vul de dag, de tekst en 'jonger dan 16' in."]
    }


def test_history_keeps_no_word_of_what_was_told(client, editor):
    told = {"title": "Geheimwoord", "text": "<p>Geheimwoord</p>", "teller": "jongere", "consent_text": "Geheimwoord"}
    told |= {"under_sixteen": "false", "unrecognisable": "on"}
    experience = add(client, Experience, **told, consent_on=date(2026, 1, 1))
    save(client, experience, title="Geheimwoord twee", text="<p>Geheimwoord twee</p>")
    run(client, "archive", experience)
    withdraw(client, experience)

    draft = make.make_experience(published_at=None, title="Geheimwoord")
    client.post(url(Experience, "delete", draft.pk), {"post": "yes"})

    name = f"Ervaring {experience.pk}"
    assert history(experience) == [
        (name, "Toegevoegd."),
        (name, "Gepubliceerd."),
        (name, "Titel en Verhaal gewijzigd."),
        (name, "Gepubliceerd."),
        (name, "Gearchiveerd."),
        (name, "Toestemming ingetrokken."),
    ]
    assert list(LogEntry.objects.order_by("-pk").values_list("object_repr", "change_message")[:1]) == [
        (f"Ervaring {draft.pk}", "")
    ]
