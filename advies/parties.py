"""Whose silence may be counted: of nobody whom we alone read into the text."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Any

from advies.models import Responsibility
from advies.reading import AdviesReading, by_silence
from projects.models import Organisation

NAMED = "Een bron noemt wie dit moet doen"
INFERRED = "Wij vonden geen bron die noemt wie dit moet doen"
BY_NUMBER = (
    "Wij vonden geen bron die zegt wie deze adviezen moet uitvoeren. Daarom staan ze op nummer, en niet op stilte."
)
NAMED_PARTY = "Een bron noemt deze partij"
OTHER_PARTY = "Dit lezen wij uit de tekst, of de partij is alleen als partner genoemd"
NOT_COUNTED = "Hier tellen wij geen stilte: wij vonden geen bron die zegt dat deze partij dit moet uitvoeren."


@dataclass(frozen=True)
class Group:
    """Adviezen that are told of in one way."""

    readings: list[AdviesReading]
    heading: str = ""
    note: str = ""
    counts_silence: bool = True


def parties(day: date) -> Any:
    """All that are asked or named in a public advies."""
    return Organisation.objects.filter(pk__in=Responsibility.objects.public(day).as_of(day).values("organisation"))


def asked_of(party: Organisation, day: date) -> list[Responsibility]:
    """By its own name, by that of the group it belongs to, and by those of its members. Two queries."""
    return list(Responsibility.objects.of_organisations(Organisation.objects.family(party), day))


def was_ever_asked(party: Organisation, day: date) -> bool:
    """By that day, also when that was withdrawn or has ended: a page that was there stays. Two queries."""
    family = Organisation.objects.family(party)
    return Responsibility.objects.public(day).filter(organisation__in=family).exists()


def may_be_counted(party: Organisation, responsibilities: Collection[Responsibility]) -> set[int]:
    """The keys of the adviezen that a source asks this party to carry out. Where it is named itself, that decides, and
    not what is said of its group or its members."""
    own = {item.advies_id for item in responsibilities if item.organisation_id == party.pk}
    decisive = [item for item in responsibilities if item.organisation_id == party.pk or item.advies_id not in own]
    return {item.advies_id for item in decisive if not (item.is_inferred or item.is_partner)}


def in_groups(readings: list[AdviesReading], *, ranked: bool) -> list[Group]:
    """All in one, by number; or, ranked by silence, only those where a source names who is to act."""
    if not ranked:
        return filled(Group(readings))
    named = [reading for reading in readings if not reading.only_inferred]
    inferred = [reading for reading in readings if reading.only_inferred]
    return filled(Group(by_silence(named), NAMED), Group(inferred, INFERRED, BY_NUMBER))


def in_groups_for(
    party: Organisation, asked: Collection[Responsibility], readings: list[AdviesReading], *, ranked: bool
) -> list[Group]:
    """What a source asks of this party; and the rest, by number and without a word on silence. ``asked_of`` gives what
    was asked."""
    counted = may_be_counted(party, asked)
    named = [reading for reading in readings if reading.advies.pk in counted]
    others = [reading for reading in readings if reading.advies.pk not in counted]
    return filled(
        Group(by_silence(named) if ranked else named, NAMED_PARTY),
        Group(others, OTHER_PARTY, NOT_COUNTED, counts_silence=False),
    )


def filled(*groups: Group) -> list[Group]:
    return [group for group in groups if group.readings]
