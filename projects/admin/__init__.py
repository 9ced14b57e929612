"""The screens of the back-office for this app, one file per group of them."""

from . import experiences, library, network, projects, structure

__all__ = ["experiences", "library", "network", "projects", "structure"]
