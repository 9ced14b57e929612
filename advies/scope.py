"""What a list of news of the adviezen is about: all of them, some, or what one party was asked."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Exists, OuterRef, QuerySet
from django.urls import reverse

from advies.models import Advies, Bearing, News
from advies.querysets import known_or_always
from projects.models import Organisation


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

    def place(self, keys: Iterable[int]) -> tuple[str, bool]:
        """The page of the first of these adviezen that the feed is about; and whether one of them is sensitive."""
        about = list(keys)
        page = next(self.adviezen[key].get_absolute_url() for key in about if key in self.chosen)
        return page, any(self.adviezen[key].is_sensitive for key in about)

    def bearings(self) -> QuerySet[Bearing]:
        return Bearing.objects.filter(known_or_always(self.day), advies__in=self.adviezen)

    def news(self) -> Any:
        """Also what was corrected since: see ``is_corrected``."""
        bearings = self.bearings().filter(news=OuterRef("pk"), advies__in=self.chosen)
        return News.objects.known_by(self.day).filter(Exists(bearings))


def public_adviezen(day: date) -> dict[int, Advies]:
    """By number: the first is the one that an entry about several leads to."""
    return {advies.pk: advies for advies in Advies.objects.as_of(day).with_sensitivity()}


def everything(day: date) -> Scope:
    """All twelve, and what parties say about all that is asked of them."""
    adviezen = public_adviezen(day)
    speakers = Organisation.objects.once_public()
    return Scope("De twaalf adviezen", reverse("advies:advies_list"), day, adviezen, set(adviezen), speakers)
