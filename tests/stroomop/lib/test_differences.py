"""What differs between two forms of one item."""

from datetime import date, time

import pytest
from django.contrib import admin
from django.http import HttpRequest
from hypothesis import given
from hypothesis import strategies as st

from projects.models import Project, Result
from stroomop.lib.admin.differences import compare, differences
from stroomop.lib.admin.sheets import Row, Sheet
from stroomop.lib.admin.snapshot import stored
from tests import factories as make

PROJECT = Project._meta
FIELDS = [PROJECT.get_field(name) for name in ("name", "summary", "sensitive", "phase", "date_from", "themes")]
TABLE = (Result, "results")
TEXT = Result._meta.get_field("text")
VALUES = st.fixed_dictionaries(
    {
        FIELDS[0]: st.sampled_from([None, "a", "b"]),
        FIELDS[1]: st.sampled_from([None, "a", "b"]),
        FIELDS[2]: st.booleans(),
        FIELDS[3]: st.sampled_from(["onbekend", "loopt"]),
        FIELDS[4]: st.none() | st.dates(),
        FIELDS[5]: st.none() | st.frozensets(st.sampled_from(["1", "2"]), min_size=1),
    }
)
NAMES = {(FIELDS[5].related_model, "1"): "Een", (FIELDS[5].related_model, "2"): "Twee"}
TEXTS = st.sampled_from(["<p>a</p>", "<p>b</p>", "<p>c</p>"])
ROWS = st.lists(TEXTS.map(lambda text: Row(None, {TEXT: text})), max_size=4)
KEYED = st.dictionaries(st.sampled_from("12345"), TEXTS).map(
    lambda rows: [Row(key, {TEXT: text}) for key, text in rows.items()]
)


def sheets(rows):
    return st.builds(lambda own, below: Sheet(own, {TABLE: below}), VALUES, rows)


@given(sheets(ROWS))
def test_nothing_differs_from_itself(sheet):
    assert compare(sheet, sheet, NAMES) == []


@given(VALUES, VALUES)
def test_each_field_that_changed_is_told_once(before, after):
    found = compare(Sheet(before, {}), Sheet(after, {}), NAMES)

    changed = [str(field.verbose_name).capitalize() for field in FIELDS if before[field] != after[field]]
    assert sorted(line.label for line in found) == sorted(changed)


@given(VALUES, VALUES)
def test_the_other_way_round_is_the_same_turned_round(before, after):
    there, back = (compare(Sheet(one, {}), Sheet(two, {}), NAMES) for one, two in ((before, after), (after, before)))

    turned = sorted((line.label, line.after, line.before) for line in there)
    assert turned == sorted((line.label, line.before, line.after) for line in back)


@given(KEYED, KEYED)
def test_rows_are_known_by_their_key(before, after):
    found = compare(Sheet({}, {TABLE: before}), Sheet({}, {TABLE: after}), {})

    old, new = ({row.key: row.values[TEXT][3] for row in rows} for rows in (before, after))
    told = sorted((line.before, line.after) for line in found)
    assert told == sorted(
        (old.get(key, "(was er niet)"), new.get(key, "(weggehaald)"))
        for key in old.keys() | new.keys()
        if old.get(key) != new.get(key)
    )


@given(ROWS, st.randoms(use_true_random=False))
def test_order_of_new_rows_says_nothing(rows, random):
    mixed = random.sample(rows, len(rows))

    assert compare(Sheet({}, {TABLE: rows}), Sheet({}, {TABLE: mixed}), {}) == []


@given(ROWS, ROWS)
def test_every_new_row_is_in_the_count(before, after):
    found = compare(Sheet({}, {TABLE: before}), Sheet({}, {TABLE: after}), {})

    come = sum(line.before == "(was er niet)" for line in found)
    gone = sum(line.after == "(weggehaald)" for line in found)
    assert (come, gone) == (max(0, len(after) - len(before)), max(0, len(before) - len(after)))


@pytest.fixture
def asked(db):
    request = HttpRequest()
    request.user = make.make_user(is_staff=True)
    return request


def changed(asked, item, **values):
    """What differs when the form of the item is sent with these values."""
    screen = admin.site.get_model_admin(type(item))
    before = stored(screen, asked, item)
    found = differences(screen, asked, item, before, before | values)
    return [(line.label, line.before, line.after) for line in found]


def test_values_are_told_in_words(asked):
    organisation, theme = make.make_organisation(name="Testorganisatie"), make.make_theme(name="Testthema")
    lesson = make.make_lesson(outcome="onbekend", text="<p>Een.</p><ul><li>Twee</li><li>Drie &amp; vier</li></ul>")
    lesson.themes.add(make.make_theme(name="Ander thema"))

    assert changed(
        asked,
        lesson,
        outcome=["ja"],
        organisation=[str(organisation.pk)],
        themes=[str(theme.pk), str(lesson.themes.get().pk)],
        checked_on=["2026-11-01"],
        archived_at=["2026-12-01T09:00"],
        text=["<p>Een.</p><p>Twee</p>"],
        sensitive=["on"],
    ) == [
        ("Werkte het", "onbekend", "ja"),
        ("Wat leerden we", "Een.\nTwee\nDrie & vier", "Een.\nTwee"),
        ("Wie weet meer", "(leeg)", "Testorganisatie"),
        ("Thema's", "Ander thema", "Ander thema, Testthema"),
        ("Gevoelig", "nee", "ja"),
        ("Gearchiveerd vanaf", "(leeg)", "1 december 2026 09:00"),
        ("Nagekeken op", "(leeg)", "1 november 2026"),
    ]


def test_time_of_the_day_is_told(asked):
    event = make.make_event(date_from=date(2026, 11, 1), precision="dag", time_from=time(9, 30))

    assert changed(asked, event, time_from=["14:00"]) == [("Begint om", "09:30", "14:00")]


def test_lines_that_end_in_another_way_are_the_same(asked):
    news = make.make_news(text="Een.\nTwee.")

    assert changed(asked, news, text=["Een.\r\nTwee."]) == []


def test_change_of_marks_alone_is_told(asked):
    story = make.make_story(body="<p>Test.</p>")

    assert changed(asked, story, body=["<p><strong>Test.</strong></p>"]) == [
        ("Verhaal", "Test.", "Test.\n(alleen de opmaak of een link is anders)")
    ]


def test_another_of_the_same_name_is_told(asked):
    first, second = (make.make_person(name="Testpersoon") for _ in range(2))
    story = make.make_story()
    story.persons.add(first)

    assert changed(asked, story, persons=[str(second.pk)]) == [
        ("Personen", "Testpersoon", "Testpersoon\n(een ander met dezelfde naam)")
    ]


def test_what_makes_no_sense_is_told_as_it_was_sent(asked):
    lesson = make.make_lesson(outcome="onbekend")

    nonsense = {"outcome": ["nergens"], "project": ["x" * 9], "organisation": ["9" * 30], "checked_on": ["ooit"]}
    assert changed(asked, lesson, **nonsense) == [
        ("Project", "(leeg)", "(is er niet meer)"),
        ("Werkte het", "onbekend", "nergens"),
        ("Wie weet meer", "(leeg)", "(is er niet meer)"),
        ("Nagekeken op", "(leeg)", "ooit"),
    ]


def test_answer_of_three_is_told(asked):
    experience = make.make_experience(under_sixteen=None, published_at=None)

    assert changed(asked, experience, under_sixteen=["false"]) == [("Jonger dan 16", "(leeg)", "nee")]


def test_rows_are_told_by_their_place(asked):
    project = make.make_project()
    first, _ = (project.results.create(text=f"<p>{word}.</p>") for word in ("Een", "Twee"))
    other = make.make_organisation(name="Testorganisatie")

    assert changed(
        asked,
        project,
        **{
            "results-0-text": ["<p>Anders.</p>"],
            "results-1-DELETE": ["on"],
            "participations-TOTAL_FORMS": ["2"],
            "participations-0-organisation": [str(other.pk)],
            "participations-0-role": ["partner"],
            "participations-1-role": [""],
        },
    ) == [
        ("Resultaat 1: resultaat", "Een.", "Anders."),
        ("Resultaat 2", "Twee.", "(weggehaald)"),
        ("Deelname 1", "(was er niet)", "Organisatie: Testorganisatie\nRol: partner"),
    ]
    assert first.project == project


def test_table_that_was_not_sent_says_nothing(asked):
    project = make.make_project()
    project.results.create(text="<p>Een.</p>")
    screen = admin.site.get_model_admin(Project)
    before = stored(screen, asked, project)
    sent = {name: values for name, values in before.items() if not name.startswith("results-")}

    assert differences(screen, asked, project, before, sent) == []
    assert differences(screen, asked, project, sent, before) == []


def test_telling_asks_little_however_many_rows(asked, django_assert_num_queries):
    screen, project = admin.site.get_model_admin(Project), make.make_project()
    for number in (1, 6):
        for _ in range(number):
            project.participations.create(organisation=make.make_organisation(), role="partner")
            project.themes.add(make.make_theme())
        before = stored(screen, asked, project)
        after = before | {"participations-0-role": ["trekker"], "themes": []}
        with django_assert_num_queries(8):
            assert len(differences(screen, asked, project, before, after)) == 2
