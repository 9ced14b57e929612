import re
from html import unescape
from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models import Q
from django.urls import reverse

from projects.querysets import WITHDRAWAL, ExperienceQuerySet
from stroomop.lib import clock
from stroomop.lib.richtext import RichTextField

from .organisation import Organisation
from .project import Project
from .publishing import Publishable
from .theme import Themed

# Places where a young person lives or goes to school: their names would point at one.
POINTING_KINDS = (Organisation.Kind.PROVIDER, Organisation.Kind.SCHOOL)
NO_CONSENT = "Publiceren kan pas met toestemming: vul de dag, de tekst en 'jonger dan 16' in."


class Experience(Publishable, Themed):
    """What somebody went through and told, for as long as the teller agrees.

    Nothing here says who or where. When consent is withdrawn, the words are gone from the row itself.
    """

    class Teller(models.TextChoices):
        YOUNG = "jongere", "een jongere"
        PARENT = "ouder", "een ouder of verzorger"
        PROFESSIONAL = "professional", "een professional"

    project = models.ForeignKey(
        Project, models.SET_NULL, related_name="experiences", null=True, blank=True, verbose_name="project"
    )
    title = models.CharField("titel", max_length=120)
    text = RichTextField(
        "verhaal", help_text="Geen naam, plaats, instelling of school: niemand mag hieruit kunnen opmaken wie het is."
    )
    teller = models.CharField("verteld door", max_length=12, choices=Teller)

    consent_on = models.DateField("toestemming gegeven op", null=True, blank=True)
    consent_text = models.TextField(
        "waarvoor", blank=True, help_text="De tekst waarmee de verteller instemde, letterlijk."
    )
    # Without a default: nobody is sixteen because a field was forgotten.
    under_sixteen = models.BooleanField(
        "jonger dan 16", null=True, blank=True, help_text="Op de dag van de toestemming."
    )
    parent_consent_on = models.DateField(
        "toestemming van een ouder op", null=True, blank=True, help_text="Nodig als de verteller jonger is dan 16."
    )
    unrecognisable = models.BooleanField(
        "niemand herkenbaar", default=False, help_text="Ik las na dat niemand hieruit kan opmaken wie het is of waar."
    )
    withdrawn_at = models.DateTimeField("ingetrokken op", null=True, blank=True, editable=False)

    objects: ClassVar[Any] = ExperienceQuerySet.as_manager()

    class Meta(Publishable.Meta):
        verbose_name = "ervaring"
        verbose_name_plural = "ervaringen"
        ordering = ["-pk"]
        constraints = [
            *Publishable.Meta.constraints,
            models.CheckConstraint(
                condition=Q(published_at=None)
                | Q(withdrawn_at__isnull=False)
                | (Q(consent_on__isnull=False, under_sixteen__isnull=False) & ~Q(consent_text="")),
                name="experience_published_with_consent",
                violation_error_message=NO_CONSENT,
            ),
            models.CheckConstraint(
                condition=Q(published_at=None)
                | Q(withdrawn_at__isnull=False)
                | Q(under_sixteen=False)
                | Q(parent_consent_on__isnull=False),
                name="experience_of_a_child_with_consent_of_a_parent",
                violation_error_message="De verteller is jonger dan 16: publiceren kan pas als ook een ouder instemt.",
            ),
            models.CheckConstraint(
                condition=Q(published_at=None) | Q(withdrawn_at__isnull=False) | Q(unrecognisable=True),
                name="experience_published_unrecognisable",
                violation_error_message="Publiceren kan pas als je hebt nagelezen dat niemand herkenbaar is.",
            ),
            models.CheckConstraint(
                condition=Q(withdrawn_at=None) | Q(title="", text="", consent_text="", project=None),
                name="experience_withdrawn_is_empty",
                violation_error_message="Een ingetrokken ervaring heeft geen woorden meer.",
            ),
        ]

    def __str__(self) -> str:
        # No word of the teller: this also stands in the log of the back-office, which outlives a withdrawal.
        return f"Ervaring {self.pk}"

    def clean(self) -> None:
        super().clean()
        if self.withdrawn_at:
            raise ValidationError("Deze ervaring is ingetrokken en kan niet terugkomen.")
        # As a reader sees it, without the marks.
        told = " ".join(unescape(re.sub(r"<[^>]*>", " ", f"{self.title} {self.text}")).split())
        fields = ("name", "short_name", "former_names__name")
        rows = Organisation.objects.filter(kind__in=POINTING_KINDS).values_list(*fields)
        # As they are written: some of these names are ordinary words.
        names = sorted({name for row in rows for name in row if name})
        if found := [name for name in names if re.search(rf"(?<!\w){re.escape(name)}(?!\w)", told)]:
            raise ValidationError({"text": f"Noem geen instelling of school: hier staat '{found[0]}'."})

    @property
    def withdrawal_url(self) -> str:
        """The teller's own way out: whoever holds this link needs no account."""
        return reverse("projects:experience_withdraw", args=[WITHDRAWAL.sign(str(self.pk))])

    @property
    def is_public(self) -> bool:
        return super().is_public and self.withdrawn_at is None

    def withdraw(self) -> None:
        """Take the words out of the row for good, and all that staff wrote on the way to it. What stays is that there
        was one, and when it went."""
        with transaction.atomic():
            self.withdrawn_at = self.withdrawn_at or clock.now()
            self.save()
            self.themes.clear()
            self.drafts.all().delete()
            self.read_requests.all().delete()

    def save(self, *args: Any, **kwargs: Any) -> None:
        """A withdrawn row is saved without its words, also when it was withdrawn after somebody began to edit it."""
        with transaction.atomic():
            before = type(self)._base_manager.select_for_update().filter(pk=self.pk).first()
            if before is not None and before.withdrawn_at:
                self.withdrawn_at = before.withdrawn_at
            if self.withdrawn_at:
                self.title = self.text = self.consent_text = ""
                self.project = None
            super().save(*args, **kwargs)
