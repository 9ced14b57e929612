"""What staff take along as a file, and bring back: organisations, publications and words."""

from projects.models import (
    GlossaryTerm,
    Organisation,
    OrganisationFormerName,
    OrganisationSource,
    Publication,
)
from stroomop.lib.exchange import Status, TableResource
from stroomop.lib.exchange.columns import day, listed, one_of, reference, references, sources, text, yes


class OrganisationTable(TableResource):
    label = "name"
    columns = [
        text(Organisation, "slug"),
        text(Organisation, "name"),
        text(Organisation, "short_name"),
        one_of(Organisation, "kind"),
        reference(Organisation, "parent"),
        text(Organisation, "description"),
        text(Organisation, "website"),
        listed("former_names", "eerdere namen", OrganisationFormerName, "name", "organisation"),
        sources(OrganisationSource, "organisation"),
        day(Organisation, "checked_on"),
        Status(),
    ]
    parent = "parent"
    joined = ["parent"]
    prefetched = ["former_names", "sources"]

    class Meta:
        model = Organisation


class PublicationTable(TableResource):
    label = "title"
    columns = [
        text(Publication, "slug"),
        text(Publication, "title"),
        reference(Publication, "publisher"),
        text(Publication, "publisher_name", "uitgever die hier niet bij staat"),
        text(Publication, "authors"),
        one_of(Publication, "kind"),
        text(Publication, "summary"),
        text(Publication, "url"),
        references(Publication, "projects"),
        references(Publication, "themes"),
        yes(Publication, "sensitive"),
        day(Publication, "date_from"),
        day(Publication, "date_to"),
        one_of(Publication, "precision"),
        text(Publication, "source_title"),
        text(Publication, "source_url"),
        day(Publication, "checked_on"),
        Status(),
    ]
    joined = ["publisher"]
    prefetched = ["projects", "themes"]

    class Meta:
        model = Publication


class GlossaryTable(TableResource):
    label = "term"
    columns = [
        text(GlossaryTerm, "slug"),
        text(GlossaryTerm, "term"),
        text(GlossaryTerm, "other_forms"),
        text(GlossaryTerm, "explanation"),
        text(GlossaryTerm, "source_title"),
        text(GlossaryTerm, "source_url"),
        day(GlossaryTerm, "checked_on"),
        Status(),
    ]

    class Meta:
        model = GlossaryTerm
