import pytest

from stroomop.lib import append_only

from .promises import MODELS, create_tables


@pytest.fixture
def promises(db, monkeypatch) -> None:
    """The models of promises.py, with their tables and triggers."""
    create_tables()
    monkeypatch.setattr(append_only, "models", lambda: MODELS)
    append_only.install()
