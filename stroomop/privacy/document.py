"""docs/privacy.md: its table is that of the site, between two marks. `just privacy` writes it."""

from pathlib import Path

from django.conf import settings

from .table import TABLE

BEGIN, END = "<!-- table: just privacy -->\n", "<!-- end of the table -->\n"
HEAD = "| Van wie | Wat | Waarom | Op welke grond | Hoe lang | Gaat vanzelf |\n| --- | --- | --- | --- | --- | --- |\n"


def path() -> Path:
    return settings.BASE_DIR / "docs" / "privacy.md"


def with_table(text: str) -> str:
    """The document with the table as it is now."""
    before, _, rest = text.partition(BEGIN)
    _, _, after = rest.partition(END)
    return f"{before}{BEGIN}{HEAD}{''.join(rows())}{END}{after}"


def rows() -> list[str]:
    cells = ((kept.who, kept.what, kept.why, kept.ground, kept.period, "ja" if kept.rules else "nee") for kept in TABLE)
    return [f"| {' | '.join(row)} |\n" for row in cells]
