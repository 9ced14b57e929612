"""Blocks that pages of the apps below may show."""

from typing import Any

from django import template

from advies.models import RelatedProject
from projects.models import Project

register = template.Library()


@register.inclusion_tag("advies/_related_adviezen.html")
def related_adviezen(project: Project) -> dict[str, Any]:
    """The adviezen that a project touches, and why. One query."""
    return {"related": RelatedProject.objects.of_project(project)}
