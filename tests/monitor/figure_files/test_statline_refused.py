"""JSON and CSV that are no observations of StatLine."""

import json

import pytest

from monitor.figure_files import Fault
from monitor.figure_files.statline_json import BROKEN
from stroomop.lib.table_files import NO_ROWS
from tests.monitor.figure_files.made_up import (
    CONTEXT,
    OBSERVATION,
    json_path,
    measured_memory,
    read_figures,
    refusal,
    write,
)

ONE = json.dumps(OBSERVATION)
TEXT = json.dumps({"@odata.context": CONTEXT, "value": [OBSERVATION, OBSERVATION]})


def missing(*columns):
    return (
        f"In dit bestand van StatLine ontbreekt: {', '.join(columns)}. Download de waarnemingen (Observations) "
        "van de tabel opnieuw, met alle kolommen."
    )


@pytest.mark.parametrize(
    "content",
    [
        TEXT[:-1], TEXT[:-2], TEXT[:100], f"{TEXT}]", f"{TEXT} x", f"[{ONE} {ONE}]", f"[{ONE},]",
        f'{{"value": [{ONE} {ONE}]}}', "{", "[", "{}", "{]", "[}", '{"a" 1}', '{"a": 1 "b": 2}', '{"value": [NaN]}',
        "[Infinity]", "[" * 100_000, '{"a":' * 20_000, '["' + "x" * 200_000 + '"]', "[1e" + "9" * 30 + "]",
        '["\n"]', '["\\x"]',
    ],
)  # fmt: skip
def test_json_that_is_broken_is_refused(tmp_path, content):
    assert refusal(write(tmp_path, content, "12345NED.json")) == BROKEN


def test_json_in_other_letters_is_refused(tmp_path):
    assert refusal(write(tmp_path, '{"@odata.context": "é"}'.encode("cp1252"), "12345NED.json")) == BROKEN


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("[]", NO_ROWS),
        ('{"value": []}', NO_ROWS),
        ('{"x": 1}', NO_ROWS),
        ("[1]", missing("Measure", "Value", "Perioden")),
        ('{"value": 1}', missing("Measure", "Value", "Perioden")),
        ('[{"Perioden": "2023JJ00", "Aantal_1": 10}]', missing("Measure", "Value")),
        ('[{"Perioden": "2023JJ00", "Measure": "x"}]', missing("Value")),
    ],
)
def test_json_of_something_else_is_refused(tmp_path, content, message):
    assert refusal(write(tmp_path, content, "12345NED.json")) == message


def test_csv_of_something_else_is_refused(tmp_path):
    assert refusal(write(tmp_path, "Measure,Perioden\nA,2023JJ00", "12345NED.csv")) == missing("Value")


def test_json_with_something_else_between_the_observations(tmp_path):
    path = write(tmp_path, json.dumps([OBSERVATION, 1, {}, OBSERVATION]), "12345NED.json")

    rows = [*read_figures(path)]

    assert rows[1:3] == [
        Fault(2, "Dit is geen waarneming. Haal die weg."),
        Fault(3, "Kolom 'Measure': de cel is leeg. Vul de cel in."),
    ]
    assert [row.number for row in rows] == [1, 2, 3, 4]


@pytest.mark.parametrize("step", [1, 7, 40])
def test_json_is_read_alike_wherever_a_piece_of_it_ends(tmp_path, monkeypatch, step):
    path = json_path(tmp_path, {"Value": 12345678}, {"Value": 0.5, "RegioS": "é"}, {})
    write(tmp_path, path.read_text().replace("{", '{"a": -1.5e+3, "b": [true, null, 12.5]  , ', 1), path.name)
    whole = [*read_figures(path)]
    monkeypatch.setattr("monitor.figure_files.json_values.CHUNK", step)

    assert [*read_figures(path)] == whole
    assert [str(row.value) for row in whole] == ["12345678", "0.5", "10"]


def test_json_that_never_closes_is_not_read_to_its_end(tmp_path):
    path = write(tmp_path, '[{"Measure": "' + "x" * 5_000_000)

    with measured_memory() as memory:
        message = refusal(path)

    assert (message, memory.peak < 2_000_000) == (BROKEN, True)
