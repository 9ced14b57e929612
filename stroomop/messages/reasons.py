"""Why somebody writes to us: what each form asks, and in which words."""

from dataclasses import dataclass

from stroomop.models import Message

Reason = Message.Reason

AGREED = "Ik vind dit goed"
KEEP = "StroomOP mag mijn bericht en mijn gegevens bewaren en gebruiken om mijn bericht te lezen en te beantwoorden."
# Of everybody under sixteen a parent decides on this, by Dutch law.
PUBLISH = (
    "StroomOP mag mijn naam en mijn reactie op de site zetten en mijn gegevens daarvoor bewaren. Ik ben 16 jaar of "
    "ouder, of mijn ouder of verzorger vindt dit ook goed. Ik kan mijn reactie altijd weer laten weghalen."
)


@dataclass(frozen=True)
class Asking:
    """``door`` is the link that leads to the form, ``must`` names the fields that may not stay empty."""

    title: str
    door: str
    intro: str
    label: str
    must: frozenset[str] = frozenset({"bericht"})
    consent: str = KEEP

    @property
    def agreed(self) -> str:
        """The words beside the tick, as they are kept with the message."""
        return f"{AGREED}: {self.consent}"


ASKING = {
    Reason.REACTION: Asking(
        "Reageer",
        "Reageer op een project, een verhaal of een advies",
        "De redactie leest je reactie eerst. Past die bij het onderwerp en is er niemand in te herkennen, dan komt die "
        "met je naam op de site. Schrijf niet over wat een ander heeft meegemaakt, en noem geen namen van jongeren.",
        "Je reactie",
        frozenset({"naam", "email", "bericht"}),
        PUBLISH,
    ),
    Reason.CORRECTION: Asking(
        "Klopt dit niet? Stuur een bron",
        "Meld dat er iets niet klopt",
        "Vertel wat er niet klopt. Weet je waar staat hoe het wel zit? Stuur dan de link mee. Dan kunnen wij het "
        "nakijken.",
        "Wat klopt er niet, en hoe zit het wel?",
    ),
    Reason.MISSING: Asking(
        "Mis je iets?",
        "Laat weten wat er ontbreekt",
        "Vertel wat hier ook bij hoort, en waar we er meer over kunnen lezen.",
        "Wat mis je?",
    ),
    Reason.JOIN: Asking(
        "Doe mee",
        "Doe mee met StroomOP",
        "Peddel je mee? Vertel wie je bent en wat je wilt doen. We kijken dan bij wie je terechtkunt.",
        "Hoe wil je meedoen?",
        frozenset({"naam", "email", "bericht"}),
    ),
    Reason.QUESTION: Asking(
        "Stel een vraag",
        "Stel een vraag over een project",
        "Weten wij het antwoord niet? Dan kijken we wie het wel weet. We geven je gegevens niet door zonder het jou te "
        "vragen.",
        "Je vraag",
        frozenset({"email", "bericht"}),
    ),
    Reason.CONTACT: Asking(
        "Neem contact op",
        "Neem contact op met de redactie",
        "Een vraag, een klacht of een idee over dit portaal? Schrijf het hier.",
        "Je bericht",
    ),
}
