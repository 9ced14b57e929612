"""Nieuws toevoegen: what somebody fills in, and sends."""

from datetime import date

ADD = "/beheer/advies/news/add/"
TODAY = date(2026, 11, 1)
LINK = "https://www.voorbeeld.test/brief"
WHY = "Bron van het nieuws ‘Testbrief’."
AGREEMENT = {
    "is_agreement": "on",
    "agreement_title": "Testplan",
    "promised_by": "Testministerie",
    "deadline_from": "2027-03-01",
    "deadline_precision": "seizoen",
    "deadline_wording": "in het voorjaar",
}


def filled_in(*adviezen, button="_publish", **changes):
    """By somebody who has little time; a value of None leaves a field out."""
    data = {
        "title": "Testbrief",
        "kind": "bericht",
        "date_from": "2026-10-20",
        "source_url": LINK,
        "source_title": "De brief",
        "adviezen": [advies.pk for advies in adviezen],
        button: "ja",
    }
    return {name: value for name, value in {**data, **changes}.items() if value is not None}


def send(client, *adviezen, address=ADD, **changes):
    return client.post(address, filled_in(*adviezen, **changes))
