"""Whether a page of another site can be opened: asked politely, within bounds, and never inside a network of our own.

The address comes from a text that somebody wrote. So the name is looked up here, and the connection is made with the
very number that was found to be on the public internet; at each redirect again. No more than the head of the answer is
read.
"""

import re
import socket
import ssl
from contextlib import closing
from dataclasses import dataclass
from enum import StrEnum
from http.client import HTTPConnection, HTTPException, HTTPSConnection, parse_headers
from io import BytesIO
from ipaddress import ip_address, ip_network
from time import monotonic
from typing import NamedTuple
from urllib.parse import SplitResult, urljoin, urlsplit

from django.utils.encoding import iri_to_uri

# In seconds: for one step, and for all of them together.
STEP, ALTOGETHER = 10, 30
MOST_REDIRECTS = 5
MOST_BYTES = 64 * 1024
STATUS = re.compile(rb"HTTP/1\.[01] (\d{3})\b")
# All else in the newer kind of address is not for visiting, or hides one of the older kind: of our own network as well.
PUBLIC = ip_network("2000::/3")
# The site is there, and does not want to be visited by a machine; 999 is one site's own.
CLOSED = {401, 403, 407, 429, 451, 999}
SLOW_DOWN = 429
GONE = {404, 410}


class Result(StrEnum):
    WORKS = "werkt"
    FAILS = "mislukt"
    UNSEEN = "onbekend"


@dataclass(frozen=True)
class Visit:
    result: Result
    # For staff; empty when all is well.
    words: str = ""
    # Whether anybody answered at all; None where we did not ask.
    answered: bool | None = True


class AddressError(Exception):
    """We do not go there; the message says why, for staff."""


class Head(NamedTuple):
    status: int
    location: str


def visit(address: str, agent: str, *, own_network: bool = False) -> Visit:
    """``own_network`` lets a test visit a server of its own; nothing else may."""
    try:
        return said(Visitor(agent, own_network=own_network).follow(address))
    except AddressError as error:
        return Visit(Result.FAILS, str(error), answered=None)
    except socket.gaierror:
        return Visit(Result.FAILS, "De site is niet te vinden.", answered=False)
    except ssl.SSLError:
        return Visit(Result.FAILS, "De beveiligde verbinding met de site klopt niet.")
    except OSError:
        return Visit(Result.FAILS, "De site geeft geen antwoord.", answered=False)
    except (HTTPException, ValueError):
        return Visit(Result.FAILS, "Het adres of het antwoord van de site klopt niet.")


def said(status: int) -> Visit:
    if status < 400:
        return Visit(Result.WORKS)
    if status in CLOSED:
        return Visit(Result.UNSEEN, f"De site laat onze controle niet toe ({status}).")
    if status in GONE:
        return Visit(Result.FAILS, f"De pagina is er niet meer ({status}).")
    return Visit(Result.FAILS, f"De site geeft een fout ({status}).")


class Visitor:
    def __init__(self, agent: str, *, own_network: bool) -> None:
        self.agent = agent
        self.own_network = own_network
        self.ends = monotonic() + ALTOGETHER

    def follow(self, address: str) -> int:
        """The status of the page that the address leads to in the end."""
        for _ in range(MOST_REDIRECTS + 1):
            head = self.look(address)
            if not (300 <= head.status < 400 and head.location):
                return head.status
            address = urljoin(address, head.location)
        raise AddressError("Het adres blijft doorverwijzen.")

    def look(self, address: str) -> Head:
        """Some sites answer only who asks for the page itself."""
        try:
            head = self.ask("HEAD", address)
        except (ConnectionError, HTTPException):
            return self.ask("GET", address)
        return head if head.status < 400 or head.status == SLOW_DOWN else self.ask("GET", address)

    def ask(self, method: str, address: str) -> Head:
        parts = urlsplit(address)
        if parts.scheme not in ("http", "https") or not parts.hostname:
            raise AddressError("Het adres leidt naar iets dat geen webpagina is.")
        if parts.username is not None:
            raise AddressError("In het adres staat een naam of een wachtwoord.")
        is_safe = parts.scheme == "https"
        host = parts.hostname.encode("idna").decode()
        port = parts.port or (443 if is_safe else 80)
        connection = (HTTPSConnection if is_safe else HTTPConnection)(host, port)
        with closing(connection):
            connection.sock = self.connect(host, port)
            if is_safe:
                context = ssl.create_default_context()
                connection.sock = context.wrap_socket(connection.sock, server_hostname=host)
            connection.request(method, target(parts), headers={"User-Agent": self.agent, "Connection": "close"})
            return self.read_head(connection.sock)

    def connect(self, host: str, port: int) -> socket.socket:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        if not self.own_network and not all(is_public(str(place[0])) for *_, place in found):
            raise AddressError("Het adres leidt naar een netwerk dat niet openbaar is.")
        fault = OSError()
        for family, kind, protocol, _, place in found:
            sock = socket.socket(family, kind, protocol)
            try:
                sock.settimeout(self.left())
                sock.connect(place)
            except OSError as error:
                sock.close()
                fault = error
            else:
                return sock
        raise fault

    def read_head(self, sock: socket.socket) -> Head:
        head = b""
        while b"\r\n\r\n" not in head and len(head) < MOST_BYTES:
            sock.settimeout(self.left())
            part = sock.recv(4096)
            if not part:
                break
            head += part
        if not head:
            raise ConnectionResetError
        status = STATUS.match(head)
        if status is None:
            raise HTTPException
        location = parse_headers(BytesIO(head.partition(b"\r\n")[2])).get("Location", "")
        # Its bytes, which were taken for letters of another alphabet.
        return Head(int(status[1]), iri_to_uri(location.encode("latin-1").decode(errors="replace")))

    def left(self) -> float:
        """Seconds for the next step."""
        left = self.ends - monotonic()
        if left <= 0:
            raise TimeoutError
        return min(left, STEP)


def target(parts: SplitResult) -> str:
    return (parts.path or "/") + (f"?{parts.query}" if parts.query else "")


def is_public(number: str) -> bool:
    found = ip_address(number)
    return found.is_global and not found.is_multicast and (found.version == 4 or found in PUBLIC)
