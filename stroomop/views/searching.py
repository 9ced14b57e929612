"""The page of search: /zoeken/?q=&soort=&pagina=."""

import unicodedata
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.core.paginator import Page, Paginator
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.utils.safestring import SafeString
from django.views.decorators.http import require_safe

from projects.models import Theme
from stroomop.lib.distress import sounds_like_distress
from stroomop.models import SearchEntry
from stroomop.search.asking import Question, read_question
from stroomop.search.finding import Found, find
from stroomop.search.gathered import KINDS
from stroomop.search.snippets import Marker
from stroomop.search.suggestions import did_you_mean, with_some_words

PER_PAGE = 20
MOST_EXAMPLES = 6
# More than a question is, so that words of distress are heard further on as well.
LONGEST = 2_000


@dataclass(frozen=True)
class Hit:
    """A line of the list of results."""

    url: str
    kind: str
    title: SafeString
    snippet: SafeString


@require_safe
def search(request: HttpRequest) -> HttpResponse:
    raw = visible(request.GET.get("q", ""))
    question = read_question(raw)
    context = {} if question.is_empty else answer(question, request.GET)
    # Somebody in need gets help first, whatever was found.
    sensitive = context.get("sensitive") or sounds_like_distress(f"{raw} {context.get('suggestion', '')}")
    context |= {"question": question, "sensitive": sensitive}
    context["canonical_url"] = f"{settings.SITE_URL}{reverse('search')}"
    if "page" not in context:
        context["examples"] = Theme.objects.published().filter(sensitive=False)[:MOST_EXAMPLES]
    return render(request, "stroomop/search.html", context)


def visible(typed: str) -> str:
    """Without marks that nobody sees, such as those that turn the direction of all that follows on the page."""
    return "".join(sign for sign in typed[:LONGEST] if unicodedata.category(sign) != "Cf")


def answer(question: Question, chosen: QueryDict) -> dict[str, Any]:
    """What was found, of the kind that was chosen; or else what comes near."""
    kind = chosen.get("soort", "") if chosen.get("soort") in KINDS else ""
    found, page = part(question, kind, page_number(chosen.get("pagina", "")))
    if not found.by_kind:
        near = with_some_words(question)
        return {"suggestion": did_you_mean(question)} | listed(near, question)
    return listed(found.hits, question) | {
        "page": page,
        "kind": kind,
        "kind_title": KINDS.get(kind, ""),
        "kinds": [(slug, KINDS[slug], count) for slug, count in found.by_kind.items()],
        "count_of_all": sum(found.by_kind.values()),
    }


def part(question: Question, kind: str, number: int) -> tuple[Found, Page]:
    """A page of the hits. One that is past the end is the last page."""
    found = find(question, kind, (number - 1) * PER_PAGE, PER_PAGE)
    page = Paginator(range(found.total), PER_PAGE).get_page(number)
    if found.total and page.number != number:
        found = find(question, kind, (page.number - 1) * PER_PAGE, PER_PAGE)
    return found, page


def page_number(typed: str) -> int:
    """The first page for what is no number, or one that no list has."""
    return max(int(typed), 1) if typed.isdecimal() and len(typed) < 6 else 1


def listed(entries: list[SearchEntry], question: Question) -> dict[str, Any]:
    marker = Marker(question)
    return {
        "hits": [
            Hit(entry.url, KINDS[entry.kind], marker.marked(entry.title), marker.snippet(entry.text))
            for entry in entries
        ],
        "sensitive": any(entry.sensitive for entry in entries),
    }
