"""What an indicator has to do with an advies or a project, and why. The figure stands beside it: it is not its work."""

from django.db import models

from advies.models import Advies
from advies.models.advies import RelatedBase
from projects.models import Project

from .indicator import Indicator


class AdviesIndicator(RelatedBase):
    advies = models.ForeignKey(Advies, models.CASCADE, related_name="related_indicators", verbose_name="advies")
    indicator = models.ForeignKey(Indicator, models.CASCADE, related_name="related_adviezen", verbose_name="indicator")

    class Meta(RelatedBase.Meta):
        verbose_name = "cijfer bij een advies"
        verbose_name_plural = "cijfers bij adviezen"
        constraints = [models.UniqueConstraint(fields=["advies", "indicator"], name="advies_indicator_once")]

    def __str__(self) -> str:
        return f"{self.advies}: {self.indicator}"


class ProjectIndicator(RelatedBase):
    project = models.ForeignKey(Project, models.CASCADE, related_name="related_indicators", verbose_name="project")
    indicator = models.ForeignKey(Indicator, models.CASCADE, related_name="related_projects", verbose_name="indicator")

    class Meta(RelatedBase.Meta):
        verbose_name = "cijfer bij een project"
        verbose_name_plural = "cijfers bij projecten"
        constraints = [models.UniqueConstraint(fields=["project", "indicator"], name="project_indicator_once")]

    def __str__(self) -> str:
        return f"{self.project}: {self.indicator}"
