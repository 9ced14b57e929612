"""Numbers as a Dutch reader writes them: 1.818 and 12,5, with a real minus sign."""

from decimal import ROUND_HALF_UP, Context, Decimal

# A figure is stored in at most 40 characters; the usual 28 digits would refuse the longest.
LONG = Context(prec=60)
DUTCH_SIGNS = str.maketrans(",.-", ".,\N{MINUS SIGN}")


def dutch_number(value: Decimal, decimals: int | None = None) -> str:
    """Without ``decimals`` the number keeps those that its source wrote; otherwise a half is rounded away from zero."""
    if decimals is not None:
        value = value.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP, LONG)
    # For a reader a zero has no sign, also when it came from rounding.
    return f"{value or value.copy_abs():,f}".translate(DUTCH_SIGNS)
