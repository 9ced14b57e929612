"""A judgement is signed by who gives it, never about the own organisation, and stays."""

from datetime import date

import pytest

from advies.models import Assessment, AssessmentSource
from tests import factories as make
from tests.advies.back_office.entry import TODAY
from tests.advies.back_office.stored import row_counts, values
from tests.pages import words
from tests.stroomop.back_office.staff import form_data, history, url

pytestmark = pytest.mark.django_db
ADD = "/beheer/advies/assessment/add/"


@pytest.fixture
def judge(editor):
    """Somebody of an organisation that has nothing to do with the adviezen."""
    editor.organisation = make.make_organisation(name="Testinstituut")
    editor.save()
    return editor


def give(client, about, **changes):
    data = {"advies": about.pk, "verdict": "deels", "reason": "Er is begonnen.", "sources-0-title": "Testbron"}
    return client.post(ADD, form_data(client, ADD) | data | {"sources-0-url": "https://bron.test/"} | changes)


def errors(page):
    return dict(page.context["adminform"].form.errors)


def test_judgement_is_signed_by_who_gives_it(client, judge):
    advies = make.make_advies()

    assert give(client, advies).url == url(Assessment, "changelist")

    names = ("advies", "verdict", "reason", "signed_name", "organisation", "assessed_by", "known_on")
    assert values(Assessment.objects, *names) == [
        (advies.pk, "deels", "Er is begonnen.", "Test Redactie", judge.organisation_id, judge.pk, TODAY)
    ]
    assert values(AssessmentSource.objects, "title", "url") == [("Testbron", "https://bron.test/")]
    assert len(history(Assessment.objects.get())) == 1


def test_signature_is_shown_beforehand_and_not_asked(client, judge):
    page = client.get(ADD)

    assert "Beoordeeld door Test Redactie, die hoort bij Testinstituut." in words(page.text)
    assert list(page.context["adminform"].form.fields) == ["advies", "verdict", "reason"]


def test_signature_is_not_taken_from_what_is_sent(client, judge):
    other = make.make_organisation()

    give(client, make.make_advies(), signed_name="Iemand Anders", organisation=other.pk, known_on="2020-01-01")

    assert values(Assessment.objects, "signed_name", "organisation", "known_on") == [
        ("Test Redactie", judge.organisation_id, TODAY)
    ]


def test_signature_shows_names_as_text(client, judge):
    judge.first_name = "<b>"
    judge.save()

    assert "Beoordeeld door &lt;b&gt; Redactie" in client.get(ADD).text


NO_NAME, NO_ORGANISATION = {"first_name": "", "last_name": ""}, {"organisation": None}
ASK = "Vraag een beheerder om dat in te vullen bij 'Gebruikers'."


@pytest.mark.parametrize(
    ("lacking", "what"),
    [
        (NO_NAME, "geen naam"),
        (NO_ORGANISATION, "geen organisatie"),
        (NO_NAME | NO_ORGANISATION, "geen naam en geen organisatie"),
    ],
)
def test_who_cannot_sign_is_told_what_to_do(client, judge, lacking, what):
    for name, value in lacking.items():
        setattr(judge, name, value)
    judge.save()
    before = row_counts()
    told = f"Je kunt nog niet ondertekenen: bij je account staat nog {what}. {ASK}"

    assert told in words(client.get(ADD).text)
    assert errors(give(client, make.make_advies(report=make.make_report()))) == {"__all__": [told]}
    assert {name for name, count in row_counts().items() if count != before[name]} <= MADE_FOR_IT


MADE_FOR_IT = {"advies.Advies", "advies.HistoricalAdvies", "advies.Report", "advies.HistoricalReport"}


def the_party_itself(own):
    return own


def what_it_belongs_to(own):
    own.parent = make.make_organisation()
    own.save()
    return own.parent


def what_that_belongs_to(own):
    return what_it_belongs_to(what_it_belongs_to(own))


def a_member(own):
    return make.make_organisation(parent=own)


@pytest.mark.parametrize("party_of", [the_party_itself, what_it_belongs_to, what_that_belongs_to, a_member])
def test_nobody_judges_the_own_organisation(client, judge, party_of):
    advies, party = make.make_advies(), party_of(judge.organisation)
    make.make_responsibility(advies, organisation=party)
    before = row_counts()

    page = give(client, advies)

    refusal = f"Testinstituut hoort bij {party} of is dat zelf, en die partij moet iets met dit advies. "
    refusal += "Laat iemand van een andere organisatie dit oordeel geven."
    assert errors(page) == {"advies": [refusal]}
    assert "Er is begonnen." in page.text
    assert row_counts() == before


def test_party_judges_what_is_asked_of_others(client, judge):
    make.make_responsibility(make.make_advies(), organisation=judge.organisation)

    assert give(client, make.make_advies()).status_code == 302


def test_judgement_names_a_source(client, judge):
    advies = make.make_advies()
    before = row_counts()

    page = give(client, advies, **{"sources-0-title": "", "sources-0-url": ""})

    assert page.context["inline_admin_formsets"][0].formset.non_form_errors() == ["Noem minstens één bron."]
    assert row_counts() == before


@pytest.mark.parametrize("link", ["javascript:alert(1)", "geen link"])
def test_link_of_a_source_is_a_link(client, judge, link):
    page = give(client, make.make_advies(), **{"sources-0-url": link})

    assert list(page.context["inline_admin_formsets"][0].formset.errors[0]) == ["url"]
    assert Assessment.objects.count() == 0


@pytest.mark.parametrize("field", ["advies", "verdict", "reason"])
def test_judgement_has_an_advies_a_verdict_and_a_reason(client, judge, field):
    assert errors(give(client, make.make_advies(), **{field: ""})) == {field: ["Dit veld is verplicht."]}


def test_new_judgement_holds_and_the_old_one_stays(client, judge):
    advies = make.make_advies()
    make.make_assessment(advies, known_on=date(2026, 1, 1), verdict="gestart")

    give(client, advies)

    assert values(advies.assessments, "verdict", "known_on") == [("gestart", date(2026, 1, 1)), ("deels", TODAY)]


def test_given_judgement_can_only_be_looked_at(client, judge):
    assessment = make.make_assessment(make.make_advies())
    assessment.sources.create(title="Testbron")
    change, delete = (url(Assessment, page, assessment.pk) for page in ("change", "delete"))

    page = client.get(change)

    assert "Test Beoordelaar" in page.text
    assert 'name="_save"' not in page.text
    assert [client.post(change, {"verdict": "deels"}).status_code, client.get(delete).status_code] == [403, 403]
    assert client.post(delete, {"post": "yes"}).status_code == 403


def test_form_has_no_button_to_go_on_changing(client, judge):
    assert 'name="_continue"' not in client.get(ADD).text


@pytest.mark.parametrize(("rights", "looks", "adds"), [((), 403, 403), (["view_assessment"], 200, 403)])
def test_judging_asks_the_right(client, staff, rights, looks, adds):
    staff(*rights)

    assert [client.get(url(Assessment, "changelist")).status_code, client.get(ADD).status_code] == [looks, adds]
    assert client.post(ADD, {}).status_code == 403


def test_who_may_judge_needs_no_other_right(client, staff):
    staff("add_assessment", first_name="Test", organisation=make.make_organisation())

    assert give(client, make.make_advies()).status_code == 302
    assert values(AssessmentSource.objects, "title") == [("Testbron",)]


def test_reader_is_led_to_signing_in(client):
    assert client.get(ADD).url == f"/beheer/login/?next={ADD}"
