"""What all tests share; and which tools this machine has. A test that needs one it lacks is left out, and the summary
says so."""

import os
import shutil
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import hypothesis
import pytest
from django.db import transaction

from stroomop.lib import append_only, clock

# The same examples everywhere, on machines of any speed: a red run can be run again. Search on with
# `pytest --hypothesis-profile=default`.
hypothesis.settings.register_profile("same", derandomize=True, deadline=None)
hypothesis.settings.load_profile("same")

ROOT = Path(__file__).resolve().parents[1]
CHROMIUMS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


def find_chromium() -> str | None:
    return os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, CHROMIUMS)), None)


def find_npm(file: str) -> str | None:
    """A file of the npm packages that .ci/package.json names."""
    path = Path(os.environ.get("TOOLS_DIR", ROOT / "var/ci/node_modules")) / file
    return str(path) if path.is_file() else None


def find_vnu() -> str | None:
    return find_npm("vnu-jar/build/dist/vnu.jar") if shutil.which("java") else None


# By the mark of the tests that need them.
TOOLS = {
    "browser": ("Browser tests left out: no Chromium found.", find_chromium()),
    "axe": ("Accessibility tests left out: no axe-core found.", find_npm("axe-core/axe.min.js")),
    "vnu": ("HTML tests left out: no vnu (or no Java) found.", find_vnu()),
}


def pytest_configure(config: pytest.Config) -> None:
    missing = [message for message, found in TOOLS.values() if not found]
    if missing and os.environ.get("REQUIRE_BROWSER"):
        raise pytest.UsageError(f"{' '.join(missing)} REQUIRE_BROWSER asks for them.")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    without = [item for item in items if any(item.get_closest_marker(mark) for mark in TOOLS if not TOOLS[mark][1])]
    config.hook.pytest_deselected(items=without)
    items[:] = [item for item in items if item not in without]


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    for message, found in TOOLS.values():
        if not found:
            terminalreporter.write_line(message)


@pytest.fixture(scope="session")
def tools() -> dict[str, str]:
    return {mark: found for mark, (_, found) in TOOLS.items() if found}


@pytest.fixture
def december() -> Iterator[None]:
    """A day after our content was loaded, for what is reckoned from today."""
    with clock.fixed_at(datetime(2026, 12, 2, 12, tzinfo=UTC)):
        yield


@pytest.fixture
def found_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever a test saves can be found, as if each save were a transaction of its own."""
    monkeypatch.setattr(transaction, "on_commit", lambda hook, **options: hook())


@pytest.fixture(autouse=True)
def flushable(request: pytest.FixtureRequest) -> Iterator[None]:
    """What was public in a test that really commits may go at its end. The flush puts the triggers back itself, as a
    migrate does."""
    marker = request.node.get_closest_marker("django_db")
    if not ("transactional_db" in request.fixturenames or (marker and marker.kwargs.get("transaction"))):
        yield
        return
    # Asked for first, so that its flush comes after this.
    request.getfixturevalue("transactional_db")
    yield
    append_only.drop()
