"""The pieces that the settings are read with. Each variable is read by one of them."""

import threading
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.core.exceptions import ImproperlyConfigured

from stroomop.lib import environment


def test_choice_is_read(monkeypatch):
    monkeypatch.setenv("MODE", "demo")

    assert environment.choose("MODE", ("demo", "other"), "other") == "demo"


def test_choice_has_a_default(monkeypatch):
    monkeypatch.delenv("MODE")

    assert environment.choose("MODE", ("demo", "other"), "other") == "other"


def test_choice_outside_the_options_is_refused(monkeypatch):
    monkeypatch.setenv("MODE", "Demo")

    with pytest.raises(ImproperlyConfigured, match=r"^MODE is 'Demo'; choose one of: demo, other\.$"):
        environment.choose("MODE", ("demo", "other"), "other")


@pytest.mark.parametrize(("word", "value"), [("true", True), ("false", False)])
def test_flag_is_read(monkeypatch, word, value):
    monkeypatch.setenv("BACK_OFFICE_SECOND_FACTOR", word)

    assert environment.flag("BACK_OFFICE_SECOND_FACTOR", default=not value) is value


@pytest.mark.parametrize("default", [True, False])
def test_flag_has_a_default(monkeypatch, default):
    monkeypatch.delenv("BACK_OFFICE_SECOND_FACTOR", raising=False)

    assert environment.flag("BACK_OFFICE_SECOND_FACTOR", default=default) is default


@pytest.mark.parametrize("word", ["perhaps", "True", "1", ""])
def test_flag_in_other_words_is_refused(monkeypatch, word):
    monkeypatch.setenv("BACK_OFFICE_SECOND_FACTOR", word)

    with pytest.raises(ImproperlyConfigured, match="choose one of: true, false"):
        environment.flag("BACK_OFFICE_SECOND_FACTOR", default=True)


def test_required_variable_is_read(monkeypatch):
    monkeypatch.setenv("SECRET_KEY", "test")

    assert environment.require("SECRET_KEY", "Test.") == "test"


@pytest.mark.parametrize("missing", [None, ""])
def test_required_variable_is_missed_by_its_name(monkeypatch, missing):
    monkeypatch.delenv("SECRET_KEY", raising=False)
    if missing is not None:
        monkeypatch.setenv("SECRET_KEY", missing)

    with pytest.raises(ImproperlyConfigured, match=r"^SECRET_KEY is missing\. Test\. See docs/running\.md\.$"):
        environment.require("SECRET_KEY", "Test.")


def test_secret_key_is_made_once_and_for_nobody_else(tmp_path):
    first, second = environment.local_secret_key(tmp_path), environment.local_secret_key(tmp_path)

    file = tmp_path / "secret_key"
    assert (first, file.read_text(), oct(file.stat().st_mode & 0o777)) == (second, first, "0o600")
    assert len(first) == 50


def test_secret_key_is_whole_and_the_same_for_all_who_start_at_once(tmp_path):
    together = threading.Barrier(8)

    def start(folder):
        together.wait()
        return environment.local_secret_key(folder)

    with ThreadPoolExecutor(together.parties) as pool:
        for attempt in range(40):
            folder = tmp_path / str(attempt)
            folder.mkdir()
            keys = set(pool.map(start, [folder] * together.parties))
            assert [len(key) for key in keys] == [50]
            assert [file.name for file in folder.iterdir()] == ["secret_key"]


def test_site_url_loses_its_last_slash(monkeypatch):
    monkeypatch.setenv("SITE_URL", "https://portaal.test/")

    assert environment.site_url(required=True) == "https://portaal.test"


def test_site_url_outside_production_is_this_computer(monkeypatch):
    monkeypatch.delenv("SITE_URL", raising=False)

    assert environment.site_url(required=False) == "http://127.0.0.1:8000"


@pytest.mark.parametrize(
    "url",
    ["ftp://portaal.test", "portaal.test", "//portaal.test", "https://", "https:///", "https://portaal.test/pad"],
)
def test_site_url_that_is_not_a_scheme_and_a_host_is_refused(monkeypatch, url):
    monkeypatch.setenv("SITE_URL", url)

    with pytest.raises(ImproperlyConfigured) as raised:
        environment.site_url(required=False)

    assert str(raised.value) == f"SITE_URL is '{url}'; it must be https:// or http:// and a host, nothing behind it."


@pytest.mark.parametrize("value", ["", "https://portaal.test/melden/", "mailto:test@portaal.test", "tel:+31-20-0000"])
def test_contact_is_an_address_or_nothing(monkeypatch, value):
    monkeypatch.setenv("SECURITY_CONTACT", value)

    assert environment.contact("SECURITY_CONTACT") == value


@pytest.mark.parametrize(
    "value",
    ["test@portaal.test", "http://portaal.test/", "mailto:test", "https://", "mailto:a@b.test\nX", "tel:"],
)
def test_contact_that_nobody_can_follow_is_refused(monkeypatch, value):
    monkeypatch.setenv("SECURITY_CONTACT", value)

    with pytest.raises(ImproperlyConfigured, match=r"^SECURITY_CONTACT is '.*'; it must start with https://"):
        environment.contact("SECURITY_CONTACT")


def test_allowed_hosts_are_read_without_spaces(monkeypatch):
    monkeypatch.setenv("ALLOWED_HOSTS", "portaal.test, www.portaal.test")

    assert environment.allowed_hosts(required=True) == ["portaal.test", "www.portaal.test"]


def test_allowed_hosts_outside_production_are_all():
    assert environment.allowed_hosts(required=False) == ["*"]


@pytest.mark.parametrize("url", ["nonsense", "other://portaal.test"])
def test_cache_address_that_cannot_be_read_is_refused_by_name(monkeypatch, url):
    monkeypatch.setenv("CACHE_URL", url)

    with pytest.raises(ImproperlyConfigured, match=r"^CACHE_URL can't be read: .+\. See docs/running\.md\.$"):
        environment.address("CACHE_URL", environment.env.cache_url, "locmemcache://")


def test_cache_address_is_taken_apart(monkeypatch):
    monkeypatch.setenv("CACHE_URL", "redis://portaal.test:6379/1")

    assert environment.address("CACHE_URL", environment.env.cache_url, "locmemcache://") == {
        "BACKEND": "django.core.cache.backends.redis.RedisCache",
        "LOCATION": "redis://portaal.test:6379/1",
    }


def test_database_is_sqlite_for_two_writers(monkeypatch):
    monkeypatch.delenv("DATABASE_URL", raising=False)

    config = environment.database("DATABASE_URL", "sqlite:////test/db.sqlite3")

    assert (config["ENGINE"], config["NAME"], config["OPTIONS"]) == (
        "django.db.backends.sqlite3",
        "/test/db.sqlite3",
        {
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA secure_delete=ON;",
        },
    )


def test_database_is_postgresql_with_kept_connections(monkeypatch):
    monkeypatch.setenv("DATABASE_URL", "postgres://test:secret@portaal.test:5432/test")

    assert environment.database("DATABASE_URL", "sqlite://:memory:") == {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": "test",
        "USER": "test",
        "PASSWORD": "secret",
        "HOST": "portaal.test",
        "PORT": 5432,
        "CONN_MAX_AGE": 60,
        "CONN_HEALTH_CHECKS": True,
    }


@pytest.mark.parametrize("url", ["nonsense", "", "mysql://portaal.test/test"])
def test_database_of_another_kind_is_refused(monkeypatch, url):
    monkeypatch.setenv("DATABASE_URL", url)

    with pytest.raises(ImproperlyConfigured, match=r"^DATABASE_URL must start with sqlite:// or postgres://\.$"):
        environment.database("DATABASE_URL", "sqlite://:memory:")


def test_database_address_that_cannot_be_read_is_refused(monkeypatch):
    monkeypatch.setenv("DATABASE_URL", "postgres://portaal.test:port/test")

    with pytest.raises(ImproperlyConfigured, match=r"^DATABASE_URL can't be read: Port could not be cast"):
        environment.database("DATABASE_URL", "sqlite://:memory:")


def test_mail_outside_production_goes_to_the_screen():
    assert environment.mailer("NO_SUCH_URL", "consolemail://") == {
        "BACKEND": "django.core.mail.backends.console.EmailBackend"
    }


@pytest.mark.parametrize(
    ("url", "options"),
    [
        ("smtp://portaal.test", {"port": 25, "username": "", "password": "", "use_tls": False, "use_ssl": False}),
        (
            "smtp+tls://test:secret@portaal.test:2587",
            {"port": 2587, "username": "test", "password": "secret", "use_tls": True, "use_ssl": False},
        ),
        (
            "smtp+ssl://test:secret@portaal.test:2465",
            {"port": 2465, "username": "test", "password": "secret", "use_tls": False, "use_ssl": True},
        ),
        ("smtp+tls://portaal.test", {"port": 587, "username": "", "password": "", "use_tls": True, "use_ssl": False}),
        ("smtp+ssl://portaal.test", {"port": 465, "username": "", "password": "", "use_tls": False, "use_ssl": True}),
    ],
)
def test_mail_server_is_taken_apart(monkeypatch, url, options):
    monkeypatch.setenv("EMAIL_URL", url)

    assert environment.mailer("EMAIL_URL", "consolemail://") == {
        "BACKEND": "django.core.mail.backends.smtp.EmailBackend",
        "OPTIONS": {"host": "portaal.test", **options},
    }


@pytest.mark.parametrize("url", ["smtp://", "filemail:///test", "dummymail://"])
def test_mail_server_without_a_host_is_refused(monkeypatch, url):
    monkeypatch.setenv("EMAIL_URL", url)

    with pytest.raises(ImproperlyConfigured, match=r"^EMAIL_URL must start with smtp://"):
        environment.mailer("EMAIL_URL", "consolemail://")
