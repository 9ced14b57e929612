"""The portal as nginx reaches it: told that the reader came by https."""

from typing import Any

from stroomop.wsgi import application as portal


def application(environ: dict[str, Any], start_response: Any) -> Any:
    return portal({**environ, "HTTP_X_FORWARDED_PROTO": "https"}, start_response)
