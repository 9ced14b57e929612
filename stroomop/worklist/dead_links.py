"""Links on public pages that lead nowhere."""

from urllib.parse import urlsplit

from django.contrib.auth.models import AbstractUser
from django.urls import reverse

from stroomop.lib.worklist import Finder, Kind, Line, Urgency
from stroomop.links.standing import dead_links

LINKS = Kind(
    "links",
    "Links die niet meer werken",
    Urgency.LATER,
    ("stroomop.view_linkcheck",),
    open_one="Bekijk waar hij staat",
    open_all="Bekijk de links",
)


def find_links(user: AbstractUser) -> Line | None:
    dead = dead_links()
    if not dead:
        return None
    if len(dead) == 1:
        [check] = dead
        address = reverse("admin:stroomop_linkcheck_change", args=[check.pk])
        return Line(f"Een link naar {urlsplit(check.address).hostname} werkt niet meer.", LINKS.open_one, address)
    address = reverse("admin:stroomop_linkcheck_changelist") + "?stand=dood"
    return Line(f"{len(dead)} links werken niet meer.", LINKS.open_all, address)


WORK: dict[Kind, Finder] = {LINKS: find_links}
