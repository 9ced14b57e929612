import re

import pytest
from playwright.sync_api import Browser

from tests.browser.conftest import Visit, new_context
from tests.browser.serving import Site

KB = 1000
PAGE, REQUESTS = 25 * KB, 8
CSS, JS = 12 * KB, 4 * KB
FOREVER = "max-age=315360000, public, immutable"


@pytest.mark.browser
def test_a_first_visit_is_light(browser: Browser, site: Site, page_types: list[str]) -> None:
    """All on the wire, headers included, with nothing cached: a reader's first page."""
    for path in page_types:
        with new_context(browser) as context:
            visit = Visit(context.new_page(), site)
            sizes: list[float] = []
            wire = context.new_cdp_session(visit.page)
            wire.on("Network.loadingFinished", lambda event, sizes=sizes: sizes.append(event["encodedDataLength"]))
            wire.send("Network.enable")
            visit.page.goto(site.address + path)
            # Nothing is asked for later: the only scripts wait for the reader.
            visit.page.wait_for_timeout(100)
            assert sizes, path
            assert sum(sizes) <= PAGE, f"{path}: {sum(sizes)} bytes, {sizes}"
            assert len(visit.requests) <= REQUESTS, visit.requests


def test_all_styles_and_scripts_are_small(site: Site, page_types: list[str]) -> None:
    """What the public pages link to, compressed, each file once."""
    sizes = {"css": 0, "js": 0}
    html = "".join(site.get(path).body.decode() for path in page_types)
    for file in set(re.findall(r'"(/static/[^"]+\.(?:css|js))"', html)):
        sizes[file.rpartition(".")[2]] += len(site.get(file, Accept_Encoding="gzip").body)
    assert 0 < sizes["css"] < CSS
    assert 0 < sizes["js"] < JS


def test_static_files_are_kept_forever_and_pages_are_compressed(site: Site) -> None:
    page = site.get("/", Accept_Encoding="gzip")
    assert page.headers["content-encoding"] == "gzip"
    for file in re.findall(r'"(/static/[^"]+)"', site.get("/").body.decode()):
        assert site.get(file).headers["cache-control"] == FOREVER, file
