"""Answers of a panel on their way through the gate, and what the public has of them afterwards."""

from datetime import date

from monitor.models import PublicAnswer
from tests.factories import make_panel_results, make_release, make_source

TODAY, MARCH = date(2026, 11, 22), date(2024, 3, 1)
LIST, DETAIL = "/monitor/panel/", "/monitor/panel/testronde/"
NOTHING = "Nu staat hier nog niets."


def deliver(stelling, release=None, known_on=date(2024, 1, 1), **counts):
    """A draft with what each group answered, as in ``jongeren="5 0 7 2"``."""
    release = release or make_release(published_at=None, known_on=known_on)
    for group, numbers in counts.items():
        make_panel_results(stelling, numbers, release, group)
    return release


def shown(stelling, day=TODAY):
    """What held on a day, of each group: as it was delivered; "x" is hidden."""
    groups = {}
    for one in PublicAnswer.objects.held_on(day).filter(stelling=stelling):
        groups.setdefault(one.group, []).append("x" if one.number is None else str(one.number))
    return {group: " ".join(numbers) for group, numbers in groups.items()}


def release_of(**kwargs):
    source = make_source(title="Testverslag", url="https://bron.test/")
    return make_release(source=source, published_at=None, known_on=MARCH, **kwargs)
