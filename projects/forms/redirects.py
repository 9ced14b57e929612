"""An old address and where it leads, as staff write them."""

from typing import Any
from urllib.parse import unquote, urlsplit

from django import forms
from django.urls import Resolver404, ResolverMatch, resolve, reverse

from projects.models import Redirect
from projects.querysets import tidy
from stroomop.lib import links
from stroomop.lib.admin import CompleteForm


class RedirectForm(CompleteForm):
    def clean_path(self) -> str:
        path = tidy(path_of(self.cleaned_data["path"]))
        if is_taken(path):
            raise forms.ValidationError(
                "Op dit adres staat al een pagina. Doorverwijzen kan alleen vanaf een adres waar niets meer staat."
            )
        return path

    def clean_target(self) -> str:
        written = self.cleaned_data["target"]
        target = path_of(written)
        if links.own_path(written) is None:
            raise forms.ValidationError("Kies een pagina van deze site.")
        if "?" in written or "#" in written:
            raise forms.ValidationError("Neem alleen het adres over, zonder wat er vanaf ? of # achter staat.")
        if not answers(target):
            raise forms.ValidationError(
                "Op dit adres staat geen openbare pagina. Open de pagina op de site en neem het adres over."
            )
        return target


def path_of(written: str) -> str:
    """The path in what somebody copied, which may be a whole web address."""
    try:
        path = unquote(urlsplit(written.strip()).path)
    except ValueError:
        path = ""
    if not path.startswith("/") or path.startswith("//") or "\0" in path:
        raise forms.ValidationError("Een adres begint met een schuine streep, zoals /projecten/.")
    return path


def found_at(path: str) -> ResolverMatch | None:
    try:
        return resolve(path)
    except Resolver404:
        return None


def is_taken(path: str) -> bool:
    """Whether something stands there, also when it is not public: it may be some day."""
    # The type stubs don't know what was captured; a route may also give its view something of itself.
    found: Any = found_at(path)
    return found is not None and (not found.captured_kwargs or links.item_at(path) is not None)


def answers(path: str) -> bool:
    """Whether a reader finds a page there."""
    found = found_at(path)
    if found is None or path.startswith(reverse("admin:index")):
        return False
    model: Any = links.shown_by(found.func)
    if model is None:
        return Redirect.objects.target_of(path) is None
    item = links.item_at(path)
    return item is not None and model.objects.published().filter(pk=item.pk).exists()
