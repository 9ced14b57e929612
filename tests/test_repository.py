"""What documents and configuration promise, held to the code."""

import ast
import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
NOT_OURS = {".git", ".venv", ".uv", "var", "uv.lock", "node_modules", "__pycache__"}
NOT_OURS |= {".mypy_cache", ".ruff_cache", ".pytest_cache", ".import_linter_cache", ".hypothesis"}
PICTURES = {".png", ".webp", ".ico", ".mo", ".woff2"}
SETTINGS = ("stroomop/settings.py", "stroomop/lib/environment.py")
# A folder of one machine; a place that packages are downloaded from.
MACHINE = re.compile(r"(?<![\w.}/-])/(?:work|root|home|Users|tmp|opt)/\w")
REGISTRY = re.compile(r"pypi\.|pythonhosted\.|npmjs\.|registry\.|files\.python|resolved\"")


def own_files(folder: Path = ROOT) -> Iterator[Path]:
    for path in sorted(folder.iterdir()):
        if path.name in NOT_OURS or path.name.startswith(".coverage"):
            continue
        if path.is_dir():
            yield from own_files(path)
        elif path.suffix not in PICTURES:
            yield path


def read(name: str) -> str:
    return (ROOT / name).read_text()


@pytest.mark.parametrize("pattern", [MACHINE, REGISTRY])
def test_no_file_knows_a_machine_or_a_registry(pattern: re.Pattern[str]) -> None:
    found = {
        f"{path.relative_to(ROOT)}:{number}: {line.strip()[:100]}"
        for path in own_files()
        for number, line in enumerate(path.read_text().splitlines(), 1)
        if pattern.search(line)
    }
    assert found == set()


def test_every_command_is_in_the_manual() -> None:
    commands = [path.stem for path in ROOT.glob("*/management/commands/[!_]*.py")]
    assert commands
    assert [name for name in commands if f"`{name}" not in read("docs/running.md")] == []


def asked_of_the_environment(name: str) -> Iterator[str]:
    """The names in capitals that a file asks a function for, as in ``choose("MODE", ...)``."""
    for node in ast.walk(ast.parse(read(name))):
        match node:
            case ast.Call(func=ast.Attribute(attr="get")):
                continue
            case ast.Call(args=[ast.Constant(value=str(value)), *_]) if re.fullmatch("[A-Z][A-Z_]+", value):
                yield value


def test_every_variable_is_in_the_manual_and_no_other() -> None:
    asked = {variable for name in SETTINGS for variable in asked_of_the_environment(name)}
    assert asked == set(re.findall(r"^\| `([A-Z_]+)` \|", read("docs/running.md"), re.MULTILINE))


def test_the_readme_is_short_and_leads_to_what_is_there() -> None:
    readme = read("README.md")
    assert len(readme.splitlines()) <= 40
    links = re.findall(r"\]\(([^)#:]+)\)", readme)
    assert links
    assert [link for link in links if not (ROOT / link).exists()] == []


def test_uv_lock_stays_out_because_it_records_addresses() -> None:
    assert "/uv.lock" in read(".gitignore").splitlines()


def test_every_dependency_says_why_it_is_there() -> None:
    """A comment above it, or above the few that serve one purpose."""
    lists = re.findall(r"^(?:dependencies|dev) = \[\n(.*?)^\]", read("pyproject.toml"), re.MULTILINE | re.DOTALL)
    assert len(lists) == 2
    for text in lists:
        for lines in re.split(r"^  # .+\n", text, flags=re.MULTILINE)[1:]:
            assert 1 <= len(lines.splitlines()) <= 6, lines
        assert text.startswith("  # ")


def test_the_tools_of_the_browser_tests_have_exact_versions() -> None:
    versions = json.loads(read(".ci/package.json"))["dependencies"].values()
    assert [version for version in versions if not re.fullmatch(r"[\d.]+", version)] == []


def test_pictures_of_the_documents_are_small() -> None:
    assert [path.name for path in (ROOT / "docs").rglob("*.png") if path.stat().st_size > 150_000] == []
