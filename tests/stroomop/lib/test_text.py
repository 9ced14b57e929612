from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stroomop.lib.text import writable


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("Een gewone zin, met é en \U0001f600.", "Een gewone zin, met é en \U0001f600."),
        ("Twee\n\tregels", "Twee\n\tregels"),
        ("Een\x0btest\x00\x1f\ufffe", "Eentest"),
        ("", ""),
    ],
)
def test_only_what_no_file_can_hold_is_left_out(text, written):
    assert writable(text) == written


@given(st.text())
def test_every_text_can_be_written_in_xml(text):
    element = ElementTree.Element("test")
    element.text = writable(text)

    read = ElementTree.fromstring(ElementTree.tostring(element)).text or ""

    assert read == writable(text).replace("\r\n", "\n").replace("\r", "\n")
