"""A file by the form: what it would do, the button that does just that, and what happens when somebody was first."""

import os
import time

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from projects.models import GlossaryTerm, Organisation
from stroomop.lib.admin import exchange
from tests import factories as make
from tests.pages import main, words
from tests.stroomop.back_office.exchange.kit import csv_text
from tests.stroomop.back_office.staff import history, url

pytestmark = pytest.mark.django_db
NEW = "adres,naam,soort\n,Testnaam,overig\n"
GONE = "Er ligt geen bestand meer klaar. Was je al klaar? Kijk dan in de lijst. Lever het bestand anders opnieuw in."
CHANGED = "Intussen is er iets veranderd. Er is niets geschreven. Kijk opnieuw wat er zou gebeuren."


def kept(folder):
    return [path.name for path in folder.iterdir()] if folder.exists() else []


def test_form_tells_what_is_in_a_file(client, editor):
    told = words(main(client.get(url(Organisation, "import"))))

    assert told.startswith("Organisaties importeren Kies een bestand.")
    assert "Hoogstens 2.000 rijen en 5 MB." in told
    assert "De kolommen zijn: adres; naam; korte naam; soort; hoort bij; beschrijving; website; " in told


def test_look_tells_row_by_row_and_writes_nothing(editor, hand_in):
    organisation = make.make_organisation(name="Was", short_name="Oud")
    page = hand_in(
        Organisation,
        csv_text(
            {"adres": organisation.slug, "naam": "Wordt", "korte naam": "", "soort": "overig"},
            {"adres": "", "naam": "Testnaam", "korte naam": "N", "soort": "overig"},
        ),
        changes_public="on",
    )

    told = words(main(page))

    assert "Dit gaat er gebeuren 0 ongewijzigd, 1 nieuw, 1 gewijzigd, 0 geweigerd" in told
    assert "Let op: 1 rij verandert iets dat op de site staat. Een lezer ziet dat meteen." in told
    assert (
        "blijven zoals ze zijn: hoort bij; beschrijving; website; eerdere namen; bronnen; nagekeken op; status." in told
    )
    assert "Voeg 1 organisatie toe als concept en wijzig 1 organisatie (1 op de site) Gooi het bestand weg" in told
    assert "2 Wordt Gewijzigd (op de site) naam Was Wordt korte naam Oud leeg" in told
    assert "3 Testnaam Nieuw (concept) naam Testnaam korte naam N soort overig" in told
    assert list(Organisation.objects.values_list("name", flat=True)) == ["Was"]


def test_button_writes_what_was_seen_and_each_item_remembers(client, editor, hand_in, press, private_files):
    draft = make.make_organisation(published_at=None, short_name="Oud")
    page = hand_in(
        Organisation, f"adres,naam,korte naam,soort\n,Testnaam,,overig\n{draft.slug},{draft.name},Nieuw,overig\n"
    )
    assert len(kept(private_files)) == 1

    assert press(page, "schrijf") == ["1 organisatie toegevoegd als concept, 1 organisatie gewijzigd."]

    new = Organisation.objects.get(name="Testnaam")
    assert new.published_at is None
    assert history(new) == [("Testnaam", "Toegevoegd met een import.")]
    assert history(draft) == [(draft.name, "Gewijzigd met een import: korte naam.")]
    assert kept(private_files) == []


def test_words_tell_no_more_than_what_happens(editor, hand_in, press):
    page = hand_in(Organisation, NEW)
    assert "Voeg 1 organisatie toe als concept Gooi" in words(main(page))
    assert press(page, "schrijf") == ["1 organisatie toegevoegd als concept."]

    page = hand_in(Organisation, "adres,korte naam\ntestnaam,T\n")
    assert "Wijzig 1 organisatie Gooi" in words(main(page))
    assert press(page, "schrijf") == ["1 organisatie gewijzigd."]


def test_second_click_writes_nothing_more(editor, hand_in, press):
    page = hand_in(Organisation, NEW)
    press(page, "schrijf")

    assert press(page, "schrijf") == [GONE]
    assert Organisation.objects.count() == 1


def test_what_somebody_else_changed_is_looked_at_again(editor, hand_in, press):
    draft = make.make_organisation(published_at=None, short_name="Oud")
    page = hand_in(Organisation, f"adres,korte naam\n{draft.slug},Nieuw\n")
    Organisation.objects.update(short_name="Van een ander")

    assert press(page, "schrijf") == [CHANGED]

    draft.refresh_from_db()
    assert draft.short_name == "Van een ander"
    assert history(draft) == []


def test_another_file_than_the_one_that_was_seen_is_looked_at_again(editor, hand_in, press):
    seen = hand_in(Organisation, NEW)
    hand_in(Organisation, NEW.replace("Testnaam", "Anders"))

    assert press(seen, "schrijf") == [CHANGED]
    assert not Organisation.objects.exists()


@pytest.mark.parametrize("content", ["adres,naam,soort\n,Testnaam,fout\n", "geen tabel\n"])
def test_refused_file_is_not_written_however_asked(editor, hand_in, press, content):
    assert press(hand_in(Organisation, content), "schrijf") == [CHANGED]
    assert not Organisation.objects.exists()


def test_refused_rows_come_first_with_what_to_do(client, editor, hand_in):
    page = hand_in(Organisation, NEW + ",Fout,fout\n")

    told = words(main(page))

    assert "Er is niets geschreven 1 rij klopt niet. Daarom is het hele bestand geweigerd." in told
    assert "Lever een ander bestand in Gooi het bestand weg" in told
    assert "Rij voor rij Alles (2) Geweigerd (1) Nieuw (1)" in told
    assert told.index("3 Fout Geweigerd Kolom 'soort': 'fout' kan niet.") < told.index("2 Testnaam Nieuw (concept)")
    only = words(main(client.get(url(Organisation, "review"), {"uitkomst": "nieuw"})))
    assert ("Testnaam" in only, "Fout" in only) == (True, False)


def test_file_that_is_no_table_says_why(editor, hand_in):
    told = words(main(hand_in(Organisation, "")))

    assert "Het verstuurde bestand is leeg." in told
    told = words(main(hand_in(Organisation, "x\n")))
    assert "In het bestand ontbreekt de kolom 'adres'." in told
    assert "Rij voor rij" not in told


def test_file_that_says_what_we_have_changes_nothing(editor, hand_in):
    organisation = make.make_organisation()

    told = words(main(hand_in(Organisation, f"adres,naam\n{organisation.slug},{organisation.name}\n")))

    assert "Er verandert niets 1 ongewijzigd, 0 nieuw, 0 gewijzigd, 0 geweigerd: alles staat al in het portaal." in told


def test_thrown_away_nothing_of_it_stays(editor, hand_in, press, private_files):
    page = hand_in(Organisation, NEW)

    assert press(page, "weg") == ["“test.csv” is weggegooid. Er is niets geschreven."]
    assert kept(private_files) == []


def test_without_a_file_there_is_nothing_to_look_at(client, editor):
    page = client.get(url(Organisation, "review"), follow=True)

    assert page.request["PATH_INFO"] == url(Organisation, "import")
    assert [str(message) for message in page.context["messages"]] == [GONE]


def test_file_that_is_too_large_is_not_kept(client, editor, hand_in, private_files, monkeypatch):
    assert exchange.MOST_MEGABYTES == 5
    monkeypatch.setattr(exchange, "MOST_MEGABYTES", 0)

    told = words(main(hand_in(Organisation, NEW)))

    assert "Het bestand is groter dan 5 MB. Splits het in kleinere bestanden." in told
    assert kept(private_files) == []


def test_without_a_file_the_form_says_so(client, editor):
    told = words(main(client.post(url(Organisation, "import"))))

    assert "Verbeter wat hieronder staat." in told
    assert "Dit veld is verplicht." in told


def test_rows_come_fifty_at_a_time(client, editor, hand_in):
    rows = "".join(f",Testnaam {number:03},overig\n" for number in range(51))
    first = words(main(hand_in(Organisation, "adres,naam,soort\n" + rows)))

    second = words(main(client.get(url(Organisation, "review"), {"pagina": "2"})))

    assert ("Testnaam 049" in first, "Testnaam 050" in first) == (True, False)
    assert ("Testnaam 049" in second, "Testnaam 050" in second) == (False, True)


def test_each_table_keeps_a_file_of_its_own(client, editor, hand_in, private_files):
    hand_in(Organisation, NEW)
    hand_in(GlossaryTerm, "plek op de pagina,begrip,uitleg,bron\n,testwoord,Een test.,Test\n")

    assert "Testnaam" in client.get(url(Organisation, "review")).text
    assert "testwoord" in client.get(url(GlossaryTerm, "review")).text
    hand_in(Organisation, NEW)
    assert len(kept(private_files)) == 2


def test_file_waits_under_a_name_that_nobody_guesses_and_for_its_owner_alone(client, editor, hand_in, private_files):
    hand_in(Organisation, NEW)
    [name] = kept(private_files)
    assert len(name) == 32

    client.force_login(make.make_user(is_staff=True, is_superuser=True))
    page = client.post(url(Organisation, "review"), {"doe": "schrijf", "bestand": name, "stored": name}, follow=True)

    assert [str(message) for message in page.context["messages"]] == [GONE]
    assert not Organisation.objects.exists()


def test_files_of_sessions_that_ended_are_swept(editor, hand_in, private_files, settings):
    hand_in(Organisation, NEW)
    [old] = kept(private_files)
    long_ago = time.time() - settings.SESSION_COOKIE_AGE - 60
    os.utime(private_files / old, (long_ago, long_ago))

    hand_in(GlossaryTerm, NEW)

    assert old not in kept(private_files)
    assert len(kept(private_files)) == 1


def test_file_that_was_swept_is_asked_for_again(client, editor, hand_in, private_files):
    hand_in(Organisation, NEW)
    for name in kept(private_files):
        (private_files / name).unlink()

    page = client.get(url(Organisation, "review"), follow=True)

    assert [str(message) for message in page.context["messages"]] == [GONE]


def test_name_of_the_file_does_no_harm(client, editor):
    file = SimpleUploadedFile("<b>../x\x07.csv", NEW.encode())

    page = client.post(url(Organisation, "import"), {"file": file}, follow=True)

    assert "<h1>x.csv nakijken</h1>" in page.text
