"""What somebody sees who starts the portal with a wrong or missing variable: one clear line."""

import pytest

from tests.stroomop.process import PRODUCTION, run

START = ("-c", "import django; django.setup()")
WRONG = "django.core.exceptions.ImproperlyConfigured: "


def without(name: str) -> dict[str, str]:
    return {key: value for key, value in PRODUCTION.items() if key != name}


@pytest.mark.parametrize(
    ("variables", "message"),
    [
        ({"MODE": "prod"}, "MODE is 'prod'; choose one of: production, demo, development."),
        ({}, "SECRET_KEY is missing. Choose a long random one. See docs/running.md."),
        (without("SITE_URL"), "SITE_URL is missing. For example https://www.example.nl. See docs/running.md."),
        (without("ALLOWED_HOSTS"), "ALLOWED_HOSTS is missing. Host names with commas. See docs/running.md."),
        ({"MODE": "demo", "DATABASE_URL": "nonsense"}, "DATABASE_URL must start with sqlite:// or postgres://."),
        (
            {"MODE": "demo", "SITE_URL": "ftp://a"},
            "SITE_URL is 'ftp://a'; it must be https:// or http:// and a host, nothing behind it.",
        ),
        (
            {"MODE": "demo", "CACHE_URL": "nonsense"},
            "CACHE_URL can't be read: Invalid cache schema . See docs/running.md.",
        ),
        (
            {"MODE": "demo", "BACK_OFFICE_SECOND_FACTOR": "perhaps"},
            "BACK_OFFICE_SECOND_FACTOR is 'perhaps'; choose one of: true, false.",
        ),
        (
            PRODUCTION | {"EMAIL_URL": "smtp://a:99999999"},
            "EMAIL_URL can't be read: Port out of range 0-65535. See docs/running.md.",
        ),
    ],
)
def test_start_with_a_wrong_variable_ends_in_one_clear_line(tmp_path, variables, message):
    result = run(*START, var_dir=tmp_path, **variables)

    assert (result.returncode, result.stderr.splitlines()[-1]) == (1, WRONG + message)


def test_start_of_the_demo_needs_nothing(tmp_path):
    result = run(*START, var_dir=tmp_path, MODE="demo")

    assert (result.returncode, result.stderr) == (0, "")


def test_start_of_production_needs_three_variables(tmp_path):
    result = run(*START, var_dir=tmp_path, **PRODUCTION)

    assert (result.returncode, result.stderr) == (0, "")


def test_production_passes_the_deploy_check(tmp_path):
    variables = PRODUCTION | {"CACHE_URL": "redis://127.0.0.1:6379/0"}

    result = run("manage.py", "check", "--deploy", "--fail-level", "WARNING", var_dir=tmp_path, **variables)

    assert (result.returncode, result.stdout) == (0, "System check identified no issues (0 silenced).\n")


def test_demo_fails_the_deploy_check(tmp_path):
    result = run("manage.py", "check", "--deploy", var_dir=tmp_path, MODE="demo")

    assert result.returncode == 1
    assert [line.split(")")[0] for line in result.stderr.splitlines() if line.startswith("?: (stroomop.")] == [
        "?: (stroomop.E001",
        "?: (stroomop.E002",
        "?: (stroomop.E003",
    ]


def test_database_that_does_not_answer_is_named(tmp_path):
    database = "postgres://nobody@127.0.0.1:1/test"

    result = run("manage.py", "migrate", var_dir=tmp_path, MODE="demo", DATABASE_URL=database)

    assert result.returncode == 1
    assert 'OperationalError: connection to server at "127.0.0.1", port 1 failed: Connection refused' in result.stderr


ASK = """
import django; django.setup()
from django.test import Client
client = Client(headers={"host": "portaal.test"})
print(client.get("/robots.txt")["Location"])
print(client.get("/robots.txt", headers={"X-Forwarded-Proto": "https"})["Strict-Transport-Security"])
print(client.get("/robots.txt", headers={"host": "elders.test"}, secure=True).status_code)
"""


def test_production_answers_over_https_to_its_own_name_only(tmp_path):
    result = run("-c", ASK, var_dir=tmp_path, **PRODUCTION)

    assert result.stdout.splitlines() == [
        "https://portaal.test/robots.txt",
        "max-age=63072000; includeSubDomains; preload",
        "400",
    ]


FAIL = """
import django; django.setup()
from django.conf import settings
from django.test import Client
client = Client(headers={"host": "portaal.test"}, raise_request_exception=False)
# Nothing was migrated.
print(client.get("/sitemap.xml", secure=True).status_code, settings.ALLAUTH_TRUSTED_PROXY_COUNT)
"""


def test_fault_in_production_reaches_the_log_of_the_server(tmp_path):
    result = run("-W", "ignore:No directory at", "-c", FAIL, var_dir=tmp_path, **PRODUCTION)

    lines = result.stderr.splitlines()
    assert (result.stdout, lines[0]) == ("500 1\n", "Internal Server Error: /sitemap.xml")
    assert lines[1] == "Traceback (most recent call last):"
    assert lines[-1].startswith("django.db.utils.OperationalError: no such table: ")
