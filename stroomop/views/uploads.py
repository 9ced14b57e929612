"""Uploaded files, where no web server hands them out."""

from pathlib import PurePath

from django.conf import settings
from django.http import FileResponse, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe
from django.views.static import serve

from stroomop.lib.documents import KINDS
from stroomop.lib.pictures import CONTENT_TYPES

DOCUMENTS = {f".{kind.extension}": kind.content_type for kind in KINDS.values()}


@require_safe
def upload(request: HttpRequest, path: str) -> HttpResponse | FileResponse:
    """What staff uploaded: pictures are shown, all else is only ever saved, and nothing of it can run."""
    response = serve(request, path, document_root=str(settings.MEDIA_ROOT))
    suffix = PurePath(path).suffix
    response["Content-Security-Policy"] = "default-src 'none'; sandbox"
    response["Content-Type"] = (CONTENT_TYPES | DOCUMENTS).get(suffix, "application/octet-stream")
    if suffix in CONTENT_TYPES:
        # Another picture has another name.
        response["Cache-Control"] = "public, max-age=31536000, immutable"
        del response["Content-Disposition"]
    else:
        response["Content-Disposition"] = "attachment"
    return response
