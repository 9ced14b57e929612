from typing import Any


def name_of(user: Any) -> str:
    """Of a colleague, as on the screens of the back-office."""
    return user.get_full_name() or user.get_username() if user else "onbekend"
