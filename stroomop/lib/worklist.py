"""What asks for attention, as the home of the back-office tells it: each app finds its own, the home orders it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import IntEnum

from django.contrib.auth.models import AbstractUser
from django.urls import reverse


class Urgency(IntEnum):
    """The lowest comes first. What is for later never stands above."""

    TODAY = 1
    FIGURES = 2
    ROUND = 3
    DRAFTS = 4
    LATER = 5


@dataclass(frozen=True)
class Thing:
    """One item that asks for something, with the screen where that is done."""

    name: str
    address: str
    note: str = ""


@dataclass(frozen=True)
class Line:
    """All of one kind in one sentence, with one button."""

    sentence: str
    button: str
    address: str
    things: Sequence[Thing] = ()


@dataclass(frozen=True)
class Kind:
    """A kind of work. Who has one of the permissions is told of it."""

    slug: str
    title: str
    urgency: Urgency
    permissions: tuple[str, ...]
    # On the button for one thing, and for the list of several.
    open_one: str
    open_all: str

    @property
    def address(self) -> str:
        """Of the page that lists all of them."""
        return reverse("admin:worklist", args=[self.slug])

    def is_for(self, user: AbstractUser) -> bool:
        return any(user.has_perm(permission) for permission in self.permissions)

    def line(self, sentence: str, things: Sequence[Thing]) -> Line:
        """One thing is a click away; of several there is a list."""
        if len(things) == 1:
            return Line(sentence, self.open_one, things[0].address, things)
        return Line(sentence, self.open_all, self.address, things)


# Asked only for who may do something about it. None: nothing to do.
Finder = Callable[[AbstractUser], Line | None]
