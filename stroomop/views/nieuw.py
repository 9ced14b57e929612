"""What is new on the site."""

from typing import Any

from django.views.generic import ListView

from monitor.corrections import corrections, read_corrections
from monitor.export import downloadable
from projects.shortcuts import any_sensitive
from stroomop.lib.stand import read_stand

# What there is news of; more kinds are to come.
NEWS_KINDS = ("correcties",)


class Nieuw(ListView):
    """What changed, newest first."""

    template_name = "stroomop/nieuw.html"
    paginate_by = 50
    page_kwarg = "pagina"

    def get_queryset(self) -> Any:
        self.stand = read_stand(self.request.GET)
        return corrections(downloadable().published(), self.stand.day)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        found = read_corrections(context["page_obj"].object_list)
        kind = self.request.GET.get("soort", "")
        return {
            **context,
            "stand": self.stand,
            "corrections": found,
            "unknown_kind": bool(kind) and kind not in NEWS_KINDS,
            "sensitive": any_sensitive(found),
        }
