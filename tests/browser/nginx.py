"""What nginx hands out itself, read from the configuration in docs/running.md: so that what stands there is tried."""

import re
from dataclasses import dataclass
from pathlib import Path

MANUAL = Path(__file__).resolve().parents[2] / "docs/running.md"
LOCATION = re.compile(r"^    location (?P<prefix>\S+) \{\n(?P<body>.*?)^    \}$", re.MULTILINE | re.DOTALL)
FOLDER = re.compile(r"alias /srv/stroomop/var/(\S+);")
TYPES = re.compile(r"types \{(.*?)\}", re.DOTALL)
HEADER = re.compile(r'add_header (\S+) (?:"(.*)"|(\S+));')


@dataclass(frozen=True)
class Location:
    prefix: str
    # Inside VAR_DIR.
    folder: str
    types: dict[str, str]
    headers: dict[str, str]

    def file(self, path: str) -> str:
        return self.folder + path.removeprefix(self.prefix)

    def headers_of(self, path: str) -> dict[str, str]:
        content_type = self.types.get(path.rpartition(".")[2], "application/octet-stream")
        return {"Content-Type": content_type, **self.headers}


def read(prefix: str, body: str) -> Location:
    lines = [line.split() for line in " ".join(TYPES.findall(body)).split(";")]
    return Location(
        prefix,
        *FOLDER.findall(body),
        {ending: line[0] for line in lines for ending in line[1:]},
        {name: quoted or plain for name, quoted, plain in HEADER.findall(body)},
    )


LOCATIONS = [read(*found) for found in LOCATION.findall(MANUAL.read_text()) if FOLDER.search(found[1])]


def location_of(path: str) -> Location | None:
    """The longest prefix wins."""
    fitting = [location for location in LOCATIONS if path.startswith(location.prefix)]
    return max(fitting, key=lambda location: len(location.prefix), default=None)
