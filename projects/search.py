"""What of this app can be found."""

from typing import Any

from django.urls import reverse

from projects.models import (
    Event,
    Experience,
    GlossaryTerm,
    Hoofddoel,
    Initiative,
    Lesson,
    Organisation,
    Person,
    Project,
    Publication,
    Randvoorwaarde,
    Story,
    Theme,
    Update,
    Veranderopgave,
)
from stroomop.lib.searching import Findable, Source, findable, first_public


def is_heavy(*items: Any) -> bool:
    """Whether one of them is sensitive, by itself or by a theme: as ``with_sensitivity()`` says of rows."""
    return any(item and (item.sensitive or any(theme.sensitive for theme in item.themes.all())) for item in items)


def named(organisation: Organisation | None) -> str:
    """Its name, where it may be named."""
    return str(organisation) if organisation and organisation.has_been_public else ""


def tell_project(project: Project) -> Findable:
    return findable(
        project,
        *(former.name for former in project.former_names.all()),
        project.summary,
        project.question,
        project.what,
        project.how,
        project.why,
        *(result.text for result in project.results.all()),
        *(named(participation.organisation) for participation in project.participations.all()),
        sensitive=is_heavy(project),
    )


def tell_update(update: Update) -> Findable:
    return findable(update, update.text, within=[update.project], sensitive=is_heavy(update.project))


def tell_lesson(lesson: Lesson) -> Findable:
    texts = (lesson.text, lesson.tried, lesson.place, lesson.for_whom, lesson.evidence)
    return findable(lesson, *texts, sensitive=is_heavy(lesson, lesson.project))


def tell_experience(experience: Experience) -> Findable | None:
    """It has no page of its own: it stands on that of its project, and on those of its themes."""
    page = first_public([*filter(None, [experience.project]), *experience.themes.all()])
    if page is None or experience.withdrawn_at:
        return None
    return findable(
        experience,
        experience.text,
        title=experience.title,
        url=f"{page.get_absolute_url()}{'#ervaringen' if page == experience.project else ''}",
        within=[page],
        sensitive=is_heavy(experience, experience.project),
    )


def tell_organisation(organisation: Organisation) -> Findable:
    former = (name.name for name in organisation.former_names.all())
    return findable(organisation, organisation.short_name, *former, organisation.description)


def tell_person(person: Person) -> Findable:
    return findable(person, person.role, named(person.organisation), person.text, person.quote)


def tell_publication(publication: Publication) -> Findable:
    publisher = named(publication.publisher) or publication.publisher_name
    return findable(publication, publication.summary, publication.authors, publisher, sensitive=is_heavy(publication))


def tell_event(event: Event) -> Findable:
    return findable(event, event.summary, event.series, event.place, event.text, sensitive=is_heavy(event))


def tell_story(story: Story) -> Findable:
    return findable(story, story.summary, story.body, story.author_name, sensitive=is_heavy(story))


def tell_initiative(initiative: Initiative) -> Findable:
    texts = (initiative.summary, initiative.text, initiative.claims, initiative.join, named(initiative.organisation))
    return findable(initiative, *texts, sensitive=is_heavy(initiative))


def tell_theme(theme: Theme) -> Findable:
    return findable(theme, theme.text, sensitive=theme.sensitive)


def tell_veranderopgave(veranderopgave: Veranderopgave) -> Findable:
    return findable(veranderopgave, veranderopgave.text, sensitive=is_heavy(veranderopgave))


def tell_plan_part(part: Hoofddoel | Randvoorwaarde) -> Findable:
    return findable(part, part.text)


def tell_term(term: GlossaryTerm) -> Findable:
    return findable(term, *term.forms[1:], term.explanation, url=f"{reverse('projects:glossary')}#{term.slug}")


SOURCES = (
    Source(
        "projecten",
        Project.objects.prefetch_related("themes", "former_names", "results", "participations__organisation"),
        tell_project,
        ("themes", "former_names", "results", "participations__organisation"),
    ),
    Source(
        "lessen",
        Lesson.objects.select_related("project").prefetch_related("themes", "project__themes"),
        tell_lesson,
        ("themes", "project__themes"),
    ),
    Source("themas", Theme.objects.all(), tell_theme),
    Source(
        "veranderopgaven", Veranderopgave.objects.named().prefetch_related("themes"), tell_veranderopgave, ("themes",)
    ),
    Source("veranderopgaven", Hoofddoel.objects.all(), tell_plan_part),
    Source("veranderopgaven", Randvoorwaarde.objects.all(), tell_plan_part),
    Source("organisaties", Organisation.objects.prefetch_related("former_names"), tell_organisation, ("former_names",)),
    Source("mensen", Person.objects.select_related("organisation"), tell_person, ("organisation",)),
    Source(
        "publicaties",
        Publication.objects.select_related("publisher").prefetch_related("themes"),
        tell_publication,
        ("themes", "publisher"),
    ),
    Source("verhalen", Story.objects.prefetch_related("themes"), tell_story, ("themes",)),
    Source(
        "verhalen",
        Experience.objects.select_related("project").prefetch_related("themes", "project__themes"),
        tell_experience,
        ("themes", "project__themes"),
    ),
    Source(
        "initiatieven",
        Initiative.objects.select_related("organisation").prefetch_related("themes"),
        tell_initiative,
        ("themes", "organisation"),
    ),
    Source("agenda", Event.objects.prefetch_related("themes"), tell_event, ("themes",)),
    Source("begrippen", GlossaryTerm.objects.all(), tell_term),
    Source(
        "nieuws",
        Update.objects.select_related("project").prefetch_related("project__themes"),
        tell_update,
        ("project__themes",),
    ),
)
