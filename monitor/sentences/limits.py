"""What figures do not say: it stands beside every finding."""

from monitor.models import Indicator, Period, PublicFigure

from .words import EVENTS, PEOPLE, bare, say

TWICE = "Eén jongere kan meer dan één keer meetellen."
NO_SUM = "Tel perioden niet op: dezelfde jongere kan in twee perioden meetellen."
NOT_BETTER = "Een lager of hoger cijfer zegt niet of jongeren nu beter geholpen zijn."
REGISTERED = "Een verschil kan ook komen doordat er anders geregistreerd is."


def limits(indicator: Indicator, newest: PublicFigure | None) -> list[str]:
    """Nothing beside a norm: that is no measurement."""
    if newest is None or indicator.kind == Indicator.Kind.NORM:
        return []
    told = {
        TWICE: indicator.unit in EVENTS,
        NO_SUM: indicator.unit in PEOPLE and not indicator.summable and newest.period.kind != Period.Kind.DAY,
        NOT_BETTER: indicator.kind != Indicator.Kind.SENSITIVE,
        REGISTERED: indicator.registered,
        f"Nieuwste cijfer dat wij hebben: {bare(newest.period)}.": True,
    }
    return [sentence for sentence, holds in told.items() if holds]


def limits_in_short(indicator: Indicator, newest: PublicFigure | None) -> str:
    """In one line, for where its own page is one step away."""
    return say([told for told in limits(indicator, newest) if told in (TWICE, NO_SUM, NOT_BETTER)])
