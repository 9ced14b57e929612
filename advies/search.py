"""What of this app can be found. News and what parties say stand on the page of an advies."""

from datetime import datetime, time

from django.urls import reverse
from django.utils import timezone

from advies.models import Advies, News, Report, Statement
from advies.parties import was_ever_asked
from projects.search import is_heavy
from stroomop.lib.clock import today
from stroomop.lib.searching import Findable, Moments, Source, findable, first_public


def tell_advies(advies: Advies) -> Findable:
    texts = (advies.quotation, advies.explanation, advies.asked_now)
    return findable(advies, *texts, within=[since_report(advies)], sensitive=is_heavy(advies))


def since_report(advies: Advies) -> Moments:
    """An advies is public from the day that its report was."""
    day = advies.report.known_on
    return Moments(timezone.make_aware(datetime.combine(day, time.min)) if day else None)


def tell_report(report: Report) -> Findable:
    return findable(report, report.text, report.editor_note, url=f"{reverse('advies:advies_list')}#rapport")


def tell_news(news: News) -> Findable | None:
    """Until a correction takes its place."""
    advies = first_public(bearing.advies for bearing in news.bearings.all())
    if advies is None:
        return None
    correction = getattr(news, "successor", None)
    until = Moments(news.published_at, correction and correction.published_at)
    return findable(
        news,
        news.text,
        *(agreement.title for agreement in news.agreements.all()),
        url=advies.get_absolute_url(),
        within=[advies, since_report(advies), until],
        sensitive=is_heavy(advies),
    )


def tell_statement(statement: Statement) -> Findable | None:
    """About one advies, or about all that is asked of the party: then it stands on the page that tells of that."""
    advies, party = statement.advies, statement.organisation
    if advies is None and not was_ever_asked(party, today()):
        return None
    # A party that was public may still be named, so how its own page ends does not matter.
    within = [Moments(party.published_at), *([advies, since_report(advies)] if advies else [])]
    return findable(
        statement,
        statement.text,
        title=f"{party} over {advies or 'wat aan deze partij is gevraagd'}",
        url=advies.get_absolute_url() if advies else reverse("advies:party_detail", args=[party.slug]),
        within=within,
        sensitive=bool(advies) and is_heavy(advies),
    )


SOURCES = (
    Source(
        "adviezen",
        Advies.objects.select_related("report").prefetch_related("themes"),
        tell_advies,
        ("themes", "report"),
    ),
    Source("adviezen", Report.objects.all(), tell_report),
    Source(
        "nieuws",
        News.objects.select_related("successor").prefetch_related(
            "agreements", "bearings__advies__report", "bearings__advies__themes"
        ),
        tell_news,
        ("agreements", "bearings__advies__report", "bearings__advies__themes", "successor"),
    ),
    Source(
        "nieuws",
        Statement.objects.select_related("organisation", "advies__report").prefetch_related("advies__themes"),
        tell_statement,
        ("organisation__responsibilities", "advies__report", "advies__themes"),
    ),
)
