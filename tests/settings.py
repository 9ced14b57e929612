"""The settings of the tests: those of production where they can be, quick where they may be."""

import os

# The suite passes without any environment; what somebody did set (DATABASE_URL, CACHE_URL) holds.
os.environ.setdefault("MODE", "demo")

from stroomop.settings import *  # noqa: F403 - all of them, before what differs
from stroomop.settings import CACHES, STORAGES

SECRET_KEY = "only-for-tests"
SITE_URL = "https://portaal.test"
ALLOWED_HOSTS = ["*"]
# Hashing passwords slowly is what production wants and a test suite does not.
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
STORAGES = STORAGES | {"staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}
# Processes that test beside each other count for themselves, and clear no more than their own database of Redis.
WORKER = os.environ.get("PYTEST_XDIST_WORKER", "")
CACHES["default"]["KEY_PREFIX"] = WORKER
if CACHES["default"]["LOCATION"].startswith("redis://"):
    address = CACHES["default"]["LOCATION"].rpartition("/")[0]
    CACHES["default"]["LOCATION"] = f"{address}/{int(WORKER.removeprefix('gw') or 0) + 1}"
MAILERS = {"default": {"BACKEND": "django.core.mail.backends.locmem.EmailBackend"}}
