from django.urls import path

from . import panel_views, views

app_name = "monitor"

urlpatterns = [
    # /monitor/
    path("", views.overview, name="overview"),
    path("cijfers.csv", views.figures_csv, name="figures_csv"),
    path("indicator/<slug:slug>/", views.IndicatorDetail.as_view(), name="indicator_detail"),
    path("indicator/<slug:slug>/cijfers.csv", views.indicator_csv, name="indicator_csv"),
    path("panel/", panel_views.panelround_list, name="panelround_list"),
    path("panel/<slug:slug>/", panel_views.PanelRoundDetail.as_view(), name="panelround_detail"),
    # Last: a focus area may not take the address of a page above.
    path("<slug:slug>/", views.SpeerpuntDetail.as_view(), name="speerpunt_detail"),
]
