"""A row that can't be understood is told from the others, with what to do about it."""

import pytest

from monitor.figure_files import Fault
from monitor.figure_files.own import KINDS
from tests.monitor.figure_files.made_up import ROW, csv_text, fault, read, read_figures, write

EXAMPLES = "Schrijf bijvoorbeeld 2023, 2023-H1, 2023-Q3, 2023-06-30 of 2022/2023."
REASONS = (
    "niet gemeten; nog niet bekend; niet getoond: groep te klein; niet van toepassing; "
    "onbekend, te onzeker of geheim volgens de bron"
)
BOTH = "Er staat een waarde en ook een reden waarom er geen getal is. Haal een van de twee weg."
LOOSE = "Er staat een teller of een noemer zonder getal. Haal ze weg, of vul het getal in."
UNREADABLE = "er staat een teken in dat niet te lezen is. Typ de tekst opnieuw."


@pytest.mark.parametrize(
    ("record", "message"),
    [
        ({"indicator_code": ""}, "Kolom 'indicator_code': de cel is leeg. Vul de cel in."),
        ({"source_title": " "}, "Kolom 'source_title': de cel is leeg. Vul de cel in."),
        ({"period": ""}, "Kolom 'period': de cel is leeg. Vul de cel in."),
        ({"breakdown_dimension": ""}, "Kolom 'breakdown_dimension': de cel is leeg. Vul de cel in."),
        ({"breakdown_value": ""}, "Kolom 'breakdown_value': de cel is leeg. Vul de cel in."),
        ({"breakdown_dimension_2": "maat"}, "Kolom 'breakdown_value_2': de cel is leeg. Vul de cel in."),
        ({"breakdown_value_2": "groot"}, "Kolom 'breakdown_dimension_2': de cel is leeg. Vul de cel in."),
        ({"breakdown_value": "Lutjebroek"}, "Bij 'land' hoort 'Nederland', en niet 'Lutjebroek'."),
        (
            {"breakdown_dimension_2": "land", "breakdown_value_2": "Nederland"},
            "De uitsplitsing 'land' staat er twee keer. Haal er één weg.",
        ),
        ({"period": "2023-13"}, f"'2023-13' is geen periode. {EXAMPLES}"),
        ({"period": "9" * 99}, f"'{'9' * 60}' is geen periode. {EXAMPLES}"),
        (
            {"period": "2023", "period_kind": "kwartaal"},
            "De periode '2023' is geen kwartaal. Verbeter de periode of het soort periode.",
        ),
        (
            {"period": "2023", "period_kind": "gemiddelde"},
            "De periode '2023' is geen gemiddelde. Verbeter de periode of het soort periode.",
        ),
        (
            {"period_kind": "eeuw"},
            f"Het soort periode 'eeuw' is niet bekend. Kies uit: {', '.join(KINDS)}.",
        ),
        (
            {"status": "verzonnen"},
            "De status 'verzonnen' is niet bekend. Schrijf bijvoorbeeld definitief of voorlopig.",
        ),
        (
            {"retrieved_note": "status=verzonnen"},
            "De status 'verzonnen' is niet bekend. Schrijf bijvoorbeeld definitief of voorlopig.",
        ),
        ({"retrieved_note": "x" * 301}, "De noot is langer dan 300 tekens. Maak de noot korter."),
        ({"value": "tien"}, "Kolom 'value': 'tien' is geen getal. Schrijf bijvoorbeeld 1,234.5."),
        ({"value": "x" * 99}, f"Kolom 'value': '{'x' * 60}…' is geen getal. Schrijf bijvoorbeeld 1,234.5."),
        ({"value": "9" * 41}, f"Kolom 'value': '{'9' * 41}' is geen getal van hoogstens 40 tekens."),
        ({"value": ""}, "Er staat geen getal. Vul het in, of schrijf in de kolom 'reason' waarom het er niet is."),
        ({"reason": "niet gemeten"}, BOTH),
        ({"value": ".", "reason": "niet gemeten"}, BOTH),
        ({"value": "", "reason": "gemeten"}, f"De reden 'gemeten' is niet bekend. Kies uit: {REASONS}."),
        ({"value": "", "reason": "niet gemeten", "numerator": "1"}, LOOSE),
        ({"value": ".", "denominator": "1"}, LOOSE),
        ({"denominator": "0"}, "De noemer moet groter zijn dan 0."),
        ({"denominator": "-1"}, "De noemer moet groter zijn dan 0."),
        ({"numerator": "een"}, "Kolom 'numerator': 'een' is geen getal. Schrijf bijvoorbeeld 1,234.5."),
        ({"published_on": "2023-02-29"}, "Kolom 'published_on': '2023-02-29' is geen datum. Schrijf JJJJ-MM-DD."),
        ({"published_on": "20230228"}, "Kolom 'published_on': '20230228' is geen datum. Schrijf JJJJ-MM-DD."),
        (
            {"benadering": "misschien"},
            "Kolom 'benadering': 'misschien' kan niet. Schrijf ja of nee, of laat de cel leeg.",
        ),
        ({"definition": "x" * 2001}, "Kolom 'definition': de tekst is langer dan 2.000 tekens. Maak de tekst korter."),
        ({"definition": "bel\x07"}, f"Kolom 'definition': {UNREADABLE}"),
        ({"definition": "\x85"}, f"Kolom 'definition': {UNREADABLE}"),
    ],
)  # fmt: skip
def test_row_that_is_wrong_says_what_to_do(tmp_path, record, message):
    assert fault(tmp_path, **record) == message


@pytest.mark.parametrize("line", ["KNIKKERS,Knikkers", "KNIKKERS" + "," * 10 + "x,y", "KNIKKERS"])
def test_row_with_another_number_of_cells(tmp_path, line):
    rows = [*read_figures(write(tmp_path, csv_text({}) + line + "\r\n"))]

    message = "Het aantal kolommen klopt niet: het moeten er 11 zijn, zoals in de regel met kolomnamen."
    assert rows == [ROW, Fault(3, message)]


def test_rows_around_one_that_is_wrong_are_read(tmp_path):
    rows = read(tmp_path, {}, {"value": "tien"}, {"value": "12"})

    assert [(type(row).__name__, row.number) for row in rows] == [("FigureRow", 2), ("Fault", 3), ("FigureRow", 4)]
