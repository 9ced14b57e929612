from decimal import Decimal, InvalidOperation
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models

# In characters, the point and the sign included.
LONGEST = 40


class FigureField(models.Field):
    """A number exactly as its source wrote it: 12.50 stays 12.50.

    Stored as text, because SQLite keeps a DecimalField as a float and loses digits.
    """

    # Nothing is no number, also in a form.
    empty_strings_allowed = False
    # What the stubs of Django should know of the attribute.
    _pyi_private_set_type: Decimal | None
    _pyi_private_get_type: Decimal | None

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs["max_length"] = LONGEST
        super().__init__(*args, **kwargs)

    def get_internal_type(self) -> str:
        return "CharField"

    def from_db_value(self, value: str | None, *args: Any) -> Decimal | None:
        return None if value is None else Decimal(value)

    def to_python(self, value: Any) -> Decimal | None:
        if value is None or value == "":
            return None
        try:
            number = Decimal(str(value))
        except InvalidOperation:
            number = Decimal("NaN")
        # The exponent first: written out, 1E+999999 would fill the memory.
        if not number.is_finite() or abs(number.adjusted()) > LONGEST or len(format(number, "f")) > LONGEST:
            raise ValidationError(f"'{value}' is geen getal van hoogstens {LONGEST} tekens.")
        return number

    def get_prep_value(self, value: Any) -> str | None:
        number = self.to_python(value)
        return None if number is None else format(number, "f")
