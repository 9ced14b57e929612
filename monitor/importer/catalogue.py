"""What the portal knows of indicators, breakdowns, sources and periods, by the names that files use."""

from collections import defaultdict
from collections.abc import Callable, Iterator
from functools import cached_property, partial

from django.core.exceptions import ValidationError
from django.db.models import Model

from monitor.figure_files import FigureRow
from monitor.models import Category, Dimension, Indicator, Period, Series, Source
from stroomop.lib.slugs import free_slug, slugs

# How something that has no letters or digits is known by.
NAMELESS = "x"
DIMENSIONS = ""
LONGEST_KEY = Series._meta.get_field("key").max_length


class Catalogue:
    """Read once for a whole file. Of what is not there it knows how it would be called, and what it would be."""

    def __init__(self) -> None:
        indicators = Indicator.objects.all()
        self.indicators = {one.code: one for one in indicators} | {
            one.statline_code: one for one in indicators if one.statline_code
        }
        self.dimensions = {dimension.name: dimension for dimension in Dimension.objects.all()}
        self.categories: dict[tuple[str, str], Category] = {}
        self.coded: dict[str, list[Category]] = defaultdict(list)
        # By dimension the name of each category, with its slug; those of the dimensions themselves as well.
        self.slugs: dict[str, dict[str, str]] = defaultdict(dict)
        self.slugs[DIMENSIONS] = {name: dimension.slug for name, dimension in self.dimensions.items()}
        for one in Category.objects.select_related("dimension"):
            self.categories[one.dimension.name, one.name] = one
            self.slugs[one.dimension.name][one.name] = one.slug
            if one.code:
                self.coded[one.code].append(one)
        self.sources = {source.title: source for source in Source.objects.all()}
        self.periods = {(period.code, period.kind): period for period in Period.objects.all()}
        # Of what is still to be made: looked at once for all rows that name it.
        self.faults: dict[str, str] = {}

    @cached_property
    def series(self) -> dict[tuple[int, str], int]:
        return {(indicator, key): pk for pk, indicator, key in Series.objects.values_list("pk", "indicator", "key")}

    def category(self, dimension: str, name: str) -> Category | None:
        """By its name, or by the code that CBS gives it, where that can mean one only."""
        if found := self.categories.get((dimension, name)):
            return found
        coded = self.coded.get(name, [])
        # CBS names its dimensions otherwise, as a rule.
        coded = [one for one in coded if one.dimension.name == dimension] or coded
        return coded[0] if len(coded) == 1 else None

    def why_not_made(self, row: FigureRow) -> str:
        """What keeps us from making what the row names and we don't know, in Dutch; empty when nothing does."""
        for name, new in self.missing(row):
            if name not in self.faults:
                self.faults[name] = fault(new())
            if self.faults[name]:
                return f"Het portaal kan {name} niet aanmaken: {self.faults[name]}"
        if len(self.key(row)) > (LONGEST_KEY or 0):
            return "Dit zijn te veel uitsplitsingen tegelijk."
        return ""

    def missing(self, row: FigureRow) -> Iterator[tuple[str, Callable[[], Model]]]:
        """What the row names and the portal does not know, in Dutch, and how it would be made."""
        if row.indicator not in self.indicators:
            yield f"de indicator '{row.indicator}'", partial(self.new_indicator, row)
        for dimension, name in row.categories:
            if self.category(dimension, name) is None:
                if dimension not in self.dimensions:
                    yield f"de uitsplitsing '{dimension}'", partial(self.new_dimension, dimension)
                yield f"de categorie '{name}' ({dimension})", partial(self.new_category, dimension, name)
        if row.source not in self.sources:
            yield f"de bron '{row.source}'", partial(self.new_source, row)

    def new_indicator(self, row: FigureRow) -> Indicator:
        """A draft, that counts young people until somebody says otherwise."""
        name = row.indicator_name or row.indicator
        if Indicator.objects.filter(name=name).exists():
            # What makes room for a code of the longest.
            name = f"{name[:50]} ({row.indicator})"
        return Indicator(
            code=row.indicator,
            slug=free_slug(Indicator.objects.all(), name, "indicator"),
            name=name,
            unit=row.unit or "onbekend",
            definition=row.definition,
        )

    def new_dimension(self, name: str) -> Dimension:
        return Dimension(slug=self.slug(DIMENSIONS, name, 60), name=name, plural=name)

    def new_category(self, dimension: str, name: str) -> Category:
        return Category(dimension=self.dimensions.get(dimension), name=name, slug=self.slug(dimension, name, 80))

    def new_source(self, row: FigureRow) -> Source:
        origin = {"origin": row.origin} if row.origin else {}
        return Source(title=row.source, url=row.source_url, **origin)

    def key(self, row: FigureRow) -> str:
        """Of the series, also when that is still to be made."""
        return Series.AND.join(sorted(self.category_key(*pair) for pair in row.categories))

    def category_key(self, dimension: str, name: str) -> str:
        if known := self.category(dimension, name):
            return known.key
        return f"{self.slug(DIMENSIONS, dimension, 60)}={self.slug(dimension, name, 80)}"

    def slug(self, among: str, name: str, length: int) -> str:
        """As it has, or will have, where no other name has it already."""
        known = self.slugs[among]
        if name not in known:
            taken = set(known.values())
            known[name] = next(slug for slug in slugs(name, NAMELESS, length) if slug not in taken)
        return known[name]

    def cell(self, row: FigureRow) -> str:
        """The same for all rows about the same thing, and for no other."""
        return f"{self.code(row)}|{self.key(row)}|{row.period.kind}:{row.period.code}"

    def code(self, row: FigureRow) -> str:
        return self.indicators[row.indicator].code if row.indicator in self.indicators else row.indicator

    def place(self, row: FigureRow) -> tuple[int, int] | None:
        """The series and the period in the database, where both are there."""
        indicator = self.indicators.get(row.indicator)
        period = self.periods.get((row.period.code, row.period.kind))
        series = self.series.get((indicator.pk, self.key(row))) if indicator else None
        return (series, period.pk) if series and period else None


def fault(new: Model) -> str:
    """Why the database or a reader could not bear it; what it lacks an editor fills in later."""
    fields = new._meta.fields
    lacking = {field.name for field in fields if field.is_relation or getattr(new, field.attname) in (None, "")}
    try:
        new.clean_fields(exclude=lacking)
    except ValidationError as error:
        labels = {field.name: field.verbose_name for field in fields}
        return " ".join(f"{labels[name]}: {' '.join(said)}" for name, said in error.message_dict.items())
    return ""
