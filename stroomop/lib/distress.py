"""Words that somebody in need may use. Help is then shown first: better once too often than once too few."""

import re
import unicodedata

# Beginnings of words, without accents. Also what professionals write about the subject: help does them no harm.
WORDS = (
    "zelfmoord", "zelfdoding", "suicid", "zelfbeschadig", "automutil", "zelfverwond", "overdosis", "kindermishandel",
    "mishandel", "misbruik", "aangerand", "verkracht", "loverboy", "huiselijk geweld", "eerwraak", "uitgebuit",
)  # fmt: skip
# What somebody says of themselves, with whatever stands between the words in at most a few letters.
SENTENCES = (
    r"(wil|zou|wou|kan) (\w+ ){0,3}(dood|sterven|doodgaan)",
    r"(wil|kan|hoef) (\w+ ){0,3}niet (meer|langer) (\w+ ){0,2}(leven|verder|bestaan)",
    r"(wil|kan|hoef) niet (meer|langer) (\w+ ){0,2}(leven|verder|bestaan)",
    r"einde aan (mijn|m n|me) leven",
    r"(maak|maken) er een eind(e)? aan",
    r"dood(maken)? (mezelf|mijzelf)",
    r"(mezelf|mijzelf|me) (\w+ ){0,3}(snij\w*|pijn|verwond\w*|dood\w*|ophang\w*|ophangen)",
    r"(snij|snijd|snijden|verwond) (\w+ ){0,2}(mezelf|mijzelf|me zelf)",
    r"(slaat|slaan|schopt|schoppen|bedreigt|bedreigen|raakt|raken) (\w+ ){0,2}(me|mij|mijn)\b",
    r"(ik|we) (\w+ ){0,2}(word|wordt|worden|ben|werd) (\w+ ){0,2}(geslagen|bedreigd|opgesloten|mishandeld|misbruikt)",
    r"(durf|kan|mag) niet (meer )?naar huis",
    r"(ben|zijn|was) (\w+ ){0,2}(weggelopen|op straat gezet)",
    r"(weet|zie) (\w+ ){0,2}(het )?niet meer zitten",
    r"zie(t)? het niet meer zitten",
    r"(voor|onder) de trein",
    r"help (me|mij)\b",
    r"niemand (\w+ ){0,2}(helpt|luistert|gelooft) (me|mij|naar me|naar mij)\b",
)
FOUND = re.compile(rf"\b({'|'.join(WORDS)}|{'|'.join(SENTENCES)})")
# More than this nobody reads in one breath; a form takes less.
LONGEST = 20_000


def plain(text: str) -> str:
    """Lower case, without accents, one space between words."""
    apart = unicodedata.normalize("NFKD", text[:LONGEST].casefold())
    letters = "".join(letter for letter in apart if not unicodedata.combining(letter))
    return " ".join(re.findall(r"\w+", letters))


def sounds_like_distress(text: str) -> bool:
    return FOUND.search(plain(text)) is not None
