"""What all lists and all pages of one item have in common."""

from typing import Any

from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.views.generic import DetailView, ListView

from projects import schema
from projects.forms import ListFilter
from projects.models import Redirect
from projects.shortcuts import any_sensitive, get_published_or_gone
from stroomop.lib.gone import Gone


class FilteredList(ListView):
    """A list that the address narrows, sorts and cuts into pages."""

    model: Any
    filterset_class: type[ListFilter]
    paginate_by = 25
    page_kwarg = "pagina"

    def items(self) -> Any:
        """All that the list could show."""
        return self.model.objects.published()

    def get_queryset(self) -> QuerySet[Any]:
        self.filter = self.filterset_class(self.request.GET, self.items(), request=self.request)
        narrowed: Any = self.filter.qs
        # Without a unique end to the order, an item could stand on two pages or on none.
        order = narrowed.query.order_by or narrowed.model._meta.ordering
        return narrowed.order_by(*order, "pk").for_list()

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(filter=self.filter, **kwargs)
        return {"sensitive": any_sensitive(context["page_obj"]), **context}


class PublishedDetail(DetailView):
    """The page of one item. ``related`` names what else the page shows, by the accessors of the model."""

    model: Any
    related: tuple[str, ...] = ()

    def get_object(self, queryset: QuerySet[Any] | None = None) -> Any:
        return get_published_or_gone(self.model.objects.for_detail(), slug=self.kwargs["slug"])

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        try:
            return super().get(request, *args, **kwargs)
        except Gone:
            raise
        except Http404:
            if (item := self.by_former_name()) is None:
                raise
            query = request.META.get("QUERY_STRING", "")
            return HttpResponsePermanentRedirect(item.get_absolute_url() + (f"?{query}" if query else ""))

    def by_former_name(self) -> Any:
        """The public item that was called so before, for the models that keep former names. The old address of a page
        stays that of the page."""
        if not hasattr(self.model, "former_names") or Redirect.objects.target_of(self.request.path):
            return None
        return self.model.objects.published().filter(former_names__slug=self.kwargs["slug"]).first()

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        shown = [self.object, *(item for name in self.related for item in getattr(self.object, name).all())]
        context = {"sensitive": any_sensitive(shown), "json_ld": schema.describe(self.object)}
        return super().get_context_data(**context, **kwargs)
