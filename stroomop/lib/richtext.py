"""Rich text: a small set of marks, cleaned on the server on every way into the database."""

import re
from collections import Counter
from typing import Any

import nh3
from django.db import models

from .text import writable

TAGS = {"p", "br", "h2", "h3", "h4", "ul", "ol", "li", "a", "strong", "em", "blockquote"}
TAGS |= {"table", "caption", "thead", "tbody", "tr", "th", "td"}
# Without the star, any element could have a title and a language.
ATTRIBUTES: dict[str, set[str]] = {"a": {"href", "data-item"}, "th": {"scope"}, "*": set()}
SCHEMES = {"http", "https", "mailto", "tel"}
# What an attribute may hold, where it is one of ours (stroomop.lib.links) or means something to a screen reader.
ITEM = r"[a-z]+\.[a-z]+:[1-9][0-9]{0,17}"
SHAPES = {
    "data-item": re.compile(ITEM),
    "scope": re.compile(r"(?:row|col)(?:group)?"),
}
# Deeper than anybody writes. The time that parsing takes grows with the square of it.
MAX_DEPTH = 50

# What other programs write for marks of ours. The attributes go at once: a paragraph repeats every mark that the one
# before left open, but of those without attributes three at most.
MEANT = [
    (re.compile(rf"<(/?)(?:{names})(?=[\s/>]){rest}", re.IGNORECASE), rf"<\1{ours}")
    for names, rest, ours in (
        ("h1", "", "h2"),
        ("h5|h6", "", "h4"),
        ("div", "", "p"),
        ("b|strong", "[^>]*>", "strong>"),
        ("i|em", "[^>]*>", "em>"),
        ("big|code|font|nobr|s|small|strike|tt|u", "[^>]*>", "span>"),
    )
]
OPENING = re.compile(r"<(/?)([a-z][^\s/>]*)", re.IGNORECASE)
# The next of these, or the end of what they stand in, closes them by itself.
UNCLOSED = {"p", "li", "br", "td", "th", "tr", "dt", "dd", "hr", "img", "input", "option", "meta", "link", "col", "wbr"}
SPACES = re.compile(r"(?: |&nbsp;){2,}")
PARAGRAPH = re.compile(r"<p>(.*?)</p>", re.DOTALL)
WHITE_LINE = re.compile(r"<br>(?:\s|&nbsp;|<br>)*<br>")
EMPTY_BLOCK = re.compile(r"<(p|h[234]|blockquote|ul|ol|li)>(?:\s|&nbsp;|<br>)*</\1>")
EMPTY_MARK = re.compile(r"<(a|strong|em)(?: [^>]*)?>((?:\s|&nbsp;|<br>)*)</\1>")
# The editor makes a paragraph in every point and every cell; where it is the only one, that says nothing.
ONLY_PARAGRAPH = re.compile(
    r'(<(?:li|td|th(?: scope="[a-z]+")?)>)<p>((?:[^<]|<(?!/?p>))*)</p>(?=</(?:li|td|th)>|<[uo]l>)'
)
LIST = re.compile(r"<(/?)(ul|ol|li)>")
LEADS_NOWHERE = re.compile(r"<a(?: data-item=\"[^\"]*\")?>(.*?)</a>", re.DOTALL)


def in_shape(tag: str, attribute: str, value: str) -> str | None:
    shape = SHAPES.get(attribute)
    return value if shape is None or shape.fullmatch(value) else None


CLEANER = nh3.Cleaner(tags=TAGS, attributes=ATTRIBUTES, url_schemes=SCHEMES, link_rel=None, attribute_filter=in_shape)


def clean_html(html: str) -> str:
    """Only the marks above survive: no script, style, handler, image or address of another scheme."""
    html = writable(html)
    for pattern, ours in MEANT:
        html = pattern.sub(ours, html)
    if depth(html) > MAX_DEPTH:
        html = " ".join(re.sub(r"<[^>]*>?", " ", html).split())
    clean = CLEANER.clean(html)
    if (bare := writable(clean)) != clean:
        # It stood there by its number, as in &#1;. Without it, an address may read as another.
        clean = CLEANER.clean(bare)
    return CLEANER.clean(tidy(clean))


def depth(html: str) -> int:
    """How many elements stand in each other at most, when no more is closed than is said."""
    opened: Counter[str] = Counter()
    deepest = 0
    for closes, name in OPENING.findall(html.lower()):
        if name not in UNCLOSED:
            opened[name] = max(opened[name] - 1, 0) if closes else opened[name] + 1
            deepest = max(deepest, 0 if closes else opened.total())
    return deepest


def tidy(clean: str) -> str:
    """Without what a paste brings along: empty lines, spaces that may not break, links that lead nowhere."""
    clean = SPACES.sub(lambda match: " " if "&" in match[0] else match[0], clean)
    # A mark that went on over the white line is closed and opened again by the cleaning that follows.
    clean = PARAGRAPH.sub(lambda match: WHITE_LINE.sub("</p><p>", match[0]), clean)
    clean = ONLY_PARAGRAPH.sub(r"\1\2", clean)
    clean = without_stray_points(LEADS_NOWHERE.sub(r"\1", clean))
    # From the inside out.
    for _ in range(MAX_DEPTH):
        before, clean = clean, EMPTY_BLOCK.sub("", EMPTY_MARK.sub(r"\2", clean))
        if clean == before:
            break
    return clean


def without_stray_points(clean: str) -> str:
    """A point outside a list becomes a paragraph: shown inside a list of the page, it would be a point of that."""
    lists = 0

    def mend(tag: re.Match[str]) -> str:
        nonlocal lists
        if tag[2] != "li":
            lists += -1 if tag[1] else 1
            return tag[0]
        return tag[0] if lists else f"<{tag[1]}p>"

    return LIST.sub(mend, clean)


class RichTextField(models.TextField):
    """HTML that is clean in the database, whichever way it came: save, bulk_create or update."""

    def get_prep_value(self, value: Any) -> Any:
        value = super().get_prep_value(value)
        return clean_html(value) if isinstance(value, str) else value

    def pre_save(self, model_instance: models.Model, add: bool) -> Any:
        """Give the instance in hand what the database gets."""
        value = self.get_prep_value(super().pre_save(model_instance, add))
        setattr(model_instance, self.attname, value)
        return value
