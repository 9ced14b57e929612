"""The portal as in production: collected files, gunicorn, MODE=production; real content in a database of its own."""

import os
import re
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path
from secrets import token_urlsafe
from urllib.parse import urlsplit

ROOT = Path(__file__).resolve().parents[2]
START_UP_SECONDS = 30


@dataclass(frozen=True)
class Answer:
    status: int
    headers: dict[str, str]
    body: bytes


@dataclass(frozen=True)
class Site:
    address: str
    # With its database and its files.
    folder: Path

    def get(self, path: str, **headers: str) -> Answer:
        connection = HTTPConnection(urlsplit(self.address).netloc, timeout=30)
        connection.request("GET", path, headers={name.replace("_", "-"): value for name, value in headers.items()})
        response: HTTPResponse = connection.getresponse()
        names = {name.lower(): value for name, value in response.getheaders()}
        answer = Answer(response.status, names, response.read())
        connection.close()
        return answer

    def sitemap(self) -> list[str]:
        """Every public page, by its path."""
        return [urlsplit(page).path for part in self.locations("/sitemap.xml") for page in self.locations(part)]

    def locations(self, path: str) -> list[str]:
        """The addresses in a sitemap, or in the index of its parts."""
        inside = urlsplit(path)._replace(scheme="", netloc="")
        return re.findall("<loc>(.+?)</loc>", self.get(inside.geturl()).body.decode())

    def one_of(self, folder: str) -> str:
        """The first page inside a folder of the site."""
        return next(path for path in self.sitemap() if path.startswith(folder) and path != folder)


@cache
def environment(folder: Path) -> dict[str, str]:
    """Of the server in this folder and of all commands beside it: one secret key, so that both know a session."""
    kept = {name: value for name, value in os.environ.items() if name not in ("DATABASE_URL", "CACHE_URL")}
    return kept | {
        "DJANGO_SETTINGS_MODULE": "stroomop.settings",
        "MODE": "production",
        "SECRET_KEY": token_urlsafe(50),
        "SITE_URL": "https://portaal.test",
        "ALLOWED_HOSTS": "127.0.0.1",
        "VAR_DIR": str(folder),
    }


# A page that was public and is not any more; an address that was never there.
GONE = "/gone/"
NEVER_THERE = "/never-there/"
MAKE_GONE = "from stroomop.lib import clock; from tests.factories import make_page"
MAKE_GONE += "; make_page(slug='gone', archived_at=clock.now())"


@contextmanager
def served(folder: Path, port: int = 0) -> Iterator[Site]:
    """Serves until the block ends. Everything is made in the folder; port 0 takes a free one."""
    env = environment(folder)
    for arguments in (
        ["migrate", "-v0"],
        ["load_content"],
        ["shell", "-v0", "-c", MAKE_GONE],
        ["collectstatic", "-v0"],
    ):
        command = [sys.executable, "manage.py", *arguments]
        subprocess.run(command, cwd=ROOT, env=env, check=True, stdout=subprocess.DEVNULL)
    port = port or free_port()
    log = folder / "gunicorn.log"
    log.touch()
    options = ["--bind", f"127.0.0.1:{port}", "--threads", "4", "--log-file", str(log)]
    command = [sys.executable, "-m", "gunicorn", "tests.browser.behind_nginx", *options]
    with subprocess.Popen(command, cwd=ROOT, env=env) as server:
        try:
            site = Site(f"http://127.0.0.1:{port}", folder)
            wait_for(site, server, log)
            yield site
        finally:
            server.terminate()


SIGN_IN = """
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from django.test import Client
from tests.factories import make_user
client, may_all = Client(), {may_all}
user = make_user(username="{name}", is_staff=True, is_superuser=may_all)
if may_all:
    TOTP.activate(user, generate_totp_secret())
client.force_login(user)
print(client.cookies["sessionid"].value)
"""


def sign_in(site: Site, *, may_all: bool = False) -> dict[str, str]:
    """The cookie of a new member of the staff, without the form; who may do all has a second factor."""
    session = shell(site, SIGN_IN.format(may_all=may_all, name=token_urlsafe(9)))
    return {"name": "sessionid", "value": session.strip(), "url": site.address}


def shell(site: Site, code: str) -> str:
    """What this code says, run beside the server."""
    command = [sys.executable, "manage.py", "shell", "-v0", "-c", code]
    env = environment(site.folder)
    return subprocess.run(command, cwd=ROOT, env=env, check=True, stdout=subprocess.PIPE, text=True).stdout


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
    return port


def wait_for(site: Site, server: subprocess.Popen[bytes], log: Path) -> None:
    give_up = time.monotonic() + START_UP_SECONDS
    while time.monotonic() < give_up and server.poll() is None:
        try:
            site.get("/robots.txt")
        except OSError:
            time.sleep(0.1)
        else:
            return
    raise RuntimeError(f"The portal did not start.\n{log.read_text()}")
