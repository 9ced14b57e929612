from collections.abc import Callable
from pathlib import Path

import pytest

from stroomop.content import FIGURES, KINDS

COLUMNS = (
    "indicator_code,indicator_name,definition,unit,period,breakdown_dimension,breakdown_value,value,"
    "source_title,source_url,retrieved_note\n"
)


@pytest.fixture
def own_files(settings, tmp_path: Path) -> Callable[..., None]:
    """Content of the test's own in place of ours: a text for each app_model; the others are empty."""

    def write(figures: str = "", **texts: str) -> None:
        settings.BASE_DIR = tmp_path
        for kind in KINDS:
            kind.path.parent.mkdir(parents=True, exist_ok=True)
            kind.path.write_text(texts.get(kind.model.lower().replace(".", "_"), "[]"))
        if figures:
            (tmp_path / FIGURES).write_text(COLUMNS + figures)

    return write
