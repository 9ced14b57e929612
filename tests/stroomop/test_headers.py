import pytest
from django.conf import settings as portal
from django.urls import reverse

from stroomop.middleware import PERMISSIONS_POLICY
from tests.factories import (
    make_advies,
    make_event,
    make_indicator,
    make_initiative,
    make_lesson,
    make_organisation,
    make_page,
    make_person,
    make_project,
    make_publication,
    make_story,
    make_theme,
    make_veranderopgave,
)

pytestmark = pytest.mark.django_db

FIXED = [
    "/", "/adviezen/", "/projecten/", "/veranderopgaven/", "/geleerd/", "/themas/", "/organisaties/", "/mensen/",
    "/publicaties/", "/verhalen/", "/agenda/", "/alternatieven/", "/meedoen/", "/begrippen/", "/monitor/",
    "/projecten/berichten.atom", "/verhalen/verhalen.atom", "/publicaties/publicaties.atom", "/agenda/agenda.atom",
    "/agenda/agenda.ics", "/ervaringen/ingetrokken/", "/robots.txt", "/sitemap.xml", "/sitemap-vast.xml",
    "/manifest.webmanifest", "/bericht/", "/bericht/dank-je/", "/bericht/dank-je/hulp/", "/bericht/ingetrokken/",
    "/zoeken/", "/zoeken/?q=jongeren", "/niet-te-vinden/",
]  # fmt: skip
MADE = [
    make_page, make_project, make_veranderopgave, make_lesson, make_theme, make_organisation, make_person,
    make_publication, make_story, make_event, make_initiative, make_advies, make_indicator,
]  # fmt: skip
EVERY_PUBLIC_PAGE = pytest.mark.parametrize("page", [*FIXED, *MADE], ids=lambda page: getattr(page, "__name__", page))


@pytest.fixture
def address(page):
    return page if isinstance(page, str) else page().get_absolute_url()


def policy(response):
    return dict(part.split(" ", 1) for part in response["Content-Security-Policy"].split("; "))


@EVERY_PUBLIC_PAGE
def test_public_page_sets_no_cookie_and_is_the_same_for_all(client, address):
    response = client.get(address)

    assert (dict(response.cookies), "cookie" in response.get("Vary", "").lower()) == ({}, False)


@EVERY_PUBLIC_PAGE
def test_public_page_cannot_be_posted_to(client, address):
    assert client.post(address).status_code == 405


@EVERY_PUBLIC_PAGE
def test_public_page_carries_its_policies(client, address):
    response = client.get(address)

    assert {name: response[name] for name in ("Permissions-Policy", "Referrer-Policy", "X-Content-Type-Options")} == {
        "Permissions-Policy": PERMISSIONS_POLICY,
        "Referrer-Policy": "strict-origin-when-cross-origin",
        "X-Content-Type-Options": "nosniff",
    }
    assert response["X-Frame-Options"] == "DENY"


@EVERY_PUBLIC_PAGE
def test_public_page_runs_nothing_from_elsewhere_or_inline(client, address):
    assert policy(client.get(address)) == {
        "default-src": "'none'",
        "script-src": "'self'",
        "style-src": "'self'",
        "img-src": "'self' data:",
        "font-src": "'self'",
        "connect-src": "'self'",
        "manifest-src": "'self'",
        "form-action": "'self'",
        "frame-ancestors": "'none'",
        "base-uri": "'none'",
        "object-src": "'none'",
    }


def test_sign_in_page_runs_nothing_inline_without_a_nonce(client):
    response = client.get(reverse("account_login"))

    sources = " ".join(policy(response).values())
    assert (response.status_code, "unsafe-inline" in sources, "unsafe-eval" in sources) == (200, False, False)
    assert response["Permissions-Policy"] == PERMISSIONS_POLICY


def test_permissions_policy_turns_everything_off():
    assert all(part.endswith("=()") for part in PERMISSIONS_POLICY.split(", "))


def test_production_insists_on_https(client, settings):
    settings.SECURE_HSTS_SECONDS = 63072000
    settings.SECURE_HSTS_INCLUDE_SUBDOMAINS = settings.SECURE_HSTS_PRELOAD = True
    settings.SECURE_SSL_REDIRECT = True

    open_line, safe_line = client.get("/robots.txt"), client.get("/robots.txt", secure=True)

    assert (open_line.status_code, open_line["Location"]) == (301, "https://testserver/robots.txt")
    assert safe_line["Strict-Transport-Security"] == "max-age=63072000; includeSubDomains; preload"


def test_demo_does_not_insist_on_https():
    assert (portal.SECURE_HSTS_SECONDS, portal.SECURE_SSL_REDIRECT) == (0, False)
