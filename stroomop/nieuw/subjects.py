"""What there is news of, and the words of the page about it."""

from typing import NamedTuple

from django.urls import reverse

ALL = "nieuw"
CORRECTIONS = "correcties"


class Subject(NamedTuple):
    name: str
    title: str
    lead: str
    # When there is none: today, and on a day that was asked for.
    nothing: str
    nothing_then: str
    # Where all of it stands, new or not.
    page: str
    page_words: str
    takes_stand: bool = True
    # What its feed is called.
    file: str = ALL

    @property
    def feed(self) -> str:
        return reverse("nieuw_feed", args=[self.file])


# By what the address says; empty for all.
SUBJECTS = {
    "": Subject(
        "Alles",
        "Wat is er nieuw?",
        "Wat er nieuw is over de adviezen, de projecten en de cijfers, per dag.",
        "Er is nog niets nieuws. Kijk later nog eens, of volg deze pagina met een feed.",
        "Op die dag was er nog niets nieuws.",
        "home",
        "Naar de startpagina",
        takes_stand=False,
    ),
    "adviezen": Subject(
        "Adviezen",
        "Nieuw over de adviezen",
        "Wat er gebeurde met de adviezen: nieuws, afspraken, oordelen en wat partijen er zelf van zeggen.",
        "We vonden nog geen nieuws over de adviezen.",
        "Op die dag was er nog geen nieuws over de adviezen.",
        "advies:advies_list",
        "De twaalf adviezen",
        file="adviezen",
    ),
    "projecten": Subject(
        "Projecten",
        "Nieuw over de projecten",
        "Berichten uit de projecten, en wat de redactie erover plaatste of veranderde.",
        "Er is nog niets veranderd sinds het portaal begon.",
        "Op die dag was er nog niets nieuws over de projecten.",
        "projects:project_list",
        "Alle projecten",
        takes_stand=False,
        file="projecten",
    ),
    "cijfers": Subject(
        "Cijfers",
        "Nieuwe cijfers",
        "Welke cijfers erbij kwamen, en uit welke bron.",
        "Er zijn nog geen nieuwe cijfers.",
        "Op die dag waren er nog geen nieuwe cijfers.",
        "monitor:overview",
        "Alle cijfers in de Monitor",
        file="cijfers",
    ),
    CORRECTIONS: Subject(
        "Correcties",
        "Correcties",
        "Hier lees je welk cijfer veranderde: wat er stond, wat er nu staat, wanneer dat veranderde en waarom.",
        "Er is nog geen cijfer veranderd.",
        "Op die dag was er nog geen cijfer veranderd.",
        "monitor:overview",
        "Alle cijfers in de Monitor",
        file=CORRECTIONS,
    ),
}
