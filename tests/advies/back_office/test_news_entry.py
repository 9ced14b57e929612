"""Nieuws toevoegen: one form makes the news, its source, the promise in it and the checks."""

from datetime import date

import pytest

from advies.models import Agreement, Bearing, Check, Deadline, News, NewsSource, RelatedPublication
from projects.models import Publication
from tests import factories as make
from tests.advies.back_office.conftest import NOW
from tests.advies.back_office.entry import ADD, AGREEMENT, LINK, TODAY, WHY, filled_in, send
from tests.advies.back_office.stored import values
from tests.stroomop.back_office.staff import history, url

pytestmark = pytest.mark.django_db


def test_one_form_makes_all_that_belongs_to_the_news(client, editor, adviezen):
    response = send(
        client,
        *adviezen,
        text="Een test.",
        kind="maatregel",
        runs_until="2027-12-31",
        named="on",
        checked="on",
        **AGREEMENT,
    )

    assert response.url == url(News, "changelist")
    names = ("slug", "kind", "title", "text", "date_from", "date_to", "precision", "runs_until", "known_on")
    assert values(News.objects, *names, "published_at", "changed_at") == [
        ("testbrief", "maatregel", "Testbrief", "Een test.", date(2026, 10, 20), date(2026, 10, 20), "dag",
         date(2027, 12, 31), TODAY, NOW, NOW)
    ]  # fmt: skip
    assert values(NewsSource.objects, "news__title", "title", "url") == [("Testbrief", "De brief", LINK)]
    assert values(Bearing.objects, "advies__number", "derived", "known_on") == [
        (1, False, None), (4, False, None), (7, False, None)
    ]  # fmt: skip
    assert values(Agreement.objects, "news__title", "title", "promised_by") == [
        ("Testbrief", "Testplan", "Testministerie")
    ]
    names = ("number", "kind", "date_from", "date_to", "precision", "wording", "reason", "source_title", "source_url")
    assert values(Deadline.objects, *names, "known_on") == [
        (1, "datum", date(2027, 3, 1), date(2027, 5, 31), "seizoen", "in het voorjaar", "", "De brief", LINK, TODAY)
    ]
    names = ("slug", "title", "kind", "summary", "url", "source_title", "source_url", "date_from", "date_to")
    assert values(Publication.objects, *names, "precision", "published_at") == [
        ("de-brief", "De brief", "link", "Testbrief", LINK, "De brief", LINK, date(2026, 10, 20), date(2026, 10, 20),
         "dag", NOW)
    ]  # fmt: skip
    assert values(RelatedPublication.objects, "advies__number", "publication__title", "why", "known_on") == [
        (number, "De brief", WHY, TODAY) for number in (1, 4, 7)
    ]
    assert values(Check.objects, "advies__number", "checked_on", "checked_by", "note") == [
        (number, TODAY, editor.pk, "") for number in (1, 4, 7)
    ]


def test_little_is_enough(client, adviezen):
    send(client, adviezen[0], date_from=None)

    names = ("text", "date_from", "date_to", "precision", "runs_until", "supersedes")
    assert values(News.objects, *names) == [("", None, None, "", None, None)]
    assert values(Bearing.objects, "advies__number", "derived") == [(1, True)]
    assert values(Publication.objects, "date_from", "date_to", "precision") == [(None, None, "")]
    assert [model.objects.count() for model in (Agreement, Deadline, Check)] == [0, 0, 0]


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        (("2026-10-20", "", ""), (date(2026, 10, 20), date(2026, 10, 20), "dag")),
        (("2026-02-01", "", "maand"), (date(2026, 2, 1), date(2026, 2, 28), "maand")),
        (("2025-12-01", "", "seizoen"), (date(2025, 12, 1), date(2026, 2, 28), "seizoen")),
        (("2026-01-01", "", "jaar"), (date(2026, 1, 1), date(2026, 12, 31), "jaar")),
        (("2026-10-20", "2026-10-22", ""), (date(2026, 10, 20), date(2026, 10, 22), "dag")),
        (("", "2026-10-31", "maand"), (None, date(2026, 10, 31), "maand")),
        (("", "", ""), (None, None, "")),
    ],
)
def test_first_day_tells_the_whole_date(client, adviezen, typed, kept):
    names = ("date_from", "date_to", "precision")
    deadline = dict(zip(("deadline_from", "deadline_to", "deadline_precision"), typed, strict=True))
    date_of_news = dict(zip(names, typed, strict=True))

    send(client, adviezen[0], **date_of_news, **{**AGREEMENT, **deadline})

    assert values(News.objects, *names) == values(Deadline.objects, *names) == [kept]


def test_end_of_a_run_is_the_last_day_of_what_it_names(client, adviezen):
    send(client, adviezen[0], runs_until="2028-07-01", runs_until_precision="maand")

    assert values(News.objects, "runs_until", "runs_until_precision") == [(date(2028, 7, 31), "maand")]


def test_draft_gives_the_public_nothing(client, adviezen):
    make.make_publication(url=LINK)

    send(client, *adviezen, button="_draft", source_url=f"{LINK}/2", **AGREEMENT)
    send(client, *adviezen, button="_draft")

    assert values(News.objects, "slug", "published_at", "known_on", "changed_at") == [
        ("testbrief", None, None, None), ("testbrief-2", None, None, None)
    ]  # fmt: skip
    assert values(Publication.objects, "url", "published_at") == [(LINK, make.LONG_AGO), (f"{LINK}/2", None)]
    # The reason of a tie would tell the title of a draft.
    assert RelatedPublication.objects.count() == 0


def test_form_without_a_button_makes_a_draft(client, adviezen):
    send(client, adviezen[0], button="_save")

    assert values(News.objects, "published_at") == [(None,)]


@pytest.mark.parametrize("same", [LINK, f"{LINK}/", f"{LINK}#kop", f"{LINK}/#kop"])
def test_known_address_is_no_second_publication(client, adviezen, same):
    known = make.make_publication(title="Bekend", url=f"{LINK}/")
    make.make_publication(url=f"{LINK}en")

    send(client, *adviezen[:2], source_url=same)

    assert Publication.objects.count() == 2
    assert values(RelatedPublication.objects, "advies__number", "publication", "known_on") == [
        (1, known.pk, TODAY), (4, known.pk, TODAY)
    ]  # fmt: skip


def test_tie_that_was_there_stays(client, adviezen):
    known = make.make_publication(url=LINK)
    make.make_related_publication(adviezen[0], known, why="Een test.")

    send(client, *adviezen[:2])

    assert values(RelatedPublication.objects, "advies__number", "why", "known_on") == [
        (1, "Een test.", None), (4, WHY, TODAY)
    ]  # fmt: skip


def test_addresses_stay_apart_from_those_that_are_taken(client, adviezen):
    make.make_news(slug="testbrief")
    make.make_publication(slug="de-brief")

    send(client, adviezen[0])
    send(client, adviezen[0], title="?!", source_title="...", source_url="https://www.voorbeeld.test/2")

    assert values(News.objects, "slug") == [("testbrief",), ("testbrief-2",), ("nieuws",)]
    assert values(Publication.objects, "slug") == [("de-brief",), ("de-brief-2",), ("link",)]


def test_check_of_today_is_not_made_twice(client, editor, adviezen):
    make.make_check(adviezen[0], checked_on=TODAY, note="Eerder.")

    send(client, *adviezen[:2], checked="on")

    assert values(Check.objects, "advies__number", "note", "checked_by") == [(1, "Eerder.", None), (4, "", editor.pk)]


def test_message_leads_to_where_the_news_stands(client, adviezen):
    page = client.post(ADD, filled_in(*adviezen[:2]), follow=True)

    (message,) = map(str, page.context["messages"])
    assert message == (
        '“Testbrief” staat nu bij <a href="/adviezen/1-advies-1/">advies 1</a>'
        ' en <a href="/adviezen/4-advies-4/">advies 4</a>.'
    )
    assert "Testbrief" in client.get("/adviezen/1-advies-1/").text


def test_message_of_a_draft_leads_to_its_form(client, adviezen):
    page = client.post(ADD, filled_in(adviezen[0], button="_draft", title="<b>Dik</b>"), follow=True)

    address = url(News, "change", News.objects.get().pk)
    assert [str(message) for message in page.context["messages"]] == [
        f'Bewaard als concept: <a href="{address}">&lt;b&gt;Dik&lt;/b&gt;</a>. Nog niemand ziet het.'
    ]


def test_the_log_tells_what_was_made(client, adviezen):
    send(client, adviezen[0], checked="on")

    made = [News.objects.get(), Publication.objects.get(), Check.objects.get()]
    assert [[what for _, what in history(item)] for item in made] == [["Toegevoegd."]] * 3


def test_form_comes_with_ticks_from_its_address(client, adviezen):
    form = client.get(f"{ADD}?advies=4,7&advies=1&advies=x&advies=99999&van=kwartaalronde").context["adminform"].form
    plain = client.get(ADD).context["adminform"].form

    assert sorted(form["adviezen"].value()) == sorted(advies.pk for advies in adviezen)
    assert form["checked"].value() is True
    assert (plain["adviezen"].value(), plain["checked"].value()) == ([], False)


def test_form_offers_public_adviezen_only(client, adviezen):
    make.make_advies(published_at=None)

    form = client.get(ADD).context["adminform"].form

    assert [label for _, label in form["adviezen"].field.choices] == [
        f"{advies.number}. {advies.short_name}" for advies in adviezen
    ]


def test_from_the_round_it_leads_back_to_the_next_row(client, adviezen):
    address = f"{ADD}?advies=1&van=kwartaalronde"

    response = send(client, *adviezen[:2], address=address, checked="on")

    assert response.url == "/beheer/advies/check/kwartaalronde/#advies-7"


def test_correction_takes_the_place_of_public_news(client, adviezen):
    old, corrected = make.make_news(adviezen[0]), make.make_news()
    correction = make.make_news(supersedes=corrected)
    make.make_news(published_at=None, known_on=None)

    offered = client.get(ADD).context["adminform"].form.fields["supersedes"].queryset
    assert set(offered) == {old, correction}

    send(client, adviezen[0], supersedes=old.pk)
    news = News.objects.get(title="Testbrief")
    assert news.supersedes == old
    assert list(News.objects.as_of(TODAY).filter(adviezen=adviezen[0])) == [news]
