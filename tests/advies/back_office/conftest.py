from datetime import UTC, datetime

import pytest
from django.contrib.auth.models import Group, Permission

from stroomop.lib import clock
from tests import factories as make

# In winter: it is an hour later in the Netherlands.
NOW = datetime(2026, 11, 1, 13, 30, tzinfo=UTC)


@pytest.fixture(autouse=True)
def stopped_clock():
    with clock.fixed_at(NOW):
        yield


@pytest.fixture
def editor(client):
    return sign_in(client, is_superuser=True, first_name="Test", last_name="Redactie")


@pytest.fixture
def staff(client):
    """Signs somebody in who may do just this."""

    def sign_in_with(*rights, **kwargs):
        user = sign_in(client, **kwargs)
        group = Group.objects.create(name=f"Groep van {user}")
        group.permissions.set(Permission.objects.filter(codename__in=rights))
        user.groups.add(group)
        return user

    return sign_in_with


def sign_in(client, **kwargs):
    user = make.make_user(is_staff=True, **kwargs)
    client.force_login(user)
    return user


@pytest.fixture
def adviezen(editor):
    return [make.make_advies(number=number, slug=f"advies-{number}") for number in (1, 4, 7)]
