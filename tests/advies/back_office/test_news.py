"""News after it was added: publishing a draft, and what can still be changed."""

from datetime import UTC, date, datetime

import pytest

from advies.models import Agreement, Bearing, News, RelatedPublication
from projects.models import Publication
from tests import factories as make
from tests.advies.back_office.conftest import NOW
from tests.advies.back_office.entry import LINK, TODAY, send
from tests.advies.back_office.stored import values
from tests.pages import links
from tests.stroomop.back_office.staff import run, save, url

pytestmark = pytest.mark.django_db


def test_publishing_a_draft_gives_its_source_to_the_public_too(client, adviezen):
    send(client, *adviezen[:2], button="_draft")
    news = News.objects.get()

    run(client, "publish", news)

    assert values(News.objects, "published_at", "known_on") == [(NOW, TODAY)]
    assert values(Publication.objects, "published_at") == [(NOW,)]
    assert values(RelatedPublication.objects, "advies__number", "known_on") == [(1, TODAY), (4, TODAY)]


def test_publishing_what_was_public_leaves_its_sources_alone(client, adviezen):
    news = make.make_news(adviezen[0])
    news.sources.create(title="Testbron", url=LINK)

    run(client, "publish", news)

    assert Publication.objects.count() == 0


def test_source_without_an_address_is_no_publication(client, adviezen):
    news = make.make_news(adviezen[0], published_at=None, known_on=None)
    news.sources.create(title="Testbron")

    run(client, "publish", news)

    assert Publication.objects.count() == 0


def test_source_follows_the_moment_that_was_planned(client, adviezen):
    send(client, adviezen[0], button="_draft")
    news = News.objects.get()
    found = []
    for moment in ("2100-01-01T00:00", "2100-02-01T00:00", ""):
        save(client, news, "_schedule" if moment else "_save", **{"publiceer-moment": moment})
        found.append((values(Publication.objects, "published_at"), values(RelatedPublication.objects, "known_on")))

    january, february = datetime(2099, 12, 31, 23, tzinfo=UTC), datetime(2100, 1, 31, 23, tzinfo=UTC)
    assert found == [
        ([(january,)], [(date(2100, 1, 1),)]),
        ([(february,)], [(date(2100, 2, 1),)]),
        ([(None,)], []),
    ]


def test_form_of_public_news_keeps_what_is_frozen(client, adviezen):
    news = make.make_news(adviezen[0], title="Tikfout", kind="besluit", known_on=date(2020, 5, 1))

    form = client.get(url(News, "change", news.pk)).context["adminform"]
    save(client, news, title="Zonder fout", kind="kritiek", date_from="2020-01-01", known_on="2019-01-01")

    assert sorted(form.readonly_fields) == [
        "date_from", "date_to", "kind", "known_on", "precision", "published_at", "runs_until", "runs_until_precision",
        "supersedes",
    ]  # fmt: skip
    assert (news.title, news.kind, news.date_from, news.known_on) == ("Zonder fout", "besluit", None, date(2020, 5, 1))


def test_form_of_a_draft_asks_all_but_since_when_it_is_known(client, adviezen):
    news = make.make_news(published_at=None, known_on=None)

    fields = client.get(url(News, "change", news.pk)).context["adminform"].form.fields

    assert {"kind", "date_from", "supersedes"} <= set(fields)
    assert "known_on" not in fields


def test_advies_that_is_added_later_is_known_from_then(client, adviezen):
    public, draft = make.make_news(adviezen[0]), make.make_news(adviezen[0], published_at=None, known_on=None)

    for news in (public, draft):
        save(client, news, **{"bearings-2-0-advies": adviezen[1].pk})

    assert values(Bearing.objects, "news", "advies__number", "known_on") == [
        (public.pk, 1, None), (draft.pk, 1, None), (public.pk, 4, TODAY), (draft.pk, 4, None)
    ]  # fmt: skip


def test_form_leads_to_the_promises_of_the_news(client, adviezen):
    agreement = make.make_agreement(make.make_news(adviezen[0]))

    page = client.get(url(News, "change", agreement.news_id))

    assert url(Agreement, "change", agreement.pk) in links(page)
