from io import BytesIO
from wsgiref.util import setup_testing_defaults

import pytest

from stroomop.wsgi import application

pytestmark = pytest.mark.django_db


def test_portal_answers_gunicorn():
    started = []
    environ = {"PATH_INFO": "/robots.txt", "wsgi.input": BytesIO()}
    setup_testing_defaults(environ)

    response = application(environ, lambda status, headers: started.append(status))

    assert (started, b"".join(response).splitlines()[0]) == (["200 OK"], b"User-agent: *")
    response.close()
