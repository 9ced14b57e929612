"""The panel in the back-office: its rounds and scales, and what groups answered, typed in by hand."""

from datetime import date

import pytest

from monitor.models import PanelRound, Release, Scale, Source
from monitor.models.ledger import PanelResult
from stroomop.lib import clock
from tests import factories as make
from tests.advies.back_office.stored import values
from tests.monitor.back_office.conftest import LATER
from tests.monitor.panel.answers import deliver, shown
from tests.pages import links, main, rows, words
from tests.stroomop.back_office.staff import add, history, save, url

pytestmark = pytest.mark.django_db
WHOLE = "Vul bij deze groep elk antwoord in, ook als het 0 is. Of laat de groep helemaal leeg."


@pytest.fixture
def stelling(db):
    panel_round = make.make_panel_round(name="Testronde", published_at=None)
    return make.make_stelling(panel_round=panel_round, text="Ik word getest.", scale=make.make_scale(nee=-1, ja=1))


@pytest.fixture
def address(stelling):
    return f"/beheer/monitor/panelround/{stelling.panel_round_id}/uitkomsten/"


@pytest.fixture
def filled_in(editor, stelling):
    return {"source_title": "Testverslag", "source_url": "https://bron.test/"} | numbers(stelling, jongeren="5 6")


def numbers(stelling, **counts):
    """What is typed in for each group."""
    answers = stelling.scale.answers.all()
    return {
        f"n-{stelling.pk}-{group}-{answer.pk}": number
        for group, line in counts.items()
        for answer, number in zip(answers, line.split(), strict=True)
    }


def faults(client, address, data):
    page = client.post(address, data)
    assert not PanelResult.objects.exists()
    return {name: [str(error) for error in errors] for name, errors in page.context["adminform"].form.errors.items()}


def test_round_gets_its_stellingen(client, editor):
    scale = make.make_scale()
    row = {"stellingen-0-order": "1", "stellingen-0-text": "Ik word getest.", "stellingen-0-scale": scale.pk}

    added = add(client, PanelRound, "_save", name="Testronde", slug="testronde", source_title="Testbron", **row)

    assert values(added.stellingen, "text", "scale", "order") == [("Ik word getest.", scale.pk, 1)]
    assert added.status == "concept"


def test_scale_gets_its_answers(client, editor):
    row = {"answers-0-order": "1", "answers-0-text": "ja", "answers-0-side": "1"}
    other = {"answers-1-order": "2", "answers-1-text": "weet niet"}

    added = add(client, Scale, name="Testschaal", **row, **other)

    assert values(added.answers, "text", "side", "order") == [("ja", 1, 1), ("weet niet", None, 2)]


def test_words_that_were_answered_to_stay(client, editor, stelling):
    changes = {stelling.panel_round: "stellingen", stelling.scale: "answers"}
    for item, prefix in changes.items():
        save(client, item, **{f"{prefix}-0-text": "Anders."})
    assert stelling.panel_round.stellingen.get().text == stelling.scale.answers.first().text == "Anders."

    deliver(stelling, jongeren="5 6")
    for item, prefix in changes.items():
        save(client, item, **{f"{prefix}-0-text": "Nog eens anders.", f"{prefix}-0-DELETE": "on"})

    assert stelling.panel_round.stellingen.get().text == stelling.scale.answers.first().text == "Anders."


def test_form_has_a_number_for_each_answer_of_each_group(client, editor, stelling, address):
    page = client.get(address)

    assert words(main(page)).startswith("Uitkomsten: Testronde")
    labels = [str(field.label) for name, field in page.context["adminform"].form.fields.items() if name[:2] == "n-"]
    assert labels == [
        "Jongeren: nee", "Jongeren: ja", "Ouders: nee", "Ouders: ja", "Professionals: nee", "Professionals: ja",
    ]  # fmt: skip
    assert "Ik word getest." in main(page)
    assert address in links(client.get(url(PanelRound, "change", stelling.panel_round_id)))


def test_what_is_typed_in_is_a_draft_on_a_page_of_its_own(client, filled_in, stelling, address):
    page = client.post(address, filled_in | numbers(stelling, ouders="0 12"), follow=True)

    release = Release.objects.get()
    assert page.redirect_chain == [(url(Release, "change", release.pk), 302)]
    assert rows(page) == [
        ["Ik word getest.", "jongeren", "nee: 5, ja: 6", "te zien"],
        ["Ik word getest.", "ouders", "nee: 0, ja: 12", "verborgen"],
    ]
    assert "De cijfers in deze publicatie" not in page.text
    assert (release.published_at, release.version, release.known_on) == (None, 1, date(2026, 11, 1))
    assert values(Source.objects, "title", "url") == [("Testverslag", "https://bron.test/")]
    assert [what for _, what in history(release)] == ["Uitkomsten van “Testronde” ingevoerd."]
    assert shown(stelling) == {}


def test_draft_is_published_now(client, filled_in, stelling, address, press):
    client.post(address, filled_in)

    assert press(Release.objects.get(), "nu") == ["Gepubliceerd."]

    assert shown(stelling) == {"jongeren": "5 6"}


def test_draft_is_published_at_a_moment_and_taken_back(client, filled_in, stelling, address, press):
    client.post(address, filled_in)
    press(Release.objects.get(), "op", moment="2026-12-01T09:00")
    assert shown(stelling) == {}

    with clock.fixed_at(LATER):
        assert shown(stelling, clock.today()) == {"jongeren": "5 6"}
        press(Release.objects.get(), "terug", reason="Fout.")
        assert shown(stelling, clock.today()) == {}


def test_next_release_of_a_source_has_the_next_version(client, filled_in, stelling, address):
    client.post(address, filled_in)
    source = Source.objects.get()
    chosen = {"source": source.pk, "known_on": "2026-10-01"} | numbers(stelling, professionals="0 0")
    client.post(address, chosen)
    client.post(address, filled_in)

    assert values(Release.objects.order_by("pk"), "source", "version", "known_on") == [
        (source.pk, 1, date(2026, 11, 1)), (source.pk, 2, date(2026, 10, 1)), (source.pk, 3, date(2026, 11, 1)),
    ]  # fmt: skip


def test_list_of_releases_counts_the_answers(client, filled_in, address):
    client.post(address, filled_in)

    assert [row[3:] for row in rows(client.get(url(Release, "changelist")))] == [["concept", "2"]]


@pytest.mark.parametrize(
    ("typed", "number", "message"),
    [
        (" 6", "0", WHOLE),
        ("5 ", "1", WHOLE),
        ("5 -1", "1", "Zorg ervoor dat deze waarde minstens 0 is."),
        ("5 veel", "1", "Voer een geheel getal in."),
    ],
)
def test_form_tells_what_is_wrong_with_a_number(client, filled_in, stelling, address, typed, number, message):
    names = list(numbers(stelling, jongeren="1 1"))
    typed = dict(zip(names, typed.split(" "), strict=True))

    assert faults(client, address, filled_in | typed) == {names[int(number)]: [message]}


@pytest.mark.parametrize(
    ("data", "field", "message"),
    [
        ({}, "__all__", "Vul van minstens één groep in wat die antwoordde."),
        ({"source_title": "", "source_url": ""}, "source", "Kies een bron, of vul de titel van een nieuwe in."),
        ({"known_on": "2026-11-02"}, "known_on", "Deze dag moet nog komen."),
    ],
)
def test_form_tells_what_is_missing(client, editor, address, data, field, message):
    assert faults(client, address, {"source_title": "Testverslag"} | data) == {field: [message]}


def test_round_that_is_not_there_is_not_found(client, editor):
    assert client.get("/beheer/monitor/panelround/99/uitkomsten/").status_code == 404


@pytest.mark.parametrize(
    ("rights", "status"),
    [(["view_panelround", "change_panelround"], 403), (["view_panelround", "add_panelresult"], 200)],
)
def test_results_are_for_who_may_add_them(client, staff, stelling, address, rights, status):
    staff(*rights)

    assert [client.get(address).status_code, client.post(address, {}).status_code] == [status] * 2
    found = links(client.get(url(PanelRound, "change", stelling.panel_round_id)))
    assert (address in found) == (status == 200)


def test_reader_is_led_to_signing_in(client, address):
    assert client.get(address).url == f"/beheer/login/?next={address}"
