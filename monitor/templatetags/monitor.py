"""Blocks with figures, for the pages of what they stand beside; and the way back."""

from typing import Any

from django import template

from advies.models import Advies
from monitor.beside import beside
from monitor.models import AdviesIndicator, Indicator, ProjectIndicator
from projects.models import Project
from stroomop.lib.clock import today
from stroomop.lib.stand import Stand

register = template.Library()


@register.inclusion_tag("monitor/_figures_of_advies.html")
def figures_of_advies(advies: Advies, stand: Stand) -> dict[str, Any]:
    """The figures beside an advies on a day, and why. One query without any, six with."""
    return {"figures": beside(AdviesIndicator.objects.filter(advies=advies), stand.day), "stand": stand}


@register.inclusion_tag("monitor/_figures_of_project.html")
def figures_of_project(project: Project) -> dict[str, Any]:
    """The figures beside a project as things stand today, and why. One query without any, six with."""
    return {"figures": beside(ProjectIndicator.objects.filter(project=project), today())}


@register.inclusion_tag("monitor/_related_of_indicator.html")
def related_of_indicator(indicator: Indicator, stand: Stand) -> dict[str, Any]:
    """The adviezen and projects that an indicator stands beside, and why. What is sensitive stands on sensitive pages
    only: they offer help. Two queries."""
    adviezen, projects = Advies.objects.as_of(stand.day), Project.objects.published()
    if not indicator.is_sensitive:
        adviezen, projects = adviezen.without_sensitive(), projects.without_sensitive()
    of_adviezen = AdviesIndicator.objects.as_of(stand.day).filter(indicator=indicator, advies__in=adviezen)
    of_projects = ProjectIndicator.objects.as_of(stand.day).filter(indicator=indicator, project__in=projects)
    return {
        "adviezen": of_adviezen.select_related("advies").order_by("advies__number"),
        "projects": of_projects.select_related("project").order_by("project__name"),
        "stand": stand,
    }
