"""The door for gunicorn: ``gunicorn stroomop.wsgi``."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "stroomop.settings")

application = get_wsgi_application()
