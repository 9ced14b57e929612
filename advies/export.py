"""The adviezen as a table to take along: a row each, as it stood on a day."""

from collections.abc import Iterable

from django.conf import settings
from django.utils.formats import date_format

from advies.agreements import PASSED, AgreementReading
from advies.models import Responsibility
from advies.reading import AdviesReading
from stroomop.lib.stand import PARAMETER, Stand

HEADER = (
    "nummer", "korte_naam", "titel_volgens_de_bron", "bron", "aan_wie", "samen_met", "laatste_nieuws_datum",
    "laatste_nieuws_tot", "laatste_nieuws_zo_precies_als", "laatste_nieuws_soort", "laatste_nieuws",
    "maanden_zonder_maatregel_of_besluit", "woord", "feit", "nagekeken_op", "afspraken", "oordeel", "oordeel_door",
    "oordeel_op", "adres", "zoals_bekend_op", "citeer_als",
)  # fmt: skip
UNKNOWN = "onbekend"


def row(reading: AdviesReading, stand: Stand) -> tuple[object, ...]:
    """The cells under the header. None stands for what is not known, or can't be counted."""
    advies, news, judgement = reading.advies, reading.last_news, reading.assessment
    address = settings.SITE_URL + advies.get_absolute_url()
    return (
        advies.number,
        advies.short_name,
        advies.quotation,
        " ".join(filter(None, [advies.source_title, advies.source_url])),
        parties(party.responsibility for party in reading.parties) or UNKNOWN,
        parties(reading.partners),
        news and news.news.date_from,
        news and news.news.date_to,
        news and news.news.precision,
        news and news.news.get_kind_display(),
        news and news.news.title,
        reading.silence if reading.silence >= 0 else None,
        reading.label,
        reading.fact,
        advies.last_check,
        " | ".join(map(promise, reading.agreements)),
        reading.verdict,
        judgement and f"{judgement.signed_name}, die hoort bij {judgement.organisation}",
        judgement and judgement.known_on,
        address,
        stand.day,
        citation(str(advies), address, stand),
    )


def parties(responsibilities: Iterable[Responsibility]) -> str:
    """Each with what is asked of it, and the ground on which we say so."""
    return " | ".join(
        f"{item.organisation} ({item.get_role_display()}; {item.get_basis_display()})" for item in responsibilities
    )


def promise(agreement: AgreementReading) -> str:
    return f"{agreement.words} ({PASSED})" if agreement.has_passed else agreement.words


def citation(title: str, address: str, stand: Stand) -> str:
    """In the words of templates/components/stand_form.html."""
    return (
        f"StroomOP-portaal, {title}, zoals bekend op {date_format(stand.day, 'j F Y')}, "
        f"{address}?{PARAMETER}={stand.day.isoformat()} (bekeken op {date_format(stand.today, 'j F Y')})."
    )
