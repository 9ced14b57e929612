"""Words that not everybody knows, explained where a text first uses them."""

import html
import re
from collections.abc import Iterable
from functools import cached_property

from django.utils.html import format_html

from projects.models import GlossaryTerm

# A button cannot stand in a link, a heading is no place to stop and read, and what is emphasised is often a title.
LEFT_ALONE = ("a", "em", "h2", "h3", "h4", "caption", "th")
TAG = re.compile(r"(<[^>]+>)")
# The browser opens and closes the explanation by itself: no script.
EXPLAINED = (
    '<button type="button" class="term" popovertarget="begrip-{slug}">{word}</button>'
    '<span class="term-card" id="begrip-{slug}" popover role="note"><strong>{term}</strong>: {explanation}</span>'
)


class Glossary:
    """Remembers what a page has explained: each word once, where it comes first."""

    def __init__(self, terms: Iterable[GlossaryTerm]) -> None:
        forms = [(form, term) for term in terms for form in term.forms]
        # The longest first; of two that differ in capitals only, the abbreviation.
        self.forms = sorted(forms, key=lambda pair: (len(pair[0]), pair[0].isupper()), reverse=True)
        self.explained: set[str] = set()

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """Whole words, each form in a group of its own. An abbreviation counts only in capitals."""
        # A line of the text may end inside a form.
        escaped = [(form, re.escape(html.escape(form, quote=False)).replace(r"\ ", r"\s+")) for form, _ in self.forms]
        groups = "|".join(f"({words})" if form.isupper() else f"((?i:{words}))" for form, words in escaped)
        # What follows an & is the name of a character, as in &amp;.
        return re.compile(rf"(?<![\w&-])(?:{groups})(?![\w-])")

    def explain(self, clean: str) -> str:
        """HTML out of a RichTextField, with the words in it explained."""
        if not self.forms:
            return clean
        parts, left_alone = [], 0
        for part in TAG.split(clean):
            if not part.startswith("<"):
                parts.append(part if left_alone else self.pattern.sub(self.replace, part))
                continue
            if part.strip("</>").split()[0] in LEFT_ALONE:
                left_alone += -1 if part.startswith("</") else 1
            parts.append(part)
        return "".join(parts)

    def replace(self, match: re.Match[str]) -> str:
        assert match.lastindex is not None, "each form is a group"
        word, (_, term) = html.unescape(match[0]), self.forms[match.lastindex - 1]
        if term.slug in self.explained:
            return match[0]
        self.explained.add(term.slug)
        return format_html(EXPLAINED, slug=term.slug, word=word, term=term.term, explanation=term.explanation)
