from django.urls import path

from . import views

app_name = "monitor"

urlpatterns = [
    # /monitor/
    path("", views.overview, name="overview"),
    path("cijfers.csv", views.figures_csv, name="figures_csv"),
    path("indicator/<slug:slug>/", views.IndicatorDetail.as_view(), name="indicator_detail"),
    path("indicator/<slug:slug>/cijfers.csv", views.indicator_csv, name="indicator_csv"),
    # Last: a focus area may not take the address of a page above.
    path("<slug:slug>/", views.SpeerpuntDetail.as_view(), name="speerpunt_detail"),
]
