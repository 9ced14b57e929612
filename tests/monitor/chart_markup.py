"""The markup of a chart, and what must hold for that of every chart."""

import gzip
import re
import xml.etree.ElementTree as ET
from typing import Any

from django.template.loader import render_to_string

COORDINATES = ["x", "x1", "x2", "y", "y1", "y2", "cx", "cy", "dx", "dy", "r", "d", "width", "height", "viewBox"]
LARGEST = 15_000


def markup_of(name: str, **context: Any) -> str:
    return render_to_string(f"monitor/charts/{name}.html", {"title_id": "plek-t", "text_id": "plek-d", **context})


def elements(markup: str) -> list[ET.Element]:
    return list(ET.fromstring(markup).iter())


def texts(markup: str) -> list[str]:
    """What can be read, in order."""
    return [text.strip() for text in ET.fromstring(markup).itertext() if text.strip()]


def bad_coordinates(markup: str) -> list[str]:
    """A number under nl would have a comma; one that is very small, an exponent."""
    found = [element.attrib[name] for element in elements(markup) for name in COORDINATES if name in element.attrib]
    return [value for value in found if not re.fullmatch(r"[-MLHVZ\d. %]+", value)]


def faults(markup: str) -> list[str]:
    """What no chart may have; parsing it is a test by itself."""
    forbidden = re.findall(r"style=|<style|<script", markup)
    size = len(gzip.compress(markup.encode()))
    return [*bad_coordinates(markup), *forbidden, *([f"{size} bytes"] if size > LARGEST else [])]


def images(markup: str) -> list[tuple[str | None, str | None]]:
    """The names and descriptions of the images in it."""
    return [
        (element.get("aria-labelledby"), element.get("aria-describedby"))
        for element in elements(markup)
        if element.get("role") == "img"
    ]


def only_hidden_inside(markup: str) -> bool:
    """Whether an image has nothing but what is hidden from who listens."""
    inside = [child for element in elements(markup) if element.get("role") == "img" for child in element]
    return all(child.get("aria-hidden") == "true" for child in inside)
