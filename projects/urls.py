from django.urls import path

from projects import feeds, views

app_name = "projects"

urlpatterns = [
    # /projecten/
    path("projecten/", views.ProjectList.as_view(), name="project_list"),
    path("projecten/berichten.atom", feeds.UpdateFeed(), name="update_feed"),
    path("projecten/<slug:slug>/", views.ProjectDetail.as_view(), name="project_detail"),
    # /veranderopgaven/
    path("veranderopgaven/", views.veranderopgave_list, name="veranderopgave_list"),
    path("veranderopgaven/<slug:slug>/", views.VeranderopgaveDetail.as_view(), name="veranderopgave_detail"),
    # /geleerd/
    path("geleerd/", views.LessonList.as_view(), name="lesson_list"),
    path("geleerd/<slug:slug>/", views.LessonDetail.as_view(), name="lesson_detail"),
    # /themas/
    path("themas/", views.ThemeList.as_view(), name="theme_list"),
    path("themas/<slug:slug>/", views.ThemeDetail.as_view(), name="theme_detail"),
    # /organisaties/
    path("organisaties/", views.OrganisationList.as_view(), name="organisation_list"),
    path("organisaties/<slug:slug>/", views.OrganisationDetail.as_view(), name="organisation_detail"),
    # /mensen/
    path("mensen/", views.PersonList.as_view(), name="person_list"),
    path("mensen/<slug:slug>/", views.PersonDetail.as_view(), name="person_detail"),
    # /publicaties/
    path("publicaties/", views.PublicationList.as_view(), name="publication_list"),
    path("publicaties/publicaties.atom", feeds.PublicationFeed(), name="publication_feed"),
    path("publicaties/<slug:slug>/", views.PublicationDetail.as_view(), name="publication_detail"),
    # /verhalen/
    path("verhalen/", views.StoryList.as_view(), name="story_list"),
    path("verhalen/verhalen.atom", feeds.StoryFeed(), name="story_feed"),
    path("verhalen/<slug:slug>/", views.StoryDetail.as_view(), name="story_detail"),
    # /agenda/
    path("agenda/", views.EventList.as_view(), name="event_list"),
    path("agenda/agenda.atom", feeds.EventFeed(), name="event_feed"),
    path("agenda/agenda.ics", views.agenda_calendar, name="agenda_calendar"),
    path("agenda/<slug:slug>/", views.EventDetail.as_view(), name="event_detail"),
    path("agenda/<slug:slug>/bijeenkomst.ics", views.event_calendar, name="event_calendar"),
    # /alternatieven/ and /meedoen/
    path("alternatieven/", views.AlternativeList.as_view(), name="alternative_list"),
    path("alternatieven/<slug:slug>/", views.AlternativeDetail.as_view(), name="alternative_detail"),
    path("meedoen/", views.TakingPartList.as_view(), name="taking_part_list"),
    path("meedoen/<slug:slug>/", views.TakingPartDetail.as_view(), name="taking_part_detail"),
    # /begrippen/
    path("begrippen/", views.glossary, name="glossary"),
    # /ervaringen/: they have no pages of their own, but their tellers have a way out
    path("ervaringen/intrekken/<str:token>/", views.experience_withdraw, name="experience_withdraw"),
    path("ervaringen/ingetrokken/", views.experience_withdrawn, name="experience_withdrawn"),
]
