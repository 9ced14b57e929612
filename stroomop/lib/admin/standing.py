"""What the form of an item says above it and on its buttons: how it stands, and what each button will do."""

from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import Any, NamedTuple

from django.utils import timezone
from django.utils.formats import date_format

from stroomop.lib import clock

from .intent import MOMENT, Button
from .moment import MomentForm

NINE = time(9)


class Choice(NamedTuple):
    name: Button
    label: str
    is_main: bool = False


@dataclass(frozen=True)
class Standing:
    words: str
    # What saving without publishing leads to.
    saving: str
    # The first is what the Enter key presses: it publishes nothing.
    choices: list[Choice]
    scheduling: str
    moment_form: MomentForm | None


def in_words(moment: datetime) -> str:
    return date_format(timezone.localtime(moment), "j F Y H:i")


def standing_of(item: Any, draft: Any, *, has_page: bool) -> Standing:
    """``item`` is None when it is still to be added."""
    status = item.status if item else "concept"
    look = [Choice(Button.PREVIEW, "Bewaar en bekijk het voorbeeld")] if has_page else []
    keep = Choice(Button.SAVE, "Bewaar als concept")
    match status:
        case "gepubliceerd":
            words = f"Dit staat op de site, sinds {in_words(item.published_at)}."
            if item.archived_at:
                words += f" Het gaat er vanzelf af op {in_words(item.archived_at)}."
            saving = "Een concept ziet alleen het team. De site blijft intussen zoals ze is."
            if draft and draft.publish_at:
                saving += " Bewaar je het opnieuw, dan komt de wijziging niet meer vanzelf: plan haar dan opnieuw in."
            publish, scheduling = "Publiceer de wijziging nu", "Publiceer de wijziging op dit moment"
        case "gearchiveerd":
            words = f"Dit is gearchiveerd sinds {in_words(item.archived_at)}: lezers zien dat het er niet meer is."
            saving = "Bewaren laat het gearchiveerd."
            keep, publish, scheduling = Choice(Button.SAVE, "Bewaar"), "Zet terug op de site", ""
        case "ingepland":
            words = f"Dit komt vanzelf op de site op {in_words(item.published_at)}. Nu ziet nog niemand het."
            saving = "Bewaar je het, dan komt het niet meer vanzelf op de site: plan het dan opnieuw in."
            publish, scheduling = "Publiceer nu", "Publiceer op dit moment"
        case _:
            words = "Dit is een concept: alleen het team ziet het." if item else ""
            saving = "Een concept ziet alleen het team."
            publish, scheduling = "Publiceer nu", "Publiceer op dit moment"
    choices = [keep, *look, Choice(Button.PUBLISH, publish, is_main=True)]
    form = MomentForm(prefix=MOMENT, initial={"moment": planned(item, draft)}) if scheduling else None
    return Standing(words, saving, choices, scheduling, form)


def planned(item: Any, draft: Any) -> datetime:
    """The moment that was chosen before; else tomorrow morning."""
    if draft and draft.publish_at:
        return timezone.localtime(draft.publish_at)
    if item and item.published_at and item.published_at > clock.now():
        return timezone.localtime(item.published_at)
    tomorrow = clock.today() + timedelta(days=1)
    return timezone.make_aware(datetime.combine(tomorrow, NINE))
