"""Adviezen as nobody would think of them: every kind of row, known on any day, dated well or badly or not at all."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from typing import Any

from hypothesis import strategies as st

from advies.models import Advies, Bearing, Deadline, News, RelatedProject, Report, Response, Responsibility
from projects.models import Organisation
from tests.factories import (
    LONG_AGO,
    make_advies,
    make_agreement,
    make_assessment,
    make_check,
    make_deadline,
    make_news,
    make_organisation,
    make_project,
    make_publication,
    make_related_publication,
    make_report,
    make_response,
    make_responsibility,
    make_statement,
    make_theme,
)

type Draw = Callable[[st.SearchStrategy], Any]

TODAY = date(2028, 1, 1)
# Few enough that they often fall together, and months apart, as the rule counts months.
DAYS = st.integers(0, 30).map(lambda step: date(2020, 10, 1) + timedelta(days=90 * step))
NONE_OR_DAY = st.none() | DAYS
FEW = st.integers(0, 2)
MOMENTS = st.sampled_from([LONG_AGO] * 6 + [None, datetime(2027, 1, 1, tzinfo=UTC), datetime(2999, 1, 1, tzinfo=UTC)])
ARCHIVED = st.sampled_from([None] * 6 + [datetime(2027, 6, 1, tzinfo=UTC)])


@st.composite
def periods(draw: Draw) -> dict[str, Any]:
    start, end = sorted([draw(DAYS), draw(DAYS)])
    start, end = draw(st.sampled_from([(start, end), (start, start), (start, None), (None, end), (None, None)]))
    precision = draw(st.sampled_from(["dag", "maand", "seizoen", "jaar"])) if start or end else ""
    return {"date_from": start, "date_to": end, "precision": precision}


def make_world(draw: Draw) -> list[str]:
    """The addresses of its pages."""
    report = make_report(known_on=draw(DAYS))
    group = make_organisation(name="Groep", slug="groep")
    member = make_organisation(name="Lid", slug="lid", parent=group)
    hidden = make_organisation(name="Concept", slug="concept", parent=group, published_at=None)
    parties, outsider = [group, member, hidden], make_organisation(name="Beoordelaar", slug="beoordelaar")
    adviezen = [make_rows(draw, report, number, parties, outsider) for number in (1, 2)]
    for _ in range(draw(st.integers(1, 4))):
        make_heard(draw, adviezen)
    for _ in range(draw(FEW)):
        about, party = draw(st.sampled_from([None, *adviezen])), draw(st.sampled_from(parties))
        make_statement(organisation=party, advies=about, published_at=draw(MOMENTS), known_on=draw(DAYS))
    lists = ["/adviezen/?sorteer=stilte", "/adviezen/?partij=lid&sorteer=stilte", "/adviezen/?oordeel=gestart"]
    own = ["/adviezen/voor/groep/", "/adviezen/voor/lid/", *(advies.get_absolute_url() for advies in adviezen)]
    return [*lists, *own, "/adviezen/voor/", "/adviezen/adviezen.csv", "/adviezen/op-een-a4/"]


def make_rows(draw: Draw, report: Report, number: int, parties: list[Organisation], outsider: Organisation) -> Advies:
    advies = make_advies(report=report, number=number, slug=f"test-{number}")
    advies.themes.add(make_theme())
    for party in draw(st.lists(st.sampled_from(parties), max_size=3, unique=True)):
        make_asked(draw, advies, party)
    for _ in range(draw(FEW)):
        asked_on, known_on = sorted([draw(DAYS), draw(DAYS)])
        answer, party = draw(st.sampled_from(Response.Answer.values)), draw(st.sampled_from(parties))
        make_response(advies, organisation=party, answer=answer, asked_on=asked_on, known_on=known_on)
    for day in draw(st.lists(DAYS, max_size=3, unique=True)):
        make_check(advies, checked_on=day, note=f"Controle {day}.")
    for verdict in draw(st.lists(st.sampled_from(["gestart", "deels", "uitgevoerd"]), max_size=2)):
        make_assessment(advies, organisation=outsider, verdict=verdict, known_on=draw(DAYS))
    for _ in range(draw(FEW)):
        RelatedProject.objects.create(
            advies=advies, project=make_project(), why="Een test.", known_on=draw(NONE_OR_DAY)
        )
        make_related_publication(advies, make_publication(published_at=LONG_AGO), known_on=draw(NONE_OR_DAY))
    return advies


def make_asked(draw: Draw, advies: Advies, party: Organisation) -> None:
    """With corrections of corrections; the last may say that it was never so."""
    values = {"organisation": party, "basis": draw(st.sampled_from(Responsibility.Basis.values))}
    roles, start = st.sampled_from(["opdracht", "uitvoering", "betrokken"]), draw(NONE_OR_DAY)
    row = make_responsibility(advies, role=draw(roles), known_on=draw(DAYS), date_from=start, **values)
    for step in range(draw(FEW)):
        role = draw(roles) if step == 0 else "ingetrokken"
        known_on = max(row.known_on, draw(DAYS))
        row = make_responsibility(advies, role=role, known_on=known_on, supersedes=row, **values)


def make_heard(draw: Draw, adviezen: list[Advies]) -> None:
    """News, what was promised with it, and perhaps what came in its place."""
    before: News | None = None
    for _ in range(draw(st.integers(1, 2))):
        values = {"published_at": draw(MOMENTS), "known_on": draw(DAYS), **draw(periods())}
        if before is not None:
            values["known_on"] = max(values["known_on"], before.known_on or values["known_on"])
        if values["published_at"] and draw(ARCHIVED):
            values["archived_at"] = max(values["published_at"] + timedelta(days=1), datetime(2027, 6, 1, tzinfo=UTC))
        runs_until = draw(NONE_OR_DAY)
        if runs_until and (values["date_from"] is None or runs_until >= values["date_from"]):
            values["runs_until"] = runs_until
        kind = draw(st.sampled_from(News.Kind.values))
        before = make_news(kind=kind, supersedes=before, **values)
        for advies in draw(st.lists(st.sampled_from(adviezen), min_size=1, unique=True)):
            Bearing.objects.create(news=before, advies=advies, known_on=draw(NONE_OR_DAY))
        if draw(st.booleans()):
            make_promise(draw, before)


def make_promise(draw: Draw, news: News) -> None:
    agreement, known_on = make_agreement(news), draw(DAYS)
    for number in range(draw(st.integers(1, 3))):
        known_on = max(known_on, draw(DAYS))
        kind = draw(st.sampled_from(Deadline.Kind.values)) if number else "datum"
        make_deadline(agreement, kind=kind, known_on=known_on, **draw(periods()))
