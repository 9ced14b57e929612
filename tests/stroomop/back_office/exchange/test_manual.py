"""The manual names the columns that there are, and its example can be brought in."""

import re
from itertools import chain

import pytest

from projects.models import Organisation
from tests import factories as make
from tests.conftest import ROOT
from tests.stroomop.back_office.exchange.kit import TABLES, faults

pytestmark = pytest.mark.django_db
HEADINGS = {"organisation": "Organisaties", "publication": "Publicaties", "glossaryterm": "Begrippen", "news": "Nieuws"}


def example(heading):
    """The cells below each name, of all the tables under this heading."""
    part = (ROOT / "docs/tables.md").read_text().partition(f"\n{heading}:\n")[2]
    part = re.split(r"\n\w+:\n|\n`adviezen`", part)[0].replace(r"\|", "\0")
    lines = [
        [cell.strip(" *`").replace("`", "").replace("\0", "|") for cell in line.strip("|").split("|")]
        for line in part.splitlines()
        if line.startswith("|") and "---" not in line
    ]
    return dict(zip(chain(*lines[::2]), chain(*lines[1::2]), strict=True))


@pytest.mark.parametrize("name", TABLES)
def test_example_of_the_manual_has_every_column_and_is_right(tmp_path, name):
    for number in (4, 7):
        make.make_advies(number=number)
    for kept in ("Testkoepel", "Testorganisatie"):
        if (name, kept) != ("organisation", "Testorganisatie"):
            make.make_organisation(name=kept)
    make.make_project(name="Testproject")
    make.make_project(name="Tweede")
    make.make_theme(name="Testthema")

    told = example(HEADINGS[name])

    assert list(told) == TABLES[name]().names
    assert faults(tmp_path, TABLES[name], told) == []
    assert not Organisation.objects.filter(slug="testorganisatie").exists()
