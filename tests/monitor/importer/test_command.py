"""``manage.py import_figures``: what it prints, and how it ends."""

import pytest
from django.core.management import CommandError, call_command

from monitor.models import Category, Import, Indicator, Release
from tests.monitor.figures_file import write_figures
from tests.monitor.importer.kit import everything, held, ledger, make_catalogue

pytestmark = pytest.mark.django_db
UNKNOWN = "onbekend, te onzeker of geheim volgens de bron"


@pytest.fixture(autouse=True)
def _catalogue(db):
    make_catalogue()


@pytest.fixture
def command(capsys):
    def run(*arguments):
        """The exit status, and what was printed."""
        status = 0
        try:
            call_command("import_figures", *map(str, arguments))
        except SystemExit as end:
            status = end.code
        return status, *capsys.readouterr()

    return run


def test_command_brings_a_file_in(command, tmp_path):
    path = write_figures(tmp_path, {}, {"period": "2024", "value": "11"})

    assert command(path) == (0, "2 nieuw, 0 herzien, 0 ongewijzigd, 0 geweigerd\n", "")
    assert held() == [("", "2023", "10"), ("", "2024", "11")]
    assert Import.objects.get().summary == "2 nieuw, 0 herzien, 0 ongewijzigd, 0 geweigerd"
    assert command(path) == (0, "0 nieuw, 0 herzien, 2 ongewijzigd, 0 geweigerd\n", "")


def test_command_says_which_rows_are_refused_and_writes_nothing(command, tmp_path):
    path = write_figures(tmp_path, {}, {"value": "1.2.3"}, {"indicator_code": "X"})
    before = everything()

    assert command(path) == (
        1,
        (
            "Rij 3: geweigerd; Kolom 'value': '1.2.3' is geen getal. Schrijf bijvoorbeeld 1,234.5.\n"
            "Rij 4: geweigerd; Test, 2023; Het portaal kent niet: de indicator 'X'.\n"
            "1 nieuw, 0 herzien, 0 ongewijzigd, 2 geweigerd\n"
        ),
        "Er is niets geschreven.\n",
    )
    assert everything() == before


def test_command_in_a_dry_run_says_what_would_become_of_each_row(command, tmp_path):
    command(write_figures(tmp_path, {}, {"period": "2024"}))
    before = everything()
    path = write_figures(
        tmp_path, {"value": "1200"}, {"period": "2024"}, {"period": "2025", "definition": "anders", "value": "."}
    )

    assert command(path, "--dry-run") == (
        0,
        (
            "Rij 2: herzien; Test, 2023; was 10, is 1.200; op de site: 1.200\n"
            "Rij 3: ongewijzigd; Test, 2024; 10\n"
            f"Rij 4: nieuw; Test, 2025; {UNKNOWN}; op de site: {UNKNOWN}; Let op: De definitie is een andere dan in"
            " rij 2.\n"
            "1 nieuw, 1 herzien, 1 ongewijzigd, 0 geweigerd\n"
        ),
        "",
    )
    assert everything() == before


def test_command_in_a_dry_run_of_a_refused_file_says_so(command, tmp_path):
    path = write_figures(tmp_path, {"value": ""})

    status, said, _ = command(path, "--dry-run")

    assert (status, said.splitlines()[-1]) == (1, "0 nieuw, 0 herzien, 0 ongewijzigd, 1 geweigerd")


def test_command_makes_what_is_missing_when_asked(command, tmp_path):
    record = {
        "indicator_code": "NIEUW", "source_title": "Nieuw", "breakdown_dimension": "sekse",
        "breakdown_value": "meisjes", "breakdown_dimension_2": "leeftijd", "breakdown_value_2": "12",
    }  # fmt: skip
    path = write_figures(tmp_path, record)

    assert command(path)[0] == 1
    assert command(path, "--create-missing", "--dry-run") == (
        0,
        (
            "Rij 2: nieuw; Test, meisjes, 12, 2023; 10; Het portaal maakt aan: de indicator 'NIEUW', de uitsplitsing"
            " 'sekse', de categorie 'meisjes' (sekse), de uitsplitsing 'leeftijd', de categorie '12' (leeftijd), de"
            " bron 'Nieuw'.\n1 nieuw, 0 herzien, 0 ongewijzigd, 0 geweigerd\n"
        ),
        "",
    )
    assert (Indicator.objects.count(), Category.objects.count()) == (1, 0)
    assert command(path, "--create-missing") == (0, "1 nieuw, 0 herzien, 0 ongewijzigd, 0 geweigerd\n", "")
    assert Indicator.objects.get(code="NIEUW").published_at is None


def test_command_knows_when_the_sources_were_read(command, tmp_path):
    path = write_figures(tmp_path, {"source_title": "Zonder dag"})

    command(path, "--create-missing", "--read-on", "2025-02-01")

    assert str(Release.objects.get().known_on) == "2025-02-01"
    with pytest.raises(CommandError, match=r"^De dag waarop de bronnen gelezen zijn, moet nog komen\.$"):
        command(path, "--read-on", "2999-01-01")
    assert len(ledger()) == 1


def test_command_refuses_another_source_day(command, tmp_path):
    with pytest.raises(CommandError, match="--read-on"):
        command(write_figures(tmp_path, {}), "--read-on", "gisteren")
