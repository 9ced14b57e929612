"""What the feeds tell: what was heard, with the day on which it became public. Never how long nothing was heard."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import Exists, OuterRef, Prefetch, Q, QuerySet
from django.db.models.functions import Greatest
from django.utils.formats import date_format

from advies.agreements import AgreementReading
from advies.models import Advies, Assessment, Bearing, Deadline, News, Response, Responsibility, Statement
from advies.querysets import known, known_or_always
from projects.feeds import LENGTH, start_of
from projects.models import Organisation

DEADLINES = {
    Deadline.Kind.DATE: "Afspraak met een andere datum",
    Deadline.Kind.CORRECTION: "Fout van ons hersteld in een afspraak",
    Deadline.Kind.KEPT: "Afspraak nagekomen",
    Deadline.Kind.DROPPED: "Afspraak vervallen",
}


@dataclass(frozen=True)
class Entry:
    item: Any
    known_on: date
    title: str
    paragraphs: list[str]
    path: str

    @property
    def updated_at(self) -> datetime:
        """When an editor last changed it, where that is kept; else the day on which the public could know it."""
        return getattr(self.item, "updated_at", None) or start_of(self.known_on)


@dataclass(frozen=True)
class Scope:
    """What one feed is about, of all that is public on a day."""

    title: str
    # The page that it belongs to.
    home: str
    day: date
    adviezen: dict[int, Advies]
    # The keys of those that the feed is about.
    chosen: set[int]
    # Whose words about no advies in particular belong in it.
    speakers: QuerySet[Organisation]

    def page(self, keys: Iterable[int]) -> str:
        """The page of the first of these adviezen that the feed is about."""
        return next(self.adviezen[key].get_absolute_url() for key in keys if key in self.chosen)

    def bearings(self) -> QuerySet[Bearing]:
        return Bearing.objects.filter(known_or_always(self.day), advies__in=self.adviezen)

    def news(self) -> Any:
        """Also what was corrected since: see ``is_corrected``."""
        bearings = self.bearings().filter(news=OuterRef("pk"), advies__in=self.chosen)
        return News.objects.known_by(self.day).filter(Exists(bearings))


def newest(scope: Scope) -> list[Entry]:
    """Newest known first."""
    kinds = (news, deadlines, assessments, responses, statements)
    found = [entry for kind in kinds for entry in kind(scope)]
    return sorted(found, key=lambda entry: (entry.known_on, entry.item._meta.model_name, entry.item.pk))[::-1][:LENGTH]


def news(scope: Scope) -> Iterator[Entry]:
    related = ("sources", Prefetch("bearings", scope.bearings()))
    told = scope.news().filter(is_corrected=False)
    found = told.order_by("-known_on", "-pk").select_related("supersedes").prefetch_related(*related)
    for item in found[:LENGTH]:
        bearings = item.bearings.all()
        dated = item.date_from or item.date_to
        until = f", loopt tot en met {item.end_in_words}" if item.runs_until else ""
        before = item.supersedes
        yield Entry(
            item,
            item.known_on,
            f"{item.get_kind_display().capitalize()}: {item.title}",
            [
                f"Wanneer: {item.period if dated else 'datum onbekend'}{until}.",
                item.text,
                *about(bearings, scope),
                f"Dit is een verbetering. Eerst schreven wij: {before.title} ({before.period})." if before else "",
                told_by((source.title, source.url) for source in item.sources.all()),
            ],
            scope.page(bearing.advies_id for bearing in bearings),
        )


def deadlines(scope: Scope) -> Iterator[Entry]:
    """Every row of a ledger, with all dates and reasons up to that one."""
    rows = Deadline.objects.filter(known(scope.day))
    found = (
        rows.filter(agreement__news__in=scope.news())
        .select_related("agreement__news")
        .prefetch_related(
            Prefetch("agreement__deadlines", rows), Prefetch("agreement__news__bearings", scope.bearings())
        )
        # A row may have been written while its news was still a draft.
        .annotate(told_on=Greatest("known_on", "agreement__news__known_on"))
        .order_by("-told_on", "-pk")
    )
    for row in found[:LENGTH]:
        agreement = row.agreement
        bearings = agreement.news.bearings.all()
        ledger = [earlier for earlier in agreement.deadlines.all() if earlier.number <= row.number]
        yield Entry(
            row,
            row.public_on,
            f"{heading(row)}: {agreement.title}",
            [
                f"{AgreementReading(agreement, scope.day, ledger).words}.",
                f"Aangekondigd door: {agreement.promised_by or 'onbekend'}.",
                *about(bearings, scope),
                told_by([(row.source_title, row.source_url)]),
            ],
            scope.page(bearing.advies_id for bearing in bearings),
        )


def heading(row: Deadline) -> str:
    """That we found no date says nothing about who named the one before."""
    if row.number == 1:
        return "Nieuwe afspraak"
    if row.kind == Deadline.Kind.DATE and not (row.date_from or row.date_to):
        return "Geen datum meer gevonden"
    return DEADLINES[Deadline.Kind(row.kind)]


def assessments(scope: Scope) -> Iterator[Entry]:
    found = Assessment.objects.filter(known(scope.day), advies__in=scope.chosen)
    found = found.order_by("-known_on", "-pk").select_related("organisation").prefetch_related("sources")
    for item in found[:LENGTH]:
        advies = scope.adviezen[item.advies_id]
        yield Entry(
            item,
            item.known_on,
            f"Oordeel over advies {advies.number}: {item.get_verdict_display()}",
            [
                f"{advies}.",
                item.reason,
                f"Beoordeeld door {item.signed_name}, die hoort bij {item.organisation}.",
                told_by((source.title, source.url) for source in item.sources.all()),
            ],
            scope.page([advies.pk]),
        )


def responses(scope: Scope) -> Iterator[Entry]:
    """What a party said, or that it was asked: a feed counts no silence against anybody."""
    own = Responsibility.objects.as_of(scope.day).filter(
        advies=OuterRef("advies"), organisation=OuterRef("organisation")
    )
    found = Response.objects.filter(
        Exists(own), known(scope.day), advies__in=scope.chosen, organisation__in=Organisation.objects.once_public()
    )
    for item in found.order_by("-known_on", "-pk").select_related("organisation")[:LENGTH]:
        advies = scope.adviezen[item.advies_id]
        answered = item.answer != Response.Answer.NONE
        answer = f"{item.organisation} over advies {advies.number}: {item.get_answer_display()}"
        yield Entry(
            item,
            item.known_on,
            answer if answered else f"Gevraagd aan {item.organisation}: een reactie op advies {advies.number}",
            [
                f"{advies}.",
                f"Gevraagd op {date_format(item.asked_on, 'j F Y')}." if item.asked_on else "",
                item.text,
                told_by([(item.source_title, item.source_url)]),
            ],
            scope.page([advies.pk]),
        )


def statements(scope: Scope) -> Iterator[Entry]:
    general = Q(advies=None, organisation__in=scope.speakers)
    found: Any = Statement.objects.as_of(scope.day).filter(
        general | Q(advies__in=scope.chosen), organisation__in=Organisation.objects.once_public()
    )
    for item in found.order_by("-known_on", "-pk").select_related("organisation")[:LENGTH]:
        advies = scope.adviezen[item.advies_id] if item.advies_id else None
        yield Entry(
            item,
            item.known_on,
            f"{item.organisation} zegt zelf" + (f", over advies {advies.number}" if advies else ""),
            [f"{advies}." if advies else "", item.text, told_by([(item.source_title, item.source_url)])],
            scope.page([advies.pk]) if advies else scope.home,
        )


def about(bearings: Iterable[Bearing], scope: Scope) -> list[str]:
    """Which adviezen, and whether a source says so or we do."""
    named, derived = (
        "; ".join(str(scope.adviezen[bearing.advies_id]) for bearing in bearings if bearing.derived == ours)
        for ours in (False, True)
    )
    return [
        f"De bron noemt dit advies, of de adviezen samen: {named}." if named else "",
        f"Wij zien een verband met: {derived}. Dat leiden wij af." if derived else "",
    ]


def told_by(sources: Iterable[tuple[str, str]]) -> str:
    words = [f"{title} ({url})" if url else title for title, url in sources if title]
    return f"{'Bronnen' if len(words) > 1 else 'Bron'}: {'; '.join(words)}" if words else ""
