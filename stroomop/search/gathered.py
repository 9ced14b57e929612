"""All that can be found on the site, and how it is told apart."""

from advies import search as advies
from monitor import search as monitor
from projects import search as projects
from stroomop.lib.searching import Findable, Source, findable
from stroomop.models import Page

# In the order of the filter, which is also that of equally good hits.
KINDS = {
    "adviezen": "Adviezen",
    "projecten": "Projecten",
    "paginas": "Pagina's",
    "cijfers": "Cijfers",
    "lessen": "Lessen",
    "themas": "Thema's",
    "veranderopgaven": "Veranderopgaven en doelen",
    "initiatieven": "Alternatieven en meedoen",
    "begrippen": "Begrippen",
    "organisaties": "Organisaties",
    "mensen": "Mensen",
    "verhalen": "Verhalen en ervaringen",
    "publicaties": "Publicaties",
    "agenda": "Bijeenkomsten",
    "nieuws": "Nieuws en berichten",
}


def tell_page(page: Page) -> Findable:
    return findable(page, page.description, page.body)


SOURCES: tuple[Source, ...] = (
    Source("paginas", Page.objects.all(), tell_page),
    *projects.SOURCES,
    *advies.SOURCES,
    *monitor.SOURCES,
)
