"""What of this app can be found: words alone. Figures come through the gate, and never into the index."""

from typing import Any

from monitor.models import Indicator, PanelRound, Speerpunt
from stroomop.lib.clock import today
from stroomop.lib.searching import Findable, Source, findable


def tell_indicator(indicator: Indicator) -> Findable:
    return findable(indicator, indicator.definition, indicator.meaning, sensitive=indicator.is_sensitive)


def tell_speerpunt(speerpunt: Speerpunt) -> Findable:
    return findable(speerpunt, speerpunt.text, speerpunt.meaning, sensitive=speerpunt.sensitive)


def tell_round(panel_round: PanelRound) -> Findable:
    """With the stellingen of which something is told."""
    told = [stelling.text for stelling in panel_round.stellingen.all() if stelling.public_answers.all()]
    return findable(panel_round, *told, sensitive=panel_round.sensitive)


def shown_rounds() -> Any:
    return PanelRound.objects.shown(today())


SOURCES = (
    Source("cijfers", Speerpunt.objects.all(), tell_speerpunt),
    Source("cijfers", Indicator.objects.select_related("speerpunt"), tell_indicator, ("speerpunt",)),
    Source(
        "cijfers",
        PanelRound.objects.prefetch_related("stellingen__public_answers"),
        tell_round,
        ("stellingen",),
        shown_rounds,
    ),
)
