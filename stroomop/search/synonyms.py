"""Words that the glossary takes for one, such as JZ+ and JeugdzorgPlus."""

from projects.models import GlossaryTerm

from .words import stems_of


def synonyms() -> dict[tuple[str, ...], tuple[str, ...]]:
    """By the stems of each way to write a term: all ways to write it, each as its stems. One query."""
    found: dict[tuple[str, ...], tuple[str, ...]] = {}
    for term in GlossaryTerm.objects.published().only("term", "other_forms"):
        ways = dict.fromkeys(stems for form in term.forms if (stems := stems_of(form).strip()))
        for way in ways:
            key = tuple(way.split())
            found[key] = tuple(dict.fromkeys([way, *found.get(key, ()), *ways]))
    return found
