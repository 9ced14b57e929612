"""How long a search takes in 100,000 items. Run with just benchmark; on PostgreSQL with .ci/with-postgres."""

import random
from datetime import UTC, datetime

import pytest
from django.contrib.contenttypes.models import ContentType

from projects.models import Story
from stroomop.content import KINDS, read
from stroomop.lib import bulk
from stroomop.models import SearchEntry
from stroomop.search.asking import read_question
from stroomop.search.finding import find
from stroomop.search.gathered import KINDS as FOUND
from stroomop.search.index import SAID
from stroomop.search.words import forms_of, spaced, words_of

ITEMS = 100_000
# Of these one word in each so many items is made: the others are those of our own content, as often as they are there.
RARE, RARE_IN = "zeldzaamheid", 1_000
QUESTIONS = {
    "common word": "jongeren ",
    "rare word": f"{RARE} ",
    "two words": "jongeren onderwijs ",
    "phrase": '"gesloten jeugdhulp"',
    "prefix": "jeu",
    "nothing": "onvindbaar ",
}


def our_words():
    texts = (str(value) for kind in KINDS for entry in read(kind) for value in entry.values())
    return [word for text in texts for word in words_of(text)]


def rows(words):
    """Each a run out of our own texts, so that phrases stay, of 20 to 150 words."""
    chance = random.Random(8)
    item_type = ContentType.objects.get_for_model(Story).pk
    kinds = list(FOUND)
    for number in range(1, ITEMS + 1):
        start, length = chance.randrange(len(words)), chance.randrange(20, 150)
        title, text = words[start : start + 6], words[start + 6 : start + length]
        if number % RARE_IN == 0:
            text = [*text, RARE]
        stems = [spaced(forms_of(word)[0] for word in part) for part in (title, text)]
        other = sorted({form for word in title + text for form in forms_of(word)[1:]})
        said = (chance.choice(kinds), f"/{number}/", " ".join(title) or "-", " ".join(text))
        yield (
            item_type,
            number,
            *said,
            stems[0],
            spaced([*stems[1].split(), *other]),
            False,
            datetime(2020, 1, 1, tzinfo=UTC),
            None,
        )


@pytest.fixture(scope="module")
def _many(django_db_setup, django_db_blocker):
    with django_db_blocker.unblock():
        SearchEntry.objects.all().delete()
        bulk.insert(SearchEntry, ("item_type", "item_id", *SAID), rows(our_words()))
        yield
        SearchEntry.objects.all().delete()


@pytest.mark.django_db
@pytest.mark.usefixtures("_many")
@pytest.mark.parametrize("asked", QUESTIONS)
def test_finding(benchmark, asked):
    question = read_question(QUESTIONS[asked])

    found = benchmark.pedantic(find, [question], rounds=5, warmup_rounds=1)

    benchmark.extra_info["hits"] = found.total
