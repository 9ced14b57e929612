"""What stands on the page of a file that is looked at before it is written."""

from typing import Any, NamedTuple

from django.contrib.admin.utils import model_ngettext
from django.core.paginator import Page, Paginator
from django.http import QueryDict

from stroomop.lib.exchange import Report, RowReport
from stroomop.lib.exchange.running import Outcome

# Rows on a page.
SHOWN = 50
# What somebody must do something about comes first.
URGENCY = [Outcome.REFUSED, Outcome.CHANGED, Outcome.NEW, Outcome.SAME]


class Choice(NamedTuple):
    value: str
    number: int
    is_chosen: bool


class ExchangePage:
    def __init__(self, report: Report, opts: Any, asked: QueryDict) -> None:
        self.report = report
        self.opts = opts
        self.chosen = asked.get("uitkomst", "")
        self.number = asked.get("pagina")

    @property
    def summary(self) -> str:
        return ", ".join(f"{self.report.counts[outcome]} {outcome}" for outcome in reversed(URGENCY))

    @property
    def button(self) -> str:
        """What it will do."""
        parts = []
        if self.report.new:
            parts.append(f"voeg {self.counted(self.report.new)} toe als concept")
        if self.report.changed:
            public = f" ({self.report.changed_in_public} op de site)" if self.report.changed_in_public else ""
            parts.append(f"wijzig {self.counted(self.report.changed)}{public}")
        return " en ".join(parts).capitalize()

    @property
    def done(self) -> str:
        parts = []
        if self.report.new:
            parts.append(f"{self.counted(self.report.new)} toegevoegd als concept")
        if self.report.changed:
            parts.append(f"{self.counted(self.report.changed)} gewijzigd")
        return f"{', '.join(parts).capitalize()}."

    def counted(self, number: int) -> str:
        return f"{number} {model_ngettext(self.opts, number)}"

    @property
    def choices(self) -> list[Choice]:
        """The ways to narrow the table."""
        found = [
            Choice(outcome, self.report.counts[outcome], is_chosen=outcome == self.chosen)
            for outcome in URGENCY
            if self.report.counts[outcome]
        ]
        return [Choice("", len(self.report.rows), is_chosen=self.chosen not in URGENCY), *found]

    @property
    def rows(self) -> Page[RowReport]:
        rows = [row for row in self.report.rows if self.chosen in (row.outcome, "") or self.chosen not in URGENCY]
        return Paginator(sorted(rows, key=lambda row: URGENCY.index(row.outcome)), SHOWN).get_page(self.number)
