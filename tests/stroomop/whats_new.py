"""Something new of each kind, for the tests of /nieuw/."""

from datetime import UTC, date, datetime

from tests.factories import (
    make_advies,
    make_agreement,
    make_assessment,
    make_dated_news,
    make_deadline,
    make_figure,
    make_indicator,
    make_organisation,
    make_project,
    make_release,
    make_response,
    make_responsibility,
    make_series,
    make_statement,
    make_story,
    make_update,
)


def edited(*day):
    return {"changed_at": datetime(*day, 12, tzinfo=UTC)}


def make_new_figures(**kwargs):
    release = make_release(published_at=datetime(2027, 2, 1, 12, tzinfo=UTC), **kwargs)
    make_figure(make_series(make_indicator(name="Testen", slug="testen")), "2024", "12", release=release)
    return release


def make_one_of_each():
    advies = make_advies()
    party = make_responsibility(advies).organisation
    news = make_dated_news(advies, known_on=date(2027, 1, 1))
    news.sources.create(title="Testbron")
    make_deadline(make_agreement(news), known_on=date(2027, 1, 2))
    make_assessment(advies, known_on=date(2027, 1, 3)).sources.create(title="Testbron")
    make_response(advies, organisation=party, known_on=date(2027, 1, 4))
    make_statement(advies=advies, known_on=date(2027, 1, 5))
    make_update(date_from=date(2027, 1, 6), precision="dag")
    make_project(**edited(2027, 1, 7))
    make_story(**edited(2027, 1, 8))
    make_organisation(**edited(2027, 1, 9))
    release = make_release(known_on=date(2027, 1, 10))
    make_figure(make_series(make_indicator()), "2024", "12", release=release)
