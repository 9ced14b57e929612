from django.http import Http404


class Gone(Http404):
    """The page was public once and has been archived: its address answers 410 and explains so."""
