"""A chart as PNG, drawn from its SVG with a font that comes along as a package."""

from importlib.resources import files

import resvg_py

# The sizes that may be asked for, in times the width of the SVG.
SIZES = {"klein": 1, "groot": 2}
FONTS = [
    str(files("font_source_sans_pro") / "files" / f"SourceSansPro-{weight}.ttf")
    for weight in ("Regular", "Semibold", "Bold")
]


def draw_png(svg: str, size: str = "groot") -> bytes:
    return bytes(resvg_py.svg_to_bytes(svg_string=svg, font_files=FONTS, skip_system_fonts=True, zoom=SIZES[size]))
