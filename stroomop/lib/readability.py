"""What makes a text hard to read, or hard to hear: advice for the writer, in Dutch. It knows clean rich text only."""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from itertools import pairwise

# For language level B1: what most guides call long.
WORDS_IN_SENTENCE = 20
WORDS_IN_PARAGRAPH = 100
# More advice at a time than this helps nobody.
MOST = 10
# Three words like these are shouted; one or two are abbreviations.
CAPITALS = re.compile(r"\b[A-ZÀ-Þ]{2,}(?:[ ,]+[A-ZÀ-Þ]{2,}){2,}\b")
LETTERS_SHOUTED = 12

HEADINGS = {"h2": 2, "h3": 3, "h4": 4}
# What a page itself has above the text differs: its title, or the heading of a part.
FIRST_HEADINGS = (2, 3)
BLOCKS = {*HEADINGS, "p", "li", "td", "th", "caption", "blockquote", "ul", "ol", "table", "tr"}
SAYS_NOTHING = {
    "hier",
    "klik",
    "klik hier",
    "lees",
    "lees hier",
    "lees meer",
    "lees verder",
    "link",
    "deze link",
    "meer",
}
SAYS_NOTHING |= {"meer informatie", "meer lezen", "verder lezen", "website", "deze website", "pagina", "deze pagina"}
ADDRESS = re.compile(r"(?:https?://|www\.)\S+|[\w-]+(?:\.[\w-]+)*\.(?:nl|com|org|eu|net)(?:/\S*)?", re.IGNORECASE)

WORD = re.compile(r"\w+(?:[-'’./]\w+)*")
# A point, and then what can begin a sentence.
END = re.compile(r"(?<![.!?…])[.!?…]+[\"'”’)\]]*\s+(?=[\"'“‘(\[]*[A-ZÀ-Þ0-9])|\n+")
# What has a point without being the end; one letter is somebody's initial.
SHORT = "art|bijv|blz|bv|ca|dhr|dr|drs|evt|excl|incl|ing|ir|jl|mevr|mr|mw|nl|nr|pag|prof|resp|st|vgl"
NO_END = re.compile(rf"(?:\b(?:{SHORT}|\w)|\b\w(?:\.\w)+)\.\s+$", re.IGNORECASE)


@dataclass
class Block:
    tag: str
    text: str = ""
    # Somebody else's words stay as they are.
    quoted: bool = False


@dataclass
class Link:
    address: str
    text: str = ""


@dataclass
class Table:
    text: str = ""
    has_header: bool = False


@dataclass
class Text:
    """A text in parts. What stands outside every block counts as a paragraph."""

    blocks: list[Block] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    tables: list[Table] = field(default_factory=list)

    @property
    def headings(self) -> list[Block]:
        return [block for block in self.blocks if block.tag in HEADINGS]


class Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.text = Text()
        self.quotes = 0
        self.in_link = self.in_table = False
        self.begin("p")

    def begin(self, tag: str) -> None:
        self.text.blocks.append(Block(tag, quoted=self.quotes > 0))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.quotes += tag == "blockquote"
        if tag in BLOCKS:
            self.begin(tag)
        elif tag == "br":
            self.handle_data("\n")
        if tag == "a":
            self.text.links.append(Link(dict(attrs).get("href") or ""))
            self.in_link = True
        elif tag == "table":
            self.text.tables.append(Table())
            self.in_table = True
        elif tag == "th" and self.in_table:
            self.text.tables[-1].has_header = True

    def handle_endtag(self, tag: str) -> None:
        self.quotes -= tag == "blockquote"
        self.in_link = self.in_link and tag != "a"
        self.in_table = self.in_table and tag != "table"
        if tag in BLOCKS:
            self.begin("p")

    def handle_data(self, data: str) -> None:
        self.text.blocks[-1].text += data
        if self.in_link:
            self.text.links[-1].text += data
        if self.in_table:
            self.text.tables[-1].text += f"{data} "


def remarks(html: str) -> list[str]:
    """What could be better, in the order of importance; empty when nothing was found."""
    reader = Reader()
    reader.feed(html)
    reader.close()
    found = list(dict.fromkeys(all_remarks(reader.text)))
    more = len(found) - MOST
    return found if more <= 0 else [*found[:MOST], f"En nog {more} {'ander punt' if more == 1 else 'andere punten'}."]


def all_remarks(text: Text) -> Iterator[str]:
    yield from about_headings(text.headings)
    yield from about_links(text.links)
    for table in text.tables:
        if not table.has_header:
            yield f"De tabel {start(table.text)} heeft geen kopregel. Maak koppen van de cellen in de eerste rij."
    for block in text.blocks:
        if not block.quoted:
            yield from about_words(block)


def about_headings(headings: list[Block]) -> Iterator[str]:
    if any(not block.text.strip() for block in headings):
        yield "Er staat een lege kop in de tekst. Haal die weg, of schrijf er iets in."
    if headings and HEADINGS[headings[0].tag] not in FIRST_HEADINGS:
        yield f"De eerste kop, {start(headings[0].text)}, is van niveau 4. Begin met een kop van niveau 2 of 3."
    for above, block in pairwise(headings):
        before, level = HEADINGS[above.tag], HEADINGS[block.tag]
        if level > before + 1:
            yield (
                f"De kop {start(block.text)} is van niveau {level}, en die erboven van niveau {before}. "
                f"Sla geen niveau over: kies niveau {before + 1}."
            )


def about_links(links: list[Link]) -> Iterator[str]:
    places: dict[str, set[str]] = defaultdict(set)
    for link in links:
        words = " ".join(link.text.split())
        places[words].add(link.address)
        if words.lower().strip(" .:!>»→") in SAYS_NOTHING:
            yield f"De link {start(words)} zegt niet waar hij heen gaat. Noem in de link wat een lezer daar vindt."
        elif ADDRESS.fullmatch(words) and not link.address.startswith("mailto:"):
            yield f"De link {start(words)} is een webadres. Noem in gewone woorden wat een lezer daar vindt."
    for words, addresses in places.items():
        if words and len(addresses) > 1:
            yield f"De woorden {start(words)} zijn een link naar verschillende pagina's. Geef elke link eigen woorden."


def about_words(block: Block) -> Iterator[str]:
    for shouted in CAPITALS.findall(block.text):
        if sum(map(str.isalpha, shouted)) >= LETTERS_SHOUTED:
            yield f"Hier staan alleen hoofdletters: {start(shouted)}. Die lezen lastig: gebruik kleine letters."
    for sentence in sentences(block.text):
        if (count := len(WORD.findall(sentence))) > WORDS_IN_SENTENCE:
            yield f"De zin {start(sentence)} heeft {count} woorden. Knip hem door: tot {WORDS_IN_SENTENCE} leest goed."
    if (count := len(WORD.findall(block.text))) > WORDS_IN_PARAGRAPH:
        yield f"De alinea {start(block.text)} heeft {count} woorden. Knip hem in stukken, of maak er een lijst van."


def sentences(text: str) -> list[str]:
    """Without losing a word: together they are the text."""
    parts, begin = [], 0
    for end in END.finditer(text):
        if "\n" in end[0] or not NO_END.search(text, max(begin, end.start() - 12), end.end()):
            parts.append(text[begin : end.end()])
            begin = end.end()
    return [*parts, text[begin:]]


def start(text: str) -> str:
    """The first words, so that a writer can find the place."""
    words = text.split()
    return f"‘{' '.join(words[:6])[:60]}{' …' if len(words) > 6 else ''}’"
