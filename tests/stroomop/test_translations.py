"""Staff read Dutch on every screen: the compiled catalogues are up to date, and nothing of Django's is left over."""

import re
from pathlib import Path

import django
import polib
import pytest

from tests.conftest import ROOT

OWN = [*ROOT.glob("locale/**/*.po"), *ROOT.glob("stroomop/locale/**/*.po")]
DJANGO = Path(django.__file__).parent
SOURCES = ["conf/locale", "contrib/admin/locale", "contrib/auth/locale"]


def translated(*files: Path) -> set[str]:
    return {entry.msgid for file in files if file.exists() for entry in polib.pofile(file) if entry.translated()}


@pytest.mark.parametrize("po", OWN, ids=lambda po: po.stem)
def test_the_compiled_catalogue_matches_its_text(po):
    source, compiled = polib.pofile(po), polib.mofile(po.with_suffix(".mo"))

    assert {entry.msgid for entry in source.untranslated_entries()} == set()
    assert {(e.msgid, e.msgstr, *e.msgstr_plural.values()) for e in compiled} == {
        (e.msgid, e.msgstr, *e.msgstr_plural.values()) for e in source
    }


@pytest.mark.parametrize("domain", ["django", "djangojs"])
@pytest.mark.parametrize("folder", SOURCES)
def test_everything_django_says_is_said_in_dutch(folder, domain):
    english, dutch = (DJANGO / folder / language / f"LC_MESSAGES/{domain}.po" for language in ("en", "nl"))
    said = {entry.msgid for entry in polib.pofile(english)} if english.exists() else set()

    assert said - translated(dutch, *(po for po in OWN if po.stem == domain)) == set()


@pytest.mark.parametrize("po", OWN, ids=lambda po: po.stem)
def test_a_translation_keeps_the_gaps_that_are_filled_in(po):
    gaps = re.compile(r"%\(\w+\)[sd]|%[sd]|\{\w+\}")
    for entry in polib.pofile(po):
        for text in [entry.msgstr, *entry.msgstr_plural.values()]:
            if text:
                assert sorted(gaps.findall(text)) == sorted(gaps.findall(entry.msgid)), entry.msgid
