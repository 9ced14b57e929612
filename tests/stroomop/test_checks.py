import pytest
from django.core.checks import run_checks

from stroomop.checks import check_production


@pytest.mark.parametrize(
    ("mode", "second_factor", "faults"),
    [
        ("production", True, []),
        ("production", False, ["stroomop.E002"]),
        ("demo", True, ["stroomop.E001"]),
        ("development", False, ["stroomop.E001", "stroomop.E002"]),
    ],
)
def test_deploy_check_wants_production_and_a_second_factor(settings, mode, second_factor, faults):
    settings.MODE, settings.BACK_OFFICE_SECOND_FACTOR = mode, second_factor

    assert [error.id for error in check_production()] == faults


def test_check_tells_what_to_do(settings):
    settings.MODE, settings.BACK_OFFICE_SECOND_FACTOR = "demo", True

    assert [(error.msg, error.hint) for error in check_production()] == [("MODE is 'demo'.", "Set MODE=production.")]


def test_portal_has_no_faults_without_the_deploy_checks():
    assert run_checks() == []
