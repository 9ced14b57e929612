"""Every screen of the back-office speaks Dutch: whatever is asked, and whatever goes wrong."""

import json
import re
from pathlib import Path

import django_prose_editor
import pytest
from django.core import mail
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from advies.models import News
from projects.models import Organisation, Project, Theme
from stroomop.models import User
from tests import factories as make
from tests.stroomop.back_office import walk
from tests.stroomop.back_office.english import english_of, english_on
from tests.stroomop.back_office.staff import save, sign_in, url
from tests.stroomop.back_office.test_screens import MODELS

pytestmark = pytest.mark.django_db
ACCOUNT = """
    account_login account_logout account_inactive account_signup account_reauthenticate account_email
    account_email_verification_sent account_change_password account_set_password account_reset_password
    account_reset_password_done account_reset_password_from_key_done mfa_index mfa_authenticate mfa_reauthenticate
    mfa_activate_totp mfa_deactivate_totp mfa_view_recovery_codes mfa_generate_recovery_codes mfa_list_webauthn
    mfa_add_webauthn
"""
ALL_WRONG = ["password", "email", "code", "oldpassword"]
# Neither a number, a day, an address nor a choice; a number too large for a key.
WRONG, TOO_LARGE = "<fout>", "9" * 30
EDITOR = Path(django_prose_editor.__file__).parent / "static/django_prose_editor/editor.js"


@pytest.fixture
def english():
    """What was found so far, by screen."""
    return {}


@pytest.fixture
def look(client, english):
    def ask(path, data=None, **options):
        page = client.get(path, **options) if data is None else client.post(path, data, follow=True)
        assert page.status_code < 500
        if found := english_on(page.text):
            english[path, "" if data is None else "sent"] = found
        return page

    return ask


def filled_in(page, value):
    """Each field of a form, and of a row of each table below it, with this in it."""
    tables = [inline.formset for inline in page.context["inline_admin_formsets"]]
    forms = [page.context["adminform"].form, *(table.forms[0] if table.forms else table.empty_form for table in tables)]
    data = {field.html_name.replace("__prefix__", "0"): value for form in forms for field in form}
    for table in tables:
        data |= {f"{table.prefix}-{name}": 0 for name in ("INITIAL_FORMS", "MIN_NUM_FORMS", "MAX_NUM_FORMS")}
        data[f"{table.prefix}-TOTAL_FORMS"] = 1
    return data


def test_every_list_form_and_question_of_each_model(editor, everything, look, english):
    for model in MODELS:
        item = model._default_manager.first()
        look(url(model, "changelist"))
        look(url(model, "delete", item.pk))
        add = look(url(model, "add"))
        if add.status_code == 403:
            look(url(model, "change", item.pk))
        elif "adminform" in add.context:
            look(url(model, "add"), filled_in(add, WRONG))

    assert english == {}


def test_pages_that_only_some_models_have(editor, everything, look, english):
    common = {"changelist", "delete", "add", "change"}
    seen = set()
    for model in MODELS:
        item, start = model._default_manager.first(), f"/beheer/{model._meta.app_label}/{model._meta.model_name}/"
        pages = walk.model_pages(model)
        # Of what many have in common the page is made by the same code: one is enough.
        for name in pages.keys() - common - seen:
            look(start + walk.path_of(pages[name], item))
        seen |= pages.keys()

    assert {"history", "version", "preview", "import", "export", "quarter", "results", "new_figure"} <= seen
    assert english == {}


@pytest.mark.parametrize("model", [News, Project, Theme, User], ids=lambda model: model._meta.label)
def test_a_number_that_no_database_can_hold_is_refused_in_words(editor, look, english, model):
    address = url(model, "add")

    assert look(address, filled_in(look(address), TOO_LARGE)).context["errors"]
    assert english == {}


def test_empty_lists_and_the_pages_of_no_model(client, editor, look, english):
    for path in [url(model, "changelist") for model in MODELS]:
        look(path)
    for name, pattern in walk.site_pages().items():
        # Words for scripts, not a page: below.
        if name != "jsi18n":
            look("/beheer/" + walk.path_of(pattern, editor))
    look(url(Project, "changelist"), {"action": "publish", "index": 0})
    look(url(Project, "changelist"), {"action": "", "index": 0})

    assert english == {}


def test_what_an_editor_meets_on_the_way(client, editor, look, english):
    project = make.make_project(name="Oud")
    address = url(Project, "change", project.pk)
    for values in ({"_save": ""}, {"_publish": ""}, {"_schedule": "", "publiceer-moment": "gisteren"}, {"_ask": ""}):
        look(address, filled_in(look(address), WRONG) | values)
    save(client, project, "_save", name="Nieuw")
    look(address)
    look(url(Project, "preview", project.pk))
    look(url(Project, "changelist"), {"action": "publish", "_selected_action": [project.pk], "index": 0})
    look(url(Project, "history", project.pk))
    look(url(Project, "change", 999))
    look(reverse("preview", args=["verlopen"]))
    for content in ("naam,soort\n,\n", "naam;naam\n", "", "\0"):
        look(url(Organisation, "import"), {"file": SimpleUploadedFile("test.csv", content.encode())})

    assert english == {}


@pytest.mark.parametrize("who", ["nobody", "signed in", "signed in again"])
def test_signing_in_and_what_belongs_to_an_account(client, look, english, who):
    user = make.make_user(is_staff=True, username="test", password="test", email="test@portaal.test")
    if who == "signed in":
        client.force_login(user)
    elif who == "signed in again":
        sign_in(client, user)
    for name in ACCOUNT.split():
        look(reverse(name), follow=True)
        if name != "account_logout":
            look(reverse(name), {})
            look(
                reverse(name), {"login": "test", "password": WRONG, "email": WRONG, "code": WRONG, "oldpassword": WRONG}
            )

    assert english == {}


def test_refusals_and_letters(client, look, english):
    user = make.make_user(is_staff=True, email="test@portaal.test")
    look(reverse("account_reset_password"), {"email": user.email})
    link = re.search(r"https?://[^/]+(/\S+)", mail.outbox[0].body)[1]
    look(link, follow=True)
    client.force_login(user)
    look("/beheer/projects/project/")
    look("/beheer/bestaat-niet/")
    client.force_login(make.make_user())
    look("/beheer/", follow=True)

    assert english == {}
    assert [english_of(f"{letter.subject} {letter.body}") for letter in mail.outbox] == [[]]


def test_what_scripts_say(client, editor):
    """Django's and ours from the catalogue; of the editor, what it asks of the catalogue or writes on a button."""
    catalogue = client.get("/beheer/jsi18n/").text
    said = json.loads(re.search(r"const newcatalog = (\{.*?\n\s*\});", catalogue, re.DOTALL)[1].rstrip(";"))
    asked = set(re.findall(r'gettext\("([^"]+)"\)', EDITOR.read_text()))

    words = [text for value in said.values() for text in ([value] if isinstance(value, str) else value)]
    assert [found for text in words for found in english_of(text)] == []
    assert asked == set()
