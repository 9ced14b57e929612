import pytest

from projects.models import Project
from stroomop.lib.slugs import free_slug
from tests import factories as make

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("Eén test: met woorden!", "een-test-met-woorden"),
        ("Vol", "vol-3"),
        ("?!", "leeg"),
        ("een lange titel", "een-lange-titel"),
        ("x" * 100, "x" * 78 + "-2"),
        ("y" * 79 + " z", "y" * 79),
    ],
)
def test_slug_is_made_of_the_words_and_free(text, slug):
    for taken in ("vol", "vol-2", "x" * 80):
        make.make_project(slug=taken)

    assert free_slug(Project.objects.all(), text, "leeg") == slug
