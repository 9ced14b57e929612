"""What a figure stands beside is put in on the form of the figure, and says why."""

from datetime import date

import pytest

from monitor.models import AdviesIndicator, ProjectIndicator
from tests import factories as make
from tests.advies.back_office.forms import faults, post
from tests.advies.back_office.stored import values
from tests.stroomop.back_office.staff import save, url

pytestmark = pytest.mark.django_db


def test_indicator_is_put_beside_an_advies_and_a_project(client, editor, catalogue):
    advies, project = make.make_advies(), make.make_project()

    save(
        client, catalogue,
        **{"related_adviezen-0-advies": advies.pk, "related_adviezen-0-why": "Want zo."},
        **{"related_projects-0-project": project.pk, "related_projects-0-why": "Want ook."},
    )  # fmt: skip

    # It is public: so nobody knew before today, by the clock of this test.
    today, columns = date(2026, 11, 1), ("indicator", "why", "known_on")
    assert values(AdviesIndicator.objects, "advies", *columns) == [(advies.pk, catalogue.pk, "Want zo.", today)]
    assert values(ProjectIndicator.objects, "project", *columns) == [(project.pk, catalogue.pk, "Want ook.", today)]


def test_indicator_is_put_beside_something_once_and_never_without_a_reason(client, editor, catalogue):
    advies = make.make_advies()

    page = post(client, catalogue, **{"related_adviezen-0-advies": advies.pk})

    assert faults(page) == [{"why": ["Dit veld is verplicht."]}]
    make.make_advies_indicator(advies, catalogue)
    page = post(client, catalogue, **{"related_adviezen-1-advies": advies.pk, "related_adviezen-1-why": "Nog eens."})
    assert (page.status_code, AdviesIndicator.objects.count()) == (200, 1)


def test_form_of_an_indicator_tells_what_the_sentence_is_for(client, editor, catalogue):
    page = client.get(url(type(catalogue), "change", catalogue.pk)).content.decode()

    assert "Noem het geen gevolg: het cijfer staat ernaast." in page
    assert "Adviezen waar dit cijfer naast staat" in page
    assert "Projecten waar dit cijfer naast staat" in page
    assert "Op de startpagina staan de eerste vier reeksen met een getal" in page
