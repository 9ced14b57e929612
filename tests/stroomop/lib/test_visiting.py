"""Visits to a site of this test: what its answers mean."""

import socket
from contextlib import closing

import pytest

from stroomop.lib.visiting import Result, Visit, visit
from tests.stroomop.web_server import only, raw, serving, status, to

AGENT = "Testbezoeker"
WORKS = Visit(Result.WORKS)
GONE = Visit(Result.FAILS, "De pagina is er niet meer (404).")
STRANGE = Visit(Result.FAILS, "Het adres of het antwoord van de site klopt niet.")
SILENT = Visit(Result.FAILS, "De site geeft geen antwoord.", answered=False)
INSECURE = Visit(Result.FAILS, "De beveiligde verbinding met de site klopt niet.")


def look(address):
    return visit(address, AGENT, own_network=True)


def test_page_that_is_there_is_asked_for_its_head_alone():
    with serving(pagina=status(200)) as site:
        found = look(site.address("/pagina"))

    assert (found, site.asked, site.agents) == (WORKS, [("HEAD", "/pagina")], [AGENT])


def test_question_in_the_address_goes_along():
    with serving(**{"zoek?q=test": status(200)}) as site:
        assert look(site.address("/zoek?q=test")) == WORKS


def test_address_without_a_path_is_that_of_the_first_page():
    with serving(**{"": status(204)}) as site:
        assert look(site.address("")) == WORKS


@pytest.mark.parametrize(
    ("code", "found"),
    [
        (404, GONE),
        (410, Visit(Result.FAILS, "De pagina is er niet meer (410).")),
        (400, Visit(Result.FAILS, "De site geeft een fout (400).")),
        (500, Visit(Result.FAILS, "De site geeft een fout (500).")),
        (401, Visit(Result.UNSEEN, "De site laat onze controle niet toe (401).")),
        (403, Visit(Result.UNSEEN, "De site laat onze controle niet toe (403).")),
        (999, Visit(Result.UNSEEN, "De site laat onze controle niet toe (999).")),
    ],
)
def test_what_both_ways_of_asking_say_counts(code, found):
    with serving(pagina=status(code)) as site:
        assert look(site.address("/pagina")) == found
        assert site.asked == [("HEAD", "/pagina"), ("GET", "/pagina")]


def test_site_that_asks_to_slow_down_is_not_asked_again():
    with serving(pagina=status(429)) as site:
        found = look(site.address("/pagina"))

    assert found == Visit(Result.UNSEEN, "De site laat onze controle niet toe (429).")
    assert site.asked == [("HEAD", "/pagina")]


@pytest.mark.parametrize("answer", [only("GET", 405), only("GET", 404), only("GET", 403), only("GET", 500)])
def test_site_that_refuses_heads_is_asked_for_the_page(answer):
    with serving(pagina=answer) as site:
        assert look(site.address("/pagina")) == WORKS


def test_site_that_hangs_up_on_heads_is_asked_for_the_page():
    def answer(handler):
        (raw() if handler.command == "HEAD" else status(200))(handler)

    with serving(pagina=answer) as site:
        assert look(site.address("/pagina")) == WORKS


@pytest.mark.parametrize("code", [301, 302, 303, 307, 308])
def test_redirect_is_followed(code):
    with serving(oud=to("/nieuw", code), nieuw=status(200)) as site:
        assert look(site.address("/oud")) == WORKS
        assert site.asked == [("HEAD", "/oud"), ("HEAD", "/nieuw")]


def test_redirect_to_a_page_that_is_gone_is_no_page():
    with serving(oud=to("/weg")) as site:
        assert look(site.address("/oud")) == GONE


def test_redirect_with_letters_that_are_none_of_an_address_is_followed():
    letters = raw("HTTP/1.1 302 Found\r\nLocation: /één\r\n\r\n".encode())
    with serving(oud=letters, **{"%C3%A9%C3%A9n": status(200)}) as site:
        assert look(site.address("/oud")) == WORKS


def test_redirect_without_an_address_is_where_it_ends():
    with serving(oud=status(304)) as site:
        assert look(site.address("/oud")) == WORKS


ENDLESS = Visit(Result.FAILS, "Het adres blijft doorverwijzen.", None)


@pytest.mark.parametrize(("hops", "found"), [(5, WORKS), (6, ENDLESS)])
def test_redirects_end_somewhere(hops, found):
    chain = {f"stap{nth}": to(f"/stap{nth + 1}") for nth in range(hops)}
    with serving(**chain, **{f"stap{hops}": status(200)}) as site:
        assert look(site.address("/stap0")) == found


@pytest.mark.parametrize("address", ["ftp://portaal.test/", "mailto:test@portaal.test", "file:///etc/passwd"])
def test_what_is_no_page_is_not_visited(address):
    found = Visit(Result.FAILS, "Het adres leidt naar iets dat geen webpagina is.", None)

    assert look(address) == found
    with serving(oud=to(address)) as site:
        assert look(site.address("/oud")) == found
        assert site.asked == [("HEAD", "/oud")]


@pytest.mark.parametrize(
    "answer",
    [
        raw(b"onzin\r\n\r\n"),
        raw(b"HTTP/1.1\r\n\r\n"),
        raw(b"HTTP/1.1 200 OK\r\n" + b"a: b\r\n" * 200 + b"\r\n"),
        raw(b"HTTP/1.1 302 Found\r\nLocation: http://[x/\r\n\r\n"),
    ],
    ids=["nonsense", "no status", "too many headers", "no address"],
)
def test_answer_that_nobody_understands_is_a_failure(answer):
    with serving(pagina=answer) as site:
        assert look(site.address("/pagina")) == STRANGE


def test_site_that_hangs_up_gives_no_answer():
    with serving(pagina=raw()) as site:
        assert look(site.address("/pagina")) == SILENT


def test_port_where_nobody_listens_gives_no_answer():
    with closing(socket.create_server(("127.0.0.1", 0))) as server:
        port = server.getsockname()[1]

    assert look(f"http://127.0.0.1:{port}/") == SILENT


def test_site_without_a_secure_connection_is_told_apart():
    with serving() as site:
        found = look(site.address("/").replace("http:", "https:"))

    assert found == INSECURE


def test_name_that_nobody_has_is_not_found():
    found = Visit(Result.FAILS, "De site is niet te vinden.", answered=False)

    assert look("http://bestaat-niet.invalid/") == found


@pytest.mark.parametrize(
    "address",
    [
        "http://a..b/",
        f"http://{'x' * 64}.test/",
        "http://portaal.test:99999/",
        "http://portaal.test:x/",
        "http://[::1/",
    ],
)
def test_address_that_is_none_is_a_failure(address):
    assert look(address) == STRANGE
