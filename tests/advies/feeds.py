"""What a feed of the adviezen says."""

from datetime import date
from xml.etree import ElementTree

ATOM = "{http://www.w3.org/2005/Atom}"
ALL = "/adviezen/adviezen.atom"
DAY = {"date_from": date(2021, 3, 1), "date_to": date(2021, 3, 1), "precision": "dag"}


def feed_of(advies) -> str:
    return f"{advies.get_absolute_url()}advies.atom"


def feed_for(party) -> str:
    return f"/adviezen/voor/{party.slug}/adviezen.atom"


def entries(client, address=ALL) -> list[dict[str, str]]:
    """What each entry says by element; a link by where it leads."""
    feed = ElementTree.fromstring(client.get(address).content)
    return [
        {part.tag.removeprefix(ATOM): part.text or part.get("href", "") for part in entry}
        for entry in feed.findall(f"{ATOM}entry")
    ]


def told(client, name, address=ALL) -> list[str]:
    return [entry[name] for entry in entries(client, address)]
