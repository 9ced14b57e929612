"""What is a document by its content, and what staff read when it is not."""

import struct
import zlib

import pytest
from django.core.exceptions import ValidationError
from hypothesis import given
from hypothesis import strategies as st

from stroomop.lib import documents, zip_file
from stroomop.lib.documents import ACTIVE, BROKEN, KINDS, LOCKED, OLD, TOO_BIG, UNKNOWN, UNPACKS, recognise
from tests.files import office, open_office, packed, pdf, upload, zipped

GOOD = {
    "pdf": pdf(b"1 0 obj << /Type /Catalog >> endobj", packed(b"2 0 << /Title (Test) >>")),
    **{ending: office(ending) for ending in ("docx", "xlsx", "pptx")},
    **{ending: open_office(ending) for ending in ("odt", "ods", "odp")},
}
# A script or a program, as a pdf may write it.
SCRIPT = b"3 0 obj << /S /JavaScript /JS (app.alert\\(1\\)) >> endobj"
PROGRAM = b"3 0 obj << /S /Launch /F (test.exe) >> endobj"


def refusal(content: bytes, name: str = "test.pdf") -> str:
    with pytest.raises(ValidationError) as raised:
        recognise(upload(content, name))
    [message] = raised.value.messages
    return message


@pytest.mark.parametrize("ending", GOOD)
@pytest.mark.parametrize("name", ["test.pdf", "test.docm", "test", "../test.exe", "test.html"])
def test_document_is_known_by_its_content_whatever_it_is_called(ending, name):
    file = upload(GOOD[ending], name)

    assert (recognise(file), file.read()) == (KINDS[ending], GOOD[ending])


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", UNKNOWN),
        (b"%PDF", UNKNOWN),
        (b"MZ\x90\x00", UNKNOWN),
        (b"<html><script>alert(1)</script>", UNKNOWN),
        (b"<html>" + GOOD["pdf"], UNKNOWN),
        (b"#!/bin/sh\n" + GOOD["docx"], UNKNOWN),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", OLD),
        (b"%PDF-1.7", BROKEN),
        (GOOD["pdf"][:-8], BROKEN),
    ],
)
def test_file_that_is_no_document_is_refused(content, message):
    assert refusal(content) == message


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (zipped({"x": "x"}), UNKNOWN),
        (zipped({"mimetype": "application/epub+zip", "META-INF/manifest.xml": "<x/>", "content.xml": "<x/>"}), UNKNOWN),
        (zipped({"[Content_Types].xml": "<Types/>", "word/document.xml": "<w/>"}), UNKNOWN),
        (office(**{"word/document.xml": b""}), UNKNOWN),
        (open_office(**{"content.xml": b""}), UNKNOWN),
        (open_office(**{"META-INF/manifest.xml": b""}), UNKNOWN),
        (open_office(**{"META-INF/manifest.xml": "<manifest:encryption-data/>"}), LOCKED),
        (open_office(mimetype=b"\xff"), BROKEN),
        (b"PK\x03\x04", BROKEN),
        (GOOD["docx"][: len(GOOD["docx"]) // 2], BROKEN),
        (b"PK\x03\x04PK\x05\x06" + bytes(18), BROKEN),
    ],
)
def test_zip_file_that_is_no_whole_document_is_refused(content, message):
    assert refusal(content, "test.docx") == message


@pytest.mark.parametrize(
    "content",
    [
        office(**{"word/vbaProject.bin": "x"}),
        office("xlsx", **{"xl/macrosheets/sheet1.xml": "<x/>"}),
        office(**{"[Content_Types].xml": "application/vnd.ms-word.document.macroEnabled.main+xml"}),
        office(**{"word/activeX/activeX1.xml": "<x/>"}),
        office("pptx", **{"ppt/embeddings/oleObject1.bin": "x"}),
        open_office(**{"Basic/Standard/Module1.xml": "<x/>"}),
        open_office("ods", **{"Scripts/python/test.py": "x"}),
    ],
)
def test_document_with_macros_or_programs_is_refused(content):
    assert refusal(content) == ACTIVE


def test_document_may_hold_a_table_of_its_own():
    file = upload(office(**{"word/embeddings/Sheet1.xlsx": office("xlsx")}), "test.docx")

    assert recognise(file) == KINDS["docx"]


def test_document_that_is_locked_is_refused():
    content = bytearray(GOOD["docx"])
    # The flag, in the part itself and in the directory.
    content[6] |= 1
    content[content.index(b"PK\x01\x02") + 8] |= 1

    assert refusal(bytes(content)) == LOCKED


def test_document_that_changed_on_its_way_is_refused():
    content = office(**{"word/document.xml": "<w>test</w>"})
    checksum = struct.pack("<L", zlib.crc32(b"<w>test</w>"))

    assert refusal(content.replace(checksum, bytes(4))) == BROKEN


@pytest.mark.parametrize("part", ["word/document.xml", "word/media/image1.png"])
def test_zip_bomb_is_refused(part):
    content = office(**{part: " " * 30_000_000})

    assert (refusal(content), len(content) < 100_000) == (UNPACKS, True)


def test_document_of_very_many_parts_is_refused(monkeypatch):
    monkeypatch.setattr(zip_file, "MOST_PARTS", 1)

    assert refusal(GOOD["docx"]) == UNPACKS


@pytest.mark.parametrize("active", [SCRIPT, PROGRAM])
def test_pdf_with_a_script_or_a_program_is_refused(active):
    assert refusal(pdf(active)) == ACTIVE


@pytest.mark.parametrize("active", [SCRIPT, PROGRAM])
def test_pdf_that_hides_a_script_is_refused(active):
    spelled = active.replace(b"/JavaScript", b"/J#61va#53cript").replace(b"/Launch", b"/#4Caunch")

    assert [refusal(pdf(spelled)), refusal(pdf(packed(active))), refusal(pdf(packed(active, b"/Obj#53tm")))] == [
        ACTIVE
    ] * 3


def test_pdf_whose_text_is_packed_is_not_searched():
    """What a page says is no script, and unpacking all pages would take long."""
    file = upload(pdf(packed(b"(/JavaScript) Tj", b"/XObject")), "test.pdf")

    assert recognise(file) == KINDS["pdf"]


def test_pdf_with_a_password_is_refused():
    assert refusal(pdf(b"trailer << /Encrypt 9 0 R >>")) == LOCKED


def test_pdf_with_objects_that_do_not_unpack_is_refused():
    assert refusal(pdf(b"5 0 obj << /Type /ObjStm >>\nstream\nx\nendstream")) == BROKEN


def test_pdf_with_objects_that_unpack_too_large_is_refused(monkeypatch):
    monkeypatch.setattr(documents, "MOST_OBJECTS", 1_000)
    file = upload(pdf(packed(b" " * 600)), "test.pdf")

    assert recognise(file) == KINDS["pdf"]
    assert refusal(pdf(packed(b" " * 600), packed(b" " * 600))) == UNPACKS


def test_document_may_not_be_too_large():
    file = upload(GOOD["pdf"], "test.pdf")
    file.size = 20 * 1024 * 1024
    assert recognise(file) == KINDS["pdf"]

    file.size += 1
    with pytest.raises(ValidationError) as raised:
        recognise(file)

    assert raised.value.messages == [TOO_BIG]


@given(st.sampled_from(sorted(GOOD)), st.data())
def test_any_bytes_are_a_document_or_are_refused_in_words(ending, data):
    """Good files with a piece cut out, or other bytes put in."""
    content = GOOD[ending]
    place = data.draw(st.integers(0, len(content)))
    broken = content[:place] + data.draw(st.binary(max_size=20)) + content[place + data.draw(st.integers(0, 20)) :]

    try:
        outcome = recognise(upload(broken, "test.pdf")).extension
    except ValidationError as error:
        [outcome] = error.messages

    assert outcome in {*KINDS, ACTIVE, BROKEN, LOCKED, OLD, UNKNOWN, UNPACKS}
