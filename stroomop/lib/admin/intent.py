"""What somebody wants with a form: the button that was pressed, and what it asks."""

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from typing import Any

from django import forms
from django.http import HttpRequest

from stroomop.lib import clock

from .moment import MomentForm

# Before the names of fields that are no part of the item: an item may have a field of the same name.
MOMENT, ASK = "publiceer", "meelezen"
# The button that throws a draft away: it leads to nothing else.
DISCARD = "_discard"


class Button(StrEnum):
    """By the name with which the browser sends it."""

    SAVE = "_save"
    PUBLISH = "_publish"
    SCHEDULE = "_schedule"
    PREVIEW = "_preview"
    ASK = "_ask"


@dataclass(frozen=True)
class Intent:
    button: Button = Button.SAVE
    moment: datetime | None = None
    # Why it can't be done, in Dutch; it stands above the form.
    refusal: str = ""
    # The form is only filled in again, as with a draft: nothing is kept.
    shows: bool = False
    # What is done is taken back afterwards: it only has to prove that it can be done.
    tries: bool = False
    # No person is at the form.
    by_itself: bool = False

    def refused(self, why: str) -> "Intent":
        return replace(self, refusal=why)


def read_intent(request: HttpRequest) -> Intent:
    """Of what the browser sent. Without a button (the Enter key) something is kept, and nothing published."""
    button = next((button for button in Button if button in request.POST), Button.SAVE)
    if button != Button.SCHEDULE:
        return Intent(button)
    form = MomentForm(request.POST, prefix=MOMENT)
    if not form.is_valid():
        why = " ".join(str(error) for error in form.errors["moment"])
        return Intent(button).refused(f"Publiceer op: {why}")
    return Intent(button, form.cleaned_data["moment"])


def intent_of(request: HttpRequest) -> Intent:
    """That of this request; the one who sends a form for somebody else says what it is for."""
    intent: Intent = getattr(request, "intent", None) or read_intent(request)
    return intent


def give(request: HttpRequest, intent: Intent) -> None:
    """Let it stand for what the browser sent."""
    marked: Any = request
    marked.intent = intent


def gives(intent: Intent) -> bool:
    """Whether it leads to the public, now or later."""
    return intent.button in (Button.PUBLISH, Button.SCHEDULE)


class PublishingForm(forms.ModelForm):
    """Mixed into the form of what can be published: the moments follow from the button, nobody types them."""

    intent: Intent

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.published_before = self.published_after = self.instance.published_at

    @property
    def has_moved(self) -> bool:
        """Whether the item becomes public at another moment than before."""
        return bool(self.published_after != self.published_before)

    def is_valid(self) -> bool:
        return super().is_valid() and not self.intent.shows

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        if self.intent.refusal:
            self.add_error(None, self.intent.refusal)
        if self.instance.status == "gearchiveerd" and "archived_at" in data:
            # One button alone brings it back; the moment on the form is that of going.
            data["archived_at"] = None if self.intent.button == Button.PUBLISH else self.instance.archived_at
        return data

    def _post_clean(self) -> None:
        """Before the item is checked, because what may be a draft may not always be published."""
        if not self.instance.has_been_public:
            self.instance.published_at = self.moment()
        parent: Any = super()
        parent._post_clean()

    def moment(self) -> datetime | None:
        """From when an item is public that never was."""
        match self.intent.button:
            case Button.PUBLISH:
                return clock.now()
            case Button.SCHEDULE:
                return self.intent.moment
        # What was planned and is changed has to be planned again: nobody agreed to the new words.
        return self.published_before if self.intent.shows else None
