"""The menus as data. What is not there yet has no line here."""

from dataclasses import dataclass

from django.db.models import Value
from django.urls import reverse

from projects.models import Event, GlossaryTerm, Initiative, Organisation, Person, Publication, Story, Theme


@dataclass(frozen=True)
class NavItem:
    title: str
    url: str
    current: bool


MAIN = (
    ("Adviezen", "advies:advies_list"),
    ("Projecten", "projects:project_list"),
    ("Wat we leerden", "projects:lesson_list"),
    ("Monitor", "monitor:overview"),
    ("Meedoen", "projects:taking_part_list"),
)
# Title, route, and what must be there for the line to show.
SECTIONS = (
    ("Thema's", "projects:theme_list", Theme.objects.all()),
    ("Alternatieven", "projects:alternative_list", Initiative.objects.alternatives()),
    ("Organisaties", "projects:organisation_list", Organisation.objects.all()),
    ("Mensen", "projects:person_list", Person.objects.all()),
    ("Publicaties", "projects:publication_list", Publication.objects.all()),
    ("Verhalen", "projects:story_list", Story.objects.all()),
    ("Agenda", "projects:event_list", Event.objects.all()),
    ("Begrippen", "projects:glossary", GlossaryTerm.objects.all()),
)
FOOTER_PAGES = (
    ("Over StroomOP", "over"),
    ("Hoe we bronnen gebruiken", "bronnen"),
    ("Toegankelijkheid", "toegankelijkheid"),
    ("Privacy", "privacy"),
    ("Contact", "contact"),
)


def sections() -> list[tuple[str, str]]:
    """Those with something to show. One query: every page has this menu."""
    filled = [
        items.published().order_by().annotate(route=Value(name)).values_list("route", flat=True)
        for _, name, items in SECTIONS
    ]
    # A union takes the ordering of its first model, unless it has one of its own.
    routes = set(filled[0].union(*filled[1:]).order_by("route"))
    return [(title, route) for title, route, _ in SECTIONS if route in routes]


def main_menu(path: str) -> list[NavItem]:
    return [NavItem(title, url := reverse(name), path.startswith(url)) for title, name in MAIN]


def footer_menu(path: str) -> list[NavItem]:
    items = [("Veranderopgaven", reverse("projects:veranderopgave_list"))]
    items += [(title, reverse(name)) for title, name in sections()]
    items += [(title, reverse("page", args=[slug])) for title, slug in FOOTER_PAGES]
    return [NavItem(title, url, path == url) for title, url in items]
