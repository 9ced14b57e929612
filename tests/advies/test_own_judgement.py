"""A party, what it belongs to and what belongs to it give no judgement about what is asked of that party."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError

from advies.models import Assessment
from projects.models import Organisation
from tests.factories import make_advies, make_organisation, make_responsibility

pytestmark = pytest.mark.django_db


@pytest.fixture
def family():
    """From the top down: each belongs to the one before."""
    top = make_organisation(name="Top")
    group = make_organisation(name="Groep", parent=top)
    party = make_organisation(name="Partij", parent=group)
    member = make_organisation(name="Lid", parent=party)
    return [top, group, party, member, make_organisation(name="Onderlid", parent=member)]


def judge(organisation, advies) -> Assessment:
    return Assessment(
        advies=advies, organisation=organisation, verdict="gestart", reason="Een test.", signed_name="Test Beoordelaar",
        known_on=date(2026, 11, 22),
    )  # fmt: skip


@pytest.mark.parametrize("which", ["Top", "Groep", "Partij", "Lid", "Onderlid"])
@pytest.mark.parametrize("way", ["full_clean", "save"])
def test_judgement_within_the_family_is_refused_at_the_advies(family, which, way):
    advies = make_advies()
    make_responsibility(advies, organisation=family[2])
    judgement = judge(Organisation.objects.get(name=which), advies)

    with pytest.raises(ValidationError) as refused:
        getattr(judgement, way)()

    fault = (
        f"{which} hoort bij Partij of is dat zelf, en die partij moet iets met dit advies. Laat iemand van een andere "
        "organisatie dit oordeel geven."
    )
    assert refused.value.message_dict == {"advies": [fault]}
    assert Assessment.objects.count() == 0


@pytest.mark.parametrize("role", ["opdracht", "uitvoering", "betrokken"])
@pytest.mark.parametrize("basis", ["rapport", "titel", "afgeleid"])
def test_judgement_by_a_party_in_any_role_is_refused(role, basis):
    advies, party = make_advies(), make_organisation()
    make_responsibility(advies, organisation=party, role=role, basis=basis)

    with pytest.raises(ValidationError):
        judge(party, advies).save()


def test_judgement_by_a_sister_or_a_stranger_is_kept(family):
    advies = make_advies()
    make_responsibility(advies, organisation=family[2])
    sister = make_organisation(parent=family[1])

    for organisation in (sister, make_organisation()):
        judge(organisation, advies).full_clean()
        judge(organisation, advies).save()

    assert Assessment.objects.count() == 2


def test_judgement_about_another_advies_is_kept(family):
    make_responsibility(make_advies(), organisation=family[2])

    judge(family[2], make_advies()).save()

    assert Assessment.objects.count() == 1


def test_judgement_by_who_stood_there_wrongly_is_kept():
    advies, party = make_advies(), make_organisation()
    wrong = make_responsibility(advies, organisation=party)
    make_responsibility(advies, organisation=party, role="ingetrokken", supersedes=wrong, known_on=date(2026, 11, 20))

    judge(party, advies).save()

    assert Assessment.objects.count() == 1


def test_judgement_where_organisations_form_a_ring_still_ends():
    first, second = make_organisation(), make_organisation()
    Organisation.objects.filter(pk=first.pk).update(parent=second)
    Organisation.objects.filter(pk=second.pk).update(parent=first)
    advies = make_advies()
    make_responsibility(advies, organisation=first)

    assert Organisation.objects.family(first) == {first.pk, second.pk}
    with pytest.raises(ValidationError):
        judge(second, advies).save()


def test_family_asks_one_query(family, django_assert_num_queries):
    with django_assert_num_queries(1):
        assert Organisation.objects.family(family[1]) == {organisation.pk for organisation in family}
