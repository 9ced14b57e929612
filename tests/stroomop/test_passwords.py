"""What is a password: long, not common, not to be guessed; in any script, and typed on any keyboard."""

import unicodedata

import pytest
from django.contrib.auth.password_validation import password_validators_help_texts, validate_password
from django.core.exceptions import ValidationError
from hypothesis import assume, given
from hypothesis import strategies as st

from stroomop.models import User
from stroomop.passwords import counted
from tests import factories as make

OWNER = User(username="tjansen", first_name="Test", last_name="de Jansen", email="t.jansen@portaal.test")


@pytest.mark.parametrize(
    "password",
    [
        "vier eenden zwemmen langs",
        "de brug is open en het regent",
        "tweeëntwintig €uro's 🦆 in één sloot",
        "бурная река течёт",
        "kwakkwek klotsklets plonsplens",
        # A word of the site in a long sentence is no reason to refuse.
        "bij stroomop drinken we thee uit blauwe kopjes",
        "x9!Fq2#Lm7$Rt4%",
        "a very long one " * 20 + "that never ends because nobody says it should",
    ],
)
def test_long_password_is_accepted(password):
    validate_password(password, OWNER)


@pytest.mark.parametrize(
    "password",
    [
        "kort",
        "veertien tekens"[:14],
        "aaaaaaaaaaaaaaaaaaaa",
        "abcabcabcabcabcabcabc",
        "12345678901234567890",
        "qwertyuiopasdfghjkl",
        "stroomop wachtwoord 2026",
        "Welkom bij StroomOP",
        "jansen jansen jansen",
        "tjansen@portaal.test",
        "password password password",
    ],
)
def test_password_that_can_be_guessed_is_refused(password):
    with pytest.raises(ValidationError):
        validate_password(password, OWNER)


def test_common_password_is_refused():
    with pytest.raises(ValidationError) as refused:
        validate_password("1qaz2wsx3edc4rfv")

    assert refused.value.messages == ["Dit wachtwoord is te algemeen."]


def test_what_is_asked_is_told_beforehand_in_dutch():
    first, second, third = password_validators_help_texts()

    assert first == "Je wachtwoord heeft minstens 15 tekens."
    assert second == "Je wachtwoord is geen wachtwoord dat veel mensen gebruiken."
    assert third.startswith("Je naam, woorden van deze site en herhalingen tellen niet mee.")


@given(st.text(max_size=40), st.sampled_from(["stroomop", "wachtwoord", "1234567890"]))
def test_guessable_word_never_makes_a_password_longer(password, word):
    assume(word not in password.casefold())

    assert counted(password + word, []) <= counted(password, [])


@given(st.text(min_size=1, max_size=10))
def test_repetition_hardly_makes_a_password_longer(part):
    assert counted(part * 20, []) <= 3 * len(part.casefold())


@pytest.mark.django_db
@pytest.mark.parametrize("form", ["NFC", "NFD", "NFKC", "NFKD"])
def test_accents_are_the_same_on_every_keyboard(form):
    user = make.make_user()
    user.set_password("één café vol geëmmer")

    assert user.check_password(unicodedata.normalize(form, "één café vol geëmmer"))
    assert not user.check_password("een cafe vol geemmer")


@pytest.mark.django_db
def test_password_that_a_command_stored_as_it_was_typed_works():
    typed = unicodedata.normalize("NFD", "één café vol geëmmer")
    user = make.make_user(password=typed)

    assert user.check_password(typed)


@pytest.mark.django_db
def test_no_password_never_comes_in():
    user = make.make_user()
    user.set_password(None)

    assert not user.check_password(None)
    assert not user.check_password("")
