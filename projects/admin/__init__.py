"""The screens of the back-office for this app, one file per group of them."""

from . import experiences, images, library, network, projects, redirects, structure

__all__ = ["experiences", "images", "library", "network", "projects", "redirects", "structure"]
