"""What the feeds tell: what was heard, with the day on which it became public. Never how long nothing was heard."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, NamedTuple

from django.db.models import Exists, F, OuterRef, Prefetch, Q, QuerySet
from django.db.models.functions import Greatest
from django.utils.formats import date_format

from advies.agreements import AgreementReading
from advies.models import Assessment, Bearing, Deadline, Response, Responsibility, Statement
from advies.querysets import known
from advies.scope import Scope
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
    is_sensitive: bool = False

    @property
    def updated_at(self) -> datetime:
        """When an editor last changed it, where that is kept; else the day on which the public could know it."""
        return getattr(self.item, "updated_at", None) or start_of(self.known_on)


def news(scope: Scope) -> QuerySet:
    return scope.news().filter(is_corrected=False).annotate(news_on=F("known_on"))


def read_news(found: Any, scope: Scope) -> Iterator[Entry]:
    related = ("sources", Prefetch("bearings", scope.bearings()))
    for item in found.select_related("supersedes").prefetch_related(*related):
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
            *scope.place(bearing.advies_id for bearing in bearings),
        )


def deadlines(scope: Scope) -> QuerySet:
    found = Deadline.objects.filter(known(scope.day), agreement__news__in=scope.news())
    # A row may have been written while its news was still a draft.
    return found.annotate(news_on=Greatest("known_on", "agreement__news__known_on"))


def read_deadlines(found: Any, scope: Scope) -> Iterator[Entry]:
    """Every row of a ledger, with all dates and reasons up to that one."""
    rows = Deadline.objects.filter(known(scope.day))
    related = Prefetch("agreement__deadlines", rows), Prefetch("agreement__news__bearings", scope.bearings())
    for row in found.select_related("agreement__news").prefetch_related(*related):
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
            *scope.place(bearing.advies_id for bearing in bearings),
        )


def heading(row: Deadline) -> str:
    """That we found no date says nothing about who named the one before."""
    if row.number == 1:
        return "Nieuwe afspraak"
    if row.kind == Deadline.Kind.DATE and not (row.date_from or row.date_to):
        return "Geen datum meer gevonden"
    return DEADLINES[Deadline.Kind(row.kind)]


def assessments(scope: Scope) -> QuerySet:
    return Assessment.objects.filter(known(scope.day), advies__in=scope.chosen).annotate(news_on=F("known_on"))


def read_assessments(found: Any, scope: Scope) -> Iterator[Entry]:
    for item in found.select_related("organisation").prefetch_related("sources"):
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
            *scope.place([advies.pk]),
        )


def responses(scope: Scope) -> QuerySet:
    own = Responsibility.objects.as_of(scope.day).filter(
        advies=OuterRef("advies"), organisation=OuterRef("organisation")
    )
    found = Response.objects.filter(
        Exists(own), known(scope.day), advies__in=scope.chosen, organisation__in=Organisation.objects.once_public()
    )
    return found.annotate(news_on=F("known_on"))


def read_responses(found: Any, scope: Scope) -> Iterator[Entry]:
    """What a party said, or that it was asked: a feed counts no silence against anybody."""
    for item in found.select_related("organisation"):
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
            *scope.place([advies.pk]),
        )


def statements(scope: Scope) -> QuerySet:
    general = Q(advies=None, organisation__in=scope.speakers)
    found: Any = Statement.objects.as_of(scope.day).filter(
        general | Q(advies__in=scope.chosen), organisation__in=Organisation.objects.once_public()
    )
    return found.annotate(news_on=F("known_on"))


def read_statements(found: Any, scope: Scope) -> Iterator[Entry]:
    for item in found.select_related("organisation"):
        advies = scope.adviezen[item.advies_id] if item.advies_id else None
        yield Entry(
            item,
            item.known_on,
            f"{item.organisation} zegt zelf" + (f", over advies {advies.number}" if advies else ""),
            [f"{advies}." if advies else "", item.text, told_by([(item.source_title, item.source_url)])],
            *(scope.place([advies.pk]) if advies else (scope.home,)),
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


class Kind(NamedTuple):
    """``rows`` have ``news_on``, the day since which the public knows; ``read`` says what there is to tell of them."""

    rows: Callable[[Scope], Any]
    read: Callable[[Any, Scope], Iterator[Entry]]


KINDS = {
    "news": Kind(news, read_news),
    "deadline": Kind(deadlines, read_deadlines),
    "assessment": Kind(assessments, read_assessments),
    "response": Kind(responses, read_responses),
    "statement": Kind(statements, read_statements),
}


def newest(scope: Scope) -> list[Entry]:
    """Newest known first."""
    found = [
        entry
        for kind in KINDS.values()
        for entry in kind.read(kind.rows(scope).order_by("-news_on", "-pk")[:LENGTH], scope)
    ]
    return sorted(found, key=lambda entry: (entry.known_on, entry.item._meta.model_name, entry.item.pk))[::-1][:LENGTH]
