"""Write every .mo anew from its .po, without gettext: run after changing a translation."""

from pathlib import Path

import polib

ROOT = Path(__file__).resolve().parent.parent

for folder in ("locale", "stroomop/locale"):
    for po in sorted((ROOT / folder).rglob("*.po")):
        polib.pofile(str(po)).save_as_mofile(str(po.with_suffix(".mo")))
        print(po.relative_to(ROOT))
