from django.urls import path

from . import compare_view, panel_views, take_along, views

app_name = "monitor"

urlpatterns = [
    # /monitor/
    path("", views.overview, name="overview"),
    path("cijfers.csv", views.figures_csv, name="figures_csv"),
    path("indicator/<slug:slug>/", views.IndicatorDetail.as_view(), name="indicator_detail"),
    path("indicator/<slug:slug>/cijfers.csv", views.indicator_csv, name="indicator_csv"),
    path("indicator/<slug:slug>/grafiek.svg", take_along.chart_svg, name="chart_svg"),
    path("indicator/<slug:slug>/grafiek-<slug:size>.png", take_along.chart_png, name="chart_png"),
    path("indicator/<slug:slug>/per/<slug:dimension>/grafiek.svg", take_along.chart_svg, name="parts_svg"),
    path("indicator/<slug:slug>/per/<slug:dimension>/grafiek-<slug:size>.png", take_along.chart_png, name="parts_png"),
    path("indicator/<slug:slug>/embed/", take_along.embed, name="embed"),
    path("panel/", panel_views.panelround_list, name="panelround_list"),
    path("panel/<slug:slug>/", panel_views.PanelRoundDetail.as_view(), name="panelround_detail"),
    path("vergelijk/", compare_view.compare, name="compare"),
    # Last: a focus area may not take the address of a page above.
    path("<slug:slug>/", views.SpeerpuntDetail.as_view(), name="speerpunt_detail"),
]
