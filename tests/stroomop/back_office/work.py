"""Work of every kind, for the worklist to find."""

from datetime import UTC, date, datetime, timedelta

from django.contrib.admin.models import CHANGE, LogEntry
from django.contrib.contenttypes.models import ContentType

from projects.models import Image
from tests import factories as make

# Noon in the Netherlands is an hour earlier.
NOW = datetime(2026, 11, 1, 11, tzinfo=UTC)


def work_at(item, user, days=0, action=CHANGE):
    entry = LogEntry.objects.create(
        user=user,
        content_type=ContentType.objects.get_for_model(item),
        object_id=item.pk,
        object_repr=str(item),
        action_flag=action,
    )
    LogEntry.objects.filter(pk=entry.pk).update(action_time=NOW - timedelta(days=days))


def expect(name, day, **kwargs):
    """An indicator with one figure, and the day on which its source says that the next one comes."""
    indicator = make.make_indicator(name=name, expected_on=day, expected_note="Testbron", **kwargs)
    source = make.make_source(date_from=date(2024, 1, 1), date_to=date(2024, 1, 1), precision="dag")
    make.make_figure(make.make_series(indicator), "2023", "7", release=make.make_release(source=source))
    return indicator


def fill(user, number=1):
    """So many of each kind of work."""
    news = make.make_news(make.make_advies(number=1, short_name="Test"))
    for nth in range(number):
        make.make_project(name=f"Gepland {nth}", published_at=NOW + timedelta(hours=1))
        work_at(make.make_project(name=f"Concept {nth}", published_at=None), user)
        make.make_release(published_at=NOW + timedelta(hours=1), source=make.make_source(title=f"Bron {nth}"))
        expect(f"Reeks {nth}", date(2026, 10, 1))
        make.make_deadline(make.make_agreement(news), date_from=date(2020, 1, 1), precision="dag")
        make.make_observation(make.make_series(make.make_indicator()), "2023", "3", release=make_draft(nth))
        make.make_queued(urgent=True, sent_at=NOW)
        make.make_queued(sent_at=NOW - timedelta(days=8))
        make.make_queued(sent_at=NOW)
        make.make_dead_link(f"https://bron.test/{nth}")
        make.make_story(source_url=f"https://bron.test/{nth}")
        Image.objects.create(file=f"afbeeldingen/{nth}.png", width=1, height=1, alt_text="Foto")
        make.make_advies(number=nth + 2)
        keep_draft(make.make_project(name=f"Gewijzigd {nth}"), user)
        keep_draft(make.make_project(name=f"Geweigerd {nth}"), user, refusal="Testreden.")
        ask(make.make_project(name=f"Vraag {nth}"), make.make_user(first_name="Een", last_name="Collega"))
        ask(
            make.make_project(name=f"Gelezen {nth}"),
            user,
            read_by=make.make_user(first_name="Twee", last_name="Collega"),
        )


def keep_draft(item, user, **kwargs):
    return item.drafts.create(**{"data": {}, "base": 0, "author": user, "saved_at": NOW, **kwargs})


def ask(item, user, read_by=None, **kwargs):
    """One colleague asks, and another may have read it."""
    read_at = NOW if read_by else None
    return item.read_requests.create(asked_by=user, asked_at=NOW, read_by=read_by, read_at=read_at, **kwargs)


def make_draft(nth):
    return make.make_release(published_at=None, source=make.make_source(title=f"Concept van bron {nth}"))
