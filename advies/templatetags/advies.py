"""Blocks that pages of the apps below may show, as things stand today."""

from typing import Any

from django import template

from advies.models import Advies, RelatedProject, RelatedPublication
from advies.parties import asked_of
from projects.models import Organisation, Project, Publication, Theme
from stroomop.lib.clock import today

register = template.Library()


@register.inclusion_tag("advies/_related_adviezen.html")
def related_adviezen(project: Project) -> dict[str, Any]:
    """The adviezen that a project touches, and why. One query."""
    return {"related": RelatedProject.objects.of("project", project, today())}


@register.inclusion_tag("advies/_related_adviezen.html")
def adviezen_of_publication(publication: Publication) -> dict[str, Any]:
    """The adviezen that a publication is about, and why. One query."""
    return {"related": RelatedPublication.objects.of("publication", publication, today())}


@register.inclusion_tag("advies/_adviezen_of.html")
def adviezen_of(organisation: Organisation) -> dict[str, Any]:
    """What is asked of an organisation, its group and its members, and on what ground we say so. Two queries."""
    return {"organisation": organisation, "responsibilities": asked_of(organisation, today())}


@register.inclusion_tag("advies/_adviezen_of_theme.html")
def adviezen_of_theme(theme: Theme) -> dict[str, Any]:
    """The adviezen about a theme. What is sensitive stands on sensitive pages only: they offer help. One query."""
    adviezen = Advies.objects.as_of(today()).filter(themes=theme)
    return {"adviezen": adviezen if theme.sensitive else adviezen.without_sensitive()}
