"""The page of an import: what asks for something first, a hundred rows at a time, and how far a check is."""

from datetime import timedelta

import pytest

from monitor.admin import import_page
from monitor.models import Import, ImportRow
from stroomop.lib import clock
from tests.monitor.back_office.files import figures
from tests.pages import links, main, page_links, rows, words
from tests.stroomop.back_office.staff import url

pytestmark = pytest.mark.django_db
Outcome, Stage = ImportRow.Outcome, Import.Stage


def make_import(**kwargs):
    return Import.objects.create(
        **{"name": "cijfers.csv", "read_on": clock.today(), "handed_in_at": clock.now(), **kwargs}
    )


def make_row(batch, number, outcome=Outcome.NEW, **kwargs):
    message = "Fout." if outcome == Outcome.REFUSED else ""
    return ImportRow.objects.create(batch=batch, number=number, outcome=outcome, **{"message": message, **kwargs})


def get(client, batch, **asked):
    return client.get(url(Import, "change", batch.pk), asked)


@pytest.fixture
def mixed(editor):
    batch = make_import(stage=Stage.REFUSED, new=1, revised=1, unchanged=1, refused=1)
    make_row(batch, 2, Outcome.UNCHANGED)
    make_row(batch, 3, Outcome.NEW)
    make_row(batch, 4, Outcome.REVISED, was="10", value="12")
    make_row(batch, 5, Outcome.UNCHANGED, warning="Vreemd.")
    make_row(batch, 6, Outcome.REFUSED)
    return batch


def test_rows_that_ask_for_something_come_first(client, mixed):
    assert [row[0] for row in rows(get(client, mixed))] == ["6", "5", "4", "3", "2"]


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("geweigerd", ["6"]),
        ("let-op", ["5"]),
        ("herzien", ["4"]),
        ("nieuw", ["3"]),
        ("ongewijzigd", ["5", "2"]),
        ("onzin", ["6", "5", "4", "3", "2"]),
    ],
)
def test_table_shows_what_is_asked(client, mixed, asked, found):
    assert [row[0] for row in rows(get(client, mixed, uitkomst=asked))] == found


def test_ways_to_narrow_tell_how_many_there_are(client, mixed):
    page = get(client, mixed, uitkomst="nieuw")

    assert "Alles Geweigerd (1) Let op (1) Herzien (1) Nieuw (1) Ongewijzigd (1)" in words(main(page))
    assert '<a href="?uitkomst=nieuw#rijen-kop" aria-current="true">' in page.text
    assert {"?#rijen-kop", "?uitkomst=let-op#rijen-kop"} <= set(links(page))


def test_row_tells_what_was_and_is_and_what_is_odd(client, mixed):
    found = {row[0]: row[1:] for row in rows(get(client, mixed))}

    assert found["4"] == ["", "10", "12", "niet vooraf bekeken", "herzien", ""]
    assert found["5"][-2:] == ["ongewijzigd", "Let op: Vreemd."]


def test_page_warns_before_it_publishes(client, editor):
    batch = make_import(stage=Stage.CHECKED, new=1)
    make_row(batch, 2, warning="Vreemd.")

    assert "Let op: bij 1 rij valt iets op." in words(main(get(client, batch)))


def test_what_the_public_will_not_get_is_said(client, editor):
    batch = make_import(stage=Stage.CHECKED, new=1)
    make_row(batch, 2)
    large = make_import(stage=Stage.CHECKED, new=10_001)
    make_row(large, 2)

    assert [rows(get(client, one))[0][4] for one in (batch, large)] == ["komt er niet op", "niet vooraf bekeken"]


def test_file_without_anything_new_can_only_be_thrown_away(client, editor):
    batch = make_import(stage=Stage.CHECKED, unchanged=1)

    told = words(main(get(client, batch)))

    assert "Er verandert niets" in told
    assert "Gooi weg" in told
    assert "Publiceer" not in told


@pytest.mark.parametrize("count", [1, 30, 250])
def test_page_asks_a_fixed_number_of_queries(client, editor, django_assert_num_queries, count):
    batch = make_import(stage=Stage.CHECKED, by=editor, new=count)
    ImportRow.objects.bulk_create(
        ImportRow(batch=batch, number=number, outcome=Outcome.NEW) for number in range(2, count + 2)
    )

    # What Django asks once, it asks here.
    get(client, batch)
    with django_assert_num_queries(7):
        page = get(client, batch)

    assert len(rows(page)) == min(count, 100)
    assert len(page_links(page)) == (4 if count == 250 else 0)


def test_check_shows_how_far_it_is_and_comes_back_by_itself(client, editor):
    batch = make_import(rows_read=1500, rows_expected=9000)

    page = get(client, batch)

    assert page.headers["Refresh"] == "3"
    assert '<progress id="voortgang" max="9000" value="1500">' in page.text
    assert "1.500 van ongeveer 9.000 rijen" in words(main(page))
    assert "Kijk opnieuw na" not in page.text
    assert not {"<script>", "http-equiv", "style="} & set(main(page).split())


def test_bar_is_full_when_the_estimate_was_too_low(client, editor):
    page = get(client, make_import(rows_read=12, rows_expected=10))

    assert '<progress id="voortgang" max="12" value="12">' in page.text


def test_check_that_was_cut_off_can_be_done_again(client, editor):
    page = get(client, make_import(handed_in_at=clock.now() - timedelta(minutes=16)))

    told = words(main(page))
    assert "Dit duurt te lang." in told
    assert "Kijk opnieuw na Gooi weg" in told


@pytest.mark.parametrize(
    ("file", "expected"),
    [(figures({}), 3), (figures(*[{}] * 3000), 3001), (figures(), 2)],
)
def test_number_of_rows_is_guessed_from_the_first(file, expected):
    assert abs(import_page.expected_rows(file) - expected) <= 5
    assert file.tell() == 0


def test_sheet_is_packed_so_its_rows_are_smaller():
    file = figures()
    file.file.write(b"PK" + b"x" * 5_998)
    file.size = 6_000

    assert import_page.expected_rows(file) == 101
