"""What is added and then stays: a promise's next date, a check, a judgement, an answer."""

from typing import Any

from django import forms

from advies.models import Check, Response, Responsibility
from stroomop.lib import clock
from stroomop.lib.admin import CompleteForm

from .fields import ImpreciseMixin, as_precise_as


class DeadlineForm(ImpreciseMixin, CompleteForm):
    precision = as_precise_as()

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        self.complete(data, "date_from", "date_to", "precision")
        return data

    def has_changed(self) -> bool:
        """The first row is one also when all of it is empty: then the date is not known."""
        return super().has_changed() or (self.instance.pk is None and not self.empty_permitted)


class CheckForm(CompleteForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk is None:
            self.instance.checked_on = clock.today()

    def clean_advies(self) -> Any:
        advies = self.cleaned_data["advies"]
        if Check.objects.filter(advies=advies, checked_on=self.instance.checked_on).exists():
            raise forms.ValidationError("Dit advies is vandaag al nagekeken.")
        return advies


class AssessmentForm(CompleteForm):
    """Signed by who fills it in. The admin says who that is."""

    user: Any

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk is None:
            length = self.instance._meta.get_field("signed_name").max_length
            self.instance.signed_name = self.user.get_full_name()[:length]
            self.instance.organisation = self.user.organisation
            self.instance.assessed_by = self.user

    def clean(self) -> dict[str, Any] | None:
        if lacking := missing_for_signing(self.user):
            raise forms.ValidationError(lacking)
        return super().clean()


def missing_for_signing(user: Any) -> str:
    """What to do before somebody can sign; empty when nothing."""
    lacking = [what for what, has in (("naam", user.get_full_name()), ("organisatie", user.organisation_id)) if not has]
    if not lacking:
        return ""
    return (
        f"Je kunt nog niet ondertekenen: bij je account staat nog geen {' en geen '.join(lacking)}. "
        "Vraag een beheerder om dat in te vullen bij 'Gebruikers'."
    )


class ResponseForm(CompleteForm):
    def clean(self) -> dict[str, Any] | None:
        data = super().clean() or {}
        advies, organisation, asked_on = (data.get(name) for name in ("advies", "organisation", "asked_on"))
        parties = Responsibility.objects.as_of(clock.today()).filter(advies=advies, organisation=organisation)
        if advies and organisation and not parties.exists():
            self.add_error("organisation", "Deze organisatie staat niet bij dit advies.")
        if data.get("answer") == Response.Answer.NONE and not asked_on and "asked_on" not in self.errors:
            self.add_error("asked_on", "Zeg op welke dag het gevraagd is: wie niets is gevraagd, zwijgt niet.")
        if asked_on and asked_on > clock.today():
            self.add_error("asked_on", "Deze dag moet nog komen.")
        return data
