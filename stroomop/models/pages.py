"""The fixed pages, and the words on every page."""

from django.core.exceptions import ValidationError
from django.core.validators import slug_re
from django.db import models
from django.db.models import F, Q
from django.urls import resolve, reverse
from simple_history.models import HistoricalRecords

from projects.models import PublicPage
from projects.models.shared import WebAddressField
from stroomop.lib import clock
from stroomop.lib.richtext import RichTextField
from stroomop.lib.visiting import Result, Visit


class Page(PublicPage):
    """A fixed page, such as privacy or contact."""

    title = models.CharField("titel", max_length=100)
    description = models.CharField("in één zin", max_length=160, help_text="Voor zoekmachines.")
    body = RichTextField("tekst")

    history = HistoricalRecords(verbose_name="eerdere versie van een vaste pagina")

    class Meta(PublicPage.Meta):
        verbose_name = "vaste pagina"
        verbose_name_plural = "vaste pagina's"
        ordering = ["title"]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("page", args=[self.slug])

    def clean(self) -> None:
        # A slug that is none has been refused already, at its own field.
        if slug_re.fullmatch(self.slug) and resolve(self.get_absolute_url()).url_name != "page":
            raise ValidationError({"slug": "Op dit adres staat al iets anders. Kies een ander adres."})


class HelpLine(models.Model):
    """Where a reader finds help now. On every page."""

    slug = models.SlugField("kenmerk", max_length=50, unique=True)
    name = models.CharField("naam", max_length=80)
    phone = models.CharField("telefoon", max_length=30)
    tel = models.CharField("telefoon voor de link", max_length=15, help_text="Alleen cijfers.")
    url = WebAddressField("website", max_length=200, blank=True)
    text = models.CharField("wanneer", max_length=200)
    order = models.PositiveSmallIntegerField("volgorde", default=0)

    history = HistoricalRecords(verbose_name="eerdere versie van een hulplijn")

    class Meta:
        verbose_name = "hulplijn"
        verbose_name_plural = "hulplijnen"
        ordering = ["order", "name"]

    def __str__(self) -> str:
        return self.name


class TextBlock(models.Model):
    """A sentence of the site that staff may change, known to the templates by its key."""

    key = models.SlugField("kenmerk", max_length=50, unique=True)
    text = models.TextField("tekst")

    history = HistoricalRecords(verbose_name="eerdere versie van een tekst van de site")

    class Meta:
        verbose_name = "tekst van de site"
        verbose_name_plural = "teksten van de site"
        ordering = ["key"]

    def __str__(self) -> str:
        return self.key


class LinkCheckQuerySet(models.QuerySet):
    def dead(self) -> Self:
        """What failed once may be a hiccup."""
        return self.filter(failures__gte=LinkCheck.DEAD_AFTER)

    def failing(self) -> Self:
        """The last time, and not often enough to be called dead."""
        return self.filter(failures__range=(1, LinkCheck.DEAD_AFTER - 1))


class LinkCheck(models.Model):
    """An address of another site that stands on a public page, and how it went when we last looked."""

    class Outcome(models.TextChoices):
        NEW = "nieuw", "nog niet bekeken"
        WORKS = Result.WORKS.value, "werkt"
        FAILS = Result.FAILS.value, "ging niet open"
        UNSEEN = Result.UNSEEN.value, "we konden niet kijken"

    # Days on which it failed, none with success between them.
    DEAD_AFTER = 3
    LONGEST = 2000

    address = models.CharField("webadres", max_length=LONGEST, unique=True)
    outcome = models.CharField("hoe het ging", max_length=10, choices=Outcome, default=Outcome.NEW)
    words = models.CharField("uitleg", max_length=200, blank=True)
    looked_at = models.DateTimeField("laatst bekeken", null=True, blank=True, db_index=True)
    failing_since = models.DateField("werkt niet sinds", null=True, blank=True)
    last_failed_on = models.DateField("laatst mislukt op", null=True, blank=True)
    failures = models.PositiveSmallIntegerField("dagen dat het mislukte", default=0)

    objects = LinkCheckQuerySet.as_manager()

    class Meta:
        verbose_name = "gecontroleerde link"
        verbose_name_plural = "gecontroleerde links"
        ordering = [F("failing_since").asc(nulls_last=True), "address"]
        constraints = [
            models.CheckConstraint(
                condition=Q(failures=0, failing_since=None, last_failed_on=None)
                | Q(failures__gt=0, failing_since__isnull=False, last_failed_on__gte=F("failing_since")),
                name="link_check_fails_since_a_day",
            )
        ]

    def __str__(self) -> str:
        return self.address

    @property
    def is_dead(self) -> bool:
        return self.failures >= self.DEAD_AFTER

    def remember(self, visit: Visit) -> None:
        """What somebody would not let us see is no failure, and no proof that all is well."""
        self.outcome, self.words, self.looked_at = self.Outcome(visit.result), visit.words, clock.now()
        if visit.result == Result.WORKS:
            self.failures, self.failing_since, self.last_failed_on = 0, None, None
        elif visit.result == Result.FAILS and self.last_failed_on != clock.today():
            self.failures += 1
            self.last_failed_on = clock.today()
            self.failing_since = self.failing_since or clock.today()
        self.save()
