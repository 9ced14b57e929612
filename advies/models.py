"""What was advised, to whom, and what has been heard of it since."""

from datetime import date
from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.urls import reverse

from advies.querysets import AdviesQuerySet, NewsQuerySet, RelatedProjectQuerySet, ResponsibilityQuerySet
from projects.models import Dated, Organisation, Project, PublicPage, Publishable, SourceLink
from projects.models.shared import SingleSource
from stroomop.lib.clock import today
from stroomop.lib.richtext import RichTextField


class Report(Publishable, Dated):
    title = models.CharField("titel", max_length=200, unique=True)
    slug = models.SlugField("adres", max_length=80, unique=True)
    text = RichTextField("hoe het tot stand kwam", blank=True)
    editor_note = RichTextField("noot van de redactie", blank=True)

    class Meta(Publishable.Meta):
        verbose_name = "rapport"
        verbose_name_plural = "rapporten"
        ordering = ["-date_from"]
        constraints = [*Publishable.Meta.constraints, *Dated.Meta.constraints]

    def __str__(self) -> str:
        return self.title


class ReportSource(SourceLink):
    report = models.ForeignKey(Report, models.CASCADE, related_name="sources", verbose_name="rapport")


class Advies(PublicPage, SingleSource):
    """One recommendation. The quotation is literal; short name and explanation are ours, and the page says so."""

    report = models.ForeignKey(Report, models.PROTECT, related_name="adviezen", verbose_name="rapport")
    number = models.PositiveSmallIntegerField("nummer")
    short_name = models.CharField("korte naam", max_length=60, help_text="Van ons, niet van het rapport.")
    quotation = models.TextField("letterlijke titel", help_text="Precies zoals het er staat.")
    explanation = RichTextField("uitleg", blank=True)
    asked_now = RichTextField("wat het advies vraagt", blank=True)
    organisations = models.ManyToManyField(Organisation, through="Responsibility", related_name="adviezen")
    projects = models.ManyToManyField(Project, through="RelatedProject", related_name="adviezen")
    news: Any = models.ManyToManyField("News", through="Bearing", related_name="adviezen")

    # Added by the queryset: with_news() and with_last_check().
    public_news: "list[News]"
    last_check: date | None
    last_check_note: str | None

    objects: ClassVar[Any] = AdviesQuerySet.as_manager()

    class Meta(PublicPage.Meta):
        verbose_name = "advies"
        verbose_name_plural = "adviezen"
        ordering = ["number"]
        constraints = [
            *PublicPage.Meta.constraints,
            models.UniqueConstraint(fields=["report", "number"], name="advies_number_per_report"),
        ]

    def __str__(self) -> str:
        return f"Advies {self.number}: {self.short_name}"

    def get_absolute_url(self) -> str:
        return reverse("advies:advies_detail", args=[self.number, self.slug])

    @property
    def last_news(self) -> "News | None":
        """The newest dated news; asks for ``with_news()``."""
        return next((news for news in self.public_news if news.date_from), None)

    @property
    def addressees(self) -> "list[Responsibility]":
        """Who is asked to act; asks for ``with_parties()``."""
        return [item for item in self.responsibilities.all() if item.role != Responsibility.Role.INVOLVED]

    @property
    def partners(self) -> "list[Responsibility]":
        """With whom they are to act; asks for ``with_parties()``."""
        return [item for item in self.responsibilities.all() if item.role == Responsibility.Role.INVOLVED]


class Responsibility(models.Model):
    """Who is to act on an advies, or is named as a partner, and on what ground we say so."""

    class Role(models.TextChoices):
        PRINCIPAL = "opdracht", "gevraagd om dit te regelen"
        EXECUTION = "uitvoering", "gevraagd om dit te doen"
        INVOLVED = "betrokken", "genoemd als partner"

    class Basis(models.TextChoices):
        REPORT = "rapport", "staat in het rapport"
        TITLE = "titel", "staat in de titel van het advies"
        INFERRED = "afgeleid", "wij lezen dit uit de tekst"

    advies = models.ForeignKey(Advies, models.CASCADE, related_name="responsibilities", verbose_name="advies")
    organisation = models.ForeignKey(
        Organisation, models.PROTECT, related_name="responsibilities", verbose_name="organisatie"
    )
    role = models.CharField("rol", max_length=12, choices=Role)
    basis = models.CharField("grond", max_length=10, choices=Basis)
    date_from = models.DateField("van", null=True, blank=True)
    date_to = models.DateField("tot en met", null=True, blank=True)
    note = models.CharField("toelichting", max_length=300, blank=True)

    objects = ResponsibilityQuerySet.as_manager()

    class Meta:
        verbose_name = "geadresseerde"
        verbose_name_plural = "geadresseerden"
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["advies", "organisation", "role"], name="responsibility_once_per_role"),
            models.CheckConstraint(
                # NULL on either side passes: most periods are not known.
                condition=Q(date_to__gte=F("date_from")),
                name="responsibility_ends_after_start",
                violation_error_message="Het einde ligt voor het begin.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.organisation} ({self.get_role_display()})"


class RelatedProject(models.Model):
    advies = models.ForeignKey(Advies, models.CASCADE, related_name="related_projects", verbose_name="advies")
    project = models.ForeignKey(Project, models.CASCADE, related_name="related_adviezen", verbose_name="project")
    why = models.CharField("waarom", max_length=250)

    objects = RelatedProjectQuerySet.as_manager()

    class Meta:
        verbose_name = "verwant project"
        verbose_name_plural = "verwante projecten"
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["advies", "project"], name="related_project_once")]

    def __str__(self) -> str:
        return f"{self.advies}: {self.project}"


class News(Publishable, Dated):
    """Something that happened and can be read in public. Research and criticism are news, but no flow."""

    class Kind(models.TextChoices):
        MEASURE = "maatregel", "maatregel"
        DECISION = "besluit", "besluit"
        RESEARCH = "onderzoek", "onderzoek"
        CRITICISM = "kritiek", "kritiek"
        AGREEMENT = "afspraak", "aangekondigd"
        # A letter, a report that was sent on, a bill that is pending.
        NOTICE = "bericht", "bericht"

    slug = models.SlugField("kenmerk", max_length=80, unique=True)
    kind = models.CharField("soort", max_length=12, choices=Kind)
    title = models.CharField("titel", max_length=120)
    text = models.TextField("tekst", blank=True)
    runs_until = models.DateField("loopt tot en met", null=True, blank=True)
    known_on = models.DateField("bekend op", help_text="De dag waarop dit openbaar werd.")

    objects: ClassVar[Any] = NewsQuerySet.as_manager()

    class Meta(Publishable.Meta):
        verbose_name = "nieuws"
        verbose_name_plural = "nieuws"
        ordering = ["-known_on", "-pk"]
        constraints = [
            *Publishable.Meta.constraints,
            *Dated.Meta.constraints,
            models.CheckConstraint(
                # NULL on either side passes: not all news runs, and not all news is dated.
                condition=Q(runs_until__gte=F("date_from")),
                name="news_runs_after_start",
                violation_error_message="'Loopt tot en met' ligt voor het begin.",
            ),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def has_ended(self) -> bool:
        return self.runs_until is not None and self.runs_until < today()


class NewsSource(SourceLink):
    news = models.ForeignKey(News, models.CASCADE, related_name="sources", verbose_name="nieuws")


class Bearing(models.Model):
    """That a piece of news bears on an advies; ``derived`` when we, and no source, say so."""

    news = models.ForeignKey(News, models.CASCADE, related_name="bearings", verbose_name="nieuws")
    advies = models.ForeignKey(Advies, models.CASCADE, related_name="bearings", verbose_name="advies")
    derived = models.BooleanField("afgeleid", default=True, help_text="Geen bron legt dit verband; wij doen dat.")

    class Meta:
        verbose_name = "gaat over advies"
        verbose_name_plural = "gaat over adviezen"
        ordering = ["advies__number"]
        constraints = [models.UniqueConstraint(fields=["news", "advies"], name="bearing_once")]

    def __str__(self) -> str:
        return f"{self.news}: {self.advies}"


class Check(models.Model):
    """Somebody looked on that day whether there was news."""

    advies = models.ForeignKey(Advies, models.CASCADE, related_name="checks", verbose_name="advies")
    checked_on = models.DateField("nagekeken op")
    note = models.CharField("toelichting", max_length=300, blank=True)
    checked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, related_name="+", null=True, blank=True, verbose_name="door"
    )

    class Meta:
        verbose_name = "controle"
        verbose_name_plural = "controles"
        ordering = ["-checked_on"]
        constraints = [models.UniqueConstraint(fields=["advies", "checked_on"], name="check_once_a_day")]

    def __str__(self) -> str:
        return f"{self.advies}, nagekeken op {self.checked_on}"
