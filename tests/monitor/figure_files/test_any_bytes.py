"""Whatever somebody brings: rows, faults or a refusal, and never another error."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from monitor.figure_files import Fault, FigureRow, FileRefusedError, read_figures
from tests.monitor.figure_files.made_up import csv_text, json_path, raw_path, raw_rows, sheet_path

STARTS = st.sampled_from([b"", b"PK\x03\x04", b"PK\x05\x06", b"[", b"{", b'[{"Measure":', b"\xef\xbb\xbf", b"a,b\n"])


@pytest.fixture(scope="module")
def path(tmp_path_factory):
    return tmp_path_factory.mktemp("any") / "12345NED.bin"


@pytest.fixture(scope="module")
def whole_files(tmp_path_factory):
    folder = tmp_path_factory.mktemp("whole")
    paths = [sheet_path(folder, {}, {"value": 0.5}), raw_path(folder, raw_rows({}), more={}), json_path(folder, {})]
    return [*(path.read_bytes() for path in paths), csv_text({}, {"value": "1,5"}).encode()]


def outcome(path, content):
    path.write_bytes(content)
    try:
        rows = [*read_figures(path)]
    except FileRefusedError:
        rows = []
    assert all(isinstance(row, FigureRow | Fault) for row in rows)


@given(STARTS, st.binary(max_size=200))
def test_any_bytes(path, start, content):
    outcome(path, start + content)


@given(st.integers(0, 3), st.lists(st.tuples(st.floats(0, 1, exclude_max=True), st.integers(0, 255)), max_size=5))
def test_a_file_with_some_bytes_changed(path, whole_files, which, changes):
    content = bytearray(whole_files[which])
    for place, byte in changes:
        content[int(place * len(content))] = byte

    outcome(path, bytes(content))


@given(
    st.lists(st.text("<>/= \"'&;!?[]rowcvfist0123456789AZ", max_size=20)),
    st.sampled_from(["sheet", "strings", "styles", "workbook"]),
)
def test_any_xml_in_a_workbook(tmp_path_factory, pieces, part):
    path = raw_path(tmp_path_factory.mktemp("xml"), raw_rows({}), **{part: "".join(pieces)})

    outcome(path, path.read_bytes())


TAGS = st.sampled_from(["row", "c", "v", "t", "is", "f", "sheetData"])
ATTRIBUTES = st.sampled_from(["", ' r="1"', ' r="A1"', ' r="B"', ' t="s"', ' t="d"', ' t="b"', ' s="1"', ' t="e"'])
LEAF = st.sampled_from(["", "1", "0", "x", "1e400", "NaN", "-1", "45000", "2024-06-30", "Measure"])
TREE = st.recursive(
    LEAF,
    lambda inner: st.builds(
        lambda tag, attribute, content: f"<{tag}{attribute}>{''.join(content)}</{tag}>",
        TAGS,
        ATTRIBUTES,
        st.lists(inner, max_size=4),
    ),
)


@given(TREE)
def test_any_tree_of_the_tags_of_a_sheet(tmp_path_factory, tree):
    path = raw_path(tmp_path_factory.mktemp("tree"), raw_rows({}) + tree)

    outcome(path, path.read_bytes())
