from typing import Any

from django import template
from django.utils.safestring import SafeString, mark_safe

from projects.glossary import Glossary
from projects.models import GlossaryTerm

register = template.Library()


@register.simple_tag(takes_context=True)
def explain(context: Any, html: str) -> SafeString:
    """HTML out of a RichTextField, with words of the glossary explained. One query for the whole page."""
    request = context.request
    if not hasattr(request, "glossary"):
        request.glossary = Glossary(list(GlossaryTerm.objects.published()))
    return mark_safe(request.glossary.explain(html))  # noqa: S308 - clean in the database, and what is added is escaped
