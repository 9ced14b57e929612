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
        "canonical_url": f"{settings.SITE_URL}{request.path}",
        "text_blocks": SimpleLazyObject(lambda: dict(TextBlock.objects.values_list("key", "text"))),
        "help_lines": SimpleLazyObject(lambda: list(HelpLine.objects.all())),
    }
