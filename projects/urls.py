from django.urls import path

from . import views

app_name = "projects"

urlpatterns = [
    # /projecten/
    path("projecten/", views.ProjectList.as_view(), name="project_list"),
    path("projecten/<slug:slug>/", views.ProjectDetail.as_view(), name="project_detail"),
    # /veranderopgaven/
    path("veranderopgaven/", views.veranderopgave_list, name="veranderopgave_list"),
    path("veranderopgaven/<slug:slug>/", views.VeranderopgaveDetail.as_view(), name="veranderopgave_detail"),
]
