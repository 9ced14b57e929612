"""Collecting the static files the way production does."""

import json
import re
from pathlib import Path

import pytest
from django.conf import settings as portal
from django.contrib.staticfiles.storage import staticfiles_storage
from django.core.management import call_command

SOURCE = Path(portal.BASE_DIR) / "static"
OPTIONS = {"interactive": False, "verbosity": 0}


@pytest.fixture
def root(settings, tmp_path):
    settings.STATIC_ROOT = tmp_path / "collected"
    settings.STORAGES = settings.STORAGES | {"staticfiles": {"BACKEND": "stroomop.storage.JoinedStaticFilesStorage"}}
    return settings.STATIC_ROOT


def collected_names(root: Path) -> dict[str, str]:
    return json.loads((root / "staticfiles.json").read_text())["paths"]


def own_source(settings, tmp_path, **files: str) -> None:
    folder = tmp_path / "source/css"
    folder.mkdir(parents=True)
    for name, text in files.items():
        (folder / f"{name}.css").write_text(text)
    settings.STATICFILES_DIRS = [folder.parent]
    settings.INSTALLED_APPS = ["django.contrib.staticfiles"]


def test_portal_has_one_stylesheet_with_every_layer_and_hashed_names(root):
    call_command("collectstatic", **OPTIONS)

    names = collected_names(root)
    text, entrance = (root / names["css/site.css"]).read_text(), (SOURCE / "css/site.css").read_text()
    assert "@import" not in text
    assert text.startswith(entrance.splitlines()[0])
    assert re.findall(r"^@layer ([\w.-]+) \{$", text, re.MULTILINE) == re.findall(r"layer\(([\w.-]+)\)", entrance)
    assert [name for name in names.values() if not re.search(r"\.[0-9a-f]{12}\.\w+$", name)] == []
    assert staticfiles_storage.url("css/site.css") == f"/static/{names['css/site.css']}"
    assert (root / f"{names['css/site.css']}.br").exists()


def test_hash_follows_what_is_imported(root, settings, tmp_path):
    own_source(settings, tmp_path, site='@import "part.css" layer(base);\n', part="/* Why. */\np { color: red }\n")
    call_command("collectstatic", **OPTIONS)
    before = collected_names(root)["css/site.css"]

    (tmp_path / "source/css/part.css").write_text("p { color: blue }\n")
    call_command("collectstatic", **OPTIONS)

    after = collected_names(root)["css/site.css"]
    assert (root / before).read_text() == "@layer base {\np { color: red }\n}\n"
    assert (root / after).read_text() == "@layer base {\np { color: blue }\n}\n"


def test_missing_part_stops_by_its_name(root, settings, tmp_path):
    own_source(settings, tmp_path, site='@import "nowhere.css" layer(base);\n')

    with pytest.raises(KeyError, match=r"css/nowhere\.css"):
        call_command("collectstatic", **OPTIONS)


@pytest.mark.parametrize("options", [{"dry_run": True}, {}])
def test_files_without_an_entrance_are_left_as_they_are(root, settings, tmp_path, options):
    own_source(settings, tmp_path, other="p { color: red }\n")

    call_command("collectstatic", **OPTIONS, **options)

    assert (root / "staticfiles.json").exists() is not options.get("dry_run", False)
