"""What keeps a visit within bounds: of time, of size, of the public internet, and of what a certificate says."""

import socket
import threading
from contextlib import closing

import pytest

from stroomop.lib import visiting
from stroomop.lib.visiting import AddressError, Result, Visit, Visitor, is_public, visit
from tests.stroomop.web_server import raw, secure, serving, status, to

AGENT = "Testbezoeker"
WORKS = Visit(Result.WORKS)
SILENT = Visit(Result.FAILS, "De site geeft geen antwoord.", answered=False)
INSECURE = Visit(Result.FAILS, "De beveiligde verbinding met de site klopt niet.")
INSIDE = "Het adres leidt naar een netwerk dat niet openbaar is."


def look(address):
    return visit(address, AGENT, own_network=True)


@pytest.mark.parametrize("user", ["test@", "test:geheim@", "@"])
def test_password_in_an_address_goes_nowhere(user):
    with serving(pagina=status(200)) as site:
        found = look(site.address("/pagina").replace("//", f"//{user}"))

    assert (found, site.asked) == (Visit(Result.FAILS, "In het adres staat een naam of een wachtwoord.", None), [])


def test_head_of_an_answer_is_all_that_is_read():
    endless = raw(b"HTTP/1.1 200 OK\r\n", *[b"x: " + b"y" * 8000 + b"\r\n"] * 64)

    with serving(pagina=endless) as site:
        assert look(site.address("/pagina")) == WORKS


def test_site_that_says_nothing_is_left_in_time(monkeypatch):
    monkeypatch.setattr(visiting, "STEP", 0.05)
    with closing(socket.create_server(("127.0.0.1", 0))) as server:
        assert look(f"http://127.0.0.1:{server.getsockname()[1]}/") == SILENT


def test_site_that_dribbles_is_left_in_time(monkeypatch):
    monkeypatch.setattr(visiting, "ALTOGETHER", 0.2)

    def dribble(handler):
        # Each byte comes within the time of a step.
        while not left.wait(0.02):
            handler.wfile.write(b"x")

    left = threading.Event()
    with serving(pagina=dribble) as site:
        assert look(site.address("/pagina")) == SILENT
        left.set()


def test_time_of_all_steps_together_ends(monkeypatch):
    monkeypatch.setattr(visiting, "ALTOGETHER", 0)
    with serving(pagina=status(200)) as site:
        assert look(site.address("/pagina")) == SILENT
        assert site.asked == []


def test_site_with_a_certificate_that_we_trust_is_visited(monkeypatch, tmp_path):
    with serving(pagina=status(200)) as site:
        monkeypatch.setenv("SSL_CERT_FILE", secure(site, tmp_path))
        address = site.address("/pagina").replace("http://127.0.0.1", "https://localhost")

        assert look(address) == WORKS
        assert look(address.replace("localhost", "127.0.0.1")) == INSECURE


def test_site_with_a_certificate_of_its_own_is_not_trusted(tmp_path):
    with serving(pagina=status(200)) as site:
        secure(site, tmp_path)

        assert look(site.address("/pagina").replace("http://127.0.0.1", "https://localhost")) == INSECURE
        assert site.asked == []


INSIDE_ADDRESSES = [
    "http://localhost/",
    "http://127.0.0.1/",
    "http://127.1/",
    "http://2130706433/",
    "http://0x7f000001/",
    "http://0.0.0.0/",
    "http://10.0.0.1/",
    "http://169.254.169.254/latest/meta-data/",
    "http://192.168.1.1/",
    "http://224.0.0.1/",
    "http://[::1]/",
    "http://[::ffff:127.0.0.1]/",
    "http://[fe80::1]/",
    "https://127.0.0.1/",
]


@pytest.mark.parametrize("address", INSIDE_ADDRESSES)
def test_own_network_is_never_visited(address):
    found = visit(address, AGENT)

    # Where this machine has no such kind of address, the name leads nowhere.
    assert found in [Visit(Result.FAILS, INSIDE, None), Visit(Result.FAILS, "De site is niet te vinden.", False)]


def test_server_of_ours_hears_nothing_of_a_visit():
    with serving(pagina=status(200)) as site:
        assert visit(site.address("/pagina"), AGENT) == Visit(Result.FAILS, INSIDE, None)
        assert site.asked == []


def test_redirect_into_our_network_is_not_followed():
    """As the first of two hops: the second is looked at anew."""
    visitor = Visitor(AGENT, own_network=True)
    with serving(oud=to("/geheim"), geheim=status(200)) as site:
        head = visitor.look(site.address("/oud"))
        visitor.own_network = False

        with pytest.raises(AddressError, match=INSIDE):
            visitor.follow(site.address(head.location))
        assert site.asked == [("HEAD", "/oud")]


@pytest.mark.parametrize(
    ("number", "public"),
    [
        ("93.184.215.14", True),
        ("2a00:1450::1", True),
        ("127.0.0.1", False),
        ("100.64.0.1", False),
        ("239.1.1.1", False),
        ("::", False),
        ("::127.0.0.1", False),
        ("::ffff:127.0.0.1", False),
        ("64:ff9b::7f00:1", False),
        ("2002:7f00:1::", False),
        ("fc00::1", False),
        ("fec0::1", False),
        ("fe80::1%lo", False),
        ("ff0e::1", False),
    ],
)
def test_only_numbers_of_the_public_internet_are_public(number, public):
    assert is_public(number) is public
