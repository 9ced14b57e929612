import subprocess
from pathlib import Path

import pytest

from tests.browser.serving import Site


@pytest.mark.vnu
def test_every_page_is_valid_html(site: Site, paths: list[str], tools: dict[str, str], tmp_path: Path) -> None:
    for number, path in enumerate({*site.sitemap(), *paths}):
        # The name tells the page in vnu's messages.
        (tmp_path / f"{number:03}{path.replace('/', '_').replace('?', '_')}.html").write_bytes(site.get(path).body)
    files = sorted(map(str, tmp_path.iterdir()))
    check = subprocess.run(["java", "-jar", tools["vnu"], *files], capture_output=True, text=True, check=False)
    assert check.stderr.replace(f"file:{tmp_path}/", "") == ""
    assert check.returncode == 0
