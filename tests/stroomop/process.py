"""The portal in a process of its own, with an environment of its own: what a test inside this process can't see."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
PRODUCTION = {
    "MODE": "production",
    "SECRET_KEY": "only-for-tests-and-long-enough-for-the-checks-of-django-1234567890",
    "SITE_URL": "https://portaal.test",
    "ALLOWED_HOSTS": "portaal.test",
}


def run(*arguments: str, var_dir: Path, **variables: str) -> subprocess.CompletedProcess[str]:
    """Python with these arguments and with nothing in the environment but these variables."""
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=ROOT,
        env=environment(var_dir, **variables),
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def environment(var_dir: Path, **variables: str) -> dict[str, str]:
    settings = {"DJANGO_SETTINGS_MODULE": "stroomop.settings", "VAR_DIR": str(var_dir)}
    return {"PATH": os.environ["PATH"], **settings, **variables}
