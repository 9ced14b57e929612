"""What we keep of whom: the one table behind the privacy page, docs/privacy.md and the daily run of `forget`."""

from dataclasses import dataclass

from stroomop import sign_ins

from . import rules
from .rules import Rule

CONSENT = "Toestemming: je vinkt zelf aan dat het mag"
SAFETY = "Gerechtvaardigd belang: het portaal veilig houden"
WORK = "Gerechtvaardigd belang: het portaal maken en kunnen nagaan wie wat deed"
ELSEWHERE = "Onbekend: de organisatie die dit portaal draait, vult dit nog in"


@dataclass(frozen=True)
class Kept:
    """A row for readers. ``rules``: what the portal itself clears of it, without anybody asking."""

    who: str
    what: str
    why: str
    ground: str
    period: str
    rules: tuple[Rule, ...] = ()


TABLE = (
    Kept(
        who="Wie ons een bericht stuurt",
        what="Wat je invult: je bericht, je naam en je e-mailadres. Ook: wanneer, over welke pagina en de woorden waar "
        "je mee instemde",
        why="Om je bericht te lezen en je te antwoorden",
        ground=CONSENT,
        period=f"Tot we het hebben gelezen, en hoogstens een jaar. Na ons antwoord nog {rules.HANDLED.days} dagen",
        rules=rules.MESSAGES,
    ),
    Kept(
        who="Wie een reactie op de site heeft",
        what="Je naam en je woorden. Je e-mailadres zetten we nooit op de site",
        why="Zodat anderen je reactie kunnen lezen",
        ground=CONSENT,
        period="Tot je de reactie intrekt met de link uit onze mail. Gaat de pagina van de site? Dan wissen we de "
        f"reactie na {rules.HANDLED.days} dagen. Je e-mailadres wissen we {rules.HANDLED.days} dagen na het plaatsen",
        rules=rules.REACTIONS,
    ),
    Kept(
        who="Wie een ervaring vertelt",
        what="Het verhaal, de dag en de woorden van de toestemming, en of je jonger dan 16 bent. Geen naam of plaats",
        why="Zodat anderen het verhaal kunnen lezen",
        ground="Toestemming. Ben je jonger dan 16, dan ook van een ouder",
        period="Tot je de toestemming intrekt. Dan wissen we de woorden meteen",
    ),
    Kept(
        who="Wie we noemen in een openbare rol",
        what="Je naam, je functie en wat je in het openbaar zei of schreef, met de bron",
        why="Om te laten zien wie aan de jeugdzorg werkt en van wie een plan of verhaal is",
        ground="Gerechtvaardigd belang: informatie over openbaar werk",
        period="Zolang het op de site klopt. Wil je dit niet? Vraag ons dan om het weg te halen",
    ),
    Kept(
        who="Wie een formulier verstuurt of inlogt",
        what="Hoe vaak dat gebeurde vanaf jouw IP-adres of netwerk. Dit staat alleen in het geheugen van het portaal",
        why="Om spam en het raden van wachtwoorden tegen te houden",
        ground=SAFETY,
        period="Hoogstens een dag",
    ),
    Kept(
        who="Medewerkers",
        what="Account: naam, e-mailadres, organisatie, rol, wachtwoord (onleesbaar gemaakt) en tweede stap",
        why="Om in te loggen in het beheer",
        ground=WORK,
        period="Tot een beheerder het account weghaalt",
    ),
    Kept(
        who="Medewerkers",
        what="Wanneer iemand inlogde of het probeerde, met een deel van het IP-adres",
        why="Om misbruik te zien",
        ground=SAFETY,
        period=f"{sign_ins.KEPT.days} dagen",
        rules=rules.SIGN_INS,
    ),
    Kept(
        who="Medewerkers",
        what="De sessie: dat je bent ingelogd",
        why="Om ingelogd te blijven",
        ground=WORK,
        period="Tot je uitlogt, en hoogstens een dag",
        rules=rules.SESSIONS,
    ),
    Kept(
        who="Medewerkers",
        what="Wie wat veranderde, concepten, eerdere versies en vragen om mee te lezen",
        why="Om fouten te kunnen herstellen en na te gaan wie wat deed",
        ground=WORK,
        period="Zolang de pagina bestaat waar het over gaat",
    ),
    Kept(
        who="Medewerkers",
        what="Wat de server op de achtergrond voor hen deed, zoals een bestand met cijfers nakijken",
        why="Om te zien waarom iets niet lukte",
        ground=WORK,
        period=f"{rules.WORK.days} dagen",
        rules=rules.BACKGROUND,
    ),
    Kept(
        who="Wie de site bezoekt",
        what="Het logboek van de webserver: welke pagina, wanneer en vanaf welk IP-adres. Het portaal zelf bewaart "
        "dit niet",
        why="Onbekend",
        ground=ELSEWHERE,
        period="Onbekend",
    ),
    Kept(
        who="Iedereen in deze tabel",
        what="Kopieën (back-ups) van het portaal, en de mails die we versturen",
        why="Om het portaal te herstellen na een storing, en om je te antwoorden",
        ground=ELSEWHERE,
        period="Onbekend",
    ),
)
RULES = [rule for kept in TABLE for rule in kept.rules]
