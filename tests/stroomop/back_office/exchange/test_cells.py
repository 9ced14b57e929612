"""How one cell is read, whatever a spreadsheet made of it."""

import re
from datetime import date
from decimal import Decimal

import pytest

from projects.models import Organisation, Publication
from stroomop.lib.exchange.cells import ChoiceCell, DayCell, ReferencesCell, TextCell, YesCell, parted
from stroomop.lib.richtext import RichTextField
from tests import factories as make

TEXT = TextCell(Organisation._meta.get_field("name"))
NO_DATE = (
    "het rekenprogramma maakte van een datum het getal 44136. Dat is 2020-11-01. Klopt dat? Maak van de cel tekst en "
    "schrijf de datum zo op."
)
PRECISION = ChoiceCell(Publication._meta.get_field("precision"))


@pytest.mark.parametrize(
    ("widget", "cell", "value"),
    [
        (TEXT, "a\r\nb ", "a\nb"),
        (TEXT, Decimal("2020"), "2020"),
        (TextCell(RichTextField()), "<p onclick='x'>a<script>b</script></p>", "<p>a</p>"),
        (PRECISION, "maand", "maand"),
        (PRECISION, "Op de maand", "maand"),
        (PRECISION, "", ""),
        (DayCell(), "", None),
        (DayCell(), date(2020, 11, 1), date(2020, 11, 1)),
        (DayCell(), "2020-11-01", date(2020, 11, 1)),
        (DayCell(), "2020-11-1", date(2020, 11, 1)),
        (DayCell(), "1-11-2020", date(2020, 11, 1)),
        (DayCell(), "01/11/2020", date(2020, 11, 1)),
        (YesCell(), "Ja", True),
        (YesCell(), "nee", False),
        (YesCell(), "", False),
    ],
)
def test_cell_is_read(widget, cell, value):
    assert widget.clean(cell) == value


@pytest.mark.parametrize(
    ("widget", "cell", "message"),
    [
        (TEXT, date(2020, 1, 1), "hier hoort geen datum. Maak van de cel tekst en typ de inhoud opnieuw."),
        (PRECISION, "uur", "'uur' kan niet. Kies uit: op de dag; op de maand; op het seizoen; op het jaar."),
        (DayCell(), "2020-02-30", "'2020-02-30' is geen datum. Schrijf JJJJ-MM-DD, zoals 2026-11-22."),
        (DayCell(), "1-13-2020", "'1-13-2020' is geen datum. Schrijf JJJJ-MM-DD, zoals 2026-11-22."),
        (DayCell(), "november 2020", "'november 2020' is geen datum. Schrijf JJJJ-MM-DD, zoals 2026-11-22."),
        (DayCell(), Decimal("2020"), "'2020' is geen datum. Schrijf JJJJ-MM-DD, zoals 2026-11-22."),
        (
            DayCell(),
            Decimal("44136"),
            NO_DATE,
        ),
        (YesCell(), "x", "'x' kan niet. Schrijf ja of nee."),
    ],
)
def test_cell_is_refused_with_what_to_do(widget, cell, message):
    with pytest.raises(ValueError, match=f"^{re.escape(message)}$"):
        widget.clean(cell)


def test_parts_stand_between_semicolons_or_on_lines():
    assert parted(" a; b\nc;;a ;") == ["a", "b", "c"]


@pytest.mark.django_db
def test_items_are_found_by_name_and_by_address():
    first, second = make.make_organisation(name="Een naam", slug="een"), make.make_organisation(slug="Een naam")
    cell = ReferencesCell(Organisation)

    assert cell.clean("Een naam; een") == [first, first]
    assert cell.clean(second.name) == [second]
    assert cell.render([second, first]) == f"Een naam; {second.name}"
