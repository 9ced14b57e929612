"""Asks every address of the back-office as somebody, and says in a letter what came of it."""

import re
from urllib.parse import parse_qsl

from django.contrib import admin
from django.contrib.auth.models import AnonymousUser
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.template import engines
from django.urls import URLPattern

from tests.rollback import rolled_back

# What a POST sends, where nothing else is said: where it needs no more than a yes, that.
DATA = {"delete": {"post": "yes"}}


class Visitor:
    """A middleware: this visitor, without the form to sign in, and without drawing the page: who may see it was decided
    before."""

    user = AnonymousUser()
    blank = engines["django"].from_string("")

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        request.user = self.user
        return self.get_response(request)

    def process_exception(self, request, exception):
        """The page that says so is that of the site: drawn with its menus, a few thousand times."""
        status = {PermissionDenied: 403, Http404: 404}.get(type(exception))
        return status and HttpResponse(status=status)

    def process_template_response(self, request, response):
        response.template_name = self.blank
        return response


MIDDLEWARE = [
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "tests.stroomop.back_office.walk.Visitor",
    "allauth.account.middleware.AccountMiddleware",
]


def site_pages():
    """The addresses that belong to no model, by their name or else by their pattern."""
    return {name_of(pattern): pattern for pattern in admin.site.get_urls() if isinstance(pattern, URLPattern)}


def model_pages(model):
    """The addresses of a model by the end of their name; by their pattern when they have none."""
    start = f"{model._meta.app_label}_{model._meta.model_name}_"
    return {name_of(pattern).removeprefix(start): pattern for pattern in admin.site.get_model_admin(model).get_urls()}


def name_of(pattern):
    return pattern.name or str(pattern.pattern)


def ask_all(client, pages, item, table):
    """What comes of each address, and of what the table says to send there."""
    start = "" if pages.keys() & {"index"} else f"{item._meta.app_label}/{item._meta.model_name}/"
    rows = [*pages, *(row for row in table if " " in row and row.partition(" ")[0] in pages)]
    return {row: ask(client, start + path_of(pages[row.partition(" ")[0]], item), row, item) for row in rows}


def path_of(pattern, item):
    """The pattern, filled in."""
    parts = {"app_label": "projects", "url": "bestaat-niet", "slug": "concepten", "content_type_id": content_type(item)}
    version = item.history.first() if hasattr(item, "history") else None
    parts["history_id"] = version.pk if version else 0
    asked = item.read_requests.first() if hasattr(item, "read_requests") else None
    parts["request_id"] = asked.pk if asked else 0
    path = str(pattern.pattern).removesuffix("$")
    for name in pattern.pattern.converters or pattern.pattern.regex.groupindex:
        path = re.sub(rf"<(\w+:)?{name}>|\(\?P<{name}>.*\)", str(parts.get(name, item.pk)), path)
    return path.removeprefix("^")


def content_type(item):
    return ContentType.objects.get_for_model(item).pk


def ask(client, path, row, item):
    """Of a page what a GET gets and what a POST gets; of a row that says what is sent, what the POST gets."""
    page, _, sent = row.partition(" ")
    seen = "" if sent else letter(client.get(f"/beheer/{path}"))
    with rolled_back():
        data = dict(parse_qsl(sent.format(pk=item.pk))) or DATA.get(page, {})
        return seen + letter(client.post(f"/beheer/{path}", data))


def letter(response):
    if response.status_code == 302:
        return "s" if "/login/" in response["Location"] else "r"
    return {200: "o", 403: ".", 404: "?", 405: "-"}[response.status_code]
