from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stroomop.search.words import LONGEST_TEXT, forms_of, stem, stems_of, stems_to_search


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("jongere", "jongeren"),
        ("plaatsing", "plaatsingen"),
        ("uithuisplaatsing", "uithuisplaatsingen"),
        ("kind", "kinderen"),
        ("advies", "adviezen"),
        ("huis", "huizen"),
        ("evalueren", "geëvalueerd"),
        ("suicide", "suïcide"),
        ("JeugdzorgPlus", "jeugdzorgplus"),
        ("Jeugdzorg+", "JeugdzorgPlus"),
    ],
)
def test_stem_is_that_of_the_other_form(one, other):
    assert stems_of(one) == stems_of(other)


@pytest.mark.parametrize(("one", "other"), [("gezin", "zin"), ("gemeente", "gemeen"), ("JZ+", "JZ")])
def test_stem_keeps_other_words_apart(one, other):
    assert stems_of(one) != stems_of(other)


def test_stems_stand_in_the_order_of_the_words():
    assert stems_of("De jongeren, hun lessen: 2024!") == " de jong hun les 2024 "
    assert stems_of(" -- * ") == ""


def test_forms_of_a_word_hold_what_somebody_writes_without_diacritics():
    assert forms_of("geëvalueerd") == ("evaluer", "geevalueerd")


def test_stems_to_search_end_with_the_other_forms_each_once():
    assert stems_to_search("Jongeren", "Geëvalueerd, geëvalueerd") == " evaluer evaluer geevalueerd jonger jongeren "


def test_stems_are_bounded():
    long = stems_to_search("", " ".join(f"{chr(0x20000 + number)}{number}" for number in range(40_000)))

    assert len(long.encode()) < 1_000_000
    assert max(map(len, stems_of("a" * LONGEST_TEXT).split())) == 60


@given(st.text())
def test_stems_are_letters_and_digits_alone(text):
    found = stems_to_search(text, text)

    assert all(word.isalnum() for word in found.split(" ") if word)
    assert found == "" or (found[0], found[-1], "  " in found) == (" ", " ", False)


def test_stems_are_right_for_readers_at_once():
    words = [f"plaatsingen{number}en" for number in range(200)]
    stem.cache_clear()
    with ThreadPoolExecutor(8) as readers:
        found = list(readers.map(stem, words * 4))

    stem.cache_clear()
    assert found == [*map(stem, words)] * 4
