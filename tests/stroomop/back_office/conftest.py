from uuid import uuid4

import pytest
from allauth.account.models import EmailAddress
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from django.contrib.auth.models import Group
from django.core.cache import caches

from monitor.models import ChartEvent, Import
from projects.models import Image, Redirect
from stroomop.lib import clock
from stroomop.models import SignIn, User
from stroomop.roles import BEHEERDER
from tests import factories as make
from tests.advies.back_office.conftest import staff  # noqa: F401 - fixtures are found by name


@pytest.fixture(autouse=True)
def own_cache(monkeypatch):
    """One that nothing is in yet: users of rolled back tests had the same keys, and their attempts would count.

    Clearing it would clear that of the tests beside this one, in a shared Redis.
    """
    monkeypatch.setattr(caches["default"], "key_prefix", f"test-{uuid4()}")


@pytest.fixture
def editor(client):
    user = make.make_user(is_staff=True, is_superuser=True, email="test@portaal.test")
    client.force_login(user)
    return user


@pytest.fixture
def colleague():
    """Somebody with an ordinary role, and all that belongs to an account."""
    user = make.make_user(is_staff=True, email="collega@portaal.test", first_name="Test", last_name="Collega")
    user.groups.set(Group.objects.filter(name="redacteur"))
    TOTP.activate(user, generate_totp_secret())
    EmailAddress.objects.create(user=user, email=user.email)
    SignIn.objects.create(user=user, outcome=SignIn.Outcome.IN, moment=clock.now())
    return user


@pytest.fixture
def beheerder(client):
    user = make.make_user(is_staff=True, email="beheerder@portaal.test", organisation=make.make_organisation())
    user.groups.set(Group.objects.filter(name=BEHEERDER))
    client.force_login(user)
    return User.objects.get(pk=user.pk)


@pytest.fixture
def everything(editor):
    """One of each model that the back-office has a screen for, with something in every table on it."""
    advies, project = make.make_advies(), make.make_project()
    make.make_responsibility(advies)
    make.make_deadline(make.make_agreement(make.make_news(advies)))
    make.make_check(advies)
    make.make_assessment(advies).sources.create(title="Testbron")
    make.make_response(advies)
    make.make_statement()
    make.make_veranderopgave()
    make.make_hoofddoel()
    make.make_speerpunt()
    make.make_indicator()
    make.make_category()
    make.make_stelling()
    batch = Import.objects.create(name="test.csv", read_on=clock.today(), handed_in_at=clock.now(), stage="geschreven")
    make.make_release(batch=batch)
    ChartEvent.objects.create(title="Testgebeurtenis")
    make.make_period("2024")
    make.make_page()
    make.make_dead_link()
    make.make_help_line()
    make.make_text_block("test", "Test.")
    make.make_theme()
    make.make_queued(project)
    make.make_lesson(project=project)
    make.make_update(project)
    make.make_experience(project=project)
    make.make_publication()
    make.make_event()
    make.make_story()
    make.make_person()
    make.make_initiative().sources.create(title="Testbron")
    make.make_term()
    make.make_organisation().former_names.create(name="Testnaam")
    project.results.create(text="<p>Test.</p>")
    project.conditions.create(randvoorwaarde=make.make_randvoorwaarde())
    Image.objects.create(file="afbeeldingen/test.png", width=1, height=1, decorative=True)
    Redirect.objects.create(path="/oud/", target="/nieuw/")
    Group.objects.create(name="Testgroep")
    EmailAddress.objects.create(user=editor, email=editor.email)
    TOTP.activate(editor, generate_totp_secret())
    SignIn.objects.create(user=editor, outcome=SignIn.Outcome.IN, moment=clock.now())
