"""Which words of a page are English: clear words, none of which is Dutch too."""

import re
from html.parser import HTMLParser

WORDS = """
    about above actions activate active add added adding again already also among and another any apply are
    authenticate authenticator away back before below between both browse but by cancel cannot change changed
    changes characters check choose chosen clear click close collapse confirm confirmation could create created
    currently deactivate delete deleted deleting deselect did different digits disabled discard does duplicate
    each either email empty enabled ensure enter entered every expand failed field fields file files fill find
    first following for forgot forgotten found from further generate greater has have help hide history hours if
    invalid it its itself keys least leave less line load lock logged login logout lowercase make many match
    memberships missing months move must name named need never next no none not nothing number numbers on only
    optional order original other our out page pages password permission permissions please previous primary quit
    read recent record records recovery redo related remember remove removed replace requested require required
    result results row rows run saved search security seen selected selection sent session set settings should
    show shown sign signed skip sorting submit success successfully such superuser take text that their these they
    this those time times to today toggle token tomorrow too unavailable undo unique unknown unlink unselect until
    up update updated used user username users using valid value values verification verified verify view warning
    were when where which while who will with within without would wrong yes yesterday yet you your yours
"""
ENGLISH = frozenset(WORDS.split())
# What a reader is told without seeing it, or sees without it being text.
TOLD = {"alt", "aria-description", "aria-label", "label", "placeholder", "title"}
UNSEEN = {"script", "style", "template"}


class Page(HTMLParser):
    """Gathers what a page says, to the eye and to the ear."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.texts: list[str] = []
        self.unseen = 0
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        self.unseen += tag in UNSEEN
        button = tag == "input" and dict(attrs).get("type") in ("submit", "button", "reset")
        self.texts += [value or "" for name, value in attrs if name in TOLD or (button and name == "value")]

    def handle_endtag(self, tag):
        self.unseen -= tag in UNSEEN

    def handle_data(self, data):
        if not self.unseen:
            self.texts.append(data)


def english_of(text):
    """The English words, each with those around it."""
    # An address, a sample of code or a name of a file is in no language.
    found = re.findall(r"\S+", re.sub(r"\S*[/@_]\S*|\S+\.\w{2,}", "-", text))
    plain = [word.strip(".,:;!?()[]\"'“”‘’…").lower() for word in found]
    return [" ".join(found[max(0, nth - 3) : nth + 4]) for nth, word in enumerate(plain) if word in ENGLISH]


def english_on(html):
    return [told for text in Page(html).texts for told in english_of(text)]
