"""One stylesheet for the reader, many small files for the writer."""

import re
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import Any

from django.core.files.base import ContentFile
from whitenoise.storage import CompressedManifestStaticFilesStorage

IMPORT = re.compile(r'^@import "(?P<path>[^"]+)" layer\((?P<layer>[\w.-]+)\);\n', re.MULTILINE)
# For who writes the styles, not for who reads the site.
COMMENT = re.compile(r"/\*.*?\*/\n?", re.DOTALL)
ENTRANCE = "css/site.css"


class JoinedStaticFilesStorage(CompressedManifestStaticFilesStorage):
    """Joins the files that the entrance imports, each in its layer, before names are hashed and files compressed."""

    def post_process(self, paths: dict[str, Any], dry_run: bool = False, **options: Any) -> Iterator[Any]:
        if ENTRANCE in paths and not dry_run:
            joined = self.join(paths)
            self.delete(ENTRANCE)
            self.save(ENTRANCE, ContentFile(joined.encode()))
            paths[ENTRANCE] = (self, ENTRANCE)
        yield from super().post_process(paths, dry_run=dry_run, **options)

    def join(self, paths: dict[str, Any]) -> str:
        folder = PurePosixPath(ENTRANCE).parent

        def inline(match: re.Match[str]) -> str:
            return f"@layer {match['layer']} {{\n{read(paths, str(folder / match['path']))}}}\n"

        return COMMENT.sub("", IMPORT.sub(inline, read(paths, ENTRANCE)))


def read(paths: dict[str, Any], name: str) -> str:
    """The text of a collected file; a missing one stops collectstatic by its name."""
    storage, path = paths[name]
    with storage.open(path) as file:
        return file.read().decode()
