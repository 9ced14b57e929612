"""A site of somebody else, on this machine."""

import ssl
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, ClassVar

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509.oid import NameOID

type Answer = Callable[[Any], None]


class Site(ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False

    def __init__(self, answers: dict[str, Answer]) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.answers = answers
        # Method and path of each question, and who asked.
        self.asked: list[tuple[str, str]] = []
        self.agents: list[str] = []

    def address(self, path: str = "/") -> str:
        return f"http://127.0.0.1:{self.server_address[1]}{path}"

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Whoever visits leaves as soon as it knows enough."""


class Handler(BaseHTTPRequestHandler):
    server: Site
    protocol_version = "HTTP/1.1"
    error_content_type: ClassVar = "text/plain"

    def do_GET(self) -> None:
        self.server.asked.append((self.command, self.path))
        self.server.agents.append(self.headers["User-Agent"])
        self.server.answers.get(self.path, status(404))(self)

    do_HEAD = do_GET  # noqa: N815 - so the standard library calls it

    def log_message(self, *args: Any) -> None:
        pass


def status(code: int, **headers: str) -> Answer:
    def answer(handler: Handler) -> None:
        handler.send_response(code)
        for name, value in headers.items():
            handler.send_header(name, value)
        handler.send_header("Content-Length", "0")
        handler.end_headers()

    return answer


def to(address: str, code: int = 302) -> Answer:
    return status(code, Location=address)


def only(method: str, code: int) -> Answer:
    """200 for this method, and the code for the other."""
    return lambda handler: status(200 if handler.command == method else code)(handler)


def raw(*parts: bytes) -> Answer:
    """These bytes, whatever they mean."""

    def answer(handler: Handler) -> None:
        for part in parts:
            handler.wfile.write(part)
        handler.close_connection = True

    return answer


@contextmanager
def serving(**answers: Answer) -> Iterator[Site]:
    """By the name of their path."""
    with Site({f"/{name}": answer for name, answer in answers.items()}) as site:
        thread = threading.Thread(target=site.serve_forever, args=(0.01,), daemon=True)
        thread.start()
        try:
            yield site
        finally:
            site.shutdown()
            thread.join()


def secure(site: Site, folder: Path) -> str:
    """Speak in secret from now on, as "localhost"; the file with the certificate, for who would trust it."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "localhost")])
    now = datetime.now(UTC)
    certificate = (
        x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number(), now, now + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName("localhost")]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    secret = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    (folder / "both.pem").write_bytes(secret + certificate.public_bytes(Encoding.PEM))
    (folder / "certificate.pem").write_bytes(certificate.public_bytes(Encoding.PEM))
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(folder / "both.pem")
    # The handshake is for the thread of the visitor: here it would stop all others.
    site.socket = context.wrap_socket(site.socket, server_side=True, do_handshake_on_connect=False)
    return str(folder / "certificate.pem")
