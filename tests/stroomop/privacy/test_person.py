"""How a name may be written, and what only looks like it."""

import json

import pytest
from django.db import connection

from stroomop.privacy.person import Person

pytestmark = pytest.mark.django_db

JAN = Person(name="Jan d'Öst-Kwik")
SAME = {
    "as it is": "Jan d'Öst-Kwik",
    "in a sentence": "Wij spraken (Jan d'Öst-Kwik).",
    "capitals": "JAN D'ÖST-KWIK",
    "small letters": "jan d'öst-kwik",
    "an accent apart": "Jan d'O\u0308st-Kwik",
    "without the accent": "jan d'ost-kwik",
    "another apostrophe": "Jan d’Öst-Kwik",
    "over two lines": "Jan\r\n   d'Öst-Kwik",
    "HTML": "<p>Jan&nbsp;d&#x27;Öst-Kwik</p>",
    "JSON": json.dumps({"nu": "“Jan\nd'Öst-Kwik”"}),
    "JSON after a new line": json.dumps("Beste\nJan d'Öst-Kwik"),
}
OTHERS = ["Marijan d'Öst-Kwik", "Jan d'Öst-Kwikstra", "Jan Kwik", "Jan van d'Öst-Kwik", ""]


def in_database(person: Person, text: str) -> bool:
    test = {"sqlite": "%s REGEXP %s", "postgresql": "%s::text ~ %s"}[connection.vendor]
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {test}", [text, person.pattern])
        return bool(cursor.fetchone()[0])


@pytest.mark.parametrize("text", SAME.values(), ids=SAME.keys())
def test_name_is_found_however_it_is_written(text):
    assert (JAN.is_in(text), in_database(JAN, text)) == (True, True)


@pytest.mark.parametrize("text", OTHERS)
def test_other_names_are_not(text):
    assert (JAN.is_in(text), in_database(JAN, text)) == (False, False)


@pytest.mark.parametrize("text", ["/mensen/jan-test/", "jan.test@test.example", "jan_test", "Jan+Test", "Jan%20Test"])
def test_name_is_found_in_addresses(text):
    person = Person(name="Jan Test")

    assert (person.is_in(text), in_database(person, text)) == (True, True)


def test_address_is_found_with_its_marks_as_they_are():
    person = Person(email="a.b+c@test.example")

    found = [person.is_in(text) for text in ("Mail A.B+C@test.example.", "aXb+c@test.example", "a.b+c@testXexample")]

    assert found == [True, False, False]


def test_person_is_taken_out_at_any_depth():
    person = Person(name="Jan Test", email="jan@test.example")

    taken = person.taken_out({"Jan Test": ["van JAN TEST <jan@test.example>", 3, None], "en": {"x": "Jan"}})

    assert taken == {"[gewist]": ["van [gewist] <[gewist]>", 3, None], "en": {"x": "Jan"}}
