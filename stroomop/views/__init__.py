"""The pages that belong to the site as a whole."""

from .errors import forbidden, not_found
from .nieuw import Nieuw
from .pages import home, page, robots, style_guide
from .preview import preview
from .uploads import upload

__all__ = ["Nieuw", "forbidden", "home", "not_found", "page", "preview", "robots", "style_guide", "upload"]
