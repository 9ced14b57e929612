"""Figures to compare, from words as short as "10 20* x": a provisional number has a star, x is hidden, - is nothing."""

from monitor.models import Dimension
from tests.factories import make_category, make_figure, make_indicator, make_release, make_series, make_source

URL = "/monitor/vergelijk/"


def make_areas(*names, name="gebied", plural="gebieden", **kwargs):
    """The categories of one dimension; the slug of each is its name in small letters."""
    dimension = Dimension.objects.create(slug=name, name=name, plural=plural, **kwargs)
    return [
        make_category(dimension=dimension, name=one, slug=one.lower(), order=order) for order, one in enumerate(names)
    ]


def make_line(indicator, words, *categories, start=2021, release=None, **kwargs):
    """A figure for each year, of the whole country or of one category."""
    series = make_series(indicator, *categories)
    release = release or make_release(source=make_source(publisher="Uitgever"))
    for year, word in enumerate(words.split(), start):
        marks = {"state": "niet-getoond"} if word == "x" else {"status": "voorlopig"} if word.endswith("*") else {}
        if word != "-":
            value = None if word == "x" else word.rstrip("*")
            make_figure(series, str(year), value, release=release, **{**marks, **kwargs})


def make_split(drawing, slug="testen", names=None, **kwargs):
    """An indicator with a line for each area, as in "Noord 10 20 30"; "Land" is the whole country."""
    lines = [line.split(maxsplit=1) for line in drawing.strip().splitlines()]
    indicator = make_indicator(**{"name": "Testen", "slug": slug, **kwargs})
    areas = dict.fromkeys(name for name, _ in lines if name != "Land")
    categories = {category.name: category for category in make_areas(*areas, **(names or {}))}
    for name, words in lines:
        make_line(indicator, words, *([categories[name]] if name in categories else []))
    return indicator


def parts(*names, dimension="gebied"):
    return [f"{dimension}:{name}" for name in names]


def page(client, *figures, deel=(), **query):
    return client.get(URL, {"cijfer": figures, "deel": deel, **query})
