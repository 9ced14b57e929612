"""The pages that belong to the site as a whole."""

from .errors import forbidden, not_found
from .files import manifest, robots, security, sitemap_index
from .messages import message, message_reasons, message_thanks
from .nieuw import Nieuw
from .pages import home, page, style_guide
from .preview import preview
from .searching import search
from .uploads import upload
from .withdrawing import message_withdraw, message_withdrawn

__all__ = [
    "Nieuw",
    "forbidden",
    "home",
    "manifest",
    "message",
    "message_reasons",
    "message_thanks",
    "message_withdraw",
    "message_withdrawn",
    "not_found",
    "page",
    "preview",
    "robots",
    "search",
    "security",
    "sitemap_index",
    "style_guide",
    "upload",
]
