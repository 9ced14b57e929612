"""What a reader finds, in few words."""

from stroomop.search.asking import read_question
from stroomop.search.finding import find


def titles(asked: str) -> list[str]:
    return [hit.title for hit in find(read_question(asked)).hits]


def addresses(asked: str) -> list[str]:
    return [hit.url for hit in find(read_question(asked)).hits]
