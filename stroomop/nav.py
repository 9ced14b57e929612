"""The menus as data. What is not there yet has no line here."""

from dataclasses import dataclass

from django.urls import reverse


@dataclass(frozen=True)
class NavItem:
    title: str
    url: str
    current: bool


MAIN = (("Adviezen", "advies:advies_list"), ("Projecten", "projects:project_list"), ("Monitor", "monitor:overview"))
FOOTER_PAGES = (
    ("Over StroomOP", "over"),
    ("Hoe we bronnen gebruiken", "bronnen"),
    ("Toegankelijkheid", "toegankelijkheid"),
    ("Privacy", "privacy"),
    ("Contact", "contact"),
)


def main_menu(path: str) -> list[NavItem]:
    return [NavItem(title, url := reverse(name), path.startswith(url)) for title, name in MAIN]


def footer_menu(path: str) -> list[NavItem]:
    items = [("Veranderopgaven", reverse("projects:veranderopgave_list"))]
    items += [(title, reverse("page", args=[slug])) for title, slug in FOOTER_PAGES]
    return [NavItem(title, url, path == url) for title, url in items]
