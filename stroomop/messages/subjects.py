"""What a message can be about: the public page that the address of the form names."""

from dataclasses import dataclass
from typing import Any

from django.urls import Resolver404, resolve

from advies.models import Advies
from projects.models import Organisation, Project, Story, Themed
from stroomop.lib import links
from stroomop.models import Message
from stroomop.nav import MAIN, SECTIONS

Reason = Message.Reason
# What readers react on in public, as long as it is not about a heavy subject.
REACTABLE = (Project, Story, Advies)
# What a message must be about, for the reasons that ask for an item of one kind.
ABOUT: dict[str, tuple[type, ...]] = {Reason.REACTION: REACTABLE, Reason.QUESTION: (Project,)}
# Pages of more than one item, by their route.
OVERVIEWS = {route: title for title, route in MAIN} | {route: title for title, route, _ in SECTIONS}
OVERVIEWS |= {
    "projects:veranderopgave_list": "Veranderopgaven",
    "advies:party_list": "Wat is er gevraagd aan jou?",
    "monitor:compare": "Cijfers vergelijken",
    "monitor:panelround_list": "Panel",
}
PARTY = "advies:party_detail"


@dataclass(frozen=True)
class Subject:
    path: str
    title: str
    # None for a page of more than one item.
    item: Any = None

    @property
    def is_sensitive(self) -> bool:
        return self.item is not None and is_sensitive(self.item)


def is_sensitive(item: Any) -> bool:
    """It says so itself, or one of its themes does."""
    if not isinstance(item, Themed):
        return getattr(item, "sensitive", False)
    model: Any = type(item)
    return bool(model.objects.with_sensitivity().filter(pk=item.pk, is_sensitive=True).exists())


def takes_reactions(item: Any) -> bool:
    """Whether what readers write about it may stand on its page."""
    return isinstance(item, REACTABLE) and item.is_public and not is_sensitive(item)


def subject_at(address: str) -> Subject | None:
    """None for all that is no public page of ours: nobody learns here what is not public."""
    if (path := links.own_path(address)) is None:
        return None
    if (item := links.find_item(address)) is None:
        return overview_at(path)
    public: Any = item
    return Subject(public.get_absolute_url(), str(public), public) if public.is_public else None


def overview_at(path: str) -> Subject | None:
    try:
        match = resolve(path)
    except Resolver404:
        return None
    if match.view_name == PARTY:
        party = Organisation.objects.once_public().filter(**match.kwargs).first()
        return Subject(path, f"Wat is er gevraagd aan {party.name}?") if party else None
    return Subject(path, OVERVIEWS[match.view_name]) if match.view_name in OVERVIEWS else None


def fits(reason: str, subject: Subject | None) -> bool:
    """Whether a message with this reason can be about this."""
    if reason == Reason.CORRECTION:
        return subject is not None
    kinds = ABOUT.get(reason)
    return kinds is None or (subject is not None and isinstance(subject.item, kinds))
