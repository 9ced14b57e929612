"""All that the site answers to somebody who is not signed in."""

import re
from collections import deque
from html import unescape
from urllib.parse import urldefrag, urljoin, urlsplit

from django.urls import NoReverseMatch, get_resolver, reverse

from monitor.models import Indicator

NOT_FOR_READERS = ("/beheer/", "/static/", "/media/")
DAYS = ("2023-06-01", "2024-01-01", "2024-03-01", "2026-11-22")
# What we tell of figures, and what changes with the day that it is asked for.
BY_DAY = re.compile(r"^/($|monitor/|nieuw/)")


def everything(client):
    """The headers and the body of each address that is linked from anywhere, or has a name, also on other days."""
    known = {"/", *named(), "/nieuw/?soort=correcties"}
    waiting, found = deque(sorted(known)), {}
    while waiting:
        address = waiting.popleft()
        body = found[address] = ask(client, address)
        new = set() if "stand=" in address else links(body, address) | on_other_days(address)
        waiting.extend(sorted(new - known))
        known |= new
    return found


def ask(client, address):
    response = client.get(address)
    body = b"".join(response.streaming_content) if response.streaming else response.content
    # The words of a picture are those of its drawing, which has an address of its own.
    body = b"" if response["Content-Type"] == "image/png" else body
    encoding = "utf-16" if body.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8"
    return f"{response.status_code} {dict(response.headers)}\n{unescape(body.decode(encoding))}"


def links(body, address):
    """The addresses of this site in a page, a feed or the sitemap, each as of today."""
    found = re.findall(r'(?:href|src|action)="([^"]+)"|<(?:loc|link)>([^<]+)<', body)
    parts = [urlsplit(urldefrag(urljoin(f"https://portaal.test{address}", one or other)).url) for one, other in found]
    inside = {
        f"{part.path}?{part.query}" if part.query else part.path
        for part in parts
        if part.netloc == "portaal.test" and "stand=" not in part.query
    }
    return {link for link in inside if link.startswith("/") and not link.startswith(NOT_FOR_READERS)}


def on_other_days(address):
    asked = f"{address}{'&' if '?' in address else '?'}stand="
    return {f"{asked}{day}" for day in DAYS} if BY_DAY.match(address) else set()


def named(resolver=None, space=""):
    """Every address with a name, for each indicator where it asks for one; also of those that are not public."""
    resolver = resolver or get_resolver()
    for name in [key for key in resolver.reverse_dict if isinstance(key, str)]:
        yield from addresses(f"{space}{name}")
    for name, (_, inner) in resolver.namespace_dict.items():
        if name not in ("admin",):
            yield from named(inner, f"{space}{name}:")


def addresses(name):
    slugs = Indicator.objects.values_list("slug", flat=True) if name.startswith("monitor:") else []
    for arguments in ([], *([slug] for slug in slugs)):
        try:
            address = reverse(name, args=arguments)
        except NoReverseMatch:
            continue
        if not address.startswith(NOT_FOR_READERS):
            yield address
