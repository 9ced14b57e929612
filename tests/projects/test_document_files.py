"""Documents on the disk: under which name, and no longer than their publication has them."""

import re

import pytest
from django.core.exceptions import ValidationError

from projects.models import Publication
from stroomop.lib.documents import UNKNOWN
from tests.factories import make_publication
from tests.files import office, on_disk, pdf, upload

pytestmark = pytest.mark.django_db


def test_document_has_an_address_that_nobody_can_guess_and_a_name_to_keep_it_under(media):
    publication = make_publication(slug="handreiking", file=upload(pdf(), "Def versie 3 (Jan).PDF"))
    other = make_publication(slug=f"{'lang-' * 15}einde", file=upload(office("xlsx"), "test.pdf"))

    year = publication.file.name.split("/")[1]
    assert re.fullmatch(rf"publicaties/{year}/[\w-]{{12}}/handreiking\.pdf", publication.file.name)
    assert re.fullmatch(rf"publicaties/{year}/[\w-]{{12}}/(lang-){{11}}lang\.xlsx", other.file.name)


def test_document_is_kept_byte_for_byte(media):
    publication = make_publication()
    publication.file = upload(pdf(), "test.pdf")

    publication.full_clean()
    publication.save()

    assert ((media / publication.file.name).read_bytes(), publication.file_kind, publication.file_size) == (
        pdf(),
        "pdf",
        len(pdf()),
    )


def test_document_that_is_none_is_told_at_the_file(media):
    publication = make_publication()
    publication.file = upload(b"", "test.pdf")

    # An empty file has a message of the form already: the model itself must refuse it too.
    with pytest.raises(ValidationError) as raised:
        publication.full_clean()

    assert (raised.value.message_dict, on_disk(media)) == ({"file": [UNKNOWN]}, [])


def test_document_that_is_taken_away_or_replaced_leaves_nothing(media, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        publication = make_publication(file=upload(pdf(), "test.pdf"))
        first = publication.file.name
        publication.file = upload(office(), "test.docx")
        publication.save()
        second = publication.file.name
        publication.file = ""
        publication.save()

    # The folder of the year stays.
    assert (first != second, publication.file_size, on_disk(media)) == (True, None, [first[:16]])


def test_version_of_before_is_put_back_with_the_document_of_now(media, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        publication = make_publication(file=upload(pdf(), "test.pdf"))
        first = publication.file.name
        publication.file = upload(office(), "test.docx")
        publication.save()
        now = publication.file.name
        Publication(pk=publication.pk, slug="test", title="Van eerder", file=first).save()

    publication.refresh_from_db()
    assert (publication.title, publication.file.name, (media / now).exists()) == ("Van eerder", now, True)


def test_document_that_is_gone_from_the_disk_keeps_nobody_from_saving(media):
    publication = make_publication(file=upload(pdf(), "test.pdf"))
    publication.file.storage.delete(publication.file.name)

    publication.full_clean()
    publication.save()

    assert (publication.file_size, Publication.objects.get().file.name) == (None, publication.file.name)
