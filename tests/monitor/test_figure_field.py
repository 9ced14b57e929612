from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from hypothesis import given
from hypothesis import strategies as st

from monitor.fields import FigureField
from monitor.models import PublicFigure
from tests.factories import make_figure, make_indicator, make_series

WRITTEN = st.from_regex(r"-?[0-9]{1,19}(\.[0-9]{1,19})?", fullmatch=True)


@pytest.mark.django_db
@given(WRITTEN.map(Decimal))
def test_figure_keeps_every_digit_in_the_database(number):
    figure = PublicFigure.objects.first() or make_figure(make_series(make_indicator()), "2023", "1")
    figure.value = number
    figure.full_clean()
    figure.save()

    figure.refresh_from_db()

    # As text too: 12.50 is not 12.5.
    assert (figure.value, str(figure.value)) == (number, f"{number:f}")
    assert PublicFigure.objects.filter(value=number).get() == figure


@given(st.decimals() | st.floats() | st.integers() | st.text() | st.from_regex(r"-?[0-9]{1,50}([.eE]-?[0-9]{1,9})?"))
def test_figure_of_anything_fits_or_is_refused(value):
    field = FigureField(null=True)
    try:
        text = field.get_prep_value(value)
    except ValidationError:
        return

    assert text is None or (len(text) <= 40 and Decimal(text) == field.to_python(value))


@pytest.mark.parametrize(
    "value",
    ["x", "1,5", "1.818,0", "--1", "NaN", "sNaN", "Infinity", float("inf"), "1E+41", "1E-41", "1E+999999999", "9" * 41],
)  # fmt: skip
def test_figure_that_is_no_number_is_refused(value):
    with pytest.raises(ValidationError) as error:
        FigureField().to_python(value)

    assert error.value.messages == [f"'{value}' is geen getal van hoogstens 40 tekens."]


@pytest.mark.parametrize("value", [None, ""])
def test_figure_that_is_empty_is_none(value):
    assert FigureField().to_python(value) is None
    assert FigureField().get_prep_value(value) is None


@pytest.mark.django_db
def test_figure_that_is_empty_stays_empty_in_the_database():
    figure = make_figure(make_series(make_indicator()), "2023", None)

    figure.refresh_from_db()

    assert figure.value is None
