"""Blocks that pages of the apps below may show."""

from typing import Any

from django import template

from advies.models import RelatedProject, Responsibility
from projects.models import Organisation, Project

register = template.Library()


@register.inclusion_tag("advies/_related_adviezen.html")
def related_adviezen(project: Project) -> dict[str, Any]:
    """The adviezen that a project touches, and why. One query."""
    return {"related": RelatedProject.objects.of_project(project)}


@register.inclusion_tag("advies/_adviezen_of.html")
def adviezen_of(organisation: Organisation) -> dict[str, Any]:
    """The adviezen that ask something of an organisation, and on what ground we say so. One query."""
    return {"responsibilities": Responsibility.objects.of_organisation(organisation)}
