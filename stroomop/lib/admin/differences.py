from typing import Any


def differences(model_admin: Any, request: Any, item: Any, before: Any, after: Any) -> list[Any]:
    """Comes with the history page."""
    return []
