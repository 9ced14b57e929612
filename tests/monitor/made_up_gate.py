"""The tables of made-up people, published through the gate, and what somebody with all public figures has of them."""

from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

from monitor.disclosure import Cell
from monitor.models import Dimension, PublicFigure
from monitor.publication import publish, withdraw
from tests.factories import make_category, make_indicator, make_observation, make_release, make_series
from tests.monitor.made_up_tables import CALENDARS

FIRST_DAY = date(2023, 1, 1)
CODES = {"k1": "2022-Q1", "k2": "2022-Q2", "k3": "2022-Q3", "k4": "2022-Q4", "h1": "2022-H1", "h2": "2022-H2"}
CODES |= {"jaar": "2022", "h3": "2023-H1", "schooljaar": "2022-07/2023-06"}


class World:
    """A made-up table as it comes in: a release for each date, with what was new then."""

    def __init__(self, made, random):
        self.made, self.random = made, random
        self.codes = dict(CODES)
        if made.calendar == CALENDARS["all in the first half"]:
            self.codes["h1"] = "2022-2022"
        rule = made.rule
        self.indicator = make_indicator(smallest=rule.smallest, rounding=rule.base)
        self.series = dict(self.make_series())
        self.names = {series.pk: name for name, series in self.series.items()}
        self.places = {code: name for name, code in self.codes.items()}

    def make_series(self):
        yield self.made.table.total, make_series(self.indicator)
        for breakdown in self.made.table.breakdowns:
            slug = f"deel-{min(breakdown.parts)[:-1]}"
            dimension = Dimension.objects.create(slug=slug, name=slug, plural=slug, covers=breakdown.covers)
            for name in sorted(breakdown.parts):
                yield name, make_series(self.indicator, make_category(dimension=dimension, name=name, slug=name))

    def deliver(self):
        """In any order, one by one or together; now and then a mention, or one that is taken back."""
        versions = [({}, self.made.dates[0]), *pairwise(self.made.dates)]
        releases = [self.release(nth, before, after) for nth, (before, after) in enumerate(versions)]
        if self.random.random() < 0.5:
            self.random.shuffle(releases)
            for release in releases:
                publish([release])
        else:
            publish(releases)
        if len(releases) > 1 and self.random.random() < 0.3:
            withdraw([max(releases, key=lambda release: release.known_on)], "Fout.")

    def release(self, nth, before, after):
        release = make_release(published_at=None, known_on=FIRST_DAY + timedelta(days=nth))
        mention = bool(nth) and self.random.random() < 0.2
        for cell, count in after.items():
            if before.get(cell) != count:
                secret = not nth and cell in self.made.already_hidden
                value = None if secret else str(count)
                series, code = self.series[cell.series], self.codes[cell.period]
                make_observation(series, code, value, release=release, rank=nth, mention_only=mention)
        return release

    def public(self):
        """The table as the attacker has it, at each date of ?stand= and with all else that was said; what is hidden."""
        figures = list(PublicFigure.objects.filter(series__indicator=self.indicator).in_order())
        hidden = {self.cell(figure) for figure in figures if figure.value is None}
        days = sorted({figure.valid_from for figure in figures})
        dates, told = [], set()
        for day in days:
            held = [figure for figure in figures if figure.withdrawn_on is None and figure.valid_from <= day]
            held = [figure for figure in held if figure.held_on(day)]
            told |= {figure.pk for figure in held}
            dates.append({self.cell(figure): self.number(figure) for figure in held})
        for figure in figures:
            if figure.pk not in told and figure.value is not None:
                dates.append(dates[-1] | {self.cell(figure): int(figure.value)})
        return replace(self.made, dates=tuple(dates)), frozenset(hidden)

    def number(self, figure):
        """Of a hidden one the count itself, by which the attacker knows where a zero can't be."""
        if figure.value is not None:
            return int(figure.value)
        return max(version.get(self.cell(figure), 0) for version in self.made.dates)

    def cell(self, figure):
        return Cell(self.names[figure.series_id], self.places[figure.period.code])
