import pytest
from django.http import QueryDict

from monitor.comparison import Choice, read_choice


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("", Choice()),
        ("cijfer=", Choice()),
        ("cijfer=&deel=", Choice()),
        ("cijfer=a", Choice(("a",))),
        ("cijfer=b&cijfer=a", Choice(("b", "a"))),
        ("cijfer=a&cijfer=a", Choice(("a",), repeats=True)),
        ("cijfer=a&deel=x:z&deel=x:y&deel=x:z", Choice(("a",), ("x:z", "x:y"))),
        ("stand=2024-01-01&deel=%00", Choice((), ("\0",))),
    ],
)
def test_choice_is_read_from_the_address(query, expected):
    assert read_choice(QueryDict(query)) == expected


@pytest.mark.parametrize("query", ["", "cijfer=a", "cijfer=a&cijfer=b", "cijfer=a&deel=x:y&deel=x:z", "cijfer=%26"])
def test_choice_writes_the_address_it_was_read_from(query):
    assert read_choice(QueryDict(query)).query == query
