"""Our own figures beside adviezen and projects: public ones alone, and never called their work."""

import re

import pytest

from monitor.models import Indicator
from stroomop.content import KINDS, read

FILES = {kind.model: list(read(kind)) for kind in KINDS if kind.model.endswith(("AdviesIndicator", "ProjectIndicator"))}
TIES = [tie for ties in FILES.values() for tie in ties]
CAUSE = re.compile(r"\b(dankzij|doordat|daardoor|zorgde|leidde|effect|gevolg)\b")


@pytest.fixture
def indicators():
    [kind] = [kind for kind in KINDS if kind.model == "monitor.Indicator"]
    return {entry["code"]: entry for entry in read(kind)}


def test_content_beside_an_advies_or_a_project_is_public_and_no_heavy_subject(indicators):
    tied = [indicators[tie["indicator"]] for tie in TIES]

    assert [entry["code"] for entry in tied if not entry["published"]] == []
    assert [entry["code"] for entry in tied if entry["kind"] == Indicator.Kind.SENSITIVE] == []


def test_content_beside_an_advies_or_a_project_says_what_it_does_not_show():
    assert [tie["why"] for tie in TIES if not re.search(r"\b(niet|niets|geen)\b", tie["why"])] == [READ_ELSEWHERE]
    assert [tie["why"] for tie in TIES if CAUSE.search(tie["why"])] == []


# Of the figure of a project itself there is nothing that it might be mistaken for.
READ_ELSEWHERE = (
    "De Monitor publiceert dit cijfer zelf, per kwartaal. Wij konden er twee lezen. De hele reeks staat op de site van "
    "de Monitor."
)


def test_content_leaves_an_advies_of_which_nobody_measures_anything_without_a_figure():
    assert {tie["advies"] for tie in FILES["monitor.AdviesIndicator"]} == {2, 4, 9, 10, 12}
