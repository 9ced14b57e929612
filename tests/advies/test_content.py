"""Our own content: the twelve adviezen word for word, each with who is to act, each fact with a source."""

import pytest

from advies.models import Advies, Deadline, News, NewsSource, Report, ReportSource
from advies.reading import read
from stroomop.content import load_content
from stroomop.lib.clock import today
from tests.pages import rows

pytestmark = pytest.mark.django_db

# Literal, so a change here is a change of the facts.
QUOTATIONS = """
Maak (financiële) ruimte voor experimenteren en geef als ministeries één integrale opdracht tot transformeren.

Stel als zorgregio’s en schoolbesturen een integrale visie op passend onderwijs en jeugdhulp voor kwetsbare jongeren
vast en ontwikkel samen met de gespecialiseerde jeugdzorg en onderwijsinstellingen alternatieven voor geslotenheid.

Zorg dat nieuwe stelsel- of beleidswijzigingen worden getoetst door de samenwerkende ministeries van VWS, Justitie &
Veiligheid en Onderwijs, Cultuur en Wetenschap (OCW).

Zorg dat samenwerkingsverbanden en scholen van herkomst verantwoordelijk blijven voor de jongere.

Maak het budget passend bij de complexiteit van de opdracht.

Stel een integrale visie op passend onderwijs en jeugdhulp voor kwetsbare jongeren vast.

Maak een gezamenlijk uitvoeringsplan en zorg dat middelen de inhoud volgen. Betrek gemeenten bij de toebedeling
ondersteuningsmiddelen en de samenwerkingsverbanden passend onderwijs bij de aanbesteding JeugdzorgPlus.

Blijf actief betrokken bij jongeren die tijdelijk zeer intensieve hoog-complexe zorg en ondersteuning nodig hebben.

Ontwikkel samen met de gespecialiseerde jeugdzorg- en onderwijsinstellingen alternatieven voor geslotenheid.

Ontwikkel samen met de zorgregio’s en samenwerkingsverbanden alternatieven voor geslotenheid.

Blijf investeren in de doorontwikkeling van het geïntegreerd en doorlopend dagprogramma.

Geef vervolg aan de adviezen van de projectgroep ‘Samenwerken aan het perspectief van de jongere’ uit 2018, gericht
op het verbeteren van de aansluiting op de vervolgplek.
"""


def test_content_of_adviezen_is_literal_complete_and_sourced(client):
    load_content()

    adviezen = list(Advies.objects.as_of(today()).for_list(today()))
    quotations = [" ".join(quotation.split()) for quotation in QUOTATIONS.split("\n\n")]
    assert [(advies.number, advies.quotation) for advies in adviezen] == [*enumerate(quotations, start=1)]
    assert [advies.report for advies in adviezen] == [Report.objects.get()] * 12
    assert [advies.number for advies in adviezen if not (advies.last_check and advies.last_check_note)] == []
    assert [reading.advies.number for reading in read(adviezen, today()) if not reading.parties] == []
    assert [row[0] for row in rows(client.get("/adviezen/"))] == [f"{a.number}. {a.short_name}" for a in adviezen]
    assert {client.get(advies.get_absolute_url()).status_code for advies in adviezen} == {200}
    assert_sources_can_be_opened()


def assert_sources_can_be_opened():
    addresses = [source.url for model in (NewsSource, ReportSource) for source in model.objects.exclude(url="")]
    addresses += [item.source_url for model in (Advies, Deadline) for item in model.objects.exclude(source_url="")]
    assert [address for address in addresses if not address.startswith(("http://", "https://"))] == []
    assert list(News.objects.published().filter(sources=None)) == []
    assert list(News.objects.published().filter(adviezen=None)) == []
