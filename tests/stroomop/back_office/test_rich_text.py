"""Writing rich text on a form of the back-office, as it goes without a script."""

import pytest

from projects.models import Project, Result
from stroomop.lib.admin.richtext import MAX_LENGTH, TOO_LONG
from stroomop.models import Page
from tests import factories as make
from tests.hostile import HOSTILE
from tests.stroomop.back_office.staff import form_data, save, url
from tests.stroomop.lib.test_richtext import active_parts

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("editor")]


def saved(client, html: str) -> str:
    """What is left of a text that somebody wrote."""
    return save(client, make.make_page(), body=html).body


def errors(client, page: Page, html: str) -> dict[str, list[str]]:
    address = url(Page, "change", page.pk)
    response = client.post(address, form_data(client, address) | {"body": html})
    return response.context["adminform"].form.errors


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("<p>Test <strong>test</strong>.</p>", "<p>Test <strong>test</strong>.</p>"),
        ("Een & twee.\r\nVerder.\r\n\r\nDrie.", "<p>Een &amp; twee.<br>Verder.</p><p>Drie.</p>"),
        ("<p>Test.</p><script>pwn()</script>", "<p>Test.</p>"),
        ("<blockquote>" * 1000 + "Test.", "Test."),
    ],
)
def test_a_text_is_cleaned_when_it_is_saved(client, written, kept):
    assert saved(client, written).replace("\n", "") == kept


def test_no_hostile_text_breaks_the_form_or_stays_active(client):
    page = make.make_page()
    address = url(Page, "change", page.pk)
    data = form_data(client, address)
    outcomes = set()

    # The field and its cleaning have seen them all (test_richtext); a form takes long.
    for html in HOSTILE[::8]:
        # Half a character, which no browser sends, has no bytes.
        sent = html.encode(errors="replace").decode()
        outcomes.add(client.post(address, data | {"body": sent}).status_code)
        page.refresh_from_db()
        assert active_parts(page.body) == [], html

    # Where nothing is left the form says so.
    assert outcomes == {200, 302}


@pytest.mark.parametrize("html", ["<p></p>", "<script>pwn()</script>", " ", "&nbsp;"])
def test_a_text_of_which_nothing_is_left_is_none(client, html):
    assert errors(client, make.make_page(), html) == {"body": ["Dit veld is verplicht."]}


def test_a_text_may_be_left_out_where_the_field_is_optional(client):
    theme = make.make_theme(text="<p>Test.</p>")

    assert save(client, theme, text="").text == ""


def test_a_text_that_is_too_long_is_refused_with_what_to_do(client):
    assert errors(client, make.make_page(), "a" * (MAX_LENGTH + 1)) == {"body": [TOO_LONG]}


def test_a_row_that_is_too_long_is_refused_as_well(client):
    address = url(Project, "change", make.make_project().pk)
    data = {"results-TOTAL_FORMS": 1, "results-0-text": "a" * (MAX_LENGTH + 1)}

    response = client.post(address, form_data(client, address) | data)

    assert response.context["inline_admin_formsets"][0].formset.errors == [{"text": [TOO_LONG]}]


def test_a_link_to_a_page_of_ours_names_the_item(client):
    project = make.make_project(slug="test")

    assert saved(client, '<p><a href="https://portaal.test/projecten/test/">Test</a></p>') == (
        f'<p><a href="/projecten/test/" data-item="projects.project:{project.pk}">Test</a></p>'
    )


def test_an_editor_sees_the_address_of_now_and_changes_nothing_by_saving(client):
    project = make.make_project(slug="oud")
    page = save(client, make.make_page(), body='<p>Een\r\n<a href="/projecten/oud/">Test</a></p>')
    Page.objects.update(changed_at=None)
    project.slug = "nieuw"
    project.save()

    shown = form_data(client, url(Page, "change", page.pk))["body"]
    save(client, page, body=shown.replace("\n", "\r\n"))

    assert shown == '<p>Een\n<a href="/projecten/nieuw/">Test</a></p>'
    assert page.changed_at is None


def test_a_new_owner_of_an_old_address_does_not_get_its_links(client):
    first = make.make_project(slug="test")
    page = save(client, make.make_page(), body='<p><a href="/projecten/test/">Test</a></p>')
    Project.objects.filter(pk=first.pk).update(slug="anders")
    make.make_project(slug="test")

    save(client, page, title="Anders")

    assert page.body == f'<p><a href="/projecten/anders/" data-item="projects.project:{first.pk}">Test</a></p>'


def test_tips_stand_below_the_text_when_the_form_opens(client):
    page = make.make_page(body='<p><a href="https://voorbeeld.test/">Klik hier</a></p>')

    html = client.get(url(Page, "change", page.pk)).content.decode()

    assert "<li>De link ‘Klik hier’ zegt niet waar hij heen gaat." in html
    assert "Tips om dit leesbaarder te maken. Ze houden niets tegen." in html
    assert 'data-items="/beheer/items/" data-readability="/beheer/leesbaarheid/"' in html


def test_a_good_text_gets_no_tips(client):
    html = client.get(url(Page, "change", make.make_page().pk)).content.decode()

    assert "Tips om" not in html


def test_rows_below_an_item_are_written_the_same_way(client):
    project = make.make_project()
    data = {"results-TOTAL_FORMS": 1, "results-0-text": "<p onclick=pwn()>Test.</p>"}

    save(client, project, **data)

    assert list(Result.objects.values_list("text", flat=True)) == ["<p>Test.</p>"]
    html = client.get(url(Project, "change", project.pk)).content.decode()
    assert 'name="results-__prefix__-text"' in html
    assert 'aria-label="Resultaat (1)"' in html
