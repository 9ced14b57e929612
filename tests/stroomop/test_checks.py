import pytest
from django.core.checks import run_checks

from stroomop.checks import check_production

OWN = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
SHARED = {"default": {"BACKEND": "django.core.cache.backends.redis.RedisCache", "LOCATION": "redis://portaal.test"}}


@pytest.mark.parametrize(
    ("mode", "second_factor", "cache", "faults"),
    [
        ("production", True, SHARED, []),
        ("production", False, SHARED, ["stroomop.E002"]),
        ("production", True, OWN, ["stroomop.E003"]),
        ("demo", True, SHARED, ["stroomop.E001"]),
        ("development", False, OWN, ["stroomop.E001", "stroomop.E002", "stroomop.E003"]),
    ],
)
def test_deploy_check_wants_production_a_second_factor_and_a_shared_cache(settings, mode, second_factor, cache, faults):
    settings.MODE, settings.BACK_OFFICE_SECOND_FACTOR, settings.CACHES = mode, second_factor, cache

    assert [error.id for error in check_production()] == faults


def test_check_tells_what_to_do(settings):
    settings.MODE, settings.BACK_OFFICE_SECOND_FACTOR, settings.CACHES = "demo", True, OWN

    assert [(error.msg, error.hint) for error in check_production()] == [
        ("MODE is 'demo'.", "Set MODE=production."),
        (
            "Each process counts attempts to sign in for itself.",
            "Set CACHE_URL to a Redis that all processes share.",
        ),
    ]


def test_portal_has_no_faults_without_the_deploy_checks():
    assert run_checks() == []
