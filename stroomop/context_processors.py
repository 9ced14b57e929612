from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject

from stroomop.models import HelpLine, TextBlock
from stroomop.nav import footer_menu, main_menu


def site(request: HttpRequest) -> dict[str, Any]:
    """What every page needs. Lazy, so that a page that shows no menu asks the database nothing: two queries at most."""
    return {
        "nav": SimpleLazyObject(lambda: main_menu(request.path)),
        "footer_nav": SimpleLazyObject(lambda: footer_menu(request.path)),
        "canonical_url": canonical_url(request),
        "text_blocks": SimpleLazyObject(lambda: dict(TextBlock.objects.values_list("key", "text"))),
        "help_lines": SimpleLazyObject(lambda: list(HelpLine.objects.all())),
    }


def canonical_url(request: HttpRequest) -> str:
    """The one address of a page. Choices and order make no other page of a list; a further part of it is one."""
    page = request.GET.get("pagina", "")
    part = f"?pagina={page}" if page.isdecimal() and page != "1" else ""
    return f"{settings.SITE_URL}{request.path}{part}"
