"""The portal as nginx reaches it: told that the reader came by https."""

from typing import Any

from stroomop.wsgi import application as portal


def application(environ: dict[str, Any], start_response: Any) -> Any:
    told = {"HTTP_X_FORWARDED_PROTO": "https"}
    # A browser that came by https says so itself too, with each form that it sends.
    if origin := environ.get("HTTP_ORIGIN"):
        told["HTTP_ORIGIN"] = origin.replace("http://", "https://", 1)
    return portal({**environ, **told}, start_response)
