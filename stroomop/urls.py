"""The table of contents of the site."""

from django.conf import settings
from django.contrib import admin
from django.contrib.sitemaps.views import sitemap
from django.urls import include, path
from django.views.decorators.http import require_safe
from django.views.generic import RedirectView

from stroomop import views
from stroomop.feeds import NieuwFeed
from stroomop.sitemaps import SITEMAPS

handler403 = "stroomop.views.forbidden"
handler404 = "stroomop.views.not_found"

# security.txt where it stood before there was a standard.
OLD_SECURITY = RedirectView.as_view(pattern_name="security", permanent=True)

urlpatterns = [
    path("", views.home, name="home"),
    path("", include("projects.urls")),
    path("adviezen/", include("advies.urls")),
    path("monitor/", include("monitor.urls")),
    path("voorbeeld/<str:token>/", views.preview, name="preview"),
    path("nieuw/", views.Nieuw.as_view(), name="nieuw"),
    path("zoeken/", views.search, name="search"),
    path("nieuw/<slug:name>.atom", NieuwFeed(), name="nieuw_feed"),
    # /bericht/
    path("bericht/", views.message_reasons, name="message_reasons"),
    path("bericht/dank-je/", views.message_thanks, name="message_thanks"),
    path("bericht/dank-je/hulp/", views.message_thanks, {"urgent": True}, name="message_thanks_with_help"),
    path("bericht/ingetrokken/", views.message_withdrawn, name="message_withdrawn"),
    path("bericht/intrekken/<str:token>/", views.message_withdraw, name="message_withdraw"),
    path("bericht/<slug:reason>/", views.message, name="message"),
    path("stijl/", views.style_guide, name="style_guide"),
    path("manifest.webmanifest", views.manifest, name="manifest"),
    path("robots.txt", views.robots, name="robots"),
    path(".well-known/security.txt", views.security, name="security"),
    path("security.txt", require_safe(OLD_SECURITY), name="old_security"),
    path("sitemap.xml", views.sitemap_index, {"sitemaps": SITEMAPS}, name="sitemap"),
    path("sitemap-<slug:section>.xml", require_safe(sitemap), {"sitemaps": SITEMAPS}, name="sitemap_section"),
    # Signing in comes before the admin, which would take every address below /beheer/.
    path("beheer/account/", include("allauth.urls")),
    path("beheer/", admin.site.urls),
]

# In production the web server hands out what staff uploaded, with the same headers (docs/running.md).
UPLOADS = path("media/<path:path>", views.upload, name="upload")
urlpatterns += [] if settings.PRODUCTION else [UPLOADS]

# Last: any one word that nothing above claims may be a fixed page.
urlpatterns += [path("<slug:slug>/", views.page, name="page")]
