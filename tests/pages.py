"""What a reader sees of a page: its words, without the marks."""

import re
from html import unescape

from django.http import HttpResponse
from django.utils.html import strip_tags


def main(response: HttpResponse) -> str:
    """The HTML between the header and the footer."""
    return response.content.decode().partition("<main")[2].partition(">")[2].partition("</main>")[0]


def texts(response: HttpResponse, tag: str) -> list[str]:
    """The words in each element of this kind."""
    return [words(inner) for inner in re.findall(rf"<{tag}\b[^>]*>(.*?)</{tag}>", main(response), re.DOTALL)]


def rows(response: HttpResponse) -> list[list[str]]:
    """The cells of every row of every table, headings left out."""
    body = re.sub(r"<thead>.*?</thead>", "", main(response), flags=re.DOTALL)
    return [
        [words(cell) for cell in re.findall(r"<t[hd]\b[^>]*>(.*?)</t[hd]>", row, re.DOTALL)]
        for row in re.findall(r"<tr>(.*?)</tr>", body, re.DOTALL)
    ]


def links(response: HttpResponse) -> list[str]:
    """The addresses that the main part of the page leads to, the crumbs left out."""
    return re.findall(r'href="([^"]+)"', re.sub(r"<nav\b.*?</nav>", "", main(response), flags=re.DOTALL))


def words(html: str) -> str:
    return " ".join(unescape(strip_tags(html)).split())
