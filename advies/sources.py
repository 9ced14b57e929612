"""Where a piece of news was read is a publication too: it stands in the library, and with the adviezen it bears on."""

from urllib.parse import urldefrag

from advies.models import News, NewsSource, RelatedPublication
from projects.models import Publication
from stroomop.lib import clock
from stroomop.lib.slugs import free_slug

WHY = "Bron van het nieuws ‘{}’."


def share_sources(news: News) -> list[Publication]:
    """Makes the publications that are not there yet, public as long as the news is, and gives those it made. They are
    tied to the adviezen only once the news has a moment of publication: the tie tells of the news. To be called again
    when that moment changes."""
    made = []
    for source in news.sources.exclude(url=""):
        publication = find_publication(source.url)
        if publication is None:
            publication = make_publication(news, source)
            made.append(publication)
        elif publication.kind == Publication.Kind.LINK and not publication.has_been_public:
            publication.published_at = news.published_at
            publication.save()
        tie(news, publication)
    return made


def find_publication(url: str) -> Publication | None:
    """The one with this address, whatever part of the page it points at."""
    address = bare(url)
    candidates = Publication.objects.filter(url__istartswith=address).order_by("pk")
    return next((publication for publication in candidates if bare(publication.url) == address), None)


def bare(url: str) -> str:
    return urldefrag(url).url.rstrip("/")


def make_publication(news: News, source: NewsSource) -> Publication:
    publication = Publication(
        slug=free_slug(Publication.objects.all(), source.title, "link"),
        title=source.title[: Publication._meta.get_field("title").max_length],
        kind=Publication.Kind.LINK,
        summary=news.title,
        url=source.url,
        source_title=source.title,
        source_url=source.url,
        date_from=news.date_from,
        date_to=news.date_to,
        precision=news.precision,
        published_at=news.published_at,
        changed_at=clock.now() if news.published_at else None,
    )
    publication.save()
    return publication


def tie(news: News, publication: Publication) -> None:
    """One that was there before the news stays as it is."""
    RelatedPublication.objects.filter(
        publication=publication, advies__in=news.adviezen.all(), known_on__gt=clock.today()
    ).delete()
    if news.published_at is None:
        return
    for advies in news.adviezen.all():
        RelatedPublication.objects.get_or_create(
            advies=advies,
            publication=publication,
            defaults={"why": WHY.format(news.title), "known_on": news.known_on},
        )
