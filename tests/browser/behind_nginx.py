"""The portal as nginx reaches it: told that the reader came by https, and without what nginx hands out itself."""

from pathlib import Path
from typing import Any

from django.conf import settings

from stroomop.wsgi import application as portal
from tests.browser.nginx import Location, location_of


def application(environ: dict[str, Any], start_response: Any) -> Any:
    if location := location_of(environ["PATH_INFO"]):
        return hand_out(location, environ["PATH_INFO"], start_response)
    told = {"HTTP_X_FORWARDED_PROTO": "https"}
    # A browser that came by https says so itself too, with each form that it sends.
    if origin := environ.get("HTTP_ORIGIN"):
        told["HTTP_ORIGIN"] = origin.replace("http://", "https://", 1)
    return portal({**environ, **told}, start_response)


def hand_out(location: Location, path: str, start_response: Any) -> list[bytes]:
    file = Path(settings.VAR_DIR, location.file(path))
    if not file.is_file():
        start_response("404 Not Found", [("Content-Type", "text/plain")])
        return [b"404"]
    start_response("200 OK", list(location.headers_of(path).items()))
    return [file.read_bytes()]
