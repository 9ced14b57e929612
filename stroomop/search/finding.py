"""The hits of a question: which, how many of each kind, and in which order, alike on both databases."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import Case, Count, F, IntegerField, Q, When
from django.db.models.functions import Length

from stroomop.models import SearchEntry

from .asking import Question
from .gathered import KINDS, SOURCES
from .storage import Matches, expression
from .words import spaced, stems_of


@dataclass(frozen=True)
class Found:
    # In the order of KINDS, only those that have any.
    by_kind: dict[str, int]
    # Of the kind that was asked for; of all when none was.
    total: int
    hits: list[SearchEntry]


def find(question: Question, kind: str = "", first: int = 0, most: int = 20) -> Found:
    """At most three queries. The second tells only which, so that no database sorts whole texts."""
    if question.is_empty:
        return Found({}, 0, [])
    matching = public_entries().filter(*conditions(question))
    counts = dict(matching.order_by().values_list("kind").annotate(Count("pk")))
    by_kind = {slug: counts[slug] for slug in KINDS if slug in counts}
    total = by_kind.get(kind, 0) if kind else sum(by_kind.values())
    if first >= total:
        return Found(by_kind, total, [])
    chosen = matching.filter(kind=kind) if kind else matching
    ranked = chosen.order_by(tier(question), kind_rank(), Length("title"), "pk")
    keys = list(ranked.values_list("pk", flat=True)[first : first + most])
    entries = SearchEntry.objects.in_bulk(keys)
    return Found(by_kind, total, [entries[key] for key in keys])


def public_entries() -> Any:
    """All that can be found now."""
    entries = SearchEntry.objects.published()
    for source in SOURCES:
        if source.shown is not None:
            names = {"app_label": source.model._meta.app_label, "model": source.model._meta.model_name}
            of_source = Q(item_type__in=ContentType.objects.filter(**names))
            entries = entries.filter(~of_source | Q(item_id__in=source.shown().values("pk")))
    return entries


def conditions(question: Question) -> Iterator[Any]:
    # The words of a phrase are looked up as well: then only entries that have them all are read for it.
    in_phrases = [[word] for phrase in question.phrases for word in phrase.split()]
    yield Matches(F("pk"), expression([*in_phrases, *question.words], question.prefix))
    for phrase in question.phrases:
        yield Q(title_stems__contains=phrase) | Q(text_stems__contains=phrase)


def tier(question: Question) -> Case:
    """The title is what was asked; all of it stands in the title; it stands side by side in the text; anywhere."""
    whole = stems_of(question.text)
    telling = spaced(group[0] for group in question.words)
    same = [whole, telling]
    if len(question.words) == 1 and not question.phrases:
        same += map(spaced, ([way] for way in question.words[0]))
    return Case(
        When(title_stems__in=same, then=0),
        When(in_title(question), then=1),
        When(Q(text_stems__contains=whole) | Q(title_stems__contains=whole), then=2),
        default=3,
        output_field=IntegerField(),
    )


def in_title(question: Question) -> Q:
    found = Q()
    for phrase in question.phrases:
        found &= Q(title_stems__contains=phrase)
    for nth, group in enumerate(question.words, 1):
        of_group = Q()
        for way in group:
            of_group |= Q(title_stems__contains=f" {way} ")
        if question.prefix and nth == len(question.words):
            of_group |= Q(title_stems__contains=f" {question.prefix}")
        found &= of_group
    return found


def kind_rank() -> Case:
    whens = [When(kind=slug, then=nth) for nth, slug in enumerate(KINDS)]
    return Case(*whens, output_field=IntegerField())
