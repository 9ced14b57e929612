from django import template

from monitor.comparison import MOST_PARTS, Choice, Split, comparable_splits, parts_choice
from monitor.reading import IndicatorReading

register = template.Library()


@register.simple_tag
def compare_splits(reading: IndicatorReading) -> list[tuple[Split, Choice]]:
    """The breakdowns whose parts can be compared, each with what to choose: all of them, or where they are too many
    the figure alone. No queries: the reading has all figures."""
    if not reading.indicator.is_drawn:
        return []
    slug = reading.indicator.slug
    found = []
    for split in comparable_splits(reading.breakdowns):
        categories = [part.category for part in split.parts]
        found.append((split, parts_choice(slug, categories if len(categories) <= MOST_PARTS else [])))
    return found
