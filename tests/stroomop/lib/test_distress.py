import pytest

from stroomop.lib.distress import LONGEST, sounds_like_distress


@pytest.mark.parametrize(
    "text",
    [
        "zelfmoord",
        "Zelfmoordcijfers onder jongeren",
        "SUÏCIDE",
        "suicidaal",
        "ik wil dood",
        "Ik wil gewoon  dood.",
        "ik wil echt niet meer leven",
        "ik kan niet meer verder",
        "ik maak een einde aan m'n leven",
        "ik snij mezelf",
        "mezelf pijn doen",
        "mijn vader slaat me",
        "ik word thuis mishandeld",
        "we worden opgesloten",
        "ik durf niet naar huis",
        "ik ben weggelopen",
        "ik zie het niet meer zitten",
        "help me",
        "niemand luistert naar mij",
        "misbru\u0131k misbruik",
    ],
)
def test_distress_is_heard(text: str):
    assert sounds_like_distress(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "gesloten plaatsing",
        "help",
        "hoe kan ik helpen bij een project?",
        "doodlopende weg",
        "jongeren die niet meer naar school gaan",
        "wil je meer weten over dit advies?",
        "\0\ud800\u202e" * 50,
    ],
)
def test_distress_is_not_heard_in_ordinary_words(text: str):
    assert not sounds_like_distress(text)


def test_distress_reads_a_long_text_in_part():
    assert not sounds_like_distress("a " * LONGEST + "zelfmoord")
