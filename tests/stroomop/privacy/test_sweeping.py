import pytest
from django.db import connection

from stroomop.privacy.sweeping import sweep

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def index():
    """As search has one on SQLite: words that were deleted stay in it until it is merged."""
    with connection.cursor() as cursor:
        cursor.execute("CREATE VIRTUAL TABLE proof USING fts5(words)")
        for text in ("kwikzilver", "blijft"):
            cursor.execute("INSERT INTO proof (words) VALUES (%s)", [text])
        cursor.execute("DELETE FROM proof WHERE words = 'kwikzilver'")
        yield cursor
        cursor.execute("DROP TABLE proof")


@pytest.mark.skipif(connection.vendor != "sqlite", reason="PostgreSQL keeps its index in the row itself")
def test_word_that_was_deleted_goes_out_of_the_index(index):
    def stored() -> bytes:
        return b"".join(block for (block,) in index.execute("SELECT block FROM proof_data").fetchall())

    before = b"kwikzilver" in stored()

    assert (before, sweep([]), b"kwikzilver" in stored(), b"blijft" in stored()) == (True, True, False, True)
