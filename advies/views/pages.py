from collections.abc import Iterable

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import resolve, reverse
from django.views.decorators.http import require_safe

from advies import sentences
from advies.forms.adviezen import BY_SILENCE, AdviesFilter
from advies.models import Advies, Report, Statement
from advies.parties import asked_of, in_groups, in_groups_for, parties, was_ever_asked
from advies.reading import AdviesReading, read
from projects.models import Organisation, Redirect
from projects.shortcuts import any_sensitive, get_published_or_gone
from stroomop.lib.links import page_of
from stroomop.lib.stand import read_stand

ORGANISATION = "projects:organisation_detail"


@require_safe
def advies_list(request: HttpRequest) -> HttpResponse:
    stand = read_stand(request.GET)
    adviezen = Advies.objects.as_of(stand.day)
    narrowed = AdviesFilter(request.GET, adviezen, request=request, day=stand.day)
    readings = read(narrowed.qs.for_list(stand.day), stand.day)
    ranked = narrowed.form.cleaned_data.get("sorteer") == BY_SILENCE
    if narrowed.party:
        asked = asked_of(narrowed.party, stand.day)
        groups = in_groups_for(narrowed.party, asked, readings, ranked=ranked)
    else:
        groups = in_groups(readings, ranked=ranked)
    context = {
        "stand": stand,
        "filter": narrowed,
        "groups": groups,
        "shared_check": shared(reading.advies.last_check for reading in readings),
        "shared_note": shared(reading.advies.last_check_note for reading in readings),
        "parties": parties(stand.day),
        "report": Report.objects.published().filter(known_on__lte=stand.day).prefetch_related("sources").first(),
        "explanation": sentences.explanation(),
        "sensitive": any_sensitive(reading.advies for reading in readings),
    }
    return render(request, "advies/advies_list.html", context)


def shared[T](values: Iterable[T]) -> T | None:
    """The one value that all have; None when they differ."""
    found = set(values)
    return found.pop() if len(found) == 1 else None


@page_of(Advies)
@require_safe
def advies_detail(request: HttpRequest, number: int, slug: str) -> HttpResponse:
    stand = read_stand(request.GET)
    advies = get_published_or_gone(Advies.objects.for_detail(stand.day), number=number, slug=slug)
    items = [
        advies,
        *(related.project for related in advies.related_projects.all()),
        *(related.publication for related in advies.related_publications.all()),
    ]
    context = {
        "stand": stand,
        "advies": advies,
        # Before its report there was no advies, and so there is nothing to tell.
        "reading": AdviesReading(advies, stand.day) if advies.is_known(stand.day) else None,
        "sensitive": any_sensitive(items),
    }
    return render(request, "advies/advies_detail.html", context)


@require_safe
def party_list(request: HttpRequest) -> HttpResponse:
    stand = read_stand(request.GET)
    return render(request, "advies/party_list.html", {"stand": stand, "parties": parties(stand.day)})


@require_safe
def party_detail(request: HttpRequest, slug: str) -> HttpResponse:
    """What is asked of one party. Where nothing ever was, there is no page."""
    stand = read_stand(request.GET)
    if (party := Organisation.objects.once_public().filter(slug=slug).first()) is None:
        question = request.META.get("QUERY_STRING", "")
        return redirect(under_new_name(slug) + (f"?{question}" if question else ""), permanent=True)
    if not was_ever_asked(party, stand.today):
        raise Http404
    asked = asked_of(party, stand.day)
    adviezen = Advies.objects.as_of(stand.day).filter(pk__in={item.advies_id for item in asked})
    readings = read(adviezen.for_list(stand.day), stand.day)
    statements = Statement.objects.as_of(stand.day).filter(organisation=party)
    context = {
        "stand": stand,
        "party": party,
        "groups": in_groups_for(party, asked, readings, ranked=False),
        "statements": statements.select_related("advies", "organisation"),
        "sensitive": any_sensitive(reading.advies for reading in readings),
    }
    return render(request, "advies/party_detail.html", context)


def under_new_name(slug: str) -> str:
    """The address of a party that was called so before; raises Http404 when none was."""
    target = Redirect.objects.target_of(reverse(ORGANISATION, args=[slug]))
    if target is None or (page := resolve(target)).view_name != ORGANISATION:
        raise Http404
    return reverse("advies:party_detail", kwargs=page.kwargs)
