"""The counts of isolation of 2019 and of 2020/2021 differ in length and in who took part: never in one sentence, never
a difference, never a percentage. Not even when somebody sets their kind wrong."""

import re

import pytest

from monitor.sentences import Parts, description, say_multiples, share_text, story, title
from tests.monitor.sentences.figures import figure, indicator, line

COUNTS = "2019:860 2020-09/2021-03:1613"


def texts(told):
    return [title(told), story(told), description(told), share_text(told, "Gedwongen afzonderingen")]


@pytest.mark.parametrize("breaks", [[], ["2020-09-01"]])
@pytest.mark.parametrize(
    "marks",
    [
        {"kind": "losse-telling"},
        {"kind": "losse-telling", "figure": {"one_off": True}},
        {"kind": "reeks", "figure": {"one_off": True}},
        {"kind": "reeks"},
    ],
)
def test_isolation_counts_never_meet(marks, breaks):
    told = line(COUNTS, "afzonderingen", breaks=breaks, **marks)

    sentences = [one for text in texts(told) for one in re.split(r"(?<=\.)\s", text)]
    assert [one for one in sentences if "860" in one and "1.613" in one] == []
    assert [one for one in sentences if re.search(r"753|procent|\b(meer|minder|hoger|lager)\b", one)] == []
    assert any("1.613" in one for one in sentences)


def test_isolation_counts_are_no_rise_of_anybody():
    parts = Parts(indicator("afzonderingen"), "gebieden", [("Nederland", figure("2020-09/2021-03:1613"))])

    assert say_multiples(parts, [figure("2019:860")]) == "Van geen van de gebieden kunnen we twee cijfers vergelijken."


def test_isolation_counts_are_told_like_this():
    told = line(COUNTS, "afzonderingen", kind="losse-telling", remarks=["10 van de 12 instellingen deden mee."])

    assert story(told) == (
        "Van september 2020 tot en met maart 2021 waren er 1.613 afzonderingen. "
        "Dit is een losse telling, niet te vergelijken met andere cijfers. 10 van de 12 instellingen deden mee."
    )
    assert description(line(COUNTS, "afzonderingen")) == (
        "Er zijn 2 cijfers. Ze gaan over verschillende soorten perioden en zijn niet te vergelijken. "
        "Het nieuwste is 1.613 afzonderingen van september 2020 tot en met maart 2021."
    )
