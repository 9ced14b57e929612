"""What staff read when something is not right, and at which field it stands."""

import re
from datetime import date, time
from io import BytesIO

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.forms import modelform_factory
from django.utils.html import escape
from PIL import Image as Picture

from projects.models import Experience, Image
from projects.models.publication import MAX_FILE_MEGABYTES, validate_pdf
from tests.factories import (
    make_event,
    make_experience,
    make_initiative,
    make_organisation,
    make_person,
    make_project,
    make_publication,
    make_story,
    make_update,
)

pytestmark = pytest.mark.django_db

DAY, DAY_BEFORE = date(2024, 5, 2), date(2024, 5, 1)
BACKWARD = "Het einde ligt voor het begin."
NO_DAY = "Een tijd hoort bij een datum die op de dag bekend is, en begint met 'begint om'."
NO_CONSENT = "Publiceren kan pas met toestemming: vul de dag, de tekst en 'jonger dan 16' in."
NO_PARENT = "De verteller is jonger dan 16: publiceren kan pas als ook een ouder instemt."
RECOGNISABLE = "Publiceren kan pas als je hebt nagelezen dat niemand herkenbaar is."
NOT_THE_WEB = "Vul een webadres in dat begint met https://."
NO_PDF = "Dit bestand is geen pdf, al heet het misschien zo."
NO_IMAGE = "Upload een geldige afbeelding. Het geüploade bestand is geen of een beschadigde afbeelding."
NO_PDF_NAME = "Bestandsextensie \u2018exe\u2019 is niet toegestaan. Toegestane extensies zijn: \u2018pdf\u2019."


def faults(item, **fields):
    """The messages by field; those about the item as a whole under __all__."""
    for name, value in fields.items():
        setattr(item, name, value)
    with pytest.raises(ValidationError) as raised:
        item.full_clean()
    return raised.value.message_dict


def pdf(content: bytes = b"%PDF-1.7 test", name: str = "test.pdf") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content)


@pytest.mark.parametrize("make", [make_event, make_initiative, make_project, make_publication, make_story, make_update])
def test_period_that_ends_before_it_starts_is_told_at_its_end(make):
    fields = {"date_from": DAY, "date_to": DAY_BEFORE, "precision": "dag"}

    assert faults(make(), **fields) == {"date_to": [BACKWARD]}


@pytest.mark.parametrize("date_to", [None, DAY])
def test_event_that_ends_before_it_starts_is_told_at_its_end(date_to):
    fields = {"date_from": DAY, "date_to": date_to, "precision": "dag", "time_from": time(12), "time_to": time(10)}

    assert faults(make_event(), **fields) == {"time_to": [BACKWARD]}


@pytest.mark.parametrize("fields", [{"time_to": time(10)}, {"time_from": time(10), "precision": "maand"}])
def test_event_with_a_time_but_no_day_is_told_as_a_whole(fields):
    event = make_event(date_from=DAY, precision="dag")

    assert faults(event, **fields) == {"__all__": [NO_DAY]}


@pytest.mark.parametrize("make", [make_event, make_initiative, make_person, make_publication])
@pytest.mark.parametrize("url", ["javascript:alert(1)", "ftp://example.org", "example.org", "data:text/html,x"])
def test_link_that_is_no_web_address_is_told_at_the_link(make, url):
    assert faults(make(), url=url) == {"url": [NOT_THE_WEB]}


@pytest.mark.parametrize("make", [make_event, make_person, make_publication, make_story, make_update])
def test_source_that_is_no_web_address_is_told_at_the_source(make):
    assert faults(make(), source_url="javascript:alert(1)") == {"source_url": [NOT_THE_WEB]}


def test_project_that_goes_on_as_itself_is_told_as_a_whole():
    project = make_project()

    assert faults(project, successor=project) == {"__all__": ["Een project gaat niet verder als zichzelf."]}


@pytest.mark.parametrize("content", [b"", b"%PDF", b"<html>%PDF-1.7", b"MZ\x90\x00"])
def test_file_that_is_no_pdf_is_told_at_the_file(content):
    # An empty file has no message of the form here: the model itself must refuse it.
    assert faults(make_publication(), file=pdf(content)) == {"file": [NO_PDF]}


def test_file_with_the_name_of_something_else_is_told_at_the_file():
    assert faults(make_publication(), file=pdf(name="test.exe")) == {"file": [NO_PDF_NAME]}


def test_pdf_is_accepted_and_still_whole_after_the_check():
    publication = make_publication()
    publication.file = pdf()

    publication.full_clean()

    assert publication.file.read() == b"%PDF-1.7 test"


def test_pdf_that_is_gone_from_the_disk_keeps_nobody_from_saving(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    publication = make_publication(file=pdf())
    sizes = [make_publication().file_size, publication.file_size]
    publication.file.storage.delete(publication.file.name)

    publication.full_clean()

    assert [*sizes, publication.file_size] == [None, 13, None]


def test_two_files_with_one_name_have_addresses_that_nobody_can_guess(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path

    addresses = [make_publication(file=pdf()).file.url for _ in range(2)]

    assert addresses[0] != addresses[1]
    assert [bool(re.fullmatch(r"/media/publicaties/\d{4}/[\w-]{12}/test\.pdf", address)) for address in addresses] == [
        True
    ] * 2


def test_pdf_may_not_be_too_large():
    file = pdf()
    file.size = MAX_FILE_MEGABYTES * 1024 * 1024
    validate_pdf(file)

    file.size += 1
    with pytest.raises(ValidationError) as raised:
        validate_pdf(file)

    assert raised.value.messages == ["Het bestand is groter dan 20 MB. Zet liever een link."]


ImageForm = modelform_factory(Image, fields=["file", "alt_text"])


@pytest.mark.parametrize("content", [b"geen afbeelding", b"%PDF-1.7", b"<svg xmlns='http://www.w3.org/2000/svg'/>"])
def test_image_that_is_no_image_is_told_at_the_file(content):
    form = ImageForm({"alt_text": "Een test"}, {"file": SimpleUploadedFile("test.png", content)})

    assert form.errors == {"file": [NO_IMAGE]}


def test_image_is_accepted_with_its_size(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    drawn = BytesIO()
    Picture.new("RGB", (3, 2)).save(drawn, "PNG")
    form = ImageForm({"alt_text": "Een test"}, {"file": SimpleUploadedFile("test.png", drawn.getvalue())})

    image = form.save()

    assert (image.width, image.height) == (3, 2)


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({"consent_on": None}, NO_CONSENT),
        ({"consent_text": ""}, NO_CONSENT),
        ({"under_sixteen": None}, NO_CONSENT),
        ({"under_sixteen": True}, NO_PARENT),
        ({"unrecognisable": False}, RECOGNISABLE),
    ],
)
def test_experience_without_consent_is_told_as_a_whole(fields, message):
    assert faults(make_experience(), **fields) == {"__all__": [message]}


def test_experience_that_was_withdrawn_does_not_come_back():
    experience = make_experience()
    experience.withdraw()

    messages = faults(experience, title="Terug", text="<p>Terug.</p>")

    assert messages == {
        "__all__": [
            "Deze ervaring is ingetrokken en kan niet terugkomen.",
            "Een ingetrokken ervaring heeft geen woorden meer.",
        ]
    }


@pytest.mark.parametrize("kind", ["aanbieder", "school"])
@pytest.mark.parametrize(
    "words",
    [
        {"text": "<p>Ik zat bij Het Testhuis.</p>"},
        {"text": "<p>Op Het <strong>Testhuis</strong>, daar.</p>"},
        {"text": "<p>Het\nTesthuis</p>"},
        {"title": "Het Testhuis en ik"},
    ],
)
def test_experience_that_names_a_school_or_provider_is_told_at_the_text(kind, words):
    make_organisation(kind=kind, name="Het Testhuis")

    assert faults(make_experience(), **words) == {
        "text": ["Noem geen instelling of school: hier staat 'Het Testhuis'."]
    }


@pytest.mark.parametrize("name", ["T&H", "Het Oude Huis"])
def test_experience_that_names_a_school_by_its_short_or_former_name_is_told(name):
    organisation = make_organisation(kind="school", name="Het Testhuis", short_name="T&H")
    organisation.former_names.create(name="Het Oude Huis")

    messages = faults(make_experience(), text=f"<p>Op de {escape(name)}-school.</p>")

    assert messages == {"text": [f"Noem geen instelling of school: hier staat '{name}'."]}


def test_experience_may_name_others_and_use_words_that_hold_a_name():
    make_organisation(kind="ministerie", name="Ministerie van Testen")
    make_organisation(kind="aanbieder", name="Elker", short_name="")
    experience = make_experience(text="<p>Ministerie van Testen, van elker, Elkerlyc.</p>")

    experience.full_clean()

    assert Experience.objects.get() == experience
