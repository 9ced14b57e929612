"""What readers wrote, under what they wrote about."""

from typing import Any

from django import template

from stroomop.models import Message

register = template.Library()

# More than this nobody reads; the newest ones come first.
MOST = 100


@register.inclusion_tag("stroomop/messages/_reactions.html", takes_context=True)
def reactions(context: Any, item: Any) -> dict[str, Any]:
    """One query; none about a heavy subject, where there are no reactions. ``item`` comes ``with_sensitivity()``.

    A page as it was known on another day, or that nobody may see yet, is without what readers wrote later."""
    stand = context.get("stand")
    is_now = not (stand and stand.is_past) and not hasattr(context["request"], "preview")
    if item.is_sensitive or not is_now:
        return {}
    return {"shown": Message.objects.reactions_to(item)[:MOST], "path": item.get_absolute_url()}
