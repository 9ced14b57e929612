"""The command in a process of its own, that stops at the points which its arguments name: it says so and waits for a
line. At its end it says how long others could not write, and how much memory it had."""

import json
import sys
import time
from pathlib import Path

import django

django.setup()

from django.core.management import call_command  # noqa: E402 - after setup()

from monitor.importer import running, writing  # noqa: E402 - after setup()

path, *points = sys.argv[1:]
options = [point for point in points if point.startswith("--")]
times = {}


def pause(point):
    if point in points:
        points.remove(point)
        sys.stdout.write(f"{point}\n")
        sys.stdout.flush()
        sys.stdin.readline()


def with_pauses(module, name, before, after):
    function = getattr(module, name)

    def wrapped(*arguments, **keywords):
        pause(before)
        start = time.monotonic()
        result = function(*arguments, **keywords)
        times[name] = round(time.monotonic() - start, 1)
        pause(after)
        return result

    setattr(module, name, wrapped)


with_pauses(running, "check", "ready", "checked")
with_pauses(running, "write", "", "written")
with_pauses(writing.bulk, "insert", "", "inserted")
with_pauses(writing.publication, "publish", "", "published")
call_command("import_figures", path, "--create-missing", *options)
# In megabytes, at most. Not by getrusage(): there that of who started it counts as well.
status = Path("/proc/self/status").read_text().splitlines()
memory = next(int(line.split()[1]) // 1024 for line in status if line.startswith("VmHWM"))
Path(f"{path}.json").write_text(json.dumps(times | {"memory": memory}))
