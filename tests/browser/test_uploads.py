"""What staff uploaded, as a reader's browser gets it from nginx: an image in a fitting size, a document to keep."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from stroomop.lib.documents import KINDS
from tests.browser.checks import violations
from tests.browser.conftest import DESKTOP, NARROW, Visit, new_context
from tests.browser.serving import ROOT, Site, environment
from tests.files import office, pdf

pytestmark = pytest.mark.browser
MAKE = """
from projects.models import Image
from projects.tasks import make_sizes_soon
from tests.factories import make_project, make_publication
from tests.files import office, pdf, picture, upload
image = Image.objects.create(file=picture(width=2400, height=1600), alt_text="Twee testkleuren", credit="Testmaker")
make_sizes_soon(image)
make_project(slug="test-upload", name="Testproject met beeld", image=image)
make_publication(slug="test-pdf", title="Testpdf", file=upload(pdf(), "x.pdf"))
make_publication(slug="test-docx", title="Testdocument", file=upload(office(), "x.docx"))
"""
# What was public stays; the pages of the other tests go on without it.
CLEAR_UP = """
from projects.models import Project, Publication
from stroomop.lib import clock
for model in (Project, Publication):
    model.objects.filter(slug__startswith="test-").update(archived_at=clock.now())
"""
PAGE = "/projecten/test-upload/"


def manage(site: Site, *arguments: str) -> None:
    subprocess.run([sys.executable, "manage.py", *arguments], cwd=ROOT, env=environment(site.folder), check=True)


@pytest.fixture(scope="module")
def uploads(site: Site) -> Iterator[None]:
    manage(site, "shell", "-v0", "-c", MAKE)
    yield
    manage(site, "shell", "-v0", "-c", CLEAR_UP)


def shown(visit: Visit) -> tuple[str, bool]:
    """Which file the browser chose, and whether it drew it."""
    image = visit.page.locator("picture img")
    image.evaluate("image => image.decode()")
    address: str = image.evaluate("image => image.currentSrc")
    return address.rpartition("/")[2], image.evaluate("image => image.naturalWidth > 0")


@pytest.mark.usefixtures("uploads")
def test_image_is_shown_before_and_after_its_sizes_are_made(browser: Browser, site: Site) -> None:
    """In production a worker makes them, in its own time."""
    seen: list[tuple[str, bool]] = []
    for viewport in (DESKTOP, NARROW, DESKTOP):
        with new_context(browser, viewport=viewport) as context:
            visit = Visit(context.new_page(), site)
            visit.open(PAGE)
            seen.append(shown(visit))
            assert visit.page.evaluate("document.documentElement.scrollWidth <= innerWidth")
            assert visit.faults == []
        if len(seen) == 1:
            manage(site, "db_worker", "--batch", "-v0")

    assert seen == [("beeld.jpg", True), ("klein.avif", True), ("midden.avif", True)]


@pytest.mark.axe
@pytest.mark.usefixtures("uploads")
def test_page_with_an_image_is_accessible(visit: Visit, tools: dict[str, str]) -> None:
    visit.open(PAGE)

    assert visit.page.get_by_role("img", name="Twee testkleuren").count() == 1
    assert violations(visit.page, Path(tools["axe"]).read_text()) == []


@pytest.mark.usefixtures("uploads")
@pytest.mark.parametrize(("ending", "words"), [("pdf", "pdf"), ("docx", "Word")])
def test_document_is_saved_and_not_opened(visit: Visit, ending: str, words: str) -> None:
    visit.open(f"/publicaties/test-{ending}/")
    link = visit.page.get_by_role("link", name=f"Download ({words}, ")
    # Whatever the page asks for: the answer itself must say so.
    link.evaluate("link => link.removeAttribute('download')")

    with visit.page.expect_download() as download:
        link.click()

    assert (download.value.suggested_filename, download.value.path().read_bytes()) == (
        f"test-{ending}.{ending}",
        {"pdf": pdf(), "docx": office()}[ending],
    )
    assert visit.page.url.endswith(f"/publicaties/test-{ending}/")


@pytest.mark.usefixtures("uploads")
def test_uploads_are_handed_out_as_nothing_that_can_run(visit: Visit) -> None:
    visit.open("/publicaties/test-pdf/")
    address = visit.page.get_by_role("link", name="Download (pdf, ").get_attribute("href")
    assert address

    headers = visit.site.get(address).headers

    names = ("content-type", "content-disposition", "content-security-policy", "x-content-type-options")
    assert [headers[name] for name in names] == [
        KINDS["pdf"].content_type,
        "attachment",
        "default-src 'none'; sandbox",
        "nosniff",
    ]
