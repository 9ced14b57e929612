"""What a reader sees of a page: its words, without the marks."""

import re
from html import unescape

from django.http import HttpResponse
from django.utils.html import strip_tags


def main(response: HttpResponse) -> str:
    """The HTML between the header and the footer."""
    return response.content.decode().partition("<main")[2].partition(">")[2].partition("</main>")[0]


def without_doors(response: HttpResponse) -> str:
    """The same without the ways to write to us, which stand on every page."""
    return re.sub(r'<p class="(?:small )?message-door">.*?</p>', "", main(response), flags=re.DOTALL)


def texts(response: HttpResponse, tag: str) -> list[str]:
    """The words in each element of this kind."""
    return [words(inner) for inner in re.findall(rf"<{tag}\b[^>]*>(.*?)</{tag}>", without_doors(response), re.DOTALL)]


def rows(response: HttpResponse) -> list[list[str]]:
    """The cells of every row of every table, headings left out."""
    body = re.sub(r"<thead>.*?</thead>", "", main(response), flags=re.DOTALL)
    return [
        [words(cell) for cell in re.findall(r"<t[hd]\b[^>]*>(.*?)</t[hd]>", row, re.DOTALL)]
        for row in re.findall(r"<tr>(.*?)</tr>", body, re.DOTALL)
    ]


def links(response: HttpResponse) -> list[str]:
    """The addresses that the main part of the page leads to, the crumbs left out."""
    return re.findall(r'href="([^"]+)"', re.sub(r"<nav\b.*?</nav>", "", without_doors(response), flags=re.DOTALL))


def list_rows(response: HttpResponse) -> list[str]:
    """The words of each line of every list of items."""
    return [words(row) for row in re.findall(r'<li class="row">(.*?)</li>', main(response), re.DOTALL)]


def facts(response: HttpResponse) -> list[tuple[str, str]]:
    """Each fact in short with its value."""
    found = re.findall(r"<dt>(.*?)</dt>\s*<dd>(.*?)</dd>", main(response), re.DOTALL)
    return [(words(name), words(value)) for name, value in found]


def chips(response: HttpResponse) -> list[tuple[str, str]]:
    """The choices that narrow a list, each with the address of the list without it."""
    block = main(response).partition('<ul class="chips"')[2].partition("</ul>")[0]
    return [(words(choice), unescape(url)) for url, choice in re.findall(r'<a href="([^"]*)">(.*?)<span', block)]


def choices(response: HttpResponse) -> dict[str, list[str]]:
    """What each field of the form offers, by the name of the field, in the order of the page."""
    found = re.findall(r'<select name="([^"]+)"[^>]*>(.*?)</select>', main(response), re.DOTALL)
    return {name: [words(one) for one in re.findall(r"<option.*?</option>", options)] for name, options in found}


def page_links(response: HttpResponse) -> list[str]:
    """Where the pages of a list lead."""
    nav = main(response).partition('<nav class="pagination"')[2].partition("</nav>")[0]
    return re.findall(r'href="([^"]+)"', unescape(nav))


def offers_help(response: HttpResponse) -> bool:
    """Whether help and a way to leave stand above all else."""
    return 'class="help-now"' in main(response)


def words(html: str) -> str:
    return " ".join(unescape(strip_tags(html)).split())
